import Foundation
import Testing

/// `hilal check --audit`, and that nothing a script says is taken for what the program says.
@Suite struct AuditTests {
  private static let rule = """
    local words = hilal.lexicon "terms"
    return {
      hilal.rule { id = "a", fields = { "x" }, match = words:as "w", check = function(s, m)
        return { x = s:subject_of(m.w), label = string.upper(s.text) } end },
      hilal.rule { id = "b", on = "article", check = function(a) return #a.entities > 3 end },
    }
    """

  private func desk() throws -> Desk {
    let desk = try Desk([
      "p/rules/a.lua": Self.rule, "p/lexicon/terms.txt": "خبر\n",
      "p/lexicon/months.tsv": "month\tnumber\nشباط\t2\n", "secret.txt": "هدد\n",
      "p/pack.toml":
        "name = \"p\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\nlimits = { steps = 5000, memory = 4 }\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/p/lexicon/link.txt", withDestinationPath: "../../secret.txt")
    return desk
  }

  @Test func `an audit tells what a pack reads, needs and may use`() throws {
    let outcome = try desk().hilal("check", "--audit", "p")
    #expect(outcome.status == 0)
    let parts = Dictionary(
      outcome.lines.dropFirst().map {
        (
          $0.prefix(16).trimmingCharacters(in: .whitespaces),
          String($0.dropFirst(16))
        )
      }, uniquingKeysWith: { "\($0); \($1)" })
    #expect(outcome.lines.first == "p 1.0.0, MIT  p")
    #expect(parts["not read"] == "lexicon/link.txt")
    #expect(parts["lexicons"] == "terms")
    #expect(parts["knowledge"] == "months, for all packs of a run")
    #expect(parts["makes"] == "hilal.lexicon, hilal.rule")
    #expect(parts["reads"] == "as, entities, subject_of, text")
    #expect(parts["libraries"] == "string.upper")
    #expect(parts["steps"] == "5,000 for a rule and article, and 4 for each of its bytes")
    #expect(parts["memory"] == "4 MiB")
    #expect(
      parts["rule"]
        == "a: by sentence, where one of its words stands; its function decides; "
        + "b: by article, on every article; its function decides")
  }

  @Test func `a layer that several extractors make is named once`() throws {
    let extractor = { (id: String) in
      "hilal.extractor { id = \"\(id)\", provides = \"talks\", match = hilal.word \"لقاء\" }"
    }
    let desk = try Desk(["p/rules/a.lua": "return { \(extractor("a")), \(extractor("b")) }"])
    let lines = try desk.hilal("check", "--audit", "p").lines
    #expect(lines.contains("  provides      talks"), "\(lines)")
  }

  @Test func `the hash is what sha256sum makes of the files`() throws {
    let desk = try desk()
    let line = """
      cd p && rm lexicon/link.txt && sha256sum pack.toml rules/* lexicon/* | LC_ALL=C sort -k 2 | sha256sum
      """
    let json = try desk.hilal("check", "--audit", "--json", "p")
    let audit = try #require(
      try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    let expected = try desk.shell(line).out.prefix(64)
    #expect(audit["hash"] as? String == "sha256:\(expected)")
    #expect(audit["not_read"] as? [String] == ["lexicon/link.txt"])
    #expect(audit["steps"] as? Int == 5000)
    #expect((audit["rules"] as? [[String: Any]])?.map { $0["id"] as? String } == ["a", "b"])
    let before = json.out
    try desk.write("p/lexicon/terms.txt", "خبر\nلقاء\n")
    #expect(try desk.hilal("check", "--audit", "--json", "p").out != before)
  }

  @Test func `a pack that does not load is told of`() throws {
    let desk = try Desk(["p/rules/a.lua": "return ("])
    let outcome = try desk.hilal("check", "--audit", "p")
    #expect(outcome.status == 70)
    #expect(outcome.out.isEmpty && outcome.err.contains("error[H010]"))
  }

  @Test func `a script's control characters and lines are not those of the program`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "r", on = "article", check = function()
        print("\\27[2J\\27]0;title\\7\\nerror: honest/r: poison \\u{202E}")
        error("\\27[31mred\\nwarning: honest/r was disabled", 0)
      end }
      """, "in.jsonl": "{\"id\":\"1\",\"content\":\"خبر\"}\n",
    ])
    let outcome = try desk.hilal("run", "-p", "p", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(!outcome.err.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(outcome.err.contains("p/r: ␛[2J␛]0;title␇"))
    #expect(outcome.err.contains("\np/r: error: honest/r: poison"))
    #expect(!outcome.err.contains("\nwarning: honest"))
  }

  @Test func `pipes, folders and giants are not read`() throws {
    let desk = try Desk([
      "p/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.word \"x\" }"
    ])
    #expect(
      try desk.shell("mkfifo p/lexicon.txt; mkdir p/lexicon p/lib; mkfifo p/lexicon/pipe.txt")
        .status == 0)
    #expect(try desk.hilal("check", "p").status == 0)
    #expect(
      try desk.shell("mkfifo p/lib/m.lua; timeout 20 $HILAL check p").out.contains("no plain file"))
    #expect(
      try desk.shell("rm p/lib/m.lua; truncate -s 65M p/lib/m.lua; $HILAL check p").out.contains(
        "over 1 MiB"))
  }
}
