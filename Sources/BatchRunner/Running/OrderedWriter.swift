internal import Archives
internal import Articles
internal import RulePacks

/// Writes the workers' results, which come in input order. All decisions that depend on what came
/// before (a rule disabled after three budget errors, how much a rule may print) are made here, so
/// that they do not depend on the number of workers.
struct OrderedWriter {
  /// Where results go.
  struct Outputs {
    var sink: any FindingSink
    var quarantine: QuarantineWriter?
    var seen: SeenLog?
    /// Saves checkpoints, where the sink is one that lasts.
    var journal: Journal?
    /// One article is asked for: without it, what the sink would replace stays.
    var wantsOne = false
  }

  private let book: RuleBook
  private var outputs: Outputs
  /// Rules that were not asked for.
  private let excluded: Set<Int>
  private let report: @Sendable (String) -> Void
  private var tally: Tally
  private var printedByPack: [Int: Int] = [:]
  private var position: ReadPosition
  private var recentIDs = RecentIDs()
  private let start = ContinuousClock.now
  private let earlierSeconds: Double
  var summary: RunSummary { tally.summary }
  /// The first error of the output; nothing is written after it.
  private(set) var failure: ArchivesError?

  /// - Parameter checkpoint: of the run that is resumed.
  init(
    book: RuleBook, excluding excluded: Set<Int> = [], outputs: Outputs, countsCopies: Bool,
    resuming checkpoint: Checkpoint? = nil, report: @escaping @Sendable (String) -> Void
  ) {
    self.book = book
    self.excluded = excluded
    self.outputs = outputs
    self.report = report
    tally = checkpoint?.tally ?? Tally(rules: book.rules.count)
    if tally.summary.copies == nil, countsCopies { tally.summary.copies = 0 }
    position = checkpoint?.position ?? ReadPosition()
    earlierSeconds = tally.summary.seconds
  }

  /// There is something for the sink to hold, be it that nothing was found.
  private var hasResult: Bool { !outputs.wantsOne || tally.summary.processed > 0 }

  private func isDisabled(_ rule: Int) -> Bool {
    tally.budgetFailures[rule] >= RuleFailure.budgetErrors
  }

  /// Rules that workers need not run, or not any more.
  var disabledRules: Set<Int> { excluded.union(tally.budgetFailures.indices.filter(isDisabled)) }

  /// The summary with what is worked out at the end.
  static func complete(_ tally: Tally, _ book: RuleBook, excluding excluded: Set<Int>) -> RunSummary
  {
    var summary = tally.summary
    summary.byRule = book.rules.indices
      .filter { book.reports(rule: $0) && !excluded.contains($0) }
      .map { (book.name(ofRule: $0), tally.findings[$0]) }
    summary.disabled = tally.budgetFailures.indices
      .filter { tally.budgetFailures[$0] >= RuleFailure.budgetErrors }.map(book.name(ofRule:))
    return summary
  }

  /// Closes the output and completes the summary.
  mutating func finish(wasInterrupted: Bool) -> RunSummary {
    tally.summary.seconds = seconds
    var summary = Self.complete(tally, book, excluding: excluded)
    summary.wasInterrupted = wasInterrupted
    summary.repeatedIDs = recentIDs.repeated
    guard failure == nil else { return summary }
    do throws(ArchivesError) {
      try outputs.quarantine?.synchronize()
      if wasInterrupted { try outputs.seen?.synchronize() } else { try outputs.seen?.finish() }
      let checkpoint = checkpoint(isFinished: !wasInterrupted)
      try outputs.quarantine?.finish()
      guard hasResult else { return summary }
      try outputs.sink.finish(checkpoint, summary: wasInterrupted ? nil : summary.json)
    } catch {
      failure = error
    }
    return summary
  }

