internal import Articles
internal import LuaSandbox
internal import Patterns

/// A mistake in the table that a script hands to `hilal.rule`.
struct DeclarationError: Error {
  var code: Diagnostic.Code
  /// The key that is meant, for the caret.
  var key: String?
  var message: String
  var hint: String?
  /// The entry of a lexicon that is wrong.
  var entry: LexiconEntry?
}

/// The table that a script hands to `hilal.rule` or `hilal.extractor`, read.
struct RuleDeclaration {
  var id: String
  var title: String
  var severity = Finding.Severity.medium
  var codes: [(scheme: String, code: String)] = []
  var unit = Rule.Unit.sentence
  var fields: [String] = []
  var needs: [String] = []
  var provides: String?
  var match: Pattern?
  var check: LuaFunction?
  let isExtractor: Bool

  /// - Throws: `DeclarationError` for the first thing that is missing, misspelt or of the wrong type.
  init(
    _ table: LuaTable, isExtractor: Bool, patterns: (LuaObject) -> Pattern?
  ) throws(DeclarationError) {
    let what = isExtractor ? "extractor" : "rule"
    for key in table.keys where RuleKey(rawValue: key) == nil {
      throw DeclarationError(
        code: .ruleField, key: key, message: "unknown field `\(key)` in the \(what)",
        hint: Suggestion.hint(for: key, in: RuleKey.names))
    }
    self.isExtractor = isExtractor
    provides = try Self.string(table, .provides)
    guard let id = try Self.string(table, .id) ?? (isExtractor ? provides : nil) else {
      throw DeclarationError(
        code: .ruleIdentifier, key: nil, message: "the \(what) has no `id`",
        hint: "give it a name of small letters, digits and hyphens: id = \"explicit\"")
    }
    try Self.checkIdentifier(id)
    self.id = id
    title = try Self.string(table, .title) ?? id
    if isExtractor, provides == nil {
      throw DeclarationError(
        code: .ruleField, key: nil, message: "the extractor does not say what it `provides`",
        hint: "name the layer that it makes: provides = \"meetings\"")
    }
    severity = try Self.choice(table, .severity, Finding.Severity.allCases) ?? .medium
    unit = try Self.choice(table, .on, Rule.Unit.allCases) ?? .sentence
    fields = try Self.strings(table, .fields) ?? []
    try Self.check(fields: fields)
    needs = try Self.strings(table, .needs) ?? []
    if needs.count > Self.listLimit {
      throw DeclarationError(
        code: .ruleField, key: "needs", message: "more than \(Self.listLimit) layers needed",
        hint: nil)
    }
    codes = try Self.codes(table)
    try readMatch(table, patterns)
    check = try Self.function(table, .check)
    if match == nil, check == nil {
      throw DeclarationError(
        code: .ruleField, key: nil, message: "the \(what) `\(id)` has neither `match` nor `check`",
        hint: "give it a pattern to look for, a function to decide, or both")
    }
  }

  private mutating func readMatch(
    _ table: LuaTable, _ patterns: (LuaObject) -> Pattern?
  ) throws(DeclarationError) {
    switch table.value("match") {
    case .nil: return
    case .object(let object):
      guard let pattern = patterns(object) else { break }
      if pattern.matchesEmpty {
        throw DeclarationError(
          code: .pattern, key: "match", message: "the pattern of `\(id)` matches no words at all",
          hint: "make at least one part of it required")
      }
      match = pattern
      return
    default: break
    }
    throw DeclarationError(
      code: .ruleField, key: "match", message: "`match` is no pattern",
      hint: "make one with hilal.word, hilal.verb, hilal.lexicon …")
  }

  private static func checkIdentifier(_ id: String) throws(DeclarationError) {
    if !Identifier.isValid(id) {
      throw DeclarationError(
        code: .ruleIdentifier, key: "id", message: "`\(id.prefix(64))` is no name for a rule",
        hint: "use small Latin letters, digits and hyphens, at most 64")
    }
  }

