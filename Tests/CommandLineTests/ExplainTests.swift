import Foundation
import Testing

/// What `explain` shows of a rule and a text.
@Suite struct ExplainTests {
  private func desk() throws -> Desk { try .ofTwoPacks() }

  @Test func `a long list that has matched is not repeated in full`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks",
        match = hilal.word { "عقد", "أجرى", "استضاف", "ترأس" } * hilal.word { "لقاء", "قمة", "ندوة", "حوارا" } }
      """
    ])
    try desk.write("in.jsonl", articles("عقد العزم."))
    let outcome = try desk.hilal("explain", "p/talks", "in.jsonl")
    #expect(
      outcome.out.contains(
        """
          stopped after word عقد، أجرى… on «عقد»
            wanted word لقاء، قمة، ندوة، حوارا; there is «العزم»
        """), "\(outcome.out)")
  }

  @Test func `explain names the line in which check gave up`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      local near = require "near"
      return hilal.rule { id = "talks", match = hilal.word { "عقد", "أجرى", "حضر", "ترأس" }:as "cue",
        check = function(s, m)
          if m.cue.text == "عقد" then return false end
          if m.cue.text == "حضر" then
            return nil
          end
          if m.cue.text == "أجرى" then return near.is_long(s) end
          local found = near.is_short(s) and near.is_long(s)
          return found
        end }
      """,
      "p/lib/near.lua": """
      return { is_long = function(s)
        local long = s.words > 20 -- few are
        return long and true
      end, is_short = function() return true end }
      """,
    ])
    let outcome = try desk.hilal(
      "explain", "p/talks", "-",
      input: "عقد لقاء أمس. حضر الحارس. أجرى القائد جولة. ترأس القائد جولة.")
    let lines = outcome.out.split(separator: "\n").map(String.init)
    let told = lines.indices.filter { lines[$0].contains("returned") }
      .map { lines[$0...].prefix { !$0.hasSuffix("asserted, fact") }.joined(separator: "|") }
    #expect(
      told.map { $0.replacing(/[ ]{2,}/, with: "") } == [
        "matched «عقد», but check returned false at rules/a.lua:4"
          + "|if m.cue.text == \"عقد\" then return false end",
        "matched «حضر», but check returned nil at rules/a.lua:6"
          + "|if m.cue.text == \"حضر\" then|return nil",
        "matched «أجرى», but check returned false at lib/near.lua:3"
          + "|return long and true",
        "matched «ترأس», but check returned false at rules/a.lua:10|return found"
          + "|having got nothing from lib/near.lua:3|return long and true",
      ])
  }

  @Test func `explain says why, and where the pattern stopped`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", fields = { "what" },
        match = hilal.word "عقد" * hilal.word "لقاء":as "what",
        check = function(s, m)
          print("words", s.words)
          if s.words > 2 then return { what = m.what } end
        end }
      """
    ])
    let text = "عقد لقاء أمس. عقد لقاء. عقد مؤتمر. هطل المطر. عقد"
    let outcome = try desk.hilal("explain", "p/talks", "-", input: text)
    #expect(outcome.status == 0)
    #expect(
      outcome.out.replacing(/[0-9a-f]{16}/, with: "ID") == """
        ID  عقد لقاء أمس.
          fired on «عقد لقاء»
            is asserted, fact
            what: لقاء
          printed: words\t3
        ID  عقد لقاء.
          matched «عقد لقاء», but check returned nil at rules/a.lua:6
              if s.words > 2 then return { what = m.what } end
              end }
            is asserted, fact
          printed: words\t2
        ID  عقد مؤتمر.
          stopped after word عقد on «عقد»
            wanted word لقاء; there is «مؤتمر»
        ID  عقد
          stopped after word عقد on «عقد»
            wanted word لقاء; the sentence ends
        1 sentence without any part of the pattern

        """)
  }

  @Test func `explain names the form of a verb, which no word in a final ة is`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "trials", match = hilal.verb "قضى=قضاء":as "cue" }
      """
    ])
    let outcome = try desk.hilal(
      "explain", "p/trials", "-",
      input: "هذه قضية صعبة. وقضاها في بيته. وقضوا بسجنه. هذا قضاء عادل.")
    #expect(
      outcome.lines.filter { $0.contains("قضى") } == [
        "    «وقضاها» is قضا with a pronoun, perfect of قضى", "    «وقضوا» is قضوا, perfect of قضى",
        "    «قضاء» is قضاء, noun of قضى",
      ])
  }

  @Test func `explain spells a form as the text does`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "news", match = hilal.verb "أعلن":as "cue" }
      """
    ])
    let outcome = try desk.hilal("explain", "p/news", "-", input: "وأعْلنت الوزارة. وأعلنها الوزير.")
    #expect(
      outcome.lines.filter { $0.contains("perfect") } == [
        "    «وأعْلنت» is أعْلنت, perfect of أعلن",
        "    «وأعلنها» is أعلن with a pronoun, perfect of أعلن",
      ])
  }

  @Test func `no word behind a preposition, كل or أي is a finite verb`() throws {
    let desk = try Desk([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "breaks", match = hilal.verb "خرق=خرق":as "cue" }
      """,
      "p/rules/b.lua": """
      return hilal.rule { id = "past", match = hilal.verb("خرق=خرق", "perfect"):as "cue" }
      """,
    ])
    let text = "خرق الجيش الهدنة. سنرد على أي خرق للهدنة. تحدث عن خرق للهدنة. هذا خرق آخر."
    let places = ["HILAL_PLUGINS": Desk.plugins]
    let all = try desk.hilal("explain", "p/breaks", "-", input: text, environment: places)
    #expect(
      all.lines.filter { $0.contains("of خرق") }.map { String($0.dropFirst(4)) } == [
        "«خرق» is خرق, perfect of خرق", "«خرق» is خرق, noun of خرق",
        "«خرق» is خرق, noun of خرق", "«خرق» is خرق, perfect of خرق",
      ], "\(all.out)")
    #expect(all.out.contains("is asserted, conditional\n    «خرق»"))
    let past = try desk.hilal("explain", "p/past", "-", input: text, environment: places)
    #expect(past.lines.count { $0.contains("fired") } == 2)
  }

  @Test func `a verb is found shortened only where a particle shortens it`() throws {
    let desk = try Desk([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "dismissed", match = hilal.verb "أقال":as "cue" }
      """,
    ])
    let text =
      "نقل الوزير المدير إلى المشفى. وتقل الحافلة عشرين راكبا. قتل ما لا يقل عن عشرة. "
      + "لم يقل الرئيس وزيره. ولم تقلهم الحكومة. وليقل الرئيس وزيره. سيقيل وزيره. لم أقل ذلك."
    let places = ["HILAL_PLUGINS": Desk.plugins]
    let found = try desk.hilal("explain", "p/dismissed", "-", input: text, environment: places)
    #expect(
      found.lines.filter { $0.contains("of أقال") }.map { String($0.dropFirst(4)) } == [
        "«يقل» is يقل, imperfect (jussive) of أقال",
        "«تقلهم» is تقل with a pronoun, imperfect (jussive) of أقال",
        "«وليقل» is يقل, imperfect (jussive) of أقال", "«سيقيل» is يقيل, imperfect of أقال",
        "«أقل» is أقل, imperfect (jussive) of أقال",
      ], "\(found.out)")
  }

  @Test func `no imperative is found behind a conjunction in a word that is known as it stands`()
    throws
  {
    let desk = try Desk([
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
      "p/rules/a.lua": """
      return hilal.rule { id = "anchors", match = hilal.verb "أرسى":as "cue" }
      """,
    ])
    let found = try desk.hilal(
      "explain", "p/anchors", "-", input: "زار فارس القرية. تعال وارس القارب.",
      environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(
      found.lines.filter { $0.contains("of أرسى") }.map { String($0.dropFirst(4)) } == [
        "«وارس» is ارس, imperative of أرسى"
      ], "\(found.out)")
  }

  @Test func `explain says where what was wanted stands further on than the gap allows`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "far",
        match = hilal.word "عقد" * hilal.gap(0, 2) * hilal.word { "لقاء", "قمة" } }
      """,
      "p/rules/b.lua": """
      return hilal.rule { id = "next", match = hilal.word "عقد" * hilal.word "لقاء" }
      """,
    ])
    let told = { (rule: String) in
      try desk.hilal(
        "explain", rule, "-", input: "عقد الوفد في المدينة مساء لقاء قصيرا قبل قمة الربيع."
      ).lines.filter { $0.contains("stands") }
    }
    #expect(try told("p/far") == ["    «لقاء» stands behind 4 words; the gap allows 2"])
    #expect(try told("p/next") == ["    «لقاء» stands behind 4 words; there is no gap"])
  }

  @Test func `explain names the excluded words that turned a pattern away`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "behind", match = hilal.word "هجوم" * -hilal.word { "لاذع", "عنيف" } }
      """,
      "p/rules/b.lua": """
      return hilal.rule { id = "itself", match = (hilal.word "هجوم" - hilal.phrase "هجوم لاذع"):as "cue" }
      """,
      "p/rules/c.lua": """
      return hilal.rule { id = "between",
        match = hilal.word "وقع" * (hilal.any() - hilal.word "لم")^0 * hilal.word "هجوم" * hilal.word "كبير" }
      """,
    ])
    let told = { (rule: String) in
      try desk.hilal("explain", rule, "-", input: "وقع هجوم لاذع أمس.").out
    }
    #expect(
      try told("p/behind").contains(
        """
          stopped after word هجوم on «هجوم»
            wanted no word لاذع، عنيف; there is «لاذع أمس»
        """))
    #expect(
      try told("p/itself").contains(
        """
          did not begin
            wanted no word هجوم لاذع; there is «هجوم لاذع أمس»
        """))
    #expect(try told("p/between").contains("wanted word كبير; there is «لاذع أمس»"))
  }

  @Test func `explain puts matches first, then near misses by how far they got`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks",
        match = hilal.word "عقد" * hilal.word "الوفد" * hilal.word "لقاء" }
      """,
      "in.jsonl": articles(
        "عقد مؤتمر. عقد الوفد جلسة.", "عقد اليوم. عقد الوفد لقاء.", "عقد الوفد لقاء."),
    ])
    let all = try desk.hilal("explain", "p/talks", "in.jsonl")
    let sentences = all.lines.filter { $0.hasPrefix("n") }
    #expect(
      sentences == [
        "n1  عقد الوفد لقاء.", "n2  عقد الوفد لقاء.", "n0  عقد الوفد جلسة.", "n0  عقد مؤتمر.",
        "n1  عقد اليوم.",
      ])
    #expect(!all.out.contains("--limit"))
    for (limit, shown, told) in [
      ("3", 3, "--limit 3 left out 0 matches and 2 near misses"),
      ("1", 1, "--limit 1 left out 1 match and 3 near misses"),
      ("0", 0, "--limit 0 left out 2 matches and 3 near misses"),
    ] {
      let some = try desk.hilal("explain", "p/talks", "in.jsonl", "--limit", limit)
      #expect(some.lines.filter { $0.hasPrefix("n") } == Array(sentences.prefix(shown)))
      #expect(some.lines.contains(told))
    }
  }

  @Test func `explain shows how a match and its captures are asserted, and who says it`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks",
        match = hilal.word "الوفد":as "who" * hilal.gap(0, 3) * hilal.word "لقاء":as "what" }
      """,
      "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
    ])
    let text = "نفى الوزير أن الوفد عقد لقاء. وصل الوفد ولم يعقد لقاء."
    let outcome = try desk.hilal(
      "explain", "p/talks", "-", input: text, environment: ["HILAL_PLUGINS": Desk.plugins])
    #expect(outcome.lines.contains("    is denied, fact, according to الوزير"))
    #expect(outcome.lines.contains("    what «لقاء» is negated, fact"))
  }

  @Test func `explain without an input says how a text is tried`() throws {
    let outcome = try desk().hilal("explain", "p/talks")
    #expect(outcome.status == 64)
    #expect(outcome.err.contains("echo TEXT | hilal explain p/talks -"))
  }

  @Test func `explain names parts that stand where the pattern does not begin`() throws {
    let desk = try desk()
    let brief = try desk.hilal("explain", "p/talks", "-", input: "جرى لقاء. خبر.")
    #expect(
      brief.lines == [
        "1 sentence with parts of the pattern, but not its beginning (--all shows them)",
        "1 sentence without any part of the pattern",
      ])
    let all = try desk.hilal("explain", "--all", "p/talks", "-", input: "جرى لقاء. خبر.")
    #expect(
      all.lines.dropFirst() == [
        "  did not begin, though it has word لقاء on «لقاء»", "    begins with word عقد",
        "1 sentence without any part of the pattern",
      ])
  }

  @Test func `explain shows what is found by each match, and where a rule failed`() throws {
    let desk = try Desk([
      "p/rules/a.lua": """
      return {
        hilal.rule { id = "each", fields = { "w" }, match = (hilal.word "قمة" + hilal.word "لقاء"):as "w",
          check = function(s, m) return { w = m.w } end },
        hilal.rule { id = "fails", match = hilal.word "قمة", check = function(s, m)
          return m.nothing.at.all
        end },
      }
      """
    ])
    let text = "عقدت قمة ثم لقاء."
    let each = try desk.hilal("explain", "p/each", "-", input: text)
    #expect(
      each.lines.dropFirst().dropLast() == [
        "  fired on «قمة»", "    is asserted, fact", "    w: قمة",
        "  fired on «لقاء»", "    is asserted, fact", "    w: لقاء",
      ])
    let fails = try desk.hilal("explain", "p/fails", "-", input: text)
    #expect(fails.out.contains("  failed: "))
    #expect(fails.out.contains("at rules/a.lua:5"))
    let none = try desk.hilal("explain", "p/other", "-", input: text)
    #expect(none.status == 64)
    #expect(none.err.contains("its rules: each, fails"))
    #expect(try desk.hilal("explain", "p", "-", input: text).status == 64)
  }
}

extension Desk {
  /// Two packs with one rule of the same name, and three articles.
  static func ofTwoPacks() throws -> Desk {
    try Desk([
      "p/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "عقد" * hilal.word "لقاء" }
      """,
      "q/rules/a.lua": """
      return hilal.rule { id = "talks", match = hilal.word "لقاء" }
      """,
      "in.jsonl": articles("عقد لقاء.", "جرى لقاء.", "خبر."),
    ])
  }
}
