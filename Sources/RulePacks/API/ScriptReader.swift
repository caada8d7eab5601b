internal import ArabicText
internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// Answers what scripts ask of an article's objects: fields of articles, sentences and spans, and
/// the methods of sentences.
struct ScriptReader {
  /// Items that one list holds at most: bounds what one field costs.
  private static let listLimit = 1000

  let context: ArticleContext
  private var analysis: Analysis { context.analysis }

  init(_ context: ArticleContext) { self.context = context }

  // MARK: Articles

  func field(_ field: ArticleField, _ out: borrowing LuaWriter) {
    let article = analysis.article
    switch field {
    case .id: out.string(article.id)
    case .title: out.string(article.title)
    case .content: out.string(article.content)
    case .date: out.string(article.date)
    case .source: out.string(article.source)
    case .url: out.string(article.url)
    case .author: out.string(article.author)
    case .lang: out.string(article.lang)
    case .duplicateOf: out.string(analysis.duplicateOf)
    case .sentences: sentences(out)
    case .entities: list(analysis.entities.indices, out) { .entity($0) }
    case .times: list(analysis.times.indices, out) { .time($0) }
    case .quantities: list(analysis.quantities.indices, out) { .quantity($0) }
    case .quotes: list(analysis.quotes.indices, out) { .quote($0) }
    case .duplicates: list(context.repeats.indices, out) { .duplicate($0) }
    case .attributions: list(analysis.attributions.indices, out) { .attribution($0) }
    }
  }

  private func sentences(_ out: borrowing LuaWriter) {
    let all = TextField.allCases.flatMap { field in
      analysis.text(field).sentences.indices.map { (field, $0) }
    }.prefix(Self.listLimit)
    out.list(count: all.count)
    for (field, index) in all {
      out.object(kind: ObjectKind.sentence.rawValue, id: UInt64(context.sentence(index, of: field)))
    }
    out.charge(steps: all.count * 5)
  }

  // MARK: Sentences

  func field(_ field: SentenceField, ofUnit number: Int, _ out: borrowing LuaWriter) {
    let unit = context.units[number]
    let span = context.span(ofUnit: number)
    switch field {
    case .text: text(span, out)
    case .index: out.integer(unit.index)
    case .field: out.string(unit.field.rawValue)
    case .article: out.object(kind: ObjectKind.article.rawValue, id: 0)
    case .span: self.span(SpanObject(span: span), out)
    case .words: out.integer(context.words(ofUnit: number).count)
    case .entities:
      list(analysis.entities.indices(within: span) { $0.span }, out) { .entity($0) }
    case .times: list(analysis.times.indices(within: span) { $0.span }, out) { .time($0) }
    case .quantities:
      list(analysis.quantities.indices(within: span) { $0.span }, out) { .quantity($0) }
    case .quotes: list(analysis.quotes.indices(within: span) { $0.span }, out) { .quote($0) }
    case .duplicates:
      list(context.repeats.indices(within: span) { $0.second }, out) { .duplicate($0) }
    case .attributions:
      list(analysis.attributions.indices(within: span) { $0.span }, out) { .attribution($0) }
    }
  }

  /// The items of a provided layer in a unit, of the whole article when there is none; false when the pack knows no
  /// such layer.
  func layer(
    _ name: String, askedBy pack: String, ofUnit number: Int?, _ out: borrowing LuaWriter
  ) -> Bool {
    guard let layer = context.layer(name, askedBy: pack) else { return false }
    let items = context.layers[layer] ?? []
    let range =
      number.map { items.indices(within: context.span(ofUnit: $0)) { $0.span } }
      ?? items.indices
    list(range, out) { .item(layer: layer, $0) }
    return true
  }

  func subject(of span: SpanObject, _ out: borrowing LuaWriter) {
    out.charge(steps: 200)
    mention(context.arguments.subject(of: span.span, form: span.form), out)
  }

  func target(of span: SpanObject, _ out: borrowing LuaWriter) {
    out.charge(steps: 200)
    mention(context.arguments.target(of: span.span, form: span.form), out)
  }

  func place(near span: SpanObject, _ out: borrowing LuaWriter) {
    out.charge(steps: 200)
    mention(context.arguments.place(near: span.span, form: span.form), out)
  }

