internal import ArabicText
public import Articles
public import Extraction
internal import LuaSandbox
internal import Patterns

/// Runs the rules of a book over articles, one worker's part. Not shared between threads.
public final class PackWorker {
  let book: RuleBook
  private var states: [PackState?]
  /// States that belong to an earlier batch.
  private var isStale: [Bool]
  /// Why the state of a pack could not be made in this batch: it is not tried again.
  private var unloadable: [Int: LuaError] = [:]
  private var skipped: Set<Int> = []
  /// The only rules that run; all where nil.
  private var wanted: Set<Int>?
  /// What rules that make layers gave on the article in work, or on its last run, by their names; nil where nothing is kept.
  private var provided: [String: KeptAnalysis.Provided]?
  private var counts = BatchCounts()
  private lazy var knowledge = book.knowledge
  private var title = TokenizedText()
  private var content = TokenizedText()
  /// Tokens that triggered each rule on the article in work, by rule.
  private var hits: [[Hit]]
  private var touched: [Int] = []
  /// Tokens that fulfil each condition of the book.
  private var fulfilled: [[Hit]]
  /// Told of every match of a rule and whether findings were made of it, for coverage.
  var onCall: ((_ rule: Int, _ match: PatternMatch?, _ isFinding: Bool) -> Void)?

  /// Where what each rule costs is added up, for `hilal bench`.
  var meter: RuleMeter?

  /// A place in the article, in the order of its texts. Long articles have very many, so it is kept small.
  private struct Hit: Comparable {
    let field: TextField
    private let number: UInt32
    var token: Int { Int(number) }

    init(field: TextField, token: Int) {
      self.field = field
      number = UInt32(truncatingIfNeeded: token)
    }

    static func < (a: Hit, b: Hit) -> Bool { (a.field, a.token) < (b.field, b.token) }
  }

  private let limits: ScriptLimits
  /// Calls of `check` so far, for the fuzzer's account.
  package private(set) var callCount = 0

  /// A worker with the host's limits, for one thread; the book may be shared.
  public convenience init(_ book: RuleBook) { self.init(book, limits: ScriptLimits()) }

  /// A worker whose rules have other limits, for tests and benchmarks.
  package init(_ book: RuleBook, limits: ScriptLimits) {
    self.book = book
    self.limits = limits
    states = Array(repeating: nil, count: book.packs.count)
    isStale = Array(repeating: false, count: book.packs.count)
    hits = Array(repeating: [], count: book.rules.count)
    fulfilled = Array(repeating: [], count: book.conditions.count)
  }

  /// Lets no rule see the Lua states as they are, so that nothing a script remembers outlives a batch.
  ///
  /// - Parameter disabled: rules that need not run any more.
  public func beginBatch(skipping disabled: Set<Int> = []) {
    for index in states.indices { isStale[index] = true }
    skipped = disabled
    unloadable.removeAll()
    counts = BatchCounts()
  }

  /// Runs the rules over an article; nil where none of their words stands in it.
  ///
  /// - Parameters:
  ///   - article: the article, its text valid UTF-8.
  ///   - duplicateOf: the id of the article that it copies, where copies are looked for.
  public func process(_ article: Article, duplicateOf: String? = nil) -> ArticleResult? {
    scan(article)
    if touched.isEmpty, book.untriggered.isEmpty { return nil }
    return run(analysis(article, duplicateOf)).result
  }

  /// Runs the rules over an article once more, or only those whose findings may differ after some changes.
  ///
  /// - Parameters:
  ///   - article: the article, its text valid UTF-8.
  ///   - duplicateOf: the id of the article that it copies, where copies are looked for.
  ///   - changes: what has changed since the last run; all rules run where it is nil.
  ///   - kept: the article's analysis from the last run; left for the next.
  /// - Returns: what they find, which rules they are, and whether one of their functions was called; nil where no rule
  ///   has anything else to say than before.
  public func process(
    _ article: Article, duplicateOf: String? = nil, after changes: RuleChanges?,
    keeping kept: inout KeptAnalysis?
  ) -> (result: ArticleResult, rules: Set<Int>, wasCalled: Bool)? {
    take(&kept, article, duplicateOf)
    var rules = Set(book.rules.indices)
    if let changes, !changes.isOfAllRules {
      let changed = changes.rules(for: [title, content])
      if changed.rules.isEmpty { return nil }
      for rule in changed.rules { kept?.provided[book.name(ofRule: rule)] = nil }
      guard changed.mayFind else { return (ArticleResult(), changed.rules, false) }
      rules = changed.rules
      wanted = changes.withProviders(rules)
    }
    provided = wanted == nil ? [:] : kept?.provided ?? [:]
    defer {
      wanted = nil
      provided = nil
    }
    noteTriggers()
    if touched.isEmpty, book.untriggered.isEmpty { return (ArticleResult(), rules, false) }
    let analysis = kept?.analysis ?? keepable(article, duplicateOf)
    let calls = callCount
    let result = run(analysis).result
    // Where no function was called hardly a layer was read.
    let wasCalled = callCount > calls
    if kept == nil, wasCalled { kept = KeptAnalysis(analysis: analysis) }
    kept?.provided = provided ?? [:]
    return (result, rules, wasCalled)
  }

