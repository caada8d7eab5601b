/// What a rule reports about an article, ready to be written (contract `hilal.finding/1`).
public struct Finding: Sendable, Equatable {
  /// The fields of the article that a finding repeats.
  public struct ArticleReference: Sendable, Hashable {
    /// As `Article.id`: the record's own, or a stable hash.
    public var id: String
    /// As the record gives it, in no fixed format; nil where it gives none.
    public var date: String?
    /// The newspaper or agency; nil where the record names none.
    public var source: String?
    /// The whole headline; empty where the record has none.
    public var title: String
    /// Where the article was published; nil where the record does not say.
    public var url: String?

    /// Takes the fields as they are; nothing is checked or cut.
    public init(id: String, date: String?, source: String?, title: String, url: String?) {
      self.id = id
      self.date = date
      self.source = source
      self.title = title
      self.url = url
    }
  }

  /// Who says what the finding reports, and how it is asserted.
  public struct Attribution: Sendable, Hashable {
    /// `asserted`, `negated` or `denied`.
    public var polarity: String
    /// `fact`, `conditional`, `future`, `wish`, `report`.
    public var modality: String
    /// The source's words; nil when the article itself speaks.
    public var source: String?

    /// Takes the names that outputs give, such as the raw values of an assertion's polarity and
    /// modality.
    public init(polarity: String, modality: String, source: String?) {
      self.polarity = polarity
      self.modality = modality
      self.source = source
    }
  }

  /// A declared field's value: words of the article with a code or value, or a bare text.
  public struct Field: Sendable, Hashable {
    /// As the rule declares it: `actor`, `place`; items of a list bear the list's name.
    public var name: String
    /// Where it was read; nil for a text that the rule made itself.
    public var span: TextSpan?
    /// The words of `span`, or the rule's own text; items of a list are joined with `؛ `.
    public var text: String
    /// An actor or country code, where known.
    public var code: String?
    /// A TIMEX3 value or a number in plain decimal notation, where it has one.
    public var value: String?
    /// The parts of a list, such as the participants of a meeting; `text` then joins their words.
    public var items: [Field]

    /// A list has no span of its own, and its text is that of its `items` joined.
    public init(
      name: String, span: TextSpan?, text: String, code: String? = nil, value: String? = nil,
      items: [Field] = []
    ) {
      self.name = name
      self.span = span
      self.text = text
      self.code = code
      self.value = value
      self.items = items
    }
  }

  /// Words that made the rule fire, named as the pattern names them.
  public struct Evidence: Sendable, Hashable {
    /// The capture's name: `cue`.
    public var name: String
    /// The captured words; more than 8,192 bytes of text are cut.
    public var span: TextSpan

    /// Evidence for the words at `span`.
    public init(name: String, span: TextSpan) {
      self.name = name
      self.span = span
    }
  }

  /// How grave a finding is; the raw values are those of rules and outputs.
  public enum Severity: String, Sendable, CaseIterable, Codable {
    /// Worth a note.
    case low
    /// What a rule has that declares nothing.
    case medium
    /// To be looked at first.
    case high
  }

  /// The article in which it was found.
  public var article: ArticleReference
  /// The name of the pack that the rule is from.
  public var pack: String
  /// The pack's version, three numbers: `1.0.0`.
  public var version: String
  /// The rule's `id` within its pack, without the pack's name.
  public var rule: String
  /// What was found, in words: the rule's title unless `check` gives another; 1,024 bytes at most.
  public var label: String
  /// The rule's, unless `check` gives another.
  public var severity: Severity
  /// 0…1.
  public var score: Double
  /// Coding schemes and codes (`cameo`, `plover`), sorted by scheme.
  public var codes: [(scheme: String, code: String)]
  /// How the words of `span` are asserted, and by whom.
  public var attribution: Attribution
  /// The words that the finding is about; more than 8,192 bytes of text are cut.
  public var span: TextSpan
  /// The sentence that holds the beginning of `span`, or a window of it around the span where it is
  /// longer than 4,096 code points (then `isCut`).
  public var sentence: TextSpan
  /// In the order in which the rule declares them.
  public var fields: [Field]
  /// Named words of the pattern's match, or what `check` gives instead.
  public var evidence: [Evidence]

  /// Takes the fields as they are; bounds are the caller's.
  public init(
    article: ArticleReference, pack: String, version: String, rule: String, label: String,
    severity: Severity, score: Double, codes: [(scheme: String, code: String)],
    attribution: Attribution, span: TextSpan, sentence: TextSpan, fields: [Field],
    evidence: [Evidence]
  ) {
    self.article = article
    self.pack = pack
    self.version = version
    self.rule = rule
    self.label = label
    self.severity = severity
    self.score = score
    self.codes = codes
    self.attribution = attribution
    self.span = span
    self.sentence = sentence
    self.fields = fields
    self.evidence = evidence
  }

  public static func == (a: Finding, b: Finding) -> Bool {
    a.article == b.article && a.pack == b.pack && a.version == b.version && a.rule == b.rule
      && a.label == b.label && a.severity == b.severity && a.score == b.score
      && a.codes.elementsEqual(b.codes, by: ==) && a.attribution == b.attribution
      && a.span == b.span && a.sentence == b.sentence && a.fields == b.fields
      && a.evidence == b.evidence
  }
}
