import Foundation
import RulePacks
import Testing

/// The cookbook's recipes, read from its pages: every one is a pack that passes its own cases and
/// about which `hilal check` has nothing to say.
@Suite struct CookbookTests {
  /// A recipe: its heading and its files by name.
  struct Recipe: Sendable, CustomTestStringConvertible {
    var title: String
    var files: [String: String]
    var testDescription: String { title }
  }

  static let recipes = ["Words", "Parties", "Judging", "Findings"].flatMap { recipes(on: $0) }

  /// Sections with fenced blocks whose mark names a file: ```lua rules/a.lua
  private static func recipes(on page: String) -> [Recipe] {
    let page = fixtures.appendingPathComponent(
      "../../../Sources/RulePacks/RulePacks.docc/Recipes\(page).md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    var recipes: [Recipe] = []
    var file: String?
    for line in text.components(separatedBy: "\n") {
      if let name = file {
        if line == "```" {
          file = nil
        } else {
          recipes[recipes.count - 1].files[name, default: ""] += line + "\n"
        }
      } else if line.hasPrefix("## ") {
        recipes.append(Recipe(title: String(line.dropFirst(3)), files: [:]))
      } else if line.hasPrefix("```"), let name = line.split(separator: " ").last,
        line.contains(" ")
      {
        file = String(name)
      }
    }
    return recipes.filter { !$0.files.isEmpty }
  }

  @Test func `there are twenty`() { #expect(Self.recipes.count >= 20) }

  @Test(arguments: recipes)
  func `a recipe passes its own cases`(_ recipe: Recipe) throws {
    var files = [
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/README.md": "# p\n",
    ]
    for (name, text) in recipe.files { files["p/\(name)"] = text }
    let packs = try Packs(files)
    #expect(packs.book.diagnostics.isEmpty)
    let found = packs.book.packs.firstIndex { $0.reports }
    let index = try #require(found)
    let pack = packs.book.packs[index]
    let cases = CaseRunner.cases(of: pack.source).cases
    let runner = CaseRunner(packs.book, pack: "p")
    #expect(!cases.isEmpty)
    for testCase in cases {
      let outcome = runner.run(testCase)
      #expect(outcome.verdict == .passed, "\(testCase.name): \(outcome.differences)")
    }
    #expect(runner.coverage.gaps.isEmpty)
    let warnings = PackLinter(packs.book, pack: index).diagnostics()
    #expect(warnings.isEmpty, "\(warnings.map(\.message))")
  }
}
