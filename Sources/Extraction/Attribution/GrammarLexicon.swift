internal import ArabicText

/// Closed-class words, negations, conditions and qualifying words: their cells decoded once.
final class GrammarLexicon: Sendable {
  enum Function: UInt8, Sendable {
    case preposition
    case conjunction
    case relative
    case pronoun
    case demonstrative
    case quantifier
    case auxiliary
    case discourse
    case particle
  }

  struct Negation: Sendable {
    enum Kind: UInt8, Sendable {
      /// لم، لن، لا، ما: the verb that follows.
      case verb
      /// غير، عدم، بدون: the noun that follows.
      case noun
      /// ليس: the clause.
      case clause
      /// إلا: lifts a negation.
      case exception
      /// رفض، فشل في: the object does not come about.
      case refusal
      /// نفى، استبعد: what is said to be untrue. The verbs of saying give it in all its forms.
      case denial
      /// لا صحة ل، غير صحيح: a report is untrue.
      case falsehood
      /// لا يزال، ليس فقط: no negation.
      case none
    }
    var kind: Kind
    var isAmbiguous: Bool
  }

  struct Condition: Sendable {
    var isReal: Bool
    /// ما إذا: only what follows is open.
    var isQuestion: Bool
    var isAmbiguous: Bool
  }

  enum Modality: UInt8, Sendable {
    case possible
    case future
    case wish
    case obligation
    case certain
    case alleged
  }

  struct Qualifier: Sendable {
    var kind: Modality
    var isAmbiguous: Bool
  }

  // By row of the lexicon.
  let functions: [Function]
  let negations: [Negation]
  let conditions: [Condition]
  let qualifiers: [Qualifier]
  /// Words of time that stand by themselves as adverbs (أمس، مؤخرا), not before something (منذ).
  let timeAdverbs: [Bool]
  /// Offices that are ordinary words too.
  let ambiguousOffices: [Bool]
  /// Given names that are ordinary words too.
  let ambiguousNames: [Bool]
  /// Places that are ordinary words too.
  let ambiguousPlaces: [Bool]
  /// Blessings behind a name, which are no titles.
  let blessings: [Bool]
  /// Hashes of the citation forms of common verbs.
  let commonVerbs: Set<UInt64>
  /// Class nouns of media (صحيفة), and media by name.
  let media: [Bool]
  let namedMedia: [Bool]

  init(_ table: (Lexicon) -> LexiconTable) {
    let words = table(.functionWords)
    functions = words.rows.indices.map { Self.function(words.cell($0, "kind")) }
    let negation = table(.negation)
    negations = negation.rows.indices.map {
      Negation(
        kind: Self.negation(negation.cell($0, "kind")),
        isAmbiguous: negation.cell($0, "ambiguous") == "1")
    }
    let conditional = table(.conditionals)
    conditions = conditional.rows.indices.map {
      Condition(
        isReal: conditional.cell($0, "kind") != "concessive",
        isQuestion: conditional.cell($0, "kind") == "whether",
        isAmbiguous: conditional.cell($0, "ambiguous") == "1")
    }
    timeAdverbs = Self.unambiguous(
      table(.timeWords), of: ["day", "night", "ref", "set", "next_day"])
    let offices = table(.offices)
    ambiguousOffices = offices.rows(where: "ambiguous", is: "1")
    let places = table(.places)
    ambiguousPlaces = places.rows(where: "ambiguous", is: "1")
    let honorifics = table(.honorifics)
    blessings = honorifics.rows(where: "place", is: "after")
    let common = table(.commonWords)
    let areVerbs = common.rows(where: "kind", is: "verb")
    var commonVerbs: Set<UInt64> = []
    if let word = common.column("word") {
      for row in common.rows.indices where areVerbs[row] {
        commonVerbs.insert(TermWords.foldedHash(utf8: common.bytes(row, word)))
      }
    }
    self.commonVerbs = commonVerbs
    let things = table(.titledThings)
    media = things.rows(where: "kind", is: "medium")
    let bodies = table(.organizations)
    namedMedia = bodies.rows(where: "kind", is: "media")
    let names = table(.givenNames)
    ambiguousNames = names.rows(where: "ambiguous", is: "1")
    let modality = table(.modality)
    qualifiers = modality.rows.indices.map {
      Qualifier(
        kind: Self.modality(modality.cell($0, "kind")),
        isAmbiguous: modality.cell($0, "ambiguous") == "1")
    }
  }

  private static func unambiguous(_ table: LexiconTable, of kinds: Set<String>) -> [Bool] {
    table.rows.indices.map {
      kinds.contains(table.cell($0, "kind"))
        && !["1", "head"].contains(table.cell($0, "ambiguous"))
    }
  }

  private static func function(_ kind: String) -> Function {
    switch kind {
    case "preposition": .preposition
    case "conjunction": .conjunction
    case "relative": .relative
    case "pronoun": .pronoun
    case "demonstrative": .demonstrative
    case "quantifier": .quantifier
    case "auxiliary": .auxiliary
    case "discourse": .discourse
    default: .particle
    }
  }

  private static func negation(_ kind: String) -> Negation.Kind {
    switch kind {
    case "noun": .noun
    case "clause": .clause
    case "exception": .exception
    case "denial": .denial
    case "refusal": .refusal
    case "false": .falsehood
    case "none": .none
    default: .verb
    }
  }

  private static func modality(_ kind: String) -> Modality {
    switch kind {
    case "future": .future
    case "wish": .wish
    case "obligation": .obligation
    case "certain": .certain
    case "alleged": .alleged
    default: .possible
    }
  }
}
