internal import Archives
internal import Articles
internal import RulePacks

/// What one worker keeps between batches: a parser, the packs' states, an encoder.
struct ChunkWorker: ~Copyable {
  private var parser: RecordParser
  private let packs: PackWorker
  private let format: FindingFormat

  /// Nil when the system gives no parser, which the run has tried before.
  init?(_ book: RuleBook, _ options: Runner.Options, format: FindingFormat = .jsonLines) {
    guard
      let parser = try? RecordParser(names: options.fieldNames, encoding: options.encoding)
    else { return nil }
    self.parser = parser
    packs = PackWorker(book)
    self.format = format
  }

  /// Runs the packs over a batch, with fresh Lua states.
  mutating func process(_ batch: RecordBatch, skipping disabled: Set<Int>) -> ChunkResult {
    var result = ChunkResult()
    result.read = batch.count
    result.bytes = batch.byteCount
    packs.beginBatch(skipping: disabled)
    for record in 0..<batch.count {
      switch parser.parse(batch, record) {
      case .failure(let rejection): result.rejections.append(rejection)
      case .success(let article):
        result.processed += 1
        add(packs.process(article), article: record, to: &result)
      }
    }
    return result
  }

  private func add(_ articleResult: ArticleResult?, article: Int, to result: inout ChunkResult) {
    guard let articleResult else { return }
    for (rule, line) in articleResult.printed { result.events.append(.printed(rule: rule, line)) }
    for (rule, failure) in articleResult.failures {
      result.events.append(.failure(rule: rule, article: article, failure))
    }
    for item in articleResult.items {
      let start = result.encoded.count
      format.encode(item.finding, into: &result.encoded)
      result.events.append(
        .finding(rule: item.rule, article: article, bytes: start..<result.encoded.count))
    }
  }
}
