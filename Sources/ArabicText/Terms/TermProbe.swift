/// The tables of an index, open for reading.
///
/// SAFETY: slots are masked by their number, a power of two; what they name lies within the tables, as
/// `TermIndex` has built them.
@safe struct TermTables {
  let slots: UnsafeBufferPointer<Slot>
  let spread: UInt64
  let postings: UnsafeBufferPointer<Posting>
  let lengths: UnsafeBufferPointer<PhraseLengths>
  let filter: HashFilter.Bits
  let pairFilter: HashFilter.Bits

  init(
    slots: UnsafeBufferPointer<Slot>, spread: UInt64, postings: UnsafeBufferPointer<Posting>,
    lengths: UnsafeBufferPointer<PhraseLengths>, filter: HashFilter.Bits,
    pairFilter: HashFilter.Bits
  ) {
    unsafe self.slots = unsafe slots
    self.spread = spread
    unsafe self.postings = unsafe postings
    unsafe self.lengths = unsafe lengths
    self.filter = filter
    self.pairFilter = pairFilter
  }

  /// The slot where the look for a key begins.
  @inline(__always)
  func firstSlot(_ hash: UInt64) -> Slot {
    unsafe slots[Slot.place(of: TermHash.mix(hash), spread, in: slots.count)]
  }

  /// The slot of a key, or a free one.
  @inline(__always)
  func slot(of key: UInt64) -> Slot {
    var place = unsafe Slot.place(of: TermHash.mix(key), spread, in: slots.count)
    while true {
      let slot = unsafe slots[place]
      if slot.isFree || slot.key == key { return slot }
      place = unsafe (place + 1) & (slots.count - 1)
    }
  }
}

/// Looks at the words of a text, some dozens of segmentations at a time.
///
/// A look into the table waits for memory. One after the other the waits add up; of many looks that do
/// not hang on each other the machine lets the waits overlap. So a batch goes through three steps: what
/// may be known by the filter, then all slots, then the entries.
///
/// SAFETY: a probe lives within `run`, whose caller keeps the tables and the text open.
@safe struct TermProbe {
  /// A segmentation that the filter has let pass.
  struct Candidate {
    var segmentation: Segmentation
    /// Of what remains of the word.
    var hash: UInt64
    var token: UInt32
    /// The slot where the look begins.
    var slot = Slot()
    /// Its first posting.
    var posting = Posting()
  }

  /// Segmentations of a batch. One token has at most 27.
  private static let batch = 128
  private static let ofOneToken = 32

  private let tables: TermTables
  private let tokens: UnsafeBufferPointer<Token>
  /// Phrases end before this token.
  private let limit: Int
  private let candidates: UnsafeMutableBufferPointer<Candidate>
  private var count = 0

  /// Calls `body` with one batch after the other of the tokens of a range, in their order.
  @inline(__always)
  static func run(
    _ tables: TermTables, _ folded: UnsafeBufferPointer<UInt8>,
    _ tokens: UnsafeBufferPointer<Token>,
    _ range: Range<Int>, _ limit: Int, _ body: (borrowing TermProbe) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(of: Candidate.self, capacity: batch + ofOneToken) {
      var probe = unsafe TermProbe(tables, tokens, limit, $0)
      var next = range.lowerBound
      while next < range.upperBound {
        unsafe probe.fill(from: &next, to: range.upperBound, folded)
        probe.look()
        body(probe)
      }
    }
  }

  private init(
    _ tables: TermTables, _ tokens: UnsafeBufferPointer<Token>, _ limit: Int,
    _ candidates: UnsafeMutableBufferPointer<Candidate>
  ) {
    self.tables = tables
    unsafe self.tokens = unsafe tokens
    self.limit = limit
    unsafe self.candidates = unsafe candidates
  }

  /// Takes the segmentations of the next tokens that the filter lets pass.
  private mutating func fill(
    from next: inout Int, to end: Int, _ folded: UnsafeBufferPointer<UInt8>
  ) {
    count = 0
    while next < end, count <= Self.batch {
      let token = unsafe tokens[next]
      if token.kind != .mark {
        unsafe token.forEachSegmentation(in: folded) { segmentation, hash in
          // Written in any case, kept if it passes: there is no branch to guess wrong.
          unsafe candidates[count] = Candidate(
            segmentation: segmentation, hash: hash, token: UInt32(truncatingIfNeeded: next))
          count += tables.filter.passes(TermHash.mix(hash))
          return false
        }
      }
      next += 1
    }
  }

  /// Reads the slots, then what they name first.
  private func look() {
    for index in 0..<count {
      unsafe candidates[index].slot = tables.firstSlot(candidates[index].hash)
    }
    for index in 0..<count {
      unsafe candidates[index].posting = tables.postings[Int(candidates[index].slot.first)]
    }
  }

  /// Appends the entries that stand at the words of the batch.
  func report(_ found: inout [TermMatch]) {
    for index in 0..<count {
      let candidate = unsafe candidates[index]
      let hash = candidate.hash
      var (slot, posting) = (candidate.slot, candidate.posting)
      if slot.isFree { continue }
      if slot.key != hash {
        slot = tables.slot(of: hash)
        posting = unsafe tables.postings[Int(slot.first)]
      }
      let token = Int(candidate.token)
      if slot.lengths != 0 { reportPhrases(slot, candidate, at: token, &found) }
      report(slot, posting, candidate.segmentation, token..<token + 1, &found)
    }
  }

  @inline(never)
  private func reportPhrases(
    _ slot: Slot, _ word: Candidate, at index: Int, _ found: inout [TermMatch]
  ) {
    guard let second = unsafe Phrase(words: 2, at: index, tokens, limit)?.tail,
      tables.pairFilter.passes(TermHash.mix(TermHash.join(word.hash, second))) != 0
    else { return }
    var lengths = unsafe tables.lengths[Int(slot.lengths)]
    while let words = lengths.popLongest() {
      guard let phrase = unsafe Phrase(words: words, at: index, tokens, limit) else { continue }
      let key = TermEntry.key(word.hash, words, phrase.tail)
      if tables.filter.passes(TermHash.mix(key)) != 0 {
        let slot = tables.slot(of: key)
        unsafe report(
          slot, tables.postings[Int(slot.first)], word.segmentation, index..<phrase.end, &found)
      }
    }
  }

  /// Appends a slot's entries, of which the first is at hand.
  @inline(__always)
  private func report(
    _ slot: Slot, _ first: Posting, _ segmentation: Segmentation, _ words: Range<Int>,
    _ found: inout [TermMatch]
  ) {
    if slot.first == 0 { return }
    var posting = first
    var place = Int(slot.first)
    while true {
      if posting.admits(segmentation.clitics) {
        found.append(TermMatch(id: posting.id, tokens: words, segmentation: segmentation))
      }
      if posting.isLast { return }
      place += 1
      posting = unsafe tables.postings[place]
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
