internal import Articles
internal import Foundation
internal import HTTPTypes
internal import RulePacks

/// Tries a pattern on a text: a rule that holds the pattern alone is loaded, in its sandbox, in the place of the rules of
/// a pack, whose lexicons and lib it can use. Nothing is written.
struct Playground: Sendable {
  /// Bytes of a text and of a pattern at most: the search is bounded by their product.
  static let textLimit = 64 << 10
  static let patternLimit = 16 << 10
  private static let file = "rules/playground.lua"

  enum Result: Sendable {
    case trial(PatternTrial)
    case mistakes([Diagnostic])
  }

  /// The pack's folder; nil for a pack without anything of its own.
  var pack: String?
  var pattern: String
  var text: String
  var locator: PackLocator
  /// Folders of the packs that are open, whose needs a pack without a folder has as well.
  var open: [(path: String, needs: [String])]

  /// - Throws: a `StudioError` for a text or a pattern that is too long.
  func result() throws(StudioError) -> Result {
    if text.utf8.count > Self.textLimit || pattern.utf8.count > Self.patternLimit {
      throw StudioError(
        .contentTooLarge,
        "the text is over \(Self.textLimit >> 10) KiB or the pattern over \(Self.patternLimit >> 10)",
        hint: "try a few sentences")
    }
    let (path, drafts) = self.drafts
    let book = RuleBook(PackSet(paths: [path], locator: locator, drafts: [path: drafts]))
    guard let rule = book.rules.firstIndex(where: { $0.file == Self.file }) else {
      return .mistakes(book.diagnostics.map(moved))
    }
    let article = Article(id: "playground", content: Array(text.utf8))
    return .trial(PackWorker(book).trial(of: rule, on: article))
  }

  private var drafts: (path: String, files: [String: [UInt8]?]) {
    var files: [String: [UInt8]?] = [Self.file: Array(script.utf8)]
    if let pack {
      for file in PackFiles(path: pack).list() where file.kind == .rule && file.path != Self.file {
        files.updateValue(nil, forKey: file.path)
      }
      return (pack, files)
    }
    let needs = Set(open.flatMap(\.needs)).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    let manifest = """
      name = "playground"
      version = "1.0.0"
      title = "Playground"
      license = "Apache-2.0"
      languages = ["ar"]
      hilal = ">=1.0"
      needs = [\(needs)]
      """
    files["pack.toml"] = Array(manifest.utf8)
    // Beside the open packs, where what they need is looked for.
    let folder = open.first.map { URL(filePath: $0.path).deletingLastPathComponent().relativePath }
    return ((folder ?? ".") + "/playground", files)
  }

  /// The pattern begins on the second line: an expression, or statements that return one.
  private var script: String {
    let returns = pattern.split { !$0.isLetter && $0 != "_" }.contains("return")
    let head = "local function pattern()" + (returns ? "" : " return")
    return """
      \(head)
      \(pattern)
      end return hilal.rule { id = "playground", title = "playground", match = pattern() }
      """
  }

  /// A diagnostic at its line of the pattern.
  private func moved(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.file.hasSuffix(Self.file) else { return diagnostic }
    var moved = diagnostic
    let last = pattern.split(separator: "\n", omittingEmptySubsequences: false).count
    moved.line = diagnostic.line.map { min(max(1, $0 - 1), last) }
    moved.file = "pattern"
    return moved
  }
}
