/// A lexicon file as rows and columns: a TSV whose first line names its columns, or a list of one
/// term a line (then the only column is `term`). Lines that begin with `#` are comments.
public struct LexiconTable: Sendable {
  /// A line that cannot be read.
  public struct ParseError: Error, Equatable, CustomStringConvertible {
    /// 1-based.
    public var line: Int
    public var message: String
    public var description: String { "line \(line): \(message)" }
  }

  /// The file's name without its ending.
  public let name: String
  public let columns: [String]
  /// Every row has a cell for every column.
  public private(set) var rows: [[String]]
  /// The 1-based line of each row.
  public private(set) var lines: [Int]

  public init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
    lines = Array(repeating: 0, count: rows.count)
  }

  /// Parses a TSV with a header line.
  ///
  /// - Throws: `ParseError` for text that is not UTF-8, a missing header or a row with more cells
  ///   than the header; short rows are filled with empty cells.
  public init(name: String, tsv bytes: [UInt8]) throws(ParseError) {
    self.name = name
    var columns: [String] = []
    rows = []
    lines = []
    for (number, cells) in try Self.cells(of: bytes) {
      if columns.isEmpty {
        columns = cells
        continue
      }
      if cells.count > columns.count {
        throw ParseError(
          line: number, message: "\(cells.count) cells, but the header names \(columns.count)")
      }
      rows.append(cells + Array(repeating: "", count: columns.count - cells.count))
      lines.append(number)
    }
    if columns.isEmpty {
      throw ParseError(line: 1, message: "no header line that names the columns")
    }
    self.columns = columns
  }

  /// Parses a list of one term a line.
  ///
  /// - Throws: `ParseError` for text that is not UTF-8.
  public init(name: String, list bytes: [UInt8]) throws(ParseError) {
    self.name = name
    columns = ["term"]
    let cells = try Self.cells(of: bytes)
    rows = cells.map { [$0.cells[0]] }
    lines = cells.map(\.line)
  }

  /// The index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A row's cell by the column's name; empty when the table has no such column.
  public func cell(_ row: Int, _ name: String) -> String {
    guard let index = column(name) else { return "" }
    return rows[row][index]
  }

  /// The same columns' rows of `other` behind these. Columns that `other` lacks are empty; its
  /// further columns are ignored.
  public mutating func append(_ other: LexiconTable) {
    let order = columns.map { other.column($0) }
    for (row, line) in zip(other.rows, other.lines) {
      rows.append(order.map { $0.map { row[$0] } ?? "" })
      lines.append(line)
    }
  }

  private static func cells(
    of bytes: [UInt8]
  ) throws(ParseError) -> [(line: Int, cells: [String])] {
    var result: [(line: Int, cells: [String])] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      var line = line
      if index == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      if line.last == 0x0D { line = line.dropLast() }
      if line.first == 0x23 || line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      var cells: [String] = []
      for cell in line.split(separator: 0x09, omittingEmptySubsequences: false) {
        guard let text = String(validating: cell, as: UTF8.self) else {
          throw ParseError(line: index + 1, message: "the text is not UTF-8")
        }
        cells.append(text)
      }
      result.append((index + 1, cells))
    }
    return result
  }
}
