internal import ArabicText
internal import Articles

/// Lengths of time, ages, and numbers that may turn out to be dates.
extension TimeReader {
  /// What begins with a number: a clock time, a date, a length of time, a year.
  func numeric(at index: Int) -> TimeReading? {
    if numbers.isMark(0x28, at: index) { return bracketedDuration(at: index) }
    return clock(at: index) ?? dayReading(at: index) ?? amount(at: index)
  }

  /// What begins with a number in digits or words and is neither a clock time nor a day.
  func amount(at index: Int) -> TimeReading? {
    firstOfDays(at: index) ?? age(at: index) ?? counted(at: index) ?? cuedYear(at: index)
  }

  /// «(7) سنوات».
  private func bracketedDuration(at index: Int) -> TimeReading? {
    guard numbers.isNumber(index + 1), numbers.isMark(0x29, at: index + 2),
      let value = numbers.numeral(index + 1)?.value,
      let unit = numbers.hit(
        KindSet(.timeUnit), at: index + 3,
        where: { $0.clitics.isEmpty && !$0.has(.ambiguous) })
    else { return nil }
    return make(
      numbers.tokens[index].originalStart, unit.next, .duration,
      length(self.unit(of: unit), value))
  }

  /// A number with a unit of time behind it: «ثلاثة أسابيع», «30 عاما», «نصف ساعة», «سنتين ونصف».
  private func counted(at index: Int) -> TimeReading? {
    guard let phrase = numbers.number(at: index) else { return definiteCount(at: index) }
    guard let hit = unit(behind: phrase, at: index) else {
      return age(phrase) ?? firstOfLengths(phrase, at: index) ?? firstOfAges(phrase)
    }
    let unit = unit(of: hit)
    let half = half(behind: hit.next)
    var next = half?.next ?? hit.next
    if let deictic = deictic(at: next), numbers.isDefinite(next) || deictic.term.number < 0 {
      next = deictic.next
    }
    let value = length(unit, phrase.value + (half?.value ?? 0))
    let every = isEvery(index - 1)
    let start = every ? numbers.tokens[index - 1].originalStart : phrase.start
    return make(start, next, every ? .set : .duration, value)
  }

  func unit(behind phrase: NumberPhrase, at index: Int) -> NumericHit? {
    // An agency's «(67/ عاما)» parts the number from its unit.
    let slash = numbers.isMark(0x2F, at: phrase.next) ? 1 : 0
    let hit = numbers.hit(KindSet(.timeUnit), at: phrase.next + slash) {
      // «إحدى أشهر»: one of the most famous.
      $0.clitics.isEmpty && !$0.has(.dual) && !($0.has(.plural) && phrase.value == 1)
        && (!$0.has(.ambiguous) || self.isLong($0, index, phrase.clitics))
    }
    guard let hit, ![.quarter, .season, .period].contains(unit(of: hit)) else { return nil }
    return hit
  }

  /// «الثلاثة أسابيع».
  private func definiteCount(at index: Int) -> TimeReading? {
    // «3 في المئة عام 2014» is no century.
    if numbers.has(KindSet(.percent), at: index) || numbers.has(KindSet(.percent), at: index - 1) {
      return nil
    }
    guard let count = numbers.hit(.cardinals, at: index, where: { $0.isDefinite }),
      let hit = numbers.hit(
        KindSet(.timeUnit), at: count.next,
        where: {
          ($0.clitics.isEmpty || $0.clitics == .article) && !$0.has(.ambiguous) && !$0.has(.dual)
        })
    else { return nil }
    let deictic = deictic(at: hit.next)
    return make(
      numbers.start(of: count), deictic?.next ?? hit.next, .duration,
      length(unit(of: hit), count.term.value))
  }

  /// Decades and centuries share their words with contracts and horns; they count behind a
  /// preposition of time, or before «من الزمن» and «مضت». Seasons that are counted are a club's.
  private func isLong(_ hit: NumericHit, _ index: Int, _ clitics: Clitics) -> Bool {
    guard [.decade, .century, .sportSeason].contains(unit(of: hit)) else { return false }
    if unit(of: hit) == .sportSeason, hit.has(.plural) { return true }
    return unit(of: hit) == .century || clitics.contains(.lam) || followsCue(index)
      || isOfTime(hit.next) || deictic(at: hit.next).map { $0.term.number < 0 } ?? false
  }

  private func isEvery(_ index: Int) -> Bool { numbers.isWord(index, .every) }

