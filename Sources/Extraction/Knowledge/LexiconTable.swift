/// A lexicon file as rows and columns: a TSV whose first line names its columns, or a list of one
/// term a line (then the only column is `term`). Lines that begin with `#` are comments.
///
/// The cells stay bytes of the file; text is made of those that are read.
public struct LexiconTable: Sendable {
  /// A line that cannot be read.
  public struct ParseError: Error, Equatable, CustomStringConvertible {
    /// 1-based.
    public var line: Int
    /// What is wrong with the line, without its number.
    public var message: String
    public var description: String { "line \(line): \(message)" }
  }

  /// The file's name without its ending.
  public let name: String
  /// In the order of the file's first line.
  public let columns: [String]
  private var bytes: [UInt8]
  /// Where in `bytes` each cell lies: a cell for every column of every row.
  private var cells: [Range<UInt32>]
  /// The 1-based line of each row.
  public private(set) var lines: [Int]

  /// A table made in memory: every row needs a cell for each column; all have line 0.
  public init(name: String, columns: [String], rows: [[String]]) {
    self.name = name
    self.columns = columns
    bytes = []
    cells = []
    for cell in rows.joined() {
      let start = UInt32(bytes.count)
      bytes += cell.utf8
      cells.append(start..<UInt32(bytes.count))
    }
    lines = Array(repeating: 0, count: rows.count)
  }

  /// A row takes memory for each column, whether it has a cell there or not.
  private static let columnLimit = 64

  /// Parses a TSV with a header line.
  ///
  /// - Throws: `ParseError` for text that is not UTF-8, a header that is missing or parted by other
  ///   than tabs, or a row with more or fewer cells than the header.
  public init(name: String, tsv bytes: [UInt8]) throws(ParseError) {
    self.name = name
    self.bytes = bytes
    cells = []
    lines = []
    var header: [String]?
    var row: [Range<UInt32>] = []
    try Self.checkText(bytes)
    var rest = LexiconLines(bytes)
    while let number = rest.next(bytes.span, into: &row) {
      guard let columns = header else {
        let columns = row.map {
          String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
        }
        // It would be one column that no row is asked by.
        if columns.count == 1, columns[0].contains(where: { " ,;|".contains($0) }) {
          throw ParseError(
            line: number, message: "the header names one column, `\(columns[0])`: it has no tab")
        }
        header = columns
        continue
      }
      if columns.count > Self.columnLimit {
        throw ParseError(line: 1, message: "more than \(Self.columnLimit) columns")
      }
      if row.count != columns.count {
        throw ParseError(
          line: number,
          message:
            "\(row.count) cell\(row.count == 1 ? "" : "s"), but the header names \(columns.count)")
      }
      cells += row
      lines.append(number)
    }
    guard let header else {
      throw ParseError(line: 1, message: "no header line that names the columns")
    }
    columns = header
  }

  /// Parses a list of one term a line.
  ///
  /// - Throws: `ParseError` for text that is not UTF-8.
  public init(name: String, list bytes: [UInt8]) throws(ParseError) {
    self.name = name
    self.bytes = bytes
    columns = ["term"]
    cells = []
    lines = []
    try Self.checkText(bytes)
    var row: [Range<UInt32>] = []
    var rest = LexiconLines(bytes)
    while let number = rest.next(bytes.span, into: &row) {
      cells.append(row.first ?? 0..<0)
      lines.append(number)
    }
  }

  /// - Throws: `ParseError` for the first line that is not UTF-8.
  private static func checkText(_ bytes: [UInt8]) throws(ParseError) {
    if (try? UTF8Span(validating: bytes.span)) != nil { return }
    var cells: [Range<UInt32>] = []
    var rest = LexiconLines(bytes)
    while let number = rest.next(bytes.span, into: &cells) {
      let line = Int(cells[0].lowerBound)..<Int(cells[cells.count - 1].upperBound)
      if String(validating: bytes[line], as: UTF8.self) == nil {
        throw ParseError(line: number, message: "the text is not UTF-8")
      }
    }
    // The broken bytes lie in a comment, which nobody reads.
  }

  /// The index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A row's cell by the column's name; empty when the table has no such column.
  public func cell(_ row: Int, _ name: String) -> String {
    cell(row, at: column(name))
  }

