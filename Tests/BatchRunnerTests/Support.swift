import Archives
import BatchRunner
import Foundation
import RulePacks
import Synchronization

/// A folder with packs and inputs, for one test.
final class Workshop: Sendable {
  let path: String
  let book: RuleBook

  /// - Parameter rules: texts of rule files of the pack `p`, in order.
  init(rules: [String], manifest: String = "") throws {
    path = FileManager.default.temporaryDirectory.path + "/hilal-\(UUID().uuidString)"
    let rulesFolder = path + "/p/rules"
    try FileManager.default.createDirectory(
      atPath: rulesFolder, withIntermediateDirectories: true)
    try Data("name = \"p\"\nversion = \"1.0.0\"\n\(manifest)".utf8)
      .write(to: URL(fileURLWithPath: path + "/p/pack.toml"))
    for (index, text) in rules.enumerated() {
      try Data(text.utf8).write(
        to: URL(
          fileURLWithPath: rulesFolder + "/\(Character(Unicode.Scalar(0x61 + UInt8(index)))).lua"))
    }
    book = RuleBook(PackSet(paths: [path + "/p"], locator: PackLocator(places: [])))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes an input and gives its path.
  func input(_ text: String, _ name: String = "in.jsonl") throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }

  func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name))).map(Array.init) ?? []
  }

  /// What a run wrote, said and counted.
  struct Outcome: Equatable {
    var findings: [UInt8]
    var quarantine: [UInt8]
    var said: [String]
    var summary: RunSummary

    var lines: [String] {
      String(decoding: findings, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// Runs the pack over inputs.
  func run(
    _ inputs: [String], jobs: Int = 1, format: FindingFormat = .jsonLines, to output: String? = nil,
    interruptAfter batches: Int? = nil, clusters: Bool = false
  ) throws -> Outcome {
    var options = Runner.Options()
    options.clusters = clusters
    options.jobs = jobs
    options.format = format
    let runner = Runner(book, options)
    let said = Mutex<[String]>([])
    let seen = Mutex(0)
    let file = output ?? path + "/out-\(jobs)"
    let bad = path + "/bad-\(jobs)"
    let summary = try runner.run(
      inputs: inputs, sink: try TextFindingSink(format, try ByteOutput(path: file)),
      quarantine: QuarantineWriter(try ByteOutput(path: bad)),
      report: { line in said.withLock { $0.append(line) } },
      progress: { _ in
        let count = seen.withLock { seen in
          seen += 1
          return seen
        }
        if count == batches { runner.interrupt() }
      })
    return Outcome(
      findings: Array((try? Data(contentsOf: URL(fileURLWithPath: file))) ?? Data()),
      quarantine: Array((try? Data(contentsOf: URL(fileURLWithPath: bad))) ?? Data()),
      said: said.withLock { $0 }, summary: summary)
  }
}

/// A rule on articles of the pack `p`.
func rule(_ id: String, _ body: String, before: String = "") -> String {
  """
  \(before)
  return hilal.rule { id = "\(id)", on = "article", fields = { "x" },
    check = function(article)
      \(body)
    end }
  """
}

/// Lines of articles numbered from 0.
func articles(_ count: Int, _ content: (Int) -> String = { "خبر \($0) عن لقاء الوفدين." }) -> String
{
  (0..<count).map { "{\"id\":\"n\($0)\",\"content\":\"\(content($0))\"}\n" }.joined()
}

/// The same numbers in every run.
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }
}
