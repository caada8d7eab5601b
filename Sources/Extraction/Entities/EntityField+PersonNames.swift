internal import ArabicText
internal import Articles

/// The words of a person's name.
extension EntityField {
  /// A name's tokens with the byte where it begins, behind clitics.
  struct NameRun {
    var tokens: Range<Int>
    var start: Int
    /// Words that a lexicon of names knows.
    var known: Int
    var words: Int
  }

  /// How sure the surroundings make it that a name stands here.
  enum Anchor {
    /// Nothing points to a name.
    case none
    /// A title that is often an ordinary word, or a verb of saying.
    case weak
    /// An office or title.
    case strong
  }

  /// The name that begins at a token; with `isConjoined` its first word carries و.
  func nameRun(at index: Int, anchor: Anchor, isConjoined: Bool = false) -> NameRun? {
    guard index < count, isWord(index), text.tokens[index].isArabic else { return nil }
    var start = text.tokens[index].originalStart
    var isFirstKnown: Bool?
    if isConjoined {
      guard firstLetter(index) == 0x648, text.tokens[index].letters > 2 else { return nil }
      if let match = peeledName(at: index) {
        start = self.start(of: match)
        isFirstKnown = true
      } else if anchor != .none,
        isUnknown(index) && isNameShaped(index)
          || has(.theophoric, at: index), letter(1, of: index) != 0x64A
      {
        start = text.originalOffset(ofLetter: 1, in: text.tokens[index])
        isFirstKnown = false
      } else {
        return nil
      }
    } else if anchor == .none, part(at: index, after: 0, anchor) == nil,
      let match = peeledName(at: index)
    {
      start = self.start(of: match)
      isFirstKnown = true
    }
    return run(from: index, start, firstKnown: isFirstKnown, anchor)
  }

  /// The name of an office's holder: one that has another word in it (بان كي مون) counts where a lexicon has all of it.
  func holderRun(at index: Int, anchor: Anchor) -> NameRun? {
    let run = nameRun(at: index, anchor: anchor)
    guard let figure = figureOfOtherWords(at: index),
      figure.upperBound > run?.tokens.upperBound ?? index
    else { return run }
    return NameRun(
      tokens: figure, start: text.tokens[index].originalStart, known: figure.count,
      words: figure.count)
  }

  private func run(
    from index: Int, _ start: Int, firstKnown: Bool?, _ anchor: Anchor
  ) -> NameRun? {
    var end = index
    var run = NameRun(tokens: index..<index, start: start, known: 0, words: 0)
    var unknown = 0
    var isBound = false
    scan: while end < count, run.words < 9 {
      if anchor == .strong, run.words > 0, !isBound, let next = numeralEnd(at: end) {
        run.words += 1
        end = next
        // «محمد السادس الحداد»: a ruler's numeral closes the name, unless his father's is told.
        if !isConnector(end) { break }
        continue
      }
      if run.words > 0, !isBound, isOfficeOfNext(end) || isNextPerson(end, behind: index..<end) {
        break
      }
      let part: Part?
      if end == index, let firstKnown {
        part =
          has(.theophoric, at: end) && has(.divine, at: end + 1) || has(.kunya, at: end)
          ? .connector : firstKnown ? .known : .unknown
      } else {
        part = self.part(at: end, after: run.words, isBound ? .strong : anchor, isBound: isBound)
      }
      switch part {
      case nil: break scan
      case .connector:
        guard let next = boundEnd(at: end) else { break scan }
        isBound = next == end + 1
        if !isBound { run.known += 1 }
        run.words += 1
        let isClan = nameWord(at: end) == .clan
        end = next
        // «… آل سعود» closes the name.
        if isClan, !isConnector(end), !isNextSurname(end) { break scan }
        continue
      case .known:
        run.known += 1
        end = compoundEnd(at: end) - 1
      case .unknown:
        unknown += 1
        if unknown > (anchor == .strong ? 4 : 2) { break scan }
      }
      run.words += 1
      end += 1
      // «الهادي العماري»: a given name with ال of its own.
      let isGiven = run.words == 1 && whole[end - 1].contains(.given) && !isDoubtful(end - 1)
      let isSurname = whole[end - 1].contains(.definite) && !isBound && !isGiven
      isBound = false
      if isSurname, run.words > 1 || anchor != .strong, !isConnector(end), !isNextSurname(end) {
        break
      }
    }
    // A connector at the end binds nothing.
    if isBound {
      end -= 1
      run.words -= 1
    }
    run.tokens = index..<end
    return isName(run, anchor) ? run : nil
  }

