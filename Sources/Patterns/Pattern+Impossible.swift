internal import ArabicText

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

  /// An alternative that begins as an earlier one is, or with what that finds as well: the earlier one matches first.
  private static func check(
    _ part: Pattern, behind earlier: ArraySlice<Pattern>, into found: inout [Impossibility]
  ) {
    let own = part.withoutCaptures.steps
    let first = earlier.first { earlier in
      own.starts(with: earlier.withoutCaptures.steps) { $1.finds(allOf: $0) }
    }
    guard let first else { return }
    let isLonger = own.count > first.withoutCaptures.steps.count
    let isSame = first.withoutCaptures == part.withoutCaptures
    found.append(
      Impossibility(
        message: isSame
          ? "the alternative `\(part.title)` stands twice"
          : "the alternative `\(part.title)` is never reached: `\(first.title)` matches before it",
        hint: isLonger
          ? "put the longer alternative first"
          : isSame
            ? "remove one of the two" : "remove it: the other finds its words as well"))
  }

  /// Terms of two sets that are held against each other at most.
  private static let comparedTerms = (wide: 4096, narrow: 256)

  /// Whether this part matches wherever the other does: they are the same, or sets of terms of which this one has all
  /// that the other has, with or without the article.
  private func finds(allOf other: Pattern) -> Bool {
    if self == other { return true }
    guard case .atom(.terms(let wide)) = self, case .atom(.terms(let narrow)) = other,
      wide.termCount <= Self.comparedTerms.wide, 1...Self.comparedTerms.narrow ~= narrow.termCount
    else { return false }
    let known = Dictionary(wide.texts.filter(\.isFree).map { ($0.text, $0.allowed) }) { first, _ in
      first
    }
    return narrow.texts.allSatisfy { term in
      if known[term.text]?.isSuperset(of: term.allowed) == true { return true }
      guard let bare = term.text.utf8.withoutArticle,
        let allowed = known[String(decoding: bare, as: UTF8.self)]
      else { return false }
      return allowed.isSuperset(of: term.allowed.union(.article))
    }
  }

  private var steps: [Pattern] {
    if case .sequence(let parts) = self { parts } else { [self] }
  }
}

extension TermSet {
  /// The terms, what may be attached to them, and whether they stand without it.
  fileprivate var texts: [(text: String, allowed: Clitics, isFree: Bool)] {
    groups.flatMap { group in
      group.terms.indices.map { index in
        let term = group.terms[index]
        return (group.text(of: index), term.allowed, term.required.isEmpty)
      }
    }
  }
}
