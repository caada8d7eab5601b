/// A character written as HTML writes it, `&quot;` or `&#8220;`: archives of web pages keep many in their texts.
///
/// The scanner reads one as the character it stands for, in the place where it stands, so that offsets remain those of
/// the text as it was given.
enum CharacterReference {
  /// Bytes of the longest that is read, with its `&` and `;`.
  private static let limit = 12

  /// The scalar that a reference at `start`, where a `&` stands, means, and its bytes; nil where it is none.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: UInt32, width: Int)? {
    let last = min(bytes.count, start + limit)
    var end = start + 1
    while unsafe end < last && isNameByte(bytes[end]) { end += 1 }
    guard end > start + 1, unsafe end < last && bytes[end] == UInt8(ascii: ";") else { return nil }
    // SAFETY: the name lies within the bytes and is copied.
    let name = unsafe String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard let scalar = name.hasPrefix("#") ? number(name.dropFirst()) : names[name] else {
      return nil
    }
    return (scalar, end + 1 - start)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// `8220` or `x201C`.
  private static func number(_ digits: Substring) -> UInt32? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value > 0, Unicode.Scalar(value) != nil else { return nil }
    return (0x80...0x9F).contains(value) ? windows1252[Int(value - 0x80)] : value
  }

  /// What browsers take the numbers 128 to 159 for (HTML, numeric character reference end state).
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The names of HTML 4 that stand in texts: punctuation, spaces, marks of direction and signs.
  private static let names: [String: UInt32] = [
    "quot": 0x22, "amp": 0x26, "apos": 0x27, "lt": 0x3C, "gt": 0x3E,
    "nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009,
    "laquo": 0xAB, "raquo": 0xBB, "lsaquo": 0x2039, "rsaquo": 0x203A,
    "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
    "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E,
    "ndash": 0x2013, "mdash": 0x2014, "hellip": 0x2026, "bull": 0x2022, "middot": 0xB7,
    "prime": 0x2032, "Prime": 0x2033, "shy": 0xAD,
    "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F,
    "euro": 0x20AC, "pound": 0xA3, "yen": 0xA5, "cent": 0xA2, "permil": 0x2030, "deg": 0xB0,
    "times": 0xD7, "divide": 0xF7, "plusmn": 0xB1, "sect": 0xA7,
    "copy": 0xA9, "reg": 0xAE, "trade": 0x2122,
  ]
}
