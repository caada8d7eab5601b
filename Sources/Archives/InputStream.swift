internal import Articles
internal import Glibc

/// The records of all inputs as one stream: walks, opens, decompresses, cuts.
struct InputStream {
  private var walk: InputWalk
  private let limits: ReadingLimits
  private let encoding: String?
  private let isLines: Bool
  private let filter: InputFilter
  private let cancellation: ReadCancellation
  /// Reading was ended from outside.
  private var isCancelled = false
  private var builder = BatchBuilder()
  private var opener: InputOpener?
  private var member: MemberStream?
  private var position = ReadPosition()
  /// Records still to be passed before the first one wanted.
  private var toPass: Int
  private var finishedBytes = 0

  init(
    walk: InputWalk, limits: ReadingLimits, encoding: String?, isLines: Bool, filter: InputFilter,
    cancellation: ReadCancellation, from start: ReadPosition
  ) {
    self.isLines = isLines
    self.filter = filter
    self.cancellation = cancellation
    self.walk = walk
    self.limits = limits
    self.encoding = encoding
    toPass = start.records
    while position.files < start.files, let step = self.walk.next() {
      position.files += 1
      if case .file(let path, _) = step { finishedBytes += path.regularSize ?? 0 }
    }
  }

  /// Compressed bytes of the inputs read so far.
  var bytesRead: Int { finishedBytes + (opener?.bytesRead ?? 0) }

  mutating func nextBatch() -> RecordBatch? {
    while !builder.isFull, !isCancelled {
      if member != nil {
        readMember()
      } else if !openMember() {
        break
      }
    }
    return builder.isEmpty ? nil : builder.finish(next: position)
  }

  // MARK: Opening

  /// Opens the next member of the current input, or the next input; false at the end of all.
  private mutating func openMember() -> Bool {
    guard let current = opener else { return openInput() }
    switch current.next() {
    case .stream(let source, let origin, let hint):
      member = MemberStream(
        source: source, origin: origin, cutter: RecordCutter(hint: hint, isLines: isLines))
    case .failure(let failure, let origin):
      reject(failure, origin)
    case .end:
      finishedBytes += current.bytesRead
      opener = nil
      position = ReadPosition(files: position.files + 1)
    }
    return true
  }

  private mutating func openInput() -> Bool {
    guard let step = walk.next() else { return false }
    switch step {
    case .file(let path, let isNamed):
      do throws(ReadFailure) {
        opener = try InputOpener(
          path, isNamed: isNamed, limits: limits, encoding: encoding, filter: filter,
          cancellation: cancellation)
      } catch {
        rejectFile(path, error)
      }
    case .unreadable(let path, let failure):
      rejectFile(path, failure)
    }
    return true
  }

  private mutating func rejectFile(_ path: InputPath, _ failure: ReadFailure) {
    reject(failure, RecordOrigin(file: path.name, member: nil))
    position = ReadPosition(files: position.files + 1)
  }

  /// An input or member of which nothing can be read.
  private mutating func reject(_ failure: ReadFailure, _ origin: RecordOrigin) {
    if failure == .cancelled {
      isCancelled = true
      return
    }
    append(0..<0, .json, RecordOrigin(file: origin.file, member: origin.member), 0, 1, failure)
  }

  // MARK: Cutting

  /// Takes one step in the current member.
  private mutating func readMember() {
    guard var current = member else { return }
    defer { if member != nil { member = current } }
    let isSeries = current.cutter.mode == .values
    // SAFETY: the pointer lives until the builder takes or drops bytes, which is the last that any step does with them;
    // the ranges that a cutter gives lie within what it was given. So below.
    let bytes = unsafe builder.pendingBytes()
    switch unsafe current.cutter.next(bytes, isLast: current.isAtEnd) {
    case .record(let range, let next, let format, let line):
      finishRecord(&current, range, format, line, nil)
      advance(&current, next)
    case .tail(let range, let line):
      let words = unsafe Self.tailText(
        UnsafeBufferPointer(rebasing: bytes[range]), isSeries: isSeries)
      finishRecord(
        &current, range, .json, line, ReadFailure(reason: .truncated, message: words))
      advance(&current, range.upperBound)
    case .skip(let count):
      advance(&current, count)
    case .discard(let count):
      unsafe current.oversized?.add(UnsafeBufferPointer(rebasing: bytes[..<count]))
      advance(&current, count)
    case .more:
      fill(&current)
    case .end:
      member = nil
    }
  }

