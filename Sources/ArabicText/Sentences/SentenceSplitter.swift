/// A sentence: its tokens and its place in the original text, without surrounding white space.
public struct Sentence: Sendable, Equatable {
  /// Indices in the text's `tokens`, final marks included.
  public var tokens: Range<Int>
  /// UTF-8 byte offsets.
  public var start: Int
  /// One past the last byte.
  public var end: Int
}

/// Cuts a text into sentences at final marks and line breaks.
///
/// Not cut: dots inside numbers (they are part of the token), after abbreviations, initials and list
/// numbers, inside Latin names and addresses, ellipses behind which no new sentence clearly starts, and marks inside quotation
/// marks or brackets that close in the same paragraph and are followed by more of the sentence.
///
/// A text that goes on for more than ``longest`` bytes without an end is read in slices of that size.
public struct SentenceSplitter: Sendable {
  /// Bytes of a sentence at most: what is longer is no sentence, and would cost every reader and rule
  /// that works on whole sentences too much.
  public static let longest = 256 << 10

  /// Hashes of folded abbreviations, without their dot.
  private let abbreviations: Set<UInt64>

  /// Hashes of the names of Latin letters.
  private let letterNames: Set<UInt64>

  /// Hashes of words that go on with a sentence.
  private let continuing: Set<UInt64>

  /// - Parameters:
  ///   - abbreviations: words after which a dot does not end the sentence (د، أ، ق).
  ///   - letterNames: the names of Latin letters (بي، سي): dots between them end nothing.
  ///   - continuing: words that go on with a sentence behind an ellipsis or a closed quote (أو، لكن).
  public init(
    abbreviations: [String] = [], letterNames: [String] = [], continuing: [String] = []
  ) {
    self.abbreviations = Set(abbreviations.map { TermHash.hash($0.folded) })
    self.letterNames = Set(letterNames.map { TermHash.hash($0.folded) })
    self.continuing = Set(continuing.map { TermHash.hash($0.folded) })
  }

  /// The sentences of the text in order, covering every token but line breaks.
  public func sentences(of text: TokenizedText) -> [Sentence] {
    var sentences: [Sentence] = []
    var paragraph = 0
    while paragraph < text.tokens.count {
      var end = paragraph
      while end < text.tokens.count, text.tokens[end].kind != .newline { end += 1 }
      if end > paragraph { split(text, paragraph..<end, into: &sentences) }
      paragraph = end + 1
    }
    return sentences
  }

  private func split(_ text: TokenizedText, _ range: Range<Int>, into sentences: inout [Sentence]) {
    var start = range.lowerBound
    var enclosed = EnclosureState(text, range)
    var index = range.lowerBound
    while index < range.upperBound {
      let token = text.tokens[index]
      guard token.kind == .mark else {
        index += 1
        continue
      }
      enclosed.see(index)
      guard token.isFinalMark else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, text.tokens[end].isFinalMark { end += 1 }
      let marks = index..<end
      while end < range.upperBound, closes(text, end, enclosed) || text.tokens[end].isFinalMark {
        enclosed.see(end)
        end += 1
      }
      if end == range.upperBound
        || !enclosed.isOpen && !isTitle(text, marks, enclosed, end)
          && ends(text, marks, next: end, in: start..<range.upperBound)
      {
        append(text, start..<end, to: &sentences)
        start = end
      }
      index = end
    }
    append(text, start..<range.upperBound, to: &sentences)
  }

  /// «كتاب "لماذا؟" لفلان»: a short question or call in marks, behind no colon, is a title in
  /// mid-sentence.
  private func isTitle(
    _ text: TokenizedText, _ marks: Range<Int>, _ enclosed: EnclosureState, _ end: Int
  ) -> Bool {
    guard let pair = enclosed.closed, pair.close >= marks.upperBound, pair.close < end,
      text.tokens[marks.lowerBound].scalar != 0x2E, pair.close - pair.open <= Self.longestTitle,
      pair.open > 0, text.tokens[pair.open - 1].isWord
    else { return false }
    // و begins a sentence of its own.
    return text.tokens[end].isWord && !begins(text, end, with: [0x88])
  }

