/// A compiled pattern: instructions for the matcher. Immutable and shared by all workers.
public struct Program: Sendable {
  enum Instruction: Sendable, Equatable {
    /// Consumes the words of an atom (an index into `atoms`).
    case atom(Int)
    /// Consumes any one word.
    case any
    /// Goes on at the first; if that fails, at the second.
    case split(Int, Int)
    case jump(Int)
    /// The words of capture `n` begin or end here.
    case begin(Int)
    case end(Int)
    /// Goes on behind when the instructions that follow, up to their `accept`, do not match here;
    /// `next` is the instruction behind that `accept`.
    case not(next: Int)
    case accept
  }

  /// More instructions than this are refused: a pattern that large is a mistake.
  public static let limit = 20_000

  /// The pattern has more than ``limit`` instructions.
  public struct TooLarge: Error, Equatable, CustomStringConvertible {
    public var description: String {
      "the pattern compiles to more than \(Program.limit) instructions; make its repetitions or "
        + "gaps smaller"
    }
  }

  /// What is the same in every run.
  private let code: Code
  /// For each atom the vocabulary's class of its terms, once the program is resolved; `noClass` for
  /// what is no term.
  private var classes: [UInt32]?
  private static let noClass = UInt32.max

  /// Held by reference, so that a search takes one pointer of it.
  private final class Code: Sendable {
    let instructions: [Instruction]
    let atoms: [Atom]
    let captureNames: [String]
    let branches: [PatternBranch]
    let analysis: ProgramAnalysis

    init(_ builder: Builder, _ pattern: Pattern) {
      instructions = builder.instructions
      atoms = builder.atoms
      captureNames = builder.captureNames
      branches = builder.branches.compactMap { $0 }
      let required = pattern.requirements { Double($0.termCount) }
      analysis = ProgramAnalysis(
        instructions, required: required.map { $0.compactMap { builder.known(.terms($0)) } })
    }
  }

  var instructions: [Instruction] { code.instructions }
  /// Atoms by number, each once.
  public var atoms: [Atom] { code.atoms }
  /// In the order in which the pattern names them, each once.
  public var captureNames: [String] { code.captureNames }
  /// What is known of the instructions before a text is seen.
  var analysis: ProgramAnalysis { code.analysis }
  /// The alternatives and optional parts of the pattern, in the order in which it names them.
  public var branches: [PatternBranch] { code.branches }
  /// Number of instructions; a search costs at most this for each word.
  public var size: Int { code.instructions.count }

  /// - Throws: `TooLarge`.
  public init(_ pattern: Pattern) throws(TooLarge) {
    var builder = Builder(captureNames: pattern.captureNames)
    try builder.emit(pattern)
    try builder.add(.accept)
    code = Code(builder, pattern)
  }

  /// Looks up the classes of its terms once and for all.
  public mutating func resolve(in vocabulary: Vocabulary) {
    classes = atoms.indices.map { number(ofTerm: $0, in: vocabulary) ?? Self.noClass }
  }

  /// The vocabulary's class of an atom; nil for what is no term of it.
  @inline(__always)
  func number(ofTerm atom: Int, in sentence: SentenceWords) -> UInt32? {
    if let classes { return classes[atom] == Self.noClass ? nil : classes[atom] }
    return number(ofTerm: atom, in: sentence.vocabulary)
  }

  private func number(ofTerm atom: Int, in vocabulary: Vocabulary) -> UInt32? {
    guard case .terms(let set) = atoms[atom] else { return nil }
    return vocabulary.number(of: set)
  }

  /// Whether an atom may stand in a unit: terms are known, layers are not asked for.
  func mayOccur(_ atom: Int, in sentence: SentenceWords, _ terms: UnitTerms) -> Bool {
    if let number = number(ofTerm: atom, in: sentence) {
      return sentence.hasTerm(ofClass: number, terms)
    }
    if case .terms = atoms[atom] { return false }
    return true
  }
}

/// An alternative or optional part of a pattern, which a match goes through or not.
public struct PatternBranch: Sendable {
  /// What stands in it: `verb ضرب (cue), lexicon storms (storm)`.
  public var title: String { part.title }
  fileprivate let part: Pattern
  /// Its instructions; a part that is repeated stands several times in a program.
  fileprivate(set) var instructions: [Range<Int>]

