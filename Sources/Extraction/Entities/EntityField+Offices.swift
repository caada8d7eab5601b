internal import ArabicText
internal import Articles

/// Offices and titles.
extension EntityField {
  /// Tokens that an office phrase may have; keeps the work in proportion to the text.
  private static let longestOffice = 40

  /// The office or form of address at a token: titles, ranks, offices, honorifics.
  func officeMatch(at index: Int) -> TermMatch? {
    guard index < count, !classes(index).isDisjoint(with: [.office, .honorific]) else {
      return nil
    }
    // «الشيخ خليفة بن زايد»: a name.
    if whole[index].contains(.given), nameWord(at: index + 1) == .patronymic { return nil }
    return longest(at: index) { match, lexicon in
      let row = Knowledge.row(of: match.id)
      switch lexicon {
      case .offices:
        let office = self.names.offices[row]
        // «أمام» is not «إمام».
        if match.tokens.count == 1, self.whole[index].contains(.function) { return false }
        // «وطالب سالم …»: the verb, at the head of a clause.
        if office.kind == .title, match.tokens.count == 1,
          match.segmentation.clitics.isSubset(of: .conjunction),
          self.classes(index).contains(.speechVerb),
          index == 0 || !self.isWord(index - 1) || match.segmentation.from > 0
        {
          return false
        }
        // «زعيمها» is an office, «طالبنا» a verb.
        if match.segmentation.clitics.contains(.pronoun) {
          return office.kind == .office && !office.isAmbiguous
        }
        return office.kind == .office || office.kind == .title
      case .honorifics:
        return self.names.honorificsBefore[row] && !match.segmentation.clitics.contains(.article)
      default: return false
      }
    }
  }

  func office(_ match: TermMatch) -> NameLexicon.Office? {
    match.id >> 24 == UInt32(Lexicon.offices.rawValue)
      ? names.offices[Knowledge.row(of: match.id)] : nil
  }

  /// The office phrase that begins at a token. With `beforeName` a name is wanted behind it, and
  /// loose tails («في …») count only if it stands there.
  func officePhrase(at index: Int, beforeName: Bool) -> OfficePhrase? {
    guard let first = officeMatch(at: index), !isTaken(index) else { return nil }
    var reader = PhraseReader(
      phrase: OfficePhrase(
        tokens: first.tokens, start: start(of: first), head: first.tokens))
    take(first, &reader)
    let limit = index + Self.longestOffice
    while reader.end < limit, readPart(&reader) {}
    readTails(&reader, beforeName: beforeName, limit: limit)
    reader.phrase.tokens = index..<reader.end
    reader.phrase.isOpen =
      reader.wantsComplement || reader.phrase.isTitle && !reader.isClosed && !reader.isAddress
    return reader.phrase
  }

  /// An office on its way to a phrase.
  struct PhraseReader {
    var phrase: OfficePhrase
    var end = 0
    /// An office in construct that has not got its second part: «وزير».
    var wantsComplement = false
    /// Indefinite nouns read in a row.
    var nouns = 0
    /// Something definite has closed the noun phrase.
    var isClosed = false
    /// Ends in a form of address: «معالي», «د.».
    var isAddress = false
  }

  private func take(_ match: TermMatch, _ reader: inout PhraseReader) {
    reader.end = match.tokens.upperBound
    // The office's second word may open a name: «رئيس حزب» + «حزب القوات اللبنانية».
    if match.tokens.count > 1, let known = mention(at: reader.end - 1) {
      reader.end = mentions[known].tokens.upperBound
      reader.phrase.country = reader.phrase.country ?? mentions[known].country
      reader.phrase.body = mentions[known].code
    }
    // «د.»
    if text.tokens[reader.end - 1].letters == 1, mark(reader.end) == 0x2E { reader.end += 1 }
    let last = max(match.tokens.upperBound, reader.end) - 1
    let hasPronoun = match.segmentation.clitics.contains(.pronoun)
    let isDefinite =
      hasPronoun || match.segmentation.clitics.contains(.article) && match.tokens.count == 1
      || whole[last].contains(.definite)
    reader.isClosed = isDefinite
    reader.isAddress = true
    guard let office = office(match) else {
      reader.wantsComplement = false
      reader.phrase.isAmbiguous = false
      return
    }
    if office.kind == .office, reader.phrase.isTitle {
      reader.phrase.isTitle = false
      reader.phrase.head = match.tokens
      reader.phrase.suffix = office.suffix
      reader.phrase.isAmbiguous = office.isAmbiguous
      reader.phrase.isFeminine = whole[match.tokens.lowerBound].contains(.feminine)
      if namesSeveral(match, office.several) {
        let article = match.segmentation.clitics.contains(.article)
        reader.phrase.singular =
          (article && !office.masculine.utf8.starts(with: "ال".utf8) ? "ال" : "")
          + office.masculine
      }
    } else if reader.phrase.isTitle {
      if !office.isAmbiguous { reader.phrase.isAmbiguous = false }
      if reader.phrase.suffix.isEmpty { reader.phrase.suffix = office.suffix }
      if namesSeveral(match, office.several) {
        reader.phrase.singular =
          (match.segmentation.clitics.contains(.article)
            && !office.masculine.utf8.starts(with: "ال".utf8)
            ? "ال" : "") + office.masculine
      }
    }
    reader.isAddress = office.isAddress
    reader.wantsComplement = office.kind == .office && !isDefinite
  }

