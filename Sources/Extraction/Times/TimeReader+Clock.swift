internal import ArabicText
internal import Articles

/// Times of the clock.
extension TimeReader {
  /// «الساعة الرابعة عصرا», «14:30», «التاسعة من صباح يوم غد»; on the day last spoken of unless one
  /// stands with it.
  func clock(at index: Int) -> TimeReading? {
    var at = index
    var start: Int?
    if let hour = numbers.hit(
      KindSet(.timeUnit), at: at,
      where: { $0.isDefinite && self.unit(of: $0) == .hour && $0.term.flags.isEmpty })
    {
      start = numbers.start(of: hour)
      at = hour.next
      // «الساعة: 9:18», «الساعة الـ 9»
      let joint =
        numbers.isMark(0x3A, at: at)
        || numbers.isWord(at) && numbers.tokens[at].letters == 2
          && numbers.letter(1, of: at) == Alphabet.lam
      if joint, numbers.isNumber(at + 1) { at += 1 }
    }
    guard var time = hourAndMinute(at: at, named: start != nil) else { return nil }
    let own = halfOfDay(at: time.next)
    let half = own ?? (start == nil && !time.isDigital ? sharedHalf(behind: time) : nil)
    guard start != nil || half != nil || time.isDigital else { return nil }
    if let half { adjust(&time, half.code) }
    guard time.hour < 25, time.minute < 60 else { return nil }
    let begin = start ?? time.start
    let next = own?.next ?? time.next
    let day = half?.day?.date ?? context.anchor
    let value = "T" + digits(time.hour % 24, 2) + ":" + digits(time.minute, 2)
    return make(begin, next, .time, (day?.text ?? "") + value, day: half?.day?.date)
  }

  private struct Clock {
    var hour: Int
    var minute: Int
    var start: Int
    var next: Int
    /// Written 14:30.
    var isDigital: Bool
  }

  private func hourAndMinute(at index: Int, named: Bool) -> Clock? {
    if let digital = digital(at: index) ?? (named ? unmarked(at: index) : nil) { return digital }
    if let numeral = numbers.numeral(index), numeral.isPlain, numeral.digits < 3,
      let hour = numeral.integer, (0...24).contains(hour), named || hour <= 12
    {
      var clock = Clock(
        hour: hour, minute: 0, start: numbers.tokens[index].originalStart, next: index + 1,
        isDigital: false)
      addMinutes(&clock)
      return clock
    }
    guard
      let hit = numbers.hit(KindSet(.ordinal, .unit), at: index, where: { $0.term.number <= 12 }),
      numbers.isDefinite(index), hit.term.number > 0
    else { return nil }
    var clock = Clock(
      hour: hit.term.number, minute: 0, start: numbers.start(of: hit), next: hit.next,
      isDigital: false)
    addMinutes(&clock)
    return clock
  }

  /// «14:30», not a part of something longer.
  private func digital(at index: Int) -> Clock? {
    guard let hour = numbers.numeral(index), hour.isPlain, hour.digits < 3,
      numbers.isMark(0x3A, at: index + 1), let minute = numbers.numeral(index + 2), minute.isPlain,
      minute.digits == 2, let h = hour.integer, let m = minute.integer, h < 25, m < 60,
      numbers.touches(index, index + 1), numbers.touches(index + 1, index + 2),
      !numbers.isMark(0x3A, at: index - 1) || !numbers.touches(index - 1, index)
    else { return nil }
    return Clock(
      hour: h, minute: m, start: numbers.tokens[index].originalStart, next: index + 3,
      isDigital: true)
  }

