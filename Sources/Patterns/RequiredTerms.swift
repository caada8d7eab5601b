extension Pattern {
  /// Sets of terms of which every match contains at least one: the words the pattern cannot do
  /// without. Nil where no words are required, so that the pattern must be tried everywhere.
  ///
  /// Of several such lists (each part of a sequence has its own) the cheapest is taken; `cost` says
  /// how common a set's words are expected to be.
  public func requiredTerms(cost: (TermSet) -> Double) -> [TermSet]? {
    requirement(cost)?.sets
  }

  private func requirement(_ cost: (TermSet) -> Double) -> (sets: [TermSet], cost: Double)? {
    switch self {
    case .atom(.terms(let set)): ([set], cost(set))
    case .atom, .gap, .not: nil
    case .capture(_, let part): part.requirement(cost)
    case .repetition(let part, let min, _): min > 0 ? part.requirement(cost) : nil
    case .sequence(let parts):
      parts.compactMap { $0.requirement(cost) }.min { $0.cost < $1.cost }
    case .choice(let parts): Self.union(parts.map { $0.requirement(cost) })
    }
  }

  /// All alternatives' requirements together; nil when one of them has none.
  private static func union(
    _ parts: [(sets: [TermSet], cost: Double)?]
  ) -> (sets: [TermSet], cost: Double)? {
    var sets: [TermSet] = []
    var cost = 0.0
    for part in parts {
      guard let part else { return nil }
      sets += part.sets.filter { !sets.contains($0) }
      cost += part.cost
    }
    return sets.isEmpty ? nil : (sets, cost)
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
