/// What can be said of a program before it sees a text, so that most searches end before they begin.
struct ProgramAnalysis {
  private typealias Instruction = Program.Instruction
  private let instructions: [Program.Instruction]
  private(set) var firsts: [Int]?
  private(set) var simpleLookaheads: [[Int]?]

  init(_ instructions: [Program.Instruction]) {
    self.instructions = instructions
    simpleLookaheads = Array(repeating: nil, count: instructions.count)
    firsts = atoms(reachedFrom: 0)
    for index in instructions.indices {
      if case .not = instructions[index] {
        simpleLookaheads[index + 1] = singleAtoms(from: index + 1)
      }
    }
  }

  /// The atoms that are met first from an instruction on; nil when a word of any kind or the end can
  /// be met before one.
  private func atoms(reachedFrom start: Int) -> [Int]? {
    var found: [Int] = []
    var seen: Set<Int> = []
    var pending = [start]
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch instructions[index] {
      case .accept, .any: return nil
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .begin, .end: pending.append(index + 1)
      case .not(let next): pending.append(next)
      case .atom(let atom): if !found.contains(atom) { found.append(atom) }
      }
    }
    return found
  }

  /// The atoms of a lookahead that holds nothing but alternatives of one atom each.
  private func singleAtoms(from start: Int) -> [Int]? {
    var found: [Int] = []
    var pending = [start]
    var steps = 0
    while let index = pending.popLast() {
      steps += 1
      guard steps <= 2 * instructions.count else { return nil }
      switch instructions[index] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .begin, .end: pending.append(index + 1)
      case .atom(let atom):
        guard leadsToAccept(index + 1) else { return nil }
        if !found.contains(atom) { found.append(atom) }
      case .accept, .any, .not: return nil
      }
    }
    return found
  }

  /// Whether nothing but the end follows.
  private func leadsToAccept(_ start: Int) -> Bool {
    var index = start
    for _ in 0..<instructions.count {
      switch instructions[index] {
      case .accept: return true
      case .jump(let target): index = target
      case .begin, .end: index += 1
      case .split, .atom, .any, .not: return false
      }
    }
    return false
  }
}

extension Pattern {
  /// Lists of atoms of which every match contains at least one: one list for each part that a match
  /// cannot do without. Only terms count, for they are known without computing a layer.
  var requiredAtoms: [[Atom]] {
    switch self {
    case .atom(let atom):
      if case .terms = atom { [[atom]] } else { [] }
    case .gap, .not: []
    case .capture(_, let part): part.requiredAtoms
    case .repetition(let part, let min, _): min > 0 ? part.requiredAtoms : []
    case .sequence(let parts): parts.flatMap(\.requiredAtoms)
    case .choice(let parts): Self.either(parts.map(\.requiredAtoms))
    }
  }

  /// One list that holds for all alternatives: the shortest of each, joined.
  private static func either(_ parts: [[[Atom]]]) -> [[Atom]] {
    var joined: [Atom] = []
    for lists in parts {
      guard let shortest = lists.min(by: { $0.count < $1.count }) else { return [] }
      joined += shortest
    }
    return joined.isEmpty ? [] : [joined]
  }
}
