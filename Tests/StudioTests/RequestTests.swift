import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct RequestTests {
    @Test func `a body over 1 MiB is refused`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let text = String(repeating: "x", count: StudioContext.maxUpload)
      let answer = try await desk.send(
        .post, "/api/check", ["pack": "alarm", "path": "rules/threat.lua", "text": text])
      #expect(answer.status == 413)
      #expect(answer.headers[.connection] == "close")
    }

    @Test(arguments: [
      ("", 400), ("{", 400), ("[]", 400), ("{}", 400), (#"{"key":1}"#, 400), ("null", 400),
      (String(repeating: "[", count: 100_000), 400), (#"{"key":"none","verdict":"yes"}"#, 404),
    ])
    func `a body that cannot be read is told`(_ body: String, _ status: Int) async throws {
      let answer = try await StudioDesk().send(.put, "/api/labels", body: body)
      #expect(answer.status == status)
      #expect(try answer.error != nil)
    }

    @Test func `a form of another page is no JSON`() async throws {
      let answer = try await StudioDesk().send(
        .put, "/api/labels", body: "{}", type: "text/plain")
      #expect(answer.status == 415)
    }

    @Test(arguments: [
      (HTTPRequest.Method.get, "/api/nothing"), (.post, "/api/state"), (.delete, "/api/labels"),
      (.get, "/api"), (.get, "/..%2f..%2fetc%2fpasswd"), (.get, "/secret.js"), (.get, "/a/b.js"),
    ])
    func `what is not there is not found`(
      _ method: HTTPRequest.Method, _ address: String
    ) async throws {
      let answer = try await StudioDesk().send(method, address)
      #expect([404, 405].contains(answer.status))
      #expect(try answer.error != nil)
    }

    @Test func `a client that takes too long over its headers or body is cut off`() throws {
      for sendsHeaders in [false, true] {
        let channel = EmbeddedChannel(handler: RequestDeadline(RequestDeadline.Limits()))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        if sendsHeaders {
          try channel.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")))
        }
        // A few bytes now and then win no time.
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        if sendsHeaders {
          try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
          channel.embeddedEventLoop.advanceTime(by: .seconds(10))
        }
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
      }
    }

    @Test func `a long answer is not cut off while the server works on it`() throws {
      let channel = EmbeddedChannel(handler: RequestDeadline(RequestDeadline.Limits()))
      try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
      try channel.writeInbound(
        HTTPRequestPart.head(HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")))
      try channel.writeInbound(HTTPRequestPart.end(nil))
      channel.embeddedEventLoop.advanceTime(by: .hours(1))
      #expect(channel.isActive)
      try channel.writeOutbound(HTTPResponsePart.end(nil))
      channel.embeddedEventLoop.advanceTime(by: .minutes(2))
      #expect(!channel.isActive)
    }

    @Test func `only so many pages listen, and all streams end with the studio`() throws {
      let hub = EventHub()
      for _ in 0..<EventHub.limit { _ = try hub.response() }
      #expect(throws: StudioError.self) { try hub.response() }
      hub.close()
      #expect(throws: StudioError.self) { try hub.response() }
    }
  }
}
