import ArabicText
import Articles
import Extraction
import Patterns
import Testing

@Suite struct `Patterns` {
  @Test func `a sequence with a gap takes the shortest way`() throws {
    let bench = Bench("هدد القائد أمس بهجوم جوي ثم بهجوم بري")
    #expect(
      try bench.texts(word("هدد") * .gap(min: 0, max: 5) * word("هجوم"))
        == ["هدد القائد أمس بهجوم"])
  }

  @Test func `a gap has bounds`() throws {
    let bench = Bench("هدد واحد اثنان ثلاثة هجوم")
    #expect(try bench.texts(word("هدد") * .gap(min: 0, max: 2) * word("هجوم")).isEmpty)
    #expect(try bench.texts(word("هدد") * .gap(min: 3, max: 3) * word("هجوم")).count == 1)
    #expect(try bench.texts(word("هدد") * .gap(min: 4, max: 9) * word("هجوم")).isEmpty)
  }

  @Test func `matches are leftmost and do not overlap`() throws {
    let bench = Bench("أ ب أ ب أ")
    #expect(try bench.texts(word("أ") * word("ب") * word("أ")) == ["أ ب أ"])
  }

  @Test func `choice prefers its first alternative`() throws {
    let bench = Bench("قوة كبيرة جدا")
    let pattern = word("قوة") * (word("كبيرة") + word("كبيرة") * word("جدا"))
    #expect(try bench.texts(pattern) == ["قوة كبيرة"])
  }

  @Test func `repetition is greedy and bounded`() throws {
    let bench = Bench("جدا جدا جدا جدا")
    #expect(try bench.texts(.repetition(word("جدا"), min: 1, max: nil)) == ["جدا جدا جدا جدا"])
    #expect(try bench.texts(.repetition(word("جدا"), min: 3, max: 3)) == ["جدا جدا جدا"])
  }

  @Test func `not matches nothing where its pattern fails`() throws {
    let bench = Bench("هجوم لاذع ثم هجوم بري")
    #expect(
      try bench.texts(word("هجوم") * .not(word("لاذع")) * .gap(min: 1, max: 1)) == ["هجوم بري"])
    #expect(try bench.texts(.not(word("ثم")) * .not(.not(word("هجوم"))) * word("هجوم")).count == 2)
  }

  @Test func `captures leave attached prepositions out`() throws {
    let bench = Bench("هدد بالهجوم")
    let found = try bench.matches(
      word("هدد") * .capture("force", word("هجوم")))
    #expect(found.first?.captures.map { bench.words($0.bytes) } == ["الهجوم"])
    #expect(found.first?.captures.map(\.name) == ["force"])
  }

  @Test func `a word with an article of its own is found behind ل, which takes its alif`() throws {
    let bench = Bench("قال للمقاومة وللمقاومة الشعبية، لمقاومة العدو، عن المقاومة وبالمقاومة")
    #expect(
      try bench.texts(word("المقاومة"))
        == ["للمقاومة", "للمقاومة", "المقاومة", "المقاومة"])
    #expect(try bench.texts(word("المقاومة الشعبية")) == ["للمقاومة الشعبية"])
  }

  @Test func `the last round of a repetition is captured`() throws {
    let bench = Bench("واحد اثنان")
    let found = try bench.matches(
      .repetition(.capture("x", word("واحد", "اثنان")), min: 1, max: nil))
    #expect(found.first?.captures.map { bench.words($0.bytes) } == ["اثنان"])
  }

  @Test func `a hard pattern over a long sentence is quick`() throws {
    let bench = Bench(String(repeating: "أ ", count: 20_000))
    let part = Pattern.repetition(word("أ"), min: 0, max: nil)
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try bench.texts(.sequence(Array(repeating: part, count: 12)) * word("ب")).isEmpty)
    let time = clock.now - start
    #expect(time < .seconds(10))
  }

  @Test func `a pattern that grows too large is refused`() {
    let part = Pattern.repetition(word("أ"), min: 500, max: 900)
    #expect(throws: Program.TooLarge.self) {
      try Program(.repetition(part, min: 500, max: 900))
    }
  }

  @Test func `required terms are the cheapest that every match contains`() {
    let rare = word("إنذار")
    let common = word("قال", "ذكر")
    let cost = { (set: TermSet) in Double(set.termCount) }
    #expect((common * rare).requirements(cost: cost).first?.map(\.title) == ["إنذار"])
    #expect((common + rare).requirements(cost: cost).first?.count == 2)
    #expect((common + .gap(min: 1, max: 2)).requirements(cost: cost).first == nil)
    #expect(Pattern.repetition(rare, min: 0, max: 1).requirements(cost: cost).first == nil)
    #expect(Pattern.not(rare).requirements(cost: cost).first == nil)
  }

  /// The matcher against a plain recursive reading of the same algebra.
  @Test func `agrees with a naive matcher on random patterns`() throws {
    var random = SeededGenerator(state: 42)
    for _ in 0..<400 {
      let pattern = randomPattern(depth: 3, &random)
      let letters = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ["أ", "ب", "ج"].randomElement(using: &random) ?? "أ"
      }
      let bench = Bench(letters.joined(separator: " "))
      let found = try bench.matches(pattern).first?.words
      let expected = (0...letters.count).lazy.compactMap { start in
        naive(pattern, letters.map(\.folded), start).first.map { start..<$0 }
      }.first
      #expect(found == expected, "\(pattern) over \(letters)")
    }
  }

  private func randomPattern(depth: Int, _ random: inout SeededGenerator) -> Pattern {
    switch depth == 0 ? 0 : Int.random(in: 0...6, using: &random) {
    case 1, 2:
      return .sequence([
        randomPattern(depth: depth - 1, &random), randomPattern(depth: depth - 1, &random),
      ])
    case 3:
      return .choice([
        randomPattern(depth: depth - 1, &random), randomPattern(depth: depth - 1, &random),
      ])
    case 4:
      return .repetition(
        randomPattern(depth: depth - 1, &random), min: Int.random(in: 0...1, using: &random),
        max: [nil, 2].randomElement(using: &random) ?? nil)
    case 5: return .gap(min: 0, max: Int.random(in: 0...2, using: &random))
    case 6: return .not(randomPattern(depth: depth - 1, &random))
    default: return word(["أ", "ب", "ج"].randomElement(using: &random) ?? "أ")
    }
  }

  /// Ends of the matches that start at a position, by priority.
  private func naive(_ pattern: Pattern, _ words: [String], _ at: Int) -> [Int] {
    switch pattern {
    case .atom(.terms(let set)):
      let texts = set.groups.flatMap { $0.terms.indices.map($0.text(of:)) }
      return at < words.count && texts.contains { $0.folded == words[at] } ? [at + 1] : []
    case .atom: return []
    case .sequence(let parts):
      return parts.reduce([at]) { ends, part in ends.flatMap { naive(part, words, $0) } }
    case .choice(let parts): return parts.flatMap { naive($0, words, at) }
    case .gap(let min, let max):
      return (min...max).map { at + $0 }.filter { $0 <= words.count }
    case .not(let part): return naive(part, words, at).isEmpty ? [at] : []
    case .capture(_, let part): return naive(part, words, at)
    case .repetition(let part, let min, let max):
      return rounds(part, words, at, min, max ?? 9, allowsEmpty: max != nil)
    }
  }

  /// An unbounded repetition goes round again only for a round that matched words.
  private func rounds(
    _ part: Pattern, _ words: [String], _ at: Int, _ min: Int, _ max: Int, allowsEmpty: Bool
  ) -> [Int] {
    let more =
      max == 0
      ? []
      : naive(part, words, at).filter { min > 0 || allowsEmpty || $0 > at }.flatMap {
        rounds(part, words, $0, Swift.max(0, min - 1), max - 1, allowsEmpty: allowsEmpty)
      }
    return min == 0 ? more + [at] : more
  }
}

