internal import ArabicText
internal import Articles

/// What the letters of a word tell: verb or noun, gender and number, and whether an adjective may
/// belong to a noun. Arabic newspapers leave out the vowels, so these are the best readings, not sure
/// ones; the lexicons overrule them.
struct WordShapes {
  private let window: ArgumentWindow

  init(_ window: ArgumentWindow) { self.window = window }

  private func letters(_ token: Int) -> Int { window.letters(token) }

  /// Letters before the word proper: a conjunction.
  private func skipped(_ token: Int) -> Int {
    let first = window.letter(0, of: token)
    guard first == Alphabet.waw || first == Alphabet.fa, letters(token) > 3 else { return 0 }
    return window[token].contains(.coordinated) || hasVerbShape(token, from: 1) ? 1 : 0
  }

  // MARK: Verbs

  /// Whether a word is best read as a finite verb.
  func isVerb(_ token: Int) -> Bool {
    guard window.tokens.contains(token), window.text.tokens[token].isArabic else { return false }
    let traits = window[token]
    if !traits.isDisjoint(with: WordTraits.function.union([.article, .entity, .time])) {
      return false
    }
    if !traits.isDisjoint(with: .nominal) {
      return !traits.isDisjoint(with: [.speech, .perhapsVerb]) && !isTaMarbuta(token)
        && opensClause(token) && isFollowedAsVerb(token)
    }
    // «متهمين»: a participle of a verb of saying.
    if isTaMarbuta(token) || isSoundPlural(token) && window.letter(0, of: token) == Alphabet.mim {
      return false
    }
    if traits.contains(.commonVerb), letters(token) > 3,
      window.letter(0, of: token) == Alphabet.alif
    {
      return true
    }
    if !traits.isDisjoint(with: [.speech, .imperfect])
      || traits.contains(.commonVerb) && opensClause(token)
    {
      return true
    }
    return hasVerbShape(token, from: skipped(token)) || opensAsVerb(token)
  }

  /// Endings and beginnings that hardly any noun has.
  private func hasVerbShape(_ token: Int, from skip: Int) -> Bool {
    let count = letters(token) - skip
    guard count >= 3 else { return false }
    let first = window.letter(skip, of: token)
    let second = window.letter(skip + 1, of: token)
    let last = window.lastLetter(0, of: token)
    let before = window.lastLetter(1, of: token)
    // سيرد، ستنتشر، سنضرب
    if first == Alphabet.sin, second != Alphabet.alif,
      window.text.hasFutureShape(token, from: skip)
    {
      return true
    }
    // يهدد
    if first == Alphabet.ya { return true }
    // هددوا
    if last == Alphabet.alif, before == Alphabet.waw { return true }
    // هددت: a noun in ت has a long vowel before it, or is short. A written ة folds to another letter.
    if last == Alphabet.ta, count >= 4, before != Alphabet.alif, before != Alphabet.waw,
      before != Alphabet.ya,
      first != Alphabet.alif || second != Alphabet.lam
    {
      return true
    }
    return false
  }

  /// At the head of a clause: a short unknown word before a noun.
  private func opensAsVerb(_ token: Int) -> Bool {
    opensClause(token) && !hasNounShape(token) && isFollowedAsVerb(token)
  }

  private func opensClause(_ token: Int) -> Bool {
    let before = token - 1
    if token == window.tokens.lowerBound { return window.beginsSentence }
    if window.mark(before) != 0 {
      return window.mark(before) != 0xAB && window.mark(before) != 0x22
    }
    // إن and أن stand before nouns.
    return !window[before].isDisjoint(with: [.linker, .relative, .auxiliary, .particle])
      && !window.isWord(before, .beforeNoun)
  }

  /// «ملثما دخل القاعة»: a short word behind one in tanwin, which takes no genitive, is its verb.
  func isVerbBehindTanwin(_ token: Int) -> Bool {
    isAccusative(token - 1) && letters(token) == 3 && isFollowedAsVerb(token)
  }

