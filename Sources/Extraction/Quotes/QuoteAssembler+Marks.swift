internal import ArabicText
internal import Articles

extension QuoteAssembler {
  /// Whether the marks hold more than a name.
  func holdsWords(_ pair: QuotePairs.Pair) -> Bool {
    pair.inside.count > 2 && !isName(pair.inside)
  }

  /// Whether the marks behind a colon hold a clause, which two words may be: «إيران انتهت».
  func holdsClause(_ pair: QuotePairs.Pair) -> Bool {
    pair.inside.prefix(6).count { isWordHead($0) } > 1 && !isName(pair.inside)
  }

  /// Whether all the words are a name and its title: "الدكتور فلان الفلاني".
  func isName(_ words: Range<Int>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    if words.count <= 5, speech.traits[first].contains(.honorific) { return true }
    if isListOfNames(words) { return true }
    guard let name = speech.entity(at: last)?.tokens else { return false }
    return (words.lowerBound..<max(words.lowerBound, name.lowerBound)).allSatisfy {
      !speech.traits[$0].isDisjoint(with: [.office, .honorific])
    }
  }

  /// «"فلان، فلان وفلان"»: nothing but names. Marks that never close may hold the whole text, so that what is looked at has an
  /// end.
  private func isListOfNames(_ words: Range<Int>) -> Bool {
    words.count <= Self.longestList
      && words.contains { speech.text.tokens[$0].isComma }
      && words.allSatisfy {
        speech.entity(at: $0)?.kind == .person || speech.text.tokens[$0].isComma
      }
  }
  private static let longestList = 40

