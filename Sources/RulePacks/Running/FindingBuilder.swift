internal import ArabicText
internal import Articles
internal import Extraction

/// Turns raw findings into findings as outputs give them: code points, words, bounds.
struct FindingBuilder {
  /// Bounds of design 4.3, in bytes of UTF-8 but for the sentence (code points).
  enum Bound {
    static let label = 1024
    static let field = 8192
    static let sentence = 4096
    static let findings = 1000
    /// Labels, fields and evidence of a rule on an article together.
    static let words = 1 << 20
    /// What the findings of a pack take in 64 records: they wait in memory until they are written.
    static let pack = 8 << 20
  }

  let analysis: Analysis
  let book: RuleBook
  /// Bounds that cut something, told once each.
  private(set) var cuts: [Cut] = []
  struct Cut: Hashable {
    var rule: Int
    var message: String
  }
  private var known: Set<Cut> = []
  /// Bytes of labels, fields and evidence so far, by rule.
  private var words: [Int: Int] = [:]
  /// Bytes of whole findings in the batch so far, by pack.
  private(set) var written: [Int: Int]

  init(_ analysis: Analysis, _ book: RuleBook, written: [Int: Int] = [:]) {
    self.analysis = analysis
    self.book = book
    self.written = written
  }

  private mutating func note(_ message: String, of rule: Int) {
    let cut = Cut(rule: rule, message: message)
    if known.insert(cut).inserted { cuts.append(cut) }
  }

  /// The finding, as long as those of its rule on the article are within bounds.
  mutating func boundedFinding(_ raw: RawFinding) -> Finding? {
    if words[raw.rule, default: 0] > Bound.words {
      note(
        "more than \(Bound.words >> 20) MiB of labels, fields and evidence were cut", of: raw.rule)
      return nil
    }
    let pack = book.rules[raw.rule].pack
    if written[pack, default: 0] > Bound.pack {
      note(
        "more than \(Bound.pack >> 20) MiB of the pack's findings in 64 records were cut",
        of: raw.rule)
      return nil
    }
    let finding = finding(raw)
    let parts =
      finding.fields.reduce(0) { $0 + $1.size }
      + finding.evidence.reduce(0) { $0 + $1.span.text.utf8.count }
    words[raw.rule, default: 0] += finding.label.utf8.count + parts
    written[pack, default: 0] += finding.frame + finding.label.utf8.count + parts
    return finding
  }

  mutating func finding(_ raw: RawFinding) -> Finding {
    let rule = book.rules[raw.rule]
    let pack = book.packs[rule.pack]
    let article = analysis.article
    return Finding(
      article: Finding.ArticleReference(
        id: article.id, date: article.date, source: article.source,
        title: String(decoding: article.title, as: UTF8.self), url: article.url),
      pack: pack.manifest.name, version: pack.manifest.version, rule: rule.id,
      label: cut(raw.label ?? rule.title, Bound.label, raw.rule, "the label"),
      severity: raw.severity ?? rule.severity, score: raw.score ?? 1,
      codes: raw.codes ?? rule.codes,
      attribution: analysis.attribution(of: raw.span),
      span: cut(analysis.textSpan(raw.span), raw.rule), sentence: sentence(around: raw.span),
      fields: raw.fields.map { field($0.name, $0.value, raw.rule) },
      evidence: raw.evidence.map { name, span in
        Finding.Evidence(name: name, span: cut(analysis.textSpan(span), raw.rule))
      })
  }

