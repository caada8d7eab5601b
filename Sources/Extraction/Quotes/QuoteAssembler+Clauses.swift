internal import ArabicText
internal import Articles

extension QuoteAssembler {
  /// Whether the complementiser at `token`, with the preposition before it, is one that the verb takes.
  func fits(_ token: Int, _ cue: Cue) -> Bool {
    if !cue.takes.contains(.verb), [.say, .deny, .claim].contains(cue.act),
      token > cue.token + 1, speech.opensVerb(token)
    {
      return false
    }
    // «على اعتبار أن», «بحجة أن»
    if token > 0, speech.isWord(token - 1, .ground) { return false }
    // «مما يعني أن»
    if token > 1, speech.isWord(token - 2, .consequence) { return false }
    // فإن opens the answer to a condition.
    if speech.text.letter(0, of: speech.text.tokens[token]) == Alphabet.fa { return false }
    let found = speech.complementisers[token]
    if isPredicate(token, of: cue) { return false }
    // «ذكر مصدر طالبا عدم كشف هويته، أنه …»: one asks somebody to do something.
    if cue.act == .ask, found.contains(.pronoun), !found.contains(.bi) { return false }
    if found.contains(.bi) { return cue.takes.contains(.bi) || token - cue.token <= 12 }
    if token > 0, let preposition = speech.preposition(token - 1) {
      return cue.takes.contains(preposition)
    }
    return cue.takes.contains(.direct) && (token == cue.token + 1 || isReporting(token))
  }

  /// «ما يلفت الانتباه هو أن …»: the clause behind هو says what something is; behind «قال هو إن» it is said.
  private func isPredicate(_ complementiser: Int, of cue: Cue) -> Bool {
    speech.isWord(complementiser - 1, .copula) && complementiser - 2 > cue.token
  }

  /// إن and أن that no other word before them has taken (يجب أن، قبل أن، غير أن).
  func isReporting(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let before = speech.traits[token - 1]
    return before.isDisjoint(with: [
      .preposition, .conjunction, .qualifier, .auxiliary, .relative,
    ])
  }

  mutating func complement(_ token: Int, in sentence: Range<Int>) {
    guard open == nil else { return }
    if let nominal = nominal(before: token, in: sentence) {
      begin(token + 1, nominal, in: sentence)
      return
    }
    guard var saying = current, saying.cue.reports,
      token - saying.cue.token <= Self.farthest
    else { return }
    let goesOn = speech.complementisers[token].contains(.conjunction)
    // «تمنى لهم التوفيق وأن يعود» goes on with a wish, not with a report.
    if goesOn, speech.isImperfect(token + 1), !speech.complementisers[token].contains(.pronoun) {
      return
    }
    if let next = speech.cue(at: token + 1), next.form.isFirst { return }
    guard saying.isWaiting || goesOn,
      fits(token, saying.cue) || goesOn && saying.cue.takes.contains(.direct)
    else { return }
    if saying.isImpersonal {
      current = nil
      return
    }
    saying.isWaiting = false
    current = saying
    begin(token + 1, saying, in: sentence)
  }

  /// «…، مضيفا، …»: a comma in place of the colon.
  mutating func comma(behind cue: Cue, in sentence: Range<Int>) {
    let start = cue.token + 2
    guard var saying = current, cue.takes.contains(.colon), start < sentence.upperBound,
      isClauseMark(start - 1), speech.text.tokens[start].isWord
    else { return }
    saying.isWaiting = false
    current = saying
    begin(start, saying, in: sentence)
  }

  /// «… بالقول إن», «… قوله إن», «… التأكيد أن»: a noun of saying right before the complementiser. Whose
  /// words they are says the verb before, or the sentence's subject.
  func nominal(before token: Int, in sentence: Range<Int>) -> Saying? {
    let noun = token - 1
    guard noun > sentence.lowerBound, speech.traits[noun].contains(.speechNoun),
      speech.traits[noun].contains(.article) || speakers.subjects.isOwned(noun),
      current.map({ !$0.isWaiting || !fits(token, $0.cue) }) ?? true
    else { return nil }
    let speaker = current?.speaker ?? subject
    guard speaker != nil || current != nil else { return nil }
    return Saying(
      cue: cue(ofNoun: noun), speaker: speaker, phraseEnd: token, isWaiting: false)
  }

  /// «… في تغريدته: «…»», «… في بيانها: «…»»: a noun of saying whose pronoun is the speaker.
  private func nominal(beforeColon token: Int, in sentence: Range<Int>) -> Saying? {
    let noun = token - 1
    guard noun > sentence.lowerBound, speech.traits[noun].contains(.speechNoun),
      speakers.subjects.isOwned(noun)
    else { return nil }
    let cue = cue(ofNoun: noun)
    let speaker =
      speakers.name(holding: noun) ?? current?.speaker ?? subject
      ?? speakers.person(before: cue, in: sentence)
    return speaker.map { Saying(cue: cue, speaker: $0, phraseEnd: token) }
  }

