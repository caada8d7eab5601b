internal import ArabicText
internal import Articles

/// Names that a gazetteer knows.
extension EntityField {
  /// Marks the names that stand by themselves; ambiguous ones wait for `findWeakNames`.
  func findNames() {
    var index = 0
    while index < count {
      if !classes(index).isDisjoint(with: .gazetteer), let match = gazetteerMatch(at: index),
        !isWeak(match), addName(match)
      {
        index = match.tokens.upperBound
      } else if let end = addSpelledAgency(at: index) {
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Marks ambiguous names that stand where a name is expected.
  func findWeakNames() {
    for index in 0..<count where !classes(index).isDisjoint(with: .gazetteer) {
      guard !isTaken(index), let match = gazetteerMatch(at: index), isFree(match.tokens),
        let name = names.name(match.id), isExpected(name, match)
      else { continue }
      addName(match)
    }
  }

  /// The longest gazetteer name at a token. Of names equally long those that stand uncut come first (behind a place's
  /// name those that و joins: «الرياض وجدة»), then those that mean nothing else, then bodies, countries, capitals, places.
  func gazetteerMatch(at index: Int) -> TermMatch? {
    guard !classes(index).isDisjoint(with: .gazetteer), !hasTanwin(text.tokens[index]) else {
      return nil
    }
    var best: TermMatch?
    var bestRank = 0
    let joins = firstLetter(index) == Alphabet.waw && index > 0 && isPlaceMention(index - 1)
    for match in terms(at: index) {
      let rank: Int
      switch Knowledge.lexicon(of: match.id) {
      case .organizations: rank = 5
      case .countries: rank = 4
      case .capitals: rank = 3
      case .places: rank = 2
      case .prominentPeople: rank = 1
      default: continue
      }
      let isSure = names.name(match.id)?.isAmbiguous != true || isQuotedMedium(match)
      let score =
        match.tokens.count * 64 + (joins == (match.segmentation.from > 0) ? 32 : 0) + rank
        + (isSure ? 16 : 0)
      if score > bestRank {
        best = match
        bestRank = score
      }
    }
    return best
  }

  /// The name of the gazetteers that begins at a word.
  func gazetteerName(at index: Int) -> NameLexicon.Name? {
    gazetteerMatch(at: index).flatMap { names.name($0.id) }
  }

  /// «لـ«الشرق الأوسط»»: of a place and a newspaper marks hold the newspaper.
  private func isQuotedMedium(_ match: TermMatch) -> Bool {
    guard let name = names.name(match.id), name.isMedia else { return false }
    let open = match.tokens.lowerBound - 1
    return open >= 0 && text.tokens[open].isQuotationMark
      && closes(match.tokens.upperBound, open)
  }

  /// Whether a name wants context: it is another word too, or part of a person's name.
  private func isWeak(_ match: TermMatch) -> Bool {
    guard let name = names.name(match.id) else { return true }
    if name.isAmbiguous { return true }
    let first = match.tokens.lowerBound
    // «بِجَدِّهِ»
    if match.tokens.count == 1, match.segmentation.from > 0, isVocalised(first) { return true }
    if isDoubtfulCut(match, name), !standsUncut(match) { return true }
    // «مصيره» is rather a noun with its pronoun than مصيرة.
    if match.tokens.count == 1, name.standing == .other, name.kind == .geopolitical,
      !name.isProvince,
      lastLetter(of: text.tokens[first]) == 0x647
    {
      return true
    }
    let isPeeled = match.segmentation.from > 0 && !match.segmentation.clitics.contains(.article)
    if isAdjectiveJoined(first), name.standing == .other { return true }
    if match.tokens.count > 1 {
      return isPeeled && whole[first].contains(.function) || isNationalityOfNoun(first)
    }
    // A name with an article of its own is not the common noun with it: «الباحة».
    var rivals: WordClass = [
      .function, name.isProvince || name.kind == .organization ? .plainCommon : .common, .given,
      .measure, .speechVerb, .office,
    ]
    if isPeeled { rivals.formUnion([.surname, .nationality, .head, .honorific]) }
    if name.standing == .country { rivals.subtract([.given, .common, .speechVerb]) }
    // «يقول الحوثيون»; «المسلحون الحوثيون» has the adjective.
    if name.kind == .organization, isShared(first), match.segmentation.from == 0 {
      return first > 0 && isWord(first - 1)
        && !whole[first - 1].isDisjoint(with: [
          .definite, .conjoinedDefinite, .governedDefinite,
        ])
    }
    // «كبيرا» is not «بيرا» behind ك.
    if isPeeled, match.tokens.count == 1, match.segmentation.clitics.contains(.kaf),
      lastLetter(of: text.tokens[first]) == 0x627
    {
      return true
    }
    // «كلاوس شينك» is not «لاوس» behind ك.
    if isPeeled, match.segmentation.clitics.contains(.kaf), isPlainUnknown(match.tokens.upperBound)
    {
      return true
    }
    // «سورية» and «تركية» are adjectives too.
    if whole[first].contains(.nationality), match.tokens.count == 1 {
      return name.standing != .country || !isNounPosition(first, match, name)
    }
    if !whole[first].isDisjoint(with: rivals) { return true }
    // «وبما»
    if isPeeled,
      !peeled[first].isDisjoint(with: [.function, .measure]) || isCommonBehindClitic(first, name)
    {
      return true
    }
    if name.standing != .country, !isPeeled, first > 0, whole[first - 1].contains(.given),
      !isDoubtful(first - 1)
    {
      return true
    }
    return false
  }

  /// «الثقافية والعمرانية»: an adjective that و joins to another.
  private func isAdjectiveJoined(_ index: Int) -> Bool {
    index > 0 && whole[index].contains([.conjoinedDefinite, .relation, .feminine])
      && whole[index - 1].contains([.definite, .relation, .feminine]) && !isTaken(index - 1)
  }

  /// «وزير الدفاع المصري اليوم»: a nationality behind a definite noun belongs to it, not to a newspaper's name.
  func isNationalityOfNoun(_ first: Int) -> Bool {
    first > 0 && whole[first].contains(.nationality) && whole[first - 1].contains(.definite)
      && whole[first - 1].isDisjoint(with: [.head, .nationality]) && !isTaken(first - 1)
  }

  /// «فتور», «كلوي», «باب»: of a word that no lexicon knows ف, ك, or what stands before a bare alif, is rather its own
  /// first letter than a clitic before a lesser place's name.
  func isDoubtfulCut(_ match: TermMatch, _ name: NameLexicon.Name) -> Bool {
    guard match.segmentation.from == 1, match.tokens.count == 1, name.standing == .other,
      name.kind != .person, !name.isProvince,
      case let index = match.tokens.lowerBound,
      whole[index].isDisjoint(with: [.conjoinedDefinite, .governedDefinite])
    else { return false }
    let first = firstLetter(index)
    return first == Alphabet.fa || first == Alphabet.kaf
      || text.tokens[index].letters < 5 && letter(1, of: index) == Alphabet.alif
        && !text.hasHamzaBehindFirst(index)
  }

  /// Whether the name stands elsewhere in the field without the clitic.
  func standsUncut(_ match: TermMatch) -> Bool {
    wordHashes.contains(hashBehindClitic(match.tokens.lowerBound))
  }

  /// A common word behind a clitic; with an article between («بالباحة») a province may be meant.
  func isCommonBehindClitic(_ index: Int, _ name: NameLexicon.Name) -> Bool {
    guard peeled[index].contains(.common) else { return false }
    if name.isProvince, !whole[index].isDisjoint(with: [.conjoinedDefinite, .governedDefinite]) {
      return false
    }
    // «ببريدة» is no «بريد» made feminine; adjectives have a feminine.
    guard firstLetter(index) == Alphabet.ba, !peeled[index].contains(.adjective) else {
      return true
    }
    return terms(at: index).contains { match in
      let clitics = match.segmentation.clitics
      return [.commonWords, .anonymousSources].contains(Knowledge.lexicon(of: match.id))
        && !clitics.isSubset(of: .article) && !clitics.contains(.feminine)
    }
  }
}
