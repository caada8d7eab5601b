internal import ArabicText
public import Articles
public import Extraction

/// What holds of the layers of every article, whatever valid UTF-8 it is made of.
public struct LayerChecks {
  /// What does not hold, a line each; empty when all is well.
  public private(set) var problems: [String] = []
  private let analysis: Analysis
  private var maps: [TextField: CharacterMap] = [:]

  /// Checks an article.
  ///
  /// - Parameters:
  ///   - orders: orders in which the layers are asked for; all must give the same.
  public init(_ article: Article, knowledge: Knowledge, orders: [[Layer]]) {
    analysis = Analysis(article, knowledge: knowledge)
    for layer in Layer.allCases { layer.ask(analysis) }
    for field in TextField.allCases {
      maps[field] = CharacterMap(article.bytes(of: field))
      checkScan(analysis.text(field))
      checkSentences(analysis.text(field))
    }
    checkItems()
    checkReaders()
    for order in orders {
      let other = Analysis(article, knowledge: knowledge)
      for layer in order { layer.ask(other) }
      for layer in Layer.allCases where !layer.isSame(analysis, other) {
        problems.append("\(layer) depends on the order \(order)")
      }
    }
  }

  private mutating func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
    if !holds, problems.count < 20 { problems.append(message()) }
  }

  // MARK: Folding and tokens

  private mutating func checkScan(_ field: FieldText) {
    let text = field.text
    expect(text.bytes == analysis.article.bytes(of: field.field), "the scan changes the text")
    var last = 0
    for offset in 0...text.folded.count {
      let original = text.original(ofFolded: offset)
      expect(
        original >= last && original <= text.bytes.count,
        "folded \(offset) maps to \(original) behind \(last)")
      last = original
    }
    var end = 0
    var foldedEnd = 0
    for token in text.tokens {
      let place = ByteRange(token.originalStart, token.originalEnd)
      checkSlice("token", Span(field.field, place))
      expect(place.start >= end, "the token at \(place.start) begins before \(end)")
      expect(Int(token.foldedStart) >= foldedEnd, "folded tokens overlap at \(token.foldedStart)")
      end = place.end
      foldedEnd = Int(token.foldedEnd)
      if token.kind != .newline {
        expect(
          text.original(ofFolded: Int(token.foldedStart)) == place.start,
          "the token at \(place.start) begins elsewhere when mapped back")
        expect(
          text.text(token).folded == text.foldedText(token),
          "the token at \(place.start) folds otherwise by itself")
      }
    }
  }

  private mutating func checkSentences(_ field: FieldText) {
    var tokens = 0
    var end = 0
    for sentence in field.sentences {
      let place = ByteRange(sentence.start, sentence.end)
      checkSlice("sentence", Span(field.field, place))
      expect(place.start >= end, "the sentence at \(place.start) begins before \(end)")
      for token in tokens..<max(tokens, sentence.tokens.lowerBound) {
        expect(field.text.tokens[token].kind == .newline, "token \(token) is in no sentence")
      }
      expect(sentence.tokens.lowerBound >= tokens, "sentences share token \(tokens)")
      tokens = sentence.tokens.upperBound
      end = place.end
    }
    for token in tokens..<field.text.tokens.count {
      expect(field.text.tokens[token].kind == .newline, "token \(token) is in no sentence")
    }
  }

  // MARK: Items

  private mutating func checkItems() {
    checkOrder("entities", analysis.entities.map(\.span), apart: true)
    checkOrder("times", analysis.times.map(\.span), apart: true)
    checkOrder("quantities", analysis.quantities.map(\.span), apart: true)
    checkOrder("quotes", analysis.quotes.map(\.span))
    checkOrder("attributions", analysis.attributions.map(\.span))
    checkOrder("duplicates", analysis.duplicates.map(\.first))
    for entity in analysis.entities { checkPart("role", entity.role?.span, of: entity.span) }
    for quote in analysis.quotes {
      checkPart("speaker", quote.speaker, of: quote.span)
      checkPart("cue", quote.cue, of: quote.span)
    }
    for item in analysis.attributions { checkPart("source", item.source, of: item.span) }
    for item in analysis.quantities {
      expect(item.value.isFinite, "the quantity at \(item.span.bytes.start) is \(item.value)")
    }
    for item in analysis.times {
      expect(!item.value.isEmpty, "the time at \(item.span.bytes.start) has no value")
    }
    for pair in analysis.duplicates {
      checkSlice("second", pair.second)
      expect(pair.first < pair.second, "a sentence repeats a later one")
    }
  }

  private mutating func checkOrder(_ layer: String, _ spans: [Span], apart: Bool = false) {
    for span in spans { checkSlice(layer, span) }
    for (a, b) in zip(spans, spans.dropFirst()) {
      expect(a < b || (a == b && !apart), "\(layer) out of order at \(b.bytes.start)")
      if apart, a.field == b.field {
        expect(a.bytes.end <= b.bytes.start, "\(layer) overlap at \(b.bytes.start)")
      }
    }
  }

  /// Outputs give the parts of an item without a field: they lie in the item's own.
  private mutating func checkPart(_ name: String, _ part: Span?, of item: Span) {
    guard let part else { return }
    checkSlice(name, part)
    expect(part.field == item.field, "\(name) at \(part.bytes.start) lies in the other field")
  }

  /// A span holds at least one character, lies within its field on character boundaries, and its
  /// text is the slice.
  private mutating func checkSlice(_ what: String, _ span: Span) {
    guard let map = maps[span.field] else { return }
    guard span.bytes.start < span.bytes.end, let start = map.number(at: span.bytes.start),
      let end = map.number(at: span.bytes.end)
    else {
      return expect(false, "\(what) is no slice: \(span)")
    }
    let text = analysis.textSpan(span)
    expect(
      text.start == start && text.end == end,
      "\(what) at \(span.bytes) is given as \(text.start)..<\(text.end), is \(start)..<\(end)")
    expect(
      text.text.utf8.elementsEqual(map.bytes[span.bytes.start..<span.bytes.end]),
      "\(what) at \(span.bytes) has other words than the slice")
  }

  // MARK: What rules ask for spans

  private mutating func checkReaders() {
    let arguments = ArgumentReader(analysis)
    let cues = analysis.quotes.compactMap(\.cue) + analysis.entities.map(\.span)
    for cue in cues.prefix(200) {
      if let source = analysis.assertion(of: cue).source { checkSlice("asserting source", source) }
      for form in [WordForm.other, .perfect, .verbalNoun] {
        if let subject = arguments.subject(of: cue, form: form) {
          checkSlice("subject", subject.span)
        }
        if let target = arguments.target(of: cue, form: form) { checkSlice("target", target.span) }
      }
      if let place = arguments.place(near: cue) { checkSlice("place", place.span) }
      if let time = arguments.time(near: cue) { checkSlice("time", time.span) }
      for party in arguments.parties(from: cue) { checkSlice("party", party.span) }
    }
  }
}

/// The characters of a text by their bytes, made without the core.
struct CharacterMap {
  let bytes: [UInt8]
  /// For each byte that begins a character its number, and the count at the end; else -1.
  private var numbers: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    numbers = []
    var count = 0
    for byte in bytes {
      if byte & 0xC0 == 0x80 {
        numbers.append(-1)
      } else {
        numbers.append(count)
        count += 1
      }
    }
    numbers.append(count)
  }

  /// The number of the character that begins at an offset; nil within one and outside the text.
  func number(at offset: Int) -> Int? {
    guard numbers.indices.contains(offset), numbers[offset] >= 0 else { return nil }
    return numbers[offset]
  }
}
