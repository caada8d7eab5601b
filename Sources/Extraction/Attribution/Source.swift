internal import ArabicText
internal import Articles

/// A source that the text has named.
struct Source: Sendable, Equatable {
  enum Kind: Sendable {
    case person
    case agency
    case statement
    /// A source without a name.
    case nameless
    case other
  }

  var span: Span
  var kind: Kind
  var isAnonymous: Bool
}

/// The sources of a field in the order in which they were named, the last few of them.
struct SourceRegister: Sendable {
  private var recent: [Source] = []
  private static let depth = 8

  var last: Source? { recent.last }

  mutating func note(_ source: Source) {
    if recent.last == source { return }
    if recent.count == Self.depth { recent.removeFirst() }
    recent.append(source)
  }

  /// What "the same source" points back to: the last of its kind, else the last of any.
  func resolve(_ kind: ReportingLexicon.SameSource) -> Source? {
    let fits: (Source) -> Bool
    switch kind {
    case .source, .definite: fits = { $0.kind == .nameless }
    case .person: fits = { $0.kind == .person || $0.kind == .nameless }
    case .agency: fits = { $0.kind == .agency }
    case .statement: fits = { $0.kind == .statement }
    }
    // "The same source" may be whatever was quoted last; a sentence or two back a nameless one.
    if kind == .source, let last, last.kind != .person { return last }
    return recent.last(where: fits) ?? recent.last
  }
}

/// Says what kind of source a noun phrase is.
struct SourceJudge {
  private let speech: SpeechField

  init(_ speech: SpeechField) { self.speech = speech }

  func source(_ phrase: NounPhrase) -> Source {
    Source(
      span: span(phrase), kind: kind(phrase), isAnonymous: isAnonymous(phrase))
  }

  /// The words of a source, without a ل written with them (but for the article's: للوزارة).
  private func span(_ phrase: NounPhrase) -> Span {
    var span = speech.span(ofTokens: phrase.spoken)
    let first = phrase.spoken.lowerBound
    let token = speech.text.tokens[first]
    let isLam = speech.text.letter(0, of: token) == Alphabet.lam
    let isMerged = speech.text.letter(1, of: token) == Alphabet.lam
    if isLam, !isMerged, first > 0,
      speech.traits[first].contains(.proclitic) || followsLamPhrase(first)
    {
      span.bytes.start = speech.text.originalOffset(ofLetter: 1, in: token)
    }
    return span
  }

  private func followsLamPhrase(_ token: Int) -> Bool {
    speech.field.terms(at: token - 1).contains {
      Knowledge.lexicon(of: $0.id) == .attributionPhrases
        && speech.knowledge.reporting.phraseTakesLam[Knowledge.row(of: $0.id)]
        && $0.tokens.upperBound == token
    }
  }

  private func head(_ phrase: NounPhrase) -> TokenTraits { speech.traits[phrase.tokens.lowerBound] }

  private func kind(_ phrase: NounPhrase) -> Source.Kind {
    if phrase.name != nil { return .person }
    let head = head(phrase)
    if head.contains(.namelessSource) { return .nameless }
    if !head.isDisjoint(with: [.media, .organization, .place]) { return .agency }
    if head.contains(.speechNoun) { return .statement }
    if !head.isDisjoint(with: [.office, .namelessPerson, .honorific]) { return .person }
    return .other
  }

  /// No name, and a noun that keeps it back: مصدر, شهود عيان, مسؤول كبير, تقارير.
  func isAnonymous(_ phrase: NounPhrase) -> Bool {
    if phrase.name != nil { return false }
    let head = headNoun(phrase)
    let traits = speech.traits[head]
    if traits.contains(.sameSource) { return false }
    if !traits.isDisjoint(with: [.namelessSource, .media]) { return true }
    guard traits.contains(.namelessPerson) else { return false }
    let end = min(phrase.tokens.upperBound + 6, speech.traits.count)
    if (head..<end).contains(where: { speech.traits[$0].contains(.withheldName) }) { return true }
    // Of «أحد المسؤولين» the article is that of the many.
    let isOneOfMany = head > phrase.tokens.lowerBound
    return (isOneOfMany || !isDefinite(head, phrase.tokens.upperBound))
      && !phrase.tokens.contains { speech.isWord($0, .ofOffice) } && !isSpokesman(phrase)
  }

