internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Synchronization

/// One pack's Lua state in one worker. Made when a rule of the pack first runs; in each later batch it
/// goes back to what it was then, so that nothing a script remembers outlives 64 records.
final class PackState {
  /// Steps that loading a pack may take.
  static let loadSteps = 50_000_000

  let host: ScriptHost
  private let state: LuaState
  private var isKept = false

  /// Makes a state; no script has run yet.
  ///
  /// - Throws: a `LuaError` when the system gives no memory.
  init(_ host: ScriptHost, _ bounds: ScriptLimits = ScriptLimits()) throws(LuaError) {
    self.host = host
    var limits = LuaLimits()
    limits.seconds = bounds.seconds
    limits.isUnwatched = bounds.isUnwatched
    if let memory = host.source.manifest.limits.memory {
      limits.memory = min(limits.memory >> 20, memory) << 20
    }
    state = try LuaState(host: host, interface: Self.interface, limits: limits)
  }

  /// What scripts are offered, the same in every state.
  private static let interface = LuaInterface(
    kinds: ObjectKind.allCases.map(\.declaration),
    functions: Dictionary(
      uniqueKeysWithValues: Builtin.allCases.map { ($0.declaration.name, Int32($0.rawValue)) }))

  /// Runs one rule file and returns its value.
  ///
  /// - Throws: a `LuaError`.
  func load(_ script: PackSource.Script, steps: inout Int) throws(LuaError) -> LuaValue {
    try state.load(script.text.utf8Span.span, chunkName: script.name, steps: &steps)
  }

  /// Runs all rule files again, for the check functions of a pack that has loaded before.
  ///
  /// - Throws: a `LuaError`.
  func loadAgain() throws(LuaError) {
    var steps = Self.loadSteps
    for script in host.source.rules { _ = try load(script, steps: &steps) }
    // What it prints while it loads was shown the first time.
    _ = host.printed.take()
    beginRunning()
  }

  /// Its files have run: from now on rules do.
  fileprivate func beginRunning() {
    host.phase = .running
    isKept = state.keep()
  }

  /// Makes it as it was when its files had run.
  ///
  /// - Returns: false where that cannot be had back: a new state is wanted.
  func reset() -> Bool { isKept && state.goBack() }

  /// Calls the check function of a rule.
  ///
  /// - Throws: a `LuaError`.
  func check(
    _ function: LuaFunction, _ arguments: [LuaValue], seed: UInt64, steps: inout Int
  ) throws(LuaError) -> LuaValue {
    state.seed(seed)
    return try state.call(function, steps: &steps) { writer in
      for argument in arguments { writer.value(argument) }
    }
  }

  /// Notes where functions return, for who asks why.
  func noteReturns(_ wanted: Bool) { state.noteReturns(wanted) }

  /// Where the last call returned nothing, the outermost function first, if that was noted.
  var lastReturns: [LuaError.Frame] { state.lastReturns }

  /// Memory ran out, so that the state may be half made.
  var needsRebuild: Bool { state.needsRebuild }
}

/// The state in which a pack loaded first. It is like any that its files have run in again, so that one worker need
/// not run them.
final class FirstState: Sendable {
  /// SAFETY: the state is put in by the thread that made it and taken out once, by the worker that it then belongs to;
  /// who puts it in does not use it afterwards.
  private struct Box: @unchecked Sendable {
    let state: PackState
  }
  private let box = Mutex<Box?>(nil)

  func put(_ state: PackState) { box.withLock { $0 = Box(state: state) } }

  /// The state, ready for rules; nil where another worker has it, or nobody put one in.
  func take() -> PackState? {
    let taken = box.withLock { box in
      defer { box = nil }
      return box
    }
    taken?.state.beginRunning()
    return taken?.state
  }
}
