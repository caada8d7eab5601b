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
    /// The ids of the articles that were processed are kept for the writer.
    var keepsIDs = false
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
  /// Rules that do not report because they were not asked for.
  private let excluded: Set<Int>
  private let cancellation = ReadCancellation()

  public init(_ book: RuleBook, _ options: Options) {
    self.book = book
    self.options = options
    excluded = Set(
      book.rules.indices.filter { rule in
        guard !options.rules.isEmpty, book.reports(rule: rule) else { return false }
        let name = book.name(ofRule: rule)
        return !options.rules.contains { pattern in
          glob(pattern, pattern.contains("/") ? name : book.rules[rule].id)
        }
      })
  }

  /// Whether any rule would report.
  public var hasRules: Bool {
    book.rules.indices.contains { book.reports(rule: $0) && !excluded.contains($0) }
  }

  /// Ends the run after the batches that are in work. Safe to call from a signal source.
  public func interrupt() { cancellation.cancel() }

  private var isInterrupted: Bool { cancellation.isCancelled }

  /// Runs the rules over the inputs to their end, from their beginning or where an earlier run
  /// stopped.
  ///
  /// - Parameters:
  ///   - version: the program's; a run is resumed by the version that began it.
  ///   - report: receives what scripts print, a line at a time.
  ///   - progress: called after each batch that was written.
  /// - Throws: `ArchivesError` for inputs that do not exist, for output that cannot be written, and
  ///   for a run that cannot be resumed.
  public func run(
    _ request: RunRequest, version: String, report: @escaping @Sendable (String) -> Void,
    progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    let files = try InputFile.all(of: request.inputs, filter: options.filter)
    let canResume = files.allSatisfy { $0.size != nil }
    let saved = request.resumes ? try request.checkpoint() : nil
    if saved != nil, !canResume {
      throw ArchivesError(
        .resumeRefused, place: request.output.place,
        message: "standard input and pipes cannot be read again; run without --resume")
    }
    var options = options
    let seenBytes = saved?.identity.options["seen-bytes"].flatMap { Int($0) }
    if let path = request.seen {
      options.selection.seen = try SeenArticles(path: path, bytes: seenBytes)
      options.keepsIDs = true
    }
    let identity =
      request.output == .standardOutput || !canResume
      ? nil
      : RunIdentity(
        book, identifyingOptions(request, seenBytes: seenBytes), files, version: version)
    if let identity, let changes = saved?.identity.changes(to: identity), !changes.isEmpty {
      throw ArchivesError(
        .resumeRefused, place: request.output.place,
        message: "cannot be resumed: \(changes.joined(separator: "; ")); "
          + "run without --resume to begin again")
    }
    if let saved, saved.isFinished {
      return OrderedWriter.complete(saved.tally, book, excluding: excluded)
    }
    // A parser that cannot be made is told of before an output is touched.
    let reader = try reader(of: request.inputs, from: saved?.position ?? ReadPosition())
    let sink = try request.sink(options.format, saved)
    let quarantine = try request.quarantine.map { path throws(ArchivesError) in
      QuarantineWriter(try ByteOutput(path: path, keeping: saved?.quarantine ?? 0))
    }
    let seen = try request.seen.map { path throws(ArchivesError) in
      try SeenLog(path: path, position: saved?.seen)
    }
    let journal = (sink.isDurable ? identity : nil).map {
      Journal($0, interval: options.checkpointInterval)
    }
    return try run(
      reader, options,
      OrderedWriter.Outputs(sink: sink, quarantine: quarantine, seen: seen, journal: journal),
      saved, try copyFinder(request.inputs, options, resuming: saved),
      report: report, progress: progress)
  }

  /// The options that the output depends on, by name.
  private func identifyingOptions(_ request: RunRequest, seenBytes: Int?) -> [String: String] {
    var named: [String: String] = [
      "max-record": "\(options.limits.record)", "max-member": "\(options.limits.member)",
      "max-ratio": "\(options.limits.ratio)",
    ]
    if case .database = request.output {
      named["format"] = "sqlite"
    } else {
      named["format"] = options.format == .jsonLines ? "jsonl" : "csv"
    }
    named["encoding"] = options.encoding
    let fields = options.fieldNames
    if fields != FieldNames() {
      named["field"] = fields.names.map { "\($0.field)=\($0.name)" }.joined(separator: " ")
    }
    for (name, values) in [
      ("include", options.filter.include), ("exclude", options.filter.exclude),
      ("source", options.selection.sources), ("rule", options.rules),
    ] where !values.isEmpty {
      named[name] = values.joined(separator: " ")
    }
    if options.clusters { named["clusters"] = "given" }
    named["since"] = options.selection.since
    named["until"] = options.selection.until
    named["quarantine"] = request.quarantine
    named["seen"] = request.seen
    if let seen = request.seen {
      let size = InputFile.size(of: seen) ?? 0
      named["seen-bytes"] = "\(min(seenBytes ?? size, size))"
    }
    return named
  }

  /// Runs the rules over the inputs to their end, into outputs that are open already.
  public func run(
    inputs: [String], sink: sending any FindingSink, quarantine: sending QuarantineWriter?,
    report: @escaping @Sendable (String) -> Void, progress: @escaping @Sendable (Progress) -> Void
  ) throws(ArchivesError) -> RunSummary {
    try run(
      reader(of: inputs), options, OrderedWriter.Outputs(sink: sink, quarantine: quarantine), nil,
      copyFinder(), report: report, progress: progress)
  }

  private func run(
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
      let worker = PackWorker(self.book)
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
      RecordSource(options), PackWorker(book), options, skipping: disabled)
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
    let writer = Mutex(AnalysisOutput(output: output, folder: documents, quarantine: quarantine))
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
  ) throws(ArchivesError) -> (findings: [Finding], failures: [RuleFailure]) {
    let reader = try reader(of: inputs)
    let copies = try copyFinder()
    let all = Mutex<(findings: [Finding], failures: [RuleFailure])>(([], []))
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(self.book)
      let parser = RecordSource(self.options, copies)
      return { batch in
        worker.beginBatch()
        let copies = parser.copies(in: batch)
        var made: (findings: [Finding], failures: [RuleFailure]) = ([], [])
        parser.forEach(batch) { record, parsed in
          guard case .article(let article) = parsed,
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

  /// The finder of copies, where findings of copies are left out or a pack asks for them. For a run
  /// that goes on it has taken in the articles before.
  private func copyFinder(
    _ inputs: [String] = [], _ settings: Options? = nil, resuming checkpoint: Checkpoint? = nil
  ) throws(ArchivesError) -> CopyFinder? {
    guard options.clusters || book.readsCopies else { return nil }
    let finder = CopyFinder()
    guard let checkpoint, let settings else { return finder }
    let reader = try reader(of: inputs)
    let source = RecordSource(settings)
    var left = checkpoint.tally.summary.read
    while left > 0, let batch = reader.nextBatch() {
      finder.learn(source.entries(of: batch))
      left -= batch.count
    }
    return finder
  }

  private func reader(
    of inputs: [String], from position: ReadPosition = ReadPosition()
  ) throws(ArchivesError) -> ArticleReader {
    // A parser that cannot be made is told of before anything is read.
    _ = try RecordParser(names: options.fieldNames, encoding: options.encoding)
    return try ArticleReader(
      inputs: inputs, limits: options.limits, encoding: options.encoding, filter: options.filter,
      cancellation: cancellation, from: position)
  }
}
