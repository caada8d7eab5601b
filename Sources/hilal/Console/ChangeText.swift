import Articles
import BatchRunner
import RulePacks

/// Findings gained, lost and changed, as people read them.
struct ChangeText {
  let usesColor: Bool

  /// Lines for the first `limit` changes, and the counts.
  ///
  /// - Parameter failures: of the new run; what their rules have lost is told apart.
  func lines(
    _ changes: FindingChanges, limit: Int, failures: [RuleFailure] = []
  ) -> [String] {
    var lines: [String] = []
    let joined = changes.joined
    let counts = Dictionary(grouping: joined, by: \.kind).mapValues(\.count)
    let count = { (kind: String) in counts[kind] ?? 0 }
    for change in joined.prefix(limit) { lines += text(change) }
    if joined.count > limit { lines.append("… \(joined.count - limit) more") }
    lines.append(
      "\(Text.grouped(count("gained"))) gained, \(Text.grouped(count("lost"))) lost\(lost(joined, failures)), "
        + "\(Text.grouped(count("changed") + count("moved"))) changed, \(Text.grouped(changes.same)) the same"
    )
    return lines
  }

  /// ` (18 of deals/award, which failed)`, or nothing.
  private func lost(_ changes: [FindingChanges.Change], _ failures: [RuleFailure]) -> String {
    let failed = Set(failures.filter { $0.kind != .bound }.map { "\($0.pack)/\($0.rule)" })
    var counts: [String: Int] = [:]
    for case .lost(let finding) in changes {
      let rule = "\(finding.pack)/\(finding.rule)"
      if failed.contains(rule) { counts[rule, default: 0] += 1 }
    }
    if counts.isEmpty { return "" }
    let rules = counts.sorted { $0.key < $1.key }.map { "\(Text.grouped($1)) of \($0)" }
    return " (\(rules.joined(separator: ", ")), which failed)"
  }

  private func text(_ change: FindingChanges.Change) -> [String] {
    switch change {
    case .gained(let finding): return [colored("+ \(describe(finding))", 32), sentence(finding)]
    case .lost(let finding): return [colored("- \(describe(finding))", 31), sentence(finding)]
    case .changed(let old, let new), .moved(let old, let new):
      var lines = [colored("~ \(describe(new))", 33), sentence(new)]
      for field in new.fields where old.fields.first(where: { $0.name == field.name }) != field {
        let before = old.fields.first { $0.name == field.name }?.text ?? "(none)"
        lines.append("    \(field.name): \(before) → \(field.text)")
      }
      for field in old.fields where !new.fields.contains(where: { $0.name == field.name }) {
        lines.append("    \(field.name): \(field.text) → (none)")
      }
      for (name, read) in Self.parts where read(old) != read(new) {
        lines.append("    \(name): \(read(old)) → \(read(new))")
      }
      return lines
    }
  }

  /// What a finding has beside its fields.
  private static let parts: [(name: String, read: @Sendable (Finding) -> String)] = [
    ("span", { Text.line($0.span.text) }), ("label", { $0.label }),
    ("severity", { $0.severity.rawValue }), ("score", { "\($0.score)" }),
    ("codes", { $0.codes.map { "\($0.scheme) \($0.code)" }.joined(separator: ", ") }),
    ("polarity", { $0.attribution.polarity }), ("modality", { $0.attribution.modality }),
    ("source", { $0.attribution.source ?? "(none)" }),
    ("evidence", { $0.evidence.map { "\($0.name) \($0.span.text)" }.joined(separator: ", ") }),
  ]

  private func describe(_ finding: Finding) -> String {
    let words = Text.line(finding.span.text)
    return "\(finding.article.id)  \(finding.pack)/\(finding.rule)  \(words)"
  }

  /// The words around a finding, in a line of their own.
  private func sentence(_ finding: Finding) -> String {
    "    " + Snippet(finding, before: 60, after: 100).text
  }

  private func colored(_ text: String, _ color: Int) -> String {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
