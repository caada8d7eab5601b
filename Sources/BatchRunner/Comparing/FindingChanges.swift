public import Articles

/// What differs between the findings of two runs over the same articles.
public struct FindingChanges: Sendable {
  /// A finding of one run that the other has not, or has otherwise.
  public enum Change: Sendable {
    /// Only the new run has it.
    case gained(Finding)
    /// Only the old run has it.
    case lost(Finding)
    /// The same rule on the same words, with other fields, label or codes.
    case changed(from: Finding, to: Finding)

    /// `gained`, `lost` or `changed`.
    public var kind: String {
      switch self {
      case .gained: "gained"
      case .lost: "lost"
      case .changed: "changed"
      }
    }

    /// The finding; of one that has changed both, with what tells them apart.
    public var findings: [(name: String, finding: Finding)] {
      switch self {
      case .gained(let finding), .lost(let finding): [("finding", finding)]
      case .changed(let old, let new): [("from", old), ("to", new)]
      }
    }
  }

  /// In input order.
  public private(set) var changes: [Change] = []
  /// Findings that both runs have; the pack's version is not compared.
  public private(set) var same = 0

  /// How many changes there are of each kind.
  public var counts: (gained: Int, lost: Int, changed: Int) {
    let kinds = Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
    return (kinds["gained"] ?? 0, kinds["lost"] ?? 0, kinds["changed"] ?? 0)
  }

  /// Both runs found the same.
  public var isEmpty: Bool { changes.isEmpty }

  private struct Key: Hashable {
    var article: Finding.ArticleReference
    var pack: String
    var rule: String
    var field: TextField
    var start: Int
    var end: Int

    init(_ finding: Finding) {
      article = finding.article
      pack = finding.pack
      rule = finding.rule
      field = finding.span.field
      start = finding.span.start
      end = finding.span.end
    }
  }

  /// Compares two lists in output order. The version of a pack is no difference.
  public init(from old: [Finding], to new: [Finding]) {
    var before: [Key: [Finding]] = [:]
    for finding in old { before[Key(finding), default: []].append(finding) }
    var gained: [Change] = []
    for finding in new {
      let key = Key(finding)
      guard var candidates = before[key], !candidates.isEmpty else {
        gained.append(.gained(finding))
        continue
      }
      let match = candidates.firstIndex { Self.isSame($0, finding) } ?? 0
      let previous = candidates.remove(at: match)
      before[key] = candidates
      if Self.isSame(previous, finding) {
        same += 1
      } else {
        gained.append(.changed(from: previous, to: finding))
      }
    }
    let lost = old.filter { finding in
      guard let index = before[Key(finding)]?.firstIndex(of: finding) else { return false }
      before[Key(finding)]?.remove(at: index)
      return true
    }
    changes = gained + lost.map { .lost($0) }
  }

  private static func isSame(_ a: Finding, _ b: Finding) -> Bool {
    var b = b
    b.version = a.version
    return a == b
  }
}