@Suite struct `Terms of a field` {
  @Test func `are the same in a stretch cut from a sentence`() throws {
    let bench = Bench("هدد بشن هجوم كبير على القوات ثم شن هجوم آخر وهدد")
    let sets = [["هدد", "شن"], ["هجوم كبير", "هجوم"], ["القوات"]].map { words in
      TermSet(title: words.joined(), words: words, allowed: .nominal)
    }
    let vocabulary = Vocabulary(sets: sets, required: [])
    let field = bench.analysis.content
    let all = field.text.tokens.indices
    let whole = SentenceWords(
      bench.analysis, field, tokens: all, vocabulary: vocabulary, layers: nil)
    for start in all {
      for end in start...all.upperBound {
        let (own, cut) = (
          SentenceWords(
            bench.analysis, field, tokens: start..<end, vocabulary: vocabulary, layers: nil),
          SentenceWords(
            bench.analysis, field, tokens: start..<end, vocabulary: vocabulary, layers: nil,
            whole: whole)
        )
        for set in sets { #expect(cut.spans(of: .terms(set)) == own.spans(of: .terms(set))) }
      }
    }
  }

  @Test func `are the same for a text too long to keep them`() throws {
    let bench = Bench(String(repeating: "هدد بشن هجوم ", count: 40_000))
    let set = TermSet(title: "هجوم", words: ["هجوم"], allowed: .nominal)
    let vocabulary = Vocabulary(sets: [set], required: [])
    let field = bench.analysis.content
    let shared = FieldTerms(field.text, vocabulary)
    for start in [0, 60_000, 30, 119_970, 0] {
      for tokens in [start..<start + 30, 0..<field.text.tokens.count] {
        let found = [shared, nil].map { terms in
          SentenceWords(
            bench.analysis, field, tokens: tokens, vocabulary: vocabulary, layers: nil,
            terms: terms
          ).spans(of: .terms(set))
        }
        #expect(found[0].count == tokens.count / 3)
        #expect(found[0] == found[1])
      }
    }
  }
}

private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