  /// «ونصف», «ونصف العام» behind a unit.
  private func half(behind index: Int) -> (value: Double, next: Int)? {
    guard
      let part = numbers.hit(
        KindSet(.fraction), at: index,
        where: { $0.clitics.contains(.conjunction) && $0.isHalfOrQuarter })
    else { return nil }
    var next = part.next
    if let again = numbers.hit(KindSet(.timeUnit), at: next, where: { $0.isDefinite }) {
      next = again.next
    }
    return (part.term.value, next)
  }

  /// A length without a number: duals, «أسابيع», «سنة» behind a preposition, «عدة أيام».
  func duration(at index: Int) -> TimeReading? {
    if let some = numbers.hit(KindSet(.vague), at: index, where: { !$0.isDefinite }) {
      // «عدة أيام», «مئات السنين»
      guard
        let hit = numbers.hit(
          KindSet(.timeUnit), at: some.next,
          where: {
            ($0.clitics.isEmpty || $0.clitics == .article) && $0.has(.plural)
              && (!$0.has(.ambiguous) || self.isLong($0, index, some.clitics))
          })
      else { return nil }
      return make(numbers.start(of: some), hit.next, .duration, unit(of: hit).duration("X"))
    }
    guard
      let hit = numbers.hit(
        KindSet(.timeUnit), at: index, where: { $0.clitics.isDisjoint(with: [.kaf]) })
    else { return nil }
    if unit(of: hit) == .period { return stretch(hit, at: index) }
    let start = numbers.start(of: hit)
    if hit.isDefinite {
      // «قرابة الساعتين»
      guard !hit.has(.plural), !hit.has(.ambiguous), isRoughly(index) else { return nil }
      return make(start, hit.next, .duration, unit(of: hit).duration(hit.has(.dual) ? "2" : "1"))
    }
    if hit.has(.dual) {
      let isSeason = unit(of: hit) == .sportSeason && hit.clitics == .lam
      guard !hit.has(.ambiguous) || followsCue(index) || isSeason else { return nil }
      let half = half(behind: hit.next)
      let every = isEvery(index - 1)
      return make(
        every ? numbers.tokens[index - 1].originalStart : start, half?.next ?? hit.next,
        every ? .set : .duration, length(unit(of: hit), 2 + (half?.value ?? 0)))
    }
    if hit.has(.plural) { return plural(hit, at: index) }
    return single(hit, at: index)
  }

  private func isRoughly(_ index: Int) -> Bool { roughly(before: index) != nil }

  /// Where a word like نحو begins that ends right before a token.
  private func roughly(before index: Int) -> Int? {
    (1...3).map { index - $0 }.first { at in
      numbers.hit(KindSet(.approximator), at: at, where: { $0.next == index }) != nil
        && !numbers.has(KindSet(.until), at: at)
    }
  }

  /// «منذ فترة», «لفترة طويلة», «بعد وقت قصير».
  private func stretch(_ hit: NumericHit, at index: Int) -> TimeReading? {
    guard !hit.isDefinite, !hit.has(.dual) else { return nil }
    let few = numbers.hit(KindSet(.amount), at: hit.next, where: { $0.clitics.isEmpty })
    let isLength = hit.clitics.contains(.lam) || followsLength(index)
    let isBare = !numbers.isWord(hit.next) || numbers.has(KindSet(.function), at: hit.next)
    guard few != nil ? isLength : followsSince(index) && isBare else { return nil }
    return make(
      numbers.start(of: hit), few?.next ?? hit.next, .duration, TimeUnit.period.duration("X"))
  }

  /// «بعدها بأيام», «قبل السباق بأسبوع»: ب behind قبل or بعد says by how much.
  private func isApart(_ hit: NumericHit, at index: Int) -> Bool {
    guard hit.clitics == .ba, !hit.has(.ambiguous) else { return false }
    let cues = KindSet(.before, .after)
    for at in stride(from: index - 1, to: max(-1, index - 6), by: -1) {
      guard numbers.isWord(at) else { return false }
      if numbers.has(cues, at: at) || numbers.own(cues, before: at + 1, where: { _ in true }) != nil
      {
        return true
      }
    }
    return false
  }

  private func plural(_ hit: NumericHit, at index: Int) -> TimeReading? {
    let few = numbers.hit(KindSet(.amount), at: hit.next, where: { $0.clitics.isEmpty })
    let follows = followsLength(index) || isApart(hit, at: index)
    let isLong =
      [.decade, .century].contains(unit(of: hit))
      && (follows || hit.clitics == .lam && (few != nil || isOfTime(hit.next)))
    guard few != nil || follows || hit.clitics.contains(.lam), !hit.has(.ambiguous) || isLong
    else { return nil }
    if few == nil, !isFreeOfGenitive(hit.next) { return nil }
    return make(
      numbers.start(of: hit), few?.next ?? hit.next, .duration, unit(of: hit).duration("X"))
  }

