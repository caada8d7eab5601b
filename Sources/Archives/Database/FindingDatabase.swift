internal import GRDB

/// A database of findings, for reading.
public final class FindingDatabase {
  /// A finding that holds the words looked for.
  public struct Hit: Sendable {
    /// The id of the article that it was found in.
    public var articleID: String
    /// As the record gave it; nil where it gave none.
    public var date: String?
    /// The newspaper or agency; nil where the record named none.
    public var source: String?
    /// The article's headline; may be empty.
    public var title: String
    /// `pack/rule`
    public var rule: String
    /// What was found, in words.
    public var label: String
    /// The sentence as the finding has it: 4,096 code points at most.
    public var sentence: String
    /// Declared fields in their order.
    public var fields: [(name: String, text: String)]
  }

  private let path: String
  private let queue: DatabaseQueue

  /// - Throws: `noSuchInput` where there is no file, or one that is no such database; `output` where it cannot be read.
  public init(path: String) throws(ArchivesError) {
    self.path = path
    guard InputPath(path).regularSize != nil else {
      throw ArchivesError(.noSuchInput, place: path, message: "no such database; check the path")
    }
    let queue = try DatabaseFindingSink.attempt(path) { try Self.open(path) }
    guard let queue else {
      throw ArchivesError(
        .noSuchInput, place: path,
        message: "no database of findings; write one with `hilal run … -o findings.sqlite`")
    }
    self.queue = queue
  }

  /// The database; nil where it is none, or none of findings.
  private static func open(_ path: String) throws -> DatabaseQueue? {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let isOurs = try queue.read { try DatabaseSchema.isPresent(in: $0) }
      return isOurs ? queue : nil
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      return nil
    }
  }

  /// Findings whose title, sentence or fields hold all the words. Words are folded as the index is: هدد finds هدّد. One
  /// is found with clitics, too: قصف in بالقصف; but not where it is written `=قصف`. One that ends in `*` stands for all
  /// words that begin so.
  ///
  /// Findings with the very words come first, those with clitics behind them, and of both the best first.
  ///
  /// - Parameters:
  ///   - words: nothing is found where nothing of them is left when they are folded.
  ///   - limit: findings at most.
  /// - Throws: `output` where the database cannot be read, or is none of findings.
  public func search(_ words: [String], limit: Int) throws(ArchivesError) -> [Hit] {
    guard let exact = Self.expression(words, withClitics: false),
      let wide = Self.expression(words)
    else { return [] }
    return try DatabaseFindingSink.attempt(path) {
      try queue.read { db in
        var rows = try Row.fetchAll(
          db, sql: Self.query("search MATCH ?"), arguments: [exact, limit])
        if rows.count < limit, wide != exact {
          let others =
            "search MATCH ? AND rowid NOT IN (SELECT rowid FROM search WHERE search MATCH ?)"
          rows += try Row.fetchAll(
            db, sql: Self.query(others), arguments: [wide, exact, limit - rows.count])
        }
        return try rows.map { row in try Self.hit(row, db) }
      }
    }
  }

  /// What FTS5 looks for to find all the words; nil when nothing of them is left.
  ///
  /// The index holds words as they are written, so that each spelling with clitics is asked for: databases of all
  /// versions are searched alike.
  /// Of more words than anybody writes the first are asked for with clitics: each has a hundred spellings and more.
  package static func expression(_ words: [String], withClitics: Bool = true) -> String? {
    let terms = words.flatMap { $0.split(separator: " ") }.compactMap { SearchWord(String($0)) }
      .enumerated().map { $1.term(withClitics: withClitics && $0 < widened) }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  private static let widened = 20

  private static func query(_ condition: String) -> String {
    """
    SELECT findings.*, articles.id, articles.date, articles.source, articles.title
    FROM (SELECT rowid AS found, rank FROM search WHERE \(condition) ORDER BY rank, rowid LIMIT ?)
    JOIN findings ON findings.key = found JOIN articles ON articles.key = findings.article
    ORDER BY rank, found
    """
  }

  private static func hit(_ row: Row, _ db: Database) throws -> Hit {
    let fields = try Row.fetchAll(
      db, sql: "SELECT name, text FROM fields WHERE finding = ? AND item = 0 ORDER BY position",
      arguments: [row["key"] as Int64])
    let (pack, rule): (String, String) = (row["pack"], row["rule"])
    return Hit(
      articleID: row["id"], date: row["date"], source: row["source"], title: row["title"],
      rule: "\(pack)/\(rule)", label: row["label"], sentence: row["sentence"],
      fields: fields.map { (name: $0["name"], text: $0["text"]) })
  }
}
