import BatchRunner
import RulePacks

/// The end of a run as people read it.
struct SummaryText {
  let summary: RunSummary
  let isQuiet: Bool
  let strict: Bool
  /// The file that takes the records which could not be read.
  let quarantine: String?
  /// The only sources that are looked at; all when empty.
  let sources: [String]

  init(
    _ summary: RunSummary, isQuiet: Bool, strict: Bool, quarantine: String? = nil,
    sources: [String] = []
  ) {
    self.summary = summary
    self.isQuiet = isQuiet
    self.strict = strict
    self.quarantine = quarantine
    self.sources = sources
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

  /// Says what of the inputs could not be used, and why.
  func sayInputs() {
    let console = Console.shared
    if let first = summary.firstQuarantined {
      let count = summary.quarantined
      let title = count == 1 ? "quarantined" : "first quarantined"
      let records = count == 1 ? "the record" : "all \(Text.grouped(count))"
      let place = quarantine.map { "see \($0)" } ?? "--quarantine FILE keeps \(records)"
      console.say("\(title): \(Text.line(first)) (\(place))")
      if let lost = summary.firstLost, lost != first { console.say("lost: \(Text.line(lost))") }
    }
    if summary.read == 0, !summary.wasInterrupted {
      console.say("warning: there are no articles in the input: is it empty?")
    }
    if !sources.isEmpty, summary.processed == 0, summary.skipped > 0 {
      let names = sources.map { "«\($0)»" }.joined(separator: ", ")
      console.say(
        "note: no article was taken; --source \(names) must be written as the articles' source is")
    }
  }

  /// Says what went wrong in rules, always, and the counts unless quiet.
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
    if isQuiet { return }
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
    sayInputs()
    console.say(Text.plural(summary.findings, "finding"))
    let width = summary.byRule.map(\.rule.count).max() ?? 0
    for (rule, count) in summary.byRule where count > 0 {
      let name = rule + String(repeating: " ", count: width - rule.count)
      console.say("  \(name)  \(Text.grouped(count))")
    }
    if summary.wasInterrupted { console.say("interrupted: what is written is whole") }
  }
}
