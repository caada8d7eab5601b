internal import ArabicText
internal import Articles

/// Organisations and facilities behind their class noun.
extension EntityField {
  /// A definite adjective of relation by its letters: «الضوئي». Participles in م end in ية too.
  func isRelation(_ index: Int) -> Bool {
    guard isWord(index), whole[index].contains([.definite, .relation]) else { return false }
    return letter(2, of: index) != 0x645
      && whole[index].isDisjoint(
        with: WordClass.names.union(.gazetteer).union([
          .function, .measure, .office, .honorific, .head, .nationality, .institution,
        ]))
  }

  // MARK: Class nouns

  func readBody(_ match: TermMatch, _ head: NameLexicon.Head) -> Int? {
    let first = match.tokens.lowerBound
    // Several bodies at once are no name.
    if namesSeveral(match, head.several) { return nil }
    if isDefiniteHead(match), has(.generic, at: first) { return nil }
    if isGenericInstitution(at: first) { return nil }
    let kind: Entity.Kind = head.kind == .facility ? .facility : .organization
    var country: String?
    let end =
      isDefiniteHead(match)
      ? definiteBodyEnd(match, head, &country) : constructBodyEnd(match, head, &country)
    guard let end else { return nil }
    release(first..<end)
    addBody(match, first..<end, kind, country: country, suffix: nil)
    if has(.brand, at: first), !isDefiniteHead(match) {
      mentions[mentions.count - 1].ownName = match.tokens.upperBound..<end
    }
    return end
  }

  @discardableResult
  func addBody(
    _ match: TermMatch, _ tokens: Range<Int>, _ kind: Entity.Kind, country: String?,
    suffix: String?
  ) -> Int {
    release(tokens)
    var mention = NameMention(
      tokens, ByteRange(start(of: match), text.tokens[tokens.upperBound - 1].originalEnd), kind)
    mention.country = country
    let suffix = suffix ?? self.suffix(of: tokens)
    if let country, let suffix { mention.code = country + suffix }
    add(mention)
    return tokens.upperBound
  }

  /// The sector of a ministry by its portfolio.
  private func suffix(of tokens: Range<Int>) -> String? {
    for index in tokens where classes(index).contains(.institution) {
      let match = longest(at: index) { _, lexicon in lexicon == .institutions }
      if let match { return names.institutions[Knowledge.row(of: match.id)].suffix }
    }
    return kindSuffix(at: tokens.lowerBound)
  }

  /// The sector of a class noun that is an institution: «حكومة», «شرطة».
  private func kindSuffix(at index: Int) -> String? {
    guard let match = longest(at: index, where: { $1 == .orgHeads }) else { return nil }
    return names.sectors[match.segmentation.hash]
  }

  /// «الحكومة السودانية», «المركز الثقافي», «الإدارة العامة للتعليم بمنطقة الرياض».
  private func definiteBodyEnd(
    _ match: TermMatch, _ head: NameLexicon.Head, _ country: inout String?
  ) -> Int? {
    var end = match.tokens.upperBound
    var lastNationality: Int?
    var hasFirmAdjective = false
    while end < count, end < match.tokens.upperBound + 5, isBodyAdjective(end), !isTaken(end) {
      if let nationality = nationality(at: end) {
        if nationality.isCountry || !nationality.isAmbiguous { lastNationality = end + 1 }
        if nationality.isCountry { country = country ?? nationality.code }
        hasFirmAdjective = true
      } else if whole[end].isDisjoint(with: .measure), has(.adjective, at: end) {
        hasFirmAdjective = true
      }
      end += 1
    }
    guard hasFirmAdjective else { return nil }
    if let tail = complementTail(at: end, match) { return tail }
    // «النادي الإنجليزي» speaks of a club named before.
    if let lastNationality {
      return has(.brand, at: match.tokens.lowerBound) ? nil : lastNationality
    }
    return head.isAmbiguous ? nil : end
  }

  /// A definite adjective such as bodies carry.
  func isBodyAdjective(_ index: Int) -> Bool {
    guard isWord(index), whole[index].contains(.definite) else { return false }
    if isNationality(index) { return !isShared(index) }
    if has(.adjective, at: index) { return true }
    return isUnknown(index) && isRelation(index)
  }

