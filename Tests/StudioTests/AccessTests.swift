import HTTPTypes
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct AccessTests {
    @Test func `the address with the token sets a cookie and takes the token out`() async throws {
      let desk = try StudioDesk()
      let answer = try await desk.send(.get, "/?token=\(StudioDesk.token)", headers: [:])
      #expect(answer.status == 303)
      #expect(answer.headers[.location] == "/")
      let cookie = try #require(answer.headers[.setCookie])
      #expect(cookie.hasPrefix("hilal-80=\(StudioDesk.token);"))
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    }

    @Test(arguments: [
      "/", "//api/state", "/api//state", "///api/findings", "//", "/api/state", "/api/events",
      "/api/export.csv", "/?token=wrong",
    ])
    func `nothing but the page's files is given without the token`(_ address: String) async throws {
      let desk = try StudioDesk()
      let answer = try await desk.send(.get, address, headers: [:])
      #expect(answer.status == 401)
      #expect(answer.text.contains("open the address that `hilal serve` printed"))
    }

    @Test func `the cookie or the bearer lets in, another token does not`() async throws {
      let desk = try StudioDesk()
      let other = String(repeating: "8", count: 64)
      for (headers, status) in [
        (["Cookie": "a=b; hilal-80=\(StudioDesk.token)"], 200),
        (["Authorization": "Bearer \(StudioDesk.token)"], 200),
        (["Cookie": "hilal-80=\(other)"], 401), (["Cookie": "hilal-81=\(StudioDesk.token)"], 401),
        (["Authorization": "Bearer \(other)"], 401), (["Authorization": StudioDesk.token], 401),
      ] {
        #expect(try await desk.send(.get, "/api/state", headers: headers).status == status)
      }
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost:81", "[::1]", ""])
    func `a foreign Host is refused, whatever it asks for`(_ host: String) async throws {
      let desk = try StudioDesk()
      for address in ["/", "/app.js", "/api/state", "/?token=\(StudioDesk.token)"] {
        let answer = try await desk.send(
          .get, address, headers: ["Host": host, "Authorization": "Bearer \(StudioDesk.token)"])
        #expect(answer.status == 421)
      }
    }

    @Test(arguments: [
      ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://localhost:81"],
      ["Origin": "https://localhost"], ["Sec-Fetch-Site": "cross-site"],
      ["Sec-Fetch-Site": "same-site"],
    ])
    func `a call from another page is refused`(_ sign: [String: String]) async throws {
      let desk = try StudioDesk()
      let cookie = ["Cookie": "hilal-80=\(StudioDesk.token)"]
      let headers = cookie.merging(sign) { $1 }
      #expect(try await desk.send(.get, "/api/state", headers: headers).status == 403)
      #expect(
        try await desk.send(.put, "/api/labels", body: "{}", headers: headers).status == 403)
    }

    @Test func `a writing call with the cookie needs the page's own Origin`() async throws {
      let desk = try StudioDesk()
      let cookie = ["Cookie": "hilal-80=\(StudioDesk.token)"]
      #expect(try await desk.send(.put, "/api/labels", body: "{}", headers: cookie).status == 403)
      for origin in ["http://localhost", "http://127.0.0.1:80"] {
        let headers = cookie.merging(["Origin": origin]) { $1 }
        // The body is looked at only behind that.
        #expect(
          try await desk.send(.put, "/api/labels", body: "{}", headers: headers).status == 400)
      }
    }

    @Test(arguments: ["/", "/api/state", "/api/nothing", "/nothing.js"])
    func `every answer forbids foreign scripts, frames and guesses`(_ address: String) async throws
    {
      let desk = try StudioDesk()
      let answer = try await desk.send(.get, address)
      let policy = try #require(answer.headers[.contentSecurityPolicy])
      for rule in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"] {
        #expect(policy.contains(rule))
      }
      #expect(!policy.contains("unsafe"))
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers.values(named: "referrer-policy") == ["no-referrer"])
      #expect(answer.headers[.accessControlAllowOrigin] == nil)
    }

    @Test func `tokens are long and never the same`() {
      let tokens = Set((0..<100).map { _ in Access.randomToken() })
      #expect(tokens.count == 100)
      #expect(tokens.allSatisfy { $0.count == 64 })
    }
  }
}
