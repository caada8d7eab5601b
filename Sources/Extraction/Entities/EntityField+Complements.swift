internal import ArabicText
internal import Articles

/// The noun phrase that the class noun of a body governs: «وزارة الدفاع», «حركة حماس», «مجلس إدارة البنك».
struct Complement {
  /// One past its last token.
  var end: Int
  /// Whether it is a name, not words that say what the body is for.
  var isProper = false
  /// Whether it is a person's name, whose nationality stands behind it.
  var isPerson = false
  /// Whether it is a ministry's portfolio.
  var isPortfolio = false
  /// The country of a name known before.
  var country: String?
}

/// What a word behind a class noun says of the complement.
private enum ComplementReading {
  /// There is one, and it begins here.
  case complement(Complement)
  /// There is none.
  case none
  /// A noun in construct, which governs what follows in its turn.
  case construct

  static func end(_ end: Int, isProper: Bool = false, country: String? = nil) -> ComplementReading {
    .complement(Complement(end: end, isProper: isProper, country: country))
  }
}

/// A class noun whose complement is looked for.
private struct Governor {
  let match: TermMatch
  let head: NameLexicon.Head
  /// Whether a noun in construct that names a body beyond doubt stands between.
  var isFirm = false

  /// Whether it may be another word as well, so that the complement must speak for a body.
  var isVague: Bool { head.isAmbiguous && !isFirm }
}

extension EntityField {
  /// Nouns in construct that may stand between: «وكالة أنباء البحرين», «مجلس إدارة البنك».
  private static let longestConstruct = 3

  /// What the class noun governs; nil where that makes no body's name.
  func complement(of match: TermMatch, _ head: NameLexicon.Head) -> Complement? {
    let first = match.tokens.upperBound
    if holdsOtherBody(head, first) { return nil }
    var governor = Governor(match: match, head: head)
    if head.wanted == .name { return properName(behind: governor) }
    for index in first..<first + Self.longestConstruct {
      guard isWord(index) else { return nil }
      let reading =
        readKnownComplement(index, governor) ?? readPersonComplement(index, governor)
        ?? readNounComplement(index, governor)
      switch reading {
      case .complement(let complement): return complement
      case .none: return nil
      case .construct: if isFirmHead(index) { governor.isFirm = true }
      }
    }
    return nil
  }

  /// «سوق عكاظ», «معسكر لبوزة»: a name right behind a class noun that has other senses as well. Clubs and countries pitch
  /// camps, nations hold markets.
  private func properName(behind governor: Governor) -> Complement? {
    let index = governor.match.tokens.upperBound
    guard isWord(index) else { return nil }
    let isBuilding = governor.head.kind == .facility
    if let known = mention(at: index) {
      guard mentions[known].tokens.lowerBound == index,
        mentions[known].bytes.start == text.tokens[index].originalStart,
        isBuilding
          ? [.facility, .location].contains(mentions[known].kind)
          : gazetteerName(at: index)?.isMovement == true
      else { return nil }
      return Complement(
        end: mentions[known].tokens.upperBound, isProper: true, country: mentions[known].country)
    }
    guard isBuilding else { return nil }
    if let person = personName(at: index) { return Complement(end: person, isProper: true) }
    guard
      isUnknownName(index, governor) || !governor.head.isAmbiguous && isUnknownWithArticle(index),
      !whole[index].contains(.relation), !isParticiple(index)
    else { return nil }
    return Complement(end: index + 1, isProper: true)
  }

  /// «معسكر الصليف»
  private func isUnknownWithArticle(_ index: Int) -> Bool {
    isUnknown(index) && whole[index].contains(.definite) && isNameShaped(index)
  }

  /// «إدارة نادي الوفاق»: the body inside is the name.
  private func holdsOtherBody(_ head: NameLexicon.Head, _ index: Int) -> Bool {
    guard head.isAmbiguous, head.kind == .organization, let inner = headMatch(at: index),
      !isDefiniteHead(inner), inner.tokens.upperBound < count
    else { return false }
    let body = self.head(inner)
    return body.kind == .organization && !body.isAmbiguous && has(.brand, at: index)
  }

