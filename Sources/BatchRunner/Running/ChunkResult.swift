internal import Archives
internal import Articles
internal import RulePacks

/// What one worker made of one batch: everything the ordered writer needs, findings already encoded.
struct ChunkResult: Sendable {
  /// In the order of articles, and within one in the order of output.
  enum Event: Sendable {
    /// A finding of a rule: a range of `encoded`, or of `findings` where they are not encoded.
    /// `article` counts within the batch.
    case finding(rule: Int, article: Int, place: Range<Int>)
    case failure(rule: Int, article: Int, RuleFailure)
    case printed(rule: Int, String)
  }

  private let batch: RecordBatch
  /// Where reading goes on behind the batch.
  var next: ReadPosition { batch.next }
  /// Articles of the batch that copy earlier ones: the id of the first, by record.
  let copies: [Int: String]
  /// Rules that the worker was told to leave out.
  let skipped: Set<Int>
  private(set) var read = 0
  private(set) var processed = 0
  private(set) var passedOver = 0
  /// Of the articles that were processed. `article` counts as in events.
  private(set) var ids: [(article: Int, id: String)] = []
  private(set) var bytes = 0
  private(set) var rejections: [Rejection] = []
  private(set) var days = ArticleDays()
  private(set) var events: [Event] = []
  private(set) var encoded: [UInt8] = []
  private(set) var findings: [Finding] = []
  /// Failures whose first is among the events.
  private var told: Set<Told> = []
  private struct Told: Hashable {
    var rule: Int
    var kind: RuleFailure.Kind
  }

  /// Runs the packs over a batch, but for some rules.
  ///
  /// - Parameter copies: the batch's copies.
  init(
    _ batch: RecordBatch, copies: [Int: String], _ source: RecordSource, _ worker: PackWorker,
    _ options: Runner.Options, skipping skipped: Set<Int>
  ) {
    self.batch = batch
    self.copies = copies
    self.skipped = skipped
    worker.beginBatch(skipping: skipped)
    read = batch.count
    bytes = batch.byteCount
    source.forEach(batch) { record, parsed in
      switch parsed {
      case .rejected(let rejection): rejections.append(rejection)
      case .skipped(let article):
        passedOver += 1
        if let article { days.note(leftOut: article, forItsDay: options.selection.isOfDays) }
      case .article(let article):
        processed += 1
        days.note(article)
        ids.append((record, article.id))
        let first = copies[record]
        if first != nil, options.clusters { return }
        if let result = worker.process(article, duplicateOf: first) {
          add(result, record, options.sinkFormat)
        }
      }
    }
  }

  /// The same batch, done again with other rules left out.
  func again(
    _ source: RecordSource, _ worker: PackWorker, _ options: Runner.Options, skipping: Set<Int>
  ) -> ChunkResult {
    ChunkResult(batch, copies: copies, source, worker, options, skipping: skipping)
  }

  private mutating func add(_ result: ArticleResult, _ article: Int, _ format: FindingFormat?) {
    for (rule, line) in result.printed { events.append(.printed(rule: rule, line)) }
    for (rule, failure) in result.failures {
      var failure = failure
      // Told once: of the others only that they were counts.
      if !told.insert(Told(rule: rule, kind: failure.kind)).inserted {
        failure.message = ""
        failure.traceback = []
      }
      events.append(.failure(rule: rule, article: article, failure))
    }
    for item in result.items {
      let start = format == nil ? findings.count : encoded.count
      if let format {
        format.encode(item.finding, into: &encoded)
      } else {
        findings.append(item.finding)
      }
      let end = format == nil ? findings.count : encoded.count
      events.append(.finding(rule: item.rule, article: article, place: start..<end))
    }
  }
}
