import RulePacks
import Testing

/// What a pack's cases can say about the fields of a finding.
@Suite struct CaseFieldTests {
  private static let rule = """
    return hilal.rule { id = "truce", fields = { "truce", "time" },
      match = hilal.word "هدنة":as "truce" * hilal.word "أمس":as "time" ^ -1,
      check = function(sentence, m)
        return { truce = m.truce, time = m.time }
      end }
    """

  /// How a case about a text came out, with what differs.
  private func outcome(_ text: String, fields: String) throws -> CaseRunner.Outcome {
    let cases = """
      [[case]]
      name = "a truce"
      text = "\(text)"
      [[case.expect]]
      rule = "truce"
      fields = { \(fields) }
      """
    let packs = try Packs(rule: Self.rule, ["p/tests/a.toml": cases])
    let pack = try #require(packs.book.packs.first { $0.reports })
    let testCase = try #require(CaseRunner.cases(of: pack.source).cases.first)
    return CaseRunner(packs.book, pack: "p").run(testCase)
  }

  @Test func `a field said to be absent is absent`() throws {
    let outcome = try outcome("أعلن الطرفان هدنة.", fields: "truce = \"هدنة\", time = false")
    #expect(outcome.verdict == .passed)
  }

  @Test func `a field said to be absent and found differs`() throws {
    let outcome = try outcome("أعلن الطرفان هدنة أمس.", fields: "time = false")
    #expect(outcome.verdict == .failed)
    #expect(outcome.differences == ["- truce time = (none)", "+ truce time = أمس"])
  }

  @Test func `a field that no rule declares is not absent but misspelt`() throws {
    let outcome = try outcome("أعلن الطرفان هدنة.", fields: "tiem = false")
    #expect(outcome.verdict == .failed)
    #expect(outcome.differences.first?.contains("declares no field `tiem`") == true)
    #expect(outcome.differences.first?.contains("`time`") == true)
  }
}
