internal import ArabicText

/// The verbs and nouns of saying, the phrases that attribute, the nameless sources: the cells that
/// reported speech is read with, decoded once.
final class ReportingLexicon: Sendable {
  /// What may open what a verb reports.
  struct Complements: OptionSet, Sendable {
    let rawValue: UInt16
    /// إن, أن
    static let direct = Complements(rawValue: 1)
    /// بأن
    static let bi = Complements(rawValue: 2)
    /// إلى أن
    static let ila = Complements(rawValue: 4)
    /// على أن
    static let ala = Complements(rawValue: 8)
    /// عن أن
    static let an = Complements(rawValue: 16)
    /// من أن
    static let min = Complements(rawValue: 32)
    /// A colon or a quotation mark without more.
    static let colon = Complements(rawValue: 64)
    /// The one quoted follows عن: نقلت الصحيفة عن فلان.
    static let source = Complements(rawValue: 128)
    /// أن with a verb: توقع أن يعود.
    static let verb = Complements(rawValue: 256)
    /// Somebody spoken to or of: طالب الوزارة بكذا.
    static let object = Complements(rawValue: 512)
    /// What it speaks of as its object: طلب المساعدة.
    static let thing = Complements(rawValue: 1024)
    /// It always has an object before بأن: وصف القرار بأنه كذا.
    static let wantsObject = Complements(rawValue: 2048)
  }

  /// What a verb of saying does with its content.
  enum Act: UInt8, Sendable {
    case say
    case deny
    case claim
    case warn
    case promise
    case ask
    case order
  }

  struct Verb: Sendable {
    var act: Act
    var takes: Complements
    /// The bare form is often another word: it wants a complement or quotation marks.
    var isAmbiguous: Bool
    /// What follows its complementiser is somebody's words, not an intention or an order.
    var reports: Bool
    /// The citation begins with a bare alif: with a hamza on it the form is "I …".
    var hasBareAlif: Bool
    /// Its imperfect without a subject is passive: يذكر أن.
    var isImpersonal: Bool
  }

  /// What the letters of a verb say of its subject.
  struct Form: Sendable {
    var aspect: Aspect
    var isFeminine = false
    var isPlural = false
    /// Not a third person: قلت, نؤكد.
    var isFirst = false
    /// Written so in the jussive alone: يقل, نقل of قال.
    var isJussive = false

    /// The imperfect of "he".
    var isHe: Bool { aspect == .imperfect && !isFeminine && !isPlural && !isFirst }
  }

  enum Aspect: UInt8, Sendable {
    case perfect
    case imperfect
    /// The participle as an adverb: مؤكدا، مضيفة، مشيرين.
    case participle
  }

  enum Phrase: UInt8, Sendable {
    case according
    case quoting
    case claiming
    case agency
    /// An occasion, a pretext or a means rather than a source.
    case weak
  }

  enum Anonymity: UInt8, Sendable {
    case source
    case witness
    case observers
    case media
    /// Anonymous only with a qualifying adjective or a withheld name.
    case person
    case adjective
    case withheld
  }

  enum SameSource: UInt8, Sendable {
    case source
    case person
    case agency
    case statement
    /// The bare definite noun.
    case definite
  }

  // By row of the lexicon.
  let verbs: [Verb]
  let phrases: [Phrase]
  /// The phrase ends in ل, which is written with the source.
  let phraseTakesLam: [Bool]
  /// The phrase ends in a pronoun that stands for the source: على حد قوله.
  let phraseHasPronoun: [Bool]
  let anonymous: [Anonymity]
  let sameSources: [SameSource]
  /// By verb and letters, see `form(of:row:)`.
  private let forms: [UInt64: Form]

  /// Decodes the tables and adds the conjugated verbs to the index.
  init(_ table: (Lexicon) -> LexiconTable, into builder: inout TermIndexBuilder) {
    let speech = table(.speechVerbs)
    verbs = speech.rows.indices.map { Self.verb(speech, $0) }
    forms = Self.forms(of: speech, into: &builder)
    phrases = Self.kinds(table(.attributionPhrases)) {
      switch $0 {
      case "quoting": .quoting
      case "claiming": .claiming
      case "agency": .agency
      case "weak": .weak
      default: .according
      }
    }
    let attribution = table(.attributionPhrases)
    phraseTakesLam = attribution.rows.indices.map { attribution.cell($0, "phrase").hasSuffix(" ل") }
    phraseHasPronoun = attribution.rows.indices.map { row in
      let phrase = attribution.cell(row, "phrase")
      return Self.pronounEndings.contains { phrase.hasSuffix($0) }
    }
    anonymous = Self.kinds(table(.anonymousSources)) {
      switch $0 {
      case "witness": .witness
      case "observers": .observers
      case "media": .media
      case "person": .person
      case "adjective": .adjective
      case "withheld": .withheld
      default: .source
      }
    }
    sameSources = Self.kinds(table(.sameSource)) {
      switch $0 {
      case "person": .person
      case "agency": .agency
      case "statement": .statement
      case "definite": .definite
      default: .source
      }
    }
  }

