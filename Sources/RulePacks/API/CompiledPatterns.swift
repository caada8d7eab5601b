internal import Patterns

/// The patterns of one state that scripts have looked for, compiled.
struct CompiledPatterns {
  /// Instructions that are kept at most; beyond them all are forgotten.
  private static let limit = 200_000

  /// By number, as far as they have been looked for.
  private var programs: [Program?] = []
  private var size = 0

  /// A pattern's program, where it has been looked for before.
  subscript(_ number: Int) -> Program? { number < programs.count ? programs[number] : nil }

  mutating func keep(_ made: Program, for number: Int) {
    if size + made.size > Self.limit {
      programs.removeAll()
      size = 0
    }
    while programs.count <= number { programs.append(nil) }
    programs[number] = made
    size += made.size
  }
}
