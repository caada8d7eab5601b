internal import Archives
internal import HTTPTypes
internal import Hummingbird
internal import RulePacks

/// Judgements: given, counted, handed out.
extension Studio {
  private struct Judgement: Decodable {
    var key: String
    var verdict: String?
    var note: String?
  }

  func addLabels(to api: RouterGroup<StudioContext>) {
    api.put("labels") { request, _ -> Response in
      try await self.judge(try await request.decoded(Judgement.self))
    }
    api.get("labels") { _, _ -> Response in
      let rules = try await self.store.verdicts()
      return Response.json { json in
        json.object { json in
          json.field("rules", rules) { json, rule in rule.write(&json) }
        }
      }
    }
    api.get("labels.jsonl") { request, _ -> Response in
      let name = request.parameter("rule").map { $0.split(separator: "/").map(String.init) } ?? []
      let lines = self.labels.gold(
        pack: name.count > 1 ? name.first : request.parameter("pack"), rule: name.last)
      var response = Response.bytes(lines, type: "application/jsonl; charset=utf-8")
      response.headers[.contentDisposition] = "attachment; filename=\"labels.jsonl\""
      return response
    }
  }

  private func judge(_ judgement: Judgement) async throws -> Response {
    guard let item = try await store.finding(judgement.key), let finding = item.finding else {
      throw StudioError.notFound("finding `\(judgement.key)`", hint: "it may be gone since a save")
    }
    guard [nil, "yes", "no"].contains(judgement.verdict) else {
      throw StudioError(.badRequest, "this is no verdict", hint: "write yes, no or null")
    }
    let label = judgement.verdict.map { verdict in
      LabelFile.Label(
        id: "\(finding.article.id):\(finding.sentence.field):\(finding.sentence.start)",
        text: finding.sentence.text, label: verdict, key: judgement.key, pack: finding.pack,
        rule: finding.rule, note: judgement.note)
    }
    do throws(ArchivesError) {
      try labels.set(label, for: judgement.key)
    } catch {
      throw StudioError(
        .forbidden, "the labels cannot be written: \(error.description)",
        hint: "name another file with --labels")
    }
    try await store.setVerdict(judgement.verdict, of: judgement.key)
    let answer = { (json: inout JSONWriter) in
      json.object { json in
        json.field("key", judgement.key)
        json.field("verdict", judgement.verdict)
      }
    }
    events.tell("label", answer)
    return Response.json(answer)
  }
}

extension ArchiveStore.RuleVerdicts {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("pack", pack)
      json.field("rule", rule)
      json.field("yes", right)
      json.field("no", wrong)
      json.field("unjudged", unjudged)
      let judged = right + wrong
      let range = Evaluation.interval(right, of: judged)
      for (key, share) in [
        ("precision", Double(right) / Double(judged)), ("low", range.lowerBound),
        ("high", range.upperBound),
      ] {
        // Of nothing judged there is no share: what is not finite is null.
        json.field(key, judged > 0 ? (share * 10_000).rounded() / 10_000 : .nan)
      }
    }
  }
}
