internal import Extraction

/// Where the atoms of a program stand in a unit, each looked up when first asked for; program and unit are the same in
/// all questions until it is cleared.
struct AtomSpans {
  /// A stretch of words that an atom matches.
  struct Stretch {
    /// Word positions in the unit.
    var start: Int32
    var end: Int32
    /// The number of a term's match in the unit, or, below zero, -1 minus an index into `placed`.
    private let source: Int32

    init(_ words: Range<Int>, term match: Int) {
      start = Int32(words.lowerBound)
      end = Int32(words.upperBound)
      source = Int32(match)
    }

    init(_ words: Range<Int>, placed index: Int) {
      start = Int32(words.lowerBound)
      end = Int32(words.upperBound)
      source = -1 - Int32(index)
    }

    var words: Range<Int> { Int(start)..<Int(end) }
    var term: Int? { source >= 0 ? Int(source) : nil }
    var placed: Int { -1 - Int(source) }
  }

  /// The stretches of all atoms asked for so far, those of one atom together and ordered by start.
  private var stretches: [Stretch] = []
  /// Where in `stretches` each atom's lie; a start of -1 where nobody has asked yet. Empty before the first question:
  /// most searches end without one.
  private var ranges: [(start: Int32, end: Int32)] = []
  /// Items of layers.
  private var placed: [AtomSpan] = []

  /// For another program, or another unit.
  mutating func clear() {
    stretches.clear()
    ranges.clear()
    placed.clear()
  }

  subscript(_ index: Int) -> Stretch { stretches[index] }

  /// A stretch with its bytes and form.
  func span(_ index: Int, in sentence: SentenceWords) -> AtomSpan {
    let stretch = stretches[index]
    guard let match = stretch.term else { return placed[stretch.placed] }
    return AtomSpan(
      words: stretch.words, bytes: sentence.bytes(ofTerm: match),
      form: sentence.form(ofTerm: match))
  }

  /// The spans of an atom that start at a position, as indices.
  mutating func spans(
    of atom: Int, at position: Int, _ program: Program, in sentence: SentenceWords
  ) -> Range<Int> {
    let all = range(of: atom, program, in: sentence)
    if all.isEmpty { return all }
    var low = all.lowerBound
    if all.count > 8 {
      var high = all.upperBound
      while low < high {
        let middle = (low + high) / 2
        if stretches[middle].start < position { low = middle + 1 } else { high = middle }
      }
    } else {
      while low < all.upperBound, stretches[low].start < position { low += 1 }
    }
    var end = low
    while end < all.upperBound, stretches[end].start == position { end += 1 }
    return low..<end
  }

  /// The spans of an atom, as indices.
  mutating func range(
    of atom: Int, _ program: Program, in sentence: SentenceWords
  ) -> Range<Int> {
    if ranges.isEmpty {
      let unknown: (start: Int32, end: Int32) = (-1, -1)
      ranges.append(contentsOf: repeatElement(unknown, count: program.atoms.count))
    }
    let known = ranges[atom]
    if known.start >= 0 { return Int(known.start)..<Int(known.end) }
    let start = stretches.count
    if let number = program.number(ofTerm: atom, in: sentence) {
      sentence.forEachTerm(ofClass: number) { match, words in
        stretches.append(Stretch(words, term: match))
      }
    } else {
      for span in sentence.spans(of: program.atoms[atom]) {
        stretches.append(Stretch(span.words, placed: placed.count))
        placed.append(span)
      }
    }
    ranges[atom] = (Int32(start), Int32(stretches.count))
    return start..<stretches.count
  }
}

extension Array {
  /// Elements for which memory is kept: what one large search took is not held for long.
  private static var kept: Int { 1 << 12 }

  /// Empties it for the next search.
  @inline(__always)
  mutating func clear() { removeAll(keepingCapacity: capacity <= Self.kept) }
}
