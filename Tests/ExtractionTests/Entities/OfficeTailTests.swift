import Articles
import Extraction
import Testing

/// Offices whose last words stand far from their first, and bodies that go on behind their first words.
@Suite struct OfficeTailTests {
  private static let offices: [EntityCase] = [
    .init(
      "a body whose ل has merged with its article",
      "وقال الأمين العام {ORG للأمم المتحدة} {PER ماريو كاستيلو|الأمين العام للأمم المتحدة} إن الأمر مهم"
    ),
    .init(
      "a name that begins like a complementiser",
      "وقال الأمين العام {PER بان كي مون|الأمين العام} إن الأمر مهم"),
    .init(
      "a name with an office in it",
      "وقال الوزير {PER حسين أمير عبد اللهيان|الوزير} إن الأمر مهم"),
    .init(
      "an unnamed place of work",
      "وقال أستاذ الاقتصاد في جامعة محلية {PER خالد محمود الحربي} إن الأمر مهم"),
    .init(
      "adjectives behind a plural",
      "وقال كبير الخبراء الاقتصاديين {PER خالد محمود الحربي|كبير الخبراء الاقتصاديين} إن الأمر مهم"),
    .init(
      "a region behind a ministry",
      "وقال نائب مساعد وزير الدفاع {LOC للشرق الأوسط} {PER خالد محمود الحربي|نائب مساعد وزير الدفاع للشرق الأوسط} إن الأمر مهم"
    ),
    .init(
      "what an expert knows of",
      "وقال الخبير في شؤون الجماعات {PER خالد محمود الحربي|الخبير في شؤون الجماعات} إن الأمر مهم"),
    .init(
      "where a researcher works",
      "وقال الباحث في مركز البحوث الاجتماعية {PER خالد محمود الحربي|الباحث في مركز البحوث الاجتماعية} إن الأمر مهم"
    ),
    .init(
      "with whom an ambassador is",
      "وحضر السفير لدى المملكة {PER خالد محمود الحربي|السفير لدى المملكة} الحفل"),
    .init(
      "a captain at an occasion", "وحضر الضابط لدى وصوله {PER خالد محمود الحربي} أمس"),
    .init(
      "a body in marks",
      "وقال مدير عام «السنابل» {PER خالد محمود الحربي|مدير عام «السنابل»} إن الأمر مهم"),
    .init(
      "for whom a deputy sits",
      "وقال عضو {ORG مجلس النواب} عن محافظة {GPE نينوى} {PER خالد محمود الحربي|عضو مجلس النواب عن محافظة نينوى} إن الأمر مهم"
    ),
    .init(
      "a team, not the rank",
      "وقال المدير الفني للفريق {PER خالد محمود الحربي|المدير الفني للفريق} إن الأمر مهم"),
    .init(
      "players by their place in the field",
      "وسجل الظهير الأيمن {PER خالد محمود الحربي|الظهير الأيمن} هدفا"),
    .init(
      "another's office ends it",
      "وانتقد حكم الإعدام بحق الرئيس الأسبق {PER خالد محمود الحربي|الرئيس الأسبق}"),
    .init(
      "a guest at another's office",
      "واستقبل وزير الدفاع في مكتبه {PER خالد محمود الحربي} أمس"),
  ]

  private static let bodies: [EntityCase] = [
    .init("what a firm trades in", "ووقعت {ORG شركة السنابل للأدوية} العقد"),
    .init(
      "a firm by a given name", "ووقعت {ORG شركة سلامة للتأمين التعاوني} العقد"),
    .init(
      "adjectives that و joins", "وزار {ORG معهد الدراسات الاقتصادية والسياسية} أمس"),
    .init("a body of a district", "وأعلنت {ORG مديرية الدفاع المدني بمنطقة جازان} ذلك"),
    .init("a name ends with its marks", "وزعيم «{ORG حزب الله}» اللبناني"),
    .init("a region that is none without its noun", "وتراجع النمو في {LOC منطقة اليورو}"),
    .init("or joins bodies too", "وانضم إلى {ORG داعش} أو {ORG القاعدة}"),
  ]

  @Test(arguments: offices + bodies)
  func `a phrase goes on as far as its words belong to it`(_ test: EntityCase) {
    let marked = MarkedSentence(test.marked)
    let analysis = EntityFixture.analysis(marked.text)
    let found = analysis.entities.map { entity in
      let role = entity.kind == .person ? entity.role?.text : nil
      return "\(entity.kind.rawValue) \(analysis.textSpan(entity.span).text) \(role ?? "-")"
    }
    #expect(found == marked.marks.map { "\($0.kind) \($0.text) \($0.role ?? "-")" })
  }
}
