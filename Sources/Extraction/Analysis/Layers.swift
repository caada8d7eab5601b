public import Articles

/// A mention of a named person, organisation or place.
public struct Entity: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    /// A place with a government.
    case geopolitical = "GPE"
    case location = "LOC"
    case facility = "FAC"
  }

  /// The name itself, without attached clitics and titles.
  public var span: Span
  /// The tokens that the span touches, in the field's text.
  public var tokens: Range<Int>
  public var kind: Kind
  /// ISO 3166-1 alpha-3 for a country and for its capital where that stands for the government; a
  /// CAMEO-style actor code for bodies.
  public var code: String?
  /// The office that the sentence gives a person.
  public var role: Role?
  /// Mentions of the same thing in the article share a number.
  public var cluster: Int

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

  public init(text: String, span: Span, code: String? = nil) {
    self.text = text
    self.span = span
    self.code = code
  }
}

/// A TIMEX3 expression.
public struct TimeExpression: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  public var span: Span
  public var kind: Kind
  /// The TIMEX3 value, resolved against the article's date.
  public var value: String
  /// For Hijri dates: the Gregorian date.
  public var gregorian: String?

  public init(span: Span, kind: Kind, value: String, gregorian: String? = nil) {
    self.span = span
    self.kind = kind
    self.value = value
    self.gregorian = gregorian
  }
}

/// A counted or measured thing.
public struct Quantity: Sendable, Equatable {
  public var span: Span
  public var value: Double
  /// The counted noun, the currency's noun or `%`; empty where none stands beside the number.
  public var unit: String
  /// The number is given as rough.
  public var isApproximate: Bool

  public init(span: Span, value: Double, unit: String, isApproximate: Bool) {
    self.span = span
    self.value = value
    self.unit = unit
    self.isApproximate = isApproximate
  }
}

/// Reported speech.
public struct Quote: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case direct
    case indirect
  }

  /// What is said, without marks or complementiser.
  public var span: Span
  public var kind: Kind
  /// Who says it, as written near it.
  public var speaker: Span?
  /// The verb or noun of saying.
  public var cue: Span?

  public init(span: Span, kind: Kind, speaker: Span? = nil, cue: Span? = nil) {
    self.span = span
    self.kind = kind
    self.speaker = speaker
    self.cue = cue
  }
}

/// A phrase that names a source: «بحسب المصدر ذاته».
public struct Attribution: Sendable, Equatable {
  public var span: Span
  /// The source, resolved through "the same source" to the one named before.
  public var source: Span?
  public var isAnonymous: Bool

  public init(span: Span, source: Span?, isAnonymous: Bool) {
    self.span = span
    self.source = source
    self.isAnonymous = isAnonymous
  }
}

/// Two sentences of an article that say the same in nearly the same words.
public struct Duplicate: Sendable, Equatable {
  public var first: Span
  public var second: Span

  public init(first: Span, second: Span) {
    self.first = first
    self.second = second
  }
}

/// How a stretch of text is asserted, and by whom.
public struct Assertion: Sendable, Equatable {
  public enum Polarity: String, Sendable {
    case asserted
    case negated
    case denied
  }

  public enum Modality: String, Sendable {
    case fact
    case conditional
    case future
    case wish
    case report
  }

  public var polarity: Polarity
  public var modality: Modality
  /// Who says it; nil when the article itself speaks.
  public var source: Span?

  public init(polarity: Polarity = .asserted, modality: Modality = .fact, source: Span? = nil) {
    self.polarity = polarity
    self.modality = modality
    self.source = source
  }
}
