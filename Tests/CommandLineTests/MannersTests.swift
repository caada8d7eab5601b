import Foundation
import Testing

/// What the program says to someone who has slipped: the mistake, and what to do.
@Suite struct MannersTests {
  private func desk(_ files: [String: String] = [:]) throws -> Desk {
    try Desk(
      [
        "plugins/talks/pack.toml": "name = \"talks\"\nversion = \"1.0.0\"\n",
        "plugins/talks/rules/a.lua": wordRule("لقاء"),
        "plugins/talks/tests/a.toml": """
        [[case]]
        name = "a meeting"
        text = "عقد لقاء."
        [[case.expect]]
        rule = "word"
        """,
        "in.jsonl": articles("عقد لقاء.", "خبر."),
        "gold.jsonl": "{\"id\":\"1\",\"text\":\"عقد لقاء.\",\"label\":\"yes\"}\n",
      ].merging(files) { $1 })
  }

  @Test(arguments: ["talks", "plugins/talks", "./plugins/talks/"])
  func `every verb takes a pack by its name and by its path`(_ pack: String) throws {
    let desk = try desk()
    for arguments in [
      ["run", "-p", pack, "in.jsonl"], ["annotate", "-p", pack, "in.jsonl"],
      ["show", "-p", pack, "in.jsonl"], ["test", pack], ["check", pack],
      ["list", "-p", pack, "rules"], ["bench", "-p", pack, "in.jsonl"],
      ["watch", "-p", pack, "--runs", "1", "in.jsonl"],
      ["diff", "--no-cache", pack, pack, "in.jsonl"],
      ["eval", pack, "gold.jsonl"], ["explain", pack, "in.jsonl"],
      ["eval", pack.trimmingSlash + "/word", "gold.jsonl"],
      ["explain", pack.trimmingSlash + "/word", "in.jsonl"],
    ] {
      let outcome = try desk.hilal(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.err)")
    }
  }

  @Test(arguments: [
    ("tlaks", "did you mean `talks`?"), ("plugins/takls", "did you mean `plugins/talks`?"),
    ("plugins", "this folder holds packs: name one of them, as in plugins/talks"),
    ("talks/word", "name that; to run one rule: hilal run -p plugins/talks --rule word"),
    ("weather", "name a pack's folder"),
  ])
  func `a pack that is not there ends the run with what may be meant`(
    name: String, hint: String
  ) throws {
    let desk = try desk()
    for arguments in [
      ["run", "-o", "out", "-p", name, "in.jsonl"], ["test", name], ["check", name],
    ] {
      let outcome = try desk.hilal(arguments)
      #expect(outcome.status == 70)
      #expect((outcome.err + outcome.out).contains("error[H001]: no pack here"))
      #expect((outcome.err + outcome.out).contains(hint), "\(arguments)")
      #expect(!outcome.err.contains("articles read"))
    }
    #expect(!desk.exists("out"))
  }

