import Testing

/// A rule that fails, and a pack that does not load, are never taken for one that finds nothing.
@Suite struct FailureTests {
  private let gold = """
    {"id": "a", "text": "عقد لقاء.", "label": "yes"}
    {"id": "b", "text": "خبر.", "label": "no"}

    """

  @Test(arguments: [
    ["show", "-p", "p", "in.jsonl"], ["eval", "p", "gold.jsonl"], ["bench", "-p", "p", "in.jsonl"],
    ["explain", "p/talks", "in.jsonl"], ["run", "-p", "p", "in.jsonl"],
  ])
  func `a rule that fails is told of and ends with its status`(_ arguments: [String]) throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء",
        check = function() error("no such thing") end }
      """,
      "in.jsonl": articles("عقد لقاء.", "خبر."), "gold.jsonl": gold,
    ])
    let outcome = try desk.hilal(arguments)
    #expect(outcome.status == 70)
    #expect((outcome.out + outcome.err).contains("no such thing"))
  }

  @Test(arguments: [
    "return hilal.rule {{", "", "return hilal.rule { id = 'talks', match = hilal.lexicon 'gone' }",
  ])
  func `watch goes on after a save that does not load`(_ broken: String) throws {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"), "broken.lua": broken, "mended.lua": wordRule("عقد"),
      "in.jsonl": articles("عقد لقاء.", "عقد."),
    ])
    let outcome = try desk.shell(
      """
      "$HILAL" watch -p p --runs 3 in.jsonl > out.txt 2> err.txt &
      while ! grep -q findin err.txt; do sleep 0.05; done
      mv broken.lua p/rules/a.lua
      while ! grep -q waiting err.txt; do sleep 0.05; kill -0 $! || exit 1; done
      mv mended.lua p/rules/a.lua
      wait $!
      """)
    #expect(outcome.status == 0)
    #expect(try desk.shell("cat out.txt").out.contains("+ n1  p/"))
  }

  @Test func `watch tells what a rule that failed has lost from what others have`() throws {
    let both = { (word: String, check: String) in
      """
      local word = \(wordRule(word).dropFirst("return ".count))
      local other = hilal.rule { id = "other", match = hilal.word "خبر", check = function() \(check) end }
      return { word, other }
      """
    }
    let desk = try Desk([
      "p/rules/a.lua": both("لقاء", "return true"), "next.lua": both("عقد", "error(\"slip\")"),
      "in.jsonl": articles("لقاء.", "خبر.", "خبر آخر."),
    ])
    // One file takes another's place at once: no run sees the pack in between.
    let outcome = try desk.shell(
      """
      "$HILAL" watch -p p --runs 2 in.jsonl > out.txt 2> err.txt &
      while ! grep -q findin err.txt; do sleep 0.05; done
      mv next.lua p/rules/a.lua
      wait $!
      """)
    #expect(outcome.status == 0)
    let out = try desk.shell("cat out.txt").out
    #expect(out.contains("0 gained, 3 lost (2 of p/other, which failed), 0 changed"), "\(out)")
  }

  @Test func `watch goes on when an input is gone for a moment`() throws {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"), "next.lua": wordRule("خبر"),
      "in.jsonl": articles("عقد لقاء.", "خبر."),
    ])
    let outcome = try desk.shell(
      """
      "$HILAL" watch -p p --runs 3 in.jsonl > out.txt 2> err.txt &
      while ! grep -q findin err.txt; do sleep 0.05; done
      mv in.jsonl gone.jsonl
      mv next.lua p/rules/a.lua
      while ! grep -q waiting err.txt; do sleep 0.05; kill -0 $! || exit 1; done
      mv gone.jsonl in.jsonl
      wait $!
      """)
    #expect(outcome.status == 0)
    #expect(desk.read("err.txt").contains("error: in.jsonl: "))
    #expect(desk.read("err.txt").contains("waiting for in.jsonl or the next save\n"))
    #expect(desk.read("out.txt").contains("+ n1  p/"))
    // A name that has never been one is a slip.
    #expect(try desk.hilal("watch", "-p", "p", "none.jsonl").status == 66)
  }
}
