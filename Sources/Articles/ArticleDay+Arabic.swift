/// Dates in Arabic, as sites of news print them: `٣١ مايو ٢٠٢٤`, `31 أيار/مايو 2024`.
extension ArticleDay {
  /// The names of the months of the Gregorian year in order: of Egypt and the Gulf, of the Levant and Iraq, of the
  /// Maghreb; as ``folded(_:)`` leaves them, two words joined. They stand here and not only in the lexicon of months,
  /// for the day by which articles are chosen must not hang on the packs that are found; a test holds the two together.
  private static let names: [[String]] = [
    ["يناير", "كانونالثاني", "كانونثاني", "جانفي"],
    ["فبراير", "شباط", "فيفري", "فبرائر"],
    ["مارس", "اذار", "مارت"],
    ["ابريل", "نيسان", "افريل"],
    ["مايو", "ايار", "ماي", "مايس"],
    ["يونيو", "يونيه", "حزيران", "جوان"],
    ["يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
    ["اغسطس", "اب", "اوت", "غشت", "اغشت"],
    ["سبتمبر", "ايلول", "شتنبر", "سبتنبر"],
    ["اكتوبر", "تشرينالاول", "تشريناول"],
    ["نوفمبر", "تشرينالثاني", "تشرينثاني", "نونبر"],
    ["ديسمبر", "كانونالاول", "كانوناول", "دجنبر"],
  ]

  private static let months = Dictionary(
    uniqueKeysWithValues: zip(names, english).flatMap { names, month in names.map { ($0, month) } })

  /// Marks of a year of the Hijri calendar.
  private static let hijri: Set<String> = ["ه", "هجري", "هجريه"]

  /// The same date in ASCII: digits and months as English has them, other words left out. Of two names of one month
  /// beside each other one is left. Nil where the year is of another calendar.
  static func latin(_ date: String) -> String? {
    let words = folded(date)
    if words.contains(where: hijri.contains) { return nil }
    var read: [String] = []
    var at = 0
    while at < words.count {
      let pair = at + 1 < words.count ? months[words[at] + words[at + 1]] : nil
      let month = pair ?? months[words[at]]
      if let month {
        if read.last != month { read.append(month) }
      } else if words[at].utf8.allSatisfy({ $0 < 0x80 }) {
        read.append(words[at])
      }
      at += pair == nil ? 1 : 2
    }
    return read.joined(separator: " ")
  }

  /// Its words and numbers: Arabic digits as those of ASCII, without vowel signs, with one form of alef and of teh.
  private static func folded(_ date: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in date.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: word.append(digit(scalar.value - 0x660))
      case 0x6F0...0x6F9: word.append(digit(scalar.value - 0x6F0))
      case 0x622, 0x623, 0x625: word.append("ا")
      case 0x629: word.append("ه")
      case 0x640, 0x64B...0x652, 0x670: continue
      default:
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
          word.append(scalar)
        } else if !word.isEmpty {
          words.append(String(word))
          word = String.UnicodeScalarView()
        }
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(0x30 + value))
  }
}