  /// What is wrong with a record that reaches to the end of its input, and what may be lost with it.
  private static func tailText(_ tail: UnsafeBufferPointer<UInt8>, isSeries: Bool) -> String {
    if tail.isEmpty { return "the array is never closed" }
    var below = 0
    var at = 0
    while let end = unsafe lineEnd(tail, from: at), end + 1 < tail.count {
      below += 1
      at = end + 1
    }
    let words = "the input ends in the middle of the record"
    if below == 0 { return words }
    let place =
      ", \(below) \(below == 1 ? "line" : "lines") below its start: all of them are lost with it"
    return words + place
      + (isSeries ? "; where each line is a record of its own, read them with --lines" : "")
  }

  private mutating func advance(_ current: inout MemberStream, _ count: Int) {
    builder.advance(count)
    current.offset += count
  }

  private mutating func fill(_ current: inout MemberStream) {
    if builder.pendingCount > limits.record, current.oversized == nil {
      // Its beginning is kept; the rest goes by and is only hashed.
      let kept = builder.keep(min(builder.pendingCount, Rejection.keptBytes))
      current.oversized = Oversized(
        kept: kept, offset: current.offset, line: current.cutter.pendingLine)
      current.cutter.discardRecord()
      return
    }
    do throws(ReadFailure) {
      if try !builder.fill(from: current.source) { current.isAtEnd = true }
    } catch {
      if error == .cancelled {
        isCancelled = true
        return
      }
      let rest = builder.pendingCount
      let lost = current.origin.member == nil ? "file" : "member"
      let failure = ReadFailure(
        reason: error.reason, message: "\(error.message); the rest of the \(lost) is lost")
      finishRecord(&current, 0..<rest, .json, current.cutter.pendingLine, failure)
      builder.advance(rest)
      member = nil
      opener?.noteDamage()
    }
  }

  /// A record has ended, well or not.
  private mutating func finishRecord(
    _ current: inout MemberStream, _ range: Range<Int>, _ format: RecordFormat, _ line: Int,
    _ failure: ReadFailure?
  ) {
    let bytes = unsafe UnsafeBufferPointer(rebasing: builder.pendingBytes()[range])
    var large = current.oversized
    current.oversized = nil
    if large == nil, range.count > limits.record {
      large = Oversized(
        kept: builder.keep(min(range.count, Rejection.keptBytes)), offset: current.offset,
        line: line)
    }
    guard var large else {
      append(range, format, current.origin, current.offset, line, failure)
      return
    }
    unsafe large.add(bytes)
    let fault = RecordFault(
      reason: .tooLarge,
      message: "the record has \(large.byteCount) bytes, more than \(limits.record); "
        + "raise --max-record if it is sound",
      byteCount: large.byteCount, hash: large.hash)
    guard pass() else { return }
    builder.append(
      at: large.kept, format: format, origin: current.origin, offset: large.offset,
      line: large.line, fault: fault)
  }

  private mutating func append(
    _ range: Range<Int>, _ format: RecordFormat, _ origin: RecordOrigin, _ offset: Int,
    _ line: Int, _ failure: ReadFailure?
  ) {
    guard pass() else { return }
    let fault = failure.map { failure in
      let bytes = unsafe UnsafeBufferPointer(rebasing: builder.pendingBytes()[range])
      return unsafe RecordFault(
        reason: failure.reason, message: failure.message, byteCount: range.count,
        hash: StableHash(of: bytes))
    }
    builder.append(
      range, format: format, origin: origin, offset: offset, line: line, fault: fault)
  }

  /// Counts a record; false if it comes before the first one wanted.
  private mutating func pass() -> Bool {
    position.records += 1
    guard toPass > 0 else { return true }
    toPass -= 1
    return false
  }
}

/// The stream that is being cut.
struct MemberStream {
  let source: any ByteSource
  let origin: RecordOrigin
  var cutter: RecordCutter
  var isAtEnd = false
  /// Of the first pending byte.
  var offset = 0
  var oversized: Oversized?

  init(source: any ByteSource, origin: RecordOrigin, cutter: RecordCutter) {
    self.source = source
    self.origin = origin
    self.cutter = cutter
  }
}

/// A record that is too large, while it goes by.
struct Oversized {
  /// Its beginning, in the batch's block.
  let kept: Range<Int>
  let offset: Int
  let line: Int
  var byteCount = 0
  var hash = StableHash()

  init(kept: Range<Int>, offset: Int, line: Int) {
    self.kept = kept
    self.offset = offset
    self.line = line
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    byteCount += bytes.count
    unsafe hash.update(bytes)
  }
}
