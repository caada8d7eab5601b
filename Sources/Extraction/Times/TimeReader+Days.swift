internal import ArabicText
internal import Articles

/// Days: أمس، غدا، weekdays, parts of the day, and what may stand together with them.
extension TimeReader {
  /// A day read at some token.
  struct Day {
    var start: Int
    var next: Int
    var date: CivilDate?
    var value: String
    var gregorian: String?
  }

  /// «أمس الاثنين», «يوم الخميس الماضي», «الخميس 23 يوليو», «أمس (الأحد)»; a part of day behind it
  /// makes it a time.
  func dayReading(at index: Int) -> TimeReading? {
    guard let day = day(at: index) else { return nil }
    if let part = adverb(at: day.next) {
      return make(
        day.start, part.next, .time, day.value + PartCodes.day[part.term.number], day: day.date)
    }
    return make(
      day.start, day.next, .date, day.value, day: day.date, gregorian: day.gregorian)
  }

  /// A part of day before its day («مساء أمس», «ليلة العيد», «ساعة متأخرة من مساء أمس»), or alone and then on the day last
  /// spoken of.
  func daypartReading(at index: Int) -> TimeReading? {
    if let night = numbers.hit(KindSet(.night), at: index) {
      if isNamed(night) { return nil }
      let (value, day) = context.dayValue(night.term.number)
      return make(numbers.start(of: night), night.next, .time, value + "TNI", day: day)
    }
    guard let part = numbers.hit(KindSet(.daypart), at: index) else { return nil }
    let code = PartCodes.day[part.term.number]
    let at = isOf(part.next) ? part.next + 1 : part.next
    let start = numbers.start(of: part)
    if let day = day(at: at) {
      return make(start, day.next, .time, day.value + code, day: day.date)
    }
    if let day = feast(at: at, behindPart: true) {
      return make(
        start, day.next, .time, day.value + code, day: day.day, gregorian: day.gregorian)
    }
    // «ساعة متأخرة» says less than «ليل الجمعة» behind it.
    if part.tokens.count > 1, var smaller = daypartReading(at: at) {
      smaller.start = start
      return smaller
    }
    guard stands(part, at: index) else { return nil }
    return make(start, part.next, .time, (context.anchor?.text ?? "XXXX-XX-XX") + code)
  }

  /// «الليلة الشعبية»: an evening of its kind, not of today.
  private func isNamed(_ night: NumericHit) -> Bool {
    night.tokens.count == 1 && numbers.isDefinite(night.next)
      && numbers.letter(-1, of: night.next) == Alphabet.ha
      && numbers.letter(-2, of: night.next) == Alphabet.ya
  }

  /// Whether a part of day counts without a day beside it.
  private func stands(_ part: NumericHit, at index: Int) -> Bool {
    if part.has(.ambiguous) { return false }
    let definite = numbers.isDefinite(index)
    if part.tokens.count > 1 { return true }
    if definite { return followsCue(index) || isIn(index - 1) }
    // Adverbs: صباحا، ليلا, but not صباح and ليل, which want a genitive.
    return numbers.letter(-1, of: index) == Alphabet.alif
      || part.term.number == 3 && isAdverb(index)
  }

  /// مساء is adverb and noun alike; before a definite noun or a name it is the noun.
  private func isAdverb(_ index: Int) -> Bool {
    numbers.letter(-1, of: index) == 0x621
      && !numbers.hasArticle(index + 1)
  }

  func adverb(at index: Int) -> NumericHit? {
    numbers.hit(
      KindSet(.daypart), at: index,
      where: { hit in
        hit.tokens.count == 1 && hit.clitics.isEmpty && !hit.has(.ambiguous)
          && (numbers.letter(-1, of: index) == Alphabet.alif
            || numbers.letter(-1, of: index) == 0x621)
      })
  }

  /// «في», «عند».
  func isIn(_ index: Int) -> Bool { numbers.isWord(index, .atTime) }

  func isOf(_ index: Int) -> Bool { numbers.isOf(index) }

  /// A day of any kind.
  func day(at index: Int) -> Day? {
    var at = index
    var start: Int?
    if let unit = numbers.hit(
      KindSet(.timeUnit), at: at,
      where: {
        self.unit(of: $0) == .day && !$0.isDefinite
          && $0.term.flags.isDisjoint(with: [.dual, .plural])
      })
    {
      start = numbers.start(of: unit)
      at = unit.next
    }
    if let begin = start, let named = weekdayBehind(at), numbers.isMark(0x28, at: at) {
      let date = context.reference?.nearest(weekday: named.number, past: true)
      return dated(
        Day(start: begin, next: named.next, date: date, value: date?.text ?? "XXXX-XX-XX"))
    }
    if var day = dayWord(at: at) ?? weekday(at: at, afterUnit: start != nil) {
      day.start = start ?? day.start
      return day
    }
    guard start != nil || numbers.isNumber(at) || numbers.has(KindSet(.ordinal), at: at) else {
      return nil
    }
    guard var date = dayOfMonth(at: at) ?? numericDate(at: at) else { return nil }
    date.start = start ?? date.start
    return Day(
      start: date.start, next: date.next, date: date.day, value: date.value,
      gregorian: date.gregorian)
  }

