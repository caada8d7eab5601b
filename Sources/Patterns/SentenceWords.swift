public import ArabicText
public import Articles
public import Extraction

/// A stretch of words that an atom matches, by word position, with its bytes in the field.
public struct AtomSpan: Sendable, Equatable {
  /// Word positions in the unit, end exclusive.
  public var words: Range<Int>
  /// Original bytes, attached clitics left out (the article stays).
  public var bytes: ByteRange
  /// `other` where no term with a form matched.
  public var form: WordForm

  /// Word positions of the unit for `words`, original bytes of its field for `bytes`, ends
  /// exclusive.
  public init(words: Range<Int>, bytes: ByteRange, form: WordForm = .other) {
    self.words = words
    self.bytes = bytes
    self.form = form
  }
}

extension WordForm {
  /// A verb with a subject of its own.
  fileprivate var isFinite: Bool {
    self == .perfect || self == .imperfect || self == .jussive || self == .imperative
  }
}

/// Where layers that packs provide are found.
public protocol LayerSource: AnyObject {
  /// The spans of a layer's items in a field, of the pack that provides it to the one that asks.
  func spans(ofLayer name: String, askedBy pack: String, in field: TextField) -> [Span]
}

/// A unit of text (a sentence, mostly) as patterns see it: its words by position, and for each atom
/// the stretches that it matches, computed when first asked for.
public final class SentenceWords {
  /// Where atoms such as entities and times are looked up.
  public let analysis: Analysis
  /// The field that the unit is part of.
  public let field: FieldText
  /// The tokens of the unit.
  public let tokens: Range<Int>
  /// Number of words.
  public let count: Int
  /// The words of the field, which several units share.
  private let shared: FieldTerms
  /// The number of the unit's first word in the field.
  private let firstWord: Int
  /// The unit that this one was cut from: its terms are looked up for both.
  private let whole: SentenceWords?
  private weak var layers: (any LayerSource)?
  private lazy var ownTerms = UnitTerms(readable(), shared.vocabulary)
  private var spans: [Atom: [AtomSpan]] = [:]

  /// - Parameters:
  ///   - terms: the field's words and terms, where other units share them.
  ///   - whole: a unit that holds this one.
  public init(
    _ analysis: Analysis, _ field: FieldText, tokens: Range<Int>, vocabulary: Vocabulary,
    layers: (any LayerSource)?, terms: FieldTerms? = nil, whole: SentenceWords? = nil
  ) {
    self.analysis = analysis
    self.field = field
    self.tokens = tokens
    self.layers = layers
    self.whole = whole
    shared = terms ?? FieldTerms(field.text, vocabulary)
    firstWord = shared.wordCount(before: tokens.lowerBound)
    count = shared.wordCount(before: tokens.upperBound) - firstWord
  }

  var vocabulary: Vocabulary { shared.vocabulary }

  /// The vocabulary's matches in the unit, or in the one that it was cut from.
  var terms: UnitTerms { whole?.terms ?? ownTerms }

  /// The stretches that an atom matches, ordered by start, then longest first.
  public func spans(of atom: Atom) -> [AtomSpan] {
    if case .terms(let set) = atom {
      guard let number = vocabulary.number(of: set) else { return [] }
      var found: [AtomSpan] = []
      forEachTerm(ofClass: number) { match, words in
        found.append(
          AtomSpan(words: words, bytes: bytes(ofTerm: match), form: form(ofTerm: match)))
      }
      return found
    }
    if let known = spans[atom] { return known }
    let found = find(atom)
    // Layers of packs grow while their providers run.
    if case .layer = atom { return found }
    spans[atom] = found
    return found
  }

  /// The token of a word.
  private func token(ofWord position: Int) -> Int { Int(shared.words[firstWord + position]) }

  /// The bytes of the words at some positions.
  public func bytes(ofWords range: Range<Int>) -> ByteRange {
    guard let first = range.first, let last = range.last else { return ByteRange(0, 0) }
    return ByteRange(
      field.text.tokens[token(ofWord: first)].originalStart,
      field.text.tokens[token(ofWord: last)].originalEnd)
  }

  // MARK: Terms

  /// The terms of the unit without finite verbs where only a noun can stand, and without shortened ones where no verb is
  /// shortened: نقل is "he moved" before it is a form of أقال.
  private func readable() -> [TermMatch] {
    var matches = shared.matches(within: tokens)
    matches.removeAll { match in
      let form = Vocabulary.form(of: match.id)
      let token = match.tokens.lowerBound
      if form.isFinite, field.isGoverned(token) { return true }
      if match.segmentation.clitics.contains(.conjunction) {
        // Short as it is, it stands in many a name: ارس in فارس.
        if form == .imperative, field.isKnownUncut(token) { return true }
        // زير in وزير
        if form.isFinite, field.isOfficeUncut(token) { return true }
      }
      return form == .jussive && !match.segmentation.clitics.contains(.lam)
        && !field.isShortened(token)
    }
    return matches
  }

  /// Whether a term of a class stands in the unit.
  func hasTerm(ofClass number: UInt32) -> Bool {
    hasTerm(ofClass: number, terms)
  }

