internal import Extraction

/// How far a pattern got where it did not match: the parts that stood, and what was wanted next.
public struct PartialMatch: Sendable, Equatable {
  /// Atoms that matched, in order, with the word positions they covered.
  public var matched: [(title: String, words: Range<Int>)]
  /// Atoms that were looked for next and not found; `no …` where one that the pattern excludes stood there.
  public var wanted: [String]
  /// The word position where the pattern stopped.
  public var position: Int
  /// The last word position that a gap let it come to.
  var reach: Int
  /// The first words further on than that which are what was wanted.
  public fileprivate(set) var beyond: Range<Int>?

  init(
    matched: [(title: String, words: Range<Int>)], wanted: [String], position: Int
  ) {
    self.matched = matched
    self.wanted = wanted
    self.position = position
    reach = position
  }

  /// Words between the last part and `beyond`, and how many may stand there at most.
  public var distance: (words: Int, allowed: Int)? {
    guard let beyond, let last = matched.last else { return nil }
    return (beyond.lowerBound - last.words.upperBound, reach - last.words.upperBound)
  }

  public static func == (a: PartialMatch, b: PartialMatch) -> Bool {
    a.matched.elementsEqual(b.matched, by: ==) && a.wanted == b.wanted && a.position == b.position
      && a.reach == b.reach && a.beyond == b.beyond
  }
}

extension Atom {
  /// What an author calls it.
  public var title: String {
    switch self {
    case .terms(let set): set.title
    case .entity(let kind, let code):
      ["entity", kind?.rawValue, code].compactMap { $0 }.joined(separator: " ")
    case .role: "role"
    case .time(let kind): ["time", kind?.rawValue].compactMap { $0 }.joined(separator: " ")
    case .quantity(let unit): ["quantity", unit].compactMap { $0 }.joined(separator: " ")
    case .quote(let kind): ["quote", kind?.rawValue].compactMap { $0 }.joined(separator: " ")
    case .layer(let name, _): "layer \(name)"
    case .number: "number"
    }
  }
}

extension Matcher {
  /// The furthest that the pattern gets in the unit, for explaining why it does not match: the path
  /// with the most atoms, the first of equals. Nil when no atom matches anywhere.
  public mutating func nearest() -> PartialMatch? {
    tracksProgress = true
    defer { tracksProgress = false }
    var position = 0
    while let match = next(from: position) {
      position = max(match.words.upperBound, match.words.lowerBound + 1)
    }
    var nearest = best
    nearest?.beyond = best.flatMap { firstWanted(by: $0) }
    return nearest
  }

  /// Where no match begins: the parts that stand in the unit all the same, each with its first place,
  /// and those with which a match would begin.
  public mutating func scattered() -> (
    parts: [(title: String, words: Range<Int>)], beginnings: [String]
  ) {
    _ = nearest()
    return (standing, beginnings)
  }
}
