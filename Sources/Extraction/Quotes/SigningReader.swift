internal import ArabicText

/// Tells توقع "signs" of a feminine subject from توقع "expected", which are written alike.
struct SigningReader {
  let field: FieldText
  let traits: [TokenTraits]
  let complementisers: [Complementiser]
  let named: NamedTokens

  /// So many words at most may stand between the verb and what is signed.
  private static let reach = 12

  /// Right before what is signed, behind أن with none of its own, or with a feminine subject and what it signs: of a
  /// feminine "expected" is توقعت.
  func isSigning(_ token: Int) -> Bool {
    guard field.isWord(token, .signing) else { return false }
    if field.isWord(token + 1, .signed) || isBehindBareAnna(token) { return true }
    if let subject = feminineSubject(behind: token), hasSigned(from: subject.upperBound) {
      return true
    }
    return endsFeminine(token) && hasSigned(from: token + 1)
  }

  private func isBehindBareAnna(_ token: Int) -> Bool {
    guard token > 0, !complementisers[token - 1].isEmpty,
      !complementisers[token - 1].contains(.pronoun)
    else { return false }
    return complementisers[(token + 1)...].prefix(8).allSatisfy(\.isEmpty)
  }

  // MARK: The subject

  /// «توقع اليوم شركة النور …»: a feminine noun behind the verb, or the name that it opens.
  private func feminineSubject(behind token: Int) -> Range<Int>? {
    var first = token + 1
    while traits.indices.contains(first), traits[first].contains(.time) { first += 1 }
    guard first < traits.count else { return nil }
    if let entity = named.entity(at: first) { return isFeminine(entity) ? entity.tokens : nil }
    return field.text.tokens[first].endsInTaMarbuta ? first..<first + 1 : nil
  }

  /// «شركة النور توقع …»: a feminine name right before the verb.
  private func endsFeminine(_ token: Int) -> Bool {
    guard let before = named.entity(at: token - 1), before.tokens.upperBound == token else {
      return false
    }
    return isFeminine(before)
  }

  /// A body whose class noun ends in ة or that has none, and a country but for the few that are masculine.
  private func isFeminine(_ entity: Entity) -> Bool {
    let first = entity.tokens.lowerBound
    switch entity.kind {
    case .person: return false
    case .geopolitical: return !field.isWord(first, .masculine)
    default:
      return field.text.tokens[first].endsInTaMarbuta
        || !field.termTable.has(LexiconSet(.orgHeads), at: first)
    }
  }

  // MARK: What is signed

  /// Whether something that is signed stands among the next words of the clause.
  private func hasSigned(from start: Int) -> Bool {
    for index in start..<max(start, min(start + Self.reach, traits.count)) {
      if field.isWord(index, .signed) || field.isWord(index, .signable), isObject(index) {
        return true
      }
      let isOpen = field.text.tokens[index].isWord || named.isNamed(index)
      guard isOpen, complementisers[index].isEmpty, !traits[index].contains(.relative) else {
        return false
      }
    }
    return false
  }

  /// In the accusative by its ending («عقدا»), behind what takes no genitive («شركة النور اتفاقية», no «زيادة صفقات»), or
  /// behind على.
  private func isObject(_ index: Int) -> Bool {
    let word = field.text.tokens[index]
    if field.text.letter(Int(word.letters) - 1, of: word) == Alphabet.alif { return true }
    return !traits[index - 1].isDisjoint(with: [.article, .time, .place, .nationality])
      || field.isWord(index - 1, .on) || named.isNamed(index - 1)
  }
}
