internal import ArabicText
internal import Articles

/// Weeks, months, years, seasons, decades and centuries, named or relative to the article.
extension TimeReader {
  /// «الأسبوع الماضي», «العام 2011», «هذا الشهر», «الأيام الثلاثة الماضية», «صيف 2014», «الثمانينيات».
  func period(at index: Int) -> TimeReading? {
    demonstrative(at: index) ?? weekend(at: index) ?? seasonReading(at: index)
      ?? partOfYear(at: index) ?? century(at: index) ?? decade(at: index) ?? unitPeriod(at: index)
  }

  /// «مطلع العام 2014», «نهاية آذار/مارس الماضي», «منتصف الشهر»: the value is that of the period.
  func edgePeriod(at index: Int) -> TimeReading? {
    guard let edge = numbers.hit(KindSet(.edge), at: index, where: { !$0.isDefinite }) else {
      return nil
    }
    let at = edge.next
    guard weekend(at: index) == nil,
      var period = monthReading(at: at) ?? period(at: at) ?? bareUnit(at: at) ?? bareYear(at: at),
      period.kind == .date, !edge.has(.ambiguous) || !period.value.hasSuffix("_REF")
    else { return nil }
    period.start = numbers.start(of: edge)
    return period
  }

  /// A year without the word عام.
  private func bareYear(at index: Int) -> TimeReading? {
    guard let year = year(at: index), year.isHijri || (1500...2200).contains(year.number) else {
      return nil
    }
    return make(numbers.tokens[index].originalStart, year.next, .date, value(year))
  }

  func value(_ year: Year) -> String {
    year.isHijri ? "HIJRI-" + digits(year.number, 4) : digits(year.number, 4)
  }

  /// «الشهر», «العام» behind «نهاية»: the article's own.
  private func bareUnit(at index: Int) -> TimeReading? {
    guard let hit = singular(at: index), hit.isDefinite,
      [.week, .month, .year, .century, .sportSeason].contains(unit(of: hit)),
      let value = relative(unit(of: hit), 0)
    else { return nil }
    if let former = deictic(at: hit.next), isNew(former, unit(of: hit)),
      let value = relative(unit(of: hit), former.term.number)
    {
      return make(numbers.start(of: hit), former.next, .date, value)
    }
    return make(numbers.start(of: hit), hit.next, .date, value)
  }

  private func singular(at index: Int) -> NumericHit? {
    numbers.hit(
      KindSet(.timeUnit), at: index,
      where: { $0.term.flags.isDisjoint(with: [.dual, .plural]) })
  }

  /// The value of a unit so many units from the article's date.
  func relative(_ unit: TimeUnit, _ offset: Int) -> String? {
    switch unit {
    case .day: return context.dayValue(offset).value
    case .week: return context.weekValue(offset)
    case .month: return context.monthValue(offset)
    case .year: return context.yearValue(offset)
    case .quarter:
      guard let reference = context.reference else { return "XXXX-QX" }
      let quarter = reference.year * 4 + (reference.month - 1) / 3 + offset
      return digits(quarter / 4, 4) + "-Q\(quarter % 4 + 1)"
    case .decade: return context.reference.map { digits($0.year / 10 + offset, 3) } ?? "XXX"
    case .century: return context.reference.map { digits($0.year / 100 + offset, 2) } ?? "XX"
    case .sportSeason, .period:
      return offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
    default: return nil
    }
  }

  // MARK: Readers

  /// «هذا العام», «هذه الليلة», «هذا الصيف».
  private func demonstrative(at index: Int) -> TimeReading? {
    guard
      let this = numbers.hit(
        KindSet(.deictic), at: index,
        where: { $0.has(.ambiguous) && $0.term.number == 0 && !$0.isDefinite })
    else { return nil }
    let start = numbers.start(of: this)
    guard numbers.isDefinite(this.next) else { return nil }
    if let hit = singular(at: this.next),
      !hit.has(.ambiguous) || [.sportSeason, .century].contains(unit(of: hit)),
      let value = relative(unit(of: hit), 0), hit.clitics == .article
    {
      return make(start, hit.next, .date, value)
    }
    if let season = numbers.hit(KindSet(.season), at: this.next) {
      return make(
        start, season.next, .date,
        context.yearValue(0) + "-" + PartCodes.seasons[season.term.number])
    }
    if let part = numbers.hit(KindSet(.daypart), at: this.next, where: { !$0.has(.ambiguous) }),
      part.tokens.count == 1
    {
      return make(
        start, part.next, .time, context.dayValue(0).value + PartCodes.day[part.term.number])
    }
    return nil
  }

