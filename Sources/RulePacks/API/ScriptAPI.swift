internal import Extraction
internal import Patterns

/// Everything scripts see, as data: the editor's stub and the reference page are made from it.
public enum ScriptAPI {
  /// The functions of `hilal`.
  public static let functions: [HostFunction] = Builtin.allCases.map(\.declaration)

  /// The objects, with their fields and methods.
  public static let objects: [HostObject] = [
    HostObject(
      name: "Pattern",
      summary:
        "A pattern over the words of a sentence. `a * b` is a then b, `a + b` is a or else b, "
        + "`p ^ n` is p at least n times (`p ^ -n` at most), `-p` matches nothing where p does not "
        + "match, `a - b` is a where b does not match. Strings in an operation stand for their words.",
      fields: [], methods: [patternAs]),
    HostObject(
      name: "Article",
      summary:
        "The article in work: `sentence.article`, and what `check` of a rule on articles is called with.",
      fields: ArticleField.allCases.map(\.declaration), methods: []),
    HostObject(
      name: "Sentence",
      summary:
        "What `check` is called with: a sentence, or the paragraph or quote that `on` names; of a rule on articles "
        + "it is the Article, whose `sentences` these are. Layers that packs provide are fields as well: `sentence.meetings`.",
      fields: SentenceField.allCases.map(\.declaration),
      methods: SentenceMethod.allCases.map(\.declaration)),
    HostObject(
      name: "Match",
      summary: "A match of the rule's pattern. Its captures are fields: `m.cue`. `m.span` and "
        + "`m.text` are the whole match.",
      fields: [
        HostField("span", "hilal.Span", "The whole match."),
        HostField("text", "string", "Its words."),
      ], methods: []),
    HostObject(
      name: "Span",
      summary:
        "A stretch of the article: a capture, an entity, a time, a quantity, a quote, an "
        + "attribution, an item of a layer. Fields that do not apply are nil; declared fields of an item are its fields.",
      fields: SpanField.allCases.map(\.declaration), methods: []),
  ]

  static let patternAs = HostFunction(
    "as", [.init("name", "string", "the capture's name")], returns: "hilal.Pattern",
    "Names the words that the pattern matches: `p:as \"cue\"`, then `m.cue` in `check`. Of two of one name the last counts."
  )

  /// The keys of a rule's declaration.
  public static let ruleFields: [HostField] = RuleKey.allCases.map(\.declaration)
}

extension ArticleField {
  var declaration: HostField {
    switch self {
    case .id: HostField(rawValue, "string", "The record's id.")
    case .title: HostField(rawValue, "string", "The headline.")
    case .content: HostField(rawValue, "string", "The body.")
    case .date: HostField(rawValue, "string?", "The date as given.")
    case .source: HostField(rawValue, "string?", "The newspaper or agency.")
    case .url: HostField(rawValue, "string?", "Where it was published.")
    case .author: HostField(rawValue, "string?", "Who signed it.")
    case .lang: HostField(rawValue, "string?", "The language as given.")
    case .duplicateOf:
      HostField(
        rawValue, "string?",
        "The id of the first article that this one copies, among the 100,000 before it; nil when it "
          + "is new. Copies are looked for when a pack's text names this field.")
    case .sentences: HostField(rawValue, "hilal.Sentence[]", "Title first; at most 1,000.")
    case .entities: HostField(rawValue, "hilal.Span[]", "Named persons, organisations, places.")
    case .times:
      HostField(
        rawValue, "hilal.Span[]",
        "Expressions of time, their `value` resolved against the article's date. A weekday alone is "
          + "the last one, the article's day included, even in «سيجتمعون يوم السبت»; with المقبل or "
          + "القادم it is the next.")
    case .quantities: HostField(rawValue, "hilal.Span[]", "Counted and measured things.")
    case .quotes: HostField(rawValue, "hilal.Span[]", "Reported speech.")
    case .duplicates:
      HostField(
        rawValue, "hilal.Span[]",
        "Sentences that repeat an earlier one of the article, their `first`, in nearly its words.")
    case .attributions:
      HostField(rawValue, "hilal.Span[]", "Phrases that name a source: «بحسب المصدر ذاته».")
    }
  }
}

