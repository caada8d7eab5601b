public import ArabicText
public import Articles

/// An article with its layers, each computed when first read and never twice.
///
/// Belongs to one worker; nothing in it is shared.
public final class Analysis {
  /// The article as it was read.
  public let article: Article
  /// The id of the first article of the archive that this one repeats, where copies were looked for.
  public let duplicateOf: String?
  /// The lexicons that all layers are read with.
  public let knowledge: Knowledge
  /// The headline's text.
  public let title: FieldText
  /// The body's text.
  public let content: FieldText

  // The layers, each in the order of its spans: title before content, then by start.
  /// Named persons, organisations and places.
  public private(set) lazy var entities: [Entity] = EntityExtractor(self).entities()
  /// TIMEX3 expressions, resolved against the article's date.
  public private(set) lazy var times: [TimeExpression] = TimeExtractor(self).times()
  /// Numbers with what they count.
  public private(set) lazy var quantities: [Quantity] = QuantityExtractor(self).quantities()
  /// Direct and indirect speech.
  public private(set) lazy var quotes: [Quote] = QuoteExtractor(self).quotes()
  /// Phrases that name a source.
  public private(set) lazy var attributions: [Attribution] =
    AttributionExtractor(self).attributions()
  /// Pairs of sentences that say the same.
  public private(set) lazy var duplicates: [Duplicate] = DuplicateExtractor(self).duplicates()

  // What quotes, attributions and assertions are read from.
  private lazy var titleSpeech = SpeechField(self, .title)
  private lazy var contentSpeech = SpeechField(self, .content)
  /// Rules ask for polarity, modality and source of a span one after the other.
  private var lastAssertion: (span: Span, assertion: Assertion)?
  // What times and quantities are read from.
  private lazy var titleNumbers = NumericField(title, knowledge.numeric)
  private lazy var contentNumbers = NumericField(content, knowledge.numeric)

  // What the arguments of events are read from.
  private lazy var titleArguments = ArgumentField(self, title)
  private lazy var contentArguments = ArgumentField(self, content)

  /// Scans both texts; no layer is computed yet.
  public init(_ article: Article, knowledge: Knowledge) {
    self.article = article
    duplicateOf = nil
    self.knowledge = knowledge
    title = FieldText(.title, TokenizedText(article.title), knowledge)
    content = FieldText(.content, TokenizedText(article.content), knowledge)
  }

  /// Takes over texts that were scanned already.
  public init(
    _ article: Article, title: TokenizedText, content: TokenizedText, knowledge: Knowledge,
    duplicateOf: String? = nil
  ) {
    self.article = article
    self.duplicateOf = duplicateOf
    self.knowledge = knowledge
    self.title = FieldText(.title, title, knowledge)
    self.content = FieldText(.content, content, knowledge)
  }

  /// The prepared text of one of the two fields.
  public func text(_ field: TextField) -> FieldText {
    switch field {
    case .title: title
    case .content: content
    }
  }

  /// A field prepared for reading reported speech.
  func speech(_ field: TextField) -> SpeechField {
    switch field {
    case .title: titleSpeech
    case .content: contentSpeech
    }
  }

  /// A field prepared for reading numbers and times.
  func numbers(_ field: TextField) -> NumericField {
    switch field {
    case .title: titleNumbers
    case .content: contentNumbers
    }
  }

  /// A field prepared for reading the arguments of events.
  func argumentWords(_ field: TextField) -> ArgumentField {
    switch field {
    case .title: titleArguments
    case .content: contentArguments
    }
  }

  /// How a span is asserted, and by whom.
  public func assertion(of span: Span) -> Assertion {
    if let known = lastAssertion, known.span == span { return known.assertion }
    let assertion = AssertionReader(self).assertion(of: span)
    lastAssertion = (span, assertion)
    return assertion
  }

  /// A span as outputs give it.
  public func textSpan(_ span: Span) -> TextSpan { text(span.field).textSpan(span.bytes) }

  /// A span's code points in its field.
  public func codePoints(_ span: Span) -> Range<Int> { text(span.field).codePoints(span.bytes) }

  /// A span's words.
  public func words(_ span: Span) -> String {
    text(span.field).text.string(from: span.bytes.start, to: span.bytes.end)
  }
}
