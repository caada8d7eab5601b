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
  static func all(of field: FieldText, _ knowledge: Knowledge) -> [TokenTraits] {
    let text = field.text
    let terms = field.termTable
    var traits = [TokenTraits](repeating: [], count: text.tokens.count)
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      traits[index].formUnion(articleTraits(text, text.tokens[index]))
      guard terms.has(telling, at: index) else { continue }
      var sawBare = false
      for place in terms.places(index) {
        let match = terms.matches[place]
        guard !telling.isDisjoint(with: LexiconSet(ofTerm: match.id)),
          let (given, isClosed) = lexiconTraits(of: match, knowledge)
        else { continue }
        let clitics = match.segmentation.clitics
        let isPeeled = !clitics.isDisjoint(with: [.ba, .kaf, .lam])
        // A word that is known as it stands is not cut (بيان is no ب + يان).
        if isPeeled, sawBare || isClosed { continue }
        if clitics.isSubset(of: .conjunction) { sawBare = true }
        for at in match.tokens { traits[at].formUnion(given) }
        if isPeeled { traits[index].insert(.proclitic) }
        if clitics.contains(.conjunction) { traits[index].insert(.coordinated) }
      }
    }
    return traits
  }

  /// The lexicons that `lexiconTraits` knows of.
  private static let telling = LexiconSet([
    .functionWords, .offices, .honorifics, .months, .weekdays, .dayparts, .timeWords, .givenNames,
    .prominentPeople, .countries, .capitals, .places, .organizations, .orgHeads, .institutions,
    .nationalities, .anonymousSources, .sameSource, .speechNouns, .titledThings, .timeUnits,
    .modality, .attributionPhrases,
  ])

  private static func lexiconTraits(
    of match: TermMatch, _ knowledge: Knowledge
  ) -> (traits: TokenTraits, isClosed: Bool)? {
    let row = Knowledge.row(of: match.id)
    switch Knowledge.lexicon(of: match.id) {
    case .functionWords:
      return (function(knowledge.grammar.functions[row]), true)
    case .offices:
      // Short ambiguous ones are other words more often (باي، عين).
      let isShort = match.segmentation.to - match.segmentation.from < 4 && match.tokens.count == 1
      return knowledge.grammar.ambiguousOffices[row] && isShort ? nil : (.office, false)
    case .honorifics: return (knowledge.grammar.blessings[row] ? .particle : .honorific, false)
    case .months, .weekdays, .dayparts: return (.time, false)
    case .timeWords: return knowledge.grammar.timeAdverbs[row] ? (.time, false) : nil
    case .givenNames:
      return knowledge.grammar.ambiguousNames[row] ? (.possibleName, true) : (.personName, false)
    case .prominentPeople: return (match.tokens.count > 1 ? .personName : .possibleName, true)
    case .countries, .capitals: return (.place, false)
    case .places: return knowledge.grammar.ambiguousPlaces[row] ? nil : (.place, false)
    case .organizations:
      return (knowledge.grammar.namedMedia[row] ? [.organization, .medium] : .organization, false)
    case .orgHeads, .institutions:
      // خطة is no خط with a pronoun.
      return match.segmentation.clitics.contains(.pronoun) ? nil : (.organization, false)
    case .nationalities: return (.nationality, false)
    case .anonymousSources: return (anonymity(knowledge.reporting.anonymous[row]), false)
    case .sameSource:
      let isBare = knowledge.reporting.sameSources[row] == .definite
      return isBare ? nil : (.sameSource, false)
    case .speechNouns: return (.speechNoun, false)
    case .titledThings:
      return (knowledge.grammar.media[row] ? [.titledThing, .medium] : .titledThing, false)
    case .timeUnits: return (.timeUnit, false)
    case .modality:
      let isObligation = knowledge.grammar.qualifiers[row].kind == .obligation
      return (isObligation ? [.qualifier, .obligation] : .qualifier, true)
    case .attributionPhrases:
      let names = [.according, .quoting, .claiming].contains(knowledge.reporting.phrases[row])
      return names ? (.attribution, true) : nil
    default: return nil
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
  private static func articleTraits(_ text: TokenizedText, _ token: Token) -> TokenTraits {
    guard token.isArabic, token.letters > 3 else { return [] }
    let first = text.letter(0, of: token)
    let second = text.letter(1, of: token)
    let third = text.letter(2, of: token)
    switch (first, second, third) {
    case (Alphabet.alif, Alphabet.lam, _): return .article
    case (Alphabet.waw, Alphabet.alif, Alphabet.lam),
      (Alphabet.fa, Alphabet.alif, Alphabet.lam):
      return [.article, .coordinated]
    case (Alphabet.ba, Alphabet.alif, Alphabet.lam),
      (Alphabet.kaf, Alphabet.alif, Alphabet.lam),
      (Alphabet.lam, Alphabet.lam, _):
      return [.article, .proclitic]
    default: return []
    }
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
