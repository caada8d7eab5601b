internal import ArabicText
internal import Articles

/// Names built from a class noun: bodies, buildings, roads, and places behind مدينة and its like.
extension EntityField {
  func findBodies() {
    var index = 0
    while index < count {
      let before = index
      if classes(index).isDisjoint(with: [.head, .institution, .nameWord]) {
        index += 1
        continue
      }
      if let end = readBoundary(at: index) ?? readInstitution(at: index) ?? readHead(at: index) {
        index = max(end, before + 1)
      } else {
        index += 1
      }
    }
  }

  // MARK: Heads

  /// The longest class noun at a token.
  func headMatch(at index: Int) -> TermMatch? {
    guard index >= 0, index < count, classes(index).contains(.head) else { return nil }
    // «مكتبه»: "his office" rather than a library, whose ة is written with its dots.
    let mayHavePronoun = lastLetter(of: text.tokens[index]) == 0x647
    return longest(at: index) { match, lexicon in
      lexicon == .orgHeads && !match.segmentation.clitics.contains(.pronoun)
        && !(mayHavePronoun && match.tokens.count == 1
          && [.organization, .facility].contains(self.head(match).kind)
          && self.isHeadWithPronoun(index))
    }
  }

  private func isHeadWithPronoun(_ index: Int) -> Bool {
    terms(at: index).contains { match in
      Knowledge.lexicon(of: match.id) == .orgHeads && match.segmentation.clitics.contains(.pronoun)
    }
  }

  func head(_ match: TermMatch) -> NameLexicon.Head { names.heads[Knowledge.row(of: match.id)] }

  func isDefiniteHead(_ match: TermMatch) -> Bool {
    match.segmentation.clitics.contains(.article)
      || match.segmentation.from == 0 && whole[match.tokens.lowerBound].contains(.definite)
  }

  /// Whether a noun or adjective is a form for two or several, by the hashes of those forms: «بلدتي», «مدن», «الوزيران».
  func namesSeveral(_ match: TermMatch, _ several: [UInt64]) -> Bool {
    several.contains(text.stemHash(of: match))
  }

  /// «من وحي» has no «حي» behind و; «حي السلام وحي البركة» has.
  func isOtherNoun(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    return match.segmentation.clitics == .conjunction && match.tokens.count == 1
      && whole[first].contains(.plainCommon) && !isTaken(first - 1)
  }

  private func readHead(at index: Int) -> Int? {
    guard let match = headMatch(at: index) else { return readBareRoad(at: index) }
    guard isFree(match.tokens), !isOtherNoun(match) else { return nil }
    let head = head(match)
    switch head.kind {
    case .organization, .facility: return readBody(match, head) ?? readDistrict(at: index, head)
    case .place: return isDefiniteHead(match) ? nil : readPlaces(match, head)
    case .location:
      return has(.road, at: index) && !isDefiniteHead(match) ? readRoad(match) : nil
    case .person: return nil
    case .none: return match.tokens.upperBound
    }
  }

  /// «مديرية لودر» is a district where no noun says what the body is for («مديرية الجوازات»).
  private func readDistrict(at index: Int, _ head: NameLexicon.Head) -> Int? {
    guard head.wanted == .noun, let place = placeHead(at: index), !isDefiniteHead(place),
      case let next = place.tokens.upperBound,
      isTaken(next) || isOpening(next) || isUnknown(next) && !isBodyAdjective(next + 1)
    else { return nil }
    return readPlaces(place, self.head(place))
  }

  /// The class noun at a token as one of places.
  func placeHead(at index: Int) -> TermMatch? {
    longest(at: index) { match, lexicon in
      lexicon == .orgHeads && self.head(match).kind == .place
        && !match.segmentation.clitics.contains(.pronoun)
    }
  }

  // MARK: Places

  /// Unknown words behind a class noun of places: «مدينة سوروتش», «بلدتي الفوعة وكفريا».
  private func readPlaces(_ match: TermMatch, _ head: NameLexicon.Head) -> Int? {
    var index = match.tokens.upperBound
    let several = namesSeveral(match, head.several)
    if has(.state, at: match.tokens.lowerBound), let end = readState(match) { return end }
    if !several, let end = readCampus(match) { return end }
    var isFirst = true
    while index < count {
      if isTaken(index) {
        guard let known = mention(at: index) else { break }
        index = mentions[known].tokens.upperBound
      } else if let end = readUnknownPlace(at: index, isConjoined: !isFirst, head) {
        index = end
      } else {
        break
      }
      isFirst = false
      guard several, index < count else { break }
      if isComma(index) { index += 1 }
      guard index < count, whole[index].contains(.cliticLetter) || isTaken(index) else { break }
    }
    return index > match.tokens.upperBound ? index : nil
  }

