import Articles
import RulePacks
import Testing

/// The words that a pattern cannot do without decide where rules run: they may miss nothing.
@Suite struct TriggerTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
  }

  private static let words = ["خبر", "لقاء", "وزير", "مدينة", "قصف", "هدنة", "بيان"]

  /// A random pattern as a script writes it.
  private static func pattern(_ depth: Int, _ generator: inout Generator) -> String {
    let word = words.randomElement(using: &generator) ?? ""
    if depth == 0 {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: return "hilal.any()"
      case 1: return "hilal.word { \"\(word)\", \"\(words[0])\" }"
      case 2: return "hilal.phrase \"\(word) \(words[1])\""
      case 3: return "hilal.verb \"قصف\""
      case 4: return "hilal.number()"
      default: return "hilal.word \"\(word)\""
      }
    }
    let a = pattern(depth - 1, &generator)
    let b = pattern(depth - 1, &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return "(\(a) + \(b))"
    case 1: return "(\(a) * (\(b))^-1)"
    case 2: return "(\(a) * -(\(b)))"
    case 3: return "((\(a))^1 * \(b))"
    case 4: return "(\(a) * hilal.gap(0, 3) * \(b))"
    case 5: return "(\(a)):as \"a\" * \(b)"
    case 6: return "((\(a))^-2 * \(b))"
    default: return "(\(a) * \(b))"
    }
  }

  private static func text(_ generator: inout Generator) -> String {
    let prefixes = ["", "", "", "و", "ال", "بال", "لل"]
    let other = ["ثم", "12", "هطل", "يقصف", "«", "»", "المطر", "كَتَبَ"]
    return (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? (prefixes.randomElement(using: &generator) ?? "")
            + (words.randomElement(using: &generator) ?? "")
          : other.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
    }.joined(separator: ". ") + "."
  }

  @Test(arguments: 0..<40)
  func `a triggered rule finds what a look into every sentence finds`(_ seed: Int) throws {
    var generator = Generator(state: UInt64(seed) &* 7919 &+ 3)
    let pattern = Self.pattern(seed % 4, &generator)
    let packs = try Packs(
      rule: """
        local p = \(pattern)
        return {
          hilal.rule { id = "triggered", match = p },
          hilal.rule { id = "all", on = "sentence", check = function(s)
            local m = s:find(p)
            return m and { span = m }
          end },
        }
        """)
    #expect(packs.book.diagnostics.isEmpty, "\(pattern)")
    for _ in 0..<6 {
      let result = packs.run(Self.text(&generator), title: Self.text(&generator))
      #expect(result.failures.isEmpty)
      let all = result.findings.filter { $0.rule == "all" }
      var first: [Finding] = []
      for finding in result.findings where finding.rule == "triggered" {
        if first.last?.sentence != finding.sentence { first.append(finding) }
      }
      #expect(first.map(\.span) == all.map(\.span), "\(pattern)")
    }
  }

  @Test func `a pattern without required words runs everywhere`() throws {
    let packs = try Packs(
      rule: """
        local word = hilal.word "خبر"
        return hilal.rule { id = "r", match = hilal.any() * -word }
        """)
    #expect(!packs.run("هطل المطر.").findings.isEmpty)
  }
}