  /// What a text reports with: the forms of each verb of saying.
  private static func forms(
    of speech: LexiconTable, into builder: inout TermIndexBuilder
  ) -> [UInt64: Form] {
    var forms: [UInt64: Form] = [:]
    forms.reserveCapacity(64 * speech.rows.count)
    for row in speech.rows.indices {
      let citation = speech.cell(row, "verb")
      guard let verb = try? ArabicText.Verb(citation: citation) else { continue }
      let folded = citation.folded.unicodeScalars.map { UInt16(clamping: $0.value) }
      for kind in [InflectedForm.Kind.perfect, .imperfect, .jussive, .activeParticiple] {
        let table = verb.table(of: kind)
        for form in table.forms {
          let letters = table.letters(of: form)
          guard let features = features(letters, kind, of: folded) else { continue }
          let hash = letters.reduce(0) { TermHash.append($0, UInt32($1)) }
          let key = key(hash, row)
          // The commonest reading stands first: أضاف is "he added" before it is "I am added".
          if forms[key] != nil { continue }
          forms[key] = features
          builder.add(
            hash: hash, id: Knowledge.id(.speechVerbs, row: row),
            allowed: features.aspect == .participle
              ? .conjunction : features.aspect == .perfect ? .perfect : .imperfect)
        }
      }
    }
    return forms
  }

  private static let pronounEndings = ["ه", "ها", "هم", "هما"]

  /// What the letters of a verb's form say, by the hash of the form without clitics.
  func form(of hash: UInt64, row: Int) -> Form? { forms[Self.key(hash, row)] }

  private static func key(_ hash: UInt64, _ row: Int) -> UInt64 { TermHash.join(hash, UInt64(row)) }

  private static func kinds<Kind>(_ table: LexiconTable, _ kind: (String) -> Kind) -> [Kind] {
    table.rows.indices.map { kind(table.cell($0, "kind")) }
  }

  private static func verb(_ table: LexiconTable, _ row: Int) -> Verb {
    var takes: Complements = []
    for complement in table.cell(row, "takes").split(separator: ",") {
      if complement.hasPrefix("obj") { takes.formUnion(.object) }
      if ["an", "bi-an", "obj-bi-an"].contains(complement) { takes.formUnion(.verb) }
      if complement == "obj" { takes.formUnion(.thing) }
      switch complement {
      case "inna", "anna", "an", "obj-anna": takes.formUnion(.direct)
      case "bi-anna", "bi-an", "obj-bi-anna", "obj-bi-an", "bi", "ب": takes.formUnion(.bi)
      case "إلى أن", "إلى", "obj-إلى": takes.formUnion(.ila)
      case "على أن", "على", "obj-على": takes.formUnion(.ala)
      case "عن أن", "عن": takes.formUnion(.an)
      case "من أن", "من", "obj-من": takes.formUnion(.min)
      case "colon", "قائلا", "qawl": takes.formUnion(.colon)
      case "source-عن": takes.formUnion(.source)
      default: break
      }
    }
    let ownBi: Set<String> = ["bi-anna", "bi-an", "bi", "ب"]
    let cells = table.cell(row, "takes").split(separator: ",").map(String.init)
    if cells.contains("obj-bi-anna"), ownBi.isDisjoint(with: cells) { takes.insert(.wantsObject) }
    return Verb(
      act: act(table.cell(row, "cls")), takes: takes,
      isAmbiguous: table.cell(row, "ambiguous") == "1", reports: table.cell(row, "reported") != "0",
      hasBareAlif: table.cell(row, "verb").unicodeScalars.first?.value == Alphabet.alif,
      isImpersonal: table.cell(row, "impersonal") == "1")
  }

  private static func act(_ cls: String) -> Act {
    switch cls {
    case "deny": .deny
    case "claim": .claim
    case "warn": .warn
    case "promise": .promise
    case "ask": .ask
    case "order": .order
    default: .say
    }
  }

  /// «she»: ت behind the citation, or in place of its weak last letter. قلت is "I" and "you".
  private static func isFeminine(_ letters: ArraySlice<UInt16>, _ citation: [UInt16]) -> Bool {
    let stem = letters.dropLast()
    let isWeak = citation.last.map { $0 == Alphabet.ya || $0 == Alphabet.alif } ?? false
    return stem.elementsEqual(citation) || isWeak && stem.elementsEqual(citation.dropLast())
  }

  /// Reads person, gender and number off the endings, which are a closed set.
  private static func features(
    _ letters: ArraySlice<UInt16>, _ kind: InflectedForm.Kind, of citation: [UInt16]
  ) -> Form? {
    let isCitation = letters.elementsEqual(citation)
    // Of two letters only "he said" is not too often another word: رد، حث.
    guard letters.count > 1, let first = letters.first, let last = letters.last,
      letters.count > 2 || kind == .perfect && isCitation
    else { return nil }
    let before = letters[letters.endIndex - 2]
    let isPlural =
      last == Alphabet.alif && before == Alphabet.waw
      || kind == .imperfect && last == Alphabet.nun
        && (before == Alphabet.waw || before == Alphabet.ya || before == Alphabet.alif)
    switch kind {
    case .perfect:
      // Only the third person reports: he, she, they.
      let isThird =
        isCitation || last == Alphabet.alif
        || last == Alphabet.ta && isFeminine(letters, citation)
      guard isThird, !(last == Alphabet.alif && before == Alphabet.mim) else { return nil }
      let isFirst = !isCitation && last == Alphabet.alif && before == Alphabet.nun
      return Form(
        aspect: .perfect, isFeminine: last == Alphabet.ta, isPlural: isPlural, isFirst: isFirst)
    case .imperfect, .jussive:
      return Form(
        aspect: .imperfect, isFeminine: first == Alphabet.ta, isPlural: isPlural,
        isFirst: first == Alphabet.nun || first == Alphabet.alif,
        // The plural is that of the subjunctive too: أن يقولوا.
        isJussive: kind == .jussive && !isPlural)
    case .activeParticiple:
      let isPlural = last == Alphabet.nun && before == Alphabet.ya
      guard last == Alphabet.alif || last == Alphabet.ha || isPlural else { return nil }
      return Form(aspect: .participle, isFeminine: last == Alphabet.ha, isPlural: isPlural)
    default: return nil
    }
  }
}
