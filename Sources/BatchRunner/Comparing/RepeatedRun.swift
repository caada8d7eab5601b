public import Archives
internal import Articles
public import RulePacks
internal import Synchronization

/// The findings of packs over the same inputs again and again, while the packs are written: records and the analyses of
/// articles that rules are called on are kept, and only rules that have changed run again, where they can find something
/// else.
public final class RepeatedRun {
  private let options: Runner.Options
  /// Bytes of analyses that are kept at most; those of further articles are made every time.
  private static let room = 512 << 20

  private let kept: KeptRecords
  private var last: Memory?

  /// What one run leaves to the next.
  private struct Memory {
    var book: RuleBook
    var files: [InputFile]
    var articles: [Place: Outcome]
    var analyses: [Place: KeptAnalysis]
    /// Those that a rule's function was called on.
    var called: Set<Place>
    /// Found when all records were parsed; later runs may pass some over.
    var unread: UnreadRecords
  }

  /// A record among the inputs.
  private struct Place: Hashable {
    var batch: Int
    var record: Int
  }

  /// What an article has come to; nothing is kept of those without findings.
  private struct Outcome {
    var findings: [Finding]
    var duplicateOf: String?
  }

  /// - Parameter kept: records that others use, too.
  public init(_ options: Runner.Options, keeping kept: KeptRecords = KeptRecords()) {
    self.options = options
    self.kept = kept
  }

  /// The findings in output order, and what went wrong in the rules that ran.
  ///
  /// - Parameters:
  ///   - book: where it was loaded with `reusing:` the book of the last run, that run's findings are used.
  ///   - progress: called after each batch; the run is given up when it returns false.
  /// - Returns: nil for a run that was given up; the next one begins where this one did.
  /// - Throws: `ArchivesError` for inputs that do not exist.
  public func findings(
    of book: RuleBook, inputs: [String],
    progress: @escaping @Sendable (Runner.Progress) -> Bool = { _ in true }
  ) throws(ArchivesError) -> CollectedFindings? {
    let files = try InputFile.all(of: inputs, filter: options.filter)
    let known = last.flatMap { $0.files == files && files.allSatisfy { $0.size != nil } ? $0 : nil }
    let changes = known.map { RuleChanges(from: $0.book, to: book) }
    guard let made = try run(book, inputs, changes, known, progress) else { return nil }
    last = Memory(
      book: book, files: files, articles: made.articles, analyses: made.analyses,
      called: made.called, unread: known?.unread ?? made.unread)
    return CollectedFindings(
      findings: made.order.flatMap { made.articles[$0]?.findings ?? [] }, failures: made.failures,
      read: made.read, unread: known?.unread ?? made.unread)
  }

  /// What is gathered, a batch at a time in input order.
  private struct Gathered {
    var articles: [Place: Outcome] = [:]
    var analyses: [Place: KeptAnalysis] = [:]
    var analysisBytes = 0
    var called: Set<Place> = []
    /// Those with findings, in input order.
    var order: [Place] = []
    var failures: [RuleFailure] = []
    var read = 0
    var unread = UnreadRecords()
    var findings = 0
    var bytes = 0
    var isGivenUp = false

    mutating func add(_ other: Gathered) {
      articles.merge(other.articles) { $1 }
      for (place, analysis) in other.analyses { keep(analysis, place) }
      called.formUnion(other.called)
      order += other.order
      failures += other.failures
      read += other.read
      unread.add(other.unread)
      findings += other.findings
      bytes += other.bytes
    }

    mutating func keep(_ analysis: KeptAnalysis?, _ place: Place) {
      guard let analysis, analysisBytes + analysis.byteCount <= RepeatedRun.room else { return }
      analyses[place] = analysis
      analysisBytes += analysis.byteCount
    }

    mutating func add(_ outcome: Outcome, _ place: Place) {
      if outcome.findings.isEmpty, outcome.duplicateOf == nil { return }
      articles[place] = outcome
      findings += outcome.findings.count
      if !outcome.findings.isEmpty { order.append(place) }
    }
  }

