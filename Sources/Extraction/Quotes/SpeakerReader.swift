internal import ArabicText

/// Finds who a verb of saying speaks of: the subject behind it, before it, or the one last named.
struct SpeakerReader {
  let speech: SpeechField
  let subjects: SubjectReader

  init(_ speech: SpeechField) {
    self.speech = speech
    subjects = SubjectReader(speech)
  }

  /// Whom a verb of saying speaks of.
  struct Reading {
    var speaker: Speaker?
    /// One past the words that name him behind the verb.
    var end: Int
    /// Words of the verb's own clause name him.
    var isNamed: Bool
    /// Only those whom a clause of the sentence is about: they do not go on speaking behind it.
    var isAside = false
  }

  /// Whom a verb of saying speaks of.
  func speaker(
    of cue: Cue, in sentence: Range<Int>, complement: Int?, current: Speaker?,
    history: SpeakerHistory
  ) -> Reading {
    let form = cue.form
    let antecedent = {
      history.antecedent(
        of: cue.token, isFeminine: form.isFeminine, isPlural: form.isPlural)
    }
    if form.aspect == .participle || isVerbalNoun(cue, in: sentence) {
      let other =
        form.aspect == .participle
        ? agreeing(with: cue, current ?? antecedent(), in: sentence) : nil
      return Reading(
        speaker: other ?? current ?? antecedent(), end: cue.token + 1, isNamed: false,
        isAside: other != nil)
    }
    if let (phrase, end) = ownSubject(of: cue, in: sentence, complement: complement) {
      return Reading(speaker: speaker(phrase, form), end: end, isNamed: true)
    }
    var known = current
    if let one = known, let isFeminine = one.isFeminine, isFeminine != form.isFeminine {
      known = nil
    }
    known = known ?? antecedent()
    if let other = agreeing(with: cue, known, in: sentence) {
      return Reading(
        speaker: other, end: cue.token + 1, isNamed: false, isAside: other.isPlural)
    }
    if known == nil, follows(relative: cue, sentence) {
      known = phrase(endingAt: cue.token - 1, from: sentence.lowerBound).map { speaker($0, form) }
    }
    return Reading(speaker: known, end: cue.token + 1, isNamed: false)
  }

  /// «ذهب فلان إلى حد وصف القرار بأنه …»: behind a noun that a preposition holds the letters are a noun,
  /// whose subject is that of the verb before. Behind one that may say something begins a clause: في بيان أكد أن.
  private func isVerbalNoun(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    let noun = cue.token - 1
    let word = speech.text.tokens[cue.token]
    guard cue.form.aspect == .perfect, !cue.form.isFeminine, !cue.form.isPlural,
      !cue.isCoordinated, !cue.hasPronoun, word.letters == 3,
      speech.text.letter(0, of: word) != Alphabet.alif,
      speech.text.letter(1, of: word) != Alphabet.alif,
      noun > sentence.lowerBound, speech.preposition(noun - 1) != nil,
      cue.token + 1 < sentence.upperBound, speech.complementisers[cue.token + 1].isEmpty
    else { return false }
    return speech.text.tokens[noun].kind == .word && !speech.isNamed(noun)
      && !subjects.isOwned(noun)
      && speech.traits[noun].isDisjoint(
        with: TokenTraits.nominal.union(.functionWord).union([.time, .timeUnit]))
  }

  /// Whether words of the verb's own clause name its subject.
  func isNamed(_ cue: Cue, in sentence: Range<Int>) -> Bool {
    ownSubject(of: cue, in: sentence, complement: cue.token + 1) != nil
  }

