internal import ArabicText
internal import Articles

/// Reads subjects by their place in the clause: behind the verb, before it, in the clause before.
struct ClauseReader {
  let window: ArgumentWindow
  let phrases: PartyPhraseReader
  let shapes: WordShapes

  init(_ window: ArgumentWindow) {
    self.window = window
    phrases = PartyPhraseReader(window)
    shapes = WordShapes(window)
  }

  /// Passes back over قد، لن، سوف, auxiliaries and adverbs before a verb, and what stands between
  /// commas as an expression of time.
  func skipAuxiliaries(before token: Int) -> Int {
    var at = token
    while at > window.tokens.lowerBound {
      let traits = window[at - 1]
      let isComma = window.isComma(at - 1)
      if traits.contains(.entity)
        || isComma && !window[at - 2].contains(.time) && at < token && !window[at].contains(.time)
      {
        break
      }
      if isComma, at == token, !window[at - 2].contains(.time), !closesApposition(at - 1) { break }
      guard isComma || !traits.isDisjoint(with: [.particle, .auxiliary, .time]),
        traits.isDisjoint(with: [.relative])
      else { break }
      at -= 1
    }
    return at
  }

  /// A comma behind a name that itself stands behind a comma.
  private func closesApposition(_ comma: Int) -> Bool {
    guard let entity = window.entity(at: comma - 1) else { return false }
    return window.isComma(entity.tokens.lowerBound - 1)
  }

  /// Whether a complementiser carries the subject as a pronoun: أنه سيقصف، لكنها هددت.
  func hasPronounSubject(before token: Int) -> Bool {
    guard window[token - 1].contains(.linker), window.letters(token - 1) > 2 else {
      return false
    }
    let last = window.lastLetter(0, of: token - 1)
    let before = window.lastLetter(1, of: token - 1)
    return last == Alphabet.ha
      || last == Alphabet.alif && [Alphabet.ha, Alphabet.nun].contains(before)
      || last == Alphabet.mim && before == Alphabet.ha
  }

  /// الذي and its kin; ما and من only where a noun stands before them.
  func isRelative(_ token: Int) -> Bool {
    guard window[token].contains(.relative), window[token].isDisjoint(with: .proclitic) else {
      return false
    }
    return window.letters(token) > 3
      && window[token].isDisjoint(with: [.preposition, .linker])
  }

  // MARK: Behind the verb

  /// The first noun phrase behind a verb that no preposition governs; expressions of time, adverbs
  /// and short prepositional phrases are passed over.
  func subject(behind start: Int) -> PartyPhrase? {
    var at = start
    let limit = window.tokens.upperBound
    while at < min(limit, start + 10) {
      if isApproximator(at) {
        at += 1
        continue
      }
      if let phrase = phrases.phrase(at: at, limit: limit) {
        return isObject(at) ? nil : phrase
      }
      if window.mark(at) != 0 {
        if window.isAside(at), let close = window.shortPair(at: at) {
          at = close + 1
          continue
        }
        // هدد فلان، الخميس، … : only a pair of commas around a time is passed over.
        guard window.isComma(at), window[at + 1].contains(.time) || window[at - 1].contains(.time)
        else { return nil }
        at += 1
        continue
      }
      let traits = window[at]
      if traits.contains(.preposition), !traits.contains(.entity) {
        guard let end = endOfPrepositional(at, limit) else { return nil }
        at = end
        continue
      }
      if !traits.isDisjoint(with: [.time, .pronoun, .demonstrative, .discourse])
        || traits == .particle
      {
        at += 1
        continue
      }
      return nil
    }
    return nil
  }

  /// نحو before a number: no preposition.
  private func isApproximator(_ token: Int) -> Bool {
    window[token].isDisjoint(with: .entity) && window[token + 1].contains(.number)
      && window.stands(token, in: .approximators)
  }

