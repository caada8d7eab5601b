/// One article as it was read: its fields, nothing computed.
///
/// `title` and `content` are valid UTF-8; the reader that made the article has checked them.
public struct Article: Sendable, Equatable {
  /// The record's own identifier, or a stable hash where it has none.
  public var id: String
  /// The headline, UTF-8. Empty where the record has none.
  public var title: [UInt8]
  /// The body, UTF-8.
  public var content: [UInt8]
  /// The date as the record gives it: `2015-07-21`, `2015-07-21 02:51:32`, an RFC 3339 stamp.
  public var date: String?
  /// The newspaper or agency.
  public var source: String?
  /// Where the article was published.
  public var url: String?
  /// Who signed it.
  public var author: String?
  /// The language as the record gives it, a BCP 47 tag.
  public var lang: String?

  /// Fields that are left out are empty or nil; `title` and `content` must be valid UTF-8.
  public init(
    id: String, title: [UInt8] = [], content: [UInt8], date: String? = nil, source: String? = nil,
    url: String? = nil, author: String? = nil, lang: String? = nil
  ) {
    self.id = id
    self.title = title
    self.content = content
    self.date = date
    self.source = source
    self.url = url
    self.author = author
    self.lang = lang
  }

  /// The bytes of one of the two text fields.
  public func bytes(of field: TextField) -> [UInt8] {
    switch field {
    case .title: title
    case .content: content
    }
  }
}

/// The fields of an article that are read as text. The title comes first in every output.
public enum TextField: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  /// The headline.
  case title
  /// The body.
  case content

  public static func < (a: TextField, b: TextField) -> Bool { a == .title && b == .content }
}
