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
      json.key("error")
      json.object { json in
        json.key("message")
        json.string(message)
        json.key("hint")
        json.string(hint)
        guard let place else { return }
        json.key("place")
        json.object { json in
          json.key("file")
          json.string(place.file)
          json.key("line")
          json.int(place.line)
          json.key("column")
          json.int(place.column)
        }
      }
    }
    return json.bytes
  }

  static func notFound(_ what: String, hint: String) -> StudioError {
    StudioError(.notFound, "there is no \(what)", hint: hint)
  }
}

extension JSONWriter {
  /// A number, or null.
  mutating func int(_ value: Int?) {
    if let value { int(value) } else { null() }
  }
}
