internal import Archives
internal import FoundationEssentials

/// The state of a run between two batches, from which it can go on.
struct Checkpoint: Codable {
  static let schemaName = "hilal.checkpoint/1"

  var schema = Checkpoint.schemaName
  var identity: RunIdentity
  /// Where reading goes on.
  var files: Int
  var records: Int
  /// Bytes of the outputs that belong to what has been read; nil where there is none.
  var output: Int
  var quarantine: Int?
  var seen: Int?
  var tally: Tally
  var isFinished = false

  var position: ReadPosition { ReadPosition(files: files, records: records) }

  var encoded: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Numbers and texts only: there is nothing that JSON could not hold.
    return (try? encoder.encode(self)).map { [UInt8]($0) + [0x0a] } ?? []
  }

  init(
    identity: RunIdentity, position: ReadPosition, output: Int, quarantine: Int?, seen: Int?,
    tally: Tally, isFinished: Bool
  ) {
    self.identity = identity
    files = position.files
    records = position.records
    self.output = output
    self.quarantine = quarantine
    self.seen = seen
    self.tally = tally
    self.isFinished = isFinished
  }

  /// - Throws: `resumeRefused` for what is no checkpoint of this version.
  init(_ bytes: [UInt8], of place: String) throws(ArchivesError) {
    let decoded = try? JSONDecoder().decode(Checkpoint.self, from: Data(bytes))
    guard let decoded, decoded.schema == Self.schemaName else {
      throw ArchivesError(
        .resumeRefused, place: place,
        message: "its checkpoint cannot be read; run without --resume to begin again")
    }
    self = decoded
  }
}

/// All that the ordered writer counts and decides by.
struct Tally: Codable {
  var summary = RunSummary()
  /// By rule.
  var findings: [Int]
  var budgetFailures: [Int]
  var printed: [Int]

  init(rules: Int) {
    findings = Array(repeating: 0, count: rules)
    budgetFailures = findings
    printed = findings
  }
}