  private mutating func field(
    _ name: String, _ value: RawFinding.Value, _ rule: Int
  ) -> Finding.Field {
    switch value {
    case .span(let span, let code, let value):
      let words = cut(analysis.textSpan(span), rule)
      return Finding.Field(name: name, span: words, text: words.text, code: code, value: value)
    case .text(let text):
      return Finding.Field(
        name: name, span: nil, text: cut(text, Bound.field, rule, "the field \(name)"))
    case .list(let values):
      var items: [Finding.Field] = []
      var text = ""
      // Items beyond the bound are not even made: a list may hold one long text a thousand times.
      for value in values where text.utf8.count <= Bound.field {
        let item = field(name, value, rule)
        text += (items.isEmpty ? "" : "؛ ") + item.text
        items.append(item)
      }
      return Finding.Field(
        name: name, span: nil, text: cut(text, Bound.field, rule, "the field \(name)"),
        items: items)
    }
  }

  private mutating func cut(_ text: String, _ limit: Int, _ rule: Int, _ what: String) -> String {
    guard text.utf8.count > limit else { return text }
    note("\(what) is over \(limit) bytes and was cut", of: rule)
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end.samePosition(in: text.unicodeScalars) == nil { text.utf8.formIndex(before: &end) }
    return String(text.unicodeScalars[..<end])
  }

  private mutating func cut(_ span: TextSpan, _ rule: Int) -> TextSpan {
    guard span.text.utf8.count > Bound.field else { return span }
    return TextSpan(
      field: span.field, start: span.start, end: span.end,
      text: cut(span.text, Bound.field, rule, "the span"), isCut: true)
  }

  /// The sentence that holds the span, or the part of it around the span when it is very long.
  private func sentence(around span: Span) -> TextSpan {
    let field = analysis.text(span.field)
    // A span may begin in the blanks before a sentence: then the first one that it reaches counts.
    let sentence =
      field.sentence(at: span.bytes.start).map { field.sentences[$0] }
      ?? field.sentences.first { span.bytes.start <= $0.start && $0.start < span.bytes.end }
    var bytes = sentence.map { ByteRange($0.start, $0.end) } ?? span.bytes
    let limit = Bound.sentence
    if bytes.count <= limit { return field.textSpan(bytes) }
    let whole = field.textSpan(bytes)
    if whole.end - whole.start <= limit { return whole }
    bytes = window(in: bytes, around: span.bytes, limit, field)
    var part = field.textSpan(bytes)
    part.isCut = true
    return part
  }

  /// A window of at most `limit` code points around the span, on character boundaries.
  private func window(
    in sentence: ByteRange, around span: ByteRange, _ limit: Int, _ field: FieldText
  ) -> ByteRange {
    let bytes = field.text.bytes
    let middle = min(max(span.start, sentence.start), sentence.end)
    let isBoundary = { (place: Int) in place == bytes.count || bytes[place] & 0xC0 != 0x80 }
    // What the sentence does not fill behind the span's beginning is given to what stands before.
    let behind = (middle..<sentence.end).lazy.filter(isBoundary).prefix(limit).count
    var start = middle
    var count = 0
    while count < limit - min(behind, limit / 2), start > sentence.start {
      repeat { start -= 1 } while start > sentence.start && !isBoundary(start)
      count += 1
    }
    var end = middle
    while count < limit, end < sentence.end {
      repeat { end += 1 } while end < sentence.end && !isBoundary(end)
      count += 1
    }
    return ByteRange(start, end)
  }
}

extension Finding {
  /// Bytes of what stands in it beside label, fields and evidence, about.
  fileprivate var frame: Int {
    512 + span.text.utf8.count + sentence.text.utf8.count + article.id.utf8.count
      + article.title.utf8.count + (article.url?.utf8.count ?? 0)
  }
}

extension Finding.Field {
  /// Bytes of its text and that of its items, with what names them.
  fileprivate var size: Int {
    text.utf8.count + items.reduce(0) { $0 + 64 + $1.size }
  }
}

extension Analysis {
  /// How a span is asserted and by whom, as findings give it.
  func attribution(of span: Span) -> Finding.Attribution {
    let assertion = assertion(of: span)
    return Finding.Attribution(
      polarity: assertion.polarity.rawValue, modality: assertion.modality.rawValue,
      source: assertion.source.map { words($0) })
  }
}
