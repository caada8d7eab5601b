import Archives
import Articles
import BatchRunner
import Foundation
import RulePacks

/// Findings of earlier comparisons, kept by the hash of all that they hang on: the packs' files, the
/// inputs' bytes, how inputs are read, and the program itself.
struct FindingCache {
  /// Files that are kept; the oldest go first.
  private static let limit = 32
  /// Bytes that are read at once.
  private static let block = 1 << 20

  let folder: URL

  /// `$XDG_CACHE_HOME/hilal/findings`, or under `~/.cache`.
  init() {
    let home = Console.environment("XDG_CACHE_HOME").map { URL(fileURLWithPath: $0) }
    let base =
      home ?? URL(fileURLWithPath: Console.environment("HOME") ?? "/tmp").appending(path: ".cache")
    folder = base.appending(path: "hilal/findings")
  }

  /// The key of what a book makes of some inputs; nil when an input cannot be read.
  ///
  /// - Parameter reading: the options that change how inputs are read.
  func key(_ book: RuleBook, inputs: [String], reading: String) -> String? {
    var hash = StableHash()
    hash.update("\(Hilal.version) \(reading)\n".utf8)
    let program = Bundle.main.executablePath ?? ""
    let attributes = try? FileManager.default.attributesOfItem(atPath: program)
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    hash.update("\(attributes?[.size] as? Int ?? 0) \(changed)\n".utf8)
    for pack in book.packs {
      hash.update("pack \(pack.manifest.name) \(pack.reports)\n".utf8)
      guard add(pack.source.path, to: &hash) else { return nil }
    }
    for input in inputs {
      hash.update("input\n".utf8)
      guard add(input, to: &hash) else { return nil }
    }
    return hash.hexadecimal
  }

  /// The findings under a key; nil when there are none, or the file is damaged.
  func findings(_ key: String) -> CollectedFindings? {
    guard let bytes = try? Data(contentsOf: file(key)) else { return nil }
    return try? JSONDecoder().decode(CollectedFindings.self, from: bytes)
  }

  /// Keeps findings. What cannot be kept is worked out again next time.
  func keep(_ findings: CollectedFindings, _ key: String) {
    guard let bytes = try? JSONEncoder().encode(findings) else { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? bytes.write(to: file(key), options: .atomic)
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
    let dated = files.map { file in
      let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
      return (file, values?.contentModificationDate ?? .distantPast)
    }
    for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.limit) {
      try? FileManager.default.removeItem(at: file)
    }
  }

  private func file(_ key: String) -> URL { folder.appending(path: "\(key).json") }

  /// Adds the names and bytes of a file or of all files of a folder, in a fixed order.
  private func add(_ path: String, to hash: inout StableHash) -> Bool {
    guard let isFolder = Self.isFolder(path) else { return false }
    if !isFolder { return addBytes(path, to: &hash) }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    for name in names.sorted() where Self.isFolder("\(path)/\(name)") == false {
      hash.update("\(name)\n".utf8)
      guard addBytes("\(path)/\(name)", to: &hash) else { return false }
    }
    return true
  }

  /// Whether a path, its links resolved, is a folder; nil when there is nothing.
  private static func isFolder(_ path: String) -> Bool? {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    return try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
  }

  private func addBytes(_ path: String, to hash: inout StableHash) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    do {
      while let bytes = try handle.read(upToCount: Self.block), !bytes.isEmpty {
        hash.update(bytes)
      }
    } catch {
      return false
    }
    return true
  }
}
