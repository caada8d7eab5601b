internal import CSimdjson
internal import Glibc

/// What a raw record is.
enum RecordFormat: Sendable {
  case json
  case text
  case html
  /// A response in a WARC file.
  case warc
}

/// One step of cutting. Places are bytes from the start of the bytes that were given.
enum Cut: Equatable {
  /// A record; the next step begins at `next`.
  case record(Range<Int>, next: Int, format: RecordFormat, line: Int)
  /// The input ended within a record that reaches to the end; an empty one says that an array was
  /// never closed.
  case tail(Range<Int>, line: Int)
  /// The first bytes belong to no record; the next step begins behind them.
  case skip(Int)
  /// The first bytes belong to a record that is too large; the next step begins behind them.
  case discard(Int)
  /// More bytes are needed behind those given.
  case more
  case end
}

/// Cuts a stream of bytes into raw records, without parsing them.
///
/// The format is read off the bytes:
/// - `[` and the start of a value (or `]`): an array, cut into its elements, objects or not.
/// - `{`: JSON Lines if the first line holds a whole object, breaks off within a string (a bare line
///   feed cannot stand in one), or if the next begins with a `{` that cannot go on with it; else
///   objects that run over several lines, cut where their brackets close.
/// - `WARC/`: the responses among its records.
/// - HTML's first words, or a name that ends in `.html`: a page, one record.
/// - anything else: JSON Lines if the name says so or the second line begins with `{"`; else plain
///   text, one record.
///
/// Where an array ends, the rest is read afresh, so that files put behind each other are read
/// whole. The cutter holds no bytes: it is given those that are not yet cut and says how far it got;
/// it gives the same records however the stream falls into pieces.
struct RecordCutter {
  enum Mode: Equatable {
    case start
    case lines
    case array
    case values
    case warc
    case text(RecordFormat)
  }

  /// What is being scanned within an array or a series of values.
  enum Part {
    case between
    case bracketed
    /// Behind a line on which a string of a bracketed value was not closed.
    case broken
    case scalar
  }

  /// What the name says, asked only where the content can be read in two ways.
  let hint: NameHint
  /// Every line is a record, whatever the first bytes look like.
  let isLines: Bool
  var mode = Mode.start
  var part = Part.between
  /// Whether an array has been read already: what follows is no plain text then.
  var hasBegun = false
  /// Bytes of the current record that need not be looked at again.
  var scanned = 0
  var scan = hj_scan()
  /// The line of the first byte that has not been passed, from 1.
  var line = 1
  /// The line on which the current record starts.
  var recordLine = 1
  private(set) var isDiscarding = false
  /// Of a WARC record that is not wanted: bytes still to be passed.
  var passing = 0
  /// Of a WARC record that is wanted: bytes from its start, or those left of it when it is too large;
  /// 0 before its header has been read.
  var needed = 0

  init(hint: NameHint = .none, isLines: Bool = false) {
    self.hint = hint
    self.isLines = isLines
  }

  /// Takes the next step over `bytes`, which begin where the last step said; `isLast` when nothing
  /// follows them.
  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut {
    while true {
      let step: Cut?
      switch mode {
      case .start: step = unsafe start(bytes, isLast: isLast)
      case .lines: step = unsafe cutLine(bytes, isLast: isLast)
      case .array: step = unsafe cutElement(bytes, isLast: isLast)
      case .values: step = unsafe cutValue(bytes, isLast: isLast)
      case .warc: step = unsafe cutWARC(bytes, isLast: isLast)
      case .text(let format): step = unsafe cutText(bytes, format, isLast: isLast)
      }
      if let step { return step }
    }
  }

  /// The current record is too large: from now on its bytes are discarded as they are scanned.
  mutating func discardRecord() {
    if mode == .start {
      mode = .lines
      scanned = 0
    }
    isDiscarding = true
  }

  /// The line on which the bytes that are not yet cut start.
  var pendingLine: Int {
    switch mode {
    case .lines: line
    case .start, .text, .warc: recordLine
    case .array, .values: part == .between ? line : recordLine
    }
  }

  mutating func finishRecord() {
    scanned = 0
    part = .between
    isDiscarding = false
  }

  /// Counts the lines of the first `count` bytes.
  mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) {
    for at in 0..<count where unsafe bytes[at] == 0x0a { line += 1 }
  }
}

// MARK: Recognition

