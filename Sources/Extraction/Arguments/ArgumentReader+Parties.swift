internal import ArabicText
public import Articles

extension ArgumentReader {
  /// Members that one list of parties holds at most.
  static let partyLimit = 24

  /// The parties named from a place on: the noun phrase that begins with the first word of `span`, and
  /// those that و joins to it («الرئيس فلان ووزير الخارجية فلان والوفد المرافق»). Empty where no noun
  /// phrase begins there.
  ///
  /// Costs one window for each party.
  public func parties(from span: Span) -> [Mention] {
    let text = analysis.text(span.field).text
    guard !span.bytes.isEmpty else { return [] }
    var at: Int? = text.tokenIndex(at: span.bytes.start)
    var found: [Mention] = []
    while let start = at, found.count < Self.partyLimit, start < text.tokens.count {
      let word = text.tokens[start]
      let place = Span(span.field, ByteRange(word.originalStart, word.originalEnd))
      guard let window = ArgumentWindow(analysis, around: place) else { break }
      let reader = PartyListReader(window)
      guard let phrase = reader.party(at: start, isFirst: found.isEmpty) else { break }
      let sides = reader.phrases.sides(of: phrase)
      found += sides.map { argument($0, in: span.field) }
      at = reader.next(behind: sides[sides.count - 1])
    }
    return found
  }
}

/// Reads a list of parties one by one.
private struct PartyListReader {
  private let window: ArgumentWindow
  let phrases: PartyPhraseReader
  private let shapes: WordShapes

  init(_ window: ArgumentWindow) {
    self.window = window
    phrases = PartyPhraseReader(window)
    shapes = WordShapes(window)
  }

  /// The party at a token; كل من before it is passed over.
  func party(at start: Int, isFirst: Bool) -> PartyPhrase? {
    var at = start
    while at < start + 2, window.mark(at) != 0, window.shortPair(at: at) == nil { at += 1 }
    if window[at].contains(.quantifier), window.isWord(at + 1, .of) { at += 2 }
    return phrases.phrase(at: at, limit: window.tokens.upperBound, isGoverned: isFirst)
  }

  /// Where the next party of the list begins; nil behind the last.
  func next(behind phrase: PartyPhrase) -> Int? {
    var at = endOfName(phrase)
    var steps = 0
    while steps < 6, window.tokens.contains(at) {
      steps += 1
      if window.mark(at) != 0 {
        if let close = window.shortPair(at: at) { at = close }
        at += 1
        continue
      }
      if window.isJoined(at) { return at }
      // The office behind the name: فلان وزير الخارجية.
      guard !window[at].isDisjoint(with: [.office, .honorific]),
        window[at].isDisjoint(with: .proclitic),
        !window.isComma(at - 1),
        let office = phrases.phrase(at: at, limit: window.tokens.upperBound)
      else { return nil }
      at = max(at + 1, office.tokens.upperBound)
    }
    return nil
  }

  /// One past the name and the words of its office.
  private func endOfName(_ phrase: PartyPhrase) -> Int {
    guard phrase.isName, let index = phrase.entity,
      let role = window.analysis.entities[index].role?.span, !role.bytes.isEmpty
    else { return phrase.tokens.upperBound }
    return max(phrase.tokens.upperBound, window.text.tokenIndex(at: role.bytes.end - 1) + 1)
  }
}
