import Articles
import Foundation
import HostileScripts
import RulePacks

/// How soon every hostile script is stopped: under the limits of a run, and how long after the deadline when it has
/// steps without end and the deadline alone stops it.
struct StopTable {
  private static let deadline = 0.1
  private let folder = FileManager.default.temporaryDirectory.path + "/hilal-stops-\(getpid())"

  private struct Row {
    var count = 0
    var ends: [String: Int] = [:]
    var longest = 0.0
    var timed = 0
    var late = 0.0
    var latest = ""
  }

  func print() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var rows: [String: Row] = [:]
    for script in HostileScript.all {
      try add(script, to: &rows[script.group, default: Row()])
    }
    Swift.print(
      "| scripts about | number | they end by | longest run, ms | stopped by the deadline alone | latest after it, ms |"
    )
    Swift.print("| --- | ---: | --- | ---: | ---: | ---: |")
    for (group, row) in rows.sorted(by: { $0.key < $1.key }) {
      let ends = row.ends.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      Swift.print(
        "| \(group) | \(row.count) | \(ends.joined(separator: ", ")) | \(milliseconds(row.longest)) | \(row.timed) | \(row.timed == 0 ? "" : milliseconds(row.late)) |"
      )
    }
    if let worst = rows.values.max(by: { $0.late < $1.late }) {
      Swift.print("\nthe latest: \(milliseconds(worst.late)) ms, \(worst.latest)")
    }
  }

  private func add(_ script: HostileScript, to row: inout Row) throws {
    for part in ["rules", "lexicon"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/bad/\(part)", withIntermediateDirectories: true)
    }
    try Data("name = \"bad\"\nversion = \"1.0.0\"\n".utf8).write(
      to: URL(filePath: folder + "/bad/pack.toml"))
    try Data(script.source.utf8).write(to: URL(filePath: folder + "/bad/rules/bad.lua"))
    row.count += 1
    var book: RuleBook?
    let loading = processorSeconds {
      // A set of one pack loads on this thread.
      book = RuleBook(PackSet(paths: [folder + "/bad"], locator: PackLocator(places: [])))
    }
    guard let book else { return }
    if let diagnostic = book.diagnostics.first {
      let isTime = diagnostic.message.contains("processor time")
      row.ends[isTime ? "time" : "refused", default: 0] += 1
      row.longest = max(row.longest, loading)
      if isTime { note(loading - ScriptLimits().seconds, script, &row) }
      return
    }
    let usual = run(book, ScriptLimits())
    row.ends[usual.end, default: 0] += 1
    row.longest = max(row.longest, usual.seconds)
    var endless = ScriptLimits()
    endless.steps = 1 << 50
    endless.seconds = Self.deadline
    let late = run(book, endless)
    if late.end == "time" {
      note(late.seconds - Self.deadline * Double(late.stopped), script, &row)
    }
  }

  private func note(_ late: Double, _ script: HostileScript, _ row: inout Row) {
    row.timed += 1
    if late < row.late { return }
    row.late = late
    row.latest = script.description
  }

  /// How a script ended, how long it took, and how many calls of it were stopped for their time: of a pack of many rules
  /// there are two.
  private func run(
    _ book: RuleBook, _ limits: ScriptLimits
  ) -> (end: String, seconds: Double, stopped: Int) {
    let worker = PackWorker(book, limits: limits)
    // Makes the state and the layers, so that the script's own time is measured.
    worker.beginBatch()
    let text = String(
      repeating: "عقد لقاء في دمشق وقال الوزير إن الوفد هدد بقصف المدينة يوم الاثنين. ", count: 20)
    let article = Article(
      id: "a", title: Array("خبر".utf8), content: Array(text.utf8), date: "2024-03-05")
    var result: ArticleResult?
    let seconds = processorSeconds { result = worker.process(article) }
    let failures = result?.failures.map(\.failure) ?? []
    let stopped = failures.count { $0.kind == .time && $0.message.contains("this call") }
    return (failures.first?.kind.rawValue ?? "itself", seconds, stopped)
  }

  private func milliseconds(_ seconds: Double) -> String {
    thousandths(max(0, seconds) * 1000).split(separator: ".").first.map(String.init) ?? ""
  }
}
