/// How much an input has been read and how much has come out of it.
final class InputMeter {
  let root: DescriptorSource
  let limits: ReadingLimits
  /// Bytes of text that came out of all members.
  private(set) var produced = 0
  /// The whole input expands beyond the limits: nothing more of it is read.
  private(set) var isExhausted = false

  init(root: DescriptorSource, limits: ReadingLimits) {
    self.root = root
    self.limits = limits
  }

  /// Compressed bytes that the input has given, or holds in all.
  private var compressed: Int { max(root.bytesRead, (root as? FileSource)?.size ?? 0) }

  fileprivate func add(_ count: Int) throws(ReadFailure) {
    produced += count
    guard produced > limits.ratioFloor, produced / limits.ratio > compressed else { return }
    isExhausted = true
    throw ReadFailure(
      reason: .bomb,
      message: "the input expands more than \(limits.ratio) times; raise --max-ratio if it is sound"
    )
  }
}

/// A member of an archive or a compressed stream, stopped when it expands beyond the limits.
final class GuardedSource: ByteSource {
  private let member: any ByteSource
  private let meter: InputMeter
  private let compressedBefore: Int
  private var produced = 0
  /// Records are cut from it: its bytes count towards the whole input's.
  var holdsText = false
  /// What the archive may have read ahead before the member began.
  private static let readAhead = 128 << 10

  init(_ member: any ByteSource, _ meter: InputMeter) {
    self.member = member
    self.meter = meter
    compressedBefore = meter.root.bytesRead
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    // SAFETY: the buffer is the caller's and handed on within the call.
    let count = unsafe try member.read(into: buffer)
    produced += count
    let limits = meter.limits
    if produced > limits.member {
      throw ReadFailure(
        reason: .bomb,
        message:
          "the member is larger than \(limits.member) bytes; raise --max-member if it is sound")
    }
    let compressed = meter.root.bytesRead - compressedBefore + Self.readAhead
    if produced > limits.ratioFloor, produced / limits.ratio > compressed {
      throw ReadFailure(
        reason: .bomb,
        message:
          "the member expands more than \(limits.ratio) times; raise --max-ratio if it is sound")
    }
    if holdsText { try meter.add(count) }
    return count
  }
}
