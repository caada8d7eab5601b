import Articles
import RulePacks
import Testing

/// What a script can remember, and that results depend on nothing but the article.
@Suite struct StateTests {
  private static let counting = Packs.rule(
    check: "n = n + 1 return { x = n }", before: "local n = 0")

  @Test func `a script remembers nothing beyond its batch`() throws {
    let packs = try Packs(rule: Self.counting)
    let worker = PackWorker(packs.book)
    for _ in 0..<3 {
      worker.beginBatch()
      let texts = (0..<3).map { index in
        worker.process(Article(id: "\(index)", content: Array("خبر.".utf8)))?.texts() ?? []
      }
      #expect(texts == [["1"], ["2"], ["3"]])
    }
  }

  @Test func `globals cannot be made in check`() throws {
    let result = try Packs(check: "count = (count or 0) + 1 return true").run("خبر.")
    #expect(result.findings.isEmpty)
    #expect(result.messages.map { $0.contains("count") } == [true])
  }

  @Test(arguments: [
    "string.upper = nil", "hilal.word = nil", "_G.x = 1", "math.pi = 3",
    "getmetatable('').__index = nil",
  ])
  func `nobody changes the libraries`(_ attack: String) throws {
    let result = try Packs(check: "\(attack) return true").run("خبر.")
    #expect(result.findings.isEmpty)
    #expect(result.failures.map(\.failure.kind) == [.error])
  }

