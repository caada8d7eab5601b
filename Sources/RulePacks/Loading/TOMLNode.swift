internal import TOMLKit

/// A TOML document as plain values: all that the packs' files need of the parser.
enum TOMLNode: Sendable {
  case string(String)
  case int(Int)
  case double(Double)
  case bool(Bool)
  case array([TOMLNode])
  case table([String: TOMLNode])
  /// A date or time, which no file of a pack uses bare.
  case other

  /// Parses a document.
  ///
  /// - Throws: a `Diagnostic` with the place of the first mistake.
  static func parse(
    _ file: SourceFile, text: String, code: Diagnostic.Code
  ) throws(Diagnostic) -> [String: TOMLNode] {
    if let line = lineOfDeepKey(text) {
      throw file.diagnostic(
        code, line: line, "keys are nested more than \(keyDepth) deep",
        hint: "tables of packs are two or three deep")
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw diagnostic(file, error, code)
    } catch {
      throw file.diagnostic(code, line: nil, "not valid TOML")
    }
    return convert(table)
  }

  /// What the parser says, under the key where it stands there twice.
  private static func diagnostic(
    _ file: SourceFile, _ error: TOMLParseError, _ code: Diagnostic.Code
  ) -> Diagnostic {
    let (line, message) = (error.source.begin.line, "not valid TOML: \(error.description)")
    guard error.description.contains("redefine existing"),
      let key = error.description.split(separator: "'").last.map(String.init)
    else {
      return file.diagnostic(
        code, line: line, column: error.source.begin.column, message,
        hint: hint(for: file.line(line) ?? "", error.description, code))
    }
    let place = file.place(of: [key], from: line)
    return file.diagnostic(
      code, line: line, column: place?.column ?? error.source.begin.column,
      width: place?.width ?? 1, message,
      hint: "`\(key)` stands there before: write all of it once")
  }

  /// What may be meant by a line that is no TOML.
  private static func hint(
    for line: String, _ message: String, _ code: Diagnostic.Code
  ) -> String {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix("{") {
      return code == .casesSyntax
        ? "no braces stand around the cases: each begins with [[case]], then name = \"…\" and so on"
        : "no braces stand around the keys: name = \"my-pack\", each on a line of its own"
    }
    if message.hasSuffix("expected '=', saw ':'") {
      return "`=` stands between a key and its value: name = \"my-pack\""
    }
    if message.contains("parsing string") {
      return message.contains("control characters")
        ? "the string is not closed on its line: a `\"` is missing at its end"
        : message.contains("end-of-file")
          ? "the string is never closed: its closing quotes are missing"
          : "within quotes a backslash is written twice: \"\\\\\""
    }
    if message.contains("parsing array") {
      return
        "the list's `]` is missing, or a comma between two of its strings: needs = [\"arabic\", \"names\"]"
    }
    guard text.hasPrefix("[") else { return "strings stand in quotes: name = \"my-pack\"" }
    return code == .casesSyntax
      ? "two brackets on either side, on a line of its own: [[case]], and [[case.expect]] for what it expects"
      : "a table's name stands in brackets on a line of its own: [limits]"
  }

  /// Parts that a dotted key may have. The parser makes a table in a table of each and releases them by recursion.
  private static let keyDepth = 200

  /// The first line with a run of dotted names that no file of a pack holds; nil where there is none.
  private static func lineOfDeepKey(_ text: String) -> Int? {
    var line = 1
    var dots = 0
    var isBehindDot = false
    for byte in text.utf8 {
      switch byte {
      case 0x2E:
        dots = isBehindDot ? 0 : dots + 1
        isBehindDot = true
        if dots > keyDepth { return line }
        continue
      case 0x09, 0x20: continue
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x22, 0x27, 0x2D, 0x5F: break
      default:
        dots = 0
        if byte == 0x0A { line += 1 }
      }
      isBehindDot = false
    }
    return nil
  }

  private static func convert(_ table: TOMLTable) -> [String: TOMLNode] {
    var nodes: [String: TOMLNode] = [:]
    for (key, value) in table { nodes[key] = convert(value) }
    return nodes
  }

  private static func convert(_ value: any TOMLValueConvertible) -> TOMLNode {
    switch value.type {
    case .string: value.string.map(TOMLNode.string) ?? .other
    case .int: value.int.map(TOMLNode.int) ?? .other
    case .double: value.double.map(TOMLNode.double) ?? .other
    case .bool: value.bool.map(TOMLNode.bool) ?? .other
    case .array: value.array.map { .array($0.map { convert($0) }) } ?? .other
    case .table: value.table.map { .table(convert($0)) } ?? .other
    default: .other
    }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  var int: Int? { if case .int(let value) = self { value } else { nil } }
  var table: [String: TOMLNode]? { if case .table(let value) = self { value } else { nil } }
  var array: [TOMLNode]? { if case .array(let value) = self { value } else { nil } }
  var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }

  /// What kind of value it is, for messages.
  var kind: String {
    switch self {
    case .string: "a string"
    case .int, .double: "a number"
    case .bool: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .other: "a date"
    }
  }
}
