import Articles
import Extraction
import Testing

@Suite struct `Attributions` {
  /// Each as `phrase|source`, with `?` behind anonymous ones.
  private func read(_ text: String) -> [String] {
    let analysis = analysis(text)
    return analysis.attributions.map { attribution in
      let source = attribution.source.map { analysis.words($0) } ?? "-"
      return "\(analysis.words(attribution.span))|\(source)\(attribution.isAnonymous ? "?" : "")"
    }
  }

  @Test(arguments: [
    ("ارتفع العدد، بحسب وزارة الصحة.", "بحسب وزارة الصحة|وزارة الصحة"),
    ("وحسب المركز، ارتفع العدد.", "حسب المركز|المركز"),
    ("وفقا لوكالة رويترز فإن العدد ارتفع.", "وفقا لوكالة رويترز|وكالة رويترز"),
    ("وفقا للوزارة فإن العدد ارتفع.", "وفقا للوزارة|للوزارة"),
    ("طبقا لتقرير رسمي، ارتفع العدد.", "طبقا لتقرير رسمي|تقرير رسمي"),
    ("ارتفع العدد نقلا عن مصادر طبية.", "نقلا عن مصادر طبية|مصادر طبية?"),
    ("ارتفع العدد، بحسب ما أعلنت وزارة الصحة.", "بحسب ما أعلنت وزارة الصحة|وزارة الصحة"),
    ("ارتفع العدد حسبما ذكر مصدر مطلع.", "حسبما ذكر مصدر مطلع|مصدر مطلع?"),
    ("ارتفع العدد على حد قول مسؤول كبير.", "على حد قول مسؤول كبير|مسؤول كبير?"),
    ("ارتفع العدد كما قال الوزير.", "كما قال الوزير|الوزير"),
    ("قال شهود عيان إن النار اشتعلت.", "قال شهود عيان|شهود عيان?"),
    ("ذكرت وسائل إعلام محلية أن الجسر انهار.", "ذكرت وسائل إعلام محلية|وسائل إعلام محلية?"),
  ])
  func `phrases name their source`(text: String, expected: String) {
    #expect(read(text) == [expected])
  }

  @Test(arguments: [
    "تمت العملية وفقا للإجراءات المعتمدة.", "يوزع الماء حسب الظروف.", "وفق خطة مدروسة بدأ العمل.",
    "قال الوزير إن الطريق مغلق.",
  ])
  func `measures and named speakers are no attributions`(text: String) {
    #expect(read(text) == [])
  }

  @Test func `the same source is the one named before`() {
    #expect(
      read("ذكرت وسائل إعلام محلية أن الجسر انهار.\nوبحسب المصدر ذاته فقد أصيب شخصان.") == [
        "ذكرت وسائل إعلام محلية|وسائل إعلام محلية?", "بحسب المصدر ذاته|وسائل إعلام محلية?",
      ])
    #expect(
      read("قال مصدر أمني إن السوق أغلق. وقال الوزير إن الوضع جيد. وأكد المصدر أن السوق سيفتح.")
        .last
        == "أكد المصدر|مصدر أمني?")
    #expect(
      read("أفادت مصادر طبية بأن العدد كبير. وذكرت المصادر الطبية ذاتها أن الدواء قليل.").last
        == "ذكرت المصادر الطبية ذاتها|مصادر طبية?")
  }

  @Test func `a pronoun stands for the last source`() {
    #expect(
      read("أعلن التنظيم أنه انتصر، على حد زعمه.").last == "على حد زعمه|التنظيم")
  }

  @Test func `a withheld name makes an official anonymous`() {
    #expect(
      read("صرح مسؤول رفض الكشف عن اسمه بأن الاتفاق قريب.") == ["صرح مسؤول|مسؤول?"])
    #expect(read("صرح مسؤول في البلدية بأن الاتفاق قريب.") == [])
  }
}
