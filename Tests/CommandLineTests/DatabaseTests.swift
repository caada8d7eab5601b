import Foundation
import GRDB
import Testing

/// Databases of findings: the cookbook's questions, `hilal query`.
@Suite struct DatabaseTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The questions of the cookbook, as they stand there.
  private static func questions() throws -> [String] {
    let page = try String(
      contentsOfFile: root + "/Sources/RulePacks/RulePacks.docc/DatabaseQuestions.md",
      encoding: .utf8)
    return page.components(separatedBy: "```sql\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private func examples() throws -> Desk {
    let desk = try Desk()
    let outcome = try desk.hilal(
      "run", "-q", "-p", Self.root + "/plugins/military-threats", Self.root + "/examples/news.zip",
      "-o", "f.sqlite")
    #expect(outcome.status == 0)
    return desk
  }

  @Test func `every question of the cookbook is answered`() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 10)
    let desk = try examples()
    try DatabaseQueue(path: desk.path + "/f.sqlite").read { db in
      for question in questions {
        let rows = try Row.fetchAll(db, sql: question)
        #expect(!rows.isEmpty, "\(question)")
      }
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    }
  }

  @Test func `a database holds what JSON Lines hold`() throws {
    let desk = try examples()
    let lines = try desk.hilal(
      "run", "-q", "-p", Self.root + "/plugins/military-threats", Self.root + "/examples/news.zip"
    ).lines
    let sentences = try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return ((object?["sentence"] as? [String: Any])?["text"] as? String) ?? ""
    }
    try DatabaseQueue(path: desk.path + "/f.sqlite").read { db in
      let stored = try String.fetchAll(db, sql: "SELECT sentence FROM findings")
      #expect(stored.sorted() == sentences.sorted())
    }
  }

  @Test func `query finds words whatever their vowel signs`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    try desk.write("in.jsonl", articles("عُقِدَ لقاء في الميناء.", "انتهى لقاء آخر."))
    #expect(try desk.hilal("run", "-q", "-p", "p", "in.jsonl", "-o", "f.db").status == 0)
    let found = try desk.hilal("query", "f.db", "عقد")
    #expect(found.status == 0)
    #expect(found.out.contains("p/word"))
    #expect(found.out.contains("عُقِدَ لقاء"))
    #expect(try desk.hilal("query", "--json", "f.db", "لقاء").lines.count == 2)
    #expect(try desk.hilal("query", "--json", "f.db", "لقا*", "--limit", "1").lines.count == 1)
    let nothing = try desk.hilal("query", "f.db", "زلزال")
    #expect(nothing.status == 1)
    #expect(nothing.err.contains("nothing found"))
    let joined = try desk.hilal("query", "f.db", "غيمة OR سحابة")
    #expect(joined.err.contains("`OR` is looked for as a word too: there are no operators"))
    #expect(try desk.hilal("query", "none.db", "x").status == 66)
  }

  @Test func `a damaged database is told of with what to do`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    try desk.write("in.jsonl", articles("عقد لقاء."))
    #expect(try desk.hilal("run", "-q", "-p", "p", "in.jsonl", "-o", "f.db").status == 0)
    #expect(try desk.shell("truncate -s 6000 f.db").status == 0)
    let outcome = try desk.hilal("query", "f.db", "لقاء")
    #expect(outcome.status == 74)
    #expect(outcome.err.hasPrefix("error: f.db: "), "\(outcome.err)")
    #expect(outcome.err.hasSuffix("write it anew with `hilal run … -o f.db`\n"), "\(outcome.err)")
  }

  @Test func `a database needs a file`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء"), "in.jsonl": articles("خبر.")])
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl", "--format", "sqlite").status == 64)
  }
}
