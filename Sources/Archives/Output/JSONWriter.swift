/// Writes compact JSON into a byte array: no spaces, keys in the order they are given, text as UTF-8
/// without needless escapes. The same calls give the same bytes everywhere.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.field("id", "7")
///     json.field("scores", [0.9, 1]) { json, score in json.double(score) }
///     json.endObject()
///     json.newline()        // {"id":"7","scores":[0.9,1]}
///
/// Commas are set by itself; that values and keys stand where JSON allows them is the caller's care.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Nothing written yet.
  public init() {}

  /// Forgets what has been written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Opens an object as the next value.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Closes the object that was opened last.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Opens an array as the next value.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Closes the array that was opened last.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The name of the next value; `field` writes both.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A text, of which only `"`, `\` and control characters are escaped.
  public mutating func string(_ text: String) {
    var text = text
    separate()
    // SAFETY: the buffer is read within the closure only.
    text.withUTF8 { utf8 in unsafe appendQuoted(utf8) }
  }

  /// A text as UTF-8, which must be valid.
  public mutating func string(_ utf8: [UInt8]) {
    separate()
    // SAFETY: the buffer is read within the closure only.
    unsafe utf8.withUnsafeBufferPointer { unsafe appendQuoted($0) }
  }

  /// A text, or null for nil.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A whole number.
  public mutating func int(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// The shortest decimal number that reads back as `value` (0.9, not 0.90000001), whole numbers
  /// without a fraction. What is not finite becomes null.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return int(whole) }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// True or false.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// A value that is not there.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value that is JSON already.
  public mutating func raw(_ value: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// An object whose members `body` writes.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// An array with a value for each item.
  public mutating func array<S: Sequence>(
    _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    beginArray()
    for item in items { body(&self, item) }
    endArray()
  }

  /// Ends a line, between two values of JSON Lines.
  public mutating func newline() {
    bytes.append(0x0a)
    needsComma = false
  }

  // MARK: -

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  /// Runs without anything to escape are appended as one.
  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for at in text.indices {
      let byte = unsafe text[at]
      if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { continue }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      appendEscape(byte)
      start = at + 1
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0a: bytes.append(UInt8(ascii: "n"))
    case 0x0c: bytes.append(UInt8(ascii: "f"))
    case 0x0d: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      bytes.append(contentsOf: (byte < 0x10 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    default: bytes.append(byte)
    }
  }
}
