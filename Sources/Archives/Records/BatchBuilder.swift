/// The memory into which a stream is read and in which its records stay until the batch is full.
///
/// The block holds the batch's records, then bytes that belong to nothing, then those that are not
/// yet cut, from `pending` to `filled`.
struct BatchBuilder {
  /// Bytes after which a batch of large records is closed.
  static let byteLimit = 4 << 20
  /// Bytes asked for at once, and the least worth asking for.
  private static let readSize = 256 << 10
  private static let leastRoom = 64 << 10

  private var block = ByteBlock()
  private var pending = 0
  private var filled = 0
  private var recordsEnd = 0
  private var entries: [RawEntry] = []
  private var origins: [RecordOrigin] = []
  private var byteCount = 0
  private var index = 0

  var isFull: Bool { entries.count == RecordBatch.standardCount || byteCount >= Self.byteLimit }
  var isEmpty: Bool { entries.isEmpty }
  /// Bytes read and not yet cut.
  var pendingCount: Int { filled - pending }

  /// The bytes that are not yet cut.
  func pendingBytes() -> UnsafeBufferPointer<UInt8> { unsafe block.bytes(pending..<filled) }

  /// Passes bytes that are cut or belong to nothing.
  mutating func advance(_ count: Int) { pending += count }

  /// Reads more behind the pending bytes; false at the end of the source.
  mutating func fill(from source: any ByteSource) throws(ReadFailure) -> Bool {
    makeRoom()
    let end = min(block.capacity, filled + Self.readSize)
    // SAFETY: the source writes within the given space only.
    let count = unsafe try source.read(into: block.space(filled..<end))
    filled += count
    return count > 0
  }

  private mutating func makeRoom() {
    guard block.capacity - filled < Self.leastRoom else { return }
    if pending - recordsEnd >= Self.leastRoom {
      block.move(pending..<filled, to: recordsEnd)
      filled = recordsEnd + filled - pending
      pending = recordsEnd
    } else {
      block.grow(to: block.capacity * 2)
    }
  }

  /// Takes the pending bytes of a range (from the first pending byte) as a record.
  mutating func append(
    _ range: Range<Int>, format: RecordFormat, origin: RecordOrigin, offset: Int, line: Int,
    fault: RecordFault? = nil
  ) {
    let place = pending + range.lowerBound..<pending + range.upperBound
    append(
      at: place, format: format, origin: origin, offset: offset, line: line, fault: fault)
  }

  /// Keeps the first pending bytes for a record that is completed later; gives their place.
  mutating func keep(_ count: Int) -> Range<Int> {
    recordsEnd = pending + count
    return pending..<recordsEnd
  }

  /// Takes a place in the block as a record.
  mutating func append(
    at place: Range<Int>, format: RecordFormat, origin: RecordOrigin, offset: Int, line: Int,
    fault: RecordFault?
  ) {
    if origins.last != origin { origins.append(origin) }
    entries.append(
      RawEntry(
        range: place, format: format, origin: origins.count - 1, offset: offset, line: line,
        fault: fault))
    recordsEnd = max(recordsEnd, place.upperBound)
    byteCount += place.count
  }

  /// Hands the batch over and goes on in fresh memory with what is pending.
  mutating func finish(next: ReadPosition) -> RecordBatch {
    let batch = RecordBatch(
      index: index, byteCount: byteCount, next: next, block: block, entries: entries,
      origins: origins)
    let rest = pending..<filled
    let fresh = ByteBlock(capacity: max(ByteBlock.standardCapacity, rest.count + Self.readSize))
    // SAFETY: the fresh block has room for the rest, and is not shared yet.
    unsafe fresh.space(0..<rest.count).copyMemory(from: UnsafeRawBufferPointer(block.bytes(rest)))
    block = fresh
    (pending, filled, recordsEnd) = (0, rest.count, 0)
    entries.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    byteCount = 0
    index += 1
    return batch
  }
}
