internal import GRDB

/// SQLite's databases as files: how they begin, and whose they are.
enum DatabaseFile {
  /// The first bytes of every one that holds anything.
  static let mark = Array("SQLite format 3\0".utf8)

  /// Another program's database holds more than a run could make again, in whatever format it writes.
  static func refuseOthers(_ path: String) throws(ArchivesError) {
    guard isDatabase(path) else { return }
    // What is no database, or a damaged one, is a file like any other. One that was left in the middle of a change can be
    // read only after it has been taken back, and for that it must be open for writing.
    for isReadOnly in [true, false] {
      var configuration = Configuration()
      configuration.readonly = isReadOnly
      configuration.busyMode = .timeout(1)
      do {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let isOurs = try queue.read { db in
          try DatabaseSchema.isPresent(in: db)
            || Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        }
        if isOurs { return }
        throw ArchivesError(
          .output, place: path,
          message: "is a database that does not hold findings; name another file")
      } catch let error as ArchivesError {
        throw error
      } catch {
        guard (error as? DatabaseError)?.resultCode == .SQLITE_BUSY else { continue }
        throw ArchivesError(
          .output, place: path, message: "is a database that is in use; name another file")
      }
    }
  }

  /// Whether a file begins as databases do.
  private static func isDatabase(_ path: String) -> Bool {
    guard InputPath(path).regularSize ?? 0 > 0,
      let source = try? DescriptorSource.open(InputPath(path))
    else { return false }
    return (try? source.readAll(limit: mark.count))?.starts(with: mark) == true
  }
}