  private static let longestTitle = 10

  private func append(
    _ text: TokenizedText, _ range: Range<Int>, to sentences: inout [Sentence]
  ) {
    var start = range.lowerBound
    while start < range.upperBound {
      let offset = text.tokens[start].originalStart
      var end = range.upperBound
      if text.tokens[end - 1].originalEnd - offset > Self.longest {
        // A word that is longer itself makes a slice of its own.
        end = max(start + 1, text.tokenIndex(at: offset + Self.longest))
      }
      sentences.append(
        Sentence(tokens: start..<end, start: offset, end: text.tokens[end - 1].originalEnd))
      start = end
    }
  }

  /// Whether the mark at `index` is a closing quote, bracket or slash that belongs to the sentence
  /// before: it must follow without a space.
  private func closes(_ text: TokenizedText, _ index: Int, _ enclosed: EnclosureState) -> Bool {
    let token = text.tokens[index]
    guard token.start == text.tokens[index - 1].end else { return false }
    switch token.scalar {
    case 0xBB, 0x201D, 0x2019, 0x29, 0x5D, 0x203A: return true
    case 0x22, 0x27, 0x201C, 0x2033, 0xAB, 0x2F:
      // A stray mark leans on what goes before.
      return enclosed.closesOne(index) || index + 1 == text.tokens.count
        || text.tokens[index + 1].start > token.end || text.tokens[index + 1].kind == .newline
    default: return false
    }
  }

  /// Whether the final marks end the sentence that began at the start of `range`, which runs to the end
  /// of the paragraph.
  private func ends(
    _ text: TokenizedText, _ marks: Range<Int>, next: Int, in range: Range<Int>
  ) -> Bool {
    if text.tokens[next].isComma { return false }
    let start = range.lowerBound
    let first = text.tokens[marks.lowerBound]
    let isDot = first.scalar == 0x2E
    let isEllipsis = first.scalar == 0x2026 || isDot && marks.count > 1 && isDots(text, marks)
    guard marks.lowerBound > start else { return false }
    if isEllipsis {
      return isWhole(text, start..<marks.lowerBound) && startsAnew(text, next, in: range)
    }
    guard isDot, marks.count == 1 else { return !isInAddress(text, marks.lowerBound, next) }
    return !isAbbreviation(text, marks.lowerBound, start, next)
  }

  /// Whether an Arabic word begins with one of these letters, given by their second byte behind D9:
  /// 88 is و, 81 is ف.
  private func begins(_ text: TokenizedText, _ token: Int, with letters: [UInt8]) -> Bool {
    guard text.tokens[token].isArabic else { return false }
    let head = Int(text.tokens[token].foldedStart)
    return text.folded[head] == 0xD9 && letters.contains(text.folded[head + 1])
  }

  /// Enough words for a sentence of its own before an ellipsis.
  private func isWhole(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    range.suffix(Self.fewest * 2).count { text.tokens[$0].isWord } >= Self.fewest
  }

  /// Whether a new sentence clearly starts behind an ellipsis: enough words up to the next final mark,
  /// the first of which does not go on with و, ف and their kin.
  private func startsAnew(_ text: TokenizedText, _ next: Int, in range: Range<Int>) -> Bool {
    var first = next
    while first < range.upperBound, text.tokens[first].isOpener { first += 1 }
    guard first < range.upperBound, text.tokens[first].isWord,
      text.tokens[first].start > text.tokens[next - 1].end,
      !continuing.contains(text.tokens[first].hash)
    else { return false }
    if begins(text, first, with: [0x88, 0x81]) { return false }
    var words = 0
    for token in first..<range.upperBound {
      if text.tokens[token].isFinalMark { break }
      if text.tokens[token].isWord { words += 1 }
      if words == Self.fewest { return true }
    }
    return false
  }

