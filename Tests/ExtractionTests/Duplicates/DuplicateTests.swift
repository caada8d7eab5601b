import ArabicText
import Articles
import Extraction
import Testing

@Suite struct `Duplicates` {
  private func pairs(_ text: String) -> [[String]] {
    let analysis = analysis(text)
    return analysis.duplicates.map { [analysis.words($0.first), analysis.words($0.second)] }
  }

  private let statement = "أعلنت بلدية المدينة افتتاح ثلاثة جسور جديدة في الحي الشرقي صباح الأحد"

  @Test func `the same words repeat each other`() {
    let other = "وكانت قد أعلنت بلدية المدينة افتتاح ثلاثة جسور جديدة في الحي الشرقي صباح الأحد."
    let copy = "وأعلنت البلدية أمس شيئا آخر لا علاقة له بما سبق من أخبار المدينة."
    #expect(pairs(statement + ".\n" + copy + "\n" + statement + ".").count == 1)
    #expect(pairs(statement + ".\n" + other).count == 1)
  }

  @Test func `inflection does not hide a repetition`() {
    #expect(
      pairs(
        "الشرطة تعتقل 12 مشتبها وتصادر أسلحة خلال حملة شمال المدينة\nقال ناطق إن الشرطة اعتقلت 12 مشتبها وصادرت أسلحة خلال حملة في شمال المدينة."
      )
      .count == 1)
  }

  @Test func `few words and other names are no repetition`() {
    #expect(pairs("عاد الوفد أمس.\nعاد الوفد أمس.").isEmpty)
    #expect(
      pairs(
        "استقبل وزير الدولة رئيس الديوان في مكتبه بالعاصمة أمس السفير جابر بن سالم العمري سفير الشمال.\nاستقبل وزير الدولة رئيس الديوان في مكتبه بالعاصمة أمس النائب فهد بن ناصر القحطاني عضو المجلس."
      ).isEmpty)
  }

  @Test func `an article of one long repetition stays quick`() {
    let text = String(repeating: statement + ".\n", count: 2000)
    #expect(!analysis(text).duplicates.isEmpty)
  }
}

@Suite struct `Near duplicates` {
  private func article(_ seed: Int, words count: Int = 120) -> TokenizedText {
    var state = UInt64(seed &* 977 + 13)
    let words = (0..<count).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "كلمة\(state >> 40)"
    }
    return TokenizedText(words.joined(separator: " "))
  }

  @Test func `a copy names the first`() {
    var articles = NearDuplicates(window: 100)
    #expect(articles.add(id: "a", text: article(1)) == nil)
    #expect(articles.add(id: "b", text: article(2)) == nil)
    #expect(articles.add(id: "c", text: article(1)) == "a")
    #expect(articles.add(id: "d", text: article(1)) == "a")
  }

  @Test func `an edited copy is found, another text is not`() {
    var articles = NearDuplicates(window: 100)
    let words = (1...200).map { "كلمة\($0)" }
    _ = articles.add(id: "a", text: TokenizedText(words.joined(separator: " ")))
    var edited = words
    edited[50] = "جديد"
    edited.removeSubrange(120..<125)
    #expect(articles.add(id: "b", text: TokenizedText(edited.joined(separator: " "))) == "a")
    let half = words[0..<60] + (1000..<1140).map { "كلمة\($0)" }
    #expect(articles.add(id: "c", text: TokenizedText(half.joined(separator: " "))) == nil)
  }

  @Test func `copies beyond the window are new`() {
    var articles = NearDuplicates(window: 10)
    _ = articles.add(id: "a", text: article(0))
    for k in 1...10 { #expect(articles.add(id: "\(k)", text: article(k)) == nil) }
    #expect(articles.add(id: "z", text: article(0)) == nil)
    #expect(articles.add(id: "y", text: article(10)) == "10")
  }

  @Test func `short texts are left alone`() {
    var articles = NearDuplicates()
    #expect(articles.add(id: "a", text: TokenizedText("عاد الوفد")) == nil)
    #expect(articles.add(id: "b", text: TokenizedText("عاد الوفد")) == nil)
  }

  @Test func `memory is bounded`() {
    var articles = NearDuplicates()
    let text = article(3, words: 30)
    for k in 0..<100_500 { _ = articles.add(id: "\(k % 7)", text: text) }
    #expect(articles.memory < 40_000_000)
  }
}
