import Articles
import RulePacks

/// The sentences that `hilal explain` shows: those in which the pattern matches as they come, then as
/// many near misses as there is room for, the nearest first; the others are counted.
struct ExplanationList {
  let limit: Int
  /// Sentences in which the pattern does not begin are shown as well.
  let showsAll: Bool

  private var matches = 0
  private var misses = 0
  /// The nearest misses so far, at most `limit`.
  private var nearest: [(parts: Int, text: String)] = []
  private var scattered = 0
  private var silent = 0

  init(limit: Int, showsAll: Bool) {
    self.limit = limit
    self.showsAll = showsAll
  }

  /// Notes a sentence; the text to show at once where the pattern matches and there is room.
  mutating func add(_ explanation: Explanation, of article: String) -> String? {
    if explanation.isMatch {
      matches += 1
      return matches <= limit ? text(explanation, article) : nil
    }
    switch explanation.outcomes.first {
    case nil, .nothing: silent += 1
    case .scattered where !showsAll: scattered += 1
    default: keep(explanation, article)
    }
    return nil
  }

  private mutating func keep(_ explanation: Explanation, _ article: String) {
    misses += 1
    let parts = explanation.partsReached
    let place = nearest.firstIndex { $0.parts < parts } ?? nearest.count
    guard place < limit else { return }
    nearest.insert((parts, text(explanation, article)), at: place)
    if nearest.count > limit { nearest.removeLast() }
  }

  private func text(_ explanation: Explanation, _ article: String) -> String {
    let lines =
      explanation.outcomes.flatMap(OutcomeText.lines)
      + explanation.printed.map { "printed: \($0)" }
    return (["\(article)  \(Text.line(explanation.sentence.text))"] + lines.map { "  \($0)" })
      .joined(separator: "\n")
  }

  /// The near misses and the counts, once all articles have been read.
  var rest: [String] {
    let room = max(0, limit - matches)
    var lines = nearest.prefix(room).map(\.text)
    let left = (matches: max(0, matches - limit), misses: max(0, misses - room))
    if left.matches + left.misses > 0 {
      lines.append(
        "--limit \(limit) left out \(Text.plural(left.matches, "match", "es")) and "
          + "\(Text.plural(left.misses, "near miss", "es"))")
    }
    if scattered > 0 {
      lines.append(
        "\(Text.plural(scattered, "sentence")) with parts of the pattern, but not its beginning "
          + "(--all shows them)")
    }
    return lines + ["\(Text.plural(silent, "sentence")) without any part of the pattern"]
  }
}
