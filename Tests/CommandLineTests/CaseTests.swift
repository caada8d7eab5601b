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
    #expect(outcome.out == "2 passed, 0 failed, 1 skipped\nexercised: 1 of 1 rule\n")
    let verbose = try desk.hilal("test", "-v", "p")
    #expect(
      verbose.out == """
        ok      talks in a city
        ok      no talks
        skipped later: not yet
        2 passed, 0 failed, 1 skipped
        exercised: 1 of 1 rule

        """)
  }

  @Test func `an error of a script is told of with its place`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء",
        check = function(s, m)
          return m.captures.who.text
        end }
      """,
      "p/tests/a.toml": "[[case]]\nname = \"a\"\ntext = \"عقد لقاء.\"\nnone = true\n",
    ])
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(outcome.lines.contains { $0.hasPrefix("        ! talks: ") }, "\(outcome.out)")
    #expect(outcome.out.contains("\n            at rules/a.lua:3"), "\(outcome.out)")
  }

  @Test func `a rule that uses up its steps is told of with what to look for`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء", check = function() while true do end end }
      """,
      "p/tests/a.toml": "[[case]]\nname = \"a\"\ntext = \"عقد لقاء.\"\nnone = true\n",
    ])
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(outcome.out.contains("help: look for an endless loop; `hilal bench -p p INPUT`"))
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
        exercised: 1 of 1 rule

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
                ! the span `لقاء` stands nowhere in its text; write the words as the text has them, vowel signs and all
                - talks لقاء place=عمان
        FAILED  never talks  (p/tests/a.toml:8)
                + talks لقاء place=عمان
        0 passed, 2 failed
        exercised: 1 of 1 rule

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
    let none = try desk.hilal("test", "p")
    #expect(none.status == 1)
    #expect(none.err.hasPrefix("error: there are no cases to run; write p/tests/first.toml:\n"))
    let filtered = try self.desk(expectation(place: "القاهرة"))
    let other = try filtered.hilal("test", "--filter", "nothing", "p")
    #expect(other.status == 1)
    #expect(other.err == "error: no case has «nothing» in its name or its file's\n")
    #expect(try filtered.hilal("test", "--filter", "city", "p").status == 0)
  }

  @Test func `cases in a folder of another name are told of`() throws {
    let desk = try Desk([
      "p/rules/a.lua": Self.rule, "p/test/a.toml": expectation(place: "القاهرة"),
    ])
    let test = try desk.hilal("test", "p")
    #expect(test.status == 1)
    #expect(
      test.err
        == "error: there are no cases to run: they are read from p/tests, not from p/test; move them there\n"
    )
    let check = try desk.hilal("check", "p")
    #expect(
      check.out.contains("= help: cases are read from tests/, not from test/: move them there\n")
    )
  }

  @Test func `the case that is shown to who has none is a case`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    let shown = try desk.hilal("test", "p").err.split(separator: "\n").dropFirst()
    try desk.write(
      "p/tests/first.toml",
      shown.joined(separator: "\n").replacing(
        "a sentence in which something is found", with: "عقد لقاء."))
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 0, "\(outcome.out)")
    #expect(outcome.out.hasPrefix("1 passed"))
  }

  // MARK: Coverage

  @Test func `what no case exercises is named`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return {
        hilal.rule { id = "talks", match = hilal.word "لقاء" + hilal.word "قمة":as "summit" },
        hilal.rule { id = "rain", match = hilal.word "مطر" },
      }
      """,
      "p/tests/a.toml": """
      [[case]]
      name = "talks"
      text = "عقد لقاء."
      [[case.expect]]
      rule = "talks"
      """,
    ])
    let brief = try desk.hilal("test", "p")
    #expect(brief.status == 0)
    #expect(
      brief.lines.last
        == "exercised: 1 of 2 rules, 1 of 2 pattern branches; --coverage names the others")
    let full = try desk.hilal("test", "--coverage", "p")
    #expect(
      full.lines.suffix(3) == [
        "exercised: 1 of 2 rules, 1 of 2 pattern branches",
        "  p/talks: no match through branch 2: word قمة (summit)",
        "  p/rain: no case makes it find anything",
      ])
    let some = try desk.hilal("test", "--filter", "talks", "p")
    #expect(some.out == "1 passed, 0 failed\n")
  }

  @Test func `a case may name an extractor`() throws {
    let extractor = """
      return {
        hilal.extractor { provides = "talks", match = hilal.word "لقاء" },
        hilal.rule { id = "first", needs = { "talks" }, match = hilal.word "أول" },
      }
      """
    let cases = { (expected: String, text: String) in
      "[[case]]\nname = \"n\"\ntext = \"\(text)\"\n\(expected)\n"
    }
    let expect = "[[case.expect]]\nrule = \"talks\""
    for (text, status) in [
      (cases(expect, "عقد لقاء."), 0), (cases(expect, "هطل مطر."), 1),
      (cases("never = [\"talks\"]", "عقد لقاء."), 1),
      // What only makes a layer is no finding.
      (cases("none = true", "عقد لقاء."), 0),
    ] as [(String, Int32)] {
      let desk = try Desk(["p/rules/a.lua": extractor, "p/tests/a.toml": text])
      #expect(try desk.hilal("test", "p").status == status, "\(text)")
    }
  }

  // MARK: Snapshots

  private static let snapshot = """
    [[case]]
    name = "one"
    text = "عقد لقاء في عمان. ثم عقد لقاء في القاهرة."
    snapshot = true
    [[case]]
    name = "none"
    text = "هطل المطر."
    snapshot = true

    """

  @Test func `a snapshot is recorded, and the run that records it fails`() throws {
    let desk = try desk(Self.snapshot)
    let missing = try desk.hilal("test", "p")
    #expect(missing.status == 1)
    #expect(missing.out.contains("it has no snapshot yet; record one with `hilal test --update`"))
    let update = try desk.hilal("test", "--update", "p")
    #expect(update.status == 1)
    #expect(update.out.contains("0 passed, 0 failed, 2 recorded"))
    #expect(
      desk.read("p/tests/a.snapshot") == """
        == one
        talks: لقاء
          place = عمان
        talks: لقاء
          place = القاهرة

        == none
        (nothing)

        """)
    #expect(try desk.hilal("test", "p").status == 0)
    #expect(try desk.hilal("test", "--update", "p").status == 0)
  }

  @Test func `what differs from a snapshot is shown among what does not`() throws {
    let desk = try desk(Self.snapshot)
    _ = try desk.hilal("test", "--update", "p")
    try desk.write(
      "p/tests/a.toml", Self.snapshot.replacingOccurrences(of: "القاهرة", with: "باريس"))
    let outcome = try desk.hilal("test", "p")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines.prefix(6) == [
        "FAILED  one  (p/tests/a.toml:1)", "          talks: لقاء", "            place = عمان",
        "          talks: لقاء", "        -   place = القاهرة", "1 passed, 1 failed",
      ])
  }

  @Test func `an update drops what is no more and leaves failing cases alone`() throws {
    let desk = try desk(Self.snapshot)
    _ = try desk.hilal("test", "--update", "p")
    let one = Self.snapshot.components(separatedBy: "[[case]]").dropLast().joined(
      separator: "[[case]]")
    try desk.write("p/tests/a.toml", one + "[[case.expect]]\nrule = \"talks\"\nspan = \"قمة\"\n")
    let outcome = try desk.hilal("test", "--update", "p")
    #expect(outcome.status == 1)
    #expect(outcome.out.contains("0 passed, 1 failed\n"))
    #expect(!desk.read("p/tests/a.snapshot").contains("== none"))
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
    #expect(outcome.out.contains("       no part of any pattern stands in it"))
    #expect(outcome.out.contains("F1        0.667  (0.2"))
    let both = try desk.hilal("eval", "--errors", "--json", "p/talks", "gold.jsonl")
    #expect(both.lines.count == 1)
    #expect(both.err.contains("missed 3"))
  }

  @Test func `eval names what came nearest to a finding`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "عقد" * hilal.word "لقاء",
        check = function(s) return s.words > 3 end }
      """,
      "gold.jsonl": """
      {"id":"1","text":"عقد لقاء ثان.","label":"yes"}
      {"id":"2","text":"قيل إنه عقد مؤتمرا.","label":"yes"}

      """,
    ])
    let outcome = try desk.hilal("eval", "--errors", "p", "gold.jsonl")
    #expect(
      outcome.lines.prefix(7) == [
        "missed 1  عقد لقاء ثان.",
        "       nearest: p/talks matched «عقد لقاء», but check returned false at rules/a.lua:2",
        "           check = function(s) return s.words > 3 end }",
        "         is asserted, fact",
        "missed 2  قيل إنه عقد مؤتمرا.", "       nearest: p/talks stopped after word عقد on «عقد»",
        "         wanted word لقاء; there is «مؤتمرا»",
      ])
  }

  @Test func `an extractor is measured by what it makes`() throws {
    let desk = try Desk([
      "p/rules/a.lua":
        "return hilal.extractor { provides = \"talks\", match = hilal.word \"لقاء\" }",
      "gold.jsonl": Self.gold,
    ])
    let json = try desk.hilal("eval", "--json", "p/talks", "gold.jsonl")
    #expect(json.out.contains("\"tp\":2"))
    // The pack has no rule that reports.
    let pack = try desk.hilal("eval", "--json", "p", "gold.jsonl")
    #expect(pack.out.contains("\"tp\":0"))
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
    let none = try desk.hilal("eval", "p/none", "gold.jsonl")
    #expect(none.status == 64)
    #expect(none.err.contains("the pack has no rule `none`; its rules: talks"))
    #expect(try desk.hilal("eval", "q", "gold.jsonl").status == 70)
    let bad = try desk.hilal("eval", "p", "bad.jsonl")
    #expect(bad.status == 65)
    #expect(
      bad.err
        == "error: bad.jsonl: line 9: no `text`; a line is {\"id\": \"1\", \"text\": \"…\", \"label\": \"yes\"}\n"
    )
    let empty = try desk.hilal("eval", "p", "empty.jsonl")
    #expect(empty.status == 65)
    #expect(empty.err == "error: empty.jsonl: holds no labelled texts\n")
    let device = try desk.hilal("eval", "p", "/dev/null")
    #expect(device.status == 65)
    #expect(device.err == "error: /dev/null: holds no labelled texts\n")
    let folder = try desk.hilal("eval", "p", "p")
    #expect(folder.status == 66)
    #expect(folder.err == "error: p: cannot be read; name a file\n")
  }

  @Test(arguments: [
    ("no json", "no JSON"), ("[1]", "no object"), (#"{"id":"1","text":"خبر"}"#, "no `label`"),
    (#"{"id":1,"text":"خبر","label":"no"}"#, "`id` is no string"),
    (#"{"id":"1","text":null,"label":"no"}"#, "`text` is no string"),
  ])
  func `eval says what is wrong with a line of its gold file`(
    _ line: String, _ fault: String
  ) throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule, "gold.jsonl": line + "\n"])
    let outcome = try desk.hilal("eval", "p", "gold.jsonl")
    #expect(outcome.status == 65)
    #expect(outcome.err.hasPrefix("error: gold.jsonl: line 1: \(fault); a line is {"))
  }

  @Test(arguments: ["80", "-0.1", "1.01", "nan"])
  func `an F1 that cannot be is wrong usage`(_ least: String) throws {
    let desk = try Desk(["p/rules/a.lua": Self.rule, "gold.jsonl": Self.gold])
    let outcome = try desk.hilal("eval", "--min-f1", least, "p", "gold.jsonl")
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("between 0 and 1"))
  }
}
