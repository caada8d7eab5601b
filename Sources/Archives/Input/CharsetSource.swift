internal import Glibc

/// A character set of the system's iconv, as a converter to UTF-8.
// SAFETY: the descriptor is opened in init, closed in deinit, and used by one thread at a time.
@safe final class CharsetConverter {
  private let descriptor: iconv_t

  /// `nil` for a name that iconv does not know.
  init?(_ name: String) {
    // SAFETY: both names are NUL-terminated for the duration of the call.
    guard let descriptor = unsafe iconv_open("UTF-8", name),
      unsafe descriptor != iconv_t(bitPattern: -1)
    else { return nil }
    unsafe self.descriptor = descriptor
  }

  deinit { unsafe iconv_close(descriptor) }

  /// What may be meant by a name that iconv does not know: `windows-1256` and `ISO-8859-6` by another word or hyphen, as
  /// in `cp-1256`, `win1256` or `iso8859_6`.
  static func names(like name: String) -> [String] {
    let parts = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined()
    let digits = String(parts.filter(\.isNumber))
    if parts.lowercased().hasPrefix("iso"), digits.hasPrefix("8859") {
      return ["ISO-8859-\(digits.dropFirst(4))"]
    }
    return ["windows-\(digits)", "UTF-\(digits)", parts].filter { !$0.isEmpty }
  }

  /// Converts as much of `input` as is whole, appending to `output`. What is no character of the set
  /// becomes the byte FF, which no UTF-8 holds, so that only the record around it is lost.
  /// Returns the bytes used; fewer than given when the end is an incomplete character.
  func convert(_ input: inout [UInt8], into output: inout [UInt8], unit: Int) -> Int {
    var used = 0
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while used < input.count {
      let (taken, made, code) = step(&input, from: used, into: &chunk)
      used += taken
      output.append(contentsOf: chunk[..<made])
      switch code {
      case 0, E2BIG: continue
      case EILSEQ:
        output.append(0xff)
        used = min(input.count, used + unit)
      default: return used
      }
    }
    return used
  }

  private func step(
    _ input: inout [UInt8], from start: Int, into chunk: inout [UInt8]
  ) -> (taken: Int, made: Int, code: Int32) {
    // SAFETY: iconv moves the pointers only within the lengths given with them, which are those of
    // the two arrays from `start` and from 0.
    unsafe input.withUnsafeMutableBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress.map {
          unsafe ($0 + start).assumingMemoryBound(to: CChar.self)
        }
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var fromLeft = source.count - start
        var toLeft = target.count
        let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        let code = result == -1 ? errno : 0
        return (source.count - start - fromLeft, target.count - toLeft, code)
      }
    }
  }
}

/// A text in a character set of two or four bytes a unit, as UTF-8.
final class CharsetSource: ByteSource {
  private let upstream: any ByteSource
  private let converter: CharsetConverter
  private let unit: Int
  private var raw: [UInt8] = []
  private var converted: [UInt8] = []
  private var served = 0
  private var isAtEnd = false

  init(_ upstream: any ByteSource, _ converter: CharsetConverter, unit: Int) {
    self.upstream = upstream
    self.converter = converter
    self.unit = unit
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    while served == converted.count {
      if isAtEnd { return 0 }
      try convertMore()
    }
    let count = min(buffer.count, converted.count - served)
    // SAFETY: the buffer holds at least `count` bytes.
    unsafe buffer.copyBytes(from: converted[served..<served + count])
    served += count
    return count
  }

  private func convertMore() throws(ReadFailure) {
    served = 0
    converted.removeAll(keepingCapacity: true)
    let kept = raw.count
    raw.append(contentsOf: repeatElement(0, count: 64 << 10))
    var got = 0
    var failure: ReadFailure?
    // SAFETY: upstream writes within the array's buffer.
    unsafe raw.withUnsafeMutableBytes { bytes in
      do throws(ReadFailure) {
        got = unsafe try upstream.read(
          into: UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
      } catch { failure = error }
    }
    raw.removeSubrange((kept + got)...)
    if let failure { throw failure }
    let used = converter.convert(&raw, into: &converted, unit: unit)
    raw.removeSubrange(..<used)
    if got == 0 {
      isAtEnd = true
      if !raw.isEmpty { converted.append(0xff) }
    }
  }
}

/// A character set that a byte-order mark names, other than UTF-8, and the bytes of its units. The
/// mark itself becomes one of UTF-8, which the cutter passes over.
func markedCharset(_ head: [UInt8]) -> (name: String, unit: Int)? {
  if head.starts(with: [0xff, 0xfe, 0, 0]) { return ("UTF-32LE", 4) }
  if head.starts(with: [0, 0, 0xfe, 0xff]) { return ("UTF-32BE", 4) }
  if head.starts(with: [0xff, 0xfe]) { return ("UTF-16LE", 2) }
  if head.starts(with: [0xfe, 0xff]) { return ("UTF-16BE", 2) }
  return nil
}

/// The character set of a text of wide units without a mark, read off its first two characters: JSON
/// and pages begin in ASCII (RFC 4627, section 3).
func unmarkedCharset(_ head: [UInt8]) -> (name: String, unit: Int)? {
  guard head.count >= 4, let opener = head.first(where: { $0 != 0 }),
    "{[<".utf8.contains(opener)
  else { return nil }
  switch head.prefix(4).map({ $0 != 0 }) {
  case [true, false, true, false]: return ("UTF-16LE", 2)
  case [false, true, false, true]: return ("UTF-16BE", 2)
  case [true, false, false, false]: return ("UTF-32LE", 4)
  case [false, false, false, true]: return ("UTF-32BE", 4)
  default: return nil
  }
}

/// The bytes of a character set's units where these are more than one. Sets of single bytes leave
/// ASCII as it is, so that records can be cut first and converted one by one; these cannot.
func unitWidth(_ name: String) -> Int? {
  let upper = name.uppercased()
  if ["UTF-16", "UTF16", "UCS-2", "UCS2"].contains(where: upper.hasPrefix) { return 2 }
  if ["UTF-32", "UTF32", "UCS-4", "UCS4"].contains(where: upper.hasPrefix) { return 4 }
  return nil
}
