internal import ArabicText
internal import Articles

/// Months, days of months and dates in digits.
extension TimeReader {
  /// A month with its second name: «فبراير/شباط», «مايو (أيار)», «يوليو تموز».
  struct Month {
    var number: Int
    var isHijri: Bool
    /// The word alone may be something else.
    var isAmbiguous: Bool
    var start: Int
    var next: Int
  }

  func month(at index: Int) -> Month? {
    let fits: (NumericHit) -> Bool = {
      // باب is a door before it is "in August".
      !$0.isDefinite && (!$0.has(.ambiguous) || $0.clitics.isSubset(of: .conjunction))
    }
    guard let hit = numbers.hit(KindSet(.month), at: index, where: fits) else { return nil }
    var month = Month(
      number: hit.term.number, isHijri: hit.has(.hijri), isAmbiguous: hit.has(.ambiguous),
      start: numbers.start(of: hit), next: hit.next)
    var at = hit.next
    let bracket = numbers.isMark(0x28, at: at)
    if bracket || numbers.isMark(0x2F, 0x2D, 0x5C, at: at) { at += 1 }
    guard let second = numbers.hit(KindSet(.month), at: at, where: { $0.clitics.isEmpty }),
      second.term.number == month.number, second.has(.hijri) == month.isHijri
    else { return month }
    at = second.next
    if bracket {
      guard numbers.isMark(0x29, at: at) else { return month }
      at += 1
    }
    month.next = at
    month.isAmbiguous = false
    return month
  }

  /// What may follow a month: «الماضي», «2014», «من العام الماضي», «من عام 2014م», «من الشهر المقبل».
  struct MonthTail {
    var direction: Int?
    var year: Year?
    var next: Int
  }

  func tail(ofMonthAt index: Int) -> MonthTail {
    let own = ownTail(ofMonthAt: index)
    // Two joined months share what follows: «سبتمبر ويناير الماضيين».
    let at = numbers.has(KindSet(.until), at: index) ? index + 1 : index
    guard own.next == index, at > index || numbers.letter(0, of: index) == Alphabet.waw,
      let joined = month(at: at)
    else { return own }
    let shared = ownTail(ofMonthAt: joined.next)
    return MonthTail(direction: shared.direction, year: shared.year, next: index)
  }

  private func ownTail(ofMonthAt index: Int) -> MonthTail {
    if let year = year(at: index), year.number >= 1300 {
      return MonthTail(year: year, next: year.next)
    }
    if let deictic = deictic(at: index), !deictic.has(.ambiguous) {
      return MonthTail(direction: deictic.term.number, next: deictic.next)
    }
    var at = index
    if isOf(at) || numbers.isMark(0x60C, 0x2C, at: at) || isIn(at) { at += 1 }
    guard
      let unit = numbers.hit(
        KindSet(.timeUnit), at: at,
        where: { [.year, .month].contains(self.unit(of: $0)) && $0.term.flags.isEmpty })
    else { return MonthTail(next: index) }
    if self.unit(of: unit) == .month {
      guard isOf(index), unit.isDefinite, let deictic = deictic(at: unit.next) else {
        return MonthTail(next: index)
      }
      return MonthTail(direction: deictic.term.number, next: deictic.next)
    }
    if let year = year(at: unit.next) { return MonthTail(year: year, next: year.next) }
    if let deictic = deictic(at: unit.next), let now = context.reference {
      let year = Year(number: now.year + deictic.term.number, next: deictic.next)
      return MonthTail(year: year, next: deictic.next)
    }
    return MonthTail(next: index)
  }

  /// A month alone, after «شهر» or with a year: its value is the month.
  func monthReading(at index: Int) -> TimeReading? {
    var at = index
    var start: Int?
    // «شهر الصيام» is a name as a whole.
    if month(at: index) == nil,
      let unit = numbers.hit(
        KindSet(.timeUnit), at: at,
        where: { self.unit(of: $0) == .month && !$0.isDefinite })
    {
      start = numbers.start(of: unit)
      at = unit.next
    }
    guard let month = month(at: at) else { return nil }
    let tail = tail(ofMonthAt: month.next)
    let named = tail.next > month.next || start != nil
    guard named || !month.isAmbiguous && !month.isHijri || stands(month, at: at) else { return nil }
    if month.isHijri {
      guard named || !month.isAmbiguous || stands(month, at: at) else { return nil }
      let year = hijriYear(month, tail, at: at).map { digits($0, 4) } ?? "XXXX"
      return make(
        start ?? month.start, tail.next, .date, "HIJRI-\(year)-\(digits(month.number, 2))")
    }
    let year =
      tail.year?.number
      ?? context.year(ofMonth: month.number, direction: tail.direction, tense(at: index))
    let value = (year.map { digits($0, 4) } ?? "XXXX") + "-" + digits(month.number, 2)
    return make(start ?? month.start, tail.next, .date, value)
  }

