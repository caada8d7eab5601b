internal import Archives
internal import Articles

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

  /// Whether a run looks at the article.
  func takes(_ article: Article) -> Bool {
    if let id, article.id != id { return false }
    if since != nil || until != nil {
      guard let day = article.date.flatMap(Self.day) else { return false }
      if let since, day < since { return false }
      if let until, day > until { return false }
    }
    if !sources.isEmpty, !sources.contains(article.source ?? "") { return false }
    return !seen.contains(article.id)
  }

  /// The day of a date in ISO 8601 (2015-07-21, 2015/07/21, 20150721) or RFC 5322 (Tue, 21 Jul 2015),
  /// as 2015-07-21; nil when it is none. What stands behind the day is not looked at.
  public static func day(_ date: String) -> String? {
    let bytes = Array(date.utf8)
    let parts = bytes.split { !isDigit($0) && !isLetter($0) }
    guard let first = parts.first else { return nil }
    if first.count == 4, parts.count >= 3, let year = number(first), let month = number(parts[1]),
      let day = number(parts[2].prefix(while: isDigit))
    {
      return text(year, month, day)
    }
    if first.count >= 8, let year = number(first.prefix(4)),
      let month = number(first.dropFirst(4).prefix(2)),
      let day = number(first.dropFirst(6).prefix(2))
    {
      return text(year, month, day)
    }
    let words = first.allSatisfy(isLetter) ? parts.dropFirst() : parts[...]
    guard words.count >= 3, let day = number(words[words.startIndex]),
      let month = month(words[words.startIndex + 1]),
      let year = number(words[words.startIndex + 2])
    else { return nil }
    return text(year, month, day)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func month(_ name: ArraySlice<UInt8>) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let start = String(decoding: name.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
    return names.firstIndex(of: start).map { $0 + 1 }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
