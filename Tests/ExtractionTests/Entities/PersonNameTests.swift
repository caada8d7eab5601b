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
    .init("feminine adjective", "غنت عن {PER كارول غانم} التشجيعية"),
    .init("foreign name in ا", "وصل المدير {PER خوسيه مولينا|المدير} إلى القرية"),
    .init("clitic before a hamza", "زاره {PER جورج غانم} بأشعار جديدة"),
  ]

  static let blessings: [EntityCase] = [
    .init("mercy", "كان {PER سامي بن سعيد} رحمه الله كريما"),
    .init("behind a dash", "في عهد الملك {PER فيصل|الملك} ـ رحمه الله ـ بنيت المدرسة"),
    .init("earth", "في عهد الملك {PER فيصل|الملك} طيب الله ثراه بنيت المدرسة"),
    .init("dashes between names", "لعب {PER جورج غانم} ـ {PER خالد غانم} في الهجوم"),
  ]

  @Test(arguments: verbs + descriptions + blessings)
  func `bounds of a person's name`(_ test: EntityCase) {
    let marked = MarkedSentence(test.marked)
    let analysis = EntityFixture.analysis(marked.text)
    let found = analysis.entities.map { "\($0.kind.rawValue) \(analysis.textSpan($0.span).text)" }
    #expect(found == marked.marks.map { "\($0.kind) \($0.text)" })
  }
}
