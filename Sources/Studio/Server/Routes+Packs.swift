internal import Archives
internal import HTTPTypes
internal import Hummingbird

/// The packs: their files, opened and saved.
extension Studio {
  private struct SavedFile: Decodable {
    var path: String
    var text: String
    var hash: String?
  }

  func addPacks(to api: RouterGroup<StudioContext>) {
    api.get("packs/:name/files") { _, context -> Response in
      let files = try self.files(context).list()
      return Response.json { json in
        json.array(files) { json, file in
          json.object { json in
            json.field("path", file.path)
            json.field("kind", file.kind.rawValue)
            json.field("bytes", file.bytes)
          }
        }
      }
    }
    api.get("packs/:name/file") { request, context -> Response in
      guard let path = request.parameter("path") else {
        throw StudioError(.badRequest, "which file?", hint: "write file?path=rules/NAME.lua")
      }
      let file = try self.files(context).read(path)
      return Response.json { json in
        json.object { json in
          json.field("path", path)
          json.field("text", file.text)
          json.field("hash", file.hash)
        }
      }
    }
    api.put("packs/:name/file") { request, context -> Response in
      let pack = try self.workshop.pack(try context.parameters.require("name"))
      let saved = try await request.decoded(SavedFile.self)
      let hash = try PackFiles(path: pack.path).write(
        saved.path, text: saved.text, hash: saved.hash ?? "")
      if PackFiles.isRun(saved.path) { self.workshop.changed(pack.path) }
      return Response.json { json in
        json.object { json in
          json.field("hash", hash)
        }
      }
    }
  }

  private func files(_ context: StudioContext) throws -> PackFiles {
    PackFiles(path: try workshop.pack(try context.parameters.require("name")).path)
  }
}
