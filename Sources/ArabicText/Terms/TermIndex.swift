/// Words and phrases by the hash of their folded letters, consulted once a token.
///
/// Entries are not compared letter by letter: a word of the text takes the hash of a different
/// entry with a probability of about 10⁻¹³ for a lexicon of a million entries.
///
/// A look into a table that no cache holds costs more than all else, so what is read is kept small,
/// and looks are made some dozens at a time (`TermProbe`).
public struct TermIndex: Sendable {
  /// Entries of more words are left out.
  static let longestPhrase = 65

  /// The entries of one key lie side by side, by id, then as they were added. The first belongs to none.
  private var postings: [Posting]
  /// Open addressing by the mixed key; their number is a power of two, a third of them is free.
  private var slots: [Slot]
  /// The sets of lengths that slots name by their place here. The first is empty.
  private var lengths: [PhraseLengths] = [PhraseLengths()]
  /// An odd number by which keys are spread over the slots, new in every process: whoever writes a lexicon cannot
  /// choose words that meet in one slot. What is found does not hang on it.
  private let spread: UInt64
  private static let processSpread = UInt64.random(in: .min ... .max) | 1
  /// Says no to most first words and keys of phrases before the table is touched.
  private var filter: HashFilter
  /// The same for the first two words of phrases: most words that begin one have another word behind.
  private var pairFilter: HashFilter

  /// An index without entries.
  public init() { self.init(entries: []) }

  /// Nothing was added, so nothing matches.
  public var isEmpty: Bool { postings.count == 1 }

  init(entries: [TermEntry]) {
    let phrases = entries.count { $0.words > 1 }
    filter = HashFilter(room: entries.count + phrases)
    pairFilter = HashFilter(room: phrases)
    spread = Self.processSpread
    // A phrase takes two slots at most: its own and that of its first word.
    var size = 16
    while size * 2 < (entries.count + phrases) * 3 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    postings = [Posting](repeating: Posting(), count: entries.count + 1)
    place(entries)
    noteBeginnings(of: entries)
  }

  /// Puts the entries of each key side by side.
  private mutating func place(_ entries: [TermEntry]) {
    // Until its entries have their place, a slot's `first` counts them.
    let places = entries.map { entry in
      let slot = slot(of: entry.key)
      slots[slot].first += 1
      return UInt32(truncatingIfNeeded: slot)
    }
    var ends = [UInt32](repeating: 0, count: slots.count)
    var next: UInt32 = 1
    for (entry, place) in zip(entries, places) {
      let slot = Int(place)
      if ends[slot] == 0 {
        let count = slots[slot].first
        slots[slot].first = next
        ends[slot] = next
        next += count
      }
      insert(Posting(entry), from: Int(slots[slot].first), to: Int(ends[slot]))
      ends[slot] += 1
    }
    for place in places { postings[Int(ends[Int(place)]) - 1].isLast = true }
  }

  /// Puts a posting behind those of its key that have no greater id.
  private mutating func insert(_ posting: Posting, from first: Int, to end: Int) {
    var at = end
    while at > first, postings[at - 1].id > posting.id {
      postings[at] = postings[at - 1]
      at -= 1
    }
    postings[at] = posting
  }

  /// Notes which words begin phrases, and of what lengths.
  private mutating func noteBeginnings(of entries: [TermEntry]) {
    var numbers: [PhraseLengths: UInt32] = [:]
    for entry in entries where entry.words > 1 {
      pairFilter.insert(TermHash.mix(TermHash.join(entry.hash, entry.second)))
      let slot = slot(of: entry.hash)
      var known = lengths[Int(slots[slot].lengths)]
      if !known.insert(Int(entry.words)) { continue }
      let number = numbers[known] ?? UInt32(lengths.count)
      if Int(number) == lengths.count {
        numbers[known] = number
        lengths.append(known)
      }
      slots[slot].lengths = number
    }
  }

  /// The slot of a key, or a free one for it: the caller must note something there.
  private mutating func slot(of key: UInt64) -> Int {
    let mixed = TermHash.mix(key)
    filter.insert(mixed)
    var slot = Slot.place(of: mixed, spread, in: slots.count)
    while !slots[slot].isFree, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    slots[slot].key = key
    return slot
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
    if !isEmpty { found.reserveCapacity(3 * range.count) }
    collect(in: text, tokens: range, limit: range.upperBound, into: &found) { _ in }
    return found
  }

  /// Appends the matches of some tokens at a time, and calls `each` after them.
  @inline(__always)
  private func collect(
    in text: TokenizedText, tokens range: Range<Int>, limit: Int, into found: inout [TermMatch],
    _ each: (inout [TermMatch]) -> Void
  ) {
    if isEmpty { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= text.tokens.count)
    precondition(limit <= text.tokens.count)
    // SAFETY: the pointers live only within these closures, the range and the limit lie within the tokens.
    unsafe text.folded.withUnsafeBufferPointer { folded in
      unsafe text.tokens.withUnsafeBufferPointer { tokens in
        withTables { tables in
          unsafe TermProbe.run(tables, folded, tokens, range, limit) { batch in
            batch.report(&found)
            each(&found)
          }
        }
      }
    }
  }

  private func withTables(_ body: (borrowing TermTables) -> Void) {
    // SAFETY: the tables borrow pointers that live only within these closures.
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe postings.withUnsafeBufferPointer { postings in
        unsafe lengths.withUnsafeBufferPointer { lengths in
          filter.withBits { filter in
            pairFilter.withBits { pairFilter in
              unsafe body(
                TermTables(
                  slots: slots, spread: spread, postings: postings, lengths: lengths,
                  filter: filter,
                  pairFilter: pairFilter))
            }
          }
        }
      }
    }
  }
}
