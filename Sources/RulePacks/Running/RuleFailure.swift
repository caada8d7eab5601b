public import Articles

/// What went wrong in a rule on an article. It costs that call's findings and nothing else.
public struct RuleFailure: Error, Sendable, Equatable, Codable {
  public enum Kind: String, Sendable, Codable {
    /// The script raised an error.
    case error
    /// The rule used up its steps, memory or time.
    case steps
    case memory
    case time
    /// `check` returned something that is no finding.
    case result
    /// Findings, text or output over the bounds were cut.
    case bound
  }

  public var pack: String
  public var rule: String
  public var kind: Kind
  public var message: String
  /// The article's id.
  public var article: String
  /// Frames of the script, innermost first: `rules/explicit.lua:12`.
  public var traceback: [String]

  /// After so many budget errors a rule is disabled.
  public static let budgetErrors = 3
  public var isBudget: Bool { kind == .steps || kind == .memory || kind == .time }
}

/// What the packs made of one article.
public struct ArticleResult: Sendable {
  /// A finding with the number of its rule.
  public struct Item: Sendable {
    public var rule: Int
    public var finding: Articles.Finding
  }

  public var items: [Item] = []
  public var failures: [(rule: Int, failure: RuleFailure)] = []
  /// What scripts printed: `pack/rule: text`.
  public var printed: [(rule: Int, line: String)] = []

  public init() {}

  /// The findings in output order: title before content, then by span, pack and rule.
  public var findings: [Articles.Finding] { items.map(\.finding) }
}