  /// «مدينة الملك خالد الرياضية»: grounds named after a person with a title, and what they are for.
  private func readCampus(_ match: TermMatch) -> Int? {
    let next = match.tokens.upperBound
    guard next < count, !whole[next].isDisjoint(with: [.office, .honorific]),
      var end = personName(at: next), isBodyAdjective(end), nationality(at: end) == nil
    else { return nil }
    while isBodyAdjective(end), !isTaken(end) { end += 1 }
    return addBody(
      match, match.tokens.lowerBound..<end, .facility, country: nil, suffix: nil)
  }

  private func readState(_ match: TermMatch) -> Int? {
    let next = match.tokens.upperBound
    // «دولة مارقة»
    guard isPlainUnknown(next), !whole[next].contains(.feminine) else { return nil }
    addDiscovered(match.tokens.lowerBound..<next + 1, from: start(of: match), .geopolitical)
    return next + 1
  }

  private func readUnknownPlace(
    at index: Int, isConjoined: Bool, _ head: NameLexicon.Head
  ) -> Int? {
    guard isWord(index), text.tokens[index].isArabic else { return nil }
    // «قرية تراثية»
    if whole[index].contains([.relation, .feminine]), !whole[index].contains(.definite),
      whole[index].isDisjoint(with: .gazetteer)
    {
      return nil
    }
    var start = text.tokens[index].originalStart
    if isConjoined {
      guard whole[index].contains(.cliticLetter), isUnknown(index) else { return nil }
      start = text.originalOffset(ofLetter: 1, in: text.tokens[index])
    } else if isAdjectiveOfClassNoun(index) {
      return nil
    } else if let match = placeMatch(at: index), isFree(match.tokens) {
      addName(match)
      return match.tokens.upperBound
    }
    var end = index + 1
    if whole[index].contains(.definite), !isKnownCity(index), isBodyAdjective(end),
      nationality(at: end)?.isCountry != true, !isTaken(end),
      isUnknown(index) || !head.isAmbiguous && !classes(index).isDisjoint(with: [.head, .common])
    {
      // «منطقة الجبل الشرقي»
      addDiscovered(index..<end + 1, from: start, .location)
      return end + 1
    }
    if has(.placepart, at: index), isWord(end), !isTaken(end), !whole[end].contains(.function) {
      end += 1
    } else if !isVillage(index, behind: head)
      && (!isUnknown(index) || !isNameShaped(index) || isAdjectiveOfPlace(index)
        || head.isAmbiguous && !isDistrict(index))
    {
      return nil
    }
    addDiscovered(index..<end, from: start, .geopolitical)
    return end
  }

  /// «بالعاصمة المقدسة»: what agrees with a class noun that has its article.
  func isAdjectiveOfClassNoun(_ index: Int) -> Bool {
    whole[index].contains([.definite, .feminine]) && index > 0
      && classes(index - 1).contains(.head)
      && !whole[index - 1].isDisjoint(with: [
        .definite, .conjoinedDefinite, .governedDefinite,
      ])
  }

  /// «منطقة قاحلة», «مدينة محاصرة», «إقليم يحد»: an unknown word that describes the place of the class noun before it.
  private func isAdjectiveOfPlace(_ index: Int) -> Bool {
    let shape = whole[index]
    guard !shape.contains(.definite) else { return false }
    let letters = Int(text.tokens[index].letters)
    if isParticiple(index) || letters == 3 && firstLetter(index) == Alphabet.ya { return true }
    guard shape.contains(.feminine), letters > 4 else { return false }
    return letters == 5 && letter(1, of: index) == Alphabet.alif
      || letters == 5 && letter(2, of: index) == Alphabet.ya
      || firstLetter(index) == Alphabet.mim
        && (letter(1, of: index) == Alphabet.nun || letter(1, of: index) == Alphabet.ta)
  }

  /// «في ناحية برطولين», «بقضاء برطولين»: behind a preposition of place the class noun is none of the other nouns that it
  /// may be («من ناحية», «قضاء الوقت»).
  private func isDistrict(_ index: Int) -> Bool {
    index > 0 && has(.district, at: index - 1) && isPlainUnknown(index)
      && (isWord(index - 2, .in) || firstLetter(index - 1) == Alphabet.ba)
  }

  /// «الألعاب», «الأطفال»: a plural, which names no village.
  private func isBrokenPlural(_ index: Int) -> Bool {
    text.tokens[index].letters == 7 && letter(2, of: index) == Alphabet.alif
      && letter(5, of: index) == Alphabet.alif
  }