  /// An indefinite accusative is no subject: «والتقى عددا من النواب», «ويلتقي فريقًا», «عيّن سفيرا لدى تيلوريا». Without its
  /// tanwin only a common noun or an office is sure to be one: a name may look like it.
  private func isObject(_ token: Int) -> Bool {
    guard window.tokens.contains(token), window.endsInBareAlif(token) || shapes.isAccusative(token)
    else { return false }
    let word = window.text.tokens[token]
    // ً before or behind the alif.
    let ending = window.text.bytes[word.originalStart..<word.originalEnd].suffix(4)
    if zip(ending, ending.dropFirst()).contains(where: { $0 == (0xD9, 0x8B) }) { return true }
    if shapes.isAccusative(token), window.isWord(token + 1, .of) { return true }
    return isNounInAccusative(token)
  }

  /// A common noun or an office with ا behind it. Where a noun follows («وزيرا خارجية البلدين») it is rather the dual.
  private func isNounInAccusative(_ token: Int) -> Bool {
    guard window.isAccusativeOfNoun(token), !window[token].contains(.entity) else { return false }
    let next = token + 1
    return !phrases.canHead(next) || shapes.isAccusative(next) || window[next].contains(.number)
  }

  private func endOfPrepositional(_ preposition: Int, _ limit: Int) -> Int? {
    if window[preposition + 1].contains(.time) {
      var at = preposition + 1
      while window[at].contains(.time) { at += 1 }
      return at
    }
    // A definite phrase may run into the subject; what it takes is only its own.
    return phrases.phrase(at: preposition + 1, limit: limit).map(\.tokens.upperBound)
  }

  // MARK: Before the verb

  /// Of those whom و joins before a verb that tells of several («موسكو وطشقند توقعان») the first, as behind a verb.
  func first(ofListEndingIn last: PartyPhrase, before cue: CueWord) -> PartyPhrase {
    var first = last
    while !cue.mayPrecedeSubject, window[first.tokens.lowerBound].contains(.coordinated),
      let other = phrase(endingAt: first.tokens.lowerBound, opensClause: true)
    {
      first = other
    }
    return first
  }

  /// The noun phrase that ends before a token.
  ///
  /// - Parameter opensClause: a clause must begin with it, so that it is a subject.
  func phrase(endingAt end: Int, opensClause: Bool) -> PartyPhrase? {
    var end = end
    while end > window.tokens.lowerBound, window.isComma(end - 1) { end -= 1 }
    // A short name in brackets behind the phrase.
    var start = max(window.tokens.lowerBound, end - 14)
    while start < end {
      defer { start += 1 }
      if opensClause, !isBoundary(before: start) { continue }
      if isInsideName(start) { continue }
      if !opensClause, window[start - 1].contains(.article), window[start].contains(.article),
        isAdjectiveOf(start)
      {
        continue
      }
      guard let phrase = phrases.phrase(at: start, limit: end + 1),
        !(opensClause && (isRestOfDiscourse(phrase) || isAdverb(phrase) || isWhere(phrase)))
      else { continue }
      if phrase.tokens.upperBound == end { return phrase }
    }
    return opensClause ? nil : governedNoun(endingAt: end)
  }

  /// A noun with a preposition written on to it that ends before a token: لدولة، للجماعة.
  private func governedNoun(endingAt end: Int) -> PartyPhrase? {
    for start in (max(window.tokens.lowerBound, end - 3)..<max(window.tokens.lowerBound, end))
      .reversed()
    where window[start].contains(.proclitic) || shapes.seemsGoverned(start) {
      let phrase = phrases.phrase(at: start, limit: end + 1, isGoverned: true)
      return phrase?.tokens.upperBound == end ? phrase : nil
    }
    return nil
  }

  /// ميدانيا قتل: a lone indefinite accusative is an adverb, but for the subject behind أن.
  private func isAdverb(_ phrase: PartyPhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    return phrase.tokens.count == 1 && !phrase.isName && shapes.isAccusative(start)
      && !window.isWord(start - 1, .beforeNoun)
  }

  /// «غرب اليمن شنت الطائرات غارات»: a direction with its place says where, not who.
  private func isWhere(_ phrase: PartyPhrase) -> Bool {
    !phrase.isName && window.isWord(phrase.tokens.lowerBound, .direction)
  }

