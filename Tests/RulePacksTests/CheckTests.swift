import Articles
import RulePacks
import Testing

/// What `check` may return and what becomes of it.
@Suite struct CheckTests {
  static let text = "عقد الوزراء اجتماعا طارئا. وأعلن البيان في ختامه."

  @Test(arguments: ["return nil", "return false", "return", ""])
  func `nothing is no finding`(_ body: String) throws {
    let result = try Packs(check: body).run(Self.text)
    #expect(result.findings.isEmpty)
    #expect(result.failures.isEmpty)
  }

  @Test func `true is the unit itself`() throws {
    let findings = try Packs(check: "return true", on: "sentence").run(Self.text).findings
    #expect(findings.map(\.span.text) == ["عقد الوزراء اجتماعا طارئا.", "وأعلن البيان في ختامه."])
    #expect(findings.allSatisfy { $0.label == "r" && $0.score == 1 && $0.severity == .medium })
    #expect(findings.allSatisfy { $0.fields.isEmpty && $0.evidence.isEmpty && $0.codes.isEmpty })
  }

  @Test(arguments: ["return {}", "return { x = nil }", "return { {} }"])
  func `a table without fields is a finding`(_ body: String) throws {
    let result = try Packs(check: body).run(Self.text)
    #expect(result.findings.count == 1)
  }

