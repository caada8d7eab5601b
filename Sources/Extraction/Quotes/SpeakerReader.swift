internal import ArabicText

/// Finds who a verb of saying speaks of: the subject behind it, before it, or the one last named.
struct SpeakerReader {
  private let speech: SpeechField
  private let subjects: SubjectReader

  init(_ speech: SpeechField) {
    self.speech = speech
    subjects = SubjectReader(speech)
  }

  /// The speaker and one past the words that name him behind the verb.
  func speaker(
    of cue: Cue, in sentence: Range<Int>, hasContent: Bool = true, current: Speaker?,
    history: SpeakerHistory
  ) -> (speaker: Speaker?, end: Int) {
    let form = cue.form
    if form.aspect == .participle {
      let known =
        current ?? history.antecedent(isFeminine: form.isFeminine, isPlural: form.isPlural)
      return (known, cue.token + 1)
    }
    if cue.takes.contains(.source), let phrase = quoted(by: cue, in: sentence) {
      return (speaker(phrase, form), phrase.tokens.upperBound)
    }
    // A verb before its subject is singular: behind a plural one stands the object.
    if !follows(relative: cue, sentence), !form.isPlural,
      let phrase = subjects.phrase(
        at: behindAddressee(cue.token + 1), limit: sentence.upperBound, after: cue),
      hasContent || seemsToSpeak(phrase)
    {
      return (speaker(phrase, form), phrase.tokens.upperBound)
    }
    if let phrase = phraseBefore(cue, in: sentence) {
      return (speaker(phrase, form), cue.token + 1)
    }
    if let current, current.isFeminine == nil || current.isFeminine == form.isFeminine {
      return (current, cue.token + 1)
    }
    return (
      history.antecedent(isFeminine: form.isFeminine, isPlural: form.isPlural), cue.token + 1
    )
  }

  /// Not a bare noun, which behind a verb without other content is its object (رجح دخول التنظيم).
  private func seemsToSpeak(_ phrase: NounPhrase) -> Bool {
    phrase.name != nil
      || !speech.traits[phrase.tokens.lowerBound].isDisjoint(
        with: TokenTraits.nominal.union(.quantifier))
  }

  private func speaker(_ phrase: NounPhrase, _ form: ReportingLexicon.Form) -> Speaker {
    Speaker(phrase: phrase, isFeminine: form.isFeminine, isPlural: form.isPlural)
  }

  /// Past «لـ"الصحيفة"», which may stand between verb and subject.
  private func behindAddressee(_ start: Int) -> Int {
    guard start + 1 < speech.text.tokens.count, speech.text.tokens[start].letters == 1,
      let pair = speech.pair(at: start + 1), pair.isClosed, pair.close - start <= 6
    else { return start }
    return pair.close + 1
  }

  /// The one whom a medium quotes: نقلت الصحيفة عن فلان.
  private func quoted(by cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    let limit = min(sentence.upperBound, cue.token + 12)
    for token in cue.token + 1..<limit {
      if speech.text.tokens[token].kind == .mark, !speech.text.tokens[token].isTransparent {
        return nil
      }
      if !speech.complementisers[token].isEmpty { return nil }
      let word = speech.text.tokens[token]
      if word.letters == 2, speech.text.letter(0, of: word) == ClauseLetter.ain,
        speech.text.letter(1, of: word) == ClauseLetter.nun
      {
        return subjects.phrase(at: token + 1, limit: sentence.upperBound)
      }
    }
    return nil
  }

  /// Behind الذي and its kin; ما and من are too often something else.
  private func follows(relative cue: Cue, _ sentence: Range<Int>) -> Bool {
    cue.token > sentence.lowerBound && speech.traits[cue.token - 1].contains(.relative)
      && speech.traits[cue.token - 1].isDisjoint(with: [.conjunction, .preposition])
      && speech.text.tokens[cue.token - 1].letters > 3
  }

  /// The subject right behind a verb that says nothing itself.
  func subject(of cue: Cue, in sentence: Range<Int>) -> Speaker? {
    guard let phrase = subjects.phrase(at: cue.token + 1, limit: sentence.upperBound, after: cue),
      phrase.name != nil
        || !speech.traits[phrase.tokens.lowerBound].isDisjoint(with: [
          .office, .sameSource, .namelessSource,
        ])
        || speech.traits[phrase.tokens.lowerBound].isSuperset(of: [.article, .namelessPerson])
    else { return nil }
    return speaker(phrase, cue.form)
  }

  /// A subject before its verb: كان فلان قد أعلن، فلان الذي أضاف.
  private func phraseBefore(_ cue: Cue, in sentence: Range<Int>) -> NounPhrase? {
    if follows(relative: cue, sentence) {
      return phrase(endingAt: cue.token - 1, from: sentence.lowerBound)
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

  /// Whether only what may part a subject from its verb stands between them.
  private func reaches(_ cue: Cue, from end: Int, _ sawAuxiliary: Bool) -> Bool {
    if sawAuxiliary { return cue.token - end <= 12 && !hasCue(end..<cue.token) }
    return (end..<cue.token).allSatisfy {
      speech.text.tokens[$0].kind == .mark
        || !speech.traits[$0].isDisjoint(with: [.particle, .auxiliary, .time, .discourse])
    }
  }

  private func hasCue(_ range: Range<Int>) -> Bool {
    let index = speech.firstCue(from: range.lowerBound)
    return index < speech.cues.count && speech.cues[index].token < range.upperBound
  }

  /// The noun phrase that ends before `end`.
  private func phrase(endingAt end: Int, from lower: Int) -> NounPhrase? {
    var start = end
    while start > lower, end - start < 14 {
      let before = speech.traits[start - 1]
      if speech.text.tokens[start - 1].kind == .mark { break }
      if !before.isDisjoint(with: [.preposition, .conjunction, .attribution, .relative]) { break }
      let index = speech.firstCue(from: start - 1)
      if index < speech.cues.count, speech.cues[index].token == start - 1 { break }
      start -= 1
    }
    guard start < end else { return nil }
    return subjects.phrase(at: start, limit: end)
  }

  /// The subject of a sentence that opens with a verb of another kind, if it is a person with a name
  /// or title: whom a verb in the next sentence may mean.
  func plainSubject(of sentence: Range<Int>) -> Speaker? {
    let first = sentence.lowerBound
    guard first + 2 < sentence.upperBound, speech.text.tokens[first].kind == .word,
      speech.traits[first].isDisjoint(
        with: TokenTraits.nominal.union([.preposition, .conjunction])),
      !hasCue(first..<first + 1)
    else { return nil }
    var start = first + 1
    while start < min(first + 4, sentence.upperBound),
      !speech.traits[start].isDisjoint(with: [.particle, .auxiliary]) || isVerbal(start)
    {
      start += 1
    }
    guard start < sentence.upperBound,
      let phrase = subjects.phrase(at: start, limit: sentence.upperBound), phrase.name != nil
    else { return nil }
    return Speaker(phrase: phrase, isFeminine: nil)
  }

  private func isVerbal(_ token: Int) -> Bool { hasCue(token..<token + 1) }
}
