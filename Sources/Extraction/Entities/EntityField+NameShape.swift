internal import ArabicText

/// What the letters of an unknown word say of its being a name.
extension EntityField {
  /// Whether an unknown word may be a name by its letters: no ending of verbs, plurals and pronouns,
  /// no clitic before an article, no tanwin.
  func isNameShaped(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    let shape = whole[index]
    if letters > 5, !shape.isDisjoint(with: [.conjoinedDefinite, .governedDefinite]) {
      // «كالديرون»: where no lexicon knows what would stand behind ك, it is the name's own.
      guard firstLetter(index) == Alphabet.kaf, terms(at: index).isEmpty else { return false }
    }
    if isAccusativeOfCommon(token) || isFuture(index) || isFormOfCommon(index) || isVocalised(index)
    {
      return false
    }
    // «أبنائه»
    if letters > 3, !shape.contains(.definite), lastLetter(of: token) == 0x647 { return false }
    guard letters > 4 else { return !hasTanwin(token) }
    let last = letter(letters - 1, of: index)
    let second = letter(letters - 2, of: index)
    let third = letter(letters - 3, of: index)
    switch (second, last) {
    case (0x648, 0x627): return false  // وا
    case (0x647, 0x627), (0x647, 0x645): return false  // ها هم
    case (0x645, 0x627) where third == 0x647: return false  // هما
    case (0x64A, 0x646), (0x648, 0x646):  // ين ون of plurals
      if third == 0x64A || shape.contains(.definite) && letters > 7 { return false }
    case (0x627, 0x646) where shape.contains(.definite):  // المـ…ان of duals
      if letter(2, of: index) == 0x645 { return false }
    case (0x627, 0x62A) where shape.contains(.definite): return false  // الـ…ات
    case (_, 0x62A) where lastLetter(of: token) == 0x62A && !shape.contains(.definite):
      // ت of the perfect
      // «وارتبكت»: behind و as well.
      let first = firstLetter(index) == 0x648 ? letter(1, of: index) : firstLetter(index)
      if first == 0x627 || first == 0x62A { return false }
    default: break
    }
    return !hasTanwin(token)
  }

  /// Whether an unknown word has the letters of a passive or derived participle, as adjectives have: «مسدود», «محترق»,
  /// «متوقع», «مستعمل».
  func isParticiple(_ index: Int) -> Bool {
    let count = Int(text.tokens[index].letters)
    guard count >= 5, firstLetter(index) == 0x645 else { return false }
    return letter(1, of: index) == 0x62A || letter(2, of: index) == 0x62A
      || count == 5 && letter(3, of: index) == 0x648
  }

  /// «انفرادي», «استثماري»: a common word with the ending of relation.
  func isRelationOfCommon(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return token.letters > 3 && lastLetter(of: token) == 0x64A
      && names.commonWords.contains(TermHash.withoutLast(UInt64(Alphabet.ya), of: token.hash))
  }

  /// Whether an unknown word describes the bearer of the name before it, or what stood there earlier: «معتذرا»,
  /// «التشجيعية».
  func isDescribing(_ index: Int) -> Bool {
    let letters = Int(text.tokens[index].letters)
    if whole[index].contains([.definite, .relation, .feminine]) { return letters > 6 }
    return lastLetter(of: text.tokens[index]) == Alphabet.alif && isParticipleInAccusative(index)
  }

  /// «المنتمي», «المفترض»: a participle of a derived form, by its ت.
  func isDefiniteParticiple(_ index: Int) -> Bool {
    text.tokens[index].letters > 5 && letter(2, of: index) == Alphabet.mim
      && (letter(3, of: index) == Alphabet.ta || letter(4, of: index) == Alphabet.ta)
  }

  /// «ملازما», «مغضبا», «مستقويا»; names of other languages have more vowels («مولينا», «ميرزا»).
  private func isParticipleInAccusative(_ index: Int) -> Bool {
    let letters = Int(text.tokens[index].letters)
    guard letters > 4, letters < 8, firstLetter(index) == Alphabet.mim else { return false }
    var vowels = 0
    for place in 1..<letters - 1 {
      switch letter(place, of: index) {
      case Alphabet.alif where place == 2 && letters == 6: continue
      case Alphabet.ya where place == letters - 2: continue
      case Alphabet.alif, Alphabet.waw, Alphabet.ya: vowels += 1
      default: continue
      }
    }
    return vowels == 0
  }

  /// «وسيصل», «لتتعرف»: a verb of what is to come.
  private func isFuture(_ index: Int) -> Bool {
    guard text.tokens[index].letters > 4 else { return false }
    let second = letter(1, of: index)
    switch firstLetter(index) {
    case Alphabet.lam: return second == Alphabet.ta
    case Alphabet.waw, Alphabet.fa:
      guard second == Alphabet.sin else { return false }
      let third = letter(2, of: index)
      return third == Alphabet.ya || third == Alphabet.ta || third == Alphabet.nun
    default: return false
    }
  }

  /// «اجتماعا»: a common word with the alif of the accusative.
  private func isAccusativeOfCommon(_ token: Token) -> Bool {
    let last = text.letter(Int(token.letters) - 1, of: token)
    return token.letters > 3 && last == Alphabet.alif
      && names.commonWords.contains(TermHash.withoutLast(UInt64(last), of: token.hash))
  }

  /// Written with tanwin.
  func hasTanwin(_ token: Token) -> Bool { text.hasTanwin(token) }

  /// Whether a word is written with so many vowel marks at least, as scripture and verse are.
  func hasVowelMarks(_ index: Int, _ least: Int) -> Bool {
    let token = text.tokens[index]
    guard token.originalEnd - token.originalStart >= 2 * (Int(token.letters) + least) else {
      return false
    }
    var marks = 0
    for at in token.originalStart..<token.originalEnd - 1
    where text.bytes[at] == 0xD9 && (0x8B...0x92).contains(text.bytes[at + 1]) {
      marks += 1
    }
    return marks >= least
  }

  /// Written with three vowel marks or more: a word of scripture or verse.
  func isVocalised(_ index: Int) -> Bool { hasVowelMarks(index, 3) }
}