  /// «وزارة الدفاع التركية», «حركة حماس», «تنظيم «داعش»», «منتخب بلجيكا لكرة القدم».
  private func constructBodyEnd(
    _ match: TermMatch, _ head: NameLexicon.Head, _ country: inout String?
  ) -> Int? {
    var index = match.tokens.upperBound
    guard index < count else { return nil }
    if isOpening(index) { return quotedEnd(index) }
    var isProper = false
    guard let complement = complementEnd(&index, match, head, &isProper, &country) else {
      return nil
    }
    var end = complement
    let isBrand = has(.brand, at: match.tokens.lowerBound)
    if head.kind == .facility || !isProper {
      while end < count, isBodyAdjective(end) || isRelation(end), !isTaken(end) {
        if let nationality = nationality(at: end), nationality.isCountry {
          if isBrand { break }
          country = country ?? nationality.code
        }
        end += 1
      }
    }
    if !isBrand, !(isProper && head.kind == .facility && isPurpose(end)),
      let tail = complementTail(at: end, match)
    {
      return tail
    }
    return end
  }

  /// Up to five words in marks directly behind the class noun.
  private func quotedEnd(_ opening: Int) -> Int? {
    var index = opening + 1
    while index < count, index <= opening + 5, text.tokens[index].kind == .word { index += 1 }
    return index > opening + 1 && index < count && closes(index, opening) ? index + 1 : nil
  }

  /// One past the noun phrase that the class noun governs.
  private func complementEnd(
    _ index: inout Int, _ match: TermMatch, _ head: NameLexicon.Head, _ isProper: inout Bool,
    _ country: inout String?
  ) -> Int? {
    // Nouns in construct may stand between: «وكالة أنباء البحرين», «مجلس إدارة البنك».
    var isFirm = false
    // «إدارة نادي الوفاق»: the body inside is the name.
    if head.isAmbiguous, head.kind == .organization, let inner = headMatch(at: index),
      !isDefiniteHead(inner), inner.tokens.upperBound < count,
      case let body = self.head(inner), body.kind == .organization, !body.isAmbiguous,
      has(.brand, at: index)
    {
      return nil
    }
    for _ in 0..<3 {
      guard isWord(index) else { return nil }
      if has(.court, at: match.tokens.lowerBound), whole[index].contains(.office),
        let office = officePhrase(at: index, beforeName: false)
      {
        return office.isOpen ? nil : office.tokens.upperBound
      }
      // «نادي هجر»: the name of a club that is another word as well.
      if has(.brand, at: match.tokens.lowerBound), let club = clubMatch(at: index),
        club.segmentation.from == 0 || club.segmentation.clitics == .article
      {
        isProper = true
        return club.tokens.upperBound
      }
      if let portfolio = portfolioEnd(at: index) {
        if head.isAmbiguous, !isFirm, portfolio == index + 1, !hasNationalityBehind(index) {
          return nil
        }
        return conjoinedEnd(portfolio, match)
      }
      if let known = mention(at: index), mentions[known].tokens.lowerBound == index,
        mentions[known].bytes.start == text.tokens[index].originalStart
      {
        let end = mentions[known].tokens.upperBound
        if head.isAmbiguous, !isFirm, !isBodyAdjective(end) { return nil }
        country = mentions[known].country
        isProper = true
        return end
      }
      if head.kind == .facility
        || head.isAmbiguous && !isFirm && whole[index].contains(.definite),
        classes(index).contains(.head)
      {
        return nil
      }
      // «قوات الرئيس السوري بشار الأسد» has the person's name only.
      if head.isAmbiguous, !isFirm, !whole[index].isDisjoint(with: [.office, .honorific]),
        !isDefiniteHead(match), head.kind == .organization,
        has(.generic, at: match.tokens.lowerBound)
      {
        return nil
      }
      if let person = personName(at: index) {
        // «مركز الأمير سلطان الحضاري»; behind a bare name an adjective is the person's.
        isProper = whole[index].isDisjoint(with: [.office, .honorific])
        return person
      }
      let classes = classes(index)
      if whole[index].contains(.definite) {
        guard classes.isDisjoint(with: [.function, .measure, .honorific]), !isOneHolder(index)
        else {
          return nil
        }
        return head.isAmbiguous && !isFirm && !hasNationalityBehind(index)
          ? nil : conjoinedEnd(index + 1, match)
      }
      if isConstructPlural(index) {
        index += 1
        continue
      }
      if isPlainUnknown(index), firstLetter(index) != 0x648,
        index == match.tokens.upperBound || self.classes(index - 1).contains(.head),
        classes.isDisjoint(with: .names.union(.place)) || !head.isAmbiguous
      {
        isProper = true
        return isPlainUnknown(index + 1) && !peeled[index + 1].contains(.function)
          && !head.isAmbiguous ? index + 2 : index + 1
      }
      guard classes.isDisjoint(with: [.function, .measure, .nationality, .office]),
        firstLetter(index) != 0x648 || !whole[index].isDisjoint(with: .common),
        peeled[index].isDisjoint(with: .ending) || !whole[index].isDisjoint(with: .common)
      else { return nil }
      if let inner = headMatch(at: index), self.head(inner).kind == .organization,
        !self.head(inner).isAmbiguous
      {
        isFirm = true
      }
      index += 1
    }
    return nil
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
    return !office.isAmbiguous && !office.several.contains(match.segmentation.hash)
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
      classes(index).isDisjoint(with: [
        .function, .office, .head, .honorific, .nationality, .country, .capital, .given,
      ])
    else { return index }
    return index + 1
  }

