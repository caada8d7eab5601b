internal import Archives
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
  /// An answer of one type, all of it at once.
  static func bytes(
    _ bytes: some Sequence<UInt8>, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static func json(_ json: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    .bytes(json, type: "application/json; charset=utf-8", status: status)
  }

  /// An answer that `body` writes.
  static func json(_ body: (inout JSONWriter) -> Void) -> Response {
    var json = JSONWriter()
    body(&json)
    return .json(json.bytes)
  }
}

extension Request {
  /// A parameter of the address as forms write it, `+` for a blank and percent signs for bytes; nil where it is missing,
  /// empty or no UTF-8.
  func parameter(_ name: String) -> String? {
    for part in (uri.query ?? "").split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, pair[0] == name else { continue }
      let text = pair[1].replacing("+", with: " ").removingPercentEncoding
      return text.flatMap { $0.isEmpty ? nil : $0 }
    }
    return nil
  }

  /// The names of all parameters of the address, as ``parameter(_:)`` knows them.
  var parameterNames: [String] {
    (uri.query ?? "").split(separator: "&").map { part in
      let name = String(part.prefix { $0 != "=" })
      return name.removingPercentEncoding ?? name
    }
  }

  /// A whole number in the address; one that is larger than wanted is the largest.
  ///
  /// - Throws: a `StudioError` for what is no number, or smaller than the range.
  func number(_ name: String, or value: Int, in range: ClosedRange<Int>) throws(StudioError) -> Int
  {
    guard let text = parameter(name) else { return value }
    guard let number = Int(text) else {
      throw StudioError(.badRequest, "`\(name)` is no whole number", hint: "write \(name)=\(value)")
    }
    guard number >= range.lowerBound else {
      throw StudioError(
        .badRequest, "`\(name)` is less than \(range.lowerBound)", hint: "write \(name)=\(value)")
    }
    return min(number, range.upperBound)
  }

  /// The body's JSON object.
  ///
  /// - Throws: a `StudioError` for a body that is too large, no JSON, or lacks something.
  func decoded<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    guard headers[.contentType]?.hasPrefix("application/json") == true else {
      throw StudioError(
        .unsupportedMediaType, "the body is not called JSON",
        hint: "send Content-Type: application/json")
    }
    let buffer = try await body.collect(upTo: StudioContext.maxUpload)
    do {
      return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
    } catch let error as DecodingError {
      throw StudioError(.badRequest, Self.message(error), hint: "see the studio's documentation")
    }
  }

  private static func message(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _): "the body lacks `\(key.stringValue)`"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "`\(context.codingPath.map(\.stringValue).joined(separator: "."))` has the wrong type"
    default: "the body is not JSON"
    }
  }
}
