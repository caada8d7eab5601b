import Foundation
import Testing

/// The exit statuses of the command line, against the table of the documentation.
@Suite struct StatusTests {
  /// A call of the program and what it ends with.
  private struct Case {
    var status: Int32
    var arguments: [String]

    init(_ status: Int32, _ arguments: String...) {
      self.status = status
      self.arguments = arguments
    }
  }

  private static let cases = [
    Case(0, "run", "-p", "p", "in.jsonl"), Case(0, "annotate", "-p", "p", "in.jsonl"),
    Case(0, "run", "-p", "p", "bad.jsonl"), Case(0, "test", "tested"), Case(0, "check", "p"),
    Case(0, "query", "f.sqlite", "لقاء"), Case(0, "diff", "--no-cache", "p", "p", "in.jsonl"),
    Case(1, "test", "p"), Case(1, "test", "wrong"), Case(1, "check", "--strict", "p"),
    Case(1, "eval", "p", "gold.jsonl", "--min-f1", "1"), Case(1, "query", "f.sqlite", "زلزال"),
    Case(1, "diff", "--no-cache", "p", "tested", "in.jsonl"),
    Case(64, "run"), Case(64, "rn"), Case(64, "help", "rn"), Case(64, "run", "--nope"),
    Case(64, "run", "p"), Case(64, "query", "f.sqlite", ""),
    Case(65, "run", "--strict", "-p", "p", "bad.jsonl"),
    Case(65, "annotate", "--strict", "-p", "p", "bad.jsonl"), Case(65, "eval", "p", "bad.jsonl"),
    Case(66, "run", "-p", "p", "none.zip"), Case(66, "query", "none.sqlite", "لقاء"),
    Case(66, "eval", "p", "none.jsonl"), Case(66, "show", "-p", "p", "--id", "n9", "in.jsonl"),
    Case(70, "run", "-p", "none", "in.jsonl"), Case(70, "run", "-p", "failing", "in.jsonl"),
    Case(70, "check", "broken"), Case(70, "list", "-p", "broken", "rules"),
    Case(74, "run", "-p", "p", "in.jsonl", "-o", "/dev/full"),
    Case(74, "run", "-p", "p", "in.jsonl", "-o", "none/out"),
  ]

  /// A case that expects the word in a text.
  private static func expectation(_ text: String) -> String {
    "[[case]]\nname = \"a\"\ntext = \"\(text)\"\n[[case.expect]]\nrule = \"word\"\n"
  }

  private func desk() throws -> Desk {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"),
      "tested/rules/a.lua": wordRule("لقاء"), "tested/tests/a.toml": Self.expectation("عقد لقاء."),
      "wrong/rules/a.lua": wordRule("لقاء"), "wrong/tests/a.toml": Self.expectation("خبر."),
      "failing/rules/a.lua":
        "return hilal.rule { id = \"r\", on = \"article\", check = function() error 'no' end }",
      "broken/rules/a.lua": "return {",
      "in.jsonl": articles("عقد لقاء.", "خبر."), "bad.jsonl": articles("عقد لقاء.") + "{\"id\":3\n",
      "gold.jsonl": "{\"id\":\"1\",\"text\":\"خبر.\",\"label\":\"yes\"}\n",
    ])
    #expect(try desk.hilal("run", "-q", "-p", "p", "in.jsonl", "-o", "f.sqlite").status == 0)
    return desk
  }

  @Test func `every situation ends with its status`() throws {
    let desk = try desk()
    for test in Self.cases {
      let outcome = try desk.hilal(test.arguments)
      #expect(outcome.status == test.status, "\(test.arguments): \(outcome.err)\(outcome.out)")
      if test.status != 0 { #expect(!(outcome.err + outcome.out).isEmpty, "\(test.arguments)") }
    }
  }

  @Test func `the table of the documentation has these statuses and no others`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/RulePacks/RulePacks.docc/Archives.md").standardized
    let table = try String(contentsOf: page, encoding: .utf8)
      .components(separatedBy: "| status | meaning |")[1].components(separatedBy: "\n\n")[0]
    let statuses = table.matches(of: /\n\| (\d+) \|/).compactMap { Int32($0.1) }
    // A signal and a closed pipe: see the tests of runs.
    #expect(statuses == Set(Self.cases.map(\.status) + [130, 141]).sorted())
  }
}
