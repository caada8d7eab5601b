internal import ArabicText
internal import Articles

/// A word in its sentence, and what binds it.
struct Clause {
  struct Effect {
    var polarity: Assertion.Polarity?
    var modality: Assertion.Modality?
    static let none = Effect()
  }

  /// How far off an attribution phrase may stand, in tokens.
  private static let farthest = 80

  let speech: SpeechField
  let sentence: Range<Int>
  let target: Int
  /// و or ف was cut off the target: it begins a clause of its own.
  let isCut: Bool

  /// What an operator does to the target.
  func effect(of found: Operator) -> Effect {
    switch found.kind {
    case .negation(let kind): return negation(kind, found.tokens)
    case .negatedFuture:
      let binds = binds(particle: found.tokens)
      return binds ? Effect(polarity: .negated, modality: .future) : .none
    case .condition(let isQuestion):
      return condition(found.tokens, isQuestion) ? Effect(modality: .conditional) : .none
    case .qualifier(let kind): return qualifier(kind, found.tokens)
    case .act(let cue): return act(cue)
    }
  }

  // MARK: Negations

  private func negation(_ kind: GrammarLexicon.Negation.Kind, _ tokens: Range<Int>) -> Effect {
    let binds: Bool
    switch kind {
    case .verb: binds = self.binds(particle: tokens)
    case .noun: binds = self.binds(negator: tokens)
    case .clause:
      binds =
        reaches(from: tokens.upperBound, overComplement: isQualified(tokens.upperBound))
        && !isExcepted(since: tokens.upperBound)
    case .refusal: binds = reaches(from: tokens.upperBound, overComplement: true)
    case .falsehood:
      return reaches(from: tokens.upperBound, overComplement: true)
        ? Effect(polarity: .denied) : .none
    case .exception, .denial, .none: binds = false
    }
    return binds ? Effect(polarity: .negated) : .none
  }

  /// A particle binds the verb behind it, an auxiliary's clause, and the verb's own objects; not a
  /// verb of denying, which it only undoes.
  private func binds(particle: Range<Int>) -> Bool {
    let verb = particle.upperBound
    if target == verb { return true }
    guard target > verb, !isExcepted(since: verb) else { return false }
    if deniesAt(verb) { return false }
    return target - verb <= 8 && reaches(from: verb, overComplement: false)
  }

  private func deniesAt(_ token: Int) -> Bool {
    let index = speech.firstCue(from: token)
    return index < speech.cues.count && speech.cues[index].token == token
      && speech.cues[index].act == .deny
  }

  /// غير، عدم، دون bind the word behind them, over أن (دون أن يتحدث) or a qualifying word and its أن.
  private func binds(negator: Range<Int>) -> Bool {
    if isAdversative(negator.lowerBound) { return false }
    var next = negator.upperBound
    if next < target, speech.traits[next].contains(.qualifier) { next += 1 }
    if next < target, !speech.complementisers[next].isEmpty { next += 1 }
    return target == next
  }

  /// إلا or سوى before the target lifts the negation.
  private func isExcepted(since token: Int) -> Bool {
    speech.operators(from: token, to: target).contains {
      if case .negation(.exception) = $0.kind { true } else { false }
    }
  }

  private func isQualified(_ token: Int) -> Bool {
    token < target
      && (token..<min(token + 3, target)).contains { speech.traits[$0].contains(.qualifier) }
  }

  /// A report whose sentence says behind it that it is untrue: الأنباء عن كذا غير صحيحة.
  var isCalledFalse: Bool {
    let limit = min(sentence.upperBound, target + 30)
    return speech.operators(from: target + 1, to: limit).contains {
      guard case .negation(.falsehood) = $0.kind else { return false }
      return sameQuote($0.tokens.lowerBound)
        && (target..<$0.tokens.lowerBound).allSatisfy {
          speech.complementisers[$0].isEmpty && !isCue($0)
        }
    }
  }

  // MARK: Conditions and qualifying words

  /// A condition holds for its own clause and for the one it depends on, not beyond a quote.
  private func condition(_ tokens: Range<Int>, _ isQuestion: Bool) -> Bool {
    if isQuestion {
      return target >= tokens.upperBound && reaches(from: tokens.upperBound, overComplement: false)
    }
    let at = tokens.lowerBound
    guard sameQuote(at) || isGoverned(with: at) else { return false }
    let between = min(at, target)..<max(at, target)
    return between.allSatisfy { !endsPeriod($0) }
  }