  /// Fields become keys of one object: none may stand twice, or be named as what every finding has.
  private static func check(fields: [String]) throws(DeclarationError) {
    if fields.count > listLimit {
      throw DeclarationError(
        code: .ruleField, key: "fields", message: "more than \(listLimit) fields",
        hint: "declare only what findings may have")
    }
    for (index, name) in fields.enumerated() {
      if name.isEmpty || name.utf8.count > Identifier.limit {
        throw DeclarationError(
          code: .ruleField, key: "fields",
          message: "a field's name has 1 to \(Identifier.limit) bytes", hint: nil)
      }
      if CheckResult.reserved.contains(name) {
        throw DeclarationError(
          code: .ruleField, key: "fields", message: "`\(name)` cannot be a field of its own",
          hint: "every finding has it: `check` may return it without declaring it")
      }
      if fields[..<index].contains(name) {
        throw DeclarationError(
          code: .ruleField, key: "fields", message: "the field `\(name)` is declared twice",
          hint: "name it once")
      }
    }
  }

  /// Names in a list at most, and bytes of a text.
  static let listLimit = 64
  static let textLimit = 1024

  private static func codes(
    _ table: LuaTable
  ) throws(DeclarationError) -> [(scheme: String, code: String)] {
    guard case .table(let codes) = table.value("codes") else {
      if case .nil = table.value("codes") { return [] }
      throw wrongType(.codes, "a table such as { cameo = \"138\" }")
    }
    guard let read = readCodes(codes) else {
      throw wrongType(.codes, "a table of short strings such as { cameo = \"138\" }")
    }
    return read
  }

  /// Codes of a rule or finding at most, and bytes of each and of its scheme.
  static let codeLimits = (count: 32, bytes: 64)

  /// Codes of a table, sorted by scheme; nil when a key or value is no string or is too long.
  static func readCodes(_ table: LuaTable) -> [(scheme: String, code: String)]? {
    var codes: [(scheme: String, code: String)] = []
    for entry in table.entries {
      guard case .string(let scheme) = entry.key, case .string(let code) = entry.value,
        codes.count < codeLimits.count, max(scheme.utf8.count, code.utf8.count) <= codeLimits.bytes
      else { return nil }
      codes.append((scheme, code))
    }
    return codes.sorted { $0.scheme < $1.scheme }
  }

  private static func string(
    _ table: LuaTable, _ key: RuleKey
  ) throws(DeclarationError) -> String? {
    switch table.value(key.rawValue) {
    case .nil: return nil
    case .string(let text):
      if text.utf8.count <= textLimit { return text }
      throw wrongType(key, "a string of at most \(textLimit) bytes")
    default: throw wrongType(key, "a string")
    }
  }

  private static func strings(
    _ table: LuaTable, _ key: RuleKey
  ) throws(DeclarationError) -> [String]? {
    switch table.value(key.rawValue) {
    case .nil: return nil
    case .table(let list):
      if let strings = list.strings, strings.allSatisfy({ $0.utf8.count <= textLimit }) {
        return strings
      }
      throw wrongType(key, "a list of strings")
    case .string(let text) where text.utf8.count <= textLimit:
      var mistake = wrongType(key, "a list of strings")
      mistake.hint = "write a list: \(key.rawValue) = { \"\(text)\" }"
      throw mistake
    default: throw wrongType(key, "a list of strings")
    }
  }

  private static func function(
    _ table: LuaTable, _ key: RuleKey
  ) throws(DeclarationError) -> LuaFunction? {
    switch table.value(key.rawValue) {
    case .nil: return nil
    case .function(let function): return function
    default: throw wrongType(key, "a function")
    }
  }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ table: LuaTable, _ key: RuleKey, _ choices: Choice.AllCases
  ) throws(DeclarationError) -> Choice? where Choice.RawValue == String {
    guard let text = try string(table, key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    throw DeclarationError(
      code: .ruleField, key: key.rawValue, message: "`\(key.rawValue)` cannot be `\(text)`",
      hint: Suggestion.hint(for: text, in: choices.map(\.rawValue)))
  }

  private static func wrongType(_ key: RuleKey, _ wanted: String) -> DeclarationError {
    DeclarationError(
      code: .ruleField, key: key.rawValue, message: "`\(key.rawValue)` is not \(wanted)", hint: nil)
  }
}
