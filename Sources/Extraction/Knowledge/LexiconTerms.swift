internal import ArabicText

/// How the rows of each lexicon become terms of the index: which columns hold terms, and which
/// clitics these may carry.
enum LexiconTerms {
  static func add(_ table: LexiconTable, _ lexicon: Lexicon, to builder: inout TermIndexBuilder) {
    let columns = table.columns.indices.filter { termColumns.contains(table.columns[$0]) }
    let clitics = clitics(of: lexicon)
    let kind = lexicon == .givenNames ? table.column("kind") : nil
    for row in table.rows.indices {
      // Particles of names are no names; `name_words` has them.
      if let kind, table.bytes(row, kind).elementsEqual("particle".utf8) { continue }
      let id = Knowledge.id(lexicon, row: row)
      for column in columns {
        var rest = table.bytes(row, column)
        while let end = rest.firstIndex(of: 0x7C) {
          if end > rest.startIndex { add(rest[..<end], id: id, clitics, to: &builder) }
          rest = rest[(end + 1)...]
        }
        if !rest.isEmpty { add(rest, id: id, clitics, to: &builder) }
      }
      if lexicon == .speechVerbs { addPerfect(table.cell(row, "verb"), id: id, to: &builder) }
      if lexicon == .prominentPeople {
        add(table.cell(row, "short"), id: id, clitics, to: &builder)
      }
      if lexicon == .offices {
        for form in regularPlurals(table.cell(row, "word")) {
          for term in Array(form.utf8).split(separator: 0x7C) {
            add(term, id: id, clitics, to: &builder)
          }
        }
      }
      if lexicon == .nationalities { addDerivedForms(table, row, id: id, to: &builder) }
    }
  }

  private static func add(
    _ term: String, id: UInt32, _ clitics: Clitics, to builder: inout TermIndexBuilder
  ) {
    add(ArraySlice(Array(term.utf8)), id: id, clitics, to: &builder)
  }

  private static func add(
    _ given: ArraySlice<UInt8>, id: UInt32, _ clitics: Clitics, to builder: inout TermIndexBuilder
  ) {
    // «اف ب» is a name, not a phrase with a preposition.
    let term = clitics == .name ? given : withoutProclitic(given)
    builder.add(utf8: term, id: id, allowed: clitics)
    if clitics.contains(.lam), let bare = term.withoutArticle {
      builder.add(utf8: bare, id: id, allowed: [.conjunction, .lam, .article], required: .lam)
    }
  }

  /// The citation form, "he said", and "she said".
  private static func addPerfect(_ verb: String, id: UInt32, to builder: inout TermIndexBuilder) {
    for form in [verb, verb + "ت"] { builder.add(form, id: id, allowed: .perfect) }
  }

  /// The regular plural and dual of a single word for persons.
  static func regularPlurals(_ word: String) -> [String] {
    if word.utf8.contains(0x20) || word.utf8.contains(0x2E) || word.unicodeScalars.count < 4 {
      return []
    }
    return ["ون", "ين", "ان"].map { word + $0 }
  }

  /// Duals and the feminine plural, which follow from the singulars.
  private static func addDerivedForms(
    _ table: LexiconTable, _ row: Int, id: UInt32, to builder: inout TermIndexBuilder
  ) {
    let masculine = table.cell(row, "masculine")
    let feminine = table.cell(row, "feminine")
    guard !masculine.contains(" "), feminine.hasSuffix("ة") else { return }
    let stem = String(feminine.dropLast())
    for form in [masculine + "ان", stem + "تان", stem + "تين", stem + "ات"] {
      builder.add(form, id: id, allowed: .nominal)
    }
  }

  /// A phrase may end in a preposition that is written with the next word: وفقا ل.
  private static func withoutProclitic(_ term: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = term.endIndex - 3
    guard start >= term.startIndex, term[start] == 0x20 else { return term }
    let letter = (term[start + 1], term[start + 2])
    return letter == lam || letter == ba ? term[..<start] : term
  }

  private static let lam: (UInt8, UInt8) = (0xD9, 0x84)
  private static let ba: (UInt8, UInt8) = (0xD8, 0xA8)

  /// Columns whose cells are terms, several parted by `|`.
  private static let termColumns: Set<String> = [
    "name", "aliases", "word", "term", "masculine", "feminine", "plural", "dual", "singular",
    "phrase", "plural_oblique", "broken", "noun",
  ]

  private static func clitics(of lexicon: Lexicon) -> Clitics {
    switch lexicon {
    case .nameWords: [.conjunction, .ba, .lam, .article]
    case .countries, .capitals, .places, .organizations, .givenNames, .surnames, .prominentPeople:
      .name
    case .functionWords, .negation, .conditionals, .attributionPhrases, .modality:
      .particle
    case .commonWords: .nominal.union(.feminine)
    default: .nominal
    }
  }
}
