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
    // Several bodies at once are no name, nor is a class noun twice.
    if namesSeveral(match, head.several) || isRepeated(match) { return nil }
    if isDefiniteHead(match), head.wanted == .name || has(.generic, at: first) { return nil }
    if isGenericInstitution(at: first) { return nil }
    let kind: Entity.Kind = head.kind == .facility ? .facility : .organization
    var words = BodyWords()
    guard let end = bodyEnd(match, head, &words) else { return nil }
    release(first..<end)
    addBody(
      match, first..<end, kind, country: words.country, suffix: nil, properName: words.properName)
    mentions[mentions.count - 1].nationality = words.nationality
    if has(.brand, at: first), !isDefiniteHead(match) {
      mentions[mentions.count - 1].ownName =
        match.tokens.upperBound..<(words.nationality?.lowerBound ?? end)
    }
    return end
  }

  /// «بلدية بلدية البدع»: the second one opens the name.
  private func isRepeated(_ match: TermMatch) -> Bool {
    let next = match.tokens.upperBound
    return isWord(next) && match.segmentation.from == 0 && !isDefiniteHead(match)
      && text.tokens[next].hash == text.tokens[match.tokens.lowerBound].hash
  }

  /// One past the name that a class noun opens.
  private func bodyEnd(
    _ match: TermMatch, _ head: NameLexicon.Head, _ words: inout BodyWords
  ) -> Int? {
    isDefiniteHead(match)
      ? definiteBodyEnd(match, head, &words) : constructBodyEnd(match, head, &words)
  }

  @discardableResult
  func addBody(
    _ match: TermMatch, _ tokens: Range<Int>, _ kind: Entity.Kind, country: String?,
    suffix: String?, properName: Range<Int>? = nil
  ) -> Int {
    release(tokens)
    var mention = NameMention(
      tokens, ByteRange(start(of: match), text.tokens[tokens.upperBound - 1].originalEnd), kind)
    mention.country = country
    let suffix = suffix ?? self.suffix(of: tokens, named: properName)
    if let country, let suffix { mention.code = country + suffix }
    add(mention)
    return tokens.upperBound
  }

  /// The sector of a ministry by its portfolio; no word of a name of its own tells one.
  private func suffix(of tokens: Range<Int>, named name: Range<Int>?) -> String? {
    for index in tokens
    where classes(index).contains(.institution) && name?.contains(index) != true {
      let match = longest(at: index) { _, lexicon in lexicon == .institutions }
      if let match { return names.institutions[Knowledge.row(of: match.id)].suffix }
    }
    return kindSuffix(at: tokens.lowerBound)
  }

  /// The sector of a class noun that is an institution: «حكومة», «شرطة».
  private func kindSuffix(at index: Int) -> String? {
    guard let match = longest(at: index, where: { $1 == .orgHeads }) else { return nil }
    return names.sectors[text.stemHash(of: match)]
  }

  /// «الحكومة السودانية», «المركز الثقافي», «الإدارة العامة للتعليم بمنطقة الرياض».
  private func definiteBodyEnd(
    _ match: TermMatch, _ head: NameLexicon.Head, _ words: inout BodyWords
  ) -> Int? {
    var end = match.tokens.upperBound
    var lastNationality: Int?
    var hasFirmAdjective = false
    while end < count, end < match.tokens.upperBound + 5, isBodyAdjective(end), !isTaken(end) {
      if let nationality = nationality(at: end) {
        if nationality.isCountry || !nationality.isAmbiguous { lastNationality = end + 1 }
        if nationality.isCountry { words.country = words.country ?? nationality.code }
        hasFirmAdjective = true
      } else if whole[end].isDisjoint(with: .measure), has(.adjective, at: end) {
        hasFirmAdjective = true
      }
      end += 1
    }
    if match.tokens.count > 1 || hasFirmAdjective, let body = bodyBehind(end, match) {
      return body
    }
    guard hasFirmAdjective else { return nil }
    // «الحكومة الشرعية»
    if lastNationality == nil, has(.national, at: match.tokens.lowerBound) { return nil }

    if let tail = complementTail(at: end, match, isGeneric: true) { return tail }
    // «النادي الإنجليزي» speaks of a club named before.
    if let lastNationality {
      return has(.brand, at: match.tokens.lowerBound) ? nil : lastNationality
    }
    return head.isAmbiguous ? nil : end
  }

  /// «الأمانة العامة لهيئة كبار العلماء», «المكتب السياسي لحركة حماس»: the body that it is part of, behind ل.
  private func bodyBehind(_ index: Int, _ match: TermMatch) -> Int? {
    guard isWord(index), firstLetter(index) == 0x644, has(.organ, at: match.tokens.lowerBound)
    else { return nil }
    if let known = mention(at: index), mentions[known].tokens.lowerBound == index,
      mentions[known].kind == .organization
    {
      let end = mentions[known].tokens.upperBound
      // «الإدارة العامة للدفاع المدني بمحافظة كذا»
      return has(.local, at: match.tokens.lowerBound) ? localEnd(at: end) ?? end : end
    }
    guard let inner = headMatch(at: index), inner.segmentation.from > 0,
      head(inner).kind == .organization
    else { return nil }
    var words = BodyWords()
    return bodyEnd(inner, head(inner), &words)
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
    _ match: TermMatch, _ head: NameLexicon.Head, _ words: inout BodyWords
  ) -> Int? {
    let index = match.tokens.upperBound
    guard index < count else { return nil }
    if isOpening(index) {
      guard head.wanted != .noun, let quoted = quotedEnd(index) else { return nil }
      words.properName = index..<quoted
      let end = endWithNationality(quoted, of: match, &words)
      return has(.brand, at: index - 1) && !has(.trade, at: index - 1) ? end : tradeEnd(at: end)
    }
    guard let complement = complement(of: match, head) else { return nil }
    words.country = complement.country
    let isProper = complement.isProper
    var end = complement.end
    if isProper { words.properName = index..<end }
    let isBrand = has(.brand, at: match.tokens.lowerBound)
    let isClosed = has(.closed, at: match.tokens.lowerBound)
    if isClosed, complement.isPortfolio {
      // «وزارة الخارجية الأمريكية» is whole: «العالمية» behind it belongs to another noun.
      if isNationality(end), isBodyAdjective(end), !isTaken(end) {
        if let nationality = nationality(at: end), nationality.isCountry {
          words.country = words.country ?? nationality.code
        }
        end += 1
      }
    } else if head.kind == .facility || !isProper {
      while end < count, !isTaken(end) {
        if isBodyAdjective(end) || isRelation(end) {
          if let nation = self.country(at: end) {
            if isBrand { break }
            words.country = words.country ?? nation
          }
        } else if isBrand || head.kind == .facility || !isJoined(end) {
          break
        }
        end += 1
      }
    }
    // «جمعية الأشخاص ذوي الإعاقة»
    if !isProper, has(.possessor, at: end), end + 1 < count, whole[end + 1].contains(.definite) {
      end += 2
    }
    // «محكمة بروكلين الفدرالية», «شركة الأهلي المالية»
    if isProper, head.kind == .organization, !isBrand || has(.trade, at: index - 1),
      isOwnAdjective(end, of: match)
    {
      end += 1
    }
    if head.kind == .organization, !(complement.isPerson && isClosed), isProper || isBrand {
      end = endWithNationality(end, of: match, &words)
    }
    if has(.trade, at: index - 1) { return tradeEnd(at: end) }
    if !isBrand, !(isProper && head.kind == .facility && isPurpose(end)),
      let tail = complementTail(at: end, match, isClosed: isClosed)
    {
      return tail
    }
    return end
  }

  /// «العلوم الاقتصادية والمالية»: an adjective that و joins to another.
  private func isJoined(_ index: Int) -> Bool {
    guard isWord(index), whole[index].contains(.conjoinedDefinite),
      has(.adjective, at: index)
        || peeled[index].isDisjoint(with: .otherThanJoined)
    else { return false }
    return whole[index].contains(.relation) && whole[index - 1].contains([.definite, .relation])
      && whole[index].contains(.feminine) == whole[index - 1].contains(.feminine)
  }

  /// «للتأمين التعاوني», «للأدوية»: what a firm trades in, behind its name.
  private func tradeEnd(at index: Int) -> Int {
    guard isPurpose(index),
      whole[index].contains(.governedDefinite)
        || has(.purpose, at: index) && isWord(index + 1) && whole[index + 1].contains(.definite)
    else { return index }
    var end = index + (whole[index].contains(.governedDefinite) ? 1 : 2)
    while isBodyAdjective(end), nationality(at: end)?.isCountry != true, !isTaken(end) { end += 1 }
    return conjoinedPurposeEnd(end)
  }

  /// Whether an adjective behind a name is the class noun's by its gender; places are mostly feminine: «مركز دبي الدولي».
  private func isOwnAdjective(_ index: Int, of match: TermMatch) -> Bool {
    guard !isTaken(index), isBodyAdjective(index), nationality(at: index) == nil,
      case let isFeminine = whole[match.tokens.lowerBound].contains(.feminine),
      whole[index].contains(.feminine) == isFeminine
    else { return false }
    return isFeminine
      ? has(.adjective, at: index) && !whole[index - 1].contains(.feminine)
      : mention(at: index - 1).map { mentions[$0].kind == .geopolitical } ?? false
  }

  /// One past marks that hold words and nothing else, so many at most.
  func quotedEnd(_ opening: Int, words: Int = 5) -> Int? {
    var index = opening + 1
    while index < count, index <= opening + words, text.tokens[index].kind == .word { index += 1 }
    return index > opening + 1 && index < count && closes(index, opening) ? index + 1 : nil
  }

  /// «… للتعليم بمنطقة الرياض», «… بالباحة», «… لكرة القدم». A name that is closed takes its district only.
  private func complementTail(
    at index: Int, _ match: TermMatch, isClosed: Bool = false, isGeneric: Bool = false
  ) -> Int? {
    guard index < count, !isTaken(index) || text.tokens[index].isArabic else { return nil }
    var end = index
    if !isClosed, isPurpose(end) || isGeneric && isMembers(end) {
      let isMerged = whole[end].contains(.governedDefinite)
      // «وزارة التعليم لبداية العام»
      if !isMerged, !has(.purpose, at: end) { return nil }
      end += 1
      if !isMerged {
        guard isWord(end), whole[end].contains(.definite), !isTaken(end) else { return nil }
        end += 1
      }
      end = adjectivesEnd(at: conjoinedPurposeEnd(adjectivesEnd(at: end)))
      if isIn(end), has(.local, at: match.tokens.lowerBound), let known = mention(at: end + 1),
        mentions[known].kind == .geopolitical
      {
        return mentions[known].tokens.upperBound
      }
    }
    if has(.local, at: match.tokens.lowerBound), let local = localEnd(at: end) { return local }
    return end > index ? end : nil
  }

  /// «للبحوث الفلكية والجيوفيزيقية»: one past the adjectives of a name.
  private func adjectivesEnd(at index: Int) -> Int {
    var end = index
    while isWord(end), !isTaken(end), isBodyAdjective(end) || isRelation(end) || isJoined(end) {
      end += 1
    }
    return end
  }

  /// «للمناصحة والرعاية»: one past a second noun that و joins to what a body is for.
  private func conjoinedPurposeEnd(_ index: Int) -> Int {
    guard isWord(index), !isTaken(index), whole[index].contains(.conjoinedDefinite),
      peeled[index].contains(.common),
      classes(index).isDisjoint(with: WordClass.otherThanJoined.union(.speechNoun))
    else { return index }
    return index + 1
  }

  /// «الهيئة السعودية للمهندسين», «الهيئة العالمية للمساجد»: those for whom a body is whose own name says nothing more.
  private func isMembers(_ index: Int) -> Bool {
    guard isWord(index), !isTaken(index), whole[index].contains(.governedDefinite),
      firstLetter(index) == Alphabet.lam
    else { return false }
    return isSeveralHolders(index)
      || headMatch(at: index).map { namesSeveral($0, head($0).several) } ?? false
  }

  /// ل before a noun that says what the body is for, not what somebody wants of it («النادي الأهلي للتعاقد معه»).
  func isPurpose(_ index: Int) -> Bool {
    guard isWord(index), !isTaken(index), text.tokens[index].isArabic,
      text.tokens[index].letters > 3, firstLetter(index) == 0x644, !has(.aim, at: index)
    else { return false }
    if has(.purpose, at: index) { return true }
    let classes = classes(index)
    guard
      classes.isDisjoint(with: [
        .function, .office, .head, .honorific, .nationality, .country, .capital, .organization,
      ])
    else { return false }
    let isCommon = peeled[index].contains(.common)
    return isCommon
      || classes.isDisjoint(with: [.given, .surname]) && whole[index].contains(.governedDefinite)
  }

  func firstLetter(_ index: Int) -> UInt32 { letter(0, of: index) }

  /// A folded letter of an Arabic word; 0 past its end.
  func letter(_ number: Int, of index: Int) -> UInt32 {
    text.letter(number, of: text.tokens[index])
  }

  private func isIn(_ index: Int) -> Bool {
    isWord(index, .in)
  }

  func localEnd(at index: Int) -> Int? {
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
