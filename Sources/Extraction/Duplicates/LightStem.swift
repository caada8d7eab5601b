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
    guard token.isArabic else { return token.hash }
    guard token.letters > 2 else { return nil }
    let (from, to) = stem(text, token)
    var hash: UInt64 = 0
    for index in from..<to { hash = TermHash.append(hash, text.letter(index, of: token)) }
    return hash
  }

  private static func stem(_ text: TokenizedText, _ token: Token) -> (from: Int, to: Int) {
    var from = 0
    var to = Int(token.letters)
    let letter = { text.letter($0, of: token) }
    // و and ف, then ب ك ل, then the article or the letters of the imperfect and of the perfect's alif.
    if to - from > 3, letter(from) == Alphabet.waw || letter(from) == Alphabet.fa {
      from += 1
    }
    if to - from > 4, letter(from + 1) == Alphabet.alif, letter(from + 2) == Alphabet.lam,
      letter(from) == Alphabet.ba || letter(from) == Alphabet.kaf
    {
      from += 3
    } else if to - from > 4, letter(from) == Alphabet.alif, letter(from + 1) == Alphabet.lam {
      from += 2
    } else if to - from > 3, letter(from) == Alphabet.lam, letter(from + 1) == Alphabet.lam {
      from += 2
    } else if to - from > 3, isPrefix(letter(from)) {
      from += 1
    }
    while to - from > 3, isEnding(letter(to - 1)) { to -= 1 }
    return (from, to)
  }

  private static func isPrefix(_ letter: UInt32) -> Bool {
    switch letter {
    case Alphabet.ya, Alphabet.ta, Alphabet.alif, Alphabet.lam, Alphabet.ba: true
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
