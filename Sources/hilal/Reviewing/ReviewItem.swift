import Archives
import Articles
import BatchRunner
import Foundation

/// A sentence in which something was found, to be judged as a whole: what `hilal eval` judges is a
/// text, not a finding.
struct ReviewItem {
  /// Where the sentence stands: article, field and first code point.
  let id: String
  let text: String
  let date: String?
  private(set) var findings: [Finding]

  /// A finding as `hilal.finding/1` has it, as far as reviewing needs it.
  struct Finding: Decodable {
    struct Source: Decodable {
      var id: String
      var date: String?
    }
    struct Words: Decodable {
      var field: String
      var start: Int
      var end: Int
      var text: String
    }
    struct Field: Decodable { var text: String }

    var article: Source
    var pack: String
    var rule: String
    var label: String
    var span: Words
    var sentence: Words
    var fields: [String: Field]
    /// The names of the fields as the rule declares them, which is the order that they are written in.
    var names: [String] = []

    private enum CodingKeys: String, CodingKey {
      case article, pack, rule, label, span, sentence, fields
    }

    /// - Returns: nil where the line is no finding.
    init?(line: Data) {
      guard var finding = try? JSONDecoder().decode(Finding.self, from: line) else { return nil }
      // What is decoded has lost the order of its keys.
      let order = JSONKeys.names(ofObject: "fields", in: line)
      let places = Dictionary(
        zip(order, order.indices), uniquingKeysWith: { first, _ in first })
      finding.names = finding.fields.keys.sorted {
        (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1)
      }
      self = finding
    }
  }

  /// The rules that found something in the sentence, by `pack/rule`.
  var rules: [String] { findings.map { "\($0.pack)/\($0.rule)" } }

  /// Reads findings, one a line, and joins those of one sentence.
  ///
  /// - Parameters:
  ///   - rules: globs of the rules that count; all when empty.
  ///   - sample: how many sentences are drawn; all when nil.
  static func items(
    _ bytes: [UInt8], rules: [String], sample: Int?
  ) throws(ReviewError) -> [ReviewItem] {
    var items: [ReviewItem] = []
    var places: [String: Int] = [:]
    let wanted = RuleFilter(rules)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard let finding = Finding(line: Data(line)) else {
        throw ReviewError(
          message: "line \(index + 1) is no finding; write findings with `hilal run` as JSON Lines")
      }
      guard wanted.accepts("\(finding.pack)/\(finding.rule)") else { continue }
      let sentence = finding.sentence
      let id = "\(finding.article.id):\(sentence.field):\(sentence.start)"
      if let place = places[id] {
        items[place].findings.append(finding)
      } else {
        places[id] = items.count
        items.append(
          ReviewItem(
            id: id, text: sentence.text, date: finding.article.date, findings: [finding]))
      }
    }
    guard let sample else { return items }
    let drawn = Set(items.map(\.id).sorted { hash($0) < hash($1) }.prefix(sample))
    return items.filter { drawn.contains($0.id) }
  }

  private static func hash(_ id: String) -> UInt64 { StableHash(of: id.utf8).value }

  /// The sentence with what was found marked, and each finding with its fields.
  func lines(usesColor: Bool, isolates: Bool) -> [String] {
    let sentence = marked(
      open: usesColor ? "\u{1B}[4;33m" : "⟦", close: usesColor ? "\u{1B}[24;39m" : "⟧")
    var lines = [isolates ? "\u{2067}\(sentence)\u{2069}" : sentence]
    for finding in findings {
      lines.append("  \(finding.pack)/\(finding.rule)  \(Text.line(finding.label))")
      for name in finding.names {
        lines.append("    \(name): \(Text.line(finding.fields[name]?.text ?? ""))")
      }
    }
    return lines
  }

  private func marked(open: String, close: String) -> String {
    let start = findings.first?.sentence.start ?? 0
    let spans = findings.map { $0.span.start - start..<max($0.span.start, $0.span.end) - start }
    var line = ""
    var isOpen = false
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let isMarked = spans.contains { $0.contains(place) }
      if isMarked != isOpen { line += isMarked ? open : close }
      isOpen = isMarked
      line += Text.line(String(scalar))
    }
    return line + (isOpen ? close : "")
  }
}

/// Findings that cannot be read.
struct ReviewError: Error {
  var message: String
}
