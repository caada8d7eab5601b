public import Archives
public import Articles

/// The records of some inputs that are no articles: how many there are, and what is told of them.
public struct UnreadRecords: Sendable, Equatable, Codable {
  /// Records that could not be read; what is no page in a crawler's archive is none of them.
  public private(set) var count = 0
  /// The first, in input order: where it stood and what is wrong.
  public private(set) var first: String?
  /// The first place from which on an input or a member of an archive could not be read.
  public private(set) var firstLost: String?

  /// None.
  public init() {}

  /// Counts the next record unless it was skipped.
  public mutating func note(_ rejection: Rejection) {
    if rejection.isSkip { return }
    count += 1
    first = first ?? rejection.summary
    if rejection.isLoss { firstLost = firstLost ?? rejection.summary }
  }

  /// Counts the next records.
  mutating func note(_ rejections: [Rejection]) {
    for rejection in rejections { note(rejection) }
  }

  /// The article of the next record; nil where it is none, which is counted.
  public mutating func article(_ parsed: Result<Article, Rejection>) -> Article? {
    switch parsed {
    case .success(let article): return article
    case .failure(let rejection):
      note(rejection)
      return nil
    }
  }

  /// Counts the records of the next batch.
  mutating func add(_ next: UnreadRecords) {
    count += next.count
    first = first ?? next.first
    firstLost = firstLost ?? next.firstLost
  }
}