  /// An office behind a court, a club's name, a ministry's portfolio, a name found before.
  private func readKnownComplement(_ index: Int, _ governor: Governor) -> ComplementReading? {
    let noun = governor.match.tokens.lowerBound
    if has(.court, at: noun), whole[index].contains(.office),
      let office = officePhrase(at: index, beforeName: false)
    {
      return office.isOpen ? ComplementReading.none : .end(office.tokens.upperBound)
    }
    // «نادي هجر»: the name of a club that is another word as well.
    if has(.brand, at: noun), let club = clubMatch(at: index),
      club.segmentation.from == 0 || club.segmentation.clitics == .article
    {
      return .end(club.tokens.upperBound, isProper: true)
    }
    // «رئاسة الاتحاد الآسيوي»: a longer name is no portfolio.
    let knownEnd = mention(at: index).map { mentions[$0].tokens.upperBound } ?? 0
    if let portfolio = portfolioEnd(at: index), portfolio >= knownEnd {
      if governor.isVague, portfolio == index + 1, !hasNationalityBehind(index) {
        return ComplementReading.none
      }
      let end = conjoinedEnd(portfolio, governor.match)
      return .complement(Complement(end: end, isPortfolio: end == portfolio))
    }
    guard let known = mention(at: index), mentions[known].tokens.lowerBound == index,
      mentions[known].bytes.start == text.tokens[index].originalStart
    else { return nil }
    let end = mentions[known].tokens.upperBound
    if governor.isVague, !isBodyAdjective(end) { return ComplementReading.none }
    if governor.head.wanted == .noun, !isPart(of: known, governor, at: index) {
      return ComplementReading.none
    }
    return .end(end, isProper: true, country: mentions[known].country)
  }

  /// Whether a name found before completes a class noun that wants a noun: right behind it, but no body that is led or
  /// presided over («رئاسة الاتحاد الدولي»), except the state's («قيادة القوات البرية»).
  private func isPart(of known: Int, _ governor: Governor, at index: Int) -> Bool {
    let isDistrict = placeHead(at: governor.match.tokens.lowerBound) != nil
    // «مديرية أمن طنجة», no «منفذ هجوم طنجة».
    guard index == governor.match.tokens.upperBound else { return isDistrict }
    if isDistrict, mentions[known].kind == .geopolitical { return false }
    guard mentions[known].kind == .organization, has(.verbal, at: index - 1) else { return true }
    return gazetteerName(at: index)?.isStateBody ?? true
  }

  /// A person's name, but for whom a vague noun only belongs to.
  private func readPersonComplement(_ index: Int, _ governor: Governor) -> ComplementReading? {
    let isDefinite = whole[index].contains(.definite)
    if governor.head.kind == .facility || governor.isVague && isDefinite,
      classes(index).contains(.head)
    {
      return districtEnd(index, governor) ?? ComplementReading.none
    }
    let isTitled = !whole[index].isDisjoint(with: [.office, .honorific])
    // «لجنة الحكام سامر …»: holders of an office, and a person behind the body.
    if isTitled, isDefinite, isSeveralHolders(index) { return nil }
    // «بقيادة عبدالعزيز الهتلان»
    if has(.verbal, at: index - 1), isTitled || !whole[index].isDisjoint(with: .names) {
      return ComplementReading.none
    }
    // «قوات الرئيس السوري بشار الأسد» has the person's name only.
    if governor.isVague, isTitled, !isDefiniteHead(governor.match),
      governor.head.kind == .organization, has(.generic, at: governor.match.tokens.lowerBound)
    {
      return ComplementReading.none
    }
    // «برئاسة صاحب السمو الأمير فلان»: whom it is led by, no body's name.
    if isTitled, has(.agency, at: governor.match.tokens.lowerBound) {
      return ComplementReading.none
    }
    // «مركز الأمير سلطان الحضاري»; behind a bare name an adjective is the person's.
    return personName(at: index).map {
      .complement(Complement(end: $0, isProper: !isTitled, isPerson: true))
    }
  }

