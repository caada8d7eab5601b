public import Articles

/// One case of a pack's `tests/*.toml`: a text, and what rules must and must not find in it.
public struct TestCase: Sendable {
  /// A finding that must be there.
  public struct Expectation: Sendable, Equatable {
    /// The rule's id, without its pack's name.
    public var rule: String
    /// Words that the finding's span must contain.
    public var span: String?
    /// Fields that it must have, with exactly these words; nil: that it must not have.
    public var fields: [(name: String, text: String?)] = []

    public static func == (a: Expectation, b: Expectation) -> Bool {
      a.rule == b.rule && a.span == b.span && a.fields.elementsEqual(b.fields, by: ==)
    }
  }

  /// What it is called in reports and snapshots.
  public var name: String
  /// The file within the pack and the line of the case.
  public var file: String
  /// From 1, that of `[[case]]`; nil where it could not be told.
  public var line: Int?
  /// What the rules read: the case's `article`, or its `text` as the content of one.
  public var article: Article
  /// The article that this one copies, as `article.duplicate_of` gives it.
  public var duplicateOf: String?
  /// Each takes one finding; further findings are allowed unless `none`, `never` or `snapshot`
  /// forbid them.
  public var expected: [Expectation]
  /// No rule may find anything.
  public var none: Bool
  /// Rules that may find nothing.
  public var never: [String]
  /// All findings are compared with those that `hilal test --update` has recorded.
  public var snapshot: Bool
  /// Why the case is not run.
  public var skip: String?
}

/// Reads `tests/*.toml`.
enum CaseReader {
  private static let caseKeys = [
    "name", "text", "article", "expect", "none", "never", "snapshot", "skip",
  ]
  private static let articleKeys = [
    "id", "title", "content", "date", "source", "url", "lang", "duplicate_of",
  ]
  private static let expectKeys = ["rule", "span", "fields"]

  /// The cases of a pack, in file order.
  ///
  /// - Throws: a `Diagnostic` for the first mistake.
  static func cases(of pack: PackSource) throws(Diagnostic) -> [TestCase] {
    let (files, mistakes) = files(of: pack)
    if let first = mistakes.first { throw first }
    return files.flatMap(\.cases)
  }

  /// A file with its cases.
  struct File {
    var source: SourceFile
    var cases: [TestCase]
  }

  /// The files that can be read, and the first mistake of each that cannot.
  static func files(of pack: PackSource) -> (files: [File], mistakes: [Diagnostic]) {
    var files: [File] = []
    var mistakes: [Diagnostic] = []
    for name in pack.folder.files(in: "tests", endings: [".toml"]) {
      do throws(Diagnostic) {
        files.append(try file("tests/\(name)", of: pack))
      } catch {
        mistakes.append(error)
      }
    }
    return (files, mistakes)
  }

  private static func file(_ name: String, of pack: PackSource) throws(Diagnostic) -> File {
    let (file, text) = try pack.folder.text(name, code: .casesSyntax)
    let nodes = try TOMLNode.parse(file, text: text, code: .casesSyntax)
    for key in nodes.keys.sorted() where key != "case" {
      throw file.diagnostic(
        .casesField, atKey: key, "unknown key `\(key)`; a file of cases holds [[case]] tables")
    }
    let lines = file.lines.indices.filter {
      file.lines[$0].filter { $0 != " " && $0 != "\t" }.hasPrefix("[[case]]")
    }
    var cases: [TestCase] = []
    for (index, node) in try list("case", in: nodes, file, after: 0).enumerated() {
      let line = lines.indices.contains(index) ? lines[index] + 1 : nil
      guard let table = node.table else {
        throw wrongType("case", node, "a table", file, after: 0)
      }
      cases.append(try read(table, file, line, name))
    }
    return File(source: file, cases: cases)
  }

  private static func read(
    _ table: [String: TOMLNode], _ file: SourceFile, _ line: Int?, _ path: String
  ) throws(Diagnostic) -> TestCase {
    let after = line ?? 0
    for key in table.keys.sorted() where !caseKeys.contains(key) {
      throw file.diagnostic(
        .casesField, atKey: key, after: after, "unknown key `\(key)` in a case",
        hint: articleKeys.contains(key)
          ? "it belongs into the article, which then holds the text too: "
            + "article = { content = \"…\", \(key) = \"…\" }"
          : Suggestion.hint(for: key, in: caseKeys))
    }
    guard let name = table["name"]?.string else {
      throw file.diagnostic(.casesField, line: line, "the case has no `name`")
    }
    let expectations = try list("expect", in: table, file, after: after).map {
      node throws(Diagnostic) in try expectation(node, file, after)
    }
    for key in ["none", "snapshot"] {
      if let value = table[key], value.bool == nil {
        throw wrongType(key, value, "true or false", file, after: after)
      }
    }
    if let never = table["never"], never.strings == nil {
      throw wrongType("never", never, "a list of rules", file, after: after)
    }
    for key in ["text", "skip"] {
      if let value = table[key], value.string == nil {
        throw wrongType(key, value, "a string", file, after: after)
      }
    }
    let result = TestCase(
      name: name, file: path, line: line, article: try article(table, file, line),
      duplicateOf: table["article"]?.table?["duplicate_of"]?.string, expected: expectations,
      none: table["none"]?.bool ?? false,
      never: table["never"]?.strings ?? [], snapshot: table["snapshot"]?.bool ?? false,
      skip: table["skip"]?.string)
    if expectations.isEmpty, !result.none, result.never.isEmpty, !result.snapshot,
      result.skip == nil
    {
      throw file.diagnostic(
        .casesField, line: line, "the case `\(name)` expects nothing",
        hint: "add [[case.expect]], none = true, never = [\"rule\"] or snapshot = true")
    }
    return result
  }

