internal import ArabicText

/// The lexicons' terms in a text, by their first token.
final class TermTable: Sendable {
  /// All matches, in the order of the tokens.
  let matches: [TermMatch]
  /// `starts[t]..<starts[t + 1]` are the matches at token `t`.
  private let starts: [Int32]
  /// For each token which lexicons have a term there: most tokens need no closer look.
  private let lexicons: [LexiconSet]

  init(_ index: TermIndex, _ text: TokenizedText) {
    matches = index.matches(in: text)
    let count = text.tokens.count
    var lexicons = [LexiconSet](repeating: [], count: count)
    var starts = [Int32](repeating: 0, count: count + 1)
    Self.read(matches, into: &lexicons, &starts)
    self.starts = starts
    self.lexicons = lexicons
  }

  private static func read(
    _ matches: [TermMatch], into lexicons: inout [LexiconSet], _ starts: inout [Int32]
  ) {
    var lexicons = lexicons.mutableSpan
    var starts = starts.mutableSpan
    var next = 0
    for token in lexicons.indices {
      var known: LexiconSet = []
      while next < matches.count, matches[next].tokens.lowerBound == token {
        known.formUnion(LexiconSet(ofTerm: matches[next].id))
        next += 1
      }
      lexicons[token] = known
      starts[token + 1] = Int32(truncatingIfNeeded: next)
    }
  }

  subscript(_ token: Int) -> ArraySlice<TermMatch> {
    matches[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// Whether a term of one of the lexicons begins at a token.
  @inline(__always)
  func has(_ wanted: LexiconSet, at token: Int) -> Bool {
    !lexicons[token].isDisjoint(with: wanted)
  }
}

/// Some lexicons, a bit each.
struct LexiconSet: OptionSet, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  @inline(__always)
  init(_ lexicon: Lexicon) { rawValue = 1 << UInt64(lexicon.rawValue) }

  init(_ lexicons: [Lexicon]) {
    rawValue = lexicons.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// The lexicon of a term.
  init(ofTerm id: UInt32) { rawValue = 1 << UInt64(id >> 24) }
}
