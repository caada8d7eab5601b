/// What the rules of one pack may use together, so that a thousand rules do not take a thousand times what one may.
struct PackAllowance {
  /// Steps on an article: as many times what one rule has, and as many for each of its bytes: patterns take most on long
  /// articles.
  private static let rules = 4
  private static let stepsPerByte = 32
  /// Steps that running out of memory counts for: the state must be put back.
  private static let memoryFee = 500_000
  /// Calls on an article that are stopped for their time, after which no more are made.
  private static let timeouts = 2
  /// Findings and items of layers on an article.
  static let findings = 10_000

  static let cutMessage = "more than \(findings) findings of the pack on an article were cut"

  private(set) var steps: Int
  private(set) var findings = Self.findings
  private var timeouts = 0

  /// - Parameters:
  ///   - steps: what one rule has on the article.
  ///   - bytes: of the article.
  init(steps: Int, bytes: Int) {
    self.steps = steps * Self.rules + bytes * Self.stepsPerByte
  }

  /// Why no other rule is called on the article; nil while there is something left.
  var exhaustion: (kind: RuleFailure.Kind, message: String)? {
    if steps <= 0 { return (.steps, "the rules of the pack have used up its steps on the article") }
    if findings == 0 { return (.bound, Self.cutMessage) }
    if timeouts >= Self.timeouts {
      return (.time, "other rules of the pack have used up its processor time on the article")
    }
    return nil
  }

  mutating func take(steps used: Int) { steps -= used }

  mutating func note(_ kind: RuleFailure.Kind) {
    if kind == .time { timeouts += 1 }
    if kind == .memory { steps -= Self.memoryFee }
  }

  /// How many of some findings there is room for; they are taken off.
  mutating func admit(_ count: Int) -> Int {
    let room = min(count, findings)
    findings -= room
    return room
  }
}

/// What rules have done within a batch of 64 records: bounds that keep its memory and time small are counted here,
/// for batches are the same in every run.
struct BatchCounts {
  /// Budget errors, and bytes printed, by rule.
  private var budgetErrors: [Int: Int] = [:]
  private var printed: [Int: Int] = [:]
  /// Bytes printed, and of findings, by pack.
  private var printedByPack: [Int: Int] = [:]
  var written: [Int: Int] = [:]

  /// What the rule prints is not shown any more.
  func isSilenced(_ rule: Int, inPack pack: Int) -> Bool {
    printed[rule, default: 0] >= PrintLimit.rule
      || printedByPack[pack, default: 0] >= PrintLimit.pack
  }

  mutating func note(_ failure: RuleFailure, of rule: Int) {
    if failure.isBudget { budgetErrors[rule, default: 0] += 1 }
  }

  /// Whatever came before the batch, the rule is disabled by now.
  func isDisabled(_ rule: Int) -> Bool {
    budgetErrors[rule, default: 0] >= RuleFailure.budgetErrors
  }

  /// Whether a line of a rule may still be shown in the run, as far as the batch tells; it is counted.
  mutating func admit(line: String, of rule: Int, inPack pack: Int, name: String) -> Bool {
    if isSilenced(rule, inPack: pack) { return false }
    let cost = PrintLimit.cost(of: line, name: name)
    printed[rule, default: 0] += cost
    printedByPack[pack, default: 0] += cost
    return true
  }
}

/// Bytes that scripts may print in a run, the names before the lines included.
public enum PrintLimit {
  /// Of one rule: 64 KiB.
  public static let rule = 64 << 10
  /// Of all rules of a pack together: 1 MiB.
  public static let pack = 1 << 20

  /// What a line counts for.
  public static func cost(of line: String, name: String) -> Int {
    name.utf8.count + 2 + line.utf8.count + 1
  }
}
