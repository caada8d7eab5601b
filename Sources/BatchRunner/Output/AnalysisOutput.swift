internal import Archives
internal import Articles
internal import RulePacks

/// One batch of analyses, encoded.
struct AnalysedBatch: Sendable {
  private(set) var read: Int
  private(set) var processed = 0
  private(set) var passedOver = 0
  private(set) var bytes: Int
  private(set) var rejections: [Rejection] = []
  private(set) var days = ArticleDays()
  private(set) var failures: [RuleFailure] = []
  private(set) var encoded: [UInt8] = []
  private(set) var documents: [BratDocument] = []

  /// - Parameter asDocuments: for brat; else as JSON Lines.
  init(
    _ batch: RecordBatch, _ source: RecordSource, _ worker: PackWorker, asDocuments: Bool
  ) {
    read = batch.count
    bytes = batch.byteCount
    var json = JSONWriter()
    let copies = source.copies(in: batch)
    source.forEach(batch) { record, parsed in
      switch parsed {
      case .rejected(let rejection): rejections.append(rejection)
      case .skipped(let article):
        passedOver += 1
        if let article { days.note(leftOut: article, forItsDay: source.isOfDays) }
      case .article(let article):
        processed += 1
        days.note(article)
        let annotated = worker.annotate(article, duplicateOf: copies[record])
        if asDocuments {
          documents.append(BratDocument(annotated.analysis, layers: annotated.layers))
        } else {
          AnalysisWriter.write(annotated.analysis, layers: annotated.layers, to: &json)
        }
        failures += annotated.result.failures.map(\.failure)
      }
    }
    encoded = json.bytes
  }
}

/// Writes analyses in input order and counts them.
struct AnalysisOutput {
  private let output: ByteOutput
  private var folder: BratFolder?
  private let quarantine: QuarantineWriter?
  /// One article is asked for: without it, what the output would replace stays.
  private let wantsOne: Bool
  private(set) var summary = RunSummary()
  private(set) var failure: ArchivesError?

  /// - Parameter folder: of brat documents, instead of lines in `output`.
  init(
    output: ByteOutput, folder: BratFolder?, quarantine: QuarantineWriter?, wantsOne: Bool
  ) {
    self.output = output
    self.folder = folder
    self.quarantine = quarantine
    self.wantsOne = wantsOne
  }

  mutating func write(_ batch: AnalysedBatch) {
    summary.read += batch.read
    summary.processed += batch.processed
    summary.skipped += batch.passedOver
    summary.unread.note(batch.rejections)
    summary.days.add(batch.days)
    summary.bytes += batch.bytes
    for failure in batch.failures { summary.note(failure) }
    guard failure == nil else { return }
    do throws(ArchivesError) {
      for rejection in batch.rejections { try quarantine?.write(rejection) }
      try output.write(batch.encoded)
      for document in batch.documents { try folder?.write(document) }
    } catch {
      failure = error
    }
  }

  mutating func finish() -> RunSummary {
    if failure == nil {
      do throws(ArchivesError) {
        try quarantine?.finish()
        guard !wantsOne || summary.processed > 0 else { return summary }
        try output.close()
      } catch {
        failure = error
      }
    }
    return summary
  }
}
