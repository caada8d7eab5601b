import ArabicText
import Articles
import Extraction
import Testing

@Suite struct `Numbers under any input` {
  private static let pieces = [
    "أمس", "اليوم", "الساعة", "الثامنة", "يوم", "الاثنين", "23", "2015", "1436", "هـ", "/", "-",
    ":", "(", ")",
    "«", "»", "،", ".", "\n", "و", "ألف", "آلاف", "مليون", "ونصف", "نصف", "المليون", "ثلاثة",
    "وعشرين", "مئة",
    "يناير", "شباط", "شوال", "رمضان", "الماضي", "المقبل", "من", "إلى", "منذ", "بين", "نهاية",
    "العام", "عام",
    "أسابيع", "سنتين", "كل", "صباح", "مساء", "غدا", "%", "٣٢٫٥", "5ر1", "جنود", "جنديين",
    "على الأقل", "نحو",
    "الربع", "الأول", "القرن", "العشرين", "العمر", "عيد الفطر", "أيام", "الـ", "ر", "$", "km", "🌙",
    "ً", "\u{200F}",
    "1,2,3", "1.500", "99999999999999999999", "0", "٠٠", "إلا", "ربعا", "الموسم", "الجديد", "واحدة",
  ]

  /// A small generator with a fixed seed.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func check(_ analysis: Analysis) {
    let spans = analysis.times.map(\.span)
    let counted = analysis.quantities.map(\.span)
    for list in [spans, counted] {
      for (a, b) in zip(list, list.dropFirst()) {
        #expect(a.field < b.field || a.bytes.end <= b.bytes.start)
      }
      for span in list {
        let bytes = analysis.text(span.field).text.bytes
        #expect(span.bytes.start >= 0 && span.bytes.start < span.bytes.end)
        #expect(span.bytes.end <= bytes.count)
        #expect(bytes[span.bytes.start] & 0xC0 != 0x80)
        #expect(span.bytes.end == bytes.count || bytes[span.bytes.end] & 0xC0 != 0x80)
        let slice = analysis.textSpan(span)
        #expect(slice.end - slice.start == slice.text.unicodeScalars.count)
      }
    }
    for span in spans {
      #expect(counted.allSatisfy { $0.field != span.field || !$0.bytes.overlaps(span.bytes) })
    }
  }

  @Test(arguments: 0..<8) func `spans are ordered slices of random mixtures`(_ seed: Int) {
    var random = Generator(state: UInt64(seed) &* 7919 &+ 17)
    for _ in 0..<150 {
      var text = ""
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { text += " " }
      }
      let date = ["2016-03-09", nil, "0001-01-01", "9999-12-31", "x"].randomElement(using: &random)
      check(NumbersFixture.analysis(text, title: text, date: date ?? nil))
    }
  }

  @Test func `the layers do not depend on their order`() {
    let text = "أمس قتل 30 شخصا في 3 أيام، و20 جنديا الساعة الرابعة عصرا من 2015"
    let a = NumbersFixture.analysis(text)
    let b = NumbersFixture.analysis(text)
    let quantities = b.quantities
    #expect(a.times == b.times)
    #expect(a.quantities == quantities)
  }

  @Test func `long chains of numbers stay linear`() {
    let text = String(repeating: "ألف ومئة وخمسة وعشرون و3 ملايين ونصف ", count: 4000)
    check(NumbersFixture.analysis(text))
  }
}

@Suite struct `Numerals` {
  @Test(arguments: [
    ("12", 12.0), ("1,234", 1234), ("1.500", 1500), ("32.5", 32.5), ("1,234.5", 1234.5),
    ("1.234,5", 1234.5),
    ("0.500", 0.5), ("1.500.000", 1_500_000), ("2015.123", 2015.123), ("3,25", 3.25),
  ]) func `marks are thousands or decimal marks`(_ text: String, _ value: Double) {
    #expect(Numeral(Array(text.utf8)[...])?.value == value)
  }

  @Test(arguments: ["23.7.2015", "10.0.0.1", "1,2,3", "", "12a", "1234,567,890"])
  func `what is no single number is none`(_ text: String) {
    #expect(Numeral(Array(text.utf8)[...]) == nil)
  }
}
