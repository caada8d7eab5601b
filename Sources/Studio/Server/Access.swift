internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// Who may call the studio: a page that it has served itself, or a program that knows the token.
///
/// A page of another site can make a browser send requests here, and by DNS rebinding even under a name of its own:
/// it knows neither the token nor a Host that is allowed, and its Origin gives it away.
final class Access: Sendable {
  let token: String
  private let boundPort: Mutex<Int>

  /// - Parameter port: 0 until the system has chosen one.
  init(port: Int, token: String = Access.randomToken()) {
    self.token = token
    boundPort = Mutex(port)
  }

  /// The port that the server listens on.
  var port: Int {
    get { boundPort.withLock { $0 } }
    set { boundPort.withLock { $0 = newValue } }
  }

  /// What the user opens.
  var address: String { "http://127.0.0.1:\(port)/?token=\(token)" }

  /// A cookie is seen by every port of a host: its name tells studios apart.
  var cookieName: String { "hilal-\(port)" }

  /// The cookie is set for a page that was opened with the token, and never shown to its scripts.
  var cookie: String { "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Strict" }

  /// 256 bits of the system's generator.
  static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  // MARK: What is asked of a request

  /// - Throws: a `StudioError` where the Host is not this server's own.
  func checkHost(_ request: Request) throws(StudioError) {
    let named =
      [request.head.authority].compactMap { $0 } + request.headers.values(named: "host")
    // A whole address in the place of a path would name a host of its own.
    if request.uri.string.hasPrefix("/"), !named.isEmpty,
      named.allSatisfy({ hosts.contains($0.lowercased()) })
    {
      return
    }
    throw StudioError(
      .misdirectedRequest, "this server answers to 127.0.0.1 alone",
      hint: "open the address that `hilal serve` printed")
  }

  /// - Throws: a `StudioError` for a call from a page of another origin, and for a call that writes and comes from no
  ///   page, unless it proves by itself that it knows the token.
  func checkOrigin(_ request: Request) throws(StudioError) {
    let refusal = StudioError(
      .forbidden, "the call comes from another page",
      hint: "call from a page that `hilal serve` has served")
    // What a browser says of itself, where it says it.
    let sites = request.headers.values(named: "sec-fetch-site")
    if sites.contains(where: { $0 != "same-origin" && $0 != "none" }) { throw refusal }
    if let origin = request.headers[.origin] {
      if hosts.contains(where: { origin.lowercased() == "http://\($0)" }) { return }
      throw refusal
    }
    let writes = request.method != .get && request.method != .head
    if writes, !hasBearer(request) { throw refusal }
  }

  /// - Throws: a `StudioError` where the token is missing or another.
  func checkToken(_ request: Request) throws(StudioError) {
    let cookies = request.headers.values(named: "cookie").flatMap { (line: String) in
      line.split(separator: ";").map { $0.drop { $0 == " " } }
    }
    let prefix = cookieName + "="
    let own = cookies.contains { cookie in
      cookie.hasPrefix(prefix) && isToken(String(cookie.dropFirst(prefix.count)))
    }
    if own || hasBearer(request) { return }
    throw StudioError(
      .unauthorized, "the token is missing or another studio's",
      hint: "open the address that `hilal serve` printed")
  }

  /// Whether a text is the token; takes the same time wherever they differ.
  func isToken(_ text: String) -> Bool {
    let given = Array(text.utf8)
    let own = Array(token.utf8)
    guard given.count == own.count else { return false }
    return zip(given, own).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private func hasBearer(_ request: Request) -> Bool {
    guard let given = request.headers[.authorization], given.hasPrefix("Bearer ") else {
      return false
    }
    return isToken(String(given.dropFirst(7)))
  }

  private var hosts: [String] {
    let port = self.port
    let names = ["127.0.0.1", "localhost"]
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }
}

extension HTTPFields {
  /// The values of all fields of a name, in small letters.
  func values(named name: String) -> [String] {
    filter { $0.name.canonicalName == name }.map(\.value)
  }
}
