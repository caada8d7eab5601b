internal import ArabicText
internal import Articles

/// Reads the time expression that begins at a token of one field. A class, for its closures would
/// copy a struct at every token.
///
/// A grammar of small readers, each looking at a bounded number of tokens; the first that succeeds
/// wins. Nothing is looked for where no lexicon term of time or number begins.
final class TimeReader {
  let numbers: NumericField
  let nouns: CountedNouns
  let hijri: HijriCalendar
  /// What the expressions read so far say about the next.
  var context: TimeContext

  init(
    numbers: NumericField, nouns: CountedNouns, hijri: HijriCalendar, context: TimeContext
  ) {
    self.numbers = numbers
    self.nouns = nouns
    self.hijri = hijri
    self.context = context
  }

  static let starters = KindSet(
    .month, .weekday, .daypart, .timeUnit, .day, .night, .reference
  )
  .union(KindSet(.same, .nextDay, .edge, .set, .season, .weekend, .feast))
  .union(KindSet(.unit, .teen, .ten, .hundred, .scale, .decade, .fraction))
  .union(KindSet(.ordinal, .deictic, .vague))

  /// Says no to most tokens.
  @inline(__always)
  static func mayBegin(at index: Int, in numbers: NumericField) -> Bool {
    numbers.has(starters, at: index) || numbers.isNumber(index) || numbers.isMark(0x28, at: index)
  }

  /// The expression that begins at a token, the longest reading of the first reader that knows it.
  func reading(at index: Int) -> TimeReading? {
    if numbers.isNumber(index) || numbers.isMark(0x28, at: index) {
      return numeric(at: index).map(withLess)
    }
    guard numbers.has(Self.starters, at: index) else { return nil }
    if let time = clock(at: index) ?? daypartReading(at: index) { return time }
    if let day = dayReading(at: index) ?? feast(at: index) ?? inOrder(at: index) { return day }
    if let date = monthReading(at: index) ?? edgePeriod(at: index) ?? period(at: index) {
      return date
    }
    if let counted = amount(at: index) ?? duration(at: index) { return withLess(counted) }
    return set(at: index) ?? reference(at: index)
  }

  // MARK: Building blocks

  func make(
    _ start: Int, _ next: Int, _ kind: TimeExpression.Kind, _ value: String,
    day: CivilDate? = nil, gregorian: String? = nil
  ) -> TimeReading {
    TimeReading(
      next: next, start: start, end: numbers.end(before: next), kind: kind, value: value,
      gregorian: gregorian, day: day)
  }

  /// Whether «منذ» or a word like it stands right before a token.
  func followsSince(_ index: Int) -> Bool {
    numbers.has(KindSet(.since, .ago), at: index - 1)
      && numbers.hit(KindSet(.since), at: index - 1, where: { !$0.has(.ambiguous) }) != nil
  }

  /// Which way an undated month lies: behind «منذ» in the past, in a sentence that announces
  /// («سيعقد», «المقرر», «حتى») in the future.
  func tense(at index: Int) -> TimeContext.Tense {
    if followsSince(index) { return .past }
    if numbers.has(KindSet(.until), at: index - 1) { return .future }
    var at = index - 1
    while at >= max(0, index - 30), numbers.tokens[at].kind != .newline,
      !numbers.isMark(0x2E, 0x21, 0x61F, at: at)
    {
      if numbers.has(KindSet(.announcement), at: at) { return .future }
      at -= 1
    }
    return .unknown
  }

  /// A preposition of time ends right before a token, one of two words included: منذ، خلال، على مدى.
  func followsCue(_ index: Int) -> Bool {
    let cues = KindSet(.since, .ago, .after, .before, .within, .until, .approximator)
    let index = isOpeningQuote(index - 1) ? index - 1 : index
    for back in 1...2 where index >= back {
      if numbers.hit(cues, at: index - back, where: { $0.next == index }) != nil { return true }
    }
    return false
  }

  /// Cited words: خلال «أسابيع».
  private func isOpeningQuote(_ index: Int) -> Bool {
    numbers.isMark(0xAB, 0x22, 0x201C, at: index)
  }

  func deictic(at index: Int) -> NumericHit? {
    numbers.hit(KindSet(.deictic), at: index, where: { $0.clitics.isEmpty || $0.isDefinite })
  }