  /// The subject that words behind or before the verb name, and one past those behind it.
  func ownSubject(
    of cue: Cue, in sentence: Range<Int>, complement: Int?
  ) -> (phrase: NounPhrase, end: Int)? {
    let form = cue.form
    if cue.takes.contains(.source), let phrase = quoted(by: cue, in: sentence) {
      return (phrase, phrase.tokens.upperBound)
    }
    // A verb before its subject is singular: behind a plural one stands the object.
    // «القصة التي ينقلها عنه مرافقوه»: behind one with a pronoun the subject still comes.
    let hasSubject = follows(relative: cue, sentence) && !cue.hasPronoun || form.isPlural
    let behind =
      hasSubject
      ? nil
      : subjects.phrase(at: subjectStart(of: cue), limit: sentence.upperBound, after: cue)
    if let behind, let phrase = headline(cue, before: behind, in: sentence) {
      return (phrase, behind.tokens.upperBound)
    }
    if let behind, agrees(behind, with: cue), !isObject(behind, of: cue, complement, in: sentence),
      complement != nil || seemsToSpeak(behind) && !isThing(behind, withoutSayingOf: cue)
    {
      return (behind, behind.tokens.upperBound)
    }
    if let phrase = phraseBefore(cue, in: sentence) { return (phrase, cue.token + 1) }
    if behind == nil, !form.isPlural, let phrase = lateSubject(of: cue, in: sentence) {
      return (phrase, phrase.tokens.upperBound)
    }
    return nil
  }

  /// «فلان يحذر الجيران: …»: the name with which a sentence begins, right before the verb; what stands behind the verb is
  /// its object.
  private func headline(
    _ cue: Cue, before object: NounPhrase, in sentence: Range<Int>
  ) -> NounPhrase? {
    guard !cue.isCoordinated,
      object.tokens.lowerBound == cue.token + 1,
      let phrase = phraseBefore(cue, in: sentence), phrase.name != nil || isSaid(by: phrase),
      phrase.tokens.lowerBound == sentence.lowerBound, phrase.tokens.upperBound == cue.token
    else { return nil }
    return phrase
  }

  /// A subject behind the occasion or the one addressed: قال لوكالة كذا مسؤول كبير.
  func lateSubject(of cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    let limit = min(sentence.upperBound, cue.token + 20)
    var sawHeldOffice = false
    for token in cue.token + 1..<max(cue.token + 1, limit) {
      if !speech.complementisers[token].isEmpty || hasCue(token..<token + 1) { return nil }
      let mark = speech.mark(token)
      if mark == 0x3A || speech.text.tokens[token].isComma { return nil }
      let before = token - 1
      guard before > cue.token else { continue }
      let isOffice = !speech.traits[token].isDisjoint(with: [.office, .honorific])
      // «مع وزير كذا فلان»: the name is that of another.
      if isOffice, speech.traits[before].contains(.preposition) { sawHeldOffice = true }
      if sawHeldOffice, !isOffice { continue }
      let mayEnd =
        speech.text.tokens[before].isCloser && !speech.text.tokens[before].isOpener
        || speech.thing(at: before)?.tokens.upperBound == token
        || !speech.traits[before].isDisjoint(with: [.time, .pronoun])
      // Behind a definite noun a body or place is its name: موقع التواصل فلان.
      let isFree =
        mayEnd
        || speech.traits[before].contains(.article) && speech.thing(at: token) == nil
          && !speech.traits[token].isSuperset(of: [.article, .office])
      guard isFree, canBeSpeaker(token), !isHeld(token, from: cue.token),
        speech.traits[token].isDisjoint(with: [.proclitic, .coordinated, .preposition])
      else { continue }
      return subjects.phrase(at: token, limit: limit, after: cue)
    }
    return nil
  }

  /// «مع نظيره المصري فلان»: a preposition holds the titles before the name.
  func isHeld(_ token: Int, from lower: Int) -> Bool {
    var start = token
    while start - 1 > lower,
      !speech.traits[start - 1].isDisjoint(with: [.office, .honorific, .nationality])
    {
      if speech.traits[start - 1].contains(.proclitic) { return true }
      start -= 1
    }
    return start < token && speech.traits[start - 1].contains(.preposition)
  }

