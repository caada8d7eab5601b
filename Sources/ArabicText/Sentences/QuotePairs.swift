/// The quotation marks of one paragraph, paired up.
///
/// Newspapers mix the glyphs (»…«, ”…“, "…, “…″), so a mark's role follows from its glyph, from the marks
/// already open and from the spaces around it. A closing mark that closes nothing is passed over.
public struct QuotePairs: Sendable {
  /// A mark and the one that closes it, by token indices of the text.
  public struct Pair: Sendable, Equatable {
    /// The token of the opening mark.
    public var open: Int
    /// The token of the closing mark; the end of the paragraph for a mark that never closes.
    public var close: Int
    /// False for a mark that never closes; `close` is then the end of the paragraph.
    public var isClosed: Bool

    /// Token indices; `close` is the closing mark itself, not one past it.
    public init(open: Int, close: Int, isClosed: Bool) {
      self.open = open
      self.close = close
      self.isClosed = isClosed
    }

    /// The tokens between the marks.
    public var inside: Range<Int> { open + 1..<max(open + 1, close) }
  }

  /// In the order of their opening marks.
  public private(set) var pairs: [Pair] = []

  private enum Family {
    case guillemet
    case curly
  }

  private enum Role {
    case opens
    case closes
    case neutral
  }

  /// Marks that wait for longer than so many others are never closed.
  private static let longestWait = 64

  /// Pairs the marks of `paragraph`, tokens without line breaks.
  public init(_ text: TokenizedText, paragraph: Range<Int>) {
    var waiting: [(family: Family, token: Int, role: Role)] = []
    for index in paragraph where text.tokens[index].kind == .mark {
      guard let (family, glyph) = Self.kind(text.tokens[index].scalar) else { continue }
      let spacing = Self.spacing(text, index, paragraph)
      let last = waiting.suffix(Self.longestWait).lastIndex { $0.family == family }
      let opens: Bool
      switch (glyph, last) {
      case (.opens, nil): opens = true
      case (.opens, let at?):
        // Between two spaces the second mark closes: “ نص “.
        opens = spacing == .opens || spacing == .neutral && family == .guillemet
        // «… قال: «…»: the first was never closed.
        if opens, index > paragraph.lowerBound, text.tokens[index - 1].scalar == 0x3A {
          pairs.append(Pair(open: waiting[at].token, close: paragraph.upperBound, isClosed: false))
          waiting.remove(at: at)
        }
      case (.closes, nil), (.neutral, nil):
        let isReversed = spacing == .neutral && Self.followsSpace(text, index, paragraph)
        if glyph == .closes ? spacing != .opens && !isReversed : spacing == .closes { continue }
        opens = true
      case (.closes, _): opens = false
      case (.neutral, let at?):
        // Two openers in a row: the first was never closed.
        opens = spacing == .opens && waiting[at].role == .opens
        if opens {
          pairs.append(Pair(open: waiting[at].token, close: paragraph.upperBound, isClosed: false))
          waiting.remove(at: at)
        }
      }
      if opens {
        waiting.append((family, index, spacing))
      } else if let last {
        pairs.append(Pair(open: waiting[last].token, close: index, isClosed: true))
        waiting.removeSubrange(last...)
      }
    }
    for left in waiting {
      pairs.append(Pair(open: left.token, close: paragraph.upperBound, isClosed: false))
    }
    pairs.sort { $0.open < $1.open }
  }

  private static func kind(_ scalar: UInt32) -> (Family, Role)? {
    switch scalar {
    case 0xAB, 0x2039: (.guillemet, .opens)
    case 0xBB, 0x203A: (.guillemet, .closes)
    case 0x201C, 0x201E: (.curly, .opens)
    case 0x201D: (.curly, .closes)
    case 0x22, 0x201F, 0x2033: (.curly, .neutral)
    default: nil
    }
  }

  /// White space or the paragraph's start before a mark, and a word behind it.
  private static func followsSpace(
    _ text: TokenizedText, _ index: Int, _ paragraph: Range<Int>
  ) -> Bool {
    guard index + 1 < paragraph.upperBound, text.tokens[index + 1].isWord else { return false }
    return index == paragraph.lowerBound || text.tokens[index - 1].end < text.tokens[index].start
  }

  /// What the spaces around a mark say: an opening mark leans on what follows, a closing one on what
  /// goes before. One letter before a mark is a proclitic (بـ«…»).
  private static func spacing(_ text: TokenizedText, _ index: Int, _ range: Range<Int>) -> Role {
    let token = text.tokens[index]
    var leansAhead = false
    if index + 1 < range.upperBound {
      let after = text.tokens[index + 1]
      leansAhead = after.start == token.end && (after.kind != .mark || after.isOpener)
    }
    var leansBack = false
    if index > range.lowerBound {
      let before = text.tokens[index - 1]
      leansBack =
        before.end == token.start && (before.kind != .mark || before.isFinalMark || before.isCloser)
        && !(leansAhead && before.isWord && before.letters == 1)
    }
    return leansAhead == leansBack ? .neutral : leansAhead ? .opens : .closes
  }
}

extension Token {
  /// An opening bracket or quotation mark.
  public var isOpener: Bool {
    kind == .mark && [0x28, 0x5B, 0x7B, 0xAB, 0x201C, 0x201E, 0x2039, 0x22].contains(scalar)
  }

  /// A closing bracket or quotation mark.
  public var isCloser: Bool {
    kind == .mark && [0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x203A, 0x22, 0x2033].contains(scalar)
  }

  /// A quotation mark of any shape.
  public var isQuotationMark: Bool {
    kind == .mark
      && [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2039, 0x203A].contains(scalar)
  }
}
