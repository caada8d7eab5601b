public import ArabicText
public import Articles

/// One match of a pattern in a unit of text.
public struct PatternMatch: Sendable, Equatable {
  /// Words that the pattern names.
  public struct Capture: Sendable, Equatable {
    /// As the pattern has it: `cue`.
    public var name: String
    /// Word positions in the unit, end exclusive.
    public var words: Range<Int>
    /// Original bytes in the unit's field, end exclusive.
    public var bytes: ByteRange
    /// The form of its first word, where a term matched it.
    public var form: WordForm
    /// The atom that matched all of it; nil where several did, or a gap took part.
    public var atom: Atom?
  }

  /// Word positions in the unit.
  public var words: Range<Int>
  /// Original bytes in the unit's field, end exclusive.
  public var bytes: ByteRange
  /// In the order in which the pattern names them; of a capture inside a repetition the last.
  public var captures: [Capture]
  /// The program's instructions that took words, in order.
  var instructions: [Int] = []
}

/// Finds the matches of a program: leftmost, alternatives and gaps by priority, not overlapping.
///
/// A backtracking search that visits each pair of instruction and word position at most once, as
/// RE2's bit-state engine does: a state that has failed before fails again, whatever the start, for
/// patterns have no back-references. Time and memory are bounded by instructions × words.
public struct Matcher {
  let program: Program
  let sentence: SentenceWords
  var memory = SearchMemory()
  private var isPrepared = false
  private let width: Int
  /// States looked at so far.
  private var visits = 0
  /// Word positions passed so far in looking for a beginning.
  private var passed = 0
  private var lookaheads: [Int: [Bool]] = [:]
  /// Whether a match may begin at some word positions only.
  private var hasStarts = false
  /// Instructions from which a match may still come, one bit each; empty where `reach` is 0.
  private let alive: [UInt64]
  /// Instructions that the search may come to at each word; 0 where no match is possible. Known before it begins.
  public let reach: Int
  /// Whether to keep the furthest path, for explanations.
  var tracksProgress = false
  private(set) var best: PartialMatch?
  /// Parts with which a match may begin, in the order in which they were looked for.
  private(set) var beginnings: [String] = []

  /// Looks up only what tells whether a match is possible at all; searches nothing yet.
  public init(_ program: Program, in sentence: SentenceWords) {
    var memory = SearchMemory()
    self.init(program, in: sentence, taking: &memory)
  }

  /// The same, with the memory of a search that has ended; `giveBack` is for the next.
  public init(
    _ program: Program, in sentence: SentenceWords, taking memory: inout SearchMemory
  ) {
    self.program = program
    self.sentence = sentence
    width = sentence.count + 1
    (alive, reach) = program.analysis.alive(program, in: sentence)
    if reach > 0 { swap(&self.memory, &memory) }
  }

  /// Leaves the search's memory to the next one; this search is then at its end.
  public mutating func giveBack(to memory: inout SearchMemory) {
    guard reach > 0 else { return }
    if isPrepared { self.memory.clear() }
    swap(&self.memory, &memory)
  }

  /// Whether a program of alternatives of one atom each, which needs no search, matches; nil for other
  /// programs.
  public static func matches(_ program: Program, in sentence: SentenceWords) -> Bool? {
    program.analysis.alternatives?.contains { atom in
      if let number = program.number(ofTerm: atom, in: sentence) {
        return sentence.hasTerm(ofClass: number)
      }
      return !sentence.spans(of: program.atoms[atom]).isEmpty
    }
  }

  /// What the search has taken so far, in states: reproducible, and nothing for a unit without the
  /// words that every match needs.
  public var cost: Int { visits + (passed + memory.visited.count) / 4 }

  /// The first match that starts at `position` or later; nil when there is none.
  public mutating func next(from position: Int) -> PatternMatch? {
    if !tracksProgress, reach == 0 { return nil }
    if !isPrepared { prepare() }
    var start = position
    defer { passed += start - position }
    while start < width {
      if mayBegin(at: start), let match = match(at: start) { return match }
      start += 1
    }
    return nil
  }

  @inline(__always)
  private func isAlive(_ instruction: Int) -> Bool {
    program.analysis.isAlive(instruction, alive)
  }

  private mutating func prepare() {
    isPrepared = true
    let bits = (program.size * width + 63) / 64
    memory.visited.append(contentsOf: repeatElement(0, count: bits))
    guard reach > 0, let firsts = program.analysis.firsts else { return }
    hasStarts = true
    memory.starts.append(contentsOf: repeatElement(0, count: (width + 63) / 64))
    for instruction in firsts where isAlive(instruction) {
      guard case .atom(let atom) = program.instructions[instruction] else { continue }
      for index in memory.atoms.range(of: atom, program, in: sentence) {
        let position = Int(memory.atoms[index].start)
        memory.starts[position >> 6] |= 1 << UInt64(position & 63)
      }
    }
  }

