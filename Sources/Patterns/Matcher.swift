public import ArabicText
public import Articles

/// One match of a pattern in a unit of text.
public struct PatternMatch: Sendable, Equatable {
  public struct Capture: Sendable, Equatable {
    public var name: String
    public var words: Range<Int>
    public var bytes: ByteRange
    /// The form of its first word, where a term matched it.
    public var form: WordForm
    /// The atom that matched all of it; nil where several did, or a gap took part.
    public var atom: Atom?
  }

  /// Word positions in the unit.
  public var words: Range<Int>
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
  private let program: Program
  private let sentence: SentenceWords
  /// For each atom and word position: where in `ends` the matches that start there are.
  private var tables: [AtomTable?]
  private var visited: [UInt64]
  private let width: Int
  private var lookaheads: [Int: [Bool]] = [:]
  /// Whether to keep the furthest path, for explanations.
  var tracksProgress = false
  private(set) var best: PartialMatch?

  public init(_ program: Program, in sentence: SentenceWords) {
    self.program = program
    self.sentence = sentence
    tables = Array(repeating: nil, count: program.atoms.count)
    width = sentence.words.count + 1
    visited = [UInt64](repeating: 0, count: (program.instructions.count * width + 63) / 64)
  }

  /// The first match that starts at `position` or later; nil when there is none.
  public mutating func next(from position: Int) -> PatternMatch? {
    var start = position
    while start < width {
      if let match = match(at: start) { return match }
      start += 1
    }
    return nil
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
  private enum Step {
    case begin(Int, Int)
    case end(Int, Int)
    /// An atom's match, and the instruction that asked for it.
    case atom(AtomSpan, Int)
  }

  private struct Choice {
    var instruction: Int
    var position: Int
    /// Length of the path at the choice.
    var depth: Int
    /// The atom's match by which the position is reached, pushed on the path when taken; the
    /// instruction before this one asked for it.
    var span: AtomSpan?
  }

  private mutating func match(at start: Int) -> PatternMatch? {
    var choices = [Choice(instruction: 0, position: start, depth: 0, span: nil)]
    var path: [Step] = []
    while let choice = choices.popLast() {
      path.removeLast(path.count - choice.depth)
      if let span = choice.span { path.append(.atom(span, choice.instruction - 1)) }
      if let end = follow(choice.instruction, choice.position, &path, &choices) {
        return result(start..<end, path)
      }
    }
    return nil
  }

  /// Runs from a state until it fails (nil) or accepts (the end position).
  private mutating func follow(
    _ from: Int, _ at: Int, _ path: inout [Step], _ choices: inout [Choice]
  ) -> Int? {
    var instruction = from
    var position = at
    while visit(instruction, position) {
      switch program.instructions[instruction] {
      case .accept: return position
      case .jump(let target): instruction = target
      case .split(let first, let second):
        choices.append(
          Choice(instruction: second, position: position, depth: path.count, span: nil))
        instruction = first
      case .begin(let capture):
        path.append(.begin(capture, position))
        instruction += 1
      case .end(let capture):
        path.append(.end(capture, position))
        instruction += 1
      case .any:
        if position + 1 >= width { return nil }
        position += 1
        instruction += 1
      case .not(let next):
        if lookahead(instruction + 1, position) { return nil }
        instruction = next
      case .atom(let atom):
        let spans = spans(of: atom, at: position)
        if tracksProgress, spans.isEmpty { note(path, wanting: atom, at: position) }
        guard let first = spans.first else { return nil }
        for span in spans.dropFirst().reversed() {
          choices.append(
            Choice(
              instruction: instruction + 1, position: span.words.upperBound, depth: path.count,
              span: span))
        }
        path.append(.atom(first, instruction))
        position = first.words.upperBound
        instruction += 1
      }
    }
    return nil
  }

  /// Keeps the path when it is the furthest so far; adds what was wanted when it ties with it.
  private mutating func note(_ path: [Step], wanting atom: Int, at position: Int) {
    let matched = path.compactMap { step -> (title: String, words: Range<Int>)? in
      guard case .atom(let span, let instruction) = step,
        case .atom(let atom) = program.instructions[instruction]
      else { return nil }
      return (program.atoms[atom].title, span.words)
    }
    let title = program.atoms[atom].title
    if let known = best, known.matched.count > matched.count { return }
    if let known = best, known.matched.count == matched.count {
      if known.matched.elementsEqual(matched, by: ==), !known.wanted.contains(title) {
        best?.wanted.append(title)
      }
      return
    }
    if matched.isEmpty { return }
    best = PartialMatch(matched: matched, wanted: [title], position: position)
  }

  /// Marks a state; false when it was seen before.
  private mutating func visit(_ instruction: Int, _ position: Int) -> Bool {
    let bit = instruction * width + position
    let mask: UInt64 = 1 << UInt64(bit & 63)
    if visited[bit >> 6] & mask != 0 { return false }
    visited[bit >> 6] |= mask
    return true
  }

  private mutating func spans(of atom: Int, at position: Int) -> ArraySlice<AtomSpan> {
    if let table = tables[atom] { return table[position] }
    let table = AtomTable(sentence.spans(of: program.atoms[atom]), positions: width)
    tables[atom] = table
    return table[position]
  }

  /// Whether the instructions from `start` up to their `accept` match at a position. Worked out for
  /// all positions at once, from the last to the first, so that lookahead too is linear.
  private mutating func lookahead(_ start: Int, _ position: Int) -> Bool {
    if let known = lookaheads[start] { return known[position] }
    var reachable = [[Bool]](
      repeating: [Bool](repeating: false, count: program.instructions.count), count: width)
    for at in stride(from: width - 1, through: 0, by: -1) {
      let end = endOfLookahead(start)
      for instruction in start...end where !reachable[at][instruction] {
        reachable[at][instruction] = reaches(instruction, at, reachable)
      }
    }
    lookaheads[start] = reachable.map { $0[start] }
    return reachable[position][start]
  }

  /// The `accept` that closes the lookahead which starts at `start`.
  private func endOfLookahead(_ start: Int) -> Int {
    var at = start
    while program.instructions[at] != .accept {
      if case .not(let next) = program.instructions[at] { at = next } else { at += 1 }
    }
    return at
  }

  /// Whether a state leads to `accept`, given the answers for later positions.
  private mutating func reaches(_ from: Int, _ at: Int, _ later: [[Bool]]) -> Bool {
    var seen: Set<Int> = []
    var pending = [from]
    while let instruction = pending.popLast() {
      guard seen.insert(instruction).inserted else { continue }
      switch program.instructions[instruction] {
      case .accept: return true
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .begin, .end: pending.append(instruction + 1)
      case .any: if at + 1 < width, later[at + 1][instruction + 1] { return true }
      case .not(let next): if !lookahead(instruction + 1, at) { pending.append(next) }
      case .atom(let atom):
        if spans(of: atom, at: at).contains(where: { later[$0.words.upperBound][instruction + 1] })
        {
          return true
        }
      }
    }
    return false
  }

  private func result(_ words: Range<Int>, _ path: [Step]) -> PatternMatch {
    var begins = [Int](repeating: -1, count: program.captureNames.count)
    var found = [Range<Int>?](repeating: nil, count: program.captureNames.count)
    var starts: [Int: AtomSpan] = [:]
    var atoms: [Range<Int>: Atom] = [:]
    var ends: [Int: Int] = [:]
    var taken: [Int] = []
    for step in path {
      switch step {
      case .begin(let capture, let position): begins[capture] = position
      case .end(let capture, let position):
        if begins[capture] >= 0 { found[capture] = begins[capture]..<position }
      case .atom(let span, let instruction):
        taken.append(instruction)
        if case .atom(let atom) = program.instructions[instruction] {
          atoms[span.words] = program.atoms[atom]
        }
        starts[span.words.lowerBound] = span
        ends[span.words.upperBound] = span.bytes.end
      }
    }
    let bytes = { (range: Range<Int>) in
      let whole = sentence.bytes(ofWords: range)
      return range.isEmpty
        ? whole
        : ByteRange(
          starts[range.lowerBound]?.bytes.start ?? whole.start, ends[range.upperBound] ?? whole.end)
    }
    let captures = found.indices.compactMap { index in
      found[index].flatMap { range in
        range.isEmpty
          ? nil
          : PatternMatch.Capture(
            name: program.captureNames[index], words: range, bytes: bytes(range),
            form: starts[range.lowerBound]?.form ?? .other, atom: atoms[range])
      }
    }
    return PatternMatch(
      words: words, bytes: bytes(words), captures: captures, instructions: taken)
  }
}

/// An atom's matches by the position at which they start.
private struct AtomTable {
  private let spans: [AtomSpan]
  private let starts: [Int]

  init(_ spans: [AtomSpan], positions: Int) {
    self.spans = spans
    var starts = [Int](repeating: 0, count: positions + 1)
    for span in spans { starts[span.words.lowerBound + 1] += 1 }
    for position in 0..<positions { starts[position + 1] += starts[position] }
    self.starts = starts
  }

  subscript(_ position: Int) -> ArraySlice<AtomSpan> {
    spans[starts[position]..<starts[position + 1]]
  }
}