  /// Marks and words that part two statements for good.
  private func endsPeriod(_ token: Int) -> Bool {
    if [0x61B, 0x3B].contains(speech.mark(token)) { return true }
    return isAdversative(token)
  }

  /// لكن and its kin; غير أن and بيد أن, but not من غير أن.
  func isAdversative(_ token: Int) -> Bool {
    if speech.isWord(token, .adversative) { return true }
    return speech.isWord(token, .adversativeBeforeAnna)
      && token + 1 < speech.complementisers.count && !speech.complementisers[token + 1].isEmpty
      && (token == 0 || !speech.traits[token - 1].contains(.preposition))
  }

  private func qualifier(_ kind: GrammarLexicon.Modality, _ tokens: Range<Int>) -> Effect {
    if kind == .alleged, target == tokens.lowerBound - 1 { return Effect(modality: .report) }
    guard target - tokens.upperBound <= 14, reaches(from: tokens.upperBound, overComplement: true)
    else { return .none }
    switch kind {
    case .future, .possible: return Effect(modality: .future)
    case .wish, .obligation: return Effect(modality: .wish)
    case .alleged:
      // المتهم qualifies itself, يقال إن what follows.
      let opens =
        tokens.count > 1
        || (tokens.upperBound..<target).contains {
          !speech.complementisers[$0].isEmpty
        }
      return opens ? Effect(modality: .report) : .none
    case .certain: return .none
    }
  }

  // MARK: Verbs of saying

  private func act(_ cue: Cue) -> Effect {
    guard governs(cue) else { return .none }
    switch cue.act {
    case .deny:
      return isNegated(cue) || isContrasted(since: cue.token) ? .none : Effect(polarity: .denied)
    case .claim: return Effect(modality: .report)
    case .ask: return Effect(modality: .wish)
    case .promise: return Effect(modality: .future)
    case .warn: return cue.takes.contains(.bi) ? Effect(modality: .future) : .none
    case .say, .order: return .none
    }
  }

  /// لم ينف، لا يستبعد: the denial is undone.
  private func isNegated(_ cue: Cue) -> Bool {
    guard cue.token > sentence.lowerBound else { return false }
    return speech.field.terms(at: cue.token - 1).contains {
      Knowledge.lexicon(of: $0.id) == .negation && $0.tokens.count == 1
        && speech.knowledge.grammar.negations[Knowledge.row(of: $0.id)].kind == .verb
    }
  }

  /// نفى أنه هدد، لكنه تعهد: the contrast is not denied.
  private func isContrasted(since token: Int) -> Bool {
    (token..<target).contains { isAdversative($0) }
  }

  /// Whether the target is what the verb speaks of: inside its quote, else its object.
  private func governs(_ cue: Cue) -> Bool {
    guard cue.token < target else { return false }
    let span = speech.span(of: cue)
    var hasQuote = false
    for quote in speech.quotes(around: target) where quote.cue == span {
      hasQuote = true
      if quote.span.bytes.contains(targetBytes) { return true }
    }
    return !hasQuote && isIntroduced(by: cue)
      && reaches(from: cue.token + 1, overComplement: true, overAsides: true)
  }

  /// What is asked, promised or threatened stands behind the preposition or the أن that its verb takes:
  /// in «طالب النواب الحكومة بخفض الأسعار» the prices' cut, not the government.
  private func isIntroduced(by cue: Cue) -> Bool {
    guard [.ask, .promise, .warn].contains(cue.act) else { return true }
    let before = cue.token + 1..<target
    if before.contains(where: { !speech.complementisers[$0].isEmpty }) { return true }
    if isFinite(target) { return false }
    return cue.takes.contains(.thing)
      || before.contains { speech.preposition($0).map(cue.takes.contains) ?? false }
      || cue.takes.contains(.bi) && (cue.token + 1...target).contains(where: isBehindBa)
  }

  /// ب is written before the word, as far as its letters tell.
  private func isBehindBa(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    guard word.isArabic else { return false }
    let first = speech.text.letter(0, of: word)
    let skipped = word.letters > 3 && (first == Alphabet.waw || first == Alphabet.fa) ? 1 : 0
    let traits = speech.traits[token]
    return speech.text.letter(skipped, of: word) == Alphabet.ba
      && (traits.contains(.proclitic) || traits.isDisjoint(with: .nominal))
  }

