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
    let api = router.group("api")
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
          json.key("version")
          json.string(options.version)
          json.key("packs")
          json.array(state.packs) { json, pack in pack.write(&json) }
          json.key("inputs")
          json.array(options.inputs) { $0.string($1) }
          json.key("articles")
          json.int(counts.articles)
          json.key("findings")
          json.int(counts.findings)
          json.key("layers")
          json.array(Listing.coreLayers + (state.book?.layerNames ?? [])) { $0.string($1) }
          json.key("run")
          if let run = state.run { run.write(&json) } else { json.null() }
          json.key("diagnostics")
          json.int(state.diagnostics)
          json.key("indexed")
          json.bool(state.isIndexed)
        }
      }
    }
  }
}

extension ScriptAPI {
  /// What scripts see, for completion.
  static func write(_ json: inout JSONWriter) {
    json.object { json in
      json.key("functions")
      json.array(functions) { json, function in function.write(&json) }
      json.key("objects")
      json.array(objects) { json, object in
        json.object { json in
          json.key("name")
          json.string(object.name)
          json.key("summary")
          json.string(object.summary)
          json.key("fields")
          json.array(object.fields) { json, field in field.write(&json) }
          json.key("methods")
          json.array(object.methods) { json, method in method.write(&json) }
        }
      }
      json.key("ruleFields")
      json.array(ruleFields) { json, field in field.write(&json) }
    }
  }
}

extension HostField {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      for (key, text) in [("name", name), ("type", type), ("summary", summary)] {
        json.key(key)
        json.string(text)
      }
    }
  }
}

extension HostFunction {
  func write(_ json: inout JSONWriter) {
    json.object { json in
      for (key, text) in [("name", name), ("returns", returns), ("summary", summary)] {
        json.key(key)
        json.string(text)
      }
      json.key("parameters")
      json.array(parameters) { json, parameter in
        json.object { json in
          for (key, text) in [
            ("name", parameter.name), ("type", parameter.type), ("summary", parameter.summary),
          ] {
            json.key(key)
            json.string(text)
          }
          json.key("optional")
          json.bool(parameter.isOptional)
        }
      }
    }
  }
}