  private func weekend(at index: Int) -> TimeReading? {
    guard let hit = numbers.hit(KindSet(.weekend), at: index) else { return nil }
    let deictic = deictic(at: hit.next)
    return make(
      numbers.start(of: hit), deictic?.next ?? hit.next, .date,
      context.weekValue(deictic?.term.number ?? 0) + "-WE")
  }

  /// «صيف العام الماضي», «الصيف المقبل», «فصل الشتاء», «أشهر الصيف».
  private func seasonReading(at index: Int) -> TimeReading? {
    let lead = numbers.hit(
      KindSet(.timeUnit), at: index,
      where: { !$0.isDefinite && ($0.has(.plural) || self.isStretch(self.unit(of: $0))) })
    let at = lead?.next ?? index
    guard
      let season = numbers.hit(
        KindSet(.season), at: at,
        where: { hit in
          guard let lead else { return true }
          return self.unit(of: lead) == .season
            ? hit.clitics.isEmpty || hit.isDefinite
            : self.numbers.isDefinite(at) && (hit.clitics.isEmpty || hit.clitics == .article)
        })
    else { return nil }
    let start = lead.map { numbers.start(of: $0) } ?? numbers.start(of: season)
    let code = "-" + PartCodes.seasons[season.term.number]
    if let year = year(at: season.next) {
      return make(start, year.next, .date, value(year) + code)
    }
    if let year = unitPeriod(at: season.next) ?? demonstrative(at: season.next), year.kind == .date,
      year.value.utf8.count == 4
    {
      return make(start, year.next, .date, year.value + code)
    }
    if let deictic = deictic(at: season.next), numbers.isDefinite(at), !deictic.has(.ambiguous) {
      return make(start, deictic.next, .date, context.yearValue(deictic.term.number) + code)
    }
    let follows =
      isIn(index - 1) || numbers.has(KindSet(.edge), at: index - 1) || followsLength(index)
    // «في فصل الشتاء»: of every year.
    if lead != nil { return make(start, season.next, .date, "XXXX" + code) }
    guard numbers.isDefinite(at), !season.has(.ambiguous), follows else { return nil }
    return make(start, season.next, .date, context.yearValue(0) + code)
  }

  /// فصل، موسم، فترة
  private func isStretch(_ unit: TimeUnit) -> Bool {
    [.season, .sportSeason, .period].contains(unit)
  }

  /// «النصف الأول من العام», «الربع الثاني من 2015», «النصف الأول للعام الحالي».
  private func partOfYear(at index: Int) -> TimeReading? {
    guard let part = numbers.hit(KindSet(.fraction), at: index, where: { $0.isDefinite }),
      part.term.value == 0.5 || part.term.value == 0.25,
      let ordinal = numbers.hit(KindSet(.ordinal), at: part.next, where: { _ in true }),
      numbers.isDefinite(part.next)
    else { return nil }
    let isOf = isOf(ordinal.next)
    let at = isOf ? ordinal.next + 1 : ordinal.next
    guard
      let year = unitPeriod(at: at) ?? demonstrative(at: at) ?? (isOf ? bareUnit(at: at) : nil)
        ?? bareYear(at: at),
      year.value.utf8.count == 4
    else { return isOf ? nil : bareQuarter(part, ordinal) }
    let letter = part.term.value == 0.5 ? "-H" : "-Q"
    return make(
      numbers.start(of: part), year.next, .date, year.value + letter + "\(ordinal.term.number)")
  }

  /// «في الربع الثالث»: of the article's year, or of the one before where it lies ahead and nothing is announced.
  private func bareQuarter(_ part: NumericHit, _ ordinal: NumericHit) -> TimeReading? {
    guard part.term.value == 0.25, ordinal.term.number <= 4, let reference = context.reference,
      isIn(part.tokens.lowerBound - 1)
        || numbers.has(KindSet(.edge), at: part.tokens.lowerBound - 1)
    else { return nil }
    let isAhead = ordinal.term.number > (reference.month + 2) / 3
    let year =
      isAhead && tense(at: part.tokens.lowerBound) != .future ? reference.year - 1 : reference.year
    return make(
      numbers.start(of: part), ordinal.next, .date, digits(year, 4) + "-Q\(ordinal.term.number)")
  }

