/// Formats that hold no articles as Hilal reads them, and would pass for plain text or an archive of it.
enum ForeignFormat {
  /// What a stream is by its first bytes, and what to do about it.
  private static let signatures: [(start: [UInt8], words: String)] = [
    (Array("%PDF-".utf8), "a PDF; take its text out first, as in pdftotext FILE.pdf FILE.txt"),
    (DatabaseFile.mark, "an SQLite database; articles are read from JSON and text"),
    (Array("PAR1".utf8), "a Parquet file; write its rows as JSON Lines first"),
    (Array("Rar!".utf8), "a RAR archive; unpack it and name the folder"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive; unpack it and name the folder"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document; save it as text or as a web page"),
  ]

  /// The first members of the zips that are documents.
  private static let documentMembers = ["[Content_Types].xml", "mimetype"].map { Array($0.utf8) }

  /// Why a stream is not read; nil where it may hold articles.
  ///
  /// - Parameters:
  ///   - head: its first bytes.
  ///   - name: of its file, where that tells more.
  static func failure(_ head: [UInt8], name: String) -> ReadFailure? {
    if let known = signatures.first(where: { head.starts(with: $0.start) }) {
      return unsupported(known.words)
    }
    if head.starts(with: [0x50, 0x4B, 3, 4]), head.count > 30,
      documentMembers.contains(where: head[30...].starts(with:))
    {
      return unsupported("a document of an office program; save it as text or as a web page")
    }
    if isTable(head, NameHint(name: name)) {
      return unsupported(
        "a table (CSV); write its rows as JSON Lines first, as with Python's csv and json, "
          + "one object with \"content\" a line")
    }
    if isXML(head, NameHint(name: name)) {
      return unsupported(
        "XML and no web page (a feed, as RSS and Atom are, or another document); write its items as JSON Lines first, "
          + "as with Python's xml.etree and json, one object with \"content\" a line")
    }
    return nil
  }

  private static func unsupported(_ words: String) -> ReadFailure {
    ReadFailure(reason: .unsupportedFormat, message: "this is \(words)")
  }

  /// Whether it is XML, as its declaration or a feed's element says, and its first element is not that of a web page.
  private static func isXML(_ head: [UInt8], _ hint: NameHint) -> Bool {
    let text = head.drop { isSpace($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    guard text.first == UInt8(ascii: "<") else { return false }
    let tags = String(decoding: text, as: UTF8.self).lowercased()
      .replacing(/<!--.*?(-->|$)/.dotMatchesNewlines(), with: "").split(separator: "<")
    let feeds = ["rss", "feed"]
    if feeds.contains(where: { tags.first?.isElement($0) == true }) { return true }
    guard tags.first?.isElement("?xml") == true, hint != .page else { return false }
    // Behind the declaration and instructions.
    let first = tags.first { $0.first?.isLetter == true || $0.hasPrefix("!doctype") }
    return first.map { !$0.isElement("html") && !$0.hasPrefix("!doctype html") } ?? true
  }

  /// Whether it is a table: its name says so and its first bytes are no JSON, or its first line has columns one of which
  /// is named as an article's content.
  private static func isTable(_ head: [UInt8], _ hint: NameHint) -> Bool {
    let text = head.drop { isSpace($0) || [0xEF, 0xBB, 0xBF].contains($0) }
    guard let first = text.first, !"{[<".utf8.contains(first) else { return false }
    if hint == .table { return true }
    guard let line = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first,
      line.count < text.count
    else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains { separator in
      let columns = line.split(separator: separator, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self).trimmingQuotes
      }
      return columns.count > 1 && columns.allSatisfy(\.isColumnName)
        && columns.contains { ["content", "body", "text", "story"].contains($0.lowercased()) }
    }
  }
}

extension Substring {
  /// Whether a tag without its opening bracket is that of an element, or of a declaration.
  fileprivate func isElement(_ name: String) -> Bool {
    hasPrefix(name)
      && dropFirst(name.count).first.map { $0.isWhitespace || ">/?".contains($0) } ?? true
  }
}

extension String {
  /// Without the quotation marks around it.
  fileprivate var trimmingQuotes: String {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }

  /// `published_at`: letters, digits and underscores of ASCII.
  fileprivate var isColumnName: Bool {
    !isEmpty
      && utf8.allSatisfy {
        $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      }
  }
}
