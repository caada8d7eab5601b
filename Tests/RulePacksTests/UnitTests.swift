import Articles
import RulePacks
import Testing

/// Which units a rule is called for, and that it is called for no others.
@Suite struct UnitTests {
  /// A rule that prints each unit's text.
  private static func packs(on unit: String, match: String = "") throws -> Packs {
    try Packs(
      rule: """
        return hilal.rule { id = "r", on = "\(unit)", \(match)
          check = function(unit, m)
            local text = unit.text
            if m then text = text .. " / " .. m.text end
            print(text)
          end }
        """)
  }

  private static let title = "لقاء في العاصمة"
  private static let content =
    "بدأ لقاء الوفدين. وانتهى مساء.\nتلاه «لقاء آخر قريب» كما قال الوزير."

  private func printed(_ packs: Packs) -> [String] {
    packs.run(Self.content, title: Self.title).printed.map(\.line)
  }

  @Test(arguments: [
    (
      "unit:has(unit)",
      "an article has no field `has`; its sentences have: for _, sentence in ipairs(article.sentences) do … end"
    ),
    (
      "unit.words",
      "an article has no field `words`; its sentences have: for _, sentence in ipairs(article.sentences) do … end"
    ),
    (
      "article.title",
      "attempt to index a nil value (global 'article'); what check is called with has the names of its "
        + "parameters: check = function(article, m)"
    ),
  ])
  func `a rule on articles that asks for what it is not given is told what it is given`(
    read: String, message: String
  ) throws {
    let result = try Packs(check: "return \(read) ~= nil").run("عقد الوزراء اجتماعا.")
    #expect(result.messages == [message])
  }

  @Test func `an article without a hit never reaches Lua`() throws {
    let packs = try Packs(
      rule: """
        print "loaded"
        return hilal.rule { id = "r", match = hilal.word "قمة", check = function() print "called" end }
        """)
    let worker = PackWorker(packs.book)
    worker.beginBatch()
    for index in 0..<20 {
      let content = index == 7 ? "افتتحت القمة اليوم." : "هطل المطر على الجبل."
      let result = worker.process(Article(id: "\(index)", content: Array(content.utf8)))
      if index == 7 {
        #expect(result?.printed.filter { $0.line == "called" }.count == 1)
      } else {
        #expect(result == nil)
      }
    }
  }

  @Test(arguments: [
    ("\"future\"", ["سيهاجم", "وسنهاجمهم"]),
    ("{ \"perfect\", \"future\" }", ["هاجم", "سيهاجم", "وسنهاجمهم"]),
    ("{ \"imperfect\", \"future\" }", ["يهاجم", "سيهاجم", "وسنهاجمهم"]),
  ])
  func `a verb is asked for in the forms that are named`(_ forms: String, _ expected: [String])
    throws
  {
    let packs = try Packs(
      rule: """
        local verb = hilal.verb("هاجم", \(forms))
        return hilal.rule { id = "r", match = verb:as "verb",
          check = function(sentence, m) print(sentence:within(m.verb).text) end }
        """)
    let content = "هاجم الجيش البلدة. لن يهاجم أحد. الوفد سيهاجم الاتفاق. وسنهاجمهم غدا."
    #expect(packs.run(content).printed.map(\.line) == expected)
  }

  @Test func `a rule is called only for sentences with a hit`() throws {
    let packs = try Self.packs(on: "sentence", match: #"match = hilal.word "لقاء","#)
    #expect(
      printed(packs) == [
        "لقاء في العاصمة / لقاء", "بدأ لقاء الوفدين. / لقاء",
        "تلاه «لقاء آخر قريب» كما قال الوزير. / لقاء",
      ])
  }

  @Test func `matches in one unit are called for one by one, leftmost, not overlapping`() throws {
    let packs = try Packs(
      rule: """
        local word = hilal.word { "لقاء", "قمة" }
        return hilal.rule { id = "r", match = word * hilal.gap(0, 3) * word,
          check = function(s, m) print(m.text) end }
        """)
    let printed = packs.run("لقاء ثم قمة ثم لقاء ثم قمة ثم لقاء.").printed.map(\.line)
    #expect(printed == ["لقاء ثم قمة", "لقاء ثم قمة"])
  }

