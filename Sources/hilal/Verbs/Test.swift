import ArgumentParser
import RulePacks

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the packs' own cases (tests/*.toml).",
    discussion: "Without a pack all packs that are found are tested. Status 1 when a case fails.")

  @Option(help: ArgumentHelp("Only cases whose name or file contains this.", valueName: "text"))
  var filter: String?

  @Flag(name: .shortAndLong, help: "Name every case.")
  var verbose = false

  @Argument(help: ArgumentHelp("Packs' folders.", valueName: "pack"))
  var paths: [String] = []

  func run() throws {
    var options = PackOptions()
    options.packs = paths
    let book = try options.load()
    var passed = 0
    var failed = 0
    var skipped = 0
    for pack in book.packs where pack.reports {
      let cases: [TestCase]
      do throws(Diagnostic) {
        cases = try CaseRunner.cases(of: pack.source)
      } catch {
        Console.shared.say("\(error)")
        throw ExitStatus.packError
      }
      let runner = CaseRunner(book, pack: pack.manifest.name)
      for testCase in cases where isWanted(testCase) {
        let outcome = runner.run(testCase)
        switch outcome.verdict {
        case .passed: passed += 1
        case .failed: failed += 1
        case .skipped: skipped += 1
        }
        show(outcome, pack)
      }
    }
    print("\(passed) passed, \(failed) failed" + (skipped > 0 ? ", \(skipped) skipped" : ""))
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
    if failed > 0 || passed + failed + skipped == 0 { throw ExitStatus.failed }
  }

  private func isWanted(_ testCase: TestCase) -> Bool {
    guard let filter else { return true }
    return testCase.name.contains(filter) || testCase.file.contains(filter)
  }

  private func show(_ outcome: CaseRunner.Outcome, _ pack: RuleBook.Pack) {
    let testCase = outcome.testCase
    let place = "\(pack.source.path)/\(testCase.file):\(testCase.line ?? 0)"
    switch outcome.verdict {
    case .passed: if verbose { print("ok      \(testCase.name)") }
    case .skipped(let reason): if verbose { print("skipped \(testCase.name): \(reason)") }
    case .failed:
      print("FAILED  \(testCase.name)  (\(place))")
      for line in outcome.differences { print("        \(line)") }
    }
  }
}
