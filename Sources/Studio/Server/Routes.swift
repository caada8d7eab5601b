internal import Archives
internal import BatchRunner
internal import HTTPTypes
internal import Hummingbird
internal import RulePacks

extension Studio {
  /// All pages and calls.
  func router() -> Router<StudioContext> {
    let router = Router(context: StudioContext.self)
    let assets = Assets(folder: options.assets)
    router.get("/") { _, _ -> Response in
      guard let page = assets.response("index.html") else {
        throw StudioError.notFound("page", hint: "build the program with its assets")
      }
      return page
    }
    router.get(":file") { _, context -> Response in
      guard let file = assets.response(try context.parameters.require("file")) else {
        throw StudioError.notFound("such file", hint: "see the studio's documentation")
      }
      return file
    }
    let api = router.group("api").add(middleware: KnownParameters(workshop: workshop))
    api.get("state") { _, _ -> Response in try await self.state() }
    api.get("events") { _, _ -> Response in try self.events.response() }
    api.get("api") { _, _ -> Response in Response.json { ScriptAPI.write(&$0) } }
    addArchive(to: api)
    addPacks(to: api)
    addRules(to: api)
    addLabels(to: api)
    return router
  }

  private func state() async throws -> Response {
    let counts = try await store.counts()
    return workshop.read { state in
      .json { json in
        json.object { json in
          json.field("version", options.version)
          json.field("packs", state.packs) { json, pack in pack.write(&json) }
          json.field("inputs", options.inputs)
          json.field("articles", counts.articles)
          json.field("findings", counts.findings)
          json.field("layers", Listing.coreLayers + (state.book?.layerNames ?? []))
          json.key("run")
          if let run = state.run { run.write(&json) } else { json.null() }
          json.field("diagnostics", state.diagnostics)
          json.field("indexed", state.isIndexed)
        }
      }
    }
  }
}

extension ScriptAPI {
  /// What scripts see, for completion.
  static func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("functions", functions) { json, function in function.write(&json) }
      json.field("objects", objects) { json, object in
        json.object { json in
          json.field("name", object.name)
          json.field("summary", object.summary)
          json.field("fields", object.fields) { json, field in field.write(&json) }
          json.field("methods", object.methods) { json, method in method.write(&json) }
        }
      }
      json.field("ruleFields", ruleFields) { json, field in field.write(&json) }
    }
  }
}

extension HostField {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("type", type)
      json.field("summary", summary)
    }
  }
}

extension HostFunction {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("returns", returns)
      json.field("summary", summary)
      json.field("parameters", parameters) { json, parameter in
        json.object { json in
          json.field("name", parameter.name)
          json.field("type", parameter.type)
          json.field("summary", parameter.summary)
          json.field("optional", parameter.isOptional)
        }
      }
    }
  }
}
