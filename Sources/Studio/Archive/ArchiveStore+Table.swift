internal import Archives
internal import Foundation
internal import GRDB

/// Findings as a table for spreadsheets: that of `hilal run --format csv`, with the judgement behind.
extension ArchiveStore {
  /// All findings that a filter lets through.
  ///
  /// - Parameter declared: the fields that rules declare, in order; those that findings have besides stand behind them.
  func table(_ filter: FindingFilter, fields declared: [String]) async throws -> [UInt8] {
    try await pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT f.key AS finding, a.id, a.date, a.source, a.title, a.url, f.pack, f.version,
            f.rule, f.label, f.severity, f.score,
            (SELECT group_concat(key || '=' || value, ';') FROM json_each(f.codes)),
            f.polarity, f.modality, f.attribution, f.field, f.start, f."end", f.text, f.sentence,
            v.verdict
          FROM \(FindingFilter.tables) WHERE \(filter.sql)
          ORDER BY d.day, d.date, f.article, f.field DESC, f.start, f.pack, f.rule, f.key
          """, arguments: filter.statementArguments)
      var fields: [Int64: [String: String]] = [:]
      var names: Set<String> = []
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT finding, name, text FROM fields WHERE item = 0 AND finding IN (
            SELECT f.key FROM \(FindingFilter.tables) WHERE \(filter.sql))
          """, arguments: filter.statementArguments)
      while let row = try cursor.next() {
        let name: String = row["name"]
        names.insert(name)
        fields[row["finding"], default: [:]][name] = row["text"]
      }
      let order = declared + names.subtracting(declared).sorted()
      var table = CSVTable(header: FindingCSV.columns(order, and: ["verdict"]))
      for row in rows {
        // Between the key of the finding and the fields stand the columns that all have.
        let cells = row.databaseValues.dropFirst().map(Self.text)
        let held = fields[row["finding"]] ?? [:]
        table.add(cells.dropLast() + order.map { held[$0] ?? "" } + cells.suffix(1))
      }
      return table.bytes
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): Self.decimal(number)
    case .null, .blob: ""
    }
  }

  /// A number as findings have it in all formats.
  private static func decimal(_ number: Double) -> String {
    var json = JSONWriter()
    json.double(number)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// Rows of cells. What a spreadsheet would take for a formula is made harmless by an apostrophe before it.
struct CSVTable {
  private(set) var bytes: [UInt8] = []

  init(header: [String]) { add(header) }

  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      add(cell)
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func add(_ cell: String) {
    // A spreadsheet passes over blanks and marks of direction before it looks for a formula.
    let first = cell.unicodeScalars.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    let isFormula = first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
    let startsWithControl = cell.utf8.first.map { $0 == 0x09 || $0 == 0x0D || $0 == 0x0A } ?? false
    let isNumber = Double(cell) != nil
    let text = (isFormula ?? false) && !isNumber || startsWithControl ? "'" + cell : cell
    let special: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D]
    guard text.utf8.contains(where: special.contains) else {
      bytes += Array(text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += Array(text.replacing("\"", with: "\"\"").utf8)
    bytes.append(UInt8(ascii: "\""))
  }
}
