import Archives
import Articles
import BatchRunner
import Foundation
import RulePacks
import Testing

/// Articles that copy earlier ones: what scripts see of them, and runs without their findings.
@Suite struct CopyTests {
  private static let namesFirst = rule("copy", "return { x = article.duplicate_of }")
  private static let everything = rule("all", "return true")

  /// A text of its own for each number.
  private static func text(_ number: Int) -> String {
    (0..<40).map { "كلمة\(number &* 7919 &+ $0 &* 104_729)" }.joined(separator: " ")
  }

  /// Articles of which every third copies one of the three before it, some with other words added.
  private static func archive(_ count: Int) -> (lines: String, firsts: [Int: Int]) {
    var firsts: [Int: Int] = [:]
    let lines = articles(count) { number in
      guard number % 3 == 2 else { return text(number) }
      let copied = number - 2 + number % 2
      firsts[number] = copied
      return text(copied) + (number % 4 == 0 ? " وأضاف المصدر كلمة أخرى." : "")
    }
    return (lines, firsts)
  }

  private func ids(_ outcome: Workshop.Outcome) -> [Int] {
    outcome.lines.compactMap { line in
      line.firstMatch(of: /"id":"n(\d+)"/).flatMap { Int($0.output.1) }
    }
  }

  @Test(arguments: [1, 2, 7])
  func `a script reads which article was the first`(_ jobs: Int) throws {
    let workshop = try Workshop(rules: [Self.namesFirst])
    let (lines, firsts) = Self.archive(700)
    let outcome = try workshop.run([try workshop.input(lines)], jobs: jobs)
    #expect(ids(outcome) == Array(0..<700))
    for (number, line) in outcome.lines.enumerated() {
      let first = line.firstMatch(of: /"x":\{[^}]*"text":"n(\d+)"/).flatMap { Int($0.output.1) }
      #expect(first == firsts[number], "\(line)")
    }
    #expect(outcome.summary.copies == firsts.count)
  }

  @Test(arguments: [1, 2, 7])
  func `with clusters the findings of copies are left out`(_ jobs: Int) throws {
    let workshop = try Workshop(rules: [Self.everything])
    let (lines, firsts) = Self.archive(700)
    let outcome = try workshop.run([try workshop.input(lines)], jobs: jobs, clusters: true)
    #expect(ids(outcome) == (0..<700).filter { firsts[$0] == nil })
    #expect(outcome.summary.copies == firsts.count)
    #expect(outcome.summary.processed == 700)
    #expect(outcome.summary.byRule.map(\.count) == [700 - firsts.count])
  }

  @Test func `the same bytes for any number of workers, over several inputs`() throws {
    let workshop = try Workshop(rules: [
      Self.namesFirst,
      rule("loop", "if article.id:find '50$' then while true do end end return { x = 'x' }"),
    ])
    let (lines, _) = Self.archive(400)
    let inputs = try (0..<3).map { try workshop.input(lines, "in\($0).jsonl") }
    for clusters in [false, true] {
      let one = try workshop.run(inputs, jobs: 1, clusters: clusters)
      for jobs in [2, 7] {
        let more = try workshop.run(inputs, jobs: jobs, clusters: clusters)
        #expect(more.findings == one.findings)
        #expect(more.summary == one.summary)
        #expect(more.said == one.said)
      }
      // The second and third input copy the first from end to end.
      #expect(one.summary.copies == 400 * 2 + 400 / 3)
    }
  }

  @Test func `copies are not looked for when nobody asks`() throws {
    let workshop = try Workshop(rules: [Self.everything])
    let outcome = try workshop.run([try workshop.input(Self.archive(50).lines)])
    #expect(outcome.summary.copies == nil)
    #expect(ids(outcome).count == 50)
    #expect(!String(decoding: outcome.summary.json, as: UTF8.self).contains("copies"))
  }

  @Test func `a name put together at run time is told of`() throws {
    let workshop = try Workshop(rules: [
      rule("computed", "return { x = article['duplicate' .. '_of'] }")
    ])
    let outcome = try workshop.run([try workshop.input(articles(2))])
    #expect(outcome.summary.errors.first?.first.message.contains("write it out") == true)
  }

  @Test func `annotate and findings know copies`() throws {
    let workshop = try Workshop(rules: [
      """
      return {
        hilal.extractor { provides = "copies", on = "article", check = function(article)
          return article.duplicate_of ~= nil
        end },
        hilal.rule { id = "copied", on = "article", needs = { "copies" },
          check = function(article) return #article.copies > 0 end },
      }
      """
    ])
    let (lines, firsts) = Self.archive(300)
    let input = try workshop.input(lines)
    for jobs in [1, 7] {
      var options = Runner.Options()
      options.jobs = jobs
      let runner = Runner(workshop.book, options)
      let findings = try runner.findings(inputs: [input])
      #expect(findings.findings.map(\.article.id) == firsts.keys.sorted().map { "n\($0)" })
      let file = workshop.path + "/analyses-\(jobs)"
      _ = try runner.annotate(
        inputs: [input], output: try ByteOutput(path: file), quarantine: nil, progress: { _ in })
      let analyses = String(decoding: workshop.bytes("analyses-\(jobs)"), as: UTF8.self)
      #expect(
        analyses.split(separator: "\n").filter { !$0.contains("\"copies\":[]") }.count
          == firsts.count)
    }
  }
}
