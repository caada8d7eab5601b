internal import ArabicText
internal import Articles

extension QuoteAssembler {
  /// Where a verb's clause begins, whether the one before ends there, and whether a mark stands before it.
  typealias ClauseStart = (start: Int, isBoundary: Bool, followsMark: Bool)

  /// A verb of saying where it stands.
  private struct Verb {
    let cue: Cue
    let sentence: Range<Int>
    let clause: ClauseStart
    /// What opens what it reports; nil where it reports nothing.
    let complement: Int?

    var isComplete: Bool { complement != nil }
    var isParticiple: Bool { cue.form.aspect == .participle }
  }

  /// «مسح نشرت نتائجه أن …»: what is published, not who says it; «طلب منها توقيع كذا»: of whom it is asked, before what is.
  private func hasObject(_ cue: Cue) -> Bool {
    let next = cue.token + 1
    if speakers.subjects.isOwned(next) { return true }
    return speakers.subjects.endsInPronoun(next) && speech.complementisers[next].isEmpty
      && next + 1 < speech.complementisers.count && speech.complementisers[next + 1].isEmpty
  }

  mutating func say(_ cue: Cue, in sentence: Range<Int>) {
    if cue.form.isFirst {
      // «لا أعتقد أن»: the writer's own.
      if open == nil { current = nil }
      return
    }
    if cue.isAmbiguous, cue.takes.contains(.object), hasObject(cue) { return }
    if open != nil, isAside(cue.token, sentence) {
      close(at: cue.token)
      current = nil
      return
    }
    let verb = Verb(
      cue: cue, sentence: sentence, clause: clauseStart(of: cue, in: sentence),
      complement: isNoLonger(cue) ? nil : complement(of: cue, in: sentence))
    if wantsSpeaker(verb) || isConsequence(verb) || isNaming(verb) || isTurningOut(verb) { return }
    if isLeftOut(verb) {
      if current?.isWaiting != true || current?.cue.isAmbiguous == true { current = nil }
      return
    }
    if !verb.isComplete, cue.isAmbiguous, !(verb.isParticiple && verb.clause.followsMark) {
      noteSubject(of: verb)
      return
    }
    if isNominal(verb) { return }
    if let running = open {
      guard let end = end(of: running, before: verb) else {
        nest(verb, in: running)
        return
      }
      close(at: end)
    } else if cue.hasPronoun, !verb.isComplete || current?.isWaiting == true {
      // تصريح بثته الوكالة إن …: a clause about the saying.
      return
    }
    // «الاتفاق الذي تحدث عنه فلان، قائلا …»: the main verb's subject goes on.
    if !verb.isComplete, current != nil, isBehindRelative(verb) { return }
    note(verb)
  }

  /// «لم يعد أمامنا»: no longer.
  private func isNoLonger(_ cue: Cue) -> Bool {
    cue.isAmbiguous && cue.form.aspect == .imperfect && cue.token > 0
      && speech.isWord(cue.token - 1, .didNot)
  }

  /// «لماذا تكتب: …»: a word that is another as well wants somebody who says it before a colon.
  private func wantsSpeaker(_ verb: Verb) -> Bool {
    guard let complement = verb.complement, verb.cue.isAmbiguous,
      verb.cue.form.aspect == .imperfect, speech.mark(complement) == 0x3A
    else { return false }
    return speakers.ownSubject(of: verb.cue, in: verb.sentence, complement: complement) == nil
  }

  /// «مما يؤكد أن …», «وهو ما يؤكد أن …», «وهي خطوة تؤكد أن …»: what is told says so, not somebody.
  private func isConsequence(_ verb: Verb) -> Bool {
    let before = verb.cue.token - 1
    guard before >= verb.sentence.lowerBound else { return false }
    if speech.isWord(before, .consequence) { return true }
    return before > verb.sentence.lowerBound && speech.isWord(before - 1, .aside)
      && verb.complement == verb.cue.token + 1 && !verb.cue.hasPronoun && !verb.isParticiple
      && speech.text.tokens[before].isWord && !speakers.canBeSpeaker(before)
      && speech.thing(at: before) == nil
  }