  /// Makes a kept analysis' texts the ones in work, or scans the article's where there is none that fits.
  private func take(_ kept: inout KeptAnalysis?, _ article: Article, _ duplicateOf: String?) {
    if let known = kept?.analysis, known.knowledge === knowledge, known.duplicateOf == duplicateOf {
      forgetTriggers()
      title = known.title.text
      content = known.content.text
    } else {
      kept = nil
      read(article)
    }
  }

  /// An analysis that holds no more memory than it needs.
  private func keepable(_ article: Article, _ duplicateOf: String?) -> Analysis {
    Analysis(
      article, title: title.compacted(), content: content.compacted(), knowledge: knowledge,
      duplicateOf: duplicateOf)
  }

  /// Runs the rules over an article and adds what they cost to a meter; what failed.
  public func process(_ article: Article, measuring meter: RuleMeter) -> [RuleFailure] {
    self.meter = meter
    defer { self.meter = nil }
    meter.addScan(ContinuousClock().measure { scan(article) })
    if touched.isEmpty, book.untriggered.isEmpty { return [] }
    let result = run(analysis(article)).result
    meter.addLayers(of: Analysis(article, knowledge: knowledge))
    return result.failures.map(\.failure)
  }

  /// An article's analysis with every layer that the packs provide.
  ///
  /// - Parameters:
  ///   - article: the article, its text valid UTF-8.
  ///   - duplicateOf: the id of the article that it copies, where copies are looked for.
  public func annotate(
    _ article: Article, duplicateOf: String? = nil
  ) -> (analysis: Analysis, layers: [ProvidedLayer], result: ArticleResult) {
    scan(article)
    let (context, result) = run(analysis(article, duplicateOf), all: true)
    var builder = FindingBuilder(context.analysis, book)
    let layers = book.layerNames.map { name in
      ProvidedLayer(
        name: name,
        fields: Set(book.layerFields.filter { $0.key.name == name }.flatMap(\.value)).sorted(),
        items: context.items(ofLayers: name).compactMap { builder.boundedFinding($0) })
    }
    return (context.analysis, layers, result)
  }

  /// A context in which one rule can be run by itself: the layers that it needs are there.
  func prepare(_ article: Article, for rule: Int) -> ArticleContext {
    beginBatch()
    scan(article)
    touched.removeAll { $0 == rule }
    return run(analysis(article), all: true).context
  }

  /// Runs a rule on one unit, and notes where its function returns.
  func runOne(_ call: inout RuleCall, unit: Int) throws(RuleFailure) {
    let state = try state(&call)
    state?.host.context = call.context
    state?.host.printed.isSilenced = false
    state?.noteReturns(true)
    defer {
      state?.host.context = nil
      state?.noteReturns(false)
    }
    try call.run(unit: unit, state)
  }

  /// Where the last call in a pack's state returned nothing, the outermost function first, if that was noted.
  func lastReturns(ofPack pack: Int) -> [LuaError.Frame] { states[pack]?.lastReturns ?? [] }

  private func analysis(_ article: Article, _ duplicateOf: String? = nil) -> Analysis {
    Analysis(
      article, title: title, content: content, knowledge: knowledge, duplicateOf: duplicateOf)
  }

  /// Scans the article's text and notes which rules its words trigger.
  private func scan(_ article: Article) {
    read(article)
    noteTriggers()
  }

  private func forgetTriggers() {
    for rule in touched { hits[rule].removeAll(keepingCapacity: true) }
    touched.removeAll(keepingCapacity: true)
    for condition in fulfilled.indices where !fulfilled[condition].isEmpty {
      fulfilled[condition].removeAll(keepingCapacity: true)
    }
  }

