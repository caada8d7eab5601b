internal import Synchronization

/// Ends reading from outside, as after a signal: a reader that waits for a pipe or a terminal gives
/// what it has and then nothing more. Files are read on; whoever pulls batches stops pulling.
public final class ReadCancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Not cancelled; may be handed to several readers.
  public init() {}

  /// True for good once `cancel` was called.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Safe to call from any thread.
  public func cancel() { flag.store(true, ordering: .relaxed) }
}
