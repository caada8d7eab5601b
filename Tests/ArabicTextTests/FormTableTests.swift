import ArabicText
import Testing

/// Verbs of every class and form, with hints, hamzas, and letters that folding changes inside the word.
private let citations = [
  "كتب", "هدّد", "قاتل", "أعلن", "توعّد", "تبادل", "انسحب", "اجتمع", "احمرّ", "استخدم", "سيطر", "تدحرج",
  "اطمأنّ", "ردّ", "وصل", "قال", "باع:i", "دعا", "رمى", "بقي", "قرأ", "سأل", "جاء", "رأى", "أرى", "آمن", "وقى",
  "ائتمن", "سمّى", "استدعى", "هدد:II", "كةب", "كتة",
]

private let nouns: [(singular: String, plurals: [String])] = [
  ("وزير", ["وزراء"]), ("مهندس", ["مهندسون"]), ("دولة", []), ("قاضٍ", ["قضاة"]), ("مستشفى", ["مستشفيات"]),
  ("مبدأ", ["مبادئ"]), ("عصا", []), ("كتةة", []), ("ة", []),
  (String(repeating: "كتاب", count: 12), []),
]

@Suite struct `forms as letters` {
  @Test(arguments: citations)
  func `are those that are made as text`(citation: String) throws {
    let verb = try Verb(citation: citation, masdars: ["بيع"])
    try expectSame(verb.table(of: InflectedForm.Kind.allCases), verb.forms())
  }

  @Test(arguments: nouns)
  func `of nouns are those that are made as text`(
    noun: (singular: String, plurals: [String])
  ) throws {
    let noun = try Noun(singular: noun.singular, plural: noun.plurals, options: .relation)
    try expectSame(noun.table(), noun.forms())
  }

  @Test(arguments: citations)
  func `of some kinds are a part of all, in their order`(citation: String) throws {
    let verb = try Verb(citation: citation, masdars: ["بيع"])
    let all = verb.forms()
    for bits in 0..<(1 << InflectedForm.Kind.allCases.count) {
      let kinds = InflectedForm.Kind.allCases.enumerated().filter { bits >> $0.offset & 1 == 1 }
        .map(\.element)
      try expectSame(verb.table(of: kinds.reversed()), all.filter { kinds.contains($0.kind) })
    }
  }

  @Test func `of which some are left out keep their letters`() throws {
    let verb = try Verb(citation: "هدّد")
    let wanted = { (clitics: InflectedForm.Clitics) in clitics.contains(.future) }
    try expectSame(
      verb.table(of: [.imperfect]).filter { wanted($0.clitics) },
      verb.forms().filter { $0.kind == .imperfect && wanted($0.clitics) })
  }

  private func expectSame(_ table: FormTable, _ forms: [InflectedForm]) throws {
    try #require(table.forms.count == forms.count)
    for (form, expected) in zip(table.forms, forms) {
      let text = table.text(of: form)
      #expect(Array(text.unicodeScalars) == Array(expected.letters.unicodeScalars))
      #expect(form.kind == expected.kind && form.clitics == expected.clitics)
      #expect(table.byteCount(of: form) == text.utf8.count)
      #expect(table.letters(of: form).map(UInt32.init) == text.unicodeScalars.map(\.value))
      // The hash that is worked out from letters is the one that reading the text comes to.
      #expect(table.words(of: form) == TermWords(text))
    }
  }
}
