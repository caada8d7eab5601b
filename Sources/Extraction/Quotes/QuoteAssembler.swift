internal import ArabicText
internal import Articles

/// Walks a field's sentences and puts together cues, complementisers, quotation marks and speakers.
///
/// One pass over the tokens; every look ahead is bounded.
struct QuoteAssembler {
  /// A cue whose subject has been found.
  private struct Saying {
    var cue: Cue
    var speaker: Speaker?
    var phraseEnd: Int
    /// Nothing said has been found for it yet.
    var isWaiting = true
    /// يذكر أن: nobody in particular says it.
    var isImpersonal = false
  }

  /// A reported clause that is still running.
  private struct OpenClause {
    var start: Int
    var saying: Saying
  }

  private let speech: SpeechField
  private let speakers: SpeakerReader
  private var history = SpeakerHistory()
  private var current: Saying?
  /// Whom the sentence is about, before anybody in it speaks.
  private var subject: Speaker?
  private var open: OpenClause?
  private var nextPair = 0
  /// Tokens before this one lie inside a quotation that has been read.
  private var readTo = 0
  private(set) var said = Said()
  /// The end of the last direct quote and who said it, for quotes that go on in the next paragraph.
  private var lastDirect: (end: Int, speaker: Speaker?)?

  /// The last answer of `endOfWords`.
  private var wordsEnd: (limit: Int, end: Int)?

  private static let farthest = 45
  /// An ambiguous verb must have its complement nearer.
  private static let near = 16

  init(_ speech: SpeechField) {
    self.speech = speech
    speakers = SpeakerReader(speech)
  }

  mutating func run() {
    for sentence in speech.field.sentences { read(sentence.tokens) }
    if speech.field.field == .title, said.quotes.isEmpty { headline() }
    said.quotes.sort { $0.span != $1.span ? $0.span < $1.span : $0.kind == .indirect }
  }

  private mutating func read(_ sentence: Range<Int>) {
    if !endsWithColon(before: sentence.lowerBound) { current = nil }
    subject = speakers.plainSubject(of: sentence)
    if let subject { history.note(subject) }
    var cue = speech.firstCue(from: sentence.lowerBound)
    var at = max(sentence.lowerBound, readTo)
    while at < sentence.upperBound {
      while cue < speech.cues.count, speech.cues[cue].token < at { cue += 1 }
      if let pair = pair(at: at) ?? bracket(at: at, in: sentence) {
        let end = direct(pair, in: sentence)
        if end > at {
          at = end
          continue
        }
      } else if cue < speech.cues.count, speech.cues[cue].token == at {
        say(speech.cues[cue], in: sentence)
      } else if !speech.complementisers[at].isEmpty {
        complement(at, in: sentence)
      } else if speech.mark(at) == 0x3A {
        colon(at, in: sentence)
      } else if open != nil, isAside(at, sentence) {
        close(at: at)
      } else if current == nil, speech.traits[at].contains(.attribution),
        let source = speakers.source(at: at, in: sentence)
      {
        history.note(source)
      }
      at += 1
    }
    close(at: sentence.upperBound)
  }

  /// «…، وهو الأمر الذي …»: the article's own remark behind what it reports.
  private func isAside(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, isClauseMark(token - 1) else { return false }
    if isWithoutSaying(token, sentence) { return true }
    guard Self.asides.contains(speech.text.tokens[token].hash) else { return false }
    let limit = min(token + 5, sentence.upperBound)
    return (token + 1..<max(token + 1, limit)).contains { isRelative($0) }
  }

  /// «…، دون أن يوضح …»: what the speaker left out.
  private func isWithoutSaying(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let limit = min(token + 4, sentence.upperBound)
    guard speech.traits[token].contains(.preposition),
      let anna = (token + 1..<max(token + 1, limit)).first(where: {
        !speech.complementisers[$0].isEmpty
      }), (token..<anna).contains(where: { Self.without.contains(speech.text.tokens[$0].hash) })
    else { return false }
    return speech.cue(at: anna + 1) != nil
  }

