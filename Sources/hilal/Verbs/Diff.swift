import Archives
import ArgumentParser
import BatchRunner
import RulePacks

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Findings that are new, lost or changed between two versions of a pack.",
    discussion: "Status 1 when there is a difference, 0 when there is none.")

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Show at most so many changes.", valueName: "n"))
  var limit = 100

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("The old version's folder.", valueName: "old pack"))
  var old: String

  @Argument(help: ArgumentHelp("The new version's folder.", valueName: "new pack"))
  var new: String

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws { try reading.requireInputs(inputs) }

  func run() throws {
    let inputs = try reading.inputs(inputs)
    if inputs.contains("-") {
      throw ValidationError("the inputs are read twice; standard input cannot be")
    }
    let books = try [old, new].map { path in
      var options = PackOptions()
      options.packs = [path]
      return try options.load()
    }
    let options = try reading.runnerOptions()
    let changes: FindingChanges
    do throws(ArchivesError) {
      let before = try Runner(books[0], options).findings(inputs: inputs)
      let after = try Runner(books[1], options).findings(inputs: inputs)
      changes = FindingChanges(from: before, to: after)
    } catch {
      throw error.exit()
    }
    let usesColor = Console.usesColor(color, terminal: Console.shared.outputIsTerminal)
    for line in ChangeText(usesColor: usesColor).lines(changes, limit: limit) { print(line) }
    if books.contains(where: { !$0.diagnostics.isEmpty }) { throw ExitStatus.packError }
    if !changes.isEmpty { throw ExitStatus.failed }
  }
}
