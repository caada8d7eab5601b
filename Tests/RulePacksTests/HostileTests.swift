import Articles
import Foundation
import HostileScripts
import RulePacks
import Testing

/// Every script of Tests/Hostile beside the honest pack.
@Suite struct HostileTests {
  private static let texts = MisbehaviourTests.texts
  /// The honest pack also makes a layer, which is not for others.
  private static let honest = MisbehaviourTests.honest.merging([
    "honest/rules/b.lua":
      "return hilal.extractor { provides = \"words_of_honest\", match = hilal.word \"لقاء\" }"
  ]) { $1 }
  private static let expected =
    ((try? Packs(honest)).map { $0.run(batch: texts).map(\.findings) }) ?? []

  @Test func `there are enough of them, with names of their own`() {
    #expect(HostileScript.all.count >= 275)
    #expect(Set(HostileScript.all.map(\.description)).count == HostileScript.all.count)
    #expect(HostileScript.all.allSatisfy { !$0.ends.isEmpty && !$0.source.isEmpty })
    #expect(Self.expected.map(\.count) == [4, 4, 1])
  }

  @Test(arguments: HostileScript.all)
  func `a hostile script costs nothing but its own findings`(_ script: HostileScript) throws {
    let packs = try Packs(
      Self.honest.merging([
        "bad/rules/bad.lua": script.source, "secret.txt": "هدد\n",
      ]) { $1 }, named: ["bad", "honest"], links: ["bad/lexicon/link.txt": "../../secret.txt"])
    let results = packs.run(batch: Self.texts)
    #expect(results.map { $0.findings.filter { $0.pack == "honest" } } == Self.expected)
    let failures = results.flatMap { $0.failures.map(\.failure) }
    #expect(failures.allSatisfy { $0.pack == "bad" && $0.rule.hasPrefix("bad") })
    #expect(failures.allSatisfy { $0.message.utf8.count <= 2048 })
    #expect(failures.allSatisfy { Self.hasPlace($0) }, "\(failures.first?.message ?? "")")
    let told = failures.map(\.message) + packs.book.diagnostics.map(\.description)
    #expect(
      told.allSatisfy { script.message.isEmpty || $0.contains(script.message) },
      "\(told.first?.prefix(300) ?? "")")
    for finding in results.flatMap(\.findings) where finding.pack == "bad" {
      #expect(!finding.label.hasPrefix("escaped"), "\(finding.label)")
      #expect(finding.label.utf8.count <= 1024)
      #expect(finding.fields.allSatisfy { $0.text.utf8.count <= 8192 && !$0.text.contains("0x") })
    }
    Self.check(script, failures.map(\.kind.rawValue), packs.book.diagnostics)
  }

  private static func check(
    _ script: HostileScript, _ kinds: [String], _ diagnostics: [Diagnostic]
  ) {
    switch script.ends[0] {
    case "refused":
      #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { $0.file.contains("bad") })
      if script.ends.count > 1 {
        #expect(diagnostics.allSatisfy { $0.code.rawValue == script.ends[1] })
      }
    case "harmless": #expect(kinds.isEmpty && diagnostics.isEmpty, "\(kinds) \(diagnostics)")
    case "stale": #expect(kinds == ["error", "error"])
    case _ where script.isLoading:
      #expect(diagnostics.isEmpty, "\(diagnostics)")
      #expect(!kinds.isEmpty && kinds.allSatisfy(script.ends.contains), "\(Set(kinds))")
    default:
      #expect(diagnostics.isEmpty, "\(diagnostics)")
      #expect(kinds.count == texts.count && kinds.allSatisfy(script.ends.contains), "\(kinds)")
    }
  }

  /// What a script did is told with its file and line.
  private static func hasPlace(_ failure: RuleFailure) -> Bool {
    if failure.kind == .bound || failure.kind == .result { return true }
    guard let frame = failure.traceback.first else { return false }
    return frame.hasPrefix("rules/bad.lua") || frame.hasPrefix("lib/")
  }
}
