extension Pattern {
  /// Letters of a part's title that are shown at most, and parts of a pattern.
  private static let shown = (letters: 40, parts: 4)

  /// Whether a match of it can leave a trace: at least one part names words.
  var hasAtoms: Bool {
    switch self {
    case .atom: true
    case .gap, .not: false
    case .sequence(let parts), .choice(let parts): parts.contains(where: \.hasAtoms)
    case .repetition(let part, _, _), .capture(_, let part): part.hasAtoms
    }
  }

  /// The pattern in a line, as its author would name it: its parts, with the names of captures.
  public var title: String {
    let parts = partTitles
    let more = parts.count > Self.shown.parts ? ", …" : ""
    return parts.prefix(Self.shown.parts).joined(separator: ", ") + more
  }

  private var partTitles: [String] {
    switch self {
    case .atom(let atom):
      [
        atom.title.count > Self.shown.letters
          ? atom.title.prefix(Self.shown.letters) + "…" : atom.title
      ]
    case .gap, .not: []
    case .sequence(let parts): parts.flatMap(\.partTitles)
    case .choice(let parts): [parts.map(\.title).joined(separator: " or ")]
    case .repetition(let part, _, _): part.partTitles
    case .capture(let name, let part): ["\(part.title) (\(name))"]
    }
  }
}