  /// - Parameter kinds: only these; any where nil.
  func time(
    near span: SpanObject, of kinds: Set<TimeExpression.Kind>?, _ out: borrowing LuaWriter
  ) {
    out.charge(steps: 200)
    guard let time = context.arguments.time(near: span.span, of: kinds) else { return out.null() }
    let index = analysis.times.indices(within: time.span) { $0.span }.first
    self.span(
      SpanObject(span: time.span, payload: index.map { .time($0) } ?? .words), out)
  }

  private func mention(_ mention: Mention?, _ out: borrowing LuaWriter) {
    guard let mention else { return out.null() }
    let payload = mention.entity.map { SpanObject.Payload.entity($0) } ?? .words
    span(SpanObject(span: mention.span, payload: payload, code: mention.code), out)
  }

  /// The noun phrases that are joined from a span on.
  func parties(from span: SpanObject, _ out: borrowing LuaWriter) {
    let parties = context.arguments.parties(from: span.span)
    out.charge(steps: 200 + 100 * parties.count)
    out.list(count: parties.count)
    for party in parties { mention(party, out) }
  }

  /// Where words stand to a span.
  enum Side {
    case before
    case behind
    case within
  }

  /// How many words `before` and `behind` reach from the span: more than sentences have, so that texts
  /// without full stops do not cost their square.
  private static let reach = 200

  /// The words of a unit before, behind or within a span; nil where there are none.
  func words(ofUnit number: Int, _ side: Side, _ span: SpanObject, _ out: borrowing LuaWriter) {
    let unit = context.units[number]
    let text = analysis.text(unit.field).text
    let place = span.span.bytes
    let reached = text.tokenIndex(at: place.start)
    var passed = text.tokenIndex(at: place.end)
    if passed < text.tokens.count, text.tokens[passed].originalStart < place.end { passed += 1 }
    let wanted =
      switch side {
      case .before: max(0, reached - Self.reach)..<reached
      case .behind: passed..<min(text.tokens.count, passed + Self.reach)
      case .within: reached..<max(reached, passed)
      }
    let inside = wanted.clamped(to: unit.tokens)
    out.charge(steps: 20)
    guard span.span.field == unit.field, !inside.isEmpty else { return out.null() }
    let bytes = analysis.text(unit.field).bytes(ofTokens: inside)
    out.object(
      kind: ObjectKind.sentence.rawValue,
      id: UInt64(context.unit(unit.field, inside, bytes, in: number)))
  }

  // MARK: Spans

  func field(_ field: SpanField, ofSpan number: Int, _ out: borrowing LuaWriter) {
    let span = context.spans[number].span
    switch field {
    case .text: text(span, out)
    case .field: out.string(span.field.rawValue)
    case .start: out.integer(analysis.text(span.field).codePoints(before: span.bytes.start))
    case .stop: out.integer(analysis.text(span.field).codePoints(before: span.bytes.end))
    case .polarity: out.string(analysis.assertion(of: span).polarity.rawValue)
    case .modality: out.string(analysis.assertion(of: span).modality.rawValue)
    default: valueField(field, of: context.spans[number], out)
    }
  }

  private func valueField(_ field: SpanField, of object: SpanObject, _ out: borrowing LuaWriter) {
    switch (field, object.payload) {
    case (.code, _): out.string(values(of: object).code)
    case (.value, .quantity(let index)): out.number(analysis.quantities[index].value)
    case (.value, _): out.string(values(of: object).value)
    default: layerField(field, of: object, out)
    }
  }

  private func layerField(_ field: SpanField, of object: SpanObject, _ out: borrowing LuaWriter) {
    switch (field, object.payload) {
    case (.type, .entity(let index)): out.string(analysis.entities[index].kind.rawValue)
    case (.type, .time(let index)): out.string(analysis.times[index].kind.rawValue)
    case (.role, .entity(let index)): out.string(analysis.entities[index].role?.text)
    case (.office, .entity(let index)): words(analysis.entities[index].role?.span, out)
    case (.unit, .quantity(let index)): out.string(analysis.quantities[index].unit)
    case (.approx, .quantity(let index)): out.boolean(analysis.quantities[index].isApproximate)
    case (.kind, .quote(let index)): out.string(analysis.quotes[index].kind.rawValue)
    case (.kind, .quantity(let index)):
      out.string(analysis.isMoney(analysis.quantities[index]) ? Analysis.money : nil)
    case (.speaker, .quote(let index)): words(analysis.quotes[index].speaker, out)
    case (.cue, .quote(let index)): words(analysis.quotes[index].cue, out)
    case (.first, .duplicate(let index)): words(context.repeats[index].first, out)
    case (.source, .attribution(let index)): words(analysis.attributions[index].source, out)
    case (.source, _): words(analysis.assertion(of: object.span).source, out)
    case (.anonymous, .attribution(let index)):
      out.boolean(analysis.attributions[index].isAnonymous)
    case (.cluster, .entity(let index)): out.integer(analysis.entities[index].cluster)
    default: out.null()
    }
  }

