internal import ArabicText

/// How the rows of each lexicon become terms of the index: which columns hold terms, and which
/// clitics these may carry.
enum LexiconTerms {
  static func add(_ table: LexiconTable, _ lexicon: Lexicon, to builder: inout TermIndexBuilder) {
    let columns = table.columns.indices.filter { termColumns.contains(table.columns[$0]) }
    let clitics = clitics(of: lexicon)
    for (row, cells) in table.rows.enumerated() {
      let id = Knowledge.id(lexicon, row: row)
      for column in columns {
        for term in cells[column].split(separator: "|") {
          builder.add(String(term), id: id, allowed: clitics)
        }
      }
    }
  }

  /// Columns whose cells are terms, several parted by `|`.
  private static let termColumns: Set<String> = [
    "name", "aliases", "word", "term", "masculine", "feminine", "plural", "dual", "singular",
    "phrase", "noun",
  ]

  private static func clitics(of lexicon: Lexicon) -> Clitics {
    switch lexicon {
    case .countries, .capitals, .places, .organizations, .givenNames, .surnames, .prominentPeople:
      .name
    case .functionWords, .negation, .conditionals, .attributionPhrases, .modality:
      .particle
    default: .nominal
    }
  }
}
