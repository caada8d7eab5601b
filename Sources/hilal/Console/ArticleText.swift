import Articles

/// An article with its findings marked, for reading in a terminal.
///
/// Text stays in logical order; each paragraph is put between U+2067 and U+2069 on a terminal, so that
/// one that knows the bidirectional algorithm sets it from right to left with its numbers and Latin
/// names in place.
struct ArticleText {
  let article: Article
  let findings: [Finding]
  let usesColor: Bool
  let isolates: Bool

  /// The whole text, lines joined.
  func render() -> String {
    var lines: [String] = []
    let title = marked(.title)
    lines.append(paragraph(usesColor ? "\u{1B}[1m\(title)\u{1B}[22m" : title))
    lines.append(dim(about))
    lines.append("")
    lines += marked(.content).split(separator: "\n", omittingEmptySubsequences: false).map {
      paragraph(String($0))
    }
    lines.append("")
    for (number, finding) in findings.enumerated() { lines += describe(finding, number + 1) }
    return lines.joined(separator: "\n")
  }

  private var about: String {
    [article.source, article.date, article.id].compactMap { $0 }.joined(separator: " · ")
  }

  private func paragraph(_ line: String) -> String {
    isolates && !line.isEmpty ? "\u{2067}\(line)\u{2069}" : line
  }

  private func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[22m" : text }

  /// A field's text with its findings between marks: colour where there is colour, brackets else,
  /// and behind each its number.
  private func marked(_ field: TextField) -> String {
    let scalars = Array(String(decoding: article.bytes(of: field), as: UTF8.self).unicodeScalars)
    var opening: [Int: [Int]] = [:]
    var closing: [Int: [Int]] = [:]
    for (index, finding) in findings.enumerated() where finding.span.field == field {
      opening[finding.span.start, default: []].append(index + 1)
      closing[finding.span.end, default: []].append(index + 1)
    }
    var text = String.UnicodeScalarView()
    var open: [Int] = []
    for position in 0...scalars.count {
      for number in closing[position] ?? [] {
        open.removeAll { $0 == number }
        text += close(number, stillOpen: !open.isEmpty).unicodeScalars
      }
      for number in opening[position] ?? [] {
        open.append(number)
        text += (usesColor ? "\u{1B}[4;33m" : "⟦").unicodeScalars
      }
      if position < scalars.count, isShown(scalars[position]) { text.append(scalars[position]) }
    }
    return String(text)
  }

  private func close(_ number: Int, stillOpen: Bool) -> String {
    let mark = superscript(number)
    if usesColor { return (stillOpen ? "" : "\u{1B}[24;39m") + mark }
    return "⟧" + mark
  }

  /// Control characters of the article never reach the terminal.
  private func isShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t"
      || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
  }

  private func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private func describe(_ finding: Finding, _ number: Int) -> [String] {
    let name = "\(finding.pack)/\(finding.rule)"
    var lines = ["\(superscript(number)) \(name)  \(finding.severity.rawValue)  \(finding.label)"]
    let codes = finding.codes.map { "\($0.scheme) \($0.code)" }.joined(separator: "  ")
    if !codes.isEmpty { lines.append("    \(dim(codes))") }
    for field in finding.fields {
      let more = [field.code, field.value].compactMap { $0 }.joined(separator: ", ")
      let words = isolates ? "\u{2068}\(field.text)\u{2069}" : field.text
      lines.append("    \(field.name): \(words)" + (more.isEmpty ? "" : "  (\(more))"))
    }
    if let source = finding.attribution.source { lines.append("    according to: \(source)") }
    if finding.attribution.polarity != "asserted" {
      lines.append("    \(finding.attribution.polarity), \(finding.attribution.modality)")
    }
    return lines
  }
}
