internal import Patterns

/// What a pack's cases have exercised: which of its rules reported something, and which branches of
/// their patterns a match went through.
public struct Coverage: Sendable {
  /// A rule with what no case has exercised of it.
  public struct Gap: Sendable, Equatable {
    /// `pack/rule`
    public var rule: String
    /// No case makes it find anything.
    public var isSilent: Bool
    /// Alternatives and optional parts of its pattern that no match went through, with their
    /// numbers among all of them, from 1.
    public var branches: [(number: Int, title: String)]

    public static func == (a: Gap, b: Gap) -> Bool {
      a.rule == b.rule && a.isSilent == b.isSilent && a.branches.elementsEqual(b.branches, by: ==)
    }
  }

  private let book: RuleBook
  /// The pack's rules.
  private let rules: [Int]
  private var found: Set<Int> = []
  /// Branches taken, by rule.
  private var taken: [Int: Set<Int>] = [:]

  init(_ book: RuleBook, pack: String) {
    self.book = book
    rules = book.rules.indices.filter {
      book.packs[book.rules[$0].pack].manifest.name == pack
    }.sorted { book.rules[$0].ordinal < book.rules[$1].ordinal }
  }

  /// Notes a call of a rule: its match, where it has a pattern, and whether it found something.
  mutating func note(_ match: PatternMatch?, isFinding: Bool, of rule: Int) {
    if isFinding { found.insert(rule) }
    guard let match else { return }
    for (number, branch) in branches(rule).enumerated() where branch.isTaken(by: match) {
      taken[rule, default: []].insert(number)
    }
  }

  /// Rules of the pack, extractors included.
  public var ruleCount: Int { rules.count }
  /// Rules that found something, extractors included.
  public var foundCount: Int { rules.count { found.contains($0) } }
  /// Alternatives and optional parts of the patterns of all rules.
  public var branchCount: Int { rules.reduce(0) { $0 + branches($1).count } }
  /// Branches that a match went through in some case; at most `branchCount`.
  public var takenCount: Int { rules.reduce(0) { $0 + (taken[$1]?.count ?? 0) } }

  /// What no case has exercised, by rule in the order of their files. Of a branch that no match went
  /// through the parts are not named as well.
  public var gaps: [Gap] {
    rules.compactMap { rule in
      let missing = branches(rule).enumerated().filter { number, _ in
        !(taken[rule]?.contains(number) ?? false)
      }
      let outermost = missing.filter { _, branch in
        !missing.contains { branch.isPart(of: $0.element) }
      }
      let isSilent = !found.contains(rule)
      if missing.isEmpty, !isSilent { return nil }
      return Gap(
        rule: book.name(ofRule: rule), isSilent: isSilent,
        branches: outermost.map { ($0.offset + 1, $0.element.title) })
    }
  }

  private func branches(_ rule: Int) -> [PatternBranch] { book.rules[rule].program?.branches ?? [] }
}
