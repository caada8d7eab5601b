import Articles
import Foundation
import RulePacks

/// Applies packs to single articles: one worker, one article at a time.
actor FindingService {
  /// An article as it is posted: the fields of `hilal run`'s inputs that matter to rules.
  struct Posted: Decodable {
    var id: String?
    var title: String?
    var content: String
    var date: String?
    var source: String?
    var url: String?
    var lang: String?
  }

  /// What is answered.
  struct Answer: Encodable {
    struct Failure: Encodable {
      var pack: String
      var rule: String
      var message: String
    }

    var findings: [Finding]
    var failures: [Failure]
  }

  private let worker: PackWorker

  init(_ book: RuleBook) { worker = PackWorker(book) }

  /// Runs the packs over an article, as if no other had been seen before.
  ///
  /// - Throws: `DecodingError` where `body` is no article.
  func findings(in body: Data) throws -> Data {
    let posted = try JSONDecoder().decode(Posted.self, from: body)
    var article = Article(
      id: posted.id ?? "", title: Array((posted.title ?? "").utf8),
      content: Array(posted.content.utf8), date: posted.date, source: posted.source,
      url: posted.url, lang: posted.lang)
    if article.id.isEmpty { article.id = article.stableID }
    worker.beginBatch()
    let result = worker.process(article) ?? ArticleResult()
    let failures = result.failures.map {
      Answer.Failure(pack: $0.failure.pack, rule: $0.failure.rule, message: $0.failure.message)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Answer(findings: result.findings, failures: failures))
  }
}
