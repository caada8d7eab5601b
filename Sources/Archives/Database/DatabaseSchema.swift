package import GRDB

/// The tables of a database of findings.
///
/// Keys are hashes of what a row says, so that the first four tables hold neither a clock nor the
/// order in which rows came: the same findings give the same rows.
package enum DatabaseSchema {
  /// `PRAGMA user_version`
  static let version = 1

  package static func create(in db: Database) throws {
    try db.execute(sql: tables)
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Whether a database is one of findings.
  static func isPresent(in db: Database) throws -> Bool {
    try db.tableExists("search") && db.tableExists("findings")
  }

  private static let tables = """
    CREATE TABLE articles (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL, date TEXT, source TEXT, title TEXT NOT NULL, url TEXT);
    CREATE TABLE findings (
      key INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles (key),
      pack TEXT NOT NULL, version TEXT NOT NULL, rule TEXT NOT NULL,
      label TEXT NOT NULL, severity TEXT NOT NULL, score REAL NOT NULL, codes TEXT NOT NULL,
      polarity TEXT NOT NULL, modality TEXT NOT NULL, attribution TEXT,
      field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
      sentence TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL);
    CREATE TABLE fields (
      finding INTEGER NOT NULL REFERENCES findings (key),
      position INTEGER NOT NULL, item INTEGER NOT NULL,
      name TEXT NOT NULL, text TEXT NOT NULL, code TEXT, value TEXT,
      field TEXT, start INTEGER, "end" INTEGER,
      PRIMARY KEY (finding, position, item)) WITHOUT ROWID;
    CREATE TABLE evidence (
      finding INTEGER NOT NULL REFERENCES findings (key),
      position INTEGER NOT NULL,
      name TEXT NOT NULL, text TEXT NOT NULL,
      field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      PRIMARY KEY (finding, position)) WITHOUT ROWID;
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
      finished TEXT, summary TEXT, checkpoint BLOB);
    CREATE VIRTUAL TABLE search USING fts5 (
      title, sentence, fields, content = '', tokenize = 'unicode61 remove_diacritics 0');
    INSERT INTO runs (id) VALUES (1);
    """

  /// Made when the run is over: they cost less then.
  package static let indexes = """
    CREATE INDEX IF NOT EXISTS findings_article ON findings (article);
    CREATE INDEX IF NOT EXISTS findings_rule ON findings (pack, rule);
    CREATE INDEX IF NOT EXISTS articles_date ON articles (date);
    CREATE INDEX IF NOT EXISTS fields_name ON fields (name, code);
    """
}
