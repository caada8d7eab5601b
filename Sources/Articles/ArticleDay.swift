internal import FoundationEssentials

/// The day of a date as articles give it.
///
/// Read are ISO 8601 (`2015-07-21`, `2015-07-21T02:51:32+03:00`, `20150721`), the same with slashes or dots
/// (`2015/07/21`), RFC 5322 (`Tue, 21 Jul 2015 02:51:32 +0300`), all this with Arabic digits and with Arabic months
/// (`٢١ يوليو ٢٠١٥`, `21 تموز/يوليو 2015`), and the seconds or milliseconds since 1970 (as numbers of
/// ten or thirteen digits). Of `21/07/2015` the day comes first, for there is no 21st month; `05/07/2015` may be of May or
/// of July and is not read. Nor is a date of the Hijri calendar, be it marked (`1445/11/23 هـ`) or known by its year, from 1300
/// to 1500 (`1445/11/23`): the Gregorian day stands nowhere in it, and tables of months differ by a day.
///
/// The day is that which is written, whatever the time zone; of seconds since 1970 that in Greenwich.
public enum ArticleDay {
  /// The day as `2015-07-21`; nil where none can be told. What stands behind the day is not looked at.
  public static func read(_ date: String) -> String? {
    if !date.utf8.allSatisfy({ $0 < 0x80 }) { return latin(date).flatMap(read) }
    let parts = Array(date.utf8).split { !isDigit($0) && !isLetter($0) }
    guard let first = parts.first else { return nil }
    if first.count == 4, parts.count >= 3, let year = number(first), let month = number(parts[1]),
      let day = number(parts[2].prefix(while: isDigit))
    {
      return text(year, month, day)
    }
    if first.count >= 8, first.allSatisfy({ isDigit($0) || isLetter($0) }) {
      return joined(first) ?? epoch(first)
    }
    return named(parts) ?? dayFirst(parts)
  }

  /// `20150721`, with or without a time behind it.
  private static func joined(_ part: ArraySlice<UInt8>) -> String? {
    guard let year = number(part.prefix(4)), let month = number(part.dropFirst(4).prefix(2)),
      let day = number(part.dropFirst(6).prefix(2))
    else { return nil }
    // Seconds since 1970 look like days of other centuries.
    if part.count > 8, !(1900..<2100).contains(year) { return nil }
    return text(year, month, day)
  }

  /// `1437447092`, `1437447092000`.
  private static func epoch(_ part: ArraySlice<UInt8>) -> String? {
    guard part.count == 10 || part.count == 13, part.allSatisfy(isDigit) else { return nil }
    let number = part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let seconds = number / (part.count == 10 ? 1 : 1000)
    return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601.year().month().day())
  }

  /// `Tue, 21 Jul 2015`, `21 July 2015`, `Jul 21, 2015`.
  private static func named(_ parts: [ArraySlice<UInt8>]) -> String? {
    guard let at = parts.prefix(3).firstIndex(where: { month($0) != nil }),
      let month = month(parts[at])
    else { return nil }
    let isBehind = at > 0 && number(parts[at - 1]) != nil
    let numbers = isBehind ? [at - 1, at + 1] : [at + 1, at + 2]
    guard numbers[1] < parts.count, let day = number(parts[numbers[0]]),
      let year = number(parts[numbers[1]]), parts[numbers[1]].count == 4
    else { return nil }
    return text(year, month, day)
  }

  /// `21/07/2015`, where the first number can be no month.
  private static func dayFirst(_ parts: [ArraySlice<UInt8>]) -> String? {
    guard parts.count >= 3, parts[2].count == 4, let day = number(parts[0]),
      let month = number(parts[1]), let year = number(parts[2]), day > 12
    else { return nil }
    return text(year, month, day)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The months as English shortens them.
  static let english = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func month(_ name: ArraySlice<UInt8>) -> Int? {
    guard name.count >= 3, name.allSatisfy(isLetter) else { return nil }
    let start = String(decoding: name.prefix(3).map { $0 | 0x20 }, as: UTF8.self)
    return english.firstIndex(of: start).map { $0 + 1 }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), day >= 1, day <= days(of: month, in: year),
      !hijriYears.contains(year)
    else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Years that, of an article, are those of the Hijri calendar, also where nothing says so.
  private static let hijriYears = 1300...1500

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Article {
  /// The day of its date as `2015-07-21`; nil where it has none that can be read. See ``ArticleDay``.
  public var day: String? { date.flatMap(ArticleDay.read) }
}
