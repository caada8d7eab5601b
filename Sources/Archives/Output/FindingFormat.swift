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
  /// - Throws: `closedPipe` or `output`.
  func write(_ findings: [Finding]) throws(ArchivesError)
  /// Takes findings that a worker has encoded already in ``format``.
  /// - Throws: `closedPipe` or `output`.
  func write(encoded bytes: [UInt8]) throws(ArchivesError)
  /// Brings everything to the disk, and with it the state of the run from which it can go on.
  /// - Throws: `closedPipe` or `output`.
  func save(_ checkpoint: [UInt8]?) throws(ArchivesError)
  /// Nothing comes after: brings everything to its place. `summary` is nil when the run was
  /// interrupted.
  /// - Throws: `closedPipe` or `output`.
  func finish(_ checkpoint: [UInt8]?, summary: [UInt8]?) throws(ArchivesError)
}

/// Findings as text, to a file or a pipe. The checkpoint of a file lies beside it.
public final class TextFindingSink: FindingSink {
  /// Never nil: text is encoded by the workers.
  public let format: FindingFormat?
  /// Where the text goes; closed by `finish`.
  public let output: ByteOutput
  private let checkpointPath: String?
  private var isNew: Bool

  /// Bytes of text, the header included.
  public var position: Int { output.position }
  /// There is a place for checkpoints: the output is a file.
  public var isDurable: Bool { checkpointPath != nil }
  /// Never: the output writes by itself when its buffer is full.
  public let isFull = false

  /// Begins with the header, unless the output goes on where an earlier run stopped.
  ///
  /// - Parameter checkpointPath: where checkpoints go; nil for a pipe.
  /// - Throws: `closedPipe` or `output` where the header cannot be written.
  public init(
    _ format: FindingFormat, _ output: ByteOutput, checkpointPath: String? = nil
  ) throws(ArchivesError) {
    self.format = format
    self.output = output
    self.checkpointPath = checkpointPath
    isNew = output.position == 0
    if isNew { try output.write(format.header) }
  }

  /// Encodes and writes; nothing is kept but the output's buffer.
  /// - Throws: `closedPipe` or `output`.
  public func write(_ findings: [Finding]) throws(ArchivesError) {
    guard let format else { return }
    var bytes: [UInt8] = []
    for finding in findings { format.encode(finding, into: &bytes) }
    try write(encoded: bytes)
  }

  /// Writes what a worker has encoded in ``format``.
  /// - Throws: `closedPipe` or `output`.
  public func write(encoded bytes: [UInt8]) throws(ArchivesError) {
    try begin()
    try output.write(bytes)
  }

  /// An old checkpoint must never lie beside a new output.
  private func begin() throws(ArchivesError) {
    if isNew, let checkpointPath { try ByteOutput.remove(checkpointPath) }
    isNew = false
  }

  /// Brings the text to the disk, then replaces the checkpoint; does nothing for a pipe or without
  /// one.
  /// - Throws: `closedPipe` or `output`.
  public func save(_ checkpoint: [UInt8]?) throws(ArchivesError) {
    guard let checkpoint, let checkpointPath else { return }
    try begin()
    try output.synchronize()
    try ByteOutput.replace(checkpointPath, with: checkpoint)
  }

  /// Saves and closes; the summary is not written into the text.
  /// - Throws: `closedPipe` or `output`.
  public func finish(_ checkpoint: [UInt8]?, summary: [UInt8]?) throws(ArchivesError) {
    try begin()
    try save(checkpoint)
    try output.close()
  }
}

extension JSONWriter {
  /// A finding in the shape of `hilal.finding/1`.
  public mutating func finding(_ finding: Finding) {
    beginObject()
    field("schema", Finding.schema)
    field("article") { json in
      json.field("id", finding.article.id)
      json.field("date", finding.article.date)
      json.field("source", finding.article.source)
      json.field("title", finding.article.title)
      json.field("url", finding.article.url)
    }
    field("pack", finding.pack)
    field("version", finding.version)
    field("rule", finding.rule)
    field("label", finding.label)
    field("severity", finding.severity.rawValue)
    field("score", finding.score)
    field("codes") { json in
      for (scheme, code) in finding.codes { json.field(scheme, code) }
    }
    field("attribution") { json in
      json.field("polarity", finding.attribution.polarity)
      json.field("modality", finding.attribution.modality)
      json.field("source", finding.attribution.source)
    }
    field("span") { $0.members(finding.span) }
    field("sentence") { $0.members(finding.sentence) }
    field("fields") { json in
      for item in finding.fields { json.field(item.name) { $0.members(item) } }
    }
    field("evidence", finding.evidence) { json, evidence in
      json.object { json in
        json.field("name", evidence.name)
        json.members(evidence.span)
      }
    }
    endObject()
  }

  /// The members of a place, within an object that is open: `field`, `start`, `end`, `text`, and `cut` where the
  /// text is shortened.
  public mutating func members(_ span: TextSpan) {
    field("field", span.field.rawValue)
    field("start", span.start)
    field("end", span.end)
    field("text", span.text)
    if span.isCut { field("cut", true) }
  }

  /// The members of a finding's field. `code` always stands there, null where unknown; `value` and `cut` only where there is one. A text that
  /// the rule made has no place: `field`, `start` and `end` are null.
  private mutating func members(_ item: Finding.Field) {
    field("field", item.span?.field.rawValue)
    field("text", item.text)
    field("start", item.span?.start)
    field("end", item.span?.end)
    field("code", item.code)
    if let value = item.value { field("value", value) }
    if item.span?.isCut == true { field("cut", true) }
    if !item.items.isEmpty {
      field("items", item.items) { json, part in json.object { $0.members(part) } }
    }
  }
}
