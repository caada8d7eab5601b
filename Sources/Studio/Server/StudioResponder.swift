internal import HTTPTypes
internal import Hummingbird

/// What is known of a request. Bodies are bounded.
struct StudioContext: RequestContext {
  /// Bytes of a body at most.
  static let maxUpload = 1 << 20

  var coreContext: CoreRequestContextStorage
  var maxUploadSize: Int { Self.maxUpload }

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
  }
}

/// Stands before all routes: lets in who may come in, gives every answer the headers that keep it harmless, and turns
/// every error into JSON.
struct StudioResponder: HTTPResponder {
  let access: Access
  let router: any HTTPResponder<StudioContext>

  func respond(to request: Request, context: StudioContext) async throws -> Response {
    var response: Response
    do {
      try access.checkHost(request)
      response = try await answer(request, context)
    } catch let error as StudioError where request.uri.path == "/" {
      // What a person sees who has opened the page without its token.
      response = .bytes(error.text, type: "text/plain; charset=utf-8", status: error.status)
    } catch let error as StudioError {
      response = .json(error.json, status: error.status)
    } catch {
      let failure = StudioError(
        .internalServerError, "the request could not be answered: \(error)",
        hint: "try again; the studio goes on")
      response = .json(failure.json, status: failure.status)
    }
    if response.status.code >= 400 {
      // The router's own errors are bare.
      if response.body.contentLength == 0 {
        response = .json(Self.error(response.status).json, status: response.status)
      }
      // What is left of a body that was refused need not be read.
      response.headers[.connection] = "close"
    }
    for (name, value) in Self.headers { response.headers[name] = value }
    return response
  }

  private func answer(_ request: Request, _ context: StudioContext) async throws -> Response {
    let path = request.uri.path
    if path == "/", let token = request.parameter("token") {
      return try enter(token)
    }
    // The router takes //api/state for /api/state: all but the page's own files needs the token, however it is written.
    if !Assets.isName(path) { try access.checkToken(request) }
    if path != "/", !Assets.isName(path) { try access.checkOrigin(request) }
    return try await router.respond(to: request, context: context)
  }

  /// Trades the token in the address for a cookie, so that it does not stay in the address.
  private func enter(_ token: String) throws(StudioError) -> Response {
    guard access.isToken(token) else {
      throw StudioError(
        .unauthorized, "the token is another studio's",
        hint: "open the address that `hilal serve` printed")
    }
    return Response(status: .seeOther, headers: [.location: "/", .setCookie: access.cookie])
  }

  private static func error(_ status: HTTPResponse.Status) -> StudioError {
    switch status {
    case .notFound:
      StudioError(status, "there is no such page or call", hint: "see the studio's documentation")
    case .contentTooLarge:
      StudioError(
        status, "the body is over \(StudioContext.maxUpload >> 20) MiB", hint: "send less at once")
    default: StudioError(status, status.reasonPhrase, hint: "see the studio's documentation")
    }
  }

  /// No script but the studio's own, nothing from elsewhere, in no frame, remembered by nobody.
  private static let headers: [(HTTPField.Name, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
