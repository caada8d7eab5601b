internal import Patterns

/// Words that the patterns of rules require beside those that trigger them: a sentence without them need not be looked into.
struct RuleConditions: Sendable {
  /// So many of a rule's are worth looking for: the rarest words tell nearly all.
  static let most = 2

  /// How many there are; rules that require the same words share one.
  private(set) var count = 0
  /// Conditions by the class of the vocabulary that fulfils them.
  private(set) var byClass: [[Int]]

  /// - Parameter required: by rule the lists of sets of which one term each stands in every match, the rarest first; the
  ///   one that triggers it left out.
  init(
    _ required: [ArraySlice<[TermSet]>], of rules: inout [Rule], _ vocabulary: Vocabulary
  ) {
    byClass = Array(repeating: [], count: vocabulary.sets.count)
    var known: [[UInt32]: Int] = [:]
    for index in rules.indices {
      for sets in required[index] {
        let classes = sets.compactMap { vocabulary.number(of: $0) }.sorted()
        let number = known[classes] ?? count
        if number == count {
          known[classes] = number
          count += 1
          for one in classes { byClass[Int(one)].append(number) }
        }
        rules[index].conditions.append(number)
      }
    }
  }
}
