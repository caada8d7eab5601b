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

  /// Whether a word with these clitics peeled off may be this entry.
  @inline(__always)
  func admits(_ clitics: Clitics) -> Bool {
    clitics.isSubset(of: allowed) && (required.isEmpty || !required.isDisjoint(with: clitics))
  }
}

/// A place where an entry stands in a text.
public struct TermMatch: Sendable, Equatable {
  /// The entry's number.
  public var id: UInt32
  /// The tokens it covers.
  public var tokens: Range<Int>
  /// What was peeled off its first word (and, for single words, off the word's end).
  public var segmentation: Segmentation
}

/// Words and phrases by the hash of their folded letters, consulted once a token.
///
/// Entries are not compared letter by letter: a word of the text takes the hash of a different
/// entry with a probability of about 10⁻¹³ for a lexicon of a million entries.
public struct TermIndex: Sendable {
  private struct Run {
    var first: UInt32
    /// 0 marks a free slot.
    var count: UInt32
  }

  public private(set) var postings: [Posting]
  /// Open addressing by the mixed hash.
  private var keys: [UInt64]
  private var runs: [Run]
  /// One bit for each class of hashes; says no to most words before the table is touched.
  private var filter: [UInt64]
  private var filterMask: UInt64

  /// An index without entries.
  public init() { self.init(entries: []) }

  public var isEmpty: Bool { postings.isEmpty }

  init(entries: [(hash: UInt64, posting: Posting)]) {
    let sorted = entries.sorted {
      $0.hash != $1.hash
        ? $0.hash < $1.hash
        : $0.posting.words != $1.posting.words
          ? $0.posting.words > $1.posting.words : $0.posting.id < $1.posting.id
    }
    var size = 16
    while size < sorted.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    runs = [Run](repeating: Run(first: 0, count: 0), count: size)
    var filterBits = 4096
    while filterBits < sorted.count * 8 { filterBits *= 2 }
    filter = [UInt64](repeating: 0, count: filterBits / 64)
    filterMask = UInt64(filterBits - 1)
    postings = sorted.map(\.posting)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].hash == sorted[start].hash { end += 1 }
      insert(sorted[start].hash, Run(first: UInt32(start), count: UInt32(end - start)))
      start = end
    }
  }

  private mutating func insert(_ hash: UInt64, _ run: Run) {
    let mixed = TermHash.mix(hash)
    let bit = mixed & filterMask
    filter[Int(bit >> 6)] |= 1 << (bit & 63)
    var slot = Int(mixed >> 20) & (keys.count - 1)
    while runs[slot].count > 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = hash
    runs[slot] = run
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
    if postings.isEmpty { return }
    let limit = limit ?? range.upperBound
    precondition(range.lowerBound >= 0 && range.upperBound <= text.tokens.count)
    precondition(limit <= text.tokens.count)
    withProbe { probe in
      unsafe text.folded.withUnsafeBufferPointer { folded in
        unsafe text.tokens.withUnsafeBufferPointer { tokens in
          for index in range where unsafe tokens[index].kind != .mark {
            unsafe tokens[index].forEachSegmentation(in: folded) { segmentation in
              unsafe probe.match(segmentation, at: index, tokens, limit, body)
              return false
            }
          }
        }
      }
    }
  }

  /// - SAFETY: the probe must not leave `body`.
  private func withProbe(_ body: (borrowing Probe) -> Void) {
    unsafe keys.withUnsafeBufferPointer { keys in
      unsafe runs.withUnsafeBufferPointer { runs in
        unsafe filter.withUnsafeBufferPointer { filter in
          unsafe postings.withUnsafeBufferPointer { postings in
            unsafe body(
              Probe(
                keys: keys, runs: runs, filter: filter, filterMask: filterMask,
                postings: postings))
          }
        }
      }
    }
  }

  /// The tables of an index, open for reading.
  ///
  /// SAFETY: slots are masked by the size of `keys`, a power of two and the size of `runs`; the bit of
  /// a hash is masked by that of `filter`; runs lie within `postings`.
  @safe private struct Probe {
    let keys: UnsafeBufferPointer<UInt64>
    let runs: UnsafeBufferPointer<Run>
    let filter: UnsafeBufferPointer<UInt64>
    let filterMask: UInt64
    let postings: UnsafeBufferPointer<Posting>

    init(
      keys: UnsafeBufferPointer<UInt64>, runs: UnsafeBufferPointer<Run>,
      filter: UnsafeBufferPointer<UInt64>, filterMask: UInt64,
      postings: UnsafeBufferPointer<Posting>
    ) {
      unsafe self.keys = unsafe keys
      unsafe self.runs = unsafe runs
      unsafe self.filter = unsafe filter
      self.filterMask = filterMask
      unsafe self.postings = unsafe postings
    }

    @inline(__always)
    func match(
      _ segmentation: Segmentation, at index: Int, _ tokens: UnsafeBufferPointer<Token>,
      _ limit: Int, _ body: (TermMatch) -> Void
    ) {
      let mixed = TermHash.mix(segmentation.hash)
      let bit = mixed & filterMask
      if unsafe filter[Int(bit >> 6)] & (1 << (bit & 63)) == 0 { return }
      unsafe look(segmentation, mixed, at: index, tokens, limit, body)
    }

    @inline(never)
    private func look(
      _ segmentation: Segmentation, _ mixed: UInt64, at index: Int,
      _ tokens: UnsafeBufferPointer<Token>, _ limit: Int, _ body: (TermMatch) -> Void
    ) {
      let mask = unsafe keys.count - 1
      var slot = Int(truncatingIfNeeded: mixed >> 20) & mask
      while true {
        let run = unsafe runs[slot]
        if run.count == 0 { return }
        if unsafe keys[slot] == segmentation.hash {
          // Postings of equally many words stand together, so the words are joined once for them.
          var phrase = Phrase(words: 1, tail: 0, end: index + 1)
          for k in Int(run.first)..<Int(run.first) + Int(run.count) {
            if unsafe postings[k].words != phrase.words {
              phrase = unsafe Phrase(words: postings[k].words, at: index, tokens, limit)
            }
            guard unsafe postings[k].tail == phrase.tail, phrase.end > 0,
              unsafe postings[k].admits(segmentation.clitics)
            else { continue }
            body(
              unsafe TermMatch(
                id: postings[k].id, tokens: index..<phrase.end, segmentation: segmentation))
          }
          return
        }
        slot = (slot + 1) & mask
      }
    }
  }

  /// All matches that `forEachMatch` finds.
  public func matches(in text: TokenizedText, tokens range: Range<Int>) -> [TermMatch] {
    var found: [TermMatch] = []
    forEachMatch(in: text, tokens: range) { found.append($0) }
    return found
  }
}