extension SentenceField {
  var declaration: HostField {
    switch self {
    case .text: HostField(rawValue, "string", "Its words.")
    case .index: HostField(rawValue, "integer", "Its place among its field's sentences, from 1.")
    case .field: HostField(rawValue, "string", "`title` or `content`.")
    case .article: HostField(rawValue, "hilal.Article", "The article.")
    case .span: HostField(rawValue, "hilal.Span", "The whole sentence as a span.")
    case .words: HostField(rawValue, "integer", "How many words it has.")
    case .entities: HostField(rawValue, "hilal.Span[]", "The entities in it.")
    case .times: HostField(rawValue, "hilal.Span[]", "The times in it.")
    case .quantities: HostField(rawValue, "hilal.Span[]", "The quantities in it.")
    case .quotes: HostField(rawValue, "hilal.Span[]", "The quotes that begin in it.")
    case .duplicates:
      HostField(
        rawValue, "hilal.Span[]", "The sentences in it that repeat an earlier one, their `first`.")
    case .attributions:
      HostField(rawValue, "hilal.Span[]", "The phrases in it that name a source.")
    }
  }
}

extension SentenceMethod {
  var declaration: HostFunction {
    let span = HostFunction.Parameter("span", "hilal.Span", "an event's word, mostly a capture")
    let pattern = HostFunction.Parameter("pattern", "hilal.Pattern", "made while the pack loads")
    return switch self {
    case .subjectOf:
      HostFunction(
        rawValue, [span], returns: "hilal.Span?",
        "Who does what the word says: the subject of a verb or participle, the first where several are joined "
          + "(parties_from gives all); of a verbal noun the genitive where it acts (انسحاب القوات), not "
          + "where it may be the object (قصف المدينة). Nil where that is not sure.")
    case .targetOf:
      HostFunction(
        rawValue, [span], returns: "hilal.Span?",
        "Whom it is done to or said against. Of a word that is matched by its letters, not as a form of a verb, only what a preposition like ضد or "
          + "على names.")
    case .placeNear:
      HostFunction(
        rawValue, [span], returns: "hilal.Span?",
        "The nearest named place behind a preposition of place, with its direction words (في شمال سوريا); where there "
          + "is none, the named place that is the object of the verb (ضربت العاصفة الرياض), but no country that a "
          + "named party or an office acts on. Nil where there is neither.")
    case .timeNear:
      HostFunction(
        rawValue,
        [
          span,
          .init(
            "type", "string|string[]",
            "DATE, TIME, DURATION or SET, or a list of them; any when absent", optional: true,
            choices: TimeExpression.Kind.allCases.map(\.rawValue)),
        ], returns: "hilal.Span?",
        "The nearest expression of time. For when an event happened ask for "
          + "`{ \"DATE\", \"TIME\" }`: a DURATION is mostly how long something takes (السجن عامين)."
      )
    case .has:
      HostFunction(rawValue, [pattern], returns: "boolean", "Whether the pattern matches in it.")
    case .find:
      HostFunction(rawValue, [pattern], returns: "hilal.Match?", "The pattern's first match in it.")
    case .before:
      HostFunction(
        rawValue, [span], returns: "hilal.Sentence?",
        "The words before a span, at most 200, as a unit.")
    case .after:
      HostFunction(
        rawValue, [span], returns: "hilal.Sentence?",
        "The words behind a span, at most 200, as a unit.")
    case .within:
      HostFunction(rawValue, [span], returns: "hilal.Sentence?", "The words of a span, as a unit.")
    case .partiesFrom:
      HostFunction(
        rawValue, [span], returns: "hilal.Span[]",
        "The noun phrase that begins with the span's first word, and those that و joins to it.")
    }
  }
}

