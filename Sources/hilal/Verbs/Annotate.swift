import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Writes every layer of each article, JSON Lines.",
    discussion: """
      Sentences, entities with roles, quotes with speakers, times, quantities, attributions, \
      near-duplicates, and the layers that the packs provide. Places are Unicode code points.
      """)

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var working: JobOptions
  @OptionGroup var account: AccountOptions
  @OptionGroup var selecting: SelectionOptions
  @OptionGroup var choosing: ArticleOption

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case brat
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where analyses go: a file, or for brat a folder.", valueName: "file"))
  var output: String?

  @Option(help: "JSON Lines, or brat's standoff: a text and an .ann file for each article.")
  var format = Format.jsonl

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    try reading.requireInputs(inputs)
    try EmptyArgument.refuse(["--output": output], "file")
    if format == .brat, output == nil || output == "-" {
      throw ValidationError("brat's documents are files: name a folder with --output")
    }
    // A database of findings would be lost.
    if let output, let ending = Run.Format.ending(of: output),
      [.csv, .sqlite].contains(Run.Format(promisedBy: output))
    {
      throw ValidationError(
        "analyses are written as JSON Lines or for brat, not as .\(ending); end the name in .jsonl")
    }
  }

  func run() throws {
    let inputs = try reading.inputs(inputs)
    let book = try packs.load(wantsRules: false)
    var options = try reading.runnerOptions(jobs: working.jobs)
    options.selection = selecting.selection(id: choosing.id)
    let runner = Runner(book, options)
    let interrupts = Interrupts(runner)
    let result: RunSummary
    let folder = format == .brat ? output : nil
    do throws(ArchivesError) {
      try reading.protect(
        inputs, from: [folder == nil ? output : nil, account.quarantine], folder: folder)
      let display = ProgressDisplay(
        total: try ArticleReader.totalBytes(
          of: inputs, filter: InputFilter(include: reading.include, exclude: reading.exclude)),
        isQuiet: account.quiet)
      let target = try (folder == nil ? output : nil).map { path throws(ArchivesError) in
        try ByteOutput(path: path)
      }
      result = try runner.annotate(
        inputs: inputs, output: target ?? ByteOutput(), bratFolder: folder,
        quarantine: try account.quarantineWriter(),
        progress: { display.update($0) })
      Console.shared.clearProgress()
    } catch {
      Console.shared.clearProgress()
      throw error.exit()
    }
    withExtendedLifetime(interrupts) {}
    SummaryText(
      result, isQuiet: account.quiet, counts: false, strict: account.strict,
      quarantine: account.quarantine, selecting: selecting, isLines: reading.lines
    ).say()
    if let id = choosing.id, result.processed == 0, !result.wasInterrupted {
      throw Console.shared.noArticle(id, among: inputs, options)
    }
    if result.wasInterrupted { throw ExitStatus.interrupted }
    if !book.diagnostics.isEmpty || !result.errors.isEmpty { throw ExitStatus.packError }
    if account.strict, result.quarantined > 0 { throw ExitStatus.badInput }
  }
}
