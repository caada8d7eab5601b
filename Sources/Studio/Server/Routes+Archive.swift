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
      let page = try await self.store.findings(
        FindingFilter(request),
        offset: try request.number("offset", or: 0, in: 0...Int(Int32.max)),
        limit: try request.number("limit", or: 100, in: 0...500))
      return Response.json { json in
        json.object { json in
          json.key("total")
          json.int(page.total)
          json.key("items")
          json.array(page.items) { json, item in item.write(&json) }
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
      let table = try await self.store.table(FindingFilter(request))
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
        json.key("total")
        json.int(total)
        json.key("items")
        json.array(items) { json, item in
          json.object { json in
            for (key, text) in [
              ("id", item.id), ("title", item.title), ("date", item.date), ("source", item.source),
            ] {
              json.key(key)
              json.string(text)
            }
            json.key("findings")
            json.int(item.findings)
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
      throw StudioError.notFound("article `\(id)`", hint: "see /api/articles for what there is")
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
        json.key("article")
        json.object { json in
          for (key, text) in [
            ("id", article.id), ("date", article.date), ("source", article.source),
            ("url", article.url),
          ] {
            json.key(key)
            json.string(text)
          }
          json.key("title")
          json.string(article.title)
          json.key("content")
          json.string(article.content)
        }
        json.key("analysis")
        // Without the line's end.
        json.raw(analysis.dropLast())
        json.key("findings")
        json.array(findings) { json, item in item.write(&json) }
      }
    }
  }
}

extension ArchiveStore.Value {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.key("value")
      json.string(value)
      json.key("text")
      json.string(text)
      json.key("count")
      json.int(count)
    }
  }
}

extension ArchiveStore.Charts {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.key("days")
      json.array(days) { json, item in
        json.object { json in
          json.key("day")
          json.string(item.day)
          json.key("rule")
          json.string(item.rule)
          json.key("count")
          json.int(item.count)
        }
      }
      json.key("pairs")
      json.array(pairs) { json, item in
        json.object { json in
          for (key, text) in [
            ("actor", item.actor.value), ("actorText", item.actor.text),
            ("target", item.target.value), ("targetText", item.target.text),
          ] {
            json.key(key)
            json.string(text)
          }
          json.key("count")
          json.int(item.count)
        }
      }
      json.key("sources")
      json.array(sources) { json, item in
        json.object { json in
          json.key("source")
          json.string(item.source)
          json.key("count")
          json.int(item.count)
        }
      }
    }
  }
}
