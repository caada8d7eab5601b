/// A sentence: its tokens and its place in the original text, without surrounding white space.
public struct Sentence: Sendable, Equatable {
  public var tokens: Range<Int>
  /// UTF-8 byte offsets.
  public var start: Int
  public var end: Int
}

/// Cuts a text into sentences at final marks and line breaks.
///
/// Not cut: dots inside numbers (they are part of the token), after abbreviations and initials,
/// inside a Latin name (www.example.org), ellipses in mid-sentence, and marks inside quotation marks
/// or brackets that close in the same paragraph and are followed by more of the sentence.
public struct SentenceSplitter: Sendable {
  /// Hashes of folded abbreviations, without their dot.
  private let abbreviations: Set<UInt64>

  /// - Parameter abbreviations: words after which a dot does not end the sentence (د، أ، ق).
  public init(abbreviations: [String] = []) {
    self.abbreviations = Set(abbreviations.map { TermHash.hash($0.folded) })
  }

  /// The sentences of the text in order, covering every token but line breaks.
  public func sentences(of text: TokenizedText) -> [Sentence] {
    var sentences: [Sentence] = []
    var paragraph = 0
    while paragraph < text.tokens.count {
      var end = paragraph
      while end < text.tokens.count, text.tokens[end].kind != .newline { end += 1 }
      split(text, paragraph..<end, into: &sentences)
      paragraph = end + 1
    }
    return sentences
  }

  private func split(_ text: TokenizedText, _ range: Range<Int>, into sentences: inout [Sentence]) {
    var start = range.lowerBound
    var quotes = QuoteState(text, range)
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      guard token.kind == .mark else {
        index += 1
        continue
      }
      quotes.see(token, at: index)
      guard token.isFinalMark else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, text.tokens[end].isFinalMark { end += 1 }
      let isEllipsis =
        token.scalar == 0x2026
        || (token.scalar == 0x2E && end - index > 1 && text.tokens[index + 1].scalar == 0x2E)
      while end < range.upperBound, closes(text, end, quotes) {
        quotes.see(text.tokens[end], at: end)
        end += 1
      }
      if end == range.upperBound
        || !(isEllipsis || quotes.isOpen || isAbbreviation(text, index, start, end))
      {
        append(text, start..<end, to: &sentences)
        start = end
      }
      index = end
    }
    append(text, start..<range.upperBound, to: &sentences)
  }

  private func append(
    _ text: TokenizedText, _ range: Range<Int>, to sentences: inout [Sentence]
  ) {
    guard let first = range.first, let last = range.last else { return }
    sentences.append(
      Sentence(
        tokens: range, start: text.tokens[first].originalStart, end: text.tokens[last].originalEnd))
  }

  /// Whether the mark at `index` is a closing quote or bracket that belongs to the sentence before:
  /// it must follow without a space.
  private func closes(_ text: TokenizedText, _ index: Int, _ quotes: QuoteState) -> Bool {
    let token = text.tokens[index]
    guard token.start == text.tokens[index - 1].end else { return false }
    switch token.scalar {
    case 0xBB, 0x201D, 0x2019, 0x29, 0x5D, 0x203A: return true
    case 0x22, 0x27: return quotes.isOpen || index + 1 == text.tokens.count
    default: return false
    }
  }

  /// Whether the dot at `index` stands after an abbreviation or initial, or inside a Latin name.
  private func isAbbreviation(_ text: TokenizedText, _ index: Int, _ start: Int, _ end: Int) -> Bool
  {
    guard text.tokens[index].scalar == 0x2E, index > start else { return false }
    let before = text.tokens[index - 1]
    let touches = before.end == text.tokens[index].start
    guard touches, before.kind == .word else { return false }
    if before.letters == 1 || abbreviations.contains(before.hash) { return true }
    let after = text.tokens[end]
    return !before.isArabic && after.kind == .word && !after.isArabic
      && after.start == text.tokens[end - 1].end
  }
}

extension Token {
  /// . ! ? ؟ … ۔
  public var isFinalMark: Bool {
    guard kind == .mark else { return false }
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x6D4: return true
    default: return false
    }
  }
}

/// Which quotation marks and brackets of a paragraph are open at a token, counting only those that
/// close later in the paragraph.
private struct QuoteState {
  /// For each opening mark that has a partner: the partner's token.
  private var partners: [Int: Int] = [:]
  /// Partners still to come, innermost last.
  private var open: [Int] = []

  var isOpen: Bool { !open.isEmpty }

  init(_ text: TokenizedText, _ range: Range<Int>) {
    var waiting: [(scalar: UInt32, token: Int)] = []
    var straight: Int?
    for index in range where text.tokens[index].kind == .mark {
      let scalar = text.tokens[index].scalar
      switch scalar {
      case 0xAB, 0x201C, 0x28, 0x5B: waiting.append((scalar, index))
      case 0xBB, 0x201D, 0x29, 0x5D:
        let opener: UInt32 =
          scalar == 0xBB ? 0xAB : scalar == 0x201D ? 0x201C : scalar == 0x29 ? 0x28 : 0x5B
        if let at = waiting.lastIndex(where: { $0.scalar == opener }) {
          partners[waiting[at].token] = index
          waiting.removeSubrange(at...)
        }
      case 0x22:
        if let opener = straight {
          partners[opener] = index
          straight = nil
        } else {
          straight = index
        }
      default: break
      }
    }
  }

  mutating func see(_ token: Token, at index: Int) {
    while let last = open.last, last <= index { open.removeLast() }
    if let partner = partners[index] { open.append(partner) }
  }
}