  /// The bare word that ends من ناحية أخرى or على صعيد آخر.
  private func isRestOfDiscourse(_ phrase: PartyPhrase) -> Bool {
    let start = phrase.tokens.lowerBound
    return phrase.tokens.count == 1 && !phrase.isName
      && window[start].isDisjoint(with: .article) && window[start - 1].contains(.discourse)
  }

  private func isAdjectiveOf(_ token: Int) -> Bool {
    shapes.isAdjective(token) && token > window.tokens.lowerBound
  }

  private func isInsideName(_ token: Int) -> Bool {
    guard let entity = window.entity(at: token) else { return false }
    return entity.tokens.lowerBound < token
  }

  /// Whether a clause may begin at a token.
  private func isBoundary(before token: Int) -> Bool {
    if token == window.tokens.lowerBound { return window.beginsSentence }
    if window[token].contains(.coordinated), window[token].isDisjoint(with: .proclitic) {
      return true
    }
    if window.mark(token - 1) != 0 { return true }
    let traits = window[token - 1]
    if traits.contains(.entity) { return false }
    if traits.contains(.preposition) { return false }
    return !traits.isDisjoint(with: [.linker, .auxiliary, .particle, .discourse])
  }

  /// «محاكمة ضابط هدد», «وفاة الضابط الذي هدد»: of a deed and the one whom it befalls the verb describes, by its gender,
  /// the second.
  func genitive(of phrase: PartyPhrase, describedBy cue: CueWord) -> PartyPhrase? {
    guard cue.gender == .masculine, phrase.gender == .feminine, !phrase.isName else { return nil }
    let end = phrase.tokens.upperBound
    for start in phrase.tokens.dropFirst() where !isInsideName(start) {
      if let noun = phrases.phrase(at: start, limit: end + 1, isGoverned: true),
        noun.tokens.upperBound == end, noun.gender != .feminine
      {
        return noun
      }
    }
    return nil
  }

  // MARK: Other clauses

  /// Who speaks the words at a token, by the quotes layer.
  func speaker(of token: Int) -> PartyPhrase? {
    let at = window.text.tokens[token].originalStart
    var best: Quote?
    for quote in window.analysis.quotes where quote.span.field == window.field.field {
      if quote.span.bytes.start > at { break }
      if quote.span.bytes.end > at, quote.speaker != nil { best = quote }
    }
    guard let speaker = best?.speaker else { return nil }
    let first = window.text.tokenIndex(at: speaker.bytes.start)
    let index = window.analysis.firstEntity(in: speaker.field, from: first)
    let entities = window.analysis.entities
    let isEntity = entities.indices.contains(index) && entities[index].span == speaker
    return PartyPhrase(
      tokens: first..<first + 1, bytes: speaker.bytes, entity: isEntity ? index : nil,
      isName: isEntity, gender: .unknown)
  }

  /// The subject of the nearest clause before a token that is admitted.
  func subjectBefore(_ token: Int, where admits: (PartyPhrase) -> Bool) -> PartyPhrase? {
    var end = token
    var clauses = 0
    while end > window.tokens.lowerBound, clauses < 8 {
      var start = end - 1
      while start > window.tokens.lowerBound, !isClauseStart(start) { start -= 1 }
      if let phrase = clauseSubject(start..<end), admits(phrase) { return phrase }
      // Else one behind a time between commas: «أعلنت الشرطة، الأحد، اعتقال مسلح هدد».
      for inner in (start..<end).dropFirst().reversed() where window.isComma(inner - 1) {
        if let phrase = clauseSubject(inner..<end), admits(phrase) { return phrase }
      }
      end = start
      clauses += 1
    }
    return nil
  }

  private func isClauseStart(_ token: Int) -> Bool {
    if window.mark(token - 1) == 0x61B { return true }
    if window.isComma(token - 1), !isBesideTime(token - 1) { return true }
    if window[token].contains(.entity) { return false }
    return !window[token].isDisjoint(with: [.linker, .relative])
      && window[token].isDisjoint(with: .preposition)
      || shapes.isVerb(token)
  }

