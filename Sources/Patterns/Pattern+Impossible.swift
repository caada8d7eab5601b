extension Pattern {
  /// Something in a pattern that can never come true, and what to do about it.
  public struct Impossibility: Sendable, Equatable {
    /// What can never come true, in the words of the pattern's author.
    public var message: String
    /// What to do about it.
    public var hint: String
  }

  /// Parts that nothing can match, and alternatives that are never reached, each once.
  public var impossibilities: [Impossibility] {
    var found: [Impossibility] = []
    collect(isLast: true, into: &found)
    var distinct: [Impossibility] = []
    for problem in found where !distinct.contains(problem) { distinct.append(problem) }
    return distinct
  }

  /// The pattern with the same matches and no names.
  public var withoutCaptures: Pattern {
    switch self {
    case .atom, .gap: self
    case .sequence(let parts): .sequence(parts.map(\.withoutCaptures))
    case .choice(let parts): .choice(parts.map(\.withoutCaptures))
    case .repetition(let part, let min, let max):
      .repetition(part.withoutCaptures, min: min, max: max)
    case .not(let part): .not(part.withoutCaptures)
    case .capture(_, let part): part.withoutCaptures
    }
  }

  /// Its alternatives; itself where it is no choice.
  public var alternatives: [Pattern] {
    if case .choice(let parts) = self { parts } else { [self] }
  }

  /// - Parameter isLast: nothing of the whole pattern follows this part, so that a match is taken
  ///   as soon as an alternative of it is there.
  private func collect(isLast: Bool, into found: inout [Impossibility]) {
    switch self {
    case .atom(.terms(let set)):
      if let problem = Self.problem(with: set) { found.append(problem) }
    case .atom, .gap: break
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        let rest = parts[(index + 1)...]
        part.collect(isLast: isLast && rest.isEmpty, into: &found)
        if case .not(let banned) = part, let next = rest.first {
          Self.check(banned, before: next, into: &found)
        }
      }
    case .choice(let parts):
      for (index, part) in parts.enumerated() {
        part.collect(isLast: isLast, into: &found)
        if isLast { Self.check(part, behind: parts[..<index], into: &found) }
      }
    case .repetition(let part, _, _): part.collect(isLast: false, into: &found)
    case .not: break
    case .capture(_, let part): part.collect(isLast: isLast, into: &found)
    }
  }

  private static func problem(with set: TermSet) -> Impossibility? {
    if set.termCount == 0 {
      return Impossibility(
        message: "`\(set.title)` has no terms: it never matches",
        hint: "fill the lexicon, or loosen its `where`")
    }
    let isMute = set.groups.allSatisfy { group in
      group.terms.indices.allSatisfy { term in
        !group.text(of: term).unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      }
    }
    if !isMute { return nil }
    return Impossibility(
      message: "`\(set.title)` has no letters: patterns see words, not the marks between them",
      hint: "leave the marks out; words on both sides of one follow each other")
  }

  /// `-p * p`: what must not stand here is asked for next.
  private static func check(
    _ banned: Pattern, before next: Pattern, into found: inout [Impossibility]
  ) {
    let banned = Set(banned.withoutCaptures.alternatives)
    let wanted = next.withoutCaptures.alternatives
    guard wanted.allSatisfy({ banned.contains($0) }) else { return }
    found.append(
      Impossibility(
        message:
          "`\(next.title)` can never match: the part before it says that it must not stand there",
        hint: "take away the -p, or put words or a gap between the two"))
  }

  /// An alternative that begins as an earlier one is: the earlier one matches first.
  private static func check(
    _ part: Pattern, behind earlier: ArraySlice<Pattern>, into found: inout [Impossibility]
  ) {
    let own = part.withoutCaptures.steps
    guard let first = earlier.first(where: { own.starts(with: $0.withoutCaptures.steps) }) else {
      return
    }
    let isSame = first.withoutCaptures.steps.count == own.count
    found.append(
      Impossibility(
        message: isSame
          ? "the alternative `\(part.title)` stands twice"
          : "the alternative `\(part.title)` is never reached: `\(first.title)` matches before it",
        hint: isSame ? "remove one of the two" : "put the longer alternative first"))
  }

  private var steps: [Pattern] {
    if case .sequence(let parts) = self { parts } else { [self] }
  }
}
