/// What a row of the lexicons of time, number and measure says, decoded once.
struct NumericTerm: Sendable {
  /// What kind of word it is; `KindSet` holds several.
  enum Kind: UInt8, Sendable {
    case month, weekday, daypart, timeUnit
    case day, night, reference, deictic, same, nextDay
    case edge, since, until, within, ago, after, before
    case set, season, weekend, era, zone, clock, feast
    case unit, teen, ten, decade, hundred, scale, fraction, ordinal, vague, collective
    case approximator, exceeding, exact, between
    case currency, measure, percent
    case amount, dated, announcement, event, function
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    /// Also an ordinary word.
    static let ambiguous = Flags(rawValue: 1)
    static let dual = Flags(rawValue: 2)
    static let plural = Flags(rawValue: 4)
    static let hijri = Flags(rawValue: 8)
    static let feminine = Flags(rawValue: 16)
    /// The number word form without ta marbuta: خمس, ست.
    static let bare = Flags(rawValue: 32)
    /// An adjective behind a noun in the accusative: وزيرا سابقا.
    static let adjective = Flags(rawValue: 64)
    /// Only at the head of a clause.
    static let head = Flags(rawValue: 128)
    /// An approximator that is a verb, whose subject may stand before the number: تتجاوز قيمتها كذا.
    static let verb = Flags(rawValue: 256)
  }

  /// The number of a reference that is none: «حديثا عن».
  static let noTime = 2

  var kind: Kind
  var flags: Flags = []
  /// Month, weekday, offset in days or periods, am 0 and pm 1, the case of a unit or part of day.
  var number = 0
  /// The value of a number word.
  var value = 0.0
}

/// A set of kinds.
struct KindSet: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  /// A set of up to seven kinds, folded at compile time.
  @inline(__always)
  init(
    _ a: NumericTerm.Kind, _ b: NumericTerm.Kind? = nil, _ c: NumericTerm.Kind? = nil,
    _ d: NumericTerm.Kind? = nil, _ e: NumericTerm.Kind? = nil, _ f: NumericTerm.Kind? = nil,
    _ g: NumericTerm.Kind? = nil
  ) {
    rawValue =
      Self.bit(a) | Self.bit(b) | Self.bit(c) | Self.bit(d) | Self.bit(e) | Self.bit(f)
      | Self.bit(g)
  }

  @inline(__always)
  private static func bit(_ kind: NumericTerm.Kind?) -> UInt64 {
    kind.map { 1 << UInt64($0.rawValue) } ?? 0
  }
}

/// Units of time, in the order of their size. The raw value is the TIMEX3 letter.
enum TimeUnit: String, Sendable, CaseIterable {
  case second = "S"
  case minute = "MI"
  case hour = "H"
  case day = "D"
  case night = "NI"
  case week = "W"
  case month = "M"
  case quarter = "Q"
  case season = "QX"
  case year = "Y"
  case sportSeason = "SE"
  case decade = "DE"
  case century = "CE"
  case millennium = "ML"
  case period = ""

  /// The duration of `amount` units, `X` for an unknown number.
  func duration(_ amount: String) -> String {
    switch self {
    case .second, .hour: "PT" + amount + rawValue
    case .minute: "PT" + amount + "M"
    case .sportSeason: "P" + amount + "Y"
    case .season, .quarter: "P" + amount + "Q"
    case .night: "P" + amount + "D"
    case .period: "PX"
    default: "P" + amount + rawValue
    }
  }
}

/// Parts of the day and of the year as TIMEX3 writes them, by their place in the list.
enum PartCodes {
  static let day = ["TMO", "TMI", "TAF", "TEV", "TNI", "TDT"]
  static let seasons = ["SP", "SU", "FA", "WI"]
}