  /// A declared field of an item of a provided layer; false when none of that name is declared.
  func item(_ name: String, of object: SpanObject, _ out: borrowing LuaWriter) -> Bool {
    guard case .item(let layer, let index) = object.payload, let items = context.layers[layer]
    else {
      return false
    }
    if let value = items[index].fields.first(where: { $0.name == name })?.value {
      write(value, out)
      return true
    }
    // Declared, but without a value in this item: nil.
    return context.layerFields[layer]?.contains(name) ?? false
  }

  private func write(_ value: RawFinding.Value, _ out: borrowing LuaWriter) {
    switch value {
    case .span(let span, let code, let value):
      self.span(SpanObject(span: span, code: code, value: value), out)
    case .text(let text): out.string(text)
    case .list(let values):
      out.list(count: values.count)
      for value in values { write(value, out) }
    }
  }

  /// Code and value of a span, as a finding's field takes them over.
  func values(of object: SpanObject) -> (code: String?, value: String?) {
    switch object.payload {
    case .entity(let index):
      let entity = analysis.entities[index]
      return (object.code ?? entity.code ?? entity.role?.code, nil)
    case .time(let index): return (nil, analysis.times[index].value)
    case .quantity(let index):
      let quantity = analysis.quantities[index]
      return (analysis.currency(of: quantity), quantity.value.written)
    case .words, .quote, .attribution, .duplicate, .item: return (object.code, object.value)
    }
  }

  // MARK: Writing

  func span(_ object: SpanObject, _ out: borrowing LuaWriter) {
    out.object(kind: ObjectKind.span.rawValue, id: UInt64(context.add(object)))
  }

  private func words(_ span: Span?, _ out: borrowing LuaWriter) {
    if let span { self.span(SpanObject(span: span), out) } else { out.null() }
  }

  /// Bytes of an object's words that are printed at most.
  private static let shownBytes = 400

  /// What `tostring` makes of a span, a sentence or a match: its words.
  func shown(_ object: LuaObject, _ out: borrowing LuaWriter) {
    guard let span = context.span(of: object)?.span else { return out.null() }
    let bytes = analysis.text(span.field).text.bytes[span.bytes.start..<span.bytes.end]
    if bytes.count <= Self.shownBytes { return out.string(bytes) }
    var end = bytes.startIndex + Self.shownBytes
    // No letter is cut in two.
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    out.string(Array(bytes[..<end]) + "…".utf8)
  }

  private func text(_ span: Span, _ out: borrowing LuaWriter) {
    let bytes = analysis.text(span.field).text.bytes
    out.string(bytes[span.bytes.start..<span.bytes.end])
  }

  private func list(
    _ range: Range<Int>, _ out: borrowing LuaWriter, _ payload: (Int) -> SpanObject.Payload
  ) {
    let range = range.prefix(Self.listLimit)
    out.list(count: range.count)
    for index in range {
      let payload = payload(index)
      span(SpanObject(span: place(payload), payload: payload), out)
    }
    out.charge(steps: range.count * 5)
  }

  private func place(_ payload: SpanObject.Payload) -> Span {
    switch payload {
    case .words: Span(.content, ByteRange(0, 0))
    case .entity(let index): analysis.entities[index].span
    case .time(let index): analysis.times[index].span
    case .quantity(let index): analysis.quantities[index].span
    case .quote(let index): analysis.quotes[index].span
    case .duplicate(let index): context.repeats[index].second
    case .attribution(let index): analysis.attributions[index].span
    case .item(let layer, let index):
      context.layers[layer]?[index].span ?? Span(.content, ByteRange(0, 0))
    }
  }
}
