import ArabicText
import Testing

@Suite struct `Scanning` {
  struct Case: CustomTestStringConvertible {
    let text: String
    let folded: String
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "هَدَّدَ", folded: "هدد"),
    Case(text: "الســـلام", folded: "السلام"),
    Case(text: "أإآٱ", folded: "اااا"),
    Case(text: "مستشفى مدرسة", folded: "مستشفي مدرسه"),
    Case(text: "مسؤول شيء", folded: "مسؤول شيء"),
    Case(text: "١٢٣ ۴۵۶", folded: "123 456"),
    Case(text: "٣٫٥ ١٬٠٠٠", folded: "3.5 1,000"),
    Case(text: "ﻫﺪﺩ ﻻ ﷲ", folded: "هدد لا الله"),
    Case(text: "\u{202B}قال\u{202C}\u{200F}", folded: "قال"),
    Case(text: "BBC É", folded: "bbc é"),
    Case(text: "کیف", folded: "كيف"),
  ]) func `folds as newspapers vary`(_ c: Case) {
    #expect(c.text.folded == c.folded)
  }

  @Test func `a token keeps its tashkeel and tatweel in the original`() {
    let text = TokenizedText("قد هَدَّدَهُ ثم")
    #expect(text.tokens.map(text.text) == ["قد", "هَدَّدَهُ", "ثم"])
    #expect(text.foldedText(text.tokens[1]) == "هدده")
    #expect(
      text.string(
        from: text.originalOffset(ofLetter: 2, in: text.tokens[1]), to: text.tokens[1].originalEnd)
        == "دَهُ")
  }

  @Test func `numbers keep their separators and words end at digits`() {
    let text = TokenizedText("32.5% و1,000 في يوليو2015 وF16.")
    #expect(
      text.tokens.map(text.text) == [
        "32.5", "%", "و", "1,000", "في", "يوليو", "2015", "وF16", ".",
      ])
  }

  @Test(
    arguments: [
      ("قال &quot;نعم&#8221;", ["قال", "\"", "نعم", "”"], ["قال", "&quot;", "نعم", "&#8221;"]),
      ("لن&nbsp;يعود", ["لن", "يعود"], ["لن", "يعود"]),
      ("&#147;نعم&#x94;", ["“", "نعم", "”"], ["&#147;", "نعم", "&#x94;"]),
      ("و&#1602;&#1614;صف", ["وقصف"], ["و&#1602;&#1614;صف"]),
      ("AT&amp;T &#1634;&#50;", ["at", "&", "t", "22"], ["AT", "&amp;", "T", "&#1634;&#50;"]),
      ("س & ص &no; &#0; &#xD800; &;", nil, nil),
    ] as [(String, [String]?, [String]?)])
  func `a character reference is read as its character, where it stands`(
    text: String, folded: [String]?, original: [String]?
  ) {
    let scanned = TokenizedText(text)
    if let folded, let original {
      #expect(scanned.tokens.map(scanned.foldedText) == folded)
      #expect(scanned.tokens.map(scanned.text) == original)
    } else {
      // What is none stays what it is: a mark before a word.
      #expect(scanned.tokens.count { $0.scalar == 0x26 } == 5)
    }
  }

  @Test func `the map back is monotone and exact at every token`() {
    var generator = SplitMix(seed: 7)
    let alphabet =
      "اأإبتة هـىَّ.،«»١٢3a\n\u{200F}ﻻﷲ\u{FEFF}é".unicodeScalars.map(String.init)
      + ["&quot;", "&#1602;", "&#1614;", "&nbsp;", "&#65275;"]
    for _ in 0..<500 {
      var string = ""
      for _ in 0..<Int(generator.next() % 60) {
        string += alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      let text = TokenizedText(string)
      var last = 0
      for offset in 0...text.folded.count {
        let original = text.original(ofFolded: offset)
        #expect(original >= last && original <= text.bytes.count)
        last = original
      }
      for token in text.tokens {
        #expect(text.original(ofFolded: Int(token.foldedStart)) == token.originalStart)
        #expect(token.start < token.end)
      }
      #expect(zip(text.tokens, text.tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
    }
  }

  @Test func `any bytes scan without a crash`() {
    var generator = SplitMix(seed: 11)
    for _ in 0..<2000 {
      let bytes = (0..<Int(generator.next() % 64)).map { _ in
        UInt8(truncatingIfNeeded: generator.next())
      }
      let text = TokenizedText(bytes)
      #expect(text.tokens.allSatisfy { $0.end <= UInt32(bytes.count) })
    }
  }

  @Test func `code points are counted as outputs want them`() {
    let bytes = Array(String(repeating: "هلال 😀 x", count: 100).utf8)
    let index = CodePointIndex(bytes)
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 {
        #expect(index.codePoints(before: offset) == count)
        count += 1
      }
    }
    #expect(index.codePoints(before: bytes.count) == count)
  }
}

/// A small seeded generator, so that property tests repeat.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
