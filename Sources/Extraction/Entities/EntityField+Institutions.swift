internal import ArabicText
internal import Articles

/// Institutions, which become names with a nationality: «الجيش التركي», «الخارجية المصرية».
extension EntityField {
  /// «الجيش التركي», «الخارجية المصرية», «مجلس النواب».
  func readInstitution(at index: Int) -> Int? {
    guard classes(index).contains(.institution) else { return nil }
    let match = longest(at: index) { match, lexicon in
      lexicon == .institutions
        && !self.names.institutions[Knowledge.row(of: match.id)].isPortfolio
        && !match.segmentation.clitics.contains(.pronoun)
    }
    guard let match, isFree(match.tokens) else { return nil }
    let institution = names.institutions[Knowledge.row(of: match.id)]
    var end = match.tokens.upperBound
    var country: String?
    var adjectives = end
    let limit = min(count, end + 3)
    while adjectives < limit, isBodyAdjective(adjectives), agrees(adjectives, with: match) {
      adjectives += 1
      if let nationality = nationality(at: adjectives - 1) {
        country = nationality.isCountry ? nationality.code : country
        end = adjectives
      }
    }
    let hasNationality = end > match.tokens.upperBound
    if !hasNationality {
      guard match.tokens.count > 1, !institution.isGeneric, classes(index).contains(.head) else {
        return nil
      }
    } else if institution.isGeneric || isAdjectivePosition(match)
      || institution.isGovernment && isGoverned(match)
    {
      return nil
    }
    var head = match
    if match.segmentation.from == 0, let agency = agency(before: index) { head = agency }
    return addBody(
      head, head.tokens.lowerBound..<end, .organization, country: country,
      suffix: institution.suffix)
  }

  /// «قوات الأمن»: no name even with a nationality.
  func isGenericInstitution(at index: Int) -> Bool {
    guard classes(index).contains(.institution) else { return false }
    let match = longest(at: index) { _, lexicon in lexicon == .institutions }
    return match.map {
      names.institutions[Knowledge.row(of: $0.id)].isGeneric && $0.tokens.count > 1
    }
      ?? false
  }

  /// «أجهزة الاستخبارات», «قيادة الجيش»
  func agency(before index: Int) -> TermMatch? {
    guard index > 0, !isTaken(index - 1), has(.agency, at: index - 1) else { return nil }
    let match = headMatch(at: index - 1)
    return match.flatMap { isDefiniteHead($0) || $0.tokens.count > 1 ? nil : $0 }
  }

  /// The nationality behind an institution may be its holder's: «وزير الخارجية المصري», «رئيس
  /// المخابرات الوطنية التركيين».
  private func agrees(_ adjective: Int, with match: TermMatch) -> Bool {
    guard isNationality(adjective) else { return true }
    let noun = match.tokens.upperBound - 1
    if isShared(adjective) { return false }
    let isFeminine = whole[adjective].contains(.feminine)
    // «وكالة الأنباء البحرينية» agrees with its first noun.
    return whole[noun].contains(.feminine) == isFeminine
      || isFeminine && whole[match.tokens.lowerBound].contains(.feminine)
      || isPluralNoun(match.tokens.lowerBound)
  }

  /// Nouns in ات take a feminine adjective.
  private func isPluralNoun(_ index: Int) -> Bool { lastLetter(of: text.tokens[index]) == 0x62A }

  /// A nationality of two or several.
  func isShared(_ index: Int) -> Bool {
    for match in terms(at: index)
    where match.id >> 24 == UInt32(Lexicon.nationalities.rawValue) {
      return namesSeveral(match, names.nationalities[Knowledge.row(of: match.id)].several)
    }
    return false
  }

  /// «وزير الدفاع الأمريكي»: the word is the office's portfolio.
  private func isGoverned(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    return first > 0 && match.segmentation.from == 0 && classes(first - 1).contains(.office)
  }

  /// «السياسة الخارجية المصرية»: the word is an adjective of the noun before it.
  private func isAdjectivePosition(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    guard match.tokens.count == 1, match.segmentation.from == 0, first > 0 else { return false }
    return whole[first].contains(.feminine) && isWord(first - 1)
      && !whole[first - 1].isDisjoint(with: [.definite, .conjoinedDefinite, .governedDefinite])
  }

  func nationality(at index: Int) -> NameLexicon.Nationality? {
    guard index < count, classes(index).contains(.nationality) else { return nil }
    for match in terms(at: index)
    where match.id >> 24 == UInt32(Lexicon.nationalities.rawValue) {
      return names.nationalities[Knowledge.row(of: match.id)]
    }
    return nil
  }
}