  /// أمس، اليوم، غدا with a weekday behind; where the two disagree (a stale date) the weekday says.
  private func dayWord(at index: Int) -> Day? {
    if let hit = numbers.hit(KindSet(.same, .nextDay), at: index) {
      let day = context.anchor?.adding(days: hit.term.kind == .nextDay ? 1 : 0)
      return Day(
        start: startInside(hit), next: hit.next, date: day, value: day?.text ?? "XXXX-XX-XX")
    }
    guard
      let hit = numbers.hit(
        KindSet(.day), at: index,
        where: { hit in
          (!hit.has(.ambiguous) || numbers.has(KindSet(.timeUnit, .daypart), at: index - 1)
            || self.weekdayBehind(hit.next) != nil)
            && !self.isPartOfReference(hit)
            && hit.clitics.isDisjoint(with: [.article, .ba, .kaf])
        })
    else { return nil }
    let (value, date) = context.dayValue(hit.term.number)
    var day = Day(start: numbers.start(of: hit), next: hit.next, date: date, value: value)
    if let weekday = weekdayBehind(hit.next) {
      day.next = weekday.next
      if hit.term.number <= 0, let reference = context.reference {
        let named = reference.nearest(weekday: weekday.number, past: true)
        if date?.weekday != weekday.number { day.date = named }
      } else if date?.weekday != weekday.number {
        day.date = context.reference?.nearest(weekday: weekday.number, past: false)
      }
      day.value = day.date?.text ?? day.value
      return dated(day)
    }
    if hit.term.number == 0, !isToday(hit) { return nil }
    return dated(day)
  }

  /// «بالأمس القريب» is no "yesterday".
  private func isPartOfReference(_ hit: NumericHit) -> Bool {
    numbers.hit(
      KindSet(.reference), at: hit.tokens.lowerBound, where: { $0.next > hit.next }) != nil
  }

  /// «اليوم» is also "the day" (اليوم الأول، اليوم العالمي), a newspaper and a dateline.
  private func isToday(_ hit: NumericHit) -> Bool {
    if hit.tokens.count > 1 { return true }
    let index = hit.tokens.lowerBound
    if numbers.has(KindSet(.ordinal, .deictic), at: hit.next), numbers.isDefinite(hit.next) {
      return false
    }
    if numbers.isWord(index - 1, .in) { return false }
    if numbers.hit(KindSet(.within), at: index - 1) != nil { return false }
    // «اليوم التدريبي»: an adjective follows.
    if numbers.isDefinite(hit.next), numbers.letter(-1, of: hit.next) == Alphabet.ya {
      return false
    }
    if isDateline(hit.next) { return false }
    return !numbers.has(KindSet(.dated), at: index - 1)
      && !numbers.has(KindSet(.dated), at: hit.next)
  }

  /// The newspaper اليوم signs «اليوم – واس».
  private func isDateline(_ index: Int) -> Bool {
    guard numbers.isMark(0x2D, 0x2013, 0x2014, at: index) else { return false }
    return (2...4).contains { back in
      numbers.isMark(0x3A, at: index + back)
        || index + back < numbers.tokens.count && numbers.tokens[index + back].kind == .newline
    }
  }

  /// «اليوم الثاني», «الأسبوع الأول», «يومه الرابع», «أول أيام المهرجان»: counted from the start of something that lasts
  /// several, which the words do not date.
  func inOrder(at index: Int) -> TimeReading? {
    let counted = KindSet(.timeUnit)
    if let ordinal = ordinal(at: index, isDefinite: true),
      let own = numbers.own(counted, before: index, where: { $0.term.flags.isEmpty }),
      let value = undated(own)
    {
      return make(numbers.start(of: own), ordinal.next, .date, value)
    }
    if let ordinal = ordinal(at: index, isDefinite: false), ordinal.term.number <= 10,
      let unit = numbers.hit(
        counted, at: ordinal.next, where: { $0.clitics.isEmpty && !$0.has(.dual) }),
      unit.term.flags.isEmpty || self.unit(of: unit) == .day, let value = undated(unit)
    {
      return make(numbers.start(of: ordinal), unit.next, .date, value)
    }
    guard
      let unit = numbers.hit(
        counted, at: index, where: { $0.isDefinite && $0.term.flags.isEmpty }),
      let ordinal = ordinal(at: unit.next, isDefinite: true), let value = undated(unit),
      !numbers.has(KindSet(.month), at: ordinal.next), !isOfPeriod(ordinal.next)
    else { return nil }
    return make(numbers.start(of: unit), ordinal.next, .date, value)
  }

