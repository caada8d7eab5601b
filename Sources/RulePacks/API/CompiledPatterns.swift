internal import Patterns

/// The patterns of one state that scripts have looked for, compiled.
struct CompiledPatterns {
  /// Instructions that are kept at most; beyond them all are forgotten.
  private static let limit = 200_000

  /// By number, as far as they have been looked for.
  private var programs: [Program?] = []
  private var size = 0

  /// A pattern's program, compiled when it is first looked for; nil where there is no such pattern or it
  /// grows too large.
  mutating func program(
    _ number: Int, of arena: PatternArena, in vocabulary: Vocabulary
  ) -> Program? {
    if number < programs.count, let known = programs[number] { return known }
    guard let made = arena.program(number, in: vocabulary) else { return nil }
    if size + made.size > Self.limit {
      programs.removeAll()
      size = 0
    }
    while programs.count <= number { programs.append(nil) }
    programs[number] = made
    size += made.size
    return made
  }
}
