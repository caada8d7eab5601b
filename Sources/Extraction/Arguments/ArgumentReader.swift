public import ArabicText
public import Articles

/// Words that stand for a party, a place or a time of an event.
public struct Mention: Sendable, Equatable {
  public var span: Span
  /// The code of the entity, or of the office that it holds.
  public var code: String?
  /// The index of the entity in the entities layer, where it is one.
  public var entity: Int?

  public init(span: Span, code: String? = nil, entity: Int? = nil) {
    self.span = span
    self.code = code
    self.entity = entity
  }
}

/// Finds the arguments of an event word in its sentence: who does it, to whom, where, when.
public struct ArgumentReader {
  private let analysis: Analysis

  public init(_ analysis: Analysis) { self.analysis = analysis }

  /// Who does what the word says: the subject of a verb, the genitive or agent of a verbal noun.
  public func subject(of cue: Span, form: WordForm) -> Mention? { nil }

  /// Whom it is done to or said against.
  public func target(of cue: Span, form: WordForm) -> Mention? { nil }

  /// The place nearest to the word, with direction words around it (شمال سوريا).
  public func place(near cue: Span) -> Mention? { nil }

  /// The expression of time nearest to the word.
  public func time(near cue: Span) -> TimeExpression? { nil }
}