  /// «مستشفى محافظة الزلفي»: a place behind its class noun.
  private func districtEnd(_ index: Int, _ governor: Governor) -> ComplementReading? {
    guard has(.local, at: governor.match.tokens.lowerBound), let place = headMatch(at: index),
      head(place).kind == .place,
      !isDefiniteHead(place), place.segmentation.from == 0,
      let known = mention(at: place.tokens.upperBound), mentions[known].kind == .geopolitical,
      mentions[known].bytes.start == text.tokens[place.tokens.upperBound].originalStart
    else { return nil }
    return .end(mentions[known].tokens.upperBound, isProper: true, country: mentions[known].country)
  }

  /// A definite noun, an unknown name, or a noun in construct.
  private func readNounComplement(_ index: Int, _ governor: Governor) -> ComplementReading {
    let classes = classes(index)
    if whole[index].contains(.definite) {
      // «شركة ألمانية»
      if text.hasHamzaOnFirst(index), whole[index].contains(.relation) { return .none }
      if isDistrictName(index, governor) { return .none }
      guard classes.isDisjoint(with: [.function, .measure]), !isOneHolder(index),
        // «منظمة حماية الطفل», but «الطفل» before a name
        classes.isDisjoint(with: .honorific)
          || index > governor.match.tokens.upperBound && !isFirmName(index + 1),
        // «مجلس إدارة الجمعية»
        !(index > governor.match.tokens.upperBound && isBareBody(index)),
        // «تنظيم المهرجان»
        !(has(.verbal, at: index - 1) && classes.contains(.common)),
        !governor.isVague || hasNationalityBehind(index) || isLocal(governor, index)
      else { return .none }
      return .end(conjoinedEnd(index + 1, governor.match))
    }
    if isConstructPlural(index) { return .construct }
    if isUnknownName(index, governor) {
      if governor.head.wanted == .noun { return .none }
      let goesOn =
        isPlainUnknown(index + 1) && !peeled[index + 1].contains(.function)
        && !governor.head.isAmbiguous
      return .end(boundNameEnd(goesOn ? index + 2 : index + 1), isProper: true)
    }
    // «شركة سلامة للتأمين»
    if index == governor.match.tokens.upperBound, has(.trade, at: index - 1),
      whole[index].contains(.given), isPurpose(index + 1),
      whole[index + 1].contains(.governedDefinite)
    {
      return .end(index + 1, isProper: true)
    }
    // «جامعة محلية»; what governs a name or a definite noun is none («وزارة خارجية البحرين»).
    if whole[index].contains([.adjective, .relation, .feminine]), !isTaken(index + 1),
      !isWord(index + 1) || !whole[index + 1].contains(.definite)
    {
      return .none
    }
    let isCommon = !whole[index].isDisjoint(with: .common)
    guard classes.isDisjoint(with: [.function, .measure, .nationality, .office]),
      // «مدرسة يدعمها الناس»
      !whole[index].contains(.imperfect) || firstLetter(index) != Alphabet.ya
        || !whole[index].isDisjoint(with: .gazetteer),
      // «محكمة تدعمها الدولة»
      !isVerbWithObject(index),
      isCommon || firstLetter(index) != 0x648 && peeled[index].isDisjoint(with: .ending)
    else { return .none }
    return .construct
  }

  /// «شركة إتش تي سي», «مسجد أبو عبيدة»: names of letters go on with each other, some words of names with the next.
  private func boundNameEnd(_ end: Int) -> Int {
    var end = end
    while isWord(end), !isTaken(end), text.tokens[end].isArabic,
      has(.letter, at: end - 1) && has(.letter, at: end)
        || (has(.kunya, at: end - 1) && !text.hasMaddaFirst(end - 1) || has(.binder, at: end - 1))
          && classes(end).isDisjoint(with: [.function, .measure])
    {
      end += 1
    }
    return end
  }

