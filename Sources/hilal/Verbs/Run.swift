import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs packs over articles and writes what they find.",
    discussion: """
      Inputs are files and folders of JSON, JSON Lines, text, web pages or WARC, bare or in archives \
      (zip, tar, gz, bz2, xz, zst); - is standard input. Findings come in input order, the same for \
      any --jobs. A run that was killed is completed by the same command with --resume.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case sqlite

    /// The format that the ending of a file's name promises.
    init?(promisedBy output: String) {
      switch Self.ending(of: output) {
      case "jsonl", "ndjson", "jsonlines": self = .jsonl
      case "csv": self = .csv
      case "sqlite", "sqlite3", "db": self = .sqlite
      default: return nil
      }
    }

    /// What stands behind the last dot of a file's name, in small letters; nil for a name without one.
    static func ending(of output: String) -> String? {
      let name = output.split(separator: "/").last ?? ""
      guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
      return name[name.index(after: dot)...].lowercased()
    }

    /// As people call it.
    var title: String {
      switch self {
      case .jsonl: "JSON Lines"
      case .csv: "CSV"
      case .sqlite: "SQLite"
      }
    }
  }

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var working: JobOptions
  @OptionGroup var account: AccountOptions
  @OptionGroup var selecting: SelectionOptions
  @OptionGroup var choosing: ArticleOption
  @OptionGroup var rules: RuleOption

  @Option(
    help: ArgumentHelp(
      "Skip articles whose ids stand in the file, and add those of this run.", valueName: "file"))
  var seen: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where findings go.", valueName: "file"))
  var output: String?

  @Option(help: "How findings are written; else by the ending of --output.")
  var format: Format?

  @Flag(
    help: """
      Go on where a run with the same --output FILE stopped. FILE.checkpoint, kept beside it while a run \
      lasts and after, says where; remove it only with FILE.
      """)
  var resume = false

  @Option(help: ArgumentHelp("The run in numbers, JSON.", valueName: "file"))
  var summary: String?

  @Flag(help: "Leave out the findings of articles that copy one of the 100,000 before them.")
  var clusters = false

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    try reading.requireInputs(inputs)
    try EmptyArgument.refuse(["--output": output, "--summary": summary, "--seen": seen], "file")
    if output == nil || output == "-" {
      if format == .sqlite { throw ValidationError("a database is a file: name one with --output") }
      if resume { throw ValidationError("--resume needs the --output that is to be completed") }
    }
  }

  func run() throws {
    let book = try packs.load()
    var options = try reading.runnerOptions(jobs: working.jobs)
    options.selection = selecting.selection(id: choosing.id)
    options.rules = rules.globs
    options.format = chosenFormat == .csv ? .csv(fields: book.fieldNames) : .jsonLines
    options.clusters = clusters
    let runner = Runner(book, options)
    let names = book.rules.indices.filter(book.reports).map(book.name)
    if let mistake = rules.mistake(among: names) {
      if !runner.hasRules { throw UsageError(mistake) }
      Console.shared.say("warning: \(mistake)")
    }
    let request = try self.request()
    let interrupts = Interrupts(runner)
    let result: RunSummary
    do throws(ArchivesError) {
      try reading.protect(
        request.inputs, from: [output, summary, seen, account.quarantine])
      tellFormat()
      let total = try ArticleReader.totalBytes(of: request.inputs, filter: options.filter)
      let display = ProgressDisplay(total: total, isQuiet: account.quiet)
      // Opened before the work is done: a place that cannot be written is told of at once.
      let numbers = try summary.map { path throws(ArchivesError) in try ByteOutput(path: path) }
      result = try runner.run(
        request, version: Hilal.version, report: { Console.shared.say($0) },
        progress: { display.update($0) })
      Console.shared.clearProgress()
      if !isMissing(result) {
        try numbers?.write(result.json)
        try numbers?.close()
      }
    } catch {
      Console.shared.clearProgress()
      throw error.exit()
    }
    withExtendedLifetime(interrupts) {}
    SummaryText(
      result, isQuiet: account.quiet, strict: account.strict, quarantine: account.quarantine,
      selecting: selecting, isLines: reading.lines
    ).say()
    if let seen, !book.diagnostics.isEmpty {
      Console.shared.say(
        "note: \(seen) takes no articles of this run, for not all packs could be loaded")
    }
    if let id = choosing.id, isMissing(result) {
      throw Console.shared.noArticle(id, among: request.inputs, options)
    }
    try exit(result, book)
  }

  /// Whether no article has the id that was asked for.
  private func isMissing(_ result: RunSummary) -> Bool {
    choosing.id != nil && result.processed == 0 && !result.wasInterrupted
  }

  private var chosenFormat: Format {
    format ?? output.flatMap(Format.init(promisedBy:)) ?? .jsonl
  }

  /// An ending that promises another format than the one that is written is told of; one that promises a packed file
  /// also under --quiet, for what reads it next would fail.
  private func tellFormat() {
    guard let output, let ending = Format.ending(of: output) else { return }
    if chosenFormat != .sqlite, let packing = packing(output, ending) {
      let lines = chosenFormat == .csv ? "lines of CSV" : "JSON Lines"
      return Console.shared.say(
        "note: \(output) takes \(lines) that are not packed; to pack them: \(packing)")
    }
    let promised = Format(promisedBy: output)
    if account.quiet || promised == chosenFormat { return }
    if let promised {
      Console.shared.say(
        "note: \(output) takes \(chosenFormat.title), as --format says; its ending promises \(promised.title)"
      )
    } else if format == nil {
      Console.shared.say(
        "note: \(output) takes JSON Lines; for CSV or SQLite end its name in .csv or .sqlite, or say --format"
      )
    }
  }

  /// How findings get into a file of a packed kind; nil for an ending of none.
  private func packing(_ output: String, _ ending: String) -> String? {
    switch ending {
    case "gz": return "-o - | gzip > \(output)"
    case "bz2": return "-o - | bzip2 > \(output)"
    case "xz": return "-o - | xz > \(output)"
    case "zst": return "-o - | zstd > \(output)"
    case "zip":
      let lines = output.dropLast(4) + ".\(chosenFormat.rawValue)"
      return "write \(lines), then: zip \(output) \(lines)"
    default: return nil
    }
  }

  private func request() throws -> RunRequest {
    var request = RunRequest(inputs: try reading.inputs(inputs))
    if let output, output != "-" {
      request.output = chosenFormat == .sqlite ? .database(output) : .file(output)
    }
    request.quarantine = account.quarantine
    request.seen = seen
    request.resumes = resume
    return request
  }

  private func exit(_ result: RunSummary, _ book: RuleBook) throws {
    if result.wasInterrupted { throw ExitStatus.interrupted }
    if !book.diagnostics.isEmpty || result.errors.contains(where: { $0.kind != .bound }) {
      throw ExitStatus.packError
    }
    if account.strict, result.quarantined > 0 { throw ExitStatus.badInput }
  }
}
