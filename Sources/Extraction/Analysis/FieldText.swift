public import ArabicText
public import Articles

/// One text field of an article with what every layer stands on: tokens, sentences and the terms
/// of the lexicons, each computed when first read. Used by one worker only.
public final class FieldText {
  /// Which of the article's two texts it is.
  public let field: TextField
  /// The scanned text; all places in it are bytes.
  public let text: TokenizedText
  let knowledge: Knowledge

  /// In the order of the text; every token but line breaks lies in one.
  public private(set) lazy var sentences: [Sentence] = knowledge.splitter.sentences(of: text)
  private lazy var codePointIndex = CodePointIndex(text.bytes)
  private(set) lazy var termTable = TermTable(knowledge.index, text)

  init(_ field: TextField, _ text: TokenizedText, _ knowledge: Knowledge) {
    self.field = field
    self.text = text
    self.knowledge = knowledge
  }

  /// Looks all terms up, as `terms(at:)` does when it is first asked.
  public func findTerms() { _ = termTable }

  /// Lexicon terms whose first word is the token, longest first.
  public func terms(at token: Int) -> ArraySlice<TermMatch> { termTable[token] }

  /// Whether a token is a word with a role.
  func isWord(_ token: Int, _ role: WordRole) -> Bool {
    token >= 0 && token < text.tokens.count && has(role, word: text.tokens[token].hash)
  }

  /// Whether a word, by its hash, has a role.
  func has(_ role: WordRole, word: UInt64) -> Bool { knowledge.roles.has(role, word) }

  /// Whether the word right before a token takes a noun, so that the token is no finite verb though it may have the
  /// letters of one: خرق in «على أي خرق», رد in «في رد».
  public func isGoverned(_ token: Int) -> Bool {
    isWord(token - 1, .governing) || isAnyOne(token)
  }

  /// Whether the word right before a token shortens its verb, so that يقل may be read as one of قال or أقال.
  public func isShortened(_ token: Int) -> Bool { isWord(token - 1, .shortening) }

  /// Whether the lexicons know a word, or a name that begins with it, without cutting a conjunction off: فارس.
  public func isKnownUncut(_ token: Int) -> Bool {
    terms(at: token).contains { !$0.segmentation.clitics.contains(.conjunction) }
  }

  /// Whether a word is an office without cutting a conjunction off: وزير, وكيل.
  public func isOfficeUncut(_ token: Int) -> Bool {
    terms(at: token).contains {
      Knowledge.lexicon(of: $0.id) == .offices && !$0.segmentation.clitics.contains(.conjunction)
    }
  }

  /// Whether أي stands right before a token; behind a comma it is "that is".
  func isAnyOne(_ token: Int) -> Bool {
    isWord(token - 1, .anyOne)
      && (token < 2 || ![0x60C, 0x2C].contains(text.tokens[token - 2].scalar))
  }

  /// The index of the sentence that holds a token; nil for line breaks.
  public func sentence(ofToken token: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].tokens.contains(token) else { return nil }
    return low
  }

  /// The index of the sentence that holds a byte offset, or the nearest after it.
  public func sentence(at offset: Int) -> Int? {
    let token = text.tokenIndex(at: offset)
    return token < text.tokens.count ? sentence(ofToken: token) : nil
  }

  /// A span with its code points and words, as outputs give it.
  public func textSpan(_ bytes: ByteRange) -> TextSpan {
    let place = codePoints(bytes)
    return TextSpan(
      field: field, start: place.lowerBound, end: place.upperBound,
      text: text.string(from: bytes.start, to: bytes.end))
  }

  /// The code points of a stretch of the field.
  public func codePoints(_ bytes: ByteRange) -> Range<Int> {
    codePoints(before: bytes.start)..<codePoints(before: max(bytes.start, bytes.end))
  }

  /// The number of code points before a byte of the field.
  public func codePoints(before byte: Int) -> Int { codePointIndex.codePoints(before: byte) }

  /// The bytes from the first to the last of some tokens.
  public func bytes(ofTokens tokens: Range<Int>) -> ByteRange {
    guard let first = tokens.first, let last = tokens.last else { return ByteRange(0, 0) }
    return ByteRange(text.tokens[first].originalStart, text.tokens[last].originalEnd)
  }
}
