public import ArabicText

/// The vocabulary's matches in one field, looked up token by token when first asked for.
///
/// Of a long text only the latest are kept: what a rule asks for again lies near.
public final class FieldTerms {
  /// Matches after which all are forgotten.
  private static let kept = 1 << 16

  private let text: TokenizedText
  private let vocabulary: Vocabulary
  private var found: [TermMatch] = []
  /// For each token where in `found` its matches lie; a start of -1 where nobody has asked yet.
  private var places: [(start: Int32, end: Int32)]

  public init(_ text: TokenizedText, _ vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    places = Array(repeating: (-1, -1), count: text.tokens.count)
  }

  /// Calls `body` for the terms whose first word is one of the tokens, in the index's order.
  func forEachMatch(in tokens: Range<Int>, _ body: (TermMatch) -> Void) {
    if found.count > Self.kept { forget() }
    look(into: tokens)
    for token in tokens {
      for index in places[token].start..<places[token].end { body(found[Int(index)]) }
    }
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
      var token = start
      var next = found.count
      vocabulary.terms.forEachMatch(in: text, tokens: start..<end, limit: text.tokens.count) {
        while token < $0.tokens.lowerBound {
          places[token] = (Int32(next), Int32(found.count))
          next = found.count
          token += 1
        }
        found.append($0)
      }
      while token < end {
        places[token] = (Int32(next), Int32(found.count))
        next = found.count
        token += 1
      }
      start = end
    }
  }
}

/// The terms of one unit, those of a class together.
struct UnitTerms {
  struct Item {
    /// The class of the vocabulary.
    var number: UInt32
    var span: AtomSpan
  }

  /// By class; within a class by start, then longest first.
  let spans: [AtomSpan]
  private var classes: [(number: UInt32, range: Range<Int>)] = []
  /// One bit for each class modulo 64: says no to most classes at once.
  private var filter: UInt64 = 0

  /// - Parameter items: in the order of the text.
  init(_ items: [Item]) {
    // By class, then as given: the number of an item stands below its class.
    let order = items.indices.map { UInt64(items[$0].number) << 32 | UInt64($0) }.sorted()
    var spans: [AtomSpan] = []
    spans.reserveCapacity(items.count)
    for key in order {
      let item = items[Int(key & 0xFFFF_FFFF)]
      if classes.last?.number != item.number {
        classes.append((item.number, spans.count..<spans.count))
        filter |= 1 << UInt64(item.number & 63)
      } else if spans.last?.words == item.span.words {
        // The same stretch comes again where the word can be cut in several ways.
        continue
      }
      spans.append(item.span)
      classes[classes.count - 1].range = classes[classes.count - 1].range.lowerBound..<spans.count
    }
    self.spans = spans
  }

  /// Where in `spans` those of a class lie.
  func range(ofClass number: UInt32) -> Range<Int> {
    if filter & (1 << UInt64(number & 63)) == 0 { return 0..<0 }
    var low = 0
    var high = classes.count
    while low < high {
      let middle = (low + high) / 2
      if classes[middle].number < number { low = middle + 1 } else { high = middle }
    }
    guard low < classes.count, classes[low].number == number else { return 0..<0 }
    return classes[low].range
  }
}
