import Archives
import Articles
import BatchRunner
import Foundation
import RulePacks
import Testing

/// A pack that is edited, and its findings by running again what has changed beside those by running everything.
private final class Edited {
  let workshop: Workshop
  private let repeated: RepeatedRun
  private let input: String
  private var book: RuleBook

  init(rules: [String], lexicon: String, lib: String, articles: [String]) throws {
    workshop = try Workshop(rules: rules)
    let lines = articles.enumerated().map { number, text in
      #"{"id":"n\#(number)","title":"خبر","content":"\#(text)"}"#
    }
    input = try workshop.input(lines.joined(separator: "\n") + "\n")
    repeated = RepeatedRun(Runner.Options())
    book = workshop.book
    for folder in ["lexicon", "lib"] {
      try FileManager.default.createDirectory(
        atPath: workshop.path + "/p/" + folder, withIntermediateDirectories: true)
    }
    try write("lexicon/words.txt", lexicon)
    try write("lib/tools.lua", lib)
  }

  func write(_ file: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: workshop.path + "/p/" + file))
  }

  private func load(reusing old: RuleBook? = nil) -> RuleBook {
    RuleBook(
      PackSet(paths: [workshop.path + "/p"], locator: PackLocator(places: [])), reusing: old)
  }

  /// The findings after the edits so far; they must be those of a run from nothing.
  func findings() throws -> [String] {
    book = load(reusing: book)
    #expect(book.diagnostics.isEmpty)
    // A run that is given up leaves what was known.
    #expect(try repeated.findings(of: book, inputs: [input], progress: { _ in false }) == nil)
    let again = try #require(try repeated.findings(of: book, inputs: [input])).findings
    let whole = try Runner(load(), Runner.Options()).findings(inputs: [input]).findings
    #expect(again == whole)
    return again.map { "\($0.article.id) \($0.rule) \($0.span.text)" }
  }
}

