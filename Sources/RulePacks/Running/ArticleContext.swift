internal import ArabicText
internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// One article in work: its analysis, the objects that scripts hold of it, and the layers that packs
/// have made so far. Belongs to one worker and ends with the article.
final class ArticleContext: LayerSource {
  let analysis: Analysis
  let vocabulary: Vocabulary
  private(set) var units: [UnitObject] = []
  private(set) var spans: [SpanObject] = []
  private(set) var matches: [MatchObject] = []
  /// The unit of each sentence, plus 1; 0 where nobody has asked for it.
  private var sentences: [TextField: [UInt32]] = [:]
  /// Other units by their place: a paragraph of one sentence is not that sentence.
  private var known: [Span: Int] = [:]
  /// Units as patterns see them, each in the place of its number modulo `keptUnits`.
  private var words = [(unit: Int, words: SentenceWords)?](repeating: nil, count: keptUnits)
  /// So many units are kept as patterns see them, so that memory does not grow with the article.
  private static let keptUnits = 256
  private lazy var titleTerms = FieldTerms(analysis.title.text, vocabulary)
  private lazy var contentTerms = FieldTerms(analysis.content.text, vocabulary)
  /// Items of provided layers, ordered by span once their providers have run.
  private(set) var layers: [LayerID: [RawFinding]] = [:]
  /// Copies are looked for, so that an article without `duplicateOf` is new.
  let knowsCopies: Bool
  private let book: RuleBook
  /// Fields that the rules of each layer declare.
  var layerFields: [LayerID: Set<String>] { book.layerFields }
  /// The article's near-duplicates, ordered by the later sentence.
  private(set) lazy var repeats = analysis.duplicates.sorted {
    $0.second != $1.second ? $0.second < $1.second : $0.first < $1.first
  }
  /// Of the last search that has ended, for the next.
  var searchMemory = SearchMemory()
  private(set) lazy var arguments = ArgumentReader(analysis)

  init(_ analysis: Analysis, _ book: RuleBook) {
    self.analysis = analysis
    self.book = book
    vocabulary = book.vocabulary
    knowsCopies = book.readsCopies
  }

  // MARK: Units

  /// The unit of a sentence.
  func sentence(_ index: Int, of field: TextField) -> Int {
    let all = analysis.text(field).sentences
    let known = sentences[field, default: Array(repeating: 0, count: all.count)][index]
    if known > 0 { return Int(known) - 1 }
    let sentence = all[index]
    let unit = add(
      UnitObject(
        field: field, tokens: sentence.tokens, bytes: ByteRange(sentence.start, sentence.end),
        index: index + 1, whole: nil))
    sentences[field, default: Array(repeating: 0, count: all.count)][index] = UInt32(unit + 1)
    return unit
  }

  /// Another unit; the same place gives the same unit.
  ///
  /// - Parameter whole: a unit that it is cut from.
  func unit(
    _ field: TextField, _ tokens: Range<Int>, _ bytes: ByteRange, in whole: Int? = nil
  ) -> Int {
    let place = Span(field, bytes)
    if let known = known[place] { return known }
    let unit = add(
      UnitObject(
        field: field, tokens: tokens, bytes: bytes, index: 0,
        whole: whole.map { units[$0].whole ?? $0 }))
    known[place] = unit
    return unit
  }

  private func add(_ unit: UnitObject) -> Int {
    units.append(unit)
    return units.count - 1
  }

  /// A unit as patterns see it.
  func words(ofUnit number: Int) -> SentenceWords {
    let place = number % Self.keptUnits
    if let known = words[place], known.unit == number { return known.words }
    let unit = units[number]
    let whole = unit.whole.map { words(ofUnit: $0) }
    let made = SentenceWords(
      analysis, analysis.text(unit.field), tokens: unit.tokens, vocabulary: vocabulary,
      layers: self, terms: unit.field == .title ? titleTerms : contentTerms, whole: whole)
    words[place] = (number, made)
    return made
  }

  // MARK: Spans and matches