  /// Whether a preposition of duration ends right before a token; «من» and «إلى» are none.
  func followsLength(_ index: Int) -> Bool {
    followsCue(index) && !isOf(index - 1)
      && numbers.hit(KindSet(.until), at: index - 1, where: { $0.tokens.count == 1 }) == nil
  }

  /// «أيام العيد» and «أيام شهر رمضان» are no lengths.
  private func isFreeOfGenitive(_ index: Int) -> Bool {
    if deictic(at: index) != nil || numbers.has(KindSet(.function), at: index) { return true }
    return !numbers.hasArticle(index)
      && !numbers.has(KindSet(.month, .weekday, .timeUnit, .day, .feast, .season), at: index)
  }

  /// «منذ سنة», «لمدة شهر», «يوم واحد», «عام ونصف», «منذ أكثر من عقد».
  private func single(_ hit: NumericHit, at index: Int) -> TimeReading? {
    let one = numbers.hit(
      KindSet(.unit), at: hit.next,
      where: { $0.clitics.isEmpty && $0.term.number == 1 })
    let half = half(behind: hit.next)
    let cue = [1, 2].lazy.compactMap { back in
      self.numbers.hit(
        KindSet(.since, .ago, .after, .within, .approximator), at: index - back,
        where: { $0.next == index && (!$0.has(.ambiguous) || $0.term.kind == .within) })
    }.first
    let follows = cue != nil
    switch unit(of: hit) {
    case .decade, .century:
      guard
        followsSince(roughly(before: index) ?? index) || isOfTime(hit.next)
          || unit(of: hit) == .century && follows
      else { return nil }
    case .sportSeason:
      let isLasting = cue.map { $0.term.kind == .within && !$0.has(.ambiguous) } ?? false
      guard isLasting || one != nil && (follows || hit.clitics == .lam) else { return nil }
    default:
      guard !hit.has(.ambiguous),
        one != nil || half != nil || follows || hit.clitics == .lam
          || isApart(hit, at: index) || numbers.isWord(index - 1, .lasting)
          || isJoinedByLess(hit),
        !isOf(hit.next) || follows
      else { return nil }
    }
    if one == nil, half == nil {
      // «عام الفيل» is a name, «يوما بعد يوم» a habit.
      if numbers.isDefinite(hit.next) || numbers.has(KindSet(.timeUnit), at: index - 2) {
        return nil
      }
    }
    return make(
      numbers.start(of: hit), one?.next ?? half?.next ?? hit.next, .duration,
      length(unit(of: hit), 1 + (half?.value ?? 0)))
  }

  /// «من الزمن».
  private func isOfTime(_ index: Int) -> Bool {
    isOf(index) && numbers.isWord(index + 1, .time)
  }

  /// The TIMEX3 value of so many units, parts of a unit in the next smaller one.
  func length(_ unit: TimeUnit, _ amount: Double) -> String {
    let whole = amount.rounded(.down)
    let rest = amount - whole
    if rest == 0 { return unit.duration(text(amount)) }
    let head = whole > 0 ? text(whole) : ""
    switch unit {
    case .hour: return "PT" + (head.isEmpty ? "" : head + "H") + text((rest * 60).rounded()) + "M"
    case .minute: return "PT" + (head.isEmpty ? "" : head + "M") + text((rest * 60).rounded()) + "S"
    case .year: return "P" + (head.isEmpty ? "" : head + "Y") + text((rest * 12).rounded()) + "M"
    case .day where head.isEmpty: return "PT" + text((rest * 24).rounded()) + "H"
    case .century: return "P" + text((amount * 100).rounded()) + "Y"
    case .decade: return "P" + text((amount * 10).rounded()) + "Y"
    default: return unit.duration(text(amount))
    }
  }

  private func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  // MARK: Ages

  /// One past «من العمر», «من عمره».
  func ageEnd(_ index: Int) -> Int? {
    guard isOf(index), numbers.isWord(index + 1, .age)
    else { return nil }
    return index + 2
  }

  /// «العشرين من العمر», «الخامسة والعشرين من عمره».
  func age(at index: Int) -> TimeReading? {
    guard
      let hit = numbers.hit(
        KindSet(.ordinal, .ten), at: index, where: { $0.isDefinite || $0.term.kind == .ordinal }),
      hit.term.number > 0, let end = ageEnd(hit.next)
    else { return nil }
    return make(numbers.start(of: hit), end, .duration, "P\(hit.term.number)Y")
  }

