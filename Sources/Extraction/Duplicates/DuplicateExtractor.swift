internal import ArabicText
internal import Articles

/// Finds sentences of an article that say the same in nearly the same words.
///
/// Words are compared by a light stem, numbers as they are. Sentences that share rare word pairs are
/// candidates; of these such are duplicates as share nearly all words of the shorter one, most of
/// them in the same order.
struct DuplicateExtractor {
  private let analysis: Analysis
  /// Sentences with fewer content words repeat each other by chance.
  private static let fewestWords = 7
  /// A pair of words that more sentences share is no sign.
  private static let mostSharers = 12
  /// Candidates of one sentence that are looked at.
  private static let mostCandidates = 24

  init(_ analysis: Analysis) { self.analysis = analysis }

  func duplicates() -> [Duplicate] {
    let profiles = TextField.allCases.flatMap { sentenceProfiles(of: $0) }
    var sharers: [UInt64: [Int]] = [:]
    var found: [Duplicate] = []
    for (index, profile) in profiles.enumerated() {
      var shared: [Int: Int] = [:]
      for pair in profile.pairs {
        guard let others = sharers[pair], others.count <= Self.mostSharers else { continue }
        for other in others { shared[other, default: 0] += 1 }
      }
      let candidates = shared.filter { $0.value > 1 }.sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
      }
      for (other, _) in candidates.prefix(Self.mostCandidates).sorted(by: { $0.key < $1.key })
      where profiles[other].span.field == profile.span.field && profiles[other].repeats(profile) {
        found.append(Duplicate(first: profiles[other].span, second: profile.span))
      }
      for pair in profile.pairs where sharers[pair, default: []].count <= Self.mostSharers {
        sharers[pair, default: []].append(index)
      }
    }
    return found.sorted { $0.first != $1.first ? $0.first < $1.first : $0.second < $1.second }
  }

  private func sentenceProfiles(of field: TextField) -> [SentenceProfile] {
    let text = analysis.text(field)
    return text.sentences.compactMap { sentence in
      let words = sentence.tokens.compactMap { LightStem.hash(text.text, text.text.tokens[$0]) }
      guard words.count >= Self.fewestWords else { return nil }
      return SentenceProfile(
        span: Span(field, ByteRange(sentence.start, sentence.end)), words: words)
    }
  }
}

/// A sentence as the stems of its words.
private struct SentenceProfile {
  var span: Span
  var words: [UInt64]
  /// Each two neighbouring words, once.
  var pairs: Set<UInt64>

  /// Words in a row that the other sentence may lack.
  private static let longestDifference = 3

  init(span: Span, words: [UInt64]) {
    self.span = span
    self.words = words
    pairs = Set(zip(words, words.dropFirst()).map { TermHash.join($0, $1) })
  }

  /// Nearly all words of the shorter sentence stand in the longer, and the longest common
  /// subsequence holds most of them.
  func repeats(_ other: SentenceProfile) -> Bool {
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    guard long.words.count <= 4 * short.words.count else { return false }
    let isEven = 4 * long.words.count <= 5 * short.words.count
    let (kept, difference) = short.shared(with: long)
    // Different people met by the same prince: the names that differ stand in a row.
    guard difference <= Self.longestDifference,
      !isEven || long.shared(with: short).difference <= Self.longestDifference
    else { return false }
    // A few words agree by chance, and the words of a short sentence stand in many a long one.
    let share = isEven && short.words.count >= 14 ? 0.75 : 0.85
    guard Double(kept) >= share * Double(short.words.count) else { return false }
    return Double(short.inOrder(with: long)) >= (share - 0.05) * Double(short.words.count)
  }

  /// How many words stand in the other sentence too, and how many in a row do not.
  private func shared(with other: SentenceProfile) -> (kept: Int, difference: Int) {
    let known = Set(other.words)
    var kept = 0
    var row = 0
    var difference = 0
    for word in words {
      if known.contains(word) {
        kept += 1
        row = 0
      } else {
        row += 1
        difference = max(difference, row)
      }
    }
    return (kept, difference)
  }

  /// The length of the longest common subsequence, for at most 200 words of each.
  private func inOrder(with other: SentenceProfile) -> Int {
    let a = words.prefix(200)
    let b = Array(other.words.prefix(200))
    var row = [Int](repeating: 0, count: b.count + 1)
    for word in a {
      var diagonal = 0
      for column in b.indices {
        let above = row[column + 1]
        row[column + 1] =
          word == b[column] ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[b.count]
  }
}
