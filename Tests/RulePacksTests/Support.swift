import Articles
import Foundation
import RulePacks
import Testing

/// A folder of its own for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hilal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}

/// Packs written into a folder of their own and loaded from there.
struct Packs {
  let folder: TemporaryFolder
  let book: RuleBook

  /// - Parameters:
  ///   - files: texts by path: `threats/rules/a.lua`. A pack without a `pack.toml` gets one.
  ///   - named: packs that report; all when nil.
  ///   - links: symbolic links, path and target.
  init(
    _ files: [String: String], named: [String]? = nil, links: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    var names: [String] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let name = String(path.prefix { $0 != "/" })
      if path.contains("/"), !names.contains(name) { names.append(name) }
      try folder.write(path, Array(text.utf8))
    }
    for (path, target) in links {
      let url = URL(filePath: folder.path + "/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: url.path, withDestinationPath: target)
    }
    for name in names where files[name + "/pack.toml"] == nil {
      try folder.write(
        name + "/pack.toml", Array("name = \"\(name)\"\nversion = \"1.0.0\"\n".utf8))
    }
    let paths = (named ?? names).map { [folder] in folder.path + "/" + $0 }
    let plugins = fixtures.appendingPathComponent("../../../plugins").standardized.path
    book = RuleBook(PackSet(paths: paths, locator: PackLocator(places: [folder.path, plugins])))
  }

  /// One pack named `p` of one rule file.
  init(rule: String, _ more: [String: String] = [:]) throws {
    try self.init(["p/rules/a.lua": rule].merging(more) { $1 })
  }

  /// One pack of one rule without a pattern, whose `check` has this body.
  init(
    check body: String, on unit: String = "article", fields: String = "\"x\"", before: String = ""
  ) throws {
    try self.init(rule: Self.rule(check: body, on: unit, fields: fields, before: before))
  }

  /// A rule file whose `check` has this body.
  static func rule(
    id: String = "r", check body: String, on unit: String = "article", fields: String = "\"x\"",
    before: String = ""
  ) -> String {
    """
    \(before)
    return hilal.rule { id = "\(id)", on = "\(unit)", fields = { \(fields) },
      check = function(unit, m)
        \(body)
      end }
    """
  }

  /// What the packs make of one article.
  func run(_ article: Article) -> ArticleResult {
    let worker = PackWorker(book)
    worker.beginBatch()
    return worker.process(article) ?? ArticleResult()
  }

  func run(_ content: String, title: String = "", id: String = "a1") -> ArticleResult {
    run(Article(id: id, title: Array(title.utf8), content: Array(content.utf8)))
  }

  /// What the packs make of several articles of one batch, in order.
  func run(batch contents: [String]) -> [ArticleResult] {
    let worker = PackWorker(book)
    worker.beginBatch()
    return contents.enumerated().map { index, content in
      worker.process(Article(id: "a\(index)", content: Array(content.utf8))) ?? ArticleResult()
    }
  }
}

extension ArticleResult {
  var messages: [String] { failures.map(\.failure.message) }
  /// The texts of a field of all findings.
  func texts(_ field: String = "x") -> [String] {
    findings.flatMap { $0.fields.filter { $0.name == field }.map(\.text) }
  }
}

/// Compares a text with the one kept under Fixtures; RECORD_SNAPSHOTS=1 writes it and still fails,
/// so that a recording run is never taken for a passing one.
func expectSnapshot(
  _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = fixtures.appendingPathComponent(path)
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  #expect(text == expected, "\(path)", sourceLocation: sourceLocation)
}

/// The folder of fixtures beside this file.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Fixtures")