/// So many words of a text from one token on, as phrases are compared.
private struct Phrase {
  var words: UInt8
  /// The joined hash of the words after the first.
  var tail: UInt64
  /// One past the last token; 0 where there are not so many words before the limit.
  var end: Int

  init(words: UInt8, tail: UInt64, end: Int) {
    self.words = words
    self.tail = tail
    self.end = end
  }

  /// - Parameter limit: the phrase must end before this token.
  init(words: UInt8, at index: Int, _ tokens: UnsafeBufferPointer<Token>, _ limit: Int) {
    self.init(words: words, tail: 0, end: 0)
    var at = index
    for _ in 1..<max(words, 1) {
      at += 1
      while at < limit, unsafe tokens[at].isTransparent { at += 1 }
      guard at < limit, unsafe tokens[at].kind == .word || tokens[at].kind == .number else {
        return
      }
      tail = unsafe TermHash.join(tail, tokens[at].hash)
    }
    end = at + 1
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

/// Collects entries for a `TermIndex`.
public struct TermIndexBuilder: Sendable {
  private var entries: [(hash: UInt64, posting: Posting)] = []

  public init() {}

  public var count: Int { entries.count }

  /// Adds a word or phrase. `term` may be in any spelling; it is folded here.
  ///
  /// Nominals that end in ta marbuta or alif maqsura are also entered as they are written before an
  /// attached pronoun, where `allowed` admits one.
  public mutating func add(
    _ term: String, id: UInt32, allowed: Clitics, required: Clitics = []
  ) {
    let text = TokenizedText(term)
    let words = text.tokens.filter { $0.kind == .word || $0.kind == .number }
    guard let first = words.first, words.count < 256 else { return }
    let tail = words.dropFirst().reduce(0 as UInt64) { TermHash.join($0, $1.hash) }
    entries.append(
      (
        first.hash,
        Posting(
          id: id,
          allowed: words.count > 1 ? allowed.subtracting([.pronoun, .rarePronoun]) : allowed,
          required: required, words: UInt8(words.count), tail: tail)
      ))
    if words.count == 1, allowed.contains(.pronoun) {
      addBeforePronoun(text, first, id: id, allowed: allowed)
    }
  }

  /// Adds a single word by the hash of its folded letters.
  public mutating func add(hash: UInt64, id: UInt32, allowed: Clitics) {
    entries.append((hash, Posting(id: id, allowed: allowed, required: [], words: 1, tail: 0)))
  }

  private mutating func addBeforePronoun(
    _ text: TokenizedText, _ word: Token, id: UInt32, allowed: Clitics
  ) {
    guard word.isArabic, word.letters > 2 else { return }
    let end = Int(word.end)
    let lastScalar = text.bytes[(end - 2)..<end]
    let replacement: UInt32
    switch Array(lastScalar) {
    case [0xD8, 0xA9]: replacement = 0x62A  // ة → ت
    case [0xD9, 0x89]: replacement = 0x627  // ى → ا
    default: return
    }
    let folded = text.foldedText(word).dropLast()
    let hash = TermHash.append(TermHash.hash(String(folded)), replacement)
    entries.append(
      (
        hash,
        Posting(
          id: id, allowed: allowed, required: [.pronoun, .rarePronoun], words: 1, tail: 0)
      ))
  }

  public func build() -> TermIndex { TermIndex(entries: entries) }
}
