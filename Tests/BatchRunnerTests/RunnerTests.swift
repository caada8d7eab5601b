import Archives
import BatchRunner
import Foundation
import RulePacks
import Testing

/// Runs over archives: one result for any number of workers, exact counts, whole output.
@Suite struct RunnerTests {
  private static let rules = [
    rule("count", "n = n + 1 print('call', n) return { x = n }", before: "local n = 0"),
    "return hilal.rule { id = \"talks\", match = hilal.word { \"لقاء\", \"اجتماع\" }:as \"cue\" }",
    rule("angry", "if article.id:find '7' then error('no: ' .. article.id) end return true"),
    rule("draw", "return { x = math.random(1, 1000000) }"),
  ]

  /// Records of all kinds, good and bad, in random order.
  private static func archive(_ generator: inout FixedGenerator) -> String {
    let words = ["لقاء", "اجتماع", "خبر", "مُحادَثات", "قال", "👩‍👩‍👧", "NATO", "٢٠٢٤"]
    let count = Int.random(in: 0...150, using: &generator)
    return (0..<count).map { index in
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: return "{\"id\":\"\(index)\",\"title\":\"بلا نص\"}\n"
      case 1: return "{\"id\":\"\(index)\",\"content\":\n"
      case 2: return "{\"id\":\(index),\"content\":\"\"}\n"
      default:
        let length = Int.random(in: 1...60, using: &generator)
        let text = (0..<length).map { _ in words.randomElement(using: &generator) ?? "" }
        return "{\"id\":\"\(index)\",\"content\":\"\(text.joined(separator: " ")).\"}\n"
      }
    }.joined()
  }

  @Test(arguments: 0..<4)
  func `the same bytes for any number of workers`(_ seed: Int) throws {
    var generator = FixedGenerator(state: UInt64(seed) &* 977 &+ 5)
    let workshop = try Workshop(rules: Self.rules)
    let inputs = try (0..<3).map {
      try workshop.input(Self.archive(&generator), "in\($0).jsonl")
    }
    let one = try workshop.run(inputs, jobs: 1)
    for jobs in [2, 7] {
      let more = try workshop.run(inputs, jobs: jobs)
      #expect(more.findings == one.findings)
      #expect(more.quarantine == one.quarantine)
      #expect(more.said == one.said)
      #expect(more.summary == one.summary)
    }
    let summary = one.summary
    #expect(summary.read == summary.processed + summary.quarantined + summary.skipped)
    #expect(summary.findings == one.lines.count)
    #expect(summary.findings == summary.byRule.map(\.count).reduce(0, +))
    let bad = one.quarantine.split(separator: UInt8(ascii: "\n")).count
    #expect(bad == summary.quarantined)
  }

  @Test func `counts, rules and errors are told exactly`() throws {
    let workshop = try Workshop(rules: Self.rules)
    let bad = "{\"id\":\"x\",\"title\":\"بلا نص\"}\n"
    let input = try workshop.input(articles(100) + bad + bad)
    let summary = try workshop.run([input], jobs: 2).summary
    #expect((summary.read, summary.processed, summary.quarantined) == (102, 100, 2))
    #expect(summary.byRule.map(\.rule) == ["p/count", "p/talks", "p/angry", "p/draw"])
    #expect(summary.byRule.map(\.count) == [100, 100, 81, 100])
    #expect(summary.errors.map(\.rule) == ["angry"])
    #expect(summary.errors.map(\.count) == [19])
    #expect(summary.errors.map(\.first.article) == ["n7"])
    #expect(summary.errors.map(\.first.message) == ["no: n7"])
    #expect(summary.disabled.isEmpty)
  }

  @Test func `a script's memory ends every 64 records`() throws {
    let workshop = try Workshop(rules: [Self.rules[0]])
    let input = try workshop.input(articles(200))
    let said = try workshop.run([input], jobs: 2).said
    #expect(said == (0..<200).map { "p/count: call\t\($0 % 64 + 1)" })
  }

  @Test(arguments: [1, 2, 7])
  func `three budget errors disable a rule in input order`(_ jobs: Int) throws {
    // The loops come at 10, 70 and 140: one in each of the first three batches of 64.
    let workshop = try Workshop(rules: [
      rule(
        "loop",
        """
        local n = tonumber(article.id:sub(2))
        print(n)
        if n == 10 or n == 70 or n == 140 then while true do end end
        return { x = n }
        """)
    ])
    let input = try workshop.input(articles(300))
    let outcome = try workshop.run([input], jobs: jobs)
    let found = outcome.lines.compactMap { line in
      line.firstMatch(of: /"id":"n(\d+)"/).flatMap { Int($0.output.1) }
    }
    #expect(found == (0..<140).filter { $0 != 10 && $0 != 70 })
    #expect(outcome.summary.disabled == ["p/loop"])
    #expect(outcome.summary.findings == 138)
    #expect(outcome.summary.errors.map(\.count) == [3])
    #expect(outcome.said.last == "p/loop: 191", "the batch of the third error is run to its end")
  }

  @Test(arguments: [1, 2, 7])
  func `what others read of a disabled rule hangs on the input alone`(_ jobs: Int) throws {
    // `shared` counts what `loop` leaves behind, and `reader` reads a layer whose maker is disabled.
    let workshop = try Workshop(rules: [
      """
      local calls = 0
      return {
        hilal.extractor { provides = "marks", on = "article", check = function(article)
          calls = calls + 1
          local n = tonumber(article.id:sub(2))
          if n == 9 or n == 19 or n == 29 then while true do end end
          if n < 64 then for i = 1, 20000 do end end
          return true
        end },
        hilal.rule { id = "shared", on = "article", fields = { "x" },
          check = function() return { x = calls } end },
        hilal.rule { id = "reader", on = "article", needs = { "marks" }, fields = { "x" },
          check = function(article) return { x = #article.marks } end },
      }
      """
    ])
    let input = try workshop.input(articles(450))
    let one = try workshop.run([input], jobs: 1)
    let more = try workshop.run([input], jobs: jobs)
    #expect(more.summary == one.summary)
    #expect(more.findings == one.findings)
    #expect(one.summary.disabled == ["p/marks"])
  }

  @Test func `what one rule prints is bounded over the run`() throws {
    let workshop = try Workshop(rules: [
      rule("loud", "print(('x'):rep(1000))"), rule("calm", "print 'calm'"),
    ])
    let input = try workshop.input(articles(200))
    let outcome = try workshop.run([input], jobs: 2)
    let loud = outcome.said.filter { $0.hasPrefix("p/loud") }
    #expect(loud.count == 66)
    #expect(loud.last == "p/loud: more than 64 KiB printed; the rest is not shown")
    #expect(outcome.said.filter { $0 == "p/calm: calm" }.count == 200)
  }

  @Test func `an interrupted run leaves whole lines`() throws {
    let workshop = try Workshop(rules: Self.rules)
    let input = try workshop.input(articles(1000))
    let whole = try workshop.run([input], jobs: 1)
    for jobs in [1, 2, 7] {
      let part = try workshop.run([input], jobs: jobs, interruptAfter: 3)
      #expect(part.summary.wasInterrupted)
      #expect(part.summary.read < 1000)
      #expect(whole.findings.starts(with: part.findings))
      #expect(part.findings.last == UInt8(ascii: "\n"))
      #expect(part.summary.findings == part.lines.count)
      #expect(part.summary.read == part.summary.processed + part.summary.quarantined)
    }
  }

  @Test func `a full disk is an error that names the output`() throws {
    let workshop = try Workshop(rules: Self.rules)
    let input = try workshop.input(articles(500))
    let error = #expect(throws: ArchivesError.self) {
      _ = try workshop.run([input], jobs: 2, to: "/dev/full")
    }
    #expect(error?.kind == .output)
    #expect(error?.place == "/dev/full")
    #expect(error?.message.contains("No space left") == true)
  }

  @Test func `an input that is not there is an error before anything is written`() throws {
    let workshop = try Workshop(rules: Self.rules)
    let error = #expect(throws: ArchivesError.self) {
      _ = try workshop.run([workshop.path + "/none.zip"])
    }
    #expect(error?.kind == .noSuchInput)
  }

  @Test func `CSV has the declared fields as columns`() throws {
    let workshop = try Workshop(rules: Self.rules)
    let input = try workshop.input(articles(3))
    let outcome = try workshop.run(
      [input], jobs: 2, format: .csv(fields: workshop.book.fieldNames))
    let text = String(decoding: outcome.findings, as: UTF8.self)
    let header = try #require(
      text.split(separator: "\r\n").first ?? text.split(separator: "\n").first)
    #expect(header.contains("x"))
    #expect(outcome.summary.findings == 12)
  }

  @Test func `annotate is the same for any number of workers`() throws {
    let workshop = try Workshop(rules: [
      "return hilal.extractor { provides = \"talks\", match = hilal.word \"لقاء\" }"
    ])
    let input = try workshop.input(articles(300))
    let outputs = try [1, 2, 7].map { jobs in
      var options = Runner.Options()
      options.jobs = jobs
      let file = workshop.path + "/analyses-\(jobs)"
      let summary = try Runner(workshop.book, options).annotate(
        inputs: [input], output: try ByteOutput(path: file), quarantine: nil, progress: { _ in })
      #expect(summary.processed == 300)
      return workshop.bytes("analyses-\(jobs)")
    }
    #expect(Set(outputs).count == 1)
    let lines = String(decoding: outputs[0], as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 300)
    #expect(lines.allSatisfy { $0.contains("\"talks\":[{\"field\":\"content\"") })
  }
}
