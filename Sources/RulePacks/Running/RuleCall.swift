internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// One rule on one article: its budget and what it has found.
struct RuleCall {
  /// Steps that a rule has for an article, before its size is added.
  static let baseSteps = 1_000_000
  /// Steps that each byte of the article adds.
  static let stepsPerByte = 4

  let number: Int
  let context: ArticleContext
  private let book: RuleBook
  private var steps: Int
  /// What it began with.
  private(set) var given: Int
  private let seed: UInt64
  var findings: [RawFinding] = []
  /// Told of every call's match, its value and the findings made of it, for explanations and
  /// coverage.
  var observe: ((PatternMatch?, LuaValue, [RawFinding]) -> Void)?
  /// Units that it was run on, and calls of `check`.
  private(set) var unitCount = 0
  private(set) var callCount = 0
  /// More findings than the bound: the rest is cut.
  private(set) var isCut = false
  /// More findings than its pack has left.
  private(set) var isCutByPack = false

  init(
    _ number: Int, _ book: RuleBook, _ context: ArticleContext,
    _ limits: ScriptLimits = ScriptLimits()
  ) {
    self.number = number
    self.book = book
    self.context = context
    let article = context.analysis.article
    let base = book.packs[book.rules[number].pack].manifest.limits.steps ?? limits.steps
    steps =
      min(base, limits.steps) + Self.stepsPerByte * (article.title.count + article.content.count)
    given = steps
    seed = Self.seed(article.id, book.name(ofRule: number))
  }

  /// Gives it no more than its pack has left on the article.
  mutating func limit(to allowance: PackAllowance) {
    steps = min(steps, allowance.steps)
    given = steps
  }

  /// Steps that it has used.
  var used: Int { given - max(0, steps) }

  /// Leaves only so many of its findings.
  mutating func cut(to count: Int) {
    findings.removeLast(findings.count - count)
    isCutByPack = true
  }

  /// Runs the pattern over a unit and calls `check` for each match, or once where there is none.
  mutating func run(unit: Int, _ state: PackState?) throws(RuleFailure) {
    let rule = book.rules[number]
    unitCount += 1
    let check = state?.host.checks[rule.ordinal]
    let object = LuaValue.object(self.object(of: unit, rule))
    guard let program = rule.program else {
      if let check, let state {
        try call(
          check, [object], span: context.span(ofUnit: unit), evidence: [], match: nil, state)
      }
      return
    }
    let words = context.words(ofUnit: unit)
    var matcher = Matcher(program, in: words, taking: &context.searchMemory)
    defer { matcher.giveBack(to: &context.searchMemory) }
    // A search is paid for before it is made, by what can match at all: nothing stops it on its way.
    steps -= (program.size + (words.count + 1) * matcher.reach) / 16
    if steps < 0 { throw searchFailure }
    var position = 0
    while !isCut, let match = matcher.next(from: position) {
      position = max(match.words.upperBound, match.words.lowerBound + 1)
      try take(match, unit: unit, object, check, state)
    }
  }

  private mutating func take(
    _ match: PatternMatch, unit: Int, _ object: LuaValue, _ check: LuaFunction?, _ state: PackState?
  ) throws(RuleFailure) {
    let field = context.units[unit].field
    let span = Span(field, match.bytes)
    let evidence = match.captures.map { ($0.name, Span(field, $0.bytes)) }
    guard let check, let state else {
      var finding = RawFinding(rule: number, span: span)
      finding.evidence = evidence
      observe?(match, .boolean(true), [finding])
      return add([finding])
    }
    let matched = context.add(match, in: context.units[unit])
    let argument = LuaValue.object(
      LuaObject(kind: ObjectKind.match.rawValue, id: UInt64(matched)))
    try call(check, [object, argument], span: span, evidence: evidence, match: match, state)
  }

  /// The object that `check` is called with: the article itself for rules on articles.
  private func object(of unit: Int, _ rule: Rule) -> LuaObject {
    rule.unit == .article
      ? LuaObject(kind: ObjectKind.article.rawValue, id: 0)
      : LuaObject(kind: ObjectKind.sentence.rawValue, id: UInt64(unit))
  }

  private mutating func call(
    _ check: LuaFunction, _ arguments: [LuaValue], span: Span, evidence: [(String, Span)],
    match: PatternMatch?, _ state: PackState
  ) throws(RuleFailure) {
    callCount += 1
    let counts = context.objectCounts
    defer { context.dropObjects(since: counts) }
    let value: LuaValue
    do throws(LuaError) {
      value = try state.check(check, arguments, seed: seed, steps: &steps)
    } catch {
      throw failure(error, match)
    }
    let reader = CheckResult(rule: book.rules[number], number: number, defaultSpan: span) {
      [context] object in
      guard let spans = context.span(of: object) else { return nil }
      let values = ScriptReader(context).values(of: spans)
      return (spans.span, values.code, values.value)
    }
    do throws(ArgumentError) {
      var found = try reader.findings(value)
      for index in found.indices { found[index].evidence = evidence }
      add(found)
      observe?(match, value, found)
    } catch {
      var failure = failure(.result, String(error.text.prefix(500)))
      failure.traceback = error.key.flatMap(place(ofKey:)) ?? rulePlace
      throw failure
    }
  }

