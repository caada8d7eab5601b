/// An entry of a `TermIndex`.
public struct Posting: Sendable, Equatable {
  /// The caller's own number: a pattern class, a row of a lexicon.
  public var id: UInt32
  /// Clitics that the entry may carry.
  public var allowed: Clitics
  /// Clitics that it must carry, at least one of them unless empty.
  public var required: Clitics
  /// Words of the entry, 1 for a single word.
  public var words: UInt8
  /// For entries of several words: the joined hash of the words after the first.
  var tail: UInt64
  /// For entries of several words: `TermHash.join(0, hash)` of the second.
  var second: UInt64

  /// Whether a word with these clitics peeled off may be this entry.
  @inline(__always)
  func admits(_ clitics: Clitics) -> Bool {
    clitics.isSubset(of: allowed) && (required.isEmpty || !required.isDisjoint(with: clitics))
  }
}

/// Words and phrases by the hash of their folded letters, consulted once a token.
///
/// Entries are not compared letter by letter: a word of the text takes the hash of a different
/// entry with a probability of about 10⁻¹³ for a lexicon of a million entries.
public struct TermIndex: Sendable {
  /// What is known under one key: a single word's or a whole phrase's postings, and how long the
  /// phrases are that begin with the word. A slot without either is free.
  ///
  /// Key and run lie side by side: a look costs one miss of the cache, not two.
  private struct Run {
    var key: UInt64 = 0
    var first: UInt32 = 0
    var count: UInt32 = 0
    /// One bit for each number of words above one, from bit 0 for two words on.
    var lengths: UInt64 = 0
    var isFree: Bool { count == 0 && lengths == 0 }
  }

  /// Where an entry comes in the index: by key, by id, then as added.
  private struct Order {
    var key: UInt64
    /// The id above, the entry's index below.
    var second: UInt64
    var index: Int { Int(second & 0xFFFF_FFFF) }
  }

  /// Entries of more words are left out.
  static let longestPhrase = 65

  /// All entries by the key of their words, then by id, then as they were added.
  public private(set) var postings: [Posting]
  /// Open addressing by the mixed key.
  private var runs: [Run]
  /// An odd number by which keys are spread over the slots, new in every process: whoever writes a lexicon cannot
  /// choose words that meet in one slot. What is found does not hang on it.
  private let spread: UInt64
  private static let processSpread = UInt64.random(in: .min ... .max) | 1
  /// One bit for each class of hashes of first words and keys of phrases; says no to most before
  /// the table, which no cache holds, is touched.
  private var filter: [UInt64]
  private var filterMask: UInt64
  /// The same for the first two words of phrases: most words that begin one have another word behind.
  private var pairFilter: [UInt64]
  private var pairMask: UInt64

  /// An index without entries.
  public init() { self.init(entries: []) }

  /// Nothing was added, so nothing matches.
  public var isEmpty: Bool { postings.isEmpty }

