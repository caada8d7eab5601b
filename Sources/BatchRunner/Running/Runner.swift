public import Archives
public import Articles
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
    public var format = FindingFormat.jsonLines
    /// Findings of articles that copy earlier ones are left out (`--clusters`).
    public var clusters = false

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

  private let book: RuleBook
  private let options: Options
  private let interrupted = Atomic<Bool>(false)

  public init(_ book: RuleBook, _ options: Options) {
    self.book = book
    self.options = options
  }

  /// Ends the run after the batches that are in work. Safe to call from a signal source.
  public func interrupt() { interrupted.store(true, ordering: .relaxed) }

  private var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

  /// Runs the rules over the inputs to their end.
  ///
  /// - Parameters:
  ///   - report: receives what scripts print, a line at a time.
  ///   - progress: called after each batch that was written.
  /// - Throws: `ArchivesError` for inputs that do not exist and for output that cannot be written.
  public func run(
    inputs: [String], sink: sending TextFindingSink, quarantine: sending QuarantineWriter?,
    report: @escaping @Sendable (String) -> Void, progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    let start = ContinuousClock.now
    let reader = try reader(of: inputs)
    let copies = copyFinder()
    let writer = Mutex(
      OrderedWriter(
        book: book, sink: sink, quarantine: quarantine, countsCopies: copies != nil, report: report)
    )
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        let copies = parser.copies(in: batch)
        let disabled = writer.withLock { $0.disabledRules }
        return ChunkResult(
          batch, copies: copies, parser, worker, self.options, skipping: disabled)
      }
    } consume: { result in
      let (state, failed) = writer.withLock { writer in
        writer.write(self.settled(result, disabled: writer.disabledRules))
        return (
          Progress(
            read: writer.summary.read, findings: writer.summary.findings,
            bytes: writer.summary.bytes, inputBytes: reader.bytesRead), writer.failure != nil
        )
      }
      progress(state)
      return !failed && !isInterrupted
    }
    var (summary, failure) = writer.withLock { ($0.finish(), $0.failure) }
    if let failure { throw failure }
    summary.wasInterrupted = isInterrupted
    summary.seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    return summary
  }

  /// A batch that was begun before a rule was disabled is done again without it: what the rule
  /// leaves to others (a script's variables, items of a layer) must not hang on who was faster.
  private func settled(_ result: ChunkResult, disabled: Set<Int>) -> ChunkResult {
    if result.skipped == disabled { return result }
    return result.again(
      RecordSource(options), PackWorker(book), options, skipping: disabled)
  }

  /// Writes every layer of each article of the inputs.
  ///
  /// - Throws: `ArchivesError` for inputs that do not exist and for output that cannot be written.
  public func annotate(
    inputs: [String], output: sending ByteOutput, quarantine: sending QuarantineWriter?,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    let start = ContinuousClock.now
    let reader = try reader(of: inputs)
    let copies = copyFinder()
    let writer = Mutex(AnalysisOutput(book: book, output: output, quarantine: quarantine))
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        worker.beginBatch()
        return AnalysedBatch(batch, parser, worker)
      }
    } consume: { batch in
      let (state, failed) = writer.withLock { writer in
        writer.write(batch)
        return (
          Progress(
            read: writer.summary.read, findings: 0, bytes: writer.summary.bytes,
            inputBytes: reader.bytesRead), writer.failure != nil
        )
      }
      progress(state)
      return !failed && !isInterrupted
    }
    var (summary, failure) = writer.withLock { ($0.finish(), $0.failure) }
    if let failure { throw failure }
    summary.wasInterrupted = isInterrupted
    summary.seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
    return summary
  }

  /// Collects the findings of the inputs in output order, for comparing, and what went wrong in
  /// rules meanwhile.
  ///
  /// - Throws: `ArchivesError` for inputs that do not exist.
  public func findings(
    inputs: [String]
  ) throws(ArchivesError) -> (findings: [Finding], failures: [RuleFailure]) {
    let reader = try reader(of: inputs)
    let copies = copyFinder()
    let all = Mutex<(findings: [Finding], failures: [RuleFailure])>(([], []))
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        worker.beginBatch()
        let copies = parser.copies(in: batch)
        var made: (findings: [Finding], failures: [RuleFailure]) = ([], [])
        parser.forEach(batch) { record, parsed in
          guard case .success(let article) = parsed,
            let result = worker.process(article, duplicateOf: copies[record])
          else { return }
          made.findings += result.items.map(\.finding)
          made.failures += result.failures.map(\.failure)
        }
        return made
      }
    } consume: { made in
      all.withLock {
        $0.findings += made.findings
        $0.failures += made.failures
      }
      return !isInterrupted
    }
    return all.withLock { $0 }
  }

  /// The finder of copies, where findings of copies are left out or a pack asks for them.
  private func copyFinder() -> CopyFinder? {
    options.clusters || book.readsCopies ? CopyFinder() : nil
  }

  private func reader(of inputs: [String]) throws(ArchivesError) -> ArticleReader {
    // A parser that cannot be made is told of before anything is read.
    _ = try RecordParser(names: options.fieldNames, encoding: options.encoding)
    return try ArticleReader(inputs: inputs, limits: options.limits, encoding: options.encoding)
  }
}
