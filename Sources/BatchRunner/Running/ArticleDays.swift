internal import Articles

/// The days of the articles of a run, as far as they can be told.
public struct ArticleDays: Sendable, Equatable, Codable {
  /// Articles with a date that could not be read, and the first such date, in input order.
  public private(set) var unread = 0
  public private(set) var firstUnread: String?
  /// Articles that `--since` or `--until` left out because their day is not known: those, and those without a date.
  public private(set) var leftOut = 0
  /// The first and the last day, as `2015-07-21`.
  public private(set) var first: String?
  public private(set) var last: String?

  /// None.
  public init() {}

  /// Counts the next article.
  mutating func note(_ article: Article) { note(leftOut: article, forItsDay: false) }

  /// Counts the next article, which was not wanted.
  ///
  /// - Parameter isOfDays: only articles of some days were.
  mutating func note(leftOut article: Article, forItsDay isOfDays: Bool) {
    if let day = article.day {
      first = first.map { min($0, day) } ?? day
      last = last.map { max($0, day) } ?? day
      return
    }
    if isOfDays { leftOut += 1 }
    if let date = article.date {
      unread += 1
      firstUnread = firstUnread ?? String(date.prefix(60))
    }
  }

  /// Counts the articles of the next batch.
  mutating func add(_ next: ArticleDays) {
    unread += next.unread
    firstUnread = firstUnread ?? next.firstUnread
    leftOut += next.leftOut
    first = [first, next.first].compactMap(\.self).min()
    last = [last, next.last].compactMap(\.self).max()
  }
}
