internal import ArabicText

/// A word without what is attached to it, roughly: enough to see that يقتل and قتل, البوروندي and
/// بوروندي are the same word. No dictionary; the closed sets of prefixes and endings only (after the
/// light stemmers of Larkey, Ballesteros and Connell, 2002).
enum LightStem {
  /// The hash of a word's stem; nil for marks and for words of one or two letters, which are
  /// particles.
  static func hash(_ text: TokenizedText, _ token: Token) -> UInt64? {
    if token.kind == .number { return token.hash }
    guard token.kind == .word else { return nil }
    guard token.isArabic, token.letters < 255 else { return token.hash }
    guard token.letters > 2 else { return nil }
    // The hash follows from the word's own; see `TermHash`.
    var hash = token.hash
    var left = Int(token.letters)
    for index in 0..<prefix(text, token) {
      hash = TermHash.withoutFirst(
        UInt64(text.letter(index, of: token)), of: hash, letters: left)
      left -= 1
    }
    var last = Int(token.letters) - 1
    while left > 3 {
      let letter = text.letter(last, of: token)
      guard isEnding(letter) else { break }
      hash = TermHash.withoutLast(UInt64(letter), of: hash)
      last -= 1
      left -= 1
    }
    return hash
  }

  /// How many letters to cut off in front: و and ف, then ب ك with the article, the article, or one
  /// letter of the imperfect, of the perfect's alif, of ل and ب.
  private static func prefix(_ text: TokenizedText, _ token: Token) -> Int {
    var from = 0
    var left = Int(token.letters)
    var first = text.letter(0, of: token)
    if left > 3, first == Alphabet.waw || first == Alphabet.fa {
      from = 1
      left -= 1
      first = text.letter(1, of: token)
    }
    guard left > 3, mayBePrefix(first) else { return from }
    let second = text.letter(from + 1, of: token)
    if left > 4, second == Alphabet.alif, first == Alphabet.ba || first == Alphabet.kaf,
      text.letter(from + 2, of: token) == Alphabet.lam
    {
      return from + 3
    }
    if left > 4, first == Alphabet.alif, second == Alphabet.lam { return from + 2 }
    if first == Alphabet.lam, second == Alphabet.lam { return from + 2 }
    return first == Alphabet.kaf ? from : from + 1
  }

  private static func mayBePrefix(_ letter: UInt32) -> Bool {
    switch letter {
    case Alphabet.ya, Alphabet.ta, Alphabet.alif, Alphabet.lam, Alphabet.ba, Alphabet.kaf: true
    default: false
    }
  }

  private static func isEnding(_ letter: UInt32) -> Bool {
    switch letter {
    case Alphabet.alif, Alphabet.ha, Alphabet.ya, Alphabet.nun, Alphabet.waw, Alphabet.ta: true
    default: false
    }
  }
}
