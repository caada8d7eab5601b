internal import ArabicText

/// Where a source without a name ends, and where it goes on.
extension SubjectReader {
  /// «أفادت مصادر بسقوط جرحى», «أعلنت مصادر طبية وفاة جريح»: what a nameless source tells, behind a verb that takes it.
  func isToldOf(_ token: Int, by first: Int) -> Bool {
    guard !takes.isEmpty,
      !traits(first).isDisjoint(with: [.namelessSource, .namelessPerson, .media]),
      !isEntity(token)
    else { return false }
    return isTold(behindBa: token)
      || takes.contains(.object) && isTold(behindAdjective: token, of: first)
  }

  /// A common noun behind ب that is no place of work: «بسقوط», not «بوزارة».
  private func isTold(behindBa token: Int) -> Bool {
    guard takes.contains(.bi), !traits(token).contains(.article),
      traits(token).isDisjoint(with: [.organization, .place, .titledThing, .media, .office])
    else { return false }
    var isNoun = false
    for match in speech.field.terms(at: token) {
      let isCounted = Knowledge.lexicon(of: match.id) == .countables
      if match.segmentation.from == 0 && !isCounted || Knowledge.lexicon(of: match.id) == .orgHeads
      {
        return false
      }
      isNoun =
        isNoun
        || Knowledge.lexicon(of: match.id) == .commonWords
          && match.segmentation.clitics == .ba
    }
    return isNoun
  }

  /// A noun behind an adjective of the source, or behind words that are one term: «شهود عيان». Of «رفيع المستوى» the
  /// second word belongs to the first, of «وزير خارجية كذا» the third to the second.
  private func isTold(behindAdjective token: Int, of first: Int) -> Bool {
    guard
      isCommonNoun(token)
        || traits(token).contains(.article) && isCommonNoun(token, allowing: .article),
      !isCommonAdjective(token), !speech.isWord(token - 1, .partOfAdjective),
      traits(token).isDisjoint(with: [
        .proclitic, .preposition, .coordinated, .nationality, .sourceAdjective, .office, .time,
        .timeUnit, .organization, .namelessSource, .namelessPerson, .media, .withheldName,
      ])
    else { return false }
    return !traits(token - 1).isDisjoint(with: [.sourceAdjective, .nationality])
      || isCommonAdjective(token - 1) && !(isTitle(first) && token == first + 2) || endsTerm(token)
  }

  /// Whether a source of two words in the lexicon ends before a token.
  private func endsTerm(_ token: Int) -> Bool {
    token > 1
      && speech.field.terms(at: token - 2).contains {
        Knowledge.lexicon(of: $0.id) == .anonymousSources && $0.tokens.upperBound == token
      }
  }

  /// «مصادر مقربة من «الهدف»», «مسؤولون في «الهدف»», and behind a phrase that attributes «مصادر «الهدف»»: marks around a name.
  func opensWhere(_ open: Int, behind first: Int) -> Bool {
    let before = open - 1
    if takes.isEmpty, traits(before).contains(.namelessSource) { return true }
    return before > first && speech.text.tokens[before].isWord
      && traits(before).contains(.preposition)
  }

  /// «البيان الصادر عن الوزارة»: the preposition behind such a word belongs to it.
  func isIssued(_ token: Int) -> Bool { speech.isWord(token, .issued) }
}
