/// Turns byte offsets of a UTF-8 text into code-point offsets, which outputs use.
public struct CodePointIndex: Sendable {
  /// Bytes between two counts: few enough to count them anew at each question.
  private static let step = 64
  /// Code points before each multiple of `step` bytes.
  private let counts: [UInt32]
  private let bytes: [UInt8]

  /// Counts the code points of valid UTF-8 in one pass.
  public init(_ bytes: [UInt8]) {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var count: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: Self.step) {
      counts.append(count)
      count += UInt32(Self.codePoints(in: start..<min(start + Self.step, bytes.count), of: bytes))
    }
    self.counts = counts
    self.bytes = bytes
  }

  /// Code points before the byte offset `offset`, which lies on a character boundary.
  public func codePoints(before offset: Int) -> Int {
    guard offset > 0, !counts.isEmpty else { return 0 }
    let block = min(offset / Self.step, counts.count - 1)
    return Int(counts[block])
      + Self.codePoints(in: block * Self.step..<min(offset, bytes.count), of: bytes)
  }

  /// How many code points begin at some bytes.
  @inline(__always)
  private static func codePoints(in range: Range<Int>, of bytes: [UInt8]) -> Int {
    let bytes = bytes.span.extracting(range)
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}
