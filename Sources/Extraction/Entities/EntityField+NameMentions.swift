internal import ArabicText
internal import Articles

/// Mentions of the names that a gazetteer knows.
extension EntityField {
  /// Adds a gazetteer's name unless one of its words belongs to another.
  @discardableResult
  func addName(_ match: TermMatch) -> Bool {
    guard let name = names.name(match.id) else { return false }
    // People need their offices read: they are left to `findPeople`.
    if name.kind == .person { return false }
    var tokens = match.tokens
    guard isFree(tokens) else { return false }
    if name.kind == .organization, let bracket = tokens.first(where: { mark($0) == 0x28 }),
      bracket > tokens.lowerBound + 1
    {
      return addWithAcronym(match, name, bracket)
    }
    // «روما الإيطالي»
    if name.isClub, tokens.count > 1, isNationality(tokens.upperBound - 1),
      headMatch(at: tokens.lowerBound) == nil
    {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    var start = start(of: match)
    var kind = name.kind
    var nation: Range<Int>?
    if name.kind == .organization || name.kind == .facility {
      tokens = growBody(tokens, name)
      // «مديرية الدفاع المدني بمنطقة كذا»: bodies that end in their district are read when places are known.
      if match.segmentation.from == 0, !name.isBrand,
        let agency = agency(before: tokens.lowerBound),
        !(name.isStateBody && has(.local, at: agency.tokens.lowerBound))
      {
        tokens = agency.tokens.lowerBound..<tokens.upperBound
        start = self.start(of: agency)
      } else if !name.isClub, let own = ownNationality(behind: tokens) {
        nation = own
        tokens = tokens.lowerBound..<own.upperBound
      }
    } else if name.standing == .other, let bare = withoutClassNoun(match) {
      tokens = bare
      start = text.tokens[bare.lowerBound].originalStart
    } else if name.standing == .country || name.kind == .geopolitical {
      if let head = stateHead(before: match) {
        tokens = head.tokens.lowerBound..<tokens.upperBound
        start = self.start(of: head)
        kind = .geopolitical
      }
    }
    if name.standing == .metonym, kind == .facility, context(before: tokens.lowerBound) != .place {
      kind = .organization
    }
    var mention = mention(of: name, tokens, from: start, kind)
    mention.nationality = nation
    if name.kind == .organization {
      let end = tokens.upperBound
      // The adjective may be among the words that the name has taken in.
      for index in (end > match.tokens.upperBound ? end - 1 : end)...end
      where isOfOtherNation(index, name) {
        addOfOtherNation(mention, name, nationality(at: index)?.code)
        return true
      }
    }
    switch name.standing {
    case .seat: mention.isSeat = !name.code.isEmpty
    default: mention.code = name.code.isEmpty ? nil : name.code
    }
    add(mention)
    return true
  }

  /// The mention of a gazetteer's name, its code left open.
  private func mention(
    of name: NameLexicon.Name, _ tokens: Range<Int>, from start: Int, _ kind: Entity.Kind
  ) -> NameMention {
    var mention = NameMention(
      tokens, ByteRange(start, text.tokens[tokens.upperBound - 1].originalEnd), kind)
    mention.identity = name.identity
    mention.country = name.country.isEmpty ? nil : name.country
    return mention
  }

  /// «الاتحاد الدولي لكرة القدم (فيفا)»: the name and the one in brackets are two mentions of one body.
  private func addWithAcronym(_ match: TermMatch, _ name: NameLexicon.Name, _ bracket: Int) -> Bool
  {
    let tokens = match.tokens
    for part in [tokens.lowerBound..<bracket, bracket + 1..<tokens.upperBound] where !part.isEmpty {
      let from =
        part.lowerBound == tokens.lowerBound
        ? start(of: match) : text.tokens[part.lowerBound].originalStart
      var mention = mention(of: name, part, from: from, name.kind)
      mention.code = name.code.isEmpty ? nil : name.code
      add(mention)
    }
    return true
  }

  /// «جمهورية» and its like before a country's name belong to it.
  private func stateHead(before match: TermMatch) -> TermMatch? {
    let index = match.tokens.lowerBound - 1
    guard index >= 0, match.segmentation.from == 0, !isTaken(index), has(.state, at: index) else {
      return nil
    }
    return longest(at: index) { _, lexicon in lexicon == .nameWords }
  }

  /// «منطقة الرياض»: the class noun of a place stands outside its name.
  private func withoutClassNoun(_ match: TermMatch) -> Range<Int>? {
    let first = match.tokens.lowerBound
    // «بالعاصمة المقدسة» keeps its noun.
    guard match.tokens.count > 1,
      whole[first].isDisjoint(with: [.conjoinedDefinite, .governedDefinite]),
      let noun = headMatch(at: first), head(noun).kind == .place,
      !isDefiniteHead(noun), !has(.state, at: first), !has(.placepart, at: first),
      noun.tokens.upperBound < match.tokens.upperBound,
      isWord(noun.tokens.upperBound)
    else { return nil }
    // «منطقة اليورو» is no place without its noun.
    if whole[noun.tokens.upperBound].contains(.measure) { return nil }
    return noun.tokens.upperBound..<match.tokens.upperBound
  }

  /// An organisation's quotation marks and nationality: «تنظيم «داعش»».
  private func growBody(_ tokens: Range<Int>, _ name: NameLexicon.Name) -> Range<Int> {
    var end = tokens.upperBound
    // «حزب الله» اللبناني: the name ends with its marks.
    if let first = tokens.first(where: { mark($0) != 0 }), !isOpening(first),
      closes(first, tokens.lowerBound - 1)
    {
      return tokens.lowerBound..<first
    }
    // A phrase may run into marks without their end: تنظيم «داعش».
    for index in tokens where isOpening(index) {
      var close = end
      while close <= index + 4, isWord(close), !isTaken(close) { close += 1 }
      if closes(close, index) { return tokens.lowerBound..<close + 1 }
    }
    // «مستشفى الملك فهد التخصصي»: a building's adjective follows a person's name as well.
    guard tokens.count > 1, !name.isBrand,
      whole[end - 1].contains(.definite)
        || name.kind == .facility && !whole[end - 1].isDisjoint(with: .names)
          && nationality(at: end) == nil
    else { return tokens }
    while name.kind == .facility ? isBodyAdjective(end) : isNationality(end), !isTaken(end),
      !isShared(end)
    {
      end += 1
    }
    return tokens.lowerBound..<end
  }

  /// Agencies spelled by letters or their names: أ.ف.ب, بي.بي.سي.
  func addSpelledAgency(at index: Int) -> Int? {
    guard isSpelled(index), mark(index + 1) == 0x2E, isSpelled(index + 2)
    else { return nil }
    var end = index + 3
    while mark(end) == 0x2E, isSpelled(end + 1), isDirectlyBehind(end - 1, end + 1) {
      end += 2
    }
    guard end > index + 3, isDirectlyBehind(index, index + 2) else { return nil }
    let tokens = index..<end
    add(
      NameMention(
        tokens,
        ByteRange(text.tokens[index].originalStart, text.tokens[end - 1].originalEnd),
        .organization))
    return end
  }

  /// Whether only the mark between parts two tokens.
  private func isDirectlyBehind(_ first: Int, _ second: Int) -> Bool {
    text.tokens[second].originalStart - text.tokens[first].originalEnd == 1
  }

  private func isSpelled(_ index: Int) -> Bool {
    isWord(index) && text.tokens[index].letters <= 2 && text.tokens[index].isArabic
  }
}
