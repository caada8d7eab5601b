import Articles
import RulePacks
import Testing

/// What packs see of each other: their own, then what the packs of `needs` have, and nothing else.
@Suite struct ScopeTests {
  private static func manifest(_ name: String, needs: String...) -> String {
    "name = \"\(name)\"\nversion = \"1.0.0\"\nneeds = [\(needs.map { "\"\($0)\"" }.joined(separator: ", "))]\n"
  }

  /// Marks a word in a layer `marks`, with the pack's name.
  private static func extractor(_ word: String, _ name: String) -> String {
    """
    return hilal.extractor { provides = "marks", fields = { "who" }, match = hilal.word "\(word)",
      check = function() return { who = "\(name)" } end }
    """
  }

  /// Tells what it finds in `marks`, by every way there is.
  private static let reader = """
    return {
      hilal.rule { id = "sentence", needs = { "marks" }, on = "sentence", fields = { "x" },
        check = function(s)
          local names = {}
          for i, m in ipairs(s.marks) do names[i] = m.who .. " " .. m.text end
          return #names > 0 and { x = table.concat(names, ",") }
        end },
      hilal.rule { id = "article", needs = { "marks" }, on = "article", fields = { "x" },
        check = function(a) return { x = tostring(#a.marks) } end },
      hilal.rule { id = "pattern", match = hilal.layer "marks":as "m", fields = { "x" },
        check = function(s, m) return { x = m.m.who .. " " .. m.m.text } end },
    }
    """

  private static func texts(_ result: ArticleResult, _ pack: String) -> [String] {
    result.findings.filter { $0.pack == pack }
      .sorted { $0.rule < $1.rule }.map { "\($0.rule): \($0.fields.map(\.text).joined())" }
  }

  private static let text = "عقد لقاء بعد اجتماع طويل."

  @Test func `of two layers of one name each pack reads its own`() throws {
    let packs = try Packs([
      "a/rules/e.lua": Self.extractor("لقاء", "a"), "a/rules/r.lua": Self.reader,
      "b/rules/e.lua": Self.extractor("اجتماع", "b"), "b/rules/r.lua": Self.reader,
    ])
    #expect(packs.book.diagnostics.isEmpty)
    let result = packs.run(Self.text)
    #expect(result.failures.isEmpty)
    #expect(
      Self.texts(result, "a") == ["article: 1", "pattern: a لقاء", "sentence: a لقاء"])
    #expect(
      Self.texts(result, "b") == ["article: 1", "pattern: b اجتماع", "sentence: b اجتماع"])
  }

  @Test func `a pack's own layer comes before those of its needs, and of these the first`() throws {
    let files = [
      "p/pack.toml": Self.manifest("p", needs: "b", "a"), "p/rules/r.lua": Self.reader,
      "a/rules/e.lua": Self.extractor("لقاء", "a"), "b/rules/e.lua": Self.extractor("اجتماع", "b"),
    ]
    let lent = try Packs(files, named: ["p"])
    #expect(
      Self.texts(lent.run(Self.text), "p")
        == ["article: 1", "pattern: b اجتماع", "sentence: b اجتماع"])
    let own = try Packs(
      files.merging(["p/rules/e.lua": Self.extractor("طويل", "p")]) { $1 }, named: ["p"])
    #expect(
      Self.texts(own.run(Self.text), "p") == ["article: 1", "pattern: p طويل", "sentence: p طويل"])
  }

  @Test func `a layer of a pack that is not needed is not there`() throws {
    let other = ["a/rules/e.lua": Self.extractor("لقاء", "a")]
    let declared = try Packs(other.merging(["z/rules/r.lua": Self.reader]) { $1 })
    #expect(Set(declared.book.diagnostics.map(\.code)) == [.ruleField])
    #expect(declared.run(Self.text).findings.isEmpty)
    for body in ["return { x = #unit.marks }", "return { x = #unit.article.marks }"] {
      let packs = try Packs(
        other.merging(["z/rules/r.lua": Packs.rule(check: body, on: "sentence")]) { $1 })
      let result = packs.run(Self.text)
      #expect(result.findings.isEmpty)
      #expect(result.messages.first?.contains("has no field `marks`") == true, "\(result.messages)")
    }
  }

  @Test func `annotate joins the layers of one name`() throws {
    let packs = try Packs([
      "a/rules/e.lua": Self.extractor("لقاء", "a"), "b/rules/e.lua": Self.extractor("اجتماع", "b"),
    ])
    let worker = PackWorker(packs.book)
    worker.beginBatch()
    let layers = worker.annotate(Article(id: "a", content: Array(Self.text.utf8))).layers
    #expect(layers.map(\.name) == ["marks"])
    #expect(layers.flatMap(\.items).map(\.pack) == ["a", "b"])
  }

  @Test func `a pack's own lexicon comes before those of its needs, and of these the first`() throws
  {
    let files = [
      "p/pack.toml": Self.manifest("p", needs: "b", "a"),
      "p/rules/r.lua": "return hilal.rule { id = \"r\", match = hilal.lexicon \"words\" }",
      "a/lexicon/words.txt": "لقاء\n", "b/lexicon/words.txt": "اجتماع\n",
      "c/lexicon/words.txt": "عقد\n",
    ]
    let lent = try Packs(files, named: ["c", "p"])
    #expect(lent.run(Self.text).findings.map(\.span.text) == ["اجتماع"])
    let own = try Packs(files.merging(["p/lexicon/words.txt": "طويل\n"]) { $1 }, named: ["c", "p"])
    #expect(own.run(Self.text).findings.map(\.span.text) == ["طويل"])
  }
}
