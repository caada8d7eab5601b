internal import CArchive

/// The members of a zip file, read through its directory.
///
/// Made for speed and for the ordinary: stored and deflated members. Whatever is different
/// (encryption, other methods, zip64, a damaged directory, a stream that cannot seek) is left to
/// libarchive, which costs half the speed.
final class ZipFile: MemberContainer {
  private let file: any SeekableSource
  private var entries: ArraySlice<ZipEntry>
  private var current: ZipEntry?

  /// `nil` if the file should be read by libarchive; the source is then at its start again.
  init?(_ file: any SeekableSource) throws(ReadFailure) {
    guard let entries = try ZipEntry.directory(of: file) else {
      try file.seek(to: 0)
      return nil
    }
    self.file = file
    self.entries = entries[...]
  }

  func next() -> String? {
    current = entries.popFirst()
    return current?.name
  }

  func member() throws(ReadFailure) -> any ByteSource {
    guard let entry = current else { return PrefixedSource(prefix: [], rest: file) }
    try file.seek(to: entry.offset)
    let header = try file.readExactly(30)
    guard header.starts(with: [0x50, 0x4b, 3, 4]) else {
      throw ReadFailure(reason: .unreadable, message: "the zip's directory points to no member")
    }
    let start = entry.offset + 30 + header.little(26, 2) + header.little(28, 2)
    try file.seek(to: start)
    let packed = RangeSource(file, count: entry.packedSize)
    let text: any ByteSource = entry.isDeflated ? DeflateSource(packed, .none) : packed
    return CheckedSource(text, size: entry.size, checksum: entry.checksum)
  }
}

/// A member as the directory describes it (APPNOTE.TXT 4.3.12).
struct ZipEntry {
  var name: String
  /// Neither a folder nor a link.
  var isRegular: Bool
  var isDeflated: Bool
  var checksum: UInt32
  var packedSize: Int
  var size: Int
  /// Of its header.
  var offset: Int

  /// Directories are read whole; a larger one is left to libarchive.
  private static let directoryLimit = 32 << 20

  /// The regular files in the order of their places; nil for anything out of the ordinary.
  static func directory(of file: any SeekableSource) throws(ReadFailure) -> [ZipEntry]? {
    let tailSize = min(file.size, 22 + 0xffff)
    try file.seek(to: file.size - tailSize)
    let tail = try file.readExactly(tailSize)
    guard let end = endRecord(tail) else { return nil }
    let (count, size, start) = (
      tail.little(end + 10, 2), tail.little(end + 12, 4), tail.little(end + 16, 4)
    )
    guard count < 0xffff, size <= directoryLimit, start + size == file.size - tailSize + end else {
      return nil
    }
    try file.seek(to: start)
    let bytes = try file.readExactly(size)
    var entries: [ZipEntry] = []
    var at = 0
    for _ in 0..<count {
      guard let entry = ZipEntry(bytes, &at) else { return nil }
      if entry.isRegular { entries.append(entry) }
    }
    return entries.sorted { $0.offset < $1.offset }
  }

  /// Where the record at the end begins, behind which only its comment stands.
  private static func endRecord(_ tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    return stride(from: tail.count - 22, through: 0, by: -1).first { at in
      tail[at...].starts(with: [0x50, 0x4b, 5, 6])
        && at + 22 + tail.little(at + 20, 2) == tail.count
    }
  }
}

extension ZipEntry {
  /// Reads the entry at `at` and passes it; nil for what is out of the ordinary.
  fileprivate init?(_ bytes: [UInt8], _ at: inout Int) {
    guard at + 46 <= bytes.count, bytes[at...].starts(with: [0x50, 0x4b, 1, 2]) else { return nil }
    let nameEnd = at + 46 + bytes.little(at + 28, 2)
    let next = nameEnd + bytes.little(at + 30, 2) + bytes.little(at + 32, 2)
    let (flags, method) = (bytes.little(at + 8, 2), bytes.little(at + 10, 2))
    guard next <= bytes.count, flags & 1 == 0, method == 0 || method == 8 else { return nil }
    name = String(decoding: bytes[at + 46..<nameEnd], as: UTF8.self)
    let isUnix = bytes[at + 5] == 3
    let isLink = isUnix && bytes.little(at + 40, 2) & 0o170000 == 0o120000
    isRegular = !name.hasSuffix("/") && !isLink
    isDeflated = method == 8
    checksum = UInt32(bytes.little(at + 16, 4))
    packedSize = bytes.little(at + 20, 4)
    size = bytes.little(at + 24, 4)
    offset = bytes.little(at + 42, 4)
    // All ones stand for a number that is elsewhere (zip64).
    guard max(packedSize, size, offset) < 0xffff_ffff else { return nil }
    at = next
  }
}

/// The next bytes of a file, up to a count.
private final class RangeSource: ByteSource {
  private let file: any ByteSource
  private var left: Int

  init(_ file: any ByteSource, count: Int) {
    self.file = file
    left = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    guard left > 0 else { return 0 }
    let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(left))
    let count = unsafe try file.read(into: part)
    guard count > 0 else {
      throw ReadFailure(reason: .truncated, message: "the zip ends within the member")
    }
    left -= count
    return count
  }
}

/// A member whose size and checksum are compared with the directory's when it ends.
private final class CheckedSource: ByteSource {
  private let member: any ByteSource
  private let size: Int
  private let checksum: UInt32
  private var readSize = 0
  private var readChecksum: UInt32 = 0

  init(_ member: any ByteSource, size: Int, checksum: UInt32) {
    self.member = member
    self.size = size
    self.checksum = checksum
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = unsafe try member.read(into: buffer)
    guard count > 0 else {
      guard readSize == size, readChecksum == checksum else {
        throw ReadFailure(
          reason: .unreadable, message: "the member's size or checksum is not the directory's")
      }
      return 0
    }
    readSize += count
    // SAFETY: `count` bytes have just been written to the buffer.
    unsafe readChecksum = crc32_gzip_refl(
      readChecksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(count))
    return count
  }
}

extension ByteSource {
  /// As many bytes as asked for.
  fileprivate func readExactly(_ count: Int) throws(ReadFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    var failure: ReadFailure?
    // SAFETY: the closure writes only within the array's buffer.
    unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(ReadFailure) {
        while filled < count {
          let got = unsafe try read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
          if got == 0 { break }
          filled += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    guard filled == count else {
      throw ReadFailure(reason: .truncated, message: "the file ends before its directory says so")
    }
    return bytes
  }
}

extension [UInt8] {
  /// A number of `count` bytes, the lowest first.
  fileprivate func little(_ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }
}
