public import ArabicText
public import Articles

/// Words that stand for a party, a place or a time of an event.
public struct Mention: Sendable, Equatable {
  /// The words, in bytes of their field.
  public var span: Span
  /// The code of the entity, or of the office that it holds.
  public var code: String?
  /// The index of the entity in the entities layer, where it is one.
  public var entity: Int?

  /// `span` in bytes; `entity` is an index in `Analysis.entities`, not a cluster.
  public init(span: Span, code: String? = nil, entity: Int? = nil) {
    self.span = span
    self.code = code
    self.entity = entity
  }
}

/// Finds the arguments of an event word in its sentence: who does it, to whom, where, when.
///
/// Every answer looks at no more than `ArgumentWindow.reach` tokens on either side of the word, so
/// that it costs the same in a sentence of any length.
public struct ArgumentReader {
  let analysis: Analysis

  /// Reads nothing until it is asked.
  public init(_ analysis: Analysis) { self.analysis = analysis }

  /// Who does what the word says: the subject of a verb, the genitive or agent of a verbal noun, for
  /// a participle the subject of the clause it belongs to. Nil where that is not sure.
  public func subject(of cue: Span, form: WordForm) -> Mention? {
    guard var window = ArgumentWindow(analysis, around: cue) else { return nil }
    let word = CueWord(window, cue, form)
    if word.isVerb {
      if window.isOtherWord(cue, at: word.token) { return nil }
      window.noteVerb(word.token..<word.end)
    }
    let reader = EventSubjectReader(window, cue: word)
    return reader.subject().map { argument($0, in: cue.field) }
  }

  /// Whom it is done to or said against: the object of a verb, what follows ضد or على, the genitive
  /// of the verbal noun that the word governs.
  public func target(of cue: Span, form: WordForm) -> Mention? {
    guard let window = ArgumentWindow(analysis, around: cue) else { return nil }
    let reader = TargetReader(window, cue: CueWord(window, cue, form))
    return reader.target().map { argument($0, in: cue.field) }
  }

  func argument(_ phrase: PartyPhrase, in field: TextField) -> Mention {
    let entity = phrase.entity.map { analysis.entities[$0] }
    let code = phrase.code ?? entity.flatMap { phrase.isName ? $0.role?.code ?? $0.code : $0.code }
    return Mention(
      span: Span(field, phrase.bytes), code: code, entity: phrase.isName ? phrase.entity : nil)
  }
}