  init(entries: [(hash: UInt64, posting: Posting)]) {
    var order = entries.indices.map { index in
      let entry = entries[index]
      return Order(
        key: Self.key(entry.hash, entry.posting.words, entry.posting.tail),
        second: UInt64(entry.posting.id) << 32 | UInt64(index))
    }
    order.sort { $0.key != $1.key ? $0.key < $1.key : $0.second < $1.second }
    var size = 16
    // A phrase takes two slots at most, so that a third stays free.
    while size < entries.count * 3 { size *= 2 }
    runs = [Run](repeating: Run(), count: size)
    spread = Self.processSpread
    var filterBits = 4096
    while filterBits < entries.count * 16 { filterBits *= 2 }
    filter = [UInt64](repeating: 0, count: filterBits / 64)
    filterMask = UInt64(filterBits - 1)
    let phrases = entries.count { $0.posting.words > 1 }
    var pairBits = 4096
    while pairBits < phrases * 16 { pairBits *= 2 }
    pairFilter = [UInt64](repeating: 0, count: pairBits / 64)
    pairMask = UInt64(pairBits - 1)
    postings = order.map { entries[$0.index].posting }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].key == order[start].key { end += 1 }
      let slot = slot(of: order[start].key)
      pass(order[start].key)
      runs[slot].first = UInt32(start)
      runs[slot].count = UInt32(end - start)
      note(entries[order[start].index].hash, postings[start])
      start = end
    }
  }

  /// What a word or phrase is found under: a word's own hash, or all words joined.
  @inline(__always)
  private static func key(_ hash: UInt64, _ words: UInt8, _ tail: UInt64) -> UInt64 {
    words == 1 ? hash : TermHash.join(TermHash.join(UInt64(words), hash), tail)
  }

  /// The slot of a key, taken if it was free.
  private mutating func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (TermHash.mix(key) &* spread) >> 32) & (runs.count - 1)
    while !runs[slot].isFree, runs[slot].key != key { slot = (slot + 1) & (runs.count - 1) }
    runs[slot].key = key
    return slot
  }

  /// Notes that an entry begins with a word.
  private mutating func note(_ hash: UInt64, _ posting: Posting) {
    pass(hash)
    if posting.words == 1 { return }
    runs[slot(of: hash)].lengths |= 1 << UInt64(posting.words - 2)
    let bit = TermHash.mix(TermHash.join(hash, posting.second)) & pairMask
    pairFilter[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  /// Makes the filter pass a key.
  private mutating func pass(_ key: UInt64) {
    let bit = TermHash.mix(key) & filterMask
    filter[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  /// Calls `body` for every entry that stands at a word of `text`, in the order of the tokens; at
  /// one token longer entries come first, then those with fewer clitics peeled off.
  ///
  /// The words of a phrase must follow each other with nothing between but quotes and brackets; a
  /// word inside a phrase stands as the entry gives it.
  ///
  /// - Parameter limit: phrases that begin at one of the tokens may end before this one; the end of
  ///   `range` where it is not given.
  public func forEachMatch(
    in text: TokenizedText, tokens range: Range<Int>, limit: Int? = nil,
    _ body: (TermMatch) -> Void
  ) {
    var found: [TermMatch] = []
    collect(in: text, tokens: range, limit: limit ?? range.upperBound, into: &found) { found in
      for match in found { body(match) }
      found.removeAll(keepingCapacity: true)
    }
  }

  /// All matches that `forEachMatch` finds, over the whole text where no tokens are given.
  public func matches(in text: TokenizedText, tokens range: Range<Int>? = nil) -> [TermMatch] {
    let range = range ?? text.tokens.indices
    var found: [TermMatch] = []
    // News has two terms a token; room that is not used costs no memory.
    if !postings.isEmpty { found.reserveCapacity(3 * range.count) }
    collect(in: text, tokens: range, limit: range.upperBound, into: &found) { _ in }
    return found
  }

  /// Appends the matches of each token, and calls `each` after it.
  @inline(__always)
  private func collect(
    in text: TokenizedText, tokens range: Range<Int>, limit: Int, into found: inout [TermMatch],
    _ each: (inout [TermMatch]) -> Void
  ) {
    if postings.isEmpty { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= text.tokens.count)
    precondition(limit <= text.tokens.count)
    withProbe { probe in
      unsafe text.folded.withUnsafeBufferPointer { folded in
        unsafe text.tokens.withUnsafeBufferPointer { tokens in
          for index in range where unsafe tokens[index].kind != .mark {
            unsafe probe.collect(at: index, folded, tokens, limit, &found)
            each(&found)
          }
        }
      }
    }
  }

  /// - SAFETY: the probe must not leave `body`.
  private func withProbe(_ body: (borrowing Probe) -> Void) {
    unsafe runs.withUnsafeBufferPointer { runs in
      unsafe filter.withUnsafeBufferPointer { filter in
        unsafe pairFilter.withUnsafeBufferPointer { pairFilter in
          unsafe postings.withUnsafeBufferPointer { postings in
            unsafe body(
              Probe(
                runs: runs, spread: spread, filter: filter, filterMask: filterMask,
                pairFilter: pairFilter,
                pairMask: pairMask, postings: postings))
          }
        }
      }
    }
  }

  /// The tables of an index, open for reading.
  ///
  /// SAFETY: slots are masked by the size of `runs`, a power of two; bits of hashes are masked by
  /// those of the filters; runs lie within `postings`.
  @safe private struct Probe {
    let runs: UnsafeBufferPointer<Run>
    let spread: UInt64
    let filter: UnsafeBufferPointer<UInt64>
    let filterMask: UInt64
    let pairFilter: UnsafeBufferPointer<UInt64>
    let pairMask: UInt64
    let postings: UnsafeBufferPointer<Posting>

    init(
      runs: UnsafeBufferPointer<Run>, spread: UInt64, filter: UnsafeBufferPointer<UInt64>,
      filterMask: UInt64, pairFilter: UnsafeBufferPointer<UInt64>, pairMask: UInt64,
      postings: UnsafeBufferPointer<Posting>
    ) {
      unsafe self.runs = unsafe runs
      self.spread = spread
      unsafe self.filter = unsafe filter
      self.filterMask = filterMask
      unsafe self.pairFilter = unsafe pairFilter
      self.pairMask = pairMask
      unsafe self.postings = unsafe postings
    }

    /// Appends the entries that stand at a word.
    @inline(__always)
    func collect(
      at index: Int, _ folded: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>,
      _ limit: Int, _ found: inout [TermMatch]
    ) {
      unsafe tokens[index].forEachSegmentation(in: folded) { segmentation in
        let mixed = TermHash.mix(segmentation.hash)
        if passes(mixed) {
          unsafe look(segmentation, mixed, at: index, tokens, limit, &found)
        }
        return false
      }
    }

    /// Whether the filter lets a mixed key pass.
    @inline(__always)
    private func passes(_ mixed: UInt64) -> Bool {
      let bit = mixed & filterMask
      return unsafe filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0
    }

    /// Whether a phrase may begin with two words.
    @inline(__always)
    private func mayBegin(_ first: UInt64, _ second: UInt64) -> Bool {
      let bit = TermHash.mix(TermHash.join(first, second)) & pairMask
      return unsafe pairFilter[Int(bit >> 6)] & (1 << (bit & 63)) != 0
    }

    @inline(never)
    private func look(
      _ segmentation: Segmentation, _ mixed: UInt64, at index: Int,
      _ tokens: UnsafeBufferPointer<Token>, _ limit: Int, _ found: inout [TermMatch]
    ) {
      guard let run = run(of: segmentation.hash, mixed) else { return }
      if run.lengths != 0,
        let second = unsafe Phrase(words: 2, at: index, tokens, limit)?.tail,
        mayBegin(segmentation.hash, second)
      {
        unsafe lookForPhrases(run.lengths, segmentation, at: index, tokens, limit, &found)
      }
      report(run, segmentation, index..<index + 1, &found)
    }

    private func lookForPhrases(
      _ lengths: UInt64, _ segmentation: Segmentation, at index: Int,
      _ tokens: UnsafeBufferPointer<Token>, _ limit: Int, _ found: inout [TermMatch]
    ) {
      var lengths = lengths
      while lengths != 0 {
        let bit = 63 - lengths.leadingZeroBitCount
        lengths &= ~(1 << UInt64(bit))
        let words = UInt8(bit + 2)
        guard let phrase = unsafe Phrase(words: words, at: index, tokens, limit) else { continue }
        let key = TermIndex.key(segmentation.hash, words, phrase.tail)
        let mixed = TermHash.mix(key)
        if passes(mixed), let run = self.run(of: key, mixed) {
          report(run, segmentation, index..<phrase.end, &found)
        }
      }
    }

    @inline(__always)
    private func run(of key: UInt64, _ mixed: UInt64) -> Run? {
      let mask = unsafe runs.count - 1
      var slot = Int(truncatingIfNeeded: (mixed &* spread) >> 32) & mask
      while true {
        let run = unsafe runs[slot]
        if run.isFree { return nil }
        if run.key == key { return run }
        slot = (slot + 1) & mask
      }
    }

    @inline(__always)
    private func report(
      _ run: Run, _ segmentation: Segmentation, _ tokens: Range<Int>, _ found: inout [TermMatch]
    ) {
      for k in Int(run.first)..<Int(run.first) + Int(run.count)
      where unsafe postings[k].admits(segmentation.clitics) {
        found.append(
          unsafe TermMatch(id: postings[k].id, tokens: tokens, segmentation: segmentation))
      }
    }
  }
}

/// So many words of a text from one token on, as phrases are compared.
private struct Phrase {
  /// The joined hash of the words after the first; of two words, `join(0, second)`.
  var tail: UInt64 = 0
  /// One past the last token.
  var end: Int

  /// Nil where there are not so many words before the limit.
  ///
  /// - Parameter limit: the phrase must end before this token.
  init?(words: UInt8, at index: Int, _ tokens: UnsafeBufferPointer<Token>, _ limit: Int) {
    end = index + 1
    for _ in 1..<words {
      while end < limit, unsafe tokens[end].isTransparent { end += 1 }
      guard end < limit, unsafe tokens[end].kind == .word || tokens[end].kind == .number else {
        return nil
      }
      tail = unsafe TermHash.join(tail, tokens[end].hash)
      end += 1
    }
    if end - index > TermMatch.longest { return nil }
  }
}

extension Token {
  /// Quotes and brackets do not part the words of a phrase: تنظيم «داعش».
  public var isTransparent: Bool {
    guard kind == .mark else { return false }
    switch scalar {
    case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A:
      return true
    default: return false
    }
  }
}