  /// Reads a pair of marks; returns one past the closing mark if it was a quote, else its start.
  mutating func direct(_ pair: QuotePairs.Pair, in sentence: Range<Int>) -> Int {
    let limit = pair.isClosed ? pair.close : min(pair.close, sentence.upperBound)
    let end = pair.isClosed ? limit : endOfWords(before: limit)
    let inside = pair.open + 1..<max(pair.open + 1, end)
    // «فلان ”والد الطفل“ إن …»: a remark on the speaker.
    if let current, current.isWaiting, open == nil, pair.isClosed, opensContent(pair.close + 1) {
      return pair.open
    }
    if let current, current.isWaiting, isAboutSpeaker(pair, current) { return pair.open }
    let words = inside.prefix(6).count { isWordHead($0) }
    if isTitle(before: pair.open, sentence) || isTitle(described: pair, sentence) {
      // What a title says, nobody says: مسرحية «قال الراوي».
      return pair.isClosed && pair.inside.count <= Self.longestTitle ? pair.close + 1 : pair.open
    }
    guard words > 1, words > 4 || !isProclitic(before: pair.open)
    else { return pair.open }
    let isIntroduced = isIntroduced(pair.open)
    guard words > 2 || isIntroduced || isSaidBehind(pair, in: sentence), !isName(inside) else {
      return pair.open
    }
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

  private static let longestTitle = 8

  /// A name in marks inside the speaker's own, or «قالت فلانة "أستاذ بكلية الآداب" إن …» before anything else
  /// than what is said.
  private func isAboutSpeaker(_ pair: QuotePairs.Pair, _ saying: Saying) -> Bool {
    if pair.close < saying.phraseEnd { return true }
    let (first, after) = (pair.open + 1, pair.close + 1)
    return pair.open == saying.phraseEnd && saying.speaker?.phrase.name != nil
      && pair.isClosed && pair.inside.count < 9 && after < speech.text.tokens.count
      && speech.traits[first].contains(.office) && !speech.traits[first].contains(.article)
      && speech.text.tokens[after].kind == .word
  }

  /// A word that does not go on with one that is spelled out: بي.بي.سي.
  private func isWordHead(_ token: Int) -> Bool {
    guard speech.text.tokens[token].kind == .word else { return false }
    return
      !(token > 1 && speech.mark(token - 1) == 0x2E
      && speech.text.tokens[token - 1].end == speech.text.tokens[token].start
      && speech.text.tokens[token - 2].end == speech.text.tokens[token - 1].start)
  }

  /// A complementiser, or a noun of saying before it.
  func opensContent(_ token: Int) -> Bool {
    guard token < speech.text.tokens.count else { return false }
    return !speech.complementisers[token].isEmpty
      || token + 1 < speech.text.tokens.count && !speech.complementisers[token + 1].isEmpty
        && speech.traits[token].contains(.speechNoun)
  }

  /// One past the last token before `limit` that is no mark. Kept, for all marks of a paragraph that
  /// never close ask the same.
  mutating func endOfWords(before limit: Int) -> Int {
    if let known = wordsEnd, known.limit == limit { return known.end }
    var end = limit
    while end > 0, speech.text.tokens[end - 1].kind == .mark { end -= 1 }
    wordsEnd = (limit, end)
    return end
  }

  /// A cue or a colon stands right before the mark.
  func isIntroduced(_ open: Int) -> Bool {
    guard open > 0, let current else { return false }
    return speech.mark(open - 1) == 0x3A || open == current.cue.token + 1
      || !speech.complementisers[open - 1].isEmpty
      || open <= current.phraseEnd + 1 && current.isWaiting
  }

  /// «"لن نتنازل"، قال فلان.»: marks that open the sentence, a comma and a verb of saying with its subject that has nothing
  /// else to report: two words are a quote there, and a name before «، قالت إن …» is none.
  private func isSaidBehind(_ pair: QuotePairs.Pair, in sentence: Range<Int>) -> Bool {
    let verb = pair.close + 2
    guard pair.isClosed, open == nil, verb < sentence.upperBound,
      speech.text.tokens[verb - 1].isComma,
      pair.open == sentence.lowerBound || speech.text.tokens[pair.open - 1].kind == .mark,
      let cue = speech.cue(at: verb), cue.reports, !cue.isAmbiguous, !cue.form.isFirst,
      cue.form.aspect != .participle, !cue.isCoordinated
    else { return false }
    return complement(of: cue, in: sentence) == nil && speakers.isNamed(cue, in: sentence)
  }

  /// لـ«صحيفة كذا»: a name.
  func isProclitic(before open: Int) -> Bool {
    open > 0 && speech.text.tokens[open - 1].isWord && speech.text.tokens[open - 1].letters == 1
  }

  func isTitle(before open: Int, _ sentence: Range<Int>) -> Bool {
    guard open > sentence.lowerBound else { return false }
    return speech.traits[open - 1].contains(.titledThing) || isNamed(at: open, sentence)
      || open > sentence.lowerBound + 1 && speech.traits[open - 2].contains(.titledThing)
        && !speech.traits[open - 1].isDisjoint(with: [.nationality, .preposition])
  }

  /// «ما تسمى «لجنة كذا»», «ما يعرف بـ«كذا»», «المسماة «كذا»»
  private func isNamed(at open: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, open - 3)..<open).contains {
      speakers.subjects.endOfNaming($0, sentence.upperBound).map { $0 > open } ?? false
    }
  }

  /// «البرنامج الصحي «زينة الحياة الدنيا»»; on a site or in a newspaper something may be said.
  func isTitle(described pair: QuotePairs.Pair, _ sentence: Range<Int>) -> Bool {
    let (adjective, noun) = (pair.open - 1, pair.open - 2)
    guard noun >= sentence.lowerBound, pair.inside.count <= Self.longestTitle else { return false }
    return speech.traits[noun].contains(.titledThing) && !speech.traits[noun].contains(.medium)
      && speech.traits[adjective].contains(.article)
  }

  /// Who says what the marks hold; nil when nobody does. The inner nil: said, but by whom is unknown.
  func saying(
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
  func sayingAfter(_ start: Int, in sentence: Range<Int>) -> Saying? {
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
// MARK: Brackets

extension QuoteAssembler {
  /// Round brackets in place of quotation marks, right behind a verb of saying or its colon.
  func bracket(at token: Int, in sentence: Range<Int>) -> QuotePairs.Pair? {
    guard speech.mark(token) == 0x28, token + 1 < sentence.upperBound,
      speech.mark(token + 1) != 0x28, let current, current.isWaiting, open == nil
    else { return nil }
    // ((…))
    let before = speech.mark(token - 1) == 0x28 ? token - 2 : token - 1
    guard before == current.cue.token || speech.mark(before) == 0x3A || isSaying(before) else {
      return nil
    }
    return bracketEnd(token, in: sentence).map {
      QuotePairs.Pair(open: token, close: $0, isClosed: true)
    }
  }

  /// The bracket that closes the one at `token`, if they hold more than a name.
  func bracketEnd(_ token: Int, in sentence: Range<Int>) -> Int? {
    let limit = min(sentence.upperBound, token + Self.longestBracket)
    let close = (token + 1..<max(token + 1, limit)).first { speech.mark($0) == 0x29 }
    return close.flatMap { $0 - token > Self.shortestBracket ? $0 : nil }
  }

  /// بقوله
  func isSaying(_ token: Int) -> Bool {
    speech.terms.has(LexiconSet(.attributionPhrases), at: token)
  }

  static let longestBracket = 120
  static let shortestBracket = 5
}

// MARK: Headlines

extension QuoteAssembler {
  /// «فلان: …»: a headline names the speaker before a colon.
  mutating func headline() {
    guard let title = speech.field.sentences.first?.tokens else { return }
    headline(title)
  }

  /// «فلان: …» on a line of its own between the paragraphs, where he is named elsewhere too.
  mutating func subheading(_ sentence: Range<Int>) {
    let tokens = speech.text.tokens
    let (first, end) = (sentence.lowerBound, sentence.upperBound)
    guard sentence.count <= Self.longestHeading, first > 0, tokens[first - 1].kind == .newline,
      end == tokens.count || tokens[end].kind == .newline, !tokens[end - 1].isFinalMark
    else { return }
    headline(sentence, isInText: true)
  }

  /// Whether the entities know a name, and in other places of the text too.
  private func isNamedElsewhere(_ speaker: Speaker) -> Bool {
    guard let name = speaker.phrase.name, let own = speech.entity(at: name.lowerBound),
      own.tokens == name
    else { return false }
    return speech.entities.contains { $0.cluster == own.cluster && $0.tokens != name }
  }

  private mutating func headline(_ title: Range<Int>, isInText: Bool = false) {
    guard let colon = title.prefix(Self.longestName).first(where: { speech.mark($0) == 0x3A }),
      colon + 2 < title.upperBound, !isInAddress(colon),
      let speaker = speakers.speaker(in: title.lowerBound..<colon),
      !isInText || isNamedElsewhere(speaker)
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

  static let longestName = 12
  static let longestHeading = 24
}
