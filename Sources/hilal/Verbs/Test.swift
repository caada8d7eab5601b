import ArgumentParser
import RulePacks

struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the packs' own cases (tests/*.toml).",
    discussion: """
      Without a pack all packs that are found are tested. Status 1 when a case fails, a snapshot \
      was recorded, or there are no cases. The last lines say how much of the packs' rules and of the branches of their \
      patterns the cases exercise.
      """)

  @Option(help: ArgumentHelp("Only cases whose name or file contains this.", valueName: "text"))
  var filter: String?

  @Flag(help: "Record the snapshots that differ; the run still fails.")
  var update = false

  @Flag(help: "Name the rules and branches of patterns that no case exercises.")
  var coverage = false

  @Flag(name: .shortAndLong, help: "Name every case.")
  var verbose = false

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("Packs, by their folders or names.", valueName: "pack"))
  var paths: [String] = []

  /// How many cases came out how.
  private struct Counts {
    var passed = 0
    var failed = 0
    var skipped = 0
    var recorded = 0

    mutating func add(_ verdict: CaseRunner.Outcome.Verdict) {
      switch verdict {
      case .passed: passed += 1
      case .failed: failed += 1
      case .skipped: skipped += 1
      case .recorded: recorded += 1
      }
    }

    var text: String {
      "\(passed) passed, \(failed) failed" + (skipped > 0 ? ", \(skipped) skipped" : "")
        + (recorded > 0 ? ", \(recorded) recorded" : "")
    }
  }

  func run() throws {
    var options = PackOptions()
    options.packs = paths
    let book = try options.load(end: "no rule is left to test")
    // Nothing was loaded that could be tested, and why has been told.
    if !book.packs.contains(where: \.reports) { throw ExitStatus.packError }
    let read = book.packs.filter(\.reports).map { ($0, CaseRunner.cases(of: $0.source)) }
    let mistakes = read.flatMap(\.1.mistakes)
    for mistake in mistakes { Console.shared.say("\(mistake)") }
    if !mistakes.isEmpty { throw ExitStatus.packError }
    var counts = Counts()
    var coverages: [Coverage] = []
    do throws(Diagnostic) {
      for (pack, (cases, _)) in read {
        let runner = CaseRunner(book, pack: pack.manifest.name, records: update)
        for testCase in cases where isWanted(testCase) {
          let outcome = runner.run(testCase)
          counts.add(outcome.verdict)
          show(outcome, pack)
        }
        if update { try runner.writeSnapshots(of: cases) }
        coverages.append(runner.coverage)
      }
    } catch {
      Console.shared.say("\(error)")
      throw ExitStatus.packError
    }
    print(counts.text)
    if filter == nil { show(coverages) }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
    let ran = counts.passed + counts.failed + counts.skipped
    if ran == 0, counts.recorded == 0 { sayWhyNone(book) }
    if counts.failed > 0 || counts.recorded > 0 || ran == 0 { throw ExitStatus.failed }
  }

  /// Says why no case was run, and how one is written.
  private func sayWhyNone(_ book: RuleBook) {
    if let filter {
      return Console.shared.say("error: no case has «\(filter)» in its name or its file's")
    }
    for pack in book.packs where pack.reports {
      guard let folder = pack.source.misnamed(.tests) else { continue }
      let path = pack.source.path
      return Console.shared.say(
        "error: there are no cases to run: they are read from \(path)/tests, not from \(path)/\(folder); move them there"
      )
    }
    guard let pack = book.packs.first(where: \.reports) else { return }
    let rule = book.rules.first { book.packs[$0.pack].reports }?.id ?? "RULE"
    Console.shared.say(
      """
      error: there are no cases to run; write \(pack.source.path)/tests/first.toml:
        [[case]]
        name = "what the case shows"
        text = "a sentence in which something is found"

        [[case.expect]]
        rule = "\(rule)"
      """)
  }

  private func isWanted(_ testCase: TestCase) -> Bool {
    guard let filter else { return true }
    return testCase.name.contains(filter) || testCase.file.contains(filter)
  }

  private func show(_ outcome: CaseRunner.Outcome, _ pack: RuleBook.Pack) {
    let testCase = outcome.testCase
    let line = testCase.line.map { ":\($0)" } ?? ""
    let place = "\(pack.source.path)/\(testCase.file)\(line)"
    switch outcome.verdict {
    case .passed: if verbose { print("ok      \(testCase.name)") }
    case .skipped(let reason): if verbose { print("skipped \(testCase.name): \(reason)") }
    case .failed, .recorded:
      let word = outcome.verdict == .failed ? colored("FAILED", 31) + " " : "recorded"
      print("\(word) \(testCase.name)  (\(place))")
      for line in outcome.differences { print("        \(coloredChange(line))") }
    }
  }

  /// The counts of all packs that have rules and, where asked for, what is missing.
  private func show(_ coverages: [Coverage]) {
    let rules = coverages.reduce(0) { $0 + $1.ruleCount }
    if rules == 0 { return }
    let found = coverages.reduce(0) { $0 + $1.foundCount }
    let branches = coverages.reduce(0) { $0 + $1.branchCount }
    let taken = coverages.reduce(0) { $0 + $1.takenCount }
    var line = "exercised: \(found) of \(Text.plural(rules, "rule"))"
    if branches > 0 { line += ", \(taken) of \(Text.plural(branches, "pattern branch", "es"))" }
    let gaps = coverages.flatMap(\.gaps)
    if !coverage, !gaps.isEmpty { line += "; --coverage names the others" }
    print(line)
    guard coverage else { return }
    for gap in gaps {
      if gap.isSilent { print("  \(gap.rule): no case makes it find anything") }
      for branch in gap.branches {
        print("  \(gap.rule): no match through branch \(branch.number): \(branch.title)")
      }
    }
  }

  private func colored(_ text: String, _ color: Int) -> String {
    Console.usesColor(self.color, terminal: Console.shared.outputIsTerminal)
      ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }

  private func coloredChange(_ line: String) -> String {
    line.hasPrefix("-") ? colored(line, 31) : line.hasPrefix("+") ? colored(line, 32) : line
  }
}