  /// دون، بدون
  private static let without: Set<UInt64> = Set(["دون", "بدون"].map { TermHash.hash($0) })

  /// بينما يقول …, فيما يرى …, كما أعلن …: another one speaks, or of another thing.
  private func isContrast(_ token: Int) -> Bool {
    Self.contrasts.contains(speech.text.tokens[token].hash)
  }

  /// إلا أن، غير أن، رغم أن
  private func isConcessive(_ anna: Int, _ sentence: Range<Int>) -> Bool {
    anna > sentence.lowerBound && !speech.complementisers[anna].isEmpty
      && Self.concessives.contains(speech.text.tokens[anna - 1].hash)
  }

  private static let concessives: Set<UInt64> = Set(
    ["الا", "غير", "بيد", "رغم", "مع", "الرغم", "برغم"].map { TermHash.hash($0) })

  /// عندما رد …: a clause of what is reported.
  private func isSubordinate(_ token: Int) -> Bool {
    Self.subordinators.contains(speech.text.tokens[token].hash)
  }

  private static let subordinators: Set<UInt64> = Set(
    ["عندما", "حينما", "بعدما", "كلما", "اذا", "لو", "متي", "لان", "لانه", "لانها"].map {
      TermHash.hash($0)
    })

  /// بينما، فيما، كما
  private static let contrasts: Set<UInt64> = Set(
    ["بينما", "فيما", "كما"].map { TermHash.hash($0) })

  /// وهو، وهي
  private static let asides: Set<UInt64> = Set(["وهو", "وهي"].map { TermHash.hash($0) })

  private func endsWithColon(before start: Int) -> Bool {
    var at = start - 1
    while at >= 0, speech.text.tokens[at].kind == .newline { at -= 1 }
    return at >= 0 && speech.mark(at) == 0x3A
  }

  private mutating func pair(at token: Int) -> QuotePairs.Pair? {
    while nextPair < speech.pairs.count, speech.pairs[nextPair].open < token { nextPair += 1 }
    guard nextPair < speech.pairs.count, speech.pairs[nextPair].open == token else { return nil }
    return speech.pairs[nextPair]
  }
}

// MARK: Headlines

extension QuoteAssembler {
  /// «فلان: …»: a headline names the speaker before a colon.
  private mutating func headline() {
    guard let title = speech.field.sentences.first?.tokens,
      let colon = title.prefix(Self.longestName).first(where: { speech.mark($0) == 0x3A }),
      colon + 2 < title.upperBound, !isInAddress(colon),
      let speaker = speakers.speaker(in: title.lowerBound..<colon)
    else { return }
    var said = colon + 1..<title.upperBound
    while let last = said.last, speech.text.tokens[last].isFinalMark {
      said = said.lowerBound..<last
    }
    var kind = Quote.Kind.indirect
    if let pair = speech.pair(at: colon + 1), pair.close == said.upperBound - 1 {
      said = pair.inside
      kind = .direct
    }
    guard said.count > 1 else { return }
    self.said.quotes.append(
      Quote(
        span: speech.span(ofTokens: said), kind: kind,
        speaker: speech.span(ofTokens: speaker.phrase.spoken), cue: nil))
  }

  private static let longestName = 12
}

// MARK: Brackets

extension QuoteAssembler {
  /// Round brackets in place of quotation marks, right behind a verb of saying or its colon.
  private func bracket(at token: Int, in sentence: Range<Int>) -> QuotePairs.Pair? {
    guard speech.mark(token) == 0x28, let current, current.isWaiting, open == nil,
      token == current.cue.token + 1 || speech.mark(token - 1) == 0x3A || isSaying(token - 1)
    else { return nil }
    return bracketEnd(token, in: sentence).map {
      QuotePairs.Pair(open: token, close: $0, isClosed: true)
    }
  }

  /// The bracket that closes the one at `token`, if they hold more than a name.
  private func bracketEnd(_ token: Int, in sentence: Range<Int>) -> Int? {
    let limit = min(sentence.upperBound, token + Self.longestBracket)
    let close = (token + 1..<max(token + 1, limit)).first { speech.mark($0) == 0x29 }
    return close.flatMap { $0 - token > Self.shortestBracket ? $0 : nil }
  }

