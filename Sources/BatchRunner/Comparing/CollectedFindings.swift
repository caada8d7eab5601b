public import Articles
public import RulePacks

/// The findings of some inputs, kept in memory to be compared.
public struct CollectedFindings: Sendable {
  /// In output order.
  public internal(set) var findings: [Finding] = []
  /// What went wrong in the rules that ran.
  public internal(set) var failures: [RuleFailure] = []
  /// Records, with those that could not be read.
  public internal(set) var read = 0
  /// Records that are no articles.
  public internal(set) var unread = UnreadRecords()
}

extension CollectedFindings: Codable {
  private enum Key: String, CodingKey { case findings, failures, read, unread }

  /// A finding and the order of its fields, which its own shape leaves out.
  private struct Kept: Codable {
    var finding: Finding
    var names: [String]

    init(_ finding: Finding) {
      self.finding = finding
      names = finding.fields.map(\.name)
    }

    var ordered: Finding {
      var finding = finding
      finding.fields = names.compactMap { name in finding.fields.first { $0.name == name } }
      return finding
    }
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    findings = try values.decode([Kept].self, forKey: .findings).map(\.ordered)
    failures = try values.decode([RuleFailure].self, forKey: .failures)
    read = try values.decode(Int.self, forKey: .read)
    unread = try values.decode(UnreadRecords.self, forKey: .unread)
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(findings.map(Kept.init), forKey: .findings)
    try values.encode(failures, forKey: .failures)
    try values.encode(read, forKey: .read)
    try values.encode(unread, forKey: .unread)
  }
}
