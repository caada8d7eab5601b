import Articles
import RulePacks
import Testing

/// A bad rule costs its own findings, never those of another, the run or the process.
@Suite struct MisbehaviourTests {
  static let honest = [
    "honest/rules/a.lua": """
    local words = require "words"
    local n = 0
    return {
      hilal.rule { id = "count", on = "article", fields = { "x", "draw" },
        check = function(article)
          n = n + 1
          return { x = n .. words.name, draw = math.random(1, 1000000) }
        end },
      hilal.rule { id = "index", fields = { "x" },
        match = hilal.word { "خبر", "لقاء" }:as "cue",
        check = function(s, m) return { x = s.index .. " " .. string.upper(m.cue.field) } end },
      hilal.rule { id = "bare", match = hilal.word "لقاء" * hilal.gap(0, 3) * hilal.any() },
    }
    """,
    "honest/lib/words.lua": "return { name = \"honest\" }",
  ]

  static let texts = [
    "خبر عن لقاء الوفدين في العاصمة.", "عقد لقاء ثم بث خبر. وانتهى.", "هطل المطر على الجبل.",
  ]

  private static let expected: [[Finding]] =
    ((try? Packs(honest)).map { $0.run(batch: texts).map(\.findings) }) ?? []

  @Test func `there are enough of them, and the honest pack finds something`() {
    #expect(Misbehaviour.all.count >= 80)
    #expect(Set(Misbehaviour.all.map(\.name)).count == Misbehaviour.all.count)
    #expect(Self.expected.map(\.count) == [4, 4, 1])
  }

  @Test(arguments: Misbehaviour.all)
  func `a bad rule costs nothing but its own findings`(_ bad: Misbehaviour) throws {
    // Named so that it runs before the honest pack.
    let start = ContinuousClock.now
    let packs = try Packs(Self.honest.merging(["bad/rules/a.lua": bad.script]) { $1 })
    let results = packs.run(batch: Self.texts)
    let taken = ContinuousClock.now - start
    #expect(results.map { $0.findings.filter { $0.pack == "honest" } } == Self.expected)
    #expect(taken < .seconds(20))
    let failures = results.flatMap { $0.failures.map(\.failure) }
    #expect(failures.allSatisfy { $0.pack == "bad" && $0.rule == "bad" })
    #expect(failures.allSatisfy { $0.message.utf8.count <= 2048 })
    let told = failures.map(\.message) + packs.book.diagnostics.map(\.description)
    switch bad.end {
    case .harmless: #expect(told.isEmpty)
    case .refused(let code):
      #expect(packs.book.diagnostics.map(\.code) == [code])
      #expect(packs.book.packs.map(\.manifest.name) == ["honest"])
    case .fails(let kind):
      #expect(failures.map(\.kind) == [kind, kind, kind])
      #expect(packs.book.diagnostics.isEmpty)
    }
    #expect(told.allSatisfy { $0.contains(bad.message) }, "\(told.first ?? "")")
    for finding in results.flatMap(\.findings) where finding.pack == "bad" {
      #expect(finding.codes.reduce(0) { $0 + $1.scheme.utf8.count + $1.code.utf8.count } <= 8192)
      #expect(finding.fields.allSatisfy { $0.text.utf8.count <= 8192 })
    }
  }
}
