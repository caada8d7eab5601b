internal import Foundation

/// Work that takes longer than a moment, such as running scripts, away from the threads that serve requests.
struct WorkQueue: Sendable {
  private let queue: OperationQueue

  /// - Parameter width: how much is done at once; the rest waits.
  init(width: Int) {
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = width
  }

  func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.addOperation { continuation.resume(with: Result { try body() }) }
    }
  }
}