  /// «وتبين أن …», and nobody there who makes it clear.
  private func isTurningOut(_ verb: Verb) -> Bool {
    guard speech.isWord(verb.cue.token, .turningOut), current == nil else { return false }
    return speakers.ownSubject(of: verb.cue, in: verb.sentence, complement: verb.complement) == nil
  }

  /// «دون أن يذكر …»: what is not said.
  private func isLeftOut(_ verb: Verb) -> Bool {
    let anna = verb.cue.token - 1
    return anna > verb.sentence.lowerBound && !speech.complementisers[anna].isEmpty
      && speech.isWord(anna - 1, .without)
  }

  /// «رئيس ما تسمى «لجنة كذا»»: the verb takes the name right behind it, and nothing else.
  private func isNaming(_ verb: Verb) -> Bool {
    let before = verb.cue.token - 1
    return before >= verb.sentence.lowerBound
      && speakers.subjects.endOfNaming(before, verb.sentence.upperBound) != nil
  }

  /// Of a verb that may say something and here does not, the subject is kept for those behind it.
  private mutating func noteSubject(of verb: Verb) {
    guard !verb.isParticiple, !verb.cue.hasPronoun, !isBehindRelative(verb),
      verb.clause.followsMark || subject == nil && current == nil,
      let own = speakers.subject(of: verb.cue, in: verb.sentence)
    else { return }
    subject = own
    history.note(own, at: verb.cue.token)
  }

  /// «المتنزه الذي يعد أحد المعالم»: what a clause says of a noun.
  private func isBehindRelative(_ verb: Verb) -> Bool {
    verb.cue.token > verb.sentence.lowerBound && isRelative(verb.cue.token - 1)
  }

  /// Whether a participle is a noun or an adjective here.
  private func isNominal(_ verb: Verb) -> Bool {
    guard verb.isParticiple else { return false }
    let (cue, clause) = (verb.cue, verb.clause)
    guard let complement = verb.complement else {
      // A feminine participle is more often an adjective.
      return !clause.isBoundary
        || cue.form.isFeminine && !(clause.followsMark && isGoverning(cue))
    }
    // «خاتمة: …» heads a line.
    if cue.form.isFeminine, cue.token == verb.sentence.lowerBound, complement == cue.token + 1,
      speech.mark(complement) == 0x3A
    {
      return true
    }
    // «بإشراف ومتابعة من …»: a noun, unless what it reports stands near.
    return cue.form.isFeminine && !clause.followsMark && complement > cue.token + Self.beside
  }

  /// Where a verb ends what is being reported; nil where it belongs to it.
  private func end(of running: OpenClause, before verb: Verb) -> Int? {
    let (cue, clause, sentence) = (verb.cue, verb.clause, verb.sentence)
    guard clause.isBoundary || verb.isParticiple, cue.token > running.start,
      !cue.hasPronoun || verb.isComplete, !isSubordinate(clause.start),
      verb.isComplete || cue.reports,
      !cue.mayBeImpersonal || cue.isCoordinated && speakers.isNamed(cue, in: sentence)
    else { return nil }
    // «… أن التحقيقات، في رأيه، خلصت إلى أن …»: a verb of what is reported.
    // «… وتبين سلامتها، وأن السبب …» goes on with what is reported.
    if let complement = verb.complement, speech.complementisers[complement].contains(.conjunction) {
      return nil
    }
    if !verb.isParticiple, !cue.isCoordinated, clause.start == cue.token,
      !speakers.isNamed(cue, in: sentence)
    {
      return nil
    }
    let isMain =
      clause.followsMark && !endsQuote(clause.start - 1)
      && (cue.isCoordinated && isGoverning(cue) || verb.isParticiple)
    if !verb.isComplete, !isMain, !isContrast(clause.start) { return nil }
    return occasion(before: clause.start, from: running.start) ?? clause.start
  }