  @Test func `without match a rule is called for every sentence, the title among them`() throws {
    #expect(
      try printed(Self.packs(on: "sentence")) == [
        "لقاء في العاصمة", "بدأ لقاء الوفدين.", "وانتهى مساء.",
        "تلاه «لقاء آخر قريب» كما قال الوزير.",
      ])
  }

  @Test func `without match a rule is called for every paragraph`() throws {
    #expect(
      try printed(Self.packs(on: "paragraph")) == [
        "لقاء في العاصمة", "بدأ لقاء الوفدين. وانتهى مساء.",
        "تلاه «لقاء آخر قريب» كما قال الوزير.",
      ])
  }

  @Test func `without match a rule is called once for an article`() throws {
    let packs = try Packs(check: "print(unit.id, unit.title) return true")
    let result = packs.run(Self.content, title: Self.title)
    #expect(result.printed.map(\.line) == ["a1\t" + Self.title])
    #expect(result.findings.map(\.span.field) == [.content])
  }

  @Test func `a rule on articles matches in title and content`() throws {
    for pattern in [#"hilal.word "لقاء""#, "hilal.any() * hilal.any()"] {
      let packs = try Packs(
        rule: """
          return hilal.rule { id = "r", on = "article", match = \(pattern) }
          """)
      let fields = packs.run(Self.content, title: Self.title).findings.map(\.span.field)
      #expect(Set(fields) == [.title, .content], "\(pattern)")
    }
  }

  @Test func `a rule on quotes is called for reported speech`() throws {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": Packs.rule(check: "print(unit.text)", on: "quote"),
    ])
    let text = "بدأ اللقاء. قال الوزير: «سيعقد لقاء آخر قريبا في العاصمة». وانتهى."
    #expect(packs.run(text).printed.map(\.line) == ["سيعقد لقاء آخر قريبا في العاصمة"])
  }

  @Test func `a script reads attributions, through "the same source" the one named before`() throws
  {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": Packs.rule(
        check: """
          for _, s in ipairs(unit.sentences) do
            for _, a in ipairs(s.attributions) do
              print(a.text, a.source.text, a.anonymous, a.source.anonymous)
            end
          end
          print(#unit.attributions)
          """, on: "article"),
    ])
    let text = "قال مصدر طبي إن الجسر أغلق. وبحسب المصدر نفسه، فتح الطريق مساء."
    #expect(
      packs.run(text).printed.map(\.line) == [
        "قال مصدر طبي\tمصدر طبي\ttrue\tnil", "بحسب المصدر نفسه\tمصدر طبي\ttrue\tnil", "2",
      ])
  }

  /// A rule that prints what `time_near` finds beside اعتقل.
  private func times(near option: String, in text: String) throws -> ArticleResult {
    try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "r", match = hilal.verb "اعتقل":as "cue",
        check = function(s, m)
          local time = s:time_near(m.cue\(option))
          print(time and time.text)
        end }
      """,
    ]).run(text)
  }

  @Test(arguments: [
    ("", "عامين"), (", nil", "عامين"), (", \"DATE\"", "5 مارس"),
    (", { \"DATE\", \"TIME\" }", "5 مارس"),
    (", \"DURATION\"", "عامين"), (", \"SET\"", "nil"),
  ])
  func `a time is asked for by its type`(option: String, expected: String) throws {
    let result = try times(near: option, in: "اعتقل الحرس شابا حكم عليه بالسجن عامين، في 5 مارس.")
    #expect(result.printed.map(\.line) == [expected])
  }

  @Test(arguments: [
    (", \"DAY\"", "sentence:time_near knows no type of time `DAY`"),
    (", {}", "sentence:time_near takes a type of time or a list of them"),
    (", 7", "sentence:time_near takes a type of time or a list of them"),
  ])
  func `a type of time that is none is named`(option: String, message: String) throws {
    let result = try times(near: option, in: "اعتقل الحرس شابا في 5 مارس.")
    #expect(result.failures.first?.failure.message.contains(message) == true)
  }

  @Test func `mentions of one person share a cluster`() throws {
    let packs = try Packs([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": Packs.rule(
        check: """
          local first, second = unit.entities[1], unit.entities[2]
          print(first.text, second.text, first.cluster == second.cluster)
          """, on: "article"),
    ])
    let text = "وصل الوزير سامي الجابر مساء. وقال الجابر إن الطريق مفتوح."
    #expect(packs.run(text).printed.map(\.line) == ["سامي الجابر\tالجابر\ttrue"])
  }

  @Test func `the number of a sentence does not hang on the rules beside`() throws {
    let honest = Packs.rule(
      id: "z", check: "return { x = unit.index }", on: "sentence")
    let alone = try Packs(["p/rules/z.lua": honest])
    let beside = try Packs([
      "a/rules/a.lua": Packs.rule(check: "return nil", on: "paragraph"),
      "b/rules/a.lua": Packs.rule(check: "return nil", on: "quote"),
      "p/rules/z.lua": honest,
    ])
    for content in [Self.content, "جملة واحدة."] {
      #expect(alone.run(content, title: Self.title).texts().first == "1")
      #expect(
        alone.run(content, title: Self.title).findings
          == beside.run(content, title: Self.title).findings)
    }
  }

  @Test func `an empty article is no mistake`() throws {
    for unit in ["article", "paragraph", "sentence", "quote"] {
      let result = try Packs(check: "return nil", on: unit).run("")
      #expect(result.failures.isEmpty)
    }
    #expect(try Packs(check: "return true").run("").findings.map(\.span.text) == [""])
  }

  @Test func `places are code points, whatever the letters`() throws {
    let packs = try Packs(
      rule: #"return hilal.rule { id = "r", match = hilal.word "اجتماع":as "it" }"#)
    for before in ["", "مُحَمَّد ", "👩‍👩‍👧 ", "NATO – ", "e\u{301} ", "ـــ ", "\u{200F}", "١٢٣ "] {
      let content = before + "عُقِدَ اِجْتِمَاعٌ أمس."
      let finding = try #require(packs.run(content).findings.first, "\(before)")
      let scalars = Array(content.unicodeScalars)
      for span in [finding.span, finding.sentence] + finding.evidence.map(\.span) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[span.start..<span.end])
        #expect(String(text).unicodeScalars.elementsEqual(span.text.unicodeScalars), "\(before)")
      }
      #expect(finding.span.text == "اِجْتِمَاعٌ")
      #expect(finding.span.start == before.unicodeScalars.count + 7)
    }
  }

  @Test func `attribution is that of the span`() throws {
    let packs = try Packs(
      rule: #"return hilal.rule { id = "r", match = hilal.verb "هاجم" }"#)
    let findings = packs.run("هاجم الجيش القرية.").findings
    #expect(findings.map(\.attribution.polarity) == ["asserted"])
  }
}
