/// The functions of the global `hilal`. The raw value is the number by which the sandbox calls it.
enum Builtin: Int, CaseIterable {
  case word
  case phrase
  case verb
  case noun
  case lexicon
  case entity
  case role
  case time
  case quantity
  case quote
  case layer
  case number
  case gap
  case any
  case rule
  case extractor

  var declaration: HostFunction {
    switch self {
    case .word:
      HostFunction(
        "hilal.word", [.init("words", "string|string[]", "the words, in any spelling")],
        returns: "hilal.Pattern",
        "One of some words as they stand, with the letters و ف ب ك ل ال attached or not, and with "
          + "an attached pronoun. Several words in one string are a phrase.")
    case .phrase:
      HostFunction(
        "hilal.phrase", [.init("phrases", "string|string[]", "words parted by spaces")],
        returns: "hilal.Pattern",
        "One of some phrases: the words follow each other, quotes between them allowed. Letters are attached to the "
          + "first word, a pronoun to the last; all else stands as it is written: `حكم قضائي` is not in «الحكم القضائي»."
      )
    case .verb:
      HostFunction(
        "hilal.verb",
        [
          .init("verbs", "string|string[]|hilal.Lexicon", "citation forms: هدّد, or a lexicon"),
          .init(
            "forms", "string|string[]",
            "only these: perfect, imperfect, future (سيهدد), imperative, participle, noun",
            optional: true),
        ],
        returns: "hilal.Pattern",
        "Any form of the verbs: all persons, tenses and moods, participles and verbal nouns, with "
          + "attached letters and pronouns. A citation is the third person masculine singular of "
          + "the perfect; write its shadda, or its form behind a colon (`سلم:I`, `سلم:II`). An imperfect (يهدد) is refused. Shortened forms of the jussive "
          + "(يقل of قال) are found behind لم, لما and a ل of command only. A spelling that is mostly another "
          + "word is taken out with a minus: `hilal.verb \"أقال\" - \"أقل\"`.")
    case .noun:
      HostFunction(
        "hilal.noun",
        [
          .init("nouns", "string|string[]|hilal.Lexicon", "singulars, or a lexicon"),
          .init(
            "plurals", "string|string[]",
            "plurals that no rule gives: `(\"شهر\", \"أشهر\", \"شهور\")`",
            optional: true, repeatable: true),
        ],
        returns: "hilal.Pattern",
        "Any form of the nouns: singular, dual, the plural in ات of those in ة, and the plurals given."
      )
    case .lexicon:
      HostFunction(
        "hilal.lexicon",
        [
          .init("name", "string", "the file under lexicon/, without its ending"),
          .init(
            "where", "table<string,string>", "only rows whose columns have these values",
            optional: true),
        ],
        returns: "hilal.Lexicon",
        "The entries of a lexicon of this pack or of one that it needs, as a pattern. `hilal.verb` "
          + "and `hilal.noun` take it for its citation forms.")
    case .entity:
      HostFunction(
        "hilal.entity",
        [
          .init("type", "string", "PER, ORG, GPE, LOC or FAC; any when absent", optional: true),
          .init("code", "string", "a code or its beginning: TUR", optional: true),
        ],
        returns: "hilal.Pattern", "A named person, organisation or place.")
    case .role:
      HostFunction(
        "hilal.role", [], returns: "hilal.Pattern", "The words of an office beside a name.")
    case .time:
      HostFunction(
        "hilal.time",
        [.init("type", "string", "DATE, TIME, DURATION or SET", optional: true)],
        returns: "hilal.Pattern", "An expression of time.")
    case .quantity:
      HostFunction(
        "hilal.quantity",
        [
          .init(
            "unit", "string", "the unit, a currency's code (ISO 4217), or money for any currency",
            optional: true)
        ],
        returns: "hilal.Pattern",
        "A counted or measured thing. A currency or measure that the lexicons know is meant in all its forms and "
          + "spellings: `\"دولار\"` finds «دولارين» and «5 دولارات», `\"USD\"` American ones only, "
          + "`\"money\"` all sums of money; other units as they are written. "
          + "Its span ends with the unit: the أمريكية of «5 دولارات أمريكية» stands outside."
      )
    case .quote:
      HostFunction(
        "hilal.quote", [.init("kind", "string", "direct or indirect", optional: true)],
        returns: "hilal.Pattern", "Reported speech.")
    case .layer:
      HostFunction(
        "hilal.layer", [.init("name", "string", "a layer that this rule needs")],
        returns: "hilal.Pattern", "An item of a layer that this pack provides or one that it needs."
      )
    case .number:
      HostFunction("hilal.number", [], returns: "hilal.Pattern", "A number in digits.")
    case .gap:
      HostFunction(
        "hilal.gap",
        [.init("min", "integer", "at least"), .init("max", "integer", "at most, up to 200")],
        returns: "hilal.Pattern", "Any words, as few as possible.")
    case .any:
      HostFunction("hilal.any", [], returns: "hilal.Pattern", "Any one word.")
    case .rule:
      HostFunction(
        "hilal.rule", [.init("declaration", "hilal.RuleDeclaration", "the rule")],
        returns: "hilal.Rule", "Declares a rule; a rule file returns it, or a list of them.")
    case .extractor:
      HostFunction(
        "hilal.extractor", [.init("declaration", "hilal.RuleDeclaration", "the extractor")],
        returns: "hilal.Rule",
        "Declares an extractor: like a rule, but its results make up the layer that `provides` "
          + "names and are not reported.")
    }
  }
}

/// The keys of the table that `hilal.rule` takes.
enum RuleKey: String, CaseIterable {
  case id
  case title
  case severity
  case codes
  case on
  case fields
  case match
  case check
  case needs
  case provides

  static let names = allCases.map(\.rawValue)
}
