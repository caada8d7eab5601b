internal import Archives
public import Articles

/// Which articles of the inputs a run looks at; the others are counted as skipped.
public struct Selection: Sendable, Equatable {
  /// The first and the last day, `2024-05-31`; an article without a date is on neither side.
  public var since: String?
  /// The last day, itself included.
  public var until: String?
  /// Sources, any of which will do; any source when empty.
  public var sources: [String] = []
  /// The one article that is wanted; any when nil.
  public var id: String?
  /// Articles of earlier runs.
  var seen = SeenArticles()

  /// Every article.
  public init() {}

  public static func == (a: Selection, b: Selection) -> Bool {
    a.since == b.since && a.until == b.until && a.sources == b.sources && a.id == b.id
  }

  /// Only articles of some days are looked at.
  var isOfDays: Bool { since != nil || until != nil }

  /// Whether a run looks at the article.
  func takes(_ article: Article) -> Bool {
    if let id, article.id != id { return false }
    if isOfDays {
      guard let day = article.day else { return false }
      if let since, day < since { return false }
      if let until, day > until { return false }
    }
    if !sources.isEmpty, !sources.contains(article.source ?? "") { return false }
    return !seen.contains(article.id)
  }
}

/// A selection at work where no runner reads: which articles it takes, and what is told of the others.
public struct SelectionCount: Sendable {
  private let selection: Selection
  /// The days of the articles so far, those that were left out included.
  public private(set) var days = ArticleDays()
  /// Articles that were taken so far.
  public private(set) var taken = 0
  /// Articles that were left out so far.
  public private(set) var skipped = 0

  /// None so far.
  public init(_ selection: Selection) { self.selection = selection }

  /// Whether the next article is looked at; it is counted.
  public mutating func takes(_ article: Article) -> Bool {
    let isTaken = selection.takes(article)
    if isTaken {
      taken += 1
      days.note(article)
    } else {
      skipped += 1
      days.note(leftOut: article, forItsDay: selection.isOfDays)
    }
    return isTaken
  }
}