  /// The same, for one who asks for many classes and has the terms at hand.
  @inline(__always)
  func hasTerm(ofClass number: UInt32, _ terms: UnitTerms) -> Bool {
    var found = false
    terms.forEachMatch(ofClass: number) { match in
      found = holds(match, terms)
      return found
    }
    return found
  }

  /// Calls `body` for the terms of a class in the unit, with the number of each among the terms and the
  /// positions of its words; by start, then longest first.
  func forEachTerm(ofClass number: UInt32, _ body: (_ match: Int, _ words: Range<Int>) -> Void) {
    var last = -1..<(-1)
    let terms = terms
    terms.forEachMatch(ofClass: number) { match in
      if !holds(match, terms) { return false }
      let tokens = terms.matches[match].tokens
      let words =
        shared.wordCount(before: tokens.lowerBound) - firstWord..<shared.wordCount(
          before: tokens.upperBound) - firstWord
      // The same stretch comes again where the word can be cut in several ways.
      if words != last { body(match, words) }
      last = words
      return false
    }
  }

  /// Whether a match of the terms lies in this unit, not only in the one that it was cut from.
  @inline(__always)
  private func holds(_ match: Int, _ terms: UnitTerms) -> Bool {
    guard whole != nil else { return true }
    let place = terms.matches[match].tokens
    return place.lowerBound >= tokens.lowerBound && place.upperBound <= tokens.upperBound
  }

  /// The form of the word that a term matched.
  func form(ofTerm match: Int) -> WordForm { Vocabulary.form(of: terms.matches[match].id) }

  /// Conjunctions and prepositions are left out; the article and the future's س stay, and a word
  /// whose article is merged with ل stays whole.
  func bytes(ofTerm match: Int) -> ByteRange {
    let match = terms.matches[match]
    let text = field.text
    let first = text.tokens[match.tokens.lowerBound]
    let last = text.tokens[match.tokens.upperBound - 1]
    let clitics = match.segmentation.clitics
    var letter = Int(match.segmentation.from)
    if clitics.contains(.article) {
      letter = clitics.contains(.lam) ? (clitics.contains(.conjunction) ? 1 : 0) : letter - 2
    } else if clitics.contains(.future) {
      letter -= 1
    }
    return ByteRange(text.originalOffset(ofLetter: letter, in: first), last.originalEnd)
  }

  // MARK: Layers

  private func find(_ atom: Atom) -> [AtomSpan] {
    let analysis = analysis
    guard count > 0 else { return [] }
    let unit = Span(field.field, bytes(ofWords: 0..<count))
    let places: [Span]
    switch atom {
    case .terms: return []
    case .entity(let kind, let code):
      places = analysis.entities.within(unit) { $0.span }.filter { entity in
        (kind == nil || entity.kind == kind)
          && (code.map { entity.code?.hasPrefix($0) == true } ?? true)
      }.map(\.span)
    case .role: places = analysis.entities.compactMap { $0.role?.span }
    case .time(let kind):
      places = analysis.times.within(unit) { $0.span }.filter { kind == nil || $0.kind == kind }
        .map(\.span)
    case .quantity(let wanted):
      places = analysis.quantities.within(unit) { $0.span }.filter { quantity in
        wanted.map { analysis.isQuantity(quantity, named: $0) } ?? true
      }.map(\.span)
    case .quote(let kind):
      places = analysis.quotes.within(unit) { $0.span }.filter { kind == nil || $0.kind == kind }
        .map(\.span)
    case .layer(let name, let pack):
      places = layers?.spans(ofLayer: name, askedBy: pack, in: field.field) ?? []
    case .number:
      return (0..<count).filter { field.text.tokens[token(ofWord: $0)].kind == .number }.map {
        AtomSpan(words: $0..<$0 + 1, bytes: bytes(ofWords: $0..<$0 + 1))
      }
    }
    return spans(at: places, in: unit)
  }

  /// The places that lie in this unit, as word positions.
  private func spans(at places: [Span], in unit: Span) -> [AtomSpan] {
    var found: [AtomSpan] = []
    for place in places where place.field == field.field {
      guard unit.bytes.contains(place.bytes), !place.bytes.isEmpty else { continue }
      let start = position(ofToken: field.text.tokenIndex(at: place.bytes.start))
      let end = position(ofToken: field.text.tokenIndex(at: place.bytes.end - 1) + 1)
      if start < end { found.append(AtomSpan(words: start..<end, bytes: place.bytes)) }
    }
    return found.sorted {
      $0.words.lowerBound != $1.words.lowerBound
        ? $0.words.lowerBound < $1.words.lowerBound : $0.words.upperBound > $1.words.upperBound
    }
  }

  /// The word position of a token, or of the first word after it.
  private func position(ofToken token: Int) -> Int {
    shared.wordCount(before: token) - firstWord
  }
}

extension Array {
  /// The elements that begin within a unit.
  fileprivate func within(
    _ unit: Span, _ place: (Element) -> Span
  ) -> LazySequence<ArraySlice<Element>> {
    self[indices(within: unit, place)].lazy
  }
}
