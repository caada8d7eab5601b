public import ArabicText

/// The term sets of all patterns of all packs, numbered, in two indexes: the triggers, consulted
/// once a token over every article, and all terms, consulted only in sentences that a trigger hit.
public struct Vocabulary: Sendable {
  /// Classes by their number.
  public let sets: [TermSet]
  private let numbers: [TermSet: UInt32]
  /// Terms of the required sets; a match's id is the set's number.
  public let triggers: TermIndex
  /// Terms of all sets.
  public let terms: TermIndex

  /// - Parameters:
  ///   - sets: every term set that a pattern mentions.
  ///   - required: those of them that rules are triggered by.
  public init(sets: [TermSet], required: Set<TermSet>) {
    var numbers: [TermSet: UInt32] = [:]
    var distinct: [TermSet] = []
    for set in sets where numbers[set] == nil {
      numbers[set] = UInt32(distinct.count)
      distinct.append(set)
    }
    var all = TermIndexBuilder()
    var triggering = TermIndexBuilder()
    for (number, set) in distinct.enumerated() {
      for term in set.terms {
        all.add(term.text, id: UInt32(number), allowed: term.allowed, required: term.required)
        if required.contains(set) {
          triggering.add(
            term.text, id: UInt32(number), allowed: term.allowed, required: term.required)
        }
      }
    }
    self.sets = distinct
    self.numbers = numbers
    triggers = triggering.build()
    terms = all.build()
  }

  /// The number of a set.
  public func number(of set: TermSet) -> UInt32? { numbers[set] }
}
