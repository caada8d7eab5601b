import Foundation
import Testing

/// Judging findings by hand.
@Suite struct ReviewTests {
  private func desk() throws -> Desk {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"), "p/rules/b.lua": wordRule("قمة", id: "summit"),
      "in.jsonl": articles("عقد لقاء. ثم لقاء بعد قمة.", "جرى لقاء.", "خبر."),
    ])
    _ = try desk.hilal("run", "-q", "-p", "p", "-o", "found.jsonl", "in.jsonl")
    return desk
  }

  private let first =
    #"{"id":"n0:content:0","text":"عقد لقاء.","label":"yes"}"# + "\n"

  @Test func `answers become a gold file that eval reads`() throws {
    let desk = try desk()
    let review = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: "y\nn\ns\n")
    #expect(review.status == 0, "\(review.err)")
    #expect(
      desk.read("gold.jsonl") == first
        + #"{"id":"n0:content:10","text":"ثم لقاء بعد قمة.","label":"no"}"# + "\n"
        + #"{"id":"n1:content:0","text":"جرى لقاء.","label":"unsure"}"# + "\n")
    #expect(
      review.lines == [
        "1 of 3  n0:content:0", "عقد ⟦لقاء⟧.", "  p/word  كلمة",
        "yes  precision 1.000  (0.207–1.000 of 1)",
        "2 of 3  n0:content:10", "ثم ⟦لقاء⟧ بعد ⟦قمة⟧.", "  p/word  كلمة", "  p/summit  كلمة",
        "no  precision 0.500  (0.095–0.905 of 2)",
        "3 of 3  n1:content:0", "جرى ⟦لقاء⟧.", "  p/word  كلمة",
        "skip  precision 0.500  (0.095–0.905 of 2)",
        "precision 0.500  (0.095–0.905 of 2)", "1 right, 1 wrong, 1 skipped, 0 left",
      ])
    let eval = try desk.hilal("eval", "p", "gold.jsonl", "--json")
    #expect(eval.out.contains(#""precision":0.5,"#))
    #expect(eval.out.contains(#""tp":1,"fp":1,"fn":0,"left_out":1"#))
  }

  @Test func `fields come in the order in which the rule declares them`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", fields = { "where", "cue", "and" },
        match = hilal.word "لقاء":as "cue" * hilal.word "الميناء":as "where",
        check = function(_, m) return { cue = m.cue, where = m.where, ["and"] = { m.cue, m.where } } end }
      """,
      "in.jsonl": articles("عقد لقاء الميناء."),
    ])
    _ = try desk.hilal("run", "-q", "-p", "p", "-o", "found.jsonl", "in.jsonl")
    let review = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: "y\n")
    let names = review.lines.filter { $0.hasPrefix("    ") }.map { $0.prefix { $0 != ":" } }
    #expect(names == ["    where", "    cue", "    and"], "\(review.out)\(review.err)")
  }

  @Test func `a review goes on where it was left, and keeps what stands in the file`() throws {
    let desk = try desk()
    let own = #"{"id":"mine","text":"نص","label":"no"}"#
    try desk.write("gold.jsonl", own)
    let one = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: "yq")
    #expect(one.lines.last == "1 right, 0 wrong, 0 skipped, 2 left")
    #expect(desk.read("gold.jsonl") == own + "\n" + first)
    let two = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: "yy")
    #expect(two.lines.contains("2 of 3  n0:content:10"))
    #expect(two.lines.last == "3 right, 0 wrong, 0 skipped, 0 left")
    let done = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl")
    #expect(done.status == 0)
    #expect(done.lines.last == two.lines.last)
  }

  @Test func `undo takes the last answers of this sitting back`() throws {
    let desk = try desk()
    let review = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: "yn u u u غq")
    #expect(review.lines.contains("undone: n0:content:10"))
    #expect(review.lines.contains("undone: n0:content:0"))
    #expect(review.lines.contains("nothing to undo in this sitting"))
    #expect(desk.read("gold.jsonl") == first)
  }

  @Test(arguments: ["", "q", "uq"])
  func `a review without a judgement leaves no gold file`(_ keys: String) throws {
    let desk = try desk()
    _ = try desk.hilal("review", "found.jsonl", "-o", "gold.jsonl", input: keys)
    #expect(!desk.exists("gold.jsonl"))
  }

  @Test func `rules and a sample choose what is reviewed, the same every time`() throws {
    let desk = try desk()
    let summit = try desk.hilal(
      "review", "found.jsonl", "-o", "s.jsonl", "--rule", "summit", input: "y")
    #expect(desk.read("s.jsonl").contains("n0:content:10"))
    #expect(summit.lines.last == "1 right, 0 wrong, 0 skipped, 0 left")
    let drawn = try (1...2).map { number in
      let file = "d\(number).jsonl"
      _ = try desk.hilal("review", "found.jsonl", "-o", file, "--sample", "2", input: "yyyy")
      return desk.read(file)
    }
    #expect(drawn[0].split(separator: "\n").count == 2)
    #expect(drawn[0] == drawn[1])
  }

  @Test func `what cannot be reviewed is told of`() throws {
    let desk = try desk()
    for (arguments, status, message) in [
      (["found.jsonl", "-o", "gold.jsonl"], Int32(64), "standard input is no terminal"),
      (["nowhere.jsonl", "-o", "gold.jsonl"], 66, "nowhere.jsonl: no such file"),
      (["in.jsonl", "-o", "gold.jsonl"], 65, "line 1 is no finding"),
      (["found.jsonl", "-o", "in.jsonl"], 65, "is no gold file: line 1"),
      (["found.jsonl", "-o", "found.jsonl"], 64, "would be written over"),
      (["found.jsonl", "-o", "no/gold.jsonl"], 74, "cannot be written"),
      (
        ["found.jsonl", "-o", "g.jsonl", "--rule", "nothing"], 66,
        "no findings to review; --rule nothing: no such rule"
      ),
      (["found.jsonl"], 64, "--output"),
      (["found.jsonl", "-o", "g.jsonl", "--sample", "-1"], 64, "--sample must be at least 1"),
    ] {
      let outcome = try desk.hilal(["review"] + arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.err.contains(message), "\(arguments): \(outcome.err)")
    }
  }
}
