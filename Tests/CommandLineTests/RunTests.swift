import Foundation
import Testing

/// `hilal run`: statuses, where output goes, what is counted.
@Suite struct RunTests {
  private static let bad = "{\"id\":\"x\",\"title\":\"بلا نص\"}\n"

  /// A pack that finds لقاء, and an input with two such articles.
  private func desk(_ more: [String: String] = [:]) throws -> Desk {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")].merging(more) { $1 })
    try desk.write("in.jsonl", articles("عقد لقاء.", "خبر.", "انتهى لقاء آخر."))
    return desk
  }

  @Test func `a run that went well ends with 0, findings on standard output`() throws {
    let outcome = try desk().hilal("run", "-p", "p", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("{\"schema\":\"hilal.finding/1\"") })
    #expect(outcome.err.contains("3 articles read, 3 processed, 0 quarantined"))
    #expect(outcome.err.contains("2 findings"))
    #expect(outcome.err.contains("p/word  2"))
  }

  @Test(arguments: ["-o", "--quarantine", "--summary", "--seen"])
  func `what is read is never written over`(option: String) throws {
    let desk = try desk()
    let before = desk.read("in.jsonl")
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/same.jsonl", withDestinationPath: "in.jsonl")
    for inputs in ["in.jsonl", "."] {
      for output in ["in.jsonl", "./in.jsonl", "same.jsonl"] {
        let outcome = try desk.hilal("run", "-q", "-p", "p", inputs, option, output)
        #expect(outcome.status == 64)
        #expect(outcome.err.contains("would be written over"))
        #expect(desk.read("in.jsonl") == before)
      }
    }
  }

  @Test func `a record without content says which fields it has`() throws {
    let desk = try desk()
    let keys = (1...9).map { "\"f\($0)\":\"نص\"" }.joined(separator: ",")
    try desk.write("other.jsonl", "{\(keys)}\n{\"نص الخبر\":\"لقاء.\"}\n{}\n")
    let outcome = try desk.hilal(
      "run", "-p", "p", "other.jsonl", "--quarantine", "bad.jsonl", "-o", "out.jsonl")
    #expect(outcome.err.contains("no content, only \"f1\", \"f2\""))
    #expect(outcome.err.contains("--field content=NAME"))
    let bad = desk.read("bad.jsonl")
    #expect(bad.contains("\\\"f8\\\", …; name the field"))
    #expect(bad.contains("only \\\"نص الخبر\\\"; name"))
    #expect(bad.contains("only no field") == false && bad.contains("no content"))
  }

  @Test func `two outputs are two files`() throws {
    let desk = try desk()
    let run = ["run", "-q", "-p", "p", "in.jsonl", "-o"]
    for _ in 0..<2 {
      let outcome = try desk.hilal(run + ["out", "--quarantine", "out"])
      #expect(outcome.status == 64)
      #expect(outcome.err.contains("named for two outputs"))
      try desk.write("out", "old")
    }
    #expect(desk.read("out") == "old")
    #expect(try desk.hilal(run + ["/dev/null", "--summary", "/dev/null"]).status == 0)
  }

  @Test(arguments: ["{\"id\":1,\n", "not json\nnot json\n", "[1,\n"])
  func `with --lines every line is a record, whatever the first ones look like`(
    first: String
  ) throws {
    let desk = try desk()
    try desk.write("in", first + articles("عقد لقاء.", "خبر."))
    let outcome = try desk.hilal("run", "-p", "p", "--lines", "--quarantine", "q.jsonl", "in")
    let broken = first.split(separator: "\n").count
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    #expect(
      outcome.err.contains("\(2 + broken) articles read, 2 processed, \(broken) quarantined"))
    #expect(desk.read("q.jsonl").split(separator: "\n").count == broken)
  }

  @Test func `quiet says nothing`() throws {
    let outcome = try desk().hilal("run", "-q", "-p", "p", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.err.isEmpty)
  }

  @Test func `packs are found under plugins and in HILAL_PLUGINS`() throws {
    let desk = try Desk([
      "plugins/p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\n",
      "plugins/p/rules/a.lua": wordRule("لقاء"),
      "more/q/pack.toml": "name = \"q\"\nversion = \"1.0.0\"\n",
      "more/q/rules/a.lua": wordRule("خبر"),
      "in.jsonl": articles("عقد لقاء.", "خبر."),
    ])
    #expect(try desk.hilal("run", "in.jsonl").lines.count == 1)
    let both = try desk.hilal("run", "in.jsonl", environment: ["HILAL_PLUGINS": "more"])
    #expect(both.lines.count == 2)
  }

  @Test func `no pack at all is an error`() throws {
    let desk = try Desk(["in.jsonl": articles("خبر.")])
    // Beside no packs, which a build among its sources has.
    try FileManager.default.copyItem(atPath: Desk.program, toPath: desk.path + "/hilal")
    let outcome = try desk.shell("./hilal run in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.err.hasPrefix("error: no packs found in plugins, "))
    #expect(outcome.err.contains("HILAL_PLUGINS"))
    // The core has layers without a pack.
    let layers = try desk.shell("./hilal list layers")
    #expect(layers.status == 0)
    #expect(layers.out.contains("sentences"))
  }

  @Test func `a build among its sources has their packs where no others are in sight`() throws {
    let desk = try Desk(["in.jsonl": articles("وصل الرئيس إلى بيروت.")])
    let annotated = try desk.hilal("annotate", "in.jsonl")
    #expect(annotated.status == 0, "\(annotated.err)")
    #expect(annotated.out.contains("\"text\":\"بيروت\""))
    #expect(try desk.hilal("list", "layers").out.contains("meetings"))
    #expect(try desk.hilal("list", "packs").out.contains("military-threats"))
  }

  @Test func `standard input is read for -`() throws {
    let outcome = try desk().hilal("run", "-p", "p", "-", input: articles("عقد لقاء."))
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.lines[0].contains("\"id\":\"n0\""))
  }

  @Test func `-o writes a file, replacing what was there`() throws {
    let desk = try desk(["out.jsonl": String(repeating: "old\n", count: 1000)])
    let piped = try desk.hilal("run", "-p", "p", "in.jsonl")
    let outcome = try desk.hilal("run", "-p", "p", "-o", "out.jsonl", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.out.isEmpty)
    #expect(desk.read("out.jsonl") == piped.out)
  }

  @Test func `an input that is not there ends with 66 and leaves the old output`() throws {
    let desk = try desk(["out.jsonl": "old\n"])
    let outcome = try desk.hilal("run", "-p", "p", "-o", "out.jsonl", "in.jsonl", "none.zip")
    #expect(outcome.status == 66)
    #expect(outcome.err.contains("none.zip"))
    #expect(desk.read("out.jsonl") == "old\n")
  }

  @Test(arguments: [
    ["run"], ["run", "--jobz", "2", "in.jsonl"], ["run", "--jobs", "0", "in.jsonl"],
    ["run", "--field", "story", "in.jsonl"], ["run", "--format", "xml", "in.jsonl"],
    ["run", "--encoding", "klingon", "-p", "p", "in.jsonl"], ["rum", "in.jsonl"],
  ])
  func `wrong usage ends with 64`(_ arguments: [String]) throws {
    let desk = try desk()
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try desk.shell("\"$HILAL\" \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.out.isEmpty)
    #expect(!outcome.err.isEmpty)
  }

  @Test func `an unknown option is named`() throws {
    let outcome = try desk().hilal("run", "--jobz", "2", "in.jsonl")
    #expect(outcome.err.contains("--jobz"))
  }

  @Test func `bad records end with 65 only under --strict`() throws {
    let desk = try desk()
    try desk.write("bad.jsonl", articles("عقد لقاء.") + Self.bad)
    let kind = try desk.hilal("run", "-p", "p", "bad.jsonl")
    #expect(kind.status == 0)
    let strict = try desk.hilal("run", "--strict", "-p", "p", "bad.jsonl")
    #expect(strict.status == 65)
    #expect(strict.out == kind.out)
    #expect(strict.err.contains("1 record could not be read (--strict)"))
  }

  @Test func `bad records go to the quarantine file`() throws {
    let desk = try desk()
    try desk.write("bad.jsonl", articles("عقد لقاء.") + Self.bad + "{\"id\":\n")
    let outcome = try desk.hilal(
      "run", "-p", "p", "--quarantine", "bad.out", "--summary", "s.json", "bad.jsonl")
    #expect(outcome.status == 0)
    let lines = desk.read("bad.out").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains("بلا نص"))
    #expect(try desk.json("s.json")["quarantined"] as? Int == 2)
  }

  @Test func `the summary holds every count`() throws {
    let desk = try desk([
      "p/rules/b.lua":
        "return hilal.rule { id = \"bad\", match = hilal.word \"خبر\", check = function() error 'no' end }"
    ])
    let outcome = try desk.hilal("run", "-p", "p", "--summary", "s.json", "in.jsonl")
    #expect(outcome.status == 70)
    let summary = try desk.json("s.json")
    #expect(
      Set(summary.keys) == [
        "read", "processed", "quarantined", "skipped", "findings", "by_rule", "errors", "disabled",
        "seconds", "bytes",
      ])
    #expect(summary["read"] as? Int == 3)
    #expect(summary["processed"] as? Int == 3)
    #expect(summary["findings"] as? Int == 2)
    #expect(summary["by_rule"] as? [String: Int] == ["p/word": 2, "p/bad": 0])
    let errors = try #require(summary["errors"] as? [[String: Any]])
    #expect(errors.count == 1)
    #expect(errors[0]["pack"] as? String == "p")
    #expect(errors[0]["rule"] as? String == "bad")
    #expect(errors[0]["kind"] as? String == "error")
    #expect(errors[0]["count"] as? Int == 1)
    #expect((errors[0]["first"] as? [String: Any])?["article"] as? String == "n1")
  }

  @Test func `a failing rule ends with 70, and the rest is written`() throws {
    let desk = try desk(["p/rules/b.lua": Self.failing])
    let outcome = try desk.hilal("run", "-p", "p", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.lines.count == 2)
    #expect(outcome.err.contains("error: p/bad: no such thing\n  at rules/b.lua:2 in function"))
    #expect(outcome.err.contains("on 3 articles, the first n0"))
  }

  private static let failing = """
    return hilal.rule { id = "bad", on = "article",
      check = function() error "no such thing" end }
    """

  @Test func `a pack that does not load ends with 70, and the others run`() throws {
    let desk = try desk(["q/rules/a.lua": "return hilal.rule { id = 7 }"])
    let outcome = try desk.hilal("run", "-p", "q", "-p", "p", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.lines.count == 2)
    #expect(outcome.err.contains("error[H014]: `id` is not a string\n  --> q/rules/a.lua:1:"))
  }

  @Test func `a full disk ends with 74`() throws {
    let outcome = try desk().hilal("run", "-p", "p", "-o", "/dev/full", "in.jsonl")
    #expect(outcome.status == 74)
    #expect(outcome.err.contains("error: /dev/full: cannot be written: No space left on device"))
  }

  @Test(arguments: ["-o", "--summary", "--quarantine"])
  func `an output that cannot be opened ends with 74 before anything is done`(
    _ option: String
  ) throws {
    let outcome = try desk().hilal("run", "-p", "p", option, "none/out", "in.jsonl")
    #expect(outcome.status == 74)
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains("none/out"))
  }

  @Test func `a closed pipe ends with 141, quietly`() throws {
    let desk = try desk()
    try desk.write("big.jsonl", (0..<400).map { _ in articles("عقد لقاء.") }.joined())
    let outcome = try desk.shell(
      "(sleep 0.3; \"$HILAL\" run -q -p p big.jsonl; echo $? >status) | true; await status; cat status"
    )
    #expect(outcome.out == "141\n")
    #expect(outcome.err.isEmpty)
  }

  @Test func `an interrupt ends with 130, the output whole`() throws {
    let desk = try desk()
    try desk.write("big.jsonl", (0..<15_000).map { _ in articles("عقد لقاء.") }.joined())
    let outcome = try desk.shell(
      "\"$HILAL\" run -p p -o out --summary s.json big.jsonl & p=$!; await out.checkpoint; kill -INT $p; wait $p; echo $?"
    )
    #expect(outcome.out == "130\n")
    #expect(outcome.err.contains("interrupted: what is written is whole"))
    let text = desk.read("out")
    #expect(text.isEmpty || text.hasSuffix("}\n"))
    #expect(try desk.json("s.json")["findings"] as? Int == text.split(separator: "\n").count)
  }

  @Test func `CSV by format or ending`() throws {
    let desk = try desk()
    let piped = try desk.hilal("run", "-p", "p", "--format", "csv", "in.jsonl")
    _ = try desk.hilal("run", "-p", "p", "-o", "out.csv", "in.jsonl")
    #expect(desk.read("out.csv") == piped.out)
    #expect(piped.out.split(whereSeparator: \.isNewline).count == 3)
    let forced = try desk.hilal("run", "-p", "p", "--format", "jsonl", "-o", "o.csv", "in.jsonl")
    #expect(forced.status == 0)
    #expect(desk.read("o.csv").hasPrefix("{"))
  }

  @Test func `the same bytes for any number of jobs`() throws {
    let desk = try desk()
    try desk.write("big.jsonl", (0..<100).map { _ in articles("عقد لقاء.", "خبر.") }.joined())
    let outputs = try ["1", "2", "7"].map {
      try desk.hilal("run", "-p", "p", "--jobs", $0, "big.jsonl").out
    }
    #expect(outputs[0].split(separator: "\n").count == 100)
    #expect(Set(outputs).count == 1)
  }

  @Test func `no colours and no progress line where no terminal is`() throws {
    for environment in [[:], ["NO_COLOR": "1"]] {
      let outcome = try desk().hilal("run", "-p", "p", "in.jsonl", environment: environment)
      #expect(!outcome.err.contains("\u{1B}"))
      #expect(!outcome.out.contains("\u{1B}"))
    }
  }

  @Test func `an edited rule finds other things without compiling`() throws {
    let desk = try desk()
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl").lines.count == 2)
    try desk.write("p/rules/a.lua", wordRule("خبر"))
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl").lines.count == 1)
    try desk.write("p/rules/b.lua", wordRule("انتهى", id: "end"))
    #expect(try desk.hilal("run", "-p", "p", "in.jsonl").lines.count == 2)
  }

  @Test func `fields by other names`() throws {
    let desk = try desk()
    try desk.write("story.jsonl", "{\"nr\":7,\"story\":\"عقد لقاء.\"}\n")
    try desk.write("odd.jsonl", "{\"nr\":7,\"report\":\"عقد لقاء.\"}\n")
    let named = try desk.hilal(
      "run", "-p", "p", "--field", "content=report", "--field", "id=nr", "odd.jsonl")
    #expect(named.lines.count == 1)
    #expect(named.out.contains("\"id\":\"7\""))
  }

  @Test func `annotate writes an analysis an article`() throws {
    let outcome = try desk().hilal("annotate", "-p", "p", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("{\"schema\":\"hilal.analysis/1\"") })
  }

  @Test func `a declared field that an item lacks is null`() throws {
    let rule = """
      return hilal.rule {
        id = "talk", provides = "talks", fields = { "cue", "place" },
        match = hilal.word "لقاء":as "cue",
        check = function(_, m) return { span = m.cue, cue = m.cue } end,
      }
      """
    let outcome = try desk(["q/rules/a.lua": rule]).hilal("annotate", "-p", "q", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.contains("\"place\":null") == true)
    #expect(outcome.lines.first?.components(separatedBy: "\"cue\":").count == 2)
  }

  @Test func `help and version go to standard output`() throws {
    let desk = try Desk()
    let version = try desk.hilal("--version")
    #expect(version.status == 0)
    #expect(version.out.hasPrefix("hilal "))
    let help = try desk.hilal("run", "--help")
    #expect(help.status == 0)
    #expect(help.out.contains("--quarantine"))
  }

  @Test func `articles that share an id are told of`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    try desk.write("one.jsonl", articles("عقد لقاء.", "خبر."))
    try desk.write("two.jsonl", articles("جرى لقاء.", "خبر آخر.", "خبر ثالث."))
    let run = { (inputs: String...) in
      try desk.hilal(["run", "-p", "p", "-o", "f.jsonl"] + inputs).err
    }
    #expect(try !run("one.jsonl").contains("warning"))
    let both = try run("one.jsonl", "two.jsonl")
    #expect(
      both.contains(
        "warning: 2 articles have the id of one before them, the first `n0`: findings, "),
      "\(both)")
    try desk.write("three.jsonl", articles("خبر."))
    #expect(
      try run("one.jsonl", "three.jsonl").contains("warning: the id `n0` stands at two articles: "))
    #expect(try desk.hilal("run", "-q", "-p", "p", "one.jsonl", "two.jsonl").err.isEmpty)
  }
}
