import Articles
import RulePacks
import Testing

/// The bounds of a finding, and that each cut is told of.
@Suite struct BoundTests {
  @Test func `at most 1,000 findings of a rule on an article`() throws {
    let body = "local all = {} for i = 1, COUNT do all[i] = { x = i } end return all"
    let exact = try Packs(check: body.replacing("COUNT", with: "1000")).run("خبر.")
    #expect(exact.findings.count == 1000)
    #expect(exact.failures.isEmpty)
    let over = try Packs(check: body.replacing("COUNT", with: "1001")).run("خبر.")
    #expect(over.texts() == (1...1000).map(String.init))
    #expect(over.failures.map(\.failure.kind) == [.bound])
    #expect(over.messages == ["more than 1000 findings on an article were cut"])
  }

  @Test func `the bound on findings holds over all calls on an article`() throws {
    let packs = try Packs(rule: #"return hilal.rule { id = "r", match = hilal.word "كلمة" }"#)
    let result = packs.run(String(repeating: "كلمة واحدة. ", count: 1200))
    #expect(result.findings.count == 1000)
    #expect(result.failures.map(\.failure.kind) == [.bound])
  }

  @Test(arguments: [("x", 1024), ("ع", 512), ("👩", 256)])
  func `a label has at most 1 KiB, cut between letters`(_ letter: String, _ count: Int) throws {
    let exact = try Packs(check: "return { label = ('\(letter)'):rep(\(count)) }").run("خبر.")
    #expect(exact.findings.map(\.label) == [String(repeating: letter, count: count)])
    #expect(exact.failures.isEmpty)
    let over = try Packs(check: "return { label = 'a' .. ('\(letter)'):rep(\(count)) }").run("خبر.")
    #expect(over.findings.map(\.label) == ["a" + String(repeating: letter, count: count - 1)])
    #expect(over.messages == ["the label is over 1024 bytes and was cut"])
  }

  @Test func `a field has at most 8 KiB`() throws {
    let exact = try Packs(check: "return { x = ('ع'):rep(4096) }").run("خبر.")
    #expect(exact.texts() == [String(repeating: "ع", count: 4096)])
    #expect(exact.failures.isEmpty)
    let over = try Packs(check: "return { x = ('ع'):rep(4097) }").run("خبر.")
    #expect(over.texts() == [String(repeating: "ع", count: 4096)])
    #expect(over.messages == ["the field x is over 8192 bytes and was cut"])
  }

  @Test func `a list's words have at most 8 KiB`() throws {
    let result = try Packs(check: "return { x = { ('ع'):rep(4000), ('ب'):rep(4000) } }").run("خبر.")
    let field = try #require(result.findings.first?.fields.first)
    #expect((8191...8192).contains(field.text.utf8.count))
    #expect(result.failures.map(\.failure.kind).allSatisfy { $0 == .bound })
    #expect(!result.failures.isEmpty)
  }

  @Test func `a long span and long evidence are cut and marked`() throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", match = (hilal.any()^1):as "all" }
        """)
    let text = String(repeating: "كلمة ", count: 3000)
    let result = packs.run(text)
    let finding = try #require(result.findings.first)
    for span in [finding.span] + finding.evidence.map(\.span) {
      #expect(span.text.utf8.count <= 8192)
      #expect(span.isCut)
      #expect((span.start, span.end) == (0, text.unicodeScalars.count - 1))
      #expect(text.hasPrefix(span.text))
    }
    #expect(finding.evidence.count == 1)
  }

  /// A sentence that never ends around one word.
  private func around(before: Int, after: Int) throws -> (Finding, [Unicode.Scalar]) {
    let packs = try Packs(rule: #"return hilal.rule { id = "r", match = hilal.word "هدف" }"#)
    let text =
      String(repeating: "كلمة ", count: before) + "هدف"
      + String(repeating: " أخرى", count: after)
    return (try #require(packs.run(text).findings.first), Array(text.unicodeScalars))
  }

  @Test(arguments: [(0, 0), (3000, 3000), (0, 3000), (3000, 0), (900, 2000), (2000, 100)])
  func `the sentence is 4,096 code points around the span`(_ before: Int, _ after: Int) throws {
    let (finding, scalars) = try around(before: before, after: after)
    let sentence = finding.sentence
    #expect(sentence.end - sentence.start == min(4096, scalars.count))
    #expect(sentence.isCut == (scalars.count > 4096))
    #expect(sentence.start <= finding.span.start && finding.span.end <= sentence.end)
    #expect(
      sentence.text.unicodeScalars.elementsEqual(scalars[sentence.start..<sentence.end]))
  }

  @Test func `the sentence is bounded where the span begins outside one`() throws {
    for before in ["", "\n\n", " "] {
      let text = before + String(repeating: "كلمة ", count: 5000)
      let finding = try #require(try Packs(check: "return true").run(text).findings.first)
      #expect(finding.sentence.text.unicodeScalars.count <= 4096)
      #expect(finding.sentence.isCut)
    }
  }

  @Test func `print is bounded on one article`() throws {
    let result = try Packs(
      check: "for i = 1, 5000 do print(('x'):rep(100)) end return true"
    ).run("خبر.")
    let bytes = result.printed.reduce(0) { $0 + $1.line.utf8.count + 1 }
    #expect(bytes <= (64 << 10) + 200)
    #expect(result.findings.count == 1)
  }
}
