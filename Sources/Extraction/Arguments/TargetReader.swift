internal import ArabicText
internal import Articles

/// Finds whom what a cue says is done to or said against.
struct TargetReader {
  private static let reach = 30

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

  func target() -> PartyPhrase? {
    switch cue.form {
    case .perfect, .imperfect, .jussive, .imperative, .participle: ofVerb()
    case .verbalNoun: ofVerbalNoun(end: cue.end)
    case .other: ofNoun()
    }
  }

  private var limit: Int { min(window.tokens.upperBound, cue.end + Self.reach) }

  // MARK: Verbs

  private func ofVerb() -> PartyPhrase? {
    if cue.isPassive { return clauses.subject(behind: cue.end) }
    if cue.hasObject { return antecedentOfObject() }
    let at = behindSubject()
    // «قتل سبعة مدنيين وجرح آخرون»: what و joins to a clause is none of its objects.
    if window.isJoinedVerb(at) { return nil }
    if let object = phrases.phrase(at: at, limit: limit) ?? objectBehindMeans(at) { return object }
    return opponent(from: at) ?? complement(from: at)
  }

  /// The noun phrase right behind a verb in the active and its subject.
  func directObject() -> PartyPhrase? {
    guard cue.isVerb, !cue.isPassive, !cue.hasObject else { return nil }
    return phrases.phrase(at: behindSubject(), limit: limit)
  }

  /// Where the object of a verb may begin: behind the subject, if that stands behind the verb, and adverbs.
  private func behindSubject() -> Int {
    var at = cue.end
    if cue.isVerb, cue.mayPrecedeSubject, !cue.isFirstPerson, !hasSubjectBefore(),
      let subject = clauses.subject(behind: cue.end)
    {
      at = endOfParties(subject)
    }
    return skipAdverbs(at)
  }

  /// One past a subject and those whom و joins to it: «وقّع الوزير ونظيره الإيراني مذكرة».
  private func endOfParties(_ subject: PartyPhrase) -> Int {
    var end = subject.tokens.upperBound
    while window.isJoined(end), let other = phrases.phrase(at: end, limit: limit) {
      end = other.tokens.upperBound
    }
    return end
  }

  /// «قصفت بالمدفعية الثقيلة مناطق واسعة»: what an act with a definite means is done to, right behind it.
  private func objectBehindMeans(_ start: Int) -> PartyPhrase? {
    guard window[start].contains([.proclitic, .article]), !window[start].contains(.entity),
      window.letter(0, of: start) == Alphabet.ba,
      let means = phrases.phrase(at: start, limit: limit, isGoverned: true), !means.isName,
      let object = phrases.phrase(at: means.tokens.upperBound, limit: limit),
      !window[object.tokens.lowerBound].contains(.article)
    else { return nil }
    return object
  }

  private func hasSubjectBefore() -> Bool {
    let before = clauses.skipAuxiliaries(before: cue.token)
    if window[before - 1].contains(.relative), window.letters(before - 1) > 3 {
      return true
    }
    if clauses.hasPronounSubject(before: before) || clauses.noun(describedBy: cue) != nil
      || clauses.topic(of: cue) != nil
    {
      return true
    }
    guard let phrase = clauses.phrase(endingAt: before, opensClause: true) else { return false }
    return cue.admits(phrase)
  }

  private func antecedentOfObject() -> PartyPhrase? {
    let before = clauses.skipAuxiliaries(before: cue.token)
    if window[before - 1].contains(.relative), window.letters(before - 1) > 3 {
      return clauses.phrase(endingAt: before - 1, opensClause: false)
    }
    return opponent(from: cue.end)
  }