  private func isFollowedAsVerb(_ token: Int) -> Bool {
    let traits = window[token + 1]
    return window.shortPair(at: token + 1) != nil || isGoverned(token + 1)
      || !traits.isDisjoint(with: WordTraits.nominal.union([.preposition, .pronoun, .time]))
  }

  /// Endings and patterns that no perfect of the third person has.
  private func hasNounShape(_ token: Int) -> Bool {
    if !window[token].isDisjoint(with: WordTraits.nominal.union(.function)) { return true }
    let count = letters(token)
    let skip = skippedConjunction(token)
    let first = window.letter(skip, of: token)
    let last = window.lastLetter(0, of: token)
    let before = window.lastLetter(1, of: token)
    if isTaMarbuta(token) || last == Alphabet.hamza { return true }
    if count - skip >= 4, last == Alphabet.ta || last == Alphabet.nun,
      [Alphabet.alif, Alphabet.waw, Alphabet.ya].contains(before)
    {
      return true
    }
    if first == Alphabet.mim, count - skip >= 4 { return true }
    // تفعيل، قوات، حملات، إفعال، استفعال
    if count - skip >= 5, first == Alphabet.ta || first == Alphabet.alif,
      before == Alphabet.ya || before == Alphabet.alif
    {
      return true
    }
    // فعول، فعال، فعيل of four letters are nouns more often than not, but for قال، كان: three.
    return count - skip == 4 && [Alphabet.alif, Alphabet.ya].contains(before)
  }

  private func skippedConjunction(_ token: Int) -> Int {
    let first = window.letter(0, of: token)
    return (first == Alphabet.waw || first == Alphabet.fa) && letters(token) > 3 ? 1 : 0
  }

  /// The last letter as written is ة.
  func isTaMarbuta(_ token: Int) -> Bool {
    window.endsInTaMarbuta(token)
  }

  // MARK: Clitics

  /// An unknown word that begins with ب or ل before the letters of a noun: بشن، بقصف، لقتال.
  func seemsGoverned(_ token: Int) -> Bool {
    guard window.tokens.contains(token), window.text.tokens[token].isArabic, letters(token) >= 3,
      window[token].isDisjoint(with: WordTraits.nominal.union(.function))
    else { return false }
    // لحقت behind أن: a verb.
    if hasVerbShape(token, from: 0), opensClause(token) || window.isWord(token - 1, .beforeNoun) {
      return false
    }
    // بري، ليلية: adjectives of relation, other than بعملية.
    let last = window.lastLetter(isTaMarbuta(token) ? 1 : 0, of: token)
    if last == Alphabet.ya { return isToAny(token) || window.isCommonBehindPreposition(token) }
    let skip = window.letter(0, of: token) == Alphabet.waw && letters(token) > 4 ? 1 : 0
    let first = window.letter(skip, of: token)
    // Before a mark the word ends its clause, and is no subject of what follows in any case.
    let isSubject = window.mark(token + 1) == 0 && window.isWholeNoun(token)
    return (first == Alphabet.lam || first == Alphabet.ba) && !isSubject
  }

  /// لأي، بأي
  func isToAny(_ token: Int) -> Bool { window.isWord(token, .toAny) }

  /// Behind an attached preposition, known or by its letters.
  func isGoverned(_ token: Int) -> Bool {
    window[token].contains(.proclitic) || seemsGoverned(token)
  }

  /// An indefinite accusative: مرارا، ليلا; of a participle or an adverb more often than of an object.
  func isAccusative(_ token: Int) -> Bool {
    guard window.tokens.contains(token), letters(token) >= 4 else { return false }
    return window.lastLetter(0, of: token) == Alphabet.alif
      && window[token].isDisjoint(with: [.article, .entity, .office])
      && window.lastLetter(1, of: token) != Alphabet.waw
      && window.lastLetter(1, of: token) != Alphabet.ha
  }

