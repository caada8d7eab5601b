/// WARC files: records of a header that says its length, and a block (ISO 28500).
extension RecordCutter {
  /// Bytes within which a header must end.
  private static let headerLimit = 64 << 10

  /// A step: responses are records, the blocks of all others are passed over.
  ///
  /// SAFETY: nothing is kept of the bytes but counts; prefixes are cut by counts that were compared with theirs.
  mutating func cutWARC(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    if passing > 0 {
      if bytes.isEmpty { return isLast ? finishTail(0) : .more }
      let count = min(passing, bytes.count)
      passing -= count
      unsafe pass(bytes, count)
      return .skip(count)
    }
    if isDiscarding { return unsafe discardWARC(bytes, isLast: isLast) }
    if needed == 0 {
      if let blank = unsafe skipBlank(bytes, isLast: isLast) { return blank }
      recordLine = line
      let head = unsafe UnsafeBufferPointer(rebasing: bytes.prefix(Self.headerLimit))
      guard let header = unsafe HeaderLines(head), header.firstLine.hasPrefix("WARC/"),
        let length = header["Content-Length"].flatMap({ Int($0) }), length >= 0, length < 1 << 50
      else { return unsafe cutDamage(bytes, isLast: isLast) }
      guard header["WARC-Type"]?.lowercased() == "response" else {
        passing = header.end + length
        return nil
      }
      needed = header.end + length
    }
    guard bytes.count >= needed else {
      return isLast ? finishTail(bytes.count) : wait(bytes.count)
    }
    return unsafe finishWARC(bytes, needed)
  }

  private mutating func finishWARC(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> Cut {
    unsafe pass(bytes, count)
    needed = 0
    return finish(0..<count, next: count, format: .warc, line: recordLine)
  }

  /// A record that is too large, while it goes by.
  private mutating func discardWARC(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut {
    if bytes.count >= needed { return unsafe finishWARC(bytes, needed) }
    if bytes.isEmpty { return isLast ? finishTail(0) : .more }
    unsafe pass(bytes, bytes.count)
    needed -= bytes.count
    return .discard(bytes.count)
  }

  /// What is no record is cut where the next one seems to begin.
  private mutating func cutDamage(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut {
    let mark = Array("\nWARC/1.".utf8)
    var at = 1
    while let end = unsafe lineEnd(bytes, from: at) {
      if unsafe bytes[end...].starts(with: mark) { return unsafe finishWARC(bytes, end) }
      at = end + 1
    }
    if isLast { return finishTail(bytes.count) }
    return bytes.count < Self.headerLimit ? .more : unsafe finishWARC(bytes, bytes.count)
  }
}
