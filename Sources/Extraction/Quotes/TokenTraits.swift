internal import ArabicText

/// What the lexicons and the letters say of a word, as far as reading reported speech needs it.
struct TokenTraits: OptionSet, Sendable {
  let rawValue: UInt64

  static let preposition = TokenTraits(rawValue: 1 << 0)
  static let conjunction = TokenTraits(rawValue: 1 << 1)
  static let relative = TokenTraits(rawValue: 1 << 2)
  /// Pronouns, standing alone or on a preposition (له، عنها).
  static let pronoun = TokenTraits(rawValue: 1 << 3)
  static let demonstrative = TokenTraits(rawValue: 1 << 4)
  static let quantifier = TokenTraits(rawValue: 1 << 5)
  static let auxiliary = TokenTraits(rawValue: 1 << 6)
  /// Phrases that place a sentence in its discourse: من جهته، في السياق ذاته.
  static let discourse = TokenTraits(rawValue: 1 << 7)
  static let particle = TokenTraits(rawValue: 1 << 8)
  /// ب ل ك before a word that the lexicons know, or before the article.
  static let proclitic = TokenTraits(rawValue: 1 << 9)
  /// و ف before a word that the lexicons know, or before the article.
  static let coordinated = TokenTraits(rawValue: 1 << 10)
  /// The article ال.
  static let article = TokenTraits(rawValue: 1 << 11)
  static let office = TokenTraits(rawValue: 1 << 12)
  static let honorific = TokenTraits(rawValue: 1 << 13)
  static let time = TokenTraits(rawValue: 1 << 14)
  static let personName = TokenTraits(rawValue: 1 << 15)
  static let place = TokenTraits(rawValue: 1 << 16)
  static let organization = TokenTraits(rawValue: 1 << 17)
  static let nationality = TokenTraits(rawValue: 1 << 18)
  /// Sources without a name: مصدر، شهود، مراقبون.
  static let namelessSource = TokenTraits(rawValue: 1 << 19)
  /// Persons who stay nameless with an adjective only: مسؤول كبير.
  static let namelessPerson = TokenTraits(rawValue: 1 << 20)
  static let sourceAdjective = TokenTraits(rawValue: 1 << 21)
  static let withheldName = TokenTraits(rawValue: 1 << 22)
  static let media = TokenTraits(rawValue: 1 << 23)
  static let sameSource = TokenTraits(rawValue: 1 << 24)
  static let speechNoun = TokenTraits(rawValue: 1 << 25)
  /// Books, films, slogans: what stands in quotation marks without being said.
  static let titledThing = TokenTraits(rawValue: 1 << 26)
  static let qualifier = TokenTraits(rawValue: 1 << 27)
  static let attribution = TokenTraits(rawValue: 1 << 28)
  /// يجب، ينبغي: their أن opens no report, and they are no forms of أجاب.
  static let obligation = TokenTraits(rawValue: 1 << 29)

  /// Newspapers, agencies, channels: whom one speaks to.
  static let medium = TokenTraits(rawValue: 1 << 30)
  /// ساعة، وقت: with a preposition before it an adverb.
  static let timeUnit = TokenTraits(rawValue: 1 << 31)

  /// Given names that are ordinary words too.
  static let possibleName = TokenTraits(rawValue: 1 << 32)

  /// Closed-class words that cannot head a subject.
  static let functionWord: TokenTraits = [
    .preposition, .conjunction, .relative, .pronoun, .auxiliary, .discourse, .particle,
  ]
  /// Words that show a noun phrase.
  static let nominal: TokenTraits = [
    .article, .office, .honorific, .personName, .place, .organization, .namelessSource,
    .namelessPerson, .media, .sameSource, .speechNoun,
  ]
}

extension TokenTraits {
  /// Nothing is known of it, as of marks, or it introduces a clause.
  var isHeadless: Bool { isEmpty || !isDisjoint(with: [.conjunction, .discourse, .particle]) }

  /// The traits of every token of a field.
  static func all(of field: FieldText) -> [TokenTraits] {
    var all = [TokenTraits](repeating: [], count: field.text.tokens.count)
    var traits = all.mutableSpan
    field.text.forEachArabicWord { traits[$0] = TokenTraits($1) }
    let tokens = field.text.tokens
    let facts = field.knowledge.facts
    // The last token with a term that stands as it is: a word that is known so is not cut (بيان is no ب + يان).
    var bare = -1
    for match in field.termTable.matches {
      let fact = facts[match.id]
      if fact.speech.isEmpty { continue }
      let token = match.tokens.lowerBound
      guard tokens[token].kind == .word, let given = fact.speech(of: match) else { continue }
      let clitics = match.segmentation.clitics
      let isPeeled = !clitics.isDisjoint(with: [.ba, .kaf, .lam])
      if isPeeled, bare == token || fact.conditions.contains(.isClosed) { continue }
      if clitics.isSubset(of: .conjunction) { bare = token }
      for at in match.tokens { traits[at].formUnion(given) }
      if isPeeled { traits[token].insert(.proclitic) }
      if clitics.contains(.conjunction) { traits[token].insert(.coordinated) }
    }
    return all
  }