  /// «القرن التاسع عشر», «القرن الماضي», «القرن العشرين».
  private func century(at index: Int) -> TimeReading? {
    guard let hit = singular(at: index), unit(of: hit) == .century, hit.isDefinite else {
      return nil
    }
    if let ordinal = numbers.hit(KindSet(.ordinal), at: hit.next), ordinal.term.number > 0 {
      let era = numbers.hit(KindSet(.era), at: ordinal.next, where: { !$0.has(.ambiguous) })
      let count = digits(ordinal.term.number - 1, 2)
      let value = [0: "HIJRI-" + count, 2: "BC" + count][era?.term.number ?? 1] ?? count
      return make(numbers.start(of: hit), era?.next ?? ordinal.next, .date, value)
    }
    if let numeral = bracketed(hit.next), let number = Int(numeral.amount), number < 30 {
      let era = numbers.hit(KindSet(.era), at: numeral.next, where: { $0.term.number == 1 })
      return make(
        numbers.start(of: hit), era?.next ?? numeral.next, .date, digits(number - 1, 2))
    }
    let era = numbers.hit(KindSet(.era), at: hit.next, where: { $0.term.number == 1 })
    guard let deictic = deictic(at: era?.next ?? hit.next), !deictic.has(.ambiguous) else {
      return nil
    }
    return make(
      numbers.start(of: hit), deictic.next, .date, relative(.century, deictic.term.number) ?? "XX")
  }

  /// «الثمانينيات», «تسعينيات القرن الماضي»; an age where «من العمر» follows.
  private func decade(at index: Int) -> TimeReading? {
    guard let hit = numbers.hit(KindSet(.decade), at: index) else { return nil }
    let start = numbers.start(of: hit)
    if let age = ageEnd(hit.next) {
      return make(start, age, .duration, "P\(hit.term.number)Y")
    }
    var at = hit.next
    if isOf(at) { at += 1 }
    if let century = century(at: at), century.value.utf8.count == 2 {
      return make(start, century.next, .date, century.value + "\(hit.term.number / 10)")
    }
    guard hit.isDefinite else { return nil }
    let era = numbers.hit(KindSet(.era), at: hit.next, where: { $0.term.number == 1 })
    return make(start, era?.next ?? hit.next, .date, "19\(hit.term.number / 10)")
  }

  /// A unit with a year or a word like الماضي behind it.
  private func unitPeriod(at index: Int) -> TimeReading? {
    guard let hit = numbers.hit(KindSet(.timeUnit), at: index) else { return nil }
    let start = numbers.start(of: hit)
    let unit = isOfSchool(hit) ? .sportSeason : unit(of: hit)
    let many = !hit.term.flags.isDisjoint(with: [.plural, .dual])
    let isYear = unit == .year || unit == .sportSeason
    if isYear, let year = year(at: adjectiveEnd(hit.next)), year.number >= 1300 {
      if unit == .sportSeason, many { return nil }
      // «عام 2016 المقبل»
      let deictic = many ? nil : deictic(at: year.next)
      let next = deictic.map { $0.has(.ambiguous) ? year.next : $0.next } ?? year.next
      return make(start, next, .date, value(year))
    }
    if many { return definiteDuration(hit) }
    if unit == .year, let year = hijriYear(hit) { return year }
    let few = unit == .period ? numbers.hit(KindSet(.amount), at: hit.next)?.next : nil
    guard hit.isDefinite, let deictic = deictic(at: few ?? adjectiveEnd(hit.next)),
      !deictic.has(.ambiguous) || isNew(deictic, unit), !isGeneral(hit, deictic),
      let value = relative(unit, deictic.term.number)
    else { return nil }
    if isYear, let year = year(at: deictic.next) {
      return make(start, year.next, .date, self.value(year))
    }
    let day = unit == .day ? context.dayValue(deictic.term.number).day : nil
    return make(start, deictic.next, .date, value, day: day)
  }

