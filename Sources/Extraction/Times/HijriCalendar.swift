/// The Hijri calendar: Umm al-Qura's months where the lexicon has them, outside them the
/// arithmetic calendar.
///
/// Source: the civil arithmetic calendar has 30 years with leap days in the years 2, 5, 7, 10, 13, 16,
/// 18, 21, 24, 26 and 29, its epoch is 16 July 622 (Julian).
struct HijriCalendar: Sendable {
  struct Day: Sendable, Equatable {
    var year: Int
    var month: Int
    var day: Int
  }

  /// Day numbers (`CivilDate.number`) of the first day of each month, from `firstYear` on.
  private var months: [Int] = []
  private var firstYear = 0

  /// Reads the columns `year`, `first` (the Gregorian day of 1 Muharram) and `long` (a digit a
  /// month, 1 for thirty days), one row a year without gaps.
  init(_ table: LexiconTable) {
    guard let year = table.column("year"), let first = table.column("first"),
      let long = table.column("long")
    else { return }
    for row in table.rows {
      guard let number = Int(row[year]), let day = CivilDate(prefix: row[first]),
        row[long].utf8.count == 12
      else { continue }
      if months.isEmpty { firstYear = number }
      guard number == firstYear + months.count / 12 else { return }
      var start = day.number
      for digit in row[long].utf8 {
        months.append(start)
        start += digit == 0x31 ? 30 : 29
      }
    }
  }

  /// The Gregorian day.
  func civil(_ hijri: Day) -> CivilDate {
    CivilDate(number: number(hijri.year, hijri.month) + hijri.day - 1)
  }

  /// The first day of a month, as `CivilDate.number`.
  private func number(_ year: Int, _ month: Int) -> Int {
    let place = (year - firstYear) * 12 + month - 1
    if months.indices.contains(place) { return months[place] }
    let days = (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30
    return days + 1_948_440 - 2_440_588
  }

  /// The Hijri day of a Gregorian one.
  func hijri(_ date: CivilDate) -> Day {
    let wanted = date.number
    var year = (wanted + 492_148) * 30 / 10_631 + 1
    while number(year, 1) > wanted { year -= 1 }
    while number(year + 1, 1) <= wanted { year += 1 }
    var month = 12
    while month > 1, number(year, month) > wanted { month -= 1 }
    return Day(year: year, month: month, day: wanted - number(year, month) + 1)
  }
}
