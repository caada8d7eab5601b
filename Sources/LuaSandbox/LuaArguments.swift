internal import CLuaGuard

/// The arguments of a callback. They cannot be kept: what is needed later is taken out as a ``LuaValue``.
@safe public struct LuaArguments: ~Copyable {
  // SAFETY: nodes point into the state for the length of the callback; the struct is only ever borrowed to the host
  // and cannot be copied.
  private let nodes: UnsafeBufferPointer<lg_value>
  private let state: UInt32

  init(nodes: UnsafeBufferPointer<lg_value>, state: UInt32) {
    unsafe self.nodes = unsafe nodes
    self.state = state
  }

  /// How many arguments there are. Linear in them.
  public var count: Int {
    var count = 0
    var at = 0
    while unsafe at < nodes.count {
      at += width(at)
      count += 1
    }
    return count
  }

  /// The argument at a place counted from 0; nil beyond the last.
  public subscript(place: Int) -> LuaValue {
    guard let at = node(of: place) else { return .nil }
    // SAFETY: `at` is a node of the buffer.
    return unsafe LuaValue(nodes: nodes, at: at, state: state)
  }

  /// The object at a place, without taking anything else out.
  public func object(_ place: Int) -> LuaObject? {
    guard let at = node(of: place) else { return nil }
    // SAFETY: `at` is a node of the buffer.
    let node = unsafe nodes[at]
    guard unsafe node.tag == LG_OBJECT else { return nil }
    return unsafe LuaObject(kind: node.kind, id: UInt64(bitPattern: node.integer))
  }

  /// The integer at a place.
  public func integer(_ place: Int) -> Int64? {
    guard let at = node(of: place) else { return nil }
    // SAFETY: `at` is a node of the buffer.
    let node = unsafe nodes[at]
    return unsafe node.tag == LG_INTEGER ? node.integer : nil
  }

  /// Reads the bytes of the string at a place where they lie; nil when it is no string.
  public func withBytes<Result>(
    _ place: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let at = node(of: place) else { return nil }
    // SAFETY: `at` is a node of the buffer; a string's bytes live as long as the callback.
    let node = unsafe nodes[at]
    guard unsafe node.tag == LG_STRING else { return nil }
    return try body(unsafe node.buffer.span)
  }

  private func node(of place: Int) -> Int? {
    var at = 0
    for _ in 0..<place {
      guard unsafe at < nodes.count else { return nil }
      at += width(at)
    }
    return unsafe at < nodes.count ? at : nil
  }

  /// How many nodes the value at a node takes.
  private func width(_ at: Int) -> Int {
    // SAFETY: callers pass a node of the buffer.
    let node = unsafe nodes[at]
    return unsafe node.tag == LG_TABLE ? Int(node.kind) + 1 : 1
  }
}

extension lg_value {
  /// The bytes of a string node.
  var buffer: UnsafeBufferPointer<UInt8> {
    // SAFETY: C sets the pointer and the length of every string node together, and Lua keeps the string.
    let start = unsafe UnsafeRawPointer(bytes)?.assumingMemoryBound(to: UInt8.self)
    return unsafe UnsafeBufferPointer(start: start, count: Int(integer))
  }
}

extension LuaValue {
  /// Takes the value at a node out of its flat form.
  init(nodes: UnsafeBufferPointer<lg_value>, at start: Int, state: UInt32) {
    var at = start
    var texts = SharedTexts()
    // SAFETY: C writes whole values: `at` stays inside the buffer.
    self = unsafe LuaValue.take(nodes, &at, state, &texts)
  }

  private static func take(
    _ nodes: UnsafeBufferPointer<lg_value>, _ at: inout Int, _ state: UInt32,
    _ texts: inout SharedTexts
  ) -> LuaValue {
    guard at < nodes.count else { return .nil }
    // SAFETY: checked above.
    let node = unsafe nodes[at]
    at += 1
    switch unsafe node.tag {
    case LG_BOOLEAN: return unsafe .boolean(node.integer != 0)
    case LG_INTEGER: return unsafe .integer(node.integer)
    case LG_NUMBER: return unsafe .number(Double(bitPattern: UInt64(bitPattern: node.integer)))
    case LG_STRING: return unsafe .string(texts.string(node.buffer))
    case LG_OBJECT:
      return unsafe .object(LuaObject(kind: node.kind, id: UInt64(bitPattern: node.integer)))
    case LG_FUNCTION:
      return unsafe .function(
        LuaFunction(state: state, reference: Int32(node.integer), generation: node.kind))
    case LG_TABLE:
      var entries: [LuaTable.Entry] = []
      unsafe entries.reserveCapacity(Int(node.integer))
      for _ in 0..<(unsafe node.integer) {
        let key = unsafe take(nodes, &at, state, &texts)
        entries.append(unsafe LuaTable.Entry(key: key, value: take(nodes, &at, state, &texts)))
      }
      return .table(LuaTable(entries: entries))
    default: return .nil
    }
  }
}

/// Long texts of one value, each taken over once however often it stands there: what the state's
/// memory bounds stays bounded outside it.
private struct SharedTexts {
  /// Bytes from which a text is long.
  private static let long = 256
  private var known: [UInt: String] = [:]

  // SAFETY: the bytes are the state's for as long as the value is taken over; equal addresses are then
  // the same text. Addresses are only compared.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.count >= Self.long, let start = bytes.baseAddress else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    let address = UInt(bitPattern: start)
    if let text = known[address] { return text }
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    known[address] = text
    return text
  }
}