  /// Whether a phrase that begins here may be somebody's: a person, a body, a source.
  func canBeSpeaker(_ token: Int) -> Bool {
    if subjects.isModifier(token) { return false }
    if isKin(token) { return true }
    if let entity = speech.entity(at: token), entity.tokens.lowerBound == token {
      return entity.kind == .person || entity.kind == .organization
    }
    return !speech.traits[token].isDisjoint(with: [
      .office, .honorific, .namelessSource, .namelessPerson, .sameSource,
    ])
  }

  func speaker(_ phrase: NounPhrase, _ form: ReportingLexicon.Form) -> Speaker {
    Speaker(phrase: phrase, isFeminine: form.isFeminine, isPlural: form.isPlural)
  }

  /// Where the subject may begin behind a verb: past the addressee, or in «قال، فلان، إن …» past the comma.
  private func subjectStart(of cue: Cue) -> Int {
    let start = cue.token + 1
    guard start + 1 < speech.text.tokens.count, speech.text.tokens[start].isComma,
      let name = speech.entity(at: start + 1)?.tokens, name.lowerBound == start + 1,
      name.upperBound < speech.text.tokens.count, speech.text.tokens[name.upperBound].isComma
    else { return behindAddressee(start) }
    return start + 1
  }

  /// Past «لـ"الصحيفة"», which may stand between verb and subject.
  func behindAddressee(_ start: Int) -> Int {
    guard start + 1 < speech.text.tokens.count, speech.text.tokens[start].letters == 1,
      let pair = speech.pair(at: start + 1), pair.isClosed, pair.close - start <= 6
    else { return start }
    return pair.close + 1
  }

  /// The one whom a medium quotes: نقلت الصحيفة عن فلان.
  func quoted(by cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    let limit = min(sentence.upperBound, cue.token + 12)
    for token in cue.token + 1..<limit {
      let mark = speech.text.tokens[token]
      if mark.kind == .mark, !mark.isTransparent, !mark.isComma, !mark.isQuotationMark {
        return nil
      }
      if !speech.complementisers[token].isEmpty { return nil }
      let word = speech.text.tokens[token]
      if word.letters == 2, speech.text.letter(0, of: word) == Alphabet.ain,
        speech.text.letter(1, of: word) == Alphabet.nun
      {
        return subjects.phrase(at: token + 1, limit: sentence.upperBound)
      }
    }
    return nil
  }

  /// Behind الذي and its kin; ما and من are too often something else.
  func follows(relative cue: Cue, _ sentence: Range<Int>) -> Bool {
    cue.token > sentence.lowerBound && speech.traits[cue.token - 1].contains(.relative)
      && speech.traits[cue.token - 1].isDisjoint(with: [.conjunction, .preposition])
      && speech.text.tokens[cue.token - 1].letters > 3
  }

  /// The subject right behind a verb that says nothing itself.
  func subject(of cue: Cue, in sentence: Range<Int>) -> Speaker? {
    guard let phrase = subjects.phrase(at: cue.token + 1, limit: sentence.upperBound, after: cue),
      agrees(phrase, with: cue), phrase.name != nil || isSource(headNoun(of: phrase))
    else { return nil }
    return speaker(phrase, cue.form)
  }

  /// The noun of a phrase behind «كافة» or «أحد».
  private func headNoun(of phrase: NounPhrase) -> Int {
    let first = phrase.tokens.lowerBound
    return speech.traits[first].contains(.quantifier) && phrase.tokens.count > 1 ? first + 1 : first
  }

