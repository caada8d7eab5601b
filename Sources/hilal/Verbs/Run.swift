import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs packs over articles and writes what they find.",
    discussion: """
      Inputs are files and folders of JSON, JSON Lines or text, bare or in archives (zip, tar, \
      gz, bz2, xz, zst); - is standard input. Findings come in input order, the same for any --jobs.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
  }

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Where findings go.", valueName: "file"))
  var output: String?

  @Option(help: "How findings are written; else by the ending of --output.")
  var format: Format?

  @Option(help: ArgumentHelp("The run in numbers, JSON.", valueName: "file"))
  var summary: String?

  @Flag(help: "Leave out the findings of articles that copy one of the 100,000 before them.")
  var clusters = false

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String]

  func run() throws {
    let book = try packs.load()
    var options = try reading.runnerOptions()
    let isCSV = format == .csv || (format == nil && output?.hasSuffix(".csv") == true)
    options.format = isCSV ? .csv(fields: book.fieldNames) : .jsonLines
    options.clusters = clusters
    let runner = Runner(book, options)
    let interrupts = Interrupts(runner)
    let result: RunSummary
    do throws(ArchivesError) {
      let total = try ArticleReader.totalBytes(of: inputs)
      let display = ProgressDisplay(total: total, isQuiet: reading.quiet)
      // Opened before the work is done: a place that cannot be written is told of at once.
      let numbers = try summary.map { path throws(ArchivesError) in try ByteOutput(path: path) }
      let quarantine = try reading.quarantineWriter()
      let sink = try TextFindingSink(
        options.format,
        output.map { path throws(ArchivesError) in try ByteOutput(path: path) } ?? ByteOutput())
      result = try runner.run(
        inputs: inputs, sink: sink, quarantine: quarantine,
        report: { Console.shared.say($0) }, progress: { display.update($0) })
      Console.shared.clearProgress()
      try numbers?.write(result.json)
      try numbers?.close()
    } catch {
      Console.shared.clearProgress()
      throw error.exit()
    }
    withExtendedLifetime(interrupts) {}
    SummaryText(result, isQuiet: reading.quiet, strict: reading.strict).say()
    try exit(result, book)
  }

  private func exit(_ result: RunSummary, _ book: RuleBook) throws {
    if result.wasInterrupted { throw ExitStatus.interrupted }
    if !book.diagnostics.isEmpty || result.errors.contains(where: { $0.kind != .bound }) {
      throw ExitStatus.packError
    }
    if reading.strict, result.quarantined > 0 { throw ExitStatus.badInput }
  }
}
