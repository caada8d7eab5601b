internal import ArabicText
internal import Articles

/// Reads how a span is asserted (polarity, modality) and who says it.
///
/// Operators bind what follows them within their clause: a negation the next predicate, a modal word
/// also what its أن opens, a verb of denying or asking all that it governs; a condition makes both its
/// clauses conditional. Clauses end at marks, at relative pronouns and at coordinated verbs.
struct AssertionReader {
  private let analysis: Analysis
  /// Operators further off are not looked at, in tokens.
  private static let farthest = 40

  init(_ analysis: Analysis) { self.analysis = analysis }

  func assertion(of span: Span) -> Assertion {
    let speech = analysis.speech(span.field)
    let token = speech.text.tokenIndex(at: span.bytes.start)
    guard token < speech.text.tokens.count,
      let sentence = speech.field.sentence(ofToken: token)
    else { return Assertion() }
    let clause = Clause(
      speech: speech, sentence: speech.field.sentences[sentence].tokens, target: token,
      isCut: isCut(span, speech.text, token))
    var polarity = Assertion.Polarity.asserted
    var modality = Assertion.Modality.fact
    for found in operators(around: token, clause) {
      let effect = clause.effect(of: found)
      if let new = effect.polarity, polarity != .denied { polarity = new }
      if let new = effect.modality, new.rank > modality.rank { modality = new }
    }
    if clause.isCalledFalse { polarity = .denied }
    // «سترد على أي خرق»: nobody says that there is one.
    if polarity == .asserted, speech.field.isAnyOne(token) { modality = .conditional }
    if modality == .fact, speech.isFuture(token) { modality = .future }
    let (source, isClaim) = source(of: token, clause)
    if isClaim, modality == .fact { modality = .report }
    return Assertion(polarity: polarity, modality: modality, source: source)
  }

  /// Whether a conjunction was cut off the word, not a preposition: ب in «طالب بإقالة» begins no clause.
  private func isCut(_ span: Span, _ text: TokenizedText, _ token: Int) -> Bool {
    let word = text.tokens[token]
    let first = text.letter(0, of: word)
    return span.bytes.start > word.originalStart
      && (!word.isArabic || first == Alphabet.waw || first == Alphabet.fa)
  }

  private func operators(around token: Int, _ clause: Clause) -> ArraySlice<Operator> {
    clause.speech.operators(
      from: max(clause.sentence.lowerBound, token - Self.farthest),
      to: min(clause.sentence.upperBound, token + Self.farthest))
  }

  /// Whose words they are: the innermost quote's speaker, else that of the verb that governs them,
  /// else the attribution phrase of the sentence. The flag: the article keeps its distance.
  private func source(of token: Int, _ clause: Clause) -> (source: Span?, isClaim: Bool) {
    let speech = clause.speech
    let claimed = claimedAttribution(clause)
    if let quote = clause.quote, let speaker = quote.speaker { return (speaker, claimed != nil) }
    if let saying = clause.governing, !saying.speaker.phrase.spoken.isEmpty {
      let isClaim = saying.cue.act == .claim || claimed != nil
      return (speech.span(ofTokens: saying.speaker.phrase.spoken), isClaim)
    }
    let attribution = claimed ?? clause.attributions.first
    return (attribution?.attribution.source, claimed != nil)
  }

  private func claimedAttribution(_ clause: Clause) -> Attributed? {
    clause.attributions.first { $0.isClaim }
  }
}

extension Assertion.Modality {
  /// The stronger hides the weaker.
  fileprivate var rank: Int {
    switch self {
    case .fact: 0
    case .report: 1
    case .future: 2
    case .wish: 3
    case .conditional: 4
    }
  }
}
