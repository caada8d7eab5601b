internal import Glibc

// SAFETY: the descriptor is opened in init and closed once, by close or deinit.
/// Bytes on their way to a file, a pipe or a terminal, buffered.
///
/// What is buffered is lost unless ``flush()`` or ``close()`` is called: only they can report a
/// full disk. Until then a file holds what it held before, and one that was not there before is gone
/// again when the output is given up.
public final class ByteOutput {
  private static let bufferSize = 128 << 10

  private var descriptor: Int32
  private let isOwned: Bool
  /// Bytes of the file that stay; nil once the others have been taken away.
  private var kept: Int?
  private var isNew = false
  private let name: String
  private var buffer: [UInt8] = []
  /// Bytes accepted so far, with those that were kept at opening: the length of the file after a
  /// ``flush()``.
  public private(set) var position: Int

  /// A regular file: what has been written to it can be read again.
  public private(set) var isFile = false

  /// Writes to an open descriptor, which stays open; `standardOutput` by default.
  public init(descriptor: Int32 = 1, name: String = "standard output") {
    self.descriptor = descriptor
    isOwned = false
    self.name = name
    position = 0
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Opens a file for writing (`-` is standard output); of what it holds the first `kept` bytes stay
  /// when it is written.
  /// - Throws: `output` where it cannot be opened or is another program's database, `resumeRefused` where it is shorter
  ///   than `kept`.
  public init(path: String, keeping kept: Int = 0) throws(ArchivesError) {
    name = path == "-" ? "standard output" : path
    position = kept
    isOwned = path != "-"
    descriptor = STDOUT_FILENO
    buffer.reserveCapacity(Self.bufferSize)
    guard isOwned else { return }
    // SAFETY: the path is NUL-terminated for the calls.
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    isNew = descriptor >= 0
    if !isNew { descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else {
      if errno == EISDIR {
        throw ArchivesError(
          .output, place: name,
          message: "cannot be opened for writing: it is a folder; name a file in it")
      }
      let error = systemError("cannot be opened for writing")
      try Self.requireFolder(of: path)
      throw error
    }
    var status = stat()
    // SAFETY: `status` outlives the call.
    guard unsafe fstat(descriptor, &status) == 0 else { throw systemError("cannot be examined") }
    // Pipes and devices (/dev/null) have no length to set.
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    isFile = true
    if !isNew { try DatabaseFile.refuseOthers(path) }
    guard status.st_size >= kept else {
      throw ArchivesError(
        .resumeRefused, place: name,
        message: "holds \(status.st_size) bytes where \(kept) were written before; "
          + "run without --resume")
    }
    self.kept = kept
  }

  /// - Throws: `output` where the folder that a path names is not there.
  public static func requireFolder(of path: String) throws(ArchivesError) {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    // SAFETY: the path is NUL-terminated for the call.
    if unsafe access(folder, F_OK) == 0 || errno != ENOENT { return }
    throw ArchivesError(
      .output, place: path,
      message: "cannot be opened for writing: there is no folder \(folder); "
        + "make it first: mkdir -p '\(folder)'")
  }

  /// Puts a file of these bytes in the place of another, whole or not at all.
  /// - Throws: `output` where it cannot be written or put there; the old file is then still whole.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(ArchivesError) {
    let output = try ByteOutput(path: path + ".new")
    try output.write(bytes)
    try output.synchronize()
    try output.close()
    try rename(path + ".new", to: path)
  }

  /// A file's bytes; nil where it cannot be read.
  public static func contents(of path: String) -> [UInt8]? {
    guard InputPath(path).regularSize != nil,
      let source = try? DescriptorSource.open(InputPath(path))
    else { return nil }
    return try? source.readAll(limit: .max)
  }

  /// Gives a file another name, in the place of what had it.
  /// - Throws: `output`.
  public static func rename(_ path: String, to target: String) throws(ArchivesError) {
    // SAFETY: both paths are NUL-terminated for the call.
    guard unsafe Glibc.rename(path, target) == 0 else {
      throw ArchivesError(
        .output, place: target, message: "cannot be replaced: \(systemMessage(errno))")
    }
  }

  /// Removes a file; none is as good.
  /// - Throws: `output` where it is there and cannot be removed.
  public static func remove(_ path: String) throws(ArchivesError) {
    // SAFETY: the path is NUL-terminated for the call.
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw ArchivesError(
        .output, place: path, message: "cannot be removed: \(systemMessage(errno))")
    }
  }

  deinit {
    guard isOwned, descriptor >= 0 else { return }
    // SAFETY: the path is NUL-terminated for the call.
    if isNew, kept != nil { _ = unsafe unlink(name) }
    Glibc.close(descriptor)
  }

  /// Takes bytes, and writes when enough have come together.
  /// - Throws: `closedPipe` or `output`.
  public func write(_ bytes: [UInt8]) throws(ArchivesError) {
    position += bytes.count
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    if bytes.count >= Self.bufferSize {
      try writeAll(bytes)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  /// Gives everything to the system.
  /// - Throws: `closedPipe` where the reader has gone, else `output`.
  public func flush() throws(ArchivesError) {
    try writeAll(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Flushes and waits until a file's bytes are on the disk.
  /// - Throws: `closedPipe` where the reader has gone, else `output`.
  public func synchronize() throws(ArchivesError) {
    try flush()
    // Pipes and terminals cannot be synchronised, and say so.
    guard fdatasync(descriptor) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP else {
      throw systemError("cannot be brought to the disk")
    }
  }

  /// Flushes and closes; some systems report a full disk only then.
  /// - Throws: `closedPipe` where the reader has gone, else `output`.
  public func close() throws(ArchivesError) {
    try flush()
    guard isOwned, descriptor >= 0 else { return }
    let closing = descriptor
    descriptor = -1
    guard Glibc.close(closing) == 0 || errno == EINTR else { throw systemError("cannot be closed") }
  }

  /// Takes away what the file holds behind the bytes that stay.
  private func shorten() throws(ArchivesError) {
    guard let kept else { return }
    guard ftruncate(descriptor, kept) == 0, lseek(descriptor, kept, SEEK_SET) >= 0 else {
      throw systemError("cannot be shortened")
    }
    self.kept = nil
  }

  private func writeAll(_ bytes: [UInt8]) throws(ArchivesError) {
    try shorten()
    var done = 0
    while done < bytes.count {
      // SAFETY: the pointer is used within the closure, for the array's own length.
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + done }, $0.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        // SAFETY: one pollfd, which outlives the call.
        _ = unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw systemError("cannot be written")
      }
    }
  }

  private func systemError(_ what: String) -> ArchivesError {
    errno == EPIPE
      ? ArchivesError(.closedPipe, place: name, message: "the reader has gone")
      : ArchivesError(.output, place: name, message: "\(what): \(systemMessage(errno))")
  }
}
