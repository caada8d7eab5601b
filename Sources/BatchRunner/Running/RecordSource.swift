internal import ArabicText
internal import Archives
internal import Articles
internal import Extraction

/// A worker's parser of records.
final class RecordSource {
  /// What a record is to a run.
  enum Outcome {
    case article(Article)
    case rejected(Rejection)
    /// An article that was not asked for; nil for a record that is none or was not parsed.
    case skipped(Article?)
  }

  private var parser: RecordParser?
  private let selection: Selection
  private let finder: CopyFinder?
  private var text = TokenizedText()
  /// Only articles of some days are looked at.
  var isOfDays: Bool { selection.isOfDays }

  /// - Parameter finder: shared by all workers of a run that looks for copies.
  init(_ options: Runner.Options, _ finder: CopyFinder? = nil) {
    parser = try? options.recordParser()
    selection = options.selection
    self.finder = finder
  }

  /// Calls `body` for each record of a batch in order, with its number.
  ///
  /// - Parameter isWanted: which records are parsed, by their number; the others count as skipped.
  func forEach(
    _ batch: RecordBatch, where isWanted: (Int) -> Bool = { _ in true },
    _ body: (Int, Outcome) -> Void
  ) {
    for record in 0..<batch.count {
      if !isWanted(record) {
        body(record, .skipped(nil))
        continue
      }
      switch parser?.parse(batch, record) {
      case .success(let article):
        body(record, selection.takes(article) ? .article(article) : .skipped(article))
      case .failure(let rejection):
        body(record, rejection.isSkip ? .skipped(nil) : .rejected(rejection))
      case nil:
        body(record, .rejected(batch.rejection(of: record, .unreadable, "no memory for a parser")))
      }
    }
  }

  /// The copies in a batch, by record; none where copies are not looked for.
  func copies(in batch: RecordBatch) -> [Int: String] {
    finder?.copies(inBatch: batch.index, entries(of: batch)) ?? [:]
  }

  /// The articles of a batch as the finder sees them. Records are parsed for it once more, so that
  /// only one article at a time is in memory.
  func entries(of batch: RecordBatch) -> [CopyFinder.Entry] {
    var entries: [CopyFinder.Entry] = []
    forEach(batch) { record, parsed in
      guard case .article(let article) = parsed else { return }
      text.scan(article.content)
      entries.append(
        CopyFinder.Entry(record: record, id: article.id, signature: .init(of: text)))
    }
    return entries
  }
}
