internal import Articles

/// Reads `tests/*.toml`, and tells of all that is wrong in a file at once.
struct CaseReader {
  /// Mistakes of one file that are told of, at most.
  static let mistakeLimit = 20
  private static let caseKeys = [
    "name", "text", "article", "expect", "none", "never", "snapshot", "skip",
  ]
  private static let articleKeys = [
    "id", "title", "content", "date", "source", "url", "lang", "duplicate_of",
  ]
  private static let expectKeys = ["rule", "span", "fields"]

  /// A file with those of its cases that can be read.
  struct File {
    var source: SourceFile
    var cases: [TestCase]
  }

  /// The files of a pack that are TOML, and the mistakes of all.
  static func files(of pack: PackSource) -> (files: [File], mistakes: [Diagnostic]) {
    var files: [File] = []
    var mistakes: [Diagnostic] = []
    for name in pack.folder.files(in: "tests", endings: [".toml"]) {
      do throws(Diagnostic) {
        let (file, text) = try pack.folder.text("tests/\(name)", code: .casesSyntax)
        let nodes = try TOMLNode.parse(file, text: text, code: .casesSyntax)
        var reader = CaseReader(file: file, path: "tests/\(name)")
        files.append(File(source: file, cases: reader.cases(nodes)))
        mistakes += reader.bounded
      } catch {
        mistakes.append(error)
      }
    }
    return (files, mistakes)
  }

  private let file: SourceFile
  private let path: String
  private var mistakes: [Diagnostic] = []
  /// The line of the case in work; 0 before the first.
  private var line = 0

  private init(file: SourceFile, path: String) {
    self.file = file
    self.path = path
  }

  /// The first mistakes, and how many more there are.
  private var bounded: [Diagnostic] {
    let left = mistakes.count - Self.mistakeLimit
    guard left > 0 else { return mistakes }
    let rest = mistakes[Self.mistakeLimit]
    let more = file.diagnostic(
      .casesField, line: rest.line, "\(left) more mistakes in the cases from here on",
      hint: "mend those above, then look again")
    return mistakes.prefix(Self.mistakeLimit) + [more]
  }

  // MARK: Cases

  private mutating func cases(_ nodes: [String: TOMLNode]) -> [TestCase] {
    for key in nodes.keys.sorted() where key != "case" {
      note(key, "unknown key `\(key)`; a file of cases holds [[case]] tables")
    }
    let lines = file.lines.indices.filter {
      file.lines[$0].filter { $0 != " " && $0 != "\t" }.hasPrefix("[[case]]")
    }
    var cases: [TestCase] = []
    for (index, node) in list("case", in: nodes).enumerated() {
      line = lines.indices.contains(index) ? lines[index] + 1 : 0
      let known = mistakes.count
      guard let table = node.table else {
        noteType("case", node, "a table")
        continue
      }
      let testCase = testCase(table)
      // A key that is misspelt may be what it expects.
      if mistakes.count == known, Self.expectsNothing(table) {
        note(
          "the case `\(testCase?.name ?? "")` expects nothing",
          hint: "add [[case.expect]], none = true, never = [\"rule\"] or snapshot = true")
      }
      if let testCase, mistakes.count == known { cases.append(testCase) }
    }
    return cases
  }

  private mutating func testCase(_ table: [String: TOMLNode]) -> TestCase? {
    for key in table.keys.sorted() where !Self.caseKeys.contains(key) {
      note(
        key, "unknown key `\(key)` in a case",
        hint: Self.articleKeys.contains(key)
          ? "it belongs into the article, which then holds the text too: "
            + "article = { content = \"…\", \(key) = \"…\" }"
          : Suggestion.hint(for: key, in: Self.caseKeys))
    }
    let isMisspelt = table.keys.contains { !Self.caseKeys.contains($0) }
    let name = table["name"]?.string
    if name == nil, !isMisspelt { note("the case has no `name`") }
    let expectations = list("expect", in: table).compactMap { expectation($0) }
    for key in ["none", "snapshot"] {
      if let value = table[key], value.bool == nil { noteType(key, value, "true or false") }
    }
    if let never = table["never"], never.strings == nil {
      noteType("never", never, "a list of rules")
    }
    for key in ["text", "skip"] {
      if let value = table[key], value.string == nil { noteType(key, value, "a string") }
    }
    guard table["text"] != nil || table["article"] != nil || !isMisspelt,
      let article = article(table), let name
    else { return nil }
    return TestCase(
      name: name, file: path, line: line > 0 ? line : nil, article: article,
      duplicateOf: table["article"]?.table?["duplicate_of"]?.string, expected: expectations,
      none: table["none"]?.bool ?? false,
      never: table["never"]?.strings ?? [], snapshot: table["snapshot"]?.bool ?? false,
      skip: table["skip"]?.string)
  }

