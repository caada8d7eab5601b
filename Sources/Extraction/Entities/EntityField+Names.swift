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

  /// The longest gazetteer name at a token. Of names equally long those that mean nothing else
  /// come first, then bodies, countries, capitals, places.
  func gazetteerMatch(at index: Int) -> TermMatch? {
    guard !classes(index).isDisjoint(with: .gazetteer), !hasTanwin(text.tokens[index]) else {
      return nil
    }
    var best: TermMatch?
    var bestRank = 0
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
        match.tokens.count * 64 + (match.segmentation.from == 0 ? 32 : 0) + rank
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

  /// «وزير الدفاع المصري اليوم»: a nationality behind a definite noun belongs to it, not to a newspaper's name.
  private func isNationalityOfNoun(_ first: Int) -> Bool {
    first > 0 && whole[first].contains(.nationality) && whole[first - 1].contains(.definite)
      && whole[first - 1].isDisjoint(with: [.head, .nationality]) && !isTaken(first - 1)
  }

  /// «فتور», «كلوي», «باب»: of a word that no lexicon knows ف, ك, or what stands before a bare alif, is rather its own
  /// first letter than a clitic before a lesser place's name.
  private func isDoubtfulCut(_ match: TermMatch, _ name: NameLexicon.Name) -> Bool {
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
  private func isCommonBehindClitic(_ index: Int, _ name: NameLexicon.Name) -> Bool {
    peeled[index].contains(.common)
      && !(name.isProvince
        && !whole[index].isDisjoint(with: [.conjoinedDefinite, .governedDefinite]))
  }

  /// Whether the words around an ambiguous name speak for it.
  private func isExpected(_ name: NameLexicon.Name, _ match: TermMatch) -> Bool {
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
  private func isNounPosition(
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

  private func isPlaceMention(_ token: Int) -> Bool {
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
    guard tokens.count > 1, !name.isBrand, whole[end - 1].contains(.definite) else { return tokens }
    while name.kind == .facility ? isBodyAdjective(end) : isNationality(end), !isTaken(end),
      !isShared(end)
    {
      end += 1
    }
    return tokens.lowerBound..<end
  }

  /// Agencies spelled by letters or their names: أ.ف.ب, بي.بي.سي.
  private func addSpelledAgency(at index: Int) -> Int? {
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
