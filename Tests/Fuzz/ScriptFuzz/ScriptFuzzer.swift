import Articles
import Foundation
import LayerChecks
import RulePacks

/// Runs made packs beside an honest one, each twice in one worker and once in another, and checks what the sandbox
/// promises.
struct ScriptFuzzer {
  /// Processor seconds that one rule may take on one article: the net of 2 s, and what stops it, in a debug build with
  /// sanitizers.
  private static let secondsARule = 4.0

  private let folder: String
  private let honestPath: String
  private var count = 0
  private var findings = 0
  private var calls = 0
  /// Names that scripts are offered, and those that some script has written.
  private static let offered =
    ScriptAPI.functions.map(\.name) + ScriptAPI.objects.flatMap(\.methods).map { ":\($0.name)(" }
    + Set(ScriptAPI.objects.flatMap(\.fields).map { ".\($0.name) " }) + ScriptMaker.functions
  private var written: Set<String> = []
  private var ends: [String: Int] = [:]
  private var slowest = (seconds: 0.0, seed: UInt64(0))

  init(folder: String) throws {
    self.folder = folder
    honestPath = folder + "/honest"
    try Self.write(honestPath, name: "honest", rules: Self.honest, lexicon: "خبر\nلقاء\n")
  }

  private static let honest = """
    local words = hilal.lexicon "terms"
    local n = 0
    return {
      hilal.rule { id = "count", on = "article", fields = { "x", "draw" },
        check = function(article)
          n = n + 1
          return { x = n .. string.upper(article.id), draw = math.random(1, 1000000) }
        end },
      hilal.rule { id = "word", fields = { "x" }, match = words:as "cue",
        check = function(s, m) return { x = s.index .. m.cue.text .. #s.entities } end },
    }

    """

  private static func write(_ path: String, name: String, rules: String, lexicon: String) throws {
    for part in ["rules", "lexicon"] {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(part)", withIntermediateDirectories: true)
    }
    let manifest = "name = \"\(name)\"\nversion = \"1.0.0\"\n"
    for (file, text) in [
      ("pack.toml", manifest), ("rules/made.lua", rules), ("lexicon/terms.txt", lexicon),
    ] {
      try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
    }
  }

  /// - Returns: false when a property is broken.
  mutating func run(from first: UInt64, for time: Duration) throws -> Bool {
    let end = ContinuousClock.now + time
    var seed = first
    while ContinuousClock.now < end {
      let problems = try check(seed)
      count += 1
      if !problems.isEmpty {
        let lines = ["seed \(seed), the pack is \(folder)/made:"] + problems.map { "  \($0)" }
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        return false
      }
      seed += 1
    }
    return true
  }

  var report: String {
    ([
      "\(count) packs, \(calls) calls of their rules, \(written.count) of \(Self.offered.count) functions, methods and fields",
      "\(findings) findings, slowest call \(Int(slowest.seconds * 1000)) ms (seed \(slowest.seed))",
    ]
      + ends.sorted { $0.key < $1.key }.map { "\($0.value) times \($0.key)" }).joined(
        separator: "\n")
  }

  private mutating func check(_ seed: UInt64) throws -> [String] {
    var maker = ScriptMaker(seed: seed)
    let made = folder + "/made"
    let source = maker.file()
    for name in Self.offered where !written.contains(name) && source.contains(name) {
      written.insert(name)
    }
    try Self.write(made, name: "made", rules: source, lexicon: "هجوم\nقصف=قصف\n")
    let articles = Self.articles(seed)
    let expected = Self.run(PackWorker(book([honestPath])), articles).map(\.findings)
    let both = book([made, honestPath])
    for diagnostic in both.diagnostics {
      ends["refused \(diagnostic.code.rawValue)", default: 0] += 1
    }
    let worker = PackWorker(both)
    let first = timed(both, seed) { Self.run(worker, articles) }
    let again = timed(both, seed) { Self.run(worker, articles) }
    let other = timed(both, seed) { Self.run(PackWorker(both), articles) }
    calls += worker.callCount
    var problems = first.problems + again.problems + other.problems
    if first.results.map({ $0.findings.filter { $0.pack == "honest" } }) != expected {
      problems.append("the honest pack's findings changed")
    }
    // What the machine's clock ended may end elsewhere the next time.
    let isTimed = (first.results + again.results + other.results).contains { result in
      result.failures.contains { $0.failure.kind == .time }
    }
    if !isTimed {
      for (name, results) in [("the next batch", again.results), ("another worker", other.results)]
      where !Self.areEqual(results, first.results) {
        problems.append("\(name) gives other results")
      }
    }
    for result in first.results { problems += bounds(result) }
    return problems
  }

  private func book(_ paths: [String]) -> RuleBook {
    RuleBook(PackSet(paths: paths, locator: PackLocator(places: [folder])))
  }

  private static func articles(_ seed: UInt64) -> [Article] {
    var maker = TextMaker(seed: seed)
    let text =
      "عقد لقاء في دمشق يوم الاثنين وقال الوزير إن الوفد هدد بقصف المدينة. خبر عن هجوم «قال إنه كذب»."
    return [
      Article(
        id: "a", title: Array("خبر عن لقاء".utf8), content: Array(text.utf8), date: "2024-03-05"),
      maker.article(),
    ]
  }

  private static func run(_ worker: PackWorker, _ articles: [Article]) -> [ArticleResult] {
    worker.beginBatch()
    return articles.map { worker.process($0) ?? ArticleResult() }
  }

  private mutating func timed(
    _ book: RuleBook, _ seed: UInt64, _ body: () -> [ArticleResult]
  ) -> (results: [ArticleResult], problems: [String]) {
    let start = clock()
    let results = body()
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    if seconds > slowest.seconds { slowest = (seconds, seed) }
    let limit = Self.secondsARule * Double(book.rules.count * results.count)
    return (results, seconds > limit ? ["took \(seconds) s of processor time"] : [])
  }

  private static func areEqual(_ a: [ArticleResult], _ b: [ArticleResult]) -> Bool {
    zip(a, b).allSatisfy { a, b in
      a.findings == b.findings && a.failures.map(\.failure) == b.failures.map(\.failure)
        && a.printed.map(\.line) == b.printed.map(\.line)
    }
  }

  private mutating func bounds(_ result: ArticleResult) -> [String] {
    var problems: [String] = []
    findings += result.items.count
    for (_, failure) in result.failures {
      ends["\(failure.kind)", default: 0] += 1
      if failure.pack != "made" {
        problems.append("\(failure.pack)/\(failure.rule) failed: \(failure.message)")
      }
      if failure.message.utf8.count > 8192 {
        problems.append("a message of \(failure.message.utf8.count) bytes")
      }
      if failure.message.contains("0x") && failure.message.contains("table:") {
        problems.append("an address in \(failure.message)")
      }
    }
    for finding in result.findings {
      let texts = finding.fields.map(\.text) + finding.evidence.map(\.span.text)
      if finding.label.utf8.count > 1024 || texts.contains(where: { $0.utf8.count > 8192 }) {
        problems.append("a finding over its bounds")
      }
    }
    if result.printed.reduce(0, { $0 + $1.line.utf8.count }) > 4 * (64 << 10) + (1 << 20) {
      problems.append("printed without bound")
    }
    return problems
  }
}
