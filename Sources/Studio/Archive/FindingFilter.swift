internal import Archives
internal import Articles
internal import GRDB
internal import Hummingbird

/// Which findings are looked at.
struct FindingFilter: Sendable {
  private(set) var conditions: [String] = []
  private(set) var arguments: [any DatabaseValueConvertible & Sendable] = []

  /// Fields of findings that a filter may name.
  static let fields = ["actor", "target", "place"]

  /// The parameters that narrow findings.
  static let names = ["q", "pack", "rule"] + fields + ["source", "since", "until", "label"]
  /// Those that narrow articles.
  static let articleNames = ["q", "source", "since", "until"]

  /// Everything.
  init() {}

  /// Reads the parameters of an address.
  ///
  /// - Throws: a `StudioError` for a day or a verdict that is none.
  init(_ request: Request) throws(StudioError) {
    if let words = request.parameter("q") {
      guard let expression = FindingDatabase.expression([words]) else {
        add("0")
        return
      }
      add("f.key IN (SELECT rowid FROM search WHERE search MATCH ?)", expression)
    }
    if let pack = request.parameter("pack") { add("f.pack = ?", pack) }
    if let rule = request.parameter("rule") {
      add("(f.rule = ?1 OR f.pack || '/' || f.rule = ?1)", rule)
    }
    for field in Self.fields {
      guard let value = request.parameter(field) else { continue }
      add(
        """
        EXISTS (SELECT 1 FROM fields WHERE finding = f.key AND name = '\(field)'
          AND (text = ?1 OR code = ?1))
        """, value)
    }
    if let source = request.parameter("source") { add("a.source = ?", source) }
    try addDays(request, "d.day")
    switch request.parameter("label") {
    case nil: break
    case "yes": add("v.verdict = 'yes'")
    case "no": add("v.verdict = 'no'")
    case "none": add("v.verdict IS NULL")
    default:
      throw StudioError(.badRequest, "`label` is no verdict", hint: "write yes, no or none")
    }
  }

  /// For articles: words, source and days.
  init(articles request: Request) throws(StudioError) {
    if let words = request.parameter("q") {
      guard let expression = FindingDatabase.expression([words]) else {
        add("0")
        return
      }
      add(
        "d.article IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)", expression)
    }
    if let source = request.parameter("source") { add("d.source = ?", source) }
    try addDays(request, "d.day")
  }

  private mutating func addDays(_ request: Request, _ column: String) throws(StudioError) {
    for (name, comparison) in [("since", ">="), ("until", "<=")] {
      guard let text = request.parameter(name) else { continue }
      guard let day = ArticleDay.read(text) else {
        throw StudioError(.badRequest, "`\(name)` is no day", hint: "write \(name)=2015-07-21")
      }
      add("\(column) \(comparison) ?", day)
    }
  }

  private mutating func add(
    _ condition: String, _ argument: (any DatabaseValueConvertible & Sendable)? = nil
  ) {
    guard let argument else { return conditions.append(condition) }
    // A value that is meant twice is bound twice.
    let uses = condition.count { $0 == "?" }
    conditions.append(condition.replacing("?1", with: "?"))
    arguments += Array(repeating: argument, count: uses)
  }

  var sql: String { conditions.isEmpty ? "1" : conditions.joined(separator: " AND ") }

  var statementArguments: StatementArguments { StatementArguments(arguments) }

  /// Findings `f` with their articles `a`, days `d`, names `n` and verdicts `v`.
  static let tables = """
    findings f JOIN articles a ON a.key = f.article JOIN dated d ON d.article = f.article
    JOIN found n ON n.finding = f.key LEFT JOIN verdicts v ON v.name = n.name
    """
}
