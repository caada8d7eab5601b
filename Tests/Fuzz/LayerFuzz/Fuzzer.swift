import Articles
import Extraction
import Foundation
import LayerChecks
import RulePacks

/// Runs the layers and all packs over damaged and generated articles.
struct Fuzzer {
  private let articles: [Article]
  private let book: RuleBook
  private let worker: PackWorker
  private var count = 0
  private var bytes = 0
  private var findings = 0
  private var failures: [String: Int] = [:]
  private var slowest: (seconds: Double, bytes: Int, seed: UInt64) = (0, 0, 0)

  init(articles: [Article]) {
    self.articles = articles
    let folder = Inputs.repository + "/plugins"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let packs = names.sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/pack.toml")
    }
    book = RuleBook(
      PackSet(paths: packs.map { "\(folder)/\($0)" }, locator: PackLocator(places: [folder])))
    worker = PackWorker(book)
  }

  /// - Returns: false when a property is broken.
  mutating func run(from seed: UInt64, for time: Duration) -> Bool {
    let end = ContinuousClock.now + time
    var seed = seed
    while ContinuousClock.now < end {
      let start = ContinuousClock.now
      let (article, problems) = check(seed)
      count += 1
      bytes += article.title.count + article.content.count
      if !problems.isEmpty {
        print("seed \(seed):")
        for problem in problems { print("  \(problem)") }
        return false
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if seconds > slowest.seconds { slowest = (seconds, article.content.count, seed) }
      seed += 1
    }
    return true
  }

  var report: String {
    var lines = ["\(count) articles, \(bytes) bytes, \(findings) findings"]
    lines.append(
      "slowest: \(Int(slowest.seconds * 1000)) ms for \(slowest.bytes) bytes (seed \(slowest.seed))"
    )
    lines += failures.sorted { $0.key < $1.key }.map { "\($0.value) times \($0.key)" }
    return lines.joined(separator: "\n")
  }

  private mutating func check(_ seed: UInt64) -> (Article, [String]) {
    var maker = TextMaker(seed: seed)
    let isMade = seed % 3 == 0 || articles.isEmpty
    let article =
      isMade
      ? maker.article()
      : maker.damaged(articles[Int(seed % UInt64(articles.count))], beside: articles)
    var problems = LayerChecks(
      article, knowledge: book.knowledge, orders: maker.random.orders(2)
    ).problems
    worker.beginBatch()
    let annotated = worker.annotate(article)
    findings += annotated.result.items.count
    for (_, failure) in annotated.result.failures {
      failures["\(failure.pack)/\(failure.rule) \(failure.kind): \(failure.message)", default: 0] +=
        1
    }
    problems += annotated.result.items.compactMap { broken($0.finding, article) }
    return (article, problems)
  }

  /// What is wrong with a finding's words.
  private func broken(_ finding: Finding, _ article: Article) -> String? {
    let spans =
      [finding.span, finding.sentence] + finding.evidence.map(\.span)
      + finding.fields.compactMap(\.span)
    for span in spans where !span.isCut {
      let text = String(decoding: article.bytes(of: span.field), as: UTF8.self).unicodeScalars
      guard let start = text.index(text.startIndex, offsetBy: span.start, limitedBy: text.endIndex),
        let end = text.index(text.startIndex, offsetBy: span.end, limitedBy: text.endIndex),
        start <= end, text[start..<end].elementsEqual(span.text.unicodeScalars)
      else {
        return "\(finding.pack)/\(finding.rule): \(span) is no slice"
      }
    }
    return nil
  }
}
