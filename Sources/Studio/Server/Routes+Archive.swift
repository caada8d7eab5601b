internal import Archives
internal import Articles
internal import BatchRunner
internal import HTTPTypes
internal import Hummingbird
internal import RulePacks

/// The archive: findings, articles, values, pictures.
extension Studio {
  func addArchive(to api: RouterGroup<StudioContext>) {
    api.get("findings") { request, _ -> Response in
      guard let order = ArchiveStore.Order(rawValue: request.parameter("order") ?? "newest") else {
        throw StudioError(
          .badRequest, "`order` is no order", hint: "write order=newest or order=sample")
      }
      let page = try await self.store.findings(
        FindingFilter(request), order: order,
        offset: try request.number("offset", or: 0, in: 0...Int(Int32.max)),
        limit: try request.number("limit", or: 100, in: 0...500))
      return Response.json { json in
        json.object { json in
          json.field("total", page.total)
          json.field("items", page.items) { json, item in item.write(&json) }
        }
      }
    }
    api.get("articles") { request, _ -> Response in
      let page = try await self.store.articles(
        FindingFilter(articles: request),
        offset: try request.number("offset", or: 0, in: 0...Int(Int32.max)),
        limit: try request.number("limit", or: 50, in: 0...200))
      return Self.articles(page.total, page.items, query: request.parameter("q"))
    }
    api.get("article") { request, _ -> Response in
      guard let id = request.parameter("id") else {
        throw StudioError(.badRequest, "which article?", hint: "write article?id=ID")
      }
      return try await self.article(id)
    }
    api.get("values") { request, _ -> Response in
      let known = FindingFilter.fields + ["source", "rule"]
      guard let field = request.parameter("field"), known.contains(field) else {
        throw StudioError(
          .badRequest, "which field?", hint: "write values?field=\(known.joined(separator: "|"))")
      }
      let values = try await self.store.values(of: field)
      return Response.json { json in json.array(values) { json, value in value.write(&json) } }
    }
    api.get("charts") { request, _ -> Response in
      let charts = try await self.store.charts(FindingFilter(request))
      return Response.json { charts.write(&$0) }
    }
    api.get("export.csv") { request, _ -> Response in
      let fields = self.workshop.read { $0.book?.fieldNames } ?? []
      let table = try await self.store.table(FindingFilter(request), fields: fields)
      var response = Response.bytes(table, type: "text/csv; charset=utf-8")
      response.headers[.contentDisposition] = "attachment; filename=\"findings.csv\""
      return response
    }
  }

  private static func articles(
    _ total: Int, _ items: [ArchiveStore.ArticleItem], query: String?
  ) -> Response {
    .json { json in
      json.object { json in
        json.field("total", total)
        json.field("items", items) { json, item in
          json.object { json in
            json.field("id", item.id)
            json.field("title", item.title)
            json.field("date", item.date)
            json.field("source", item.source)
            json.field("findings", item.findings)
            json.key("snippet")
            Snippet(item.content, query: query).write(&json)
          }
        }
      }
    }
  }

  /// An article with all its layers and its findings.
  private func article(_ id: String) async throws -> Response {
    guard let article = try await store.article(id) else {
      throw StudioError.notFound(
        "article `\(id)`", hint: "it may have come from another archive; search for its words")
    }
    let book = try workshop.book()
    let analysis = try await reading.run {
      var json = JSONWriter()
      let made = PackWorker(book).annotate(article)
      AnalysisWriter.write(made.analysis, layers: made.layers, to: &json)
      return json.bytes
    }
    let findings = try await store.findings(of: id)
    return Response.json { json in
      json.object { json in
        json.field("article") { json in
          json.field("id", article.id)
          json.field("date", article.date)
          json.field("source", article.source)
          json.field("url", article.url)
          json.field("title", article.title)
          json.field("content", article.content)
        }
        json.key("analysis")
        // Without the line's end.
        json.raw(analysis.dropLast())
        json.field("findings", findings) { json, item in item.write(&json) }
      }
    }
  }
}

extension ArchiveStore.Value {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("value", value)
      json.field("text", text)
      json.field("count", count)
    }
  }
}

extension ArchiveStore.Charts {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("days", days) { json, item in
        json.object { json in
          json.field("day", item.day)
          json.field("rule", item.rule)
          json.field("count", item.count)
        }
      }
      json.field("pairs", pairs) { json, item in
        json.object { json in
          json.field("actor", item.actor.value)
          json.field("actorText", item.actor.text)
          json.field("target", item.target.value)
          json.field("targetText", item.target.text)
          json.field("count", item.count)
        }
      }
      json.field("sources", sources) { json, item in
        json.object { json in
          json.field("source", item.source)
          json.field("count", item.count)
        }
      }
    }
  }
}
