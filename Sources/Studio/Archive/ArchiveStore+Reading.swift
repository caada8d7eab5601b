internal import Archives
internal import GRDB

extension ArchiveStore {
  /// A finding as the page sees it.
  struct Item: Sendable {
    var name: String
    /// `hilal.finding/1`
    var json: String
    var verdict: String?

    init(name: String, json: String, verdict: String?) {
      self.name = name
      self.json = json
      self.verdict = verdict
    }

    init(_ row: Row) {
      self.init(name: row["name"], json: row["json"], verdict: row["verdict"])
    }

    /// The finding's own members behind its key and verdict.
    func write(_ json: inout JSONWriter) {
      var head = JSONWriter()
      head.beginObject()
      head.field("key", name)
      head.field("verdict", verdict)
      json.raw(head.bytes + [UInt8(ascii: ",")] + Array(self.json.utf8.dropFirst()))
    }
  }

  /// In which order findings come.
  enum Order: String {
    case newest
    /// By their names, which are hashes: an arbitrary sample that stays the same. What is judged in this order says
    /// something of the rule, not only of the last days.
    case sample

    fileprivate var sql: String {
      switch self {
      case .newest:
        "d.day DESC, d.date DESC, f.article, f.field DESC, f.start, f.pack, f.rule, f.key"
      case .sample: "n.name"
      }
    }
  }

  /// A page of findings and how many there are.
  func findings(
    _ filter: FindingFilter, order: Order = .newest, offset: Int, limit: Int
  ) async throws -> (total: Int, items: [Item]) {
    try await pool.read { db in
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(FindingFilter.tables) WHERE \(filter.sql)",
        arguments: filter.statementArguments)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT n.name, n.json, v.verdict FROM \(FindingFilter.tables) WHERE \(filter.sql)
          ORDER BY \(order.sql) LIMIT ? OFFSET ?
          """, arguments: filter.statementArguments + [limit, offset])
      return (total ?? 0, rows.map(Item.init))
    }
  }

  /// A finding by its name.
  func finding(_ name: String) async throws -> Item? {
    try await pool.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT n.name, n.json, v.verdict FROM found n LEFT JOIN verdicts v ON v.name = n.name
          WHERE n.name = ?
          """, arguments: [name]
      ).map(Item.init)
    }
  }

  /// The findings of an article, in the order of its text.
  func findings(of article: String) async throws -> [Item] {
    try await pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT n.name, n.json, v.verdict FROM \(FindingFilter.tables)
          WHERE f.article = (SELECT key FROM articles WHERE id = ? ORDER BY key LIMIT 1)
          ORDER BY f.field DESC, f.start, f.pack, f.rule, f.key
          """, arguments: [article]
      ).map(Item.init)
    }
  }

  // MARK: Articles

  struct ArticleItem: Sendable {
    var id: String
    var title: String
    var date: String?
    var source: String?
    var findings: Int
    var content: String
  }

  /// A page of articles, the newest first, and how many there are.
  func articles(
    _ filter: FindingFilter, offset: Int, limit: Int
  ) async throws -> (total: Int, items: [ArticleItem]) {
    try await pool.read { db in
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM dated d WHERE \(filter.sql)",
        arguments: filter.statementArguments)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, a.title, a.date, a.source, content,
            (SELECT count(*) FROM findings f WHERE f.article = a.key) AS findings
          FROM (SELECT article, day, date FROM dated d WHERE \(filter.sql)
            ORDER BY day DESC, date DESC, article LIMIT ? OFFSET ?) page
          JOIN articles a ON a.key = page.article JOIN contents c ON c.article = page.article
          ORDER BY page.day DESC, page.date DESC, page.article
          """, arguments: filter.statementArguments + [limit, offset])
      return (
        total ?? 0,
        rows.map {
          ArticleItem(
            id: $0["id"], title: $0["title"], date: $0["date"], source: $0["source"],
            findings: $0["findings"], content: $0["content"])
        }
      )
    }
  }

  /// How many articles and findings there are.
  func counts() async throws -> (articles: Int, findings: Int) {
    try await pool.read { db in
      (
        try Int.fetchOne(db, sql: "SELECT count(*) FROM dated") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM findings") ?? 0
      )
    }
  }
}
