import Archives
import ArgumentParser
import Articles
import BatchRunner
import Foundation
import RulePacks

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says for each sentence why a rule fired, or where its pattern stopped.",
    usage: """
      hilal explain PACK/RULE INPUT…
      echo TEXT | hilal explain PACK/RULE -
      """,
    discussion: """
      First the sentences in which the pattern matches, in input order, then those in which it only \
      begins, by how many of its parts stand there. Sentences in which it does not begin are counted, \
      not shown. What `check` prints stands below its sentence.
      """)

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var choosing: ArticleOption

  @Flag(help: "Show sentences as well that have parts of the pattern, but not its beginning.")
  var all = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("At most so many sentences; 0 counts them only.", valueName: "n"))
  var limit = 20

  @Argument(help: ArgumentHelp("A pack, by folder or name, and its rule.", valueName: "pack/rule"))
  var target: String

  @Argument(
    help: ArgumentHelp(
      "Files and folders; - reads a text or articles from standard input.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    try Limit.check(limit, atLeast: 0)
    if inputs.isEmpty, reading.filesFrom == nil {
      throw ValidationError(
        "name an input: a file, a folder, or - for a text on standard input, as in "
          + "echo TEXT | hilal explain \(target) -")
    }
  }

  func run() throws {
    let settings = try reading.runnerOptions()
    let inputs = try reading.inputs(inputs, packs: .first(1))
    try refuseText(inputs)
    let (path, rule) = try RuleTarget.split(target)
    var options = PackOptions()
    options.packs = [path]
    let book = try options.load()
    if book.packs.isEmpty { throw ExitStatus.packError }
    let rules = try RuleTarget.rules(rule, in: book)
    if rules.isEmpty { throw ExitStatus.packError }
    guard rules.count == 1, let index = rules.first else {
      let names = rules.map { book.rules[$0].id }.joined(separator: ", ")
      throw UsageError("name one of the pack's rules, as in \(target)/RULE: \(names)")
    }
    let (isThere, hasFailed): (Bool, Bool)
    do throws(ArchivesError) {
      (isThere, hasFailed) = try explain(book, index, inputs, settings)
    } catch {
      throw error.exit()
    }
    if let id = choosing.id, !isThere {
      throw Console.shared.noArticle(id, among: inputs, settings)
    }
    if hasFailed || !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  /// A text where a file belongs: this verb takes one as it is from standard input.
  private func refuseText(_ inputs: [String]) throws {
    for text in inputs
    where text.contains(" ") && !text.contains("/") && text.utf8.contains(where: { $0 >= 0x80 }) {
      if FileManager.default.fileExists(atPath: text) { continue }
      Console.shared.say(
        "error: \(text): no such file; a text is piped in: echo TEXT | hilal explain \(target) -")
      throw ExitStatus.noInput
    }
  }

  /// Whether there was an article to explain, and whether the rule failed on one.
  private func explain(
    _ book: RuleBook, _ rule: Int, _ inputs: [String], _ settings: Runner.Options
  ) throws(ArchivesError) -> (isThere: Bool, hasFailed: Bool) {
    if inputs.contains("-"), Console.shared.inputIsTerminal {
      Console.shared.say("reading standard input: type a text, end it with Ctrl-D")
    }
    let reader = try settings.reader(of: inputs)
    var parser = try settings.recordParser()
    let worker = PackWorker(book)
    var list = ExplanationList(limit: limit, showsAll: all)
    var read = 0
    var isThere = choosing.id == nil
    var hasFailed = false
    var unread = UnreadRecords()
    while let batch = reader.nextBatch() {
      read += batch.count
      for record in 0..<batch.count {
        guard let article = unread.article(parser.parse(batch, record)) else { continue }
        if let id = choosing.id, article.id != id { continue }
        isThere = true
        for explanation in worker.explain(article, rule: rule) {
          hasFailed = hasFailed || explanation.hasFailed
          // Matches are shown as they come: an archive may be large.
          list.add(explanation, of: article.id).map { print($0) }
        }
      }
    }
    if isThere { for line in list.rest { print(line) } }
    UnreadText(unread: unread, read: read, isLines: reading.lines).say()
    return (isThere, hasFailed)
  }
}

/// The rule in `PACK/RULE` as the command line names it.
enum RuleTarget {
  /// The pack's folder and the rule.
  ///
  /// - Throws: a `UsageError` for a rule that is named without its pack.
  static func split(_ target: String) throws -> (path: String, rule: String?) {
    let locator = PackOptions.locator
    let (path, rule) = locator.target(named: target)
    if rule != nil || PackLocator.isPack(path) { return (path, rule) }
    let book = RuleBook(PackSet(paths: locator.all(), locator: locator))
    let names = book.rules.indices.filter { book.rules[$0].id == target }
      .map(book.name(ofRule:))
    if names.isEmpty { return (path, nil) }
    throw UsageError(
      "no pack is named `\(target)`; name the rule with its pack: \(names.joined(separator: ", "))")
  }

  /// The rule of that name in the pack that was named; without a name all that report.
  ///
  /// - Throws: a `UsageError` when there is none.
  static func rules(_ name: String?, in book: RuleBook) throws -> [Int] {
    let own = book.rules.indices.filter { book.packs[book.rules[$0].pack].reports }
    guard let name else { return own.filter { book.reports(rule: $0) } }
    let found = own.filter { book.rules[$0].id == name }
    if own.isEmpty { throw UsageError("the pack has no rule `\(name)`, nor any other") }
    if found.isEmpty {
      let names = own.map { book.rules[$0].id }.sorted().joined(separator: ", ")
      throw UsageError("the pack has no rule `\(name)`; its rules: \(names)")
    }
    return found
  }
}