  /// «قال فلان إن الأطباء أكدوا أن …»: a saying whose subject opens what is reported is reported too.
  private mutating func nest(_ verb: Verb, in running: OpenClause) {
    guard inner == nil, !verb.isParticiple, verb.cue.reports, !verb.cue.hasPronoun,
      let complement = verb.complement, !speech.complementisers[complement].isEmpty,
      complement <= verb.cue.token + Self.beside, complement + 1 < verb.sentence.upperBound,
      let phrase = speakers.clauseSubject(before: verb.cue, in: verb.sentence),
      phrase.tokens.lowerBound == running.start
    else { return }
    let speaker = speakers.speaker(phrase, verb.cue.form)
    inner = OpenClause(
      start: complement + 1,
      saying: Saying(
        cue: verb.cue, speaker: speaker, phraseEnd: verb.cue.token + 1, isWaiting: false))
  }

  /// Finds out who says it, and waits for what.
  private mutating func note(_ verb: Verb) {
    let (cue, sentence) = (verb.cue, verb.sentence)
    let reading = speakers.speaker(
      of: cue, in: sentence, complement: verb.complement,
      current: current?.speaker ?? subject ?? speakers.person(before: cue, in: sentence),
      history: history)
    let isImpersonal = cue.mayBeImpersonal && !reading.isNamed && current == nil
    if !isImpersonal, let speaker = reading.speaker {
      // «كشفت النقاب عن كذا»: what says nothing here is not meant by a verb elsewhere.
      let isKnown = verb.isComplete || speaker.phrase.name != nil
      if !reading.isAside, isKnown || !speakers.isThing(speaker.phrase.tokens.lowerBound) {
        history.note(speaker, at: cue.token)
      }
      said.sayings.append((cue, speaker))
    }
    current = Saying(
      cue: cue, speaker: reading.speaker, phraseEnd: reading.end, isImpersonal: isImpersonal)
    if verb.isParticiple, !verb.isComplete { comma(behind: cue, in: sentence) }
  }

  /// «…، وردا على سؤال، قال …»: where the words begin that say on what occasion the next one speaks.
  func occasion(before start: Int, from lower: Int) -> Int? {
    guard start - 1 > lower, isClauseMark(start - 1) else { return nil }
    var at = start - 1
    while at > lower, start - at < 16 {
      at -= 1
      if !speech.complementisers[at].isEmpty { return nil }
      if isClauseMark(at) { break }
    }
    guard at > lower, isClauseMark(at), speech.traits[at + 1].contains(.coordinated),
      !speech.traits[at + 1].isDisjoint(with: [.preposition, .attribution])
        || speech.preposition(at + 2) == .ala
    else { return nil }
    return at + 1
  }

  func endsQuote(_ token: Int) -> Bool {
    token >= 0 && speech.text.tokens[token].isQuotationMark
  }

  /// Whether an object or preposition that the verb takes follows: كشف عن كذا, not كشف على كذا.
  func isGoverning(_ cue: Cue) -> Bool {
    if cue.takes.contains(.object) { return true }
    let limit = min(cue.token + 12, speech.text.tokens.count)
    for token in cue.token + 1..<max(cue.token + 1, limit) {
      guard speech.text.tokens[token].isWord else { return false }
      if let preposition = speech.preposition(token), cue.takes.contains(preposition) {
        return true
      }
      if cue.takes.contains(.bi),
        speech.text.letter(0, of: speech.text.tokens[token]) == Alphabet.ba
      {
        return true
      }
    }
    return false
  }

