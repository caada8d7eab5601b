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
      forms.add(joined([.a, .ha]), Self.free)
      forms.add(joined([.a, .ta]), Self.attached)
      return
    }
    guard isDefective else {
      forms.add(stem, stem.last == .hamza ? Self.free : Self.whole)
      if stem.last == .hamza {
        for vowel in [Sound.u, .i, .a] { forms.add(stem + [vowel], Self.attached) }
      }
      if takesTanwin { forms.add(stem + [.a, .alif], [.standsAlone]) }
      return
    }
    forms.add(joined([]), isOpen ? Self.free : Self.whole)
    if isOpen {
      forms.add(stem.dropLast() + [.alif], Self.attached)
    } else {
      forms.add(VerbShape.shortened(stem), Self.alone)
      forms.add(joined([.a, .alif]), [.standsAlone])
    }
  }

  /// The dual; words in `ا` make theirs as they like (عصوان, دنييان).
  func addDual(to forms: inout FormCollector) {
    guard stem.last != .alif else { return }
    for ending in Self.dual {
      forms.add(joined(hasTa ? [.a, .ta] : [], then: ending.free), Self.free)
      forms.add(joined(hasTa ? [.a, .ta] : [], then: ending.construct), Self.construct)
    }
  }

  /// The plural in `ون`.
  func addMasculinePlural(to forms: inout FormCollector) {
    for ending in Self.masculine {
      forms.add(joined(ending.free), Self.free)
      forms.add(joined(ending.construct), Self.construct)
    }
  }

  /// The plural in `ات`.
  func addFemininePlural(to forms: inout FormCollector) {
    guard stem.last != .alif else {
      forms.add(stem + [.ta], Self.whole)
      return
    }
    forms.add(joined([.a, .alif, .ta]), Self.whole)
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

  private func joined(_ first: [Sound], then second: [Sound] = []) -> [Sound] {
    guard isDefective else {
      var word: [Sound] = []
      word.reserveCapacity(24)
      word += stem
      word += first
      word += second
      return word
    }
    let ending = first + second
    // مستدعاة, مستدعاتان: the ة keeps the long vowel.
    if isOpen, ending.count > 1, ending[0] == .a, ending[1] == .ha || ending[1] == .ta {
      return stem.dropLast() + [.alif] + ending.dropFirst()
    }
    var word = stem
    VerbShape.joinWeak(&word, ending, isOpen: true, endsInAlif: false)
    return word
  }
}
