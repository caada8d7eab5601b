internal import Archives
internal import Articles

/// A worker's parser of records.
final class RecordSource {
  private var parser: RecordParser?

  init(_ options: Runner.Options) {
    parser = try? RecordParser(names: options.fieldNames, encoding: options.encoding)
  }

  /// Calls `body` for each record of a batch in order: its number, and the article or what is wrong.
  func forEach(_ batch: RecordBatch, _ body: (Int, Result<Article, Rejection>) -> Void) {
    for record in 0..<batch.count {
      if let result = parser?.parse(batch, record) { body(record, result) }
    }
  }
}