  /// «ناطق بلسان الجيش»: who speaks for a body.
  private func isSpokesman(_ phrase: NounPhrase) -> Bool {
    let next = phrase.tokens.upperBound
    return next < speech.traits.count
      && (speech.isWord(next, .ofOffice)
        || speech.traits[next].contains(.attribution)
          && speech.traits[phrase.tokens.lowerBound].contains(.office))
  }

  /// The noun that says who it is, behind how many: ثلاثة مسؤولين، عدد من الخبراء، أحد السكان.
  private func headNoun(_ phrase: NounPhrase) -> Int {
    let counts = LexiconSet(.numbers)
    var head = phrase.tokens.lowerBound
    while head + 1 < phrase.tokens.upperBound, head < phrase.tokens.lowerBound + 2,
      speech.traits[head].contains(.quantifier) || speech.terms.has(counts, at: head)
        || head > phrase.tokens.lowerBound && speech.isWord(head, .of)
    {
      head += 1
    }
    return speech.traits[head].isDisjoint(with: [.namelessPerson, .namelessSource, .media])
      ? phrase.tokens.lowerBound : head
  }

  /// «عضو المكتب السياسي», «مسؤول حماس»: an office that one holds, though no name stands beside it.
  private func isDefinite(_ head: Int, _ end: Int) -> Bool {
    if speech.traits[head].contains(.article) { return true }
    for token in head + 1..<max(head + 1, end) {
      let traits = speech.traits[token]
      // «وزير المالية»: المالية is no Malian here.
      if traits.contains(.article), traits.isDisjoint(with: [.proclitic, .coordinated]) {
        return true
      }
      guard speech.text.tokens[token].kind == .word,
        traits.isDisjoint(with: [
          .preposition, .proclitic, .coordinated, .nationality, .sourceAdjective, .relative,
          .particle,
        ])
      else { return false }
      if speech.isNamed(token) { return true }
    }
    return false
  }

  func isSameSource(_ phrase: NounPhrase) -> Bool {
    head(phrase).contains(.sameSource) || isReflexive(phrase)
  }

  /// «المصادر الطبية ذاتها»: a definite noun that ends in a word for "the same".
  private func isReflexive(_ phrase: NounPhrase) -> Bool {
    guard let last = phrase.tokens.last, phrase.tokens.count > 1, head(phrase).contains(.article)
    else { return false }
    return speech.isWord(last, .reflexive)
  }

  /// "The same source", and of which kind.
  func sameSource(_ phrase: NounPhrase) -> ReportingLexicon.SameSource? {
    for match in speech.field.terms(at: phrase.tokens.lowerBound)
    where Knowledge.lexicon(of: match.id) == .sameSource {
      let kind = speech.knowledge.reporting.sameSources[Knowledge.row(of: match.id)]
      if kind == .definite, phrase.tokens.count > 1 { continue }
      return kind
    }
    guard isReflexive(phrase) else { return nil }
    switch kind(phrase) {
    case .agency: return .agency
    case .statement: return .statement
    case .person: return .person
    case .nameless, .other: return .source
    }
  }

  /// Whether the phrase is a person, a body, a medium or a statement.
  func isSource(_ phrase: NounPhrase) -> Bool {
    if phrase.name != nil { return true }
    let index = speech.firstEntity(from: phrase.tokens.lowerBound)
    if index < speech.entities.count, speech.entities[index].tokens.overlaps(phrase.tokens),
      speech.entities[index].kind == .person || speech.entities[index].kind == .organization
    {
      return true
    }
    return !head(phrase).isDisjoint(with: [
      .namelessSource, .namelessPerson, .media, .sameSource, .speechNoun, .organization, .office,
      .honorific, .personName,
    ])
  }

  /// Not a measure, a time or a thing that nobody could quote.
  func couldSpeak(_ phrase: NounPhrase) -> Bool {
    head(phrase).isDisjoint(with: [.time, .quantifier, .demonstrative, .nationality])
  }
}
