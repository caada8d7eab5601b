public import ArabicText

/// The words of one field by their number, and the vocabulary's terms among them, looked up token by
/// token when first asked for.
///
/// Of a long text only the latest are kept: what a rule asks for again lies near.
public final class FieldTerms {
  /// Matches after which all are forgotten.
  private static let kept = 1 << 16

  let text: TokenizedText
  let vocabulary: Vocabulary
  /// The token of each word or number.
  let words: [Int32]
  /// For each token the number of words before it; one more at the end.
  private let ordinals: [Int32]
  private var found: [TermMatch] = []
  /// For each token where in `found` its matches lie; a start of -1 where nobody has asked yet.
  private var places: [(start: Int32, end: Int32)]

  /// Counts the words; terms are looked up later, when a token's are asked for.
  public init(_ text: TokenizedText, _ vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    var words: [Int32] = []
    words.reserveCapacity(text.tokens.count)
    var ordinals = [Int32](repeating: 0, count: text.tokens.count + 1)
    for index in text.tokens.indices {
      ordinals[index] = Int32(words.count)
      let kind = text.tokens[index].kind
      if kind == .word || kind == .number { words.append(Int32(index)) }
    }
    ordinals[text.tokens.count] = Int32(words.count)
    self.words = words
    self.ordinals = ordinals
    places = Array(repeating: (-1, -1), count: text.tokens.count)
  }

  /// The number of words before a token.
  @inline(__always)
  func wordCount(before token: Int) -> Int { Int(ordinals[token]) }

  /// The terms that lie in some tokens as a whole, in the index's order.
  func matches(within tokens: Range<Int>) -> [TermMatch] {
    var matches = matches(in: tokens)
    // Few phrases reach beyond the end of a sentence.
    if matches.contains(where: { $0.tokens.upperBound > tokens.upperBound }) {
      matches.removeAll { $0.tokens.upperBound > tokens.upperBound }
    }
    return matches
  }

  /// The terms whose first word is one of the tokens.
  private func matches(in tokens: Range<Int>) -> [TermMatch] {
    if found.count > Self.kept { forget() }
    look(into: tokens)
    var matches: [TermMatch] = []
    // Mostly they were all found at once and lie side by side.
    var start = 0
    var end = 0
    for token in tokens {
      let place = places[token]
      if Int(place.start) == end {
        end = Int(place.end)
      } else if place.start < place.end {
        matches += found[start..<end]
        (start, end) = (Int(place.start), Int(place.end))
      }
    }
    matches += found[start..<end]
    return matches
  }

  private func forget() {
    found.removeAll(keepingCapacity: true)
    for token in places.indices { places[token].start = -1 }
  }

  /// Looks up the tokens that nobody has asked for yet, a run of them at a time.
  private func look(into tokens: Range<Int>) {
    var start = tokens.lowerBound
    while start < tokens.upperBound {
      if places[start].start >= 0 {
        start += 1
        continue
      }
      var end = start + 1
      while end < tokens.upperBound, places[end].start < 0 { end += 1 }
      Self.look(into: start..<end, of: text, vocabulary.terms, &found, &places)
      start = end
    }
  }

  private static func look(
    into tokens: Range<Int>, of text: TokenizedText, _ index: TermIndex,
    _ found: inout [TermMatch], _ places: inout [(start: Int32, end: Int32)]
  ) {
    var token = tokens.lowerBound
    var next = found.count
    index.forEachMatch(in: text, tokens: tokens, limit: text.tokens.count) {
      while token < $0.tokens.lowerBound {
        places[token] = (Int32(next), Int32(found.count))
        next = found.count
        token += 1
      }
      found.append($0)
    }
    while token < tokens.upperBound {
      places[token] = (Int32(next), Int32(found.count))
      next = found.count
      token += 1
    }
  }
}

/// The terms of one unit by their class, shared by the stretches that are cut from it.
final class UnitTerms {
  /// In the order of the text; at one place longer ones first.
  let matches: [TermMatch]
  private struct Entry {
    /// An index into `matches`.
    var match: UInt32
    /// The class's next entry and one; 0 at its end.
    var next: UInt32
  }
  private let entries: [Entry]
  /// Open addressing: the class in the upper half, its first entry and one in the lower; 0 where free.
  private let slots: [UInt64]
  /// One bit for each class modulo 1,024: a sentence of news has a hundred, so that it says no to most at once.
  private let filter: ClassFilter

  /// - Parameter matches: those that lie in the unit as a whole, in the order of the text.
  init(_ matches: [TermMatch], _ vocabulary: Vocabulary) {
    self.matches = matches
    var count = 0
    for match in matches { count += vocabulary.classCount(of: match.id) }
    var size = 16
    while size < count * 2 { size *= 2 }
    var entries = [Entry](repeating: Entry(match: 0, next: 0), count: count)
    var slots = [UInt64](repeating: 0, count: size)
    var filter = ClassFilter()
    Self.fill(&entries, &slots, &filter, with: matches, vocabulary)
    self.entries = entries
    self.slots = slots
    self.filter = filter
  }

  private static func fill(
    _ entries: inout [Entry], _ slots: inout [UInt64], _ filter: inout ClassFilter,
    with matches: [TermMatch], _ vocabulary: Vocabulary
  ) {
    var entries = entries.mutableSpan
    var slots = slots.mutableSpan
    var made = 0
    for index in matches.indices.reversed() {
      vocabulary.forEachClass(of: matches[index].id) { number in
        var slot = firstSlot(of: number, slots.count)
        while slots[slot] != 0, UInt32(slots[slot] >> 32) != number {
          slot = (slot + 1) & (slots.count - 1)
        }
        entries[made] = Entry(match: UInt32(index), next: UInt32(truncatingIfNeeded: slots[slot]))
        made += 1
        slots[slot] = UInt64(number) << 32 | UInt64(made)
        filter.insert(number)
      }
    }
  }

  @inline(__always)
  private static func firstSlot(of number: UInt32, _ count: Int) -> Int {
    Int(number &* 0x9E37_79B1 >> 8) & (count - 1)
  }

  @inline(__always)
  private static func slot(of number: UInt32, _ slots: [UInt64]) -> Int {
    var slot = firstSlot(of: number, slots.count)
    while slots[slot] != 0, UInt32(slots[slot] >> 32) != number {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// Calls `body` with the index of each match of a class, in order, until it returns true.
  @inline(__always)
  func forEachMatch(ofClass number: UInt32, _ body: (Int) -> Bool) {
    if !filter.mayHold(number) { return }
    var next = UInt32(truncatingIfNeeded: slots[Self.slot(of: number, slots)])
    while next > 0 {
      let entry = entries[Int(next) - 1]
      if body(Int(entry.match)) { return }
      next = entry.next
    }
  }
}

/// A set of classes that may hold more than were put in.
private struct ClassFilter {
  private var bits = InlineArray<16, UInt64>(repeating: 0)

  @inline(__always)
  mutating func insert(_ number: UInt32) {
    bits[Int(number >> 6 & 15)] |= 1 << UInt64(number & 63)
  }

  @inline(__always)
  func mayHold(_ number: UInt32) -> Bool {
    bits[Int(number >> 6 & 15)] & (1 << UInt64(number & 63)) != 0
  }
}
