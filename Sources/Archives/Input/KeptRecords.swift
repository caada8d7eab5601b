internal import Synchronization

/// The raw records of some inputs, kept in memory so that the same files, unchanged, are not unpacked
/// and cut again: for a program that goes over one archive time after time.
///
/// It belongs to one way of reading: all readers that share it have the same limits, encoding and
/// filter.
public final class KeptRecords: Sendable {
  private struct State {
    var files: [InputFile] = []
    var batches: [RecordBatch] = []
    var bytes = 0
    /// The batches are all that the files hold.
    var isWhole = false
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: bytes of records that are kept at most; larger inputs are read every time.
  public init(limit: Int = 512 << 20) { self.limit = limit }

  /// All batches of the files as they are now; nil where they have to be read.
  func batches(of files: [InputFile]) -> [RecordBatch]? {
    state.withLock { $0.isWhole && $0.files == files ? $0.batches : nil }
  }

  /// Forgets what is kept and waits for the batches of other files.
  func begin(_ files: [InputFile]) {
    // A pipe gives its records once and cannot be asked whether it has changed.
    let canKeep = files.allSatisfy { $0.size != nil }
    state.withLock { $0 = State(files: files, bytes: canKeep ? 0 : limit + 1) }
  }

  /// Keeps the next batch, or notes that there are no more.
  func add(_ batch: RecordBatch?) {
    state.withLock { state in
      guard let batch else {
        state.isWhole = state.bytes <= limit
        return
      }
      state.bytes += batch.byteCount
      if state.bytes <= limit { state.batches.append(batch) } else { state.batches = [] }
    }
  }
}
