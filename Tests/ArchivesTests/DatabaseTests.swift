import Articles
import GRDB
import Testing

@testable import Archives

/// Findings as rows of a database.
@Suite struct DatabaseTests {
  private func finding(_ number: Int, _ words: String = "هدّد القائد بالقصف") -> Finding {
    let span = TextSpan(field: .content, start: 0, end: 5, text: "هدّد")
    return Finding(
      article: .init(
        id: "n\(number)", date: "2024-05-0\(number)", source: "المرفأ", title: "خبر", url: nil),
      pack: "p", version: "1.0.0", rule: "r", label: "l", severity: .high, score: 0.5,
      codes: [("cameo", "138")],
      attribution: .init(polarity: "asserted", modality: "fact", source: nil), span: span,
      sentence: TextSpan(field: .content, start: 0, end: words.unicodeScalars.count, text: words),
      fields: [
        .init(
          name: "who", span: nil, text: "القائد والوزير",
          items: [
            .init(name: "who", span: nil, text: "القائد"),
            .init(name: "who", span: nil, text: "الوزير"),
          ])
      ], evidence: [.init(name: "cue", span: span)])
  }

  /// All rows of the tables that hold neither clock nor order.
  private func rows(_ path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try ["articles", "findings", "fields", "evidence"].flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
      }
    }
  }

  private func write(_ path: String, _ findings: [Finding]) throws {
    let sink = try DatabaseFindingSink(path: path, resuming: false)
    try sink.write(findings)
    try sink.finish(nil, summary: [])
  }

  @Test func `the same findings give the same rows in any order`() throws {
    let scratch = Scratch()
    let findings = (1...5).map { finding($0) } + [finding(1), finding(1)]
    try write(scratch.path + "/a.db", findings)
    try write(scratch.path + "/b.db", findings.reversed())
    let rows = try rows(scratch.path + "/a.db")
    #expect(try self.rows(scratch.path + "/b.db") == rows)
    #expect(rows.filter { $0.hasPrefix("findings") }.count == 7)
    #expect(rows.filter { $0.hasPrefix("articles") }.count == 5)
    #expect(rows.filter { $0.hasPrefix("fields") }.count == 21)
    #expect(rows.filter { $0.hasPrefix("evidence") }.count == 7)
  }

  @Test(arguments: [
    ("هدد", 1), ("هُدِّدَ", 1), ("القايد", 0), ("قصف*", 1), ("=قصف*", 0), ("بالقصف", 1), ("بالق*", 1),
    ("هدد لقاء", 0), ("لقاء", 1), ("\"", 0),
  ])
  func `a search folds words as the index does`(_ words: String, _ count: Int) throws {
    let scratch = Scratch()
    try write(scratch.path + "/a.db", [finding(1), finding(2, "لقاء الوفدين")])
    let hits = try FindingDatabase(path: scratch.path + "/a.db").search([words], limit: 9)
    #expect(hits.count == count)
  }

  @Test(arguments: [
    ("قصف", 1), ("القصف", 1), ("=قصف", 0), ("بالقصف", 1), ("وزير", 2), ("الوزير", 2), ("قائد", 2),
    ("لقاء", 1),
    ("قصف هدد", 1), ("=هدد قصف", 1), ("زير", 0), ("صف", 0),
  ])
  func `a word is found behind what is attached to it`(_ words: String, _ count: Int) throws {
    let scratch = Scratch()
    try write(scratch.path + "/a.db", [finding(1), finding(2, "حضر الوفد للقائهم")])
    let hits = try FindingDatabase(path: scratch.path + "/a.db").search([words], limit: 9)
    #expect(hits.count == count)
  }

  @Test func `a search for a crowd of words is none that takes long`() throws {
    let scratch = Scratch()
    try write(scratch.path + "/a.db", [finding(1)])
    let words = Array(repeating: "قصف", count: 20) + Array(repeating: "بالقصف", count: 5000)
    let hits = try FindingDatabase(path: scratch.path + "/a.db").search(words, limit: 9)
    #expect(hits.count == 1)
  }

  @Test func `the very word comes before words that it stands in`() throws {
    let scratch = Scratch()
    let sentences = ["ندد بالقصف", "وقصفهم أمس", "بدأ قصف", "القصف عنيف", "قصف آخر"]
    try write(
      scratch.path + "/a.db", sentences.enumerated().map { finding($0.offset + 1, $0.element) })
    let database = try FindingDatabase(path: scratch.path + "/a.db")
    let all = try database.search(["قصف"], limit: 9).map(\.sentence)
    #expect(Set(all) == Set(sentences))
    #expect(Set(all.prefix(2)) == ["بدأ قصف", "قصف آخر"])
    #expect(try database.search(["قصف"], limit: 3).map(\.sentence) == Array(all.prefix(3)))
  }

  @Test func `a new database takes the place of what was there, journal and all`() throws {
    let scratch = Scratch()
    let path = try scratch.write(Array("no database".utf8), "a.db")
    try scratch.write(Array("no journal".utf8), "a.db-journal")
    try write(path, [finding(1)])
    #expect(try rows(path).count == 6)
  }

  @Test func `a file that is no database is told of`() throws {
    let scratch = Scratch()
    let path = try scratch.write(Array("no database at all, only text".utf8), "a.db")
    #expect(throws: ArchivesError.self) {
      try FindingDatabase(path: path).search(["x"], limit: 1)
    }
    // A run that took it for no database would write over it.
    #expect(throws: ArchivesError.self) { try DatabaseFindingSink.checkpoint(in: path) }
    let empty = try scratch.write([], "empty.db")
    #expect(try DatabaseFindingSink.checkpoint(in: empty) == nil)
    #expect(try DatabaseFindingSink.checkpoint(in: scratch.path + "/none.db") == nil)
  }

  @Test func `another program's database is not replaced`() throws {
    let scratch = Scratch()
    let path = scratch.path + "/mine.db"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE diary (day TEXT)") }
    let before = try scratch.read("mine.db")
    let error = #expect(throws: ArchivesError.self) { try write(path, [finding(1)]) }
    #expect(error?.kind == .output)
    #expect(
      error?.message == "is a database that does not hold findings; name another file")
    #expect(try scratch.read("mine.db") == before)
  }

  @Test func `an empty file, an empty database and one of findings are replaced`() throws {
    let scratch = Scratch()
    let path = try scratch.write([], "a.db")
    try write(path, [finding(1)])
    try write(path, [finding(2)])
    #expect(try rows(path).filter { $0.hasPrefix("articles") }.count == 1)
    let empty = scratch.path + "/empty.db"
    try DatabaseQueue(path: empty).write { try $0.execute(sql: "PRAGMA user_version = 7") }
    try write(empty, [finding(1)])
    #expect(try rows(empty).count == 6)
  }

  @Test func `a database that is in use is not replaced`() throws {
    let scratch = Scratch()
    let path = scratch.path + "/a.db"
    try write(path, [finding(1)])
    try DatabaseQueue(path: path).inDatabase { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let error = #expect(throws: ArchivesError.self) { try write(path, [finding(2)]) }
      #expect(error?.message == "is a database that is in use; name another file")
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try rows(path).count == 6)
  }

  @Test func `what a database holds stays until the new one is saved`() throws {
    let scratch = Scratch()
    let path = scratch.path + "/a.db"
    try write(path, [finding(1)])
    try DatabaseFindingSink(path: path, resuming: false).write([finding(2)])
    #expect(try rows(path).contains { $0.contains("n1") })
  }
}