  /// «مبنى», «مستشفى»: of a noun of place in ى only its adjective shows the case.
  func isNounOfPlace(_ token: Int) -> Bool {
    letters(token) >= 4 && window.letter(0, of: token) == Alphabet.mim
      && window.endsInAlifMaqsura(token)
  }

  /// «موقعا سكنيا», «مبنى قديما»: an adjective of relation or of the pattern فعيل in the accusative, behind a noun in the
  /// accusative. Those that say how as well («قتل شابا ميدانيا») are it only behind ى.
  func describesAccusative(_ token: Int) -> Bool {
    guard isAccusative(token), letters(token) >= 5 else { return false }
    let isRelation = window.lastLetter(1, of: token) == Alphabet.ya
    guard isRelation || letters(token) == 5 && window.letter(2, of: token) == Alphabet.ya else {
      return false
    }
    return isNounOfPlace(token - 1) || isAccusative(token - 1) && !window.isCommonNoun(token)
  }

  /// ها and هم at the end of a noun: قواتها، مقاتليهم. Short words (أسهم، تفاهم) end so by themselves.
  func hasPronoun(_ token: Int) -> Bool {
    let letters = letters(token)
    let last = window.lastLetter(0, of: token)
    guard window.lastLetter(1, of: token) == Alphabet.ha else { return false }
    return last == Alphabet.alif && letters >= 4 || last == Alphabet.mim && letters >= 6
  }

  /// ه of a pronoun at the end of a plural or class noun: قواته، جيشه. Of a verbal noun («تسلمه مهامه») an object may follow.
  func endsInHis(_ token: Int) -> Bool {
    guard window.tokens.contains(token), letters(token) >= 4,
      window.text.endsInHa(window.text.tokens[token]),
      window[token].isDisjoint(with: [.entity, .article])
    else { return false }
    let isPlural =
      window.lastLetter(1, of: token) == Alphabet.ta
      && window.lastLetter(2, of: token) == Alphabet.alif && letters(token) >= 5
    return isPlural || window.isClassNounWithPronoun(token)
  }

  /// باسم
  func isNamePreposition(_ token: Int) -> Bool {
    guard window.tokens.contains(token), letters(token) == 4 else { return false }
    return window.letter(0, of: token) == Alphabet.ba
      && window.letter(1, of: token) == Alphabet.alif
      && window.letter(2, of: token) == Alphabet.sin && window.letter(3, of: token) == Alphabet.mim
  }

  /// Where a word's own letters begin, in original bytes: behind و ف and ب ل ك, the article kept; a
  /// word whose article is merged with ل stays whole.
  func bareStart(of token: Int) -> Int {
    let word = window.text.tokens[token]
    guard word.kind == .word else { return word.originalStart }
    var skip = window[token].contains(.coordinated) || hasVerbShape(token, from: 1) ? 1 : 0
    if skip == 1, ![Alphabet.waw, Alphabet.fa].contains(window.letter(0, of: token)) { skip = 0 }
    if window[token].contains(.proclitic)
      || window[token].isDisjoint(with: .nominal) && seemsGoverned(token)
    {
      let isMerged =
        window.letter(skip, of: token) == Alphabet.lam
        && window.letter(skip + 1, of: token) == Alphabet.lam
      if !isMerged { skip += 1 }
    }
    return window.text.originalOffset(ofLetter: skip, in: word)
  }

  /// Begins with ل, a conjunction before it passed over.
  func isLam(_ token: Int) -> Bool {
    let skip = window[token].contains(.coordinated) ? 1 : 0
    return window.letter(skip, of: token) == Alphabet.lam
  }

  /// انفعال: verbs of this pattern have no object.
  func isIntransitiveNoun(_ token: Int) -> Bool {
    let count = letters(token)
    guard count >= 6 else { return false }
    let skip = window[token].contains(.proclitic) ? 1 : 0
    return window.letter(skip, of: token) == Alphabet.alif
      && window.letter(skip + 1, of: token) == Alphabet.nun
      && window.lastLetter(1, of: token) == Alphabet.alif
  }

