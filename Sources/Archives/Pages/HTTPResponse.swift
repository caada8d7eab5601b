/// A web server's answer as a WARC file keeps it (RFC 9112).
struct HTTPResponse {
  let status: Int
  /// `text/html`, in lower case; empty where the header names none.
  let mediaType: String
  /// The character set of the header, as iconv names it.
  let charset: String?
  /// Without transfer and content codings.
  let body: [UInt8]

  /// - Throws: what is wrong with it.
  init(_ bytes: ArraySlice<UInt8>, limit: Int) throws(RecordFlaw) {
    guard let header = HeaderLines(bytes), header.firstLine.hasPrefix("HTTP/") else {
      throw RecordFlaw(reason: .unreadable, message: "the response has no HTTP header")
    }
    let words = header.firstLine.split(separator: " ", maxSplits: 2)
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    let type = header["content-type"] ?? ""
    mediaType = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    charset = declaredCharset(inHeader: type)
    var body = bytes.dropFirst(header.end)
    // A crawler may have taken the coding off and left its name.
    if header["transfer-encoding"]?.lowercased() == "chunked", let plain = Self.unchunked(body) {
      body = plain[...]
    }
    let coding = header["content-encoding"]?.lowercased()
    if coding == "gzip" || coding == "x-gzip", body.starts(with: [0x1f, 0x8b]) {
      body = try Self.inflated(body, limit)[...]
    } else if let coding, !["identity", "gzip", "x-gzip", "utf-8", "none"].contains(coding) {
      throw RecordFlaw(
        reason: .unsupportedFormat, message: "the page is packed with \(coding), which is not read")
    }
    self.body = Array(body)
  }

  /// The body of chunks put together; nil when it is not in chunks.
  private static func unchunked(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = bytes
    while let lineEnd = rest.firstIndex(of: 0x0a) {
      let digits = rest[..<lineEnd].prefix { $0 != UInt8(ascii: ";") && $0 != 0x0d && $0 != 0x20 }
      guard digits.count <= 8,
        let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count >= 0
      else { return nil }
      rest = rest[(lineEnd + 1)...]
      if count == 0 { return result }
      guard rest.count >= count else { return nil }
      result += rest.prefix(count)
      rest = rest.dropFirst(count)
      if rest.first == 0x0d { rest = rest.dropFirst() }
      if rest.first == 0x0a { rest = rest.dropFirst() }
    }
    return nil
  }

  private static func inflated(
    _ bytes: ArraySlice<UInt8>, _ limit: Int
  ) throws(RecordFlaw) -> [UInt8] {
    let source = DeflateSource(PrefixedSource(prefix: Array(bytes), rest: EmptySource()), .gzip)
    do throws(ReadFailure) {
      let text = try source.readAll(limit: limit + 1)
      guard text.count <= limit else {
        throw ReadFailure(
          reason: .tooLarge, message: "the page is unpacked larger than \(limit) bytes")
      }
      return text
    } catch {
      throw RecordFlaw(reason: error.reason, message: error.message)
    }
  }
}

/// Nothing.
private final class EmptySource: ByteSource {
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int { 0 }
}
