internal import ArabicText

/// Forms of common words that no lexicon lists: verbs, duals, plurals, nouns with a pronoun. An unknown word that is one
/// of them is no name.
extension EntityField {
  /// Whether the letters of an unknown word are those of a form of a common verb or noun: «ظهرت», «تستطيع»,
  /// «قرارين», «متضررون», «حقوقك».
  func isFormOfCommon(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic, token.letters > 2 else { return false }
    return isVerb(index) || isDualOrPlural(index) || hasPossessor(index)
  }

  // MARK: Verbs

  /// Whether the letters of an unknown word are those of a form of a common verb.
  func isVerb(_ index: Int) -> Bool {
    guard text.tokens[index].isArabic, text.tokens[index].letters > 2 else { return false }
    return isFeminineVerb(index) || isVerbToCome(index) || isVerbWithMe(index)
  }

  /// «ظهرت», «غنت», «جاءت», «وفتحت»: ت of the perfect.
  private func isFeminineVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard lastLetter(of: token) == Alphabet.ta else { return false }
    // A weak last letter is left out before ت, but for that of بقي: «نايت» is no form of نأى.
    let letters = Int(token.letters)
    let last = letter(letters - 2, of: index)
    if last == Alphabet.alif
      || last == Alphabet.ya && letter(letters - 3, of: index) == Alphabet.alif
    {
      return false
    }
    let stem = TermHash.withoutLast(UInt64(Alphabet.ta), of: token.hash)
    if isStem(stem) { return true }
    let first = firstLetter(index)
    if first == Alphabet.waw || first == Alphabet.fa, token.letters > 4,
      isStem(TermHash.withoutFirst(UInt64(first), of: stem, letters: Int(token.letters) - 1))
    {
      return true
    }
    // Of four letters none of them long it is hardly anything else: «خسرت».
    return token.letters == 4 && !(0..<3).contains { isLong(letter($0, of: index)) }
  }

  /// Whether letters are those of a common verb, as it stands or without its weak last one.
  private func isStem(_ hash: UInt64) -> Bool {
    verbs.contains(hash) || verbs.contains(TermHash.append(hash, Alphabet.ya))
      || verbs.contains(TermHash.append(hash, Alphabet.alif))
  }

  /// «فاجأني», «علمني»: the perfect with ني.
  private func isVerbWithMe(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    guard letters > 4, letter(letters - 1, of: index) == Alphabet.ya,
      letter(letters - 2, of: index) == Alphabet.nun
    else { return false }
    return verbs.contains(
      TermHash.withoutLast(
        UInt64(Alphabet.nun), of: TermHash.withoutLast(UInt64(Alphabet.ya), of: token.hash)))
  }

  private func isLong(_ letter: UInt32) -> Bool {
    letter == Alphabet.alif || letter == Alphabet.waw || letter == Alphabet.ya
  }

  /// «يعيش», «تقع», «نستطيع», «ليتحول», «ستقام»: an imperfect of a common verb, with a conjunction, with س or ل, with an
  /// object.
  func isVerbToCome(_ index: Int) -> Bool {
    let token = text.tokens[index]
    var start = 0
    let first = firstLetter(index)
    if first == Alphabet.waw || first == Alphabet.fa { start = 1 }
    let sign = letter(start, of: index)
    if isPrefix(sign), isImperfect(index, from: start) { return true }
    guard sign == Alphabet.sin || sign == Alphabet.lam, start + 4 < token.letters,
      isPrefix(letter(start + 1, of: index))
    else { return false }
    return isImperfect(index, from: start + 1)
  }

  private func isPrefix(_ letter: UInt32) -> Bool {
    letter == Alphabet.ya || letter == Alphabet.ta || letter == Alphabet.nun
      || letter == Alphabet.alif
  }

  /// Whether what follows a prefix is the stem of a common verb: as it stands (يضم), behind the alif of derived forms
  /// (يختص), behind a و left out (يقع), with its long vowel (يعيش، يحيط) or its last one (يرسو) changed.
  private func isImperfect(_ index: Int, from start: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    let sign = letter(start, of: index)
    // أ and ن begin many names, ف and و too («فيلد»): a stem of two letters behind them says little.
    let least = start == 0 && (sign == Alphabet.ya || sign == Alphabet.ta) ? 2 : 3
    let alif = TermHash.append(0, Alphabet.alif)
    // The hashes of the stem, without its last letter, without its last two; then those behind an alif.
    var stem: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var derived: (UInt64, UInt64, UInt64) = (alif, alif, alif)
    var length = 0
    for at in start + 1..<max(letters, start + 1) {
      let last = letter(at, of: index)
      stem = (TermHash.append(stem.0, last), stem.0, stem.1)
      derived = (TermHash.append(derived.0, last), derived.0, derived.1)
      length += 1
      guard length >= least, mayEndVerb(index, letters - at - 1) else { continue }
      if verbs.contains(stem.0) || verbs.contains(derived.0) { return true }
      if length == 2 {
        let behindWaw = TermHash.append(TermHash.append(0, Alphabet.waw), letter(at - 1, of: index))
        if verbs.contains(TermHash.append(behindWaw, last)) { return true }
        continue
      }
      let middle = letter(at - 1, of: index)
      if middle == Alphabet.ya || middle == Alphabet.waw,
        verbs.contains(withAlif(stem.2, last)) || verbs.contains(withAlif(derived.2, last))
      {
        return true
      }
      if last == Alphabet.waw, verbs.contains(TermHash.append(stem.1, Alphabet.alif)) {
        return true
      }
    }
    return false
  }

  /// A stem's beginning, alif, and its last letter.
  private func withAlif(_ stem: UInt64, _ last: UInt32) -> UInt64 {
    TermHash.append(TermHash.append(stem, Alphabet.alif), last)
  }

  /// Whether so many letters at a word's end may be a verb's object or the ending of a plural.
  private func mayEndVerb(_ index: Int, _ count: Int) -> Bool {
    let end = Int(text.tokens[index].letters)
    switch count {
    case 0: return true
    case 1: return [Alphabet.ha, Alphabet.kaf].contains(letter(end - 1, of: index))
    case 2:
      switch (letter(end - 2, of: index), letter(end - 1, of: index)) {
      case (Alphabet.ha, Alphabet.alif), (Alphabet.ha, Alphabet.mim), (Alphabet.nun, Alphabet.ya),
        (Alphabet.nun, Alphabet.alif), (Alphabet.kaf, Alphabet.mim), (Alphabet.waw, Alphabet.nun):
        return true
      default: return false
      }
    default: return false
    }
  }

  // MARK: Nouns

  /// «قرارين», «فئتين», «مستهلكون», «فحوصات».
  private func isDualOrPlural(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    guard letters > 4, !whole[index].contains(.definite) else { return false }
    let last = letter(letters - 1, of: index)
    let second = letter(letters - 2, of: index)
    let stem = TermHash.withoutLast(
      UInt64(second), of: TermHash.withoutLast(UInt64(last), of: token.hash))
    switch (second, last) {
    case (Alphabet.ya, Alphabet.nun), (Alphabet.waw, Alphabet.nun):
      // «مارتين كيلياس»: what is no adjective behind it speaks for a name.
      if isPlainUnknown(index + 1), !endsLikePlural(index + 1) { return false }
      if names.commonWords.contains(stem) { return true }
      if letter(letters - 3, of: index) == Alphabet.ta,
        names.commonWords.contains(withTaMarbuta(stem))
      {
        return true
      }
      // «متداولون»; «ماكرون», «مكلارين» are names.
      let behindMim = letter(1, of: index)
      return letters > 5 && firstLetter(index) == Alphabet.mim && !isLong(behindMim)
        && behindMim != Alphabet.kaf
    case (Alphabet.alif, Alphabet.ta) where lastLetter(of: token) == Alphabet.ta:
      return names.commonWords.contains(stem)
        || names.commonWords.contains(TermHash.append(stem, Alphabet.ha))
    default: return false
    }
  }

  private func endsLikePlural(_ index: Int) -> Bool {
    let letters = Int(text.tokens[index].letters)
    return letter(letters - 1, of: index) == Alphabet.nun
      && [Alphabet.ya, Alphabet.waw].contains(letter(letters - 2, of: index))
  }

  /// «عائلتك», «دينكم», «خادمتي»: a common noun with ك, كم, نا, or in ة with its ي.
  private func hasPossessor(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    guard letters > 3, !whole[index].contains(.definite) else { return false }
    let last = letter(letters - 1, of: index)
    let stem = TermHash.withoutLast(UInt64(last), of: token.hash)
    let second = letter(letters - 2, of: index)
    switch (second, last) {
    case (Alphabet.ta, Alphabet.kaf), (Alphabet.ta, Alphabet.ya):
      return letters > 4 && names.commonWords.contains(withTaMarbuta(stem))
    case (_, Alphabet.kaf): return names.commonWords.contains(stem)
    case (Alphabet.kaf, Alphabet.mim), (Alphabet.nun, Alphabet.alif):
      return letters > 4
        && names.commonWords.contains(TermHash.withoutLast(UInt64(second), of: stem))
    default: return false
    }
  }

  /// A word in ت as it stands without what is attached to it.
  private func withTaMarbuta(_ stem: UInt64) -> UInt64 {
    TermHash.append(TermHash.withoutLast(UInt64(Alphabet.ta), of: stem), Alphabet.ha)
  }

  /// «تقوده», «يقودها»: an imperfect with its object, behind which the subject stands.
  func isVerbWithObject(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.isArabic, token.letters > 4, [0x62A, 0x64A].contains(firstLetter(index)),
      whole[index].isDisjoint(with: .ending), peeled[index].isDisjoint(with: [.common, .measure])
    else { return false }
    let last = Int(token.letters) - 1
    return lastLetter(of: token) == 0x647
      || letter(last, of: index) == 0x627 && letter(last - 1, of: index) == 0x647
  }
}
