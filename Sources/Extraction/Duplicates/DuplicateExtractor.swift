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
  /// Candidates of one sentence that are looked at.
  private static let mostCandidates = 24

  init(_ analysis: Analysis) { self.analysis = analysis }

  func duplicates() -> [Duplicate] {
    TextField.allCases.flatMap { duplicates(in: analysis.text($0)) }
  }

  private func duplicates(in field: FieldText) -> [Duplicate] {
    let profiles = profiles(of: field)
    if profiles.count < 2 { return [] }
    let repeated = RepeatedPairs(profiles)
    if repeated.count == 0 { return [] }
    var sharers = PairTable(capacity: repeated.count)
    var shared = SharedPairs(sentences: profiles.count)
    var pairs: [UInt64] = []
    var found: [Duplicate] = []
    for (index, profile) in profiles.enumerated() {
      pairs.removeAll(keepingCapacity: true)
      profile.forEachPair { if repeated.contains($0) { pairs.append($0) } }
      sharers.note(pairs, sentence: index) { shared.note($0) }
      for other in shared.takeMost(Self.mostCandidates) where profiles[other].repeats(profile) {
        found.append(Duplicate(first: profiles[other].span, second: profile.span))
      }
    }
    return found.sorted { $0.first != $1.first ? $0.first < $1.first : $0.second < $1.second }
  }

  private func profiles(of field: FieldText) -> [SentenceProfile] {
    field.sentences.compactMap { sentence in
      guard sentence.tokens.count >= Self.fewestWords else { return nil }
      let words = LightStem.hashes(of: sentence.tokens, in: field.text)
      guard words.count >= Self.fewestWords else { return nil }
      return SentenceProfile(
        span: Span(field.field, ByteRange(sentence.start, sentence.end)), words: words)
    }
  }
}

/// The word pairs that stand in the text more than once, and a few that only look like them.
private struct RepeatedPairs {
  /// Two bits for each class of pairs: seen, seen again.
  private var seen: [UInt64]
  private let mask: UInt64
  /// How many pairs are among them, each as often as it stands in the text.
  private(set) var count = 0

  init(_ profiles: [SentenceProfile]) {
    let words = profiles.reduce(0) { $0 + $1.words.count }
    var size = 64
    while size < words { size *= 2 }
    seen = [UInt64](repeating: 0, count: size / 4)
    mask = UInt64(size * 8 - 1)
    for profile in profiles { profile.forEachPair { note($0) } }
  }

  private func place(_ pair: UInt64) -> (word: Int, bit: UInt64) {
    let bit = TermHash.mix(pair) & mask
    return (Int(bit >> 5), bit & 31)
  }

  private mutating func note(_ pair: UInt64) {
    let (word, bit) = place(pair)
    let state = seen[word] >> (2 * bit) & 3
    // Without branches: nothing tells whether a pair comes again.
    seen[word] += (state < 2 ? 1 : 0) << (2 * bit)
    count += state == 0 ? 0 : 3 - Int(state)
  }

  func contains(_ pair: UInt64) -> Bool {
    let (word, bit) = place(pair)
    return seen[word] >> (2 * bit) & 2 != 0
  }
}

/// How many word pairs one sentence shares with each earlier one.
private struct SharedPairs {
  /// By sentence; 0 but for those in `touched`.
  private var counts: [Int32]
  private var touched: [Int] = []

  init(sentences: Int) { counts = [Int32](repeating: 0, count: sentences) }

  mutating func note(_ sentence: Int) {
    if counts[sentence] == 0 { touched.append(sentence) }
    counts[sentence] += 1
  }