  /// بقوله
  private func isSaying(_ token: Int) -> Bool {
    speech.field.hasTerm(of: LexiconSet(.attributionPhrases), at: token)
  }

  private static let longestBracket = 120
  private static let shortestBracket = 5
}

// MARK: Verbs

extension QuoteAssembler {
  private mutating func say(_ cue: Cue, in sentence: Range<Int>) {
    if cue.form.isFirst {
      // «لا أعتقد أن»: the writer's own.
      if open == nil { current = nil }
      return
    }
    // «مسح نشرت نتائجه أن …»: what is published, not who says it.
    if cue.isAmbiguous, cue.takes.contains(.object), speakers.hasPossessive(cue.token + 1) {
      return
    }
    let clause = clauseStart(of: cue, in: sentence)
    let complement = complement(of: cue, in: sentence)
    let isComplete = complement != nil
    let isParticiple = cue.form.aspect == .participle
    if !isComplete, cue.isAmbiguous, !(isParticiple && clause.followsMark) {
      if !isParticiple, !cue.hasPronoun, clause.followsMark || subject == nil && current == nil,
        let own = speakers.subject(of: cue, in: sentence)
      {
        subject = own
        history.note(own)
      }
      return
    }
    // A feminine participle is more often an adjective.
    if isParticiple, !isComplete,
      !clause.isBoundary || cue.form.isFeminine && !(clause.followsMark && isGoverning(cue))
    {
      return
    }
    if let running = open {
      let isBoundary = clause.isBoundary || isParticiple
      guard isBoundary, cue.token > running.start, !cue.hasPronoun || isComplete,
        !isSubordinate(clause.start), isComplete || cue.reports,
        !cue.mayBeImpersonal || cue.isCoordinated && speakers.isNamed(cue, in: sentence)
      else { return }
      // «… أن التحقيقات، في رأيه، خلصت إلى أن …»: a verb of what is reported.
      // «… وتبين سلامتها، وأن السبب …» goes on with what is reported.
      if let complement, speech.complementisers[complement].contains(.conjunction) { return }
      if !isParticiple, !cue.isCoordinated, clause.start == cue.token,
        !speakers.isNamed(cue, in: sentence)
      {
        return
      }
      let isMain =
        clause.followsMark && !endsQuote(clause.start - 1)
        && (cue.isCoordinated && isGoverning(cue) || isParticiple)
      if !isComplete, !isMain, !isContrast(clause.start) { return }
      close(at: occasion(before: clause.start, from: running.start) ?? clause.start)
    } else if cue.hasPronoun, !isComplete || current?.isWaiting == true {
      // تصريح بثته الوكالة إن …: a clause about the saying.
      return
    }
    // «الاتفاق الذي تحدث عنه فلان، قائلا …»: the main verb's subject goes on.
    if !isComplete, current != nil, cue.token > sentence.lowerBound, isRelative(cue.token - 1) {
      return
    }
    let reading = speakers.speaker(
      of: cue, in: sentence, complement: complement,
      current: current?.speaker ?? subject ?? speakers.person(before: cue, in: sentence),
      history: history)
    let isImpersonal = cue.mayBeImpersonal && !reading.isNamed && current == nil
    if !isImpersonal, let speaker = reading.speaker {
      history.note(speaker)
      said.sayings.append((cue, speaker))
    }
    current = Saying(
      cue: cue, speaker: reading.speaker, phraseEnd: reading.end, isImpersonal: isImpersonal)
    if isParticiple, !isComplete { comma(behind: cue, in: sentence) }
  }

