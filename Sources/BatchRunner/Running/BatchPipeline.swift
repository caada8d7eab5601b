internal import Archives
internal import Dispatch
internal import Synchronization

/// Hands batches to workers and what they make of them to one consumer, in input order.
///
/// Whichever worker is free pulls the next batch (decompressing and cutting it) and then works on it.
/// Only so many batches are on their way at once, which bounds the memory.
struct BatchPipeline: Sendable {
  /// Batches that may wait for an earlier one, beside those in work.
  private static let waiting = 8

  let reader: ArticleReader
  let jobs: Int

  private struct Queue<Output: Sendable> {
    var next = 0
    var pending: [Int: Output] = [:]
    var isStopped = false
  }

  /// Runs until the inputs end or `consume` returns false.
  ///
  /// - Parameters:
  ///   - makeWorker: called once on each worker's thread; nil when it cannot work.
  ///   - consume: called with one output at a time, in input order.
  func run<Output: Sendable>(
    makeWorker: @Sendable () -> ((RecordBatch) -> Output)?,
    consume: @Sendable (Output) -> Bool
  ) {
    let queue = Mutex(Queue<Output>())
    let slots = DispatchSemaphore(value: jobs + Self.waiting)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      guard let work = makeWorker() else { return }
      while true {
        slots.wait()
        guard !queue.withLock({ $0.isStopped }), let batch = reader.nextBatch() else {
          slots.signal()
          return
        }
        let output = work(batch)
        let consumed = queue.withLock { queue in
          queue.pending[batch.index] = output
          var consumed = 0
          while let ready = queue.pending.removeValue(forKey: queue.next) {
            queue.next += 1
            consumed += 1
            if !queue.isStopped, !consume(ready) { queue.isStopped = true }
          }
          return consumed
        }
        for _ in 0..<consumed { slots.signal() }
      }
    }
  }
}
