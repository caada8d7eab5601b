internal import CLuaGuard

/// The one function C calls. It catches everything and answers with a code; C raises once it has returned.
func answer(
  _ context: UnsafeMutableRawPointer?, _ request: lg_request, _ number: Int32,
  _ nodes: UnsafePointer<lg_value>?, _ count: Int, _ out: OpaquePointer?
) -> Int32 {
  guard let context = unsafe context, let out = unsafe out else { return 1 }
  // SAFETY: the context was made from a LuaContext that its state keeps while C may call.
  return unsafe Unmanaged<LuaContext>.fromOpaque(context)._withUnsafeGuaranteedRef { context in
    let writer = unsafe LuaWriter(out)
    context.isAsking = true
    defer { context.isAsking = false }
    do {
      // SAFETY: C passes `count` nodes that live as long as this call.
      let nodes = unsafe UnsafeBufferPointer(start: nodes, count: count)
      try unsafe reply(context, request, number, nodes, writer)
      return 0
    } catch {
      writer.fail("\(error)")
      return 1
    }
  }
}

private func reply(
  _ context: LuaContext, _ request: lg_request, _ number: Int32,
  _ nodes: UnsafeBufferPointer<lg_value>, _ writer: borrowing LuaWriter
) throws {
  let host = context.host
  if request == LG_FIELD {
    // SAFETY: the one node is the object.
    let node = unsafe nodes[0]
    let object = unsafe LuaObject(kind: node.kind, id: UInt64(bitPattern: node.integer))
    return try host.field(number, of: object, into: writer)
  }
  let arguments = unsafe LuaArguments(nodes: nodes, state: context.identity)
  switch request {
  case LG_INDEX: try host.index(arguments, into: writer)
  case LG_CALL: try host.call(number, arguments, into: writer)
  case LG_OPERATE:
    guard let op = LuaOperator(rawValue: number) else { return }
    try host.operate(op, arguments, into: writer)
  case LG_PRINT: arguments.withBytes(0) { host.print($0) }
  case LG_SOURCE:
    guard let module = try host.source(ofModule: arguments[0].string ?? "") else { return }
    writer.string(module.source.span)
    writer.string(module.chunkName)
  default: return
  }
}

extension LuaError.Kind {
  init(_ status: lg_status) {
    self =
      switch status {
      case LG_SYNTAX: .syntax
      case LG_STEPS: .steps
      case LG_MEMORY: .memory
      case LG_TIME: .time
      case LG_STACK: .stack
      case LG_HOST: .host
      default: .runtime
      }
  }
}
