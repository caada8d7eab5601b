internal import Articles
internal import FoundationEssentials

/// The recorded findings of a file's cases that say `snapshot = true`: `tests/first.snapshot` beside
/// `tests/first.toml`, a section a case.
public struct SnapshotFile: Sendable {
  private let path: String
  /// The file is a link out of the pack: it is neither read nor written.
  private let leadsOut: Bool
  private var sections: [String: [String]] = [:]
  private var names: [String] = []

  /// Reads the snapshots of a file of cases; there are none where the file is missing.
  ///
  /// - Parameter cases: the file within the pack: `tests/first.toml`.
  init(_ cases: String, of pack: PackSource) {
    let name = cases.hasSuffix(".toml") ? String(cases.dropLast(5)) : cases
    path = "\(pack.path)/\(name).snapshot"
    leadsOut = pack.folder.leadsOut("\(name).snapshot")
    guard let bytes = try? pack.folder.bytes("\(name).snapshot", code: .fileUnreadable) else {
      return
    }
    var current: String?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("== ") {
        current = String(line.dropFirst(3))
        set([], for: String(line.dropFirst(3)))
      } else if let current {
        sections[current]?.append(String(line))
      }
    }
  }

  /// The recorded lines of a case; nil when it has not been recorded.
  subscript(_ name: String) -> [String]? { sections[name] }

  mutating func set(_ lines: [String], for name: String) {
    if sections[name] == nil { names.append(name) }
    sections[name] = lines
  }

  /// Leaves out the sections of cases that are no more.
  mutating func keep(_ known: Set<String>) {
    names.removeAll { !known.contains($0) }
    sections = sections.filter { known.contains($0.key) }
  }

  /// - Throws: a `Diagnostic` when the disk says no.
  func write() throws(Diagnostic) {
    let text = names.map { name in
      "== \(name)\n" + (sections[name] ?? []).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
    if leadsOut {
      throw Diagnostic(
        .fileUnreadable, file: path, message: "the file leads out of the pack",
        hint: "remove the link; links out of a pack are not followed")
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw Diagnostic(
        .fileUnreadable, file: path, message: "the snapshots cannot be written",
        hint: "check that the folder may be written to")
    }
  }

  /// Findings as a snapshot holds them: a line each with its words, and its fields below.
  static func lines(_ findings: [Finding]) -> [String] {
    if findings.isEmpty { return ["(nothing)"] }
    return findings.flatMap { finding in
      ["\(finding.rule): \(oneLine(finding.span.text))"]
        + finding.fields.map { "  \($0.name) = \(oneLine($0.text))" }
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What differs between recorded and found lines, a line each: `-` recorded, `+` found.
  static func differences(_ recorded: [String], _ found: [String]) -> [String] {
    if recorded == found { return [] }
    var lines: [(line: String, mark: String)] = recorded.map { ($0, " ") }
    let changes = found.difference(from: recorded)
    for change in changes.removals.reversed() {
      if case .remove(let offset, _, _) = change { lines[offset].mark = "-" }
    }
    // Insertions count places in the new list: those of removed lines are stepped over.
    for case .insert(let offset, let line, _) in changes.insertions {
      var place = 0
      var index = 0
      while index < lines.count, place < offset || lines[index].mark == "-" {
        if lines[index].mark != "-" { place += 1 }
        index += 1
      }
      lines.insert((line, "+"), at: index)
    }
    return lines.map { "\($0.mark) \($0.line)" }
  }
}
