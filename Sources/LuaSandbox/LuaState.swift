internal import CLuaGuard
private import Synchronization

/// A Lua state that can do nothing but compute, and only so much of it.
///
/// It belongs to one worker at a time. Globals and libraries are read-only from the start: the only things a script
/// keeps between calls are its own locals. The same calls give the same results and use the same steps in every run.
/// A thread that runs it needs 1 MiB of stack.
@safe public final class LuaState {
  // SAFETY: opened in init, closed in deinit, used by nobody else.
  private let state: OpaquePointer
  private let context: LuaContext

  /// Opens a state with its libraries and declares what the host offers.
  ///
  /// - Throws: a ``LuaError`` when memory is lacking or a name is declared twice.
  public init(
    host: any LuaHost, interface: LuaInterface = LuaInterface(), limits: LuaLimits = LuaLimits()
  ) throws(LuaError) {
    let context = LuaContext(host: host)
    let bounds = lg_limits(
      memory: limits.memory, block: limits.block, nanoseconds: Int64(limits.seconds * 1e9),
      unwatched: limits.isUnwatched)
    // SAFETY: the context is kept by this object for as long as the state lives.
    let pointer = unsafe Unmanaged.passUnretained(context).toOpaque()
    guard let state = unsafe lg_open(bounds, answer, pointer) else {
      throw LuaError(kind: .memory, message: "there is no memory for a Lua state")
    }
    unsafe self.state = unsafe state
    self.context = context
    for (number, kind) in interface.kinds.enumerated() {
      try declare(kind, UInt32(number), interface.members[number])
    }
    for function in interface.functions {
      try check(unsafe lg_declare_function(state, function.name, function.number))
    }
  }

  deinit { unsafe lg_close(state) }

  /// Compiles and runs a text chunk; never bytecode.
  ///
  /// - Parameters:
  ///   - source: the chunk's bytes.
  ///   - chunkName: the name errors show, cut at 59 bytes.
  ///   - steps: what may be used (``LuaLimits/loadingSteps``); what is left after.
  /// - Returns: the first result.
  /// - Throws: why it did not come to its end.
  public func load(
    _ source: Span<UInt8>, chunkName: String, steps: inout Int
  ) throws(LuaError) -> LuaValue {
    var left = Int64(steps)
    // SAFETY: C reads the source during the call only.
    let status = unsafe source.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe lg_load(state, $0.baseAddress, $0.count, chunkName, &left)
      }
    }
    steps = Int(left)
    return try result(status)
  }

  /// Calls a function and answers its first result. What the call costs is taken off `steps`.
  public func call(
    _ function: LuaFunction, steps: inout Int, arguments: (borrowing LuaWriter) -> Void = { _ in }
  ) throws(LuaError) -> LuaValue {
    guard function.state == context.identity, function.generation == 0 else {
      throw LuaError(
        kind: .host, message: "the function belongs to another state or an earlier call")
    }
    guard !context.isAsking else {
      throw LuaError(kind: .host, message: "the host called the state from within a call")
    }
    // SAFETY: the list of arguments belongs to the state.
    arguments(unsafe LuaWriter(lg_begin(state)))
    var left = Int64(steps)
    let status = unsafe lg_call(state, function.reference, &left)
    steps = Int(left)
    return try result(status)
  }

  /// Notes in later calls where script functions return. It costs time but no steps, and changes no result.
  public func noteReturns(_ wanted: Bool) { unsafe lg_note_returns(state, wanted) }

  /// Where the last call's function returned nil or false; behind it where the function that it had called last did,
  /// and so on inwards. Empty where it gave a value, and unless ``noteReturns(_:)`` was asked for.
  public var lastReturns: [LuaError.Frame] {
    var frames: [LuaError.Frame] = []
    var line: Int32 = 0
    // SAFETY: the state owns the name; nothing changes it while it is read.
    while let chunk = unsafe lg_returned(state, Int32(frames.count), &line) {
      unsafe frames.append(
        LuaError.Frame(chunk: String(cString: chunk), line: Int(line), function: ""))
    }
    return frames
  }

  /// Keeps the state as it is now, with all that its scripts have made, for ``goBack()``.
  ///
  /// - Returns: false when there is no memory for it, or within a call.
  public func keep() -> Bool { unsafe lg_keep(state) }

  /// Makes the state what it was when it was kept: nothing that scripts did since is left, and the next calls cost the
  /// same as they did then. Far cheaper than a new state whose scripts are loaded again. Functions received since are
  /// gone.
  ///
  /// - Returns: false when nothing was kept, or within a call.
  public func goBack() -> Bool { unsafe lg_go_back(state) }

  /// Seeds `math.random`; done before each call, its numbers depend on nothing else.
  public func seed(_ seed: UInt64) { unsafe lg_seed(state, seed) }

  /// Bytes held by the state now.
  public var memoryInUse: Int { unsafe lg_used(state) }
  /// The most bytes it ever held.
  public var peakMemory: Int { unsafe lg_peak(state) }
  /// Memory ran out in some call: the state works, but a fresh one is better.
  public var needsRebuild: Bool { unsafe lg_needs_rebuild(state) }
  /// Hashes of strings are the same in every run, as far as this Lua library's build allows.
  public var hasFixedHashes: Bool { unsafe lg_has_fixed_seed(state) }

  private func declare(
    _ kind: LuaKind, _ number: UInt32, _ members: [(name: String, number: Int32, isMethod: Bool)]
  ) throws(LuaError) {
    let operators = kind.operators.reduce(UInt32(0)) { $0 | 1 << UInt32($1.rawValue) }
    try check(
      unsafe lg_declare_kind(
        state, number, kind.name, kind.staleMessage, kind.isPermanent, operators))
    for member in members {
      try check(
        unsafe lg_declare_member(state, number, member.name, member.number, member.isMethod))
    }
  }

  private func check(_ status: lg_status) throws(LuaError) {
    if status != LG_OK { throw failure(status) }
  }

  private func result(_ status: lg_status) throws(LuaError) -> LuaValue {
    try check(status)
    var count = 0
    // SAFETY: the nodes are the state's until its next call, which cannot begin before they are taken out.
    let nodes = unsafe UnsafeBufferPointer(start: lg_result(state, &count), count: count)
    return unsafe LuaValue(nodes: nodes, at: 0, state: context.identity)
  }

  private func failure(_ status: lg_status) -> LuaError {
    var frames: [LuaError.Frame] = []
    for index in 0..<(unsafe lg_failure_frames(state)) {
      var line: Int32 = 0
      var function: UnsafePointer<CChar>?
      // SAFETY: C answers with strings of its own that end with a zero, or none beyond the last frame.
      guard let chunk = unsafe lg_failure_frame(state, index, &line, &function),
        let function = unsafe function
      else { break }
      frames.append(
        unsafe LuaError.Frame(
          chunk: String(cString: chunk), line: Int(line), function: String(cString: function)))
    }
    var length = 0
    // SAFETY: the state owns the message; nothing changes it while it is read.
    let message = unsafe UnsafeRawBufferPointer(
      start: lg_failure_message(state, &length), count: length)
    return LuaError(
      kind: LuaError.Kind(status), message: unsafe String(decoding: message, as: UTF8.self),
      traceback: frames)
  }
}

/// What a callback finds: the host, and whose functions are whose.
final class LuaContext {
  private static let identities = Atomic<UInt32>(0)

  let host: any LuaHost
  let identity = identities.add(1, ordering: .relaxed).newValue
  var isAsking = false

  init(host: any LuaHost) { self.host = host }
}
