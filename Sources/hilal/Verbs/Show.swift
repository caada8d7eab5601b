import Archives
import ArgumentParser
import Articles
import BatchRunner
import RulePacks

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows articles in the terminal with their findings marked.",
    discussion: "Articles with findings are shown; with --id that one, whatever was found in it.")

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var selecting: SelectionOptions
  @OptionGroup var choosing: ArticleOption

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many articles.", valueName: "n"))
  var limit = 10

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    try Limit.check(limit, atLeast: 1)
    try reading.requireInputs(inputs)
  }

  func run() throws {
    var options = try reading.runnerOptions()
    options.selection = selecting.selection(id: choosing.id)
    let inputs = try reading.inputs(inputs)
    let book = try packs.load()
    let shown: Shown
    do throws(ArchivesError) {
      shown = try show(book, inputs, options)
    } catch {
      throw error.exit()
    }
    if choosing.id == nil, shown.count == 0 { Console.shared.say("no findings") }
    UnreadText(unread: shown.unread, read: shown.read, isLines: reading.lines).say()
    SelectionText(selecting: selecting, shown.selected).say()
    try FailureText.end(shown.failures)
    if let id = choosing.id, shown.count == 0 {
      throw Console.shared.noArticle(id, among: inputs, options)
    }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  /// How many articles were shown, and what became of the records up to the last of them.
  private struct Shown {
    var count = 0
    var read = 0
    var unread = UnreadRecords()
    var selected: SelectionCount
    var failures: [RuleFailure] = []
  }

  /// Shows the articles asked for.
  private func show(
    _ book: RuleBook, _ inputs: [String], _ options: Runner.Options
  ) throws(ArchivesError) -> Shown {
    let reader = try options.reader(of: inputs)
    var parser = try options.recordParser()
    let worker = PackWorker(book)
    let output = ByteOutput()
    var shown = Shown(selected: SelectionCount(options.selection))
    reading: while let batch = reader.nextBatch() {
      worker.beginBatch()
      for record in 0..<batch.count {
        shown.read += 1
        guard let article = shown.unread.article(parser.parse(batch, record)),
          shown.selected.takes(article)
        else { continue }
        let result = worker.process(article) ?? ArticleResult()
        let findings = result.findings
        shown.failures += result.failures.map(\.failure)
        if choosing.id == nil, findings.isEmpty { continue }
        if shown.count > 0 { try output.write(Array("\n\n".utf8)) }
        try output.write(Array((text(article, findings).render() + "\n").utf8))
        shown.count += 1
        if choosing.id != nil || shown.count == limit { break reading }
      }
    }
    try output.flush()
    return shown
  }

  private func text(_ article: Article, _ findings: [Finding]) -> ArticleText {
    let console = Console.shared
    return ArticleText(
      article: article, findings: findings,
      usesColor: Console.usesColor(color, terminal: console.outputIsTerminal),
      isolates: console.outputIsTerminal)
  }
}
