/// What can be said of a program before it sees a text, so that most searches end before they begin.
final class ProgramAnalysis: Sendable {
  /// For each instruction the next that decides something, which it leads to whatever the text: an
  /// atom, a choice between different ways, or the end. Gaps lead to what stands behind them.
  let leads: [Int]
  /// The deciding instructions of the pattern itself, lookaheads left out, the last first.
  let deciding: [Int]
  /// For each deciding instruction how many lead to it, itself included; 0 for others.
  private let followers: [Int]
  /// Atoms (as instructions) of which one stands where a match begins; nil where it may begin with any
  /// word.
  let firsts: [Int]?
  /// By the instruction behind a `not`: its atoms, where it looks for single atoms only.
  let simpleLookaheads: [[Int]?]
  /// The atoms of a program that is nothing but alternatives of one atom each.
  let alternatives: [Int]?

  init(_ instructions: [Program.Instruction]) {
    let reader = ProgramReader(instructions: instructions)
    leads = reader.leads
    deciding = reader.deciding(leads)
    var all = [Int](repeating: 0, count: instructions.count)
    for lead in leads { all[lead] += 1 }
    var followers = [Int](repeating: 0, count: instructions.count)
    for index in deciding { followers[index] = all[index] }
    self.followers = followers
    firsts = reader.firsts
    simpleLookaheads = instructions.indices.map { index in
      guard index > 0, case .not = instructions[index - 1] else { return nil }
      return reader.singleAtoms(from: index)
    }
    alternatives = reader.singleAtoms(from: 0)
  }

  /// From which instructions a match may still come in a unit, one bit each: those where some way to the
  /// end takes no term that the unit lacks. Only the deciding ones are marked. `reach` is how many instructions a search
  /// may come to at most, 0 where no match is possible; lookaheads count as a whole.
  func alive(
    _ program: Program, in sentence: SentenceWords
  ) -> (bits: [UInt64], reach: Int) {
    var bits = [UInt64](repeating: 0, count: (leads.count + 63) / 64)
    var reach = leads.count
    let terms = sentence.terms
    for index in deciding {
      let isAlive: Bool
      switch program.instructions[index] {
      case .accept: isAlive = true
      case .atom(let atom):
        isAlive =
          leadsBack(index + 1, from: index, bits) && program.mayOccur(atom, in: sentence, terms)
      case .split(let first, let second):
        isAlive = leadsBack(first, from: index, bits) || leadsBack(second, from: index, bits)
      default: isAlive = true
      }
      if isAlive {
        bits[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        reach -= followers[index]
      }
    }
    return (bits, isAlive(0, bits) ? reach : 0)
  }

  /// Whether what an instruction leads to is alive; where a loop goes back it is taken for granted.
  private func leadsBack(_ next: Int, from index: Int, _ bits: [UInt64]) -> Bool {
    let lead = leads[next]
    return lead <= index || isAlive(next, bits)
  }

  /// Whether a match may come from an instruction on.
  @inline(__always)
  func isAlive(_ instruction: Int, _ bits: [UInt64]) -> Bool {
    let lead = leads[instruction]
    return bits[lead >> 6] & (1 << UInt64(lead & 63)) != 0
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

  /// The deciding instructions outside of lookaheads, the last first.
  func deciding(_ leads: [Int]) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < instructions.count {
      if case .not(let next) = instructions[index] {
        index = next
        continue
      }
      if leads[index] == index { found.append(index) }
      index += 1
    }
    return found.reversed()
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
