extension VerbForm {
  var isQuadriliteral: Bool {
    self == .quadriliteral || self == .quadriliteralReflexive || self == .quadriliteralIntensive
  }

  /// Whether a weak second radical becomes a long vowel (أقام), not a consonant (قاوم).
  var contractsHollow: Bool {
    switch self {
    case .i, .iv, .vii, .viii, .x: true
    default: false
    }
  }

  /// The forms a citation can be, the likely one first. An alif without hamza at its head is read
  /// as the alif of forms VII to X.
  static func candidates(for letters: [Citation.Letter]) -> [VerbForm] {
    switch letters.count {
    case 2: [.i]
    case 3: [ofThree(letters)]
    // آمن is form IV, آخذ form III: the letters do not tell.
    case 4 where letters[0].sound == .hamza:
      letters[1].sound == .alif ? [.iv, .iii] : [.iv]
    case 4: [ofFour(letters)]
    case 5: ofFive(letters)
    case 6: letters[1].sound == .sin && letters[2].sound == .ta ? [.x] : []
    default: []
    }
  }

  private static func ofThree(_ letters: [Citation.Letter]) -> VerbForm {
    let (first, middle, final) = (letters[0], letters[1], letters[2])
    if middle.hasShadda || (middle.sound == final.sound && !final.sound.isGlide) { return .ii }
    if final.hasShadda { return middle.sound == .alif ? .iii : .iv }
    let isFinalWeak = final.sound == .alif || final.sound == .maqsura || final.sound == .ya
    if middle.sound.isGlide, !isFinalWeak, middle.vowel == nil || middle.vowel == .a,
      first.sound != .alif
    {
      return .ii
    }
    return .i
  }

  private static func ofFour(_ letters: [Citation.Letter]) -> VerbForm {
    let (first, second, third, final) = (letters[0], letters[1], letters[2], letters[3])
    switch first.sound {
    case .ta where second.sound != .alif:
      if third.sound == .alif { return .vi }
      return second.hasSukun ? .quadriliteral : .v
    case .alif:
      let isFinalWeak = final.sound == .alif || final.sound == .maqsura
      if second.hasShadda { return .viii }
      if second.takesInfix(third.sound), !isFinalWeak { return .viii }
      if [.ta, .dal, .tah].contains(second.sound), third.sound != .alif { return .viii }
      if second.sound == .nun, !isFinalWeak, third.sound != .alif { return .vii }
      return final.hasShadda ? .ix : .iv
    default: return second.sound == .alif ? .iii : .quadriliteral
    }
  }

  private static func ofFive(_ letters: [Citation.Letter]) -> [VerbForm] {
    let (second, third, fourth, final) = (letters[1], letters[2], letters[3], letters[4])
    switch letters[0].sound {
    case .ta: return third.sound == .alif ? [.vi] : [.quadriliteralReflexive]
    case .hamza, .alif:
      if second.sound == .nun, third.sound != .ta { return [.vii] }
      if second.sound == .sin, third.sound == .ta, fourth.sound != .alif, final.sound != .maqsura,
        final.sound != .alif, !fourth.sound.isGlide || final.hasShadda
      {
        // استعد is of عدد, استمع of سمع: only a shadda tells.
        return final.hasShadda ? [.x] : [.x, .viii]
      }
      return second.takesInfix(third.sound) || second.hasShadda
        ? [.viii] : [.quadriliteralIntensive]
    default: return []
    }
  }
}
