import BatchRunner
import RulePacks

/// The end of a run as people read it.
struct SummaryText {
  let summary: RunSummary
  let isQuiet: Bool
  /// The articles and findings are counted.
  let counts: Bool
  let strict: Bool
  /// The file that takes the records which could not be read.
  let quarantine: String?
  /// The articles that are looked at.
  let selecting: SelectionOptions
  /// Each line was read as a record.
  let isLines: Bool

  init(
    _ summary: RunSummary, isQuiet: Bool, counts: Bool = true, strict: Bool,
    quarantine: String? = nil, selecting: SelectionOptions, isLines: Bool = false
  ) {
    self.summary = summary
    self.isQuiet = isQuiet
    self.counts = counts
    self.strict = strict
    self.quarantine = quarantine
    self.selecting = selecting
    self.isLines = isLines
  }

  /// So many failures are said; a pack may have a thousand rules with one each.
  private static let said = 100

  private func say(_ lines: [String], _ what: String) {
    for line in lines.prefix(Self.said) { Console.shared.say(line) }
    let more = lines.count - Self.said
    if more > 0 {
      Console.shared.say("and \(Text.grouped(more)) more \(what): --summary FILE has all")
    }
  }

  /// Says what of the inputs could not be used, and why; when quiet only that nothing was.
  private func sayInputs() {
    let text = UnreadText(unread: summary.unread, read: summary.read, isLines: isLines)
    if isQuiet, !text.isAll { return }
    sayIDs()
    if summary.read > 0 || !summary.wasInterrupted {
      text.say(keeper: quarantine.map { "see \($0)" } ?? "--quarantine FILE keeps them")
    }
    SelectionText(
      selecting: selecting, days: summary.days, taken: summary.processed, skipped: summary.skipped
    ).say()
    sayDates()
  }

  /// Says which ids cannot tell articles apart.
  private func sayIDs() {
    let repeated = summary.repeatedIDs
    guard let id = repeated.first else { return }
    let what =
      repeated.count == 1
      ? "the id `\(Text.line(id))` stands at two articles"
      : "\(Text.grouped(repeated.count)) articles have the id of one before them, the first `\(Text.line(id))`"
    Console.shared.say(
      "warning: \(what): findings, --id and judgements do not tell them apart; "
        + "--field id=NAME takes ids from another field")
  }

  /// Says of which articles the day is not known.
  private func sayDates() {
    let known = summary.days
    if let date = known.firstUnread {
      let what =
        known.unread == 1
        ? "the date `\(Text.line(date))` could not be read"
        : "\(Text.grouped(known.unread)) dates could not be read, the first `\(Text.line(date))`"
      Console.shared.say(
        "note: \(what): «أمس» has no day there; dates are written as 2024-05-31")
    }
  }

  /// Says what went wrong in rules, always, and unless quiet the counts and what was not read.
  func say() {
    let console = Console.shared
    say(summary.errors.map { FailureText.text($0.first, count: $0.count) }, "failures of rules")
    say(
      summary.disabled.map { "warning: \($0) was disabled after three budget errors" },
      "disabled rules")
    if strict, summary.quarantined > 0 {
      console.say(
        "error: \(Text.plural(summary.quarantined, "record")) could not be read (--strict)")
    }
    if !isQuiet, counts { sayCounts() }
    sayInputs()
    if !isQuiet, summary.wasInterrupted { console.say("interrupted: what is written is whole") }
  }

  private func sayCounts() {
    let console = Console.shared
    if summary.wasComplete {
      console.say("nothing is left to do: the run was complete already, with these numbers")
    }
    let rate = Double(summary.bytes) / 1e6 / max(summary.seconds, 0.001)
    var line = "\(Text.plural(summary.read, "article")) read"
    line += ", \(Text.grouped(summary.processed)) processed"
    line += ", \(Text.grouped(summary.quarantined)) quarantined"
    if summary.skipped > 0 { line += ", \(Text.grouped(summary.skipped)) skipped" }
    if let copies = summary.copies {
      line += ", \(Text.grouped(copies)) \(copies == 1 ? "copy" : "copies")"
    }
    line += " in \(Text.decimal(summary.seconds)) s (\(Text.decimal(rate)) MB/s)"
    console.say(line)
    console.say(Text.plural(summary.findings, "finding"))
    let width = summary.byRule.map(\.rule.count).max() ?? 0
    for (rule, count) in summary.byRule where count > 0 {
      let name = rule + String(repeating: " ", count: width - rule.count)
      console.say("  \(name)  \(Text.grouped(count))")
    }
  }
}
