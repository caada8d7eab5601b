internal import Articles

/// A place among the inputs between two records, from which reading can begin again.
public struct ReadPosition: Sendable, Hashable {
  /// Files passed, in the order in which inputs and folders are walked.
  public var files: Int
  /// Records of the next file that are passed.
  public var records: Int

  /// Without arguments: the beginning of the first input.
  public init(files: Int = 0, records: Int = 0) {
    self.files = files
    self.records = records
  }
}

/// A few raw records, cut and not yet parsed, in one piece of memory: cheap to hand to a worker.
///
/// Where one batch ends and the next begins depends on the records alone, not on how they were read.
public final class RecordBatch: Sendable {
  /// Records in a batch, unless they are so large that fewer fill it.
  public static let standardCount = 64

  /// Of the batches of a reader, from 0.
  public let index: Int
  /// Bytes of all its records, as decompressed.
  public let byteCount: Int
  /// Where the record behind the last one stands.
  public let next: ReadPosition

  let block: ByteBlock
  let entries: [RawEntry]
  let origins: [RecordOrigin]

  init(
    index: Int, byteCount: Int, next: ReadPosition, block: ByteBlock, entries: [RawEntry],
    origins: [RecordOrigin]
  ) {
    self.index = index
    self.byteCount = byteCount
    self.next = next
    self.block = block
    self.entries = entries
    self.origins = origins
  }

  /// Records in this batch, from 1 to ``standardCount``.
  public var count: Int { entries.count }

  /// Where a record was found.
  public func place(of record: Int) -> RecordPlace {
    let entry = entries[record]
    let origin = origins[entry.origin]
    return RecordPlace(
      file: origin.file, member: origin.member, offset: entry.offset, line: entry.line)
  }

  /// The quarantine's record of why a record is no article.
  package func rejection(
    of record: Int, _ reason: RejectionReason, _ message: String
  ) -> Rejection {
    let entry = entries[record]
    // SAFETY: the block outlives the pointer: the batch holds it, and what is kept is copied here.
    let bytes = unsafe block.bytes(entry.range)
    let fault = entry.fault
    return unsafe Rejection(
      place: place(of: record), reason: reason, message: message,
      raw: Array(bytes.prefix(Rejection.keptBytes)), byteCount: fault?.byteCount ?? bytes.count,
      hash: fault?.hash ?? StableHash(of: bytes))
  }
}

/// The stream that a record comes from.
struct RecordOrigin: Sendable, Hashable {
  var file: String
  var member: String?
}

/// A raw record within its batch.
struct RawEntry: Sendable {
  /// In the batch's block.
  var range: Range<Int>
  var format: RecordFormat
  /// Among the batch's origins.
  var origin: Int
  var offset: Int
  var line: Int
  /// Known while reading: it cannot be parsed.
  var fault: RecordFault?
}

/// What is wrong with a record that could not be read whole.
struct RecordFault: Sendable {
  var reason: RejectionReason
  var message: String
  /// Of the whole record, of which the block may hold the beginning only.
  var byteCount: Int
  var hash: StableHash
}