  /// «قرية النصر»: a common noun with ال may name a village.
  private func isVillage(_ index: Int, behind head: NameLexicon.Head) -> Bool {
    index > 0 && has(.village, at: index - 1) && whole[index].contains([.definite, .common])
      && !isBrokenPlural(index)
      && whole[index].isDisjoint(with: [
        .function, .measure, .office, .honorific, .head, .institution, .nationality, .adjective,
      ])
  }

  /// The longest place at a token, a club of its name or not.
  private func placeMatch(at index: Int) -> TermMatch? {
    // «سكان العديد من المدن»
    guard !whole[index].isDisjoint(with: [.country, .capital, .place]),
      !(whole[index].contains(.function) && isWord(index + 1, .of))
    else { return nil }
    return longest(at: index) { match, lexicon in
      [.countries, .capitals, .places].contains(lexicon) && match.segmentation.from == 0
        && self.names.name(match.id)?.kind == .geopolitical
    }
  }

  private func isKnownCity(_ index: Int) -> Bool {
    guard let name = gazetteerName(at: index) else { return false }
    return name.kind == .geopolitical && !name.isAmbiguous
  }

  private func addDiscovered(_ tokens: Range<Int>, from start: Int, _ kind: Entity.Kind) {
    var mention = NameMention(
      tokens, ByteRange(start, text.tokens[tokens.upperBound - 1].originalEnd), kind)
    mention.isDiscovered = true
    add(mention)
  }

  /// «طريق أملج», «شارع الوشم», «نهر الفرات».
  private func readRoad(_ match: TermMatch) -> Int? {
    let next = match.tokens.upperBound
    guard next < count, isWord(next), whole[next].isDisjoint(with: [.function, .measure]),
      // «وادي» and «وأدى» fold to one word.
      lastLetter(of: text.tokens[next - 1]) != 0x649, !isMeans(match)
    else { return nil }
    var end = next
    if let known = mention(at: next), mentions[known].tokens.lowerBound == next,
      mentions[known].kind != .organization
    {
      end = mentions[known].tokens.upperBound
    } else if let name = personName(at: next) {
      end = name
    } else if isUnknown(next), isNameShaped(next), !isParticiple(next),
      !whole[next].contains([.relation, .feminine])
    {
      end = next + 1
    } else {
      return nil
    }
    // «متنزه الردف العام», «طريق مكة القديم»
    if end == next + 1, !isTaken(end), nationality(at: end) == nil,
      whole[next].contains(.definite) && isBodyAdjective(end)
        || whole[end].contains([.definite, .adjective]) && !whole[end].contains(.feminine)
    {
      end += 1
    }
    release(match.tokens.lowerBound..<end)
    addDiscovered(match.tokens.lowerBound..<end, from: start(of: match), .location)
    return end
  }

  /// «عن طريق المهاجم»: by means of.
  private func isMeans(_ match: TermMatch) -> Bool {
    let first = match.tokens.lowerBound
    return isWord(first - 1, .from)
  }

  /// A road's word that is no other class noun: «شرم ينبع».
  private func readBareRoad(at index: Int) -> Int? {
    guard !whole[index].contains(.definite), !isTaken(index), has(.road, at: index),
      let match = longest(at: index, where: { $1 == .nameWords })
    else { return nil }
    return readRoad(match)
  }

  /// «الحدود السورية», «المياه الإقليمية البحرينية».
  private func readBoundary(at index: Int) -> Int? {
    guard has(.boundary, at: index),
      let match = longest(
        at: index,
        where: { match, lexicon in
          lexicon == .nameWords
            && self.names.nameWords[Knowledge.row(of: match.id)] == .boundary
        })
    else { return nil }
    var end = match.tokens.upperBound
    while isNationality(end) || (end < count && isConjoinedNationality(end)) { end += 1 }
    guard end > match.tokens.upperBound, isFree(match.tokens) else { return nil }
    add(
      NameMention(
        match.tokens.lowerBound..<end,
        ByteRange(start(of: match), text.tokens[end - 1].originalEnd), .location))
    return end
  }

  private func isConjoinedNationality(_ index: Int) -> Bool {
    peeled[index].contains(.nationality) && whole[index].contains(.conjoinedDefinite)
  }

  // MARK: Unknown words

  /// Neither a word of the language nor anything else that a lexicon knows, nor an imperfect of a common verb
  /// («دولة تخرق الهدنة»).
  func isUnknown(_ index: Int) -> Bool {
    guard isWord(index), !isTaken(index), text.tokens[index].letters > 1 else { return false }
    let classes = classes(index)
    return classes.isDisjoint(with: .ending) && !whole[index].contains(.imperfect)
      && !text.isImperfect(index, of: verbs)
  }

  /// Unknown and without an article.
  func isPlainUnknown(_ index: Int) -> Bool {
    isUnknown(index)
      && whole[index].isDisjoint(with: [.definite, .conjoinedDefinite, .governedDefinite])
  }
}