  /// An ambiguous month's name without day and year counts only right after a preposition of time.
  private func stands(_ month: Month, at index: Int) -> Bool {
    guard month.next == index + 1 || !month.isAmbiguous else { return true }
    if month.isHijri, !month.isAmbiguous { return true }
    // «أيام رمضان», «نهار رمضان»
    if month.isHijri,
      numbers.hit(KindSet(.timeUnit), at: index - 1, where: { !$0.isDefinite }) != nil
    {
      return true
    }
    return isIn(index - 1) || numbers.has(KindSet(.edge), at: index - 1)
      || followsCue(index) && !numbers.isMark(0x60C, at: index - 1)
  }

  private func hijriYear(_ month: Month, _ tail: MonthTail, at index: Int) -> Int? {
    if let year = tail.year {
      if year.isHijri || year.number < 1600 { return year.number }
      let first = hijri.hijri(CivilDate(year.number, 1, 1)).year
      let begins = hijri.civil(.init(year: first, month: month.number, day: 1))
      return begins.year < year.number ? first + 1 : first
    }
    guard let reference = context.reference else { return nil }
    let now = hijri.hijri(reference)
    let ahead = month.number - now.month
    switch tail.direction {
    case .some(..<0): return ahead >= 0 ? now.year - 1 : now.year
    case .some(1...): return ahead <= 0 ? now.year + 1 : now.year
    default: return ahead > 6 ? now.year - 1 : ahead < -6 ? now.year + 1 : now.year
    }
  }

  /// A day of a month: «23 يوليو 1952», «العاشر من حزيران/يونيو», «20-25 يوليو» (its last day).
  func dayOfMonth(at index: Int) -> TimeReading? {
    guard let number = dayNumber(at: index), !isPart(before: index) else { return nil }
    return date(day: number.value, number.start, number.next, since: index)
  }

  /// «النصف الثاني من مايو», «الأسبوع الأول من مايو»: the ordinal counts halves or weeks, not days.
  private func isPart(before index: Int) -> Bool {
    let part = numbers.hit(KindSet(.fraction, .timeUnit), at: index - 1) {
      $0.isDefinite && $0.next == index
    }
    return part.map { $0.term.kind == .fraction || ![.day, .night].contains(self.unit(of: $0)) }
      ?? false
  }

  /// The month, and year behind a day's number.
  private func date(day: Int, _ start: Int, _ next: Int, since index: Int) -> TimeReading? {
    var at = next
    if isOf(at) || isIn(at) || numbers.isMark(0x2F, 0x2D, at: at) { at += 1 }
    if let unit = numbers.hit(
      KindSet(.timeUnit), at: at,
      where: { self.unit(of: $0) == .month && $0.term.flags.isEmpty })
    {
      at = unit.next
      if let deictic = deictic(at: at), unit.isDefinite {
        return dayOfThisMonth(day, deictic.term.number, start, deictic.next)
      }
    }
    guard let month = month(at: at), numbers.isWord(at) else { return nil }
    // «2-صفر» is a result.
    if month.isAmbiguous, numbers.isMark(0x2D, 0x2F, at: at - 1) { return nil }
    let tail = tail(ofMonthAt: month.next)
    if month.isHijri || tail.year?.isHijri == true {
      guard day <= 30, let year = hijriYear(month, tail, at: at) else {
        return make(
          start, tail.next, .date, "HIJRI-XXXX-\(digits(month.number, 2))-\(digits(day, 2))")
      }
      return hijriDate(.init(year: year, month: month.number, day: day), start, tail.next)
    }
    let year =
      tail.year?.number
      ?? context.year(
        ofMonth: month.number, day: day, direction: tail.direction, tense(at: index))
    guard let year else {
      let value = "XXXX-" + digits(month.number, 2) + "-" + digits(day, 2)
      return make(start, tail.next, .date, value)
    }
    let date = CivilDate(year, month.number, day)
    return make(start, tail.next, .date, date.text, day: date)
  }

