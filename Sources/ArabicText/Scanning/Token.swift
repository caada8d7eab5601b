/// A unit of the text: a word, a number, a mark or a line break. White space makes no token.
///
/// `start`/`end` are byte offsets in the original text, `foldedStart`/`foldedEnd` in the folded one.
public struct Token: Sendable, Equatable {
  /// What the scanner tells apart.
  public enum Kind: UInt8, Sendable {
    /// A run of letters (Arabic or other), its tashkeel and tatweel included.
    case word
    /// Digits of any script, with decimal and thousands marks between digits.
    case number
    /// One punctuation mark or symbol.
    case mark
    /// A line break.
    case newline
  }

  /// First byte in the original text.
  public var start: UInt32
  /// One past the last byte in the original text.
  public var end: UInt32
  /// First byte in the folded text.
  public var foldedStart: UInt32
  /// One past the last byte in the folded text.
  public var foldedEnd: UInt32
  /// For words and numbers the polynomial hash of the folded letters (`TermHash`); for marks and
  /// line breaks the folded scalar itself.
  public var hash: UInt64
  /// Decides what `hash` holds.
  public var kind: Kind
  /// Every folded letter is Arabic and two bytes long, so letters can be counted and peeled.
  public var isArabic: Bool
  /// Number of folded letters, saturating at 255.
  public var letters: UInt8
  /// Whether the last letter is written ة, which folds to the letter of the pronoun ه.
  public var endsInTaMarbuta: Bool

  /// The scalar of a mark or line break; 0 for words and numbers.
  public var scalar: UInt32 {
    kind == .mark || kind == .newline ? UInt32(truncatingIfNeeded: hash) : 0
  }

  /// A run of letters, Arabic or other.
  public var isWord: Bool { kind == .word }

  /// The place in the original text.
  public var originalStart: Int { Int(start) }
  /// One past its last byte.
  public var originalEnd: Int { Int(end) }
}
