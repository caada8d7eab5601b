import Articles
import Foundation
import Testing

@testable import RulePacks

/// Broken packs under Fixtures/Broken with what is said of them: place, caret, hint, compared whole.
@Suite struct DiagnosticTests {
  private static let folder = fixtures.appendingPathComponent("Broken")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  /// All diagnostics of the pack `p` of a case, those of its cases included.
  private static func text(of name: String) -> String {
    let root = folder.appendingPathComponent(name).path
    let book = RuleBook(PackSet(paths: [root + "/p"], locator: PackLocator(places: [])))
    var diagnostics = book.diagnostics
    for pack in book.packs where pack.reports {
      diagnostics += CaseRunner.cases(of: pack.source).mistakes
    }
    return diagnostics.map { "\($0)\n" }.joined(separator: "\n")
      .replacingOccurrences(of: root + "/", with: "")
  }

  @Test func `there are enough broken packs`() { #expect(Self.names.count >= 50) }

  @Test(arguments: names)
  func `a broken pack is told of at its place`(_ name: String) throws {
    let text = Self.text(of: name)
    #expect(!text.isEmpty)
    try expectSnapshot(text, "Broken/\(name)/expected.txt")
  }

  private static let warnedFolder = fixtures.appendingPathComponent("Warned")
  static let warned =
    ((try? FileManager.default.contentsOfDirectory(atPath: warnedFolder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test(arguments: warned)
  func `what is probably not meant is told of at its place`(_ name: String) throws {
    let root = Self.warnedFolder.appendingPathComponent(name).path
    let book = RuleBook(PackSet(paths: [root + "/p"], locator: PackLocator(places: [])))
    #expect(book.diagnostics.isEmpty)
    // These packs need no other, so that each shows its own mistake alone.
    let text = PackLinter(book, pack: 0).diagnostics()
      .filter { $0.code != .noKnowledge || name == "no-knowledge" }
      .map { "\($0)\n" }.joined(separator: "\n")
      .replacingOccurrences(of: root + "/", with: "")
    #expect(!text.isEmpty)
    try expectSnapshot(text, "Warned/\(name)/expected.txt")
  }

  @Test func `every code has a pack that shows it`() throws {
    let files = Self.names.map { "Broken/\($0)" } + Self.warned.map { "Warned/\($0)" }
    let texts = try files.map {
      try String(
        contentsOf: fixtures.appendingPathComponent($0 + "/expected.txt"), encoding: .utf8)
    }
    // A file that may not be read: see the tests of packs as they lie on disk.
    for code in Diagnostic.Code.allCases where code != .fileUnreadable {
      #expect(texts.contains { $0.contains("[\(code.rawValue)]") }, "\(code)")
      #expect(!code.summary.isEmpty)
      #expect(!code.advice.isEmpty)
    }
  }

  @Test(arguments: names.map { "Broken/\($0)" } + warned.map { "Warned/\($0)" })
  func `every diagnostic says what to do`(_ name: String) throws {
    let text = try String(
      contentsOf: fixtures.appendingPathComponent(name + "/expected.txt"), encoding: .utf8)
    for part in text.components(separatedBy: "\n\n") {
      #expect(part.contains("= help: "))
      // A file without a place is meant as a whole.
      if part.contains(" |\n") { #expect(part.contains("^")) }
    }
  }

  @Test func `a comment allows what is meant`() throws {
    let rule = """
      -- Meant for every sentence. allow: H103
      return hilal.rule { id = "r", check = function(s) return s.words > 2 end }
      """
    let codes = { (rule: String) in
      let packs = try Packs(rule: rule)
      return PackLinter(packs.book, pack: 0).diagnostics().map(\.code)
    }
    #expect(try codes(rule) == [.noReadme, .untestedRule])
    #expect(
      try codes(rule.replacingOccurrences(of: "H103", with: "H104"))
        == [.noReadme, .runsEverywhere, .untestedRule])
  }

  @Test func `of the lexicons that other packs lend only a near one is named`() throws {
    let hint = { (name: String) in
      try Packs(
        [
          "p/pack.toml": "name = \"p\"\nversion = \"1.0.0\"\nneeds = [\"arabic\"]\n",
          "p/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.lexicon \"\(name)\" }",
          "p/lexicon/winds.txt": "ريح\n",
        ]
      ).book.diagnostics.first?.hint
    }
    #expect(try hint("plcaes") == "did you mean `places`?")
    #expect(
      try hint("arabic.places") == "lexicons are named without their pack: hilal.lexicon \"places\""
    )
    #expect(try hint("earthquakes")?.hasSuffix("the pack's own are: winds") == true)
  }

  @Test func `the names that scripts may use are there`() throws {
    let names = ScriptNames.globals.sorted()
    let body = names.map { "if \($0) == nil then error('no \($0)') end" }
    let result = try Packs(check: body.joined(separator: "\n") + "\nreturn true").run("خبر.")
    #expect(result.messages.isEmpty)
    for name in ScriptNames.refused.sorted() {
      let refused = try Packs(check: "\(name)('x')").run("خبر.")
      #expect(refused.messages.count == 1, "\(name)")
    }
  }

  @Test(arguments: [
    (
      "return hilal.rule { id = \"r\" }\nlocal x = 1",
      "nothing may follow a `return` and its values: move"
    ),
    (
      "return hilal.rule { id = \"r\" }\nhilal.rule { id = \"s\" }",
      "several rules are a list, return {"
    ),
    ("local function f()\n  return nil\n  print(1)\nend", "or close the block with `end` first"),
    ("return hilal.rule { id = \"r\" }}", "`}` closes nothing here: it is one too many"),
    ("local function f() return 1 end end", "`end` closes nothing here: it is one too many"),
  ])
  func `what stands behind a return is told of as that`(_ script: String, _ hint: String) throws {
    let diagnostic = try #require(try Packs(rule: script).book.diagnostics.first)
    #expect(diagnostic.code == .scriptSyntax)
    #expect("\(diagnostic)".contains("= help: "))
    #expect("\(diagnostic)".contains(hint), "\(diagnostic)")
  }

  @Test(arguments: [
    (
      "return hilal.rule { id = \"r\", check = function(s)\n  if s then\n    return nil\n  end\n}",
      "an `end` is missing before this `}`: of the `function` of line 1, or of a block within it"
    ),
    (
      "return { (function() return 1) }",
      "an `end` is missing before this `)`: of the block that begins last, or of a block within it"
    ),
    (
      "return f { g = function()\n  if h() then i() end\n}",
      "an `end` is missing before this `}`: of the `function` of line 1, or of a block within it"
    ),
    ("return hilal.rule { id = \"r\"", "the `{` of line 1 is not closed: its `}` is missing"),
    (
      "-- {\nreturn hilal.rule {\n  id = \"r\",\n  check = function() return f({}) end,\n",
      "the `{` of line 2 is not closed: its `}` is missing"
    ),
    ("local a = f(1,\n", "the `(` of line 1 is not closed: its `)` is missing"),
    (
      "local function f()\n  for i = 1, 2 do g() end\n  return 1",
      "the `function` of line 1, or a block within it, has no `end`"
    ),
    ("repeat\n  f()\n", "the `repeat` of line 1, or a block within it, has no `until`"),
  ])
  func `what is missing at the end of a block or file is named`(
    _ script: String, _ hint: String
  ) throws {
    let diagnostic = try #require(try Packs(rule: script).book.diagnostics.first)
    #expect(diagnostic.code == .scriptSyntax)
    #expect(diagnostic.hint == hint, "\(diagnostic)")
  }

  @Test(arguments: [
    (
      "local a = hilal.noun(\"شهر\", { \"أشهر\" }\nlocal b = a",
      "the `(` of line 1 is not closed: its `)` is missing before this `local`"
    ),
    (
      "return hilal.rule {\n  match = f({ 1 } * g(0, 3) * h \"x\",\n  check = function() end,\n}",
      "the `(` of line 2 is not closed: its `)` is missing before this `=`"
    ),
    (
      "if (a and (b or c) then d() end",
      "the `(` of line 1 is not closed: its `)` is missing before this `then`"
    ),
    (
      "return f {\n  g(1,\n    h(2), 3\n}",
      "the `(` of line 2 is not closed: its `)` is missing before this `}`"
    ),
    (
      "local f = function()\n  return g(h(1)\nend",
      "the `(` of line 2 is not closed: its `)` is missing before this `end`"
    ),
  ])
  func `a bracket that is not closed is told of with its line`(
    _ script: String, _ hint: String
  ) throws {
    let diagnostic = try #require(try Packs(rule: script).book.diagnostics.first)
    #expect(diagnostic.code == .scriptSyntax)
    #expect(diagnostic.hint == hint, "\(diagnostic)")
  }

  @Test(arguments: [
    ("local x = 1 if x ~= 2 or x == 3 or x = 4 then end", 38),
    ("local x = 1 while x <= 2 and x = 1 do end", 32),
    ("if (x = \"=\") then end", 7),
    ("local function f(a) return a = 1 end", 30),
  ])
  func `a single equals sign in a condition is told of at its place`(
    _ script: String, _ column: Int
  ) throws {
    let diagnostic = try #require(try Packs(rule: script).book.diagnostics.first)
    #expect(diagnostic.code == .scriptSyntax)
    #expect(diagnostic.hint == "equal is `==` in Lua; `=` sets a value", "\(diagnostic)")
    #expect(diagnostic.column == column)
  }

  @Test(arguments: [
    ("if 1 != 2 then end", "unequal is `~=` in Lua, not `!=`", 6),
    ("local a = !b", "Lua has no `!`; write `not`", 11),
    ("if a and b && c then end", "Lua has no `&&`; write `and`", 12),
    ("local a = \"!=\" != b", "unequal is `~=` in Lua, not `!=`", 16),
    ("local a = hilal.word “قال”", "`“` is a curly quote; Lua wants the straight", 22),
    ("local a = hilal.word(‘قال’)", "`‘` is a curly quote; Lua wants the straight", 22),
    ("local a = hilal.word \"قالَ” -- x", "`”` is a curly quote; Lua wants the straight", 27),
    ("return { check = function(s, m) { return true } }", "a function has no braces in Lua", 33),
    ("local t = f(1) { g {} } local function h(a) {", "a function has no braces in Lua", 45),
    ("local a = { \"قالَ\"، }", "`،` is an Arabic mark; Lua wants `,`", 19),
    ("local a = hilal.verb { ارتفع، زاد }", "words stand in quotes: \"ارتفع\"", 24),
    ("local a = hilal.word(\"قال\", زادَ)", "words stand in quotes: \"زادَ\"", 29),
    ("local نوع = 1", "names are of Latin letters, digits and `_`", 7),
    ("local a = b.نوع", "names are of Latin letters, digits and `_`", 13),
    ("نوع = 1", "names are of Latin letters, digits and `_`", 1),
    ("local a =\u{200F} 1", "U+200F is no character of Lua's: remove it", 10),
  ])
  func `a mark that is not Lua's is told of with Lua's own`(
    _ script: String, _ hint: String, _ column: Int
  ) throws {
    let diagnostic = try #require(try Packs(rule: script).book.diagnostics.first)
    #expect(diagnostic.code == .scriptSyntax)
    #expect(diagnostic.hint.hasPrefix(hint), "\(diagnostic)")
    #expect((diagnostic.line, diagnostic.column) == (1, column), "\(diagnostic)")
  }

  @Test(arguments: [
    ("hilal.word \"قصف\" .. hilal.word \"هجوم\"", "patterns are combined otherwise: a * b is"),
    ("hilal.word \"قصف\" | hilal.word \"هجوم\"", "patterns are combined otherwise: a * b is"),
    ("hilal.word \"قصف\" < hilal.word \"هجوم\"", "patterns are combined otherwise: a * b is"),
    ("\"قصف\" + \"هجوم\"", "in a pattern, one of the two must be one already"),
    ("hilal.word \"قصف\" * { \"هجوم\" }", "write hilal.word { … } for one of some words"),
    ("word \"قصف\"", "write hilal.word"), ("wrod \"قصف\"", "correct the line"),
    ("hilal.word:as \"x\"", "hilal.word makes a pattern where it is called"),
    ("hilal.word \"قصف\", fields = \"x\"", "write a list: fields = { \"x\" }"),
  ])
  func `a pattern that is put together as none is says how one is`(
    _ match: String, _ hint: String
  ) throws {
    let packs = try Packs(rule: "return hilal.rule { id = \"r\", match = \(match) }")
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.hint.hasPrefix(hint), "\(diagnostic)")
  }

  @Test func `a byte-order mark before a script is no part of it`() throws {
    let rule = "return hilal.rule { id = \"r\", match = hilal.word \"اجتماع\" }"
    #expect(try Packs(rule: "\u{FEFF}" + rule).run("عقد اجتماع.").findings.count == 1)
    let broken = try Packs(rule: "\u{FEFF}local x = = 1\n").book.diagnostics.first
    #expect(broken?.line == 1 && broken?.column == 9)
    #expect(broken?.source == "local x = = 1")
  }

  @Test(arguments: [
    ("{}", "hilal.word was given an empty list"),
    ("{ 3 }", "hilal.word takes a list of words, and this one holds a number"),
    ("{ hilal.any() }", "hilal.word takes a list of words, and this one holds a pattern"),
    ("{ a = \"x\" }", "hilal.word takes a list of words, not a table with keys"),
  ])
  func `a table that is no list of words is told of with what it is`(
    _ list: String, _ message: String
  ) throws {
    let packs = try Packs(rule: "return hilal.rule { id = \"r\", match = hilal.word \(list) }")
    #expect(packs.book.diagnostics.map(\.message) == [message])
  }

  @Test(arguments: [
    ("hilal.noun({ \"وثيقة\" }, {})", "the second argument of hilal.noun is an empty list"),
    ("hilal.verb({ \"وقّع\" }, {})", "the second argument of hilal.verb is an empty list"),
  ])
  func `an empty second argument is told of as that`(_ match: String, _ message: String) throws {
    let packs = try Packs(rule: "return hilal.rule { id = \"r\", match = \(match) }")
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.message == message)
    #expect(diagnostic.hint == "leave it out")
  }

  @Test(arguments: [
    (
      "hilal.word(\"شهر\", \"سنة\")",
      "hilal.word was given 2 arguments; it is called as hilal.word(words)",
      "several words are one list: { \"…\", \"…\" }"
    ),
    (
      "hilal.verb(\"هاجم\", \"perfect\", \"noun\")",
      "hilal.verb was given 3 arguments; it is called as hilal.verb(verbs, [forms])",
      "several forms are one list: { \"…\", \"…\" }"
    ),
    (
      "hilal.verb(\"هاجم\", \"قصف\")", "hilal.verb: no form `قصف`",
      "several verbs are one list: hilal.verb { \"…\", \"…\" }"
    ),
    (
      "hilal.gap(0, 1, 2)", "hilal.gap was given 3 arguments; it is called as hilal.gap(min, max)",
      Diagnostic.Code.pattern.advice
    ),
    (
      "hilal.role \"وزير\"", "hilal.role was given 1 argument; it is called as hilal.role()",
      Diagnostic.Code.pattern.advice
    ),
    (
      "hilal.word \"شهر\":as(\"a\", \"b\")",
      "pattern:as was given 2 arguments; it is called as pattern:as(name)",
      Diagnostic.Code.scriptError.advice
    ),
    (
      "hilal.noun \"حكم قضائي\"",
      "hilal.noun: cannot inflect \"حكم قضائي\": \" \" is not an Arabic letter; give one word",
      "several words together are for hilal.phrase"
    ),
  ])
  func `arguments that a function does not take are told of with those that it does`(
    _ match: String, _ message: String, _ hint: String
  ) throws {
    let packs = try Packs(rule: "return hilal.rule { id = \"r\", match = \(match) }")
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.message == message)
    #expect(diagnostic.hint == hint)
  }

