internal import ArabicText

extension TokenizedText {
  /// Whether a word is ت, or another sign, before the letters of a verb, the alif of its derived forms left out (تضم of
  /// ضم, تختص of اختص), with a conjunction and a pronoun or without.
  ///
  /// - Parameter verbs: hashes of citation forms, folded.
  func isImperfect(
    _ token: Int, of verbs: Set<UInt64>, signs: [UInt32] = [Alphabet.ta]
  ) -> Bool {
    let word = tokens[token]
    guard word.isArabic, word.letters > 2 else { return false }
    let letters = Int(word.letters)
    let first = letter(0, of: word)
    let start = first == Alphabet.waw || first == Alphabet.fa ? 1 : 0
    guard signs.contains(letter(start, of: word)) else { return false }
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

extension TokenizedText {
  /// Whether a word is the letters of a verb before the ت of the feminine perfect, with a conjunction or
  /// without: بعثت.
  ///
  /// - Parameter verbs: hashes of citation forms, folded.
  func isPerfectOfHer(_ token: Int, of verbs: Set<UInt64>) -> Bool {
    let word = tokens[token]
    let letters = Int(word.letters)
    guard word.isArabic, letters > 3, !word.endsInTaMarbuta,
      letter(letters - 1, of: word) == Alphabet.ta
    else { return false }
    let stem = TermHash.withoutLast(UInt64(Alphabet.ta), of: word.hash)
    if verbs.contains(stem) || verbs.contains(TermHash.append(stem, Alphabet.ya)) { return true }
    let first = letter(0, of: word)
    return (first == Alphabet.waw || first == Alphabet.fa) && letters > 4
      && verbs.contains(TermHash.withoutFirst(UInt64(first), of: stem, letters: letters - 1))
  }

  /// Written with tanwin, as only indefinite nouns and adverbs are.
  func hasTanwin(_ token: Token) -> Bool {
    let end = token.originalEnd
    guard end - token.originalStart > 6 else { return false }
    return isTanwin(end - 2) || isTanwin(end - 4)
  }

  private func isTanwin(_ at: Int) -> Bool {
    bytes[at] == 0xD9 && (0x8B...0x8D).contains(bytes[at + 1])
  }
}
