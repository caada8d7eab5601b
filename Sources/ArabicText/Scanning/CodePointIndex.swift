/// Turns byte offsets of a UTF-8 text into code-point offsets, which outputs use.
public struct CodePointIndex: Sendable {
  private static let step = 256
  /// Code points before each multiple of `step` bytes.
  private let counts: [UInt32]
  private let bytes: [UInt8]

  /// Counts the code points of valid UTF-8 in one pass; keeps a count for every 256 bytes.
  public init(_ bytes: [UInt8]) {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var count: UInt32 = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.step == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.counts = counts
    self.bytes = bytes
  }

  /// Code points before the byte offset `offset`, which lies on a character boundary.
  public func codePoints(before offset: Int) -> Int {
    guard offset > 0, !counts.isEmpty else { return 0 }
    let block = min(offset / Self.step, counts.count - 1)
    var count = Int(counts[block])
    for at in block * Self.step..<min(offset, bytes.count) where bytes[at] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
