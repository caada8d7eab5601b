internal import Archives
internal import Articles
internal import Foundation
internal import HTTPTypes
internal import RulePacks
internal import Synchronization

/// The files of a pack that the page may read and write: those that make it up, and nothing else on the disk.
struct PackFiles: Sendable {
  enum Kind: String, Sendable {
    case manifest
    case readme
    case rule
    case lib
    case lexicon
    case test
  }

  struct File: Sendable {
    var path: String
    var kind: Kind
    var bytes: Int
  }

  /// Folders of a pack with the endings of their files.
  private static let folders: [(name: String, kind: Kind, endings: [String])] = [
    ("rules", .rule, [".lua"]), ("lib", .lib, [".lua"]), ("lexicon", .lexicon, [".tsv", ".txt"]),
    ("tests", .test, [".toml"]),
  ]

  /// One file is written at a time: of two tabs that save the same text one learns of the other.
  private static let writing = Mutex(())

  private let folder: PackFolder

  init(path: String) { folder = PackFolder(path: path) }

  /// All files of the pack, the manifest first.
  func list() -> [File] {
    var found: [(String, Kind)] = [("pack.toml", .manifest), ("README.md", .readme)]
    for (name, kind, endings) in Self.folders {
      found += folder.files(in: name, endings: endings).map { ("\(name)/\($0)", kind) }
    }
    return found.compactMap { path, kind in
      guard let bytes = try? folder.bytes(path, code: .fileUnreadable) else { return nil }
      return File(path: path, kind: kind, bytes: bytes.count)
    }
  }

  /// A file's text with the hash that a later save must name.
  ///
  /// - Throws: a `StudioError` for a path that is no file of the pack.
  func read(_ path: String) throws(StudioError) -> (text: String, hash: String) {
    try check(path)
    do throws(Diagnostic) {
      let bytes = try folder.bytes(path, code: .fileUnreadable)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Diagnostic(
          .fileUnreadable, file: path, message: "the file is not UTF-8", hint: "save it as UTF-8")
      }
      return (text, StableHash(of: bytes).hexadecimal)
    } catch {
      throw StudioError(
        folder.exists(path) ? .unprocessableContent : .notFound, error.message, hint: error.hint)
    }
  }

  /// Writes a file as a whole.
  ///
  /// - Parameter hash: of the text that was changed; empty for a file that shall be new.
  /// - Returns: the hash of the new text.
  /// - Throws: a `StudioError` of status 409 where the file on the disk is another by now.
  func write(_ path: String, text: String, hash: String) throws(StudioError) -> String {
    try change(path) { _, held throws(StudioError) in
      guard held == hash else {
        throw StudioError(
          .conflict, "the file has changed on the disk since it was opened",
          hint: "open it again and bring your changes in")
      }
      return text
    }
  }

  /// Adds to the end of a file, which is made where it is missing.
  func append(_ path: String, text added: String) throws(StudioError) {
    _ = try change(path) { text, _ in
      text.isEmpty || text.hasSuffix("\n") ? text + added : text + "\n" + added
    }
  }

  /// Replaces a file's text by what `body` makes of it and its hash, both empty where there is none.
  private func change(
    _ path: String, _ body: (String, String) throws(StudioError) -> String
  ) throws(StudioError) -> String {
    try check(path)
    let result = Self.writing.withLock { _ in
      Result { () throws(StudioError) in
        if folder.leadsOut(path) || Self.parent(path).map(folder.leadsOut) == true {
          throw StudioError(
            .forbidden, "the file leads out of the pack",
            hint: "copy what the pack needs into its folder; links out of it are not followed")
        }
        let held = folder.exists(path) ? try read(path) : (text: "", hash: "")
        let bytes = Array(try body(held.text, held.hash).utf8)
        try put(bytes, path)
        return StableHash(of: bytes).hexadecimal
      }
    }
    return try result.get()
  }

  private func put(_ bytes: [UInt8], _ path: String) throws(StudioError) {
    let file = URL(filePath: "\(folder.path)/\(path)")
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw StudioError(
        .forbidden, "\(path) cannot be written",
        hint: "check that the pack's folder may be written to")
    }
  }

  /// - Throws: a `StudioError` for what is no name of a file of a pack.
  private func check(_ path: String) throws(StudioError) {
    if Self.kind(of: path) != nil { return }
    throw StudioError(
      .badRequest, "`\(path)` is no file of a pack",
      hint: "a pack has pack.toml, README.md, "
        + Self.folders.flatMap { name, _, endings in endings.map { "\(name)/*\($0)" } }
        .joined(separator: ", "))
  }

  /// What a file is by its path; nil for what is no file of a pack.
  static func kind(of path: String) -> Kind? {
    if path == "pack.toml" { return .manifest }
    if path == "README.md" { return .readme }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].hasPrefix("."), parts[1].utf8.count <= 128,
      parts[1].unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
      })
    else { return nil }
    return folders.first { name, _, endings in
      name == parts[0] && endings.contains { parts[1].hasSuffix($0) && parts[1].count > $0.count }
    }?.kind
  }

  /// Whether what a file says may change findings: not a readme, a case, or what an editor lays beside a file while it
  /// saves it.
  static func isRun(_ path: String) -> Bool {
    if path == "pack.toml" { return true }
    return folders.contains { name, kind, endings in
      kind != .test && path.hasPrefix(name + "/") && !path.contains("/.")
        && endings.contains { path.hasSuffix($0) }
    }
  }

  /// The folder within the pack that a file lies in; nil for those beside the manifest.
  private static func parent(_ path: String) -> String? {
    path.contains("/") ? String(path.prefix { $0 != "/" }) : nil
  }
}