  /// «العام الدراسي المقبل»: lies across two years as a season of sport does.
  private func isOfSchool(_ hit: NumericHit) -> Bool {
    unit(of: hit) == .year && numbers.isWord(hit.next, .ofSchool)
  }

  /// One past an adjective: «العام الدراسي القادم».
  private func adjectiveEnd(_ index: Int) -> Int {
    guard numbers.isDefinite(index), numbers.tokens[index].letters > 4,
      numbers.letter(-1, of: index) == Alphabet.ya, !numbers.has(KindSet(.deictic, .era), at: index)
    else { return index }
    return index + 1
  }

  /// «العام الهجري الجديد».
  private func hijriYear(_ hit: NumericHit) -> TimeReading? {
    guard hit.isDefinite,
      let era = numbers.hit(KindSet(.era), at: hit.next, where: { $0.term.number == 0 }),
      let deictic = deictic(at: era.next), let reference = context.reference
    else { return nil }
    if let year = year(at: deictic.next), year.isHijri {
      return make(numbers.start(of: hit), year.next, .date, value(year))
    }
    let year = hijri.hijri(reference).year + deictic.term.number
    return make(numbers.start(of: hit), deictic.next, .date, "HIJRI-" + digits(year, 4))
  }

  /// «الجديد» makes the next of a season and of a year, «السابق» the last of longer units.
  private func isNew(_ deictic: NumericHit, _ unit: TimeUnit) -> Bool {
    if numbers.isWord(deictic.tokens.lowerBound, .former) {
      return [.week, .month, .year, .sportSeason, .period].contains(unit)
    }
    return deictic.term.number == 1 && (unit == .sportSeason || unit == .year)
  }

  /// «العام» is also "general": الأمين العام الحالي.
  private func isGeneral(_ hit: NumericHit, _ deictic: NumericHit) -> Bool {
    let index = hit.tokens.lowerBound
    return unit(of: hit) == .year && numbers.isDefinite(index - 1) && !hit.clitics.contains(.lam)
      && !numbers.has(KindSet(.percent, .hundred), at: index - 1)
      && (deictic.term.number == 0 || deictic.has(.ambiguous))
  }

  /// «الأيام الثلاثة الماضية», «اليومين الماضيين», «السنوات القليلة المقبلة».
  private func definiteDuration(_ hit: NumericHit) -> TimeReading? {
    guard hit.isDefinite else { return nil }
    var amount = hit.has(.dual) ? "2" : "X"
    var at = hit.next
    if let count = numbers.hit(.cardinals, at: at, where: { $0.isDefinite }) {
      let ten = numbers.hit(
        KindSet(.ten), at: count.next, where: { $0.clitics == [.conjunction, .article] })
      amount = "\(count.term.number + (ten?.term.number ?? 0))"
      at = ten?.next ?? count.next
    } else if let few = numbers.hit(KindSet(.amount), at: at) {
      at = few.next
    } else if let numeral = bracketed(at) {
      amount = numeral.amount
      at = numeral.next
    }
    let start = numbers.start(of: hit)
    let value = unit(of: hit).duration(amount)
    let isCounted = at > hit.next && amount != "X" && !numbers.isNumber(at - 1)
    guard let deictic = deictic(at: at), !deictic.has(.ambiguous) || deictic.term.number < 0 else {
      // «الأشهر التسعة الأولى», «الأيام الأولى»
      let first = numbers.hit(KindSet(.ordinal), at: at, where: { $0.term.number == 1 })
      guard isCounted || first != nil && amount == "X", !hit.has(.ambiguous) else { return nil }
      return make(start, first?.next ?? at, .duration, value)
    }
    if deictic.has(.ambiguous), !isCounted,
      hit.has(.ambiguous) || [.minute, .second].contains(unit(of: hit))
    {
      return nil
    }
    return make(start, deictic.next, .duration, value)
  }

  /// «الـ 3» and «(3)» behind a plural.
  private func bracketed(_ index: Int) -> (amount: String, next: Int)? {
    var at = index
    if numbers.isWord(at), numbers.tokens[at].letters == 2,
      numbers.letter(1, of: at) == Alphabet.lam
    {
      at += 1
    }
    guard let numeral = numbers.numeral(at), let integer = numeral.integer, numeral.isPlain else {
      return nil
    }
    return ("\(integer)", at + 1)
  }
}