  /// «الخامس من الشهر الجاري».
  private func dayOfThisMonth(_ day: Int, _ offset: Int, _ start: Int, _ next: Int) -> TimeReading {
    let value = context.monthValue(offset) + "-" + digits(day, 2)
    return make(start, next, .date, value, day: CivilDate(prefix: value))
  }

  /// The number of a day: digits 1–31, or an ordinal (العاشر, الخامس والعشرين).
  private func dayNumber(at index: Int) -> (value: Int, start: Int, next: Int)? {
    if let ordinal = numbers.hit(KindSet(.ordinal), at: index),
      (1...31).contains(ordinal.term.number)
    {
      return (ordinal.term.number, numbers.start(of: ordinal), ordinal.next)
    }
    if numbers.isMark(0x28, at: index), numbers.isMark(0x29, at: index + 2),
      let inner = dayNumber(at: index + 1)
    {
      return (inner.value, numbers.tokens[index].originalStart, index + 3)
    }
    guard let numeral = numbers.numeral(index), numeral.isPlain, numeral.digits < 3,
      let value = numeral.integer, (1...31).contains(value)
    else { return nil }
    return (value, numbers.tokens[index].originalStart, index + 1)
  }

  /// The first of two or more days that share a month: the 20 of «20 و21 يوليو», «من 20 إلى 25 يوليو».
  func firstOfDays(at index: Int) -> TimeReading? {
    guard let first = dayNumber(at: index) else { return nil }
    var at = first.next
    if numbers.isMark(0x2D, 0x2013, at: at) || numbers.has(KindSet(.until), at: at) {
      at += 1
    } else if numbers.isWord(at), numbers.letter(0, of: at) == Alphabet.waw,
      numbers.tokens[at].letters == 1
    {
      at += 1
    } else {
      return nil
    }
    guard let second = dayNumber(at: at), second.value > first.value,
      let date = date(day: second.value, second.start, second.next, since: at)
        ?? firstOfDays(at: at)
    else { return nil }
    guard let day = date.day else { return nil }
    if date.gregorian != nil {
      let other = hijri.hijri(day)
      var reading = hijriDate(
        .init(year: other.year, month: other.month, day: first.value), first.start, first.next)
      reading.end = numbers.end(before: first.next)
      return reading
    }
    let other = CivilDate(day.year, day.month, first.value)
    return make(first.start, first.next, .date, other.text, day: other)
  }

  /// «23/7/2015», «2015-07-23», «7/10/1436هـ», «23.7.2015».
  func numericDate(at index: Int) -> TimeReading? {
    var parts: [Int] = []
    var widths: [Int] = []
    var at = index
    if numbers.isNumber(index), let dotted = dottedDate(index) {
      parts = dotted
      widths = dotted.map { $0 > 999 ? 4 : 2 }
      at += 1
    } else {
      while let numeral = numbers.numeral(at), numeral.isPlain, let value = numeral.integer {
        parts.append(value)
        widths.append(numeral.digits)
        at += 1
        guard parts.count < 3, numbers.isMark(0x2F, 0x2D, 0x5C, 0x2013, at: at),
          numbers.isNumber(at + 1)
        else { break }
        at += 1
      }
    }
    guard parts.count == 3, widths[1] <= 2 else { return nil }
    let yearFirst = widths[0] == 4
    guard yearFirst ? widths[2] <= 2 : widths[2] == 4 && widths[0] <= 2 else { return nil }
    let year = yearFirst ? parts[0] : parts[2]
    var day = yearFirst ? parts[2] : parts[0]
    var month = parts[1]
    if month > 12, day <= 12 { swap(&day, &month) }
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let start = numbers.tokens[index].originalStart
    if (1300...1500).contains(year) {
      guard day <= 30 else { return nil }
      let next = eraEnd(at)
      return hijriDate(.init(year: year, month: month, day: day), start, next)
    }
    guard (1500...2200).contains(year) else { return nil }
    let date = CivilDate(year, month, day)
    return make(start, eraEnd(at), .date, date.text, day: date)
  }

  private func eraEnd(_ index: Int) -> Int {
    guard let era = numbers.hit(KindSet(.era), at: index), era.clitics.isEmpty,
      numbers.tokens[index].letters < 3
    else { return index }
    return era.next
  }

  private func dottedDate(_ index: Int) -> [Int]? {
    let groups = numbers.groups(ofDigits: index)
    return groups.count == 3 && groups.reduce(0) { $0 + $1.digits } >= 6 ? groups.map(\.value) : nil
  }
}
