import Archives
import Foundation
import HTTPTypes
import RulePacks
import Testing

@testable import Studio

extension StudioTests {
  @Suite struct LabelTests {
    private func keys(_ desk: StudioDesk) async throws -> [String] {
      try await desk.send(.get, "/api/findings").items.compactMap { $0["key"] as? String }
    }

    @Test func `judgements become gold lines that hilal eval reads`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let keys = try await keys(desk)
      for (key, verdict) in zip(keys, ["yes", "no"]) {
        let body = ["key": key, "verdict": verdict, "note": "why \"so\""]
        #expect(try await desk.send(.put, "/api/labels", body).status == 200)
      }
      let gold = try await desk.send(.get, "/api/labels.jsonl?rule=alarm/threat").text
      let examples = try Evaluation.examples(Array(gold.utf8))
      #expect(examples.map(\.label) == ["yes", "no"])
      #expect(examples.map(\.text) == ["وهدد الجيش المدينة.", "هدّد الجيش بالرد."])
      // The file as it is kept is one as well.
      #expect(try Evaluation.examples(Array(desk.read("labels.jsonl").utf8)).count == 2)
      #expect(try await desk.send(.get, "/api/labels.jsonl?rule=alarm/other").text.isEmpty)
      let rules = try await desk.send(.get, "/api/labels").object()["rules"] as? [[String: Any]]
      let rule = try #require(rules?.first)
      #expect(rule["yes"] as? Int == 1 && rule["no"] as? Int == 1 && rule["unjudged"] as? Int == 0)
      #expect(rule["precision"] as? Double == 0.5)
      let range = Evaluation.interval(1, of: 2)
      #expect(abs((rule["low"] as? Double ?? 0) - range.lowerBound) < 1e-4)
      let filtered = try await desk.send(.get, "/api/findings?label=no").object()["total"] as? Int
      #expect(filtered == 1)
    }

    @Test func `a judgement can be changed and taken back`() async throws {
      let desk = try StudioDesk()
      try await desk.open()
      let key = try #require(try await keys(desk).first)
      for (verdict, lines) in [("yes" as String?, 1), ("no", 1), (nil, 0)] {
        let body: [String: Any] = ["key": key, "verdict": verdict ?? NSNull()]
        #expect(try await desk.send(.put, "/api/labels", body).status == 200)
        #expect(desk.studio.labels.all.map(\.label) == (lines == 0 ? [] : [verdict ?? ""]))
      }
      let wrong = try await desk.send(.put, "/api/labels", ["key": key, "verdict": "maybe"])
      #expect(wrong.status == 400)
    }

    @Test func `judgements are there again when the studio is opened again`() throws {
      let path = FileManager.default.temporaryDirectory.path + "/labels-\(UUID().uuidString).jsonl"
      defer { try? FileManager.default.removeItem(atPath: path) }
      // A line of another maker stays as it is.
      try StudioDesk.write(#"{"id":"x","text":"t","label":"unsure"}"#, path)
      let label = LabelFile.Label(
        id: "a:content:0", text: "<b>\"t\"\n", label: "yes", key: "k", pack: "p", rule: "r",
        note: nil)
      try LabelFile(path: path).set(label, for: "k")
      let again = try LabelFile(path: path)
      #expect(again.all.last == label)
      #expect(again.all.first?.label == "unsure")
      #expect(again.verdicts == ["k": "yes"])
      try again.set(nil, for: "k")
      #expect(try LabelFile(path: path).all.count == 1)
    }

    @Test func `a file that holds something else is not written over`() throws {
      let path = FileManager.default.temporaryDirectory.path + "/labels-\(UUID().uuidString).jsonl"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try StudioDesk.write("my diary\n", path)
      #expect(throws: ArchivesError.self) { try LabelFile(path: path) }
      #expect(throws: ArchivesError.self) {
        try LabelFile(path: FileManager.default.temporaryDirectory.path)
      }
    }

    @Test func `a sentence with a right and a wrong finding counts as right`() throws {
      let path = FileManager.default.temporaryDirectory.path + "/labels-\(UUID().uuidString).jsonl"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let file = try LabelFile(path: path)
      for (key, verdict) in [("1", "no"), ("2", "yes"), ("3", "no")] {
        let label = LabelFile.Label(
          id: "a:content:0", text: "t", label: verdict, key: key, pack: "p", rule: "r", note: nil)
        try file.set(label, for: key)
      }
      #expect(
        String(decoding: file.gold(pack: "p", rule: "r"), as: UTF8.self)
          == #"{"id":"a:content:0","text":"t","label":"yes"}"# + "\n")
    }
  }
}
