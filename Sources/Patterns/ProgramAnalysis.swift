/// What can be said of a program before it sees a text, so that most searches end before they begin.
final class ProgramAnalysis: Sendable {
  /// For each instruction the next that decides something, which it leads to whatever the text: an
  /// atom, a choice between different ways, or the end. Gaps lead to what stands behind them.
  private let leads: [Int32]
  /// The deciding instructions of the pattern itself, lookaheads left out, the last first.
  private let deciding: [Decision]
  /// For each deciding instruction how many lead to it, itself included; 0 for others.
  private let followers: [Int32]
  /// Lists of atoms of which one each stands in every match.
  private let required: [[Int]]
  /// Atoms (as instructions) of which one stands where a match begins; nil where it may begin with any
  /// word.
  let firsts: [Int]?
  /// What a `not` looks for, by the instruction behind it.
  let lookaheads: [Lookahead?]
  /// The atoms of a program that is nothing but alternatives of one atom each.
  let alternatives: [Int]?

  /// An instruction where ways part or end.
  fileprivate struct Decision {
    enum Kind {
      /// `first` is the atom, `second` where it leads to.
      case atom
      /// Both are where its ways lead to.
      case split
      case end
    }

    let index: Int32
    let kind: Kind
    var first: Int32 = 0
    var second: Int32 = 0
  }

  /// A part that must not stand somewhere.
  final class Lookahead: Sendable {
    /// Its `accept`.
    let end: Int
    /// Its atoms, where it looks for single atoms only.
    let single: [Int]?
    /// Whether some of its instructions lead back.
    let hasLoops: Bool
    fileprivate let deciding: [Decision]

    fileprivate init(from start: Int, _ reader: ProgramReader, _ leads: [Int]) {
      end = reader.end(ofPartAt: start)
      single = reader.singleAtoms(from: start)
      hasLoops = reader.hasLoops(in: start...end)
      deciding = reader.deciding(leads, in: start...end)
    }
  }

  /// - Parameter required: lists of atoms of which one each stands in every match.
  init(_ instructions: [Program.Instruction], required: [[Int]]) {
    let reader = ProgramReader(instructions: instructions)
    let leads = reader.leads
    deciding = reader.deciding(leads, in: instructions.startIndex...instructions.endIndex - 1)
    var all = [Int32](repeating: 0, count: instructions.count)
    for lead in leads { all[lead] += 1 }
    var followers = [Int32](repeating: 0, count: instructions.count)
    for decision in deciding { followers[Int(decision.index)] = all[Int(decision.index)] }
    self.followers = followers
    self.leads = leads.map { Int32($0) }
    self.required = required
    firsts = reader.firsts
    lookaheads = instructions.indices.map { index in
      guard index > 0, case .not = instructions[index - 1] else { return nil }
      return Lookahead(from: index, reader, leads)
    }
    alternatives = reader.singleAtoms(from: 0)
  }

  /// From which instructions a match may still come in a unit, one bit each: those where some way to the
  /// end takes no term that the unit lacks. Only the deciding ones are marked. `reach` is how many instructions a search
  /// may come to at most; where no match is possible it is 0, and there are no bits. Lookaheads count as a whole.
  func alive(
    _ program: Program, in sentence: SentenceWords
  ) -> (bits: [UInt64], reach: Int) {
    let terms = sentence.terms
    for atoms in required
    where !atoms.contains(where: { program.mayOccur($0, in: sentence, terms) }) {
      return ([], 0)
    }
    let bits = alive(deciding, program, sentence, terms)
    guard isAlive(0, bits) else { return ([], 0) }
    var reach = leads.count
    for decision in deciding where !isMarked(decision.index, bits) {
      reach -= Int(followers[Int(decision.index)])
    }
    return (bits, reach)
  }

  /// Whether a lookahead can find anything in a unit.
  func mayOccur(
    _ lookahead: Lookahead, from start: Int, _ program: Program, in sentence: SentenceWords
  ) -> Bool {
    isAlive(start, alive(lookahead.deciding, program, sentence, sentence.terms))
  }

