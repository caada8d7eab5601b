internal import CArchive

/// The text of deflated data, through ISA-L.
// SAFETY: the state and the buffer are this object's own, from init to deinit.
@safe final class DeflateSource: ByteSource {
  enum Wrapper {
    /// Bare, as in a zip: one stream (RFC 1951).
    case none
    /// gzip members, one after the other, checksums verified (RFC 1952).
    case gzip
  }

  private static let inputSize = 64 << 10

  private let upstream: any ByteSource
  private let wrapper: Wrapper
  private let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
  private let input = UnsafeMutableRawBufferPointer.allocate(
    byteCount: DeflateSource.inputSize, alignment: 64)
  private var isInMember = false
  private var isAtEnd = false
  private var failure: ReadFailure?

  init(_ upstream: any ByteSource, _ wrapper: Wrapper) {
    self.upstream = upstream
    self.wrapper = wrapper
    // SAFETY: isal_inflate_init sets what the library reads before it writes.
    unsafe isal_inflate_init(state)
    startMember()
  }

  deinit {
    unsafe state.deallocate()
    unsafe input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if let failure { throw failure }
    if isAtEnd { return 0 }
    // SAFETY: ISA-L writes at most `avail_out` bytes to the caller's buffer, within this call.
    unsafe state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe state.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = unsafe state.pointee.avail_out
    do throws(ReadFailure) {
      while unsafe state.pointee.avail_out == room, !isAtEnd { try inflateMore() }
    } catch {
      failure = error
      // What came out before the damage is good.
      if unsafe state.pointee.avail_out == room { throw error }
    }
    return unsafe Int(room - state.pointee.avail_out)
  }

  private func startMember() {
    unsafe isal_inflate_reset(state)
    unsafe state.pointee.crc_flag = UInt32(wrapper == .gzip ? ISAL_GZIP : ISAL_DEFLATE)
  }

  private func inflateMore() throws(ReadFailure) {
    var hasInput = unsafe state.pointee.avail_in > 0
    if !hasInput {
      let count = unsafe try upstream.read(into: input)
      // SAFETY: `input` lives as long as this object.
      unsafe state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe state.pointee.avail_in = UInt32(count)
      hasInput = count > 0
    }
    if !isInMember, hasFinished {
      // Behind the last member there may be padding, which gzip passes over as well.
      guard hasInput, unsafe state.pointee.next_in.pointee == 0x1f else {
        isAtEnd = true
        return
      }
      startMember()
    }
    isInMember = true
    let before = unsafe (state.pointee.avail_in, state.pointee.avail_out)
    // SAFETY: both buffers are valid for the lengths given with them.
    let status = unsafe isal_inflate(state)
    guard status >= ISAL_DECOMP_OK else { throw damage(status) }
    if hasFinished {
      isInMember = false
      if wrapper == .none { isAtEnd = true }
    } else if unsafe before == (state.pointee.avail_in, state.pointee.avail_out) {
      // Nothing taken and nothing given: it would stay so for ever.
      throw hasInput
        ? damage(status)
        : ReadFailure(reason: .truncated, message: "the compressed data ends in the middle")
    }
  }

  private var hasFinished: Bool { unsafe state.pointee.block_state == ISAL_BLOCK_FINISH }

  private func damage(_ status: Int32) -> ReadFailure {
    let words =
      switch status {
      case ISAL_INCORRECT_CHECKSUM: "the checksum is wrong"
      case ISAL_INVALID_WRAPPER, ISAL_UNSUPPORTED_METHOD: "the gzip header is damaged"
      default: "the compressed data is damaged"
      }
    return ReadFailure(reason: .unreadable, message: words)
  }
}
