import Archives
import BatchRunner
import Foundation
import RulePacks
import Synchronization
import Testing

/// Runs that were killed, and the same runs completed.
@Suite struct ResumeTests {
  private static let rules = [
    "return hilal.rule { id = \"talks\", match = hilal.word { \"لقاء\", \"اجتماع\" }:as \"cue\" }",
    rule("angry", "if article.id:find '7' then error('no: ' .. article.id) end return true"),
    rule("slow", "if article.id:find '[13]0$' then while true do end end return true"),
  ]

  private static let bad = "{\"id\":\"x\",\"title\":\"بلا نص\"}\n"

  /// A run that leaves, after each batch, what a kill would leave there.
  private final class Bench: Sendable {
    let workshop: Workshop
    let inputs: [String]
    let out: String
    let bad: String
    let isDatabase: Bool
    let clusters: Bool

    /// - Parameter clusters: of articles that repeat after 150.
    init(isDatabase: Bool, clusters: Bool = false) throws {
      let workshop = try Workshop(rules: ResumeTests.rules)
      self.workshop = workshop
      inputs = try (0..<3).map {
        if clusters { return try workshop.input(Bench.reprints, "in\($0).jsonl") }
        return try workshop.input(articles(90) + ResumeTests.bad + articles(50), "in\($0).jsonl")
      }
      self.isDatabase = isDatabase
      self.clusters = clusters
      out = workshop.path + (isDatabase ? "/out.db" : "/out.jsonl")
      bad = workshop.path + "/bad.jsonl"
    }

    private static var reprints: String {
      (0..<200).map { article in
        let words = (0..<20).map { "كلمة\(article % 150 * 100 + $0)" }.joined(separator: " ")
        return "{\"id\":\"n\(article)\",\"content\":\"لقاء \(words).\"}\n"
      }.joined()
    }

    func request(resumes: Bool) -> RunRequest {
      var request = RunRequest(inputs: inputs)
      request.output = isDatabase ? .database(out) : .file(out)
      request.quarantine = bad
      request.seen = workshop.path + "/seen"
      request.resumes = resumes
      return request
    }

    func runner(_ change: (inout Runner.Options) -> Void = { _ in }) -> Runner {
      var options = Runner.Options()
      options.jobs = 2
      options.checkpointInterval = .zero
      options.clusters = clusters
      change(&options)
      return Runner(workshop.book, options)
    }

    func run(resumes: Bool, progress: @escaping @Sendable (Int) -> Void = { _ in }) throws
      -> RunSummary
    {
      let count = Mutex(0)
      return try runner().run(
        request(resumes: resumes), version: "1", report: { _ in },
        progress: { _ in
          progress(
            count.withLock { count in
              count += 1
              return count
            })
        })
    }

    /// Everything that a reader of the results sees.
    func result() throws -> [String] {
      let text = try [bad, workshop.path + "/seen"].map {
        try String(contentsOfFile: $0, encoding: .utf8)
      }
      guard isDatabase else { return try text + [String(contentsOfFile: out, encoding: .utf8)] }
      let database = try FindingDatabase(path: out)
      return try text + database.search(["لقاء"], limit: 9999).map { "\($0)" }.sorted()
    }

    private var files: [String] {
      [out, out + ".checkpoint", bad, workshop.path + "/seen", workshop.path + "/seen.partial"]
    }

    func keep(_ name: String) {
      for (index, file) in files.enumerated() {
        try? FileManager.default.copyItem(atPath: file, toPath: "\(workshop.path)/\(name)-\(index)")
      }
    }

    func restore(_ name: String) throws {
      for (index, file) in files.enumerated() {
        try? FileManager.default.removeItem(atPath: file)
        try? FileManager.default.copyItem(atPath: "\(workshop.path)/\(name)-\(index)", toPath: file)
      }
    }
  }

  @Test(arguments: [false, true])
  func `a run resumed from any batch gives the same output and counts`(_ isDatabase: Bool) throws {
    let bench = try Bench(isDatabase: isDatabase)
    let whole = try bench.run(resumes: false) { bench.keep("kill\($0)") }
    let wanted = try bench.result()
    #expect(whole.read == 423 && whole.quarantined == 3)
    #expect(whole.disabled == ["p/slow"])
    for batch in 1...6 {
      try bench.restore("kill\(batch)")
      if !isDatabase {
        // Written after the checkpoint, and lost with it.
        let handle = try #require(FileHandle(forWritingAtPath: bench.out))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("{\"half\":".utf8))
        try handle.close()
      }
      let summary = try bench.run(resumes: true)
      #expect(try bench.result() == wanted, "killed after batch \(batch)")
      #expect(summary == whole, "killed after batch \(batch)")
    }
  }

  @Test func `a resumed run knows the articles before it`() throws {
    let bench = try Bench(isDatabase: false, clusters: true)
    let whole = try bench.run(resumes: false) { bench.keep("kill\($0)") }
    let wanted = try bench.result()
    #expect(whole.read == 600 && whole.copies == 450)
    for batch in [3, 7] {
      try bench.restore("kill\(batch)")
      #expect(try bench.run(resumes: true) == whole)
      #expect(try bench.result() == wanted)
    }
  }

  @Test(arguments: [false, true])
  func `resuming a finished run changes nothing`(_ isDatabase: Bool) throws {
    let bench = try Bench(isDatabase: isDatabase)
    let whole = try bench.run(resumes: false)
    let before = try Data(contentsOf: URL(filePath: bench.out))
    #expect(try bench.run(resumes: true) == whole)
    #expect(try Data(contentsOf: URL(filePath: bench.out)) == before)
  }

  @Test func `with nothing to resume a run starts afresh`() throws {
    let bench = try Bench(isDatabase: false)
    try Data("half a line".utf8).write(to: URL(filePath: bench.out))
    #expect(try bench.run(resumes: true).read == 423)
    #expect(try bench.result()[2].hasPrefix("{\"schema\""))
  }

  @Test func `a run is not resumed when something has changed, and that is said`() throws {
    let bench = try Bench(isDatabase: false)
    _ = try bench.run(resumes: false) { if $0 == 2 { bench.keep("two") } }
    try bench.restore("two")
    func refusal(_ runner: Runner, version: String = "1") -> String {
      do {
        _ = try runner.run(
          bench.request(resumes: true), version: version, report: { _ in }, progress: { _ in })
        return ""
      } catch {
        #expect(error.kind == .resumeRefused)
        return error.message
      }
    }
    #expect(
      refusal(bench.runner { $0.selection.since = "2024-01-01" }).contains("--since was not given"))
    #expect(refusal(bench.runner { $0.rules = ["talks"] }).contains("--rule"))
    #expect(refusal(bench.runner(), version: "2").contains("hilal was 1 and is 2"))
    let file = bench.workshop.path + "/p/rules/a.lua"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "\n").write(toFile: file, atomically: false, encoding: .utf8)
    #expect(refusal(bench.runner()).contains("the pack file p/rules/a.lua has changed"))
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    try Data(articles(3).utf8).write(to: URL(filePath: bench.inputs[1]))
    #expect(refusal(bench.runner()).contains("in1.jsonl had"))
  }
}
