import Foundation
import Testing

/// What a newcomer stumbles over: each time one line says what is wrong and what to do.
@Suite struct HintTests {
  @Test func `the version names the script API beside the program`() throws {
    let lines = try talksDesk().hilal("--version").lines
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("hilal 0.1.0") == true)
    #expect(lines.last == "script API 1.0")
  }

  @Test(arguments: [
    ["run"], ["run", "--jobz", "2", "in.jsonl"], ["list", "foo"], ["eval", "talks"],
    ["show", "in.jsonl", "--limit", "0"], ["run", "in.jsonl", "--field", "x"], ["run", "none.zip"],
    ["new", "pak", "x"], ["run", "-p", "tlaks", "in.jsonl"], ["query", "none.db", "لقاء"],
  ])
  func `every error begins the same way`(_ arguments: [String]) throws {
    let outcome = try talksDesk().hilal(arguments)
    #expect(outcome.err.hasPrefix("error"), "\(outcome.err)")
    #expect(!outcome.err.contains("Error"))
  }

  @Test(arguments: [
    (["run", "--jobz", "2"], "there is no option `--jobz`; did you mean `--jobs`?"),
    (["bench", "--id", "n0"], "there is no option `--id`; `hilal run` has it\n"),
    (["show", "--quarantine", "q"], "there is no option `--quarantine`; `hilal run` has it\n"),
    (["explain", "talks", "--rule", "x"], "there is no option `--rule`; `hilal run` has it\n"),
    (["show", "--coverage"], "there is no option `--coverage`; `hilal test` has it\n"),
    (
      ["eval", "--pack", "talks"],
      "there is no option `--pack`; packs stand behind the verb: hilal eval PACK\n"
    ),
    (
      ["diff", "-p", "talks"],
      "there is no option `-p`; packs stand behind the verb: hilal diff PACK PACK\n"
    ),
    (["run", "--limt", "2"], "there is no option `--limt`\n"),
    (["show", "--limt", "2"], "there is no option `--limt`; did you mean `--limit`?"),
    (
      ["check", "-p", "talks"],
      "there is no option `-p`; packs stand behind the verb: hilal check PACK\n"
    ),
    (
      ["test", "--pack", "talks"],
      "there is no option `--pack`; packs stand behind the verb: hilal test PACK\n"
    ),
    (["explain", "talks", "--al"], "there is no option `--al`; did you mean `--all`?"),
  ])
  func `an option that is not there is told of with one of its letters only`(
    _ arguments: [String], _ text: String
  ) throws {
    let outcome = try talksDesk().hilal(arguments + ["in.jsonl"])
    #expect(outcome.status == 64)
    #expect(outcome.err.hasPrefix("error: \(text)"), "\(outcome.err)")
  }

  @Test(arguments: [
    (["list", "pakcs"], "The value 'pakcs' is invalid for '<subject>'. Did you mean `packs`?"),
    (
      ["run", "in.jsonl", "--format", "jsnol"],
      "The value 'jsnol' is invalid for '--format <format>'. Did you mean `jsonl`?"
    ),
    (["list", "rules", "talks"], "Unexpected argument 'talks'; a pack is named with -p: -p talks"),
    (["list", "rules", "layers"], "Unexpected argument 'layers'\n"),
    (["--verison"], "there is no option `--verison`; did you mean `--version`?"),
    (["version"], "there is no command `version`; did you mean `hilal --version`?"),
    (["serve"], "name an input: a file or a folder\n"),
    (
      ["run", "in.jsonl", "--rule", "talks/wrod"],
      "--rule talks/wrod: no such rule; did you mean `talks/word`?"
    ),
    (["run", "in.jsonl", "--rule", "speech"], "--rule speech: no such rule; known are: word\n"),
    (["annotate", "in.jsonl", "-o", "found.sqlite"], "analyses are written as JSON Lines"),
    (
      ["diff", "talks", "talks"],
      "name an input: a file or a folder; and the pack talks is named twice: name its other version"
    ),
    (
      ["diff", "talks", "in.jsonl"],
      "two packs stand before the inputs, as in hilal diff OLD NEW INPUT; in.jsonl is no pack\n"
    ),
    (
      ["diff", "in.jsonl", "out.jsonl"],
      "two packs stand before the inputs, as in hilal diff OLD NEW INPUT; in.jsonl and out.jsonl are no packs\n"
    ),
    (["diff", "talks", "talks", "-"], "standard input can be read only once"),
    (["watch", "-p", "talks", "-"], "standard input can be read only once"),
  ])
  func `a slip of the command line is told of with what may be meant`(
    _ arguments: [String], _ text: String
  ) throws {
    let outcome = try talksDesk().hilal(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.err.hasPrefix("error: \(text)"), "\(outcome.err)")
  }

  @Test(arguments: [
    ("bare", "name a pack's folder, or make one with `hilal new pack NAME`"),
    (".", "this folder holds packs: name one of them, as in ./plugins/talks"),
    ("plugins", "this folder holds packs: name one of them, as in plugins/talks"),
    ("plugins/talks/rules/a.lua", "this lies in a pack: name the pack's folder, plugins/talks"),
    ("plugins/talks/rules", "this lies in a pack: name the pack's folder, plugins/talks"),
    ("plugins/talkz", "did you mean `plugins/talks`?"),
    ("talkx", "name a pack's folder"),
    ("upper", "the manifest is written in small letters: rename Pack.toml to pack.toml"),
    ("bare/a.lua", "this is a file, and a pack is a folder with a pack.toml: name that"),
  ])
  func `what is named as a pack and is none is told of with the pack that may be meant`(
    _ path: String, _ hint: String
  ) throws {
    let files = ["bare/a.lua": wordRule("لقاء"), "talkx/a.lua": "", "upper/Pack.toml": ""]
    let outcome = try talksDesk(files).hilal(
      "run", "-p", path, "in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("= help: \(hint)"), "\(outcome.err)")
  }

  @Test func `a name that no pack has is told of with where it was looked for`() throws {
    let desk = try talksDesk()
    let lines = { (name: String) in
      try desk.shell("HILAL_PLUGINS=elsewhere $HILAL check \(name)").out.split(separator: "\n")
    }
    let first = try #require(try lines("mist").first)
    #expect(first.hasPrefix("error[H001]: no pack here, nor in plugins, elsewhere, /"), "\(first)")
    // A path says itself where it leads.
    #expect(
      try lines("plugins/mist").first == "error[H001]: no pack here: there is no pack.toml")
  }

  @Test(arguments: [
    (
      ["diff", "talks", "talks", "talks"], "talks is a pack, not articles; the 2 packs stand first"
    ),
    (
      ["explain", "talks", "plugins"], "plugins is a folder of packs, not articles; the pack stands"
    ),
    (["run", "talks"], "talks is a pack, not articles; say -p talks, and"),
  ])
  func `a pack among the inputs is told of in the verb's own manner`(
    _ arguments: [String], _ text: String
  ) throws {
    let outcome = try talksDesk().hilal(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("error: \(text)"), "\(outcome.err)")
  }

  @Test(arguments: ["run", "annotate", "show", "explain"])
  func `one article is asked for, not several`(_ verb: String) throws {
    let outcome = try talksDesk().hilal(
      [verb] + (verb == "explain" ? ["talks"] : []) + ["in.jsonl", "--id", "n0", "--id", "n1"])
    #expect(outcome.status == 64)
    #expect(
      outcome.err.hasPrefix(
        "error: --id names one article, and n0 and n1 were named; give it once\n"))
  }

  @Test(arguments: [
    (["-o", "a", "-o", "b"], "--output names one file, and a and b were named; give it once"),
    (["--output=a", "-o", "b"], "--output names one file, and a and b were named; give it once"),
    (
      ["--quarantine", "a", "--quarantine", "b"],
      "--quarantine names one file, and a and b were named; give it once"
    ),
    (["--seen", "a", "--seen=b"], "--seen names one file, and a and b were named; give it once"),
    (["-", "--files-from", "-"], "standard input can be read only once: give - once"),
    (["-", "-"], "standard input can be read only once: give - once"),
  ])
  func `what there can be one of is refused twice`(_ arguments: [String], _ text: String) throws {
    let desk = try talksDesk()
    let outcome = try desk.hilal(["run", "-p", "talks", "in.jsonl"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.err.hasPrefix("error: \(text)\n"), "\(outcome.err)")
    #expect(!desk.exists("a") && !desk.exists("b"))
  }

  @Test func `a list that is read as one of its items is told of as that`() throws {
    let desk = try talksDesk([
      "plugins/talks/rules/a.lua":
        "return hilal.rule { id = \"w\", match = hilal.word \"لقاء\", check = function(s) return s.times.text .. \"x\" end }"
    ])
    let outcome = try desk.hilal("run", "-p", "talks", "in.jsonl")
    #expect(
      outcome.err.contains(
        "(field 'text'); if it is a list that has no `text`, take an item first: list[1].text"),
      "\(outcome.err)")
  }

  @Test func `a number below the least is told of, whatever its sign`() throws {
    let desk = try talksDesk()
    for (option, least) in [("--limit", 1), ("--jobs", 1), ("--max-record", 1)] {
      let verb = option == "--limit" ? "show" : "run"
      let outcome = try desk.hilal(verb, "in.jsonl", option, "-1")
      #expect(outcome.status == 64)
      #expect(outcome.err.hasPrefix("error: \(option) must be at least \(least)\n"))
    }
  }

  @Test func `what can be made is named`() throws {
    let near = try talksDesk().hilal("new", "pak", "foo")
    #expect(near.status == 64)
    #expect(near.err == "error: there is no command `new pak`; did you mean `new pack`?\n")
    let far = try talksDesk().hilal("new", "storms")
    #expect(far.err == "error: there is no command `new storms`; write `hilal new pack NAME`\n")
    #expect(try talksDesk().hilal("new", "--help").status == 0)
  }

  @Test func `a misspelt pack beside the reader is told of with its name`() throws {
    let desk = try talksDesk()
    try FileManager.default.copyItem(
      atPath: desk.path + "/plugins/talks", toPath: desk.path + "/old-talks")
    let outcome = try desk.hilal("diff", "--no-cache", "old-taks", "talks", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("= help: did you mean `old-talks`?"))
  }

  @Test(arguments: ["plugins/talks", "elsewhere/plugins/talks/"])
  func `a pack that is named by the folder of another place is told of with its name`(
    _ path: String
  ) throws {
    let desk = try talksDesk()
    try desk.write("work/in.jsonl", articles("عقد لقاء."))
    let outcome = try desk.shell(
      "cd work && HILAL_PLUGINS=../plugins $HILAL annotate -p \(path) in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("= help: did you mean `talks`?"), "\(outcome.err)")
  }

  @Test(arguments: ["talks", "./plugins/talks/"])
  func `a pack that is compared with itself is told of`(_ name: String) throws {
    let outcome = try talksDesk().hilal("diff", "--no-cache", "talks", name, "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("warning: the pack talks is named twice, so nothing can differ"))
  }

  @Test func `a file that is not there is taken for no rule`() throws {
    let outcome = try talksDesk().hilal("check", "news.zip")
    #expect(!outcome.out.contains("if a rule is meant"), "\(outcome.out)")
    #expect(outcome.out.contains("name a pack's folder"), "\(outcome.out)")
  }

  @Test(arguments: ["talks/word/", "plugins/talks/word/"])
  func `a rule may end in a slash`(_ target: String) throws {
    #expect(try talksDesk().hilal("explain", target, "in.jsonl").out.contains("fired on"))
  }

  @Test func `a misspelt need is told of with the pack that is there`() throws {
    let desk = try talksDesk([
      "plugins/more/pack.toml": "name = \"more\"\nversion = \"1.0.0\"\nneeds = [\"takls\"]\n",
      "plugins/more/rules/a.lua": wordRule("خبر"),
    ])
    let outcome = try desk.hilal("check", "more")
    #expect(outcome.out.contains("error[H004]: the needed pack `takls` is not found"))
    #expect(outcome.out.contains("= help: did you mean `talks`?"))
  }

  @Test(arguments: [["run"], ["annotate"], ["show"], ["explain"]])
  func `an id that no article has is told of with one that is near or like it`(
    _ verb: [String]
  ) throws {
    let desk = try talksDesk([
      "in.jsonl":
        "{\"id\":\"news-075\",\"content\":\"عقد لقاء.\"}\n{\"id\":\"news-100\",\"content\":\"خبر.\"}\n"
    ])
    let command = verb == ["explain"] ? verb + ["talks"] : verb + ["-p", "talks"]
    let near = try desk.hilal(command + ["in.jsonl", "--id", "news-75"])
    #expect(near.status == 66)
    #expect(
      near.err.hasSuffix("error: no article with the id news-75; did you mean `news-075`?\n"))
    let far = try desk.hilal(command + ["in.jsonl", "--id", "x"])
    #expect(far.err.hasSuffix("error: no article with the id x; ids are like `news-075`\n"))
    #expect(try desk.hilal(command + ["in.jsonl", "--id", "news-100"]).status == 0)
  }

  @Test func `run takes one article by its id`() throws {
    let outcome = try talksDesk().hilal("run", "-p", "talks", "in.jsonl", "--id", "n0")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    #expect(outcome.err.contains("2 articles read, 1 processed, 0 quarantined, 1 skipped"))
  }

  @Test(arguments: [
    ["run", "-o", "out.jsonl"], ["run", "-o", "out.sqlite"], ["run", "--quarantine", "out.jsonl"],
    ["annotate", "-o", "out.jsonl"],
  ])
  func `a folder that is not there is told of with how to make it`(_ options: [String]) throws {
    let outcome = try talksDesk().hilal(
      [options[0], "-p", "talks", "in.jsonl", options[1], "deep/er/\(options[2])"])
    #expect(outcome.status == 74)
    #expect(
      outcome.err.contains(
        "error: deep/er/\(options[2]): cannot be opened for writing: there is no folder deep/er; "
          + "make it first: mkdir -p 'deep/er'\n"))
  }

  @Test func `a run that cannot be resumed says so in one line, with what to do`() throws {
    let lexicons = (0..<40).map { ("plugins/more/lexicon/l\($0).txt", "لقاء\n") }
    let desk = try talksDesk(
      [
        "plugins/more/pack.toml": "name = \"more\"\nversion = \"1.0.0\"\n",
        "plugins/more/rules/a.lua": wordRule("لقاء"),
      ].merging(lexicons) { $1 })
    #expect(try desk.hilal("run", "-p", "talks", "in.jsonl", "-o", "out.jsonl").status == 0)
    let outcome = try desk.hilal("run", "-p", "more", "in.jsonl", "-o", "out.jsonl", "--resume")
    #expect(outcome.status == 65)
    #expect(
      outcome.err == """
        error: out.jsonl: cannot be resumed: the pack talks took part and does not now; the pack more takes part now; \
        repeat the first command with --resume, name another --output, or run without --resume to begin this one again

        """)
    for name in lexicons.map(\.0) + ["plugins/talks/lexicon/a.txt"] {
      try desk.write(name.replacing("more", with: "talks"), "لقاء\n")
    }
    let files = try desk.hilal("run", "-p", "talks", "in.jsonl", "-o", "out.jsonl", "--resume")
    #expect(files.err.contains("talks/lexicon/a.txt is new; the pack file talks/lexicon/l0.txt"))
    #expect(files.err.contains("and 38 more files of packs differ"))
  }

  @Test func `a run that is resumed otherwise names options that there are`() throws {
    let desk = try talksDesk()
    try desk.write("seen.txt", "one\ntwo\n")
    let first = ["run", "-p", "talks", "in.jsonl", "-o", "out.jsonl"]
    #expect(try desk.hilal(first + ["--seen", "seen.txt"]).status == 0)
    let without = try desk.hilal(first + ["--resume"])
    #expect(without.status == 65)
    #expect(
      without.err.contains("resumed: --seen was seen.txt and is not given; repeat the first"),
      "\(without.err)")
    try desk.write("seen.txt", "one\n")
    let shorter = try desk.hilal(first + ["--seen", "seen.txt", "--resume"])
    #expect(
      shorter.err.contains("resumed: the file of --seen, seen.txt, is shorter than it was; repeat"),
      "\(shorter.err)")
  }

  @Test(arguments: ["[[case]", "[case]]", "[[case", "[[case.expect]"])
  func `brackets that do not pair in cases are told of as such`(_ line: String) throws {
    let desk = try talksDesk([
      "plugins/talks/tests/a.toml": "\(line)\nname = \"a\"\ntext = \"خبر\"\n"
    ])
    let outcome = try desk.hilal("test", "talks")
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("= help: two brackets on either side, on a line of its own:"))
  }

  @Test func `an endless loop is told of with the limit and how to see what rules cost`() throws {
    let desk = try talksDesk([
      "plugins/talks/rules/a.lua":
        "return hilal.rule { id = \"w\", match = hilal.word \"لقاء\", check = function() while true do end end }"
    ])
    let outcome = try desk.hilal("run", "-p", "talks", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(
      outcome.err.contains(
        "error: talks/w: the steps of this call are used up: the rule has 1000064 on this article\n"
      ), "\(outcome.err)")
    #expect(outcome.err.contains("  help: look for an endless loop; `hilal bench -p talks INPUT`"))
  }

  @Test func `a misspelt capture is told of with its name when the rule runs`() throws {
    let rule = """
      return hilal.rule { id = "w", match = hilal.word "لقاء":as "talk" + hilal.word "خبر":as "news",
        check = function(s, m) return m.NAME.text ~= "" end }
      """
    for (name, hint) in [
      ("tlak", "; did you mean `talk`?"), ("news", "; the match has no `news`: test for nil first"),
      ("xyzxyz", "\n"),
    ] {
      let desk = try talksDesk(["plugins/talks/rules/a.lua": rule.replacing("NAME", with: name)])
      let outcome = try desk.hilal("run", "-p", "talks", "in.jsonl")
      #expect(outcome.status == 70)
      #expect(
        outcome.err.contains("attempt to index a nil value (field '\(name)')\(hint)"),
        "\(outcome.err)")
    }
  }

  @Test func `a pack without rules is told of where rules are wanted`() throws {
    let desk = try talksDesk([
      "plugins/bare/pack.toml": "name = \"bare\"\nversion = \"1.0.0\"\n",
      "plugins/bare/rules/notes.txt": "",
      "plugins/bare/README.md": "x",
      "plugins/bare/tests/a.toml":
        "[[case]]\nname = \"a\"\ntext = \"خبر\"\n[[case.expect]]\nrule = \"word\"\n",
    ])
    let run = try desk.hilal("run", "-p", "bare", "in.jsonl")
    #expect(run.status == 0)
    #expect(run.err.contains("warning: the pack bare has no rules, so it finds nothing; rules are"))
    for subject in ["rules", "triggers"] {
      #expect(try desk.hilal("list", subject, "-p", "bare").err.contains("bare has no rules, so"))
    }
    #expect(try desk.hilal("list", "packs", "-p", "bare").err.isEmpty)
    #expect(try !desk.hilal("annotate", "-p", "bare", "in.jsonl").err.contains("no rules"))
    #expect(try !desk.hilal("run", "in.jsonl").err.contains("no rules"))
    let check = try desk.hilal("check", "bare")
    #expect(check.out.contains("warning[H113]: the pack has no rules"))
    #expect(
      check.out.contains("= help: the pack has no rules; they are the files of rules/, *.lua"))
    #expect(!check.out.contains("known are:"))
  }

  @Test func `of two packs of one name it is said which runs`() throws {
    let desk = try talksDesk()
    try FileManager.default.copyItem(
      atPath: desk.path + "/plugins/talks", toPath: desk.path + "/plugins/copy")
    let outcome = try desk.hilal("run", "in.jsonl")
    #expect(outcome.status == 70)
    #expect(outcome.lines.count == 1)
    #expect(
      outcome.err.contains(
        "error[H003]: `talks` is the name of plugins/copy as well, which was loaded; plugins/talks was not\n"
      ))
    #expect(outcome.err.contains("= help: a copy of a pack keeps its name: give one of the two"))
  }

  @Test func `JSON that is broken at its start is no text`() throws {
    let desk = try talksDesk(["bad.json": "\"id\": 1, \"content\": \"عقد لقاء\"}\nلقاء\n"])
    let outcome = try desk.hilal("run", "-p", "talks", "bad.json", "--quarantine", "q.jsonl")
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains("warning: nothing could be read: bad.json:1: not valid JSON"))
    #expect(desk.read("q.jsonl").split(separator: "\n").count == 1)
  }

  @Test func `a place of packs that is not there is told of once`() throws {
    let desk = try talksDesk()
    try FileManager.default.copyItem(
      atPath: desk.path + "/plugins/talks", toPath: desk.path + "/copy")
    let outcome = try desk.hilal(
      "diff", "--no-cache", "talks", "copy", "in.jsonl",
      environment: ["HILAL_PLUGINS": "/nonexist:plugins"])
    #expect(outcome.status == 0)
    #expect(outcome.err == "warning: HILAL_PLUGINS names /nonexist, where there is no folder\n")
  }

  @Test(arguments: ["show", "diff", "watch", "bench", "explain", "serve"])
  func `only verbs that write what they could not read take --quarantine`(_ verb: String) throws {
    let desk = try talksDesk()
    for option in ["--quarantine", "--strict"] {
      #expect(try !desk.hilal(verb, "--help").out.contains(option))
    }
    for writer in ["run", "annotate"] {
      #expect(try desk.hilal(writer, "--help").out.contains("--quarantine"))
    }
  }

  @Test func `a field of content that is null is named as such`() throws {
    let desk = try talksDesk(["null.jsonl": "{\"id\":\"a\",\"content\":null}\n"])
    let outcome = try desk.hilal("run", "-p", "talks", "null.jsonl")
    #expect(
      outcome.err.contains(
        "the record has no content, only \"id\", \"content\" (null); name the field that holds it"))
  }

  @Test func `outputs that are folders, or that promise a packed file, are told of`() throws {
    let desk = try talksDesk()
    let folder = try desk.hilal("run", "-p", "talks", "in.jsonl", "-o", "plugins")
    #expect(folder.status == 74)
    #expect(
      folder.err.contains(
        "plugins: cannot be opened for writing: it is a folder; name a file in it"))
    let packed = try desk.hilal("run", "-p", "talks", "in.jsonl", "-o", "found.jsonl.gz")
    #expect(
      packed.err.contains(
        "found.jsonl.gz takes JSON Lines that are not packed; to pack them: -o - | gzip > found.jsonl.gz"
      ))
    let seen = try desk.hilal(
      "run", "-p", "talks", "in.jsonl", "--seen", "none/seen.txt", "-o", "refused.jsonl")
    #expect(!desk.exists("refused.jsonl"))
    #expect(
      seen.err.contains(
        "error: none/seen.txt: cannot be opened for writing: there is no folder none"))
  }

  @Test
  func
    `packs named in one word, a rule named by a dot and a text named as an input are told apart`()
    throws
  {
    let desk = try talksDesk()
    #expect(
      try desk.hilal("run", "-p", "talks,visits", "in.jsonl").err.contains(
        "= help: one pack each: -p talks -p visits"))
    #expect(
      try desk.hilal("explain", "talks.met", "in.jsonl").err.contains(
        "= help: if a rule is meant: it is named as talks/met"))
    #expect(
      try desk.hilal("explain", "talks/met", "عقد لقاء").err
        == "error: عقد لقاء: no such file; a text is piped in: echo TEXT | hilal explain talks/met -\n"
    )
    #expect(
      try desk.hilal("run", "-p", "talks", "عقد لقاء").err.contains(
        "a text is piped in as an article: echo '{\"content\": \"TEXT\"}' | hilal … -"))
  }
}
