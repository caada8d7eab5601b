internal import Glibc

/// Why a source could not be read on.
struct ReadFailure: Error, Equatable {
  var reason: RejectionReason
  var message: String
}

/// Something that bytes are read from, in order, by one reader.
protocol ByteSource: AnyObject {
  /// Reads some bytes into a buffer that is not empty; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// A source that can be read from another place; archives with a directory at their end need it.
protocol SeekableSource: ByteSource {
  /// Bytes in all.
  var size: Int { get }
  /// Bytes before the next read.
  var position: Int { get }
  /// Goes to a place, given in bytes from the start.
  func seek(to position: Int) throws(ReadFailure)
}

/// A file, pipe or device, closed when nobody reads it any more.
class DescriptorSource: ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  /// Ends waiting for a pipe or device; a regular file never makes anybody wait.
  private let cancellation: ReadCancellation?
  /// Milliseconds between two looks at it.
  private static let patience: Int32 = 200
  /// Bytes read so far, seeks or not: what an archive's expansion is measured against.
  private(set) var bytesRead = 0

  init(descriptor: Int32, isOwned: Bool, cancellation: ReadCancellation? = nil) {
    self.cancellation = cancellation
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Opens a path for reading: seekable if it is a regular file.
  static func open(
    _ path: InputPath, _ cancellation: ReadCancellation? = nil
  ) throws(ReadFailure) -> DescriptorSource {
    if path.isStandardInput {
      return DescriptorSource(
        descriptor: STDIN_FILENO, isOwned: false, cancellation: cancellation)
    }
    // SAFETY: the path is a NUL-terminated array that outlives the call.
    let descriptor = unsafe Glibc.open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadFailure.system() }
    var status = stat()
    // SAFETY: `status` is a local that outlives the call.
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return DescriptorSource(
        descriptor: descriptor, isOwned: true, cancellation: cancellation)
    }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    return FileSource(descriptor: descriptor, size: Int(status.st_size))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    try waitUnlessCancelled()
    while true {
      // SAFETY: the buffer's memory is the caller's for the duration of the call.
      let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        bytesRead += count
        return count
      }
      guard errno == EINTR else { throw ReadFailure.system() }
    }
  }

  /// Waits until there is something to read, or the end.
  private func waitUnlessCancelled() throws(ReadFailure) {
    guard let cancellation else { return }
    while true {
      if cancellation.isCancelled { throw ReadFailure.cancelled }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // SAFETY: one pollfd, which outlives the call.
      if unsafe poll(&wait, 1, Self.patience) != 0, errno != EINTR || wait.revents != 0 { return }
    }
  }

  fileprivate func seekDescriptor(to position: Int) throws(ReadFailure) {
    guard lseek(descriptor, position, SEEK_SET) >= 0 else { throw ReadFailure.system() }
  }
}

/// A regular file.
final class FileSource: DescriptorSource, SeekableSource {
  let size: Int
  private(set) var position = 0

  init(descriptor: Int32, size: Int) {
    self.size = size
    super.init(descriptor: descriptor, isOwned: true)
  }

  override func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = unsafe try super.read(into: buffer)
    position += count
    return count
  }

  func seek(to position: Int) throws(ReadFailure) {
    try seekDescriptor(to: position)
    self.position = position
  }
}

/// A source of which the first bytes have been read already, to see what it is.
final class PrefixedSource: ByteSource {
  private let prefix: [UInt8]
  private var served = 0
  private let rest: any ByteSource

  init(prefix: [UInt8], rest: any ByteSource) {
    self.prefix = prefix
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    guard served < prefix.count else { return unsafe try rest.read(into: buffer) }
    let count = min(buffer.count, prefix.count - served)
    // SAFETY: the buffer holds at least `count` bytes.
    unsafe buffer.copyBytes(from: prefix[served..<served + count])
    served += count
    return count
  }
}

extension ByteSource {
  /// The first bytes, fewer only at the end or before damage, and a source that gives them again.
  func peeking(_ count: Int) throws(ReadFailure) -> (head: [UInt8], source: any ByteSource) {
    var head = [UInt8](repeating: 0, count: count)
    var filled = 0
    var failure: ReadFailure?
    // SAFETY: the closure writes only within the array's buffer.
    unsafe head.withUnsafeMutableBytes { buffer in
      while filled < count {
        do throws(ReadFailure) {
          let got = unsafe try read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
          if got == 0 { break }
          filled += got
        } catch {
          failure = error
          break
        }
      }
    }
    if filled == 0, let failure { throw failure }
    head.removeSubrange(filled...)
    if let seekable = self as? any SeekableSource {
      try seekable.seek(to: 0)
      return (head, self)
    }
    let rest: any ByteSource = failure.map(FailedSource.init) ?? self
    return (head, PrefixedSource(prefix: head, rest: rest))
  }
}

extension ByteSource {
  /// All bytes that are left; reading stops when there are `limit` or a little more.
  func readAll(limit: Int) throws(ReadFailure) -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while result.count < limit {
      var count = 0
      var failure: ReadFailure?
      // SAFETY: the source writes within the array's buffer.
      unsafe chunk.withUnsafeMutableBytes { buffer in
        do throws(ReadFailure) { count = unsafe try read(into: buffer) } catch { failure = error }
      }
      if let failure { throw failure }
      if count == 0 { break }
      result += chunk[..<count]
    }
    return result
  }
}

/// A source that is known to be damaged here.
final class FailedSource: ByteSource {
  private let failure: ReadFailure
  init(_ failure: ReadFailure) { self.failure = failure }
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int { throw failure }
}

extension ReadFailure {
  /// The reading was ended from outside: nothing is wrong with the input.
  static let cancelled = ReadFailure(
    reason: RejectionReason(rawValue: "cancelled"), message: "reading was ended")

  /// What the last system call said.
  static func system() -> ReadFailure {
    ReadFailure(reason: .unreadable, message: systemMessage(errno))
  }
}

/// An error number in the system's words.
func systemMessage(_ code: Int32) -> String {
  // SAFETY: strerror gives a NUL-terminated text, copied at once.
  unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
}
