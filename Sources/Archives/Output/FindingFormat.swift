public import Articles

/// A text format for findings. Encoding needs no state, so that workers can do it side by side.
public enum FindingFormat: Sendable, Equatable {
  /// One `hilal.finding/1` object a line.
  case jsonLines
  /// RFC 4180 with a header; one column for each of the declared fields.
  case csv(fields: [String])

  /// What stands before the first finding.
  public var header: [UInt8] {
    switch self {
    case .jsonLines: []
    case .csv(let fields): FindingCSV.header(fields)
    }
  }

  /// Appends one finding.
  public func encode(_ finding: Finding, into bytes: inout [UInt8]) {
    switch self {
    case .jsonLines:
      var json = JSONWriter()
      json.finding(finding)
      json.newline()
      bytes.append(contentsOf: json.bytes)
    case .csv(let fields):
      FindingCSV.encode(finding, fields, into: &bytes)
    }
  }
}

/// Where findings go.
public protocol FindingSink: AnyObject {
  /// The format in which workers encode findings for it; nil when it takes the findings themselves.
  var format: FindingFormat? { get }
  /// Bytes written so far, with those of the run that is resumed; 0 for a database.
  var position: Int { get }
  /// What has been written can be found again after a crash: a file or database, not a pipe.
  var isDurable: Bool { get }
  /// So much is held in memory that it should be saved.
  var isFull: Bool { get }
  /// Takes findings, in the order in which they shall stand.
  func write(_ findings: [Finding]) throws(ArchivesError)
  /// Takes findings that a worker has encoded already in ``format``.
  func write(encoded bytes: [UInt8]) throws(ArchivesError)
  /// Brings everything to the disk, and with it the state of the run from which it can go on.
  func save(_ checkpoint: [UInt8]?) throws(ArchivesError)
  /// Nothing comes after: brings everything to its place. `summary` is nil when the run was
  /// interrupted.
  func finish(_ checkpoint: [UInt8]?, summary: [UInt8]?) throws(ArchivesError)
}

/// Findings as text, to a file or a pipe. The checkpoint of a file lies beside it.
public final class TextFindingSink: FindingSink {
  public let format: FindingFormat?
  public let output: ByteOutput
  private let checkpointPath: String?

  public var position: Int { output.position }
  public var isDurable: Bool { checkpointPath != nil }
  public let isFull = false

  /// Writes the header, unless the output goes on where an earlier run stopped.
  ///
  /// - Parameter checkpointPath: where checkpoints go; nil for a pipe.
  public init(
    _ format: FindingFormat, _ output: ByteOutput, checkpointPath: String? = nil
  ) throws(ArchivesError) {
    self.format = format
    self.output = output
    self.checkpointPath = checkpointPath
    if output.position == 0 { try output.write(format.header) }
  }

  public func write(_ findings: [Finding]) throws(ArchivesError) {
    guard let format else { return }
    var bytes: [UInt8] = []
    for finding in findings { format.encode(finding, into: &bytes) }
    try output.write(bytes)
  }

  public func write(encoded bytes: [UInt8]) throws(ArchivesError) { try output.write(bytes) }

  public func save(_ checkpoint: [UInt8]?) throws(ArchivesError) {
    guard let checkpoint, let checkpointPath else { return }
    try output.synchronize()
    try ByteOutput.replace(checkpointPath, with: checkpoint)
  }

  public func finish(_ checkpoint: [UInt8]?, summary: [UInt8]?) throws(ArchivesError) {
    try save(checkpoint)
    try output.close()
  }
}

extension JSONWriter {
  /// A finding in the shape of `hilal.finding/1`.
  public mutating func finding(_ finding: Finding) {
    beginObject()
    key("schema")
    string("hilal.finding/1")
    key("article")
    article(finding.article)
    key("pack")
    string(finding.pack)
    key("version")
    string(finding.version)
    key("rule")
    string(finding.rule)
    key("label")
    string(finding.label)
    key("severity")
    string(finding.severity.rawValue)
    key("score")
    double(finding.score)
    key("codes")
    beginObject()
    for (scheme, code) in finding.codes {
      key(scheme)
      string(code)
    }
    endObject()
    key("attribution")
    beginObject()
    key("polarity")
    string(finding.attribution.polarity)
    key("modality")
    string(finding.attribution.modality)
    key("source")
    string(finding.attribution.source)
    endObject()
    key("span")
    span(finding.span)
    key("sentence")
    span(finding.sentence)
    key("fields")
    beginObject()
    for field in finding.fields {
      key(field.name)
      value(field)
    }
    endObject()
    key("evidence")
    beginArray()
    for evidence in finding.evidence {
      beginObject()
      key("name")
      string(evidence.name)
      members(evidence.span)
      endObject()
    }
    endArray()
    endObject()
  }

  /// A place: `{"field","start","end","text"}`, and `"cut":true` where the text is shortened.
  public mutating func span(_ span: TextSpan) {
    beginObject()
    members(span)
    endObject()
  }

  /// The members of a place, within an object that is open.
  public mutating func members(_ span: TextSpan) {
    key("field")
    string(span.field.rawValue)
    key("start")
    int(span.start)
    key("end")
    int(span.end)
    key("text")
    string(span.text)
    if span.isCut {
      key("cut")
      bool(true)
    }
  }

  private mutating func article(_ article: Finding.ArticleReference) {
    beginObject()
    key("id")
    string(article.id)
    key("date")
    string(article.date)
    key("source")
    string(article.source)
    key("title")
    string(article.title)
    key("url")
    string(article.url)
    endObject()
  }

  /// `code` always stands there, null where unknown; `value` only where there is one. A text that
  /// the rule made has no place: `field`, `start` and `end` are null.
  private mutating func value(_ field: Finding.Field) {
    beginObject()
    key("field")
    string(field.span?.field.rawValue)
    key("text")
    string(field.text)
    key("start")
    if let span = field.span { int(span.start) } else { null() }
    key("end")
    if let span = field.span { int(span.end) } else { null() }
    key("code")
    string(field.code)
    if let value = field.value {
      key("value")
      string(value)
    }
    if !field.items.isEmpty {
      key("items")
      beginArray()
      for item in field.items { self.value(item) }
      endArray()
    }
    endObject()
  }
}
