/// What a state may use. Steps are not here: the caller passes them in with every call.
public struct LuaLimits: Sendable {
  /// Bytes of memory of the state, libraries included.
  public var memory = 16 << 20
  /// Bytes of the largest single block, and so of the longest string.
  public var block = 1 << 20
  /// Processor seconds of one call: only a net for what the steps do not see.
  public var seconds = 2.0

  /// Neither steps nor time are looked at. Only this package's benchmarks say so, to measure what limits cost.
  package var isUnwatched = false

  /// Steps for loading a chunk.
  public static let loadingSteps = 50_000_000

  /// The standard limits.
  public init() {}
}
