public import Extraction

/// A pattern over the words of a sentence; marks between words are not seen.
///
/// The operators are LPeg's: sequence, choice, repetition, "not here", capture.
public indirect enum Pattern: Sendable, Hashable {
  /// One thing that stands for a word or more.
  case atom(Atom)
  /// All of them, one right behind the other.
  case sequence([Pattern])
  /// The first alternative that leads to a match wins.
  case choice([Pattern])
  /// At least `min` and, where given, at most `max` times, as often as possible.
  case repetition(Pattern, min: Int, max: Int?)
  /// Any words, at least `min` and at most `max`, as few as possible.
  case gap(min: Int, max: Int)
  /// Matches nothing, where the pattern does not match.
  case not(Pattern)
  /// Names the words that the pattern matches.
  case capture(String, Pattern)
}

/// What stands for words in a pattern. Every atom matches at least one word.
public enum Atom: Sendable, Hashable {
  /// Words and phrases given by their forms.
  case terms(TermSet)
  /// An entity of a kind (any where nil), with a code that equals or begins with `code`.
  case entity(Entity.Kind?, code: String?)
  /// The words of an office.
  case role
  /// A TIMEX3 expression of a type (any where nil).
  case time(TimeExpression.Kind?)
  /// A quantity with a unit (any where nil).
  case quantity(unit: String?)
  /// The words of direct or indirect speech (either where nil).
  case quote(Quote.Kind?)
  /// An item of a layer that a pack provides. Which pack's it is hangs on who asks.
  case layer(String, askedBy: String)
  /// A number in digits.
  case number
}

extension Pattern {
  /// One pattern after the other, sequences flattened.
  public static func * (a: Pattern, b: Pattern) -> Pattern {
    .sequence(a.parts(of: \.sequenceParts) + b.parts(of: \.sequenceParts))
  }

  /// One pattern or the other, choices flattened.
  public static func + (a: Pattern, b: Pattern) -> Pattern {
    .choice(a.parts(of: \.choiceParts) + b.parts(of: \.choiceParts))
  }

  private var sequenceParts: [Pattern]? {
    if case .sequence(let parts) = self { parts } else { nil }
  }

  private var choiceParts: [Pattern]? {
    if case .choice(let parts) = self { parts } else { nil }
  }

  private func parts(of path: (Pattern) -> [Pattern]?) -> [Pattern] { path(self) ?? [self] }

  /// The names of its captures, in the order in which they appear, each once.
  public var captureNames: [String] {
    var names: [String] = []
    var known: Set<String> = []
    collectCaptures(&names, &known)
    return names
  }

  private func collectCaptures(_ names: inout [String], _ known: inout Set<String>) {
    switch self {
    case .atom, .gap: break
    case .sequence(let parts), .choice(let parts):
      for part in parts { part.collectCaptures(&names, &known) }
    case .repetition(let part, _, _), .not(let part): part.collectCaptures(&names, &known)
    case .capture(let name, let part):
      if known.insert(name).inserted { names.append(name) }
      part.collectCaptures(&names, &known)
    }
  }
}
