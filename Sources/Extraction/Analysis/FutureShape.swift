internal import ArabicText

extension TokenizedText {
  /// Whether a word has the letters of س before an imperfect: سيصل، ستشارك، سنرد، سأزور. Endings that only nouns
  /// have rule it out, and so does an alif without its hamza: سيارات، سياسية، سائقو، ساعد.
  ///
  /// - Parameter start: the letter at which the verb begins, behind a conjunction.
  func hasFutureShape(_ token: Int, from start: Int) -> Bool {
    let word = tokens[token]
    let letters = Int(word.letters)
    guard word.isArabic, letters - start > 3, letter(start, of: word) == Alphabet.sin else {
      return false
    }
    switch letter(start + 1, of: word) {
    case Alphabet.ya, Alphabet.ta, Alphabet.nun: break
    case Alphabet.alif:
      guard isHamza(original(start + 1, of: word)) else { return false }
    default: return false
    }
    return !hasNominalEnding(word, letters - start)
  }

  /// ة، ات, and و behind more than two root letters: «سياسيو», but not «سيدعو».
  private func hasNominalEnding(_ word: Token, _ letters: Int) -> Bool {
    let count = Int(word.letters)
    switch letter(count - 1, of: word) {
    case Alphabet.waw: return letters > 5
    case Alphabet.ta: return letter(count - 2, of: word) == Alphabet.alif
    default: return original(count - 1, of: word) == 0x629  // ة
    }
  }

  /// A letter as the text writes it, before folding; 0 where it is none of the basic Arabic block.
  private func original(_ index: Int, of word: Token) -> UInt32 {
    let at = originalOffset(ofLetter: index, in: word)
    guard at + 1 < bytes.count, bytes[at] & 0xFC == 0xD8 else { return 0 }
    return UInt32(bytes[at] & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F)
  }

  /// أ
  private func isHamza(_ letter: UInt32) -> Bool { letter == 0x623 }

  /// Whether a word is a perfect whose first letters are those of a citation form: سيطر، سيطرت، سألته, and not سيرون.
  ///
  /// - Parameter verbs: hashes of citation forms, folded.
  func isPerfect(_ token: Int, from start: Int, of verbs: Set<UInt64>) -> Bool {
    let word = tokens[token]
    var stem: UInt64 = 0
    for index in start..<Int(word.letters) {
      stem = TermHash.append(stem, letter(index, of: word))
      guard index - start > 1, verbs.contains(stem) else { continue }
      let (next, second) = (letter(index + 1, of: word), letter(index + 2, of: word))
      switch next {
      case 0, Alphabet.ta, Alphabet.ha: return true
      case Alphabet.waw where second == Alphabet.alif || second == Alphabet.ha: return true
      case Alphabet.nun where second == Alphabet.alif || second == Alphabet.ya: return true
      default: continue
      }
    }
    return false
  }
}
