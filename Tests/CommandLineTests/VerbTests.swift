import Foundation
import Testing

/// The verbs that show, compare and begin packs.
@Suite struct VerbTests {
  private func desk() throws -> Desk {
    try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "عقد" * hilal.word "لقاء" }
      """,
      "q/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء" }
      """,
      "in.jsonl": articles("عقد لقاء.", "جرى لقاء.", "خبر."),
    ])
  }

  @Test func `list names packs, rules and triggers`() throws {
    let desk = try desk()
    for (what, expected) in [
      ("packs", "1.0.0"), ("rules", "p/talks"), ("layers", "sentences"), ("triggers", "عقد"),
      ("api", "hilal.word"),
    ] {
      let outcome = try desk.hilal("list", what, "-p", "p")
      #expect(outcome.status == 0, "\(what)")
      #expect(outcome.out.contains(expected), "\(what)")
    }
    #expect(try desk.hilal("list", "pakcs").status == 64)
  }

  @Test func `explain says why, and where the pattern stopped`() throws {
    let outcome = try desk().hilal("explain", "p/talks", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("عقد لقاء"))
  }

  @Test func `a new pack passes its own cases`() throws {
    let desk = try Desk()
    let new = try desk.hilal("new", "pack", "my-pack")
    #expect(new.status == 0, "\(new.err)")
    let folder = desk.exists("plugins/my-pack") ? "plugins/my-pack" : "my-pack"
    let test = try desk.hilal("test", folder, environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(test.status == 0, "\(test.out)\(test.err)")
    let again = try desk.hilal("new", "pack", "my-pack")
    #expect(again.status != 0)
  }

  @Test func `diff tells what an edit gained`() throws {
    let outcome = try desk().hilal("diff", "p", "q", "in.jsonl")
    #expect([0, 1].contains(outcome.status))
    #expect(outcome.out.contains("n1"))
  }
}
