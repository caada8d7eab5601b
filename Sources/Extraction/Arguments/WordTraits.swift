internal import ArabicText

/// What a word may be, as far as finding the parts of an event needs it.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  static let preposition = WordTraits(rawValue: 1 << 0)
  /// Conjunctions and complementisers: a clause begins behind them.
  static let linker = WordTraits(rawValue: 1 << 1)
  static let relative = WordTraits(rawValue: 1 << 2)
  /// A pronoun, alone or on a preposition.
  static let pronoun = WordTraits(rawValue: 1 << 3)
  static let demonstrative = WordTraits(rawValue: 1 << 4)
  static let quantifier = WordTraits(rawValue: 1 << 5)
  static let auxiliary = WordTraits(rawValue: 1 << 6)
  static let particle = WordTraits(rawValue: 1 << 7)
  /// A phrase that places the sentence in its discourse: من جهته، في المقابل.
  static let discourse = WordTraits(rawValue: 1 << 8)
  /// ال, also behind a clitic.
  static let article = WordTraits(rawValue: 1 << 9)
  /// ب ل ك before a word that is known, or before ال.
  static let proclitic = WordTraits(rawValue: 1 << 10)
  /// و ف before a word that is known, or before ال.
  static let coordinated = WordTraits(rawValue: 1 << 11)
  static let office = WordTraits(rawValue: 1 << 12)
  static let honorific = WordTraits(rawValue: 1 << 13)
  /// A noun that a lexicon knows: a class noun, a nameless source.
  static let noun = WordTraits(rawValue: 1 << 14)
  static let nationality = WordTraits(rawValue: 1 << 15)
  /// A word of time by lexicon, or within an expression of time.
  static let time = WordTraits(rawValue: 1 << 16)
  static let entity = WordTraits(rawValue: 1 << 17)
  /// A form of a verb of saying.
  static let speech = WordTraits(rawValue: 1 << 18)
  /// A number in words or digits.
  static let number = WordTraits(rawValue: 1 << 19)

  /// A form of a verb that is another word as often.
  static let perhapsVerb = WordTraits(rawValue: 1 << 20)

  /// The citation form of a common verb that is no common noun: تسبب.
  static let commonVerb = WordTraits(rawValue: 1 << 21)

  /// ت before a common verb: تضم، تختص.
  static let imperfect = WordTraits(rawValue: 1 << 22)

  /// Words that are no part of a noun phrase.
  static let function: WordTraits = [
    .preposition, .linker, .relative, .pronoun, .auxiliary, .particle, .discourse,
  ]
  /// Words that only a noun can be.
  static let nominal: WordTraits = [
    .article, .office, .honorific, .noun, .nationality, .entity, .number, .quantifier,
  ]
}

extension WordTraits {
  /// What the rows of a lexicon tell of the words that their terms cover.
  static func of(
    _ lexicon: Lexicon, _ row: Int, _ grammar: GrammarLexicon, _ reporting: ReportingLexicon
  ) -> WordTraits {
    switch lexicon {
    case .functionWords: of(grammar.functions[row])
    case .speechVerbs: reporting.verbs[row].isAmbiguous ? .perhapsVerb : .speech
    case .offices: .office
    case .honorifics: .honorific
    case .anonymousSources: reporting.anonymous[row] == .adjective ? [] : .noun
    case .orgHeads, .units, .currencies, .speechNouns: .noun
    case .nationalities: .nationality
    case .months, .weekdays, .dayparts: .time
    case .timeWords: grammar.timeAdverbs[row] ? .time : []
    case .numbers: .number
    default: []
    }
  }

  private static func of(_ kind: GrammarLexicon.Function) -> WordTraits {
    switch kind {
    case .preposition: .preposition
    case .conjunction: .linker
    case .relative: .relative
    case .pronoun: .pronoun
    case .demonstrative: .demonstrative
    case .quantifier: .quantifier
    case .auxiliary: .auxiliary
    case .discourse: .discourse
    case .particle: .particle
    }
  }
}
