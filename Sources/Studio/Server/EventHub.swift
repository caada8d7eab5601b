internal import Archives
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// Tells all open pages what happens: server-sent events.
final class EventHub: Sendable {
  /// Pages that listen at once; more are refused.
  static let limit = 32
  /// Events that wait for a slow page; older ones are dropped, and the page asks for the state anew.
  private static let waiting = 64

  private struct State {
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var next = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Tells an event, its data as JSON.
  func tell(_ name: String, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    body(&json)
    let bytes = Array("event: \(name)\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield(bytes) }
  }

  /// Ends all streams.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  /// An answer that goes on until the page or the studio is closed.
  ///
  /// - Throws: a `StudioError` where too many pages listen.
  func response() throws(StudioError) -> Response {
    guard let (number, stream) = listen() else {
      throw StudioError(
        .serviceUnavailable, "more than \(Self.limit) pages listen", hint: "close some of them")
    }
    let body = ResponseBody { writer in
      try await withTaskCancellationHandler {
        defer { self.leave(number) }
        // At once, so that the page knows that it is heard.
        try await writer.write(ByteBuffer(string: ": welcome\n\n"))
        for await bytes in stream { try await writer.write(ByteBuffer(bytes: bytes)) }
        try await writer.finish(nil)
      } onCancel: {
        self.leave(number)
      }
    }
    return Response(status: .ok, headers: [.contentType: "text/event-stream"], body: body)
  }

  private func listen() -> (Int, AsyncStream<[UInt8]>)? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(Self.waiting))
    return state.withLock { state in
      guard !state.isClosed, state.listeners.count < Self.limit else { return nil }
      state.next += 1
      state.listeners[state.next] = continuation
      return (state.next, stream)
    }
  }

  private func leave(_ number: Int) {
    state.withLock { $0.listeners.removeValue(forKey: number) }?.finish()
  }

  /// A comment that finds out which pages are gone.
  func beat() {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield(Array(": beat\n\n".utf8)) }
  }
}