  @Test func `a rule is declared by one table`() throws {
    let packs = try Packs(
      rule: "return hilal.rule({ id = \"r\", match = hilal.word \"خبر\" }, { id = \"s\" })")
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.message.hasPrefix("hilal.rule was given 2 arguments"))
    #expect(diagnostic.hint.hasPrefix("several rules are a list"))
  }

  @Test func `an argument that is nil is none`() throws {
    let packs = try Packs(
      rule: "return hilal.rule { id = \"r\", match = hilal.word(\"خبر\", nil):as(\"a\", nil) }")
    #expect(packs.book.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "\"شهر\", \"أشهر\", \"شهور\"", "\"شهر\", { \"أشهر\" }, \"شهور\"",
    "\"شهر\", { \"أشهر\", \"شهور\" }",
    "\"شهر\", nil, { \"أشهر\", \"شهور\" }", "\"شهر=أشهر|شهور\"",
  ])
  func `all plurals that a noun is given are found`(_ arguments: String) throws {
    let packs = try Packs(
      rule: "return hilal.rule { id = \"r\", match = hilal.noun(\(arguments)) }")
    #expect(packs.book.diagnostics.isEmpty)
    #expect(packs.run("مضى شهر. مضت ثلاثة أشهر. مضت شهور. مضت سنة.").findings.count == 3)
  }

  @Test func `a string of several words is a phrase`() throws {
    let packs = try Packs(
      rule:
        "return hilal.rule { id = \"r\", match = hilal.word { \"هدنة\", \"وقف  إطلاق النار\" } }")
    #expect(
      packs.run("أعلنت هدنة. ودعا إلى «وقف» إطلاق النار. ورحّب بوقف إطلاق النار.").findings
        .map(\.span.text) == ["هدنة", "وقف» إطلاق النار", "وقف إطلاق النار"])
  }

  @Test(arguments: ["{ \"كيس\", \"صندوق\" }", "hilal.lexicon \"crates\""])
  func `a quantity of several units is told of with what to write`(_ units: String) throws {
    let packs = try Packs(
      rule: "return hilal.rule { id = \"r\", match = hilal.quantity(\(units)) }",
      ["p/lexicon/crates.txt": "كيس\nصندوق\n"])
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.hint.hasPrefix("add a pattern for each unit"), "\(diagnostic)")
  }

  @Test func `spaces around what stands behind an entry are no part of it`() throws {
    let packs = try Packs(
      rule: "return hilal.rule { id = \"r\", match = hilal.noun(hilal.lexicon \"crates\") }",
      ["p/lexicon/crates.txt": "صندوق = صناديق | صندوقات\n"])
    #expect(packs.book.diagnostics.isEmpty)
    #expect(packs.run("وصل صندوق. وصلت صناديق.").findings.count == 2)
  }

  @Test func `a folder that is named nearly as it should be is told of`() throws {
    let rule = { (match: String) in "return hilal.rule { id = \"r\", match = \(match) }" }
    let moved = { (part: String, files: [String: String]) throws -> [String] in
      let packs = try Packs(["p/README.md": "# p"].merging(files) { $1 })
      let found = packs.book.packs.indices.flatMap {
        PackLinter(packs.book, pack: $0).diagnostics()
      }
      return (packs.book.diagnostics + found).filter { $0.hint.contains("are read from \(part)/") }
        .map { "\($0.code.rawValue) \($0.hint)" }
    }
    let aCase = "[[case]]\nname = \"a\"\ntext = \"خبر.\"\nnever = [\"r\"]\n"
    #expect(
      try moved(
        "rules",
        [
          "p/rule/a.lua": rule("hilal.word \"خبر\""), "p/lexicon/a.txt": "خبر\n",
          "p/tests/a.toml": aCase,
        ])
        == ["H113", "H031"].map {
          "\($0) rules are read from rules/, not from rule/: move them there"
        })
    #expect(
      try moved(
        "lexicon",
        ["p/rules/a.lua": rule("hilal.lexicon \"a\""), "p/Lexcion/a.txt": "خبر\n"])
        == ["H020 lexicons are read from lexicon/, not from Lexcion/: move them there"])
    #expect(
      try moved(
        "lib",
        ["p/rules/a.lua": rule("require \"words\""), "p/libs/words.lua": "return hilal.any()"])
        == ["H022 modules are read from lib/, not from libs/: move them there"])
    #expect(
      try moved(
        "tests", ["p/rules/a.lua": rule("hilal.word \"خبر\""), "p/tets/a.toml": aCase])
        == ["H106 cases are read from tests/, not from tets/: move them there"])
  }

  @Test func `a lexicon that leads out of the pack is told of where it is named`() throws {
    let packs = try Packs(
      [
        "p/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.lexicon \"words\" }",
        "words.txt": "خبر\n",
      ], links: ["p/lexicon/words.txt": "../../words.txt"])
    let diagnostic = try #require(packs.book.diagnostics.first)
    #expect(diagnostic.code == .lexiconMissing)
    #expect(
      diagnostic.hint.hasPrefix(
        "lexicon/words.txt is not read: the file leads out of the pack; copy what"))
  }

  @Test func `cases are not told of for a rule that was left out`() throws {
    let packs = try Packs(
      rule: "return hilal.rule { id = \"rise\", match = hilal.layer \"meetings\" }",
      [
        "p/tests/a.toml":
          "[[case]]\nname = \"a\"\ntext = \"خبر.\"\nnever = [\"rise\"]\n\n[[case]]\nname = \"b\"\ntext = \"خبر.\"\nnever = [\"rose\"]\n"
      ])
    #expect(packs.book.diagnostics.map(\.code) == [.ruleField])
    let found = PackLinter(packs.book, pack: 0).diagnostics().filter { $0.code == .casesField }
    #expect(found.map(\.line) == [9])
    #expect(found.first?.hint == "did you mean `rise`?")
    let runner = CaseRunner(packs.book, pack: "p")
    let outcomes = CaseRunner.cases(of: packs.book.packs[0].source).cases.map(runner.run)
    #expect(outcomes.map(\.differences.count) == [0, 1])
  }

  @Test func `a broken pack costs the others nothing`() throws {
    let packs = try Packs([
      "bad/rules/a.lua": "return hilal.rule { id = 3 }",
      "good/rules/a.lua": "return hilal.rule { id = \"r\", match = hilal.word \"اجتماع\" }",
    ])
    #expect(packs.book.diagnostics.count == 1)
    #expect(packs.run("عقد اجتماع.").findings.map(\.pack) == ["good"])
  }
}
