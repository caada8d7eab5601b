import Articles
import Foundation
import RulePacks
import Testing

/// The examples in the READMEs of packs, each given alone: the packs find what is written there.
@Suite struct ReadmeTests {
  /// A text and what is said to be found in it.
  struct Example: Sendable, CustomTestStringConvertible {
    var pack: String
    var text: String
    var rule: String
    /// `actor قيادة الساحل`, `CAMEO 181`, a span alone.
    var parts: [String] = []
    var testDescription: String { "\(pack), \(rule): \(text)" }
  }

  private static let plugins = fixtures.appendingPathComponent("../../../plugins").standardized

  static let examples = ["conflict-events", "diplomacy", "figures", "military-threats"]
    .flatMap { pack in
      let page = plugins.appendingPathComponent("\(pack)/README.md")
      let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
      let lines = text.components(separatedBy: "\n")
      return told(lines, pack) + listed(lines, pack)
    }

  /// A text of its own, and below it `→ rule: actor …, target …`.
  private static func told(_ lines: [String], _ pack: String) -> [Example] {
    lines.indices.dropFirst().compactMap { at in
      guard lines[at].hasPrefix("    → "), let colon = lines[at].firstIndex(of: ":") else {
        return nil
      }
      return Example(
        pack: pack, text: lines[at - 1].trimmingCharacters(in: .whitespaces),
        rule: String(lines[at][..<colon].dropFirst(6)),
        parts: lines[at][colon...].dropFirst(2).components(separatedBy: ", "))
    }
  }

  /// What stands in «» in the column "for example" of the table of rules.
  private static func listed(_ lines: [String], _ pack: String) -> [Example] {
    guard let head = lines.firstIndex(of: "| rule | flags | for example | codes |") else {
      return []
    }
    return lines[head...].dropFirst(2).prefix { $0.hasPrefix("|") }.flatMap { line in
      let cells = line.components(separatedBy: " | ")
      return cells[2].components(separatedBy: "«").dropFirst().map { text in
        Example(
          pack: pack, text: String(text.prefix { $0 != "»" }),
          rule: cells[0].filter { !"|` ".contains($0) })
      }
    }
  }

  @Test func `there are enough`() { #expect(Self.examples.count > 20) }

  @Test(arguments: examples)
  func `an example of a README is found as it says`(_ example: Example) throws {
    let folder = Self.plugins.appendingPathComponent(example.pack).path
    let book = RuleBook(
      PackSet(paths: [folder], locator: PackLocator(places: [Self.plugins.path])))
    let worker = PackWorker(book)
    worker.beginBatch()
    let article = Article(id: "a", title: Array("خبر".utf8), content: Array(example.text.utf8))
    let findings = worker.process(article)?.findings ?? []
    let found = findings.filter { $0.rule == example.rule }
    #expect(!found.isEmpty, "\(findings.map(\.rule))")
    for part in example.parts where !part.isEmpty {
      #expect(found.contains { says(part, of: $0) }, "\(part): \(found.map(\.fields))")
    }
  }

  private func says(_ part: String, of finding: Finding) -> Bool {
    let words = part.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2, words[0].allSatisfy(\.isASCII), !words[0].allSatisfy(\.isNumber) else {
      return finding.span.text == part
    }
    let value = words[1].components(separatedBy: " (")[0]
    switch words[0] {
    case "CAMEO": return finding.codes.contains { $0.scheme == "cameo" && $0.code == value }
    case "polarity": return finding.attribution.polarity == value
    case "score": return finding.score == Double(value)
    default: return finding.fields.contains { $0.name == words[0] && $0.text == value }
    }
  }
}
