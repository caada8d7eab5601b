/// A text with its folded twin and its tokens, made in one pass over the bytes.
///
/// All offsets are UTF-8 bytes. The buffers are reused when the same value scans again.
public struct TokenizedText: Sendable {
  /// A place from which on folded and original offsets advance in step.
  struct Shift: Sendable, Equatable {
    var folded: UInt32
    var original: UInt32
  }

  /// The original text, valid UTF-8.
  public internal(set) var bytes: [UInt8]
  /// The folded text: letters folded, digits Western, dropped marks gone, white space as it was.
  public internal(set) var folded: [UInt8]
  /// In the order of the text; white space makes none.
  public internal(set) var tokens: [Token]
  var shifts: [Shift]

  /// An empty text, to be filled by `scan`.
  public init() {
    bytes = []
    folded = []
    tokens = []
    shifts = []
  }

  /// Scans valid UTF-8; see `scan`.
  public init(_ bytes: [UInt8]) {
    self.init()
    scan(bytes)
  }

  /// Scans the string's UTF-8.
  public init(_ string: String) { self.init(Array(string.utf8)) }

  /// The same text in no more memory than it takes, for one who keeps it: scanning reserves too much.
  public func compacted() -> TokenizedText {
    var copy = TokenizedText()
    copy.bytes = Array(bytes[...])
    copy.folded = Array(folded[...])
    copy.tokens = Array(tokens[...])
    copy.shifts = Array(shifts[...])
    return copy
  }

  /// The original offset of a folded one. Monotone; exact at every folded character's first byte.
  /// Offsets inside the letters of one expanded ligature map to the ligature's end at most.
  public func original(ofFolded offset: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(shifts[middle].folded) <= offset { low = middle + 1 } else { high = middle }
    }
    let shift = low > 0 ? shifts[low - 1] : Shift(folded: 0, original: 0)
    let bound = low < shifts.count ? Int(shifts[low].original) : bytes.count
    return min(Int(shift.original) + offset - Int(shift.folded), bound)
  }

  /// The original byte offset of the `letter`-th folded letter of an Arabic word token, counting
  /// from 0; the token's end for a count past its letters.
  public func originalOffset(ofLetter letter: Int, in token: Token) -> Int {
    if letter <= 0 { return token.originalStart }
    let folded = Int(token.foldedStart) + 2 * letter
    if folded >= Int(token.foldedEnd) { return token.originalEnd }
    return original(ofFolded: folded)
  }

  /// Whether a word's last letter is the ه of a pronoun, not the ة that folds to it: «مقره», no «مقرة».
  public func endsInHa(_ token: Token) -> Bool {
    let end = Int(token.foldedEnd)
    return token.isArabic && token.letters > 0 && !token.endsInTaMarbuta
      && (folded[end - 2], folded[end - 1]) == (0xD9, 0x87)
  }

  /// The original words of a token.
  public func text(_ token: Token) -> String {
    string(from: token.originalStart, to: token.originalEnd)
  }

  /// The folded letters of a token.
  public func foldedText(_ token: Token) -> String {
    String(decoding: folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
  }

  /// A slice of the original text, by byte offsets on character boundaries.
  public func string(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The index of the first token that ends after the original offset `at`; `tokens.count` if none.
  public func tokenIndex(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].originalEnd <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String {
  /// The folded form of a short text such as a lexicon entry, words separated by single spaces.
  public var folded: String {
    let text = TokenizedText(self)
    return text.tokens.lazy.filter { $0.kind != .newline }.map(text.foldedText).joined(
      separator: " ")
  }
}
