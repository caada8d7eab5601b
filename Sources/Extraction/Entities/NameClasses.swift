internal import ArabicText

/// What each token of a field may be to names, by the lexicons and its letters.
struct NameClasses {
  /// As it stands; an article of its own counts as standing. Some empty places behind the last token save asking for
  /// the end.
  let whole: [WordClass]
  /// Once clitics are peeled off.
  let peeled: [WordClass]
  /// How many terms speak of sport.
  let sportWords: Int

  private static let slack = 8

  init(_ field: FieldText) {
    let count = field.text.tokens.count + Self.slack
    var whole = [WordClass](repeating: [], count: count)
    var peeled = [WordClass](repeating: [], count: count)
    sportWords = Self.read(field, into: &whole, &peeled)
    self.whole = whole
    self.peeled = peeled
  }

  /// - Returns: how many terms speak of sport.
  private static func read(
    _ field: FieldText, into whole: inout [WordClass], _ peeled: inout [WordClass]
  ) -> Int {
    var standing = whole.mutableSpan
    var cut = peeled.mutableSpan
    field.text.forEachArabicWord { standing[$0] = WordClass($1) }
    let tokens = field.text.tokens
    let facts = field.knowledge.facts
    var sportWords = 0
    for match in field.termTable.matches {
      let token = match.tokens.lowerBound
      if tokens[token].kind != .word { continue }
      let fact = facts[match.id]
      let clitics = match.segmentation.clitics
      if clitics.isSubset(of: .article) {
        standing[token].formUnion(clitics.isEmpty ? fact.standing.union(fact.bare) : fact.standing)
      } else {
        cut[token].formUnion(fact.names)
      }
      if fact.conditions.contains(.isOfSport) { sportWords += 1 }
    }
    for token in field.text.tokens.indices {
      // «ألفارو» has no article, which takes no hamza.
      if standing[token].contains(.definite), field.text.hasHamzaOnFirst(token) {
        standing[token].subtract(.definite)
      }
    }
    for token in field.text.tokens.indices
    where standing[token].contains(.cliticLetter) && !standing[token].isDisjoint(with: .names)
      && field.text.hasHamzaBehindFirst(token)
    {
      // «بأول» is no «باول».
      standing[token].subtract(.names)
    }
    return sportWords
  }
}

extension TokenizedText {
  /// Whether a word's first letter is an alif written with its hamza or madda, which is no article's: «ألمانية».
  func hasHamzaOnFirst(_ index: Int) -> Bool {
    hasAlif(at: tokens[index].originalStart, of: index) { [0xA2, 0xA3, 0xA5].contains($0) }
  }

  /// Whether a word begins with آ, folded like another alif: «آبي» is no «أبي».
  func hasMaddaFirst(_ index: Int) -> Bool {
    hasAlif(at: tokens[index].originalStart, of: index) { $0 == 0xA2 }
  }

  /// Whether a word's second letter is an alif written with its hamza: what stands before it is then a clitic, not the
  /// name's first letter.
  func hasHamzaBehindFirst(_ index: Int) -> Bool {
    hasAlif(at: originalOffset(ofLetter: 1, in: tokens[index]), of: index) {
      [0xA2, 0xA3, 0xA5].contains($0)
    }
  }

  /// Whether the letter of a word at a byte is an alif of some, told apart by their second byte.
  @inline(__always)
  private func hasAlif(at start: Int, of index: Int, _ isMeant: (UInt8) -> Bool) -> Bool {
    start + 1 < tokens[index].originalEnd && bytes[start] == 0xD8 && isMeant(bytes[start + 1])
  }
}
