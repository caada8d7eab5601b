import Articles
import RulePacks
import Testing

/// Extractors and the rules that read their layers, within a pack and across packs.
@Suite struct LayerTests {
  private static let extractor = """
    return hilal.extractor { provides = "meetings", fields = { "who", "size", "names" },
      match = hilal.word { "لقاء", "اجتماع" }:as "cue",
      check = function(s, m)
        return { span = m.cue, who = s:find(word), size = 2, names = { "أ", "ب" } }
      end }
    """.replacing(
      "return hilal.extractor",
      with: "local word = hilal.word \"الوزير\"\nreturn hilal.extractor")
  private static let reader = Packs.rule(
    check: """
      local out = {}
      for _, m in ipairs(unit.meetings) do
        out[#out + 1] = { span = m, x = (m.who and m.who.text or "?") .. m.size .. #m.names }
      end
      return out[1] and out or nil
      """
  ).replacing("on = \"article\"", with: "on = \"article\", needs = { \"meetings\" }")
  private static let text = "حضر الوزير لقاء. ثم عقد اجتماع آخر."

  @Test func `a rule reads the layer that another makes`() throws {
    let packs = try Packs(["p/rules/a.lua": Self.reader, "p/rules/b.lua": Self.extractor])
    #expect(packs.book.diagnostics.isEmpty)
    let result = packs.run(Self.text)
    #expect(result.messages == [])
    let findings = result.findings
    #expect(findings.map(\.rule) == ["r", "r"])
    #expect(findings.map(\.span.text) == ["لقاء", "اجتماع"])
    #expect(findings.flatMap { $0.fields.map(\.text) } == ["الوزير22", "?22"])
  }

