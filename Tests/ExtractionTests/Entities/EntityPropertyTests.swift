import ArabicText
import Articles
import Extraction
import Testing

/// What holds of every text, tried on random mixtures of words, marks and broken names.
@Suite struct EntityPropertyTests {
  private static let pieces = [
    "وزير", "الدفاع", "التركي", "خلوصي", "أكار", "و", "ونظيره", "السوري", "،", ".", "«", "»", "\n",
    "وزارة", "الخارجية", "المصرية", "تنظيم", "داعش", "بن", "آل", "أبو", "عبد", "الله", "د.",
    "أ.ف.ب",
    "موسكو", "بين", "وأنقرة", "للأمم", "المتحدة", "مدينة", "كفرزون", "قال", "إن", "123", "٣٫٥",
    "Putin",
    "الملك", "سلمان", "رئيس", "مجلس", "النواب", "الحدود", "السورية", "المتحدث", "باسم", "في", "(",
    ")",
    "ـــ", "مُحَمَّد", "ﷲ", "🙂", "و", "ل", "", "\u{200F}",
  ]

  private struct Random {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static func text(seed: Int, words: Int) -> String {
    var random = Random(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
    var text = ""
    for _ in 0..<words {
      text += pieces[random.next(below: pieces.count)]
      if random.next(below: 8) > 0 { text += " " }
    }
    return text
  }

  @Test(arguments: 0..<300)
  func `spans lie inside the field, in order, and do not overlap`(seed: Int) {
    let content = Self.text(seed: seed, words: 60)
    let analysis = EntityFixture.analysis(content, title: Self.text(seed: seed + 1000, words: 8))
    var last: Span?
    for entity in analysis.entities {
      let bytes = entity.span.bytes
      let field = analysis.text(entity.span.field).text.bytes
      #expect(bytes.start >= 0 && bytes.start < bytes.end && bytes.end <= field.count)
      #expect(isBoundary(bytes.start, field) && isBoundary(bytes.end, field))
      #expect(!entity.tokens.isEmpty)
      if let last {
        #expect(last < entity.span)
        #expect(last.field != entity.span.field || last.bytes.end <= entity.span.bytes.start)
      }
      last = entity.span
      if let role = entity.role {
        #expect(!role.text.isEmpty && !role.span.bytes.isEmpty)
        #expect(isBoundary(role.span.bytes.start, field) && isBoundary(role.span.bytes.end, field))
      }
    }
  }

  @Test(arguments: 0..<40)
  func `the same text gives the same entities`(seed: Int) {
    let content = Self.text(seed: seed, words: 80)
    let first = EntityFixture.analysis(content).entities
    let other = EntityFixture.analysis(content)
    _ = other.times
    _ = other.quotes
    #expect(first == other.entities)
  }

  /// Of words such as the second part's it is asked whether they stand elsewhere without their first letter.
  @Test(arguments: [
    text(seed: 7, words: 400), String(repeating: "فتور كلوي فلاتر كبيرا ", count: 100),
  ])
  func `a long article takes time in proportion`(_ part: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let content = String(repeating: part + "\n", count: count)
      return clock.measure { _ = EntityFixture.analysis(content).entities.count }
    }
    _ = time(2)
    // Eight times the text may take a little more than eight times as long, not sixty-four times.
    #expect(time(80) < time(10) * 24)
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