  /// A subject before its verb: كان فلان قد أعلن، فلان الذي أضاف.
  func phraseBefore(_ cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    if follows(relative: cue, sentence) {
      // «الاتفاق الذي قال إنه …»: about the thing, said by another.
      return phrase(endingAt: cue.token - 1, from: sentence.lowerBound).flatMap {
        let head = $0.tokens.lowerBound
        let isDeed = speech.traits[head].contains(.speechNoun) && $0.tokens.count > 1
        return $0.name != nil || isSource(head) && !isDeed ? withName(before: $0, sentence) : nil
      }
    }
    if let phrase = clauseSubject(before: cue, in: sentence) {
      return withName(before: phrase, sentence)
    }
    var start = sentence.lowerBound
    var sawAuxiliary = false
    while start < cue.token {
      let traits = speech.traits[start]
      let isMark = speech.text.tokens[start].kind == .mark
      guard isMark || !traits.isDisjoint(with: [.auxiliary, .conjunction, .discourse, .particle])
      else { break }
      if traits.contains(.auxiliary) { sawAuxiliary = true }
      start += 1
    }
    guard start < cue.token, let phrase = subjects.phrase(at: start, limit: cue.token) else {
      return nil
    }
    let isNominal =
      phrase.name != nil || sawAuxiliary
      || !speech.traits[phrase.tokens.lowerBound].isDisjoint(with: .nominal)
    guard isNominal, reaches(cue, from: phrase.tokens.upperBound, sawAuxiliary) else { return nil }
    return phrase
  }

  /// «فلان، سفير كذا قال»: an office without ال behind a comma describes the person named before it.
  private func withName(before phrase: NounPhrase, _ sentence: Range<Int>) -> NounPhrase {
    let comma = phrase.tokens.lowerBound - 1
    guard phrase.name == nil, comma > sentence.lowerBound, speech.text.tokens[comma].isComma,
      speech.traits[comma + 1].contains(.office), !speech.traits[comma + 1].contains(.article),
      let name = speech.entity(at: comma - 1), name.kind == .person,
      name.tokens.upperBound == comma, isFreeName(name.tokens.lowerBound, sentence)
    else { return phrase }
    return NounPhrase(tokens: name.tokens.lowerBound..<phrase.tokens.upperBound, name: name.tokens)
  }

  /// A person, a body, a place that stands for one, a medium, a statement.
  func isSource(_ token: Int) -> Bool {
    canBeSpeaker(token) || speech.thing(at: token) != nil
      || !speech.traits[token].isDisjoint(with: [
        .media, .medium, .organization, .place, .speechNoun, .possibleName, .personName,
      ])
  }

  /// The noun phrase between a mark or conjunction and the verb: «…، لكن طهران تقول …».
  func clauseSubject(before cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    guard !cue.isCoordinated else { return nil }
    var start = cue.token
    // «لكن المدير العام، أكد أن»
    if start - 1 > sentence.lowerBound, speech.text.tokens[start - 1].isComma { start -= 1 }
    while start > sentence.lowerBound {
      if cue.token - start > 14 { return nil }
      let before = start - 1
      // «البنك (المركزي) يرى»
      if start == cue.token, speech.mark(before) == 0x29,
        let open = (sentence.lowerBound..<before).last(where: { speech.mark($0) == 0x28 }),
        before - open < 6
      {
        start = open
        continue
      }
      let mark = speech.text.tokens[before]
      if mark.isQuotationMark || hasCue(before..<start) { return nil }
      if mark.kind == .mark || !speech.complementisers[before].isEmpty
        || !speech.traits[before].isDisjoint(with: [.conjunction, .discourse])
          && !speech.traits[before].contains(.auxiliary)
      {
        break
      }
      start -= 1
    }
    let agrees =
      cue.form.isPlural
      && (speech.traits[start].contains(.article)
        || cue.form.aspect != .participle && subjects.isSoundPlural(start)
          && !speech.isImperfect(start))
    guard start < cue.token,
      agrees || canBeSpeaker(start) || speech.thing(at: start) != nil || isBareName(start, cue)
        || start + 1 == cue.token && speech.traits[start].contains(.quantifier),
      speech.traits[start].isDisjoint(with: [.proclitic, .preposition]),
      let phrase = subjects.phrase(at: start, limit: cue.token), phrase.tokens.lowerBound == start,
      reaches(cue, from: phrase.tokens.upperBound, false)
    else { return nil }
    return phrase
  }

