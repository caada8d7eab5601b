internal import Archives
internal import RulePacks

/// Writes the workers' results, which come in input order. All decisions that depend on what came before (a rule disabled after three budget errors, how much a rule may
/// print) are made here, so that they do not depend on the number of workers.
struct OrderedWriter {
  /// Bytes that one rule may print in a run.
  static let printLimit = 64 << 10
  /// Budget errors after which a rule is disabled.
  static let budgetErrors = 3

  private let book: RuleBook
  private let sink: TextFindingSink
  private let quarantine: QuarantineWriter?
  private let report: @Sendable (String) -> Void
  private var counts: [Int]
  private var budgetFailures: [Int]
  private var printed: [Int]
  private(set) var summary = RunSummary()
  /// The first error of the output; nothing is written after it.
  private(set) var failure: ArchivesError?

  init(
    book: RuleBook, sink: TextFindingSink, quarantine: QuarantineWriter?, countsCopies: Bool,
    report: @escaping @Sendable (String) -> Void
  ) {
    self.book = book
    self.sink = sink
    self.quarantine = quarantine
    self.report = report
    counts = Array(repeating: 0, count: book.rules.count)
    budgetFailures = counts
    printed = counts
    summary.copies = countsCopies ? 0 : nil
  }

  /// Rules that workers need not run any more.
  var disabledRules: Set<Int> {
    Set(budgetFailures.indices.filter { budgetFailures[$0] >= Self.budgetErrors })
  }

  /// Closes the output and completes the summary.
  mutating func finish() -> RunSummary {
    if failure == nil {
      do throws(ArchivesError) {
        try sink.finish()
        try quarantine?.finish()
      } catch {
        failure = error
      }
    }
    summary.byRule = book.rules.indices.filter { book.reports(rule: $0) }.map {
      (book.name(ofRule: $0), counts[$0])
    }
    summary.disabled = disabledRules.sorted().map(book.name(ofRule:))
    return summary
  }

  /// Writes the next batch in input order.
  mutating func write(_ result: ChunkResult) {
    summary.read += result.read
    summary.processed += result.processed
    summary.quarantined += result.rejections.count
    summary.bytes += result.bytes
    if let copies = summary.copies { summary.copies = copies + result.copies.count }
    guard failure == nil else { return }
    do throws(ArchivesError) {
      for rejection in result.rejections { try quarantine?.write(rejection) }
      try writeEvents(result)
    } catch {
      failure = error
    }
  }

  private mutating func writeEvents(_ result: ChunkResult) throws(ArchivesError) {
    var kept: [UInt8] = []
    /// For a rule disabled within this batch: the article of its last budget error.
    var lastArticle: [Int: Int] = [:]
    for event in result.events {
      switch event {
      case .finding(let rule, let article, let bytes):
        let isOver =
          budgetFailures[rule] >= Self.budgetErrors
          && lastArticle[rule].map { article > $0 } ?? true
        if isOver { continue }
        kept.append(contentsOf: result.encoded[bytes])
        counts[rule] += 1
        summary.findings += 1
      case .failure(let rule, let article, let failure):
        if budgetFailures[rule] >= Self.budgetErrors { continue }
        summary.note(failure)
        if failure.isBudget {
          budgetFailures[rule] += 1
          lastArticle[rule] = article
        }
      case .printed(let rule, let line): say(line, of: rule)
      }
    }
    if !kept.isEmpty { try sink.write(encoded: kept) }
  }

  private mutating func say(_ line: String, of rule: Int) {
    guard printed[rule] < Self.printLimit else { return }
    printed[rule] += line.utf8.count + 1
    let name = book.name(ofRule: rule)
    report("\(name): \(line)")
    if printed[rule] >= Self.printLimit {
      report("\(name): more than \(Self.printLimit >> 10) KiB printed; the rest is not shown")
    }
  }
}