  /// Reads one more word or name of the phrase.
  func readPart(_ reader: inout PhraseReader) -> Bool {
    let index = reader.end
    guard isWord(index), text.tokens[index].isArabic else { return false }
    if let known = mention(at: index) { return take(mentions[known], at: index, &reader) }
    let whole = whole[index]
    // «الخبراء الاقتصاديين»: an adjective here, not people of that kind.
    if reader.isClosed, isPluralOfRelation(index), !whole.contains(.nationality),
      self.whole[index - 1].contains(.definite)
    {
      reader.end += 1
      return true
    }
    if !whole.isDisjoint(with: [.office, .honorific]), let match = officeMatch(at: index),
      match.segmentation.from == 0 || match.segmentation.clitics == .article
        || match.segmentation.clitics == .lam, !isRatherName(index, match, reader)
    {
      take(match, &reader)
      return true
    }
    if isWord(index, .ofOffice), !reader.phrase.isTitle || isPosting(index, reader) {
      reader.phrase.isTitle = false
      reader.end += 1
      reader.isClosed = false
      reader.wantsComplement = true
      return true
    }
    if whole.contains(.function) { return false }
    if isNationality(index) {
      takeNationality(index, &reader)
      return true
    }
    if isModifier(index) {
      reader.end += 1
      return true
    }
    if reader.isClosed, isUnlistedNationality(index, behindOffice: !reader.phrase.isTitle) {
      reader.phrase.nationality = index
      reader.phrase.unlisted = index
      reader.phrase.isTitle = false
      reader.end += 1
      return true
    }
    return readNoun(index, whole, &reader)
  }

  /// «السفير لدى المملكة»: a title that is an office where it says with whom.
  private func isPosting(_ index: Int, _ reader: PhraseReader) -> Bool {
    reader.isClosed && whole[index - 1].contains(.definite) && !whole[index].contains(.given)
      && isWord(index + 1)
      && (whole[index + 1].contains(.definite) || mention(at: index + 1) != nil)
  }

  /// «الدكتور مساعد العيبان»: behind a title a given name that is also an office.
  private func isRatherName(_ index: Int, _ match: TermMatch, _ reader: PhraseReader) -> Bool {
    match.tokens.count == 1 && reader.isClosed && whole[index].contains(.given)
      && !whole[index].contains(.definite)
      // «المدير العام أمين مجلس المدينة»: in construct with a body it is the office.
      && mention(at: index + 1).map { mentions[$0].kind != .organization } != false
  }

