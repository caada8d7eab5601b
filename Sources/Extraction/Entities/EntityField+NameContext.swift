internal import ArabicText
internal import Articles

/// What the words around a name say of it.
extension EntityField {
  /// Whether the words around an ambiguous name speak for it.
  func isExpected(_ name: NameLexicon.Name, _ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    if match.tokens.count == 1, whole[first].contains(.function) || isVocalised(first) {
      return false
    }
    if isDoubtfulCut(match, name), !standsUncut(match) { return false }
    if name.standing == .country, match.tokens.count == 1 {
      return isNounPosition(first, match, name) || opensRow(match)
    }
    if name.kind == .person { return match.tokens.count > 1 || isNamedByContext(first) }
    if isOpening(first - 1), closes(match.tokens.upperBound, first - 1) {
      // «أغسطس (آب)»
      if mark(first - 1) == 0x28, whole[first].contains(.measure) { return false }
      return name.kind == .organization || name.kind == .geopolitical
    }
    if name.kind == .organization {
      return match.tokens.count > 1 && whole[first].isDisjoint(with: [.function, .common])
        && !isNationalityOfNoun(first)
        || name.isMedia && isSetApart(match.tokens)
        || match.tokens.count == 1 && isBesideBody(match)
    }
    if isPlacePosition(first, match, name) { return true }
    // In a row of places: between, and beside, names already known.
    let next = match.tokens.upperBound
    if first > 0, isTaken(first - 1), match.segmentation.clitics.contains(.conjunction),
      isPlaceMention(first - 1)
    {
      return true
    }
    return isPlaceMention(next) && text.tokens[next].originalEnd > 0
      && peeled[next].intersection([.country, .capital, .place]).isEmpty == false
  }

  /// «المغرب والبحرين»: before a country or capital that و joins to it.
  private func opensRow(_ match: TermMatch) -> Bool {
    let next = match.tokens.upperBound
    return match.segmentation.from == 0 && isPlaceMention(next) && firstLetter(next) == 0x648
      && !peeled[next].isDisjoint(with: [.country, .capital])
  }

  /// Between marks, or at the field's beginning before one, as in a dateline.
  private func isSetApart(_ tokens: Range<Int>) -> Bool {
    tokens.upperBound < Self.dateline
      && (Self.datelineMarks.contains(mark(tokens.upperBound)) || endsLine(tokens.upperBound))
      && (tokens.lowerBound == 0 || Self.datelineMarks.contains(mark(tokens.lowerBound - 1)))
  }

  private func endsLine(_ index: Int) -> Bool {
    index < count && text.tokens[index].kind == .newline
  }

  /// So many tokens at a field's beginning may be its dateline.
  private static let dateline = 16

  /// - – — : ( )
  private static let datelineMarks: Set<UInt32> = [0x2D, 0x2013, 0x2014, 0x3A, 0x28, 0x29]

  /// «داعش والقاعدة», «القاعدة وداعش»
  private func isBesideBody(_ match: TermMatch) -> Bool {
    let next = match.tokens.upperBound
    if match.segmentation.clitics.contains(.conjunction),
      let before = match.tokens.lowerBound > 0 ? mention(at: match.tokens.lowerBound - 1) : nil
    {
      return mentions[before].kind == .organization
    }
    // «داعش أو القاعدة»
    let first = match.tokens.lowerBound
    if match.segmentation.from == 0, first > 1, isWord(first - 1, .or),
      let before = mention(at: first - 2)
    {
      return mentions[before].kind == .organization
    }
    guard let behind = mention(at: next), mentions[behind].kind == .organization,
      mentions[behind].tokens.lowerBound == next
    else { return false }
    return mentions[behind].bytes.start > text.tokens[next].originalStart
      && firstLetter(next) == 0x648
  }

  /// Where an adjective cannot stand: behind a preposition, a verb, a direction or a mark.
  func isNounPosition(
    _ first: Int, _ match: TermMatch, _ name: NameLexicon.Name
  ) -> Bool {
    if match.segmentation.from > 0 {
      return isPlacePosition(first, match, name) || isTaken(first - 1)
    }
    guard first > 0, isWord(first - 1) else { return true }
    if isVerbWithObject(first - 1) { return true }
    // «دعم مالي»: the adjective of a noun, be that a verb as well.
    if whole[first].contains(.nationality), whole[first].isDisjoint(with: [.definite, .feminine]),
      whole[first - 1].contains(.common), !isWord(first - 1, .governing)
    {
      return false
    }
    // «عميل السعودية»: no adjective with ال behind a noun without it.
    if whole[first].contains([.definite, .feminine]), !isTaken(first - 1),
      whole[first - 1].contains(.common),
      whole[first - 1].isDisjoint(with: [.definite, .head, .verb, .institution])
    {
      return true
    }
    return !classes(first - 1).isDisjoint(with: [.function, .speechVerb])
      || isPlacePosition(first, match, name) || context(before: first) != nil
  }

  func isPlaceMention(_ token: Int) -> Bool {
    guard let index = mention(at: token) else { return false }
    return mentions[index].kind == .geopolitical || mentions[index].kind == .location
  }

  /// After a preposition of place, a class noun of places or a direction.
  private func isPlacePosition(
    _ first: Int, _ match: TermMatch, _ name: NameLexicon.Name
  ) -> Bool {
    let isCommon =
      !whole[first].isDisjoint(with: [.common, .measure])
      || whole[first].contains(.head) || isCommonBehindClitic(first, name)
      || match.segmentation.from > 0 && peeled[first].contains(.function)
    if match.segmentation.clitics.contains(.ba), whole[first].isDisjoint(with: .ending),
      peeled[first].isDisjoint(with: [.common, .measure, .function])
    {
      return true
    }
    guard first > 0, isWord(first - 1) else { return false }
    if name.standing == .other, isAdjectiveOfClassNoun(first) { return false }
    // «العاصمة الأردنية عمان»
    if !isCommon, match.segmentation.from == 0, isNationality(first - 1),
      nationality(at: first - 1)?.isCountry == true, let head = headMatch(at: first - 2),
      self.head(head).kind == .place, isDefiniteHead(head),
      !namesSeveral(head, self.head(head).several)
    {
      return true
    }
    if let head = headMatch(at: first - 1), !isOtherNoun(head),
      case let kind = names.heads[Knowledge.row(of: head.id)]
        .kind, kind == .place || kind == .location && !isCommon, !isDefiniteHead(head)
    {
      return true
    }
    return (!isCommon || name.isRatherPlace && standsAlone(match.tokens))
      && context(before: first) == .place
  }

  /// «في العقبة أمس», not «في العقبة الأولى», «في العقبة التي», «المدينة الزرقاء»: neither an adjective nor with one or a
  /// relative clause behind it.
  private func standsAlone(_ tokens: Range<Int>) -> Bool {
    whole[tokens.lowerBound - 1].isDisjoint(with: .definite)
      && (!isWord(tokens.upperBound) || whole[tokens.upperBound].isDisjoint(with: .definite))
  }

  private func isNamedByContext(_ first: Int) -> Bool {
    guard first > 0 else { return false }
    return classes(first - 1).contains(.speechVerb)
  }

  /// What the word before a capital or an ambiguous place says of it.
  func context(before index: Int) -> NameLexicon.Word? {
    guard index > 0, classes(index - 1).contains(.context) else { return nil }
    for match in terms(at: index - 1)
    where match.id >> 24 == UInt32(Lexicon.placeContexts.rawValue) && match.tokens.count == 1 {
      return names.contexts[Knowledge.row(of: match.id)]
    }
    return nil
  }
}
