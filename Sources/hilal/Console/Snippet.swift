import Articles

/// The part of a sentence around a finding that fits a line.
struct Snippet {
  let before: String
  let words: String
  let after: String

  /// - Parameters:
  ///   - before: characters that are shown at most before the finding.
  ///   - after: characters that are shown at most from its beginning on.
  init(_ finding: Finding, before: Int, after: Int) {
    let sentence = Array(finding.sentence.text.unicodeScalars)
    let start = min(max(0, finding.span.start - finding.sentence.start), sentence.count)
    let end = min(max(start, finding.span.end - finding.sentence.start), sentence.count)
    let first = Self.blank(in: sentence, max(0, start - before)..<start) ?? start
    let last = Self.blank(
      in: sentence, end..<min(sentence.count, max(end, start + after)), last: true)
    let text = { (range: Range<Int>) in
      Text.line(String(String.UnicodeScalarView(sentence[range])))
    }
    self.before = (first > 0 ? "… " : "") + text(first..<start)
    words = text(start..<end)
    self.after = text(end..<(last ?? end)) + ((last ?? end) < sentence.count ? " …" : "")
  }

  /// The whole line.
  var text: String { before + words + after }

  /// Where a range may be cut so that no word is: its own edge at the edge of the sentence, else the
  /// outermost blank.
  private static func blank(
    in sentence: [Unicode.Scalar], _ range: Range<Int>, last: Bool = false
  ) -> Int? {
    if last {
      return range.upperBound == sentence.count
        ? sentence.count : range.last { sentence[$0].properties.isWhitespace }
    }
    if range.lowerBound == 0 { return 0 }
    return range.first { sentence[$0].properties.isWhitespace }.map { $0 + 1 }
  }
}
