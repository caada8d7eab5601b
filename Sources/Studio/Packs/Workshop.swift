internal import Archives
internal import Articles
internal import BatchRunner
internal import Dispatch
internal import Foundation
internal import HTTPTypes
internal import RulePacks
internal import Synchronization

/// The packs and what they find in the archive. One thread of its own reads, runs and watches, so that no request waits
/// for a run; what is known is behind a lock that is held for moments only.
final class Workshop: Sendable {
  /// How often the packs' files are looked at, for changes by other programs.
  private static let interval = 0.25

  let options: StudioOptions
  let store: ArchiveStore
  let events: EventHub

  struct State {
    var book: RuleBook?
    var packs: [PackSummary] = []
    var run: RunState?
    /// Articles of the archive; nil until they have been read.
    var articles: Int?
    /// Records of the inputs, with those that are no articles or were not chosen.
    var records: Int?
    var diagnostics = 0
    /// Paths of packs that were changed and not yet run.
    var changed: Set<String> = []
    /// All articles can be searched.
    var isIndexed = false
    var isStopped = false
  }

  private let state: Mutex<State>
  private let kept = KeptRecords()
  private let wake = DispatchSemaphore(value: 0)

  init(_ options: StudioOptions, store: ArchiveStore, events: EventHub) {
    self.options = options
    self.store = store
    self.events = events
    state = Mutex(State())
  }

  /// What is known now.
  func read<Value>(_ body: (State) -> Value) -> Value { state.withLock { body($0) } }

  /// The pack of that name, with its folder.
  ///
  /// - Throws: a `StudioError` where there is none.
  func pack(_ name: String) throws(StudioError) -> PackSummary {
    if let pack = read({ $0.packs.first { $0.name == name } }) { return pack }
    throw .notFound("pack `\(name)`", hint: "see /api/state for the packs there are")
  }

  /// The packs as they were last loaded.
  ///
  /// - Throws: a `StudioError` while they load for the first time.
  func book() throws(StudioError) -> RuleBook {
    if let book = read(\.book) { return book }
    throw StudioError(.serviceUnavailable, "the packs are being loaded", hint: "try again soon")
  }

  func start() {
    // Foundation's detached threads, when they end soon, write into memory that is others' by then.
    DispatchQueue(label: "hilal.workshop").async { self.work() }
  }

  /// Runs a pack again: its files were changed.
  func changed(_ path: String) {
    // A run in work is given up: what it would find is out of date.
    state.withLock { _ = $0.changed.insert(path) }
    wake.signal()
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    wake.signal()
  }

  private var isStopped: Bool { read(\.isStopped) }

  // MARK: The thread

  private func work() {
    var findings: [String: [Finding]] = [:]
    let repeated = RepeatedRun(options.reading, keeping: kept)
    var stamps = PackStamps(options.packs)
    load(options.book)
    // With the packs that are needed, which are known now.
    stamps.add(PackStamps(paths))
    readArticles()
    // Packs whose findings are not those of their files.
    var due = Set(options.packs)
    var isIndexed = false
    while !isStopped {
      due.subtract(run(due, repeated, &findings))
      if !isIndexed { DispatchQueue(label: "hilal.index").async { self.indexArticles() } }
      isIndexed = true
      let (changed, now) = waitForChange(since: stamps)
      stamps = now
      load()
      due.formUnion(affected(by: changed))
    }
  }

  /// Waits until a file of the packs is not as it was; gives the packs that have changed.
  private func waitForChange(since before: PackStamps) -> (packs: Set<String>, now: PackStamps) {
    while true {
      let now = PackStamps(paths)
      let saved = state.withLock { state in
        defer { state.changed = [] }
        return state.changed
      }
      let changed = saved.union(now.changes(since: before))
      if !changed.isEmpty || isStopped { return (changed, now) }
      _ = wake.wait(timeout: .now() + Self.interval)
    }
  }

  /// The folders of the packs and of those that they need.
  private var paths: [String] {
    read { state in
      options.packs + (state.book?.packs ?? []).filter { !$0.reports }.map(\.source.path)
    }
  }

  /// The named packs among some and those that need one of them.
  private func affected(by changed: Set<String>) -> Set<String> {
    let book = read(\.book)
    let names = Set(
      (book?.packs ?? []).filter { changed.contains($0.source.path) }.map(\.manifest.name))
    return Set(
      options.packs.filter { path in
        let needs = book?.packs.first { $0.source.path == path }?.manifest.needs ?? []
        return changed.contains(path) || needs.contains(where: names.contains)
      })
  }

