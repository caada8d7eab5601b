import Articles
import RulePacks
import Testing

/// Steps and memory of rules: reproducible, by rule and article, never raised by a pack.
@Suite struct BudgetTests {
  /// Counts up to `count` and reports it.
  private static func counting(_ count: Int, id: String = "r") -> String {
    Packs.rule(id: id, check: "local n = 0 for i = 1, \(count) do n = n + 1 end return { x = n }")
  }

  /// An article whose own size lets a rule take 3 million steps: enough to run out of memory first.
  private static let long = String(repeating: "كلمة ", count: 60_000)

  @Test func `a loop ends with its budget`() throws {
    let result = try Packs(check: "while true do end").run("خبر.")
    #expect(result.findings.isEmpty)
    #expect(result.failures.map(\.failure.kind) == [.steps])
    #expect(result.failures.allSatisfy { $0.failure.isBudget })
  }

  @Test func `the steps are those of all calls on an article`() throws {
    let body = "for i = 1, 100000 do end return true"
    let text = { (count: Int) in String(repeating: "جملة. ", count: count) }
    let packs = try Packs(check: body, on: "sentence")
    #expect(packs.run(text(5)).findings.count == 5)
    let result = packs.run(text(200))
    #expect(result.findings.isEmpty)
    #expect(result.failures.map(\.failure.kind) == [.steps])
    #expect(packs.run(text(5)).findings.count == 5)
  }

  @Test func `one rule's steps are not another's`() throws {
    let packs = try Packs([
      "p/rules/a.lua": Packs.rule(id: "a", check: "while true do end"),
      "p/rules/b.lua": Self.counting(200_000, id: "b"),
    ])
    let result = packs.run("خبر.")
    #expect(result.texts() == ["200000"])
    #expect(result.failures.map(\.failure.rule) == ["a"])
  }

  @Test func `each byte of the article adds steps`() throws {
    let packs = try Packs(["p/rules/a.lua": Self.counting(1_200_000)])
    #expect(packs.run("خبر.").failures.map(\.failure.kind) == [.steps])
    #expect(packs.run(String(repeating: "كلمة ", count: 60_000)).texts() == ["1200000"])
  }

  @Test func `the last step is the same in every run`() throws {
    // How far the loop comes is kept in an upvalue and reported by the second rule.
    let rules = [
      "p/rules/a.lua": """
      local n = 0
      return {
        hilal.rule { id = "a", on = "article", check = function() while true do n = n + 1 end end },
        hilal.rule { id = "b", on = "article", fields = { "x" },
          check = function() return { x = n } end },
      }
      """
    ]
    let reached = try (0..<3).map { _ in try Packs(rules).run("خبر.").texts() }
    #expect(Set(reached).count == 1)
    #expect(reached[0] != ["0"])
  }

  @Test func `a pack can ask for fewer steps`() throws {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\n[limits]\nsteps = 1000\n",
      "p/rules/a.lua": Self.counting(10_000),
    ])
    #expect(packs.run("خبر.").failures.map(\.failure.kind) == [.steps])
  }

  @Test func `a pack cannot ask for more steps`() throws {
    let packs = try Packs([
      "p/pack.toml":
        "name = \"p\"\nversion = \"1.0.0\"\n[limits]\nsteps = 1000000000\nmemory = 4000\n",
      "p/rules/a.lua": Self.counting(20_000_000, id: "steps"),
      "p/rules/b.lua": Packs.rule(
        id: "memory", check: "local t = {} for i = 1, 1e6 do t[i] = {} end"),
    ])
    #expect(packs.run(Self.long).failures.map(\.failure.kind) == [.steps, .memory])
  }

  @Test func `a pack can ask for less memory`() throws {
    let body = "local t = {} for i = 1, 20 do t[i] = ('x'):rep(100000 + i) end return true"
    let small = "name = \"p\"\nversion = \"1.0.0\"\nlimits = { memory = 1 }\n"
    #expect(try Packs(check: body).run("خبر.").findings.count == 1)
    let packs = try Packs(["p/pack.toml": small, "p/rules/a.lua": Packs.rule(check: body)])
    #expect(packs.run("خبر.").failures.map(\.failure.kind) == [.memory])
  }

  @Test func `after memory ran out the next article has a fresh state`() throws {
    let packs = try Packs(
      check: """
        n = n + 1
        if unit.id == "a0" then local t = {} for i = 1, 1e6 do t[i] = {} end end
        return { x = n }
        """, before: "local n = 0")
    let results = packs.run(batch: [Self.long, "خبر.", "خبر."])
    #expect(results[0].failures.map(\.failure.kind) == [.memory])
    #expect(results.map { $0.texts() } == [[], ["1"], ["2"]])
  }

  @Test func `exhaustion cannot be caught`() throws {
    for body in [
      "while true do pcall(function() while true do end end) end",
      "pcall(function() while true do end end) return true",
      "local t <close> = setmetatable({}, { __close = function() end }) while true do end",
    ] {
      let result = try Packs(check: body).run("خبر.")
      #expect(result.findings.isEmpty, "\(body)")
      #expect(result.failures.count == 1, "\(body)")
    }
  }

  @Test func `a search costs what it looks at, not the sentence`() throws {
    let packs = try Packs(
      rule: """
        local absent = hilal.word { "هجوم", "قصف" } * hilal.gap(0, 9) * hilal.word "غدا"
        local near = hilal.gap(0, 9) * hilal.word "كلمة"
        return hilal.rule { id = "r", match = hilal.word "كلمة":as "word", check = function(sentence, m)
          return not sentence:has(absent) and sentence:after(m.word):has(near)
        end }
        """)
    let result = packs.run(String(repeating: "كلمة ", count: 20_000))
    #expect(result.findings.count == 1000)
    #expect(result.failures.map(\.failure.kind) == [.bound])
  }

  @Test func `a rule that only matches has no budget to lose`() throws {
    let packs = try Packs(rule: #"return hilal.rule { id = "r", match = hilal.word "كلمة" }"#)
    let result = packs.run(String(repeating: "كلمة ", count: 50_000))
    #expect(result.findings.count == 1000)
    #expect(result.failures.map(\.failure.kind) == [.bound])
  }
}
