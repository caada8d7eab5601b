internal import ArabicText
internal import Extraction
internal import Patterns

/// How common words are, so that the rarest required words of a pattern become its triggers.
struct WordRarity {
  /// Of a million running words, how many hold a word that no table lists.
  private static let unlisted = 4.0
  /// A phrase is far rarer than its rarest word.
  private static let phraseShare = 0.05

  private var perMillion: [String: Double] = [:]

  /// - Parameters:
  ///   - tables: lexicons with the columns `word` (folded) and `per_million`.
  init(_ tables: [LexiconTable]) {
    for table in tables {
      guard let word = table.column("word"), let share = table.column("per_million") else {
        continue
      }
      for row in table.rows { perMillion[row[word]] = Double(row[share]) ?? Self.unlisted }
    }
  }

  /// Of a million running words, how many are expected to be a term of the set.
  func cost(_ set: TermSet) -> Double { set.terms.reduce(0) { $0 + cost($1.text) } }

  private func cost(_ term: String) -> Double {
    let words = term.folded.split(separator: " ").map {
      perMillion[String($0)] ?? Self.unlisted
    }
    let rarest = words.min() ?? Self.unlisted
    return words.count > 1 ? rarest * Self.phraseShare : rarest
  }
}