  /// Writes the next batch in input order.
  mutating func write(_ result: ChunkResult) {
    tally.summary.read += result.read
    tally.summary.processed += result.processed
    tally.summary.skipped += result.passedOver
    tally.summary.unread.note(result.rejections)
    tally.summary.days.add(result.days)
    tally.summary.bytes += result.bytes
    for (_, id) in result.ids { recentIDs.note(id) }
    tally.summary.copies = tally.summary.copies.map { $0 + result.copies.count }
    position = result.next
    guard failure == nil else { return }
    do throws(ArchivesError) {
      for rejection in result.rejections { try outputs.quarantine?.write(rejection) }
      try writeEvents(result)
      guard hasResult else { return }
      if outputs.journal?.isDue() == true || outputs.sink.isFull { try save() }
    } catch {
      failure = error
    }
  }

  /// Brings all outputs to the disk, then the checkpoint that counts them.
  private mutating func save() throws(ArchivesError) {
    try outputs.quarantine?.synchronize()
    try outputs.seen?.synchronize()
    tally.summary.seconds = seconds
    try outputs.sink.save(checkpoint(isFinished: false))
  }

  private func checkpoint(isFinished: Bool) -> [UInt8]? {
    outputs.journal.map { journal in
      Checkpoint(
        identity: journal.identity, position: position, output: outputs.sink.position,
        quarantine: outputs.quarantine?.position, seen: outputs.seen?.position, tally: tally,
        isFinished: isFinished
      ).encoded
    }
  }

  private var seconds: Double {
    earlierSeconds + Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
  }

  /// Writes what came of a batch. Seen are the articles that all rules have looked at: those on which one failed, and
  /// those behind the failure that disabled one, hold findings that another run may bring.
  private mutating func writeEvents(_ result: ChunkResult) throws(ArchivesError) {
    var kept: [UInt8] = []
    var findings: [Finding] = []
    var failed: Set<Int> = []
    /// For a rule disabled within this batch: the article of its last budget error.
    var lastArticle: [Int: Int] = [:]
    for event in result.events {
      switch event {
      case .finding(let rule, let article, let place):
        let isOver = isDisabled(rule) && lastArticle[rule].map { article > $0 } ?? true
        if isOver { continue }
        if outputs.sink.format == nil {
          findings += result.findings[place]
        } else {
          kept.append(contentsOf: result.encoded[place])
        }
        tally.findings[rule] += 1
        tally.summary.findings += 1
      case .failure(let rule, let article, let failure):
        if isDisabled(rule) { continue }
        tally.summary.note(failure)
        // More findings than a rule may make are left out on every run.
        if failure.kind != .bound { failed.insert(article) }
        if failure.isBudget {
          tally.budgetFailures[rule] += 1
          lastArticle[rule] = article
        }
      case .printed(let rule, let line): say(line, of: rule)
      }
    }
    if !kept.isEmpty { try outputs.sink.write(encoded: kept) }
    if !findings.isEmpty { try outputs.sink.write(findings) }
    guard let log = outputs.seen else { return }
    let end = tally.budgetFailures.indices.filter(isDisabled).map { lastArticle[$0] ?? -1 }.min()
    try log.add(
      result.ids.filter { $0.article <= end ?? .max && !failed.contains($0.article) }.map(\.id))
  }

  private mutating func say(_ line: String, of rule: Int) {
    let pack = book.rules[rule].pack
    guard tally.printed[rule] < PrintLimit.rule, printed(byPack: pack) < PrintLimit.pack else {
      return
    }
    let name = book.name(ofRule: rule)
    let cost = PrintLimit.cost(of: line, name: name)
    tally.printed[rule] += cost
    printedByPack[pack]? += cost
    report("\(name): \(line)")
    if tally.printed[rule] >= PrintLimit.rule {
      report("\(name): more than \(PrintLimit.rule >> 10) KiB printed; the rest is not shown")
    } else if printed(byPack: pack) >= PrintLimit.pack {
      report(
        "\(name): more than \(PrintLimit.pack >> 20) MiB printed by its pack; the rest is not shown"
      )
    }
  }

  /// What the rules of a pack have printed in the run, counted once from what each of them has.
  private mutating func printed(byPack pack: Int) -> Int {
    if let known = printedByPack[pack] { return known }
    let sum = book.rules.indices.reduce(0) {
      $0 + (book.rules[$1].pack == pack ? tally.printed[$1] : 0)
    }
    printedByPack[pack] = sum
    return sum
  }
}
