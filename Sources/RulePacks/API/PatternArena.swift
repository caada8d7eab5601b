internal import Patterns

/// The patterns and lexicons that a pack's scripts made while it loaded, by number. What a script
/// holds is the number; the values live here, so that a fresh state needs to make none anew.
struct PatternArena: Sendable {
  private(set) var patterns: [Pattern] = []
  /// Lexicons are patterns too; this keeps their entries for `hilal.verb` and `hilal.noun`.
  private(set) var lexicons: [Int: LexiconEntries] = [:]
  /// What each call of a `hilal` function came to in the first load: nil, or its error. Later loads
  /// repeat it, also where a script caught the error.
  private(set) var outcomes: [String?] = []
  private var costs: [Int] = []
  /// Scripts name the same words and lexicons in many places: equal sets are one, and so compared at a glance.
  private var sets: Set<TermSet> = []
  /// The numbers of lexicons by what was asked for.
  private var lexiconNumbers: [[String]: Int] = [:]

  /// Bytes that a pattern takes before its parts or forms.
  private static let bytesPerPattern = 256
  /// Bytes that one form of a term set takes.
  private static let bytesPerTerm = 32
  /// Bytes of a term set at most: what the memory of a state cannot hold is not even made.
  private static let termBytes = 16 << 20

  /// - Throws: `ArgumentError` when the words alone are more than a state can hold.
  static func check(words: [String]) throws(ArgumentError) {
    if words.reduce(0, { $0 + bytesPerTerm + $1.utf8.count }) > termBytes { throw tooManyForms }
  }

  /// - Throws: `ArgumentError` when there are more forms than a state can hold.
  static func check(terms count: Int) throws(ArgumentError) {
    if count * bytesPerTerm > termBytes { throw tooManyForms }
  }

  private static let tooManyForms = ArgumentError(
    message: "the words have more forms than the memory of a state can hold",
    hint: "name fewer words, or split the pack")

  @discardableResult
  mutating func add(_ pattern: Pattern) -> Int {
    if case .atom(.terms(let made)) = pattern {
      let set = sets.insert(made).memberAfterInsert
      patterns.append(.atom(.terms(set)))
      costs.append(
        set.groups.reduce(Self.bytesPerPattern + set.title.utf8.count) {
          $0 + Self.bytesPerTerm * $1.terms.count + $1.byteCount
        })
    } else {
      patterns.append(pattern)
      costs.append(Self.bytesPerPattern + pattern.measure.parts * MemoryLayout<Pattern>.stride)
    }
    return patterns.count - 1
  }

  mutating func addLexicon(_ pattern: Pattern, _ entries: LexiconEntries) {
    let number = add(pattern)
    lexicons[number] = entries
    lexiconNumbers[entries.key] = number
  }

  /// A lexicon that was asked for before.
  func lexicon(_ key: [String]) -> (pattern: Pattern, entries: LexiconEntries)? {
    lexiconNumbers[key].flatMap { number in
      lexicons[number].map { (patterns[number], $0) }
    }
  }

  mutating func note(outcome error: String?) {
    outcomes.append(error.map { String($0.prefix(Self.messageLimit)) })
  }
  /// Characters of an error that are kept, as many as its script sees.
  private static let messageLimit = 2048

  /// Bytes of the sandbox's memory that a pattern counts for.
  func cost(of number: Int) -> Int { costs.indices.contains(number) ? costs[number] : 0 }

  subscript(_ number: Int) -> Pattern? {
    patterns.indices.contains(number) ? patterns[number] : nil
  }

  /// A pattern's program, for `sentence:has` and `sentence:find`; nil where there is no such pattern or
  /// it grows too large.
  func program(_ number: Int, in vocabulary: Vocabulary) -> Program? {
    guard let pattern = self[number], var program = try? Program(pattern) else { return nil }
    program.resolve(in: vocabulary)
    return program
  }
}

/// What a lexicon, or the rows of it that were asked for, holds.
struct LexiconEntries {
  /// Its name, then the columns and values that were asked for.
  var key: [String]
  var texts: [String]
}

extension Pattern {
  /// Parts and levels that a pattern may have: what is made of it (a program, its release) walks it
  /// recursively.
  static let limits = (parts: 20_000, depth: 200, captures: 64)

  /// How many parts it has, itself included, and how deep they are nested.
  var measure: (parts: Int, depth: Int) {
    let inner: [Pattern] =
      switch self {
      case .atom, .gap: []
      case .sequence(let parts), .choice(let parts): parts
      case .repetition(let part, _, _), .not(let part), .capture(_, let part): [part]
      }
    return inner.reduce(into: (1, 1)) { total, part in
      let measure = part.measure
      total = (total.0 + measure.parts, max(total.1, measure.depth + 1))
    }
  }
}
