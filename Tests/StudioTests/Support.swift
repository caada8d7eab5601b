import BatchRunner
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import RulePacks
import Synchronization
import Testing

@testable import Studio

/// All tests of the studio, one after the other: each opens a server, an archive and a thread of its own.
@Suite(.serialized) struct StudioTests {}

/// A studio over a small archive and a pack in a folder of their own. Requests come to it without a network.
final class StudioDesk: Sendable {
  static let token = String(repeating: "7", count: 64)

  /// Finds the word هدد in any sentence.
  static let rule = """
    return hilal.rule {
      id = "threat", title = "Threatens", fields = { "cue", "actor" },
      match = hilal.verb "هدّد":as "cue" * hilal.word "الجيش":as "actor",
      check = function(_, m) return { cue = m.cue, actor = m.actor } end }
    """

  static let manifest = """
    name = "alarm"
    version = "1.0.0"
    """

  static let articles = """
    {"id":"a1","date":"2024-05-01","source":"first","title":"One","content":"هدّد الجيش بالرد. ثم صمت."}
    {"id":"a2","date":"2024-05-02","source":"second","title":"Two","content":"لم يحدث شيء اليوم."}
    {"id":"a3","date":"2024-05-03","source":"first","title":"Three","content":"وهدد الجيش المدينة."}
    """

  let folder: String
  let studio: Studio

  var pack: String { folder + "/alarm" }

  /// - Parameters:
  ///   - articles: JSON Lines.
  ///   - files: more files of the folder, by path.
  ///   - change: sets options of the studio.
  init(
    articles: String = StudioDesk.articles, files: [String: String] = [:],
    options change: (inout StudioOptions) -> Void = { _ in }
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/hilal-desk-\(UUID().uuidString)"
    let standard = [
      "alarm/pack.toml": Self.manifest, "alarm/rules/threat.lua": Self.rule,
      "news.jsonl": articles,
    ]
    for (name, text) in standard.merging(files, uniquingKeysWith: { $1 }) {
      try Self.write(text, folder + "/" + name)
    }
    var options = StudioOptions(
      packs: [folder + "/alarm/"], locator: PackLocator(places: [folder]),
      inputs: [folder + "/news.jsonl"], reading: Runner.Options(), version: "test")
    options.labels = folder + "/labels.jsonl"
    change(&options)
    // The requests of the test client are addressed to localhost without a port.
    studio = try Studio(options, access: Access(port: 80, token: Self.token))
  }

  deinit {
    studio.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func write(_ text: String, _ path: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) -> String {
    (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
  }

  /// Opens the archive and waits until its findings are there.
  func open() async throws {
    studio.workshop.start()
    try await wait { $0.run?.state == .done && $0.isIndexed }
  }

  /// Waits until the workshop is in some state.
  func wait(until isReached: @escaping (Workshop.State) -> Bool) async throws {
    for _ in 0..<1500 {
      if studio.workshop.read(isReached) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("the state was not reached in 30 s: \(studio.workshop.read { "\($0.packs)" })")
  }

  /// What a request came to.
  struct Answer {
    var status: Int
    var headers: HTTPFields
    var text: String

    func object() throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func list() throws -> [[String: Any]] {
      try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    var items: [[String: Any]] { get throws { try object()["items"] as? [[String: Any]] ?? [] } }

    /// The message of an error.
    var error: String? {
      get throws { (try object()["error"] as? [String: Any])?["message"] as? String }
    }
  }

  /// Sends a request; with the token unless headers are given.
  func send(
    _ method: HTTPRequest.Method = .get, _ address: String, body: String? = nil,
    headers: [String: String] = ["Authorization": "Bearer \(StudioDesk.token)"],
    type: String = "application/json"
  ) async throws -> Answer {
    var fields = HTTPFields()
    for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
    if body != nil { fields[.contentType] = type }
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "localhost", path: address, headerFields: fields)
    let request = Request(
      head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
    let source = ApplicationRequestContextSource(
      channel: EmbeddedChannel(), logger: Logger(label: "test"))
    let response = try await studio.responder.respond(
      to: request, context: StudioContext(source: source))
    let text = Gathered()
    try await response.body.write(Gathered.Writer(text: text))
    return Answer(
      status: response.status.code, headers: response.headers,
      text: text.bytes.withLock { String(decoding: $0, as: UTF8.self) })
  }

  /// What a response's body has written.
  private final class Gathered: Sendable {
    let bytes = Mutex<[UInt8]>([])

    struct Writer: ResponseBodyWriter, Sendable {
      let text: Gathered
      func write(_ buffer: ByteBuffer) { text.bytes.withLock { $0 += buffer.readableBytesView } }
      consuming func finish(_ trailingHeaders: HTTPFields?) {}
    }
  }

  /// Sends an object as JSON.
  func send(
    _ method: HTTPRequest.Method, _ address: String, _ body: [String: Any]
  ) async throws -> Answer {
    let text = String(
      decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
    return try await send(method, address, body: text)
  }
}