extension RecordCutter {
  /// Decides on a mode.
  private mutating func start(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Cut? {
    let blank = unsafe blankCount(bytes, isLast: isLast)
    if blank > 0 {
      unsafe pass(bytes, blank)
      return .skip(blank)
    }
    if bytes.isEmpty { return isLast ? .end : .more }
    if !isLast, bytes.count < 16 { return .more }
    recordLine = line
    guard let decision = unsafe isLines ? .lines : recognise(bytes, isLast: isLast) else {
      return .more
    }
    scanned = 0
    mode = decision
    guard case .array = decision else { return nil }
    hasBegun = true
    return .skip(1)
  }

  /// White space and byte-order marks at the start.
  private func blankCount(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
    var at = 0
    while at < bytes.count {
      if unsafe isSpace(bytes[at]) {
        at += 1
      } else if unsafe bytes.count >= at + 3 && bytes[at] == 0xef && bytes[at + 1] == 0xbb
        && bytes[at + 2] == 0xbf
      {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  /// The mode that the first bytes speak for; nil while they are too few.
  private mutating func recognise(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Mode? {
    switch unsafe bytes[0] {
    case UInt8(ascii: "["):
      var second = 1
      while second < bytes.count, unsafe isSpace(bytes[second]) { second += 1 }
      if hint == .lines, !hasBegun { return .lines }
      guard second < bytes.count else { return isLast ? .array : nil }
      let begins = unsafe startsValue(bytes[second])
      let isPlain = unsafe hint == .text && bytes[second] != UInt8(ascii: "{")
      return begins && !isPlain ? .array : hasBegun ? .values : plain
    case UInt8(ascii: "{"):
      return unsafe recogniseObject(bytes, isLast: isLast)
    default:
      if hasBegun { return .values }
      if hint == .lines { return .lines }
      return unsafe recogniseText(bytes, isLast: isLast)
    }
  }

  private mutating func recogniseObject(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) -> Mode? {
    guard let end = unsafe lineEnd(bytes, from: scanned) ?? (isLast ? bytes.count : nil) else {
      scanned = bytes.count
      return nil
    }
    var scan = hj_scan()
    var stop = HJ_OPEN
    // SAFETY: the first line lies within `bytes`.
    unsafe hj_scan_value(&scan, bytes.baseAddress, end, &stop)
    if stop == HJ_CLOSED || scan.in_string == 1 || end == bytes.count { return .lines }
    // A line may be broken off anywhere. Then an object follows where none can stand: in an object it can behind a colon
    // alone, in an array behind a comma or the opening bracket too, and what is open deeper inside is not known.
    var last = end - 1
    while last > 0, unsafe isSpace(bytes[last]) { last -= 1 }
    var next = end
    while next < bytes.count, unsafe isSpace(bytes[next]) { next += 1 }
    guard next < bytes.count else { return isLast ? .values : nil }
    let behind = unsafe bytes[last]
    let mayFollow =
      behind == UInt8(ascii: ":")
      || scan.depth > 1 && (behind == UInt8(ascii: ",") || behind == UInt8(ascii: "["))
    return unsafe bytes[next] == UInt8(ascii: "{") && !mayFollow ? .lines : .values
  }

  private mutating func recogniseText(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) -> Mode? {
    let probe = 1 << 16
    if unsafe begins(bytes, with: "WARC/") { return .warc }
    if hint == .page { return .text(.html) }
    if unsafe bytes[0] == UInt8(ascii: "<") {
      if !isLast, bytes.count < 1024 { return nil }
      if unsafe looksLikePage(bytes) { return .text(.html) }
    }
    // The first lines decide, however the bytes arrive: beyond the probe nothing is looked at.
    let seen = unsafe UnsafeBufferPointer(rebasing: bytes.prefix(probe))
    let isWhole = isLast || bytes.count >= probe
    guard var at = unsafe lineEnd(seen, from: 0) else { return isWhole ? plain : nil }
    while at < seen.count, unsafe isSpace(seen[at]) { at += 1 }
    guard at + 1 < seen.count else { return isWhole ? plain : nil }
    let isObject = unsafe seen[at] == UInt8(ascii: "{") && seen[at + 1] == UInt8(ascii: "\"")
    return isObject ? .lines : plain
  }

  /// What begins as nothing else does: plain text, but under a name that promises JSON one record that is broken.
  private var plain: Mode { .text(hint == .json ? .json : .text) }
}

// MARK: Bytes

/// JSON's white space.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }

/// Whether a JSON value, or the end of an empty array, can begin with the byte.
private func startsValue(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""),
    UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"),
    UInt8(ascii: "f"), UInt8(ascii: "n"):
    true
  default: false
  }
}

/// The place of the next line feed.
func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  guard start < bytes.count, let base = bytes.baseAddress else { return nil }
  // SAFETY: memchr looks at the bytes from `start` to the end only.
  guard let found = unsafe memchr(base + start, 0x0a, bytes.count - start) else { return nil }
  return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// Whether a root element of HTML stands among the first bytes, behind comments or XML's declaration.
private func looksLikePage(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for at in 0..<min(bytes.count, 1024) where unsafe bytes[at] == UInt8(ascii: "<") {
    let rest = unsafe UnsafeBufferPointer(rebasing: bytes[at...])
    if unsafe begins(rest, with: "<!doctype html") || begins(rest, with: "<html") { return true }
  }
  return false
}

/// Whether the bytes begin with an ASCII text, in capitals or not.
private func begins(_ bytes: UnsafeBufferPointer<UInt8>, with text: StaticString) -> Bool {
  guard bytes.count >= text.utf8CodeUnitCount else { return false }
  for at in 0..<text.utf8CodeUnitCount {
    // SAFETY: a static string's bytes live for ever; `at` is below its count.
    let wanted = unsafe text.utf8Start[at] | 0x20
    if unsafe bytes[at] | 0x20 != wanted { return false }
  }
  return true
}
