/// The pattern of a verb.
public enum VerbForm: String, Hashable, Sendable, CaseIterable {
  /// كتب
  case i = "I"
  /// هدّد
  case ii = "II"
  /// قاتل
  case iii = "III"
  /// أعلن
  case iv = "IV"
  /// توعّد
  case v = "V"
  /// تبادل
  case vi = "VI"
  /// انسحب
  case vii = "VII"
  /// اجتمع
  case viii = "VIII"
  /// احمرّ
  case ix = "IX"
  /// استخدم
  case x = "X"
  /// Four radicals: سيطر.
  case quadriliteral = "QI"
  /// Four radicals with `ت`: تدحرج.
  case quadriliteralReflexive = "QII"
  /// Four radicals, the last doubled: اطمأن.
  case quadriliteralIntensive = "QIV"
}

/// What makes a verb's conjugation other than that of كتب.
public enum VerbClass: String, Hashable, Sendable, CaseIterable {
  /// Nothing of what follows: كتب.
  case sound
  /// Second and third radical alike: ردّ.
  case doubled
  /// First radical `و` or `ي`.
  case assimilated
  /// Second radical `و` or `ي`: قال.
  case hollow
  /// Last radical `و` or `ي`: دعا.
  case defective
  /// A hamza among the radicals, and nothing else.
  case hamzated
  /// Two weak radicals, or a weak one and a hamza: وقى, جاء, رأى.
  case doublyWeak
}

/// All that the conjugation has to know of a verb.
struct VerbShape: Hashable {
  var form: VerbForm
  /// Three or four; a hollow verb's second and a defective one's last as `و` or `ي`.
  var radicals: [Sound]
  /// The letter that stands for the `ت` of form VIII.
  var infix: Sound = .ta
  var isHollow = false
  var isDefective = false
  var isDoubled = false
  /// Form VIII whose first radical is lost in the infix: اتخذ.
  var isMerged = false
  /// The vowels after the second radical of form I.
  var perfectVowel: Sound = .a
  var imperfectVowel: Sound = .a
  /// The perfect of form I ends in `ا`: دعا.
  var endsInAlif = false
  /// `و` is lost in the imperfect: يعد.
  var dropsFirst = false

  var last: Sound { radicals[radicals.count - 1] }
  var hasHamza: Bool { radicals.contains(.hamza) }
  /// رأى loses its hamza in the imperfect, أرى everywhere.
  var isToSee: Bool { radicals == [.ra, .hamza, .ya] && (form == .i || form == .iv) }
  /// أخذ, أكل and أمر lose their hamza in the imperative.
  var hasShortImperative: Bool {
    guard form == .i, radicals[0] == .hamza, perfectVowel == .a else { return false }
    return radicals[1...] == [0x62E, 0x630] || radicals[1...] == [.kaf, .lam]
      || radicals[1...] == [.mim, .ra]
  }

  var verbClass: VerbClass {
    let startsWeak = radicals[0].isGlide
    let weaknesses = [startsWeak, isHollow, isDefective, isDoubled, hasHamza].count { $0 }
    if weaknesses > 1 { return .doublyWeak }
    if isDoubled { return .doubled }
    if isHollow { return .hollow }
    if isDefective { return .defective }
    if hasHamza { return .hamzated }
    return startsWeak ? .assimilated : .sound
  }
}
