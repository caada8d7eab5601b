internal import Extraction

/// Where the atoms of a program stand in a unit: terms from the unit's table, the rest looked up when
/// first asked for.
struct AtomSpans {
  private let program: Program
  private let sentence: SentenceWords
  private let classes: [UInt32?]
  /// The spans of all atoms asked for so far, those of one atom together and ordered by start.
  private var spans: [AtomSpan]
  /// Where in `spans` each atom's lie; made when the first is asked for.
  private var ranges: [Range<Int>?] = []

  init(_ program: Program, in sentence: SentenceWords) {
    self.program = program
    self.sentence = sentence
    classes = program.classes ?? program.classes(in: sentence.vocabulary)
    spans = sentence.terms.spans
  }

  subscript(_ index: Int) -> AtomSpan { spans[index] }

  /// Whether the term of a number occurs in the unit.
  func occurs(term atom: Int) -> Bool {
    classes[atom].map { !sentence.terms.range(ofClass: $0).isEmpty } ?? false
  }

  /// The positions at which an atom's spans start.
  mutating func starts(of atom: Int) -> [Int] {
    range(of: atom).map { spans[$0].words.lowerBound }
  }

  /// The spans of an atom that start at a position, as indices.
  mutating func spans(of atom: Int, at position: Int) -> Range<Int> {
    let all = range(of: atom)
    if all.isEmpty { return all }
    var low = all.lowerBound
    if all.count > 8 {
      var high = all.upperBound
      while low < high {
        let middle = (low + high) / 2
        if spans[middle].words.lowerBound < position { low = middle + 1 } else { high = middle }
      }
    } else {
      while low < all.upperBound, spans[low].words.lowerBound < position { low += 1 }
    }
    var end = low
    while end < all.upperBound, spans[end].words.lowerBound == position { end += 1 }
    return low..<end
  }

  private mutating func range(of atom: Int) -> Range<Int> {
    if ranges.isEmpty { ranges = Array(repeating: nil, count: program.atoms.count) }
    if let known = ranges[atom] { return known }
    let range: Range<Int>
    if case .terms = program.atoms[atom] {
      range = classes[atom].map { sentence.terms.range(ofClass: $0) } ?? 0..<0
    } else {
      let found = sentence.spans(of: program.atoms[atom])
      range = spans.count..<spans.count + found.count
      spans += found
    }
    ranges[atom] = range
    return range
  }
}
