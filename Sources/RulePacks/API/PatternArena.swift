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
  /// The term sets of all patterns, in the order in which they were made.
  private(set) var termSets: [TermSet] = []
  /// Scripts name the same words and lexicons in many places: equal sets are one, and so compared at a glance.
  private var known: Set<TermSet> = []
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

  /// A term set that a pattern will hold, or the one like it that was made before.
  mutating func intern(_ made: TermSet) -> TermSet {
    let (isNew, set) = known.insert(made)
    if isNew { termSets.append(set) }
    return set
  }

  /// - Parameter measure: the pattern's.
  @discardableResult
  mutating func add(_ pattern: Pattern, _ measure: Pattern.Measure) -> Int {
    if case .atom(.terms(let made)) = pattern {
      let set = intern(made)
      patterns.append(.atom(.terms(set)))
      costs.append(
        set.groups.reduce(Self.bytesPerPattern + set.title.utf8.count) {
          $0 + Self.bytesPerTerm * $1.terms.count + $1.byteCount
        })
    } else {
      patterns.append(pattern)
      costs.append(Self.bytesPerPattern + measure.parts * MemoryLayout<Pattern>.stride)
    }
    return patterns.count - 1
  }

  mutating func addLexicon(
    _ pattern: Pattern, _ entries: LexiconEntries, _ measure: Pattern.Measure
  ) {
    let number = add(pattern, measure)
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

  /// How large a pattern is: its parts, itself included, how deep they are nested, and how many of them are captures.
  struct Measure {
    var parts = 1
    var depth = 1
    var captures = 0

    fileprivate mutating func add(_ part: Measure) {
      parts += part.parts
      depth = max(depth, part.depth + 1)
      captures += part.captures
    }
  }

  var measure: Measure {
    var measure = Measure()
    switch self {
    case .atom, .gap: break
    case .sequence(let parts), .choice(let parts): for part in parts { measure.add(part.measure) }
    case .repetition(let part, _, _), .not(let part): measure.add(part.measure)
    case .capture(_, let part):
      measure.add(part.measure)
      measure.captures += 1
    }
    return measure
  }
}
