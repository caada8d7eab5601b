import Foundation
import Testing

/// `hilal test` and `hilal eval`.
@Suite struct CaseTests {
  private static let rule = """
    local place = hilal.word { "القاهرة", "عمان" }
    return hilal.rule { id = "talks", fields = { "place" }, match = hilal.word "لقاء",
      check = function(s, m) return { place = s:find(place) } end }
    """

  private func desk(_ cases: String) throws -> Desk {
    try Desk(["p/rules/a.lua": Self.rule, "p/tests/a.toml": cases])
  }

  private func expectation(place: String, text: String = "عقد لقاء في القاهرة.") -> String {
    """
    [[case]]
    name = "talks in a city"
    text = "\(text)"
    [[case.expect]]
    rule = "talks"
    span = "لقاء"
    fields = { place = "\(place)" }

    """
  }

  @Test func `cases that hold end with 0`() throws {
    let desk = try desk(
      expectation(place: "القاهرة") + """
        [[case]]
        name = "no talks"
        text = "هطل المطر."
        none = true
        [[case]]
        name = "later"
        text = "هطل المطر."
        skip = "not yet"
        """)
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 0)
    #expect(outcome.out == "2 passed, 0 failed, 1 skipped\n")
    let verbose = try desk.hilal("test", "-v", "p")
    #expect(
      verbose.out == """
        ok      talks in a city
        ok      no talks
        skipped later: not yet
        2 passed, 0 failed, 1 skipped

        """)
  }

  @Test func `a field that differs is shown as a difference`() throws {
    let outcome = try desk(expectation(place: "عمان")).hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(
      outcome.out == """
        FAILED  talks in a city  (p/tests/a.toml:1)
                - talks place = عمان
                + talks place = القاهرة
        0 passed, 1 failed

        """)
  }

  @Test func `what is missing and what is too much are shown`() throws {
    let outcome = try desk(
      expectation(place: "عمان", text: "هطل المطر.") + """
        [[case]]
        name = "never talks"
        text = "عقد لقاء في عمان."
        never = ["talks"]
        """
    ).hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(
      outcome.out == """
        FAILED  talks in a city  (p/tests/a.toml:1)
                - talks لقاء place=عمان
        FAILED  never talks  (p/tests/a.toml:8)
                + talks لقاء place=عمان
        0 passed, 2 failed

        """)
  }

  @Test func `a rule that the pack has not is a mistake of the case`() throws {
    let outcome = try desk(
      """
      [[case]]
      name = "never talk"
      text = "هطل المطر."
      never = ["talk"]
      """
    ).hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(outcome.out.contains("! the pack has no rule `talk`; did you mean `talks`?"))
  }

  @Test func `a rule that fails fails the case`() throws {
    let desk = try Desk([
      "p/rules/a.lua":
        "return hilal.rule { id = \"r\", on = \"article\", check = function() error 'no' end }",
      "p/tests/a.toml": "[[case]]\nname = \"n\"\ntext = \"خبر.\"\nnone = true\n",
    ])
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(outcome.out.contains("! r: no"))
  }

  @Test func `no case at all is no success`() throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule])
    #expect(try desk.hilal("test", "p").status == 1)
    let filtered = try self.desk(expectation(place: "القاهرة"))
    #expect(try filtered.hilal("test", "--filter", "nothing", "p").status == 1)
    #expect(try filtered.hilal("test", "--filter", "city", "p").status == 0)
  }

  @Test func `a broken file of cases ends with 70`() throws {
    let outcome = try desk("[[case]]\nnam = \"x\"\n").hilal("test", "p")
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("error[H031]: unknown key `nam` in a case"))
    #expect(outcome.err.contains("did you mean `name`?"))
  }

  // MARK: eval

  private static let gold = """
    {"id":"1","text":"عقد لقاء في عمان.","label":"yes"}
    {"id":"2","text":"جرى لقاء ثان.","label":"yes"}
    {"id":"3","text":"بدأت محادثات.","label":"yes"}
    {"id":"4","text":"ألغي لقاء.","label":"no"}
    {"id":"5","text":"هطل المطر.","label":"no"}

    {"id":"6","text":"ربما لقاء.","label":"ambiguous"}
    {"id":"7","text":"ربما لقاء.","label":"unsure"}

    """

  @Test func `eval counts as it says`() throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule, "gold.jsonl": Self.gold])
    let outcome = try desk.hilal("eval", "--json", "p", "gold.jsonl")
    #expect(outcome.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["precision", "recall", "f1", "tp", "fp", "fn", "left_out"])
    #expect(json["tp"] as? Int == 2)
    #expect(json["fp"] as? Int == 1)
    #expect(json["fn"] as? Int == 1)
    #expect(json["left_out"] as? Int == 2)
    for name in ["precision", "recall", "f1"] { #expect(json[name] as? Double == 0.6667) }
  }

  @Test func `eval lists what was judged wrongly`() throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule, "gold.jsonl": Self.gold])
    let outcome = try desk.hilal("eval", "--errors", "p/talks", "gold.jsonl")
    #expect(outcome.out.contains("missed 3"))
    #expect(outcome.out.contains("false  4"))
    #expect(outcome.out.contains("F1        0.667"))
  }

  @Test func `a threshold that is missed ends with 1`() throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule, "gold.jsonl": Self.gold])
    #expect(try desk.hilal("eval", "--min-f1", "0.7", "p", "gold.jsonl").status == 1)
    #expect(try desk.hilal("eval", "--min-f1", "0.66", "p", "gold.jsonl").status == 0)
  }

  @Test func `eval names what it cannot use`() throws {
    let desk = try Desk([
      "p/rules/a.lua": Self.rule, "gold.jsonl": Self.gold,
      "bad.jsonl": Self.gold + "{\"id\":\"8\"}\n", "empty.jsonl": "",
    ])
    #expect(try desk.hilal("eval", "p", "none.jsonl").status == 66)
    #expect(try desk.hilal("eval", "p/none", "gold.jsonl").status == 64)
    #expect(try desk.hilal("eval", "q", "gold.jsonl").status == 70)
    let bad = try desk.hilal("eval", "p", "bad.jsonl")
    #expect(bad.status == 65)
    #expect(
      bad.err == "error: bad.jsonl: line 9: not an object with the strings id, text and label\n")
    #expect(try desk.hilal("eval", "--min-f1", "0.5", "p", "empty.jsonl").status != 0)
  }
}
