/// A mistake in a pack, told where it is: stable code, file, line, column, what is wrong, what to do.
public struct Diagnostic: Error, Sendable, Equatable, CustomStringConvertible {
  /// Tells errors from warnings; what programs should go by, for messages may change.
  public var code: Code
  /// The file as the user named it or as it lies under the pack's folder.
  public var file: String
  /// 1-based; nil when the whole file is meant.
  public var line: Int?
  /// 1-based, in code points.
  public var column: Int?
  /// The line's text, for the caret.
  public var source: String?
  /// How many columns the caret underlines.
  public var width: Int
  /// What is wrong, without the place and without what to do.
  public var message: String
  /// What to do about it: what is said of this very mistake or, failing that, of its code.
  public var hint: String
  /// The script's frames, innermost first.
  public var traceback: [String]

  /// Line and column from 1, the column and the width in code points; without a hint the code's
  /// advice is taken.
  public init(
    _ code: Code, file: String, line: Int? = nil, column: Int? = nil, source: String? = nil,
    width: Int = 1, message: String, hint: String? = nil, traceback: [String] = []
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.source = source
    self.width = width
    self.message = message
    self.hint = hint ?? code.advice
    self.traceback = traceback
  }

  /// `error[H003]: …`, the place, the source line with a caret, and the hint.
  public var description: String {
    var lines = ["\(code.isWarning ? "warning" : "error")[\(code.rawValue)]: \(message)"]
    var place = file
    if let line { place += ":\(line)" + (column.map { ":\($0)" } ?? "") }
    let number = line.map(String.init) ?? ""
    let margin = String(repeating: " ", count: number.count)
    lines.append("\(margin) --> \(place)")
    if line != nil, let source {
      lines.append("\(margin) |")
      lines.append("\(number) | \(source)")
      if let column {
        let indent = source.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }
        lines.append(
          "\(margin) | \(indent.joined())\(String(repeating: "^", count: max(1, width)))")
      }
    }
    lines += traceback.map { "\(margin) = called from \($0)" }
    lines.append("\(margin) = help: \(hint)")
    return lines.joined(separator: "\n")
  }
}

/// A text file with its lines, for diagnostics that show them.
struct SourceFile: Sendable {
  let name: String
  let lines: [Substring]

  init(name: String, text: String) {
    self.name = name
    var lines: [Substring] = []
    let (span, start) = (text.utf8Span.span, text.utf8.startIndex)
    var line = start
    for at in span.indices where span[at] == 0x0A {
      let end = text.utf8.index(start, offsetBy: at)
      lines.append(text[line..<end])
      line = text.utf8.index(after: end)
    }
    lines.append(text[line...])
    self.lines = lines
  }

  /// A line's text, 1-based; nil past the end.
  func line(_ number: Int) -> String? {
    lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
  }

  /// A diagnostic at a line and column; without a column all of the line is meant.
  func diagnostic(
    _ code: Diagnostic.Code, line: Int?, column: Int? = nil, width: Int = 1, _ message: String,
    hint: String? = nil, traceback: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      code, file: name, line: line, column: column ?? line.map(indent),
      source: line.flatMap(self.line), width: column == nil ? line.map(self.width) ?? 1 : width,
      message: message, hint: hint, traceback: traceback)
  }

  /// A diagnostic at the first place where `word` stands as a key: before `=`, or in brackets in TOML.
  /// `after` skips lines up to that number; comments are passed over.
  func diagnostic(
    _ code: Diagnostic.Code, atKey word: String, after: Int = 0, _ message: String,
    hint: String? = nil
  ) -> Diagnostic {
    for index in lines.indices.dropFirst(max(0, after)) {
      for range in words(word, in: lines[index]) {
        let behind = lines[index][range.upperBound...].first { !" \t\"".contains($0) }
        guard behind == "=" || behind == "]" else { continue }
        return diagnostic(
          code, line: index + 1, column: column(of: range, in: lines[index]),
          width: word.unicodeScalars.count, message, hint: hint)
      }
    }
    return diagnostic(code, line: nil, message, hint: hint)
  }

  /// Where the first of some words stands on a line or, failing that, on one of the `reach` lines
  /// that follow it.
  func place(
    of words: [String], from line: Int, reach: Int = 1
  ) -> (line: Int, column: Int, width: Int)? {
    let numbers = (line..<line + reach).filter { lines.indices.contains($0 - 1) }
    for word in words {
      let places = numbers.flatMap { number in
        self.words(word, in: lines[number - 1]).map { (number, $0) }
      }
      // A word in quotes is rather meant than a variable of the same name.
      let quoted = places.first { number, range in
        lines[number - 1][..<range.lowerBound].last.map { "\"'".contains($0) } ?? false
      }
      guard let (number, range) = quoted ?? places.first else { continue }
      return (number, column(of: range, in: lines[number - 1]), word.unicodeScalars.count)
    }
    return nil
  }

  /// The column of a line's first character that is no blank.
  func indent(_ line: Int) -> Int {
    (self.line(line) ?? "").prefix { $0 == " " || $0 == "\t" }.unicodeScalars.count + 1
  }

  /// How many columns a line takes without the blanks before it.
  func width(_ line: Int) -> Int {
    (self.line(line) ?? "").unicodeScalars.count - indent(line) + 1
  }

  private func column(of range: Range<Substring.Index>, in line: Substring) -> Int {
    line[..<range.lowerBound].unicodeScalars.count + 1
  }

  /// All places of a word in a line that are no parts of a longer word; none in comments.
  private func words(_ word: String, in line: Substring) -> [Range<Substring.Index>] {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.hasPrefix("#") || text.hasPrefix("--") { return [] }
    let isPart = { (character: Character) in character.isLetter || character == "_" }
    return line.ranges(of: word).filter { range in
      let isBegun = line[..<range.lowerBound].last.map(isPart) ?? false
      let goesOn = line[range.upperBound...].first.map(isPart) ?? false
      return !(isBegun && word.first.map(isPart) == true)
        && !(goesOn && word.last.map(isPart) == true)
    }
  }
}

/// "Did you mean": the candidate nearest to a misspelt word.
package enum Suggestion {
  /// The nearest of the candidates, when it is near enough to be meant.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    // The distance costs the product of the lengths, and a script may hand over a megabyte.
    guard word.utf8.count <= Identifier.limit else { return nil }
    let scored = candidates.map { ($0, distance(Array(word), Array($0))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
    // Words that have no letter in common are not near, however short they are.
    guard best.1 < max(word.count, best.0.count) else { return nil }
    return best.1 <= max(1, min(3, word.count / 2)) ? best.0 : nil
  }

  /// A hint that names the nearest candidate or, failing that, all.
  package static func hint(for word: String, in candidates: [String]) -> String {
    if candidates.isEmpty { return "there are none" }
    if let nearest = nearest(to: word, in: candidates) { return "did you mean `\(nearest)`?" }
    return "known are: " + candidates.sorted().joined(separator: ", ")
  }

  /// The optimal string alignment distance: insertions, deletions, changes and swaps of neighbours.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    for i in 1...a.count {
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