  /// A comma of the pair around an expression of time: «منحت الجبهة، الإثنين، الشركات مهلة» is one clause.
  private func isBesideTime(_ comma: Int) -> Bool {
    var (first, last) = (comma - 1, comma + 1)
    while window[first].contains(.time) { first -= 1 }
    while window[last].contains(.time) { last += 1 }
    return first < comma - 1 && window.isComma(first) || last > comma + 1 && window.isComma(last)
  }

  /// The subject of a clause: behind its verb, or before it.
  private func clauseSubject(_ clause: Range<Int>) -> PartyPhrase? {
    var at = clause.lowerBound
    while at < clause.upperBound {
      let traits = window[at]
      if window.mark(at) != 0 && window.shortPair(at: at) == nil
        || traits.isDisjoint(with: [.entity, .quantifier])
          && !traits.isDisjoint(with: [.linker, .auxiliary, .particle, .discourse, .time, .pronoun])
      {
        at += 1
        continue
      }
      break
    }
    guard at < clause.upperBound, !hasPronounSubject(before: at) else { return nil }
    if window[at].contains(.preposition), !window[at].contains(.entity) { return nil }
    if window[at].contains(.relative), !window[at].contains(.quantifier) { return nil }
    if shapes.isVerb(at) { return describes(at) ? nil : subject(ofVerb: at) }
    return phrases.phrase(at: at, limit: clause.upperBound).flatMap { isWhere($0) ? nil : $0 }
  }

  /// The subject of a verb that heads a clause of its own: before it, else behind it.
  private func subject(ofVerb verb: Int) -> PartyPhrase? {
    let before = skipAuxiliaries(before: verb)
    if hasPronounSubject(before: before) { return nil }
    let preceding =
      window.isComma(before - 1) ? nil : phrase(endingAt: before, opensClause: true)
    return preceding ?? subject(behind: verb + 1)
  }

  /// Whom a report is taken from, right before what is reported: نقلت الوكالة عن الحركة تهديدها.
  func quotedParty(before token: Int) -> PartyPhrase? {
    guard let phrase = phrase(endingAt: token, opensClause: false),
      window.isWord(phrase.tokens.lowerBound - 1, .from)
    else { return nil }
    return phrase
  }

  /// The nearest person or body before a token.
  func partyBefore(_ token: Int) -> PartyPhrase? {
    var at = token - 1
    while at >= window.tokens.lowerBound {
      if let entity = window.entity(at: at) {
        if entity.kind != .location, entity.kind != .facility {
          return phrases.phrase(at: entity.tokens.lowerBound, limit: token, isGoverned: true)
        }
        at = entity.tokens.lowerBound - 1
      } else {
        at -= 1
      }
    }
    return subjectBefore(token) { _ in true }
  }

  /// Whether a phrase is no subject of the verb that governs a noun, but belongs to the noun: it counts it (27
  /// غارة), or takes it as its genitive (فرصة الفوز).
  private func governs(_ phrase: PartyPhrase, _ token: Int) -> Bool {
    let head = window[phrase.tokens.lowerBound]
    if head.contains(.number), phrase.tokens.upperBound == token { return true }
    return !phrase.isName && phrase.tokens.upperBound == token && window[token].contains(.article)
      && window[token].isDisjoint(with: .proclitic)
      && window[token - 1].isDisjoint(with: [.article, .entity])
  }

  /// The subject of the verb that governs a noun as its object or behind a preposition: وجه التنظيم
  /// تهديدات، عاد القائد إلى التلويح. Nil where more stands between the two than that subject.
  func governor(of token: Int) -> PartyPhrase? {
    guard token > window.tokens.lowerBound else { return nil }
    var start = max(window.tokens.lowerBound, token - 12)
    let end = window[token - 1].contains(.preposition) ? token - 1 : token
    while start < end {
      if start > window.tokens.lowerBound,
        shapes.isVerb(start - 1) || start - 1 == window.tokens.lowerBound && window.beginsSentence,
        !isInsideName(start), let phrase = phrases.phrase(at: start, limit: end),
        phrase.tokens.upperBound == end, !governs(phrase, token)
      {
        return phrase
      }
      start += 1
    }
    return nil
  }
}