  @Test func `the value of a time outlives its way through a layer`() throws {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "r", on = "sentence", needs = { "meetings" }, fields = { "at" },
        match = hilal.layer "meetings",
        check = function(sentence) return { at = sentence.meetings[1].at } end }
      """,
      "p/rules/b.lua": """
      return hilal.extractor { provides = "meetings", fields = { "at" }, on = "sentence",
        match = hilal.word { "لقاء" }:as "cue",
        check = function(s, m) return { span = m.cue, at = s:time_near(m.cue) } end }
      """,
    ])
    let result = packs.run("عقد لقاء في عام 2007.")
    #expect(result.messages == [])
    #expect(result.findings.flatMap { $0.fields.map(\.value) } == ["2007"])
  }

  @Test func `a rule whose pattern needs an item runs where there is one, and only there`() throws {
    let packs = try Packs([
      "p/rules/a.lua": """
      return hilal.rule { id = "r", on = "sentence", needs = { "meetings" },
        match = hilal.layer "meetings" * hilal.any() ^ 0,
        check = function(sentence) print(sentence.text) return true end }
      """,
      "p/rules/b.lua": Self.extractor,
    ])
    let table = Listing.triggers(packs.book)
    #expect(table.rows.contains(["p/r", "-", "an item of the layer `meetings`"]))
    let result = packs.run("هطل المطر. " + Self.text + " ثم هطل المطر.")
    #expect(result.printed.map(\.line) == ["حضر الوزير لقاء.", "ثم عقد اجتماع آخر."])
    #expect(result.findings.map(\.span.text) == ["لقاء", "اجتماع آخر"])
    #expect(packs.run("هطل المطر.").printed.isEmpty)
    let worker = PackWorker(packs.book)
    #expect(worker.process(Article(id: "1", content: Array("هطل المطر.".utf8))) == nil)
  }

  @Test func `a rule reads sentences that repeat an earlier one`() throws {
    let statement = "أعلنت بلدية المدينة افتتاح ثلاثة جسور جديدة في الحي الشرقي صباح الأحد."
    let text = statement + "\nوهطل المطر بعد ذلك على الجبل.\nوقد " + statement
    let packs = try Packs(
      rule: """
        local out = function(unit)
          local out = {}
          for _, d in ipairs(unit.duplicates) do
            out[#out + 1] = { span = d, x = d.first.start .. " " .. d.start }
          end
          return out[1] and out or nil
        end
        return {
          hilal.rule { id = "article", on = "article", fields = { "x" }, check = out },
          hilal.rule { id = "sentence", fields = { "x" }, check = out },
          hilal.rule { id = "other", on = "article", fields = { "x" }, check = function(article)
            return article.sentences[1].span.first and { x = "?" } or nil
          end },
        }
        """)
    let result = packs.run(text)
    #expect(result.messages == [])
    let start = statement.unicodeScalars.count + 1 + 30
    #expect(result.findings.map(\.rule) == ["article", "sentence"])
    #expect(result.findings.map { $0.span.text } == Array(repeating: "وقد " + statement, count: 2))
    #expect(result.findings.flatMap { $0.fields.map(\.text) } == ["0 \(start)", "0 \(start)"])
  }

  @Test func `an article knows which one it copies`() throws {
    let packs = try Packs(
      rule: Packs.rule(check: "return { x = unit.duplicate_of or 'new' }"))
    let worker = PackWorker(packs.book)
    let article = Article(id: "b", content: Array("نص".utf8))
    let texts = [nil, "a"].map { first in
      worker.process(article, duplicateOf: first)?.items.first?.finding.fields.first?.text
    }
    #expect(texts == ["new", "a"])
  }

  @Test func `a field that no provider declares is a mistake`() throws {
    let packs = try Packs([
      "p/rules/a.lua": Self.extractor,
      "p/rules/b.lua": Self.reader.replacing("m.who", with: "m.whom"),
    ])
    #expect(packs.run(Self.text).messages.first?.hasPrefix("a span has no field `whom`") == true)
  }

  @Test func `a needed pack lends its layer and does not report`() throws {
    let files = [
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"base\"]\n",
      "p/rules/a.lua": Self.reader,
      "base/rules/a.lua": Self.extractor,
      "base/rules/b.lua": Packs.rule(check: "print 'ran' return true"),
    ]
    let lent = try Packs(files, named: ["p"]).run(Self.text)
    #expect(lent.findings.map(\.pack) == ["p", "p"])
    #expect(lent.printed.isEmpty)
    let both = try Packs(files, named: ["p", "base"]).run(Self.text)
    #expect(both.findings.map(\.pack).filter { $0 == "base" }.count == 1)
    #expect(both.findings.filter { $0.pack == "p" } == lent.findings)
  }

  @Test func `a needed pack lends its lib, and a module of the pack's own comes first`() throws {
    let files = [
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"base\"]\n",
      "p/lib/own.lua": "return 'own'",
      "p/rules/a.lua": """
      return hilal.rule { id = "r", match = hilal.word "المجلس", check = function()
        print(require "own", require "base.own", require "words", require "base.words")
      end }
      """,
      "base/lib/own.lua": "return 'lent'",
      "base/lib/words.lua": "return require 'own' .. ' words'",
      "base/lib/broken.lua": "return",
      "other/lib/far.lua": "return 'far'",
    ]
    let run = try Packs(files, named: ["p"]).run("أقر المجلس.")
    #expect(run.printed.map(\.line) == ["own\tlent\town words\town words"])
    var far = files
    far["p/rules/b.lua"] =
      "require 'far' return hilal.rule { id = 'f', match = hilal.word 'المجلس' }"
    #expect(try Packs(far, named: ["p"]).book.diagnostics.map(\.code) == [.moduleMissing])
  }

  @Test func `a needed pack lends its lexicons`() throws {
    let packs = try Packs(
      [
        "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"base\"]\n",
        "p/rules/a.lua":
          "return hilal.rule { id = \"r\", match = hilal.lexicon \"bodies\" }",
        "base/lexicon/bodies.txt": "# bodies\nالمجلس\n\nاللجنة العليا\n",
      ], named: ["p"])
    #expect(packs.book.diagnostics.isEmpty)
    #expect(
      packs.run("أقر المجلس ما رأته اللجنة العليا.").findings.map(\.span.text)
        == ["المجلس", "اللجنة العليا"])
  }

  @Test func `a pack does not reach lexicons that it does not need`() throws {
    let packs = try Packs([
      "p/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.lexicon \"bodies\" }",
      "base/lexicon/bodies.txt": "المجلس\n",
    ])
    #expect(packs.book.diagnostics.map(\.code) == [.lexiconMissing])
  }

  @Test func `lexicon rows are chosen by column`() throws {
    let packs = try Packs(
      rule: """
        local nouns = hilal.lexicon("force", { kind = "noun" })
        return hilal.rule { id = "r", match = nouns }
        """, ["p/lexicon/force.tsv": "word\tkind\nقوة\tnoun\nعنيف\tadjective\nضربة\tnoun\n"])
    #expect(packs.run("قوة وعنيف ثم ضربة.").findings.map(\.span.text) == ["قوة", "ضربة"])
  }

  @Test func `layers are patterns too`() throws {
    let packs = try Packs([
      "p/rules/a.lua": Self.extractor,
      "p/rules/b.lua": """
      return hilal.rule { id = "r", match = hilal.word "الوزير" * hilal.layer "meetings" }
      """,
    ])
    #expect(packs.run(Self.text).findings.map(\.span.text) == ["الوزير لقاء"])
  }

  @Test func `a failing extractor leaves its layer empty and others alone`() throws {
    let packs = try Packs([
      "p/rules/a.lua": """
      return hilal.extractor { provides = "meetings", match = hilal.word "لقاء",
        check = function() error "broken" end }
      """,
      "p/rules/b.lua": Self.reader,
      "p/rules/c.lua": Packs.rule(id: "c", check: "return true"),
    ])
    let result = packs.run(Self.text)
    #expect(result.findings.map(\.rule) == ["c"])
    #expect(result.failures.map(\.failure.rule) == ["meetings"])
    #expect(result.messages == ["broken"])
  }

  @Test func `rules come after the layers they need, whatever their names`() throws {
    let packs = try Packs([
      "p/rules/a.lua": """
      return hilal.rule { id = "last", on = "article", needs = { "two" }, fields = { "x" },
        check = function(a) return { x = a.two[1].n } end }
      """,
      "p/rules/b.lua": """
      return hilal.extractor { provides = "two", on = "article", needs = { "one" }, fields = { "n" },
        check = function(a) return { n = a.one[1].n .. "!" } end }
      """,
      "p/rules/c.lua": """
      return hilal.extractor { provides = "one", on = "article", fields = { "n" },
        check = function(a) return { n = "1" } end }
      """,
    ])
    #expect(packs.book.diagnostics.isEmpty)
    #expect(packs.run("خبر.").texts() == ["1!"])
  }

  @Test func `annotate gives every layer, and empty ones as such`() throws {
    let packs = try Packs(["p/rules/b.lua": Self.extractor])
    let worker = PackWorker(packs.book)
    worker.beginBatch()
    let full = worker.annotate(Article(id: "1", content: Array(Self.text.utf8)))
    #expect(full.layers.map(\.name) == ["meetings"])
    #expect(full.layers.map { $0.items.map(\.span.text) } == [["لقاء", "اجتماع"]])
    let empty = worker.annotate(Article(id: "1", content: Array("خبر.".utf8)))
    #expect(empty.layers.map { $0.items.count } == [0])
  }

  @Test func `packs do not reach into each other`() throws {
    let packs = try Packs([
      "a/rules/a.lua": Packs.rule(
        check: "return { x = tostring(rawget(_G, 'secret')) .. tostring(pcall(require, 'words')) }"
      ),
      "b/rules/a.lua": Packs.rule(
        check: "return { x = require('words').secret }", before: "require 'words'"),
      "b/lib/words.lua": "local words = { secret = 'b only' }\nreturn words\n",
    ])
    let result = packs.run("خبر.")
    #expect(result.texts() == ["nilfalse", "b only"])
  }

  @Test func `two packs of one name are told of`() throws {
    let folder = try TemporaryFolder()
    for place in ["one", "two"] {
      try folder.write("\(place)/p/pack.toml", Array("name = \"p\"\nversion = \"1.0.0\"\n".utf8))
      try folder.write("\(place)/p/rules/a.lua", Array(Packs.rule(check: "return true").utf8))
    }
    let paths = ["one", "two"].map { folder.path + "/\($0)/p" }
    let locator = PackLocator(places: [])
    #expect(RuleBook(PackSet(paths: paths, locator: locator)).diagnostics.count == 1)
    #expect(
      RuleBook(PackSet(paths: [paths[0], paths[0] + "/"], locator: locator)).diagnostics.isEmpty)
  }
}
