import Articles
import Extraction
import Testing

/// Where names end: bodies by what they are for and their district, people by their family's name, places that و joins.
@Suite struct NameBoundsTests {
  private static let bodies: [EntityCase] = [
    .init(
      "what a body is for, two nouns",
      "افتتح {ORG مركز الأمير سعود بن نواف للمناصحة والرعاية} معرضا."),
    .init(
      "those a body is for",
      "أعلنت {ORG الهيئة السعودية للمقاولين} موعدا، وشكرت {ORG الهيئة العالمية للمساجد} من حضر."),
    .init("a trade behind marks", "أصدرت {ORG دار «نوارس» للنشر} ديوانا."),
    .init("the district", "شارك {ORG مركز التنمية الاجتماعية ببريدة} في المعرض."),
    .init(
      "the district vouches for a vague noun",
      "قال مدير {ORG مركز التأهيل الشامل بالأحساء} إن العمل مستمر."),
    .init("a noun that is a form of address too", "نظمت {ORG منظمة حماية الطفل} ورشة."),
    .init(
      "an adjective of the class noun behind a town", "يقع {ORG معهد الأحساء الصناعي} قرب السوق."),
    .init("a building's adjective behind a person", "نقل إلى {FAC مستشفى الملك فهد المركزي} مساء."),
    .init("an agency's nation", "نقلت {ORG وكالة الأنباء البحرينية} الخبر."),
    .init("a section", "أوقفت {ORG شعبة مكافحة المخدرات} شابين."),
    .init(
      "a noun that a body's name ends in is no name",
      "زار {ORG مجلس التعاون} وفد، ودعا إلى تعميق التعاون."),
    .init("no purpose, what somebody does", "يسعى {ORG نادي الوحدة} للتعاقد مع لاعب."),
  ]

  private static let places: [EntityCase] = [
    .init("a town that looks like a noun's feminine", "أقيم الحفل ب{GPE بريدة} أمس."),
    .init("a town that و joins", "سافر الوفد إلى {GPE الرياض} و{GPE جدة} أمس."),
    .init("a town that begins with و", "سافر الوفد إلى {GPE وجدة} أمس."),
    .init("an adjective that و joins", "تعرف مدينتنا بمعالمها الثقافية والعمرانية."),
    .init("a quantifier", "شعر سكان العديد من المدن بالهزة."),
    .init("a person whose name is a village's", "ساءت الأحوال في عهد {PER المالكي} كما يرى الناس."),
  ]

  private static let people: [EntityCase] = [
    .init(
      "a family's name behind the father's",
      "حضر المهندس {PER سامر بن عبدالله الصويدان} وموظفو المعهد."),
    .init("imprisonment, no prison", "قضت المحكمة بسجن {PER أحمد الشرقاوي} عامين."),
    .init("a doubtful given name before an office", "غاب {PER خالد شرهوش} قائد الفريق."),
    .init(
      "an unknown name, once it has spoken",
      "قال {PER الصرنفحي} إن الأمر انتهى. وتلاحق الشرطة {PER الصرنفحي} منذ عام."),
  ]

  private static let clubs: [EntityCase] = [
    .init(
      "clubs with their nation and behind ل",
      "قال مدرب {ORG الهلال} إن مباراة الفريق أمام {ORG العين} الإماراتي في الدوري صعبة، وشكر الجماهير على دعمهم {ORG للهلال}."
    )
  ]

  @Test(arguments: bodies + places + people + clubs)
  func `names end where they end`(_ test: EntityCase) {
    let marked = MarkedSentence(test.marked)
    let analysis = EntityFixture.analysis(marked.text)
    let found = analysis.entities.map {
      "\($0.kind.rawValue) \(analysis.textSpan($0.span).text)"
    }
    #expect(found == marked.marks.map { "\($0.kind) \($0.text)" })
  }
}
