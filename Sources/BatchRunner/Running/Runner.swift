public import Archives
internal import Articles
public import RulePacks
internal import Synchronization

/// Runs packs over the articles of some inputs, on several workers, with output in input order.
public final class Runner: Sendable {
  /// How inputs are read, which articles and rules are taken, and how much is done at once.
  public struct Options: Sendable {
    /// Worker threads.
    public var jobs = 1
    /// What a record, a member and an archive may take.
    public var limits = ReadingLimits()
    /// The character set of inputs that name none.
    public var encoding: String?
    /// Every line of a text is a record, whatever its beginning looks like.
    public var isLines = false
    /// The names under which an article's fields are looked for.
    public var fieldNames = FieldNames()
    /// For text outputs; a database has its own.
    public var format = FindingFormat.jsonLines
    /// Which files of folders and members of archives are read.
    public var filter = InputFilter()
    /// Which articles are looked at; the others are counted as skipped.
    public var selection = Selection()
    /// Globs of the rules that report, by `pack/rule` or by the rule's name alone; all when empty.
    public var rules: [String] = []
    /// Time between two checkpoints: as much work as a killed run may lose.
    public var checkpointInterval = Duration.milliseconds(500)
    /// The format in which workers encode findings; nil for a sink that takes findings themselves.
    var sinkFormat: FindingFormat?
    /// Findings of articles that copy earlier ones are left out (`--clusters`).
    public var clusters = false
    /// What rules may use: other than the standard limits only for benchmarks of this package.
    package var scriptLimits = ScriptLimits()

    /// One worker, everything read, all rules, JSON lines.
    public init() {}
  }

  /// What is known while the run goes on.
  public struct Progress: Sendable {
    /// Records so far, with those of the run that is resumed.
    public var read: Int
    /// Findings written so far.
    public var findings: Int
    /// Bytes of records, decompressed.
    public var bytes: Int
    /// Bytes of the inputs as they are, for the share that is done.
    public var inputBytes: Int
  }

  let book: RuleBook
  let options: Options
  /// Rules that do not report because they were not asked for.
  let excluded: Set<Int>
  private let cancellation = ReadCancellation()

  /// Notes which rules are asked for; nothing is read yet.
  public init(_ book: RuleBook, _ options: Options) {
    self.book = book
    self.options = options
    let wanted = RuleFilter(options.rules)
    excluded = Set(
      book.rules.indices.filter { rule in
        book.reports(rule: rule) && !wanted.accepts(book.name(ofRule: rule))
      })
  }

  /// Whether any rule would report.
  public var hasRules: Bool {
    book.rules.indices.contains { book.reports(rule: $0) && !excluded.contains($0) }
  }

  /// Ends the run after the batches that are in work. Safe to call from a signal source.
  public func interrupt() { cancellation.cancel() }

  private var isInterrupted: Bool { cancellation.isCancelled }

  /// Runs the rules over the inputs to their end, into outputs that are open already.
  ///
  /// - Parameters:
  ///   - inputs: paths of files and folders; `-` is standard input.
  ///   - sink: takes the findings, in input order; it is finished when the run is over.
  ///   - quarantine: takes records that are no articles; nil drops them, counted.
  ///   - report: receives what scripts print, a line at a time.
  ///   - progress: called after each batch that was written.
  /// - Throws: `ArchivesError` for inputs that do not exist, for an unknown character set and for
  ///   output that cannot be written.
  public func run(
    inputs: [String], sink: sending any FindingSink, quarantine: sending QuarantineWriter?,
    report: @escaping @Sendable (String) -> Void, progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    try run(
      reader(of: inputs), options, OrderedWriter.Outputs(sink: sink, quarantine: quarantine), nil,
      copyFinder(), report: report, progress: progress)
  }