  /// What the rows of a lexicon are, and on what conditions.
  static func of(
    _ lexicon: Lexicon, _ row: Int, _ grammar: GrammarLexicon, _ reporting: ReportingLexicon,
    _ conditions: inout TermFact.Conditions
  ) -> TokenTraits {
    switch lexicon {
    case .functionWords:
      conditions.insert(.isClosed)
      return function(grammar.functions[row])
    case .offices:
      if grammar.ambiguousOffices[row] { conditions.insert(.isUnsureIfShort) }
      return .office
    case .honorifics: return grammar.blessings[row] ? .particle : .honorific
    case .months, .weekdays, .dayparts: return .time
    case .timeWords: return grammar.timeAdverbs[row] ? .time : []
    case .givenNames:
      if grammar.ambiguousNames[row] { conditions.insert(.isClosed) }
      return grammar.ambiguousNames[row] ? .possibleName : .personName
    case .prominentPeople:
      conditions.formUnion([.isClosed, .isUnsureIfSingle])
      return .personName
    case .countries, .capitals: return .place
    case .places: return grammar.ambiguousPlaces[row] ? [] : .place
    case .organizations: return grammar.namedMedia[row] ? [.organization, .medium] : .organization
    case .orgHeads, .institutions:
      conditions.insert(.takesNoPronoun)
      return .organization
    case .nationalities: return .nationality
    case .anonymousSources: return anonymity(reporting.anonymous[row])
    case .sameSource: return reporting.sameSources[row] == .definite ? [] : .sameSource
    case .speechNouns: return .speechNoun
    case .titledThings: return grammar.media[row] ? [.titledThing, .medium] : .titledThing
    case .timeUnits: return .timeUnit
    case .modality:
      conditions.insert(.isClosed)
      return grammar.qualifiers[row].kind == .obligation ? [.qualifier, .obligation] : .qualifier
    case .attributionPhrases:
      conditions.insert(.isClosed)
      let names = [.according, .quoting, .claiming].contains(reporting.phrases[row])
      return names ? .attribution : []
    default: return []
    }
  }

  private static func function(_ kind: GrammarLexicon.Function) -> TokenTraits {
    switch kind {
    case .preposition: .preposition
    case .conjunction: .conjunction
    case .relative: .relative
    case .pronoun: .pronoun
    case .demonstrative: .demonstrative
    case .quantifier: .quantifier
    case .auxiliary: .auxiliary
    case .discourse: .discourse
    case .particle: .particle
    }
  }

  private static func anonymity(_ kind: ReportingLexicon.Anonymity) -> TokenTraits {
    switch kind {
    case .source, .witness, .observers: .namelessSource
    case .media: .media
    case .person: .namelessPerson
    case .adjective: .sourceAdjective
    case .withheld: .withheldName
    }
  }

  /// ال, and what stands before it.
  init(_ word: WordLetters) {
    switch word.first {
    case _ where word.count < 4: self = []
    case Alphabet.alif where word.second == Alphabet.lam: self = .article
    case Alphabet.waw where word.hasArticleBehindFirst,
      Alphabet.fa where word.hasArticleBehindFirst:
      self = [.article, .coordinated]
    case Alphabet.ba where word.hasArticleBehindFirst,
      Alphabet.kaf where word.hasArticleBehindFirst,
      Alphabet.lam where word.second == Alphabet.lam:
      self = [.article, .proclitic]
    default: self = []
    }
  }
}

extension TermFact {
  /// What the words of a match are to reported speech; nil for nothing.
  func speech(of match: TermMatch) -> TokenTraits? {
    let (segmentation, isSingle) = (match.segmentation, match.tokens.count == 1)
    if conditions.contains(.isUnsureIfShort), isSingle, segmentation.to - segmentation.from < 4 {
      return nil
    }
    if conditions.contains(.takesNoPronoun), segmentation.clitics.contains(.pronoun) { return nil }
    if conditions.contains(.isUnsureIfSingle), isSingle { return .possibleName }
    return speech
  }
}

extension TokenizedText {
  /// The folded letter at `index` of an Arabic word; 0 past its end.
  @inline(__always)
  func letter(_ index: Int, of token: Token) -> UInt32 {
    let at = Int(token.foldedStart) + 2 * index
    guard index >= 0, at + 1 < Int(token.foldedEnd) else { return 0 }
    return UInt32(folded[at] & 0x1F) << 6 | UInt32(folded[at + 1] & 0x3F)
  }
}