  /// «…، وردا على سؤال، قال …»: where the words begin that say on what occasion the next one speaks.
  private func occasion(before start: Int, from lower: Int) -> Int? {
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

  private func endsQuote(_ token: Int) -> Bool {
    token >= 0 && speech.text.tokens[token].isQuotationMark
  }

  /// Whether an object or preposition that the verb takes follows: كشف عن كذا, not كشف على كذا.
  private func isGoverning(_ cue: Cue) -> Bool {
    if cue.takes.contains(.object) { return true }
    let limit = min(cue.token + 12, speech.text.tokens.count)
    for token in cue.token + 1..<max(cue.token + 1, limit) {
      guard speech.text.tokens[token].isWord else { return false }
      if let preposition = speech.preposition(token), cue.takes.contains(preposition) {
        return true
      }
      if cue.takes.contains(.bi),
        speech.text.letter(0, of: speech.text.tokens[token]) == ClauseLetter.ba
      {
        return true
      }
    }
    return false
  }

  /// Where the clause of a cue begins: back over the words that introduce it.
  private func clauseStart(
    of cue: Cue, in sentence: Range<Int>
  ) -> (start: Int, isBoundary: Bool, followsMark: Bool) {
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

  /// Where what the verb may report opens after it, before the next verb of saying.
  private func complement(of cue: Cue, in sentence: Range<Int>) -> Int? {
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
      if speech.text.tokens[at].isFinalMark { return nil }
      if at > near { continue }
      if cue.isAmbiguous, speech.complementisers[at].contains(.conjunction) { continue }
      if !speech.complementisers[at].isEmpty, fits(at, cue) { return at }
      if speech.mark(at) == 0x28, at == cue.token + 1 || isSaying(at - 1),
        bracketEnd(at, in: sentence) != nil
      {
        return at
      }
      if speech.mark(at) == 0x3A {
        let isNear = at <= cue.token + (cue.isAmbiguous ? 5 : 15)
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
  private func isRelative(_ token: Int) -> Bool {
    speech.traits[token].contains(.relative) && speech.text.tokens[token].letters > 3
  }

  /// The colon of http://…, or before such an address.
  private func isInAddress(_ colon: Int) -> Bool {
    guard colon + 1 < speech.text.tokens.count else { return true }
    let next = speech.text.tokens[colon + 1]
    return next.scalar == 0x2F || next.kind == .word && !next.isArabic
  }
}

// MARK: Reported clauses

extension QuoteAssembler {
  /// Whether the complementiser at `token`, with the preposition before it, is one that the verb takes.
  private func fits(_ token: Int, _ cue: Cue) -> Bool {
    if !cue.takes.contains(.verb), [.say, .deny, .claim].contains(cue.act),
      token > cue.token + 1, speech.opensVerb(token)
    {
      return false
    }
    // فإن opens the answer to a condition.
    if speech.text.letter(0, of: speech.text.tokens[token]) == ClauseLetter.fa { return false }
    let found = speech.complementisers[token]
    if found.contains(.bi) { return cue.takes.contains(.bi) || token - cue.token <= 12 }
    if token > 0, let preposition = speech.preposition(token - 1) {
      return cue.takes.contains(preposition)
    }
    return cue.takes.contains(.direct) && (token == cue.token + 1 || isReporting(token))
  }

  /// إن and أن that no other word before them has taken (يجب أن، قبل أن، غير أن).
  private func isReporting(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let before = speech.traits[token - 1]
    return before.isDisjoint(with: [
      .preposition, .conjunction, .qualifier, .auxiliary, .relative,
    ])
  }

  private mutating func complement(_ token: Int, in sentence: Range<Int>) {
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
  private mutating func comma(behind cue: Cue, in sentence: Range<Int>) {
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
  private func nominal(before token: Int, in sentence: Range<Int>) -> Saying? {
    let noun = token - 1
    guard noun > sentence.lowerBound, speech.traits[noun].contains(.speechNoun),
      speech.traits[noun].contains(.article) || speakers.hasPossessive(noun),
      current.map({ !$0.isWaiting || !fits(token, $0.cue) }) ?? true
    else { return nil }
    let word = speech.text.tokens[noun]
    let cue = Cue(
      token: noun, letters: 0..<Int(word.letters), takes: [.direct, .bi],
      form: ReportingLexicon.Form(aspect: .participle), isAmbiguous: false, act: .say,
      reports: true, isCoordinated: false, hasPronoun: false, mayBeImpersonal: false)
    let speaker = current?.speaker ?? subject
    guard speaker != nil || current != nil else { return nil }
    return Saying(cue: cue, speaker: speaker, phraseEnd: token, isWaiting: false)
  }

  private mutating func colon(_ token: Int, in sentence: Range<Int>) {
    guard open == nil, var saying = current, saying.isWaiting, saying.cue.reports,
      token - saying.cue.token <= Self.farthest, token + 1 < sentence.upperBound,
      !isInAddress(token)
    else { return }
    var next = token + 1
    if speech.text.tokens[next].isQuotationMark { return }
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
  private mutating func begin(_ token: Int, _ saying: Saying, in sentence: Range<Int>) {
    var token = token
    while token < sentence.upperBound, speech.mark(token) == 0x3A || isClauseMark(token) {
      token += 1
    }
    // «إن وجدت.» is a condition.
    let hasSubject = speech.complementisers[token - 1].contains(.pronoun)
    guard token < sentence.upperBound,
      hasSubject || token + 1 < sentence.upperBound && !speech.text.tokens[token + 1].isFinalMark
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
  private func isNext(_ token: Int) -> Bool {
    guard let cue = speech.cue(at: token) else { return false }
    return cue.isCoordinated || cue.form.aspect == .participle
  }

  private func isClauseMark(_ token: Int) -> Bool {
    [0x60C, 0x2C, 0x61B, 0x3B].contains(speech.mark(token))
  }

  /// Ends the running clause before `token`.
  private mutating func close(at token: Int) {
    guard let running = open else { return }
    open = nil
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
  }

  /// A closing mark whose opening mark stands before the clause, or nowhere.
  private func isStray(_ token: Int, _ start: Int) -> Bool {
    guard speech.text.tokens[token].isQuotationMark || [0x2F, 0x2D].contains(speech.mark(token))
    else { return false }
    return !speech.pairs(before: token).contains { $0.close == token && $0.open >= start }
  }

  private mutating func add(_ tokens: Range<Int>, _ kind: Quote.Kind, _ saying: Saying?) {
    said.quotes.append(
      Quote(
        span: speech.span(ofTokens: tokens), kind: kind,
        speaker: (saying?.speaker).map { speech.span(ofTokens: $0.phrase.spoken) },
        cue: (saying?.cue).map { speech.span(of: $0) }))
  }
}

// MARK: Quotation marks

extension QuoteAssembler {
  /// Whether the marks hold more than a name.
  private func holdsWords(_ pair: QuotePairs.Pair) -> Bool {
    pair.inside.count > 2 && !isName(pair.inside)
  }

  /// Whether all the words are a name and its title: "الدكتور فلان الفلاني".
  private func isName(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    if words.count <= 5, speech.traits[first].contains(.honorific) { return true }
    let index = speech.firstEntity(from: last)
    guard index < speech.entities.count, speech.entities[index].tokens.contains(last) else {
      return false
    }
    let name = speech.entities[index].tokens
    return (words.lowerBound..<max(words.lowerBound, name.lowerBound)).allSatisfy {
      !speech.traits[$0].isDisjoint(with: [.office, .honorific])
    }
  }

  /// Reads a pair of marks; returns one past the closing mark if it was a quote, else its start.
  private mutating func direct(_ pair: QuotePairs.Pair, in sentence: Range<Int>) -> Int {
    let limit = pair.isClosed ? pair.close : min(pair.close, sentence.upperBound)
    let end = pair.isClosed ? limit : endOfWords(before: limit)
    let inside = pair.open + 1..<max(pair.open + 1, end)
    // «فلان ”والد الطفل“ إن …»: a remark on the speaker.
    if let current, current.isWaiting, open == nil, pair.isClosed, opensContent(pair.close + 1) {
      return pair.open
    }
    // A name in marks inside the speaker's own.
    if let current, current.isWaiting, pair.close < current.phraseEnd { return pair.open }
    let words = inside.prefix(6).count { speech.text.tokens[$0].kind == .word }
    guard words > 1, !isTitle(before: pair.open, sentence),
      words > 4 || !isProclitic(before: pair.open)
    else { return pair.open }
    let isIntroduced = isIntroduced(pair.open)
    guard words > 2 || isIntroduced, !isName(inside) else { return pair.open }
    if let running = open {
      guard pair.isClosed, words > 2 else { return pair.open }
      add(inside, .direct, running.saying)
      return pair.close + 1
    }
    guard pair.isClosed || isIntroduced else { return pair.open }
    guard let saying = saying(for: pair, inside, words, in: sentence) else { return pair.open }
    add(inside, .direct, saying.saying)
    lastDirect = (limit, saying.saying?.speaker)
    current?.isWaiting = false
    readTo = max(readTo, limit)
    return limit + (pair.isClosed ? 1 : 0)
  }

  /// A complementiser, or a noun of saying before it.
  private func opensContent(_ token: Int) -> Bool {
    guard token < speech.text.tokens.count else { return false }
    return !speech.complementisers[token].isEmpty
      || token + 1 < speech.text.tokens.count && !speech.complementisers[token + 1].isEmpty
        && speech.traits[token].contains(.speechNoun)
  }

  /// One past the last token before `limit` that is no mark. Kept, for all marks of a paragraph that
  /// never close ask the same.
  private mutating func endOfWords(before limit: Int) -> Int {
    if let known = wordsEnd, known.limit == limit { return known.end }
    var end = limit
    while end > 0, speech.text.tokens[end - 1].kind == .mark { end -= 1 }
    wordsEnd = (limit, end)
    return end
  }

  /// A cue or a colon stands right before the mark.
  private func isIntroduced(_ open: Int) -> Bool {
    guard open > 0, let current else { return false }
    return speech.mark(open - 1) == 0x3A || open == current.cue.token + 1
      || !speech.complementisers[open - 1].isEmpty
      || open <= current.phraseEnd + 1 && current.isWaiting
  }

  /// لـ«صحيفة كذا»: a name.
  private func isProclitic(before open: Int) -> Bool {
    open > 0 && speech.text.tokens[open - 1].isWord && speech.text.tokens[open - 1].letters == 1
  }

  private func isTitle(before open: Int, _ sentence: Range<Int>) -> Bool {
    guard open > sentence.lowerBound else { return false }
    return speech.traits[open - 1].contains(.titledThing)
      || open > sentence.lowerBound + 1 && speech.traits[open - 2].contains(.titledThing)
        && !speech.traits[open - 1].isDisjoint(with: [.nationality, .preposition])
  }

  /// Who says what the marks hold; nil when nobody does. The inner nil: said, but by whom is unknown.
  private func saying(
    for pair: QuotePairs.Pair, _ inside: Range<Int>, _ words: Int, in sentence: Range<Int>
  ) -> (saying: Saying?, Void)? {
    if let current, pair.open - current.cue.token <= Self.farthest,
      current.speaker != nil || isIntroduced(pair.open)
    {
      return (current, ())
    }
    if let after = sayingAfter(pair.close + 1, in: sentence) { return (after, ()) }
    return nil
  }

  /// «…» قال فلان، «…» كما قال فلان.
  private func sayingAfter(_ start: Int, in sentence: Range<Int>) -> Saying? {
    let limit = min(start + 4, sentence.upperBound)
    var at = start
    while at < limit {
      let index = speech.firstCue(from: at)
      if index < speech.cues.count, speech.cues[index].token == at {
        let cue = speech.cues[index]
        guard cue.reports, cue.form.aspect != .participle, !cue.isCoordinated, !cue.form.isFirst
        else { return nil }
        let reading = speakers.speaker(
          of: cue, in: sentence, complement: cue.token + 1, current: current?.speaker,
          history: history)
        return Saying(cue: cue, speaker: reading.speaker, phraseEnd: reading.end)
      }
      let isPassed =
        speech.text.tokens[at].kind == .mark
        || !isRelative(at)
          && !speech.traits[at].isDisjoint(with: [.conjunction, .attribution, .relative, .particle])
      guard isPassed else { return nil }
      at += 1
    }
    return nil
  }
}