  /// A year in digits or words: 1000–2999, or 1300–1500 with a Hijri era behind it.
  struct Year {
    var number: Int
    var isHijri = false
    var next: Int
    var hasEra = false
  }

  func year(at index: Int) -> Year? {
    var at = index
    let bracket = numbers.isMark(0x28, at: at) && numbers.isMark(0x29, at: at + 2)
    if bracket { at += 1 }
    guard let phrase = numbers.number(at: at), phrase.clitics.isEmpty else { return nil }
    let plain = phrase.plainInteger
    guard let number = plain ?? (phrase.hasScale && phrase.numeral == nil ? phrase.integer : nil),
      (1000...2999).contains(number), plain == nil || phrase.numeral?.digits == 4
    else { return nil }
    var year = Year(number: number, next: phrase.next)
    if bracket { year.next += 1 }
    if let era = era(at: year.next) {
      year.hasEra = true
      year.isHijri = era.term.number == 0
      year.next = era.next
    } else if let reference = context.reference {
      // A year near the article's own Hijri year is one: «بحلول العام 1440».
      let now = hijri.hijri(reference).year
      year.isHijri = (now - 50...now + 15).contains(number)
    }
    return year
  }

  private func era(at index: Int) -> NumericHit? {
    numbers.hit(
      KindSet(.era), at: index,
      where: { hit in
        guard hit.clitics.isEmpty || !hit.has(.ambiguous) else { return false }
        return !hit.has(.ambiguous) || numbers.tokens[index].letters == 1
      })
  }

  func unit(of hit: NumericHit) -> TimeUnit { TimeUnit.allCases[hit.term.number] }

  // MARK: Small readers

  private func set(at index: Int) -> TimeReading? {
    guard let hit = numbers.hit(KindSet(.set), at: index, where: { !$0.has(.ambiguous) }) else {
      return nil
    }
    let value = numbers.lexicon.setValues[hit.term.number]
    if value == "P1Y", isGreeting(hit.next) { return nil }
    if value == "P1D", let day = numbers.hit(KindSet(.weekday), at: hit.next) {
      return make(startInside(hit), day.next, .set, "XXXX-WXX-\(day.term.number)")
    }
    return make(startInside(hit), hit.next, .set, value)
  }

  private func reference(at index: Int) -> TimeReading? {
    guard
      let hit = numbers.hit(
        KindSet(.reference), at: index,
        where: { hit in
          // «في وقتها»: at its own time.
          if hit.tokens.count == 1, !hit.isDefinite, numbers.isWord(index - 1, .in) { return false }
          if hit.has(.head) { return !numbers.isWord(index - 1) }
          if hit.has(.adjective), isAccusative(index - 1) { return false }
          return !hit.has(.ambiguous) || isRecently(hit) || followsSince(index)
        })
    else { return nil }
    if hit.term.number == NumericTerm.noTime { return nil }
    // «حتى الساعة 10» is no "until now".
    if numbers.isNumber(hit.next) || numbers.has(KindSet(.ordinal), at: hit.next),
      numbers.has(KindSet(.timeUnit), at: hit.next - 1)
    {
      return nil
    }
    // «قريبا من» is "near".
    if hit.term.number == 1, hit.tokens.count == 1, isOf(hit.next) { return nil }
    let values = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
    return make(startInside(hit), hit.next, .date, values[hit.term.number + 1])
  }

  /// A word in ا without ال, as a noun in the accusative has it: «وزيرا سابقا».
  private func isAccusative(_ index: Int) -> Bool {
    guard numbers.isWord(index), numbers.tokens[index].letters > 3, !numbers.isDefinite(index)
    else { return false }
    return numbers.letter(-1, of: index) == Alphabet.alif
      && ![Alphabet.waw, Alphabet.ha].contains(numbers.letter(-2, of: index))
      && !numbers.has(KindSet(.reference, .function), at: index)
  }

  /// «كل عام وأنتم بخير».
  private func isGreeting(_ index: Int) -> Bool {
    numbers.letter(0, of: index) == Alphabet.waw && numbers.letter(1, of: index) == Alphabet.alif
      && numbers.letter(2, of: index) == Alphabet.nun
  }

  /// The start of a phrase behind its own preposition: «في وقت سابق» begins at وقت.
  func startInside(_ hit: NumericHit) -> Int {
    let first = hit.tokens.lowerBound
    guard hit.tokens.count > 1, isPreposition(first) else { return numbers.start(of: hit) }
    return numbers.tokens[first + 1].originalStart
  }

