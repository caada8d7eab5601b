import Archives
import Articles
import Foundation
import HTTPTypes
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct PackTests {
    private static let file = "/api/packs/alarm/file"

    @Test func `a pack's files are listed and read`() async throws {
      let desk = try StudioDesk(files: [
        "alarm/tests/a.toml": "", "alarm/lexicon/force.txt": "x\n", "alarm/lib/a.lua": "return 1",
        "alarm/README.md": "#", "alarm/.secret": "x", "alarm/rules/.hidden.lua": "x",
        "alarm/other.txt": "x",
      ])
      try await desk.open()
      let files = try await desk.send(.get, "/api/packs/alarm/files").list()
      #expect(
        files.map { $0["path"] as? String } == [
          "pack.toml", "README.md", "rules/threat.lua", "lib/a.lua", "lexicon/force.txt",
          "tests/a.toml",
        ])
      let rule = try await desk.send(.get, Self.file + "?path=rules/threat.lua").object()
      #expect(rule["text"] as? String == StudioDesk.rule)
      #expect(try await desk.send(.get, "/api/packs/none/files").status == 404)
    }

    @Test(arguments: [
      "../news.jsonl", "rules/../../news.jsonl", "/etc/passwd", "rules//etc/passwd", "..",
      "rules/..",
      "rules/a/../../x.lua", "rules/.x.lua", ".git/config", "rules/x.lua%00.toml", "rules\\x.lua",
      "rules/%2500.lua",
      "other.txt", "rules/x.sh", "rules/.lua", "tests/x.snapshot",
    ])
    func `a path that is no file of a pack is neither read nor written`(
      _ path: String
    ) async throws {
      let desk = try StudioDesk(files: ["alarm/other.txt": "secret"])
      try await desk.open()
      #expect(try await desk.send(.get, Self.file + "?path=\(path)").status == 400)
      let decoded = try #require(path.removingPercentEncoding)
      let answer = try await desk.send(
        .put, Self.file, ["path": decoded, "text": "x", "hash": ""])
      #expect(answer.status == 400)
      #expect(answer.text.contains("lexicon/*.tsv, lexicon/*.txt, tests/*.toml"))
      #expect(desk.read("news.jsonl") == StudioDesk.articles)
      #expect(desk.read("alarm/other.txt") == "secret")
    }

    @Test func `a link that leads out of the pack is neither read nor written`() async throws {
      let desk = try StudioDesk(files: ["secret.lua": "secret", "outside/a.toml": "secret"])
      let files = FileManager.default
      try files.createSymbolicLink(
        atPath: desk.pack + "/rules/link.lua", withDestinationPath: desk.folder + "/secret.lua")
      try files.createSymbolicLink(
        atPath: desk.pack + "/tests", withDestinationPath: desk.folder + "/outside")
      // Such a pack does not load, and can be looked at all the same.
      desk.studio.workshop.start()
      try await desk.wait { !$0.packs.isEmpty }
      for path in ["rules/link.lua", "tests/a.toml", "tests/new.toml"] {
        let read = try await desk.send(.get, Self.file + "?path=\(path)")
        #expect([404, 422].contains(read.status))
        #expect(!read.text.contains("secret\""))
        let saved = try await desk.send(
          .put, Self.file, ["path": path, "text": "mine", "hash": ""])
        #expect(saved.status == 403)
      }
      #expect(desk.read("secret.lua") == "secret")
      #expect(desk.read("outside/a.toml") == "secret")
      #expect(desk.read("outside/new.toml") == "")
    }

    @Test func `a save of an old text is refused, and what is on the disk stays`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let opened = try await desk.send(.get, Self.file + "?path=rules/threat.lua").object()
      let hash = try #require(opened["hash"] as? String)
      try StudioDesk.write(
        "-- by another editor\n" + StudioDesk.rule, desk.pack + "/rules/threat.lua")
      let body = ["path": "rules/threat.lua", "text": "mine", "hash": hash]
      #expect(try await desk.send(.put, Self.file, body).status == 409)
      #expect(desk.read("alarm/rules/threat.lua").hasPrefix("-- by another editor"))
      let new = ["path": "rules/threat.lua", "text": "mine", "hash": ""]
      #expect(try await desk.send(.put, Self.file, new).status == 409)
    }

    @Test(arguments: [
      "pack.toml", "README.md", "rules/threat.lua", "lib/new.lua", "lexicon/new.txt",
      "tests/new.toml",
    ])
    func `every kind of file of a pack is saved`(_ path: String) async throws {
      let desk = try StudioDesk(files: ["alarm/README.md": "# Alarm"])
      try await desk.open()
      let opened = try? await desk.send(.get, Self.file + "?path=\(path)").object()
      let text = (opened?["text"] as? String ?? "") + "\n"
      let body = ["path": path, "text": text, "hash": opened?["hash"] as? String ?? ""]
      #expect(try await desk.send(.put, Self.file, body).status == 200)
      #expect(desk.read("alarm/" + path) == text)
    }

    @Test func `a save runs the pack again and tells what was gained and lost`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let opened = try await desk.send(.get, Self.file + "?path=rules/threat.lua").object()
      let changed = StudioDesk.rule.replacingOccurrences(
        of: "hilal.word \"الجيش\":as \"actor\"",
        with: "hilal.gap(0, 3) * hilal.word \"المدينة\":as \"actor\"")
      let body: [String: Any] = [
        "path": "rules/threat.lua", "text": changed, "hash": opened["hash"] ?? "",
      ]
      #expect(try await desk.send(.put, Self.file, body).status == 200)
      try await desk.wait { $0.run?.id == 2 && $0.run?.state == .done }
      let run = try #require(desk.studio.workshop.read { $0.run })
      #expect(run.gained == 1 && run.lost == 2)
      let items = try await desk.send(.get, "/api/findings").items
      #expect(items.map { ($0["article"] as? [String: Any])?["id"] as? String } == ["a3"])
      // The index knows the new words only.
      let found = try await desk.send(
        .get, "/api/findings?q=%D8%A7%D9%84%D9%85%D8%AF%D9%8A%D9%86%D8%A9")
      #expect(try found.object()["total"] as? Int == 1)
      let lost = try await desk.send(.get, "/api/findings?q=%D8%A8%D8%A7%D9%84%D8%B1%D8%AF")
      #expect(try lost.object()["total"] as? Int == 0)
    }

    @Test func `a change by another editor runs the pack again`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      try StudioDesk.write(
        StudioDesk.rule.replacingOccurrences(of: "الجيش", with: "الشعب"),
        desk.pack + "/rules/threat.lua")
      try await desk.wait { $0.run?.id == 2 && $0.run?.state == .done }
      #expect(desk.studio.workshop.read { $0.run?.lost } == 2)
    }

    @Test func `a saved readme, case or swap file runs nothing`() async throws {
      let desk = try StudioDesk(files: ["alarm/README.md": "#"])
      try await desk.open()
      for (path, hash) in [
        ("README.md", StableHash(of: Array("#".utf8)).hexadecimal), ("tests/a.toml", ""),
      ] {
        let answer = try await desk.send(
          .put, Self.file, ["path": path, "text": "# changed", "hash": hash])
        #expect(answer.status == 200)
      }
      for name in [
        "README.md", "tests/b.toml", "rules/.threat.lua.swp", "rules/threat.lua~", "notes.txt",
      ] {
        try StudioDesk.write("# by another editor", desk.pack + "/" + name)
      }
      // Longer than the workshop waits between two looks at the files.
      try await Task.sleep(for: .milliseconds(700))
      #expect(desk.studio.workshop.read { $0.run?.id } == 1)
      // What it loads does run.
      try StudioDesk.write(StudioDesk.rule + "\n", desk.pack + "/rules/threat.lua")
      try await desk.wait { $0.run?.id == 2 && $0.run?.state == .done }
    }

    @Test func `a pack that no longer loads keeps its findings and says why`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      try StudioDesk.write("return hilal.rule {", desk.pack + "/rules/threat.lua")
      try await desk.wait { $0.packs.first?.error != nil }
      let state = try await desk.send(.get, "/api/state").object()
      #expect(state["findings"] as? Int == 2)
      let pack = try #require((state["packs"] as? [[String: Any]])?.first)
      #expect(pack["name"] as? String == "alarm")
      #expect((pack["error"] as? [String: Any])?["line"] as? Int == 1)
      try StudioDesk.write(StudioDesk.rule, desk.pack + "/rules/threat.lua")
      try await desk.wait { $0.packs.first?.error == nil && $0.run?.state == .done }
      #expect(try await desk.send(.get, "/api/findings").items.count == 2)
    }

    @Test func `a pack that did not load at first can be opened and mended`() async throws {
      let desk = try StudioDesk(files: ["alarm/rules/threat.lua": "return"])
      desk.studio.workshop.start()
      try await desk.wait { $0.packs.first?.error != nil }
      let opened = try await desk.send(.get, Self.file + "?path=rules/threat.lua").object()
      let body: [String: Any] = [
        "path": "rules/threat.lua", "text": StudioDesk.rule, "hash": opened["hash"] ?? "",
      ]
      #expect(try await desk.send(.put, Self.file, body).status == 200)
      try await desk.wait { $0.run?.state == .done }
      #expect(try await desk.send(.get, "/api/findings").items.count == 2)
    }
  }
}
