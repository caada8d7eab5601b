internal import ArabicText
internal import Articles

/// What single words are to a phrase.
extension SubjectReader {
  /// Ends in ون.
  func isSoundPlural(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    let count = Int(word.letters)
    return count > 4 && speech.text.letter(count - 1, of: word) == Alphabet.nun
      && speech.text.letter(count - 2, of: word) == Alphabet.waw
  }

  /// Begins with ال and ends in ين, as plurals and duals do behind another word.
  func endsInYaNun(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    return word.letters > 6 && traits(token).contains(.article)
      && speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.nun
      && speech.text.letter(Int(word.letters) - 2, of: word) == Alphabet.ya
  }

  /// و or ل at a word's head may bind it to the phrase.
  func isBound(_ token: Int) -> Bool {
    guard traits(token).isDisjoint(with: .nominal), !isCommonNoun(token) else { return false }
    let first = speech.text.letter(0, of: speech.text.tokens[token])
    return first == Alphabet.waw || first == Alphabet.lam || first == Alphabet.ba
  }

  /// A verb ends the phrase unless it stands in a clause about an indefinite noun (بيان نشرته …).
  func stops(_ cue: Cue, _ isIndefinite: Bool) -> Bool {
    if cue.form.aspect == .participle || !cue.isAmbiguous {
      return !(isIndefinite && cue.hasPronoun)
    }
    return cue.isCoordinated && !cue.hasPronoun
  }

  func isPreposition(_ token: Int) -> Bool {
    let traits = traits(token)
    if isNameBeforeName(token) { return false }
    if isEntity(token), traits.isDisjoint(with: [.preposition, .proclitic]) || isWholeName(token) {
      return false
    }
    if isEntity(token), isEntity(token - 1), speech.thing(at: token)?.tokens.lowerBound != token {
      return false
    }
    if traits.contains(.sameSource) { return false }
    return !traits.isDisjoint(with: [.preposition, .proclitic]) || seemsBa(token)
  }

  /// An unknown word behind a definite head that begins with ب.
  func seemsBa(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    return word.isArabic && word.letters > 2 && speech.text.letter(0, of: word) == Alphabet.ba
      && traits(token).isDisjoint(with: .nominal)
      && token > 0 && traits(token - 1).contains(.article)
      && takes.contains(.bi)
  }

  /// Prepositional phrases about the saying, not about the one who says: في تصريح، لوكالة، خلال.
  func endsPhrase(_ token: Int, _ limit: Int) -> Bool {
    let traits = traits(token)
    if traits.contains(.preposition) {
      let next = token + 1
      guard next < limit else { return true }
      if let preposition = speech.preposition(token), takes.contains(preposition) { return true }
      let about: TokenTraits = [.speechNoun, .time, .timeUnit, .demonstrative, .pronoun]
      return !self.traits(next).isDisjoint(with: about) || !isLinking(token)
    }
    return traits.contains(.speechNoun)
      || isLam(token) && !traits.isDisjoint(with: [.media, .medium]) && !traits.contains(.article)
  }

  /// «الهيئة العامة للطيران»: ل in the name of a body.
  func belongs(_ token: Int, to first: Int) -> Bool {
    isLam(token) && traits(token).contains(.proclitic)
      && (token - first <= 2 || traits(token).contains(.article))
      && (traits(first).contains(.organization) || speech.thing(at: token - 1) != nil)
  }

  /// The prepositions that stand inside names and offices: في، من، لدى، عن، باسم.
  func isLinking(_ token: Int) -> Bool {
    let letters = speech.text.tokens[token].letters
    return letters <= 3 || speech.isWord(token, .ofOffice)
  }

  func isLam(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    return speech.text.letter(0, of: word) == Alphabet.lam
  }

  func isIndefinite(_ token: Int) -> Bool {
    let traits = traits(token)
    guard traits.isDisjoint(with: [.article, .personName, .place]), !isEntity(token) else {
      return false
    }
    if !traits.isDisjoint(with: [.namelessSource, .media]) { return true }
    // An office in construct with a definite noun (وزير الخارجية) is definite.
    let next = token + 1
    guard next < speech.traits.count else { return false }
    let isConstruct =
      self.traits(next).contains(.article) && !self.traits(next).contains(.proclitic)
    return !isConstruct
      && !traits.isDisjoint(with: [.namelessPerson, .office, .speechNoun, .quantifier])
  }

  /// Behind a noun that is not, a verb may go on about it: «مؤسسات تعمل في كذا».
  func isDefinite(_ token: Int) -> Bool {
    isEntity(token) || traits(token).contains(.article)
  }

  /// A pair of quotation marks around a name of up to three words: its closing token.
  func shortPair(at open: Int) -> Int? {
    guard speech.text.tokens[open].isQuotationMark, let pair = speech.pair(at: open),
      pair.isClosed, pair.close - pair.open > 1
    else { return nil }
    // The name of a body may be longer: «لجنة المتابعة والإشراف العليا».
    let namesBody = !traits(open + 1).isDisjoint(with: [.organization, .titledThing])
    return pair.close - pair.open <= (namesBody ? 8 : 4) ? pair.close : nil
  }

