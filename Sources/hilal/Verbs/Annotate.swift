import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes every layer of each article, JSON Lines.",
    discussion: """
      Sentences, entities with roles, quotes with speakers, times, quantities, attributions, \
      near-duplicates, and the layers that the packs provide. Places are Unicode code points.
      """)

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Where analyses go.", valueName: "file"))
  var output: String?

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws { try reading.requireInputs(inputs) }

  func run() throws {
    let inputs = try reading.inputs(inputs)
    let book = try packs.load()
    let runner = Runner(book, try reading.runnerOptions())
    let interrupts = Interrupts(runner)
    let result: RunSummary
    do throws(ArchivesError) {
      let display = ProgressDisplay(
        total: try ArticleReader.totalBytes(
          of: inputs, filter: InputFilter(include: reading.include, exclude: reading.exclude)),
        isQuiet: reading.quiet)
      let target = try output.map { path throws(ArchivesError) in try ByteOutput(path: path) }
      result = try runner.annotate(
        inputs: inputs, output: target ?? ByteOutput(), quarantine: try reading.quarantineWriter(),
        progress: { display.update($0) })
      Console.shared.clearProgress()
    } catch {
      Console.shared.clearProgress()
      throw error.exit()
    }
    withExtendedLifetime(interrupts) {}
    SummaryText(result, isQuiet: true, strict: reading.strict).say()
    if result.wasInterrupted { throw ExitStatus.interrupted }
    if !book.diagnostics.isEmpty || !result.errors.isEmpty { throw ExitStatus.packError }
    if reading.strict, result.quarantined > 0 { throw ExitStatus.badInput }
  }
}