  func run(
    _ reader: ArticleReader, _ given: Options, _ outputs: sending OrderedWriter.Outputs,
    _ checkpoint: Checkpoint?, _ copies: CopyFinder?, report: @escaping @Sendable (String) -> Void,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    var options = given
    options.sinkFormat = outputs.sink.format
    let settings = options
    let writer = Mutex(
      OrderedWriter(
        book: book, excluding: excluded, outputs: outputs, countsCopies: copies != nil,
        resuming: checkpoint, report: report))
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book, limits: settings.scriptLimits)
      let parser = RecordSource(settings, copies)
      return { batch in
        let copies = parser.copies(in: batch)
        let disabled = writer.withLock { $0.disabledRules }
        return ChunkResult(
          batch, copies: copies, parser, worker, settings, skipping: disabled)
      }
    } consume: { result in
      let (state, failed) = writer.withLock { writer in
        writer.write(self.settled(result, settings, disabled: writer.disabledRules))
        return (
          Progress(
            read: writer.summary.read, findings: writer.summary.findings,
            bytes: writer.summary.bytes, inputBytes: reader.bytesRead), writer.failure != nil
        )
      }
      progress(state)
      return !failed && !isInterrupted
    }
    let (summary, failure) = writer.withLock { writer in
      (writer.finish(wasInterrupted: isInterrupted), writer.failure)
    }
    if let failure { throw failure }
    return summary
  }

  /// A batch that was begun before a rule was disabled is done again without it: what the rule
  /// leaves to others (a script's variables, items of a layer) must not hang on who was faster.
  private func settled(
    _ result: ChunkResult, _ options: Options, disabled: Set<Int>
  ) -> ChunkResult {
    if result.skipped == disabled { return result }
    return result.again(
      RecordSource(options), PackWorker(book, limits: options.scriptLimits), options,
      skipping: disabled)
  }

  /// Writes every layer of each article of the inputs, JSON Lines.
  ///
  /// - Parameter folder: where brat documents go instead.
  /// - Throws: `ArchivesError` for inputs that do not exist and for output that cannot be written.
  public func annotate(
    inputs: [String], output: sending ByteOutput, bratFolder folder: String? = nil,
    quarantine: sending QuarantineWriter?,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    let start = ContinuousClock.now
    let reader = try reader(of: inputs)
    let copies = try copyFinder()
    let documents = try folder.map { path throws(ArchivesError) in try BratFolder(path: path, book)
    }
    let writer = Mutex(
      AnalysisOutput(
        output: output, folder: documents, quarantine: quarantine,
        wantsOne: options.selection.id != nil))
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        worker.beginBatch()
        return AnalysedBatch(batch, parser, worker, asDocuments: folder != nil)
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
  ) throws(ArchivesError) -> CollectedFindings {
    let reader = try reader(of: inputs)
    let copies = try copyFinder()
    let all = Mutex(CollectedFindings())
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        worker.beginBatch(skipping: self.excluded)
        let copies = parser.copies(in: batch)
        var made = CollectedFindings()
        made.read = batch.count
        parser.forEach(batch) { record, parsed in
          switch parsed {
          case .rejected(let rejection): made.unread.note(rejection)
          case .skipped: break
          case .article(let article):
            guard let result = worker.process(article, duplicateOf: copies[record]) else { return }
            made.findings += result.findings
            made.failures += result.failures.map(\.failure)
          }
        }
        return made
      }
    } consume: { made in
      all.withLock {
        $0.findings += made.findings
        $0.failures += made.failures
        $0.read += made.read
        $0.unread.add(made.unread)
      }
      return !isInterrupted
    }
    return all.withLock { $0 }
  }

  func reader(
    of inputs: [String], from position: ReadPosition = ReadPosition(),
    keeping kept: KeptRecords? = nil
  ) throws(ArchivesError) -> ArticleReader {
    // A parser that cannot be made is told of before anything is read.
    _ = try options.recordParser()
    return try options.reader(of: inputs, cancellation, from: position, keeping: kept)
  }
}
