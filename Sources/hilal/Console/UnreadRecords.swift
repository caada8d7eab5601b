import Archives
import Articles

/// Records that could not be read, for verbs that show articles and write no quarantine: the first is told of.
struct UnreadRecords {
  private var count = 0
  private var first: String?

  /// The article of a record; nil where it is none, which is counted.
  mutating func article(_ parsed: Result<Article, Rejection>) -> Article? {
    switch parsed {
    case .success(let article): return article
    case .failure(let rejection):
      if rejection.isSkip { return nil }
      count += 1
      first = first ?? rejection.summary
      return nil
    }
  }

  func say() {
    guard let first else { return }
    let records = Text.plural(count, "record")
    Console.shared.say("warning: \(records) could not be read, the first: \(Text.line(first))")
  }
}
