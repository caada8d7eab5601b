internal import Foundation

/// A folder for what need not outlive the program, in the folder for temporary files, readable by nobody else.
///
/// A program that is killed cannot remove its folder: the next one does. What is in use is told by a lock, which the
/// system takes off when a program ends in whatever way.
final class ScratchFolder: Sendable {
  private static let prefix = "hilal-studio-"
  private static let lockName = "lock"

  let url: URL
  private let lock: FileHandle

  /// - Parameter place: where folders like this one lie.
  init(in place: URL = FileManager.default.temporaryDirectory) throws {
    let files = FileManager.default
    let name = UUID().uuidString
    // It gets its name when it is locked: until then no other program takes it for abandoned.
    let unlocked = place.appending(path: "hilal-new-\(name)")
    try files.createDirectory(
      at: unlocked, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data().write(to: unlocked.appending(path: Self.lockName))
    lock = try FileHandle(forUpdating: unlocked.appending(path: Self.lockName))
    _ = Self.take(lock)
    url = place.appending(path: Self.prefix + name)
    try files.moveItem(at: unlocked, to: url)
    Self.removeAbandoned(in: place)
  }

  /// Removes it with all that is in it.
  func remove() { try? FileManager.default.removeItem(at: url) }

  private static func removeAbandoned(in place: URL) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: place.path)) ?? []
    where name.hasPrefix(prefix) {
      let folder = place.appending(path: name)
      guard let lock = try? FileHandle(forUpdating: folder.appending(path: lockName)), take(lock)
      else { continue }
      try? files.removeItem(at: folder)
    }
  }

  private static func take(_ lock: FileHandle) -> Bool {
    flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0
  }
}