  /// Where the clause of a cue begins: back over the words that introduce it.
  func clauseStart(
    of cue: Cue, in sentence: Range<Int>
  ) -> ClauseStart {
    var at = speakers.clauseSubject(before: cue, in: sentence)?.tokens.lowerBound ?? cue.token
    var isBoundary = cue.isCoordinated
    while at > sentence.lowerBound {
      let before = speech.traits[at - 1]
      if before.isDisjoint(
        with: [.conjunction, .particle, .auxiliary, .discourse, .time, .timeUnit])
        || before.contains(.relative) && before.isDisjoint(with: .conjunction)
        || !speech.complementisers[at - 1].isEmpty
      {
        guard isConcessive(at - 1, sentence) else { break }
        isBoundary = true
        at -= 2
        continue
      }
      if before.contains(.conjunction) || before.contains(.discourse) { isBoundary = true }
      at -= 1
    }
    let followsMark =
      at == sentence.lowerBound || speech.text.tokens[at - 1].kind == .mark
    return (at, isBoundary || followsMark, followsMark)
  }

  /// Whether an unknown word with و, as verbs are, stands at a token.
  private func opensJoinedClause(_ token: Int, _ limit: Int) -> Bool {
    token < limit && speech.traits[token].isEmpty && speech.text.tokens[token].letters > 3
      && speech.text.letter(0, of: speech.text.tokens[token]) == Alphabet.waw
  }

  /// Where what the verb may report opens after it, before the next verb of saying.
  func complement(of cue: Cue, in sentence: Range<Int>) -> Int? {
    let limit = min(sentence.upperBound, cue.token + Self.farthest)
    let near = cue.token + (cue.isAmbiguous ? Self.near : Self.farthest)
    var next = speech.firstCue(from: cue.token + 1)
    for at in cue.token + 1..<max(cue.token + 1, limit) {
      if next < speech.cues.count, speech.cues[next].token == at {
        let other = speech.cues[next]
        // علق على كذا قائلا …
        if other.form.aspect == .participle, cue.takes.contains(.colon) { return at }
        if !other.isAmbiguous, !other.hasPronoun, !isRelative(at - 1) { return nil }
        next += 1
      }
      if speech.text.tokens[at].kind == .word, speech.complementisers[at].isEmpty { continue }
      if speech.text.tokens[at].isFinalMark, !speech.isAbbreviationStop(at) { return nil }
      if at > near { continue }
      // «وتعد أكبر جسر في البلاد، وتتميز بأنها …»: another verb's.
      if cue.isAmbiguous, isClauseMark(at), opensJoinedClause(at + 1, limit) { return nil }
      if cue.isAmbiguous, speech.complementisers[at].contains(.conjunction) { continue }
      if !speech.complementisers[at].isEmpty, fits(at, cue) { return at }
      if speech.mark(at) == 0x28, at == cue.token + 1 || isSaying(at - 1),
        bracketEnd(at, in: sentence) != nil
      {
        return at
      }
      if speech.mark(at) == 0x3A {
        // «كتب سالم على حسابه في تويتر: «…»»
        let opensQuote = speech.pair(at: at + 1).map(holdsClause) ?? false
        let isNear = opensQuote || at <= cue.token + (cue.isAmbiguous ? 5 : 15)
        return cue.reports && isNear && !isInAddress(at) ? at : nil
      }
      if let pair = speech.pair(at: at), holdsWords(pair) || at == cue.token + 1,
        cue.takes.contains(.colon) || at <= cue.token + 8
      {
        return cue.reports ? at : nil
      }
    }
    return nil
  }

  /// الذي and its kin.
  func isRelative(_ token: Int) -> Bool {
    speech.traits[token].contains(.relative) && speech.text.tokens[token].letters > 3
  }

  /// The colon of http://…, or before such an address.
  func isInAddress(_ colon: Int) -> Bool {
    guard colon + 1 < speech.text.tokens.count else { return true }
    let next = speech.text.tokens[colon + 1]
    return next.scalar == 0x2F || next.kind == .word && !next.isArabic
  }
}