extension SpanField {
  var declaration: HostField {
    switch self {
    case .text: HostField(rawValue, "string", "Its words.")
    case .field: HostField(rawValue, "string", "`title` or `content`.")
    case .start: HostField(rawValue, "integer", "First code point of the field, from 0.")
    case .stop: HostField(rawValue, "integer", "One past its last code point.")
    case .type:
      HostField(
        rawValue, "string?", "PER ORG GPE LOC FAC; DATE TIME DURATION SET.",
        choices: Entity.Kind.allCases.map(\.rawValue) + TimeExpression.Kind.allCases.map(\.rawValue)
      )
    case .code:
      HostField(
        rawValue, "string?",
        "A country's or actor's code; of a sum of money the currency's (ISO 4217: USD), nil where nothing tells whose "
          + "ريال or دينار it is: its `kind` is money all the same.")
    case .role: HostField(rawValue, "string?", "The office that a person is given.")
    case .office: HostField(rawValue, "hilal.Span?", "The words of a person's office.")
    case .value:
      HostField(rawValue, "string|number|nil", "A time's TIMEX3 value, a quantity's number.")
    case .unit:
      HostField(
        rawValue, "string?",
        "A quantity's unit as written, without the adjective behind it: دولارات of «5 دولارات أمريكية»."
      )
    case .approx: HostField(rawValue, "boolean?", "The quantity is given as rough.")
    case .kind:
      HostField(
        rawValue, "string?",
        "A quote's kind: direct or indirect. Of a quantity: money, or nil where it is none.",
        choices: Quote.Kind.allCases.map(\.rawValue) + [Analysis.money])
    case .speaker: HostField(rawValue, "hilal.Span?", "Who says a quote.")
    case .cue: HostField(rawValue, "hilal.Span?", "A quote's verb or noun of saying.")
    case .polarity:
      HostField(
        rawValue, "string", "asserted, negated or denied.",
        choices: Assertion.Polarity.allCases.map(\.rawValue))
    case .modality:
      HostField(
        rawValue, "string", "fact, conditional, future, wish or report.",
        choices: Assertion.Modality.allCases.map(\.rawValue))
    case .source:
      HostField(
        rawValue, "hilal.Span?",
        "Who says it; nil when the article does. Of an attribution: the source that it names, "
          + "through «the same source» the one named before.")
    case .anonymous:
      HostField(rawValue, "boolean?", "An attribution's source is not named.")
    case .cluster:
      HostField(rawValue, "integer?", "Mentions of the same thing in the article share it.")
    case .first: HostField(rawValue, "hilal.Span?", "The sentence that a duplicate repeats.")
    }
  }
}

extension SpanField {
  /// Fields that every span has: what has them not is no span.
  static let everPresent = allCases.map(\.declaration).filter {
    !$0.type.hasSuffix("?") && !$0.type.hasSuffix("nil")
  }.map(\.name)
}

extension RuleKey {
  var declaration: HostField {
    switch self {
    case .id: HostField(rawValue, "string", "The rule's name: small letters, digits, hyphens.")
    case .title: HostField(rawValue, "string?", "What a finding says; the default label.")
    case .severity: HostField(rawValue, "string?", "low, medium (default) or high.")
    case .codes:
      HostField(rawValue, "table<string,string>?", "Codes by scheme: { cameo = \"138\" }.")
    case .on: HostField(rawValue, "string?", "sentence (default), paragraph, quote or article.")
    case .fields:
      HostField(
        rawValue, "string[]?",
        "Names of the fields that findings may have. Where a finding gives one nil, false or an empty string it has none."
      )
    case .match: HostField(rawValue, "hilal.Pattern?", "What to look for.")
    case .check:
      HostField(
        rawValue, "fun(unit: hilal.Sentence|hilal.Article, match: hilal.Match?): any",
        "Called for each match, or for each unit without one: with the Sentence or, of a rule on articles, the Article, "
          + "and the Match; they have the names that the function gives them. It returns nil or false (nothing), "
          + "true (the unit itself), a finding's table, or a list of them.")
    case .needs: HostField(rawValue, "string[]?", "Layers that it reads.")
    case .provides: HostField(rawValue, "string?", "The layer that its results make up.")
    }
  }
}
