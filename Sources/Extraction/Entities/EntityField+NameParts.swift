internal import ArabicText

/// Whether a word goes on a person's name, and as what.
extension EntityField {
  enum Part {
    case known
    case unknown
    case connector
  }

  /// Where a word would go on a name.
  struct PartPlace {
    let index: Int
    /// Words of the name so far.
    let words: Int
    let anchor: Anchor
    /// Whether a connector binds the word to itself (عبد الله).
    let isBound: Bool
    /// «قال المدعي العام ديردي ديلي إن»: what stands between a name and its clause belongs to the name.
    let closes: Bool
    /// «بيتر»: behind the given name of a foreigner a family name is awaited, which no lexicon need have.
    let isBehindForeign: Bool
  }

  func part(
    at index: Int, after words: Int, _ anchor: Anchor, isBound: Bool = false
  ) -> Part? {
    guard isWord(index), text.tokens[index].isArabic, text.tokens[index].letters > 1,
      !goesOn(index)
    else { return nil }
    let isForeign = words > 0 && !isBound && isForeignGiven(index - 1, anchor)
    let place = PartPlace(
      index: index, words: words, anchor: anchor, isBound: isBound,
      closes: words > 0 && !isBound && opensClause(index + 1), isBehindForeign: isForeign)
    if words > 0, isBlessing(index) || isParted(index) { return nil }
    let word = whole[index]
    if let known = mention(at: index), !mayYield(mentions[known], words > 0 || anchor == .strong) {
      let isOneWord = mentions[known].tokens.count == 1 && mentions[known].kind != .person
      return place.closes && anchor == .strong && isOneWord ? .unknown : nil
    }
    // «جاكلين مودينا»: a town's name is a family name too.
    if isForeign, isTaken(index), word.contains(.place), word.isDisjoint(with: .ending),
      mention(at: index).map({ mayYield(mentions[$0], true) }) == true
    {
      return .unknown
    }
    if place.closes, anchor == .strong, word.isDisjoint(with: [.function, .definite]),
      !word.isDisjoint(with: [.capital, .place])
    {
      return .unknown
    }
    if let connector = connector(at: index, after: words, anchor) { return connector }
    // «حمد سموه الله», «نقف صفا» with its tanwin
    if words == 0, !isBound,
      word.contains(.definite) && has(.divine, at: index) || hasTanwin(text.tokens[index])
        || anchor != .strong && isVocalised(index) && !isFirmName(index)
    {
      return nil
    }
    if !word.isDisjoint(with: .names) { return partOfNames(place) }
    if isBound, word.isDisjoint(with: [.function, .office]) { return .known }
    guard words > 0 || anchor != .none else { return nil }
    if isUnknown(index) || isForeign && isTranscribed(index, anchor) {
      return isUnknownPart(place) ? .unknown : nil
    }
    return isFamilyWord(place) ? .unknown : nil
  }

  /// «الـ27», «ال27»: no word of its own.
  private func goesOn(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let next = index + 1 < count ? text.tokens[index + 1] : token
    return lastLetter(of: token) == 0x640 || next.kind == .number && next.start == token.end
  }

  /// «رحمه الله», «غفر الله له» behind a name.
  private func isBlessing(_ index: Int) -> Bool {
    whole[index].contains(.honorific)
      && terms(at: index).contains { match in
        match.tokens.count > 1 && match.segmentation.clitics.isEmpty
          && Knowledge.lexicon(of: match.id) == .honorifics
          && !names.honorificsBefore[Knowledge.row(of: match.id)]
      }
  }

  /// «سعود ـ الدمام»: a tatweel that stands alone is a dash.
  func isParted(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let (from, to) = (text.tokens[index - 1].originalEnd, text.tokens[index].originalStart)
    guard to - from > 3 else { return false }
    return (from..<to - 1).contains { text.bytes[$0] == 0xD9 && text.bytes[$0 + 1] == 0x80 }
  }

