/// Numbers and texts as people read them at a terminal.
enum Text {
  /// 12824 → 12,824
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// One decimal below 100, none above.
  static func decimal(_ number: Double) -> String {
    if number >= 100 { return String(Int(number.rounded())) }
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A text of an article on one line: printable, with blanks for breaks and tabs.
  static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.lazy.map { $0.properties.isWhitespace ? " " : $0 }
    return printable(String(String.UnicodeScalarView(scalars)))
  }

  /// The text with control characters made visible (␛) and those that turn the direction of a line replaced: what a
  /// script or an archive says moves no cursor, sets no title and hides nothing. Tabs and line ends stay.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{FFFD}"
      shown.append(isControl(scalar) ? picture ?? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  static func plural(_ count: Int, _ noun: String, _ ending: String = "s") -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : ending)"
  }
}
