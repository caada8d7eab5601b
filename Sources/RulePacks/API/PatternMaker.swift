internal import ArabicText
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// A mistake in the arguments of a `hilal` function: what the script's error says.
struct ArgumentError: Error {
  var message: String
  /// What to do about it.
  var hint: String?
  var code = Diagnostic.Code.pattern
  /// The entry of a lexicon that is wrong.
  var entry: LexiconEntry?
  /// The key of a table that is meant.
  var key: String?

  /// Message and hint in one line.
  var text: String { hint.map { "\(message); \($0)" } ?? message }
}

/// An entry of a lexicon, by the lexicon's name.
struct LexiconEntry {
  var lexicon: String
  var text: String
}

/// Makes the patterns that the functions of `hilal` stand for.
struct PatternMaker {
  /// Words that a gap may span at most.
  static let gapLimit = 200

  /// The pack whose script asks.
  let packName: String
  /// A lexicon of the pack or of one that it needs.
  let lexicon: (String) -> LexiconTable?
  /// What to do about the name of a lexicon that is nowhere.
  let lexiconHint: (String) -> String
  /// The pattern and the lexicon entries behind an object.
  let pattern: (LuaObject) -> Pattern?
  let entries: (LuaObject) -> LexiconEntries?
  /// A lexicon that was asked for before, by its key.
  let made: ([String]) -> (pattern: Pattern, entries: LexiconEntries)?
  /// Keeps a set of terms that is made on the way, or gives the one like it that was made before.
  let intern: (TermSet) -> TermSet

  /// The pattern of a function, and its entries when it is a lexicon.
  ///
  /// - Throws: `ArgumentError`.
  func make(
    _ builtin: Builtin, _ arguments: [LuaValue]
  ) throws(ArgumentError) -> (pattern: Pattern, entries: LexiconEntries?) {
    try Self.check(arguments, of: builtin.declaration)
    let first = arguments.first ?? .nil
    switch builtin {
    case .word, .phrase:
      let words = try strings(first, of: builtin)
      return (.atom(.terms(InflectedTerms.words(words, title: "word"))), nil)
    case .verb: return (try verb(first, forms: arguments.dropFirst().first ?? .nil), nil)
    case .noun: return (try noun(first, plurals: arguments.dropFirst()), nil)
    case .lexicon: return try lexicon(first, where: arguments.dropFirst().first ?? .nil)
    case .entity: return (.atom(try entity(arguments)), nil)
    case .role: return (.atom(.role), nil)
    case .number: return (.atom(.number), nil)
    case .any: return (.gap(min: 1, max: 1), nil)
    case .time:
      return (.atom(.time(try choice(first, TimeExpression.Kind.allCases, of: builtin))), nil)
    case .quote:
      return (.atom(.quote(try choice(first, [.direct, .indirect], of: builtin))), nil)
    case .quantity: return (.atom(try quantity(first)), nil)
    case .layer:
      return (.atom(.layer(try string(first, of: builtin), askedBy: packName)), nil)
    case .gap: return (try gap(arguments), nil)
    case .rule, .extractor:
      throw ArgumentError(message: "\(builtin.declaration.name) makes no pattern")
    }
  }

  private func verb(_ verbs: LuaValue, forms: LuaValue) throws(ArgumentError) -> Pattern {
    var wanted: Set<WordForm>?
    var isFuture = false
    if case .nil = forms {
    } else {
      let names: [String: [WordForm]] = [
        "perfect": [.perfect], "imperfect": [.imperfect], "imperative": [.imperative],
        "participle": [.participle], "noun": [.verbalNoun],
      ]
      var set: Set<WordForm> = []
      for name in try added(forms, of: .verb) {
        if name == "future" {
          isFuture = true
          continue
        }
        guard let forms = names[name] else {
          throw ArgumentError(
            message: "hilal.verb: no form `\(name)`",
            hint: name.utf8.allSatisfy { $0 < 0x80 }
              ? Suggestion.hint(for: name, in: names.keys + ["future"])
              : "several verbs are one list: hilal.verb { \"…\", \"…\" }")
        }
        set.formUnion(forms)
      }
      wanted = set
    }
    do {
      return .atom(
        .terms(
          try InflectedTerms.verbs(strings(verbs, of: .verb), forms: wanted, orFuture: isFuture)))
    } catch {
      throw mistake(error, of: .verb, verbs)
    }
  }

  private func noun(
    _ nouns: LuaValue, plurals: ArraySlice<LuaValue>
  ) throws(ArgumentError) -> Pattern {
    var given: [String] = []
    for plurals in plurals {
      if case .nil = plurals { continue }
      given += try added(plurals, of: .noun)
    }
    do {
      return .atom(.terms(try InflectedTerms.nouns(strings(nouns, of: .noun), plurals: given)))
    } catch {
      throw mistake(error, of: .noun, nouns)
    }
  }