  @Test func `random numbers hang on article and rule alone`() throws {
    let body = "return { x = math.random(1, 1 << 40) }"
    let packs = try Packs([
      "p/rules/a.lua": Packs.rule(id: "a", check: body),
      "p/rules/b.lua": Packs.rule(id: "b", check: body),
    ])
    let worker = PackWorker(packs.book)
    worker.beginBatch()
    let draw = { (id: String) in
      worker.process(Article(id: id, content: Array("خبر.".utf8)))?.texts() ?? []
    }
    let first = draw("one")
    let second = draw("two")
    #expect(Set(first + second).count == 4)
    #expect(draw("one") == first)
    worker.beginBatch()
    #expect(draw("two") == second)
    #expect(
      PackWorker(packs.book).process(Article(id: "one", content: Array("خبر.".utf8)))?.texts()
        == first)
  }

  @Test func `random numbers of loading are the same in every state`() throws {
    let packs = try Packs(
      check: "return { x = drawn }", before: "local drawn = math.random(1, 1 << 40)")
    let texts = (0..<3).map { _ in packs.run("خبر.").texts() }
    #expect(Set(texts).count == 1)
  }

  /// The first worker gets the state that the pack loaded in, later ones have its files run again.
  @Test func `all workers' states count the same steps from the first call on`() throws {
    let packs = try Packs(
      check: """
        if n > 0 then return { x = n .. " " .. drawn .. " " .. tostring(isMade) } end
        while true do n = n + 1 end
        """,
      before: """
        local n, drawn = 0, math.random(1, 1 << 40)
        local isMade = pcall(hilal.verb, "not a verb")
        """)
    let texts = (0..<3).map { _ in
      let worker = PackWorker(packs.book)
      worker.beginBatch()
      return (0..<2).flatMap { index in
        worker.process(Article(id: "\(index)", content: Array("خبر.".utf8)))?.texts() ?? []
      }
    }
    #expect(texts[0].count == 1 && texts[0].allSatisfy { $0.hasSuffix(" false") })
    #expect(Set(texts).count == 1)
  }

  @Test func `pairs and next go in a fixed order`() throws {
    let body = """
      local t = { z = 1, a = 2, [3] = 3, [1] = 4, [2.5] = 5, [true] = 6, ["ب"] = 7, ["أ"] = 8 }
      local keys = {}
      for k in pairs(t) do keys[#keys + 1] = tostring(k) end
      local k = next(t)
      while k ~= nil do keys[#keys + 1] = tostring(k) k = next(t, k) end
      return { x = table.concat(keys, " ") }
      """
    let texts = try (0..<3).flatMap { _ in try Packs(check: body).run("خبر.").texts() }
    #expect(Set(texts) == ["1 3 2.5 a z أ ب true 1 3 2.5 a z أ ب true"])
  }

  @Test func `texts hold no addresses`() throws {
    let body = """
      return { x = tostring({}) .. tostring(print) .. tostring(unit) .. tostring(hilal) ..
        string.format("%s", {}) }
      """
    let result = try Packs(check: body).run("خبر.")
    let text = try #require(result.texts().first)
    #expect(!text.contains("0x"))
    #expect(try Packs(check: body).run("خبر.").texts() == [text])
  }

  @Test(arguments: [
    ("unit", "kept.id", "this article belongs to an earlier call"),
    ("unit.sentences[1]", "kept.text", "this sentence belongs to an earlier call"),
    ("unit.sentences[1].span", "kept.text", "this span belongs to an earlier call"),
  ])
  func `objects end with their call`(_ object: String, _ use: String, _ message: String) throws {
    let packs = try Packs(
      check: """
        if kept then return { x = \(use) } end
        kept = \(object)
        return { x = "kept" }
        """, before: "local kept")
    let results = packs.run(batch: ["خبر.", "خبر."])
    #expect(results[0].texts() == ["kept"])
    #expect(results[1].findings.isEmpty)
    #expect(results[1].messages.first?.hasPrefix(message) == true)
  }

  @Test func `a kept object of an earlier call cannot be reported`() throws {
    let packs = try Packs(
      check: """
        local old = kept
        kept = unit.sentences[1].span
        return { span = old or kept }
        """, before: "local kept")
    let results = packs.run(batch: ["خبر أول.", "خبر ثان."])
    #expect(results[0].findings.map(\.span.text) == ["خبر أول."])
    #expect(results[1].findings.isEmpty)
    #expect(results[1].failures.count == 1)
  }

  @Test func `a failing call costs only its rule's findings on that article`() throws {
    let packs = try Packs([
      "p/rules/a.lua": Packs.rule(
        id: "bad", check: #"if unit.id == "a1" then error "no" end return true"#),
      "p/rules/b.lua": Packs.rule(id: "good", check: "return true"),
      "q/rules/a.lua": Packs.rule(id: "other", check: "return true"),
    ])
    let rules = packs.run(batch: ["خبر.", "خبر.", "خبر."]).map { $0.findings.map(\.rule) }
    #expect(rules == [["bad", "good", "other"], ["good", "other"], ["bad", "good", "other"]])
  }

  @Test func `a rule that fails on one sentence reports nothing of the article`() throws {
    let packs = try Packs(
      check: #"if unit.index == 2 then error "no" end return true"#, on: "sentence")
    let result = packs.run("جملة أولى. جملة ثانية. جملة ثالثة.")
    #expect(result.findings.isEmpty)
    #expect(result.failures.count == 1)
  }

  @Test func `errors tell file, line, traceback and article`() throws {
    let packs = try Packs(
      rule: """
        local words = require "words"
        return hilal.rule { id = "r", on = "article",
          check = function(article)
            local word = words.first(article)
            return word ~= nil
          end }
        """,
      [
        "p/lib/words.lua":
          "local words = {}\nfunction words.first(a)\n  return a.id.x.y\nend\nreturn words\n"
      ])
    let failure = try #require(packs.run("خبر.", id: "n7").failures.first).failure
    #expect(failure.pack == "p")
    #expect(failure.rule == "r")
    #expect(failure.article == "n7")
    #expect(failure.message == "attempt to index a nil value (field 'x')")
    #expect(failure.traceback == ["lib/words.lua:3 in first", "rules/a.lua:4 in function"])
  }

  @Test func `a pack prints while it loads once, not in every state`() throws {
    let packs = try Packs(check: "return nil", before: #"print "loading""#)
    #expect(packs.book.printed == ["p: loading"])
    #expect(packs.run("خبر.").printed.isEmpty)
  }
}
