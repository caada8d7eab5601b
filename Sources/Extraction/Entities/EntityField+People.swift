internal import ArabicText
internal import Articles

/// People by their offices, their given names, and verbs of saying.
extension EntityField {
  func findPeople() {
    var index = 0
    while index < count {
      let classes = classes(index)
      // «كل من فلان»
      if classes.isDisjoint(with: Self.opensPerson),
        !(classes.contains(.function) && isWord(index, .of))
      {
        index += 1
        continue
      }
      if let end = readOffices(at: index) ?? readCounterpart(at: index) ?? readKnownPerson(
        at: index)
        ?? readFreeName(at: index) ?? readSpeaker(at: index) ?? readDescribed(at: index)
      {
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  private static let opensPerson: WordClass = [
    .office, .honorific, .person, .given, .surname, .nameWord, .speechVerb, .head, .nationality,
  ]

  // MARK: Offices before names

  private func readOffices(at index: Int) -> Int? {
    guard !classes(index).isDisjoint(with: [.office, .honorific]), !isGivenBeforeFamily(index),
      // «التصريحات غير المسؤولة»
      !(whole[index].contains([.definite, .feminine]) && isWord(index - 1, .adversativeBeforeAnna)),
      var phrase = officePhrase(at: index, beforeName: true)
    else { return nil }
    var group = [phrase]
    // «وزير الدفاع ورئيس المخابرات …»
    while phrase.tokens.upperBound < count, group.count < 6,
      isConjoinedOffice(phrase.tokens.upperBound),
      let next = officePhrase(at: phrase.tokens.upperBound, beforeName: true)
    {
      phrase = next
      group.append(next)
    }
    var next = phrase.tokens.upperBound
    if mark(next) == 0x2F || mark(next) == 0x3A, phrase.isTitle { next += 1 }
    let first = offices.count
    let holders = readHolders(&group, at: next)
    offices.insert(contentsOf: group, at: first)
    if holders > 0 { return holders }
    // A title alone may be a verb or noun; what follows is read again.
    return group.count == 1 && phrase.isTitle
      ? phrase.tokens.lowerBound + 1 : phrase.tokens.upperBound
  }

  /// «سلطان الصقري», «خليفة حمادة»: a given name that is an office too, before a family name.
  private func isGivenBeforeFamily(_ index: Int) -> Bool {
    whole[index].contains([.given, .office]) && index + 1 < count && !isTaken(index + 1)
      && (whole[index + 1].contains(.surname) && whole[index + 1].isDisjoint(with: .ending)
        || isUnknown(index + 1) && whole[index + 1].contains([.definite, .relation])
          && !whole[index + 1].contains(.feminine) && !isBodyAdjective(index + 1))
  }

  func isConjoinedOffice(_ index: Int) -> Bool {
    guard isWord(index), text.tokens[index].isArabic, firstLetter(index) == 0x648,
      let match = officeMatch(at: index)
    else { return false }
    return match.segmentation.clitics.contains(.conjunction)
  }

  /// Reads the names behind a group of offices and shares the offices out.
  ///
  /// - Returns: one past the last name, 0 where there is none.
  private func readHolders(_ group: inout [OfficePhrase], at index: Int) -> Int {
    guard let last = group.last else { return 0 }
    let anchor = anchor(behind: last)
    var next = index
    var run = holderRun(at: next, anchor: anchor)
    if run == nil, isComma(next), !last.isTitle || group.count > 1 {
      // «رئيس البرلمان، فلان»: only known names follow a comma.
      let known = nameRun(at: next + 1, anchor: group.count > 1 ? .strong : .none)
      if let known, known.known > 0 { run = known }
    }
    // «رئيس الوزراء الهندي "نارندر مودي"»
    if run == nil, anchor == .strong, opensQuotation(next),
      let quoted = nameRun(at: next + 1, anchor: .strong), closes(quoted.tokens.upperBound, next)
    {
      run = quoted
    }
    guard let first = run, !isBareAdjective(first, behind: last) else { return 0 }
    next = addPerson(first)
    var runs = [first]
    let isList = group.count > 1 || last.namesSeveral
    while isList, let more = nextHolder(at: next) {
      runs.append(more)
      next = addPerson(more)
    }
    shareOut(&group, runs)
    if last.namesSeveral { return readSharedOffice(last, at: next) }
    return runs.count == 1 && (last.isTitle || group.count == 0)
      ? readNameTail(first, next, titled: last) : next
  }

  /// «الوزير المرافق», «الرئيس الأميركي المغادر», «السائق متوفيا»: one unknown word with ال behind an office or title,
  /// or in the accusative behind a title, describes its bearer; where it is a name, the article says it elsewhere in full.
  private func isBareAdjective(_ run: NameRun, behind office: OfficePhrase) -> Bool {
    if office.namesSeveral { return run.known == 0 }
    guard run.words == 1, run.known == 0 else { return false }
    let word = run.tokens.lowerBound
    return whole[word].contains(.definite)
      || office.isTitle && lastLetter(of: text.tokens[word]) == 0x627
  }

  /// How far an office vouches for a name behind it: an indefinite title («انتحاري») or an office
  /// that still wants its body («عضو») does not.
  private func anchor(behind office: OfficePhrase) -> Anchor {
    if office.isOpen { return .none }
    return office.isAmbiguous && office.isTitle ? .weak : .strong
  }

  private func nextHolder(at index: Int) -> NameRun? {
    if isComma(index) { return nextHolderBehindComma(index + 1) }
    guard index < count, isWord(index) else { return nil }
    return nameRun(at: index, anchor: .strong, isConjoined: true)
  }

  private func nextHolderBehindComma(_ index: Int) -> NameRun? {
    guard let run = nameRun(at: index, anchor: .none), run.known > 0 else { return nil }
    return run
  }

  private func shareOut(_ group: inout [OfficePhrase], _ runs: [NameRun]) {
    guard let last = group.indices.last else { return }
    if runs.count > 1, group.count == runs.count {
      for k in group.indices {
        var office = group[k]
        if group[last].isShared {
          office.country = group[last].country
          office.nationality = group[last].nationality
        }
        office.holder = runs[k].tokens.lowerBound
        group[k] = office
        setRole(office, of: runs[k].tokens.lowerBound, sharedBy: group[last])
      }
      return
    }
    group[last].holder = runs[0].tokens.lowerBound
    for run in runs { setRole(group[last], of: run.tokens.lowerBound) }
  }

  /// «وزيرا الخارجية المصري سامح شكري والأردني أيمن الصفدي».
  private func readSharedOffice(_ office: OfficePhrase, at index: Int) -> Int {
    var next = index
    while next < count, whole[next].contains(.conjoinedDefinite),
      peeled[next].contains(.nationality) || isUnlistedNationality(next, behindOffice: true),
      let run = nameRun(at: next + 1, anchor: .strong)
    {
      var other = office
      other.nationality = next
      other.country = nationality(at: next)?.code
      other.holder = run.tokens.lowerBound
      addPerson(run)
      setRole(other, of: run.tokens.lowerBound)
      offices.append(other)
      next = run.tokens.upperBound
    }
    return next
  }

  @discardableResult
  private func addPerson(_ run: NameRun) -> Int {
    let run = withConnector(run)
    for token in run.tokens {
      if let known = mention(at: token), mentions[known].kind != .person,
        !mayYield(mentions[known], true)
      {
        return run.tokens.upperBound
      }
    }
    release(run.tokens)
    var mention = NameMention(
      run.tokens, ByteRange(run.start, text.tokens[run.tokens.upperBound - 1].originalEnd),
      .person)
    mention.isDiscovered = true
    if let known = prominent(at: run.tokens) {
      mention.identity = known.identity
      mention.country = known.country.isEmpty ? nil : known.country
    }
    add(mention)
    return run.tokens.upperBound
  }

  /// «ابن كيران», «أبو هنية», «فان غال»: a single word with the connector or particle before it.
  private func withConnector(_ run: NameRun) -> NameRun {
    let first = run.tokens.lowerBound
    guard run.tokens.count == 1, first > 0,
      let start = connectorStart(before: first, from: run.start)
    else { return run }
    var longer = run
    longer.tokens = first - 1..<run.tokens.upperBound
    longer.start = start
    longer.words += 1
    return longer
  }

  /// Where the connector before a one-word name begins, if there is one.
  func connectorStart(before index: Int, from start: Int) -> Int? {
    guard index > 0, start == text.tokens[index].originalStart, !isTaken(index - 1),
      let word = nameWord(at: index - 1)
    else { return nil }
    switch word {
    case .kunya, .patronymic, .clan, .particle: break
    default: return nil
    }
    // «شيخ», «ولد» and «ابنه» (as it folds) are other words.
    if !whole[index - 1].isDisjoint(with: [.common, .verb, .office, .honorific])
      || lastLetter(of: text.tokens[index - 1]) == Alphabet.ha
    {
      return nil
    }
    // «فان» is «فإن», «أم» a conjunction: only where a person is awaited.
    if whole[index - 1].contains(.function) {
      guard index > 1, !classes(index - 2).isDisjoint(with: [.speechVerb, .office, .honorific]),
        !text.hasHamzaBehindFirst(index - 1)
      else { return nil }
    }
    return text.tokens[index - 1].originalStart
  }

  private func prominent(at tokens: Range<Int>) -> NameLexicon.Name? {
    guard classes(tokens.lowerBound).contains(.person) else { return nil }
    let match = longest(at: tokens.lowerBound) { _, lexicon in lexicon == .prominentPeople }
    // A family name alone («صالح») says nothing of somebody's full name.
    guard let match,
      match.tokens == tokens
        || match.tokens.count > 1 && match.tokens.upperBound < tokens.upperBound
    else { return nil }
    return names.name(match.id)
  }

  // MARK: Names without an office before them

  private func readKnownPerson(at index: Int) -> Int? {
    guard classes(index).contains(.person) else { return nil }
    let match = longest(at: index) { _, lexicon in lexicon == .prominentPeople }
    guard let match, let name = names.name(match.id) else { return nil }
    // «للعودة»: the article and noun behind ل, not «العودة» the family name.
    if match.tokens.count == 1, match.segmentation.from > 0, peeled[index].contains(.common) {
      return nil
    }
    if name.isAmbiguous || match.tokens.count == 1 {
      guard
        isFollowedLeader(index)
          || whole[index].isDisjoint(with: .ending) && !name.isAmbiguous,
        isFree(match.tokens)
      else { return nil }
    }
    var run = NameRun(
      tokens: match.tokens, start: start(of: match), known: match.tokens.count,
      words: match.tokens.count)
    // «أوضح ستالين داياناند»: behind a verb of saying an unknown word goes on.
    let isSpeaker = index > 0 && classes(index - 1).contains(.speechVerb) && match.tokens.count == 1
    if let longer = nameRun(at: index, anchor: isSpeaker ? .weak : .none),
      longer.tokens.upperBound > run.tokens.upperBound
    {
      run.tokens = index..<longer.tokens.upperBound
    }
    guard isFree(run.tokens) || match.tokens.count > 1 else { return nil }
    addPerson(run)
    let end = readNameTail(run, run.tokens.upperBound)
    return end == run.tokens.upperBound ? readCompany(at: end) : end
  }

  /// «قوات صالح», «أنصار صالح»: a leader's short name right behind those who follow him.
  private func isFollowedLeader(_ index: Int) -> Bool {
    index > 0 && whole[index].contains(.given)
      && whole[index].isDisjoint(with: [.function, .office])
      && (has(.generic, at: index - 1) || has(.follower, at: index - 1))
      && !whole[index - 1].contains(.definite)
  }

  private func readFreeName(at index: Int) -> Int? {
    guard !classes(index).isDisjoint(with: [.given, .surname, .nameWord]), !isTaken(index),
      let run = nameRun(at: index, anchor: .none)
    else { return nil }
    addPerson(run)
    let end = readNameTail(run, run.tokens.upperBound)
    return end == run.tokens.upperBound ? readCompany(at: end) : end
  }

  /// A name behind و; of a given name that is another word too (أسعد) a family name's letters speak for it.
  private func companion(at index: Int) -> NameRun? {
    if let run = nameRun(at: index, anchor: .strong, isConjoined: true) { return run }
    let family = index + 1
    guard isWord(family), isUnknown(family), isNameShaped(family),
      lastLetter(of: text.tokens[family]) == 0x64A
    else { return nil }
    return NameRun(
      tokens: index..<family + 1, start: text.originalOffset(ofLetter: 1, in: text.tokens[index]),
      known: 1, words: 2)
  }

  /// «فاز سامر الزغبي وأسعد نقادي»: names joined to one, that begin with a given name or have a known one behind their
  /// first, or are a family name and nothing else.
  private func readCompany(at index: Int) -> Int {
    var next = index
    while next < count, firstLetter(next) == 0x648, let more = companion(at: next),
      isCompany(more)
    {
      next = addPerson(more)
    }
    return next
  }

  private func isCompany(_ run: NameRun) -> Bool {
    let first = run.tokens.lowerBound
    if peeled[first].contains(.given) { return run.words > 1 }
    if run.words > 1, isFirmName(first + 1) { return isConjoinedName(first, after: 0) }
    return peeled[first].contains(.surname) && whole[first].isDisjoint(with: .names)
      && peeled[first].isDisjoint(with: .ending)
      && !terms(at: first).contains { match in
        Knowledge.lexicon(of: match.id) == .surnames
          && names.surnameIsAmbiguous[Knowledge.row(of: match.id)]
      }
  }

  /// «قال كارتر إن»: an unknown word between a verb of saying and its clause.
  private func readSpeaker(at index: Int) -> Int? {
    // «وقال»; «وسالم» is a name.
    let isVerb =
      whole[index].contains(.speechVerb)
      || peeled[index].contains(.speechVerb) && peeled[index].isDisjoint(with: .names)
        && whole[index].contains(.cliticLetter)
    guard isVerb, !isConnector(index + 1), isUnknown(index + 1), isNameShaped(index + 1),
      let run = nameRun(at: index + 1, anchor: .strong),
      // «بين خيارين: …» is rather the preposition, unless shadda makes it the verb.
      run.known > 0 || classes(index).isDisjoint(with: .function) || hasVowelMarks(index, 1),
      run.known > 0 || opensClause(run.tokens.upperBound) || opensSaying(run.tokens.upperBound)
        || opensApposition(run.tokens.upperBound)
    else { return nil }
    addPerson(run)
    return readNameTail(run, run.tokens.upperBound)
  }

  /// «المدعو سمران كالوتي», «منح الكوستاريكي كيلور نافاس»: a noun for people or a nationality that is no adjective,
  /// before a name of which no word need be known.
  private func readDescribed(at index: Int) -> Int? {
    let next: Int
    if let noun = headMatch(at: index), head(noun).kind == .person,
      noun.segmentation.clitics.isSubset(of: [.conjunction, .article])
    {
      next =
        isNationality(noun.tokens.upperBound) ? noun.tokens.upperBound + 1 : noun.tokens.upperBound
    } else if isNationality(index), !isShared(index), isNounPlace(index) {
      next = index + 1
    } else if isWord(index, .of), isWord(index - 1, .every) {
      // «كل من إنريكي سيريزو»
      next = index + 1
    } else {
      return nil
    }
    guard next < count, !whole[next].contains(.definite),
      peeled[next].isDisjoint(with: .names.union([.common, .function])),
      let run = nameRun(at: next, anchor: .weak),
      run.known > 0 || isBareOfCommon(run)
    else { return nil }
    addPerson(run)
    return readNameTail(run, run.tokens.upperBound)
  }

  /// Where a nationality stands for its bearer: nothing before it that it could describe.
  private func isNounPlace(_ index: Int) -> Bool {
    guard index > 0, isWord(index - 1) else { return isWord(index + 1) && isWord(index + 2) }
    let before = whole[index - 1]
    return !isTaken(index - 1)
      && before.isDisjoint(with: [.definite, .conjoinedDefinite, .governedDefinite])
      && !before.union(peeled[index - 1]).isDisjoint(with: [.verb, .speechVerb, .function])
  }

  /// Two unknown words at least, none of them shaped like a participle or an adjective.
  private func isBareOfCommon(_ run: NameRun) -> Bool {
    run.words > 1 && run.tokens.allSatisfy { !isParticiple($0) && !whole[$0].contains(.feminine) }
  }

  func opensClause(_ index: Int) -> Bool {
    mark(index) == 0x3A
      || isWord(index, .complementiser)
  }

  /// «قال ليسينكو «…»»; what is as short as a name is one («مسلحو «الشوك»»).
  private func opensSaying(_ index: Int) -> Bool {
    opensQuotation(index)
      && !(index + 2..<index + 4).contains { mark($0) != 0 && closes($0, index) }
  }

  func opensQuotation(_ index: Int) -> Bool {
    isOpening(index) && text.tokens[index].isQuotationMark
  }

  /// «قال هوفشتادر، مدير المركز، …»
  private func opensApposition(_ index: Int) -> Bool {
    isComma(index) && isWord(index + 1) && whole[index + 1].contains(.office)
      && officePhrase(at: index + 1, beforeName: false)?.isTitle == false
  }

  // MARK: Counterparts

  /// «نظيره السوري بشار الأسد», «ونظيريه الفرنسي بيير دوران والإيطالي ماريو كونتي».
  private func readCounterpart(at index: Int) -> Int? {
    guard classes(index).contains(.office) else { return nil }
    let match = longest(at: index) { match, lexicon in
      lexicon == .offices
        && self.names.offices[Knowledge.row(of: match.id)].kind == .counterpart
    }
    guard let match else { return nil }
    var next = match.tokens.upperBound
    var isFirst = true
    while next < count {
      var adjective: Int?
      let isListed = isFirst ? isNationality(next) : peeled[next].contains(.nationality)
      if whole[next].contains(isFirst ? .definite : .conjoinedDefinite),
        isListed || isUnlistedNationality(next, behindOffice: true)
      {
        adjective = next
        next += 1
      } else if !isFirst {
        break
      }
      guard let run = holderRun(at: next, anchor: .strong) else { break }
      addPerson(run)
      counterparts.append(
        Counterpart(holder: run.tokens.lowerBound, token: index, nationality: adjective))
      next = run.tokens.upperBound
      isFirst = false
    }
    return isFirst ? nil : next
  }
}
