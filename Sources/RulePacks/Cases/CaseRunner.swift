internal import Articles

/// Runs a pack's cases and says what differs, and what of the pack they exercise.
public final class CaseRunner {
  /// How a case came out.
  public struct Outcome: Sendable {
    /// Whether the case holds.
    public enum Verdict: Sendable, Equatable {
      /// Everything expected was found, and nothing that must not be.
      case passed
      /// `differences` says why.
      case failed
      /// Not run; the reason is the author's.
      case skipped(String)
      /// Its snapshot was recorded: not a failure of the pack, nor a success.
      case recorded
    }

    /// The case as its file has it.
    public let testCase: TestCase
    /// How it came out; `hilal test` fails where a case has failed or its snapshot was recorded.
    public let verdict: Verdict
    /// What differs, a line each: `-` expected and missing, `+` found and not wanted.
    public let differences: [String]
  }

  private let book: RuleBook
  private let pack: String
  private let source: PackSource?
  private let worker: PackWorker
  private let records: Bool
  /// Rules of the pack that make layers only: a case may name them, but `none` does not mean them.
  private let extractors: Set<String>
  /// All rules that the pack declares.
  private let declared: [Rule]
  private var snapshots: [String: SnapshotFile] = [:]
  /// What the cases that have run exercise.
  public private(set) var coverage: Coverage

  /// - Parameters:
  ///   - book: the book that holds the pack.
  ///   - pack: the pack's name.
  ///   - records: snapshots that differ are recorded anew instead of failing.
  public init(_ book: RuleBook, pack: String, records: Bool = false) {
    self.book = book
    self.pack = pack
    self.records = records
    source = book.packs.first { $0.manifest.name == pack }?.source
    worker = PackWorker(book)
    declared = book.packs.firstIndex { $0.manifest.name == pack }.map(book.declared) ?? []
    extractors = Set(declared.filter { !$0.reports }.map(\.id))
    coverage = Coverage(book, pack: pack)
    worker.onCall = { [unowned self] rule, match, isFinding in
      // Needed packs' rules are not among those that are counted.
      if book.name(ofRule: rule).hasPrefix(pack + "/") {
        coverage.note(match, isFinding: isFinding, of: rule)
      }
    }
  }

  /// The cases of a pack in file order, and what is wrong in its files of cases: a case with a mistake is not
  /// among the cases.
  public static func cases(of pack: PackSource) -> (cases: [TestCase], mistakes: [Diagnostic]) {
    let (files, mistakes) = CaseReader.files(of: pack)
    return (files.flatMap(\.cases), mistakes)
  }

  /// Runs one case by itself: nothing that scripts remember of earlier cases is left.
  public func run(_ testCase: TestCase) -> Outcome {
    if let reason = testCase.skip {
      return Outcome(testCase: testCase, verdict: .skipped(reason), differences: [])
    }
    worker.beginBatch()
    let (_, layers, result) = worker.annotate(
      testCase.article, duplicateOf: testCase.duplicateOf)
    let findings = result.findings.filter { $0.pack == pack }
    let items = layers.flatMap(\.items).filter { $0.pack == pack && extractors.contains($0.rule) }
    var differences = result.failures.flatMap { describe($0.failure) }
    differences += CaseMistake.all(in: testCase, declared, of: source).map {
      "! \($0.message); \($0.hint)"
    }
    var unmatched = findings + items
    for expectation in testCase.expected {
      differences += check(expectation, among: &unmatched, of: findings)
    }
    for finding in findings where testCase.none || testCase.never.contains(finding.rule) {
      differences.append("+ \(describe(finding))")
    }
    for item in items where testCase.never.contains(item.rule) {
      differences.append("+ \(describe(item))")
    }
    let snapshot = testCase.snapshot ? compare(testCase, with: findings) : []
    if records, !snapshot.isEmpty, differences.isEmpty {
      return Outcome(testCase: testCase, verdict: .recorded, differences: snapshot)
    }
    differences += snapshot
    return Outcome(
      testCase: testCase, verdict: differences.isEmpty ? .passed : .failed,
      differences: differences)
  }

  // MARK: Snapshots

  /// What differs from the case's snapshot, which is recorded where that is asked for.
  private func compare(_ testCase: TestCase, with findings: [Finding]) -> [String] {
    guard let source else { return [] }
    var file = snapshots[testCase.file] ?? SnapshotFile(testCase.file, of: source)
    let lines = SnapshotFile.lines(findings)
    let recorded = file[testCase.name]
    if records { file.set(lines, for: testCase.name) }
    snapshots[testCase.file] = file
    guard let recorded else {
      return records
        ? lines.map { "+ \($0)" }
        : ["! it has no snapshot yet; record one with `hilal test --update`"]
    }
    return SnapshotFile.differences(recorded, lines)
  }

  /// Writes the snapshots that were recorded.
  ///
  /// - Parameter cases: all cases of the pack; sections of others are left out.
  /// - Throws: a `Diagnostic` when the disk says no.
  public func writeSnapshots(of cases: [TestCase]) throws(Diagnostic) {
    for (name, file) in snapshots.sorted(by: { $0.key < $1.key }) {
      var file = file
      file.keep(Set(cases.filter { $0.file == name && $0.snapshot }.map(\.name)))
      try file.write()
    }
  }

  // MARK: Expectations

  /// What an expectation misses: the nearest finding's differences, or that there is none.
  private func check(
    _ expectation: TestCase.Expectation, among unmatched: inout [Finding], of all: [Finding]
  ) -> [String] {
    let candidates = unmatched.filter { $0.rule == expectation.rule }
    let scored = candidates.map { ($0, differences(expectation, $0)) }
    guard let best = scored.min(by: { $0.1.count < $1.1.count }) else {
      var lines = ["- \(describe(expectation))"]
      lines += all.map { "  found: \(describe($0))" }
      return lines
    }
    if let index = unmatched.firstIndex(of: best.0) { unmatched.remove(at: index) }
    return best.1
  }

  private func differences(_ expectation: TestCase.Expectation, _ finding: Finding) -> [String] {
    var lines: [String] = []
    if let span = expectation.span, !finding.span.text.contains(span) {
      lines.append("- \(expectation.rule) span \(span)")
      lines.append("+ \(finding.rule) span \(finding.span.text)")
    }
    for (name, text) in expectation.fields {
      let found = finding.fields.first { $0.name == name }?.text
      if found == text { continue }
      lines.append("- \(expectation.rule) \(name) = \(text ?? "(none)")")
      lines.append("+ \(finding.rule) \(name) = \(found ?? "(none)")")
    }
    return lines
  }

  /// What failed, and the script's frames below it.
  private func describe(_ failure: RuleFailure) -> [String] {
    ["! \(failure.rule): \(failure.message)"] + failure.traceback.map { "    at \($0)" }
      + (failure.advice.map { ["    help: \($0)"] } ?? [])
  }

  private func describe(_ expectation: TestCase.Expectation) -> String {
    let fields = expectation.fields.map { "\($0.name)=\($0.text ?? "(none)")" }
      .joined(separator: ", ")
    return "\(expectation.rule) \(expectation.span ?? "") \(fields)"
  }

  private func describe(_ finding: Finding) -> String {
    let fields = finding.fields.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")
    return "\(finding.rule) \(finding.span.text) \(fields)"
  }
}
