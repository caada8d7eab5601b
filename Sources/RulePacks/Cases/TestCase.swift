public import Articles

/// One case of a pack's `tests/*.toml`: a text, and what rules must and must not find in it.
public struct TestCase: Sendable {
  /// A finding that must be there.
  public struct Expectation: Sendable, Equatable {
    /// The rule's id, without its pack's name.
    public var rule: String
    /// Words that the finding's span must contain.
    public var span: String?
    /// Fields that it must have, with exactly these words; nil: that it must not have.
    public var fields: [(name: String, text: String?)] = []

    public static func == (a: Expectation, b: Expectation) -> Bool {
      a.rule == b.rule && a.span == b.span && a.fields.elementsEqual(b.fields, by: ==)
    }
  }

  /// What it is called in reports and snapshots.
  public var name: String
  /// The file within the pack and the line of the case.
  public var file: String
  /// From 1, that of `[[case]]`; nil where it could not be told.
  public var line: Int?
  /// What the rules read: the case's `article`, or its `text` as the content of one.
  public var article: Article
  /// The article that this one copies, as `article.duplicate_of` gives it.
  public var duplicateOf: String?
  /// Each takes one finding; further findings are allowed unless `none`, `never` or `snapshot`
  /// forbid them.
  public var expected: [Expectation]
  /// No rule may find anything.
  public var none: Bool
  /// Rules that may find nothing.
  public var never: [String]
  /// All findings are compared with those that `hilal test --update` has recorded.
  public var snapshot: Bool
  /// Why the case is not run.
  public var skip: String?
}