  /// «… للتعليم بمنطقة الرياض», «… بالباحة», «… لكرة القدم».
  private func complementTail(at index: Int, _ match: TermMatch) -> Int? {
    guard index < count, !isTaken(index) || text.tokens[index].isArabic else { return nil }
    var end = index
    if isPurpose(end) {
      let isMerged = whole[end].contains(.governedDefinite)
      end += 1
      if !isMerged {
        guard isWord(end), whole[end].contains(.definite), !isTaken(end) else { return nil }
        end += 1
      }
      while isBodyAdjective(end), !isTaken(end) { end += 1 }
      if isIn(end), has(.local, at: match.tokens.lowerBound), let known = mention(at: end + 1),
        mentions[known].kind == .geopolitical
      {
        return mentions[known].tokens.upperBound
      }
    }
    if has(.local, at: match.tokens.lowerBound), let local = localEnd(at: end) { return local }
    return end > index ? end : nil
  }

  /// ل before a noun that says what the body is for.
  private func isPurpose(_ index: Int) -> Bool {
    guard isWord(index), !isTaken(index), text.tokens[index].isArabic,
      text.tokens[index].letters > 3, firstLetter(index) == 0x644
    else { return false }
    let classes = classes(index)
    return classes.isDisjoint(with: [
      .function, .office, .head, .honorific, .nationality, .country, .capital, .given,
      .organization, .surname,
    ]) && (whole[index].contains(.governedDefinite) || peeled[index].contains(.common))
  }

  func firstLetter(_ index: Int) -> UInt32 { letter(0, of: index) }

  /// A folded letter of an Arabic word; 0 past its end.
  func letter(_ number: Int, of index: Int) -> UInt32 {
    text.letter(number, of: text.tokens[index])
  }

  private func isIn(_ index: Int) -> Bool {
    isWord(index, .in)
  }

  private func localEnd(at index: Int) -> Int? {
    guard isWord(index), firstLetter(index) == 0x628, text.tokens[index].isArabic else {
      return nil
    }
    if let known = mention(at: index), mentions[known].kind == .geopolitical,
      mentions[known].tokens.lowerBound == index
    {
      return mentions[known].tokens.upperBound
    }
    if let place = headMatch(at: index), head(place).kind == .place, !isDefiniteHead(place),
      let known = mention(at: place.tokens.upperBound), mentions[known].kind == .geopolitical
    {
      return mentions[known].tokens.upperBound
    }
    return nil
  }
}
