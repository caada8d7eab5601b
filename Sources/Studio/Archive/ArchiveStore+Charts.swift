internal import Archives
internal import GRDB

/// Numbers for filters and pictures.
extension ArchiveStore {
  /// A value with its count; `text` are the words that it mostly stands for.
  struct Value: Sendable {
    var value: String
    var text: String
    var count: Int
  }

  /// The values of a filter's field by their count, the most frequent first; at most 1,000.
  func values(of field: String) async throws -> [Value] {
    let sql =
      switch field {
      case "source":
        """
        SELECT source AS value, source AS text, count(*) AS n FROM dated
        WHERE source IS NOT NULL GROUP BY source
        """
      case "rule":
        """
        SELECT pack || '/' || rule AS value, pack || '/' || rule AS text, count(*) AS n
        FROM findings GROUP BY pack, rule
        """
      default:
        // Of a column without an aggregate SQLite takes the row that holds the maximum.
        """
        SELECT value, text, sum(c) AS n, max(c) FROM (
          SELECT coalesce(code, text) AS value, text, count(*) AS c FROM fields
          WHERE name = ? AND item = 0 GROUP BY 1, 2) GROUP BY value
        """
      }
    let arguments: StatementArguments = FindingFilter.fields.contains(field) ? [field] : []
    return try await pool.read { db in
      try Row.fetchAll(
        db, sql: sql + " ORDER BY n DESC, value LIMIT 1000", arguments: arguments
      ).map { Value(value: $0["value"], text: $0["text"], count: $0["n"]) }
    }
  }

  struct Charts: Sendable {
    var days: [(day: String?, rule: String, count: Int)] = []
    var pairs: [(actor: Value, target: Value, count: Int)] = []
    var sources: [(source: String?, count: Int)] = []
  }

  /// Findings over time, who does what to whom, and sources by share. Of pairs the 200 most frequent.
  func charts(_ filter: FindingFilter) async throws -> Charts {
    try await pool.read { db in
      var charts = Charts()
      let from = "FROM \(FindingFilter.tables)"
      let matching = "WHERE \(filter.sql)"
      charts.days = try Row.fetchAll(
        db,
        sql: """
          SELECT d.day AS day, f.pack || '/' || f.rule AS rule, count(*) AS n \(from) \(matching)
          GROUP BY 1, 2 ORDER BY 1, 2
          """, arguments: filter.statementArguments
      ).map { ($0["day"], $0["rule"], $0["n"]) }
      charts.sources = try Row.fetchAll(
        db,
        sql: """
          SELECT a.source AS source, count(*) AS n \(from) \(matching)
          GROUP BY 1 ORDER BY n DESC, 1
          """, arguments: filter.statementArguments
      ).map { ($0["source"], $0["n"]) }
      charts.pairs = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(x.code, x.text) AS actor, max(x.text) AS actorText,
            coalesce(y.code, y.text) AS target, max(y.text) AS targetText, count(*) AS n \(from)
          JOIN fields x ON x.finding = f.key AND x.name = 'actor' AND x.item = 0
          JOIN fields y ON y.finding = f.key AND y.name = 'target' AND y.item = 0
          \(matching) GROUP BY 1, 3 ORDER BY n DESC, 1, 3 LIMIT 200
          """, arguments: filter.statementArguments
      ).map { row in
        (
          Value(value: row["actor"], text: row["actorText"], count: row["n"]),
          Value(value: row["target"], text: row["targetText"], count: row["n"]), row["n"]
        )
      }
      return charts
    }
  }
}