@Suite struct RepeatedRunTests {
  private static let articles = [
    "قصفت الطائرات الجسر", "زار الوزير المدينة", "هطل المطر على الجسر", "عبر القطار النهر",
  ]
  private static let rules = [
    #"return hilal.rule { id = "listed", match = hilal.lexicon "words" }"#,
    #"""
    local tools = require "tools"
    return hilal.rule { id = "bridge", match = hilal.word "الجسر", check = function(s, m) return tools.keeps(s) end }
    """#,
  ]
  private static let lib = "return { keeps = function(sentence) return true end }"

  private func edited() throws -> Edited {
    try Edited(
      rules: Self.rules, lexicon: "المطر\n", lib: Self.lib, articles: Self.articles)
  }

  @Test func `a word more in a lexicon is found, a word less is lost`() throws {
    let edited = try edited()
    let before = try edited.findings()
    #expect(before == ["n0 bridge الجسر", "n2 listed المطر", "n2 bridge الجسر"])
    try edited.write("lexicon/words.txt", "المطر\nالقطار\n")
    #expect(try edited.findings() == before + ["n3 listed القطار"])
    try edited.write("lexicon/words.txt", "القطار\n")
    #expect(try edited.findings().contains("n2 listed المطر") == false)
  }

  @Test func `a rule's file, a module, a new rule and one taken away all count`() throws {
    let edited = try edited()
    _ = try edited.findings()
    try edited.write(
      "rules/a.lua", #"return hilal.rule { id = "listed", match = hilal.word "النهر" }"#)
    #expect(try edited.findings().contains("n3 listed النهر"))
    try edited.write("lib/tools.lua", "return { keeps = function(sentence) return false end }")
    #expect(try edited.findings() == ["n3 listed النهر"])
    try edited.write(
      "rules/c.lua", #"return hilal.rule { id = "third", match = hilal.word "الوزير" }"#)
    #expect(try edited.findings() == ["n1 third الوزير", "n3 listed النهر"])
    try FileManager.default.removeItem(atPath: edited.workshop.path + "/p/rules/a.lua")
    #expect(try edited.findings() == ["n1 third الوزير"])
  }

  @Test func `what a rule declares counts where no function is called, too`() throws {
    let edited = try edited()
    _ = try edited.findings()
    try edited.write("lib/tools.lua", Self.lib + " -- saved again")
    _ = try edited.findings()
    // The findings are compared whole, titles and codes too.
    try edited.write(
      "rules/a.lua",
      #"""
      return hilal.rule { id = "listed", title = "Another", severity = "high", codes = { cameo = "138" },
        match = hilal.lexicon "words" }
      """#)
    #expect(try edited.findings().contains("n2 listed المطر"))
    try edited.write(
      "rules/a.lua", #"return hilal.rule { id = "listed", match = hilal.word "القطار" }"#)
    #expect(try edited.findings().contains("n3 listed القطار"))
  }

  @Test func `rules that read a layer run again where its provider does`() throws {
    let edited = try Edited(
      rules: [
        #"""
        return hilal.extractor { id = "rain", provides = "rain", match = hilal.lexicon "words" }
        """#,
        #"""
        return hilal.rule { id = "wet", on = "sentence", needs = { "rain" }, match = hilal.word "الجسر",
          check = function(sentence) return #sentence.rain > 0 end }
        """#,
      ], lexicon: "الثلج\n", lib: Self.lib, articles: Self.articles)
    #expect(try edited.findings() == [])
    try edited.write("lexicon/words.txt", "المطر\n")
    #expect(try edited.findings() == ["n2 wet الجسر"])
  }

  @Test func `what a rule gave to a layer is kept until the rule changes`() throws {
    let reader = { (check: String) in
      """
      return hilal.rule { id = "wet", on = "sentence", needs = { "rain" }, match = hilal.word "الجسر",
        check = function(sentence) return \(check) end }
      """
    }
    let provider = { (word: String) in
      """
      return hilal.extractor { id = "rain", provides = "rain", match = hilal.word "\(word)",
        check = function() return true end }
      """
    }
    let edited = try Edited(
      rules: [provider("المطر"), reader("#sentence.rain > 0")], lexicon: "", lib: Self.lib,
      articles: Self.articles)
    #expect(try edited.findings() == ["n2 wet الجسر"])
    try edited.write("rules/b.lua", reader("#sentence.rain == 0"))
    #expect(try edited.findings() == ["n0 wet الجسر"])
    try edited.write("rules/b.lua", reader("#sentence.rain > 0 and #sentence.rain < 2"))
    #expect(try edited.findings() == ["n2 wet الجسر"])
    try edited.write("rules/a.lua", provider("الثلج"))
    #expect(try edited.findings() == [])
    try edited.write("rules/b.lua", reader("#sentence.rain == 0"))
    #expect(try edited.findings() == ["n0 wet الجسر", "n2 wet الجسر"])
    try edited.write("rules/a.lua", provider("المطر"))
    #expect(try edited.findings() == ["n0 wet الجسر"])
  }

  @Test func `what was read of an article is read anew where the packs' own names have changed`()
    throws
  {
    let edited = try Edited(
      rules: [
        #"""
        local tools = require "tools"
        return hilal.rule { id = "named", match = hilal.word "الوزير", check = function(s)
          return tools.keeps(s) and #s.entities > 0
        end }
        """#
      ], lexicon: "", lib: Self.lib, articles: ["زار الوزير ضيعة الزيتونة الشرقية", "عاد الوزير"])
    #expect(try edited.findings() == [])
    try edited.write("lexicon/places.tsv", "name\tkind\nالزيتونة الشرقية\ttown\n")
    #expect(try edited.findings() == ["n0 named الوزير"])
    try edited.write("lib/tools.lua", Self.lib + " -- saved again")
    #expect(try edited.findings() == ["n0 named الوزير"])
  }
}