  /// The sentences that share the most pairs, several at least, in order. Forgets all of them.
  mutating func takeMost(_ most: Int) -> [Int] {
    defer {
      for sentence in touched { counts[sentence] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    let several = touched.filter { counts[$0] > 1 }
    if several.count <= most { return several.sorted() }
    let best = several.sorted {
      counts[$0] != counts[$1] ? counts[$0] > counts[$1] : $0 < $1
    }
    return best.prefix(most).sorted()
  }
}

/// Which sentences hold a pair of words: open addressing, each slot the last sentences that had the
/// pair. A pair that more sentences share than a slot holds is no sign and drops out by age.
private struct PairTable {
  private struct Slot {
    var pair: UInt64
    /// Sentence numbers plus 1, the newest first; 0 for none.
    var sentences: SIMD4<UInt32>
  }

  private var slots: [Slot]
  private let mask: Int
  /// Where the search for each pair of a sentence begins, and whether it ends there.
  private var starts: [(slot: Int, isFound: Bool)] = []

  init(capacity: Int) {
    var size = 64
    // Most pairs are noted twice at least, so that half of the slots stay free.
    while size <= capacity { size *= 2 }
    slots = Array(repeating: Slot(pair: 0, sentences: SIMD4()), count: size)
    mask = size - 1
  }

  /// Notes the pairs of the next sentence, and calls `body` with each that had one of them before.
  mutating func note(_ pairs: [UInt64], sentence: Int, _ body: (Int) -> Void) {
    // In two steps, so that the waits for memory overlap.
    starts.removeAll(keepingCapacity: true)
    for pair in pairs {
      let slot = Int(truncatingIfNeeded: TermHash.mix(pair)) & mask
      starts.append((slot, slots[slot].pair == pair))
    }
    let own = UInt32(truncatingIfNeeded: sentence + 1)
    for (pair, start) in zip(pairs, starts) {
      let slot = start.isFound ? start.slot : self.slot(of: pair, from: start.slot)
      let known = slots[slot].sentences
      if known[0] == own { continue }
      for index in known.indices where known[index] != 0 { body(Int(known[index]) - 1) }
      slots[slot] = Slot(pair: pair, sentences: SIMD4(own, known[0], known[1], known[2]))
    }
  }

  /// The slot of a pair, or a free one for it.
  private func slot(of pair: UInt64, from start: Int) -> Int {
    var slot = start
    while slots[slot].sentences[0] != 0, slots[slot].pair != pair { slot = (slot + 1) & mask }
    return slot
  }
}

/// A sentence as the stems of its words.
private struct SentenceProfile {
  var span: Span
  var words: [UInt64]

  /// Calls `body` with each two words that follow each other.
  func forEachPair(_ body: (UInt64) -> Void) {
    for (word, next) in zip(words, words.dropFirst()) { body(TermHash.join(word, next)) }
  }

  /// A bit for each class of words; asked for where two sentences may say the same, which few do.
  private var classes: SIMD4<UInt64> {
    words.reduce(into: SIMD4()) { classes, word in
      let bit = Self.bit(word)
      classes[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  private static func bit(_ word: UInt64) -> Int {
    Int(TermHash.mix(word) & 255)
  }

  /// Not fewer than the words that stand in the other sentence too.
  private func atMostShared(with other: SentenceProfile) -> Int {
    let known = other.classes
    return words.count { word in
      let bit = Self.bit(word)
      return known[bit >> 6] & 1 << UInt64(bit & 63) != 0
    }
  }

  /// Words in a row that the other sentence may lack.
  private static let longestDifference = 3

  /// Nearly all words of the shorter sentence stand in the longer, and the longest common
  /// subsequence holds most of them.
  func repeats(_ other: SentenceProfile) -> Bool {
    if words == other.words { return true }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    guard long.words.count <= 4 * short.words.count else { return false }
    let isEven = 4 * long.words.count <= 5 * short.words.count
    // A few words agree by chance, and the words of a short sentence stand in many a long one.
    let share = isEven && short.words.count >= 14 ? 0.75 : 0.85
    let fewest = share * Double(short.words.count)
    if Double(short.atMostShared(with: long)) < fewest { return false }
    let (kept, difference) = short.shared(with: long)
    // Different people met by the same prince: the names that differ stand in a row.
    guard difference <= Self.longestDifference,
      !isEven || long.shared(with: short).difference <= Self.longestDifference
    else { return false }
    guard Double(kept) >= fewest else { return false }
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
