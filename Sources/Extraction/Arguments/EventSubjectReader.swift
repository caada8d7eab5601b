internal import ArabicText
internal import Articles

/// Finds who does what a cue says.
struct EventSubjectReader {
  private let window: ArgumentWindow
  private let cue: CueWord
  private let phrases: PartyPhraseReader
  private let clauses: ClauseReader
  private let shapes: WordShapes

  init(_ window: ArgumentWindow, cue: CueWord) {
    self.window = window
    self.cue = cue
    phrases = PartyPhraseReader(window)
    clauses = ClauseReader(window)
    shapes = WordShapes(window)
  }

  func subject() -> PartyPhrase? {
    let found =
      switch cue.form {
      case .perfect, .imperfect, .jussive, .imperative: ofVerb()
      case .participle: ofParticiple()
      case .verbalNoun, .other: ofNoun()
      }
    guard let found, isSubject(found) else { return nil }
    return found
  }

  /// No phrase that holds the cue itself, and none that is a verb with what follows it.
  private func isSubject(_ phrase: PartyPhrase) -> Bool {
    !phrase.tokens.overlaps(cue.token..<cue.end)
      && (phrase.isName || !shapes.isVerb(phrase.tokens.lowerBound))
  }

  // MARK: Verbs

  private func ofVerb() -> PartyPhrase? {
    if cue.isPassive { return agent() }
    if cue.isFirstPerson { return antecedent() }
    let before = clauses.skipAuxiliaries(before: cue.token)
    if clauses.isRelative(before - 1) {
      if cue.hasObject, let phrase = clauses.subject(behind: cue.end) { return phrase }
      let phrase = clauses.phrase(endingAt: before - 1, opensClause: false)
      return phrase.flatMap { clauses.genitive(of: $0, describedBy: cue) } ?? phrase
    }
    if clauses.hasPronounSubject(before: before) { return antecedent() }
    if let phrase = clauses.phrase(endingAt: before, opensClause: true) {
      if cue.admits(phrase) { return clauses.first(ofListEndingIn: phrase, before: cue) }
      // Only an indefinite noun is described by a verb without a relative.
      if before == cue.token, window[before - 1].isDisjoint(with: [.article, .entity]),
        let noun = clauses.genitive(of: phrase, describedBy: cue)
      {
        return noun
      }
    }
    if let noun = clauses.noun(describedBy: cue) { return noun }
    if let phrase = clauses.topic(of: cue) { return phrase }
    if cue.mayPrecedeSubject, let phrase = clauses.subject(behind: cue.end) { return phrase }
    return antecedent()
  }

  private func antecedent() -> PartyPhrase? {
    if cue.isFirstPerson, let speaker = clauses.speaker(of: cue.token) { return speaker }
    if let noun = clauses.noun(describedBeside: cue) { return noun }
    return clauses.subjectBefore(cue.token) { cue.isFirstPerson || cue.admits($0) }
      ?? clauses.speaker(of: cue.token)
  }

  // MARK: Participles

  /// The adverb's is the subject of its clause, the predicate's what stands before it. A definite
  /// participle, or one that is a common noun as well (موقع، طالبة), is no event of anybody here.
  private func ofParticiple() -> PartyPhrase? {
    guard window[cue.token].isDisjoint(with: .article), !window.isCommonNoun(cue.token) else {
      return nil
    }
    let before = clauses.skipAuxiliaries(before: cue.token)
    if !cue.isAdverbial, window.mark(cue.token - 1) == 0,
      let phrase = clauses.phrase(endingAt: before, opensClause: true)
    {
      return phrase
    }
    guard cue.isAdverbial else { return nil }
    return clauses.subjectBefore(cue.token) { cue.admits($0) } ?? clauses.speaker(of: cue.token)
  }

  // MARK: Nouns

