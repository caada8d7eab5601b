internal import Archives
internal import Articles

/// A worker's parser of records.
final class RecordSource {
  /// What a record is to a run.
  enum Outcome {
    case article(Article)
    case rejected(Rejection)
    /// No article, or one that was not asked for.
    case skipped
  }

  private var parser: RecordParser?
  private let selection: Selection

  init(_ options: Runner.Options) {
    parser = try? RecordParser(names: options.fieldNames, encoding: options.encoding)
    selection = options.selection
  }

  /// Calls `body` for each record of a batch in order, with its number.
  func forEach(_ batch: RecordBatch, _ body: (Int, Outcome) -> Void) {
    for record in 0..<batch.count {
      switch parser?.parse(batch, record) {
      case .success(let article):
        body(record, selection.takes(article) ? .article(article) : .skipped)
      case .failure(let rejection):
        body(record, rejection.isSkip ? .skipped : .rejected(rejection))
      case nil: break
      }
    }
  }
}
