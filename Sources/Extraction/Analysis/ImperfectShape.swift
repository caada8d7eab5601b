internal import ArabicText

extension TokenizedText {
  /// Whether a word is ت before the letters of a verb, the alif of its derived forms left out (تضم of ضم, تختص
  /// of اختص), with a conjunction and a pronoun or without.
  ///
  /// - Parameter verbs: hashes of citation forms, folded.
  func isImperfect(_ token: Int, of verbs: Set<UInt64>) -> Bool {
    let word = tokens[token]
    guard word.isArabic, word.letters > 2 else { return false }
    let letters = Int(word.letters)
    let first = letter(0, of: word)
    let start = first == Alphabet.waw || first == Alphabet.fa ? 1 : 0
    guard letter(start, of: word) == Alphabet.ta else { return false }
    var bare: UInt64 = 0
    var derived = TermHash.append(0, Alphabet.alif)
    for index in start + 1..<letters {
      bare = TermHash.append(bare, letter(index, of: word))
      derived = TermHash.append(derived, letter(index, of: word))
      let rest = letters - index - 1
      guard index > start + 1, rest == 0 || isPronoun(rest, of: word) else { continue }
      if verbs.contains(bare) || verbs.contains(derived) { return true }
    }
    return false
  }

  /// Whether the last letters of a word may be an object: ه، ها، هم.
  private func isPronoun(_ count: Int, of word: Token) -> Bool {
    let letters = Int(word.letters)
    guard count < 3, letter(letters - count, of: word) == Alphabet.ha else { return false }
    return count == 1
      || [Alphabet.alif, Alphabet.mim].contains(letter(letters - 1, of: word))
  }
}
