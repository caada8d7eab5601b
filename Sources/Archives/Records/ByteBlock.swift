internal import Glibc

/// Memory that a reader fills with raw records and then hands over, unchanged from there on.
///
/// Behind the last byte in use there is always room for the parser's padding.
// SAFETY: one reader writes while it alone holds the block; a batch that has taken the block over
// only reads it. That hand-over is what makes it Sendable. The memory is freed in deinit.
@safe final class ByteBlock: @unchecked Sendable {
  static let standardCapacity = 512 << 10
  /// Bytes behind the last usable one (simdjson reads beyond the record's end).
  static let padding = 64

  private var memory: UnsafeMutableRawPointer
  /// Bytes that may be used.
  private(set) var capacity: Int

  init(capacity: Int = ByteBlock.standardCapacity) {
    self.capacity = capacity
    unsafe memory = allocate(capacity + ByteBlock.padding, replacing: nil)
  }

  deinit { unsafe free(memory) }

  /// The bytes of a range, for reading.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    // SAFETY: the range lies within the memory, as checked; its bytes have been written before.
    return unsafe UnsafeBufferPointer(
      start: (memory + range.lowerBound).assumingMemoryBound(to: UInt8.self), count: range.count)
  }

  /// The bytes of a range, for writing.
  func space(_ range: Range<Int>) -> UnsafeMutableRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= capacity)
    // SAFETY: the range lies within the memory, as checked.
    return unsafe UnsafeMutableRawBufferPointer(
      start: memory + range.lowerBound, count: range.count)
  }

  /// Moves bytes to a lower place in the same block.
  func move(_ range: Range<Int>, to target: Int) {
    // SAFETY: both places lie within the memory; copyMemory may overlap.
    unsafe space(target..<target + range.count).copyMemory(
      from: UnsafeRawBufferPointer(bytes(range)))
  }

  /// Makes room for `wanted` bytes; those in use stay.
  func grow(to wanted: Int) {
    guard wanted > capacity else { return }
    unsafe memory = allocate(wanted + ByteBlock.padding, replacing: memory)
    capacity = wanted
  }
}

/// Memory from the C library, whose `realloc` moves large blocks without copying them.
private func allocate(
  _ count: Int, replacing old: UnsafeMutableRawPointer?
) -> UnsafeMutableRawPointer {
  // SAFETY: `old` is nil or came from here and is not used again by its only owner.
  guard let memory = unsafe realloc(old, count) else { preconditionFailure("out of memory") }
  return unsafe memory
}