  private func ofNoun() -> PartyPhrase? {
    if cue.hasObject, window[cue.token].isDisjoint(with: .article) {
      return clauses.quotedParty(before: cue.token) ?? clauses.partyBefore(cue.token)
    }
    if cue.form == .verbalNoun, let phrase = subjectBeforeHomograph() { return phrase }
    var at = cue.end
    if window[cue.token].contains(.article) {
      while window[at].contains(.article), shapes.isAdjective(at),
        window[at].isDisjoint(with: [.proclitic, .coordinated])
      {
        at += 1
      }
      if clauses.isRelative(at) { at += 1 }
    } else {
      while window[at].isDisjoint(with: WordTraits.nominal.subtracting(.nationality)),
        window.mark(at) == 0, shapes.isAdjective(at), !shapes.isVerb(at), !shapes.seemsGoverned(at)
      {
        at += 1
      }
    }
    // تهديدات أطلقها التنظيم
    if window.tokens.contains(at), hasObjectPronoun(at), window[at].isDisjoint(with: .nominal),
      let phrase = clauses.subject(behind: at + 1)
    {
      return phrase
    }
    if at == cue.end, window[cue.token].isDisjoint(with: .article),
      let phrase = phrases.phrase(at: at, limit: window.tokens.upperBound)
    {
      return takesSubject ? phrase : agent()
    }
    if let phrase = agent(behind: at) ?? clauses.governor(of: cue.token) { return phrase }
    // Behind ب stands what the clause's subject does: تقوم كتيبة بالانتشار.
    let isDone = takesSubject && window[cue.token].contains(.proclitic)
    return comesFromSomebody || isDone ? clauses.subjectBefore(cue.token) { _ in true } : nil
  }

  /// «أن الجيش دفع بتعزيزات»: letters that are a verbal noun and a verb, right behind the definite phrase
  /// that opens their clause, are the verb.
  private func subjectBeforeHomograph() -> PartyPhrase? {
    guard window[cue.token].isDisjoint(with: [.article, .proclitic]),
      let phrase = clauses.phrase(endingAt: cue.token, opensClause: true),
      phrase.isName || window[phrase.tokens.lowerBound].contains(.article)
    else { return nil }
    return phrase
  }

  /// Whether the genitive is the one who acts: behind nouns of saying (تهديد التنظيم), behind verbal
  /// nouns that have no object (انسحاب القوات). Elsewhere it is as often the object (قصف المدينة).
  private var takesSubject: Bool {
    comesFromSomebody || window.stands(cue.token, in: .intransitiveNouns)
      || shapes.isIntransitiveNoun(cue.token)
  }

  /// Threats, demands and words that no verb gave: somebody in reach is behind them.
  private var comesFromSomebody: Bool {
    cue.form != .verbalNoun || window.stands(cue.token, in: .speechNouns)
  }

  private func hasObjectPronoun(_ token: Int) -> Bool {
    let last = window.lastLetter(0, of: token)
    return last == Alphabet.alif && window.lastLetter(1, of: token) == Alphabet.ha
      || last == Alphabet.ha && !shapes.isTaMarbuta(token)
  }

  /// من قبل and من جانب within the clause; من alone right behind the cue, and elsewhere where threats
  /// and the like come from somebody: it may belong to anything (واحدة من ثلاث).
  private func agent(behind end: Int? = nil) -> PartyPhrase? {
    for token in cue.end..<max(cue.end, min(cue.end + 12, window.tokens.upperBound)) {
      if window.isComma(token)
        || !window[token].isDisjoint(with: [.linker, .auxiliary]) && !isFrom(token)
      {
        return nil
      }
      guard isFrom(token) else { continue }
      var at = token + 1
      if window.letters(at < window.tokens.upperBound ? at : token) <= 4, isSide(at) {
        at += 1
      } else if token != end ?? cue.end, !comesFromSomebody {
        continue
      }
      if let phrase = phrases.phrase(at: at, limit: window.tokens.upperBound) { return phrase }
    }
    return nil
  }

  /// من
  private func isFrom(_ token: Int) -> Bool {
    window.letters(token) == 2 && window.letter(0, of: token) == Alphabet.mim
      && window.letter(1, of: token) == Alphabet.nun
  }

  /// قبل، جانب، طرف behind من.
  private func isSide(_ token: Int) -> Bool { window.isWord(token, .side) }
}
