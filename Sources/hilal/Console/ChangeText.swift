import Articles
import BatchRunner

/// Findings gained, lost and changed, as people read them.
struct ChangeText {
  let usesColor: Bool

  /// Lines for the first `limit` changes, and the counts.
  func lines(_ changes: FindingChanges, limit: Int) -> [String] {
    var lines: [String] = []
    let counts = changes.counts
    for change in changes.changes.prefix(limit) { lines += text(change) }
    if changes.changes.count > limit { lines.append("… \(changes.changes.count - limit) more") }
    lines.append(
      "\(Text.grouped(counts.gained)) gained, \(Text.grouped(counts.lost)) lost, "
        + "\(Text.grouped(counts.changed)) changed, \(Text.grouped(changes.same)) the same")
    return lines
  }

  private func text(_ change: FindingChanges.Change) -> [String] {
    switch change {
    case .gained(let finding): return [colored("+ \(describe(finding))", 32), sentence(finding)]
    case .lost(let finding): return [colored("- \(describe(finding))", 31), sentence(finding)]
    case .changed(let old, let new):
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
    ("label", { $0.label }), ("severity", { $0.severity.rawValue }), ("score", { "\($0.score)" }),
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
