internal import CArchive
internal import Glibc

/// Holds files to be read one after the other.
protocol MemberContainer: AnyObject {
  /// Goes to the next regular file and gives its name; nil at the end.
  func next() throws(ReadFailure) -> String?
  /// The text of the file that ``next()`` has found; valid until that is called again.
  func member() throws(ReadFailure) -> any ByteSource
}

/// A zip or tar archive, or one compressed stream, read through libarchive member by member.
// SAFETY: the handle is made in init, freed in deinit and never leaves this file.
@safe final class Archive: MemberContainer {
  enum Kind {
    case zip
    case tar
    /// bzip2, xz or zstd: one member, the text.
    case compressed
  }

  private let handle: OpaquePointer
  fileprivate let feed: Feed

  /// What libarchive reads from: the context of its callbacks.
  // SAFETY: the buffer is this object's own, from init to deinit.
  @safe fileprivate final class Feed {
    let source: any ByteSource
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    var failure: ReadFailure?

    init(_ source: any ByteSource) { self.source = source }
    deinit { unsafe buffer.deallocate() }
  }

  /// Opens the archive that `source` holds.
  init(_ kind: Kind, _ source: any ByteSource) throws(ReadFailure) {
    guard let handle = unsafe archive_read_new() else {
      throw ReadFailure(reason: .unreadable, message: "no memory to open the archive")
    }
    unsafe self.handle = handle
    feed = Feed(source)
    // SAFETY: every call takes the handle made above; `feed` is owned by self and outlives the
    // handle, which deinit frees first.
    switch kind {
    case .zip: unsafe archive_read_support_format_zip(handle)
    case .tar: unsafe archive_read_support_format_tar(handle)
    case .compressed:
      unsafe archive_read_support_format_raw(handle)
      unsafe archive_read_support_filter_bzip2(handle)
      unsafe archive_read_support_filter_xz(handle)
      unsafe archive_read_support_filter_zstd(handle)
    }
    unsafe archive_read_set_callback_data(handle, Unmanaged.passUnretained(feed).toOpaque())
    unsafe archive_read_set_read_callback(handle, readCallback)
    if source is any SeekableSource {
      unsafe archive_read_set_seek_callback(handle, seekCallback)
      unsafe archive_read_set_skip_callback(handle, skipCallback)
    }
    guard unsafe archive_read_open1(handle) == ARCHIVE_OK else { throw lastFailure() }
  }

  deinit {
    // SAFETY: the handle is freed once, here.
    unsafe archive_read_free(handle)
  }

  func next() throws(ReadFailure) -> String? {
    while true {
      var entry: OpaquePointer?
      // SAFETY: libarchive owns the entry, which is valid until the next header is read.
      let status = unsafe archive_read_next_header(handle, &entry)
      if status == ARCHIVE_EOF { return nil }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
        if status == ARCHIVE_RETRY { continue }
        throw lastFailure()
      }
      guard unsafe archive_entry_filetype(entry) == S_IFREG else { continue }
      // SAFETY: the name is a NUL-terminated text of the entry, copied at once.
      let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      return unsafe name.map { unsafe String(cString: $0) } ?? "?"
    }
  }

  func member() -> any ByteSource { MemberSource(self) }

  fileprivate func nextBlock(
    _ block: inout UnsafeRawBufferPointer
  ) -> (status: Int32, offset: Int) {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: la_int64_t = 0
    // SAFETY: the block is libarchive's and lives until its next call; MemberSource copies from it
    // before it asks for another.
    let status = unsafe archive_read_data_block(handle, &start, &count, &offset)
    unsafe block = UnsafeRawBufferPointer(start: start, count: unsafe start == nil ? 0 : count)
    return (status, Int(offset))
  }

  fileprivate func lastFailure() -> ReadFailure {
    if let failure = feed.failure { return failure }
    // SAFETY: the message is a NUL-terminated text of the handle, copied at once.
    let words = unsafe archive_error_string(handle).map { unsafe String(cString: $0) }
    let message = words ?? "the archive is damaged"
    let lower = message.lowercased()
    let isCut = lower.contains("truncated") || lower.contains("premature")
    return ReadFailure(reason: isCut ? .truncated : .unreadable, message: message)
  }
}

/// The bytes of one member.
// SAFETY: the block is libarchive's, used only between two of its calls.
@safe private final class MemberSource: ByteSource {
  private let archive: Archive
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var used = 0
  /// Zeros still to be given for a hole in a sparse file.
  private var hole = 0
  private var position = 0
  private var failure: ReadFailure?
  private var isAtEnd = false

  init(_ archive: Archive) { self.archive = archive }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    while unsafe used == block.count {
      if let failure { throw failure }
      if isAtEnd { return 0 }
      fetch()
    }
    // SAFETY: `count` bytes are left in the block, or zeros to be given, and fit into the buffer.
    if hole > 0 {
      let count = min(hole, buffer.count)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(
        as: UInt8.self, repeating: 0)
      hole -= count
      position += count
      return count
    }
    let count = unsafe min(buffer.count, block.count - used)
    unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[used..<used + count]))
    used += count
    position += count
    return count
  }

  private func fetch() {
    used = 0
    let (status, offset) = unsafe archive.nextBlock(&block)
    switch status {
    case ARCHIVE_OK:
      break
    case ARCHIVE_EOF:
      unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
      isAtEnd = true
    case ARCHIVE_WARN:
      // A wrong checksum or length, told with the last block: that block is given first.
      failure = archive.lastFailure()
    default:
      unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
      failure = archive.lastFailure()
    }
    if unsafe !block.isEmpty { hole = max(0, offset - position) }
  }
}

// The callbacks run inside libarchive's calls, on the reader's thread, with the feed as context.

private func feed(_ context: UnsafeMutableRawPointer?) -> Archive.Feed? {
  // SAFETY: the context is the Feed that Archive.init has set and that outlives the handle.
  unsafe context.map { unsafe Unmanaged<Archive.Feed>.fromOpaque($0).takeUnretainedValue() }
}

private func readCallback(
  _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ block: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> la_ssize_t {
  guard let feed = unsafe feed(context) else { return la_ssize_t(ARCHIVE_FATAL) }
  do throws(ReadFailure) {
    let count = unsafe try feed.source.read(into: feed.buffer)
    // SAFETY: libarchive uses the block until it calls again.
    unsafe block?.pointee = UnsafeRawPointer(feed.buffer.baseAddress)
    return count
  } catch {
    feed.failure = error
    return la_ssize_t(ARCHIVE_FATAL)
  }
}

private func seekCallback(
  _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ offset: la_int64_t,
  _ whence: Int32
) -> la_int64_t {
  guard let source = unsafe feed(context)?.source as? any SeekableSource else {
    return la_int64_t(ARCHIVE_FATAL)
  }
  let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? source.position : source.size
  let (target, overflow) = base.addingReportingOverflow(Int(offset))
  guard !overflow, target >= 0, (try? source.seek(to: target)) != nil else {
    return la_int64_t(ARCHIVE_FATAL)
  }
  return la_int64_t(target)
}

private func skipCallback(
  _ archive: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ count: la_int64_t
) -> la_int64_t {
  guard let source = unsafe feed(context)?.source as? any SeekableSource else { return 0 }
  let skipped = min(Int(count), max(0, source.size - source.position))
  guard (try? source.seek(to: source.position + skipped)) != nil else { return 0 }
  return la_int64_t(skipped)
}