  /// A public figure whose name has another word in it: بان, أمير.
  private func figureOfOtherWords(at index: Int) -> Range<Int>? {
    guard index < count, whole[index].contains(.person),
      whole[index].isDisjoint(with: [.office, .honorific])
    else { return nil }
    let match = longest(at: index) { match, lexicon in
      lexicon == .prominentPeople && match.segmentation.from == 0 && match.tokens.count > 1
    }
    guard let match, names.name(match.id)?.isAmbiguous == false else { return nil }
    return match.tokens
  }

  /// One past a name of several words that a lexicon has: «زين العابدين», «آل ثاني».
  func compoundEnd(at index: Int) -> Int {
    let match = longest(at: index) { match, lexicon in
      (lexicon == .givenNames || lexicon == .surnames) && match.segmentation.from == 0
    }
    return max(index + 1, match?.tokens.upperBound ?? 0)
  }

  /// One past the numeral of a ruler: «عبد الله الثاني». What goes on with من or a time is no numeral («الأول من أمس»).
  private func numeralEnd(at index: Int) -> Int? {
    guard nameWord(at: index) == .regnal,
      let match = longest(
        at: index, where: { $1 == .nameWords && $0.segmentation.clitics.isEmpty }),
      !isWord(match.tokens.upperBound, .of)
    else { return nil }
    return match.tokens.upperBound
  }

  /// «سلمان شيخ الأزهر فلان»: an office of several words, the holder's name behind it.
  private func isOfficeOfNext(_ index: Int) -> Bool {
    guard
      let office = longest(
        at: index, where: { $1 == .offices && $0.tokens.count > 1 && $0.segmentation.from == 0 })
    else { return false }
    return isFirmName(office.tokens.upperBound)
  }

  /// «جون كيري أوباما», «ترامب ريك بيري»: behind a public figure's name another's, or a given name with its next.
  private func isNextPerson(_ next: Int, behind name: Range<Int>) -> Bool {
    let last = whole[next - 1]
    guard last.contains(.surname) || name.count == 1 && last.contains(.person),
      !last.contains(.given), whole[next].isDisjoint(with: .ending), !isConnector(next),
      isPublicFigure(name)
    else { return false }
    if whole[next].contains(.given) {
      return !whole[next].contains(.surname) && (isFirmName(next + 1) || isConnector(next + 1))
    }
    return !whole[next].contains(.definite) && isPublicFigure(next..<next + 1)
  }

  private func isPublicFigure(_ tokens: Range<Int>) -> Bool {
    classes(tokens.lowerBound).contains(.person)
      && longest(
        at: tokens.lowerBound, where: { $1 == .prominentPeople && $0.segmentation.from == 0 })?
        .tokens == tokens
  }

  /// «صباح الأحمد الجابر»: a family name that is nothing else, of a single word, behind another.
  private func isNextSurname(_ index: Int) -> Bool {
    whole[index].contains([.surname, .definite]) && !isWeekday(index)
      && whole[index].isDisjoint(
        with: WordClass.ending.subtracting(.measure).union([.organization, .place]))
  }

  func isConnector(_ index: Int) -> Bool {
    switch nameWord(at: index) {
    case .patronymic, .clan, .kunya: true
    default: false
    }
  }

