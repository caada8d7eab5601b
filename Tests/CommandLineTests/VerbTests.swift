import Foundation
import Testing

/// The verbs that show, compare and begin packs.
@Suite struct VerbTests {
  private func desk() throws -> Desk { try .ofTwoPacks() }

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

  @Test(arguments: ["packs", "rules", "layers", "triggers", "api", "codes"])
  func `a list is a table for people, for pages and for programs`(_ what: String) throws {
    let desk = try desk()
    let json = try desk.hilal("list", what, "-p", "p", "--format", "json")
    #expect(json.status == 0)
    for line in json.lines {
      let row = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let counts = row.filter { ["rules", "forms"].contains($0.key) }
      #expect(counts.values.allSatisfy { $0 is Int })
      #expect(counts.isEmpty == !["packs", "triggers"].contains(what))
    }
    #expect(!json.lines.isEmpty)
    let page = try desk.hilal("list", what, "-p", "p", "--format", "markdown")
    #expect(page.status == 0)
    #expect(page.out.hasPrefix("| ") || page.out.hasPrefix("# "))
    let text = try desk.hilal("list", what, "-p", "p")
    let columns = try #require(
      JSONSerialization.jsonObject(with: Data(json.lines[0].utf8)) as? [String: Any])
    #expect(columns.keys.allSatisfy { text.lines[0].contains($0) }, "\(text.lines[0])")
    #expect(text.lines.count == json.lines.count + 1)
  }

  @Test func `differences are one JSON object for programs`() throws {
    let desk = try desk()
    try desk.write(
      "r/rules/a.lua",
      """
      return hilal.rule { id = "talks", match = hilal.word "عقد", severity = "high" }
      """)
    try desk.write("r/pack.toml", "name = \"p\"\nversion = \"2.0.0\"\n")
    try desk.write("q/pack.toml", "name = \"p\"\nversion = \"2.0.0\"\n")
    func object(_ arguments: String...) throws -> [String: Any] {
      let outcome = try desk.hilal(["diff", "--no-cache", "--json"] + arguments + ["in.jsonl"])
      #expect(outcome.lines.count == 1)
      return try #require(
        JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    }
    let wider = try object("p", "q")
    #expect(wider["gained"] as? Int == 2 && wider["lost"] as? Int == 1)
    #expect(wider["changed"] as? Int == 0 && wider["same"] as? Int == 0)
    let changes = try #require(wider["changes"] as? [[String: Any]])
    #expect(changes.map { $0["change"] as? String } == ["gained", "gained", "lost"])
    // «عقد لقاء» has become «لقاء»: gained and lost as ever, and marked.
    #expect(wider["moved"] as? Int == 1)
    #expect(changes.map { $0["moved"] as? Bool } == [true, nil, true])
    let finding = try #require(changes[0]["finding"] as? [String: Any])
    #expect(finding["schema"] as? String == "hilal.finding/1")
    let counted = try object("p", "q", "--limit", "0")
    #expect(counted["gained"] as? Int == 2 && (counted["changes"] as? [Any])?.isEmpty == true)
    try desk.write(
      "r/rules/a.lua",
      """
      return hilal.rule { id = "talks", match = hilal.word "عقد" * hilal.word "لقاء", severity = "high" }
      """)
    let change = try #require((try object("p", "r")["changes"] as? [[String: Any]])?.first)
    #expect(change["change"] as? String == "changed")
    #expect((change["from"] as? [String: Any])?["severity"] as? String == "medium")
    #expect((change["to"] as? [String: Any])?["severity"] as? String == "high")
  }

  @Test func `check tells what is probably not meant`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    let outcome = try desk.hilal("check", "p")
    #expect(outcome.status == 0)
    #expect(outcome.out.contains("warning[H106]: no case expects anything of `word`"))
    #expect(outcome.lines.last == "1 pack checked: 0 errors, 2 warnings")
    #expect(try desk.hilal("check", "--strict", "p").status == 1)
    let json = try desk.hilal("check", "--json", "p")
    #expect(json.out.contains("\"code\":\"H106\",\"level\":\"warning\",\"file\":\"p/rules/a.lua\""))
    try desk.write("p/rules/a.lua", "return hilal.rule { idd = 3 }")
    #expect(try desk.hilal("check", "p").status == 70)
  }

  @Test func `what a needed pack's module gives is there`() throws {
    let desk = try Desk([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"q\"]\n",
      "p/rules/a.lua": """
      local words = require "words"
      return hilal.rule {
        id = "talks", match = hilal.word "لقاء",
        check = function(_, m)
          return words.beginning(m.span.text) and {} or words.begining(m.span.text) and {} or nil
        end,
      }
      """,
      "q/pack.toml": "name = \"q\"\nversion = \"1.0.0\"\n",
      "q/lib/words.lua": """
      local words = {}
      function words.beginning(text) return #text > 0 end
      return words
      """,
    ])
    let outcome = try desk.hilal("check", "p", "q")
    #expect(!outcome.out.contains("`beginning`\n") && !outcome.err.contains("field `beginning`"))
    #expect((outcome.out + outcome.err).contains("nothing has a field `begining`"))
  }

  @Test func `a new pack passes its own cases`() throws {
    let desk = try Desk()
    let new = try desk.hilal("new", "pack", "my-pack")
    #expect(new.status == 0, "\(new.err)")
    let folder = desk.exists("plugins/my-pack") ? "plugins/my-pack" : "my-pack"
    let test = try desk.hilal("test", folder, environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(test.status == 0, "\(test.out)\(test.err)")
    let check = try desk.hilal("check", folder, environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(check.out.contains("0 errors, 0 warnings"), "\(check.out)")
    let again = try desk.hilal("new", "pack", "my-pack")
    #expect(again.status != 0)
  }

  @Test(arguments: [
    ("arabic", "`arabic` is the pack that a new one needs"), ("figures", "has the name `figures`"),
  ])
  func `a new pack takes no name of another`(_ name: String, _ text: String) throws {
    let outcome = try Desk().hilal(
      "new", "pack", name, environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(outcome.status == 64)
    #expect(outcome.err.contains(text), "\(outcome.err)")
    #expect(outcome.err.contains("choose another name"))
  }

  @Test func `a new pack tells of a needed pack that is not found, and tests say only that`() throws
  {
    let desk = try Desk()
    // Outside the sources' .build no `arabic` is found.
    let outcome = try desk.shell(
      """
      cp "$HILAL" hilal && ./hilal new pack my-pack; echo $?; ./hilal test plugins/my-pack; echo $?
      export HILAL_PLUGINS="\(Desk.plugins)"; ./hilal new pack other
      """)
    #expect(
      outcome.lines == [
        "wrote plugins/my-pack; next: hilal test plugins/my-pack", "0", "70",
        "wrote plugins/other; next: hilal test plugins/other",
      ])
    #expect(outcome.err.contains("`arabic`, which my-pack needs, is not found"))
    #expect(outcome.err.contains("export HILAL_PLUGINS=/path/to/hilal/plugins"))
    #expect(outcome.err.contains("error[H004]"))
    #expect(!outcome.err.contains("other needs"))
  }

  @Test func `diff tells what an edit gained, lost and changed`() throws {
    let desk = try desk()
    let environment = ["XDG_CACHE_HOME": desk.path + "/cache"]
    let outcome = try desk.hilal("diff", "p", "q", "in.jsonl", environment: environment)
    #expect(outcome.status == 1)
    #expect(
      outcome.lines == [
        "+ n0  q/talks  لقاء", "    عقد لقاء.", "+ n1  q/talks  لقاء", "    جرى لقاء.",
        "- n0  p/talks  عقد لقاء", "    عقد لقاء.",
        "2 gained, 1 lost, 0 changed, 0 the same",
      ])
    try desk.write("r/pack.toml", "name = \"q\"\nversion = \"2.0.0\"\n")
    try desk.write(
      "r/rules/a.lua",
      """
      return hilal.rule { id = "talks", severity = "high", codes = { cameo = "040" },
        match = hilal.word "لقاء" }
      """)
    let changed = try desk.hilal("diff", "q", "r", "in.jsonl", environment: environment)
    #expect(
      changed.lines.prefix(4) == [
        "~ n0  q/talks  لقاء", "    عقد لقاء.", "    severity: medium → high",
        "    codes:  → cameo 040",
      ])
    let same = try desk.hilal("diff", "q", "q", "in.jsonl", environment: environment)
    #expect(same.status == 0)
    #expect(same.out == "0 gained, 0 lost, 0 changed, 2 the same\n")
  }

  @Test func `diff shows the words around a finding on one line, cut between words`() throws {
    let desk = try desk()
    let words = { (word: String, count: Int) in
      Array(repeating: word, count: count).joined(separator: " ")
    }
    let sentence = words("قبل", 40) + " لقاء " + words("بعد", 40)
    try desk.write(
      "in.jsonl", articles("\(sentence).", "جرى\\nلقاء\\u001b[31m في المدينة."))
    let diff = try desk.hilal("diff", "--no-cache", "p", "q", "in.jsonl")
    #expect(diff.lines[1] == "    … \(words("قبل", 14)) لقاء \(words("بعد", 23)) …")
    #expect(!diff.out.contains("\u{1B}"))
  }

  @Test func `diff reads what --files-from lists, and of a folder what --include names`() throws {
    let desk = try desk()
    let environment = ["XDG_CACHE_HOME": desk.path + "/cache"]
    try desk.write("list", "in.jsonl\n")
    let listed = try desk.hilal(
      "diff", "p", "q", "--files-from", "list", environment: environment)
    #expect(listed.lines.last == "2 gained, 1 lost, 0 changed, 0 the same")
    try desk.write("news/a.jsonl", articles("جرى لقاء."))
    try desk.write("news/b.jsonl", articles("خبر."))
    for (name, count) in [("a", 1), ("b", 0)] {
      let some = try desk.hilal(
        "diff", "p", "q", "news", "--include", "\(name).jsonl", environment: environment)
      #expect(some.lines.last == "\(count) gained, 0 lost, 0 changed, 0 the same")
    }
  }

  @Test func `diff works nothing out twice, and everything that changed`() throws {
    let desk = try desk()
    let environment = ["XDG_CACHE_HOME": desk.path + "/cache"]
    let kept = {
      (try? FileManager.default.contentsOfDirectory(atPath: desk.path + "/cache/hilal/findings"))
        ?? []
    }
    let diff = { (arguments: String...) in
      try desk.hilal("diff", "p", "q", "in.jsonl", environment: environment).out
    }
    let first = try diff()
    #expect(kept().count == 2)
    #expect(try diff() == first)
    #expect(kept().count == 2)
    // What is kept is what is shown: a damaged file is worked out again.
    let file = desk.path + "/cache/hilal/findings/" + (kept().sorted().first ?? "")
    try Data("{".utf8).write(to: URL(fileURLWithPath: file))
    #expect(try diff() == first)
    // A changed word of the pack, and a changed byte of the input.
    try desk.write(
      "q/rules/a.lua", "return hilal.rule { id = \"talks\", match = hilal.word \"جرى\" }")
    #expect(try diff() != first)
    #expect(kept().count == 3)
    try desk.write("in.jsonl", articles("عقد لقاء."))
    #expect(
      try diff()
        == "- n0  p/talks  عقد لقاء\n    عقد لقاء.\n0 gained, 1 lost, 0 changed, 0 the same\n")
    #expect(kept().count == 5)
    let without = try desk.hilal(
      "diff", "--no-cache", "p", "q", "in.jsonl", environment: ["XDG_CACHE_HOME": desk.path + "/no"]
    )
    #expect(without.status == 1)
    #expect(!desk.exists("no"))
  }

  @Test func `diff takes findings that were kept for what they were`() throws {
    let rule = """
      return hilal.rule { id = "talks", fields = { "who", "at" }, match = hilal.word "لقاء",
        check = function(s, m) return { who = s.article.id, at = s.text } end }
      """
    let desk = try Desk(["p/rules/a.lua": rule, "in.jsonl": articles("عقد لقاء.")])
    let environment = ["XDG_CACHE_HOME": desk.path + "/cache"]
    _ = try desk.hilal("diff", "p", "p", "in.jsonl", environment: environment)
    try desk.write("q/pack.toml", desk.read("p/pack.toml") + "title = \"other\"\n")
    try desk.write("q/rules/a.lua", rule)
    let diff = try desk.hilal("diff", "p", "q", "in.jsonl", environment: environment)
    #expect(diff.out == "0 gained, 0 lost, 0 changed, 1 the same\n")
  }

  @Test func `a rule that fails is told of by diff and watch`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء",
        check = function() error("no") end }
      """,
      "q/rules/a.lua": wordRule("لقاء"),
      "in.jsonl": articles("عقد لقاء.", "جرى لقاء."),
    ])
    let environment = ["XDG_CACHE_HOME": desk.path + "/cache"]
    for _ in 1...2 {
      let diff = try desk.hilal("diff", "p", "q", "in.jsonl", environment: environment)
      #expect(diff.status == 70)
      #expect(diff.err.contains("error: p/talks: no"))
      #expect(diff.err.contains("on 2 articles, the first n0"))
    }
    let watch = try desk.hilal("watch", "-p", "p", "--runs", "1", "in.jsonl")
    #expect(watch.err.contains("error: p/talks: no"))
    #expect(watch.err.contains("0 findings in"))
  }

  @Test(.timeLimit(.minutes(1))) func `watch tells at once of a pack that is not there`() throws {
    let watch = try desk().hilal("watch", "-p", "nowhere", "--runs", "1", "in.jsonl")
    #expect(watch.err.contains("nowhere"))
  }

  @Test func `watch shows what a save gained and lost`() throws {
    let desk = try desk()
    let outcome = try desk.shell(
      """
      "$HILAL" watch -p p --runs 2 in.jsonl > out.txt 2> err.txt &
      while ! grep -q findin err.txt; do sleep 0.05; done
      sed 's/hilal.word "عقد" \\* //' p/rules/a.lua > new.lua
      mv new.lua p/rules/a.lua
      wait
      cat out.txt
      """)
    #expect(
      outcome.lines == [
        "~ n0  p/talks  لقاء", "    عقد لقاء.", "    span: عقد لقاء → لقاء",
        "+ n1  p/talks  لقاء", "    جرى لقاء.", "1 gained, 0 lost, 1 changed, 0 the same",
      ])
  }

  @Test func `a pack finds what it needs beside a build of the program`() throws {
    let desk = try Desk()
    _ = try desk.hilal("new", "pack", "alone")
    // The program of these tests lies in the .build of its sources, whose plugins lend `arabic`.
    let test = try desk.hilal("test", "plugins/alone")
    #expect(test.status == 0, "\(test.err)")
    // What is lent does not run by itself.
    #expect(try desk.hilal("list", "rules").out.contains("alone"))
    #expect(try !desk.hilal("list", "rules").out.contains("military"))
    // All that can be named is listed, each once.
    let packs = try desk.hilal("list", "packs")
    let names = packs.lines.compactMap { $0.split(separator: " ").first }
    #expect(names.contains("alone") && names.contains("military-threats"))
    #expect(names.count == Set(names).count)
    #expect(
      packs.err == "note: a run without -p takes the first 2; the others are named with -p\n")
  }
}