  /// A perfect verb by its ending: اعتقلوا, أفرجت. Such a verb is no object without أن.
  private func isFinite(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    guard word.isArabic, word.letters > 3, speech.traits[token].isDisjoint(with: .nominal) else {
      return false
    }
    let last = speech.text.letter(Int(word.letters) - 1, of: word)
    let before = speech.text.letter(Int(word.letters) - 2, of: word)
    if last == Alphabet.alif { return before == Alphabet.waw }
    return last == Alphabet.ta && ![Alphabet.alif, Alphabet.waw, Alphabet.ya].contains(before)
  }

  /// The verb of saying whose object the target is, with its speaker.
  var governing: (cue: Cue, speaker: Speaker)? {
    let sayings = speech.said.sayings
    let index = speech.said.firstSaying(from: target) - 1
    guard index >= 0, sayings[index].cue.token >= sentence.lowerBound, sayings[index].cue.reports
    else { return nil }
    let phrase = sayings[index].speaker.phrase.tokens
    if phrase.contains(target) { return nil }
    return governs(sayings[index].cue) ? sayings[index] : nil
  }

  private func isGoverned(with condition: Int) -> Bool {
    condition > target && quote == nil && governing != nil
  }

  // MARK: Quotes

  private var targetBytes: ByteRange {
    let token = speech.text.tokens[target]
    return ByteRange(token.originalEnd - 1, token.originalEnd)
  }

  /// The innermost quote that holds the target.
  var quote: Quote? { innermost(targetBytes) }

  private func innermost(_ bytes: ByteRange) -> Quote? {
    speech.quotes(around: target).filter { $0.span.bytes.contains(bytes) }
      .min { $0.span.bytes.count < $1.span.bytes.count }
  }

  private func sameQuote(_ token: Int) -> Bool {
    let start = speech.text.tokens[token].originalStart
    return innermost(ByteRange(start, start + 1))?.span == quote?.span
  }

  /// The attribution phrases of the sentence outside the target's quote, nearest first.
  var attributions: [Attributed] {
    // A sentence without an end is not searched from end to end.
    let first = max(sentence.lowerBound, target - Self.farthest)
    let last = min(sentence.upperBound, target + Self.farthest) - 1
    let start = speech.text.tokens[first].originalStart
    let end = speech.text.tokens[last].originalEnd
    let at = targetBytes.start
    return speech.attributed(from: start, to: end)
      .filter { !$0.attribution.span.bytes.contains(targetBytes) && !isSaying($0) }
      .sorted { distance($0, at) < distance($1, at) }
  }

  private func distance(_ attributed: Attributed, _ at: Int) -> Int {
    abs(attributed.attribution.span.bytes.start - at)
  }

  /// «قال مصدر» attributes by its quote, not by standing in the sentence.
  private func isSaying(_ attributed: Attributed) -> Bool {
    let token = speech.text.tokenIndex(at: attributed.attribution.span.bytes.start)
    return isCue(token)
  }

  func isCue(_ token: Int) -> Bool {
    let index = speech.firstCue(from: token)
    return index < speech.cues.count && speech.cues[index].token == token
  }
}

extension SpeechField {
  /// The operators that begin in a range of tokens.
  func operators(from: Int, to: Int) -> ArraySlice<Operator> {
    let start = operators.firstIndex(sortedBy: \.tokens.lowerBound, from: from)
    let end = operators.firstIndex(sortedBy: \.tokens.lowerBound, from: to)
    return operators[start..<max(start, end)]
  }

  /// The quotes that could hold a token: the few last to begin before it.
  func quotes(around token: Int) -> ArraySlice<Quote> {
    let quotes = said.quotes
    let index = quotes.firstIndex(
      sortedBy: \.span.bytes.start, from: text.tokens[token].originalEnd)
    return quotes[max(0, index - 8)..<min(quotes.count, index + 4)]
  }

  /// The attribution phrases that begin in a range of bytes.
  func attributed(from: Int, to: Int) -> ArraySlice<Attributed> {
    let start = attributed.firstIndex(sortedBy: \.attribution.span.bytes.start, from: from)
    let end = attributed.firstIndex(sortedBy: \.attribution.span.bytes.start, from: to)
    return attributed[start..<max(start, end)]
  }
}

extension Said {
  /// The first verb of saying at or after a token.
  func firstSaying(from token: Int) -> Int {
    sayings.firstIndex(sortedBy: \.cue.token, from: token)
  }
}