  private func readNoun(_ index: Int, _ whole: WordClass, _ reader: inout PhraseReader) -> Bool {
    if whole.contains(.definite) {
      // Behind a closed phrase only adjectives follow, not the sentence's next noun.
      let isKnownWord =
        reader.isClosed
        ? whole.contains(.adjective) || isAgreeing(index)
        : !whole.isDisjoint(with: [.common, .institution, .head, .measure])
      let mayBeName = !whole.isDisjoint(with: .names) || isUnknown(index)
      guard
        reader.wantsComplement || isKnownWord && !(mayBeName && reader.isClosed)
          || whole.contains([.feminine, .relation]) && !whole.contains(.given)
          || isKnownWord && whole.isDisjoint(with: .names)
      else { return false }
      let portfolio = longest(at: index) { match, lexicon in
        lexicon == .institutions && match.segmentation.from == 0
      }
      if let portfolio, reader.phrase.suffix.isEmpty || reader.phrase.suffix == "GOV" {
        reader.phrase.suffix = names.institutions[Knowledge.row(of: portfolio.id)].suffix
      }
      reader.end = portfolio?.tokens.upperBound ?? index + 1
      reader.wantsComplement = false
      reader.isClosed = true
      return true
    }
    // «وزير التخطيط واستصلاح الأراضي»
    if reader.isClosed, !reader.phrase.isTitle, firstLetter(index) == 0x648,
      whole.isDisjoint(with: .ending), peeled[index].contains(.common),
      peeled[index].isDisjoint(with: [.given, .office, .honorific, .speechVerb]),
      isWord(index + 1), self.whole[index + 1].contains(.definite), !isTaken(index + 1)
    {
      reader.end += 2
      return true
    }
    // «وزير الثقافة والإعلام»
    if whole.contains(.conjoinedDefinite), reader.isClosed, !reader.phrase.isTitle,
      peeled[index].intersection([.office, .honorific, .given]).isEmpty,
      peeled[index].contains(.nationality)
        ? isShared(index) : !peeled[index].isDisjoint(with: [.common, .institution])
    {
      reader.end += 1
      return true
    }
    // «مساعد المدير العام للشؤون المدرسية»
    if whole.contains(.governedDefinite), !reader.phrase.isTitle, firstLetter(index) == 0x644,
      peeled[index].intersection([.office, .honorific, .given, .nationality]).isEmpty
        // «المدير الفني للفريق»: the team, not the rank.
        || reader.isClosed && peeled[index].contains([.office, .head])
    {
      reader.end += 1
      reader.isClosed = true
      reader.wantsComplement = false
      return true
    }
    guard reader.wantsComplement, reader.nouns < 2,
      whole.isDisjoint(with: [.given, .speechVerb, .imperfect])
    else { return false }
    reader.end += 1
    reader.nouns += 1
    return true
  }

  /// «للخدمات المساندة»: a feminine behind a feminine or a plural in ات.
  private func isAgreeing(_ index: Int) -> Bool {
    guard index > 0, whole[index].contains(.feminine), !whole[index].contains(.given),
      isUnknown(index) || whole[index].contains(.common), isWord(index - 1)
    else { return false }
    let noun = text.tokens[index - 1]
    return !isTaken(index - 1) && noun.isArabic
      && (lastLetter(of: noun) == 0x62A || whole[index - 1].contains(.governedDefinite))
  }

  /// «الاقتصاديين», «العسكريون»
  private func isPluralOfRelation(_ index: Int) -> Bool {
    let last = Int(text.tokens[index].letters) - 1
    return last > 5 && letter(last, of: index) == 0x646 && letter(last - 2, of: index) == 0x64A
      && [0x64A, 0x648].contains(letter(last - 1, of: index))
  }

  private func take(_ known: NameMention, at index: Int, _ reader: inout PhraseReader) -> Bool {
    guard known.tokens.lowerBound == index, known.kind != .person,
      // «لاعب الوفاق فلان»
      !reader.phrase.isTitle || known.kind == .organization && !reader.isClosed
    else { return false }
    let isPlain = known.bytes.start == text.tokens[index].originalStart
    // «للأمم المتحدة» is a name as it stands.
    let isGoverned =
      firstLetter(index) == 0x644 && (!isPlain || whole[index].contains(.governedDefinite))
    guard isGoverned || isPlain && (reader.wantsComplement || !reader.isClosed) else {
      return false
    }
    reader.phrase.country = reader.phrase.country ?? known.country
    if known.kind == .organization { reader.phrase.body = known.code }
    reader.end = known.tokens.upperBound
    reader.wantsComplement = false
    reader.isClosed = true
    return true
  }

  private func takeNationality(_ index: Int, _ reader: inout PhraseReader) {
    if let nationality = nationality(at: index), nationality.isCountry {
      reader.phrase.country = nationality.code
      reader.phrase.nationality = index
      // «الرئيس المصري» is an office, «الرئيس» a title.
      if reader.phrase.isTitle {
        reader.phrase.suffix = reader.phrase.suffix.isEmpty ? "GOV" : reader.phrase.suffix
      }
      reader.phrase.isTitle = false
      let match = longest(at: index) { _, lexicon in lexicon == .nationalities }
      if let match, namesSeveral(match, nationality.several) {
        reader.phrase.isShared = true
      }
    }
    reader.end += 1
    reader.wantsComplement = false
    reader.isClosed = true
  }

  func isModifier(_ index: Int) -> Bool {
    guard whole[index].contains(.office) else {
      // «محافظ البنك كريم الشاهين»: a given name too.
      return has(.adjective, at: index)
        && (whole[index].contains(.definite) || whole[index].isDisjoint(with: .given))
    }
    for match in terms(at: index) where match.segmentation.from == 0 {
      if let office = office(match), office.kind == .modifier { return true }
    }
    return false
  }
}
