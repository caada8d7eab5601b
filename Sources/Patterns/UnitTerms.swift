public import ArabicText

/// The vocabulary's matches in one field, looked up token by token when first asked for.
public final class FieldTerms {
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

  /// The terms whose first word is the token, in the index's order.
  func matches(at token: Int) -> ArraySlice<TermMatch> {
    if places[token].start < 0 {
      let start = found.count
      vocabulary.terms.forEachMatch(
        in: text, tokens: token..<token + 1, limit: text.tokens.count
      ) { found.append($0) }
      places[token] = (Int32(start), Int32(found.count))
    }
    return found[Int(places[token].start)..<Int(places[token].end)]
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
    let order = items.indices.sorted { (items[$0].number, $0) < (items[$1].number, $1) }
    var spans: [AtomSpan] = []
    spans.reserveCapacity(items.count)
    for index in order {
      let item = items[index]
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
