internal import ArabicText

/// What the lexicons and its letters say a word may be. A word may be several things.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let function = WordClass(rawValue: 1 << 0)
  static let common = WordClass(rawValue: 1 << 1)
  /// A word of time, number or measure.
  static let measure = WordClass(rawValue: 1 << 2)
  static let given = WordClass(rawValue: 1 << 3)
  static let surname = WordClass(rawValue: 1 << 4)
  static let nationality = WordClass(rawValue: 1 << 5)
  static let office = WordClass(rawValue: 1 << 6)
  static let honorific = WordClass(rawValue: 1 << 7)
  /// A class noun before a name: وزارة، مدينة.
  static let head = WordClass(rawValue: 1 << 8)
  static let institution = WordClass(rawValue: 1 << 9)
  static let country = WordClass(rawValue: 1 << 10)
  static let capital = WordClass(rawValue: 1 << 11)
  static let place = WordClass(rawValue: 1 << 12)
  static let organization = WordClass(rawValue: 1 << 13)
  static let person = WordClass(rawValue: 1 << 14)
  static let speechVerb = WordClass(rawValue: 1 << 15)
  static let nameWord = WordClass(rawValue: 1 << 16)
  static let context = WordClass(rawValue: 1 << 17)
  /// The first word of a term of several words only.
  static let speechNoun = WordClass(rawValue: 1 << 18)

  /// In the list of common words without anything peeled off: no name with ال of its own.
  static let plainCommon = WordClass(rawValue: 1 << 19)
  /// A common adjective.
  static let adjective = WordClass(rawValue: 1 << 20)
  /// A common verb, in the perfect.
  static let verb = WordClass(rawValue: 1 << 21)

  // By the letters.

  /// Begins with ال.
  static let definite = WordClass(rawValue: 1 << 24)
  /// ال behind و or ف.
  static let conjoinedDefinite = WordClass(rawValue: 1 << 25)
  /// ال behind ب or ك, or merged with ل.
  static let governedDefinite = WordClass(rawValue: 1 << 26)
  /// Ends like an adjective of relation: ي or ية.
  static let relation = WordClass(rawValue: 1 << 27)
  /// Begins like an imperfect: ي, سي.
  static let imperfect = WordClass(rawValue: 1 << 28)
  /// Ends in ة.
  static let feminine = WordClass(rawValue: 1 << 29)
  /// Begins with a letter that may be a clitic.
  static let cliticLetter = WordClass(rawValue: 1 << 30)

  static let names: WordClass = [.given, .surname, .person]
  static let gazetteer: WordClass = [.country, .capital, .place, .organization, .person]
  /// Classes of words that end a name.
  static let ending: WordClass = [
    .function, .common, .measure, .nationality, .office, .honorific, .head, .institution,
    .country, .speechVerb, .speechNoun,
  ]

  /// Classes of words that و joins to a body's name from without: they begin something else.
  static let otherThanJoined: WordClass = [
    .function, .office, .head, .honorific, .nationality, .country, .capital, .given,
  ]

  /// Classes of words that stand before a name rather than in it, where they may be both.
  static let otherWord: WordClass = [
    .common, .verb, .speechVerb, .speechNoun, .office, .honorific,
  ]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The class that membership in a lexicon brings.
  init(of lexicon: Lexicon) {
    switch lexicon {
    case .functionWords, .negation, .conditionals, .attributionPhrases: self = .function
    case .commonWords, .anonymousSources: self = .common
    case .months, .weekdays, .dayparts, .timeUnits, .timeWords, .numbers, .approximators,
      .currencies, .units:
      self = .measure
    case .givenNames: self = .given
    case .surnames: self = .surname
    case .prominentPeople: self = .person
    case .nationalities: self = .nationality
    case .offices: self = .office
    case .honorifics: self = .honorific
    case .orgHeads: self = .head
    case .institutions: self = .institution
    case .countries: self = .country
    case .capitals: self = .capital
    case .places: self = .place
    case .organizations: self = .organization
    case .speechVerbs: self = .speechVerb
    case .speechNouns: self = .speechNoun
    case .nameWords: self = .nameWord
    case .placeContexts: self = .context
    default: self = []
    }
  }

  /// What the letters of an Arabic word say.
  init(_ word: WordLetters) {
    var classes: WordClass = []
    switch word.first {
    case Alphabet.alif where word.second == Alphabet.lam && word.count > 3:
      classes.insert(.definite)
    case Alphabet.waw, Alphabet.fa:
      classes.insert(.cliticLetter)
      if word.hasArticleBehindFirst, word.count > 4 { classes.insert(.conjoinedDefinite) }
    case Alphabet.ba, Alphabet.kaf:
      classes.insert(.cliticLetter)
      if word.hasArticleBehindFirst, word.count > 4 { classes.insert(.governedDefinite) }
    case Alphabet.lam:
      classes.insert(.cliticLetter)
      if word.second == Alphabet.lam, word.count > 3 { classes.insert(.governedDefinite) }
    case Alphabet.ya where word.count > 3: classes.insert(.imperfect)
    case Alphabet.sin where word.count > 4 && word.second == Alphabet.ya:
      classes.insert(.imperfect)
    default: break
    }
    if word.endsInTaMarbuta { classes.insert(.feminine) }
    if word.count > 4,
      word.last == Alphabet.ya || (word.endsInTaMarbuta && word.lastButOne == Alphabet.ya)
    {
      classes.insert(.relation)
    }
    self = classes
  }
}
