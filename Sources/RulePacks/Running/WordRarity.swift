internal import ArabicText
internal import Extraction
internal import Patterns

/// How common words are, so that the rarest required words of a pattern become its triggers.
struct WordRarity {
  /// Of a million running words, how many hold a word that no table lists.
  private static let unlisted = 4.0
  /// A phrase is far rarer than its rarest word.
  private static let phraseShare = 0.05
  /// The share of imperfects that carry the س of the future: an estimate, which only has to order patterns.
  private static let futureShare = 0.05

  /// By the hash of the folded word.
  private var perMillion: [UInt64: Double] = [:]
  /// What has been asked before: rules share their sets.
  private var costs: [TermSet: Double] = [:]
  /// The costs of a group's terms, and the group, which keeps its identity from being given away.
  private var groupCosts: [ObjectIdentifier: (group: TermGroup, costs: [Double])] = [:]

  /// - Parameters:
  ///   - tables: lexicons with the columns `word` (folded) and `per_million`.
  init(_ tables: [LexiconTable]) {
    for table in tables {
      guard let word = table.column("word"), let share = table.column("per_million") else {
        continue
      }
      for row in table.rows {
        perMillion[TermHash.hash(row[word])] = Double(row[share]) ?? Self.unlisted
      }
    }
  }

  /// Of a million running words, how many are expected to be a term of the set.
  mutating func cost(_ set: TermSet) -> Double {
    if let known = costs[set] { return known }
    var sum = 0.0
    // Term by term, so that the sum does not hang on which of them are in a group.
    for group in set.groups { for cost in costs(of: group) { sum += cost } }
    costs[set] = sum
    return sum
  }

  private mutating func costs(of group: TermGroup) -> [Double] {
    if let known = groupCosts[ObjectIdentifier(group)] { return known.costs }
    let costs = group.terms.indices.map { cost(group.terms[$0], group.text(of: $0)) }
    groupCosts[ObjectIdentifier(group)] = (group, costs)
    return costs
  }

  private func cost(_ term: TermSet.Term, _ text: @autoclosure () -> String) -> Double {
    var rarest = perMillion[term.words.first] ?? Self.unlisted
    if term.required == .future { return rarest * Self.futureShare }
    if term.words.count < 2 { return rarest }
    _ = TermWords(text()) { rarest = min(rarest, perMillion[$0] ?? Self.unlisted) }
    return rarest * Self.phraseShare
  }
}
