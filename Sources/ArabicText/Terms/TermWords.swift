/// A word or phrase of a lexicon by the hashes of its folded words.
public struct TermWords: Sendable, Equatable {
  /// The number of words, marks between them not counted; 255 where there are more.
  public var count: Int { Int(words) }
  /// The hash of the first word.
  public private(set) var first: UInt64 = 0
  /// The joined hash of the words behind the first.
  public internal(set) var tail: UInt64 = 0
  /// `tail` as it is after two words.
  private(set) var second: UInt64 = 0
  /// For a word in ta marbuta or alif maqsura its hash as written before an attached pronoun.
  var beforePronoun: UInt64? { pronounced == 0 ? nil : pronounced }
  /// 0 for none, and few bytes for `count`: packs have terms by the hundred thousand.
  private var pronounced: UInt64 = 0
  private var words: UInt8 = 0

  /// - Parameters:
  ///   - term: in any spelling.
  ///   - body: called with the hash of every word, and of every mark between words.
  public init(_ term: String, _ body: (UInt64) -> Void = { _ in }) {
    var term = term
    self = term.withUTF8 { unsafe TermWords($0, body) }
  }

  /// - Parameters:
  ///   - term: UTF-8 in any spelling.
  ///   - body: called with the hash of every word, and of every mark between words.
  public init(utf8 term: ArraySlice<UInt8>, _ body: (UInt64) -> Void = { _ in }) {
    self = unsafe term.withUnsafeBufferPointer { unsafe TermWords($0, body) }
  }

  /// - Parameters:
  ///   - bytes: UTF-8 in any spelling.
  ///   - body: called with the hash of every word, and of every mark between words.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void = { _ in }) {
    // SAFETY: the tables hold an entry for each of the 256 scalars of the Arabic block.
    let isPlain = unsafe FoldTable.shared.folded.withUnsafeBufferPointer { letters in
      unsafe FoldTable.shared.classes.withUnsafeBufferPointer { classes in
        unsafe bytes.allSatisfy { $0 == 0x20 || $0 & 0xFC == 0xD8 || $0 & 0xC0 == 0x80 }
          && readPlain(bytes, letters, classes, body)
      }
    }
    if !isPlain { self = TermWords(TokenizedText(unsafe Array(bytes)), body) }
  }

  /// A word of letters that folding leaves as they are; nil for others, which are read from their text.
  ///
  /// - Parameter letters: codes of letters.
  init?(letters: ArraySlice<UInt16>) {
    if letters.isEmpty { return nil }
    var hash: UInt64 = 0
    for letter in letters {
      let bit = letter &- Self.firstLetter
      guard bit < 64, Self.plainLetters >> UInt64(bit) & 1 == 1 else { return nil }
      hash = TermHash.append(hash, UInt32(letter))
    }
    add(hash)
  }

  private static let firstLetter: UInt16 = 0x620
  /// One bit for each letter from U+0620 to U+065F that folding leaves as it is.
  private static let plainLetters: UInt64 = (0..<64).reduce(0) { bits, bit in
    let index = Int(firstLetter - 0x600) + bit
    let isPlain =
      FoldTable.shared.classes[index] == FoldTable.Class.letter.rawValue
      && FoldTable.shared.folded[index] == firstLetter + UInt16(bit)
    return isPlain ? bits | 1 << UInt64(bit) : bits
  }

  private init(_ text: TokenizedText, _ body: (UInt64) -> Void) {
    for token in text.tokens where token.kind != .newline {
      body(token.hash)
      if token.kind != .mark { add(token.hash) }
    }
    guard count == 1,
      let word = text.tokens.first(where: { $0.kind == .word || $0.kind == .number }),
      word.isArabic, word.letters > 2
    else { return }
    let end = Int(word.end)
    let before = text.folded[Int(word.foldedStart)..<Int(word.foldedEnd) - 2]
    pronounced =
      Self.beforePronoun(
        TermHash.hash(String(decoding: before, as: UTF8.self)), text.bytes[end - 2],
        text.bytes[end - 1]) ?? 0
  }

  /// The hash of a term's folded text, `TermHash.hash(text.folded)`, found without the text for one word alone.
  public static func foldedHash(utf8 term: ArraySlice<UInt8>) -> UInt64 {
    var parts = 0
    let words = TermWords(utf8: term) { _ in parts += 1 }
    if parts == 1, words.count == 1 { return words.first }
    return TermHash.hash(String(decoding: term, as: UTF8.self).folded)
  }

  private mutating func add(_ hash: UInt64) {
    if count == 0 { first = hash } else { tail = TermHash.join(tail, hash) }
    if count == 1 { second = tail }
    if words < .max { words += 1 }
  }

  /// Reads words of Arabic letters parted by spaces; false where something else stands.
  private mutating func readPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt16>,
    _ classes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) -> Bool {
    // Nothing is told before it is clear that all can be read.
    var hashes = InlineArray<16, UInt64>(repeating: 0)
    var words = 0
    var at = 0
    var ending: UInt64?
    while at < bytes.count {
      if unsafe bytes[at] == 0x20 {
        at += 1
        continue
      }
      guard words < 16 else { return false }
      var hash: UInt64 = 0
      var before: UInt64 = 0
      var count = 0
      while at + 1 < bytes.count, unsafe bytes[at] & 0xFC == 0xD8 {
        let index = unsafe Int(bytes[at] & 3) << 6 | Int(bytes[at + 1] & 0x3F)
        let kind = unsafe classes[index]
        if kind == FoldTable.Class.letter.rawValue {
          before = hash
          hash = unsafe TermHash.append(hash, UInt32(letters[index]))
          count += 1
        } else if kind != FoldTable.Class.dropped.rawValue || count == 0 {
          return false
        }
        at += 2
      }
      guard count > 0, unsafe at == bytes.count || bytes[at] == 0x20 else { return false }
      ending =
        count > 2 ? unsafe Self.beforePronoun(before, bytes[at - 2], bytes[at - 1]) : nil
      hashes[words] = hash
      words += 1
    }
    for index in 0..<words {
      body(hashes[index])
      add(hashes[index])
    }
    if words == 1 { pronounced = ending ?? 0 }
    return true
  }

  /// The hash of a word whose last character is ة or ى, as it is written before a pronoun, from the
  /// hash of the letters before it.
  private static func beforePronoun(_ before: UInt64, _ lead: UInt8, _ trail: UInt8) -> UInt64? {
    switch (lead, trail) {
    case (0xD8, 0xA9): TermHash.append(before, 0x62A)  // ة → ت
    case (0xD9, 0x89): TermHash.append(before, 0x627)  // ى → ا
    default: nil
    }
  }
}

extension Collection<UInt8> {
  /// A term in UTF-8 without the article that it begins with; nil where it begins with none or two letters at most follow.
  /// Behind ل the article loses its alif («المقاومة», «للمقاومة»), so that a term is found there only without it.
  ///
  /// Inlinable, for a lexicon asks of every term, and a generic comparison costs more than all else that is done with it.
  @inlinable public var withoutArticle: SubSequence? {
    var rest = self[...]
    guard rest.popFirst() == 0xD8, rest.popFirst() == 0xA7, rest.popFirst() == 0xD9,
      rest.popFirst() == 0x84, rest.count > 4
    else { return nil }
    return rest
  }
}
