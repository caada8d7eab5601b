/// The shape of `hilal.finding/1`, which is what `hilal run` writes: what an encoder makes of a finding is read by the same
/// programs.
///
/// Objects of JSON have no order, so a finding that is decoded has its codes and fields in the order of their names, not as the
/// rule declares them.
extension Finding: Codable {
  /// The name of the shape and its version.
  package static let schema = "hilal.finding/1"

  private enum Key: String, CodingKey {
    case schema, article, pack, version, rule, label, severity, score, codes, attribution, span
    case sentence, fields, evidence
  }

  /// - Throws: a `DecodingError` for what is no finding, or one of another version of the shape.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let schema = try values.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: values,
        debugDescription: "this is `\(schema)`, and findings are `\(Self.schema)`")
    }
    let codes = try values.decode([String: String].self, forKey: .codes)
    let fields = try values.decode([String: FieldValue].self, forKey: .fields)
    self.init(
      article: try values.decode(ArticleReference.self, forKey: .article),
      pack: try values.decode(String.self, forKey: .pack),
      version: try values.decode(String.self, forKey: .version),
      rule: try values.decode(String.self, forKey: .rule),
      label: try values.decode(String.self, forKey: .label),
      severity: try values.decode(Severity.self, forKey: .severity),
      score: try values.decode(Double.self, forKey: .score),
      codes: codes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      attribution: try values.decode(Attribution.self, forKey: .attribution),
      span: try values.decode(TextSpan.self, forKey: .span),
      sentence: try values.decode(TextSpan.self, forKey: .sentence),
      fields: fields.sorted { $0.key < $1.key }.map { $0.value.field(named: $0.key) },
      evidence: try values.decode([Evidence].self, forKey: .evidence))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(Self.schema, forKey: .schema)
    try values.encode(article, forKey: .article)
    try values.encode(pack, forKey: .pack)
    try values.encode(version, forKey: .version)
    try values.encode(rule, forKey: .rule)
    try values.encode(label, forKey: .label)
    try values.encode(severity, forKey: .severity)
    try values.encode(score, forKey: .score)
    try values.encode(attribution, forKey: .attribution)
    try values.encode(span, forKey: .span)
    try values.encode(sentence, forKey: .sentence)
    try values.encode(evidence, forKey: .evidence)
    var codes = values.nestedContainer(keyedBy: Name.self, forKey: .codes)
    for (scheme, code) in self.codes { try codes.encode(code, forKey: Name(scheme)) }
    var fields = values.nestedContainer(keyedBy: Name.self, forKey: .fields)
    for field in self.fields { try fields.encode(FieldValue(field), forKey: Name(field.name)) }
  }
}

/// A name that rules choose, as a key.
private struct Name: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

extension Finding.ArticleReference: Codable {
  private enum Key: String, CodingKey { case id, date, source, title, url }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      id: try values.decode(String.self, forKey: .id),
      date: try values.decodeIfPresent(String.self, forKey: .date),
      source: try values.decodeIfPresent(String.self, forKey: .source),
      title: try values.decode(String.self, forKey: .title),
      url: try values.decodeIfPresent(String.self, forKey: .url))
  }

  /// What is not known is null, not left out.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(date, forKey: .date)
    try values.encode(source, forKey: .source)
    try values.encode(title, forKey: .title)
    try values.encode(url, forKey: .url)
  }
}

extension Finding.Attribution: Codable {
  private enum Key: String, CodingKey { case polarity, modality, source }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      polarity: try values.decode(String.self, forKey: .polarity),
      modality: try values.decode(String.self, forKey: .modality),
      source: try values.decodeIfPresent(String.self, forKey: .source))
  }

  /// The source is null where the article itself speaks.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(polarity, forKey: .polarity)
    try values.encode(modality, forKey: .modality)
    try values.encode(source, forKey: .source)
  }
}

extension Finding.Evidence: Codable {
  private enum Key: String, CodingKey { case name }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try values.decode(String.self, forKey: .name), span: try TextSpan(from: decoder))
  }

  /// The name stands among the members of the place.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try span.encode(to: encoder)
  }
}

extension TextSpan: Codable {
  private enum Key: String, CodingKey { case field, start, end, text, cut }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      field: try values.decode(TextField.self, forKey: .field),
      start: try values.decode(Int.self, forKey: .start),
      end: try values.decode(Int.self, forKey: .end),
      text: try values.decode(String.self, forKey: .text),
      isCut: try values.decodeIfPresent(Bool.self, forKey: .cut) ?? false)
  }

  /// `cut` stands there only where the text is shortened.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(field, forKey: .field)
    try values.encode(start, forKey: .start)
    try values.encode(end, forKey: .end)
    try values.encode(text, forKey: .text)
    if isCut { try values.encode(true, forKey: .cut) }
  }
}

/// A field without its name, which is the key that it stands under; the items of a list bear that name too.
private struct FieldValue: Codable {
  var field: TextField?
  var text: String
  var start: Int?
  var end: Int?
  var code: String?
  var value: String?
  var cut: Bool?
  var items: [FieldValue]?

  private enum CodingKeys: String, CodingKey {
    case field, text, start, end, code, value, cut, items
  }

  init(_ given: Finding.Field) {
    field = given.span?.field
    text = given.text
    start = given.span?.start
    end = given.span?.end
    code = given.code
    value = given.value
    cut = given.span?.isCut == true ? true : nil
    items = given.items.isEmpty ? nil : given.items.map(FieldValue.init)
  }

  func field(named name: String) -> Finding.Field {
    var span: TextSpan?
    if let field, let start, let end {
      span = TextSpan(field: field, start: start, end: end, text: text, isCut: cut ?? false)
    }
    return Finding.Field(
      name: name, span: span, text: text, code: code, value: value,
      items: (items ?? []).map { $0.field(named: name) })
  }

  /// A place and a code that are not known are null; the rest is left out.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(field, forKey: .field)
    try values.encode(text, forKey: .text)
    try values.encode(start, forKey: .start)
    try values.encode(end, forKey: .end)
    try values.encode(code, forKey: .code)
    try values.encodeIfPresent(value, forKey: .value)
    try values.encodeIfPresent(cut, forKey: .cut)
    try values.encodeIfPresent(items, forKey: .items)
  }
}