  // MARK: Agreement

  func gender(of token: Int) -> PartyPhrase.Gender {
    guard letters(token) > 0, window.text.tokens[token].isArabic else { return .unknown }
    if isTaMarbuta(token) { return .feminine }
    // A pronoun, or a ة written so.
    if window.lastLetter(0, of: token) == Alphabet.ha { return .unknown }
    if window.lastLetter(0, of: token) == Alphabet.ta,
      window.lastLetter(1, of: token) == Alphabet.alif
    {
      return .feminine
    }
    if window[token].contains(.office) || isSoundPlural(token) { return .masculine }
    return .unknown
  }

  func gender(of entity: Entity, firstWord token: Int) -> PartyPhrase.Gender {
    switch entity.kind {
    case .geopolitical: .feminine
    case .person: entity.role == nil ? .unknown : .masculine
    default: gender(of: token)
    }
  }

  /// ون، ين as the plural of persons, behind three letters at least: الأمين and السجين are singulars.
  func isSoundPlural(_ token: Int) -> Bool {
    guard window.tokens.contains(token), window[token].isDisjoint(with: [.entity, .number]),
      letters(token) - (window[token].contains(.article) ? 2 : 0) > 4
    else { return false }
    return window.lastLetter(0, of: token) == Alphabet.nun
      && [Alphabet.waw, Alphabet.ya].contains(window.lastLetter(1, of: token))
  }

  /// Words that look like adjectives: of relation (ي، ية), participles in م, the pattern فعيل.
  func isAdjective(_ token: Int) -> Bool {
    if window[token].contains(.nationality) { return true }
    if window[token].contains(.entity) { return false }
    let ending = isTaMarbuta(token) ? 1 : isSoundPlural(token) ? 2 : 0
    let skip = window[token].contains(.article) ? 2 : 0
    let count = letters(token) - skip - ending
    guard count >= 3 else { return false }
    let last = window.lastLetter(ending, of: token)
    // الوادي: a place's ي is its own.
    if last == Alphabet.ya { return !(window.isPlaceNoun(token) && window.isNounOnly(token)) }
    if window[token].contains(.noun) { return false }
    let first = window.letter(skip, of: token)
    if first == Alphabet.mim, count >= 4 { return true }
    // الغاز، الطريق: nouns of the patterns below.
    if window.isNounOnly(token) { return false }
    if count == 4, window.letter(skip + 2, of: token) == Alphabet.ya { return true }
    // عامل, and خاص of a doubled root.
    let isParticiple = window.letter(skip + 1, of: token) == Alphabet.alif
    return isParticiple && (count == 4 || count == 3 && window[token].contains(.article))
  }

  /// Whether a definite adjective may belong to a noun before it.
  func agrees(_ adjective: Int, with noun: Int) -> Bool {
    guard isAdjective(adjective) else { return false }
    let isFeminine = isTaMarbuta(adjective)
    let isPlural = isSoundPlural(adjective)
    if isSoundPlural(noun) { return isPlural }
    switch gender(of: noun) {
    case .feminine: return isFeminine
    case .masculine: return !isFeminine && !isPlural
    // Broken plurals take both: of things the feminine, of people the plural.
    case .unknown: return !isPlural || isBrokenPlural(noun)
    }
  }

  /// The commonest patterns of broken plurals: فعال، أفعال، فعلاء، فواعل.
  private func isBrokenPlural(_ noun: Int) -> Bool {
    let last = window.lastLetter(0, of: noun)
    let skip = window[noun].contains(.article) ? 2 : 0
    return window.lastLetter(1, of: noun) == Alphabet.alif || last == Alphabet.hamza
      || window.letter(skip + 2, of: noun) == Alphabet.alif
  }

  /// The same for indefinite ones, behind a plural that takes no genitive.
  func agreesIndefinitely(_ adjective: Int, with noun: Int) -> Bool {
    isSoundPlural(adjective) || window[adjective].contains(.nationality)
  }
}
