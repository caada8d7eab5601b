internal import Articles

/// A time expression as the reader found it, before it becomes a span.
struct TimeReading {
  /// One past its last token.
  var next: Int
  /// Bytes.
  var start: Int
  var end: Int
  var kind: TimeExpression.Kind
  var value: String
  var gregorian: String?
  /// The day it names, where it names one.
  var day: CivilDate?
}

/// What earlier expressions and the article's date say about later ones.
struct TimeContext {
  /// The article's day.
  let reference: CivilDate?
  /// The day the text speaks of, for «صباحا» and «اليوم التالي».
  var anchor: CivilDate?
  /// One past the last token of the expression just read, where it is a year.
  private(set) var yearEnd: Int?
  /// Years of days named in full, by month · 32 + day.
  private var years: [Int: Int] = [:]

  init(reference: CivilDate?) {
    self.reference = reference
    anchor = reference
  }

  func year(ofMonth month: Int, day: Int) -> Int? { years[month * 32 + day] }

  /// Notes an expression. Only days near the article's own become what the text speaks of.
  mutating func note(_ reading: TimeReading) {
    yearEnd = reading.value.utf8.count == 4 ? reading.next : nil
    guard let day = reading.day, reading.kind != .duration else { return }
    years[day.month * 32 + day.day] = day.year
    guard let reference else { return }
    if abs(day.number - reference.number) <= 10 { anchor = day }
  }

  // MARK: Values relative to the article

  func dayValue(_ offset: Int) -> (value: String, day: CivilDate?) {
    guard let day = reference?.adding(days: offset) else { return ("XXXX-XX-XX", nil) }
    return (day.text, day)
  }

  func weekValue(_ offset: Int) -> String {
    guard let week = reference?.adding(days: 7 * offset).week else { return "XXXX-WXX" }
    return digits(week.year, 4) + "-W" + digits(week.week, 2)
  }

  func monthValue(_ offset: Int) -> String {
    guard let reference else { return "XXXX-XX" }
    let month = reference.year * 12 + reference.month - 1 + offset
    return digits(month / 12, 4) + "-" + digits(month % 12 + 1, 2)
  }

  func yearValue(_ offset: Int) -> String {
    reference.map { digits($0.year + offset, 4) } ?? "XXXX"
  }

  /// What the words before an undated month say of it.
  enum Tense {
    case past
    case future
    case unknown
  }

  /// The year of a month that stands without one. `direction` is that of a word like الماضي, nil
  /// where none stands; then a month ahead is taken to be last year's unless announced.
  func year(ofMonth month: Int, direction: Int?, _ tense: Tense) -> Int? {
    guard let reference else { return nil }
    let ahead = month - reference.month
    switch direction {
    case .some(..<0): return ahead >= 0 ? reference.year - 1 : reference.year
    case .some(0): return reference.year
    case .some(1...): return ahead <= 0 ? reference.year + 1 : reference.year
    default:
      // «في أغسطس» in July is the month to come.
      if tense == .unknown, (ahead + 12) % 12 == 1 {
        return reference.year + (ahead < 0 ? 1 : 0)
      }
      if ahead > 0, tense != .future { return reference.year - 1 }
      return ahead < -9 && tense == .future ? reference.year + 1 : reference.year
    }
  }

  /// The year of a day and month without one; a day of the next weeks is this year's.
  func year(ofMonth month: Int, day: Int, direction: Int?, _ tense: Tense) -> Int? {
    if direction == nil, let known = year(ofMonth: month, day: day) { return known }
    guard let reference else { return nil }
    let distance = CivilDate(reference.year, month, day).number - reference.number
    switch direction {
    case .some(..<0): return distance >= 0 ? reference.year - 1 : reference.year
    case .some(0): return reference.year
    case .some(1...): return distance <= 0 ? reference.year + 1 : reference.year
    default:
      let near = tense == .past ? 0 : tense == .future ? 240 : 45
      if distance > near { return reference.year - 1 }
      let isFar = distance < (tense == .future ? -120 : -300)
      return isFar && tense != .past ? reference.year + 1 : reference.year
    }
  }
}
