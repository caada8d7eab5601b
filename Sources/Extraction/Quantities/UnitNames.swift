internal import ArabicText
internal import Articles

/// What the forms and spellings of currencies and measures name: دولارا and $ what دولار does, كلم what كيلومتر does.
struct UnitNames: Sendable {
  /// By the hash of the word or phrase: its code or, where the country decides on it, the singular.
  private var names: [UInt64: String] = [:]
  /// By row of the lexicon; empty where the country decides.
  private let codes: [String]
  private let currencies: Set<String>

  init(currencies table: LexiconTable, units: LexiconTable) {
    codes = table.rows.indices.map { table.cell($0, "code") }
    currencies = Set(codes).subtracting([""])
    var singular = ""
    for row in table.rows.indices {
      let word = table.cell(row, "word")
      if table.cell(row, "form") == "singular" { singular = word }
      add(word, codes[row].isEmpty ? singular : codes[row])
    }
    for row in units.rows.indices { add(units.cell(row, "word"), units.cell(row, "code")) }
  }

  private mutating func add(_ word: String, _ name: String) {
    let hash = Self.hash(word)
    if names[hash] == nil { names[hash] = name }
  }

  private static func hash(_ word: String) -> UInt64 {
    TermWords.foldedHash(utf8: ArraySlice(Array(word.utf8)))
  }

  subscript(word: String) -> String? { names[Self.hash(word)] }

  /// Whether it is the ISO 4217 code of a currency of the lexicon.
  func isCurrency(_ code: String) -> Bool { currencies.contains(code) }

  /// The code in a row of the currencies; nil where there is none.
  func code(ofRow row: Int) -> String? { codes[row].isEmpty ? nil : codes[row] }
}

extension Analysis {
  /// The ISO 4217 code of a sum of money; nil for other quantities, and for a ريال of which nothing tells the country.
  public func currency(of quantity: Quantity) -> String? {
    guard !quantity.unit.isEmpty else { return nil }
    let names = knowledge.unitNames
    let field = text(quantity.span.field)
    var token = field.text.tokenIndex(at: quantity.span.bytes.start)
    while token < field.text.tokens.count,
      case let word = field.text.tokens[token], word.originalStart < quantity.span.bytes.end
    {
      // The phrase with the country's adjective, which is no part of the quantity, comes first.
      let match = field.terms(at: token).first { Knowledge.lexicon(of: $0.id) == .currencies }
      if let match,
        field.text.string(from: word.originalStart, to: word.originalEnd).hasSuffix(quantity.unit)
      {
        return names.code(ofRow: Knowledge.row(of: match.id))
      }
      token += 1
    }
    return names[quantity.unit].flatMap { names.isCurrency($0) ? $0 : nil }
  }

  /// Whether a quantity is of a unit: as written, in another of its forms or spellings, or by the code of a currency.
  public func isQuantity(_ quantity: Quantity, of unit: String) -> Bool {
    if quantity.unit == unit { return true }
    let names = knowledge.unitNames
    if names.isCurrency(unit) { return currency(of: quantity) == unit }
    guard let name = names[unit] else { return false }
    return names[quantity.unit] == name || currency(of: quantity) == name
  }
}