  private static let fewest = 5

  private func isDots(_ text: TokenizedText, _ marks: Range<Int>) -> Bool {
    let second = text.tokens[marks.lowerBound + 1]
    return second.scalar == 0x2E && second.start == text.tokens[marks.lowerBound].end
  }

  /// Whether the dot at `index` stands after an abbreviation, an initial or a list number, or inside a
  /// Latin name or address.
  private func isAbbreviation(_ text: TokenizedText, _ index: Int, _ start: Int, _ next: Int)
    -> Bool
  {
    let before = text.tokens[index - 1]
    guard before.end == text.tokens[index].start else { return false }
    let after = text.tokens[next]
    let touches = after.start == text.tokens[next - 1].end
    switch before.kind {
    case .number:
      // 1. نص; x.5; a decimal number with a space inside (24. 2 مليون).
      return index - 1 == start || after.kind == .number
        || touches && after.kind == .word && !after.isArabic
    case .word:
      if before.letters == 1 { return !isUnit(text, index - 1, start) }
      if abbreviations.contains(before.hash) { return true }
      if after.kind == .word, letterNames.contains(before.hash) {
        return letterNames.contains(after.hash)
      }
      return !before.isArabic && touches && !after.isArabic
    default:
      return touches && after.kind == .word && !after.isArabic
    }
  }

  /// The ? of an address, with Latin letters on both sides.
  private func isInAddress(_ text: TokenizedText, _ index: Int, _ next: Int) -> Bool {
    let before = text.tokens[index - 1]
    let after = text.tokens[next]
    return before.end == text.tokens[index].start && after.start == text.tokens[next - 1].end
      && after.kind == .word && !after.isArabic && (before.kind == .mark || !before.isArabic)
  }

  /// A letter behind a number is a unit or an era (2014م.، 40م.), which may end a sentence.
  private func isUnit(_ text: TokenizedText, _ letter: Int, _ start: Int) -> Bool {
    letter > start && text.tokens[letter - 1].kind == .number
  }
}

extension Token {
  /// ، ؛ , ;
  public var isComma: Bool { kind == .mark && [0x60C, 0x61B, 0x2C, 0x3B].contains(scalar) }

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
private struct EnclosureState {
  /// Opening marks that have a partner, in order, with it.
  private var pairs: [(open: Int, close: Int)] = []
  private var next = 0
  /// Partners still to come, innermost last.
  private var open: [(open: Int, close: Int)] = []

  /// The pair that closed last.
  private(set) var closed: (open: Int, close: Int)?

  var isOpen: Bool { !open.isEmpty }

  init(_ text: TokenizedText, _ range: Range<Int>) {
    for pair in QuotePairs(text, paragraph: range).pairs where pair.isClosed {
      pairs.append((pair.open, pair.close))
    }
    var waiting: [(scalar: UInt32, token: Int)] = []
    for index in range where text.tokens[index].kind == .mark {
      switch text.tokens[index].scalar {
      case 0x28, 0x5B: waiting.append((text.tokens[index].scalar, index))
      case 0x29, 0x5D:
        let opener: UInt32 = text.tokens[index].scalar == 0x29 ? 0x28 : 0x5B
        if let at = waiting.lastIndex(where: { $0.scalar == opener }) {
          pairs.append((waiting[at].token, index))
          waiting.removeSubrange(at...)
        }
      default: break
      }
    }
    pairs.sort { $0.open < $1.open }
  }

  /// Whether the innermost open mark closes at `index`.
  func closesOne(_ index: Int) -> Bool { open.last?.close == index }

  mutating func see(_ index: Int) {
    while let last = open.last, last.close <= index { closed = open.removeLast() }
    while next < pairs.count, pairs[next].open <= index {
      if pairs[next].open == index { open.append(pairs[next]) }
      next += 1
    }
  }
}