  private static func expectation(
    _ node: TOMLNode, _ file: SourceFile, _ after: Int
  ) throws(Diagnostic) -> TestCase.Expectation {
    guard let table = node.table else {
      throw wrongType("expect", node, "a table", file, after: after)
    }
    for key in table.keys.sorted() where !expectKeys.contains(key) {
      throw file.diagnostic(
        .casesField, atKey: key, after: after, "unknown key `\(key)` in an expectation",
        hint: Suggestion.hint(for: key, in: expectKeys))
    }
    guard let rule = table["rule"]?.string else {
      throw file.diagnostic(.casesField, line: after, "an expectation names no `rule`")
    }
    var fields: [(name: String, text: String?)] = []
    for (key, value) in (table["fields"]?.table ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard value.string != nil || value.bool == false else {
        throw wrongType(
          key, value, "a string, the field's words, or false for a field that is absent", file,
          after: after)
      }
      fields.append((key, value.string))
    }
    return TestCase.Expectation(rule: rule, span: table["span"]?.string, fields: fields)
  }

  /// A list of tables, empty where there is none.
  private static func list(
    _ key: String, in table: [String: TOMLNode], _ file: SourceFile, after: Int
  ) throws(Diagnostic) -> [TOMLNode] {
    guard let node = table[key] else { return [] }
    guard let list = node.array else {
      var diagnostic = wrongType(key, node, "a list of tables", file, after: after)
      if node.table != nil { diagnostic.hint = "write two brackets on either side, as in [[case]]" }
      throw diagnostic
    }
    return list
  }

  private static func wrongType(
    _ key: String, _ node: TOMLNode, _ wanted: String, _ file: SourceFile, after: Int
  ) -> Diagnostic {
    file.diagnostic(
      .casesField, atKey: key, after: after, "`\(key)` is \(node.kind), not \(wanted)")
  }

  private static func article(
    _ table: [String: TOMLNode], _ file: SourceFile, _ line: Int?
  ) throws(Diagnostic) -> Article {
    let after = line ?? 0
    if let text = table["text"]?.string {
      if table["article"] != nil {
        throw file.diagnostic(
          .casesField, atKey: "text", after: after, "the case has a `text` and an `article`",
          hint: "keep one: the text is the article's content, article = { content = \"…\" }")
      }
      if text.allSatisfy(\.isWhitespace) {
        throw file.diagnostic(
          .casesField, atKey: "text", after: after, "the case's `text` is empty",
          hint:
            "write what the rules are to read; where an empty article is meant: article = { content = \"\" }"
        )
      }
      return Article(id: "case", content: Array(text.utf8), date: nil)
    }
    guard let fields = table["article"]?.table else {
      throw file.diagnostic(
        .casesField, line: line, "the case has neither `text` nor `article`",
        hint: "write text = \"…\" or article = { title = \"…\", content = \"…\" }")
    }
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      if !articleKeys.contains(key) {
        throw file.diagnostic(
          .casesField, atKey: key, after: after, "an article has no field `\(key)`",
          hint: Suggestion.hint(for: key, in: articleKeys))
      }
      if value.string != nil { continue }
      var diagnostic = wrongType(key, value, "a string", file, after: after)
      if key == "date" { diagnostic.hint = dateHint }
      throw diagnostic
    }
    if let date = fields["date"]?.string, ArticleDay.read(date) == nil {
      throw file.diagnostic(
        .casesField, atKey: "date", after: after, "no day can be read from the date `\(date)`",
        hint: dateHint)
    }
    return Article(
      id: fields["id"]?.string ?? "case", title: Array((fields["title"]?.string ?? "").utf8),
      content: Array((fields["content"]?.string ?? "").utf8), date: fields["date"]?.string,
      source: fields["source"]?.string, url: fields["url"]?.string, lang: fields["lang"]?.string)
  }

  private static let dateHint =
    "write year, month and day in quotes: date = \"2015-07-21\"; a case that needs no day leaves it out"
}
