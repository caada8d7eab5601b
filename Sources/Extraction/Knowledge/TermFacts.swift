internal import ArabicText

/// What a term of the lexicons is to each of the layers.
struct TermFact: Sendable {
  /// When the facts hold.
  struct Conditions: OptionSet, Sendable {
    let rawValue: UInt8

    /// A word that is known as such is not cut into others: its other readings are passed over.
    static let isClosed = Conditions(rawValue: 1)
    /// Of few letters it is another word more often: «باي», «عين».
    static let isUnsureIfShort = Conditions(rawValue: 2)
    /// With a pronoun it is another word: خطة is no خط.
    static let takesNoPronoun = Conditions(rawValue: 4)
    /// A single word of it is only perhaps a name.
    static let isUnsureIfSingle = Conditions(rawValue: 8)
    /// It speaks of sport.
    static let isOfSport = Conditions(rawValue: 16)
  }

  /// To names, with clitics before it or without.
  var names: WordClass = []
  /// To names, where it stands as it is or with the article.
  var standing: WordClass = []
  /// To names, beside that, where nothing at all is attached to it.
  var bare: WordClass = []
  /// To the arguments of events.
  var arguments: WordTraits = []
  /// To reported speech.
  var speech: TokenTraits = []
  /// To times and quantities.
  var numeric: KindSet = []
  var conditions: Conditions = []
}

/// The facts of all terms, decoded once, by the ids of the index.
struct TermFacts: Sendable {
  private var facts: [TermFact] = []
  /// Where a lexicon's begin, by its raw value.
  private var bases: [Int] = []

  init(
    _ tables: [LexiconTable], _ names: NameLexicon, _ grammar: GrammarLexicon,
    _ reporting: ReportingLexicon, _ numeric: NumericLexicon
  ) {
    facts.reserveCapacity(tables.reduce(0) { $0 + $1.rows.count })
    for lexicon in Lexicon.allCases {
      bases.append(facts.count)
      let names = NameFacts(lexicon, names)
      for row in tables[Int(lexicon.rawValue)].rows.indices {
        var fact = TermFact()
        names.add(row, to: &fact)
        fact.speech = TokenTraits.of(lexicon, row, grammar, reporting, &fact.conditions)
        fact.arguments = WordTraits.of(lexicon, row, grammar, reporting)
        if let term = numeric[Knowledge.id(lexicon, row: row)] { fact.numeric = KindSet(term.kind) }
        facts.append(fact)
      }
    }
  }

  subscript(id: UInt32) -> TermFact {
    @inline(__always) get { facts[bases[Int(id >> 24)] + Int(id & 0xFF_FFFF)] }
  }
}

/// What a lexicon's rows are to names.
private struct NameFacts {
  private let lexicon: Lexicon
  private let names: NameLexicon
  private let classes: WordClass

  init(_ lexicon: Lexicon, _ names: NameLexicon) {
    self.lexicon = lexicon
    self.names = names
    classes = WordClass(of: lexicon)
  }

  func add(_ row: Int, to fact: inout TermFact) {
    fact.names = classes
    fact.standing = classes
    switch lexicon {
    case .commonWords:
      fact.standing.formUnion(names.commonKinds[row])
      fact.bare = .plainCommon
    case .timeWords where !names.timeWordsAreTimes[row]: (fact.names, fact.standing) = ([], [])
    case .nameWords where names.nameWords[row] == .sport: fact.conditions.insert(.isOfSport)
    default: break
    }
  }
}
