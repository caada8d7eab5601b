/// What a reader accepts before it puts something into quarantine.
public struct ReadingLimits: Sendable, Equatable {
  /// Bytes of one record (`--max-record`).
  public var record = 64 << 20
  /// Bytes of one decompressed member (`--max-member`).
  public var member = 4 << 30
  /// Decompressed bytes for each compressed one, watched past ``ratioFloor`` (`--max-ratio`).
  public var ratio = 200
  /// Decompressed bytes below which no ratio is suspicious.
  public var ratioFloor = 64 << 20
  /// Archives in one another: 2 is an archive in an archive.
  public var archiveDepth = 2

  /// The standard limits.
  public init() {}
}
