/// What a rule reports about an article, ready to be written (contract `hilal.finding/1`).
public struct Finding: Sendable, Equatable {
  /// The fields of the article that a finding repeats.
  public struct ArticleReference: Sendable, Hashable, Codable {
    public var id: String
    public var date: String?
    public var source: String?
    public var title: String
    public var url: String?

    public init(id: String, date: String?, source: String?, title: String, url: String?) {
      self.id = id
      self.date = date
      self.source = source
      self.title = title
      self.url = url
    }
  }

  /// Who says what the finding reports, and how it is asserted.
  public struct Attribution: Sendable, Hashable, Codable {
    /// `asserted`, `negated` or `denied`.
    public var polarity: String
    /// `fact`, `conditional`, `future`, `wish`, `report`.
    public var modality: String
    /// The source's words; nil when the article itself speaks.
    public var source: String?

    public init(polarity: String, modality: String, source: String?) {
      self.polarity = polarity
      self.modality = modality
      self.source = source
    }
  }

  /// A declared field's value: words of the article with a code or value, or a bare text.
  public struct Field: Sendable, Hashable, Codable {
    public var name: String
    /// Where it was read; nil for a text that the rule made itself.
    public var span: TextSpan?
    public var text: String
    /// An actor or country code, where known.
    public var code: String?
    /// A TIMEX3 value or a number in plain decimal notation, where it has one.
    public var value: String?
    /// The parts of a list, such as the participants of a meeting; `text` then joins their words.
    public var items: [Field]

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
  public struct Evidence: Sendable, Hashable, Codable {
    public var name: String
    public var span: TextSpan

    public init(name: String, span: TextSpan) {
      self.name = name
      self.span = span
    }
  }

  public enum Severity: String, Sendable, CaseIterable, Codable {
    case low
    case medium
    case high
  }

  public var article: ArticleReference
  public var pack: String
  public var version: String
  public var rule: String
  public var label: String
  public var severity: Severity
  /// 0…1.
  public var score: Double
  /// Coding schemes and codes (`cameo`, `plover`), sorted by scheme.
  public var codes: [(scheme: String, code: String)]
  public var attribution: Attribution
  public var span: TextSpan
  public var sentence: TextSpan
  /// In the order in which the rule declares them.
  public var fields: [Field]
  public var evidence: [Evidence]

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
