public import Articles

/// A mention of a named person, organisation or place.
public struct Entity: Sendable, Equatable {
  /// Kinds by the labels of ACE; the raw values are what scripts and outputs have.
  public enum Kind: String, Sendable, CaseIterable {
    /// A named human being.
    case person = "PER"
    /// A body: state organ, party, company, armed group.
    case organization = "ORG"
    /// A place with a government.
    case geopolitical = "GPE"
    /// A place without a government of its own: sea, mountain, region.
    case location = "LOC"
    /// A building or a work of man: airport, port, camp.
    case facility = "FAC"
  }

  /// The name itself, without attached clitics and titles.
  public var span: Span
  /// The tokens that the span touches, in the field's text.
  public var tokens: Range<Int>
  /// What it names, as its words and their surroundings tell.
  public var kind: Kind
  /// ISO 3166-1 alpha-3 for a country and for its capital where that stands for the government; a
  /// CAMEO-style actor code for bodies.
  public var code: String?
  /// The office that the sentence gives a person.
  public var role: Role?
  /// Mentions of the same thing in the article share a number.
  public var cluster: Int

  /// Bytes for `span`, token indices (end exclusive) for `tokens`.
  public init(
    span: Span, tokens: Range<Int>, kind: Kind, code: String? = nil, role: Role? = nil,
    cluster: Int = 0
  ) {
    self.span = span
    self.tokens = tokens
    self.kind = kind
    self.code = code
    self.role = role
    self.cluster = cluster
  }
}

/// An office or title.
public struct Role: Sendable, Equatable {
  /// The resolved office: for «نظيره السوري» the office in full.
  public var text: String
  /// The words it was read from.
  public var span: Span
  /// The office holder's actor code: country and sector, as in RUSGOV.
  public var code: String?

  /// `text` is the office in full, `span` the words as they stand.
  public init(text: String, span: Span, code: String? = nil) {
    self.text = text
    self.span = span
    self.code = code
  }
}

/// A TIMEX3 expression.
public struct TimeExpression: Sendable, Equatable {
  /// The types of TIMEX3 (ISO-TimeML); the raw values are what scripts and outputs have.
  public enum Kind: String, Sendable, CaseIterable {
    /// A day or a longer period of the calendar.
    case date = "DATE"
    /// A time of day, with or without its date.
    case time = "TIME"
    /// A length of time.
    case duration = "DURATION"
    /// A time that recurs.
    case set = "SET"
  }

  /// The whole expression, in bytes of its field.
  public var span: Span
  /// The type, on which the form of `value` depends.
  public var kind: Kind
  /// The TIMEX3 value, resolved against the article's date. A weekday alone is the last one before it, the day itself
  /// included, whatever the tense of its sentence («سيجتمعون يوم السبت»); with المقبل or القادم it is the next.
  public var value: String
  /// For Hijri dates: the Gregorian date.
  public var gregorian: String?

  /// `value` and `gregorian` in the notation of TIMEX3.
  public init(span: Span, kind: Kind, value: String, gregorian: String? = nil) {
    self.span = span
    self.kind = kind
    self.value = value
    self.gregorian = gregorian
  }
}

/// A counted or measured thing.
public struct Quantity: Sendable, Equatable {
  /// The number with its unit, in bytes of its field.
  public var span: Span
  /// The number as it was read, words such as ألف and مليون multiplied in.
  public var value: Double
  /// The counted noun, the currency's noun or `%`; empty where none stands beside the number.
  public var unit: String
  /// The number is given as rough.
  public var isApproximate: Bool

  /// `value` is counted in `unit`, which is empty where there is none.
  public init(span: Span, value: Double, unit: String, isApproximate: Bool) {
    self.span = span
    self.value = value
    self.unit = unit
    self.isApproximate = isApproximate
  }
}

/// Reported speech.
public struct Quote: Sendable, Equatable {
  /// Whether the words are given as they were said.
  public enum Kind: String, Sendable, CaseIterable {
    /// Between quotation marks.
    case direct
    /// Told without marks, mostly after a complementiser such as أن.
    case indirect
  }

  /// What is said, without marks or complementiser.
  public var span: Span
  /// Between marks or told.
  public var kind: Kind
  /// Who says it, as written near it.
  public var speaker: Span?
  /// The verb or noun of saying.
  public var cue: Span?

  /// All places in bytes; nil for a speaker or a cue that was not found.
  public init(span: Span, kind: Kind, speaker: Span? = nil, cue: Span? = nil) {
    self.span = span
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
  }
}

/// A phrase that names a source: «بحسب المصدر ذاته».
public struct Attribution: Sendable, Equatable {
  /// The whole phrase, in bytes of its field.
  public var span: Span
  /// The source, resolved through "the same source" to the one named before.
  public var source: Span?
  /// The source has no name: «مصدر مطلع».
  public var isAnonymous: Bool

  /// `span` is the whole phrase, `source` the words in or before it that name the source.
  public init(span: Span, source: Span?, isAnonymous: Bool) {
    self.span = span
    self.source = source
    self.isAnonymous = isAnonymous
  }
}

/// Two sentences of an article that say the same in nearly the same words.
public struct Duplicate: Sendable, Equatable {
  /// The one that comes first in the article.
  public var first: Span
  /// The later one, which repeats it.
  public var second: Span

  /// The earlier sentence, then the later one, in bytes.
  public init(first: Span, second: Span) {
    self.first = first
    self.second = second
  }
}

/// How a stretch of text is asserted, and by whom.
public struct Assertion: Sendable, Equatable {
  /// Whether what the words say is affirmed.
  public enum Polarity: String, Sendable, CaseIterable {
    /// Neither negated nor denied.
    case asserted
    /// A negation such as لم or لن governs it.
    case negated
    /// Someone says that it is not so: نفى أن, or it is called false.
    case denied
  }

  /// How far what the words say is put forward as real.
  public enum Modality: String, Sendable, CaseIterable {
    /// As having happened or happening; the mildest, taken where nothing else is found.
    case fact
    /// Only if something else comes about.
    case conditional
    /// As to come, planned or possible.
    case future
    /// As wanted, asked for or due.
    case wish
    /// As alleged or claimed (زعم): the article keeps its distance.
    case report
  }

  /// Affirmed, negated or denied.
  public var polarity: Polarity
  /// The strongest that an operator in the clause gives.
  public var modality: Modality
  /// Who says it; nil when the article itself speaks.
  public var source: Span?

  /// Without arguments: what an article states itself, as a fact.
  public init(polarity: Polarity = .asserted, modality: Modality = .fact, source: Span? = nil) {
    self.polarity = polarity
    self.modality = modality
    self.source = source
  }
}