  private static func expectsNothing(_ table: [String: TOMLNode]) -> Bool {
    ["expect", "none", "never", "snapshot", "skip"].allSatisfy { table[$0]?.saysNothing ?? true }
  }

  private mutating func expectation(_ node: TOMLNode) -> TestCase.Expectation? {
    guard let table = node.table else {
      noteType("expect", node, "a table")
      return nil
    }
    for key in table.keys.sorted() where !Self.expectKeys.contains(key) {
      note(
        key, "unknown key `\(key)` in an expectation",
        hint: Suggestion.hint(for: key, in: Self.expectKeys))
    }
    var fields: [(name: String, text: String?)] = []
    for (key, value) in (table["fields"]?.table ?? [:]).sorted(by: { $0.key < $1.key }) {
      if value.string == nil, value.bool != false {
        noteType(key, value, "a string, the field's words, or false for a field that is absent")
      }
      fields.append((key, value.string))
    }
    guard let rule = table["rule"]?.string else {
      if table.keys.allSatisfy(Self.expectKeys.contains) { note("an expectation names no `rule`") }
      return nil
    }
    return TestCase.Expectation(rule: rule, span: table["span"]?.string, fields: fields)
  }

  private mutating func article(_ table: [String: TOMLNode]) -> Article? {
    if let text = table["text"]?.string {
      if table["article"] != nil {
        note(
          "text", "the case has a `text` and an `article`",
          hint: "keep one: the text is the article's content, article = { content = \"…\" }")
      }
      if text.allSatisfy(\.isWhitespace) {
        note(
          "text", "the case's `text` is empty",
          hint:
            "write what the rules are to read; where an empty article is meant: article = { content = \"\" }"
        )
      }
      return Article(id: "case", content: Array(text.utf8), date: nil)
    }
    guard let fields = table["article"]?.table else {
      if table["text"] == nil {
        note(
          "the case has neither `text` nor `article`",
          hint: "write text = \"…\" or article = { title = \"…\", content = \"…\" }")
      }
      return nil
    }
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      if !Self.articleKeys.contains(key) {
        note(
          key, "an article has no field `\(key)`",
          hint: Suggestion.hint(for: key, in: Self.articleKeys))
      } else if value.string == nil {
        noteType(key, value, "a string", hint: key == "date" ? Self.dateHint : nil)
      }
    }
    if let date = fields["date"]?.string, ArticleDay.read(date) == nil {
      note("date", "no day can be read from the date `\(date)`", hint: Self.dateHint)
    }
    return Article(
      id: fields["id"]?.string ?? "case", title: Array((fields["title"]?.string ?? "").utf8),
      content: Array((fields["content"]?.string ?? "").utf8), date: fields["date"]?.string,
      source: fields["source"]?.string, url: fields["url"]?.string, lang: fields["lang"]?.string)
  }

  private static let dateHint =
    "write year, month and day in quotes: date = \"2015-07-21\"; a case that needs no day leaves it out"

  // MARK: Mistakes

  /// A list of tables, empty where there is none.
  private mutating func list(_ key: String, in table: [String: TOMLNode]) -> [TOMLNode] {
    guard let node = table[key] else { return [] }
    if let list = node.array { return list }
    noteType(
      key, node, "a list of tables",
      hint: node.table == nil ? nil : "write two brackets on either side, as in [[case]]")
    return []
  }

  private mutating func noteType(
    _ key: String, _ node: TOMLNode, _ wanted: String, hint: String? = nil
  ) {
    note(key, "`\(key)` is \(node.kind), not \(wanted)", hint: hint)
  }

  /// A mistake at a key of the case in work.
  private mutating func note(_ key: String, _ message: String, hint: String? = nil) {
    add(file.diagnostic(.casesField, atKey: key, after: line, message, hint: hint))
  }

  /// A mistake of the case in work as a whole.
  private mutating func note(_ message: String, hint: String? = nil) {
    add(file.diagnostic(.casesField, line: line > 0 ? line : nil, message, hint: hint))
  }

  private mutating func add(_ mistake: Diagnostic) {
    // What stands twice in a case is found at the first place.
    if mistakes.last != mistake { mistakes.append(mistake) }
  }
}

extension TOMLNode {
  /// What a case expects by it is nothing: false, or an empty list.
  fileprivate var saysNothing: Bool { bool == false || array?.isEmpty == true }
}
