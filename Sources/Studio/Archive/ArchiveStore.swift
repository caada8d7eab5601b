internal import ArabicText
internal import Archives
internal import Articles
internal import BatchRunner
internal import Foundation
internal import GRDB

/// The archive's articles and what was found in them, in a temporary database that is removed at the end.
///
/// The tables of findings and their full-text index are those of `hilal run -o findings.sqlite`; beside them stand the
/// articles' texts with an index of their own. Readers do not wait for a run that writes.
final class ArchiveStore: Sendable {
  /// Articles that are written or indexed at once: others may write in between.
  static let step = 256

  let pool: DatabasePool
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // Nothing of it need outlive the program.
      try db.execute(sql: "PRAGMA synchronous = OFF")
    }
    pool = try DatabasePool(
      path: folder.url.appending(path: "archive.sqlite").path, configuration: configuration)
    try pool.write { db in
      try DatabaseSchema.create(in: db)
      try db.execute(sql: Self.tables)
      try db.execute(sql: DatabaseSchema.indexes)
    }
  }

  deinit { close() }

  /// Removes the database from the disk.
  func close() {
    try? pool.close()
    folder.remove()
  }

  private static let tables = """
    CREATE TABLE dated (
      article INTEGER PRIMARY KEY REFERENCES articles (key),
      day TEXT, date TEXT, source TEXT);
    CREATE INDEX dated_day ON dated (day DESC, date DESC, article);
    CREATE TABLE contents (article INTEGER PRIMARY KEY, content TEXT NOT NULL);
    CREATE INDEX articles_id ON articles (id);
    CREATE TABLE found (
      finding INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
    CREATE TABLE verdicts (name TEXT PRIMARY KEY, verdict TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE article_search USING fts5 (
      title, content, content = '', tokenize = 'unicode61 remove_diacritics 0');
    """

  // MARK: Articles

  func add(_ articles: [Article]) throws {
    try pool.write { db in
      let rows = try FindingRows(db)
      let dated = try db.cachedStatement(sql: "INSERT OR IGNORE INTO dated VALUES (?, ?, ?, ?)")
      let contents = try db.cachedStatement(sql: "INSERT OR IGNORE INTO contents VALUES (?, ?)")
      for article in articles {
        let reference = article.reference
        let key = try rows.insert(reference)
        try dated.execute(
          arguments: [
            key, article.day, article.date, article.source,
          ])
        try contents.execute(arguments: [key, String(decoding: article.content, as: UTF8.self)])
      }
    }
  }

  /// Adds the next articles to the full-text index.
  ///
  /// - Parameter last: the key of the last article that is in it.
  /// - Returns: the key of the last one now; nil when all are.
  func indexNext(after last: Int64) throws -> Int64? {
    let rows = try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, title, content FROM contents JOIN articles ON key = article
          WHERE article > ? ORDER BY article LIMIT ?
          """, arguments: [last, Self.step])
    }
    let folded = rows.map { row in
      (row["key"] as Int64, (row["title"] as String).folded, (row["content"] as String).folded)
    }
    try pool.write { db in
      let insert = try db.cachedStatement(
        sql: "INSERT INTO article_search (rowid, title, content) VALUES (?, ?, ?)")
      for (key, title, content) in folded { try insert.execute(arguments: [key, title, content]) }
    }
    return folded.last?.0
  }

  /// An article by its id; the first one where several share it.
  func article(_ id: String) async throws -> Article? {
    try await pool.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT articles.*, content FROM articles JOIN contents ON key = article
          WHERE id = ? ORDER BY key LIMIT 1
          """, arguments: [id]
      ).map { row in
        Article(
          id: row["id"], title: Array((row["title"] as String).utf8),
          content: Array((row["content"] as String).utf8), date: row["date"],
          source: row["source"], url: row["url"])
      }
    }
  }

  // MARK: Findings

  /// Brings the findings of a pack up to date.
  func apply(_ changes: FindingChanges) throws {
    try pool.write { db in
      let rows = try FindingRows(db)
      for change in changes.changes {
        switch change {
        case .gained(let finding): try Self.insert(finding, rows, db)
        case .lost(let finding): try Self.remove(finding, rows, db)
        case .changed(let old, let new), .moved(let old, let new):
          try Self.remove(old, rows, db)
          try Self.insert(new, rows, db)
        }
      }
    }
  }

  private static func insert(_ finding: Finding, _ rows: FindingRows, _ db: Database) throws {
    let key = try rows.insert(finding)
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO found VALUES (?, ?, ?)")
    let base = finding.name
    var name = base
    var number = 1
    while true {
      try insert.execute(arguments: [key, name, finding.text])
      if db.changesCount > 0 { return }
      number += 1
      name = "\(base)-\(number)"
    }
  }

  private static func remove(_ finding: Finding, _ rows: FindingRows, _ db: Database) throws {
    let select = try db.cachedStatement(
      sql: """
        SELECT key, json FROM findings JOIN found ON finding = key
        WHERE article = ? AND pack = ? AND rule = ? AND field = ? AND start = ? AND "end" = ?
        """)
    let span = finding.span
    let found = try Row.fetchAll(
      select,
      arguments: [
        FindingRows.key(of: finding.article), finding.pack, finding.rule, span.field.rawValue,
        span.start, span.end,
      ])
    let text = finding.text
    guard let row = found.first(where: { $0["json"] == text }) ?? found.first else { return }
    let key: Int64 = row["key"]
    try rows.remove(key, finding)
    try db.cachedStatement(sql: "DELETE FROM found WHERE finding = ?").execute(arguments: [key])
  }
}

extension Article {
  /// What a finding repeats of it.
  var reference: Finding.ArticleReference {
    Finding.ArticleReference(
      id: id, date: date, source: source, title: String(decoding: title, as: UTF8.self), url: url)
  }
}

extension Finding {
  /// A stable name: of its article, pack, rule and words.
  var name: String {
    var hash = StableHash()
    let article = self.article
    for text in [article.id, article.date, article.source, article.title, article.url, pack, rule] {
      hash.update((text ?? "").utf8)
      hash.update(CollectionOfOne(0))
    }
    hash.update("\(span.field.rawValue) \(span.start) \(span.end)".utf8)
    return hash.hexadecimal
  }

  /// As `hilal.finding/1`.
  var text: String {
    var json = JSONWriter()
    json.finding(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