  func add(_ span: SpanObject) -> Int {
    spans.append(span)
    return spans.count - 1
  }

  /// How many spans and matches there are.
  var objectCounts: (spans: Int, matches: Int) { (spans.count, matches.count) }

  /// Drops the spans and matches that a call has added since they were counted: objects end with their call.
  func dropObjects(since counts: (spans: Int, matches: Int)) {
    spans.removeSubrange(counts.spans...)
    matches.removeSubrange(counts.matches...)
  }

  /// A match's object, with a span for each capture.
  func add(_ match: PatternMatch, in unit: UnitObject) -> Int {
    let whole = add(SpanObject(span: Span(unit.field, match.bytes)))
    let captures = match.captures.map { capture in
      let span = Span(unit.field, capture.bytes)
      let payload = payload(of: capture.atom, at: span)
      return (capture.name, add(SpanObject(span: span, form: capture.form, payload: payload)))
    }
    matches.append(MatchObject(span: whole, captures: captures))
    return matches.count - 1
  }

  /// What an atom has found at a place: the entity, time, quantity, quote or item of a layer.
  private func payload(of atom: Atom?, at span: Span) -> SpanObject.Payload {
    func index<Item>(_ items: [Item], _ place: (Item) -> Span) -> Int? {
      items.indices(within: span, place).first { place(items[$0]) == span }
    }
    let found: SpanObject.Payload? =
      switch atom {
      case .entity: index(analysis.entities, \.span).map { .entity($0) }
      case .time: index(analysis.times, \.span).map { .time($0) }
      case .quantity: index(analysis.quantities, \.span).map { .quantity($0) }
      case .quote: index(analysis.quotes, \.span).map { .quote($0) }
      case .layer(let name, let pack):
        layer(name, askedBy: pack).flatMap { layer in
          index(layers[layer] ?? [], \.span).map { .item(layer: layer, $0) }
        }
      case .terms, .role, .number, nil: nil
      }
    return found ?? .words
  }

  /// The span behind an object: itself, a match's words, a sentence's.
  func span(of object: LuaObject) -> SpanObject? {
    switch ObjectKind(rawValue: object.kind) {
    case .span: spans[Int(object.id)]
    case .match: spans[matches[Int(object.id)].span]
    case .sentence: SpanObject(span: span(ofUnit: Int(object.id)))
    default: nil
    }
  }

  func span(ofUnit number: Int) -> Span { Span(units[number].field, units[number].bytes) }

  // MARK: Layers

  /// The layer that a pack means by a name; nil when it knows none.
  func layer(_ name: String, askedBy pack: String) -> LayerID? {
    book.layerScopes[pack]?[name]
  }

  func spans(ofLayer name: String, askedBy pack: String, in field: TextField) -> [Span] {
    guard let layer = layer(name, askedBy: pack), let items = layers[layer] else { return [] }
    return items.lazy.map(\.span).filter { $0.field == field }
  }

  /// Whether nobody has made an item of a layer.
  func isEmpty(_ layer: LayerID) -> Bool { layers[layer]?.isEmpty ?? true }

  /// The first tokens of the items of some layers, in the order of the text.
  func places(ofLayers wanted: [LayerID]) -> [(field: TextField, token: Int)] {
    wanted.flatMap { layers[$0] ?? [] }.map(\.span).sorted().map {
      ($0.field, analysis.text($0.field).text.tokenIndex(at: $0.bytes.start))
    }
  }

  /// Adds a rule's results to the layer that it provides, keeping the order.
  func add(_ items: [RawFinding], toLayer layer: LayerID) {
    if items.isEmpty { return }
    layers[layer] = ((layers[layer] ?? []) + items).sorted { $0.span < $1.span }
  }

  /// The items of all layers of a name, whoever provides them.
  func items(ofLayers name: String) -> [RawFinding] {
    book.layerFields.keys.filter { $0.name == name }.sorted { $0.pack < $1.pack }
      .flatMap { layers[$0] ?? [] }.sorted { $0.span < $1.span }
  }
}
