import Archives
import BatchRunner
import Foundation
import RulePacks

/// All packs of a folder over some inputs, from reading to writing as a run does it, with the limits watched and
/// without, in turns.
struct Overhead {
  private let book: RuleBook
  private let inputs: [String]

  init(plugins: String, inputs: [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: plugins)) ?? []
    let packs = names.sorted().map { "\(plugins)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: "\($0)/pack.toml")
    }
    book = RuleBook(PackSet(paths: packs, locator: PackLocator(places: [plugins])))
    self.inputs = inputs
  }

  struct Pass {
    var articles: Int
    var findings: Int
    /// Processor seconds of the process.
    var seconds: Double
  }

  /// One run over all articles by one worker, its findings written to nowhere.
  func pass(isUnwatched: Bool) throws -> Pass {
    var options = Runner.Options()
    options.scriptLimits.isUnwatched = isUnwatched
    let runner = Runner(book, options)
    let start = seconds(of: CLOCK_PROCESS_CPUTIME_ID)
    let summary = try runner.run(
      inputs: inputs, sink: TextFindingSink(.jsonLines, ByteOutput(path: "/dev/null")),
      quarantine: nil, report: { _ in }, progress: { _ in })
    return Pass(
      articles: summary.read, findings: summary.findings,
      seconds: seconds(of: CLOCK_PROCESS_CPUTIME_ID) - start)
  }

  func report(rounds: Int) throws -> String {
    // The first pass warms up: knowledge is made, pages are mapped.
    let expected = try pass(isUnwatched: true)
    var ratios: [Double] = []
    var lines = [
      "| pass | without limits, s | with limits, s | ratio |", "| ---: | ---: | ---: | ---: |",
    ]
    for round in 1...rounds {
      // Who goes first changes, so that a drift of the machine favours neither.
      let isFirst = round % 2 == 0
      let first = try pass(isUnwatched: isFirst)
      let second = try pass(isUnwatched: !isFirst)
      let (free, limited) = isFirst ? (first, second) : (second, first)
      guard free.findings == expected.findings, limited.findings == expected.findings else {
        return
          "the findings differ: \(expected.findings), \(free.findings), \(limited.findings)"
      }
      let ratio = limited.seconds / free.seconds
      ratios.append(ratio)
      lines.append(
        "| \(round) | \(thousandths(free.seconds)) | \(thousandths(limited.seconds)) | \(thousandths(ratio)) |"
      )
    }
    let middle = ratios.sorted()[ratios.count / 2]
    return lines.joined(separator: "\n")
      + "\n\n\(expected.articles) articles, \(expected.findings) findings; median ratio \(thousandths(middle))"
  }
}

/// Processor seconds of this thread for some work.
func processorSeconds(_ work: () -> Void) -> Double {
  let start = seconds(of: CLOCK_THREAD_CPUTIME_ID)
  work()
  return seconds(of: CLOCK_THREAD_CPUTIME_ID) - start
}

private func seconds(of clock: clockid_t) -> Double {
  var time = timespec()
  // SAFETY: the call fills the struct given.
  unsafe clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func thousandths(_ number: Double) -> String {
  let rounded = Int((number * 1000).rounded())
  let digits = String(rounded % 1000)
  return "\(rounded / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}
