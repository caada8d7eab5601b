/// A number written in digits, read from one number token.
public struct Numeral: Sendable, Equatable {
  public var value: Double
  /// Digits before a decimal mark.
  public var digits: Int
  /// A decimal or thousands mark stands in it.
  public var hasMarks: Bool
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
  public init?(_ bytes: some Collection<UInt8>) {
    var groups: [(mark: UInt8, value: Double, digits: Int)] = [(0, 0, 0)]
    startsWithZero = bytes.first == 0x30
    for byte in bytes {
      let last = groups.count - 1
      switch byte {
      case 0x30...0x39:
        groups[last].value = groups[last].value * 10 + Double(byte - 0x30)
        groups[last].digits += 1
      case 0x2E, 0x2C: groups.append((byte, 0, 0))
      default: return nil
      }
    }
    guard groups.allSatisfy({ $0.digits > 0 }) else { return nil }
    hasMarks = groups.count > 1
    digits = groups[0].digits
    value = groups[0].value
    if groups.count == 2, groups[1].digits == 3 {
      decimal = (groups[0].value * 1000 + groups[1].value) / 1000
    }
    var wholes = groups[1...]
    var fraction: (mark: UInt8, value: Double, digits: Int)?
    if let last = wholes.last, Self.isDecimal(last, in: groups, zero: startsWithZero) {
      fraction = last
      wholes.removeLast()
    }
    for group in wholes {
      guard group.digits == 3, group.mark == wholes.first?.mark, groups[0].digits <= 3 else {
        return nil
      }
      value = value * 1000 + group.value
      digits += 3
    }
    if let fraction {
      var scale = 1.0
      for _ in 0..<fraction.digits { scale *= 10 }
      value = (value * scale + fraction.value) / scale
    }
  }

  /// Whether the last group stands behind a decimal mark.
  private static func isDecimal(
    _ last: (mark: UInt8, value: Double, digits: Int),
    in groups: [(mark: UInt8, value: Double, digits: Int)], zero: Bool
  ) -> Bool {
    if groups.count == 2 {
      return last.digits != 3 || groups[0].digits > 3 || zero
    }
    return last.mark != groups[1].mark
  }
}