  private mutating func add(_ found: [RawFinding]) {
    let room = FindingBuilder.Bound.findings - findings.count
    findings += found.prefix(room)
    if found.count > room { isCut = true }
  }

  // MARK: Failures

  var cutFailure: RuleFailure? {
    if isCut {
      return failure(
        .bound, "more than \(FindingBuilder.Bound.findings) findings on an article were cut")
    }
    if isCutByPack {
      return failure(.bound, PackAllowance.cutMessage)
    }
    return nil
  }

  private var searchFailure: RuleFailure {
    var failure = failure(
      .steps, "the steps are used up by the pattern: it is too large for so many words")
    failure.traceback = rulePlace
    return failure
  }

  /// Its pack has nothing left for it.
  func failure(_ exhaustion: (kind: RuleFailure.Kind, message: String)) -> RuleFailure {
    var failure = failure(exhaustion.kind, exhaustion.message)
    failure.traceback = rulePlace
    return failure
  }

  func failure(_ error: LuaError, _ match: PatternMatch? = nil) -> RuleFailure {
    let kind: RuleFailure.Kind =
      switch error.kind {
      case .steps: .steps
      case .memory: .memory
      case .time: .time
      default: .error
      }
    var failure = failure(kind, error.message + remark(error, match))
    failure.traceback = error.traceback.map(\.place)
    if failure.traceback.isEmpty { failure.traceback = rulePlace }
    return failure
  }

  /// What the script cannot know of its error: the limit that was passed, or the capture whose name is near to one that
  /// it read.
  private func remark(_ error: LuaError, _ match: PatternMatch?) -> String {
    switch error.kind {
    case .steps: return ": the rule has \(given) on this article"
    case .memory:
      let (most, asked) = (
        LuaLimits().memory >> 20, book.packs[book.rules[number].pack].manifest.limits.memory
      )
      return
        ": it may take \(min(most, asked ?? most)) MiB, no block over \(LuaLimits().block >> 20)"
    default:
      if error.message == "attempt to index a nil value" {
        return "; what a method such as sentence:subject_of gives may be nil: "
          + "keep it in a local and test that first"
      }
      if error.message.hasPrefix("attempt to index a nil value (global '") {
        let unit = book.rules[number].unit.rawValue
        return "; what check is called with has the names of its parameters: "
          + "check = function(\(unit), m)"
      }
      guard let mark = error.message.firstRange(of: " a nil value (field '") else { return "" }
      let name = String(error.message[mark.upperBound...].prefix { $0 != "'" })
      let names = book.rules[number].match?.captureNames ?? []
      if SpanField.everPresent.contains(name), !names.contains(name) {
        return "; if it is a list that has no `\(name)`, take an item first: list[1].\(name)"
      }
      guard match != nil, error.message.hasPrefix("attempt to index") else { return "" }
      if names.contains(name) { return "; the match has no `\(name)`: test for nil first" }
      return Suggestion.nearest(to: name, in: names).map { "; did you mean `\($0)`?" } ?? ""
    }
  }

  /// Where the rule is declared: the place of what is wrong with a value after its function has returned it.
  private var rulePlace: [String] {
    let rule = book.rules[number]
    return [rule.line.map { "\(rule.file):\($0) in rule" } ?? rule.file]
  }

  /// Where a key that `check` returned is set: behind the rule's declaration or, for a function of its own, before it.
  private func place(ofKey key: String) -> [String]? {
    let rule = book.rules[number]
    let script = book.packs[rule.pack].source.rules.first { $0.name == rule.file }
    let line = [(rule.line ?? 1) - 1, 0].lazy.compactMap { after in
      script?.source.diagnostic(.ruleField, atKey: key, after: after, "").line
    }.first
    return line.map { ["\(rule.file):\($0) in check"] }
  }

  private func failure(_ kind: RuleFailure.Kind, _ message: String) -> RuleFailure {
    RuleFailure(
      pack: book.packs[book.rules[number].pack].manifest.name, rule: book.rules[number].id,
      kind: kind, message: message, article: context.analysis.article.id, traceback: [])
  }

  /// A seed from the names of article and rule (FNV-1a): the same on every machine.
  private static func seed(_ names: String...) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in names {
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
