public import Articles
internal import CSimdjson

// SAFETY: the parser is made in init and freed in deinit; the type cannot be copied, so that only
// one owner uses it.
/// Parses raw records to articles: one for each worker, its memory used again and again.
@safe public struct RecordParser: ~Copyable {
  private let parser: OpaquePointer
  /// Where the parser puts a record's fields.
  private let fields: UnsafeMutablePointer<hj_text>
  /// For records that are not UTF-8.
  private let charset: CharsetConverter?
  private let pages: PageReader

  /// - Parameters:
  ///   - names: The names of the fields.
  ///   - encoding: The character set of records that are not UTF-8 (`--encoding`).
  /// - Throws: `unknownCharset` for a name that the system does not know.
  public init(names: FieldNames = FieldNames(), encoding: String? = nil) throws(ArchivesError) {
    var charset: CharsetConverter?
    if let encoding, unitWidth(encoding) == nil {
      charset = CharsetConverter(encoding)
      guard charset != nil else { throw ArchivesError.unknownCharset(encoding) }
    }
    guard let parser = unsafe hj_parser_new() else {
      throw ArchivesError(.system, place: "simdjson", message: "no memory for a parser")
    }
    self.charset = charset
    pages = PageReader(encoding: encoding)
    unsafe self.parser = parser
    unsafe fields = .allocate(capacity: Int(HJ_FIELDS))
    for (name, field) in names.names {
      var bytes = name
      let index = FieldNames.Field.allCases.firstIndex(of: field) ?? 0
      // SAFETY: the name is copied within the call.
      bytes.withUTF8 { utf8 in
        _ = unsafe hj_parser_add_name(parser, utf8.baseAddress, utf8.count, Int32(index))
      }
    }
  }

  deinit {
    unsafe hj_parser_free(parser)
    unsafe fields.deallocate()
  }

  /// The article in a record of a batch, or why there is none.
  public mutating func parse(_ batch: RecordBatch, _ record: Int) -> Result<Article, Rejection> {
    let entry = batch.entries[record]
    if let fault = entry.fault {
      return .failure(batch.rejection(of: record, fault.reason, fault.message))
    }
    let bytes = unsafe batch.block.bytes(entry.range)
    if entry.format == .json, unsafe QuarantinedRecord.isOne(bytes),
      let record = unsafe QuarantinedRecord(Array(bytes))
    {
      return article(quarantined: record)
    }
    do throws(RecordFlaw) {
      return .success(unsafe try article(bytes, entry.format))
    } catch {
      return .failure(batch.rejection(of: record, error.reason, error.message))
    }
  }

  /// A record of an earlier run's quarantine, repaired or not; it keeps its place.
  private func article(quarantined record: QuarantinedRecord) -> Result<Article, Rejection> {
    var rejection = record.rejection
    // Of a file that could not be opened nothing is here; of a cut record not all.
    guard !rejection.raw.isEmpty, rejection.byteCount <= rejection.raw.count else {
      return .failure(rejection)
    }
    do throws(RecordFlaw) {
      if record.isPage { return .success(try pages.article(html: rejection.raw)) }
      if record.isResponse { return .success(try pages.article(warc: rejection.raw)) }
      let padded = rejection.raw + [UInt8](repeating: 0, count: Int(HJ_PADDING))
      let format: RecordFormat = record.isJSON ? .json : .text
      let result: Result<Article, RecordFlaw> = unsafe padded.withUnsafeBufferPointer { bytes in
        // SAFETY: the padding behind the record is part of the array.
        let own = unsafe UnsafeBufferPointer(rebasing: bytes[..<rejection.raw.count])
        do throws(RecordFlaw) { return .success(unsafe try article(own, format)) } catch {
          return .failure(error)
        }
      }
      return .success(try result.get())
    } catch {
      rejection.reason = error.reason
      rejection.message = error.message
      return .failure(rejection)
    }
  }

  private func article(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: RecordFormat
  ) throws(RecordFlaw) -> Article {
    do throws(RecordFlaw) {
      switch format {
      case .json: return unsafe try jsonArticle(bytes)
      case .text: return unsafe try textArticle(bytes)
      case .html: return unsafe try pages.article(html: Array(bytes))
      case .warc: return unsafe try pages.article(warc: Array(bytes))
      }
    } catch {
      guard error.reason == .badUTF8, format == .json || format == .text else { throw error }
      return unsafe try convertedArticle(bytes, format)
    }
  }

