/// A citation form taken apart: its letters with what the vowel signs say, and its hint.
struct Citation {
  /// A letter with its signs.
  struct Letter {
    /// The letter; a hamza on any seat is `Sound.hamza`.
    var sound: Sound
    /// The short vowel after it, if a sign or a hamza's seat shows it.
    var vowel: Sound?
    var hasShadda = false
    var hasSukun = false
    /// `ـٍ`: the noun's last radical is a weak letter that is not written (قاضٍ).
    var hasTanwinKasra = false
    /// The letter as written; 0 for the alif that a `آ` holds.
    var written: Sound
  }

  var letters: [Letter] = []
  /// What follows each colon.
  var hints: [String] = []

  /// Reads a citation: letters, vowel signs, then hints after colons.
  init(_ text: String) throws(InflectionError) {
    // Cutting text by characters is slow, and most verbs give no hint.
    let hasHints = text.utf8.contains(0x3A)
    let parts =
      hasHints ? text.split(separator: ":", omittingEmptySubsequences: false) : [text[...]]
    for scalar in (parts.first ?? "").unicodeScalars {
      guard read(scalar) else {
        throw InflectionError(
          code: .unexpectedCharacter, citation: text,
          advice: "\"\(scalar)\" is not an Arabic letter; give one word")
      }
    }
    hints = parts.dropFirst().map(String.init)
    guard !letters.isEmpty else {
      throw InflectionError(code: .empty, citation: text, advice: "give the word to inflect")
    }
  }

  private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
    let last = letters.count - 1
    switch scalar.value {
    case 0x622:
      letters.append(Letter(sound: .hamza, vowel: .a, written: 0x622))
      letters.append(Letter(sound: .alif, written: 0))
    case 0x623: letters.append(Letter(sound: .hamza, vowel: .a, written: 0x623))
    case 0x625, 0x626:
      letters.append(Letter(sound: .hamza, vowel: .i, written: Sound(scalar.value)))
    case 0x624: letters.append(Letter(sound: .hamza, vowel: .u, written: 0x624))
    case 0x621: letters.append(Letter(sound: .hamza, written: 0x621))
    case 0x671: letters.append(Letter(sound: .alif, written: .alif))
    case 0x627...0x63A, 0x641...0x64A:
      letters.append(Letter(sound: Sound(scalar.value), written: Sound(scalar.value)))
    case 0x640, 0x64B, 0x64C, 0x670: break
    case 0x64D: if last >= 0 { letters[last].hasTanwinKasra = true }
    case 0x64E: if last >= 0 { letters[last].vowel = .a }
    case 0x64F: if last >= 0 { letters[last].vowel = .u }
    case 0x650: if last >= 0 { letters[last].vowel = .i }
    case 0x651: if last >= 0 { letters[last].hasShadda = true }
    case 0x652: if last >= 0 { letters[last].hasSukun = true }
    default: return false
    }
    return true
  }
}
