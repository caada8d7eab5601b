import Articles
import RulePacks
import Testing

/// Text in other scripts, and which packs' rules an article is for.
@Suite struct LanguageTests {
  private static func pack(_ name: String, _ languages: String, _ word: String) -> [String: String]
  {
    [
      "\(name)/pack.toml": "name = \"\(name)\"\nversion = \"1.0.0\"\n\(languages)\n",
      "\(name)/rules/a.lua": """
      return hilal.rule { id = "r", on = "sentence", match = hilal.word { \(word) } }
      """,
    ]
  }

  /// An Arabic pack, an English one, and one that names no language; each finds what it can.
  private static func packs() throws -> Packs {
    try Packs(
      pack("arabic-one", "languages = [\"ar\"]", "\"لقاء\", \"summit\"")
        .merging(pack("english-one", "languages = [\"en-GB\"]", "\"summit\", \"لقاء\"")) { $1 }
        .merging(pack("open-one", "", "\"summit\", \"لقاء\"")) { $1 })
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var content: String
    var lang: String?
    var packs: [String]

    init(_ id: String, _ content: String, _ lang: String? = nil, _ packs: String...) {
      testDescription = id
      self.content = content
      self.lang = lang
      self.packs = packs
    }
  }

  static let cases: [Case] = [
    Case("Arabic", "عقد لقاء أمس.", nil, "arabic-one", "open-one"),
    Case("English", "A summit was held.", nil, "english-one", "open-one"),
    Case(
      "both, nothing said", "عقد لقاء (summit) أمس.", nil, "arabic-one", "english-one", "open-one"),
    Case("both, said to be Arabic", "عقد لقاء (summit) أمس.", "ar-EG", "arabic-one", "open-one"),
    Case("English, said so", "A summit with a لقاء.", "en", "english-one", "open-one"),
    Case("Arabic under a template's en", "عقد لقاء أمس.", "en", "arabic-one", "open-one"),
    Case("another language of the script", "دیروز لقاء برگزار شد.", "fa", "open-one"),
  ]

  @Test(arguments: cases)
  func `a rule is run on articles of its pack's languages`(_ case: Case) throws {
    let article = Article(id: "a", content: Array(`case`.content.utf8), lang: `case`.lang)
    let found = try Self.packs().run(article).findings.map(\.pack)
    #expect(Set(found) == Set(`case`.packs))
  }

  @Test func `English words in Arabic keep their places and their letters`() throws {
    let packs = try Packs(
      rule: """
        return hilal.rule { id = "r", on = "sentence",
          match = hilal.word { "strike" }:as "x" }
        """)
    let content = "قال بالإنكليزية: \"Air Strike\"، ثم سكت. STRIKE! وانتهى البيان."
    let findings = packs.run(content).findings
    #expect(findings.map(\.span.text) == ["Strike", "STRIKE"])
    let points = Array(content.unicodeScalars)
    for finding in findings {
      let slice = points[finding.span.start..<finding.span.end]
      #expect(String(String.UnicodeScalarView(slice)) == finding.span.text)
    }
  }
}
