/// An Arabic verb, conjugated from its citation form by rule.
///
///     try Verb(citation: "هدّد").forms()            // يهدد هددوا نهدد تهديد مهددا …
///     try Verb(citation: "باع:i", masdars: ["بيع"])
///
/// The citation is the third person masculine singular perfect, with or without vowel signs. A
/// shadda tells form II and V from I and QI; without it the usual reading is taken. Hints after a
/// colon name the form (`هدد:II`, also `QI QII QIV`) or the vowel of the imperfect (`باع:i`).
/// Write the hamza of form IV: a bare alif at the head belongs to forms VII to X.
public struct Verb: Sendable {
  /// The citation as given.
  public let citation: String
  private let conjugated: ConjugatedVerb
  private let masdars: [Noun]

  /// What the citation can be; several where its spelling leaves the weak radical open.
  var shapes: [VerbShape] { conjugated.shapes }

  /// Reads a citation form. `masdars` are the verbal nouns that no rule gives, those of form I
  /// and فعال of form III.
  ///
  /// - Throws: `InflectionError` if it is no Arabic word, its letters fit no pattern of a verb, or it is an imperfect
  ///   (يهدد).
  public init(citation: String, masdars: [String] = []) throws(InflectionError) {
    self.citation = citation
    conjugated = try ConjugatedVerb.of(citation)
    var nouns: [Noun] = []
    for masdar in masdars { nouns.append(try Noun(singular: masdar, options: .soundFeminine)) }
    self.masdars = nouns
  }

  /// The form, of the likeliest reading.
  public var form: VerbForm { shapes.first?.form ?? .i }
  /// The class of its weakness, of the likeliest reading.
  public var verbClass: VerbClass { shapes.first?.verbClass ?? .sound }
  /// The radicals, of the likeliest reading; a hamza is `ء`.
  public var root: String {
    var root = ""
    for radical in shapes.first?.radicals ?? [] {
      let code = radical == .hamza ? 0x621 : radical
      if let scalar = Unicode.Scalar(code) { root.unicodeScalars.append(scalar) }
    }
    return root
  }

  /// All written forms, folded, each once for its kind. Order is fixed.
  public func forms() -> [InflectedForm] {
    InflectedForm.Kind.allCases.flatMap { table(of: $0).inflectedForms }
  }

  /// The forms of a kind, in the order of `forms()`.
  public func table(of kind: InflectedForm.Kind) -> FormTable {
    if kind != .verbalNoun || masdars.isEmpty { return conjugated.table(of: kind) }
    var forms = FormCollector(kind: kind)
    conjugated.add(kind, to: &forms)
    for masdar in masdars { masdar.add(to: &forms) }
    return forms.table
  }
}

extension VerbShape {
  func addPerfect(to forms: inout FormCollector) {
    let active = stem(.perfect)
    let passive = stem(.perfectPassive)
    for person in Person.allCases {
      addPerfect(active, person, isPassive: false, .pronoun, to: &forms)
    }
    guard looksDifferent(passive, active) else { return }
    for person in Person.allCases {
      addPerfect(passive, person, isPassive: true, .pronoun, to: &forms)
    }
  }

  func addImperfect(to forms: inout FormCollector) {
    let active = stem(.imperfect)
    let passive = stem(.imperfectPassive)
    addMoods(of: active, isPassive: false, to: &forms)
    if looksDifferent(passive, active) { addMoods(of: passive, isPassive: true, to: &forms) }
  }

  /// Whether a jussive without ending may be written otherwise than the indicative.
  var shortensJussive: Bool { isHollow || isDefective || isDoubled }

  /// The jussive without endings; with them it is the subjunctive.
  func addJussive(to forms: inout FormCollector) {
    guard shortensJussive else { return }
    let active = stem(.imperfect)
    let passive = stem(.imperfectPassive)
    let differs = looksDifferent(passive, active)
    for person in Person.imperfectPersons where !person.hasEnding {
      func add(_ stem: VerbStem, isPassive: Bool) {
        addImperfect(
          stem, person, .jussive, isPassive: isPassive, [.purpose, .pronoun], to: &forms)
      }
      add(active, isPassive: false)
      if differs { add(passive, isPassive: true) }
    }
  }

  /// The indicative, and the subjunctive where it is written otherwise: with endings or on a final hamza.
  private func addMoods(of stem: VerbStem, isPassive: Bool, to forms: inout FormCollector) {
    for person in Person.imperfectPersons {
      let short: InflectedForm.Clitics = person.hasEnding ? .future : [.future, .purpose]
      func add(_ mood: Mood, _ clitics: InflectedForm.Clitics) {
        addImperfect(stem, person, mood, isPassive: isPassive, clitics, to: &forms)
      }
      add(.indicative, short.union(.pronoun))
      if person.hasEnding || last == .hamza { add(.subjunctive, [.purpose, .pronoun]) }
    }
  }

  func addImperative(to forms: inout FormCollector) {
    let stem = stem(.imperfect)
    for person in Person.commanded { addImperative(stem, person, .pronoun, to: &forms) }
  }

  /// Whether the passive is written otherwise than the active: its vowels are seen only in weak
  /// letters and the seats of hamzas.
  private func looksDifferent(_ passive: VerbStem, _ active: VerbStem) -> Bool {
    if hasHamza || isDefective || radicals[0].isGlide { return true }
    func letters(_ sounds: [Sound]) -> [Sound] { sounds.filter { !$0.isVowel } }
    return letters(passive.open) != letters(active.open)
      || letters(passive.closed) != letters(active.closed)
  }
}

extension Person {
  /// The persons whose imperfects are written differently: تكتب is you and she.
  fileprivate static let imperfectPersons = allCases.filter { $0 != .you && $0 != .youTwo }

  /// The imperfect has a written ending.
  fileprivate var hasEnding: Bool {
    switch self {
    case .he, .she, .you, .i, .we: false
    default: true
    }
  }
}
