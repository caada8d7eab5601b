internal import Archives
internal import Articles
internal import FoundationEssentials

/// The ids of articles that earlier runs have looked at, as hashes: eight bytes each.
struct SeenArticles: Sendable {
  private var hashes: Set<UInt64> = []

  init() {}

  /// Reads a file of ids, one a line, of which the first `count` bytes count; all of it when nil. No
  /// file is an empty one.
  init(path: String, bytes count: Int? = nil) throws(ArchivesError) {
    guard let data = try SeenLog.contents(path) else { return }
    for line in data.prefix(count ?? data.count).split(separator: 0x0a) {
      hashes.insert(StableHash(of: line).value)
    }
  }

  func contains(_ id: String) -> Bool {
    !hashes.isEmpty && hashes.contains(StableHash(of: SeenLog.line(id)).value)
  }
}

/// The file of ids that a run adds its articles to (`--seen`): written beside the old one and put in
/// its place when the run is over, so that a run that was killed has seen nothing yet.
final class SeenLog {
  private let path: String
  private let output: ByteOutput
  /// Bytes written, with those of earlier runs.
  var position: Int { output.position }

  /// - Parameter position: of a run that goes on, where it stood; nil begins with the old file.
  init(path: String, position: Int?) throws(ArchivesError) {
    self.path = path
    let partial = path + ".partial"
    try ByteOutput.requireFolder(of: path)
    if let position {
      // A run that was killed at its very end has put the file in its place already.
      if try (Self.contents(partial)?.count ?? 0) < position {
        let old = try Self.contents(path) ?? Data()
        guard old.count >= position else {
          throw ArchivesError(
            .resumeRefused, place: path,
            message: "holds \(old.count) bytes where \(position) were written before; "
              + "run without --resume")
        }
        try Self.write(old, partial)
      }
      output = try ByteOutput(path: partial, keeping: position)
    } else {
      let old = try Self.contents(path) ?? Data()
      try Self.write(old, partial)
      output = try ByteOutput(path: partial, keeping: old.count)
      if let last = old.last, last != 0x0a { try output.write([0x0a]) }
    }
  }

  func add(_ ids: [String]) throws(ArchivesError) {
    for id in ids { try output.write(Self.line(id) + [0x0a]) }
  }

  func synchronize() throws(ArchivesError) { try output.synchronize() }

  /// The run is over: its articles have been seen.
  func finish() throws(ArchivesError) {
    try output.synchronize()
    try output.close()
    try ByteOutput.rename(path + ".partial", to: path)
  }

  /// An id as a line: line feeds in it become spaces.
  static func line(_ id: String) -> [UInt8] { id.utf8.map { $0 == 0x0a ? 0x20 : $0 } }

  /// A file's bytes; nil where there is none.
  fileprivate static func contents(_ path: String) throws(ArchivesError) -> Data? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do { return try Data(contentsOf: URL(filePath: path)) } catch {
      throw ArchivesError(.output, place: path, message: "cannot be read: \(error)")
    }
  }

  private static func write(_ data: Data, _ path: String) throws(ArchivesError) {
    let output = try ByteOutput(path: path)
    try output.write(Array(data))
    try output.close()
  }
}
