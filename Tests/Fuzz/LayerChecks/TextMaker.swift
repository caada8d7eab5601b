public import Articles

/// Makes texts that no editor would: news words, marks, numbers and odd characters in any mixture,
/// and articles with damage. All of it is valid UTF-8.
public struct TextMaker {
  public var random: FixedRandom

  public init(seed: UInt64) { random = FixedRandom(seed: seed) }

  // MARK: Generated text

  /// A text of so many pieces.
  public mutating func text(pieces count: Int) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      text.append(contentsOf: piece())
      if Int.random(in: 0..<4, using: &random) > 0 { text.append(" ") }
    }
    return Array(String(text).utf8)
  }

  /// An article of generated text.
  public mutating func article() -> Article {
    let title = text(pieces: Int.random(in: 0...12, using: &random))
    let content = text(pieces: Int.random(in: 0...200, using: &random))
    return Article(id: "made", title: title, content: content, date: date())
  }

  private mutating func date() -> String? {
    ["2024-03-05", "2024-03-05T10:00:00Z", "0001-01-01", "9999-12-31", "yesterday", nil]
      .randomElement(using: &random) ?? nil
  }

  private mutating func piece() -> String.UnicodeScalarView {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<11: return pick(Self.words).unicodeScalars
    case 11..<13: return pick(Self.marks).unicodeScalars
    case 13..<15: return pick(Self.numbers).unicodeScalars
    case 15: return pick(Self.odd).unicodeScalars
    case 16: return dressed(pick(Self.words))
    case 17: return pick(Self.lines).unicodeScalars
    case 18:
      return String.UnicodeScalarView((0..<3).map { _ in scalar() })
    default:
      let length = Int.random(in: 1...8, using: &random)
      return String.UnicodeScalarView((0..<length).map { _ in letter() })
    }
  }

  private mutating func pick(_ list: [String]) -> String {
    list.randomElement(using: &random) ?? ""
  }

  /// A word with marks between its letters, as in vocalised and stretched text.
  private mutating func dressed(_ word: String) -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      text.append(scalar)
      if Bool.random(using: &random) { text.append(contentsOf: pick(Self.dress).unicodeScalars) }
    }
    return text
  }

  /// Any letter of the Arabic block.
  private mutating func letter() -> Unicode.Scalar {
    Unicode.Scalar(UInt32.random(in: 0x620...0x64A, using: &random)) ?? "ا"
  }

  /// Any character at all.
  private mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x7FF, 0x600...0x6FF, 0x800...0xFFFF, 0xFB50...0xFEFF, 0x1_0000...0x10_FFFF,
    ]
    let range = ranges.randomElement(using: &random) ?? 0...0x7F
    return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "\u{FFFD}"
  }

  // MARK: Damage

  /// An article with some damage: pieces cut out, doubled, moved, put in, taken from another one.
  public mutating func damaged(_ article: Article, beside others: [Article]) -> Article {
    var article = article
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let donor = others.randomElement(using: &random) ?? article
      article.content = damaged(article.content, with: donor.content)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      article.title = damaged(article.title, with: article.content)
    }
    if Int.random(in: 0..<8, using: &random) == 0 { swap(&article.title, &article.content) }
    if Int.random(in: 0..<4, using: &random) == 0 { article.date = date() }
    return article
  }

  private mutating func damaged(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let place = slice(of: bytes, longest: 400)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes.removeSubrange(place)
    case 1:
      bytes.insert(contentsOf: Array(bytes[place]), at: slice(of: bytes, longest: 0).lowerBound)
    case 2: bytes.insert(contentsOf: Array(String(piece()).utf8), at: place.lowerBound)
    case 3: bytes.replaceSubrange(place, with: Array(String(piece()).utf8))
    case 4: bytes.replaceSubrange(place, with: other[slice(of: other, longest: 2000)])
    case 5: bytes.insert(contentsOf: Array(pick(Self.marks).utf8), at: place.lowerBound)
    case 6: bytes.insert(contentsOf: Array(pick(Self.odd).utf8), at: place.lowerBound)
    default:
      let short = slice(of: bytes, longest: 4)
      bytes.replaceSubrange(short, with: Array(String(Character(scalar())).utf8))
    }
    // Doubling must not let articles grow without end.
    return bytes.count > 60_000 ? Array(bytes[..<boundary(of: bytes, near: 30_000)]) : bytes
  }

  /// A random slice on character boundaries.
  private mutating func slice(of bytes: [UInt8], longest: Int) -> Range<Int> {
    let start = boundary(of: bytes, near: Int.random(in: 0...bytes.count, using: &random))
    let length = Int.random(in: 0...longest, using: &random)
    return start..<max(start, boundary(of: bytes, near: min(bytes.count, start + length)))
  }

  private func boundary(of bytes: [UInt8], near offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