  private func read(_ article: Article) {
    forgetTriggers()
    title.scan(article.title)
    content.scan(article.content)
  }

  private func noteTriggers() {
    note(title, .title)
    note(content, .content)
  }

  private func note(_ text: TokenizedText, _ field: TextField) {
    book.vocabulary.triggers.forEachMatch(in: text, tokens: text.tokens.indices) { match in
      let number = Int(Vocabulary.number(of: match.id))
      let hit = Hit(field: field, token: match.tokens.lowerBound)
      if let meter, !book.triggered[number].isEmpty { meter.addTrigger(UInt32(number)) }
      for rule in book.triggered[number] {
        if hits[rule].isEmpty { touched.append(rule) }
        hits[rule].append(hit)
      }
      for condition in book.conditions.byClass[number] { fulfilled[condition].append(hit) }
    }
  }

  // MARK: Rules

  private func run(_ analysis: Analysis, all: Bool = false) -> (
    context: ArticleContext, result: ArticleResult
  ) {
    let context = ArticleContext(analysis, book)
    let language = ArticleLanguage(analysis)
    var raw: [RawFinding] = []
    var result = ArticleResult()
    var allowances: [Int: PackAllowance] = [:]
    for rule in (touched + book.untriggered + book.layered).sorted()
    where !skipped.contains(rule) && !counts.isDisabled(rule) {
      guard all || book.reports(rule: rule) || book.rules[rule].provides != nil else { continue }
      if let wanted, !wanted.contains(rule) { continue }
      let layers = book.rules[rule].layers
      if !layers.isEmpty, layers.allSatisfy(context.isEmpty) { continue }
      guard language.isRead(in: book.packs[book.rules[rule].pack].manifest.languages) else {
        continue
      }
      var call = RuleCall(rule, book, context, limits)
      let pack = book.rules[rule].pack
      var allowance =
        allowances[pack]
        ?? PackAllowance(
          steps: call.given,
          bytes: analysis.article.title.count + analysis.article.content.count)
      if wanted != nil, let known = provided?[book.name(ofRule: rule)] {
        allowance.take(steps: known.steps)
        allowances[pack] = allowance
        take(known.items(of: rule), of: rule, into: context)
        continue
      }
      if let onCall { call.observe = { match, _, found in onCall(rule, match, !found.isEmpty) } }
      let start = meter.map { _ in ContinuousClock.now }
      do throws(RuleFailure) {
        try run(&call, within: &allowance)
      } catch {
        result.failures.append((rule, error))
        counts.note(error, of: rule)
        call.findings = []
      }
      allowances[pack] = allowance
      callCount += call.callCount
      if let start { meter?.add(call, ContinuousClock.now - start) }
      if let cut = call.cutFailure { result.failures.append((rule, cut)) }
      take(call.findings, of: rule, into: context)
      if provided != nil, book.rules[rule].provides != nil,
        !result.failures.contains(where: { $0.rule == rule })
      {
        provided?[book.name(ofRule: rule)] = KeptAnalysis.Provided(
          items: call.findings, steps: call.used)
      }
      if book.reports(rule: rule) { raw += call.findings }
      result.printed += takePrinted(rule)
    }
    finish(raw, context, &result)
    return (context, result)
  }

  /// Adds what a rule found to the layer that it provides, if it provides one.
  private func take(_ found: [RawFinding], of rule: Int, into context: ArticleContext) {
    guard let name = book.rules[rule].provides else { return }
    let pack = book.packs[book.rules[rule].pack].manifest.name
    context.add(found, toLayer: LayerID(pack: pack, name: name))
  }

  /// Runs a rule on an article with what its pack has left on it.
  private func run(
    _ call: inout RuleCall, within allowance: inout PackAllowance
  ) throws(RuleFailure) {
    if let exhaustion = allowance.exhaustion { throw call.failure(exhaustion) }
    call.limit(to: allowance)
    defer { allowance.take(steps: call.used) }
    do throws(RuleFailure) {
      try runUnits(&call)
    } catch {
      allowance.note(error.kind)
      throw error
    }
    let room = allowance.admit(call.findings.count)
    if room < call.findings.count { call.cut(to: room) }
  }

