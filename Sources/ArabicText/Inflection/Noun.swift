/// A noun or an adjective with its plurals, inflected by rule.
///
///     try Noun(singular: "وزير", plural: ["وزراء"])
///     try Noun(singular: "مهندس", plural: ["مهندسون"])
///     try Noun(singular: "سوري", options: .adjective)
public struct Noun: Sendable {
  /// What a noun has beside its singular, its dual and the plurals named.
  public struct Options: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A plural in `ات`; nouns in `ة` have it without asking.
    public static let soundFeminine = Options(rawValue: 1)
    /// A plural in `ون` and `ين`.
    public static let soundMasculine = Options(rawValue: 2)
    /// A feminine in `ة`, with its dual.
    public static let feminine = Options(rawValue: 4)
    /// The adjective of relation in `ي`, with all its forms (فرنسا: فرنسي).
    public static let relation = Options(rawValue: 8)
    /// All that an adjective with sound plurals has.
    public static let adjective: Options = [.soundFeminine, .soundMasculine, .feminine]
  }

  private let singular: Nominal
  private let broken: [Nominal]
  private let options: Options
  private let relation: Nominal?

  /// Reads a noun: its singular and its broken plurals; a sound plural may be among them or asked
  /// for. Write `قاضٍ` with its tanwin, it tells قاض from words like سوري.
  ///
  /// - Throws: `InflectionError` if one of them is no Arabic word.
  public init(
    singular: String, plural: [String] = [], options: Options = []
  ) throws(InflectionError) {
    let letters = try Citation(singular).letters
    let noun = Nominal(letters)
    self.singular = noun
    var options = options
    if noun.hasTa, plural.isEmpty { options.insert(.soundFeminine) }
    var broken: [Nominal] = []
    for text in plural {
      let other = try Citation(text).letters
      if noun.isSoundPlural(other, ending: [.waw, .nun]) {
        options.insert(.soundMasculine)
      } else {
        broken.append(Nominal(other))
      }
    }
    self.broken = broken
    self.options = options
    relation = options.contains(.relation) ? Nominal.relation(letters) : nil
  }

  /// All written forms, folded, each once. Order is fixed.
  public func forms() -> [InflectedForm] { table().inflectedForms }

  /// The forms in the order of `forms()`.
  public func table() -> FormTable {
    var forms = FormCollector(kind: .noun)
    add(to: &forms)
    return forms.table
  }

  /// Adds the forms as of the collector's kind.
  func add(to forms: inout FormCollector) {
    singular.addSingular(to: &forms)
    singular.addDual(to: &forms)
    for noun in broken { noun.addSingular(to: &forms) }
    if options.contains(.soundMasculine) { singular.addMasculinePlural(to: &forms) }
    if options.contains(.soundFeminine) { singular.addFemininePlural(to: &forms) }
    if options.contains(.feminine) {
      var feminine = singular
      feminine.hasTa = true
      feminine.addSingular(to: &forms)
      feminine.addDual(to: &forms)
    }
    relation?.addAll(to: &forms)
  }
}

extension Nominal {
  /// A noun from its letters; vowels that no sign shows stay unknown.
  init(_ letters: [Citation.Letter]) {
    var letters = letters
    stem = []
    if letters.count > 1, letters[letters.count - 1].written == Self.taMarbuta {
      letters.removeLast()
      hasTa = true
    }
    // The alif within آ is not written.
    letters.removeAll { $0.written == 0 }
    for (index, letter) in letters.enumerated() {
      let isLast = index == letters.count - 1
      if isLast, index > 0 {
        finish(with: letter, after: letters[index - 1])
      } else {
        stem.append(letter.seated)
        // A final hamza looks at what stands before it.
        let isBeforeHamza = index == letters.count - 2 && letters[index + 1].sound == .hamza
        if !isLast, !isBeforeHamza { stem.append(.anyVowel) }
      }
    }
  }

  private static let taMarbuta: Sound = 0x629

  private mutating func finish(with letter: Citation.Letter, after previous: Citation.Letter) {
    if letter.sound == .maqsura, !hasTa {
      if stem.last == .anyVowel { stem.removeLast() }
      stem += [.a, .ya]
      isDefective = true
    } else if letter.hasTanwinKasra {
      stem += [letter.sound, .i, .ya]
      isDefective = true
    } else if letter.sound == .hamza {
      switch letter.written {
      case 0x623: stem += [.a, .hamza]
      case 0x624: stem += [.u, .hamza]
      case 0x626 where previous.sound != .ya: stem += [.i, .hamza]
      case 0x622: stem.append(.alif)
      default: stem.append(.hamza)
      }
    } else {
      stem.append(letter.sound)
    }
  }

  /// Whether `plural` is this noun's letters with `ending`.
  fileprivate func isSoundPlural(_ plural: [Citation.Letter], ending: [Sound]) -> Bool {
    guard plural.count > 2, plural.suffix(2).map(\.sound) == ending else { return false }
    var forms = FormCollector(kind: .noun)
    addMasculinePlural(to: &forms)
    var whole = FormCollector(kind: .noun)
    Nominal(plural).addSingular(to: &whole)
    guard let written = whole.forms.first?.letters else { return false }
    return forms.forms.contains { $0.letters == written }
  }

  /// The adjective of relation: without `ة`, and without `ا` and `يا` of names of countries.
  fileprivate static func relation(_ letters: [Citation.Letter]) -> Nominal {
    var letters = letters
    guard let last = letters.last else { return Nominal(letters) }
    let ya = Citation.Letter(sound: .ya, written: .ya)
    let waw = Citation.Letter(sound: .waw, written: .waw)
    if last.written == taMarbuta || last.sound == .alif {
      letters.removeLast()
      if letters.last?.sound == .ya { letters.removeLast() }
      letters.append(ya)
    } else if last.sound == .maqsura {
      letters.removeLast()
      letters += [waw, ya]
    } else if last.sound != .ya {
      letters.append(ya)
    }
    return Nominal(letters)
  }
}

extension Citation.Letter {
  /// A letter inside a noun; its hamza stays on the seat it was given.
  fileprivate var seated: Sound {
    guard sound == .hamza else { return sound }
    return written == 0x622 || written == 0x623 || written == 0x625 ? .alif : written
  }
}
