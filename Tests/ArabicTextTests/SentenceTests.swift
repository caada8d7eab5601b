import ArabicText
import Testing

@Suite struct `Sentences` {
  private func split(_ string: String) -> [String] {
    let text = TokenizedText(string)
    return SentenceSplitter(
      abbreviations: ["د", "أ", "mr"], letterNames: ["بي", "سي", "دي"], continuing: ["ثم"]
    )
    .sentences(of: text).map { text.string(from: $0.start, to: $0.end) }
  }

  @Test(arguments: [
    // Final marks and line breaks.
    ["وصل الوفد.", "هل يعود؟", "لا!"],
    ["وصل الوفد؟!", "نعم."],
    ["انتهى العرض۔", "وبدأ الحوار."],
    // Closing marks stay with their sentence.
    ["قال: «انتهى الأمر.»", "ثم خرج."],
    ["قال: \"انتهى الأمر.\"", "ثم خرج."],
    ["استقر الوضع ككل\".", "ثم خرج."],
    ["انتهى الأمر (أمس.)", "ثم خرج."],
    ["انتهى الأمر أمس./", "ثم خرج."],
    ["هل انتهى الأمر؟».", "ثم خرج."],
    // No cut inside.
    ["بلغ الطول 3.5 أمتار.", "ثم زاد."],
    ["بلغ السعر 24. 2 مليون.", "ثم زاد."],
    ["قال د. سامر لوكالة أ.ف.ب في البلد.", "ثم خرج."],
    ["ملك صندوق بي. سي. دي أسهما.", "ثم باعها."],
    ["زر www.example.org/?page=2 الآن.", "ثم اكتب."],
    ["وصل Mr. Smith اليوم.", "ثم خرج."],
    ["انتظر... ثم خرج من الباب.", "ولم يعد."],
    ["قال: «انتهى الأمر. عدنا» ثم خرج.", "ولم يعد."],
    ["«لمن الأرض؟»، سأل سامر.", "ولم يجب."],
    ["1. افتح الباب.", "2. أغلق النافذة."],
    ["قرأ سامر كتاب \"لماذا؟\" بصوت عال.", "ثم خرج."],
    // A new sentence clearly starts behind an ellipsis.
    ["عاد الوفد إلى البلد بعد غياب طويل..", "اللقاء القادم سيكون في الشتاء المقبل."],
    ["عاد الوفد إلى البلد بعد غياب طويل.. وبدأ العمل في المكتب الجديد.", "ثم خرج."],
    // A double prime closes what “ opened.
    ["اشترى هاتف “سهم 4″ أمس.", "ثم باع “نجمة” القديم."],
    // Units and eras do end one.
    ["عاش حتى عام 2014م.", "ثم مات."],
    ["حفر الحافر 40م.", "ثم توقف."],
    ["الرياض – واس: وصل الوفد.", "ثم خرج."],
  ])
  func `are cut at final marks`(sentences: [String]) {
    #expect(split(sentences.joined(separator: " ")) == sentences)
    #expect(split(sentences.joined(separator: "\n")) == sentences)
  }

  @Test func `a line break ends a sentence without a mark`() {
    #expect(
      split("موجز الأنباء\nوصل الوفد.\r\n\nثم خرج") == ["موجز الأنباء", "وصل الوفد.", "ثم خرج"])
  }

  @Test func `no space behind the mark`() {
    #expect(
      split("زار الوفد وزارة الصحة.وقال رئيسه كلمة") == [
        "زار الوفد وزارة الصحة.", "وقال رئيسه كلمة",
      ])
  }

  @Test(arguments: ["كلمة ", "ك", "x\u{301}"])
  func `a text without an end is read in slices`(word: String) {
    let string = String(repeating: word, count: (600 << 10) / word.utf8.count)
    let text = TokenizedText(string)
    let sentences = SentenceSplitter().sentences(of: text)
    #expect(sentences.flatMap { Array($0.tokens) } == Array(text.tokens.indices))
    #expect(text.tokens.count == 1 || sentences.count == 3)
    #expect(
      sentences.allSatisfy { $0.tokens.count == 1 || $0.end - $0.start <= SentenceSplitter.longest }
    )
  }

  @Test func `every token but line breaks is in one sentence`() {
    var generator = SplitMix(seed: 3)
    let pieces = [
      "أ", ".", " ", "\n", "«", "»", "\"", "(", ")", "؟", "3", "x", "...", "،", "بي", "/",
    ]
    for _ in 0..<2000 {
      let string = (0..<14).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let text = TokenizedText(string)
      let sentences = SentenceSplitter(abbreviations: ["x"], letterNames: ["بي"]).sentences(
        of: text)
      #expect(
        sentences.flatMap { Array($0.tokens) }
          == text.tokens.indices.filter { text.tokens[$0].kind != .newline })
    }
  }
}

@Suite struct `Quote pairs` {
  /// What stands between the marks, with `…` behind marks that never close.
  private func pairs(_ string: String) -> [String] {
    let text = TokenizedText(string)
    return QuotePairs(text, paragraph: text.tokens.indices).pairs.map { pair in
      let inside = pair.inside
      guard let first = inside.first, let last = inside.last else { return "" }
      let words = text.string(
        from: text.tokens[first].originalStart, to: text.tokens[last].originalEnd)
      return words + (pair.isClosed ? "" : "…")
    }
  }

  @Test(arguments: [
    ("قال «أ ب» ثم «ج»", ["أ ب", "ج"]),
    ("قال \"أ ب\" ثم \"ج\"", ["أ ب", "ج"]),
    ("قال “أ ب” ثم ”ج“", ["أ ب", "ج"]),
    ("قال »أ ب« ثم", ["أ ب"]),
    ("قال «أ «ب» ج» ثم", ["أ «ب» ج", "ب"]),
    ("قال «أ ب ج", ["أ ب ج…"]),
    ("قال أ ب\" ثم", []),
    ("بـ\"أ ب\" ثم", ["أ ب"]),
    ("قال: «أ ب. وقال: «ج»", ["أ ب. وقال: «ج»…", "ج"]),
    ("قال \"أ ب ثم \"ج\"", ["أ ب ثم \"ج\"…", "ج"]),
  ])
  func `follow glyphs and spaces`(text: String, expected: [String]) {
    #expect(pairs(text) == expected)
  }
}
