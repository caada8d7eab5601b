public import ArabicText

/// The term sets of all patterns of all packs, numbered, in two indexes: the triggers, consulted
/// once a token over every article, and all terms, consulted only in sentences that a trigger hit.
public struct Vocabulary: Sendable {
  /// Classes by their number.
  public let sets: [TermSet]
  private let numbers: [TermSet: UInt32]
  /// Terms of the required sets. A match's id holds the set's number (`number(of:)`) and the form
  /// of the word (`form(of:)`).
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
      let triggers = required.contains(set)
      for term in set.terms {
        let id = UInt32(number) << 3 | UInt32(term.form.rawValue)
        let words = TermWords(term.text)
        all.add(words, id: id, allowed: term.allowed, required: term.required)
        if triggers {
          triggering.add(words, id: id, allowed: term.allowed, required: term.required)
        }
      }
    }
    self.sets = distinct
    self.numbers = numbers
    triggers = triggering.build()
    terms = all.build()
  }

  /// The set that a match's id stands for.
  @inline(__always)
  public static func number(of id: UInt32) -> UInt32 { id >> 3 }

  /// The form of the word that matched.
  @inline(__always)
  public static func form(of id: UInt32) -> WordForm { WordForm(rawValue: UInt8(id & 7)) ?? .other }

  /// The number of a set.
  public func number(of set: TermSet) -> UInt32? { numbers[set] }
}
