internal import ArabicText

/// What belongs to a noun and what a statement says of it.
extension ClauseReader {
  /// Whether a verb describes a noun or goes on with what the verb before it says: behind a relative, or
  /// with nothing between that begins a clause («بيانا هاجمت فيه الحكومة», «بدأ يهاجم القرية»). What it
  /// names is no subject of the clause around it.
  func describes(_ verb: Int) -> Bool {
    let before = skipAuxiliaries(before: verb)
    if isRelative(before - 1) { return true }
    if (before..<verb).contains(where: { window.isWord($0, .beforeNoun) }) { return false }
    if opensWithConjunction(verb) || before <= window.tokens.lowerBound { return false }
    if shapes.isAccusative(before - 1), window[before - 1].isDisjoint(with: WordTraits.function) {
      return true
    }
    var at = before - 1
    while at >= window.tokens.lowerBound, !isClauseEdge(at) {
      if shapes.isVerb(at) { return true }
      if opensWithConjunction(at), window[at].isDisjoint(with: .nominal) { return false }
      at -= 1
    }
    return false
  }

  /// An indefinite noun that a verb right behind it describes: «منشورات تحذر», «أوقفت الشرطة شابا هدد».
  func noun(describedBy cue: CueWord) -> PartyPhrase? {
    let noun = cue.token - 1
    guard window.tokens.contains(noun),
      window[noun].isDisjoint(with: WordTraits.function.union([.article, .time, .entity])),
      isDescribedPlural(noun, by: cue) || isDescribedObject(noun, by: cue)
    else { return nil }
    return phrases.phrase(at: noun, limit: cue.token, isGoverned: true)
  }

  /// «منشورات تحذر»: a feminine verb of what is feminine or a plural.
  private func isDescribedPlural(_ noun: Int, by cue: CueWord) -> Bool {
    cue.form == .imperfect && cue.gender == .feminine && shapes.gender(of: noun) == .feminine
      && (shapes.isTaMarbuta(noun) || window.lastLetter(0, of: noun) == Alphabet.ta)
  }

  /// «شابا هدد»: an accusative behind a definite subject. Before an imperfect it may be an adverb of that subject
  /// («عاد الجيش مجددا يهدد»), at the beginning of a clause of the verb («ميدانيا قتل»).
  private func isDescribedObject(_ noun: Int, by cue: CueWord) -> Bool {
    cue.form == .perfect && cue.gender == .masculine && !opensWithConjunction(cue.token)
      && shapes.isAccusative(noun) && !window[noun - 1].isDisjoint(with: [.article, .entity])
  }

  /// «دولة تخرق القرارات وتهدد»: the noun that the verb before describes, which a verb joined to it in the
  /// same form describes too.
  func noun(describedBeside cue: CueWord) -> PartyPhrase? {
    guard cue.form == .imperfect, opensWithConjunction(cue.token) else { return nil }
    var at = cue.token - 1
    while at > window.tokens.lowerBound, !isClauseEdge(at), !shapes.isVerb(at) { at -= 1 }
    guard shapes.isVerb(at), !opensWithConjunction(at), describes(at),
      window.letter(0, of: at) == window.letter(1, of: cue.token)
    else { return nil }
    let before = skipAuxiliaries(before: at)
    let end = isRelative(before - 1) ? before - 1 : before
    return phrase(endingAt: end, opensClause: false).flatMap { cue.admits($0) ? $0 : nil }
  }

  /// و or ف before a verb that is not a verb with it: «وهاجمت», not «وصلت».
  private func opensWithConjunction(_ token: Int) -> Bool {
    window[token].contains(.coordinated)
      || [Alphabet.waw, Alphabet.fa].contains(window.letter(0, of: token))
        && window.letters(token) > 4 && window[token].isDisjoint(with: [.commonVerb, .entity])
  }

  /// A mark or a word that parts what stands before it from what stands behind.
  private func isClauseEdge(_ token: Int) -> Bool {
    if window.mark(token) != 0 || window.isWord(token, .beforeNoun) { return true }
    return window[token].isDisjoint(with: [.entity, .preposition])
      && !window[token].isDisjoint(with: [.linker, .relative])
  }

  /// What a statement is about: the noun phrase right behind أن and its like, where nothing but what
  /// belongs to it stands between it and its verb («أن قوات التحالف بقيادة فلان ستقصف»).
  func topic(of cue: CueWord) -> PartyPhrase? {
    var at = cue.token - 1
    while at > window.tokens.lowerBound, at > cue.token - Self.topicReach {
      if window.mark(at) != 0, !closesPair(at) { return nil }
      if window.isWord(at, .beforeNoun) { break }
      let isVerb = shapes.isVerb(at) && !window[at - 1].contains(.relative)
      if isVerb || window[at].contains(.linker) && !window[at].contains(.preposition) { return nil }
      at -= 1
    }
    guard window.isWord(at, .beforeNoun),
      let phrase = phrases.phrase(at: at + 1, limit: cue.token), cue.admits(phrase),
      goesOn(phrase.tokens.upperBound, before: cue)
    else { return nil }
    return phrase
  }

  /// Whether the words behind a noun still belong to it: its verb, or what a preposition, a relative or a
  /// mark opens. Anything else may be another verb; behind a word in tanwin («ملثما دخل») it is one that tells of the noun.
  private func goesOn(_ end: Int, before cue: CueWord) -> Bool {
    if end >= skipAuxiliaries(before: cue.token) || window.mark(end) != 0 { return true }
    return shapes.isVerbBehindTanwin(end) || shapes.isGoverned(end)
      || !window[end].isDisjoint(with: [.preposition, .relative, .time, .article, .coordinated])
  }

  private static let topicReach = 20

  /// A mark of brackets or quotation marks around few words.
  private func closesPair(_ token: Int) -> Bool {
    let from = max(window.tokens.lowerBound, token - 7)
    return window.shortPair(at: token) != nil
      || (from..<token).contains { window.shortPair(at: $0) == token }
  }
}