  /// A row's cell by the column's index; empty where there is no such column.
  func cell(_ row: Int, at column: Int?) -> String {
    guard let column else { return "" }
    let bytes = bytes(row, column)
    return bytes.isEmpty ? "" : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a row's cell is `text`.
  func holds(_ text: StaticString, _ row: Int, at column: Int?) -> Bool {
    guard let column else { return text.utf8CodeUnitCount == 0 }
    // SAFETY: a literal's bytes live as long as the program.
    return unsafe bytes(row, column).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// For each row whether its cell in a column is `text`.
  func rows(where column: String, is text: StaticString) -> [Bool] {
    let column = self.column(column)
    return rows.indices.map { holds(text, $0, at: column) }
  }

  /// The rows that have these texts in these columns, and something in the first.
  public func rows(where wanted: [(column: Int, value: [UInt8])]) -> [Int] {
    let (cells, bytes, width) = (cells.span, bytes.span, columns.count)
    return rows.indices.filter { row in
      !cells[row * width].isEmpty
        && wanted.allSatisfy { column, value in
          let cell = cells[row * width + column]
          return cell.count == value.count
            && value.indices.allSatisfy { bytes[Int(cell.lowerBound) + $0] == value[$0] }
        }
    }
  }

  /// The bytes of a cell.
  public func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    let cell = cells[row * columns.count + column]
    return bytes[Int(cell.lowerBound)..<Int(cell.upperBound)]
  }

  /// The same columns' rows of `other` behind these. Columns that `other` lacks are empty; its
  /// further columns are ignored.
  public mutating func append(_ other: LexiconTable) {
    let order = columns.map { other.column($0) }
    let shift = UInt32(bytes.count)
    bytes += other.bytes
    for row in other.rows.indices {
      for column in order {
        let cell = column.map { other.cells[row * other.columns.count + $0] } ?? 0..<0
        cells.append(cell.lowerBound + shift..<cell.upperBound + shift)
      }
    }
    lines += other.lines
  }

  /// All rows; every row has a cell for every column.
  public var rows: Rows { Rows(table: self) }

  /// The rows in the order of the file, from 0.
  public struct Rows: RandomAccessCollection, Sendable {
    fileprivate let table: LexiconTable
    public var startIndex: Int { 0 }
    public var endIndex: Int { table.lines.count }
    public subscript(_ row: Int) -> Row { Row(table: table, number: row) }
  }

  /// The cells of a row in the order of the columns; an empty cell is an empty text.
  public struct Row: RandomAccessCollection, Sendable {
    fileprivate let table: LexiconTable
    fileprivate let number: Int
    public var startIndex: Int { 0 }
    public var endIndex: Int { table.columns.count }
    public subscript(_ column: Int) -> String {
      String(decoding: table.bytes(number, column), as: UTF8.self)
    }
  }
}

/// Cuts the lines of a lexicon file that are neither blank nor comments.
private struct LexiconLines {
  private var at = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// Reads the next line: its cells, which tabs part, as ranges of bytes.
  ///
  /// - Returns: its 1-based number; nil behind the last.
  mutating func next(_ bytes: Swift.Span<UInt8>, into cells: inout [Range<UInt32>]) -> Int? {
    var at = self.at
    while at < bytes.count {
      cells.removeAll(keepingCapacity: true)
      let line = at
      var start = at
      while at < bytes.count {
        let byte = bytes[at]
        // Most bytes are letters.
        if byte < 0x20 {
          if byte == 0x0A { break }
          if byte == 0x09 {
            cells.append(UInt32(start)..<UInt32(at))
            start = at + 1
          }
        }
        at &+= 1
      }
      let end = at > start && bytes[at - 1] == 0x0D ? at - 1 : at
      cells.append(UInt32(start)..<UInt32(end))
      at += 1
      number += 1
      if Self.isRead(line..<end, of: bytes) {
        self.at = at
        return number
      }
    }
    self.at = at
    return nil
  }

  /// Whether a line is neither blank nor a comment.
  private static func isRead(_ line: Range<Int>, of bytes: Swift.Span<UInt8>) -> Bool {
    for at in line where bytes[at] != 0x20 && bytes[at] != 0x09 && bytes[at] != 0x0D {
      return bytes[line.lowerBound] != 0x23
    }
    return false
  }
}

extension LexiconTable: Equatable {
  /// Whether both were read from the same bytes in the same way.
  public static func == (a: LexiconTable, b: LexiconTable) -> Bool {
    a.name == b.name && a.columns == b.columns && a.cells.count == b.cells.count
      && a.bytes == b.bytes
  }
}
