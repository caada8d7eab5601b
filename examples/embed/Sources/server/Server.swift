import FlyingFox
import Foundation
import RulePacks

/// Findings by HTTP: `POST /findings` with an article as JSON.
///
///     server PORT PACK…
@main
enum Server {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let port = arguments.first.flatMap(UInt16.init), arguments.count > 1 else {
      complain("usage: server PORT PACK…")
      exit(64)
    }
    let packs = Array(arguments.dropFirst())
    // Needed packs are looked for beside the named ones.
    let book = RuleBook(PackSet(paths: packs, locator: PackLocator(places: ["plugins"])))
    guard book.diagnostics.isEmpty else {
      for diagnostic in book.diagnostics { complain("\(diagnostic)") }
      exit(70)
    }
    let service = FindingService(book)
    let server = HTTPServer(address: .loopback(port: port), logger: .disabled)
    await server.appendRoute("POST /findings") { request in
      do {
        let answer = try await service.findings(in: try await request.bodyData)
        return HTTPResponse(
          statusCode: .ok, headers: [.contentType: "application/json"], body: answer)
      } catch let error as DecodingError {
        return HTTPResponse(
          statusCode: .badRequest, body: Data("no article: \(reason(error))\n".utf8))
      }
    }
    do {
      try await server.run()
    } catch {
      complain("error: cannot listen on port \(port): \(error.localizedDescription); name another port")
      exit(74)
    }
  }

  /// What is wrong with a posted article, for whoever posted it.
  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "it has no `\(key.stringValue)`"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.last.map { "`\($0.stringValue)` is no text" } ?? "it is no JSON object"
    default: "it is not valid JSON"
    }
  }

  private static func complain(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
}