  @Test func `a rule without its pack is told of with it`() throws {
    let outcome = try desk().hilal("explain", "word", "in.jsonl")
    #expect(outcome.status == 64)
    #expect(
      outcome.err == "error: no pack is named `word`; name the rule with its pack: talks/word\n")
  }

  @Test(arguments: ["plugins/talks", "talks"])
  func `a pack among the inputs is refused`(_ input: String) throws {
    let desk = try desk()
    for arguments in [["run", input], ["show", input, "in.jsonl"], ["annotate", input]] {
      let outcome = try desk.hilal(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.err.hasPrefix("error: \(input) is a pack, not articles; say -p \(input)"))
      #expect(outcome.err.split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: ["plugins", "plugins/", "./plugins"])
  func `a folder of packs among the inputs is refused`(_ input: String) throws {
    let desk = try desk(["plugins/.luarc.json": "{}"])
    for verb in Self.readers {
      let outcome = try desk.hilal(verb + [input])
      #expect(outcome.status == 64)
      // How a pack is named hangs on the verb.
      #expect(outcome.err.hasPrefix("error: \(input) is a folder of packs, not articles; "))
      let isPositional = ["explain", "watch", "diff"].contains(verb.first)
      #expect(isPositional || outcome.err.contains("\(input.trimmingSlash)/talks"))
      #expect(outcome.err.contains(", and name the articles as input"))
      #expect(outcome.err.split(separator: "\n").count == 1)
    }
  }

  @Test func `packs beside articles in a folder are told of`() throws {
    let desk = try desk(["work/news.jsonl": articles("عقد لقاء.")])
    try FileManager.default.copyItem(
      atPath: desk.path + "/plugins/talks", toPath: desk.path + "/work/talks")
    let outcome = try desk.hilal("run", "-p", "talks", "work")
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("warning: work/talks is a pack, whose files are read as articles"))
    #expect(outcome.out.contains("\"id\":\"n0\""))
  }

  @Test func `a misspelt command is told of with the one that is near`() throws {
    let outcome = try desk().hilal("lst", "rules")
    #expect(outcome.status == 64)
    #expect(outcome.err == "error: there is no command `lst`; did you mean `list`?\n")
    let help = try desk().hilal("help", "lst")
    #expect(help.status == 64)
    #expect(help.err == outcome.err)
    #expect(try desk().hilal("help").out.contains("SUBCOMMANDS:"))
    let far = try desk().hilal("frobnicate")
    #expect(far.err.contains("known are: annotate, bench, check"))
    #expect(try desk().hilal("help", "list").status == 0)
    #expect(try desk().hilal().status == 0)
  }

  @Test func `what shows only when a verb runs is told without lines of usage`() throws {
    for arguments in [
      ["run", "--rule", "nope", "in.jsonl"], ["explain", "talks/nope", "in.jsonl"],
      ["new", "pack", "Not A Name"], ["list", "rules", "--format", "lua"],
    ] {
      let outcome = try desk().hilal(arguments)
      #expect(outcome.status == 64)
      #expect(outcome.err.hasPrefix("error: "))
      #expect(!outcome.err.contains("Usage:"))
    }
  }

  @Test func `the summary says why a record was quarantined and where it is`() throws {
    let desk = try desk(["bad.jsonl": articles("عقد لقاء.") + "{\"id\":3\n"])
    let one = try desk.hilal("run", "-p", "talks", "bad.jsonl")
    #expect(one.err.contains("\nwarning: 1 record could not be read: bad.jsonl:2: not valid JSON"))
    #expect(one.err.hasSuffix(" (--quarantine FILE keeps them)\n"))
    let kept = try desk.hilal(
      "run", "-p", "talks", "bad.jsonl", "bad.jsonl", "--quarantine", "q.jsonl")
    #expect(kept.err.contains("\nwarning: 2 records could not be read, the first: bad.jsonl:2: "))
    #expect(kept.err.hasSuffix(" (see q.jsonl)\n"))
    #expect(try desk.hilal("run", "-q", "-p", "talks", "bad.jsonl").err.isEmpty)
  }

  /// Of the verbs that read articles, how each is called.
  private static let readers = [
    ["run", "-p", "talks"], ["annotate", "-p", "talks"], ["show", "-p", "talks"],
    ["show", "-p", "talks", "--limit", "1"], ["bench", "-p", "talks"],
    ["watch", "-p", "talks", "--runs", "1"], ["explain", "talks/word"],
    ["diff", "--no-cache", "talks", "plugins/talks"],
  ]

  @Test(arguments: readers)
  func `every verb says what it could not read`(_ verb: [String]) throws {
    let desk = try desk(["bad.jsonl": "{\"id\":3\n" + articles("عقد لقاء.")])
    let outcome = try desk.hilal(verb + ["--lines", "bad.jsonl", "in.jsonl"])
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("warning: 1 record could not be read: bad.jsonl:1: not valid"))
  }

  @Test(arguments: readers)
  func `where nothing could be read the last line says so, and why`(_ verb: [String]) throws {
    let desk = try desk([
      "news.pdf": "%PDF-1.7\n%\n1 0 obj\n", "news.zip": "PK\u{3}\u{4} and no more",
    ])
    let one = try desk.hilal(verb + ["news.pdf"])
    #expect(one.status == 0)
    let line = try #require(one.err.split(separator: "\n").last)
    #expect(line.hasPrefix("warning: nothing could be read: news.pdf"), "\(one.err)")
    #expect(line.contains("PDF"))
    let two = try desk.hilal(verb + ["news.pdf", "news.zip"])
    #expect(
      try #require(two.err.split(separator: "\n").last).hasPrefix(
        "warning: nothing could be read: none of 2 records is an article, the first: news.pdf"),
      "\(two.err)")
  }

  @Test func `that nothing could be read is said even when quiet`() throws {
    let outcome = try desk(["news.pdf": "%PDF-1.7\n"]).hilal("run", "-q", "-p", "talks", "news.pdf")
    #expect(outcome.err.hasPrefix("warning: nothing could be read: news.pdf"))
  }

  @Test func `a comparison that is kept still tells of what was not read`() throws {
    let desk = try desk(["bad.jsonl": articles("عقد لقاء.") + "{\"id\":3\n"])
    let cache = ["XDG_CACHE_HOME": desk.path + "/cache"]
    for _ in 0..<2 {
      let outcome = try desk.hilal(
        "diff", "talks", "plugins/talks", "bad.jsonl", environment: cache)
      #expect(outcome.err.contains("warning: 1 record could not be read: bad.jsonl:2: "))
    }
    #expect(desk.exists("cache/hilal/findings"))
  }

  @Test func `a resumed run still knows the first that was quarantined`() throws {
    let desk = try desk(["bad.jsonl": articles("عقد لقاء.") + "{\"id\":3\n"])
    let first = try desk.hilal("run", "-p", "talks", "bad.jsonl", "-o", "out.jsonl")
    let again = try desk.hilal("run", "-p", "talks", "bad.jsonl", "-o", "out.jsonl", "--resume")
    for outcome in [first, again] {
      #expect(
        outcome.err.contains("\nwarning: 1 record could not be read: bad.jsonl:2: not valid JSON"))
    }
  }

  @Test func `show, explain and annotate take the id of an article`() throws {
    let desk = try desk()
    let annotated = try desk.hilal("annotate", "-p", "talks", "in.jsonl", "--id", "n1")
    #expect(annotated.lines.count == 1)
    #expect(annotated.out.contains("\"id\":\"n1\""))
    #expect(try desk.hilal("show", "-p", "talks", "in.jsonl", "--id", "n1").out.contains("خبر."))
    #expect(try desk.hilal("explain", "talks", "in.jsonl", "--id", "n0").out.hasPrefix("n0  عقد"))
    for verb in [["annotate", "-p", "talks"], ["show", "-p", "talks"], ["explain", "talks"]] {
      let none = try desk.hilal(verb + ["in.jsonl", "--id", "n2"])
      #expect(none.status == 66, "\(verb)")
      #expect(none.err.contains("error: no article with the id n2; did you mean `n0`?"), "\(verb)")
      #expect(none.out.isEmpty, "\(verb)")
    }
  }

  @Test func `an input without articles is warned of`() throws {
    let desk = try desk(["empty.jsonl": ""])
    for input in [["empty.jsonl"], [".", "--include", "*.jsnl"], [".", "--exclude", "*"]] {
      let outcome = try desk.hilal(["run", "-p", "talks"] + input)
      #expect(outcome.status == 0)
      #expect(
        outcome.err.contains(
          "warning: there are no articles in the input: it is empty, or what --include and --exclude leave of it is"
        ), "\(input)")
    }
  }

  @Test func `a source that no article has is told of`() throws {
    let desk = try desk(["in.jsonl": "{\"content\":\"عقد لقاء.\",\"source\":\"المرفأ\"}\n"])
    let none = try desk.hilal("run", "-p", "talks", "in.jsonl", "--source", "مرفأ")
    #expect(none.status == 0)
    #expect(none.err.contains("note: no article was taken; --source «مرفأ» must be written"))
    let some = try desk.hilal("run", "-p", "talks", "in.jsonl", "--source", "المرفأ")
    #expect(!some.err.contains("note:"))
  }

  @Test(arguments: [
    ("x.txt", true), ("x.json", true), ("x.jsonl", false), ("x.csv", false), ("x", false),
    ("/dev/null", false), (".x", false),
  ])
  func `an ending that promises another format is told of`(name: String, isTold: Bool) throws {
    let outcome = try desk().hilal("run", "-p", "talks", "in.jsonl", "-o", name)
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("note: \(name) takes JSON Lines") == isTold)
    let said = try desk().hilal(
      "run", "-p", "talks", "in.jsonl", "-o", name, "--format", "jsonl")
    #expect(said.err.contains("note:") == (name == "x.csv"))
  }

  @Test(arguments: [
    ("o.sqlite", "csv", "takes CSV, as --format says; its ending promises SQLite"),
    ("o.csv", "jsonl", "takes JSON Lines, as --format says; its ending promises CSV"),
    ("o.jsonl", "sqlite", "takes SQLite, as --format says; its ending promises JSON Lines"),
    (
      "o.csv.gz", "csv",
      "takes lines of CSV that are not packed; to pack them: -o - | gzip > o.csv.gz"
    ),
  ])
  func `an ending that promises another format than --format says is told of`(
    _ name: String, _ format: String, _ note: String
  ) throws {
    let command = ["run", "-p", "talks", "in.jsonl", "-o", name, "--format", format]
    let outcome = try desk().hilal(command)
    #expect(outcome.status == 0)
    #expect(outcome.err.contains("note: \(name) \(note)\n"))
  }

  @Test func `query says what is no database of findings`() throws {
    let outcome = try desk().hilal("query", "gold.jsonl", "لقاء")
    #expect(outcome.status == 66)
    #expect(outcome.err.hasPrefix("error: gold.jsonl: no database of findings; write one with"))
  }

  @Test(arguments: [
    ["query", "f.db", "لقاء"], ["show", "-p", "talks", "in.jsonl"],
    ["diff", "--no-cache", "talks", "plugins/talks", "in.jsonl"],
    ["watch", "-p", "talks", "--runs", "1", "in.jsonl"], ["explain", "talks", "in.jsonl"],
  ])
  func `a limit is a number of things to show; where there are counts 0 leaves them alone`(
    _ verb: [String]
  ) throws {
    let desk = try desk()
    #expect(try desk.hilal("run", "-q", "-p", "talks", "in.jsonl", "-o", "f.db").status == 0)
    let hasCounts = !["query", "show"].contains(verb[0])
    #expect(try desk.hilal(verb + ["--limit", "1"]).status == 0)
    let none = try desk.hilal(verb + ["--limit", "0"])
    #expect(none.status == (hasCounts ? 0 : 64))
    #expect(none.err.contains("--limit must be at least 1") == !hasCounts)
    let negative = try desk.hilal(verb + ["--limit=-1"])
    #expect(negative.status == 64)
    #expect(negative.err.contains("--limit must be at least \(hasCounts ? 0 : 1)"))
  }

  @Test(arguments: ["", " ", "،", "*"])
  func `a query without a word is wrong usage`(_ words: String) throws {
    let outcome = try desk().hilal("query", "f.db", words)
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("name a word to look for, as in: hilal query f.db هدد الرئيس"))
  }

  @Test func `check looks into the cases, and ends with 70 for what is wrong there`() throws {
    let desk = try desk([
      "plugins/talks/README.md": "x",
      "plugins/talks/tests/b.toml": "[[case]]\nname = \"x\"\ntext = \"خبر\"\nnever = [\"wrod\"]\n",
    ])
    let outcome = try desk.hilal("check", "talks")
    #expect(outcome.status == 70)
    #expect(outcome.out.contains("error[H031]: the pack has no rule `wrod`, in the case `x`"))
    #expect(outcome.out.contains("--> plugins/talks/tests/b.toml:4:11"))
    #expect(outcome.out.contains("did you mean `word`?"))
    #expect(outcome.out.contains("1 pack checked: 1 error, 0 warnings"))
  }
}