  /// Whether it is a part of another branch, so that no match can miss that and take this.
  public func isPart(of other: PatternBranch) -> Bool {
    guard let first = instructions.first else { return false }
    return other.instructions.contains {
      $0.lowerBound <= first.lowerBound && first.upperBound <= $0.upperBound
        && $0.count > first.count
    }
  }

  /// Whether a match went through it.
  public func isTaken(by match: PatternMatch) -> Bool {
    match.instructions.contains { instruction in
      instructions.contains { $0.contains(instruction) }
    }
  }
}

/// Translates a pattern by Thompson's construction, with priorities by the order of `split`.
private struct Builder {
  var instructions: [Program.Instruction] = []
  var atoms: [Atom] = []
  let captureNames: [String]
  /// By number; nil for one that has no atoms and so leaves no trace in a match.
  var branches: [PatternBranch?] = []
  private var atomNumbers: [Atom: Int] = [:]
  /// The number of the branch that comes next, which the copies of a repeated part share.
  private var nextBranch = 0
  /// Lookaheads leave no trace in a match.
  private var isLookingAhead = false

  init(captureNames: [String]) { self.captureNames = captureNames }

  mutating func add(_ instruction: Program.Instruction) throws(Program.TooLarge) {
    if instructions.count >= Program.limit { throw Program.TooLarge() }
    instructions.append(instruction)
  }

  mutating func emit(_ pattern: Pattern) throws(Program.TooLarge) {
    switch pattern {
    case .atom(let atom): try add(.atom(number(of: atom)))
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let parts): try choice(parts[...])
    case .repetition(let part, let min, let max): try repetition(part, min, max)
    case .gap(let min, let max):
      for _ in 0..<min { try add(.any) }
      try lazily(max - min)
    case .not(let part):
      let start = instructions.count
      let wasLookingAhead = isLookingAhead
      isLookingAhead = true
      try add(.not(next: 0))
      try emit(part)
      try add(.accept)
      isLookingAhead = wasLookingAhead
      instructions[start] = .not(next: instructions.count)
    case .capture(let name, let part):
      let index = captureNames.firstIndex(of: name) ?? 0
      try add(.begin(index))
      try emit(part)
      try add(.end(index))
    }
  }

  /// The number of an atom that the pattern has.
  func known(_ atom: Atom) -> Int? { atomNumbers[atom] }

  mutating func number(of atom: Atom) -> Int {
    if let known = atomNumbers[atom] { return known }
    atoms.append(atom)
    atomNumbers[atom] = atoms.count - 1
    return atoms.count - 1
  }

  /// Translates a part that a match may go through or not.
  private mutating func branch(_ part: Pattern) throws(Program.TooLarge) {
    if isLookingAhead { return try emit(part) }
    let number = nextBranch
    nextBranch += 1
    let start = instructions.count
    if number == branches.count {
      branches.append(
        part.hasAtoms ? PatternBranch(part: part, instructions: []) : nil)
    }
    try emit(part)
    branches[number]?.instructions.append(start..<instructions.count)
  }

  private mutating func choice(_ parts: ArraySlice<Pattern>) throws(Program.TooLarge) {
    guard let first = parts.first else { return }
    if parts.count == 1 { return try branch(first) }
    let split = instructions.count
    try add(.split(0, 0))
    try branch(first)
    let jump = instructions.count
    try add(.jump(0))
    instructions[split] = .split(split + 1, instructions.count)
    try choice(parts.dropFirst())
    instructions[jump] = .jump(instructions.count)
  }

  private mutating func repetition(
    _ part: Pattern, _ min: Int, _ max: Int?
  ) throws(Program.TooLarge) {
    let first = nextBranch
    for _ in 0..<min {
      nextBranch = first
      try emit(part)
    }
    guard let max else {
      let split = instructions.count
      try add(.split(0, 0))
      nextBranch = first
      try min > 0 ? emit(part) : branch(part)
      try add(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in 0..<Swift.max(0, max - min) {
      splits.append(instructions.count)
      try add(.split(0, 0))
      nextBranch = first
      try min > 0 ? emit(part) : branch(part)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }

  /// Up to `count` words, as few as possible.
  private mutating func lazily(_ count: Int) throws(Program.TooLarge) {
    let start = instructions.count
    let end = start + 2 * Swift.max(0, count)
    for k in 0..<Swift.max(0, count) {
      try add(.split(end, start + 2 * k + 1))
      try add(.any)
    }
  }
}
