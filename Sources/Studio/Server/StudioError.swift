internal import Archives
internal import HTTPTypes
internal import RulePacks

/// What a request is refused with: a status, what is wrong, what to do, and the place in a pack where there is one.
struct StudioError: Error, Sendable {
  var status: HTTPResponse.Status
  var message: String
  var hint: String
  var place: Place?

  struct Place: Sendable {
    var file: String
    var line: Int?
    var column: Int?
  }

  init(_ status: HTTPResponse.Status, _ message: String, hint: String, place: Place? = nil) {
    self.status = status
    self.message = message
    self.hint = hint
    self.place = place
  }

  /// A mistake in a pack that keeps a request from being answered.
  init(_ diagnostic: Diagnostic) {
    self.init(
      .unprocessableContent, diagnostic.message, hint: diagnostic.hint,
      place: Place(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column))
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("error") { json in
        json.field("message", message)
        json.field("hint", hint)
        guard let place else { return }
        json.field("place") { json in
          json.field("file", place.file)
          json.field("line", place.line)
          json.field("column", place.column)
        }
      }
    }
    return json.bytes
  }

  /// One line for people.
  var text: [UInt8] { Array("hilal serve: \(message); \(hint)\n".utf8) }

  static func notFound(_ what: String, hint: String) -> StudioError {
    StudioError(.notFound, "there is no \(what)", hint: hint)
  }
}