  /// An unknown word right behind the class noun, or behind one that stands between; one in ية is an
  /// adjective («قوة إقليمية»).
  private func isUnknownName(_ index: Int, _ governor: Governor) -> Bool {
    isPlainUnknown(index) && firstLetter(index) != 0x648 && isNameShaped(index)
      && !whole[index].contains([.relation, .feminine]) && !isAdjective(index, of: governor)
      && (index == governor.match.tokens.upperBound || classes(index - 1).contains(.head))
      && (classes(index).isDisjoint(with: .names.union(.place)) || !governor.head.isAmbiguous)
      && (!whole[index].isDisjoint(with: .names.union(.place))
        || peeled[index].isDisjoint(with: .function) && !isFormOfCommon(index)
          && (has(.brand, at: index - 1) || !isRelationOfCommon(index)))
  }

  /// «مديرية العبر»: an unknown word behind a class noun that may be one of places.
  private func isDistrictName(_ index: Int, _ governor: Governor) -> Bool {
    governor.head.wanted == .noun && isUnknown(index) && !isBodyAdjective(index + 1)
      && placeHead(at: governor.match.tokens.lowerBound) != nil
  }

  /// «مبنى محترق», «بحيرة مائية», «موقع إستراتيجي»: an indefinite adjective of the class noun.
  private func isAdjective(_ index: Int, of governor: Governor) -> Bool {
    guard index == governor.match.tokens.upperBound else { return false }
    return isParticiple(index) || governor.head.isAmbiguous && whole[index].contains(.relation)
  }

  /// The class noun of a body with its article and nothing more, which speaks of one named before.
  private func isBareBody(_ index: Int) -> Bool {
    guard let match = headMatch(at: index), isDefiniteHead(match) else { return false }
    return head(match).kind == .organization && !head(match).isAmbiguous
      && !isBodyAdjective(match.tokens.upperBound)
  }

  /// Whether a noun in construct names a body beyond doubt.
  private func isFirmHead(_ index: Int) -> Bool {
    guard !isConstructPlural(index), let inner = headMatch(at: index) else { return false }
    return head(inner).kind == .organization && !head(inner).isAmbiguous
  }

  /// «محكمة جنايات القاهرة»: an unknown plural that a place's name completes is no name itself.
  private func isConstructPlural(_ index: Int) -> Bool {
    guard isPlainUnknown(index), let known = mention(at: index + 1),
      mentions[known].kind == .geopolitical,
      mentions[known].bytes.start == text.tokens[index + 1].originalStart
    else { return false }
    return lastLetter(of: text.tokens[index]) == 0x62A && text.tokens[index].letters > 4
  }

  /// An office of one person: «إدارة الرئيس» is no body's name, «نادي القضاة» is.
  private func isOneHolder(_ index: Int) -> Bool {
    guard let match = officeMatch(at: index), let office = office(match) else { return false }
    return !office.isAmbiguous && !namesSeveral(match, office.several)
  }

  func isSeveralHolders(_ index: Int) -> Bool {
    guard let match = officeMatch(at: index), let office = office(match) else { return false }
    return namesSeveral(match, office.several)
  }

  /// «مركز التأهيل الشامل بالأحساء»: the district behind what the class noun governs says that it names a body.
  private func isLocal(_ governor: Governor, _ index: Int) -> Bool {
    guard has(.local, at: governor.match.tokens.lowerBound) else { return false }
    var end = index + 1
    while isBodyAdjective(end) { end += 1 }
    return localEnd(at: end) != nil
  }

  private func hasNationalityBehind(_ index: Int) -> Bool {
    isNationality(index + 1) || isBodyAdjective(index + 1) && isNationality(index + 2)
  }

  /// The words of a ministry's portfolio, the longest known.
  private func portfolioEnd(at index: Int) -> Int? {
    guard whole[index].contains(.institution) else { return nil }
    return longest(at: index) { match, lexicon in
      lexicon == .institutions && match.segmentation.from == 0
    }?.tokens.upperBound
  }

  /// «جمعية الثقافة والفنون»: a second definite noun joined to the first.
  private func conjoinedEnd(_ index: Int, _ match: TermMatch) -> Int {
    guard index < count, whole[index].contains(.conjoinedDefinite),
      !has(.brand, at: match.tokens.lowerBound), !isTaken(index),
      classes(index).isDisjoint(with: .otherThanJoined)
    else { return index }
    return index + 1
  }
}
