internal import ArabicText
internal import Extraction
internal import Patterns

/// Which rules may find something else since their packs were saved, and in which articles: what a pack's author waits
/// for after each change.
///
/// A rule's findings follow from its script, the modules it requires, the terms of its patterns and the layers. A rule
/// whose script has changed runs everywhere; one of which only terms have changed runs where a term stands that was
/// added or taken away, for all its patterns match elsewhere as they did. (That a rule file changes another's modules
/// while it loads is not foreseen.)
public struct RuleChanges: Sendable {
  /// Rules that run on every article.
  private let everywhere: Set<Int>
  /// Rules that run on articles with one of the terms that were added or taken away.
  private let atTerms: Set<Int>
  /// Those terms, and the triggers of the rules that run everywhere: a small index, which most articles are done with.
  private let probe: TermIndex
  /// One of the rules that run everywhere has no triggers.
  private let isUntriggered: Bool
  private let book: RuleBook

  /// Whether all that rules declare is as it was, their patterns above all: then only what functions say can differ, and
  /// that only in articles that one was called on.
  public let isOfFunctions: Bool

  /// Whether every rule runs everywhere: nothing need be asked of an article then.
  var isOfAllRules: Bool { everywhere.count == book.rules.count }

  /// What a hit of the probe is.
  fileprivate enum Hit: UInt32 {
    case change
    case trigger
  }

  /// - Parameters:
  ///   - old: a book of the packs as they were.
  ///   - new: one of the packs as they are, made with `reusing: old`.
  public init(from old: RuleBook, to new: RuleBook) {
    book = new
    isOfFunctions =
      new.hasKnowledge(of: old) && new.readsCopies == old.readsCopies
      && new.packs.map(\.manifest) == old.packs.map(\.manifest)
      && new.packs.map(\.reports) == old.packs.map(\.reports)
      && new.rules.elementsEqual(old.rules) { $0.declaresTheSame(as: $1) }
    var everywhere: Set<Int> = []
    var atTerms: Set<Int> = []
    var probe = TermIndexBuilder()
    for index in new.packs.indices {
      let rules = new.rules.indices.filter { new.rules[$0].pack == index }
      switch Self.reach(of: new.packs[index], old, new) {
      case .everything: everywhere.formUnion(rules)
      case .files(let names):
        everywhere.formUnion(rules.filter { names.contains(new.rules[$0].file) })
      case .terms(let terms):
        atTerms.formUnion(rules)
        probe.add(terms, .change)
      }
    }
    // Rules that read a layer run where its providers do; providers come first.
    for rule in new.rules.indices {
      let providers = new.providers(ofNeedsOf: rule)
      if !everywhere.isDisjoint(with: providers) { everywhere.insert(rule) }
      if !atTerms.isDisjoint(with: providers) { atTerms.insert(rule) }
    }
    let classes = everywhere.flatMap { rule in
      let providers = new.rules[rule].layers.isEmpty ? [rule] : new.providers(ofNeedsOf: rule)
      return providers.map { new.rules[$0].triggers }
    }
    isUntriggered = classes.contains(nil)
    for number in Set(classes.compactMap(\.self).joined()).sorted() {
      probe.add(new.vocabulary.sets[Int(number)].terms, .trigger)
    }
    self.probe = probe.build()
    self.everywhere = everywhere
    self.atTerms = atTerms.subtracting(everywhere)
  }

  /// The rules whose findings may differ in an article with these texts, and whether any of them can find something.
  func rules(for texts: [TokenizedText]) -> (rules: Set<Int>, mayFind: Bool) {
    var isChanged = false
    var isTriggered = isUntriggered
    for text in texts {
      probe.forEachMatch(in: text, tokens: text.tokens.indices) { match in
        if match.id == Hit.change.rawValue { isChanged = true } else { isTriggered = true }
      }
    }
    return (isChanged ? everywhere.union(atTerms) : everywhere, isChanged || isTriggered)
  }

  /// Rules with the providers of the layers that they read.
  func withProviders(_ rules: Set<Int>) -> Set<Int> {
    var all = rules
    for rule in book.rules.indices.reversed() where all.contains(rule) {
      all.formUnion(book.providers(ofNeedsOf: rule))
    }
    return all
  }

  /// What a pack's change can touch.
  private enum Reach {
    case everything
    /// Rules of these files.
    case files(Set<String>)
    /// Rules where one of these terms stands.
    case terms([TermSet.Term])
  }

  private static func reach(of pack: RuleBook.Pack, _ old: RuleBook, _ new: RuleBook) -> Reach {
    guard new.hasKnowledge(of: old), new.readsCopies == old.readsCopies,
      let before = old.packs.first(where: { $0.manifest.name == pack.manifest.name }),
      before.reports == pack.reports, pack.source.hasSameSetting(as: before.source)
    else { return .everything }
    if pack.lexicons == before.lexicons {
      let known = before.source.rules
      return .files(Set(pack.source.rules.filter { !known.contains($0) }.map(\.name)))
    }
    let (patterns, earlier) = (pack.arena.patterns, before.arena.patterns)
    guard pack.source.rules == before.source.rules, patterns.count == earlier.count,
      pack.arena.outcomes == before.arena.outcomes
    else { return .everything }
    var terms: [TermSet.Term] = []
    for (pattern, earlier) in zip(patterns, earlier) {
      guard case .atom(.terms(let set)) = pattern, case .atom(.terms(let known)) = earlier else {
        continue
      }
      if set.groups == known.groups { continue }
      terms += Set(set.terms).symmetricDifference(known.terms)
    }
    return .terms(terms)
  }
}

extension RuleBook {
  /// The rules that make the layers which a rule reads.
  fileprivate func providers(ofNeedsOf rule: Int) -> [Int] {
    let needs = rules[rule].needs
    if needs.isEmpty { return [] }
    return rules.indices.filter { rules[$0].provides.map(needs.contains) ?? false }
  }
}

extension TermIndexBuilder {
  fileprivate mutating func add(_ terms: some Sequence<TermSet.Term>, _ hit: RuleChanges.Hit) {
    for term in terms {
      add(term.words, id: hit.rawValue, allowed: term.allowed, required: term.required)
    }
  }
}
