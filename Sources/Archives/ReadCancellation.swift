internal import Synchronization

/// Ends reading from outside, as after a signal: a reader that waits for a pipe or a terminal gives
/// what it has and then nothing more. Files are read on; whoever pulls batches stops pulling.
public final class ReadCancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Safe to call from any thread.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
