import ArabicText
import Testing

/// A noun and words that it must and must not have.
struct NounCase: CustomTestStringConvertible, Sendable {
  var singular: String
  var plural: [String] = []
  var options: Noun.Options = []
  var has: String
  var lacks = ""
  var testDescription: String { singular }
}

private let nouns: [NounCase] = [
  NounCase(
    singular: "وزير", plural: ["وزراء"],
    has: "وزير وزيرا وزيران وزيرين وزيري وزراء وزراؤ وزرائ", lacks: "وزيرون وزيرات وزراءا وزيره"),
  NounCase(
    singular: "مهندس", plural: ["مهندسون"], has: "مهندسون مهندسين مهندسو مهندسي مهندسان",
    lacks: "مهندسونا مهندسات"),
  NounCase(
    singular: "قانون", plural: ["قوانين"], has: "قانون قانونا قانونين قوانين", lacks: "قانو"),
  NounCase(singular: "شأن", plural: ["شؤون", "شئون"], has: "شأن شأنا شؤون شئون شؤونا"),
  NounCase(
    singular: "ضربة", plural: ["ضربات"], has: "ضربة ضربت ضربتان ضربتين ضربتي ضربات",
    lacks: "ضربا ضربةا"),
  NounCase(singular: "دولة", plural: ["دول"], has: "دولة دولتان دول دولا", lacks: "دولات"),
  NounCase(singular: "غارة", has: "غارة غارت غارات غارتين"),
  NounCase(singular: "مستشفى", plural: ["مستشفيات"], has: "مستشفى مستشفا مستشفيان مستشفيات"),
  NounCase(
    singular: "قاضٍ", plural: ["قضاة"], has: "قاض قاضي قاضيا قاضيان قضاة قضات", lacks: "قاضا"),
  NounCase(
    singular: "لقاء", plural: ["لقاءات"], has: "لقاء لقاؤ لقائ لقاءان لقاءات", lacks: "لقاا"),
  NounCase(singular: "عدو", plural: ["أعداء"], has: "عدو عدوا عدوان أعداء أعداؤ أعدائ"),
  NounCase(
    singular: "مبدأ", plural: ["مبادئ"], has: "مبدأ مبدؤ مبدئ مبدآن مبدأين مبادئ"),
  NounCase(singular: "جزء", plural: ["أجزاء"], has: "جزء جزءا جزءان جزؤ جزئ أجزاء"),
  NounCase(singular: "شيء", plural: ["أشياء"], has: "شيء شيئا شيئان شيئين أشياء"),
  NounCase(singular: "مسؤول", options: .adjective, has: "مسؤول مسؤولون مسؤولين مسؤولة مسؤولات"),
  NounCase(
    singular: "سوري", options: .adjective,
    has: "سوري سوريا سورية سوريت سوريون سوريين سوريات سوريتان", lacks: "سور"),
  NounCase(
    singular: "فرنسا", options: .relation, has: "فرنسا فرنسي فرنسية فرنسيون", lacks: "فرنساي"),
  NounCase(singular: "ليبيا", options: .relation, has: "ليبيا ليبي ليبية", lacks: "ليبياي"),
  NounCase(singular: "قرآن", has: "قرآن قرآنا"),
  NounCase(singular: "سبب", plural: ["أسباب"], has: "سبب سببا أسباب", lacks: "سب"),
  NounCase(singular: "مبنىً", plural: ["مبانٍ"], has: "مبنى مبنا مبنيان مبان مباني"),
]

@Suite struct `noun inflection` {
  @Test(arguments: nouns)
  func `a noun has the forms a reader expects`(of example: NounCase) throws {
    let noun = try Noun(
      singular: example.singular, plural: example.plural, options: example.options)
    let forms = Set(noun.forms().map(\.letters))
    #expect(folded(example.has).filter { !forms.contains($0) } == [])
    #expect(folded(example.lacks).filter { forms.contains($0) } == [])
  }

  @Test func `an article stands before the free forms only`() throws {
    let forms = try Noun(singular: "مهندس", plural: ["مهندسون"]).forms()
    let article = Set(forms.filter(\.takesArticle).map(\.letters))
    #expect(article.isSuperset(of: ["مهندس", "مهندسان", "مهندسين", "مهندسون"]))
    #expect(article.isDisjoint(with: ["مهندسو", "مهندسي", "مهندسا"]))
  }

  @Test func `the t of ta marbuta is for pronouns only`() throws {
    let forms = try Noun(singular: "دولة").forms()
    #expect(forms.first { $0.letters == "دولت" }?.onlyBeforePronoun == true)
    #expect(forms.first { $0.letters == "دوله" }?.takesObjectPronoun == false)
  }
}
