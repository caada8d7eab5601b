import RulePacks

/// What is doubtful in a gold file: each of these would make a wrong figure without a word.
struct GoldText {
  let name: String
  let examples: [Evaluation.Example]

  /// A warning of each kind, with the first line that it is about.
  var warnings: [String] {
    [labels, ids, contradictions, empties].compactMap(\.self).map { "warning: \(name): \($0)" }
  }

  /// Labels that are none of the known ones.
  private var labels: String? {
    let odd = examples.filter { !Evaluation.Example.labels.contains($0.label) }
    guard let first = odd.first else { return nil }
    let meant = Self.meant(first.label).map { "did you mean `\($0)`?" }
    let known = "labels are " + Evaluation.Example.labels.joined(separator: ", ")
    return "line \(first.line): the label `\(first.label)` is read as no; \(meant ?? known)"
      + others(odd.count)
  }

  /// The label that one begins, or is near to.
  private static func meant(_ label: String) -> String? {
    let word = label.lowercased().filter { !$0.isWhitespace }
    if word.isEmpty { return nil }
    let known = Evaluation.Example.labels
    return known.first { $0.hasPrefix(word) } ?? Suggestion.nearest(to: word, in: known)
  }

  private var ids: String? {
    var lines: [String: Int] = [:]
    let again = examples.filter { lines.updateValue($0.line, forKey: $0.id) != nil }
    guard let first = again.first,
      let earlier = examples.first(where: { $0.id == first.id })
    else { return nil }
    return "line \(first.line): the id `\(first.id)` stands in line \(earlier.line) already; "
      + "both count" + others(again.count)
  }

  /// The same text, once positive and once negative.
  private var contradictions: String? {
    var labels: [String: (line: Int, isPositive: Bool)] = [:]
    var found: [(line: Int, earlier: Int)] = []
    // Of labels that may be slips is told already.
    for example in examples
    where !example.isLeftOut && Evaluation.Example.labels.contains(example.label) {
      if let known = labels[example.text] {
        if known.isPositive != example.isPositive { found.append((example.line, known.line)) }
      } else {
        labels[example.text] = (example.line, example.isPositive)
      }
    }
    guard let first = found.first else { return nil }
    return "line \(first.line): its text has another label in line \(first.earlier); "
      + "one of the two counts as wrong, whatever is found" + others(found.count)
  }

  private var empties: String? {
    let empty = examples.filter { $0.text.allSatisfy(\.isWhitespace) }
    guard let first = empty.first else { return nil }
    return "line \(first.line): the text is empty, so nothing can be found in it"
      + others(empty.count)
  }

  private func others(_ count: Int) -> String {
    count > 1 ? " (and so \(Text.plural(count - 1, "other line")))" : ""
  }
}
