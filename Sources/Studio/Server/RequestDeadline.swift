internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection whose client takes too long over a request: for its headers from the moment when the server is
/// ready for them, for its body from their end. A client that sends a byte now and then does not win time.
///
/// While the server works on an answer no time is counted.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  struct Limits: Sendable {
    var headers = TimeAmount.seconds(10)
    var body = TimeAmount.seconds(20)
    /// Between two requests of one connection.
    var idle = TimeAmount.seconds(60)
    /// For a client to take in the last answer, also one that came before the end of its request.
    var last = TimeAmount.seconds(1)
  }

  private let limits: Limits
  private var timer: Scheduled<Void>?
  /// The answer says that it is the last one of the connection.
  private var isLast = false

  init(_ limits: Limits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) { start(limits.headers, context) }
  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: start(limits.body, context)
    case .body: break
    case .end: timer?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let answer): isLast = answer.headerFields[.connection] == "close"
    case .body: break
    case .end: start(isLast ? limits.last : limits.idle, context)
    }
    context.write(data, promise: promise)
  }

  private func start(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    timer?.cancel()
    let channel = context.channel
    timer = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
