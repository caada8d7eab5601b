internal import Foundation
internal import HTTPTypes
internal import RulePacks

/// Makes a finding a case of its pack, in a file of `tests/` that `hilal test` reads.
struct CaseWriter: Sendable {
  static let file = "tests/studio.toml"

  struct Written: Sendable {
    var name: String
    /// The case as it stands in the file.
    var text: String
    /// The case passes with the rules as they are; one of a wrong finding shall not, until the rule is changed.
    var passes: Bool
  }

  var pack: PackSummary
  var finding: StoredFinding
  /// The finding's article: its title and its content.
  var title: String
  var content: String
  /// The finding is as it should be.
  var isRight: Bool
  var name: String
  var locator: PackLocator

  /// Writes the case: of the sentence alone where the finding is made of that as well, else of the whole article.
  ///
  /// - Throws: a `StudioError` where the file cannot be written or the pack does not load.
  func write() throws(StudioError) -> Written {
    let candidates = [
      text(article: false, fields: true), text(article: false, fields: false),
      text(article: true, fields: true),
    ]
    var chosen: (text: String, passes: Bool)?
    for candidate in candidates {
      let passes = try self.passes(candidate)
      chosen = (candidate, passes)
      if passes == isRight { break }
    }
    guard let chosen else {
      throw .notFound("case", hint: "try again")
    }
    try PackFiles(path: pack.path).append(Self.file, text: chosen.text)
    return Written(name: name, text: chosen.text, passes: chosen.passes)
  }

  /// Whether a case would pass.
  private func passes(_ text: String) throws(StudioError) -> Bool {
    var drafts: [String: [UInt8]?] = [Self.file: Array(text.utf8)]
    for file in PackFiles(path: pack.path).list()
    where file.kind == .test && file.path != Self.file {
      drafts.updateValue(nil, forKey: file.path)
    }
    let book = RuleBook(PackSet(paths: [pack.path], locator: locator, drafts: [pack.path: drafts]))
    do throws(Diagnostic) {
      guard let loaded = book.packs.first(where: \.reports) else {
        throw book.diagnostics.first
          ?? Diagnostic(.packNotFound, file: pack.path, message: "the pack does not load")
      }
      let (cases, mistakes) = CaseRunner.cases(of: loaded.source)
      if let first = mistakes.first { throw first }
      let runner = CaseRunner(book, pack: loaded.manifest.name)
      return cases.allSatisfy { runner.run($0).verdict == .passed }
    } catch {
      throw StudioError(error)
    }
  }

  /// - Parameters:
  ///   - article: the whole article instead of the sentence.
  ///   - fields: the finding's fields are expected.
  private func text(article: Bool, fields: Bool) -> String {
    var lines = ["", "[[case]]", "name = \(Self.quoted(name))"]
    if article {
      var parts = ["title = \(Self.quoted(title))", "content = \(Self.quoted(content))"]
      if let date = finding.article.date { parts.append("date = \(Self.quoted(date))") }
      lines.append("article = { \(parts.joined(separator: ", ")) }")
    } else {
      lines.append("text = \(Self.quoted(finding.sentence.text))")
    }
    guard isRight else {
      lines.append("never = [\(Self.quoted(finding.rule))]")
      return lines.joined(separator: "\n") + "\n"
    }
    lines += [
      "[[case.expect]]", "rule = \(Self.quoted(finding.rule))",
      "span = \(Self.quoted(finding.span.text))",
    ]
    let held = finding.fields.sorted { $0.key < $1.key }
      .map { "\(Self.quoted($0.key)) = \(Self.quoted($0.value.text))" }
    if fields, !held.isEmpty { lines.append("fields = { \(held.joined(separator: ", ")) }") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A basic string of TOML, on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default:
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        guard isControl else {
          quoted.unicodeScalars.append(scalar)
          continue
        }
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