  private func mayBegin(at position: Int) -> Bool {
    guard hasStarts, !tracksProgress else { return true }
    return memory.starts[position >> 6] & (1 << UInt64(position & 63)) != 0
  }

  /// All matches.
  public mutating func all() -> [PatternMatch] {
    var matches: [PatternMatch] = []
    var position = 0
    while let match = next(from: position) {
      matches.append(match)
      position = max(match.words.upperBound, match.words.lowerBound + 1)
    }
    return matches
  }

  /// A step of the path that led here, undone when the search goes back.
  enum Step {
    case begin(Int, Int)
    case end(Int, Int)
    /// An atom's match, by its number, and the instruction that asked for it.
    case atom(Int, Int)
  }

  struct Choice {
    var instruction: Int
    var position: Int
    /// Length of the path at the choice.
    var depth: Int
    /// The atom's match by which the position is reached, pushed on the path when taken; the
    /// instruction before this one asked for it. Below zero where there is none.
    var span = -1
  }

  private mutating func match(at start: Int) -> PatternMatch? {
    memory.choices.removeAll(keepingCapacity: true)
    memory.path.removeAll(keepingCapacity: true)
    memory.choices.append(Choice(instruction: 0, position: start, depth: 0))
    while let choice = memory.choices.popLast() {
      if memory.path.count > choice.depth {
        memory.path.removeLast(memory.path.count - choice.depth)
      }
      if choice.span >= 0 { memory.path.append(.atom(choice.span, choice.instruction - 1)) }
      if let end = follow(choice.instruction, choice.position) {
        return result(start..<end)
      }
    }
    return nil
  }

  /// Runs from a state until it fails (nil) or accepts (the end position).
  private mutating func follow(_ from: Int, _ at: Int) -> Int? {
    let instructions = program.instructions
    var instruction = from
    var position = at
    while visit(instruction, position) {
      switch instructions[instruction] {
      case .accept: return position
      case .jump(let target): instruction = target
      case .split(let first, let second):
        if tracksProgress || isAlive(first) {
          if tracksProgress || isAlive(second) {
            memory.choices.append(
              Choice(instruction: second, position: position, depth: memory.path.count))
          }
          instruction = first
        } else {
          instruction = second
        }
      case .begin(let capture):
        memory.path.append(.begin(capture, position))
        instruction += 1
      case .end(let capture):
        memory.path.append(.end(capture, position))
        instruction += 1
      case .any:
        if position + 1 >= width { return nil }
        position += 1
        instruction += 1
      case .not(let next):
        if lookahead(instruction + 1, position) {
          if tracksProgress {
            note(memory.path, excluding: instruction + 1..<next, at: position)
          }
          return nil
        }
        instruction = next
      case .atom(let atom):
        if !tracksProgress, !isAlive(instruction) { return nil }
        guard let end = take(atom, instruction, position) else { return nil }
        position = end
        instruction += 1
      }
    }
    return nil
  }

  /// The spans of an atom that start at a position, as indices.
  private mutating func spans(of atom: Int, at position: Int) -> Range<Int> {
    memory.atoms.spans(of: atom, at: position, program, in: sentence)
  }

  /// Takes the first of an atom's spans at a position and keeps the others as choices; the span's end.
  private mutating func take(_ atom: Int, _ instruction: Int, _ position: Int) -> Int? {
    let spans = spans(of: atom, at: position)
    if spans.isEmpty {
      if tracksProgress { note(memory.path, wanting: atom, at: position) }
      return nil
    }
    for index in spans.dropFirst().reversed() {
      memory.choices.append(
        Choice(
          instruction: instruction + 1, position: Int(memory.atoms[index].end),
          depth: memory.path.count, span: index))
    }
    memory.path.append(.atom(spans.lowerBound, instruction))
    return Int(memory.atoms[spans.lowerBound].end)
  }

  /// Keeps the path when it is the furthest so far; adds what was wanted when it ties with it.
  private mutating func note(_ path: [Step], wanting atom: Int, at position: Int) {
    let matched = atoms(of: path)
    let title = program.atoms[atom].title
    if matched.isEmpty {
      if !beginnings.contains(title) { beginnings.append(title) }
      return
    }
    guard let known = best, known.matched.count >= matched.count else {
      best = PartialMatch(matched: matched, wanted: [title], position: position)
      return
    }
    if known.matched.elementsEqual(matched, by: ==) {
      best?.reach = max(known.reach, position)
      if !known.wanted.contains(title) { best?.wanted.append(title) }
    }
  }