  private func cue(ofNoun noun: Int) -> Cue {
    Cue(
      token: noun, letters: 0..<Int(speech.text.tokens[noun].letters),
      takes: [.direct, .bi, .colon],
      form: ReportingLexicon.Form(aspect: .participle), isAmbiguous: false, act: .say,
      reports: true, isCoordinated: false, hasPronoun: false, mayBeImpersonal: false)
  }

  /// «قال: (…).»: brackets around all that is said, in place of quotation marks.
  private func isWholeBracket(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let inner = token + 1 < sentence.upperBound && speech.mark(token + 1) == 0x28 ? 1 : 0
    guard speech.mark(token) == 0x28, var end = bracketEnd(token + inner, in: sentence) else {
      return false
    }
    end += 1 + inner
    return end >= sentence.upperBound || speech.text.tokens[end].isFinalMark || isClauseMark(end)
  }

  mutating func colon(_ token: Int, in sentence: Range<Int>) {
    guard open == nil, token + 1 < sentence.upperBound, !isInAddress(token) else { return }
    var next = token + 1
    if current?.isWaiting != true, speech.pair(at: next).map(holdsWords) ?? false {
      current = nominal(beforeColon: token, in: sentence) ?? current
    }
    guard var saying = current, saying.isWaiting, saying.cue.reports,
      token - saying.cue.token <= Self.farthest
    else { return }
    if speech.text.tokens[next].isQuotationMark || isWholeBracket(next, sentence) { return }
    if !speech.complementisers[next].isEmpty, next + 1 < sentence.upperBound,
      !speech.opensCondition(next)
    {
      next += 1
    }
    saying.isWaiting = false
    current = saying
    begin(next, saying, in: sentence)
  }

  /// Opens a clause unless quotation marks hold all of it: then it is a direct quote only.
  mutating func begin(_ token: Int, _ saying: Saying, in sentence: Range<Int>) {
    var token = token
    while token < sentence.upperBound, speech.mark(token) == 0x3A || isClauseMark(token) {
      token += 1
    }
    // «إن وجدت.» is a condition.
    let hasSubject = speech.complementisers[token - 1].contains(.pronoun)
    guard token < sentence.upperBound,
      hasSubject
        || token + 1 < sentence.upperBound && !speech.text.tokens[token + 1].isFinalMark
          && !(isClauseMark(token + 1) && speakers.subjects.isFiniteVerb(token))
    else { return }
    if speech.text.tokens[token].isQuotationMark, let pair = pair(at: token), pair.isClosed {
      var after = pair.close + 1
      while after < sentence.upperBound, speech.text.tokens[after].isFinalMark { after += 1 }
      if after >= sentence.upperBound || isClauseMark(after)
        || isNext(after)
      {
        current?.isWaiting = true
        return
      }
    }
    open = OpenClause(start: token, saying: saying)
  }

  /// A verb of saying that goes on from what was said: وأضاف، مضيفا.
  func isNext(_ token: Int) -> Bool {
    guard let cue = speech.cue(at: token) else { return false }
    return cue.isCoordinated || cue.form.aspect == .participle
  }

  func isClauseMark(_ token: Int) -> Bool {
    [0x60C, 0x2C, 0x61B, 0x3B].contains(speech.mark(token))
  }

  /// Ends the running clause before `token`.
  mutating func close(at token: Int) {
    guard let running = open else { return }
    let inner = self.inner
    (open, self.inner) = (nil, nil)
    var end = token
    while end > running.start {
      let last = speech.text.tokens[end - 1]
      guard last.kind == .mark,
        last.isFinalMark || isClauseMark(end - 1) || isStray(end - 1, running.start)
      else { break }
      end -= 1
    }
    guard end > running.start else { return }
    add(running.start..<end, .indirect, running.saying)
    if let inner, inner.start < end { add(inner.start..<end, .indirect, inner.saying) }
  }

  /// A closing mark whose opening mark stands before the clause, or nowhere.
  func isStray(_ token: Int, _ start: Int) -> Bool {
    guard speech.text.tokens[token].isQuotationMark || [0x2F, 0x2D].contains(speech.mark(token))
    else { return false }
    return !speech.pairs(before: token).contains { $0.close == token && $0.open >= start }
  }

  mutating func add(_ tokens: Range<Int>, _ kind: Quote.Kind, _ saying: Saying?) {
    said.quotes.append(
      Quote(
        span: speech.span(ofTokens: tokens), kind: kind,
        speaker: (saying?.speaker).map { speech.span(of: $0) },
        cue: (saying?.cue).map { speech.span(of: $0) }))
  }
}