  /// A word of the lexicons of names.
  private func partOfNames(_ place: PartPlace) -> Part? {
    let (index, words, isBound) = (place.index, place.words, place.isBound)
    let word = whole[index]
    if word.contains(.function) {
      // على and علي fold to one word; only the preposition is written with ى.
      if lastLetter(of: text.tokens[index]) == 0x64A && words + place.anchor.weight > 0 {
        return .known
      }
      // «الكاتب خلف الحربي»
      return words == 0 && place.anchor == .strong && word.contains(.given)
        && isFirmName(index + 1) && whole[index + 1].contains([.definite, .relation])
        ? .known : nil
    }
    // «الخميس» is a family name, but not behind a name.
    if words > 0, !isBound, word.contains([.measure, .definite]),
      words < 2 && !isFamilyOfMonth(index) || whole[index - 1].isDisjoint(with: .names)
        || isWeekday(index)
    {
      return nil
    }
    // «قال إنريكي سعيد جدا»: a common word behind a foreign name.
    if words > 0, !isBound, !word.isDisjoint(with: .ending), words > 1 || !word.contains(.surname),
      isForeignName(index - 1),
      !isForeignName(index), !mayBeForeignGiven(index)
    {
      return nil
    }
    let isFollowed = isConnector(index + 1) || isFirmName(index + 1)
    // «رئيس الأركان طالب …»: rather the verb, unless a name follows.
    if words == 0, place.anchor == .strong, !isBound, word.contains(.speechVerb) {
      return isFollowed ? .known : nil
    }
    if word.isDisjoint(with: .ending) || words > 0 && !word.contains(.office)
      || isBound || place.anchor == .strong && !(words > 0 && word.contains(.office))
    {
      return .known
    }
    return isFollowed || words == 1 && word.contains(.definite) && endsBeforeOffice(index)
      ? .known : nil
  }

  /// Whether a word that no lexicon knows goes on a name.
  private func isUnknownPart(_ place: PartPlace) -> Bool {
    let (index, words, isBound) = (place.index, place.words, place.isBound)
    let word = whole[index]
    // A family name closes the name.
    let isLast = words > 0 && !isBound && endsBeforeOffice(index)
    // Behind an office the first word may be anything: «الوزير أندري فالكوف».
    let opens =
      words == 1 && lastLetter(of: text.tokens[index]) != 0x627
      && !(word.contains(.definite) && isForeignName(index - 1))
      && (place.anchor == .strong
        || place.anchor == .weak && !isParticiple(index)
          && word.isDisjoint(with: [.definite, .feminine]))
    if words > 0, index > 0, !isBound, !isLast, !opens, isFamilyName(index - 1, before: index) {
      return false
    }
    let isPlace = !word.isDisjoint(with: [.capital, .place, .organization])
    if isPlace, !word.contains(.definite), !place.isBehindForeign { return false }
    if !peeled[index].isDisjoint(
      with: place.isBehindForeign && firstLetter(index) == Alphabet.fa
        ? Self.endingOrPlace : WordClass.ending.union(.gazetteer))
      || peeled[index].contains(.given)
        && (firstLetter(index) == 0x648 || place.isBehindForeign)
    {
      return false
    }
    guard
      isNameShaped(index) || words == 1 && isJoinedOnlyByLetters(index)
        || (place.isBehindForeign
          || words == 1 && place.anchor == .strong && whole[index - 1].isDisjoint(with: .names))
          && isTranscribedPlural(index),
      !isJoinedName(index), words == 0 || isBound || !isConjoinedName(index, after: words)
    else { return false }
    if words > 0, !isBound, isDescribing(index) || isDescribingForeigner(place) { return false }
    // Late in a name an unknown word is rather the sentence's next one.
    if words > 2, !isBound, !isLast, !word.contains([.definite, .relation]),
      !(word.contains(.definite) && (place.closes || isFamilyBehindFather(index)))
    {
      return false
    }
    // At the beginning و joins, and a feminine is an adjective («السفير مرتبطة»): given names in ة are known.
    return words > 0 || firstLetter(index) != 0x648 && !word.contains(.feminine)
  }

  /// «سامر بن عبدالله الصويدر»: behind the father's name a word with ال is the family's, unless it may describe somebody.
  private func isFamilyBehindFather(_ index: Int) -> Bool {
    let father = index > 1 && has(.theophoric, at: index - 2) ? index - 2 : index - 1
    return father > 0 && nameWord(at: father - 1) == .patronymic
      && !whole[index].contains(.feminine) && !isDefiniteParticiple(index)
  }

  /// «أندري فالكوف»: behind a given name, where no lexicon knows a word behind ف and ال, the letters are the name's own.
  private func isJoinedOnlyByLetters(_ index: Int) -> Bool {
    firstLetter(index) == Alphabet.fa && whole[index].contains(.conjoinedDefinite)
      && peeled[index].isDisjoint(with: .names) && isFirmName(index - 1)
      && whole[index - 1].contains(.given)
  }

