import Archives
import ArgumentParser
import Articles
import Foundation
import RulePacks

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says for each sentence why a rule fired, or where its pattern stopped.",
    discussion: """
      Sentences in which the pattern does not begin are counted, not shown. What `check` prints \
      stands below its sentence. To try a text: echo TEXT | hilal explain PACK/RULE -
      """)

  @Option(help: ArgumentHelp("Only the article with this id.", valueName: "id"))
  var id: String?

  @Flag(help: "Show sentences as well that have parts of the pattern, but not its beginning.")
  var all = false

  @Option(help: ArgumentHelp("At most so many sentences.", valueName: "n"))
  var limit = 20

  @Argument(help: ArgumentHelp("A pack's folder and a rule.", valueName: "pack/rule"))
  var target: String

  @Argument(help: ArgumentHelp("Files and folders; - is standard input.", valueName: "input"))
  var inputs: [String]

  func run() throws {
    let (path, rule) = RuleTarget.split(target)
    var options = PackOptions()
    options.packs = [path]
    let book = try options.load()
    if book.packs.isEmpty { throw ExitStatus.packError }
    let rules = try RuleTarget.rules(rule, in: book)
    guard rules.count == 1, let index = rules.first else {
      let names = rules.map { book.rules[$0].id }.joined(separator: ", ")
      throw ValidationError("name one of the pack's rules, as in \(path)/RULE: \(names)")
    }
    do throws(ArchivesError) {
      try explain(book, index)
    } catch {
      throw error.exit()
    }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  private func explain(_ book: RuleBook, _ rule: Int) throws(ArchivesError) {
    let reader = try ArticleReader(inputs: inputs)
    var parser = try RecordParser()
    let worker = PackWorker(book)
    var shown = 0
    var silent = 0
    var scattered = 0
    while shown < limit, let batch = reader.nextBatch() {
      for record in 0..<batch.count {
        guard case .success(let article) = parser.parse(batch, record) else { continue }
        if let id, article.id != id { continue }
        for explanation in worker.explain(article, rule: rule) where shown < limit {
          let lines = explanation.outcomes.flatMap(OutcomeText.lines)
          if lines.isEmpty {
            silent += 1
            continue
          }
          if !all, case .scattered = explanation.outcomes.first {
            scattered += 1
            continue
          }
          print("\(article.id)  \(explanation.sentence.text)")
          for line in lines + explanation.printed.map({ "printed: \($0)" }) { print("  \(line)") }
          shown += 1
        }
      }
    }
    if scattered > 0 {
      print(
        "\(Text.plural(scattered, "sentence")) with parts of the pattern, but not its beginning "
          + "(--all shows them)")
    }
    print("\(Text.plural(silent, "sentence")) without any part of the pattern")
  }
}

/// `PACK` or `PACK/RULE` as the command line names it.
enum RuleTarget {
  /// A folder, or a folder and a rule; a bare name is looked for under ./plugins.
  static func split(_ target: String) -> (path: String, rule: String?) {
    let files = FileManager.default
    for path in [target, "plugins/\(target)"] where files.fileExists(atPath: path + "/pack.toml") {
      return (path, nil)
    }
    guard let slash = target.lastIndex(of: "/") else { return (target, nil) }
    let folder = String(target[..<slash])
    let rule = String(target[target.index(after: slash)...])
    let isNamed = !files.fileExists(atPath: folder + "/pack.toml")
    return (isNamed ? "plugins/\(folder)" : folder, rule)
  }
  /// The rule of that name in the pack that was named; without a name all that report.
  ///
  /// - Throws: a `ValidationError` when there is none.
  static func rules(_ name: String?, in book: RuleBook) throws -> [Int] {
    let own = book.rules.indices.filter { book.packs[book.rules[$0].pack].reports }
    guard let name else { return own.filter { book.reports(rule: $0) } }
    let found = own.filter { book.rules[$0].id == name }
    if found.isEmpty {
      let names = own.map { book.rules[$0].id }.sorted().joined(separator: ", ")
      throw ValidationError("the pack has no rule `\(name)`; its rules: \(names)")
    }
    return found
  }
}
