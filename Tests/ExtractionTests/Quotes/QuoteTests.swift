import ArabicText
import Articles
import Extraction
import Testing

@Suite struct `Quotes` {
  private func render(_ analysis: Analysis) -> [String] {
    analysis.quotes.map { quote in
      let speaker = quote.speaker.map { analysis.words($0) } ?? "-"
      let cue = quote.cue.map { analysis.words($0) } ?? "-"
      return "\(quote.kind.rawValue)|\(speaker)|\(cue)|\(analysis.words(quote.span))"
    }
  }

  @Test(arguments: quoteTable + speakerTable)
  func `quotes and their speakers are read`(row: QuoteCase) {
    #expect(render(analysis(row.text)) == row.quotes)
  }

  @Test func `the title is read too`() {
    let analysis = analysis("", title: "الوزير: قال سالم إن الطريق مغلق")
    #expect(analysis.quotes.map(\.span.field) == [.title])
  }

  @Test(arguments: [
    ("سالم الحربي: الماء سيصل قريبا", "indirect|سالم الحربي|-|الماء سيصل قريبا"),
    ("وزير المياه: «الماء سيصل قريبا»", "direct|وزير المياه|-|الماء سيصل قريبا"),
    ("مختصون: الماء سيصل قريبا", "indirect|مختصون|-|الماء سيصل قريبا"),
    ("سوريا: أمطار غزيرة في الشمال", nil), ("شاهد: أمطار غزيرة في الشمال", nil),
  ])
  func `a headline names its speaker before a colon`(title: String, quote: String?) {
    #expect(render(analysis("", title: title)) == (quote.map { [$0] } ?? []))
  }

  @Test func `quotes are ordered and lie inside their field`() {
    for row in quoteTable {
      let analysis = analysis(row.text + "\n" + row.text, title: row.text)
      let spans = analysis.quotes.map(\.span)
      #expect(spans == spans.sorted())
      for span in spans {
        #expect(span.bytes.end <= analysis.text(span.field).text.bytes.count)
        #expect(!span.bytes.isEmpty)
      }
    }
  }

  @Test func `broken texts are survived`() {
    let pieces = [
      "قال", "إن", "«", "»", "\"", ":", "الوزير", "،", ".", "\n", "أن", "إلى", "مؤكدا", "لـ", "وهو",
      "الذي",
      "بحسب", "المصدر", "ذاته", "لم", "إذا", "قائلا", "“", "”", "(", ")", "نفى", "سيصل", "وفقا",
    ]
    var seed: UInt64 = 5
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count] + (seed >> 20 & 3 == 0 ? "" : " ")
      }
      let analysis = analysis(text)
      let bytes = analysis.content.text.bytes
      for quote in analysis.quotes {
        #expect(quote.span.bytes.end <= bytes.count && !quote.span.bytes.isEmpty)
        _ = analysis.assertion(of: quote.span)
      }
      for attribution in analysis.attributions { #expect(!attribution.span.bytes.isEmpty) }
    }
  }

  @Test func `marks around nothing are no speaker`() {
    for text in ["قال «» إن الطريق مغلق.", "وأعلن \"\" أن الطريق مغلق أمام المارة."] {
      let analysis = analysis(text)
      for quote in analysis.quotes {
        #expect(quote.speaker?.bytes.isEmpty != true)
        #expect(analysis.assertion(of: quote.span).source?.bytes.isEmpty != true)
      }
    }
  }

  @Test func `a name behind the first word of a text is survived`() {
    for text in [
      "بكفزون الرئيس خلوصي أكار هدد بأن يرد.", "بكفزون أحمد محمد تعهد بالعمل على حل الأزمة.",
    ] {
      #expect(analysis(text).quotes.allSatisfy { !$0.span.bytes.isEmpty })
      #expect(analysis("خبر.", title: text).quotes.allSatisfy { !$0.span.bytes.isEmpty })
    }
  }

  @Test(arguments: ["قال مدير البلدية، شروبين", "قال رئيس المجلس، سامر", "قال وزير النقل، كاشروف"])
  func `a text may end with one word behind an office and its comma`(_ text: String) {
    #expect(analysis(text).quotes.isEmpty)
  }

  @Test(arguments: ["«(\"", "«", "\"", "“»", "وقال الوزير «إن الأمر ", "قال: «نعم ((( "])
  func `marks that never close take time in proportion`(_ part: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text =
        "قال الوزير إن " + String(repeating: part, count: count)
        + String(repeating: "(", count: count)
      return clock.measure { _ = analysis(text).quotes.count }
    }
    _ = time(100)
    // Eight times the text may take a little more than eight times as long, not sixty-four times.
    #expect(time(16_000) < max(time(2_000), .milliseconds(4)) * 24)
  }

  @Test(arguments: ["مؤكدين أنه مغلق ", "ومؤكدة أنه مغلق ", "ويؤكدون أنه مغلق "])
  func `verbs that agree with nobody take time in proportion`(_ part: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let text = "أوضح سالم أن الطريق مغلق " + String(repeating: part, count: count)
      return clock.measure { _ = analysis(text).quotes.count }
    }
    _ = time(100)
    #expect(time(16_000) < max(time(2_000), .milliseconds(4)) * 24)
  }

  @Test func `without lexicons there are no quotes`() {
    let article = Article(id: "x", content: Array("قال سالم إن الطريق مغلق.".utf8))
    #expect(Analysis(article, knowledge: Knowledge()).quotes.isEmpty)
  }
}