  /// Whether what was read is enough for a name.
  private func isName(_ run: NameRun, _ anchor: Anchor) -> Bool {
    guard run.words > 0, !run.tokens.isEmpty else { return false }
    let first = run.tokens.lowerBound
    // «رسول الله», «رحاب الله»: God's name behind a word that does not make a name with it.
    if run.tokens.count < 3, isGod(first + 1), nameWord(at: first, isWhole: false) != .theophoric {
      return false
    }
    switch anchor {
    case .strong:
      if !whole[first].contains(.common) || run.known > 1 { return true }
      // «وسام الاستحقاق»: a common word wants a name beside it, or a family name's letters. «كريم الشاهين»: an adjective
      // without ال describes no office.
      let last = run.tokens.upperBound - 1
      guard run.words > 1, whole[last].contains(.definite) else { return false }
      return whole[last].contains(.relation)
        || whole[first].contains([.given, .adjective]) && isUnknown(last)
    case .weak: return !isHeadedByOther(run) && (run.words > 1 || run.known > 0)
    case .none:
      guard run.words > 1 else { return isBareSubject(run) || isBareKunya(run) }
      if isHeadedByOther(run) { return false }
      return !isDoubtful(first) || isSupported(first, run) || isKunyaWithFamily(run)
    }
  }

  /// «الفارس سامر الزغبي»: an epithet in the letters of a family name, before a given name; «حياة غاندي», «نظام القذافي»:
  /// a common word that is a given name too, before a foreign name or a ruler's.
  private func isHeadedByOther(_ run: NameRun) -> Bool {
    let first = run.tokens.lowerBound
    guard run.tokens.count > 1 else { return false }
    let (word, next) = (whole[first], whole[first + 1])
    if word.contains([.surname, .definite]), word.isDisjoint(with: [.given, .person]) {
      return next.contains(.given) && next.isDisjoint(with: .ending)
        || nameWord(at: first + 1) == .kunya
    }
    guard !word.isDisjoint(with: .otherWord), !word.contains(.person), !isConnector(first + 1),
      !mayBeForeignGiven(first)
    else { return false }
    if next.contains(.person) {
      if has(.follower, at: first) { return true }
      if !word.isDisjoint(with: [.verb, .speechVerb]),
        next.isDisjoint(with: [.given, .surname, .definite])
      {
        return true
      }
    }
    return isForeignName(first + 1)
  }

  /// «فابيان لينضم»: a name that is nothing else, alone before a verb.
  private func isBareSubject(_ run: NameRun) -> Bool {
    let first = run.tokens.lowerBound
    return run.known == 1 && run.tokens.count == 1 && whole[first].contains(.given)
      && whole[first].isDisjoint(with: .ending) && !isDoubtful(first) && isUnknown(first + 1)
      && isVerb(first + 1)
  }

  /// «أبو كريم», «الزائرة أم حسين»: a kunya of a given name that is nothing else; أم, "or", only right behind a verb of saying or
  /// the feminine that the woman is told by.
  private func isBareKunya(_ run: NameRun) -> Bool {
    let first = run.tokens.lowerBound
    guard run.tokens.count == 2, has(.kunya, at: first), isFirmName(first + 1),
      whole[first + 1].contains(.given), !isTaken(first + 1)
    else { return false }
    guard whole[first].contains(.function) else { return true }
    return first > 0
      && (classes(first - 1).contains(.speechVerb)
        || whole[first - 1].contains([.definite, .feminine]))
  }

  /// «أبو حفص السوري»: a kunya before what may be a family name.
  private func isKunyaWithFamily(_ run: NameRun) -> Bool {
    let first = run.tokens.lowerBound
    return run.tokens.count > 2 && has(.kunya, at: first) && !whole[first].contains(.function)
      && whole[run.tokens.upperBound - 1].contains([.definite, .relation])
  }

  /// A doubtful first name («فهد») beside a word that cannot be but a name.
  private func isSupported(_ first: Int, _ run: NameRun) -> Bool {
    if run.known > 1, isConnector(first + 1) { return true }
    // «وصل سامي …»: the verb before the name.
    if !whole[first].isDisjoint(with: [.verb, .speechVerb]), isAmbiguousGiven(first),
      isFirmName(first + 1), whole[first + 1].contains(.given)
    {
      return false
    }
    if run.known > 1, run.known > 2 || isFirmName(first + 1) { return true }
    return run.words == 2 && run.tokens.count == 2 && isUnknown(first + 1)
      && (whole[first + 1].contains([.definite, .relation]) || officeMatch(at: first + 2) != nil)
      && (whole[first].contains(.given) ? whole[first] : peeled[first]).isDisjoint(with: .ending)
  }

