internal import CSimdjson

/// One step in each of the formats. `nil` says that the part has changed and the step is to be
/// taken again.
extension RecordCutter {
  /// JSON Lines: a record is what stands before a line feed, without the space in front.
  mutating func cutLine(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    if scanned == 0, !isDiscarding {
      if let blank = unsafe skipBlank(bytes, isLast: isLast) { return blank }
    }
    if let end = unsafe lineEnd(bytes, from: scanned) {
      defer { line += 1 }
      return finish(0..<end, next: end + 1, line: line)
    }
    return isLast ? finish(0..<bytes.count, next: bytes.count, line: line) : wait(bytes.count)
  }

  /// The elements of an array.
  mutating func cutElement(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    switch part {
    case .between:
      var at = 0
      while at < bytes.count, unsafe isSpace(bytes[at]) || bytes[at] == UInt8(ascii: ",") {
        at += 1
      }
      if at > 0 {
        unsafe pass(bytes, at)
        return .skip(at)
      }
      if bytes.isEmpty { return isLast ? finishTail(0) : .more }
      if unsafe bytes[0] == UInt8(ascii: "]") {
        mode = .start
        return .skip(1)
      }
      unsafe begin(bytes[0])
      return nil
    case .bracketed:
      return unsafe cutBracketed(bytes, isLast: isLast)
    case .broken:
      return unsafe cutBroken(bytes, isLast: isLast)
    case .scalar:
      return unsafe cutScalar(bytes, isLast: isLast)
    }
  }

  /// Objects one after the other, each over several lines; what is none of them ends with its line.
  mutating func cutValue(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    switch part {
    case .between:
      if let blank = unsafe skipBlank(bytes, isLast: isLast) { return blank }
      unsafe begin(bytes[0])
      return nil
    case .bracketed:
      return unsafe cutBracketed(bytes, isLast: isLast)
    case .broken:
      return unsafe cutBroken(bytes, isLast: isLast)
    case .scalar:
      guard let end = unsafe lineEnd(bytes, from: scanned) ?? (isLast ? bytes.count : nil) else {
        return wait(bytes.count)
      }
      return finish(0..<end, next: end, line: recordLine)
    }
  }

  /// Plain text or a page: the whole stream is one record.
  mutating func cutText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: RecordFormat, isLast: Bool
  ) -> Cut? {
    guard isLast else { return wait(bytes.count) }
    mode = .values
    return finish(0..<bytes.count, next: bytes.count, format: format, line: recordLine)
  }

  // MARK: Parts

  mutating func skipBlank(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    var blank = 0
    while blank < bytes.count, unsafe isSpace(bytes[blank]) { blank += 1 }
    if blank > 0 {
      unsafe pass(bytes, blank)
      return .skip(blank)
    }
    return bytes.isEmpty ? (isLast ? .end : .more) : nil
  }

  /// Starts a value by its first byte.
  private mutating func begin(_ first: UInt8) {
    let isBracket = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    part = isBracket ? .bracketed : .scalar
    scan = hj_scan()
    scanned = 0
    recordLine = line
  }

  private mutating func cutBracketed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    guard let base = bytes.baseAddress else { return isLast ? finishTail(0) : .more }
    var stop = HJ_OPEN
    let before = scan.newlines
    // SAFETY: `scanned` bytes have been looked at already; the rest lies within `bytes`.
    let passed = unsafe hj_scan_value(&scan, base + scanned, bytes.count - scanned, &stop)
    line += Int(scan.newlines - before)
    switch stop {
    case HJ_CLOSED:
      let end = scanned + passed
      return finish(0..<end, next: end, line: recordLine)
    case HJ_BROKEN:
      scanned += passed
      part = .broken
      return nil
    default:
      return isLast ? finishTail(bytes.count) : wait(bytes.count)
    }
  }

  /// The value is broken already. If the next line begins like an element, or ends the array, it is
  /// cut here and the others are saved; else the string may have gone on over the line's end.
  private mutating func cutBroken(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    var at = scanned
    while at < bytes.count, unsafe isSpace(bytes[at]) { at += 1 }
    if at == bytes.count, !isDiscarding { return isLast ? finishTail(bytes.count) : .more }
    if at < bytes.count, unsafe bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "]") {
      return finish(0..<scanned, next: scanned, line: recordLine)
    }
    part = .bracketed
    return nil
  }

  /// A number, a word, a string, or rubbish: up to the comma or bracket behind it.
  private mutating func cutScalar(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    for at in scanned..<max(scanned, bytes.count) {
      let byte = unsafe bytes[at]
      let wasEscaped = scan.escaped == 1
      scan.escaped = 0
      if byte == 0x0a {
        line += 1
        scan.in_string = 0
      } else if byte == UInt8(ascii: "\\") {
        scan.escaped = wasEscaped ? 0 : 1
      } else if byte == UInt8(ascii: "\"") {
        scan.in_string ^= wasEscaped ? 0 : 1
      } else if scan.in_string == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
        return finish(0..<at, next: at, line: recordLine)
      }
    }
    return isLast ? finishTail(bytes.count) : wait(bytes.count)
  }

  mutating func finish(
    _ range: Range<Int>, next: Int, format: RecordFormat = .json, line: Int
  ) -> Cut {
    finishRecord()
    return .record(range, next: next, format: format, line: line)
  }

  /// The stream ended within a value, or within an array where nothing is left.
  mutating func finishTail(_ count: Int) -> Cut {
    finishRecord()
    defer { mode = .values }
    return .tail(0..<count, line: count == 0 ? line : recordLine)
  }

  /// Asks for more; what has been scanned is kept for the record, or let go when that is too large.
  mutating func wait(_ count: Int) -> Cut {
    guard isDiscarding else {
      scanned = count
      return .more
    }
    scanned = 0
    return count == 0 ? .more : .discard(count)
  }
}