  /// «الثاني» or «ثاني», as the place of one of the days of a month at most.
  func ordinal(at index: Int, isDefinite: Bool) -> NumericHit? {
    numbers.hit(
      KindSet(.ordinal), at: index,
      where: { (1...31).contains($0.term.number) && numbers.isDefinite(index) == isDefinite })
  }

  /// The value of a day, week, month or year that may be any. «السنة الأولى» is a class at school.
  private func undated(_ unit: NumericHit) -> String? {
    switch self.unit(of: unit) {
    case .day: "XXXX-XX-XX"
    case .week: "XXXX-WXX"
    case .month: "XXXX-XX"
    case .year where numbers.letter(-1, of: unit.tokens.lowerBound) != Alphabet.ha: "XXXX"
    default: nil
    }
  }

  /// «من مايو», «من الشهر الجاري»
  private func isOfPeriod(_ index: Int) -> Bool {
    isOf(index) && numbers.has(KindSet(.month, .timeUnit), at: index + 1)
  }

  /// A weekday right behind a day word, «يوم» and brackets between: أمس (الاثنين)، غد يوم السبت.
  private func weekdayBehind(_ index: Int) -> (number: Int, next: Int)? {
    var at = index
    let bracket = numbers.isMark(0x28, at: at)
    if bracket { at += 1 }
    if let unit = numbers.hit(
      KindSet(.timeUnit), at: at,
      where: { self.unit(of: $0) == .day && $0.clitics.isEmpty })
    {
      at = unit.next
    }
    guard
      let weekday = numbers.hit(
        KindSet(.weekday), at: at,
        where: { $0.clitics.isEmpty && !$0.has(.ambiguous) })
    else { return nil }
    at = weekday.next
    if bracket {
      guard numbers.isMark(0x29, at: at) else { return nil }
      at += 1
    }
    return (weekday.term.number, at)
  }

  private func weekday(at index: Int, afterUnit: Bool) -> Day? {
    guard
      let hit = numbers.hit(
        KindSet(.weekday), at: index,
        where: { !$0.has(.ambiguous) && $0.clitics.isDisjoint(with: [.kaf]) })
    else { return nil }
    // «لأحد»: to anybody; the day is «للأحد».
    if hit.clitics.contains(.lam), numbers.letter(1, of: index) != Alphabet.lam { return nil }
    if !afterUnit,
      numbers.hit(
        KindSet(.dated), at: index - 1, where: { $0.term.number == 1 && !$0.isDefinite }) != nil
    {
      return nil
    }
    // «الاثنين والعشرين» is a number.
    if numbers.hit(
      KindSet(.ten, .ordinal), at: hit.next,
      where: { $0.clitics.contains(.conjunction) && $0.term.number > 19 }) != nil
    {
      return nil
    }
    var next = hit.next
    var date = context.reference?.nearest(weekday: hit.term.number, past: true)
    let own = deictic(at: next)
    if let deictic = own ?? sharedDeictic(behind: next) {
      next = own?.next ?? next
      if deictic.term.number > 0 {
        date = context.reference?.nearest(weekday: hit.term.number, past: false)
      } else if deictic.term.number < -1 {
        date = date?.adding(days: -7)
      }
    }
    let day = Day(
      start: numbers.start(of: hit), next: next, date: date, value: date?.text ?? "XXXX-XX-XX")
    return dated(day)
  }

  /// «الأحد والاثنين المقبلين»: two weekdays share what follows.
  private func sharedDeictic(behind index: Int) -> NumericHit? {
    guard
      let second = numbers.hit(
        KindSet(.weekday), at: index, where: { $0.clitics.contains(.conjunction) })
    else { return nil }
    return deictic(at: second.next)
  }

  /// Joins a date that follows: «الخميس 23 يوليو». Behind «الموافق» the date stands for itself but
  /// says which day is meant.
  private func dated(_ day: Day) -> Day {
    var at = day.next
    if numbers.isMark(0x60C, 0x2C, at: at) { at += 1 }
    var day = day
    if numbers.isWord(at, .agreeing) {
      if let date = dayOfMonth(at: at + 1) ?? numericDate(at: at + 1), let civil = date.day {
        day.date = civil
        day.value = civil.text
      }
      return day
    }
    guard let date = dayOfMonth(at: at) ?? numericDate(at: at) else { return day }
    day.next = date.next
    day.value = date.value
    day.date = date.day
    day.gregorian = date.gregorian
    return day
  }
}