  /// «لكن ديفي قال إن …»: a word that nothing is known of, alone before a verb that is nothing else.
  private func isBareName(_ token: Int, _ cue: Cue) -> Bool {
    let word = speech.text.tokens[token]
    return token + 1 == cue.token && !cue.isAmbiguous && cue.reports && !cue.hasPronoun
      && cue.form.aspect != .participle && speech.text.letter(0, of: word) != Alphabet.waw
      && !speech.text.hasTanwin(word)
      && word.isArabic && word.letters > 2 && speech.traits[token].isEmpty
      && speech.field.terms(at: token).isEmpty && !endsInTaMarbuta(token)
      && !subjects.isOwned(token) && !subjects.isFiniteVerb(token)
  }

  /// Whether only what may part a subject from its verb stands between them.
  func reaches(_ cue: Cue, from end: Int, _ sawAuxiliary: Bool) -> Bool {
    if sawAuxiliary {
      let isNear = cue.token - end <= 12 || isQad(cue.token - 1) && cue.token - end <= 30
      return isNear && !hasCue(end..<cue.token)
    }
    if isSetOff(end..<cue.token) || isAbout(end..<cue.token) { return true }
    return (end..<cue.token).allSatisfy {
      speech.text.tokens[$0].kind == .mark
        || !speech.traits[$0].isDisjoint(with: [.particle, .auxiliary, .time, .discourse])
    }
  }

  /// «كان فلان … قد قال»
  func isQad(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    return word.letters == 2 && speech.text.letter(1, of: word) == Alphabet.dal
  }

  /// «فلان (من أهل القرية) قال», «فلان، رئيس كذا، قال»: words about the subject between marks.
  func isSetOff(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last, first < last, range.count <= 14 else {
      return false
    }
    let isBracketed = speech.mark(first) == 0x28 && speech.mark(last) == 0x29
    let isBetweenCommas = speech.text.tokens[first].isComma && speech.text.tokens[last].isComma
    return (isBracketed || isBetweenCommas) && !hasCue(range)
  }

  /// «المسؤول الذي رفض ذكر اسمه قال», «المدير، وفقا لفلان، قال»: a clause or source between subject and
  /// verb.
  func isAbout(_ range: Range<Int>) -> Bool {
    guard let first = range.first(where: { speech.text.tokens[$0].isWord }), range.count <= 14
    else {
      return false
    }
    let traits = speech.traits[first]
    let opens =
      !traits.isDisjoint(with: [.preposition, .proclitic])
      || traits.contains(.relative) && speech.text.tokens[first].letters > 3
      || traits.contains(.attribution)
    return opens
      && range.allSatisfy {
        speech.complementisers[$0].isEmpty && (speech.cue(at: $0).map { !$0.reports } ?? true)
      }
  }

  func hasCue(_ range: Range<Int>) -> Bool {
    let index = speech.firstCue(from: range.lowerBound)
    return index < speech.cues.count && speech.cues[index].token < range.upperBound
  }

  /// The noun phrase that ends before `end`.
  func phrase(endingAt end: Int, from lower: Int) -> NounPhrase? {
    var start = end
    while start > lower, end - start < 14 {
      let before = speech.traits[start - 1]
      if speech.text.tokens[start - 1].kind == .mark { break }
      if !before.isDisjoint(with: [.preposition, .conjunction, .attribution, .relative]) { break }
      let index = speech.firstCue(from: start - 1)
      if index < speech.cues.count, speech.cues[index].token == start - 1 { break }
      if subjects.isFiniteVerb(start - 1) { break }
      start -= 1
    }
    guard start < end else { return nil }
    return subjects.phrase(at: start, limit: end)
  }
}
