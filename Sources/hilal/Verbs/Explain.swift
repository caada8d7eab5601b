import Archives
import ArgumentParser
import Articles
import Foundation
import RulePacks

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says for each sentence why a rule fired, or where its pattern stopped.",
    discussion: "Sentences in which no part of the pattern stands are counted, not shown.")

  @Option(help: ArgumentHelp("Only the article with this id.", valueName: "id"))
  var id: String?

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
    guard let rule, let index = book.rules.firstIndex(where: { $0.id == rule }) else {
      throw ValidationError("name a pack and one of its rules: plugins/military-threats/explicit")
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
    while shown < limit, let batch = reader.nextBatch() {
      for record in 0..<batch.count {
        guard case .success(let article) = parser.parse(batch, record) else { continue }
        if let id, article.id != id { continue }
        for explanation in worker.explain(article, rule: rule) where shown < limit {
          let lines = explanation.outcomes.flatMap(Self.lines)
          if lines.isEmpty {
            silent += 1
            continue
          }
          print("\(article.id)  \(explanation.sentence.text)")
          for line in lines { print("  \(line)") }
          shown += 1
        }
      }
    }
    print("\(Text.plural(silent, "sentence")) without any part of the pattern")
  }

  private static func lines(_ outcome: Explanation.Outcome) -> [String] {
    switch outcome {
    case .nothing: return []
    case .failed(let message): return ["failed: \(message)"]
    case .rejected(let words, let returned):
      return ["matched «\(words)», but check returned \(returned)"]
    case .fired(let words, let findings):
      return ["fired on «\(words)»"]
        + findings.flatMap { finding in finding.fields.map { "  \($0.name): \($0.text)" } }
    case .stopped(let matched, let wanted, let at):
      let parts = matched.map { "\($0.part) on «\($0.words)»" }.joined(separator: ", then ")
      let rest = at.isEmpty ? "the sentence ends" : "there is «\(at)»"
      return ["stopped after \(parts)", "  wanted \(wanted.joined(separator: " or ")); \(rest)"]
    }
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
}
