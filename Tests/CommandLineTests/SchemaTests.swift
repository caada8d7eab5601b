import Foundation
import TOMLKit
import Testing

/// The published schemas say what the program really writes.
@Suite struct SchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func schema(_ name: String) throws -> JSONSchema {
    let path = "\(Self.root)/Sources/BatchRunner/Schemas/\(name).schema.json"
    return try JSONSchema(Data(contentsOf: URL(filePath: path)))
  }

  private func value(_ line: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(line.utf8))
  }

  private func check(_ lines: [String], _ name: String) throws {
    let schema = try schema(name)
    #expect(!lines.isEmpty)
    for line in lines {
      let fault = schema.fault(in: try value(line))
      #expect(fault == nil)
    }
  }

  private func packs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.root + "/plugins").sorted().filter {
      FileManager.default.fileExists(atPath: "\(Self.root)/plugins/\($0)/pack.toml")
    }
  }

  @Test func `findings and the summary of all packs over the examples`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    try desk.write(
      "p/rules/b.lua",
      "return hilal.rule { id = \"bad\", on = \"article\", check = function() error('x') end }\n")
    let chosen = try packs().flatMap { ["-p", "\(Self.root)/plugins/\($0)"] } + ["-p", "p"]
    let outcome = try desk.hilal(
      ["run", "-q", "--summary", "s.json", Self.root + "/examples/news.zip"] + chosen)
    #expect(outcome.status == 70)
    try check(outcome.lines, "finding")
    try check([desk.read("s.json")], "summary")
    try desk.write("two.jsonl", articles("لقاء.", "خبر."))
    #expect(
      try desk.hilal("run", "-q", "-p", "p", "--clusters", "--summary", "s.json", "two.jsonl")
        .status
        == 70)
    try check([desk.read("s.json")], "summary")
  }

  @Test func `analyses with the layers of all packs`() throws {
    let desk = try Desk()
    let outcome = try desk.hilal(
      ["annotate", "-q", Self.root + "/examples/news.zip"]
        + packs().flatMap { ["-p", "\(Self.root)/plugins/\($0)"] })
    try check(outcome.lines, "analysis")
  }

  @Test func `quarantined records of all kinds`() throws {
    let desk = try Desk(["p/rules/a.lua": wordRule("لقاء")])
    let bad = Data("{\"id\":1}\n{\"id\":\nnothing\n{\"content\":\"".utf8) + Data([0xd9, 0xff])
    try (bad + Data("\"}\n".utf8)).write(to: URL(filePath: desk.path + "/bad.jsonl"))
    try desk.write("dark.zip", "PK\u{3}\u{4} no zip")
    #expect(
      try desk.hilal("run", "-q", "-p", "p", "bad.jsonl", "dark.zip", "--quarantine", "q").status
        == 0)
    let lines = desk.read("q").split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    try check(lines, "quarantine")
  }

  @Test func `the manifests of all packs`() throws {
    let manifests = try packs().map { pack in
      let text = try String(
        contentsOfFile: "\(Self.root)/plugins/\(pack)/pack.toml", encoding: .utf8)
      return try TOMLTable(string: text).convert(to: .json)
    }
    try check(manifests, "pack")
  }

  @Test(arguments: [
    ("finding", "{\"schema\":\"hilal.finding/2\"}"), ("summary", "{\"read\":-1}"),
    ("quarantine", "{}"), ("analysis", "[]"), ("pack", "{\"name\":\"A pack\",\"version\":\"1\"}"),
  ])
  func `what is wrong is found`(_ name: String, _ line: String) throws {
    #expect(try schema(name).fault(in: value(line)) != nil)
  }
}
