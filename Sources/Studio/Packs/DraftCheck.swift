internal import Foundation
internal import HTTPTypes
internal import RulePacks

/// Looks over a pack as it would be if a text were saved.
struct DraftCheck: Sendable {
  /// The pack's folder.
  var pack: String
  /// The file within the pack, and its text.
  var path: String
  var text: String
  var locator: PackLocator

  /// What is wrong with the pack, by file and line. The scripts are loaded in their sandbox, under its limits.
  ///
  /// - Throws: a `StudioError` for a path that is no file of a pack.
  func diagnostics() throws(StudioError) -> [Diagnostic] {
    guard PackFiles.kind(of: path) != nil else {
      throw StudioError(
        .badRequest, "`\(path)` is no file of a pack", hint: "see /api/packs/NAME/files")
    }
    let drafts: [String: [UInt8]?] = [path: Array(text.utf8)]
    let book = RuleBook(PackSet(paths: [pack], locator: locator, drafts: [pack: drafts]))
    var found = book.diagnostics
    for index in book.packs.indices where book.packs[index].reports {
      found += PackLinter(book, pack: index).diagnostics()
    }
    return found
  }
}