  /// What is wrong with words that were to be inflected, and with which entry where they are those of a lexicon.
  private func mistake(
    _ error: any Error, of builtin: Builtin, _ words: LuaValue
  ) -> ArgumentError {
    if let error = error as? ArgumentError { return error }
    let name = builtin.declaration.name
    var mistake = ArgumentError(message: "\(name): \(error)")
    guard let error = error as? InflectionError else { return mistake }
    let isPhrase = error.citation.contains(" ")
    if isPhrase { mistake.hint = "several words together are for hilal.phrase" }
    if case .object(let object) = words, let entries = entries(object),
      let lexicon = entries.key.first
    {
      mistake.entry = entries.texts.first { InflectedTerms.parts(of: $0).word == error.citation }
        .map { LexiconEntry(lexicon: lexicon, text: $0) }
      mistake.hint =
        "\(name) inflects every entry of a lexicon: "
        + (isPhrase
          ? "phrases go into one of their own, which is a pattern as it is: hilal.lexicon \"…\""
          : "mend or remove this one")
    }
    return mistake
  }

  private func lexicon(
    _ name: LuaValue, where condition: LuaValue
  ) throws(ArgumentError) -> (pattern: Pattern, entries: LexiconEntries?) {
    let name = try string(name, of: .lexicon)
    guard let table = lexicon(name) else {
      throw ArgumentError(
        message: "no lexicon `\(name)` in this pack or those that it needs",
        hint: lexiconHint(name), code: .lexiconMissing)
    }
    var columns: [(Int, String)] = []
    if case .table(let conditions) = condition {
      for entry in conditions.entries {
        guard case .string(let column) = entry.key, case .string(let text) = entry.value else {
          throw ArgumentError(
            message: "hilal.lexicon takes the wanted values by column: { kind = \"noun\" }")
        }
        guard let index = table.column(column) else {
          throw ArgumentError(
            message: "no column `\(column)` in the lexicon `\(name)`",
            hint: Suggestion.hint(for: column, in: table.columns))
        }
        columns.append((index, text))
      }
      columns.sort { $0.0 < $1.0 }
    }
    let key = [name] + columns.flatMap { [table.columns[$0.0], $0.1] }
    if let made = made(key) { return made }
    let wanted = columns.map { (column: $0.0, value: Array($0.1.utf8)) }
    let entries = table.rows(where: wanted).map {
      String(decoding: table.bytes($0, 0), as: UTF8.self)
    }
    let title =
      ([name] + columns.map { "\(table.columns[$0.0])=\($0.1)" }).joined(separator: " ")
    // What an entry says behind `=` (masdars, plurals) is for hilal.verb and hilal.noun.
    let words = entries.map(Self.citation)
    return (
      .atom(.terms(TermSet(title: "lexicon \(title)", words: words, allowed: .nominal))),
      LexiconEntries(key: key, texts: entries)
    )
  }

  /// An entry without what it says of itself behind `=` or `:`.
  private static func citation(_ entry: String) -> String {
    guard let end = entry.utf8.firstIndex(where: { $0 == 0x3D || $0 == 0x3A }) else { return entry }
    return String(entry[..<end])
  }

  private func entity(_ arguments: [LuaValue]) throws(ArgumentError) -> Atom {
    let kind = try choice(arguments.first ?? .nil, Entity.Kind.allCases, of: .entity)
    let code = try optionalString(arguments.dropFirst().first ?? .nil, of: .entity)
    return .entity(kind, code: code)
  }

  private func quantity(_ unit: LuaValue) throws(ArgumentError) -> Atom {
    do {
      return .quantity(unit: try optionalString(unit, of: .quantity))
    } catch {
      var mistake = error
      mistake.hint =
        "add a pattern for each unit, hilal.quantity \"…\" + hilal.quantity \"…\", or go through sentence.quantities in check"
      throw mistake
    }
  }

  private func gap(_ arguments: [LuaValue]) throws(ArgumentError) -> Pattern {
    guard case .integer(let min)? = arguments.first,
      case .integer(let max)? = arguments.dropFirst().first, 0 <= min, min <= max,
      max <= Int64(Self.gapLimit)
    else {
      throw ArgumentError(
        message: "hilal.gap takes two whole numbers, the least and the most words, "
          + "0 ≤ least ≤ most ≤ \(Self.gapLimit)")
    }
    return .gap(min: Int(min), max: Int(max))
  }

  // MARK: Operators

  /// `a * b`, `a + b`, `p ^ n`, `-p`, `a - b`.
  ///
  /// - Throws: `ArgumentError`.
  func operate(
    _ operation: LuaOperator, _ a: LuaValue, _ b: LuaValue
  ) throws(ArgumentError) -> Pattern {
    switch operation {
    case .multiply: return try operand(a) * operand(b)
    case .add: return try operand(a) + operand(b)
    case .negate: return .not(try operand(a))
    case .subtract: return .sequence([.not(try operand(b)), try operand(a)])
    case .length, .text: throw ArgumentError(message: "a pattern has no length and no text")
    case .power:
      guard case .integer(let count) = b, count.magnitude <= UInt64(Self.gapLimit) else {
        throw ArgumentError(
          message: "p^n takes a whole number: n for at least n times, -n for at most n times")
      }
      let part = try operand(a)
      if part.matchesEmpty, count >= 0 {
        throw ArgumentError(message: "a pattern that matches no words cannot be repeated")
      }
      return count >= 0
        ? .repetition(part, min: Int(count), max: nil) : .repetition(part, min: 0, max: Int(-count))
    }
  }

