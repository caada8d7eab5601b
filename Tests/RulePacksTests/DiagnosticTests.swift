import Articles
import Foundation
import RulePacks
import Testing

/// Broken packs under Fixtures/Broken with what is said of them: place, caret, hint, compared whole.
@Suite struct DiagnosticTests {
  private static let folder = fixtures.appendingPathComponent("Broken")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  /// All diagnostics of the pack `p` of a case, those of its cases included.
  private static func text(of name: String) -> String {
    let root = folder.appendingPathComponent(name).path
    let book = RuleBook(PackSet(paths: [root + "/p"], locator: PackLocator(places: [])))
    var diagnostics = book.diagnostics
    for pack in book.packs where pack.reports {
      do throws(Diagnostic) {
        _ = try CaseRunner.cases(of: pack.source)
      } catch {
        diagnostics.append(error)
      }
    }
    return diagnostics.map { "\($0)\n" }.joined(separator: "\n")
      .replacingOccurrences(of: root + "/", with: "")
  }

  @Test func `there are enough broken packs`() { #expect(Self.names.count >= 50) }

  @Test(arguments: names)
  func `a broken pack is told of at its place`(_ name: String) throws {
    let text = Self.text(of: name)
    #expect(!text.isEmpty)
    try expectSnapshot(text, "Broken/\(name)/expected.txt")
  }

  @Test func `a broken pack costs the others nothing`() throws {
    let packs = try Packs([
      "bad/rules/a.lua": "return hilal.rule { id = 3 }",
      "good/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.word \"اجتماع\" }",
    ])
    #expect(packs.book.diagnostics.count == 1)
    #expect(packs.run("عقد اجتماع.").findings.map(\.pack) == ["good"])
  }
}
