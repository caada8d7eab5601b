import Articles
import Foundation
import RulePacks

/// All packs of a folder over articles, with the limits watched and without, in turns.
struct Overhead {
  private let book: RuleBook
  private let articles: [Article]

  init(plugins: String, articles: [Article]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: plugins)) ?? []
    let packs = names.sorted().map { "\(plugins)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: "\($0)/pack.toml")
    }
    book = RuleBook(PackSet(paths: packs, locator: PackLocator(places: [plugins])))
    self.articles = articles
  }

  /// One pass over all articles, in batches of 64 as in a run.
  func pass(isUnwatched: Bool) -> (findings: Int, seconds: Double) {
    var limits = ScriptLimits()
    limits.isUnwatched = isUnwatched
    let worker = PackWorker(book, limits: limits)
    var findings = 0
    let seconds = processorSeconds {
      for (index, article) in articles.enumerated() {
        if index % 64 == 0 { worker.beginBatch() }
        findings += worker.process(article)?.items.count ?? 0
      }
    }
    return (findings, seconds)
  }

  func report(rounds: Int) -> String {
    // The first pass of each warms up: knowledge is made, pages are mapped.
    let expected = pass(isUnwatched: true).findings
    var ratios: [Double] = []
    var lines = [
      "| pass | without limits, s | with limits, s | ratio |", "| ---: | ---: | ---: | ---: |",
    ]
    for round in 1...rounds {
      // Who goes first changes, so that a drift of the machine favours neither.
      let isFirst = round % 2 == 0
      let first = pass(isUnwatched: isFirst)
      let second = pass(isUnwatched: !isFirst)
      let (free, limited) = isFirst ? (first, second) : (second, first)
      guard free.findings == expected, limited.findings == expected else {
        return "the findings differ: \(expected), \(free.findings), \(limited.findings)"
      }
      ratios.append(limited.seconds / free.seconds)
      lines.append(
        "| \(round) | \(thousandths(free.seconds)) | \(thousandths(limited.seconds)) | \(thousandths(limited.seconds / free.seconds)) |"
      )
    }
    let middle = ratios.sorted()[ratios.count / 2]
    return lines.joined(separator: "\n")
      + "\n\n\(articles.count) articles, \(expected) findings; median ratio \(thousandths(middle))"
  }
}

/// Processor seconds of this thread for some work.
func processorSeconds(_ work: () -> Void) -> Double {
  let start = threadSeconds()
  work()
  return threadSeconds() - start
}

private func threadSeconds() -> Double {
  var time = timespec()
  // SAFETY: the call fills the struct given.
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func thousandths(_ number: Double) -> String {
  let rounded = Int((number * 1000).rounded())
  let digits = String(rounded % 1000)
  return "\(rounded / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}
