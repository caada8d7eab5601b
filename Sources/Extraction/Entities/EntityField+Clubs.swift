internal import ArabicText

/// Clubs of an article about sport, whose names are mostly words and towns: «الشباب», «برشلونة».
extension EntityField {
  /// Marks the clubs whose place in the sentence speaks for them, then those same names, and names
  /// that are no common words, wherever a club may stand.
  func findClubs() {
    var known = firstWordsOfClubs
    for index in 0..<count {
      guard let match = clubMatch(at: index), isBesideSport(match) else { continue }
      known.insert(text.stemHash(of: match))
      addName(match)
    }
    for index in 0..<count where !isTaken(index) {
      guard let match = clubMatch(at: index), mayBeClub(match),
        known.contains(text.stemHash(of: match)) || isKnownAsClub(match) || isJoined(match)
      else { continue }
      addName(match)
    }
  }

  private static let article = TermHash.hash("ال")

  /// «ريال» of «ريال مدريد»: by its first word a club is called again, with the article as without.
  private var firstWordsOfClubs: Set<UInt64> {
    var words: Set<UInt64> = []
    for index in 0..<count where whole[index].contains(.organization) {
      let match = longest(at: index) { match, lexicon in
        lexicon == .organizations && match.segmentation.from == 0
          && self.names.name(match.id)?.isClub == true
      }
      if let match, match.tokens.count > 1 {
        words.insert(text.tokens[index].hash)
        words.insert(
          TermHash.behind(
            Self.article, text.tokens[index].hash, letters: Int(text.tokens[index].letters)))
      }
    }
    return words
  }

  /// A club's name of one word that wants context.
  func clubMatch(at index: Int) -> TermMatch? {
    guard classes(index).contains(.organization) else { return nil }
    let match = longest(at: index) { match, lexicon in
      lexicon == .organizations && self.names.name(match.id)?.isClub == true
    }
    guard let match, match.tokens.count == 1, names.name(match.id)?.isAmbiguous == true else {
      return nil
    }
    return match
  }

  /// No common word and no region; a town with a club of its name is here oftener the club.
  private func isKnownAsClub(_ match: TermMatch) -> Bool {
    let index = match.tokens.lowerBound
    guard classes(index).isDisjoint(with: Self.otherMeanings) else { return false }
    return !isTown(index)
      || gazetteerName(at: index)?.isProvince != true
  }

  private static let otherMeanings: WordClass = [
    .common, .country, .capital, .office, .given, .measure, .head, .nationality, .function,
    .honorific,
  ]

  /// «لاعب الشباب», «شقيقه الوطني», «الخليج × الشعلة», «الاتفاق والفتح» behind a club.
  private func isBesideSport(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    guard mayBeClub(match) else { return false }
    if isVersus(first - 1) || isVersus(first + 1) { return true }
    guard first > 0 else { return false }
    if match.segmentation.from == 0 || match.segmentation.clitics == .article {
      return has(.sport, at: first - 1) || has(.rival, at: first - 1)
    }
    return isJoined(match)
  }

  /// «الاتفاق والفتح»
  private func isJoined(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    return match.segmentation.clitics.contains(.conjunction) && isTaken(first - 1)
  }

  private func isVersus(_ index: Int) -> Bool { mark(index) == 0xD7 }

  /// Whether the words around leave room for a club.
  private func mayBeClub(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    let next = match.tokens.upperBound
    // «العين الإماراتي»
    let isOfNation =
      isNationality(next) && !isTaken(next)
      && headMatch(at: first).map { head($0).kind == .organization } != true
      && names.name(match.id).flatMap(names.homeland) == nationality(at: next)?.code
    // «الاتحاد الدولي», «الشباب المسلم»
    if !isOfNation, whole[next].contains(.definite), !isTaken(next),
      isBodyAdjective(next) && !whole[first].isDisjoint(with: [.head, .common])
        || whole[next].contains([.definite, .adjective])
    {
      return false
    }
    if match.segmentation.clitics.contains(.ba), isTown(first) { return false }
    guard first > 0, isWord(first - 1) else {
      return first == 0 || text.tokens[first - 1].kind != .number
    }
    let before = first - 1
    if isOfNation || has(.sport, at: before) || has(.rival, at: before) { return true }
    // «الدعم للوفاق»
    if match.segmentation.clitics.contains(.lam), whole[first].contains(.governedDefinite),
      !isTown(first)
    {
      return true
    }
    if isTown(first), context(before: first) == .place || headMatch(at: before) != nil {
      return false
    }
    // «المنتخب الوطني», «فئة الشباب»
    if whole[before].contains(.definite) { return !whole[first].contains(.relation) }
    return whole[before].isDisjoint(with: [.common, .measure])
      || !whole[before].isDisjoint(with: [.verb, .function, .office, .speechVerb])
  }

  private func isTown(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.place, .capital, .country])
      && terms(at: index).contains { match in
        match.tokens.count == 1
          && [.places, .capitals, .countries].contains(Knowledge.lexicon(of: match.id))
      }
  }
}
