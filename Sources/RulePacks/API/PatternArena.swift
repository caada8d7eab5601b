internal import ArabicText
internal import Patterns

/// The patterns and lexicons that a pack's scripts made while it loaded, by number. What a script
/// holds is the number; the values live here, so that a fresh state needs to make none anew.
struct PatternArena: Sendable {
  private(set) var patterns: [Pattern] = []
  /// Lexicons are patterns too; this keeps their entries for `hilal.verb` and `hilal.noun`.
  private(set) var lexicons: [Int: [String]] = [:]

  /// Bytes that a pattern's terms take, for the sandbox's account: about this much a form.
  static let bytesPerTerm = 64

  mutating func add(_ pattern: Pattern) -> Int {
    patterns.append(pattern)
    return patterns.count - 1
  }

  mutating func addLexicon(_ pattern: Pattern, entries: [String]) -> Int {
    let number = add(pattern)
    lexicons[number] = entries
    return number
  }

  subscript(_ number: Int) -> Pattern? {
    patterns.indices.contains(number) ? patterns[number] : nil
  }
}
