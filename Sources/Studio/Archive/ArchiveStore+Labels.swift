internal import GRDB

/// Judgements beside the findings, for filters and counts.
extension ArchiveStore {
  func setVerdicts(_ verdicts: [String: String]) throws {
    try pool.write { db in
      for (name, verdict) in verdicts { try Self.set(verdict, of: name, db) }
    }
  }

  /// - Parameter verdict: nil takes it back.
  func setVerdict(_ verdict: String?, of name: String) async throws {
    try await pool.write { db in
      guard let verdict else {
        return try db.execute(sql: "DELETE FROM verdicts WHERE name = ?", arguments: [name])
      }
      try Self.set(verdict, of: name, db)
    }
  }

  private static func set(_ verdict: String, of name: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO verdicts VALUES (?, ?)", arguments: [name, verdict])
  }

  struct RuleVerdicts: Sendable {
    var pack: String
    var rule: String
    var right: Int
    var wrong: Int
    var unjudged: Int
  }

  /// How the findings of each rule were judged.
  func verdicts() async throws -> [RuleVerdicts] {
    try await pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.pack AS pack, f.rule AS rule, sum(v.verdict IS 'yes') AS right,
            sum(v.verdict IS 'no') AS wrong, sum(v.verdict IS NULL) AS unjudged
          FROM findings f JOIN found n ON n.finding = f.key
          LEFT JOIN verdicts v ON v.name = n.name GROUP BY f.pack, f.rule ORDER BY 1, 2
          """
      ).map {
        RuleVerdicts(
          pack: $0["pack"], rule: $0["rule"], right: $0["right"], wrong: $0["wrong"],
          unjudged: $0["unjudged"])
      }
    }
  }
}
