internal import ArabicText

/// Whether what stands behind a verb is its subject or its object.
extension SpeakerReader {
  /// Whether a bare phrase behind a verb that takes an object is that object: «أكد حرصه على "…"»,
  /// «وصف القرار بأنه …».
  func isObject(
    _ phrase: NounPhrase, of cue: Cue, _ complement: Int?, in sentence: Range<Int>
  ) -> Bool {
    let head = phrase.tokens.lowerBound
    // «واختتمت حديثها بقولها: …»: what is said, whatever the verb takes.
    if speech.traits[head].contains(.speechNoun), subjects.isOwned(head) { return true }
    // «وصف منافسه فلان بأنه …»: somebody's somebody.
    if cue.takes.contains(.wantsObject), subjects.isOwned(head), !speech.isNamed(head) {
      return true
    }
    guard cue.takes.contains(.object), let complement, complement > cue.token + 1 else {
      return false
    }
    // «أعلن فلان كذا ووصف الموقع بأنه …»: the subject is that of the verb before.
    if cue.takes.contains(.wantsObject), cue.isCoordinated,
      speech.complementisers[complement].contains(.bi), hasCue(sentence.lowerBound..<cue.token)
    {
      return true
    }
    // «وصف حديث فلان بأنه …»: what the verb cannot do without, and nobody who could say it.
    if cue.takes.contains(.wantsObject), speech.complementisers[complement].contains(.bi),
      !speech.traits[head].contains(.article), !isSaid(by: phrase)
    {
      return true
    }
    guard !seemsToSpeak(phrase) else { return false }
    if speech.text.tokens[complement].isQuotationMark { return true }
    return speech.complementisers[complement].contains(.bi) && !cue.takes.contains(.direct)
      && complement == phrase.tokens.upperBound
  }

  /// Whether a phrase has a name or source at its head.
  func isSaid(by phrase: NounPhrase) -> Bool {
    let head = phrase.tokens.lowerBound
    return phrase.name?.lowerBound == head || speech.isNamed(head) || canBeSpeaker(head)
      || !speech.traits[head].isDisjoint(with: [
        .media, .medium, .organization, .place, .quantifier, .possibleName, .personName,
      ])
  }

  /// Behind a verb that takes an object, a noun of the other gender is the object: وطالب البلدية بكذا.
  func agrees(_ phrase: NounPhrase, with cue: Cue) -> Bool {
    let head = phrase.tokens.lowerBound
    guard cue.takes.contains(.object), head == cue.token + 1 else {
      // «يكشف حقيقة …», «ورد التحية»: a noun in ة with a masculine verb is its object, whatever the verb takes.
      return cue.form.isFeminine || head != cue.token + 1 || !endsInTaMarbuta(head)
        || !subjects.isCommonNoun(head, allowing: .article) || phrase.name != nil || isSource(head)
        || speech.traits[head].contains(.quantifier)
    }
    // «وطالبت المزارعين بكذا»: a definite plural in ين is no subject.
    if phrase.name == nil, speech.thing(at: head) == nil, subjects.endsInYaNun(head) {
      return false
    }
    let word = speech.text.tokens[head]
    let isPerson = !speech.traits[head].isDisjoint(with: [
      .office, .honorific, .namelessPerson, .personName, .possibleName, .namelessSource,
    ])
    let endsInTa = speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.ha
    if cue.form.isFeminine {
      return endsInTa
        || !speech.traits[head].isSuperset(of: [.article, .office]) && !isOneMasculine(phrase)
    }
    return !endsInTa || isPerson || phrase.name != nil
  }

  /// «المجتمع الدولي»: the adjective says that the noun, which might be a broken plural, is none.
  func isOneMasculine(_ phrase: NounPhrase) -> Bool {
    let head = phrase.tokens.lowerBound
    guard phrase.name == nil, phrase.tokens.count > 1, speech.thing(at: head) == nil,
      speech.traits[head].contains(.article), speech.traits[head + 1].contains(.article)
    else { return false }
    let adjective = speech.text.tokens[head + 1]
    return speech.traits[head].isDisjoint(with: [.namelessPerson, .honorific])
      && speech.traits[head + 1].isDisjoint(with: [.proclitic, .coordinated])
      && speech.text.letter(Int(adjective.letters) - 1, of: adjective) == Alphabet.ya
  }

  /// «قريب الجاني», «والد فلان»
  func isKin(_ token: Int) -> Bool {
    guard speech.isWord(token, .kin), token + 1 < speech.traits.count else { return false }
    let next = speech.traits[token + 1]
    return next.contains(.article) && !next.contains(.proclitic) || speech.isNamed(token + 1)
  }

  /// Not a bare noun, which behind a verb without other content is its object (رجح دخول التنظيم).
  func seemsToSpeak(_ phrase: NounPhrase) -> Bool {
    let head = phrase.tokens.lowerBound
    return phrase.name != nil || isKin(head)
      || !speech.traits[head].isDisjoint(with: TokenTraits.nominal.union(.quantifier))
        && !subjects.isOwned(head)
  }

  /// «تحمّل المسؤولية كاملة»: behind a masculine verb that takes an object and reports nothing.
  func isThing(_ phrase: NounPhrase, withoutSayingOf cue: Cue) -> Bool {
    phrase.name == nil && cue.takes.contains(.object) && !cue.form.isFeminine
      && isThing(phrase.tokens.lowerBound)
  }

  /// «النقاب», «الملعب»: a common noun, or one of a building or place, that is nobody's.
  func isThing(_ token: Int) -> Bool {
    guard !speech.isNamed(token), !subjects.isSoundPlural(token) else { return false }
    if subjects.isPlaceNoun(token) { return true }
    return subjects.isCommonNoun(token, allowing: .article)
      && speech.traits[token].isDisjoint(with: TokenTraits.nominal.subtracting(.article))
      && speech.traits[token].isDisjoint(with: [.medium, .quantifier, .nationality])
  }
}