  /// «وإيلتون», «بأفضال»: a clitic before a written hamza; names in its letter go on with a vowel or a consonant.
  private func isJoinedName(_ index: Int) -> Bool {
    whole[index].contains(.cliticLetter) && text.hasHamzaBehindFirst(index)
  }

  /// «كارتر وسالينغر»: names in و go on with a vowel; others are joined, but for short Arabic ones behind a given name
  /// («محمد وهدان»).
  func isConjoinedName(_ index: Int, after words: Int) -> Bool {
    guard firstLetter(index) == Alphabet.waw else { return false }
    if !peeled[index].isDisjoint(with: .names) { return true }
    switch letter(1, of: index) {
    case Alphabet.alif, Alphabet.waw, Alphabet.ya: return false
    default:
      let isBehindGiven =
        words == 1 && classes(index - 1).contains(.given)
        && !classes(index - 1).contains(.surname)
      return text.tokens[index].letters > (isBehindGiven ? 5 : 4)
    }
  }

  /// Whether a common word is a family name directly behind a given name.
  private func isFamilyWord(_ place: PartPlace) -> Bool {
    guard place.words == 1 else { return false }
    let index = place.index
    let word = whole[index]
    if isWordAsFamilyName(place) { return true }
    // «محمد المرشد»: an office's word, if no name follows.
    if word.contains([.office, .definite]), word.isDisjoint(with: .common),
      isAmbiguousOffice(index) && nextIsNoName(index + 1) || endsBeforeOffice(index)
    {
      return true
    }
    // «يوسف الضالع مدير النشاط»
    if word.contains([.definite, .place]), word.isDisjoint(with: .ending.subtracting(.common)),
      isFirmName(index - 1),
      whole[index - 1].contains(.given), officeMatch(at: index + 1) != nil || isComma(index + 1)
    {
      return true
    }
    // «العميد سامر الشموخ، أن»: a noun with ال belongs to no name before it but as a family name.
    if place.anchor == .strong, word.contains([.definite, .common]), isBehindGivenName(place),
      word.isDisjoint(with: Self.noFamilyName.subtracting(.definite).union(.feminine)),
      !has(.adjective, at: index), isSetOff(index + 1)
    {
      return true
    }
    // «المخرج أوس الشرقي»
    if place.anchor != .none, word.contains([.definite, .relation]), !word.contains(.feminine),
      !has(.adjective, at: index), isBehindGivenName(place),
      word.isDisjoint(with: [.function, .office, .measure, .honorific, .nationality])
    {
      return true
    }
    // «محمد المصري»: a nationality.
    return place.anchor == .none && isNationality(index) && !word.contains(.feminine)
  }

  /// Behind a given name, or the last word of one («سعد الدين», «عبد الله»); behind an office that may be another word too.
  private func isBehindGivenName(_ place: PartPlace) -> Bool {
    let last = place.index - 1
    if isFirmName(last), whole[last].contains(.given) { return true }
    guard place.anchor == .strong else { return false }
    if whole[last].contains(.given) {
      return whole[last].isDisjoint(with: WordClass.ending.subtracting(.common))
    }
    return last > 0
      && (has(.theophoric, at: last - 1) && has(.divine, at: last)
        || whole[last - 1].contains(.given) && compoundEnd(at: last - 1) > last)
  }

  /// «خديجة حق، رئيسة القسم», «تشاك بليزر، المسؤول السابق»: an indefinite noun, or what may be one behind a clitic, right
  /// between a given name and its bearer's office, age or clause.
  private func isWordAsFamilyName(_ place: PartPlace) -> Bool {
    let index = place.index
    let word = whole[index]
    guard isFirmName(index - 1), whole[index - 1].contains(.given), !isTaken(index),
      word.isDisjoint(with: Self.noFamilyName), peeled[index].isDisjoint(with: .function),
      !peeled[index].contains(.speechVerb) || place.isBehindForeign,
      !word.contains(.verb) || !opensClause(index + 1),
      place.isBehindForeign
        || word.contains(.common)
          && (place.anchor != .none || index > 1 && classes(index - 2).contains(.speechVerb)),
      !hasTanwin(text.tokens[index]), !isFormOfCommon(index)
    else { return false }
    let last = lastLetter(of: text.tokens[index])
    return last != Alphabet.alif && last != Alphabet.ha && isSetOff(index + 1)
  }