  private func alive(
    _ deciding: [Decision], _ program: Program, _ sentence: SentenceWords, _ terms: UnitTerms
  ) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (leads.count + 63) / 64)
    for decision in deciding {
      let isAlive =
        switch decision.kind {
        case .end: true
        case .atom:
          leadsBack(decision.second, from: decision.index, bits)
            && program.mayOccur(Int(decision.first), in: sentence, terms)
        case .split:
          leadsBack(decision.first, from: decision.index, bits)
            || leadsBack(decision.second, from: decision.index, bits)
        }
      if isAlive { bits[Int(decision.index >> 6)] |= 1 << UInt64(decision.index & 63) }
    }
    return bits
  }

  /// Whether a deciding instruction is alive to which another leads; where a loop goes back it is taken for granted.
  @inline(__always)
  private func leadsBack(_ lead: Int32, from index: Int32, _ bits: [UInt64]) -> Bool {
    lead <= index || isMarked(lead, bits)
  }

  /// Whether a match may come from an instruction on.
  @inline(__always)
  func isAlive(_ instruction: Int, _ bits: [UInt64]) -> Bool { isMarked(leads[instruction], bits) }

  @inline(__always)
  private func isMarked(_ instruction: Int32, _ bits: [UInt64]) -> Bool {
    bits[Int(instruction >> 6)] & (1 << UInt64(instruction & 63)) != 0
  }
}

/// Walks over a program's instructions.
private struct ProgramReader {
  let instructions: [Program.Instruction]

  /// The deciding instruction that each leads to; itself where it leads into a circle. Every way is walked once.
  var leads: [Int] {
    var leads = [Int](repeating: -1, count: instructions.count)
    var way: [Int] = []
    for start in instructions.indices where leads[start] < 0 {
      way.removeAll(keepingCapacity: true)
      var index = start
      while leads[index] < 0, way.count <= instructions.count, let next = next(after: index) {
        way.append(index)
        index = next
      }
      if way.count > instructions.count {
        for passed in way { leads[passed] = passed }
      } else {
        if leads[index] < 0 { leads[index] = index }
        for passed in way { leads[passed] = leads[index] }
      }
    }
    return leads
  }

  /// Where an instruction leads to whatever the text; nil for one that decides.
  private func next(after index: Int) -> Int? {
    switch instructions[index] {
    case .accept, .atom: return nil
    case .any, .begin, .end: return index + 1
    case .jump(let target): return target
    case .not(let next): return next
    case .split(let first, let second):
      // A gap: behind its end, or a word further to the next such choice.
      guard second == index + 1, case .any = instructions[second], first > second else {
        return nil
      }
      return first
    }
  }

  /// The deciding instructions of a part, those of lookaheads in it left out, the last first.
  func deciding(_ leads: [Int], in part: ClosedRange<Int>) -> [ProgramAnalysis.Decision] {
    var found: [ProgramAnalysis.Decision] = []
    var index = part.lowerBound
    while index <= part.upperBound {
      if case .not(let next) = instructions[index] {
        index = next
        continue
      }
      if leads[index] == index { found.append(decision(index, leads)) }
      index += 1
    }
    return found.reversed()
  }

  private func decision(_ index: Int, _ leads: [Int]) -> ProgramAnalysis.Decision {
    switch instructions[index] {
    case .atom(let atom):
      ProgramAnalysis.Decision(
        index: Int32(index), kind: .atom, first: Int32(atom), second: Int32(leads[index + 1]))
    case .split(let first, let second):
      ProgramAnalysis.Decision(
        index: Int32(index), kind: .split, first: Int32(leads[first]),
        second: Int32(leads[second]))
    default: ProgramAnalysis.Decision(index: Int32(index), kind: .end)
    }
  }

  /// The `accept` that closes the part which begins at an instruction.
  func end(ofPartAt start: Int) -> Int {
    var at = start
    while instructions[at] != .accept {
      if case .not(let next) = instructions[at] { at = next } else { at += 1 }
    }
    return at
  }

  /// Whether an instruction of a part leads back.
  func hasLoops(in part: ClosedRange<Int>) -> Bool {
    part.contains { index in
      switch instructions[index] {
      case .jump(let target): target <= index
      case .split(let first, let second): first <= index || second <= index
      default: false
      }
    }
  }

  /// The atoms that are met first, as instructions; nil when a word of any kind or the end can be met
  /// before one.
  var firsts: [Int]? {
    var found: [Int] = []
    var seen: Set<Int> = []
    var pending = [0]
    while let index = pending.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch instructions[index] {
      case .accept, .any: return nil
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .begin, .end: pending.append(index + 1)
      case .not(let next): pending.append(next)
      case .atom: found.append(index)
      }
    }
    return found
  }

  /// The atoms of a part that holds nothing but alternatives of one atom each.
  func singleAtoms(from start: Int) -> [Int]? {
    var found: [Int] = []
    var known: Set<Int> = []
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
        if known.insert(atom).inserted { found.append(atom) }
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
