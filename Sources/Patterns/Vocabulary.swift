public import ArabicText

/// The term sets of all patterns of all packs, numbered, in two indexes: the triggers, consulted
/// once a token over every article, and all terms, consulted only in sentences that a trigger hit.
public final class Vocabulary: Sendable {
  /// Classes by their number.
  public let sets: [TermSet]
  private let numbers: [TermSet: UInt32]
  /// Terms of the required sets. A match's id holds the set's number (`number(of:)`).
  public let triggers: TermIndex
  /// Terms of all sets, one that several sets have in common once. A match's id holds the form of the
  /// word (`form(of:)`) and the term's number (`forEachClass(of:)`).
  public let terms: TermIndex
  /// The classes that each term belongs to, those of one term together and ascending.
  private let classes: [UInt32]
  /// Where in `classes` those of each term begin; one more at the end.
  private let starts: [UInt32]

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
    var shared = SharedTerms(room: Self.countTerms(distinct))
    var triggering = TermIndexBuilder()
    for (number, set) in distinct.enumerated() {
      for group in set.groups { shared.add(group, to: UInt32(number)) }
      guard required.contains(set) else { continue }
      for group in set.groups {
        for term in group.terms {
          triggering.add(
            term.words, id: UInt32(number), allowed: term.allowed, required: term.required)
        }
      }
    }
    self.sets = distinct
    self.numbers = numbers
    triggers = triggering.build()
    terms = shared.index.build()
    (classes, starts) = shared.classes
  }

  /// How many terms the sets have, those of a group that several share once.
  private static func countTerms(_ sets: [TermSet]) -> Int {
    var known: Set<ObjectIdentifier> = []
    var count = 0
    for set in sets {
      for group in set.groups where known.insert(ObjectIdentifier(group)).inserted {
        count += group.terms.count
      }
    }
    return count
  }

  /// The set that a trigger's id stands for.
  @inline(__always)
  public static func number(of id: UInt32) -> UInt32 { id }

  /// The form of the word that matched.
  @inline(__always)
  static func form(of id: UInt32) -> WordForm {
    WordForm(rawValue: UInt8(id >> SharedTerms.formShift)) ?? .other
  }

  /// How many classes the term of a match belongs to.
  @inline(__always)
  func classCount(of id: UInt32) -> Int {
    let term = Int(id & SharedTerms.numberMask)
    return Int(starts[term + 1] - starts[term])
  }

  /// Calls `body` with each class that the term of a match belongs to.
  @inline(__always)
  func forEachClass(of id: UInt32, _ body: (UInt32) -> Void) {
    let term = Int(id & SharedTerms.numberMask)
    for index in Int(starts[term])..<Int(starts[term + 1]) { body(classes[index]) }
  }

  /// The numbers of all sets that the term of a match belongs to.
  public func numbers(of id: UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    forEachClass(of: id) { numbers.append($0) }
    return numbers
  }

  /// The number of a set.
  public func number(of set: TermSet) -> UInt32? { numbers[set] }
}

/// Numbers the terms of all sets, the same word with the same clitics and form once.
///
/// A common word stands in dozens of sets: looked up, it is one match, not dozens.
private struct SharedTerms {
  static let formShift: UInt32 = 28
  static let numberMask: UInt32 = 1 << formShift - 1

  private(set) var index = TermIndexBuilder()
  private var terms: [TermSet.Term] = []
  /// The numbers of a group's terms, for the sets that share it.
  private var groups: [ObjectIdentifier: [UInt32]] = [:]
  /// Open addressing: a term's number and one; 0 where free.
  private var slots: [UInt32]
  /// An odd number, new in every process, so that nobody can choose terms that meet in one slot.
  private let spread = UInt64.random(in: .min ... .max) | 1
  /// Terms with their classes, by class.
  private var memberships: [(term: UInt32, set: UInt32)] = []
  /// For each term the class it was last added to.
  private var last: [UInt32] = []

  /// - Parameter room: how many terms will be added at most, those of groups that come again once.
  init(room: Int) {
    var size = 1 << 14
    while size < room * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    terms.reserveCapacity(room)
    last.reserveCapacity(room)
    memberships.reserveCapacity(room)
    // A nominal is entered as before a pronoun too.
    index.reserve(room + room / 2)
  }

  /// - Parameter group: it must live as long as the sets are being added.
  mutating func add(_ group: TermGroup, to set: UInt32) {
    for number in numbers(of: group) where last[Int(number)] != set {
      last[Int(number)] = set
      memberships.append((number, set))
    }
  }

  private mutating func numbers(of group: TermGroup) -> [UInt32] {
    if let known = groups[ObjectIdentifier(group)] { return known }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(group.terms.count)
    for term in group.terms { numbers.append(number(of: term)) }
    groups[ObjectIdentifier(group)] = numbers
    return numbers
  }

  private mutating func number(of term: TermSet.Term) -> UInt32 {
    let slot = slot(of: term)
    if slots[slot] > 0 { return slots[slot] - 1 }
    let number = UInt32(terms.count)
    terms.append(term)
    last.append(.max)
    slots[slot] = number + 1
    // Of several forms of one word in a set the first counts: terms of one key come in the order of
    // their ids.
    index.add(
      term.words, id: UInt32(term.form.rawValue) << Self.formShift | number,
      allowed: term.allowed, required: term.required)
    return number
  }

  private func slot(of term: TermSet.Term) -> Int {
    let clitics = UInt64(term.allowed.rawValue) << 16 | UInt64(term.required.rawValue)
    let mixed =
      (term.words.first ^ TermHash.join(0, term.words.tail) ^ clitics &* 0x9E37_79B9_7F4A_7C55
        ^ UInt64(term.form.rawValue) << 40 ^ UInt64(term.words.count) << 48)
      &* spread
    var slot = Int(mixed >> 32) & (slots.count - 1)
    while slots[slot] > 0, terms[Int(slots[slot] - 1)] != term {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The classes of each term, those of one together, and where they begin.
  var classes: (classes: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: terms.count + 2)
    for member in memberships { starts[Int(member.term) + 2] += 1 }
    for term in 2..<starts.count { starts[term] += starts[term - 1] }
    var classes = [UInt32](repeating: 0, count: memberships.count)
    for member in memberships {
      classes[Int(starts[Int(member.term) + 1])] = member.set
      starts[Int(member.term) + 1] += 1
    }
    starts.removeLast()
    return (classes, starts)
  }
}
