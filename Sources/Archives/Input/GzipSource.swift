internal import CArchive

/// The text of a gzip file, its members one after the other, checksums verified.
// SAFETY: the stream and the buffer are this object's own, from init to deinit.
@safe final class GzipSource: ByteSource {
  private let upstream: any ByteSource
  private var stream = unsafe z_stream()
  private var isInMember = false
  private var hadMember = false
  private var isAtEnd = false
  private var failure: ReadFailure?
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

  /// `nil` when zlib has no memory.
  init?(_ upstream: any ByteSource) {
    self.upstream = upstream
    // 15 bits of window, and 16 says: a gzip header and trailer.
    // SAFETY: the stream is this object's own, which does not move.
    guard
      unsafe inflateInit2_(&stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
  }

  deinit {
    // SAFETY: initialised in init and ended only here.
    unsafe inflateEnd(&stream)
    unsafe input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if let failure { throw failure }
    if isAtEnd { return 0 }
    // SAFETY: zlib writes at most `avail_out` bytes to the caller's buffer, within this call.
    unsafe stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.avail_out = UInt32(clamping: buffer.count)
    let room = unsafe Int(stream.avail_out)
    do throws(ReadFailure) {
      while unsafe Int(stream.avail_out) == room, !isAtEnd { try inflateMore() }
    } catch {
      failure = error
      // What came out before the damage is good.
      if unsafe Int(stream.avail_out) == room { throw error }
    }
    return unsafe room - Int(stream.avail_out)
  }

  private func inflateMore() throws(ReadFailure) {
    if unsafe stream.avail_in == 0 {
      let count = unsafe try upstream.read(into: input)
      if count == 0 {
        guard !isInMember else {
          throw ReadFailure(reason: .truncated, message: "the gzip file ends in the middle")
        }
        isAtEnd = true
        return
      }
      // SAFETY: `input` lives as long as this object.
      unsafe stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.avail_in = UInt32(count)
    }
    if !isInMember {
      if hadMember, unsafe stream.next_in.pointee != 0x1f {
        // Zeros or rubbish behind the last member: padding, which gzip passes over as well.
        isAtEnd = true
        return
      }
      unsafe inflateReset(&stream)
      isInMember = true
    }
    // SAFETY: both buffers are valid for the lengths given above.
    switch unsafe inflate(&stream, Z_NO_FLUSH) {
    case Z_STREAM_END:
      isInMember = false
      hadMember = true
    case Z_OK, Z_BUF_ERROR:
      break
    case Z_MEM_ERROR:
      throw ReadFailure(reason: .unreadable, message: "no memory to decompress the gzip file")
    default:
      let words = unsafe stream.msg.map { unsafe String(cString: $0) } ?? "damaged"
      throw ReadFailure(reason: .unreadable, message: "gzip: \(words)")
    }
  }
}
