internal import Articles

/// What keeps a record from being an article.
struct RecordFlaw: Error {
  var reason: RejectionReason
  var message: String
}

/// Reads articles from web pages, as they are or as a crawler has kept them.
struct PageReader {
  /// Bytes of a page that was packed within its record.
  private static let unpackedLimit = 64 << 20

  /// Elements in one another: browsers give up at 512. The parser's time grows with their number for
  /// every further element.
  private static let nestingLimit = 1024

  /// For pages that name no character set and are not UTF-8.
  let encoding: String?

  /// The article on a page; `charset` is the one that its HTTP header names.
  func article(html bytes: [UInt8], charset: String? = nil) throws(RecordFlaw) -> Article {
    var article = try page(bytes, charset)
    if article.id.isEmpty { article.id = article.stableID }
    return article
  }

  /// The article in a WARC record of a response. What is no page that was found (an image, a
  /// redirection, an error) is passed over: its flaw says so.
  func article(warc bytes: [UInt8]) throws(RecordFlaw) -> Article {
    guard let header = HeaderLines(bytes), header.firstLine.hasPrefix("WARC/") else {
      throw RecordFlaw(reason: .unreadable, message: "the WARC record is damaged: no whole header")
    }
    let response = try HTTPResponse(bytes[header.end...], limit: Self.unpackedLimit)
    let isPage =
      ["text/html", "application/xhtml+xml"].contains(response.mediaType)
      || response.mediaType.isEmpty && declaresPage(response.body)
    guard response.status == 200, isPage else {
      throw RecordFlaw(
        reason: .notAPage, message: "status \(response.status), type \(response.mediaType)")
    }
    var article = try page(response.body, response.charset)
    if let uri = header["WARC-Target-URI"] {
      article.url = String(uri.drop { $0 == "<" }.prefix { $0 != ">" })
    }
    // A page that does not say when it was published was published when it was fetched, or before.
    if article.date == nil { article.date = header["WARC-Date"] }
    article.id = article.stableID
    return article
  }

  private func page(_ bytes: [UInt8], _ charset: String?) throws(RecordFlaw) -> Article {
    let html = try utf8(bytes, named: charset ?? declaredCharset(of: bytes))
    guard nesting(of: html) <= Self.nestingLimit else {
      throw RecordFlaw(
        reason: .tooDeep, message: "the page's elements lie in one another without end")
    }
    guard let article = PageArticle.read(html) else {
      throw RecordFlaw(reason: .tooLarge, message: "the page has too many elements to be read")
    }
    return article
  }

  private func declaresPage(_ body: [UInt8]) -> Bool {
    String(decoding: body.prefix(1024), as: UTF8.self).lowercased().contains("<html")
  }

  /// The page in UTF-8: as it says itself, else as it is, else as the caller says.
  private func utf8(_ bytes: [UInt8], named: String?) throws(RecordFlaw) -> [UInt8] {
    if named == nil || named == "utf-8", isValidUTF8(bytes) { return bytes }
    guard let name = named == "utf-8" ? encoding : named ?? encoding else {
      let what =
        named == nil
        ? "not valid UTF-8, and no character set is named" : "the page says UTF-8 and is not"
      throw RecordFlaw(reason: .badUTF8, message: "\(what); try --encoding windows-1256")
    }
    guard let converter = CharsetConverter(name) else {
      throw RecordFlaw(
        reason: .unknownCharset, message: "the page names a character set that is unknown: \(name)")
    }
    var raw = bytes
    var text: [UInt8] = []
    _ = converter.convert(&raw, into: &text, unit: unitWidth(name) ?? 1)
    guard isValidUTF8(text) else {
      throw RecordFlaw(
        reason: .unknownCharset,
        message: "the page's bytes are not all of its character set, \(name)")
    }
    return text
  }
}