  /// Keeps the path where what stands next is excluded, if it is the furthest so far. One that would go on with an atom
  /// goes further than those that miss it, and counts only where the atom stands.
  ///
  /// - Parameter excluded: the instructions of what is excluded.
  private mutating func note(_ path: [Step], excluding excluded: Range<Int>, at position: Int) {
    var next = excluded.upperBound
    while case .begin = program.instructions[next] { next += 1 }
    var goesOn = false
    if case .atom(let atom) = program.instructions[next] {
      if spans(of: atom, at: position).isEmpty { return }
      goesOn = true
    }
    let matched = atoms(of: path)
    let reached = best?.matched.count ?? 0
    guard goesOn ? matched.count >= reached : matched.count > reached else { return }
    let titles = excluded.compactMap { instruction -> String? in
      guard case .atom(let atom) = program.instructions[instruction] else { return nil }
      return program.atoms[atom].title
    }
    best = PartialMatch(
      matched: matched, wanted: ["no " + titles.joined(separator: ", ")], position: position)
  }

  /// The atoms that a path has taken.
  private func atoms(of path: [Step]) -> [(title: String, words: Range<Int>)] {
    path.compactMap { step in
      guard case .atom(let span, let instruction) = step,
        case .atom(let atom) = program.instructions[instruction]
      else { return nil }
      return (program.atoms[atom].title, memory.atoms[span].words)
    }
  }

  /// The program's parts that stand somewhere, each with its first place.
  var standing: [(title: String, words: Range<Int>)] {
    program.atoms.compactMap { atom in
      sentence.spans(of: atom).first.map { (atom.title, $0.words) }
    }
  }

  /// The first place further on than the pattern looked where one of the atoms that it wanted stands.
  func firstWanted(by partial: PartialMatch) -> Range<Int>? {
    var first: Range<Int>?
    for atom in program.atoms where partial.wanted.contains(atom.title) {
      for span in sentence.spans(of: atom) where span.words.lowerBound > partial.reach {
        if first.map({ span.words.lowerBound < $0.lowerBound }) ?? true { first = span.words }
      }
    }
    return first
  }

  /// Marks a state; false when it was seen before.
  private mutating func visit(_ instruction: Int, _ position: Int) -> Bool {
    visits += 1
    let bit = instruction * width + position
    let mask: UInt64 = 1 << UInt64(bit & 63)
    if memory.visited[bit >> 6] & mask != 0 { return false }
    memory.visited[bit >> 6] |= mask
    return true
  }

  /// Whether the instructions from `start` up to their `accept` match at a position. Where they are
  /// more than single atoms it is worked out for all positions at once, from the last to the first,
  /// so that lookahead too is linear.
  private mutating func lookahead(_ start: Int, _ position: Int) -> Bool {
    guard let part = program.analysis.lookaheads[start] else { return false }
    if let single = part.single {
      return single.contains { !spans(of: $0, at: position).isEmpty }
    }
    if lookaheads[start] == nil { lookaheads[start] = answers(of: part, from: start) }
    return lookaheads[start].map { !$0.isEmpty && $0[position] } ?? false
  }

  /// For each position whether a lookahead matches there; nothing where it matches nowhere.
  private mutating func answers(of part: ProgramAnalysis.Lookahead, from start: Int) -> [Bool] {
    if !program.analysis.mayOccur(part, from: start, program, in: sentence) { return [] }
    let count = part.end - start + 1
    visits += count * width
    var reachable = [Bool](repeating: false, count: count * width)
    for position in stride(from: width - 1, through: 0, by: -1) {
      let row = position * count - start
      // What leads forward is known when it is asked for; where a loop leads back a second look may find more.
      var isNew = true
      while isNew {
        isNew = false
        for instruction in stride(from: part.end, through: start, by: -1)
        where !reachable[row + instruction] {
          if leads(instruction, position, reachable, row, count) {
            reachable[row + instruction] = true
            isNew = part.hasLoops
          }
        }
      }
    }
    return (0..<width).map { reachable[$0 * count] }
  }

  /// Whether an instruction of a lookahead leads to its `accept`, as far as is known of those it leads to.
  ///
  /// - Parameters:
  ///   - row: where the position's instructions lie in `reachable`, less the first one's number.
  ///   - count: how many there are.
  private mutating func leads(
    _ instruction: Int, _ position: Int, _ reachable: [Bool], _ row: Int, _ count: Int
  ) -> Bool {
    switch program.instructions[instruction] {
    case .accept: return true
    case .jump(let target): return reachable[row + target]
    case .split(let first, let second): return reachable[row + first] || reachable[row + second]
    case .begin, .end: return reachable[row + instruction + 1]
    case .any: return position + 1 < width && reachable[row + count + instruction + 1]
    case .not(let next):
      return reachable[row + next] && !lookahead(instruction + 1, position)
    case .atom(let atom):
      for index in spans(of: atom, at: position)
      where reachable[row + (Int(memory.atoms[index].end) - position) * count + instruction + 1] {
        return true
      }
      return false
    }
  }
}
