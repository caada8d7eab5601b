import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct BenchVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Says where the time goes: by stage, by layer and by rule.",
    discussion: """
      Runs the packs on one thread. A rule's time holds the layers that it is the first to ask for; \
      the list of layers says what each costs when it is computed whole for every article that some \
      rule looks into, whether or not one needs it. The last list holds the words that bring rules \
      the most sentences: a rule is the faster, the rarer the words are that its pattern needs.
      """)

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions

  /// Triggers that the text shows.
  private static let shownTriggers = 12
  /// Characters of a trigger's title that the text shows.
  private static let shownTitle = 48

  @Flag(help: "One JSON object a stage, layer, rule and trigger.")
  var json = false

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws { try reading.requireInputs(inputs) }

  func run() throws {
    let inputs = try reading.inputs(inputs)
    let book = try packs.load()
    if book.packs.isEmpty { throw ExitStatus.packError }
    let bench = Bench(book, try reading.runnerOptions())
    let report: Bench.Report
    do throws(ArchivesError) {
      report = try bench.run(inputs: inputs)
    } catch {
      throw error.exit()
    }
    print(json ? Self.json(report) : Self.text(report))
    UnreadText(unread: report.unread, read: report.read, isLines: reading.lines).say()
    try FailureText.end(report.failures)
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  private static func text(_ report: Bench.Report) -> String {
    let megabytes = Double(report.bytes) / 1e6
    let stages = { (title: String, stages: [Bench.Report.Stage]) in
      [[title, "ms", "MB/s"]]
        + stages.map {
          [
            $0.name, Text.decimal($0.seconds * 1000),
            $0.seconds > 0 ? Text.decimal(megabytes / $0.seconds) : "-",
          ]
        }
    }
    let rules =
      [["rule", "ms", "articles", "units", "calls", "findings", "µs a unit"]]
      + report.rules.map { rule in
        let cost = rule.cost
        return [
          rule.name, Text.decimal(rule.seconds * 1000), Text.grouped(cost.articles),
          Text.grouped(cost.units), Text.grouped(cost.calls), Text.grouped(cost.findings),
          Text.decimal(rule.seconds * 1e6 / Double(max(cost.units, 1))),
        ]
      }
    let triggers =
      [["words", "hits", "rules"]]
      + report.triggers.prefix(shownTriggers).map {
        let title = $0.title.count > shownTitle ? $0.title.prefix(shownTitle - 1) + "…" : $0.title
        return [title, Text.grouped($0.hits), $0.rules.joined(separator: ", ")]
      }
    return """
      \(Text.plural(report.articles, "article")), \(Text.decimal(megabytes)) MB; rules look into \
      \(Text.grouped(report.touched))

      \(columns(stages("stage", report.stages)))

      \(columns(rules))

      \(columns(stages("layer, computed whole", report.layers)))

      \(columns(triggers))
      """
  }

  /// The first column to the left, the others to the right.
  private static func columns(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + blank : blank + row[column]
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func json(_ report: Bench.Report) -> String {
    var json = JSONWriter()
    let stage = { (kind: String, stage: Bench.Report.Stage) in
      json.beginObject()
      json.field(kind, stage.name)
      json.field("seconds", stage.seconds)
      json.endObject()
      json.newline()
    }
    for item in report.stages { stage("stage", item) }
    for item in report.layers { stage("layer", item) }
    for trigger in report.triggers {
      json.beginObject()
      json.field("trigger", trigger.title)
      json.field("hits", trigger.hits)
      json.field("rules", trigger.rules)
      json.endObject()
      json.newline()
    }
    for rule in report.rules {
      json.beginObject()
      json.field("rule", rule.name)
      json.field("seconds", rule.seconds)
      json.field("articles", rule.cost.articles)
      json.field("units", rule.cost.units)
      json.field("calls", rule.cost.calls)
      json.field("findings", rule.cost.findings)
      json.endObject()
      json.newline()
    }
    return String(decoding: json.bytes.dropLast(), as: UTF8.self)
  }
}
