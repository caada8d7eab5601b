internal import Archives
public import RulePacks

/// What a run did, in numbers (`--summary FILE`).
public struct RunSummary: Sendable, Equatable, Codable {
  /// Failures of one kind of one rule, told once.
  public struct RuleErrors: Sendable, Equatable, Codable {
    /// As its manifest names it.
    public var pack: String
    /// The rule's id within its pack.
    public var rule: String
    /// One entry for each kind, however many messages there were.
    public var kind: RuleFailure.Kind
    /// Failures: several are possible on one article.
    public var count: Int
    /// The first of them, in input order.
    public var first: RuleFailure
  }

  /// Records, with those that were skipped or put into quarantine.
  public var read = 0
  /// Articles that were given to the rules.
  public var processed = 0
  /// Records that are no articles and were put into quarantine.
  public var quarantined: Int { unread.count }
  /// What is told of these.
  public var unread = UnreadRecords()
  /// The days of the articles, those that the selection left out included.
  public var days = ArticleDays()
  /// Articles with the id of another, of those that were processed since the run began or was resumed; `==` does not
  /// compare them.
  public var repeatedIDs = RepeatedIDs()
  /// Records that the selection left out, and what is no page in a crawler's archive.
  public var skipped = 0
  /// Articles that copy earlier ones; nil when copies were not looked for.
  public var copies: Int?
  /// Findings written.
  public var findings = 0
  /// By `pack/rule`, rules without findings included, in the order of packs and rules.
  public var byRule: [(rule: String, count: Int)] = []
  /// One for each rule and kind of failure, in the order of the first of each.
  public var errors: [RuleErrors] = []
  /// Rules that were disabled after three budget errors, as `pack/rule`.
  public var disabled: [String] = []
  /// By the clock, with those of the runs that this one resumed; `==` does not compare them.
  public var seconds = 0.0
  /// Bytes of the records read, decompressed.
  public var bytes = 0
  /// Ended by ``Runner/interrupt()`` before all was read; `==` does not compare it.
  public var wasInterrupted = false
  /// An earlier run had read all, so that this one, which was to complete it, did nothing; `==` does not compare it.
  public var wasComplete = false

  /// All counts zero.
  public init() {}

  /// What a checkpoint keeps; the rest is worked out when the run is over.
  enum CodingKeys: CodingKey {
    case read, processed, unread, days, skipped, copies, findings, errors, seconds, bytes
  }

  /// Counts a failure: told once for each rule and kind, with the first article.
  mutating func note(_ failure: RuleFailure) {
    let same = errors.firstIndex {
      $0.pack == failure.pack && $0.rule == failure.rule && $0.kind == failure.kind
    }
    if let same {
      errors[same].count += 1
    } else {
      errors.append(
        RuleErrors(
          pack: failure.pack, rule: failure.rule, kind: failure.kind, count: 1, first: failure))
    }
  }

  public static func == (a: RunSummary, b: RunSummary) -> Bool {
    a.read == b.read && a.processed == b.processed && a.unread == b.unread && a.days == b.days
      && a.skipped == b.skipped
      && a.copies == b.copies && a.findings == b.findings
      && a.byRule.elementsEqual(b.byRule, by: ==) && a.errors == b.errors
      && a.disabled == b.disabled && a.bytes == b.bytes
  }

  /// The summary as one line of JSON.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("read", read)
      json.field("processed", processed)
      json.field("quarantined", quarantined)
      json.field("skipped", skipped)
      json.field("findings", findings)
      if let copies { json.field("copies", copies) }
      json.field("by_rule") { json in
        for (rule, count) in byRule { json.field(rule, count) }
      }
      json.field("errors", errors) { json, error in
        json.object { json in
          json.field("pack", error.pack)
          json.field("rule", error.rule)
          json.field("kind", error.kind.rawValue)
          json.field("count", error.count)
          json.field("first") { json in
            json.field("article", error.first.article)
            json.field("message", error.first.message)
            json.field("traceback", error.first.traceback)
          }
        }
      }
      json.field("disabled", disabled)
      json.field("seconds", (seconds * 1000).rounded() / 1000)
      json.field("bytes", bytes)
    }
    json.newline()
    return json.bytes
  }
}