  private func isPreposition(_ index: Int) -> Bool {
    numbers.hit(KindSet(.until), at: index, where: { $0.tokens.count == 1 }) != nil
      || numbers.field.has(.inTime, word: numbers.stem(index))
  }

  /// «أخيرا» means "recently" inside a clause and "finally" at its head.
  private func isRecently(_ hit: NumericHit) -> Bool {
    let index = hit.tokens.lowerBound
    return hit.tokens.count == 1 && hit.term.number == -1 && hit.clitics.isEmpty
      && !numbers.isDefinite(index) && numbers.isWord(index - 1)
      && !numbers.isMark(0x60C, 0x2C, at: hit.next)
  }

  /// A feast in the Hijri year of the article: «ثاني أيام عيد الفطر», «اليوم الثاني من العيد», «أيام العيد».
  func feast(at index: Int, behindPart: Bool = false) -> TimeReading? {
    var at = index
    var day = 1
    var start: Int?
    if let first = dayInOrder(at: at) {
      (day, start, at) = (first.number, first.start, first.next)
    } else if let ordinal = numbers.hit(KindSet(.ordinal), at: at, where: { !$0.isDefinite }) {
      day = ordinal.term.number
      start = numbers.start(of: ordinal)
      at = ordinal.next
    }
    let ordered = start
    let days = numbers.hit(
      KindSet(.timeUnit), at: at,
      where: { !$0.isDefinite && self.unit(of: $0) == .day && !$0.has(.dual) })
    if let days {
      start = start ?? numbers.start(of: days)
      at = days.next
    } else if start != nil, numbers.has(KindSet(.ordinal), at: index) {
      return nil
    }
    if let ordered, let date = firstDays(ofMonthAt: at, day, ordered) { return date }
    guard let feast = numbers.hit(KindSet(.feast), at: at), feast.term.number > 0,
      start != nil || behindPart || feast.term.number < 3
    else { return nil }
    if start == nil, !behindPart, !followsCue(index), !isIn(index - 1) { return nil }
    let month = feast.term.number == 2 ? 12 : 10
    let first = feast.term.number == 2 ? 10 : 1
    let begin = start ?? numbers.start(of: feast)
    guard let reference = context.reference else {
      return make(begin, feast.next, .date, "HIJRI-XXXX-\(digits(month, 2))-\(digits(first, 2))")
    }
    let now = hijri.hijri(reference)
    return hijriDate(
      HijriCalendar.Day(year: now.year, month: month, day: first + day - 1), begin, feast.next)
  }

  /// The «اليوم الأول من» before a feast; «السابع والعشرين» opens a date that may have its year.
  private func dayInOrder(at index: Int) -> (number: Int, start: Int, next: Int)? {
    guard
      let day = numbers.hit(
        KindSet(.timeUnit), at: index,
        where: { $0.isDefinite && self.unit(of: $0) == .day && $0.term.flags.isEmpty }),
      let ordinal = ordinal(at: day.next, isDefinite: true),
      ordinal.tokens.count == 1 || ordinal.term.number < 20, isOf(ordinal.next)
    else { return nil }
    return (ordinal.term.number, numbers.start(of: day), ordinal.next + 1)
  }

  /// «أول أيام رمضان», «ثاني أيام شهر شوال»: in the Hijri year of the article.
  private func firstDays(ofMonthAt index: Int, _ day: Int, _ start: Int) -> TimeReading? {
    let unit = numbers.hit(
      KindSet(.timeUnit), at: index, where: { $0.clitics.isEmpty && self.unit(of: $0) == .month })
    guard let month = month(at: unit?.next ?? index), month.isHijri,
      let reference = context.reference
    else { return nil }
    let date = HijriCalendar.Day(year: hijri.hijri(reference).year, month: month.number, day: day)
    return hijriDate(date, start, month.next)
  }

  /// A day of the Hijri calendar with the Gregorian one beside it.
  func hijriDate(_ day: HijriCalendar.Day, _ start: Int, _ next: Int) -> TimeReading {
    let civil = hijri.civil(day)
    return make(
      start, next, .date,
      "HIJRI-\(digits(day.year, 4))-\(digits(day.month, 2))-\(digits(day.day, 2))",
      day: civil, gregorian: civil.text)
  }
}
