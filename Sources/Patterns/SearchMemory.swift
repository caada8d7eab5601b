/// What a search writes down on its way. Whoever searches often hands it from one search to the next, which then need
/// not ask for memory.
public struct SearchMemory {
  /// One bit for each pair of instruction and word position; empty until the first attempt.
  var visited: [UInt64] = []
  /// Word positions at which a match may begin, one bit each, where not all are.
  var starts: [UInt64] = []
  var choices: [Matcher.Choice] = []
  var path: [Matcher.Step] = []
  var atoms = AtomSpans()

  /// Nothing is held yet.
  public init() {}

  mutating func clear() {
    visited.clear()
    starts.clear()
    choices.clear()
    path.clear()
    atoms.clear()
  }
}
