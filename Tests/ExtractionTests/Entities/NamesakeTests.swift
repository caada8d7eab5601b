import Articles
import Extraction
import Testing

@Suite struct `Codes of names that more than one country has` {
  /// The code of the last entity with a text; empty where it has none, nil where there is no such entity.
  private func code(of name: String, in text: String) -> String? {
    let analysis = EntityFixture.analysis(text)
    let entity = analysis.entities.last { analysis.words($0.span) == name }
    return entity.map { $0.code ?? "" }
  }

  private func roleCode(of name: String, in text: String) -> String? {
    let analysis = EntityFixture.analysis(text)
    return analysis.entities.last { analysis.words($0.span) == name }?.role?.code
  }

  @Test(arguments: [
    ("استقبل العاهل الأردني الضيف في عمان", ""),
    ("التقى الوزير ضيفه في العاصمة الأردنية عمان", ""),
    ("زار الوزير عمان والدوحة", ""),
    ("وصل الوفد إلى عمّان", ""),
    ("وصل الوفد من الأردن إلى عُمان", "OMN"),
    ("وصل الوزير العماني إلى مسقط قادما من عمان", "OMN"),
    ("اتفقت السعودية وعمان على الموعد، ورحبت مسقط بما اتفقت عليه عمان", "OMN"),
  ]) func `a state and a capital of one name are told apart`(_ text: String, _ code: String) {
    let name = text.contains("عمّان") ? "عمّان" : text.contains("عُمان") ? "عُمان" : "عمان"
    #expect(self.code(of: name, in: text) == code)
  }

  private static let league = "في مباراة الدوري، وقال مدرب الفريق إن اللاعب جاهز. "

  @Test(arguments: [
    ("فاز لاعب الأهلي على نادي الزمالك المصري ", "EGYCVL"),
    ("فاز لاعب الأهلي على لاعب التعاون ", "SAUCVL"),
    ("تعاقد مدرب الأهلي مع لاعب مصري ", "SAUCVL"),
  ]) func `a club is of the country whose clubs it plays`(_ text: String, _ code: String) {
    #expect(self.code(of: "الأهلي", in: text + Self.league) == code)
  }

  @Test(arguments: [
    ("نفى الديوان الملكي الأردني الخبر", "الديوان الملكي الأردني", "JORGOV"),
    ("نفى الديوان الملكي الخبر", "الديوان الملكي", "SAUGOV"),
    ("نفى حزب الله العراقي الخبر", "حزب الله", ""),
    ("نفى حزب الله اللبناني الخبر", "حزب الله", "LBNREBHEZ"),
  ]) func `the nationality behind a body overrides the country that is known`(
    _ text: String, _ name: String, _ code: String
  ) {
    let analysis = EntityFixture.analysis(text)
    let entity = analysis.entities.first { analysis.words($0.span).hasPrefix(name) }
    #expect(entity.map { $0.code ?? "" } == code)
  }

  @Test(arguments: [
    ("قال الناطق باسم الكتائب سامر البدري إن كتائب القسام جاهزة", "PSEREBHAM"),
    ("قال الأمين العام للحزب حسن نصر الله إن حزب الله جاهز", "LBNREBHEZ"),
    ("قال الأمين العام للحزب حسن نصر الله إن الوقت حان", nil),
    ("قال المتحدث الأمني اللواء إسماعيل هنية إن الوقت حان", "PSEGOV"),
    ("قال الناطق باسم الحركة سامر البدري إن حركة حماس وحركة النهضة جاهزتان", nil),
  ]) func `who speaks for a body called by its class noun has the code of the body`(
    _ text: String, _ code: String?
  ) {
    let names = ["سامر البدري", "حسن نصر الله", "إسماعيل هنية"]
    let name = names.first(where: text.contains) ?? ""
    #expect(roleCode(of: name, in: text) == code)
  }
}
