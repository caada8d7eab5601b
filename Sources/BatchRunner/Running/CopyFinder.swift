internal import Dispatch
internal import Extraction
internal import Synchronization

/// Finds the articles of a run that copy earlier ones, for all workers.
///
/// Batches are taken in by their number, so that the answers depend on the input alone: a worker
/// whose batch comes too early waits for those before it. It waits for signatures only, never for
/// rules; the earliest batch waits for nobody.
final class CopyFinder: Sendable {
  /// An article as the finder sees it; without a signature it is too short to be compared.
  struct Entry: Sendable {
    var record: Int
    var id: String
    var signature: NearDuplicates.Signature?
  }

  private struct State {
    var articles = NearDuplicates()
    var next = 0
    var waiting: [Int: DispatchSemaphore] = [:]
  }

  private let state = Mutex(State())

  /// The copies in a batch: the id of the first article of each, by the copy's record.
  ///
  /// - Parameter batch: the batch's number. Every number is asked for once, by some thread.
  func copies(inBatch batch: Int, _ entries: [Entry]) -> [Int: String] {
    turn(of: batch)?.wait()
    return state.withLock { state in
      var copies: [Int: String] = [:]
      for entry in entries {
        guard let signature = entry.signature else { continue }
        copies[entry.record] = state.articles.add(id: entry.id, signature: signature)
      }
      state.next += 1
      state.waiting.removeValue(forKey: state.next)?.signal()
      return copies
    }
  }

  /// Takes in articles before the first batch: those that an earlier run has dealt with.
  func learn(_ entries: [Entry]) {
    state.withLock { state in
      for entry in entries {
        guard let signature = entry.signature else { continue }
        _ = state.articles.add(id: entry.id, signature: signature)
      }
    }
  }

  /// What a batch has to wait on; nil when it is its turn.
  private func turn(of batch: Int) -> DispatchSemaphore? {
    state.withLock { state in
      if batch == state.next { return nil }
      let turn = DispatchSemaphore(value: 0)
      state.waiting[batch] = turn
      return turn
    }
  }
}
