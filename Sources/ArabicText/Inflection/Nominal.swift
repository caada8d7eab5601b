/// The inflection of nouns and participles, as written: the cases are seen only in duals, sound
/// plurals, the indefinite accusative and the seat of a hamza before a pronoun.
struct Nominal {
  /// Without ending; a defective one ends in its vowel and `ي`.
  var stem: [Sound]
  /// قاضٍ (vowel i) or مستشفى (vowel a).
  var isDefective = false
  /// The word has `ة` after the stem.
  var hasTa = false

  private static let alone: InflectedForm.Clitics = [.standsAlone, .preposition]
  private static let free: InflectedForm.Clitics = [.standsAlone, .preposition, .article]
  private static let whole: InflectedForm.Clitics = [
    .standsAlone, .preposition, .article, .pronoun,
  ]
  private static let construct: InflectedForm.Clitics = [.standsAlone, .preposition, .pronoun]
  private static let attached: InflectedForm.Clitics = [.preposition, .pronoun]

  private static let dual: [(free: [Sound], construct: [Sound])] = [
    ([.a, .alif, .nun], [.a, .alif]), ([.a, .ya, .nun], [.a, .ya]),
  ]
  private static let masculine: [(free: [Sound], construct: [Sound])] = [
    ([.u, .waw, .nun], [.u, .waw]), ([.i, .ya, .nun], [.i, .ya]),
  ]

  /// The singular, or a broken plural, which inflects like one.
  func addSingular(to forms: inout FormCollector) {
    if hasTa {
      forms.add(Self.free) { join([.a, .ha], into: &$0) }
      forms.add(Self.attached) { join([.a, .ta], into: &$0) }
      return
    }
    guard isDefective else {
      forms.add(stem, stem.last == .hamza ? Self.free : Self.whole)
      if stem.last == .hamza {
        for vowel in [Sound.u, .i, .a] { forms.add(stem + [vowel], Self.attached) }
      }
      if takesTanwin { forms.add(.standsAlone) { $0 += stem + [.a, .alif] } }
      return
    }
    forms.add(isOpen ? Self.free : Self.whole) { join([], into: &$0) }
    if isOpen {
      forms.add(stem.dropLast() + [.alif], Self.attached)
    } else {
      forms.add(VerbShape.shortened(stem), Self.alone)
      forms.add(.standsAlone) { join([.a, .alif], into: &$0) }
    }
  }

  /// The dual; words in `ا` make theirs as they like (عصوان, دنييان).
  func addDual(to forms: inout FormCollector) {
    guard stem.last != .alif else { return }
    let feminine: [Sound] = hasTa ? [.a, .ta] : []
    for ending in Self.dual {
      forms.add(Self.free) { join(feminine, then: ending.free, into: &$0) }
      forms.add(Self.construct) { join(feminine, then: ending.construct, into: &$0) }
    }
  }

  /// The plural in `ون`.
  func addMasculinePlural(to forms: inout FormCollector) {
    for ending in Self.masculine {
      forms.add(Self.free) { join(ending.free, into: &$0) }
      forms.add(Self.construct) { join(ending.construct, into: &$0) }
    }
  }

  /// The plural in `ات`.
  func addFemininePlural(to forms: inout FormCollector) {
    guard stem.last != .alif else {
      forms.add(stem + [.ta], Self.whole)
      return
    }
    forms.add(Self.whole) { join([.a, .alif, .ta], into: &$0) }
  }

  /// All that a participle or an adjective has: both genders, all numbers.
  func addAll(to forms: inout FormCollector) {
    addSingular(to: &forms)
    addDual(to: &forms)
    addMasculinePlural(to: &forms)
    addFemininePlural(to: &forms)
    var feminine = self
    feminine.hasTa = true
    feminine.addSingular(to: &forms)
    feminine.addDual(to: &forms)
  }

  /// What a verbal noun that follows by rule has.
  func addAsMasdar(to forms: inout FormCollector) {
    addSingular(to: &forms)
    addDual(to: &forms)
    addFemininePlural(to: &forms)
  }

  /// The vowel before a defective stem's weak letter is `a`.
  private var isOpen: Bool { isDefective && stem[stem.count - 2] == .a }

  /// No alif of the indefinite accusative after `اء`, `أ` and `ا`.
  private var takesTanwin: Bool {
    guard let last = stem.last else { return false }
    if last == .alif { return false }
    guard last == .hamza, stem.count > 1 else { return true }
    return stem[stem.count - 2] != .alif && stem[stem.count - 2] != .a
  }

  /// Appends the stem with its endings.
  private func join(_ first: [Sound], then second: [Sound] = [], into word: inout [Sound]) {
    word += stem
    guard isDefective else {
      word += first
      word += second
      return
    }
    let ending = first + second
    // مستدعاة, مستدعاتان: the ة keeps the long vowel.
    if isOpen, ending.count > 1, ending[0] == .a, ending[1] == .ha || ending[1] == .ta {
      word[word.count - 1] = .alif
      word += ending.dropFirst()
    } else {
      VerbShape.joinWeak(&word, ending, isOpen: true, endsInAlif: false)
    }
  }
}
