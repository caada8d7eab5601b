internal import Articles

/// Writes what was rejected, one JSON object a line:
/// `{"schema":"hilal.quarantine/1","file","member","offset","line","reason","message","bytes",`
/// `"hash","raw"}`, with `raw_base64` instead of `raw` where the record is not UTF-8. `bytes` and
/// `hash` are those of the whole record, of which at most 64 KiB stand there.
public final class QuarantineWriter {
  private let output: ByteOutput
  /// Records written.
  public private(set) var count = 0

  /// Writes to an output that is open, and that `finish` closes.
  public init(_ output: ByteOutput) { self.output = output }

  /// Takes one record; at most 64 KiB of its bytes are written.
  /// - Throws: `closedPipe` or `output`.
  public func write(_ rejection: Rejection) throws(ArchivesError) {
    var json = JSONWriter()
    json.rejection(rejection)
    json.newline()
    try output.write(json.bytes)
    count += 1
  }

  /// Bytes written so far, with those of the run that is resumed.
  public var position: Int { output.position }

  /// Waits until all is on the disk.
  /// - Throws: `closedPipe` or `output`.
  public func synchronize() throws(ArchivesError) { try output.synchronize() }

  /// Closes the output; nothing can be written after.
  /// - Throws: `closedPipe` or `output`.
  public func finish() throws(ArchivesError) { try output.close() }
}

extension JSONWriter {
  /// A rejected record in the shape of `hilal.quarantine/1`.
  public mutating func rejection(_ rejection: Rejection) {
    beginObject()
    field("schema", "hilal.quarantine/1")
    field("file", rejection.place.file)
    field("member", rejection.place.member)
    field("offset", rejection.place.offset)
    field("line", rejection.place.line)
    field("reason", rejection.reason.rawValue)
    field("message", rejection.message)
    field("bytes", rejection.byteCount)
    field("hash", "fnv1a64:" + rejection.hash.hexadecimal)
    let text = wholeCharacters(rejection.raw, isCut: rejection.byteCount > rejection.raw.count)
    if let text {
      field("raw", Array(text))
    } else {
      field("raw_base64", base64(rejection.raw))
    }
    endObject()
  }
}

/// The bytes if they are UTF-8, without a last character that the cut has gone through.
private func wholeCharacters(_ bytes: [UInt8], isCut: Bool) -> ArraySlice<UInt8>? {
  var text = bytes[...]
  if isCut {
    // At most three bytes of a character can stand before the cut.
    for back in 1...3 where back <= text.count {
      let byte = text[text.endIndex - back]
      guard byte >= 0x80 else { break }
      guard byte >= 0xc0 else { continue }
      let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      if length > back { text = text.dropLast(back) }
      break
    }
  }
  return String(validating: text, as: UTF8.self) == nil ? nil : text
}

/// RFC 4648, with padding.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var value = 0
    for byte in group { value = value << 8 | Int(byte) }
    value <<= (3 - group.count) * 8
    for digit in 0..<4 {
      let isPadding = digit > group.count
      text.append(isPadding ? UInt8(ascii: "=") : alphabet[value >> (18 - 6 * digit) & 63])
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// The bytes of a base64 text; nil when it is none.
func bytes(ofBase64 text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var value = 0
  var bits = 0
  for byte in text.utf8 where byte != UInt8(ascii: "=") {
    let digit: Int
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = Int(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = Int(byte) + 4
    case UInt8(ascii: "+"): digit = 62
    case UInt8(ascii: "/"): digit = 63
    default: return nil
    }
    value = (value << 6 | digit) & 0xffff
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> bits))
    }
  }
  return bytes
}
