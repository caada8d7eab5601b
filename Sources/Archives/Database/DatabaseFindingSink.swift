public import Articles
internal import Foundation
internal import GRDB
internal import Glibc

/// Findings in an SQLite database, with a full-text index over folded text.
///
/// Findings and the checkpoint that counts them are committed together: what a killed run leaves is a
/// whole database at one of its checkpoints. A new database takes the place of what is there when it is first saved.
public final class DatabaseFindingSink: FindingSink {
  /// Findings that are kept in memory before they are written.
  private static let bufferSize = 2000

  private let path: String
  /// nil until a new database is made.
  private var queue: DatabaseQueue?
  private var pending: [Finding] = []

  /// Takes the findings themselves.
  public let format: FindingFormat? = nil
  /// Nothing of a database is counted in bytes.
  public let position = 0
  /// What was committed outlives a crash.
  public let isDurable = true
  /// 2,000 findings or more wait to be written.
  public var isFull: Bool { pending.count >= Self.bufferSize }

  /// A new database in the place of what is there, or, `resuming`, the one that is.
  /// - Throws: `output` where it cannot be opened, and where another program's database would be replaced.
  public init(path: String, resuming: Bool) throws(ArchivesError) {
    self.path = path
    try ByteOutput.requireFolder(of: path)
    if resuming {
      queue = try Self.open(path)
    } else {
      try DatabaseFile.refuseOthers(path)
    }
  }

  private static func open(_ path: String) throws(ArchivesError) -> DatabaseQueue {
    try attempt(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// The database, made where it is to be a new one.
  private func opened() throws(ArchivesError) -> DatabaseQueue {
    if let queue { return queue }
    try Self.clear(path)
    let made = try Self.open(path)
    try Self.attempt(path) { try made.write { try DatabaseSchema.create(in: $0) } }
    queue = made
    return made
  }

  /// The checkpoint that a run has left in a database; nil where there is no file, or one without anything in it.
  ///
  /// - Throws: `ArchivesError` of kind `resumeRefused` for what cannot be read: a database in use, a damaged one, another
  ///   program's. A run that took it for none would replace it.
  public static func checkpoint(in path: String) throws(ArchivesError) -> [UInt8]? {
    guard InputPath(path).regularSize ?? 0 > 0 else { return nil }
    do {
      return try DatabaseQueue(path: path).read { db in
        try Row.fetchOne(db, sql: "SELECT checkpoint FROM runs WHERE id = 1").flatMap { row in
          (row["checkpoint"] as Data?).map { [UInt8]($0) }
        }
      }
    } catch {
      let reason = (error as? DatabaseError)?.message ?? "\(error)"
      throw ArchivesError(
        .resumeRefused, place: path,
        message: "cannot be resumed: \(reason); run without --resume to begin again")
    }
  }

  /// Removes a database and the journals of a run that was killed, which belong to it alone.
  private static func clear(_ path: String) throws(ArchivesError) {
    for ending in ["-journal", "-wal", "-shm", ""] {
      // SAFETY: the path is NUL-terminated for the call.
      guard unsafe unlink(path + ending) == 0 || errno == ENOENT else {
        throw ArchivesError(
          .output, place: path, message: "cannot be replaced: \(systemMessage(errno))")
      }
    }
  }

  /// Keeps the findings in memory until the next `save` or `finish`; never throws.
  public func write(_ findings: [Finding]) throws(ArchivesError) { pending += findings }

  /// - Throws: `output`, always: a database takes no encoded findings.
  public func write(encoded bytes: [UInt8]) throws(ArchivesError) {
    throw ArchivesError(.output, place: path, message: "takes findings, not bytes")
  }

  /// Commits what waits together with the checkpoint; nil clears the one that is there.
  /// - Throws: `output`, as on a full disk; nothing of what waited is then written.
  public func save(_ checkpoint: [UInt8]?) throws(ArchivesError) {
    let queue = try opened()
    try Self.attempt(path) {
      try queue.write { db in
        try writePending(db)
        try setCheckpoint(checkpoint, db)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// As `save`; with a summary it also makes the indexes and marks the run as finished. Closes the
  /// database.
  /// - Throws: `output`, as on a full disk.
  public func finish(_ checkpoint: [UInt8]?, summary: [UInt8]?) throws(ArchivesError) {
    let queue = try opened()
    try Self.attempt(path) {
      try queue.write { db in
        try writePending(db)
        try setCheckpoint(checkpoint, db)
        guard let summary else { return }
        try db.execute(sql: DatabaseSchema.indexes)
        try db.execute(
          sql: """
            UPDATE runs SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), summary = ?
            WHERE id = 1
            """, arguments: [String(decoding: summary, as: UTF8.self)])
      }
      try queue.close()
    }
  }

  private func setCheckpoint(_ checkpoint: [UInt8]?, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE runs SET checkpoint = ? WHERE id = 1",
      arguments: [checkpoint.map { Data($0) }])
  }

  private func writePending(_ db: Database) throws {
    let rows = try FindingRows(db)
    for finding in pending { try rows.insert(finding) }
  }

  /// The database's errors, such as a full disk, as this module's.
  static func attempt<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(ArchivesError) -> Value {
    do { return try body() } catch let error as DatabaseError {
      throw ArchivesError(.output, place: path, message: error.message ?? "\(error.resultCode)")
    } catch {
      throw ArchivesError(.output, place: path, message: "\(error)")
    }
  }
}
