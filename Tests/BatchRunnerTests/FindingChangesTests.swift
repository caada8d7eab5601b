import Articles
import BatchRunner
import Testing

/// Findings of two runs that are one with other words, and those that are not.
@Suite struct FindingChangesTests {
  private func finding(
    _ start: Int, _ end: Int, rule: String = "talks", article: String = "n0",
    field: TextField = .content
  ) -> Finding {
    let span = TextSpan(
      field: field, start: start, end: end, text: String(repeating: "ب", count: end - start))
    return Finding(
      article: .init(id: article, date: nil, source: nil, title: "", url: nil), pack: "p",
      version: "1.0.0", rule: rule, label: "Talks", severity: .medium, score: 1, codes: [],
      attribution: .init(polarity: "asserted", modality: "fact", source: nil), span: span,
      sentence: span, fields: [], evidence: [])
  }

  /// Each change with its words' places.
  private func told(_ old: [Finding], _ new: [Finding]) -> [String] {
    FindingChanges(from: old, to: new).joined.map { change in
      let places = change.findings.map { "\($0.finding.span.start)-\($0.finding.span.end)" }
      return "\(change.kind) \(places.joined(separator: " "))"
    }
  }

  @Test func `words that have become more or fewer are one finding`() {
    #expect(told([finding(3, 9)], [finding(5, 9)]) == ["moved 3-9 5-9"])
    #expect(told([finding(3, 9)], [finding(0, 12)]) == ["moved 3-9 0-12"])
    #expect(told([finding(3, 9)], [finding(9, 12)]) == ["gained 9-12", "lost 3-9"])
  }

  @Test func `other rules, articles and fields are no other words`() {
    let old = [finding(3, 9)]
    for new in [
      finding(3, 8, rule: "visits"), finding(3, 8, article: "n1"), finding(3, 8, field: .title),
    ] {
      #expect(told(old, [new]) == ["gained 3-8", "lost 3-9"])
    }
  }

  @Test func `each finding is paired once, with the one that shares most`() {
    #expect(
      told([finding(0, 20)], [finding(0, 5), finding(6, 20)]) == ["gained 0-5", "moved 0-20 6-20"])
    #expect(
      told([finding(0, 5), finding(6, 20)], [finding(0, 20)]) == ["moved 0-5 0-20", "lost 6-20"])
    #expect(
      told([finding(0, 5), finding(6, 9)], [finding(0, 5), finding(6, 8)]) == ["moved 6-9 6-8"])
  }

  @Test func `what is told apart counts as before`() {
    let changes = FindingChanges(from: [finding(3, 9)], to: [finding(5, 9), finding(20, 25)])
    #expect(changes.changes.map(\.kind) == ["gained", "gained", "lost"])
    #expect(changes.counts == (2, 1, 0))
    #expect(changes.moves == [0: 2])
  }
}
