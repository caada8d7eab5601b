internal import Articles

/// Runs a pack's cases and says what differs.
public struct CaseRunner {
  /// How a case came out.
  public struct Outcome: Sendable {
    public enum Verdict: Sendable, Equatable {
      case passed
      case failed
      case skipped(String)
    }

    public let testCase: TestCase
    public let verdict: Verdict
    /// What differs, a line each: `-` expected and missing, `+` found and not wanted.
    public let differences: [String]
  }

  private let book: RuleBook
  private let pack: String
  private let worker: PackWorker

  public init(_ book: RuleBook, pack: String) {
    self.book = book
    self.pack = pack
    worker = PackWorker(book)
  }

  /// The cases of a pack.
  ///
  /// - Throws: a `Diagnostic` for a file that cannot be read.
  public static func cases(of pack: PackSource) throws(Diagnostic) -> [TestCase] {
    try CaseReader.cases(of: pack)
  }

  public func run(_ testCase: TestCase) -> Outcome {
    if let reason = testCase.skip {
      return Outcome(testCase: testCase, verdict: .skipped(reason), differences: [])
    }
    worker.beginBatch()
    let result = worker.process(testCase.article, duplicateOf: testCase.duplicateOf)
    let findings = (result?.items ?? []).map(\.finding).filter { $0.pack == pack }
    var differences = (result?.failures ?? []).map { "! \($0.failure.rule): \($0.failure.message)" }
    let known = Set(book.rules.filter { book.packs[$0.pack].manifest.name == pack }.map(\.id))
    for name in testCase.expected.map(\.rule) + testCase.never where !known.contains(name) {
      differences.append(
        "! the pack has no rule `\(name)`; \(Suggestion.hint(for: name, in: Array(known)))")
    }
    var unmatched = findings
    for expectation in testCase.expected {
      differences += check(expectation, among: &unmatched, of: findings)
    }
    for finding in findings where testCase.none || testCase.never.contains(finding.rule) {
      differences.append("+ \(describe(finding))")
    }
    return Outcome(
      testCase: testCase, verdict: differences.isEmpty ? .passed : .failed,
      differences: differences)
  }

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
      lines.append("- \(expectation.rule) \(name) = \(text)")
      lines.append("+ \(finding.rule) \(name) = \(found ?? "(none)")")
    }
    return lines
  }

  private func describe(_ expectation: TestCase.Expectation) -> String {
    let fields = expectation.fields.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")
    return "\(expectation.rule) \(expectation.span ?? "") \(fields)"
  }

  private func describe(_ finding: Finding) -> String {
    let fields = finding.fields.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")
    return "\(finding.rule) \(finding.span.text) \(fields)"
  }
}
