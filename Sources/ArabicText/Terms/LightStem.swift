/// A word without what is attached to it, roughly: enough to see that يقتل and قتل, البوروندي and
/// بوروندي are the same word. No dictionary; the closed sets of prefixes and endings only (after the
/// light stemmers of Larkey, Ballesteros and Connell, 2002).
///
/// SAFETY: one lives within `hashes`, which keeps the text open.
@safe public struct LightStem {
  private let word: Token
  private let folded: UnsafeBufferPointer<UInt8>

  private init(_ word: Token, _ folded: UnsafeBufferPointer<UInt8>) {
    self.word = word
    unsafe self.folded = unsafe folded
  }

  /// The hashes of the stems of some tokens, in order; marks and words of one or two letters, which are particles, have
  /// none.
  public static func hashes(of tokens: Range<Int>, in text: TokenizedText) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(tokens.count)
    // SAFETY: the pointer lives only within the closure.
    unsafe text.folded.withUnsafeBufferPointer { folded in
      for word in text.tokens[tokens] {
        switch word.kind {
        case .number: hashes.append(word.hash)
        case .word:
          if !word.isArabic || word.letters == 255 {
            hashes.append(word.hash)
          } else if word.letters > 2 {
            unsafe hashes.append(LightStem(word, folded).hash)
          }
        case .mark, .newline: break
        }
      }
    }
    return hashes
  }

  /// Follows from the word's own hash; see `TermHash`.
  private var hash: UInt64 {
    var hash = word.hash
    var left = Int(word.letters)
    let prefix = prefix
    if prefix > 0 {
      var weight = TermHash.power(left - 1)
      for index in 0..<prefix {
        hash = hash &- UInt64(letter(index)) &* weight
        weight = weight &* TermHash.inverse
      }
      left -= prefix
    }
    var last = Int(word.letters) - 1
    while left > 3 {
      let letter = letter(last)
      guard Self.isEnding(letter) else { break }
      hash = TermHash.withoutLast(UInt64(letter), of: hash)
      last -= 1
      left -= 1
    }
    return hash
  }

  /// How many letters to cut off in front: و and ف, then ب ك with the article, the article, or one
  /// letter of the imperfect, of the perfect's alif, of ل and ب.
  private var prefix: Int {
    var from = 0
    var left = Int(word.letters)
    var first = letter(0)
    if left > 3, first == Alphabet.waw || first == Alphabet.fa {
      from = 1
      left -= 1
      first = letter(1)
    }
    guard left > 3, Self.mayBePrefix(first) else { return from }
    let second = letter(from + 1)
    if left > 4, second == Alphabet.alif, first == Alphabet.ba || first == Alphabet.kaf,
      letter(from + 2) == Alphabet.lam
    {
      return from + 3
    }
    if left > 4, first == Alphabet.alif, second == Alphabet.lam { return from + 2 }
    if first == Alphabet.lam, second == Alphabet.lam { return from + 2 }
    return first == Alphabet.kaf ? from : from + 1
  }

  /// The folded letter at `index`, below the word's number of letters.
  @inline(__always)
  private func letter(_ index: Int) -> UInt32 { unsafe word.letter(index, folded) }

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
