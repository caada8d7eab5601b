internal import ArabicText
internal import Extraction
internal import Patterns

/// How common words are, so that the rarest required words of a pattern become its triggers.
struct WordRarity {
  /// Of a million running words, how many hold a word that no table lists.
  private static let unlisted = 4.0
  /// A phrase is far rarer than its rarest word.
  private static let phraseShare = 0.05

  /// By the hash of the folded word.
  private var perMillion: [UInt64: Double] = [:]

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
  func cost(_ set: TermSet) -> Double { set.terms.reduce(0) { $0 + cost($1.text) } }

  private func cost(_ term: String) -> Double {
    var rarest = Double.infinity
    var count = 0
    _ = TermWords(term) { hash in
      rarest = min(rarest, perMillion[hash] ?? Self.unlisted)
      count += 1
    }
    if count == 0 { return Self.unlisted }
    return count > 1 ? rarest * Self.phraseShare : rarest
  }
}
