internal import Archives
internal import Articles
internal import HTTPTypes
internal import Hummingbird
internal import RulePacks

/// The rule editor: texts that are not saved checked, patterns tried, findings made cases.
extension Studio {
  private struct Draft: Decodable {
    var pack: String
    var path: String
    var text: String
  }

  private struct Attempt: Decodable {
    var pack: String?
    var pattern: String
    var text: String
  }

  private struct NewCase: Decodable {
    enum Verdict: String, Decodable {
      case right
      case wrong
    }

    var key: String
    var verdict: Verdict
    var name: String?
  }

  func addRules(to api: RouterGroup<StudioContext>) {
    api.post("check") { request, _ -> Response in
      let draft = try await request.decoded(Draft.self)
      let check = DraftCheck(
        pack: try self.workshop.pack(draft.pack).path, path: draft.path, text: draft.text,
        locator: self.options.locator)
      let found = try await self.trying.run { try check.diagnostics() }
      return Self.diagnostics(found)
    }
    api.post("play") { request, _ -> Response in
      let attempt = try await request.decoded(Attempt.self)
      let playground = Playground(
        pack: try attempt.pack.map { name in try self.workshop.pack(name).path },
        pattern: attempt.pattern, text: attempt.text, locator: self.options.locator,
        open: self.workshop.read { state in
          (state.book?.packs ?? []).filter(\.reports).map { ($0.source.path, $0.manifest.needs) }
        })
      switch try await self.trying.run({ try playground.result() }) {
      case .mistakes(let found): return Self.diagnostics(found)
      case .trial(let trial): return Response.json { trial.write(&$0) }
      }
    }
    api.post("cases") { request, _ -> Response in
      try await self.addCase(try await request.decoded(NewCase.self))
    }
  }

  private static func diagnostics(_ found: [Diagnostic]) -> Response {
    .json { json in
      json.object { json in
        json.field("diagnostics", found) { json, diagnostic in diagnostic.write(&json) }
      }
    }
  }

  private func addCase(_ wanted: NewCase) async throws -> Response {
    guard let item = try await store.finding(wanted.key), let finding = item.finding,
      let article = try await store.article(finding.article.id)
    else {
      throw StudioError.notFound("finding `\(wanted.key)`", hint: "it may be gone since a save")
    }
    let standard = "\(finding.rule): \(finding.span.text) (\(finding.article.id))"
    let writer = CaseWriter(
      pack: try workshop.pack(finding.pack), finding: finding,
      title: String(decoding: article.title, as: UTF8.self),
      content: String(decoding: article.content, as: UTF8.self),
      isRight: wanted.verdict == .right, name: wanted.name ?? standard, locator: options.locator)
    let written = try await trying.run { try writer.write() }
    return Response.json { json in
      json.object { json in
        json.field("path", CaseWriter.file)
        json.field("case", written.name)
        json.field("text", written.text)
        json.field("passes", written.passes)
      }
    }
  }
}

extension PatternTrial {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("tokens", words) { json, word in
        json.object { json in
          word.span.writePlace(&json)
          json.field("text", word.span.text)
          json.field("folded", word.folded)
          for (key, text) in [("prefixes", word.prefix), ("suffixes", word.suffix)] {
            json.field(key, text.isEmpty ? [] : [text])
          }
          json.field("stem", word.stem)
          json.field("terms", word.terms)
        }
      }
      json.field("matches", matches) { json, match in
        json.object { json in
          match.span.writePlace(&json)
          json.field("captures", match.captures) { json, capture in
            json.object { json in
              json.field("name", capture.name)
              capture.span.writePlace(&json)
            }
          }
        }
      }
      json.field("stops", stops) { json, stop in json.object { stop.write(&$0) } }
    }
  }
}

extension PatternTrial.Stop {
  /// The members of its object.
  fileprivate func write(_ json: inout JSONWriter) {
    span.writePlace(&json)
    let found = span.text.isEmpty ? "the sentence ends" : "found: \(span.text)"
    let stood = matched.map { "\($0.part) (\($0.span.text))" }.joined(separator: ", ")
    json.field(
      "reason",
      (stood.isEmpty ? "" : "\(stood); then ")
        + "wanted: \(wanted.joined(separator: " or ")); \(found)")
    json.field("matched", matched) { json, part in
      json.object { json in
        json.field("part", part.part)
        part.span.writePlace(&json)
      }
    }
    json.field("wanted", wanted)
  }
}

extension TextSpan {
  /// First code point and the one past the last, within an object that is open.
  fileprivate func writePlace(_ json: inout JSONWriter) {
    json.field("start", start)
    json.field("end", end)
  }
}