  /// What a rule's script has printed since it was last asked, as far as it may be shown.
  func takePrinted(_ rule: Int) -> [(rule: Int, line: String)] {
    let pack = book.rules[rule].pack
    guard let host = states[pack]?.host else { return [] }
    let name = book.name(ofRule: rule)
    return host.printed.take().compactMap { line in
      counts.admit(line: line, of: rule, inPack: pack, name: name) ? (rule, line) : nil
    }
  }

  /// Writes the findings out, in output order.
  private func finish(
    _ raw: [RawFinding], _ context: ArticleContext, _ result: inout ArticleResult
  ) {
    guard !raw.isEmpty else { return }
    let names = { (finding: RawFinding) in
      (
        self.book.packs[self.book.rules[finding.rule].pack].manifest.name,
        self.book.rules[finding.rule].id
      )
    }
    let sorted = raw.enumerated().sorted { a, b in
      if a.element.span != b.element.span { return a.element.span < b.element.span }
      if names(a.element) != names(b.element) { return names(a.element) < names(b.element) }
      return a.offset < b.offset
    }
    var builder = FindingBuilder(context.analysis, book, written: counts.written)
    for (_, finding) in sorted {
      guard let made = builder.boundedFinding(finding) else { continue }
      result.items.append(ArticleResult.Item(rule: finding.rule, finding: made))
    }
    counts.written = builder.written
    for cut in builder.cuts {
      result.failures.append((cut.rule, failure(cut.rule, context, .bound, cut.message)))
    }
  }

  private func failure(
    _ rule: Int, _ context: ArticleContext, _ kind: RuleFailure.Kind, _ message: String
  ) -> RuleFailure {
    RuleFailure(
      pack: book.packs[book.rules[rule].pack].manifest.name, rule: book.rules[rule].id, kind: kind,
      message: message, article: context.analysis.article.id, traceback: [])
  }

  /// Calls a rule for each of its units that holds one of its words.
  private func runUnits(_ call: inout RuleCall) throws(RuleFailure) {
    let state = try state(&call)
    let rule = book.rules[call.number]
    state?.host.context = call.context
    state?.host.printed.isSilenced = counts.isSilenced(call.number, inPack: rule.pack)
    defer { state?.host.context = nil }
    var last: Int?
    for unit in units(rule, call) where unit != last {
      last = unit
      try call.run(unit: unit, state)
      if call.isCut { return }
    }
  }

  /// The units to call a rule for, in order: those with a hit, or all.
  private func units(_ rule: Rule, _ call: RuleCall) -> [Int] {
    let finder = UnitFinder(call.context)
    if !rule.layers.isEmpty {
      return finder.units(rule.unit, at: call.context.places(ofLayers: rule.layers))
    }
    guard rule.triggers != nil else {
      return finder.all(rule.unit, forPattern: rule.match != nil)
    }
    if rule.conditions.contains(where: { fulfilled[$0].isEmpty }) { return [] }
    let places = hits[call.number].sorted()
    return finder.units(rule.unit, at: places.map { ($0.field, $0.token) }).filter { unit in
      let place = call.context.units[unit]
      return rule.conditions.allSatisfy { condition in
        Self.stands(fulfilled[condition], in: place.tokens, of: place.field)
      }
    }
  }

  /// Whether one of some hits, in the order of the text, lies in some tokens.
  private static func stands(_ hits: [Hit], in tokens: Range<Int>, of field: TextField) -> Bool {
    let first = Hit(field: field, token: tokens.lowerBound)
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < hits.count && hits[low].field == field && tokens.contains(hits[low].token)
  }

  /// The pack's state, where the rule has a function to call.
  private func state(_ call: inout RuleCall) throws(RuleFailure) -> PackState? {
    let rule = book.rules[call.number]
    let pack = book.packs[rule.pack]
    if let state = states[rule.pack] {
      if !isStale[rule.pack], !state.needsRebuild { return state }
      if state.reset() {
        isStale[rule.pack] = false
        return state
      }
    }
    if let error = unloadable[rule.pack] { throw call.failure(error) }
    if limits.areStandard, let state = pack.loaded.firstState.take() {
      states[rule.pack] = state
      isStale[rule.pack] = false
      return state
    }
    let lexicons = pack.lexicons
    let host = ScriptHost(
      pack.source, arena: pack.arena, lexicon: { lexicons[$0] }, lexiconNames: [])
    do throws(LuaError) {
      let state = try PackState(host, limits)
      try state.loadAgain()
      states[rule.pack] = state
      isStale[rule.pack] = false
      return state
    } catch {
      unloadable[rule.pack] = error
      throw call.failure(error)
    }
  }
}
