internal import Archives
internal import Articles
internal import RulePacks

/// One batch of analyses, encoded.
struct AnalysedBatch: Sendable {
  private(set) var read: Int
  private(set) var processed = 0
  private(set) var bytes: Int
  private(set) var rejections: [Rejection] = []
  private(set) var failures: [RuleFailure] = []
  private(set) var encoded: [UInt8] = []

  init(_ batch: RecordBatch, _ source: RecordSource, _ worker: PackWorker) {
    read = batch.count
    bytes = batch.byteCount
    var json = JSONWriter()
    let copies = source.copies(in: batch)
    source.forEach(batch) { record, parsed in
      switch parsed {
      case .failure(let rejection): rejections.append(rejection)
      case .success(let article):
        processed += 1
        let annotated = worker.annotate(article, duplicateOf: copies[record])
        AnalysisWriter.write(annotated.analysis, layers: annotated.layers, to: &json)
        failures += annotated.result.failures.map(\.failure)
      }
    }
    encoded = json.bytes
  }
}

/// Writes analyses in input order and counts them.
struct AnalysisOutput {
  private let output: ByteOutput
  private let quarantine: QuarantineWriter?
  private(set) var summary = RunSummary()
  private(set) var failure: ArchivesError?

  init(book: RuleBook, output: ByteOutput, quarantine: QuarantineWriter?) {
    self.output = output
    self.quarantine = quarantine
  }

  mutating func write(_ batch: AnalysedBatch) {
    summary.read += batch.read
    summary.processed += batch.processed
    summary.quarantined += batch.rejections.count
    summary.bytes += batch.bytes
    for failure in batch.failures { summary.note(failure) }
    guard failure == nil else { return }
    do throws(ArchivesError) {
      for rejection in batch.rejections { try quarantine?.write(rejection) }
      try output.write(batch.encoded)
    } catch {
      failure = error
    }
  }

  mutating func finish() -> RunSummary {
    if failure == nil {
      do throws(ArchivesError) {
        try output.close()
        try quarantine?.finish()
      } catch {
        failure = error
      }
    }
    return summary
  }
}
