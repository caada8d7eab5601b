/// The patterns of a verb form, as sound verbs have them. The imperfect stands without its prefix,
/// the perfect without the alif before two consonants.
struct VerbPatterns: Sendable {
  var perfect: Pattern
  var perfectPassive: Pattern
  var imperfect: Pattern
  var imperfectPassive: Pattern
  /// The verbal noun, of a defective verb, of a hollow one.
  var noun: Pattern?
  var defectiveNoun: Pattern?
  var hollowNoun: Pattern?
}

extension VerbForm {
  /// The vowel of the imperfect's prefix.
  var prefixVowel: Sound {
    switch self {
    case .ii, .iii, .iv, .quadriliteral: .u
    default: .a
    }
  }

  /// The form's patterns; those of form I have `a` for its own vowels.
  var patterns: VerbPatterns {
    switch self {
    case .i: Self.one
    case .ii: Self.two
    case .iii: Self.three
    case .iv: Self.four
    case .v: Self.five
    case .vi: Self.six
    case .vii: Self.seven
    case .viii: Self.eight
    case .ix: Self.nine
    case .x: Self.ten
    case .quadriliteral: Self.quadriliteralOne
    case .quadriliteralReflexive: Self.quadriliteralTwo
    case .quadriliteralIntensive: Self.quadriliteralFour
    }
  }

  private static let one = VerbPatterns(
    perfect: "1a2a3", perfectPassive: "1u2i3", imperfect: "12a3", imperfectPassive: "12a3")
  private static let two = VerbPatterns(
    perfect: "1a22a3", perfectPassive: "1u22i3", imperfect: "1a22i3", imperfectPassive: "1a22a3",
    noun: "ta12iy3", defectiveNoun: "ta12i3ah")
  private static let three = VerbPatterns(
    perfect: "1aA2a3", perfectPassive: "1uw_2i3", imperfect: "1aA2i3", imperfectPassive: "1aA2a3",
    noun: "mu1aA2a3ah")
  private static let four = VerbPatterns(
    perfect: "Ha12a3", perfectPassive: "Hu12i3", imperfect: "12i3", imperfectPassive: "12a3",
    noun: "Hi12aA3", hollowNoun: "Hi1aA3ah")
  private static let five = VerbPatterns(
    perfect: "ta1a22a3", perfectPassive: "tu1u22i3", imperfect: "ta1a22a3",
    imperfectPassive: "ta1a22a3", noun: "ta1a22u3", defectiveNoun: "ta1a22i3")
  private static let six = VerbPatterns(
    perfect: "ta1aA2a3", perfectPassive: "tu1uw_2i3", imperfect: "ta1aA2a3",
    imperfectPassive: "ta1aA2a3", noun: "ta1aA2u3", defectiveNoun: "ta1aA2i3")
  private static let seven = VerbPatterns(
    perfect: "n1a2a3", perfectPassive: "n1u2i3", imperfect: "n1a2i3", imperfectPassive: "n1a2a3",
    noun: "n1i2aA3")
  private static let eight = VerbPatterns(
    perfect: "1Ta2a3", perfectPassive: "1Tu2i3", imperfect: "1Ta2i3", imperfectPassive: "1Ta2a3",
    noun: "1Ti2aA3")
  private static let nine = VerbPatterns(
    perfect: "12a3a3", perfectPassive: "12u3i3", imperfect: "12a3i3", imperfectPassive: "12a3a3",
    noun: "12i3aA3")
  private static let ten = VerbPatterns(
    perfect: "sta12a3", perfectPassive: "stu12i3", imperfect: "sta12i3",
    imperfectPassive: "sta12a3", noun: "sti12aA3", hollowNoun: "sti1aA3ah")
  private static let quadriliteralOne = VerbPatterns(
    perfect: "1a23a4", perfectPassive: "1u23i4", imperfect: "1a23i4", imperfectPassive: "1a23a4",
    noun: "1a23a4ah")
  private static let quadriliteralTwo = VerbPatterns(
    perfect: "ta1a23a4", perfectPassive: "tu1u23i4", imperfect: "ta1a23a4",
    imperfectPassive: "ta1a23a4", noun: "ta1a23u4", defectiveNoun: "ta1a23i4")
  private static let quadriliteralFour = VerbPatterns(
    perfect: "12a34a4", perfectPassive: "12u34i4", imperfect: "12a34i4",
    imperfectPassive: "12a34a4", noun: "12i34aA4")
}
