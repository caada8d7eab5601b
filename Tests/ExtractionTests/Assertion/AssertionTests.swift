import Articles
import Extraction
import Testing

@Suite struct `Assertions` {
  /// The words in brackets and the text without them.
  private func target(_ marked: String) -> (text: String, span: Span)? {
    guard let open = marked.firstIndex(of: "["), let close = marked.firstIndex(of: "]") else {
      return nil
    }
    let before = String(marked[..<open])
    let inside = String(marked[marked.index(after: open)..<close])
    let after = String(marked[marked.index(after: close)...])
    let start = before.utf8.count
    return (
      before + inside + after,
      Span(.content, ByteRange(start, start + inside.utf8.count))
    )
  }

  private func reading(_ row: AssertionCase) -> (assertion: String, source: String?)? {
    guard let (text, span) = target(row.text) else { return nil }
    let analysis = analysis(text)
    let assertion = analysis.assertion(of: span)
    return (
      "\(assertion.polarity.rawValue) \(assertion.modality.rawValue)",
      assertion.source.map { analysis.words($0) }
    )
  }

  @Test(arguments: [
    ("نفى الوزير [مقتل] 12 شخصا في السجن.", "denied fact", "الوزير"),
    ("وأكد الوزير [مقتل] 12 شخصا.", "asserted fact", "الوزير"),
    ("أعلن الوزير [إصابة] 30 عاملا.", "asserted fact", "الوزير"),
    ("أعلن الوزير عادل الفهدي [وفاة] 3 عمال.", "asserted fact", "عادل الفهدي"),
    ("أعلن الناطق باسم الجيش [مقتل] ستة أشخاص.", "asserted fact", "الناطق باسم الجيش"),
    ("نفى المتحدث باسم الشرطة [وفاة] 14 سجينا.", "denied fact", "المتحدث باسم الشرطة"),
  ])
  func `what happened to people is no name of the one who says it`(
    _ text: String, _ expected: String, _ source: String
  ) throws {
    let row = AssertionCase(id: 0, text: text, expected: expected, source: source)
    let found = try #require(reading(row))
    #expect(found.assertion == expected)
    #expect(found.source == source)
  }

  @Test(arguments: [
    "[سائقو] الحافلات أضربوا أمس.", "التقى الوالي [سائقي] الحافلات.", "[سياسيو] البلدة غاضبون.",
    "[سيارات] الإسعاف نقلت الجرحى.", "[سيطرة] الفصيل على التل كاملة.",
    "[سيطرت] القوات على التل.", "[سيطروا] على التل.", "[ساعد] الجنود السكان.", "[وسافر] الوفد أمس.",
    "[سألته] الصحيفة عن رأيه.", "احترقت [سيارته] أمس.",
  ]) func `a word that begins with the letters of a future need not be one`(_ marked: String) throws
  {
    let row = AssertionCase(id: 0, text: marked, expected: "asserted fact", source: nil)
    #expect(try #require(reading(row)).assertion == row.expected)
  }

  @Test(arguments: [
    "[سأزور] المدينة قريبا.", "[وسندعو] إلى الحوار.", "[سيدعو] الوزير إلى الحوار.",
    "[سيرون] ما نفعل.",
    "[سيعطي] الوزير رأيه.", "[سيموت] كثيرون.",
  ]) func `a verb with the letter of the future is one`(_ marked: String) throws {
    let row = AssertionCase(id: 0, text: marked, expected: "asserted future", source: nil)
    #expect(try #require(reading(row)).assertion == row.expected)
  }

  @Test func `the table has 136 sentences`() {
    #expect(assertionTable.count == 136)
  }

  @Test(arguments: demandTable)
  func `what is asked for or promised is no fact, and nothing else is touched`(
    row: AssertionCase
  ) throws {
    #expect(try #require(reading(row)).assertion == row.expected)
  }

  @Test func `nine readings in ten agree with the table`() {
    var agreed = 0
    for row in assertionTable {
      guard let reading = reading(row) else { continue }
      if reading.assertion == row.expected, reading.source == row.source {
        agreed += 1
      } else {
        print("\(row.id) \(row.text): \(reading.assertion), \(reading.source ?? "-")")
      }
    }
    #expect(agreed >= 108)
  }
}
