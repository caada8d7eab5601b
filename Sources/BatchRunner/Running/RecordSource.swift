internal import ArabicText
internal import Archives
internal import Articles
internal import Extraction

/// A worker's parser of records.
final class RecordSource {
  private var parser: RecordParser?
  private let finder: CopyFinder?
  private var text = TokenizedText()

  /// - Parameter finder: shared by all workers of a run that looks for copies.
  init(_ options: Runner.Options, _ finder: CopyFinder? = nil) {
    parser = try? RecordParser(names: options.fieldNames, encoding: options.encoding)
    self.finder = finder
  }

  /// Calls `body` for each record of a batch in order: its number, and the article or what is wrong.
  func forEach(_ batch: RecordBatch, _ body: (Int, Result<Article, Rejection>) -> Void) {
    for record in 0..<batch.count {
      if let result = parser?.parse(batch, record) { body(record, result) }
    }
  }

  /// The copies in a batch, by record; none where copies are not looked for. Records are parsed for
  /// it once more, so that only one article at a time is in memory.
  func copies(in batch: RecordBatch) -> [Int: String] {
    guard let finder else { return [:] }
    var entries: [CopyFinder.Entry] = []
    forEach(batch) { record, parsed in
      guard case .success(let article) = parsed else { return }
      text.scan(article.content)
      entries.append(
        CopyFinder.Entry(record: record, id: article.id, signature: .init(of: text)))
    }
    return finder.copies(inBatch: batch.index, entries)
  }
}
