internal import ArabicText

/// إن, أن and their kin before a reported clause, with what is attached to them.
struct Complementiser: OptionSet, Sendable {
  let rawValue: UInt8

  /// Any of them; empty for other words.
  static let present = Complementiser(rawValue: 1)
  /// و ف before it: goes on with a clause.
  static let conjunction = Complementiser(rawValue: 2)
  /// ب before it.
  static let bi = Complementiser(rawValue: 4)
  /// A pronoun behind it, the subject of the clause.
  static let pronoun = Complementiser(rawValue: 8)

  /// By token.
  static func all(in text: TokenizedText) -> [Complementiser] {
    var all = [Complementiser](repeating: [], count: text.tokens.count)
    for (index, token) in text.tokens.enumerated()
    where token.kind == .word && token.isArabic && token.letters >= 2 && token.letters <= 7 {
      let found = read(text, token)
      if !found.isEmpty, !isSpelledOut(index, text) { all[index] = found }
    }
    return all
  }

  /// «إن.بي.سي»: the first letter of a name that is spelled out.
  private static func isSpelledOut(_ token: Int, _ text: TokenizedText) -> Bool {
    guard token + 2 < text.tokens.count else { return false }
    let stop = text.tokens[token + 1]
    return stop.scalar == 0x2E && stop.start == text.tokens[token].end
      && text.tokens[token + 2].kind == .word && text.tokens[token + 2].start == stop.end
  }

  /// Reads a word: (و|ف)(ب)ان(ه|ها|هم|هما|هن|نا|ني|ي|ك).
  static func read(_ text: TokenizedText, _ token: Token) -> Complementiser {
    var flags: Complementiser = .present
    var at = 0
    let first = text.letter(0, of: token)
    switch first {
    case Alphabet.alif, Alphabet.waw, Alphabet.fa, Alphabet.ba: break
    default: return []
    }
    if first == Alphabet.waw || first == Alphabet.fa {
      flags.insert(.conjunction)
      at = 1
    }
    if text.letter(at, of: token) == Alphabet.ba {
      flags.insert(.bi)
      at += 1
    }
    guard text.letter(at, of: token) == Alphabet.alif,
      text.letter(at + 1, of: token) == Alphabet.nun
    else { return [] }
    at += 2
    let left = Int(token.letters) - at
    if left > 0 {
      guard Self.isPronoun(text, token, at, left) else { return [] }
      flags.insert(.pronoun)
    }
    return flags
  }

  private static func isPronoun(
    _ text: TokenizedText, _ token: Token, _ at: Int, _ left: Int
  ) -> Bool {
    let a = text.letter(at, of: token)
    let b = text.letter(at + 1, of: token)
    switch left {
    case 1: return a == Alphabet.ha || a == Alphabet.ya || a == Alphabet.kaf
    case 2:
      return a == Alphabet.ha
        && (b == Alphabet.alif || b == Alphabet.mim || b == Alphabet.nun)
        || a == Alphabet.nun && (b == Alphabet.alif || b == Alphabet.ya)
    case 3:
      return a == Alphabet.ha && b == Alphabet.mim
        && text.letter(at + 2, of: token) == Alphabet.alif
    default: return false
    }
  }
}