  /// What ends a name whatever follows.
  private static let noFamilyName: WordClass = [
    .function, .measure, .office, .honorific, .head, .institution, .nationality, .country,
    .speechVerb, .speechNoun, .definite, .imperfect, .conjoinedDefinite, .governedDefinite,
  ]
  /// «فاينشتاين» may hold a person's name behind ف, but no place.
  private static let endingOrPlace = WordClass.ending.union(.gazetteer).subtracting(.person)

  /// Whether a comma and an office, an age, or a clause stands behind a name.
  private func isSetOff(_ index: Int) -> Bool {
    if opensClause(index) { return true }
    // «إلى أن», «على أن»
    if isWord(index, .to) || isWord(index, .on), opensClause(index + 1) { return true }
    if mark(index) == 0x28 { return index + 1 < count && text.tokens[index + 1].kind == .number }
    return isComma(index)
      && (opensClause(index + 1)
        || isWord(index + 1) && whole[index + 1].contains(.office)
          && officeMatch(at: index + 1) != nil)
  }

  /// «أحمد الشهري»: a family name in ي that is an adjective of time, behind a given name.
  private func isFamilyOfMonth(_ index: Int) -> Bool {
    whole[index].contains([.surname, .relation]) && whole[index - 1].contains(.given)
  }

  func isWeekday(_ index: Int) -> Bool {
    terms(at: index).contains { Knowledge.lexicon(of: $0.id) == .weekdays }
  }

  /// «محمد القاضي إن», «محمد الخطيب مدير المدرسة»: an office that nothing belongs to, right behind a name.
  private func endsBeforeOffice(_ index: Int) -> Bool {
    isSetOff(index + 1) || officeMatch(at: index + 1) != nil
  }

  /// A family name, or a name that may be one before an accusative: «كارتر جنودا».
  private func isFamilyName(_ index: Int, before next: Int) -> Bool {
    whole[index].contains(.surname)
      && (!whole[index].contains(.given) || lastLetter(of: text.tokens[next]) == 0x627)
  }

  private func isAmbiguousOffice(_ index: Int) -> Bool {
    officeMatch(at: index).flatMap(office)?.isAmbiguous ?? false
  }

  private func nextIsNoName(_ index: Int) -> Bool {
    guard isWord(index) else { return true }
    return whole[index].isDisjoint(with: .names) && !isPlainUnknown(index)
      && whole[index].isDisjoint(with: .nationality)
  }

  /// Unambiguously part of a name.
  func isFirmName(_ index: Int) -> Bool {
    index < count && !whole[index].isDisjoint(with: [.given, .surname])
      && whole[index].isDisjoint(with: .ending)
  }

  /// A single place's name gives way to a person's: «خالد حلبي».
  func mayYield(_ mention: NameMention, _ isInside: Bool) -> Bool {
    isInside && mention.tokens.count == 1 && mention.kind == .geopolitical && mention.code == nil
      && !mention.isSeat
  }

  private func connector(at index: Int, after words: Int, _ anchor: Anchor) -> Part? {
    switch nameWord(at: index) {
    case .theophoric:
      return has(.divine, at: index + 1) ? .connector : nil
    case .kunya:
      guard index + 1 < count, isWord(index + 1) else { return nil }
      // «كبر أم صغر», «أبي» within a name
      let isFunction = whole[index].contains(.function)
      if isFunction || lastLetter(of: text.tokens[index]) == 0x64A {
        guard !isFunction && words > 0 || anchor == .strong || isFirmName(index + 1) else {
          return nil
        }
      }
      return isTaken(index + 1) && words == 0 && anchor == .none ? nil : .connector
    case .patronymic, .clan:
      // «سامر الزغبي ذو المواهب»
      if whole[index].contains(.function), !whole[index].contains(.given) { return nil }
      return words > 0 || anchor != .none && isFirmName(index + 1) ? .connector : nil
    case .particle:
      guard words > 0 || anchor == .strong else { return nil }
      // «فان» is «فإن» too: only before a word that can be nothing but a name.
      if whole[index].contains(.function) {
        return words > 0 && isPlainUnknown(index + 1) ? .connector : nil
      }
      return isUnknownOrName(index + 1) ? .connector : nil
    default: return nil
    }
  }

  private func isUnknownOrName(_ index: Int) -> Bool {
    guard isWord(index) else { return false }
    return isUnknown(index) || !whole[index].isDisjoint(with: .names)
  }
}

extension EntityField.Anchor {
  fileprivate var weight: Int { self == .none ? 0 : 1 }
}
