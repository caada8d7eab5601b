extension Pattern {
  /// The words the pattern cannot do without: lists of sets of terms, of which every match contains a term of each, the
  /// cheapest first. None where no words are required, so that the pattern must be tried everywhere.
  ///
  /// Each part of a sequence has its own.
  ///
  /// - Parameter cost: how common a set's words are expected to be.
  public func requirements(cost: (TermSet) -> Double) -> [[TermSet]] {
    clauses(cost).map(\.sets)
  }

  private typealias Clause = (sets: [TermSet], cost: Double)

  private func clauses(_ cost: (TermSet) -> Double) -> [Clause] {
    switch self {
    case .atom(.terms(let set)): [([set], cost(set))]
    case .atom, .gap, .not: []
    case .capture(_, let part): part.clauses(cost)
    case .repetition(let part, let min, _): min > 0 ? part.clauses(cost) : []
    case .sequence(let parts): Self.sorted(parts.flatMap { $0.clauses(cost) })
    case .choice(let parts): Self.union(parts.map { $0.clauses(cost) })
    }
  }

  /// The cheapest first; of equal ones the first comes first.
  private static func sorted(_ clauses: [Clause]) -> [Clause] {
    clauses.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }

  /// What holds of every alternative: its cheapest list or those of the others, and so on with the next ones as long as
  /// each has one.
  private static func union(_ parts: [[Clause]]) -> [Clause] {
    let count = parts.map(\.count).min() ?? 0
    return (0..<count).map { place in
      parts.reduce(into: ([], 0)) { union, part in
        let clause = part[place]
        union.sets += clause.sets.filter { !union.sets.contains($0) }
        union.cost += clause.cost
      }
    }
  }

  /// Layers of which every match contains an item of one; nil where no item is required.
  public var requiredLayers: Set<Atom>? {
    switch self {
    case .atom(let atom):
      if case .layer = atom { [atom] } else { nil }
    case .gap, .not: nil
    case .capture(_, let part): part.requiredLayers
    case .repetition(let part, let min, _): min > 0 ? part.requiredLayers : nil
    case .sequence(let parts): parts.lazy.compactMap(\.requiredLayers).first
    case .choice(let parts):
      parts.map(\.requiredLayers).reduce(Set()) { all, part in
        part.flatMap { all?.union($0) }
      }
    }
  }

  /// Whether the pattern can match no words at all; such a rule would fire everywhere and nowhere.
  public var matchesEmpty: Bool {
    switch self {
    case .atom: false
    case .gap(let min, _): min == 0
    case .not: true
    case .capture(_, let part): part.matchesEmpty
    case .repetition(let part, let min, _): min == 0 || part.matchesEmpty
    case .sequence(let parts): parts.allSatisfy(\.matchesEmpty)
    case .choice(let parts): parts.contains(where: \.matchesEmpty)
    }
  }
}