  private func skipAdverbs(_ start: Int) -> Int {
    var at = start
    while at < limit, at < start + 8 {
      if window[at].contains(.time)
        || window.isComma(at) && (window[at + 1].contains(.time) || window[at - 1].contains(.time))
      {
        at += 1
      } else if window[at].contains(.preposition) && window[at + 1].contains(.time)
        || shapes.isAccusative(at) && shapes.isGoverned(at + 1) && !isSomebody(at)
          && !(shapes.isLam(at + 1) && window.isAccusativeOfNoun(at))
      {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  /// «شرطيا (بسكين)»: an accusative of relation that is no adverb of the lexicon, nor as short as «رميا».
  private func isSomebody(_ token: Int) -> Bool {
    window.letters(token) > 4 && window.lastLetter(1, of: token) == Alphabet.ya
      && !window.isCommonNoun(token)
  }

  /// What the verb threatens with: the first noun behind ب, على or ل, and whom that noun hits.
  private func complement(from start: Int) -> PartyPhrase? {
    var at = start
    while at < limit {
      if window.mark(at) == 0x61B || window.mark(at) == 0x3A { return nil }
      let isNoun = window[at].isDisjoint(with: [.pronoun, .article, .entity, .relative, .linker])
      if isNoun, shapes.isGoverned(at), window.letter(0, of: at) != Alphabet.kaf {
        if shapes.isToAny(at) { return phrases.phrase(at: at, limit: limit, isGoverned: true) }
        return ofVerbalNoun(end: at + 1)
      }
      if window[at].contains(.preposition), !window[at].contains(.entity), window.isWord(at, .on),
        at + 1 < limit,
        phrases.canHead(at + 1)
      {
        return ofVerbalNoun(end: at + 2)
      }
      at += 1
    }
    return nil
  }

  // MARK: Nouns

  /// The genitive of a verbal noun, or whom the act that it names is against: بقصف المدينة، بشن هجوم
  /// على المدينة.
  private func ofVerbalNoun(end: Int) -> PartyPhrase? {
    guard !closesPhrase(end - 1), let genitive = phrases.phrase(at: end, limit: limit) else {
      return opponent(from: end, within: 6)
    }
    return opponent(from: genitive.tokens.upperBound, within: 4) ?? genitive
  }

  /// A noun that no genitive follows: one with the article, or one that an adjective describes
  /// (بالقصف الجوي، بضربات موجعة).
  private func closesPhrase(_ noun: Int) -> Bool {
    if window[noun].contains(.article) { return true }
    let isFeminine = shapes.gender(of: noun) == .feminine
    return isFeminine && shapes.isTaMarbuta(noun + 1) && shapes.isAdjective(noun + 1)
      && window[noun + 1].isDisjoint(with: [.article, .entity, .noun])
      && window.lastLetter(1, of: noun + 1) != Alphabet.ya
      && window[noun + 2].isDisjoint(with: [.article, .entity])
  }

  /// Whom a noun is against or directed to, whichever is told first.
  private func ofNoun() -> PartyPhrase? {
    guard let opponent = opponent(from: cue.end) else { return addressee(from: cue.end) }
    guard let addressee = addressee(from: cue.end),
      addressee.tokens.lowerBound < opponent.tokens.lowerBound
    else { return opponent }
    return addressee
  }

  /// The first phrase behind ضد or على.
  private func opponent(from start: Int, within reach: Int = Self.reach) -> PartyPhrase? {
    var at = start
    var onto: PartyPhrase?
    let end = min(limit, start + reach)
    while at < end {
      if window.mark(at) == 0x61B || window.mark(at) == 0x3A { break }
      if window[at].contains(.preposition), !window[at].contains(.entity) {
        if window.isWord(at, .against),
          let phrase = phrases.phrase(at: at + 1, limit: window.tokens.upperBound)
        {
          return phrase
        }
        if onto == nil, window.isWord(at, .on) {
          onto = phrases.phrase(at: at + 1, limit: window.tokens.upperBound)
        }
      }
      if window.isComma(at), onto != nil { break }
      at += 1
    }
    return onto
  }

  /// To whom something is said: لحماس، إلى السكان.
  private func addressee(from start: Int) -> PartyPhrase? {
    for at in start..<max(start, min(limit, start + 10)) {
      if window.mark(at) != 0, window.shortPair(at: at) == nil { return nil }
      if shapes.isGoverned(at), window[at].isDisjoint(with: .function),
        shapes.isLam(at)
      {
        return phrases.phrase(at: at, limit: limit, isGoverned: true)
      }
      if window[at].contains(.preposition), window.isWord(at, .to),
        let phrase = phrases.phrase(at: at + 1, limit: limit)
      {
        return phrase
      }
    }
    return nil
  }
}
