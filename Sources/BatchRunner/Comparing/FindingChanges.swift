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
    /// The same rule on more or fewer of the same words.
    case moved(from: Finding, to: Finding)

    /// `gained`, `lost`, `changed` or `moved`.
    public var kind: String {
      switch self {
      case .gained: "gained"
      case .lost: "lost"
      case .changed: "changed"
      case .moved: "moved"
      }
    }

    /// The finding; of one that has changed both, with what tells them apart.
    public var findings: [(name: String, finding: Finding)] {
      switch self {
      case .gained(let finding), .lost(let finding): [("finding", finding)]
      case .changed(let old, let new), .moved(let old, let new): [("from", old), ("to", new)]
      }
    }
  }

  /// In input order, what was lost last. A finding whose words have become more or fewer is one gained and one lost.
  public private(set) var changes: [Change] = []
  /// Which of these are one finding with other words: places of gained ones, with those of the lost.
  public private(set) var moves: [Int: Int] = [:]
  /// Findings that both runs have; the pack's version is not compared.
  public private(set) var same = 0

  /// How many changes there are of each kind.
  public var counts: (gained: Int, lost: Int, changed: Int) {
    let kinds = Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
    return (kinds["gained"] ?? 0, kinds["lost"] ?? 0, kinds["changed"] ?? 0)
  }

  /// The changes as people read them: what is gained and lost with other words is moved.
  public var joined: [Change] {
    let lost = Set(moves.values)
    return changes.indices.filter { !lost.contains($0) }.map { place in
      guard let other = moves[place], case .gained(let new) = changes[place],
        case .lost(let old) = changes[other]
      else { return changes[place] }
      return .moved(from: old, to: new)
    }
  }

  /// Both runs found the same.
  public var isEmpty: Bool { changes.isEmpty }

  /// What a finding is of, whatever its words.
  private struct Group: Hashable {
    var article: Finding.ArticleReference
    var pack: String
    var rule: String
    var field: TextField

    init(_ finding: Finding) {
      article = finding.article
      pack = finding.pack
      rule = finding.rule
      field = finding.span.field
    }
  }

  private struct Key: Hashable {
    var group: Group
    var start: Int
    var end: Int

    init(_ finding: Finding) {
      group = Group(finding)
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
    moves = Self.moves(in: changes)
  }

  /// Pairs each lost finding with the gained one of its rule that shares most of its words, the first of several.
  private static func moves(in changes: [Change]) -> [Int: Int] {
    var gained: [Group: [(place: Int, span: TextSpan)]] = [:]
    for case (let place, .gained(let finding)) in changes.enumerated() {
      gained[Group(finding), default: []].append((place, finding.span))
    }
    var moves: [Int: Int] = [:]
    for case (let place, .lost(let finding)) in changes.enumerated() {
      var best = (place: place, shared: 0)
      for candidate in gained[Group(finding)] ?? [] where moves[candidate.place] == nil {
        let shared = candidate.span.shared(with: finding.span)
        if shared > best.shared { best = (candidate.place, shared) }
      }
      if best.shared > 0 { moves[best.place] = place }
    }
    return moves
  }

  private static func isSame(_ a: Finding, _ b: Finding) -> Bool {
    var b = b
    b.version = a.version
    return a == b
  }
}

extension TextSpan {
  /// Code points that two spans of one field have in common.
  fileprivate func shared(with other: TextSpan) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }
}
