import Foundation
import Testing

struct BenchTests {
  private func desk() throws -> Desk {
    try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "rain", title = "Rain", match = hilal.word "مطر" * hilal.word "غزير",
        check = function(sentence, m) return sentence.index == 1 end }
      """,
      "in.jsonl": """
      {"id":"1","title":"","content":"هطل مطر غزير. ثم مطر غزير. ثم مطر خفيف."}
      {"id":"2","title":"","content":"صحو في الشمال."}
      """,
    ])
  }

  @Test func countsWhatARuleDid() throws {
    let outcome = try desk().hilal("bench", "-p", "p", "--json", "in.jsonl")
    #expect(outcome.status == 0)
    let objects = try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let rule = try #require(objects.first { $0["rule"] != nil })
    #expect(rule["rule"] as? String == "p/rain")
    #expect(rule["articles"] as? Int == 1)
    // The third sentence lacks a word that every match needs.
    #expect(rule["units"] as? Int == 2)
    #expect(rule["calls"] as? Int == 2)
    #expect(rule["findings"] as? Int == 1)
    #expect(objects.count { $0["stage"] != nil } == 4)
    #expect(objects.contains { $0["layer"] as? String == "entities" })
    let trigger = try #require(objects.first { $0["trigger"] != nil })
    #expect(trigger["trigger"] as? String == "word مطر")
    #expect(trigger["hits"] as? Int == 3)
    #expect(trigger["rules"] as? [String] == ["p/rain"])
  }

  @Test func saysItInTables() throws {
    let outcome = try desk().hilal("bench", "-p", "p", "in.jsonl")
    #expect(outcome.status == 0)
    #expect(outcome.out.hasPrefix("2 articles, "))
    #expect(outcome.out.contains("rules look into 1"))
    #expect(outcome.lines.contains { $0.hasPrefix("p/rain ") })
  }
}
