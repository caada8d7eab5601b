import Foundation
import Testing

/// Runs that are repeated: which articles take part, what was seen before, what is resumed.
@Suite struct NightlyTests {
  /// Articles of three days and two sources, and one without either.
  private func desk() throws -> Desk {
    let desk = try Desk([
      "p/rules/a.lua": wordRule("لقاء"), "p/rules/b.lua": wordRule("وفد", id: "other"),
    ])
    let lines = [
      ("2024-05-01", "المرفأ"), ("2024-05-02 10:00:00", "الضفاف"), ("Fri, 03 May 2024", "المرفأ"),
    ].enumerated().map { index, article in
      "{\"id\":\"n\(index)\",\"content\":\"لقاء وفد.\",\"date\":\"\(article.0)\",\"source\":\"\(article.1)\"}\n"
    }
    try desk.write("in.jsonl", lines.joined() + "{\"id\":\"n3\",\"content\":\"لقاء وفد.\"}\n")
    return desk
  }

  private func summary(_ desk: Desk) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(desk.read("s.json").utf8))
    return try #require(object as? [String: Any])
  }

  @Test(arguments: [
    (["--since", "2024-05-02"], 2), (["--until", "2024-05-02"], 2),
    (["--since", "2024-05-02", "--until", "2024-05-02"], 1), (["--source", "المرفأ"], 2),
    (["--source", "المرفأ", "--source", "الضفاف"], 3), (["--source", "لا أحد"], 0), ([], 4),
  ])
  func `days and sources choose articles, the others are counted as skipped`(
    _ options: [String], _ processed: Int
  ) throws {
    let desk = try desk()
    let outcome = try desk.hilal(
      ["run", "-q", "-p", "p", "--summary", "s.json", "in.jsonl"] + options)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2 * processed)
    let summary = try summary(desk)
    #expect(summary["read"] as? Int == 4)
    #expect(summary["processed"] as? Int == processed)
    #expect(summary["skipped"] as? Int == 4 - processed)
  }

  @Test(arguments: [
    (["--since", "2024-05-02"], ["n1", "n2"]), (["--until", "2024-05-02"], ["n0", "n1"]),
    (["--source", "الضفاف"], ["n1"]), (["--source", "المرفأ", "--until", "2024-05-01"], ["n0"]),
  ])
  func `other verbs choose articles by the same options`(
    _ options: [String], _ ids: [String]
  ) throws {
    let desk = try desk()
    let annotated = try desk.hilal(["annotate", "-q", "-p", "p", "in.jsonl"] + options)
    #expect(annotated.status == 0)
    #expect(annotated.lines.count == ids.count)
    for (line, id) in zip(annotated.lines, ids) { #expect(line.contains("\"id\":\"\(id)\"")) }
    let shown = try desk.hilal(["show", "-p", "p", "in.jsonl"] + options)
    #expect(shown.status == 0)
    #expect(shown.lines.filter { $0.contains("لقاء") }.count == ids.count)
    for id in ids { #expect(shown.out.contains(id)) }
  }

  @Test(arguments: ["annotate", "show"])
  func `other verbs say the same of articles that are left out`(_ verb: String) throws {
    let desk = try desk()
    let some = try desk.hilal(verb, "-p", "p", "in.jsonl", "--since", "2024-05-02")
    #expect(
      some.err.contains(
        "note: --since 2024-05-02 left 1 article out because its day is not known"))
    let late = try desk.hilal(verb, "-p", "p", "in.jsonl", "--since", "2025-01-01")
    #expect(
      late.err.contains("--since 2025-01-01 must be among their days, 2024-05-01 to 2024-05-03"))
    let other = try desk.hilal(verb, "-p", "p", "in.jsonl", "--source", "لا أحد")
    #expect(other.err.contains("note: no article was taken; --source «لا أحد»"))
    let one = try desk.hilal(verb, "-p", "p", "in.jsonl", "--id", "n0", "--since", "2024-05-02")
    #expect(one.status == 66)
    #expect(
      one.err.contains(
        "error: the article with the id n0 is not among those that the other options choose"))
  }

  @Test(arguments: ["annotate", "show", "serve"])
  func `other verbs refuse days that are none`(_ verb: String) throws {
    let desk = try desk()
    let wrong = try desk.hilal(verb, "-p", "p", "in.jsonl", "--since", "yesterday")
    #expect(wrong.status == 64)
    #expect(wrong.err.contains("--since yesterday: write the day as in 2024-05-31"))
    #expect(
      try desk.hilal(
        verb, "-p", "p", "in.jsonl", "--since", "2024-05-03", "--until", "2024-05-02"
      ).status == 64)
  }

  @Test func `what days leave out because an article's is not known is told of`() throws {
    let desk = try desk()
    try desk.write(
      "more.jsonl", "{\"id\":\"m\",\"content\":\"لقاء.\",\"date\":\"05/06/2024\"}\n")
    let run = ["run", "-p", "p", "in.jsonl", "more.jsonl", "-o", "out.jsonl"]
    let all = try desk.hilal(run)
    #expect(all.err.contains("note: the date `05/06/2024` could not be read"))
    #expect(!all.err.contains("left"))
    let some = try desk.hilal(run + ["--since", "2024-05-02"])
    #expect(
      some.err.contains(
        "note: --since 2024-05-02 left 2 articles out because their days are not known"))
    let none = try desk.hilal(run + ["--since", "2025-01-01"])
    #expect(
      none.err.contains(
        "note: no article was taken; --since 2025-01-01 must be among their days, 2024-05-01 to 2024-05-03"
      ))
    #expect(none.status == 0)
    #expect(!(try desk.hilal(run + ["-q", "--since", "2024-05-02"])).err.contains("note"))
  }

  @Test(arguments: [("word", 4), ("p/*", 8), ("oth*", 4), ("p/other", 4)])
  func `globs choose rules`(_ pattern: String, _ findings: Int) throws {
    let outcome = try desk().hilal("run", "-q", "-p", "p", "in.jsonl", "--rule", pattern)
    #expect(outcome.lines.count == findings)
  }

  @Test func `a glob that chooses nothing beside one that does is told of`() throws {
    let outcome = try desk().hilal(
      "run", "-q", "-p", "p", "in.jsonl", "--rule", "word", "--rule", "wrod")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 4)
    #expect(outcome.err.contains("warning: --rule wrod: no such rule; did you mean `word`?"))
  }

  @Test(arguments: [
    ["--rule", "nothing"], ["--since", "yesterday"], ["--until", "2024-5-1"],
    ["--since", "2024-05-03", "--until", "2024-05-02"],
  ])
  func `what chooses nothing by mistake is wrong usage`(_ options: [String]) throws {
    #expect(try desk().hilal(["run", "-p", "p", "in.jsonl"] + options).status == 64)
  }

  @Test func `articles of earlier runs are skipped`() throws {
    let desk = try desk()
    try desk.write("seen", "n1\n")
    let run = ["run", "-q", "-p", "p", "--seen", "seen", "--summary", "s.json", "in.jsonl"]
    #expect(try desk.hilal(run).lines.count == 6)
    #expect(try summary(desk)["skipped"] as? Int == 1)
    #expect(desk.read("seen") == "n1\nn0\nn2\nn3\n")
    #expect(try desk.hilal(run).lines.isEmpty)
    try desk.write("more.jsonl", "{\"id\":\"n9\",\"content\":\"لقاء.\"}\n")
    #expect(try desk.hilal(run + ["more.jsonl"]).lines.count == 1)
    #expect(desk.read("seen").hasSuffix("n9\n"))
  }

  @Test func `articles on which a rule failed are read again when it is mended`() throws {
    let desk = try desk()
    let failing = "if s.article.id == \"n1\" then error(\"x\") end return true"
    func rule(_ check: String) -> String {
      "return hilal.rule { id = \"w\", match = hilal.word \"لقاء\", check = function(s) \(check) end }"
    }
    try desk.write("p/rules/a.lua", rule(failing))
    let run = ["run", "-q", "-p", "p", "--rule", "w", "--seen", "seen", "in.jsonl"]
    #expect(try desk.hilal(run).status == 70)
    #expect(desk.read("seen") == "n0\nn2\nn3\n")
    try desk.write("p/rules/a.lua", rule("return true"))
    #expect(try desk.hilal(run).lines.count == 1)
    #expect(desk.read("seen") == "n0\nn2\nn3\nn1\n")
  }

  @Test(arguments: ["1", "2"])
  func `articles behind a rule that was disabled are read again`(_ jobs: String) throws {
    let desk = try desk()
    try desk.write(
      "p/rules/a.lua",
      "return hilal.rule { id = \"w\", match = hilal.word \"لقاء\", check = function() while true do end end }"
    )
    try desk.write("first.jsonl", "{\"id\":\"n\",\"content\":\"خبر.\"}\n")
    let outcome = try desk.hilal(
      "run", "-q", "-p", "p", "--jobs", jobs, "--seen", "seen", "first.jsonl", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(desk.read("seen") == "n\n")
  }

  @Test
  func
    `articles that a pack did not see because it could not be loaded are read when it is mended`()
    throws
  {
    let desk = try desk()
    try desk.write("q/pack.toml", "name = \"q\"\nversion = \"1.0.0\"\n")
    try desk.write("q/rules/a.lua", "return hilal.rule {")
    try desk.write("seen", "n1\n")
    let run = ["run", "-q", "-p", "p", "-p", "q", "--seen", "seen", "in.jsonl"]
    let broken = try desk.hilal(run)
    #expect(broken.status == 70)
    #expect(broken.lines.count == 6)
    #expect(
      broken.err.contains(
        "note: seen takes no articles of this run, for not all packs could be loaded"))
    #expect(desk.read("seen") == "n1\n")
    try desk.write("q/rules/a.lua", wordRule("لقاء"))
    let mended = try desk.hilal(run)
    #expect(mended.status == 0)
    #expect(mended.lines.filter { $0.contains("\"pack\":\"q\"") }.count == 3)
    #expect(desk.read("seen") == "n1\nn0\nn2\nn3\n")
  }

  @Test func `a quarantine is repaired and run`() throws {
    let desk = try desk()
    try desk.write("bad.jsonl", "{\"id\":\"x\",\"txet\":\"لقاء.\"}\n")
    #expect(
      try desk.hilal("run", "-q", "-p", "p", "bad.jsonl", "--quarantine", "q.jsonl").status == 0)
    #expect(try desk.hilal("run", "-q", "-p", "p", "q.jsonl").lines.isEmpty)
    #expect(
      try desk.hilal("run", "-q", "-p", "p", "q.jsonl", "--field", "content=txet").lines.count == 1)
    try desk.write("q2.jsonl", desk.read("q.jsonl").replacingOccurrences(of: "txet", with: "text"))
    #expect(try desk.hilal("run", "-q", "-p", "p", "q2.jsonl").lines.count == 1)
  }

  @Test func `inputs come from a list, names from globs`() throws {
    let desk = try desk()
    try desk.write("d/a.jsonl", desk.read("in.jsonl"))
    try desk.write("d/b.txt", "لقاء\nلقاء")
    try desk.write("list", "d\n\nin.jsonl\n")
    let run = ["run", "-q", "-p", "p", "--rule", "word", "--files-from", "list"]
    #expect(try desk.hilal(run).lines.count == 10)
    #expect(try desk.hilal(run + ["--include", "*.txt"]).lines.count == 6)
    #expect(try desk.hilal(run + ["--exclude", "*.txt"]).lines.count == 8)
    #expect(try desk.hilal("run", "-p", "p", "--files-from", "none").status == 66)
    let piped = try desk.shell("cat list | $HILAL run -q -p p --rule word --files-from -")
    #expect(piped.lines.count == 10)
  }

  @Test func `a refused resume ends with 65 and says why`() throws {
    let desk = try desk()
    let run = ["run", "-q", "-p", "p", "in.jsonl", "-o", "out.jsonl"]
    #expect(try desk.hilal(run).status == 0)
    let before = desk.read("out.jsonl")
    #expect(try desk.hilal(run + ["--resume", "--jobs", "1"]).status == 0)
    #expect(desk.read("out.jsonl") == before)
    let refused = try desk.hilal(run + ["--resume", "--source", "المرفأ"])
    #expect(refused.status == 65)
    #expect(refused.err.contains("--source was not given and is المرفأ"))
    #expect(desk.read("out.jsonl") == before)
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl", "--resume").status == 64)
  }
}