  /// A name of God that is no family name.
  private func isGod(_ index: Int) -> Bool {
    whole[index].contains(.definite) && has(.divine, at: index)
      && whole[index].isDisjoint(with: .names)
  }

  private func isAmbiguousGiven(_ index: Int) -> Bool {
    terms(at: index).contains { match in
      match.id >> 24 == UInt32(Lexicon.givenNames.rawValue)
        && names.givenIsAmbiguous[Knowledge.row(of: match.id)]
    }
  }

  /// A name that is also another word.
  func isDoubtful(_ index: Int) -> Bool {
    if !whole[index].isDisjoint(with: [
      .function, .common, .measure, .head, .nationality, .country, .capital, .place, .office,
      .honorific, .speechVerb, .speechNoun, .institution,
    ]) {
      return true
    }
    var isGiven = false
    let isPeeled = whole[index].isDisjoint(with: .names)
    for match in terms(at: index) where (match.segmentation.from > 0) == isPeeled {
      let row = Knowledge.row(of: match.id)
      switch Knowledge.lexicon(of: match.id) {
      case .givenNames:
        if names.givenIsAmbiguous[row] { return true }
        isGiven = true
      case .surnames where !isGiven:
        if names.surnameIsAmbiguous[row] { return true }
      default: continue
      }
    }
    return !isGiven
  }

  /// A given name behind a clitic: «وهاكان», «لمحمد».
  private func peeledName(at index: Int) -> TermMatch? {
    guard peeled[index].contains(.given), whole[index].isDisjoint(with: .ending.union(.names)),
      peeled[index].isDisjoint(with: [.function, .speechVerb]),
      !peeled[index].contains(.common) || isFirmName(index + 1) || isConnector(index + 1)
    else { return nil }
    let match = longest(at: index) { match, lexicon in
      lexicon == .givenNames && match.segmentation.from > 0
    }
    // «فبركات», «كلامي»: rather a word of its own than a given name behind ف or ك.
    let first = firstLetter(index)
    if let match, first == Alphabet.fa || first == Alphabet.kaf, match.segmentation.from == 1,
      text.tokens[index].letters < 7, isDoubtful(index), !isFirmName(index + 1),
      !isConnector(index + 1), !standsUncut(match)
    {
      return nil
    }
    return match
  }

  /// One past the words that a connector binds to itself when they make a name with it (عبد الله);
  /// the connector's own end when the next word follows by the usual rules (بن, آل).
  private func boundEnd(at index: Int) -> Int? {
    guard isWord(index + 1) else { return nil }
    switch nameWord(at: index, isWhole: false) {
    case .theophoric:
      return has(.divine, at: index + 1) ? index + 2 : nil
    case .kunya, .clan:
      guard
        !classes(index + 1).contains(.function) || lastLetter(of: text.tokens[index + 1]) == 0x64A
      else { return nil }
      return index + 2
    default: return index + 1
    }
  }

  /// The end of a name that stands alone or behind a title: «الملك عبدالعزيز», «محمد بن سعود».
  func personName(at index: Int) -> Int? {
    if let title = longest(
      at: index,
      where: { match, lexicon in
        match.segmentation.from == 0
          && (lexicon == .honorifics
            || lexicon == .offices
              && self.names.offices[Knowledge.row(of: match.id)].kind == .title)
      })
    {
      let next = title.tokens.upperBound
      guard next < count, !whole[next].isDisjoint(with: .names) else { return nil }
      return nameRun(at: next, anchor: .strong)?.tokens.upperBound
    }
    guard !whole[index].isDisjoint(with: .names) || isConnector(index) else { return nil }
    return nameRun(at: index, anchor: .none)?.tokens.upperBound
  }
}