  /// Behind «الساعة» other marks do, or none: «9.30», «0930», an agency's «30ر09» with its minutes first.
  private func unmarked(at index: Int) -> Clock? {
    guard let token = numbers.numeral(index) else { return nil }
    let start = numbers.tokens[index].originalStart
    func clock(_ hour: Int, _ minute: Int, _ next: Int) -> Clock? {
      guard hour < 25, minute < 60 else { return nil }
      return Clock(hour: hour, minute: minute, start: start, next: next, isDigital: true)
    }
    if numbers.tokens[index].letters < 3, numbers.letter(0, of: index + 1) == Alphabet.ra,
      numbers.tokens[index + 1].letters == 1, numbers.touches(index, index + 1),
      numbers.touches(index + 1, index + 2), let minute = token.integer,
      let hour = numbers.numeral(index + 2), hour.isPlain, let hour = hour.integer
    {
      return clock(hour, minute, index + 3)
    }
    let groups = numbers.groups(ofDigits: index)
    if groups.count == 2, groups[1].digits == 2 {
      return clock(groups[0].value, groups[1].value, index + 1)
    }
    guard groups.count == 1, groups[0].digits == 4 else { return nil }
    return clock(groups[0].value / 100, groups[0].value % 100, index + 1)
  }

  /// «والنصف», «وعشر دقائق», «إلا ربعا».
  private func addMinutes(_ clock: inout Clock) {
    var at = clock.next
    let less = numbers.isWord(at, .except)
    if less { at += 1 }
    if let part = numbers.hit(
      KindSet(.fraction), at: at,
      // عشر is ten before it is a tenth.
      where: {
        (0.21..<1).contains($0.term.value)
          && (less || $0.isDefinite && $0.clitics.contains(.conjunction))
      })
    {
      let minutes = Int((part.term.value * 60).rounded())
      add(less ? -minutes : minutes, part.next, &clock)
      return
    }
    if !less, numbers.isWord(at), numbers.tokens[at].letters == 1 { at += 1 }
    guard less || at > clock.next || numbers.letter(0, of: at) == Alphabet.waw,
      let phrase = numbers.number(at: at), let minutes = phrase.integer, minutes < 60,
      let unit = numbers.hit(KindSet(.timeUnit), at: phrase.next), self.unit(of: unit) == .minute
    else { return }
    add(less ? -minutes : minutes, unit.next, &clock)
  }

  private func add(_ minutes: Int, _ next: Int, _ clock: inout Clock) {
    let total = clock.hour * 60 + clock.minute + minutes
    clock.hour = total / 60
    clock.minute = total % 60
    clock.next = next
  }

  /// The part of day behind an hour, with its day: «مساء», «من صباح يوم غد», «ص».
  private func halfOfDay(at index: Int) -> (code: Int, next: Int, day: Day?)? {
    var at = index
    let genitive = isOf(at)
    if genitive { at += 1 }
    if let part = numbers.hit(
      KindSet(.daypart), at: at,
      where: { $0.clitics.isEmpty || $0.isDefinite })
    {
      let day = day(at: part.next)
      return (part.term.number, day?.next ?? part.next, day)
    }
    guard let half = numbers.hit(KindSet(.clock), at: at, where: { $0.clitics.isEmpty }) else {
      return nil
    }
    return (half.term.number == 0 ? 0 : 3, half.next, nil)
  }

  /// «من الخامسة حتى العاشرة مساء»: two hours share what follows.
  private func sharedHalf(behind first: Clock) -> (code: Int, next: Int, day: Day?)? {
    guard numbers.has(KindSet(.until), at: first.next),
      let second = hourAndMinute(at: first.next + 1, named: false), second.hour > first.hour
    else { return nil }
    return halfOfDay(at: second.next)
  }

  /// Puts an hour into its half of the day. `code` counts as in `PartCodes.day`.
  private func adjust(_ clock: inout Clock, _ code: Int) {
    guard clock.hour <= 12 else { return }
    switch code {
    case 0: if clock.hour == 12 { clock.hour = 0 }
    case 1: if clock.hour < 4 { clock.hour += 12 }
    case 4:
      if clock.hour == 12 { clock.hour = 0 } else if clock.hour > 5 { clock.hour += 12 }
    default: if clock.hour < 12 { clock.hour += 12 }
    }
  }
}