  /// A class noun, behind which marks hold a name.
  func namesThing(_ token: Int) -> Bool {
    !traits(token).isDisjoint(with: [.titledThing, .organization, .media, .medium])
  }

  /// «الأول», «المرشح», of whom they are said left out: words of an office that name none by themselves.
  func isModifier(_ token: Int) -> Bool {
    var isOne = false
    for match in speech.field.terms(at: token) where Knowledge.lexicon(of: match.id) == .offices {
      guard speech.knowledge.names.offices[Knowledge.row(of: match.id)].kind == .modifier else {
        return false
      }
      isOne = true
    }
    return isOne
  }

  /// «الملعب», «الطريق»: a noun before the names of buildings and places.
  func isPlaceNoun(_ token: Int) -> Bool {
    speech.field.terms(at: token).contains { match in
      guard Knowledge.lexicon(of: match.id) == .orgHeads else { return false }
      switch speech.knowledge.names.heads[Knowledge.row(of: match.id)].kind {
      case .facility, .location: return true
      default: return false
      }
    }
  }

  // MARK: What ends a phrase

  /// Whether an unknown word has the letters of a common verb: «بعثت», «تعود», «يمثله».
  func isFiniteVerb(_ token: Int) -> Bool {
    let text = speech.text
    let word = text.tokens[token]
    guard word.isArabic, word.letters > 3, !isEntity(token), !word.endsInTaMarbuta,
      traits(token).isDisjoint(
        with: TokenTraits.nominal.union([
          .preposition, .time, .timeUnit, .nationality, .possibleName, .quantifier, .titledThing,
        ])), !isCommonNoun(token), !isCommonAdjective(token)
    else { return false }
    let verbs = speech.knowledge.grammar.commonVerbs
    return text.isImperfect(token, of: verbs, signs: [Alphabet.ta, Alphabet.ya])
      || text.isPerfectOfHer(token, of: verbs)
  }

  /// «علماء كابن سينا وغيره»: ك before those who are given as examples.
  func isExample(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    guard word.isArabic, word.letters > 3, speech.text.letter(0, of: word) == Alphabet.kaf else {
      return false
    }
    // «الأطباء كالرازي», but «الرئيس كالديرون», «خوان كالديرون»
    if isTitle(token - 1) { return false }
    if speech.text.letter(1, of: word) == Alphabet.alif,
      speech.text.letter(2, of: word) == Alphabet.lam
    {
      return traits(token).contains(.proclitic)
        || !isEntity(token - 1) && !isEntity(token)
          && traits(token - 1).isDisjoint(with: [.personName, .possibleName])
    }
    if let entity = speech.entity(at: token) {
      return entity.tokens.lowerBound == token && entity.span.bytes.start > word.originalStart
    }
    return traits(token).contains(.proclitic) || speech.text.hasHamzaBehindFirst(token)
  }

  /// «حركة كذا المقربة من …», «جماعة كذا التابعة لكذا»: to whom somebody belongs is no part of the name.
  func isTie(_ token: Int) -> Bool {
    guard speech.isWord(token, .tying), token + 1 < speech.traits.count else { return false }
    return !traits(token + 1).isDisjoint(with: [.preposition, .proclitic])
      || seemsProclitic(token + 1)
  }

  /// «عضو قائمة «كذا» قال»: marks around a short name behind a bare noun of an office, where the clause goes on.
  func isInOffice(_ open: Int, _ close: Int, _ first: Int) -> Bool {
    let noun = open - 1
    guard noun > first, isTitle(first), close - open <= 4, close + 1 < speech.text.tokens.count
    else {
      return false
    }
    return speech.text.tokens[noun].isWord && speech.text.tokens[close + 1].isWord
      && !isEntity(noun)
      && traits(noun).isDisjoint(with: TokenTraits.functionWord.union([.article, .personName]))
  }

  /// One past the name behind words of naming: «ما تسمى «لجنة كذا»», «المسماة «كذا»».
  func endOfNaming(_ token: Int, _ limit: Int) -> Int? {
    let isBehindWhat = traits(token).contains(.relative) && speech.text.tokens[token].letters == 2
    var at = isBehindWhat ? token + 1 : token
    guard speech.isWord(at, .naming) else { return nil }
    at += 1
    // «ما يعرف بـ«كذا»», «ما يعرف باسم «كذا»»
    if at < limit, speech.text.tokens[at].letters == 1 || speech.isWord(at, .ofOffice) { at += 1 }
    guard at < limit, speech.text.tokens[at].isQuotationMark, let pair = speech.pair(at: at),
      pair.isClosed, pair.close < limit, pair.inside.count <= Self.longestInMarks
    else { return nil }
    return pair.close + 1
  }

  /// Tokens that marks around a body's name hold at most.
  private static let longestInMarks = 8
}
