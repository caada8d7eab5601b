internal import Archives
internal import Articles
internal import Foundation
internal import RulePacks

/// A pack as the page sees it.
struct PackSummary: Sendable {
  struct Rule: Sendable {
    var id: String
    var title: String
    var severity: String
    var fields: [String]
  }

  var name: String
  var version: String
  var title: String
  /// Its folder as the user named it.
  var path: String
  var isWritable: Bool
  var rules: [Rule] = []
  /// Why it did not load.
  var error: Diagnostic?

  init(path given: String, _ book: RuleBook) {
    let path = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    self.path = path
    isWritable = FileManager.default.isWritableFile(atPath: path)
    error = book.diagnostics.first { $0.file == path || $0.file.hasPrefix(path + "/") }
    guard let index = book.packs.firstIndex(where: { $0.source.path == path }) else {
      name = URL(filePath: path).lastPathComponent
      version = ""
      title = ""
      return
    }
    let manifest = book.packs[index].manifest
    name = manifest.name
    version = manifest.version
    title = manifest.title
    rules = book.rules.indices.filter { book.rules[$0].pack == index && book.reports(rule: $0) }
      .map { number in
        let rule = book.rules[number]
        return Rule(
          id: rule.id, title: rule.title, severity: rule.severity.rawValue,
          fields: rule.fields)
      }
  }

  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("version", version)
      json.field("title", title)
      json.field("path", path)
      json.field("writable", isWritable)
      json.field("rules", rules) { json, rule in
        json.object { json in
          json.field("id", rule.id)
          json.field("title", rule.title)
          json.field("severity", rule.severity)
          json.field("fields", rule.fields)
        }
      }
      guard let error else { return }
      json.key("error")
      error.write(&json)
    }
  }
}

extension Diagnostic {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("code", code.rawValue)
      json.field("severity", code.isWarning ? "warning" : "error")
      json.field("file", file)
      json.field("line", line)
      json.field("column", column)
      json.field("length", width)
      json.field("message", message)
      json.field("hint", hint)
    }
  }
}

/// When each file of some packs was last changed.
struct PackStamps {
  private var files: [String: [String: Date]] = [:]

  init(_ packs: [String]) {
    for pack in packs {
      guard let walk = FileManager.default.enumerator(atPath: pack) else { continue }
      var stamps: [String: Date] = [:]
      while let file = walk.nextObject() as? String {
        guard PackFiles.isRun(file) else { continue }
        let attributes = try? FileManager.default.attributesOfItem(atPath: "\(pack)/\(file)")
        stamps[file] = attributes?[.modificationDate] as? Date
      }
      files[pack] = stamps
    }
  }

  /// Takes in packs that were not looked at before.
  mutating func add(_ other: PackStamps) { files.merge(other.files) { known, _ in known } }

  /// Paths of packs whose files are not as they were. A pack that was not looked at before is not changed.
  func changes(since before: PackStamps) -> [String] {
    files.filter { pack, stamps in before.files[pack].map { $0 != stamps } ?? false }.map(\.key)
  }
}
