import Archives
import ArgumentParser
import Articles
import BatchRunner
import RulePacks

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows articles in the terminal with their findings marked.",
    discussion: "Articles with findings are shown; with --id that one, whatever was found in it.")

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("The article with this id.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("At most so many articles.", valueName: "n"))
  var limit = 10

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws { try reading.requireInputs(inputs) }

  func run() throws {
    let options = try reading.runnerOptions()
    let inputs = try reading.inputs(inputs)
    let book = try packs.load()
    let shown: Int
    do throws(ArchivesError) {
      shown = try show(book, inputs, options)
    } catch {
      throw error.exit()
    }
    if let id, shown == 0 {
      Console.shared.say("error: no article with the id \(id)")
      throw ExitStatus.noInput
    }
    if shown == 0 { Console.shared.say("no findings") }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  /// Shows the articles asked for; returns how many.
  private func show(
    _ book: RuleBook, _ inputs: [String], _ options: Runner.Options
  ) throws(ArchivesError) -> Int {
    let reader = try options.reader(of: inputs)
    var parser = try options.recordParser()
    let worker = PackWorker(book)
    let output = ByteOutput()
    var shown = 0
    var unread = UnreadRecords()
    while let batch = reader.nextBatch() {
      worker.beginBatch()
      for record in 0..<batch.count {
        guard let article = unread.article(parser.parse(batch, record)) else { continue }
        if let id, article.id != id { continue }
        let findings = (worker.process(article)?.items ?? []).map(\.finding)
        if id == nil, findings.isEmpty { continue }
        if shown > 0 { try output.write(Array("\n\n".utf8)) }
        try output.write(Array((text(article, findings).render() + "\n").utf8))
        shown += 1
        if id != nil || shown == limit {
          try output.flush()
          return shown
        }
      }
    }
    try output.flush()
    unread.say()
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
