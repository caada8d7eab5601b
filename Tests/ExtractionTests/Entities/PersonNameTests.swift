import Articles
import Extraction
import Testing

/// Where a person's name ends and begins.
@Suite struct PersonNameTests {
  static let verbs: [EntityCase] = [
    .init("she arrived", "كانت {PER كارول غانم} وصلت إلى القرية"),
    .init(
      "behind a foreign family name", "في مؤتمر المرشحة {PER كلينتون|المرشحة} جاءت أسئلة كثيرة"),
    .init("she will play", "قالوا إن {PER كارول غانم} ستلعب في الفريق"),
    .init("so that he joins", "استدعى المدرب اللاعب {PER جورج غانم|اللاعب} لينضم إلى الفريق"),
    .init("and he plays", "يتدرب {PER جورج غانم} ويلعب كل يوم"),
    .init("she lives", "كانت {PER كارول غانم} تعيش في بيت صغير"),
    .init("foreign name in the letters of a verb", "وصل المدير {PER جون فيلد|المدير} إلى القرية"),
    .init("foreign name in ت", "وصل المدير {PER جون نايت|المدير} إلى القرية"),
  ]

  static let descriptions: [EntityCase] = [
    .init("participle in the accusative", "ظل {PER جورج غانم} ملازما بيته"),
    .init("feminine adjective", "كانت فرق {PER كارول غانم} التشجيعية هناك"),
    .init("foreign name in ا", "وصل المدير {PER خوسيه مولينا|المدير} إلى القرية"),
    .init("born", "كان {PER جون لاكوتور} المولود هناك شيخا"),
    .init(
      "adjective behind a foreigner",
      "كان {PER لويس إنريكي} سعيدا. وقالوا {PER لويس إنريكي} سعيد جدا"),
    .init("endowed with", "حضر {PER سامر الزغبي} ذو المواهب الكثيرة"),
    .init("clitic before a hamza", "زاره {PER جورج غانم} بأشعار جديدة"),
  ]

  static let families: [EntityCase] = [
    .init("behind a clan", "حضر المدير {PER علي بن نادر آل زغبان الشهراني|المدير} الحفل"),
    .init("كال", "حضر المدير {PER خالد كالوخا|المدير} الحفل"),
    .init("ال and ت", "وأشار {PER هاشم الباروت} إلى أن المزارع كثيرة"),
    .init("a noun", "وذكر المهندس {PER محمد الشموخ|المهندس}، أن الطريق مغلق"),
    .init(
      "before إلى أن",
      "وأشار المستشار {PER عبدالهادي بن محمد العتين|المستشار} إلى أن الجسر جاهز"),
  ]

  static let blessings: [EntityCase] = [
    .init("mercy", "كان {PER سامي بن سعيد} رحمه الله كريما"),
    .init("behind a dash", "في عهد الملك {PER فيصل|الملك} ـ رحمه الله ـ بنيت المدرسة"),
    .init("earth", "في عهد الملك {PER فيصل|الملك} طيب الله ثراه بنيت المدرسة"),
    .init("dashes between names", "لعب {PER جورج غانم} ـ {PER خالد غانم} في الهجوم"),
  ]

  static let several: [EntityCase] = [
    .init("joined to a foreign family name", "لعب {PER واين روني} و{PER خافير هيرنانديز} معا"),
    .init("two family names", "بين {PER جيمي كارتر} و{PER ساركوزي} خلاف"),
    .init("unknown behind waw", "حضر {PER جورج غانم} ومصطلاق إلى الحفل"),
    .init("foreign name in و", "وصل المدير {PER جون ويلدر|المدير} إلى القرية"),
    .init("Arabic name in و", "وصل المدير {PER محمد وهدان|المدير} إلى القرية"),
    .init("joined Arabic name in و", "حضر سامر و{PER محمد وهدان} الحفل"),
    .init("two public figures", "هاجم {PER جون كيري} {PER أوباما} أمس"),
  ]

  static let heads: [EntityCase] = [
    .init("epithet before a name", "فاز الفارس {PER خالد بن سالم} بالسباق"),
    .init("a life", "كتبوا عن حياة {PER ساركوزي} كثيرا"),
    .init("a ruler's system", "سقط نظام {PER القذافي} سريعا"),
    .init("office that is a given name", "توفي الشيخ {PER خليفة بن سالم|الشيخ} أمس"),
    .init("story teller", "قرأ القاص {PER سامر الزغبي|القاص} نصا"),
    .init("given name that is a common word", "حضر {PER سعيد القرني} الحفل"),
    .init("common given name before a father's", "حضر {PER عيد بن سالم الزغبي} الحفل"),
    .init("father's name and family name", "حضر الشيخ {PER علي بن عبد الرحمن الزهيدي|الشيخ} الحفل"),
    .init("a ruler's full name", "سقط نظام {PER بشار الأسد} سريعا"),
    .init("alone before a verb", "كان {PER محمد} ليضرب الكرة"),
  ]

  @Test(arguments: verbs + descriptions + families + blessings + several + heads)
  func `bounds of a person's name`(_ test: EntityCase) {
    let marked = MarkedSentence(test.marked)
    let analysis = EntityFixture.analysis(marked.text)
    let found = analysis.entities.map { "\($0.kind.rawValue) \(analysis.textSpan($0.span).text)" }
    #expect(found == marked.marks.map { "\($0.kind) \($0.text)" })
  }
}
