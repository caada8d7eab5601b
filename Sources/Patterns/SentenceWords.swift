public import ArabicText
public import Articles
public import Extraction

/// A stretch of words that an atom matches, by word position, with its bytes in the field.
public struct AtomSpan: Sendable, Equatable {
  /// Word positions in the unit, end exclusive.
  public var words: Range<Int>
  /// Original bytes, attached clitics left out (the article stays).
  public var bytes: ByteRange
  public var form: WordForm

  public init(words: Range<Int>, bytes: ByteRange, form: WordForm = .other) {
    self.words = words
    self.bytes = bytes
    self.form = form
  }
}

/// Where layers that packs provide are found.
public protocol LayerSource: AnyObject {
  /// The spans of the layer's items in a field.
  func spans(ofLayer name: String, in field: TextField) -> [Span]
}

/// A unit of text (a sentence, mostly) as patterns see it: its words by position, and for each atom
/// the stretches that it matches, computed when first asked for.
public final class SentenceWords {
  public let analysis: Analysis
  public let field: FieldText
  /// The tokens of the unit.
  public let tokens: Range<Int>
  /// Token index of each word or number.
  public let words: [Int]
  let vocabulary: Vocabulary
  private weak var layers: (any LayerSource)?
  /// Matches of the vocabulary in the field, where they are shared by several units.
  private let shared: FieldTerms?
  /// Matches of the vocabulary by class.
  private(set) lazy var terms = UnitTerms(findTerms())
  private var spans: [Atom: [AtomSpan]] = [:]

  public init(
    _ analysis: Analysis, _ field: FieldText, tokens: Range<Int>, vocabulary: Vocabulary,
    layers: (any LayerSource)?, terms: FieldTerms? = nil
  ) {
    self.analysis = analysis
    self.field = field
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.layers = layers
    shared = terms
    words = tokens.filter {
      field.text.tokens[$0].kind == .word || field.text.tokens[$0].kind == .number
    }
  }

  /// The stretches that an atom matches, ordered by start, then longest first.
  public func spans(of atom: Atom) -> [AtomSpan] {
    if case .terms(let set) = atom {
      guard let number = vocabulary.number(of: set) else { return [] }
      return Array(terms.spans[terms.range(ofClass: number)])
    }
    if let known = spans[atom] { return known }
    let found = find(atom)
    // Layers of packs grow while their providers run.
    if case .layer = atom { return found }
    spans[atom] = found
    return found
  }

  /// The word position of a token, or of the first word after it.
  public func position(ofToken token: Int) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of the words at some positions.
  public func bytes(ofWords range: Range<Int>) -> ByteRange {
    guard let first = range.first, let last = range.last else { return ByteRange(0, 0) }
    return ByteRange(
      field.text.tokens[words[first]].originalStart, field.text.tokens[words[last]].originalEnd)
  }

  private func findTerms() -> [UnitTerms.Item] {
    var found: [UnitTerms.Item] = []
    let terms = shared ?? FieldTerms(field.text, vocabulary)
    var start = 0
    terms.forEachMatch(in: tokens) { match in
      guard match.tokens.upperBound <= tokens.upperBound else { return }
      while words[start] < match.tokens.lowerBound { start += 1 }
      let end =
        match.tokens.count == 1 ? start + 1 : position(ofToken: match.tokens.upperBound)
      let span = AtomSpan(
        words: start..<end, bytes: bytes(of: match), form: Vocabulary.form(of: match.id))
      found.append(UnitTerms.Item(number: Vocabulary.number(of: match.id), span: span))
    }
    return found
  }

  /// Conjunctions and prepositions are left out; the article and the future's س stay, and a word
  /// whose article is merged with ل stays whole.
  private func bytes(of match: TermMatch) -> ByteRange {
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

  private func find(_ atom: Atom) -> [AtomSpan] {
    let analysis = analysis
    let places: [Span]
    switch atom {
    case .terms: return []
    case .entity(let kind, let code):
      places = analysis.entities.lazy.filter { entity in
        (kind == nil || entity.kind == kind)
          && (code.map { entity.code?.hasPrefix($0) == true } ?? true)
      }.map(\.span)
    case .role: places = analysis.entities.compactMap { $0.role?.span }
    case .time(let kind):
      places = analysis.times.lazy.filter { kind == nil || $0.kind == kind }.map(\.span)
    case .quantity(let unit):
      places = analysis.quantities.lazy.filter { unit == nil || $0.unit == unit }.map(\.span)
    case .quote(let kind):
      places = analysis.quotes.lazy.filter { kind == nil || $0.kind == kind }.map(\.span)
    case .layer(let name): places = layers?.spans(ofLayer: name, in: field.field) ?? []
    case .number:
      return words.indices.filter { field.text.tokens[words[$0]].kind == .number }.map {
        AtomSpan(words: $0..<$0 + 1, bytes: bytes(ofWords: $0..<$0 + 1))
      }
    }
    return spans(at: places)
  }

  /// The places that lie in this unit, as word positions.
  private func spans(at places: [Span]) -> [AtomSpan] {
    guard let first = words.first, let last = words.last else { return [] }
    let from = field.text.tokens[first].originalStart
    let to = field.text.tokens[last].originalEnd
    var found: [AtomSpan] = []
    for place in places where place.field == field.field {
      guard place.bytes.start >= from, place.bytes.end <= to, !place.bytes.isEmpty else { continue }
      let start = position(ofToken: field.text.tokenIndex(at: place.bytes.start))
      let end = position(ofToken: field.text.tokenIndex(at: place.bytes.end - 1) + 1)
      if start < end { found.append(AtomSpan(words: start..<end, bytes: place.bytes)) }
    }
    return found.sorted {
      $0.words.lowerBound != $1.words.lowerBound
        ? $0.words.lowerBound < $1.words.lowerBound : $0.words.upperBound > $1.words.upperBound
    }
  }
}
