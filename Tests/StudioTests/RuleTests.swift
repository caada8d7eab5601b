import BatchRunner
import Foundation
import HTTPTypes
import RulePacks
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct RuleTests {
    private func check(_ desk: StudioDesk, _ path: String, _ text: String) async throws -> [[String:
      Any]]
    {
      let answer = try await desk.send(
        .post, "/api/check", ["pack": "alarm", "path": path, "text": text])
      #expect(answer.status == 200)
      return try answer.object()["diagnostics"] as? [[String: Any]] ?? []
    }

    @Test func `a text is checked where it stands, and not saved`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let broken = StudioDesk.rule.replacingOccurrences(of: "hilal.verb", with: "hilal.vreb")
      let found = try await check(desk, "rules/threat.lua", broken)
      let first = try #require(found.first)
      #expect(first["code"] as? String == "H011")
      #expect(first["severity"] as? String == "error")
      #expect(first["line"] as? Int == 3)
      #expect((first["hint"] as? String)?.contains("hilal.verb") == true)
      #expect((first["file"] as? String)?.hasSuffix("rules/threat.lua") == true)
      #expect(desk.read("alarm/rules/threat.lua") == StudioDesk.rule)
      let good = try await check(desk, "rules/threat.lua", StudioDesk.rule)
      #expect(good.allSatisfy { $0["severity"] as? String == "warning" })
    }

    @Test func `manifests, lexicons and cases are checked as well`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      #expect(try await check(desk, "pack.toml", "name =").isEmpty == false)
      #expect(try await check(desk, "tests/new.toml", "[[case]]\n").isEmpty == false)
      #expect(try await check(desk, "lib/new.lua", "return (").isEmpty == false)
      let refused = try await desk.send(
        .post, "/api/check", ["pack": "alarm", "path": "../x.lua", "text": ""])
      #expect(refused.status == 400)
    }

    @Test func `a script of the page stays in the sandbox, under its limits`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      for script in [
        "while true do end", "local s = 'x' while true do s = s .. s end", "os.exit(1)",
        "io.open('/etc/passwd')", "local function f() return f() + 1 end f()",
      ] {
        let found = try await check(desk, "rules/threat.lua", script)
        #expect(found.contains { $0["severity"] as? String == "error" })
        let played = try await desk.send(
          .post, "/api/play", ["pattern": "(function() \(script) end)()", "text": "هدد"])
        #expect(played.status == 200)
        #expect(try (played.object()["diagnostics"] as? [Any])?.isEmpty == false)
      }
      #expect(try await desk.send(.get, "/api/state").status == 200)
    }

    @Test func `the playground shows matches, clitics and where a pattern stops`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let pattern = "hilal.verb \"هدّد\":as \"cue\" * hilal.gap(0, 2) * hilal.word \"حرب\""
      let text = "وسيهدد الجيش بالحرب. ثم هدد الجيش المدينة."
      for pack in ["alarm", nil] {
        var body: [String: Any] = ["pattern": pattern, "text": text]
        body["pack"] = pack
        let trial = try await desk.send(.post, "/api/play", body).object()
        let tokens = try #require(trial["tokens"] as? [[String: Any]])
        #expect(tokens.first?["prefixes"] as? [String] == ["وس"])
        #expect(tokens.first?["stem"] as? String == "يهدد")
        let match = try #require((trial["matches"] as? [[String: Any]])?.first)
        // The conjunction is no part of the word.
        #expect(match["start"] as? Int == 1)
        #expect(match["end"] as? Int == 19)
        #expect((match["captures"] as? [[String: Any]])?.first?["name"] as? String == "cue")
        let stop = try #require((trial["stops"] as? [[String: Any]])?.first)
        #expect((stop["reason"] as? String)?.contains("word حرب") == true)
      }
      let lines = try await desk.send(
        .post, "/api/play", ["pattern": "local a = 1\nreturn hilal.nothing", "text": text])
      let mistake = try #require((lines.object()["diagnostics"] as? [[String: Any]])?.first)
      #expect(mistake["file"] as? String == "pattern")
      let long = String(repeating: "x ", count: Playground.textLimit)
      #expect(
        try await desk.send(.post, "/api/play", ["pattern": pattern, "text": long]).status == 413)
    }

    @Test func `cases made of findings are read by hilal test`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let keys = try await desk.send(.get, "/api/findings").items.compactMap {
        $0["key"] as? String
      }
      let name = "quotes \" and \\ and\nlines"
      let right = try await desk.send(
        .post, "/api/cases", ["key": keys[0], "verdict": "right", "name": name])
      #expect(try right.object()["passes"] as? Bool == true)
      let wrong = try await desk.send(.post, "/api/cases", ["key": keys[1], "verdict": "wrong"])
      #expect(try wrong.object()["passes"] as? Bool == false)
      #expect(
        try await desk.send(
          .post, "/api/cases", ["key": "none", "verdict": "right"]
        ).status == 404)
      let book = RuleBook(PackSet(paths: [desk.pack], locator: PackLocator(places: [])))
      let cases = CaseRunner.cases(of: try #require(book.packs.first).source).cases
      #expect(cases.map(\.file) == ["tests/studio.toml", "tests/studio.toml"])
      #expect(cases.first?.name == name)
      #expect(cases.first?.expected.first?.fields.map(\.name) == ["actor", "cue"])
      let runner = CaseRunner(book, pack: "alarm")
      // What is wrong fails until the rule is changed.
      #expect(cases.map { runner.run($0).verdict } == [.passed, .failed])
    }

    @Test func `all functions of the script API are there for completion`() async throws {
      let api = try await StudioDesk().send(.get, "/api/api").object()
      #expect((api["functions"] as? [Any])?.count == ScriptAPI.functions.count)
    }
  }
}
