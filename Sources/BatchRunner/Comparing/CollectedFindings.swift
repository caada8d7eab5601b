public import Articles
public import RulePacks

/// The findings of some inputs, kept in memory to be compared.
public struct CollectedFindings: Sendable, Codable {
  /// In output order.
  public internal(set) var findings: [Finding] = []
  /// What went wrong in the rules that ran.
  public internal(set) var failures: [RuleFailure] = []
  /// Records, with those that could not be read.
  public internal(set) var read = 0
  /// Records that are no articles.
  public internal(set) var unread = UnreadRecords()
}