  /// Tries again with the character set that was named for such records.
  private func convertedArticle(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: RecordFormat
  ) throws(RecordFlaw) -> Article {
    guard let charset else {
      let words =
        unsafe bytes.contains(0)
        ? "neither JSON nor text: not valid UTF-8, and it holds zero bytes"
        : "not valid UTF-8, and no character set is named; try --encoding windows-1256"
      throw RecordFlaw(reason: .badUTF8, message: words)
    }
    var raw = unsafe Array(bytes)
    var text: [UInt8] = []
    _ = charset.convert(&raw, into: &text, unit: 1)
    let count = text.count
    text.append(contentsOf: repeatElement(0, count: Int(HJ_PADDING)))
    var result: Result<Article, RecordFlaw>
    // SAFETY: the padding behind the text is part of the array.
    result = unsafe text.withUnsafeBufferPointer { padded in
      let converted = unsafe UnsafeBufferPointer(rebasing: padded[..<count])
      do throws(RecordFlaw) {
        return .success(
          format == .json ? unsafe try jsonArticle(converted) : unsafe try textArticle(converted))
      } catch { return .failure(error) }
    }
    if case .failure(let flaw) = result, flaw.reason == .badUTF8 {
      result = .failure(
        RecordFlaw(reason: .unknownCharset, message: "neither UTF-8 nor of the named character set")
      )
    }
    return try result.get()
  }

  private func jsonArticle(_ bytes: UnsafeBufferPointer<UInt8>) throws(RecordFlaw) -> Article {
    // SAFETY: the record is followed by its block's padding; there is room for all fields. The texts
    // are copied before the parser lets go of them.
    defer { unsafe hj_parser_let_go(parser) }
    let status = unsafe hj_parse(parser, bytes.baseAddress, bytes.count, fields)
    guard status == HJ_OK else {
      let words = unsafe String(cString: hj_parser_message(parser))
      throw RecordFlaw(reason: RejectionReason(status), message: words)
    }
    var article = unsafe Article(
      id: text(fields[0]) ?? "", title: Self.bytes(fields[1]), content: Self.bytes(fields[2]),
      date: text(fields[3]), source: text(fields[4]), url: text(fields[5]),
      author: text(fields[6]), lang: text(fields[7]))
    if article.id.isEmpty { article.id = article.stableID }
    return article
  }

  /// The first line is the title, the rest the content.
  private func textArticle(_ bytes: UnsafeBufferPointer<UInt8>) throws(RecordFlaw) -> Article {
    guard unsafe isValidUTF8(bytes) else {
      throw RecordFlaw(reason: .badUTF8, message: "not valid UTF-8")
    }
    guard unsafe !bytes.contains(0) else {
      throw RecordFlaw(
        reason: .binary,
        message: "neither JSON nor text: the input holds zero bytes; "
          + "of a text in UTF-16 without a mark say --encoding utf-16le")
    }
    let end = unsafe lineEnd(bytes, from: 0) ?? bytes.count
    let title = unsafe Self.trimmed(bytes[..<end])
    let content = unsafe Self.trimmed(bytes[end...])
    var article = Article(id: "", title: title, content: content)
    article.id = article.stableID
    return article
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var rest = unsafe bytes
    while unsafe rest.first.map(isSpace) == true { unsafe rest.removeFirst() }
    while unsafe rest.last.map(isSpace) == true { unsafe rest.removeLast() }
    return unsafe Array(rest)
  }

  // SAFETY (both): the texts live in the parser until its next call and are copied here.

  private static func bytes(_ text: hj_text) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: text.bytes, count: text.count))
  }

  /// nil for an absent or an empty field.
  private func text(_ text: hj_text) -> String? {
    guard unsafe text.count > 0 else { return nil }
    return unsafe String(
      decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
  }
}

/// Whether bytes are valid UTF-8.
func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  // SAFETY: the bytes are valid for the call.
  unsafe hj_is_utf8(bytes.baseAddress, bytes.count) == 1
}

/// Whether bytes are valid UTF-8.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  unsafe bytes.withUnsafeBufferPointer { unsafe isValidUTF8($0) }
}

extension RejectionReason {
  /// The door's verdict as a reason.
  fileprivate init(_ status: hj_status) {
    self =
      switch status {
      case HJ_NOT_AN_OBJECT: .notAnObject
      case HJ_MISSING_CONTENT: .missingContent
      case HJ_WRONG_TYPE: .wrongType
      case HJ_BAD_UTF8: .badUTF8
      case HJ_LONE_SURROGATE: .loneSurrogate
      case HJ_TOO_DEEP: .tooDeep
      case HJ_NO_MEMORY: .unreadable
      default: .notJSON
      }
  }
}

extension ArchivesError {
  static func unknownCharset(_ name: String) -> ArchivesError {
    let near = CharsetConverter.names(like: name).first { CharsetConverter($0) != nil }
    let hint = near.map { "did you mean `\($0)`?" } ?? "`iconv -l` lists those known"
    return ArchivesError(
      .unknownCharset, place: name, message: "no such character set; \(hint)")
  }
}
