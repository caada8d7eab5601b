/// A number written in digits, read from one number token.
public struct Numeral: Sendable, Equatable {
  /// The number, its marks read by the rule of `init`.
  public var value: Double
  /// Digits before a decimal mark.
  public var digits: Int
  /// A decimal or thousands mark stands in it.
  public var hasMarks: Bool
  /// The first digit is 0: `007`, `0.5`.
  public var startsWithZero: Bool
  /// What `26.809` is where its mark is a decimal one: before a word like مليار.
  public var decimal: Double?

  /// Whether it can be a year, an hour, a day: digits only.
  public var isPlain: Bool { !hasMarks }

  /// The whole number, where it is one below 10⁹.
  public var integer: Int? { value < 1e9 && value == value.rounded() ? Int(value) : nil }

  /// Reads the folded bytes of a number token: ASCII digits with `.` and `,` between digits.
  ///
  /// Marks that part groups of three digits are thousands marks, a last mark of another kind or
  /// before another number of digits is the decimal mark: `1,234.5`, `1.500` (1500), `32.5`. Nil for
  /// what is no single number: `23.7.2015`, `10.0.0.1`.
  public init?(_ bytes: ArraySlice<UInt8>) {
    startsWithZero = bytes.first == 0x30
    var first = Group(mark: 0)
    var last: Group?
    // Groups between the first and the last.
    var inner = Thousands()
    for byte in bytes {
      switch byte {
      case 0x30...0x39:
        if last == nil { first.append(byte) } else { last?.append(byte) }
      case 0x2E, 0x2C:
        if let last { inner.add(last) }
        last = Group(mark: byte)
      default: return nil
      }
    }
    guard first.digits > 0 else { return nil }
    hasMarks = last != nil
    digits = first.digits
    value = first.value
    guard let last else { return }
    guard last.digits > 0, !inner.hasEmpty else { return nil }
    if inner.count == 0, last.digits == 3 { decimal = (first.value * 1000 + last.value) / 1000 }
    // Alone it is decimal unless it can be thousands; behind others if its mark is another.
    let isDecimal =
      inner.count == 0
      ? last.digits != 3 || first.digits > 3 || startsWithZero : last.mark != inner.mark
    if !isDecimal { inner.add(last) }
    guard inner.isEven, inner.count == 0 || first.digits <= 3 else { return nil }
    for _ in 0..<inner.count { value *= 1000 }
    value += inner.value
    digits += 3 * inner.count
    if isDecimal {
      var scale = 1.0
      for _ in 0..<last.digits { scale *= 10 }
      value = (value * scale + last.value) / scale
    }
  }

  /// Digits between marks.
  private struct Group {
    /// The mark before it.
    var mark: UInt8
    var value = 0.0
    var digits = 0

    mutating func append(_ digit: UInt8) {
      value = value * 10 + Double(digit - 0x30)
      digits += 1
    }
  }

  /// Groups of three digits parted by one kind of mark.
  private struct Thousands {
    var count = 0
    var value = 0.0
    var mark: UInt8 = 0
    /// All have three digits and the same mark before them.
    var isEven = true
    var hasEmpty = false

    mutating func add(_ group: Group) {
      if count == 0 { mark = group.mark }
      if group.digits != 3 || group.mark != mark { isEven = false }
      if group.digits == 0 { hasEmpty = true }
      value = value * 1000 + group.value
      count += 1
    }
  }
}