  /// Years that somebody can have lived.
  private static let longestLife = 130.0

  /// «48 من العمر».
  private func age(_ phrase: NumberPhrase) -> TimeReading? {
    guard phrase.value <= Self.longestLife, let end = ageEnd(phrase.next) else { return nil }
    return make(phrase.start, end, .duration, length(.year, phrase.value))
  }

  /// The 25 of «25 و48 من العمر».
  private func firstOfAges(_ phrase: NumberPhrase) -> TimeReading? {
    guard phrase.value <= Self.longestLife, let second = numbers.number(at: phrase.next),
      age(second) != nil
    else { return nil }
    return make(phrase.start, phrase.next, .duration, length(.year, phrase.value))
  }

  // MARK: Years

  /// A year in digits behind a preposition («منذ 1974»), in brackets, joined to another year, or
  /// with its era.
  private func cuedYear(at index: Int) -> TimeReading? {
    guard numbers.isNumber(index), var year = year(at: index) else { return nil }
    if !year.hasEra, numbers.isMark(0x2F, 0x2D, 0x2013, at: year.next),
      let second = self.year(at: year.next + 1), second.hasEra, second.number == year.number + 1
    {
      year.isHijri = second.isHijri
      year.hasEra = true
    }
    let plausible = year.isHijri ? 1...1500 : 1900...2100
    guard year.hasEra && (year.isHijri || year.number > 999) || plausible.contains(year.number)
    else {
      return nil
    }
    if !year.hasEra {
      guard isCued(index), !isCounted(year), !isReached(year, at: index) else { return nil }
    }
    return make(numbers.tokens[index].originalStart, year.next, .date, value(year))
  }

  private func isCued(_ index: Int) -> Bool {
    if context.yearEnd == index - 1, index > 0 {
      let between = numbers.tokens[index - 1]
      if numbers.isMark(0x2D, 0x2F, 0x2013, at: index - 1) || numbers.isWord(index - 1, .or) {
        return true
      }
      if between.kind == .word, between.letters == 1 { return true }
    }
    let isDash = numbers.isMark(0x2D, 0x2013, at: index + 1)
    if numbers.isMark(0x28, at: index - 1) {
      return isDash || numbers.isMark(0x29, at: index + 1) || isRange(index)
    }
    // «1952 - …» begins an entry of a chronicle.
    let begins = numbers.beginsLine(index) || numbers.isMark(0x2E, at: index - 1)
    if isDash, begins || opensRange(index) { return true }
    if isIn(index - 1) || numbers.has(KindSet(.event), at: index - 1) { return true }
    let cues = KindSet(.since, .ago, .after, .before, .within, .until)
    if numbers.hit(cues, at: index - 1, where: { !$0.has(.ambiguous) || $0.term.kind == .within })
      != nil
    {
      return true
    }
    return (isOf(index - 1) || numbers.has(KindSet(.between), at: index - 1)) && isRange(index)
  }

  /// Whether another year follows: «من 2010 إلى 2014», «بين 2010 و2014».
  private func isRange(_ index: Int) -> Bool {
    guard
      numbers.has(KindSet(.until), at: index + 1)
        || numbers.isWord(index + 1)
          && numbers.tokens[index + 1].letters == 1
    else { return false }
    return year(at: index + 2) != nil
  }

  /// «1982 - 1990»
  private func opensRange(_ index: Int) -> Bool {
    guard let first = year(at: index), let last = year(at: index + 2) else { return false }
    return first.number < last.number && (1900...2100).contains(last.number) && !isCounted(last)
  }

  /// «ارتفع عدد القتلى إلى 2012», «إلى 1945 شخصا»: a number that a count has come to. Behind a year إلى leads to
  /// another: «من 1990 إلى 2012 مديرا».
  private func isReached(_ year: Year, at index: Int) -> Bool {
    guard numbers.isWord(index - 1, .to), context.yearEnd != index - 1 else {
      return false
    }
    return nouns.risesTo(index, in: numbers)
      || nouns.agrees(year.next, with: year.number, in: numbers)
  }

  /// Whether things are counted: «في 2000 قرية».
  private func isCounted(_ year: Year) -> Bool {
    let kinds = KindSet(.measure, .currency, .timeUnit, .percent, .scale)
    if numbers.has(kinds, at: year.next) || numbers.isMark(0x25, 0x66A, at: year.next) {
      return true
    }
    return year.number % 100 == 0 && numbers.isWord(year.next) && !numbers.isDefinite(year.next)
      && !numbers.has(KindSet(.function), at: year.next)
  }
}