extension MannersTests {
  @Test(arguments: ["out.jsonl", "out.csv", "out.sqlite"])
  func `where no rule is left to run an earlier output stays`(_ name: String) throws {
    let desk = try desk(["broken/rules/a.lua": "return hilal.rule { id = \"word\","])
    #expect(try desk.hilal("run", "-q", "-p", "talks", "in.jsonl", "-o", name).status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path + "/" + name))
    let outcome = try desk.hilal("run", "-p", "broken", "in.jsonl", "-o", name)
    #expect(outcome.status == 70)
    #expect(outcome.err.contains("error: no rule is left to run; nothing was read or written"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path + "/" + name)) == before)
  }

  @Test func `a label that eval does not know is told of`() throws {
    let desk = try desk([
      "gold.jsonl": """
      {"id": "1", "text": "لقاء", "label": "Yes"}
      {"id": "2", "text": "لقاء", "label": "yse"}
      {"id": "3", "text": "خبر", "label": "unsure"}

      """
    ])
    let outcome = try desk.hilal("eval", "talks", "gold.jsonl")
    #expect(outcome.status == 0)
    #expect(
      outcome.err
        == "warning: gold.jsonl: line 2: the label `yse` is read as no; did you mean `yes`?\n"
    )
    #expect(outcome.out.contains("1 right, 1 false, 0 missed, 1 left out"))
  }

  @Test(arguments: [
    (
      ["yes", " yes ", "Y"],
      "line 2: the label ` yes ` is read as no; did you mean `yes`? (and so 1 other line)"
    ),
    (
      ["yes", "maybe"],
      "line 2: the label `maybe` is read as no; labels are yes, no, unsure, ambiguous"
    ),
  ])
  func `a label that may be a slip is told of with what may be meant`(
    _ labels: [String], _ text: String
  ) throws {
    let gold = labels.enumerated().map {
      #"{"id": "\#($0)", "text": "لقاء \#($0)", "label": "\#($1)"}"# + "\n"
    }
    let outcome = try desk(["gold.jsonl": gold.joined()]).hilal("eval", "talks", "gold.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.err == "warning: gold.jsonl: \(text)\n")
  }

  @Test func `what is doubtful in a gold file is told of with its line`() throws {
    let desk = try desk([
      "gold.jsonl": """
      {"id": "1", "text": "لقاء", "label": "yes"}
      {"id": "1", "text": "خبر", "label": "no"}

      {"id": "3", "text": "لقاء", "label": "no"}
      {"id": "4", "text": "لقاء", "label": "unsure"}
      {"id": "5", "text": " ", "label": "no"}

      """
    ])
    let outcome = try desk.hilal("eval", "talks", "gold.jsonl")
    #expect(outcome.status == 0)
    #expect(
      outcome.err == """
        warning: gold.jsonl: line 2: the id `1` stands in line 1 already; both count
        warning: gold.jsonl: line 4: its text has another label in line 1; one of the two counts as wrong, whatever is found
        warning: gold.jsonl: line 6: the text is empty, so nothing can be found in it

        """)
  }

  @Test func `where all labels are left out there is nothing to measure`() throws {
    let desk = try desk(["gold.jsonl": #"{"id": "1", "text": "لقاء", "label": "unsure"}"# + "\n"])
    let outcome = try desk.hilal("eval", "talks", "gold.jsonl", "--min-f1", "0.5")
    #expect(outcome.status == 65)
    #expect(outcome.out == "")
    #expect(outcome.err.hasPrefix("error: gold.jsonl: nothing to measure: all its labels are"))
  }

  @Test func `labelled texts are asked for as a file`() throws {
    let outcome = try desk().hilal("eval", "talks", "-")
    #expect(outcome.status == 64)
    #expect(
      outcome.err
        == "error: labelled texts are read from a file, not from standard input: name one\n")
  }

  @Test(arguments: [
    ("arabic", false), ("ar", true), ("en-GB", true), ("", false), ("العربية", false),
  ])
  func `a language is named by its code`(_ tag: String, _ isOne: Bool) throws {
    let desk = try desk([
      "plugins/talks/pack.toml": "name = \"talks\"\nversion = \"1.0.0\"\nlanguages = [\"\(tag)\"]\n"
    ])
    let outcome = try desk.hilal("run", "-q", "-p", "talks", "in.jsonl")
    #expect(outcome.status == (isOne ? 0 : 70))
    #expect(outcome.err.contains("`\(tag)` is no tag of a language") == !isOne)
  }
}

extension String {
  /// Without a slash at its end.
  fileprivate var trimmingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
