internal import ArabicText
internal import Archives
internal import Articles
internal import Extraction
internal import RulePacks

/// An analysis in brat's standoff format: the article's text (the title, a line feed, the content) and
/// a line for each annotation, with places in Unicode code points of that text.
///
/// Entities, times, quantities, quotes, attributions and the items of provided layers are text-bound
/// annotations (`T`); speakers, sources and fields are relations (`R`) to the words they name; codes,
/// roles and values are notes (`#`).
struct BratDocument: Sendable {
  let id: String
  let text: [UInt8]
  private(set) var annotations: [UInt8] = []
  /// Code points before the content.
  private let shift: Int
  private var spans = 0
  private var relations = 0
  private var notes = 0

  init(_ analysis: Analysis, layers: [ProvidedLayer]) {
    let article = analysis.article
    id = article.id
    // A line feed in the title would end it.
    text = article.title.map { $0 == 0x0a ? 0x20 : $0 } + [0x0a] + article.content
    shift = String(decoding: article.title, as: UTF8.self).unicodeScalars.count + 1
    addCore(analysis)
    for layer in layers {
      for item in layer.items { add(item, Self.name(layer.name)) }
    }
  }

  private mutating func addCore(_ analysis: Analysis) {
    for entity in analysis.entities {
      let mark = span(entity.kind.rawValue, analysis.textSpan(entity.span))
      note(mark, ["code", "role"], [entity.code, entity.role?.text])
    }
    for time in analysis.times {
      let mark = span(time.kind.rawValue, analysis.textSpan(time.span))
      note(mark, ["value"], [time.value])
    }
    for quantity in analysis.quantities {
      let mark = span("Quantity", analysis.textSpan(quantity.span))
      var value = JSONWriter()
      value.double(quantity.value)
      note(mark, ["value", "unit"], [String(decoding: value.bytes, as: UTF8.self), quantity.unit])
    }
    for quote in analysis.quotes {
      let mark = span("Quote", analysis.textSpan(quote.span))
      note(mark, ["kind"], [quote.kind.rawValue])
      relate("speaker", mark, quote.speaker.map { span("Speaker", analysis.textSpan($0)) })
    }
    for attribution in analysis.attributions {
      let mark = span("Attribution", analysis.textSpan(attribution.span))
      relate("source", mark, attribution.source.map { span("Source", analysis.textSpan($0)) })
    }
  }

  private mutating func add(_ item: Finding, _ type: String) {
    let mark = span(type, item.span)
    note(mark, item.codes.map(\.scheme), item.codes.map(\.code))
    for field in item.fields {
      for part in field.items.isEmpty ? [field] : field.items {
        guard let place = part.span else { continue }
        let words = span("Argument", place)
        note(words, ["code", "value"], [part.code, part.value])
        relate(Self.name(field.name), mark, words)
      }
    }
  }

  // MARK: Lines

  /// A text-bound annotation, in pieces where its words go on over a line's end; gives its name.
  private mutating func span(_ type: String, _ span: TextSpan) -> String {
    spans += 1
    let start = span.start + (span.field == .content ? shift : 0)
    var pieces: [String] = []
    var first = start
    var at = start
    for scalar in span.text.unicodeScalars {
      if scalar == "\n" {
        if at > first { pieces.append("\(first) \(at)") }
        first = at + 1
      }
      at += 1
    }
    if at > first { pieces.append("\(first) \(at)") }
    let words = String(span.text.map { $0.isNewline ? " " : $0 })
    line("T\(spans)\t\(type) \(pieces.joined(separator: ";"))\t\(words)")
    return "T\(spans)"
  }

  private mutating func relate(_ name: String, _ from: String, _ to: String?) {
    guard let to else { return }
    relations += 1
    line("R\(relations)\t\(name) Arg1:\(from) Arg2:\(to)")
  }

  private mutating func note(_ mark: String, _ names: [String], _ values: [String?]) {
    let known = zip(names, values).compactMap { name, value in value.map { "\(name)=\($0)" } }
    if known.isEmpty { return }
    notes += 1
    line("#\(notes)\tAnnotatorNotes \(mark)\t\(known.joined(separator: "; "))")
  }

  private mutating func line(_ text: String) {
    annotations += text.utf8
    annotations.append(0x0a)
  }

  /// A name as brat allows it: letters, digits, `_` and `-`.
  static func name(_ text: String) -> String {
    String(
      text.map { character in
        character.isASCII && (character.isLetter || character.isNumber || character == "-")
          ? character : "_"
      })
  }
}