  /// Loads the packs, unless they have been already.
  private func load(_ loaded: RuleBook? = nil) {
    let book =
      loaded
      ?? RuleBook(
        PackSet(paths: options.packs, locator: options.locator), reusing: read(\.book))
    let packs = options.packs.map { PackSummary(path: $0, book) }
    state.withLock { state in
      state.book = book
      state.packs = packs
      state.diagnostics = book.diagnostics.count
    }
    events.tell("packs") { json in json.array(packs) { json, pack in pack.write(&json) } }
  }

  private func readArticles() {
    do {
      let reader = try options.reading.reader(of: options.inputs, keeping: kept)
      var parser = try options.reading.recordParser()
      var articles: [Article] = []
      var selected = SelectionCount(options.reading.selection)
      var records = 0
      while !isStopped, let batch = reader.nextBatch() {
        for record in 0..<batch.count {
          if case .success(let article) = parser.parse(batch, record), selected.takes(article) {
            articles.append(article)
          }
        }
        records += batch.count
        guard articles.count >= ArchiveStore.step else { continue }
        try store.add(articles)
        articles = []
      }
      try store.add(articles)
      let (all, taken) = (records, selected.taken)
      state.withLock {
        $0.articles = taken
        $0.records = all
      }
      if !isStopped { options.articlesRead(selected) }
    } catch {
      fail("\(error)")
    }
  }

  private func indexArticles() {
    do {
      var last: Int64? = 0
      while let after = last, !isStopped { last = try store.indexNext(after: after) }
      state.withLock { $0.isIndexed = true }
      events.tell("indexed") { json in json.object { _ in } }
    } catch {
      fail("\(error)")
    }
  }

  // MARK: Runs

  /// Runs the packs over the archive, as far as they have changed, and tells what some of them find now and did not
  /// before.
  ///
  /// - Returns: the packs that need not run again: not those whose run was given up.
  private func run(
    _ paths: Set<String>, _ repeated: RepeatedRun, _ findings: inout [String: [Finding]]
  ) -> Set<String> {
    guard let book = read(\.book) else { return [] }
    let names = book.packs.filter { $0.reports && paths.contains($0.source.path) }
      .map(\.manifest.name)
    if names.isEmpty {
      // The packs' own state says why.
      return paths
    }
    begin(names)
    let start = ContinuousClock.now
    do {
      let made = try repeated.findings(of: book, inputs: options.inputs) {
        self.progress($0.read, since: start)
        return self.isWanted
      }
      // A run that was given up says nothing of what is no longer found.
      guard let made, isWanted else { return [] }
      let old = findings
      var gained = 0
      var lost = 0
      for name in names {
        let now = made.findings.filter { $0.pack == name }
        let changes = FindingChanges(from: old[name] ?? [], to: now)
        try store.apply(changes)
        findings[name] = now
        let told = ChangeReport(pack: name, changes, seconds: Self.seconds(since: start))
        gained += told.gainedCount
        lost += told.lostCount
        if old[name] != nil { events.tell("changes") { told.write(&$0) } }
      }
      finish { run in
        run.state = .done
        run.gained = gained
        run.lost = lost
        run.seconds = Self.seconds(since: start)
        run.failures = made.failures.map { "\($0.pack)/\($0.rule): \($0.message)" }
      }
    } catch {
      fail("\(error)")
    }
    return paths
  }

  /// Nothing has changed since the packs were loaded, and nobody has asked to stop.
  private var isWanted: Bool { read { $0.changed.isEmpty && !$0.isStopped } }

  private func begin(_ names: [String]) {
    let run = state.withLock { state in
      let run = RunState(
        id: (state.run?.id ?? 0) + 1, packs: names, total: state.records)
      state.run = run
      return run
    }
    events.tell("run") { run.write(&$0) }
  }

  private func progress(_ read: Int, since start: ContinuousClock.Instant) {
    let now = ContinuousClock.now
    let due = state.withLock { state -> RunState? in
      state.run?.read = read
      state.run?.seconds = Self.seconds(since: start)
      guard let run = state.run, now - run.told > .milliseconds(100) else { return nil }
      state.run?.told = now
      return run
    }
    if let due { events.tell("run") { due.write(&$0) } }
  }

  private func finish(_ change: (inout RunState) -> Void) {
    let run = state.withLock { state -> RunState? in
      if var run = state.run {
        change(&run)
        state.run = run
      }
      return state.run
    }
    if let run { events.tell("run") { run.write(&$0) } }
  }

  private func fail(_ message: String) {
    state.withLock { $0.run = $0.run ?? RunState(id: 1, packs: [], total: nil) }
    finish { run in
      run.state = .failed
      run.failures = [message]
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
  }
}
