public import Articles

/// What went wrong in a rule on an article. It costs that call's findings and nothing else.
public struct RuleFailure: Error, Sendable, Equatable, Codable {
  /// The raw values are those of the run's summary.
  public enum Kind: String, Sendable, Codable {
    /// The script raised an error.
    case error
    /// The rule used up its steps, memory or time.
    case steps
    /// The state took more memory than it may have.
    case memory
    /// The rule took more processor time than it may; depends on the machine.
    case time
    /// `check` returned something that is no finding.
    case result
    /// Findings, text or output over the bounds were cut.
    case bound
  }

  /// As its manifest names it.
  public var pack: String
  /// The rule's id within its pack.
  public var rule: String
  /// Budget errors disable the rule in the end; the others do not.
  public var kind: Kind
  /// What happened, for the rule's author.
  public var message: String
  /// The article's id.
  public var article: String
  /// Frames of the script, innermost first: `rules/explicit.lua:12`.
  public var traceback: [String]

  /// After so many budget errors a rule is disabled.
  public static let budgetErrors = 3
  /// It used up steps, memory or time.
  public var isBudget: Bool { kind == .steps || kind == .memory || kind == .time }

  /// What to do about a budget that was used up; nil for what the message says all about.
  public var advice: String? {
    switch kind {
    case .steps, .time:
      "look for an endless loop; `hilal bench -p \(pack) INPUT` says what each rule costs"
    case .memory: "look for a table or text that grows with every turn of a loop"
    default: nil
    }
  }
}

/// What the packs made of one article.
public struct ArticleResult: Sendable {
  /// A finding with the number of its rule.
  public struct Item: Sendable {
    /// The rule's index in the book.
    public var rule: Int
    /// As it is written out, places in code points.
    public var finding: Articles.Finding
  }

  /// In output order, with the findings of all rules that report.
  public var items: [Item] = []
  /// What went wrong, each with the rule's index in the book.
  public var failures: [(rule: Int, failure: RuleFailure)] = []
  /// What scripts printed: `pack/rule: text`.
  public var printed: [(rule: Int, line: String)] = []

  /// Nothing found, nothing failed.
  public init() {}

  /// The findings in output order: title before content, then by span, pack and rule.
  public var findings: [Articles.Finding] { items.map(\.finding) }
}