  @Test func `true is the match where the rule has one`() throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", match = hilal.word "الوزراء":as "who",
          check = function(sentence, m) return true end }
        """)
    let findings = packs.run(Self.text).findings
    #expect(findings.map(\.span.text) == ["الوزراء"])
    #expect(findings.map(\.sentence.text) == ["عقد الوزراء اجتماعا طارئا."])
    #expect(findings.flatMap(\.evidence).map(\.name) == ["who"])
    #expect(findings.flatMap(\.evidence).map(\.span.text) == ["الوزراء"])
  }

  @Test func `a match without check reports itself`() throws {
    let packs = try Packs(
      rule: #"return hilal.rule { id = "r", title = "لقاء", match = hilal.word "اجتماعا" }"#)
    let findings = packs.run(Self.text).findings
    #expect(findings.map(\.span.text) == ["اجتماعا"])
    #expect(findings.map(\.label) == ["لقاء"])
  }

  @Test func `a list gives several findings, in the order of their spans`() throws {
    let findings = try Packs(
      check: """
        local all = unit.sentences
        return { { span = all[2], x = "later" }, { span = all[1], x = "earlier" },
          { span = all[1], x = "same place, second" } }
        """
    ).run(Self.text)
    #expect(findings.texts() == ["earlier", "same place, second", "later"])
  }

  @Test(arguments: [
    ("return 7", "check returned a number; it may return nil, true, a table or a list of tables"),
    (
      "return 'x'", "check returned a string; it may return nil, true, a table or a list of tables"
    ),
    (
      "return print",
      "check returned a function; it may return nil, true, a table or a list of tables"
    ),
    (
      "return unit.sentences[1]",
      "check returned a sentence; it may return nil, true, a table or a list of tables"
    ),
    ("return { 1, 2 }", "check returned a list that holds a number, not findings"),
    ("return { true }", "check returned a list that holds a boolean, not findings"),
    ("return { {}, 'x' }", "check returned a list that holds a string, not findings"),
    (
      "return { x = 'a', { x = 'b' } }",
      "check returned a table with both names and numbers as keys; a finding has names only"
    ),
    (
      "return { actr = 'x' }",
      "check returned the field `actr`, which the rule does not declare; did you mean `actor`?"
    ),
    (
      "return { zzzzzz = 'x' }",
      "check returned the field `zzzzzz`, which the rule does not declare; "
        + "known are: actor, codes, label, score, severity, span, x"
    ),
    ("return { label = 3 }", "the finding's label is a number"),
    ("return { score = 2 }", "the finding's score is no number from 0 to 1"),
    ("return { score = -0.1 }", "the finding's score is no number from 0 to 1"),
    ("return { score = 0/0 }", "the finding's score is no number from 0 to 1"),
    ("return { score = 'high' }", "the finding's score is no number from 0 to 1"),
    (
      "return { severity = 'urgent' }", "the finding's severity is neither low, medium nor high"
    ),
    ("return { severity = 3 }", "the finding's severity is no string"),
    ("return { codes = 'cameo' }", "the finding's codes are no table"),
    (
      "return { codes = { 138 } }",
      "the finding's codes are not a table of at most 32 strings of at most 64 bytes"
    ),
    (
      "return { codes = { cameo = 138 } }",
      "the finding's codes are not a table of at most 32 strings of at most 64 bytes"
    ),
    ("return { span = 'x' }", "the finding's span is a string"),
    ("return { span = unit }", "the finding's span is no span"),
    ("return { x = print }", "the field `x` is a function"),
    ("return { x = unit }", "the field `x` is an object that is no span"),
    ("return { x = { a = 1 } }", "the field `x` is a table with keys; give a list"),
  ])
  func `a wrong value is told of`(_ body: String, _ message: String) throws {
    let result = try Packs(check: body, fields: #""x", "actor""#).run(Self.text)
    #expect(result.findings.isEmpty)
    #expect(result.messages == [message])
    #expect(result.failures.map(\.failure.kind) == [.result])
  }

  @Test(arguments: [("actr", 5), ("actor", 6)])
  func `a wrong field is told of at the line that sets it`(_ field: String, _ line: Int) throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", on = "article", fields = { "actor" },
          check = function(article)
            -- actr = actor
            return {
              \(field == "actr" ? "actr = \"x\"," : "")
              \(field == "actor" ? "actor = print" : "") }
          end }
        """)
    let failures = packs.run(Self.text).failures.map(\.failure)
    #expect(failures.map(\.traceback) == [["rules/a.lua:\(line) in check"]])
  }

  @Test func `a score out of range is told of at the line that sets it`() throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", on = "article",
          check = function(article)
            return {
              score = 2 }
          end }
        """)
    let failures = packs.run(Self.text).failures.map(\.failure)
    #expect(failures.map(\.traceback) == [["rules/a.lua:4 in check"]])
  }

  @Test(arguments: [
    ("return unit.text and unit:has 'x'", "; before the rule: local words = hilal.word \"…\""),
    ("return unit:subject_of(unit.text)", "; give the span itself, without `.text`"),
    (
      "return unit:subject_of(unit.span, word)",
      "was given 2 arguments; it is called as sentence:subject_of(span)"
    ),
    (
      "return unit:find(word).nothing.text",
      "; what a method such as sentence:subject_of gives may be nil: keep it in a local and test that first"
    ),
  ])
  func `a call that fails says what to do`(_ body: String, _ remedy: String) throws {
    let result = try Packs(
      check: body, on: "sentence", before: "local word = hilal.word \"المطر\""
    ).run("عقد الوزراء اجتماعا طارئا.")
    #expect(result.messages.count == 1)
    #expect(result.messages.allSatisfy { $0.hasSuffix(remedy) }, "\(result.messages)")
  }

  @Test func `objects with words print them, and the start of many`() throws {
    let result = try Packs(
      check: """
        local s = unit.sentences[1]
        local m = s:find(word)
        local long = unit.sentences[2]
        return { x = tostring(s) .. "|" .. tostring(m) .. "|" .. string.format("%s", m.span),
          y = tostring(long), z = tostring(unit) }
        """, fields: #""x", "y", "z""#, before: "local word = hilal.word \"الوزراء\""
    ).run("عقد الوزراء اجتماعا. وقال " + String(repeating: "كلمة ", count: 80) + "أخرى.")
    let texts = result.texts("x") + result.texts("y") + result.texts("z")
    #expect(texts.first == "عقد الوزراء اجتماعا.|الوزراء|الوزراء")
    #expect(texts[1].hasPrefix("وقال كلمة") && texts[1].hasSuffix("…"))
    #expect(texts[1].utf8.count <= 404)
    #expect(texts.last == "article")
  }

  @Test func `a finding's own words go before the rule's`() throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", title = "T", severity = "low", on = "article",
          codes = { cameo = "04", plover = "CONSULT" },
          check = function(article)
            return { { span = article.sentences[1] },
              { label = "L", severity = "high", score = 0.25, codes = { b = "2", a = "1" },
                span = article.sentences[2] } }
          end }
        """)
    let findings = packs.run(Self.text).findings
    #expect(findings.map(\.label) == ["T", "L"])
    #expect(findings.map(\.severity) == [.low, .high])
    #expect(findings.map(\.score) == [1, 0.25])
    #expect(findings.map { $0.codes.map(\.scheme) } == [["cameo", "plover"], ["a", "b"]])
    #expect(findings.map { $0.codes.map(\.code) } == [["04", "CONSULT"], ["1", "2"]])
  }

  @Test func `fields are words, texts, numbers and truth`() throws {
    let result = try Packs(
      check: """
        local s = unit.sentences[1]
        return { text = "نص", whole = 12, float = 12.0, broken = 0.5, yes = true, no = false, words = s.span,
          match = s:find(word), sentence = s }
        """,
      fields: #""no", "yes", "text", "whole", "float", "broken", "words", "match", "sentence""#,
      before: "local word = hilal.word \"الوزراء\""
    ).run(Self.text)
    let fields = try #require(result.findings.first).fields
    #expect(
      fields.map(\.name) == [
        "yes", "text", "whole", "float", "broken", "words", "match", "sentence",
      ])
    #expect(
      fields.map(\.text) == [
        "true", "نص", "12", "12", "0.5", "عقد الوزراء اجتماعا طارئا.", "الوزراء",
        "عقد الوزراء اجتماعا طارئا.",
      ])
    #expect(fields.map { $0.span != nil } == [false, false, false, false, false, true, true, true])
    #expect(fields[6].span?.start == 4)
    #expect(fields[6].span?.end == 11)
  }

  @Test func `an empty string is no field, no part of a list and no label`() throws {
    let result = try Packs(
      check: """
        return { a = "", b = { "", "نص" }, c = unit.sentences[1], label = "" }
        """, fields: #""a", "b", "c""#
    ).run(Self.text)
    let finding = try #require(result.findings.first)
    #expect(finding.fields.map(\.name) == ["b", "c"])
    #expect(finding.fields.first?.items.map(\.text) == ["نص"])
    #expect(!finding.label.isEmpty)
  }
}
