import ArabicText
import Testing

private func form(
  _ letters: String, of citation: String, _ kind: InflectedForm.Kind
) throws -> InflectedForm? {
  try Verb(citation: citation).forms().first { $0.letters == plainFold(letters) && $0.kind == kind }
}

@Suite struct `inflected forms` {
  @Test func `the shapes before a pronoun do not stand alone`() throws {
    #expect(try form("هددو", of: "هدّد", .perfect)?.onlyBeforePronoun == true)
    #expect(try form("هددوا", of: "هدّد", .perfect)?.onlyBeforePronoun == false)
    #expect(try form("رما", of: "رمى", .perfect)?.onlyBeforePronoun == true)
    #expect(try form("كتبتمو", of: "كتب", .perfect)?.onlyBeforePronoun == true)
    #expect(try form("يقرؤ", of: "قرأ", .imperfect)?.onlyBeforePronoun == true)
    #expect(try form("مساعدت", of: "ساعد", .verbalNoun)?.onlyBeforePronoun == true)
  }

  @Test func `the future stands before the indicative only`() throws {
    #expect(try form("يهددون", of: "هدّد", .imperfect)?.takesFuture == true)
    #expect(try form("يهددوا", of: "هدّد", .imperfect)?.takesFuture == false)
    #expect(try form("هدد", of: "هدّد", .perfect)?.takesFuture == false)
    #expect(try form("يقل", of: "قال", .jussive)?.takesFuture == false)
    #expect(try form("يقول", of: "قال", .imperfect)?.takesFuture == true)
  }

  @Test func `jussives that no other mood is written as are told apart`() throws {
    for (letters, citation) in [
      ("يقل", "قال"), ("نقل", "أقال"), ("يرم", "رمى"), ("يرمه", "رمى"), ("يردد", "ردّ"),
      ("يرد", "أراد"),
    ] {
      let stem = letters.hasSuffix("ه") ? String(letters.dropLast()) : letters
      #expect(try form(stem, of: citation, .jussive)?.clitics.contains(.purpose) == true)
      #expect(try form(stem, of: citation, .imperfect) == nil)
    }
    for (letters, citation) in [
      ("يهدد", "هدّد"), ("يرد", "ردّ"), ("يقولوا", "قال"), ("يقلن", "قال"), ("يقرا", "قرأ"),
    ] {
      #expect(try form(letters, of: citation, .jussive) == nil)
      #expect(try form(letters, of: citation, .imperfect) != nil)
    }
    #expect(try Verb(citation: "هدّد").table(of: .jussive).forms.isEmpty)
  }

  @Test func `nominal forms take the article, construct ones do not`() throws {
    let construct = try form("مهددو", of: "هدّد", .activeParticiple)
    #expect(construct?.isNominal == true)
    #expect(construct?.takesArticle == false)
    #expect(try form("تهديد", of: "هدّد", .verbalNoun)?.takesArticle == true)
    #expect(try form("تهديدا", of: "هدّد", .verbalNoun)?.takesArticle == false)
  }

  @Test func `every form is folded and comes once for its kind`() throws {
    for citation in ["هدّد", "قال", "قرأ", "رأى", "آمن", "استعد", "اطمأنّ", "جاء", "ائتمن", "سمّى"] {
      let forms = try Verb(citation: citation).forms()
      #expect(forms.allSatisfy { plainFold($0.letters) == $0.letters && !$0.letters.isEmpty })
      let keys = Set(forms.map { "\($0.kind) \($0.letters)" })
      #expect(keys.count == forms.count)
    }
  }

  @Test func `the order of forms is the same each time`() throws {
    let first = try Verb(citation: "استدعى").forms()
    #expect(try Verb(citation: "استدعى").forms() == first)
  }

  @Test func `verbal nouns no rule gives are taken from the caller`() throws {
    #expect(try letters("قاتل").isDisjoint(with: ["قتال"]))
    let given = try letters("قاتل", masdars: ["قتال"])
    #expect(given.isSuperset(of: ["قتال", "قتالا", "مقاتله"]))
    #expect(try form("هجوم", of: "هجم", .verbalNoun) == nil)
  }

  @Test(arguments: ["رد:I:u", "رد:u", "رد"])
  func `hints may name form and vowel`(citation: String) throws {
    let verb = try Verb(citation: citation)
    #expect(verb.form == .i)
    #expect(verb.root == "ردد")
  }

  @Test func `a wrong citation is refused with advice`() {
    #expect(throws: InflectionError.self) { try Verb(citation: "") }
    #expect(throws: InflectionError.self) { try Verb(citation: "abc") }
    #expect(throws: InflectionError.self) { try Verb(citation: "هدد:XX") }
    #expect(throws: InflectionError.self) { try Verb(citation: "هدد:VI") }
    #expect(throws: InflectionError.self) { try Verb(citation: "ا") }
    #expect(throws: InflectionError.self) { try Verb(citation: "استخدمناهم") }
  }

  @Test(arguments: [
    ("يهدد", "هدد"), ("يُهدِّد", "هدد"), ("يقصف", "قصف"), ("يقاتل", "قاتل"), ("يتحدث", "تحدث"),
    ("ينسحب", "انسحب"), ("يعتقل", "اعتقل"), ("يستخدم", "استخدم"), ("يقول", "قال"), ("يدعو", "دعا"),
    ("يعلن", "أعلن"), ("يعطي", "أعطى"), ("يصل", "وصل"), ("يؤكد", "أكد"), ("يشن", "شن"),
    ("يدمر", "دمّر"), ("يحذر", "حذّر"),
  ])
  func `an imperfect is refused with the perfect it is of`(imperfect: String, perfect: String)
    throws
  {
    let error = try #require(throws: InflectionError.self) { try Verb(citation: imperfect) }
    #expect(error.code == .imperfect)
    let advised = error.advice.split { " ;:,".contains($0) }.map(String.init)
    #expect(advised.contains(perfect), "\(error.advice)")
  }

  @Test(arguments: ["يئس", "يسّر", "يبس", "ياسر", "يتّم:II", "يهدد:QI"])
  func `a perfect may begin with the letter of the imperfect`(citation: String) throws {
    #expect(try !Verb(citation: citation).forms().isEmpty)
  }

  /// Nothing a pack's author types may stop the process.
  @Test func `any short word with any hint is inflected or refused`() {
    let alphabet = ["ا", "أ", "آ", "ئ", "ء", "ت", "س", "ن", "و", "ي", "ى", "ة", "ب"]
    let hints = [""] + VerbForm.allCases.map { ":" + $0.rawValue } + [":a", ":i", ":u"]
    var words = [""]
    var generator = SplitMix(seed: 7)
    for length in 1...8 {
      for _ in 0..<200 {
        words.append(
          (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined())
      }
    }
    var count = 0
    for word in words {
      for hint in hints { count += (try? Verb(citation: word + hint))?.forms().count ?? 0 }
      count +=
        (try? Noun(singular: word, plural: [word], options: [.adjective, .relation]))?
        .forms().count ?? 0
    }
    #expect(count > 0)
  }
}
