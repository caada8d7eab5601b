/// A day of the Gregorian calendar.
struct CivilDate: Sendable, Hashable, Comparable {
  var year: Int
  var month: Int
  var day: Int

  init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1970-01-01. Source: counting in 400-year eras from 1 March.
  var number: Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  init(number: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `2015-07-21` from the start of a text; what follows is not looked at.
  init?(prefix text: String) {
    let digits = Array(text.utf8.prefix(10))
    guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(0 as Int?) { sum, k in
        guard let sum, (0x30...0x39).contains(digits[k]) else { return nil }
        return sum * 10 + Int(digits[k] - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year, month, day)
  }

  static func < (a: CivilDate, b: CivilDate) -> Bool { a.number < b.number }

  func adding(days: Int) -> CivilDate { CivilDate(number: number + days) }

  /// ISO 8601: Monday 1 … Sunday 7.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The ISO week and the year it belongs to.
  var week: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    return (thursday.year, (thursday.number - CivilDate(thursday.year, 1, 1).number) / 7 + 1)
  }

  /// The nearest day of a weekday: `past` on or before this day, else strictly after it.
  func nearest(weekday wanted: Int, past: Bool) -> CivilDate {
    let back = (weekday - wanted + 7) % 7
    return adding(days: past ? -back : 7 - back)
  }

  /// `2015-07-21`.
  var text: String { digits(year, 4) + "-" + digits(month, 2) + "-" + digits(day, 2) }
}

/// A number with leading zeros.
func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
