internal import Articles
internal import LuaSandbox

/// Reads what `check` returned into raw findings.
struct CheckResult {
  /// Keys of a finding's table that are no declared fields.
  static let reserved = ["label", "score", "severity", "codes", "span"]

  let rule: Rule
  let number: Int
  /// The span of a match, or of the unit where the rule has none.
  let defaultSpan: Span
  /// The span, code and value of a span object; nil for any other object.
  let span: (LuaObject) -> (span: Span, code: String?, value: String?)?

  /// - Throws: a message that says what is wrong with the value.
  func findings(_ value: LuaValue) throws(ArgumentError) -> [RawFinding] {
    switch value {
    case .nil, .boolean(false): return []
    case .boolean(true): return [RawFinding(rule: number, span: defaultSpan)]
    case .table(let table):
      // An empty table is a finding none of whose fields has a value: `{ actor = nil }` is one.
      guard let list = table.wholeList, !list.isEmpty else { return [try finding(table)] }
      var findings: [RawFinding] = []
      for item in list.prefix(FindingBuilder.Bound.findings + 1) {
        guard case .table(let table) = item else {
          throw ArgumentError(
            message: "check returned a list that holds \(item.kindName), not findings")
        }
        findings.append(try finding(table))
      }
      return findings
    default:
      throw ArgumentError(
        message:
          "check returned \(value.kindName); it may return nil, true, a table or a list of tables")
    }
  }

  private func finding(_ table: LuaTable) throws(ArgumentError) -> RawFinding {
    var finding = RawFinding(rule: number, span: defaultSpan)
    if table.keys.count != table.entries.count {
      throw ArgumentError(
        message: "check returned a table with both names and numbers as keys; "
          + "a finding has names only")
    }
    for key in table.keys where !Self.reserved.contains(key) && !rule.fields.contains(key) {
      throw ArgumentError(
        message: "check returned the field `\(key)`, which the rule does not declare",
        hint: Suggestion.hint(for: key, in: rule.fields + Self.reserved), key: key)
    }
    try readReserved(table, &finding)
    for name in rule.fields {
      if let value = try value(table.value(name), name) { finding.fields.append((name, value)) }
    }
    return finding
  }

  private func readReserved(
    _ table: LuaTable, _ finding: inout RawFinding
  ) throws(ArgumentError) {
    switch table.value("span") {
    case .nil: break
    case .object(let object):
      guard let place = span(object) else {
        throw ArgumentError(message: "the finding's span is no span")
      }
      finding.span = place.span
    default: throw ArgumentError(message: "the finding's span is \(table.value("span").kindName)")
    }
    switch table.value("label") {
    case .nil: break
    case .string(let text): finding.label = text.isEmpty ? nil : text
    default: throw ArgumentError(message: "the finding's label is \(table.value("label").kindName)")
    }
    switch table.value("score") {
    case .nil: break
    case .integer(let score) where (0...1).contains(score): finding.score = Double(score)
    case .number(let score) where (0...1).contains(score): finding.score = score
    default:
      throw ArgumentError(message: "the finding's score is no number from 0 to 1", key: "score")
    }
    switch table.value("severity") {
    case .nil: break
    case .string(let text):
      guard let severity = Finding.Severity(rawValue: text) else {
        throw ArgumentError(message: "the finding's severity is neither low, medium nor high")
      }
      finding.severity = severity
    default: throw ArgumentError(message: "the finding's severity is no string")
    }
    switch table.value("codes") {
    case .nil: break
    case .table(let codes):
      guard let read = RuleDeclaration.readCodes(codes) else {
        throw ArgumentError(
          message: "the finding's codes are not a table of at most "
            + "\(RuleDeclaration.codeLimits.count) strings of at most "
            + "\(RuleDeclaration.codeLimits.bytes) bytes")
      }
      finding.codes = read
    default: throw ArgumentError(message: "the finding's codes are no table")
    }
  }

  private func value(
    _ value: LuaValue, _ name: String
  ) throws(ArgumentError) -> RawFinding.Value? {
    switch value {
    // `m.text or ""` is how Lua writes nothing.
    case .nil, .boolean(false), .string(""): return nil
    case .boolean(true): return .text("true")
    case .string(let text): return .text(text)
    case .integer(let number): return .text(String(number))
    case .number(let number): return .text(number.written)
    case .object(let object):
      guard let place = span(object) else {
        throw ArgumentError(message: "the field `\(name)` is an object that is no span", key: name)
      }
      return .span(place.span, code: place.code, value: place.value)
    case .table(let table):
      guard let list = table.wholeList else {
        throw ArgumentError(
          message: "the field `\(name)` is a table with keys; give a list", key: name)
      }
      var values: [RawFinding.Value] = []
      for item in list { if let one = try self.value(item, name) { values.append(one) } }
      return .list(values)
    case .function: throw ArgumentError(message: "the field `\(name)` is a function", key: name)
    }
  }
}
