public import Archives
internal import Articles
internal import Dispatch
public import RulePacks
internal import Synchronization

/// Runs packs over the articles of some inputs, on several workers, with output in input order.
public final class Runner: Sendable {
  public struct Options: Sendable {
    /// Worker threads.
    public var jobs = 1
    public var limits = ReadingLimits()
    /// The character set of inputs that name none.
    public var encoding: String?
    public var fieldNames = FieldNames()

    public init() {}
  }

  /// What is known while the run goes on.
  public struct Progress: Sendable {
    public var read: Int
    public var findings: Int
    /// Bytes of records, decompressed.
    public var bytes: Int
    /// Bytes of the inputs as they are, for the share that is done.
    public var inputBytes: Int
  }

  /// Batches that may be in work or wait for an earlier one: bounds the memory.
  private static let batchesInFlight = 8

  private let book: RuleBook
  private let options: Options
  private let interrupted = Atomic<Bool>(false)

  public init(_ book: RuleBook, _ options: Options) {
    self.book = book
    self.options = options
  }

  /// Ends the run after the batches that are in work. Safe to call from a signal source.
  public func interrupt() { interrupted.store(true, ordering: .relaxed) }

  /// Reads the inputs to their end.
  ///
  /// - Parameters:
  ///   - report: receives what scripts print, a line at a time.
  ///   - progress: called now and then, from whichever worker has written.
  /// - Throws: the first `ArchivesError` of reading arguments or of writing.
  public func run(
    inputs: [String], sink: sending TextFindingSink, quarantine: sending QuarantineWriter?,
    report: @escaping @Sendable (String) -> Void, progress: (@Sendable (Progress) -> Void)? = nil
  ) throws(ArchivesError) -> RunSummary {
    let clock = ContinuousClock()
    let start = clock.now
    let reader = try ArticleReader(
      inputs: inputs, limits: options.limits, encoding: options.encoding)
    _ = try RecordParser(names: options.fieldNames, encoding: options.encoding)
    let writer = Mutex(
      OrderedWriter(book: book, sink: sink, quarantine: quarantine, report: report))
    let jobs = max(1, options.jobs)
    let slots = DispatchSemaphore(value: jobs + Self.batchesInFlight)
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      work(reader, writer, slots, progress)
    }
    let (summary, failure) = writer.withLock { ($0.finish(), $0.failure) }
    if let failure { throw failure }
    var result = summary
    result.wasInterrupted = interrupted.load(ordering: .relaxed)
    result.seconds = Double((clock.now - start) / .milliseconds(1)) / 1000
    return result
  }

  /// One worker: batch after batch until the inputs end.
  private func work(
    _ reader: ArticleReader, _ writer: borrowing Mutex<OrderedWriter>, _ slots: DispatchSemaphore,
    _ progress: (@Sendable (Progress) -> Void)?
  ) {
    guard var worker = ChunkWorker(book, options) else { return }
    var disabled: Set<Int> = []
    while !interrupted.load(ordering: .relaxed) {
      slots.wait()
      guard let batch = reader.nextBatch() else {
        slots.signal()
        return
      }
      let result = worker.process(batch, skipping: disabled)
      let written = writer.withLock { writer in
        let written = writer.take(result, index: batch.index)
        disabled = writer.disabledRules
        if let progress, written > 0 {
          progress(
            Progress(
              read: writer.summary.read, findings: writer.summary.findings,
              bytes: writer.summary.bytes, inputBytes: reader.bytesRead))
        }
        if writer.failure != nil { interrupt() }
        return written
      }
      for _ in 0..<written { slots.signal() }
    }
  }
}
