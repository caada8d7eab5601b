internal import Articles

/// Findings as rows (RFC 4180: lines end in CR LF, quotes are doubled).
package enum FindingCSV {
  private static let common = [
    "article_id", "date", "source", "title", "url", "pack", "version", "rule", "label", "severity",
    "score", "codes", "polarity", "modality", "attribution_source", "span_field", "span_start",
    "span_end", "span_text", "sentence",
  ]

  static func header(_ fields: [String]) -> [UInt8] {
    var row = Row()
    for name in columns(fields) { row.add(name) }
    return row.bytes + lineEnd
  }

  /// The columns of findings with such fields, in order.
  ///
  /// - Parameter more: columns that stand behind them, and whose names no field has.
  package static func columns(_ fields: [String], and more: [String] = []) -> [String] {
    common + fields.map { column($0, besides: more) } + more
  }

  /// The column of a rule's field: its name, behind `field_` where a column of every finding has that
  /// name; and behind one more where it begins so itself, so that no two columns are named alike.
  private static func column(_ field: String, besides more: [String]) -> String {
    common.contains(field) || more.contains(field) || field.hasPrefix("field_")
      ? "field_\(field)" : field
  }

  static func encode(_ finding: Finding, _ fields: [String], into bytes: inout [UInt8]) {
    var row = Row()
    let article = finding.article
    for text in [article.id, article.date, article.source, article.title, article.url] {
      row.add(text ?? "")
    }
    row.add(finding.pack)
    row.add(finding.version)
    row.add(finding.rule)
    row.add(finding.label)
    row.add(finding.severity.rawValue)
    var score = JSONWriter()
    score.double(finding.score)
    row.add(String(decoding: score.bytes, as: UTF8.self))
    row.add(finding.codes.map { "\($0.scheme)=\($0.code)" }.joined(separator: ";"))
    row.add(finding.attribution.polarity)
    row.add(finding.attribution.modality)
    row.add(finding.attribution.source ?? "")
    row.add(finding.span.field.rawValue)
    row.add(String(finding.span.start))
    row.add(String(finding.span.end))
    row.add(finding.span.text)
    row.add(finding.sentence.text)
    for name in fields { row.add(finding.fields.first { $0.name == name }?.text ?? "") }
    bytes.append(contentsOf: row.bytes)
    bytes.append(contentsOf: lineEnd)
  }

  private static let lineEnd: [UInt8] = [0x0d, 0x0a]

  private struct Row {
    var bytes: [UInt8] = []
    private var isFirst = true

    mutating func add(_ text: String) {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      let needsQuotes = text.utf8.contains { byte in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0a || byte == 0x0d
      }
      guard needsQuotes else { return bytes.append(contentsOf: text.utf8) }
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