  private func run(
    _ book: RuleBook, _ inputs: [String], _ changes: RuleChanges?, _ known: Memory?,
    _ progress: @escaping @Sendable (Runner.Progress) -> Bool
  ) throws(ArchivesError) -> Gathered? {
    let runner = Runner(book, options)
    let reader = try runner.reader(of: inputs, keeping: kept)
    // Which articles are copies does not hang on the rules.
    let copies = changes == nil ? try runner.copyFinder() : nil
    let options = options
    let gathered = Mutex(Gathered())
    BatchPipeline(reader: reader, jobs: max(1, options.jobs)).run {
      let worker = PackWorker(book)
      let parser = RecordSource(options, copies)
      let merger = FindingMerger(book)
      return { batch in
        worker.beginBatch()
        let copies = parser.copies(in: batch)
        var made = Gathered()
        made.read = batch.count
        made.bytes = batch.byteCount
        let isOfFunctions = changes?.isOfFunctions ?? false
        let wasCalled = { record in
          known?.called.contains(Place(batch: batch.index, record: record)) ?? false
        }
        parser.forEach(batch, where: { !isOfFunctions || wasCalled($0) }) { record, parsed in
          let place = Place(batch: batch.index, record: record)
          let before = known?.articles[place]
          if case .rejected(let rejection) = parsed { made.unread.note(rejection) }
          guard case .article(let article) = parsed else {
            // Nothing can differ in it.
            if let before { made.add(before, place) }
            return
          }
          var outcome = Outcome(findings: [], duplicateOf: copies[record] ?? before?.duplicateOf)
          var analysis = known?.analyses[place]
          let (result, rules, isCalled) =
            worker.process(
              article, duplicateOf: outcome.duplicateOf, after: changes, keeping: &analysis)
            ?? (ArticleResult(), [], false)
          outcome.findings = merger.merge(before?.findings ?? [], result, replacing: rules)
          made.failures += result.failures.map(\.failure)
          made.keep(analysis, place)
          if isCalled || wasCalled(record) { made.called.insert(place) }
          made.add(outcome, place)
        }
        return made
      }
    } consume: { made in
      let state = gathered.withLock { gathered in
        gathered.add(made)
        return Runner.Progress(
          read: gathered.read, findings: gathered.findings, bytes: gathered.bytes,
          inputBytes: reader.bytesRead)
      }
      if progress(state) { return true }
      gathered.withLock { $0.isGivenUp = true }
      return false
    }
    return gathered.withLock { $0.isGivenUp ? nil : $0 }
  }
}

/// Puts what some rules have found anew in the place of what they had found in an article.
private struct FindingMerger {
  private let book: RuleBook
  /// Rules that report, by name.
  private let names: [String: Int]

  init(_ book: RuleBook) {
    self.book = book
    names = Dictionary(
      book.rules.indices.filter { book.reports(rule: $0) }.map { (book.name(ofRule: $0), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func merge(_ old: [Finding], _ result: ArticleResult, replacing rules: Set<Int>) -> [Finding] {
    if old.isEmpty { return result.items.map(\.finding) }
    let kept = old.filter { finding in
      names["\(finding.pack)/\(finding.rule)"].map { !rules.contains($0) } ?? false
    }
    if result.items.isEmpty { return kept }
    let all = kept + result.items.map(\.finding)
    // As a worker orders them; findings of one rule on one span are all old or all new.
    return all.enumerated().sorted { a, b in
      let (first, second) = (key(a.element), key(b.element))
      if first != second { return first < second }
      return a.offset < b.offset
    }.map(\.element)
  }

  private func key(_ finding: Finding) -> Key {
    Key(
      field: finding.span.field, start: finding.span.start, end: finding.span.end,
      pack: finding.pack, rule: finding.rule)
  }

  private struct Key: Comparable {
    var field: TextField
    var start: Int
    var end: Int
    var pack: String
    var rule: String

    static func < (a: Key, b: Key) -> Bool {
      if a.field != b.field { return a.field < b.field }
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end < b.end }
      return (a.pack, a.rule) < (b.pack, b.rule)
    }
  }
}