  /// `p:as "name"`
  ///
  /// - Throws: `ArgumentError`.
  func capture(_ value: LuaValue, as name: LuaValue) throws(ArgumentError) -> Pattern {
    guard case .string(let name) = name, !name.isEmpty, name.utf8.count <= 64 else {
      throw ArgumentError(
        message: "p:as takes a name of 1 to 64 bytes", hint: "write p:as \"cue\"")
    }
    return .capture(name, try operand(value))
  }

  /// A pattern, or a string that stands for its words.
  private func operand(_ value: LuaValue) throws(ArgumentError) -> Pattern {
    switch value {
    case .object(let object):
      if let pattern = pattern(object) { return pattern }
    case .string(let text):
      return .atom(.terms(intern(InflectedTerms.words([try Self.check(text)], title: "word"))))
    default: break
    }
    throw ArgumentError(
      message: "patterns are combined with patterns or words, not \(value.kindName)",
      hint: value.table == nil ? nil : "write hilal.word { … } for one of some words")
  }

  // MARK: Arguments

  /// More than a function takes would be dropped in silence.
  ///
  /// - Throws: `ArgumentError`.
  static func check(
    _ arguments: [LuaValue], of function: HostFunction
  ) throws(ArgumentError) {
    let count = arguments.lastIndex { !$0.isNil }.map { $0 + 1 } ?? 0
    guard let refusal = function.refusal(ofArguments: count) else { return }
    throw ArgumentError(message: refusal, hint: function.listHint)
  }

  /// Bytes of a word or phrase at most, with the masdars or plurals that stand behind it.
  static let wordLimit = 1024

  private static func check(_ word: String) throws(ArgumentError) -> String {
    if word.utf8.count <= wordLimit { return word }
    throw ArgumentError(message: "a word of more than \(wordLimit) bytes")
  }

  private func strings(_ value: LuaValue, of builtin: Builtin) throws(ArgumentError) -> [String] {
    switch value {
    case .string(let text): return [try Self.check(text)]
    case .table(let list):
      guard let strings = list.strings, !strings.isEmpty else {
        throw noWords(list, builtin.declaration.name)
      }
      for word in strings { _ = try Self.check(word) }
      try PatternArena.check(words: strings)
      return strings
    case .object(let object): if let entries = entries(object) { return entries.texts }
    default: break
    }
    throw ArgumentError(
      message: "\(builtin.declaration.name) takes words or a list of words, not \(value.kindName)")
  }

  /// The words of a second argument that is given.
  private func added(_ value: LuaValue, of builtin: Builtin) throws(ArgumentError) -> [String] {
    if let table = value.table, table.entries.isEmpty {
      throw ArgumentError(
        message: "the second argument of \(builtin.declaration.name) is an empty list",
        hint: "leave it out")
    }
    return try strings(value, of: builtin)
  }

  /// A table that is no list of words: an empty one, or one that holds something else.
  private func noWords(_ table: LuaTable, _ name: String) -> ArgumentError {
    if table.entries.isEmpty {
      return ArgumentError(
        message: "\(name) was given an empty list",
        hint: "write words into it: \(name) { \"…\", \"…\" }")
    }
    guard let other = table.wholeList?.first(where: { $0.string == nil }) else {
      return ArgumentError(
        message: "\(name) takes a list of words, not a table with keys",
        hint: "write the words alone: \(name) { \"…\", \"…\" }")
    }
    return ArgumentError(
      message: "\(name) takes a list of words, and this one holds \(other.kindName)",
      hint: "write words in quotes into it; patterns are combined with + and *")
  }

  private func string(_ value: LuaValue, of builtin: Builtin) throws(ArgumentError) -> String {
    if case .string(let text) = value { return try Self.check(text) }
    throw ArgumentError(
      message: "\(builtin.declaration.name) takes a string, not \(value.kindName)")
  }

  private func optionalString(
    _ value: LuaValue, of builtin: Builtin
  ) throws(ArgumentError) -> String? {
    if case .nil = value { return nil }
    return try string(value, of: builtin)
  }

  private func choice<Choice: RawRepresentable>(
    _ value: LuaValue, _ choices: [Choice], of builtin: Builtin
  ) throws(ArgumentError) -> Choice? where Choice.RawValue == String {
    guard let text = try optionalString(value, of: builtin) else { return nil }
    if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
    throw ArgumentError(
      message: "\(builtin.declaration.name) knows no `\(text)`",
      hint: Suggestion.hint(for: text, in: choices.map(\.rawValue)))
  }
}
