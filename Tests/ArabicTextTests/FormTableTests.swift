import ArabicText
import Testing

/// Verbs of every class and form, with hints, hamzas, and letters that folding changes inside the word.
private let citations = [
  "كتب", "هدّد", "قاتل", "أعلن", "توعّد", "تبادل", "انسحب", "اجتمع", "احمرّ", "استخدم", "سيطر",
  "تدحرج",
  "اطمأنّ", "ردّ", "وصل", "قال", "باع:i", "دعا", "رمى", "بقي", "قرأ", "سأل", "جاء", "رأى", "أرى",
  "آمن", "وقى",
  "ائتمن", "سمّى", "استدعى", "هدد:II", "كةب", "كتة",
]

private let nouns: [(singular: String, plurals: [String])] = [
  ("وزير", ["وزراء"]), ("مهندس", ["مهندسون"]), ("دولة", []), ("قاضٍ", ["قضاة"]),
  ("مستشفى", ["مستشفيات"]),
  ("مبدأ", ["مبادئ"]), ("عصا", []), ("كتةة", []), ("ة", []),
  (String(repeating: "كتاب", count: 12), []),
]

@Suite struct `forms as letters` {
  @Test(arguments: citations)
  func `are those that are made as text`(citation: String) throws {
    let verb = try Verb(citation: citation, masdars: ["بيع"])
    for kind in InflectedForm.Kind.allCases {
      try expectSame(verb.table(of: kind), verb.forms().filter { $0.kind == kind })
    }
  }

  @Test(arguments: nouns)
  func `of nouns are those that are made as text`(
    noun: (singular: String, plurals: [String])
  ) throws {
    let noun = try Noun(singular: noun.singular, plural: noun.plurals, options: .relation)
    try expectSame(noun.table(), noun.forms())
  }

  @Test func `of verbal nouns are each verb's own, though what a citation tells is shared`() throws
  {
    let masdars = [[], ["ضرب"], ["ضراب", "مضرب"], []]
    let nouns = try masdars.map { masdars in
      let table = try Verb(citation: "ضرب", masdars: masdars).table(of: .verbalNoun)
      return Set(table.forms.map(table.text(of:)))
    }
    #expect(nouns[0].isEmpty && nouns[3].isEmpty)
    #expect(nouns[1].contains("ضرب") && !nouns[1].contains("مضرب"))
    #expect(nouns[2].contains("مضرب") && !nouns[2].contains("ضرب"))
  }

  @Test func `are the same for all who ask at once`() async throws {
    let expected = try citations.map { try Verb(citation: $0).forms() }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try citations.map { try Verb(citation: $0).forms() } == expected }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func `of which some are left out keep their letters`() throws {
    let verb = try Verb(citation: "هدّد")
    let wanted = { (clitics: InflectedForm.Clitics) in clitics.contains(.future) }
    try expectSame(
      verb.table(of: .imperfect).filter { wanted($0.clitics) },
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
