internal import ArabicText
package import Articles
package import GRDB

/// Writes findings as rows.
package struct FindingRows {
  private let db: Database
  private let article: Statement
  private let finding: Statement
  private let field: Statement
  private let evidence: Statement
  private let search: Statement

  package init(_ db: Database) throws {
    self.db = db
    func insert(_ table: String, _ columns: Int) throws -> Statement {
      let places = Array(repeating: "?", count: columns).joined(separator: ", ")
      return try db.cachedStatement(sql: "INSERT OR IGNORE INTO \(table) VALUES (\(places))")
    }
    article = try insert("articles", 6)
    finding = try insert("findings", 19)
    field = try insert("fields", 10)
    evidence = try insert("evidence", 7)
    search = try db.cachedStatement(
      sql: "INSERT INTO search (rowid, title, sentence, fields) VALUES (?, ?, ?, ?)")
  }

  /// Writes an article's row, where it is not there already, and gives its key.
  @discardableResult
  package func insert(_ source: Finding.ArticleReference) throws -> Int64 {
    let key = Self.key(of: source)
    try article.execute(
      arguments: [key, source.id, source.date, source.source, source.title, source.url])
    return key
  }

  /// Writes a finding with its article, fields and evidence, and gives its key.
  @discardableResult
  package func insert(_ finding: Finding) throws -> Int64 {
    let source = finding.article
    let key = try insert(finding, try insert(source))
    for (position, value) in finding.fields.enumerated() {
      try insert(value, key, position, 0)
      for (item, part) in value.items.enumerated() { try insert(part, key, position, item + 1) }
    }
    for (position, item) in finding.evidence.enumerated() {
      let span = item.span
      try evidence.execute(
        arguments: [
          key, position, item.name, span.text, span.field.rawValue, span.start, span.end,
        ])
    }
    let words = finding.fields.map(\.text).joined(separator: " ")
    try search.execute(
      arguments: [key, source.title.folded, finding.sentence.text.folded, words.folded])
    return key
  }

  /// Takes a finding out again, the words of the full-text index included.
  ///
  /// - Parameters:
  ///   - key: what `insert` gave.
  ///   - finding: what was inserted: an index without content forgets only what it is told.
  package func remove(_ key: Int64, _ finding: Finding) throws {
    let words = finding.fields.map(\.text).joined(separator: " ")
    try db.execute(
      sql: """
        INSERT INTO search (search, rowid, title, sentence, fields) VALUES ('delete', ?, ?, ?, ?)
        """,
      arguments: [
        key, finding.article.title.folded, finding.sentence.text.folded, words.folded,
      ])
    for sql in [
      "DELETE FROM fields WHERE finding = ?", "DELETE FROM evidence WHERE finding = ?",
      "DELETE FROM findings WHERE key = ?",
    ] {
      try db.cachedStatement(sql: sql).execute(arguments: [key])
    }
  }

  /// Writes the finding's own row and gives its key. Of several that say the same, as copies of one
  /// article do, each has a key of its own.
  private func insert(_ finding: Finding, _ article: Int64) throws -> Int64 {
    var json = JSONWriter()
    json.finding(finding)
    var hash = StableHash(of: json.bytes)
    let codes = self.codes(of: finding)
    while true {
      let key = Self.key(hash)
      let span = finding.span
      let attribution = finding.attribution
      var row: [(any DatabaseValueConvertible)?] = [
        key, article, finding.pack, finding.version, finding.rule, finding.label,
        finding.severity.rawValue, finding.score, codes,
      ]
      row += [attribution.polarity, attribution.modality, attribution.source]
      row += [span.field.rawValue, span.start, span.end, span.text]
      row += [finding.sentence.text, finding.sentence.start, finding.sentence.end]
      try self.finding.execute(arguments: StatementArguments(row))
      if db.changesCount > 0 { return key }
      hash.update(CollectionOfOne(0))
    }
  }

  private func insert(
    _ value: Finding.Field, _ finding: Int64, _ position: Int, _ item: Int
  ) throws {
    let span = value.span
    try field.execute(
      arguments: [
        finding, position, item, value.name, value.text, value.code, value.value,
        span?.field.rawValue, span?.start, span?.end,
      ])
  }

  private func codes(of finding: Finding) -> String {
    var json = JSONWriter()
    json.beginObject()
    for (scheme, code) in finding.codes { json.field(scheme, code) }
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The key of an article's row.
  package static func key(of article: Finding.ArticleReference) -> Int64 {
    var hash = StableHash()
    for text in [article.id, article.date, article.source, article.title, article.url] {
      hash.update((text ?? "").utf8)
      hash.update(CollectionOfOne(text == nil ? 1 : 0))
    }
    return key(hash)
  }

  /// A positive number, as SQLite's keys are signed.
  private static func key(_ hash: StableHash) -> Int64 { Int64(hash.value >> 1) }
}
