internal import Archives
internal import Foundation
internal import Synchronization

/// Judgements of findings, kept as gold lines that `hilal eval` reads: each with the finding's sentence, and with the
/// finding's name, pack and rule, by which they are known again.
final class LabelFile: Sendable {
  /// A line of the file. Lines of other makers, which lack a key, stay as they are.
  struct Label: Codable, Sendable, Equatable {
    var id: String
    var text: String
    var label: String
    var key: String?
    var pack: String?
    var rule: String?
    var note: String?

    private enum CodingKeys: String, CodingKey {
      case id, text, label, key, pack, rule, note
    }
  }

  let path: String
  private let labels: Mutex<[Label]>

  /// - Throws: `ArchivesError` for a file that holds something else, and for one that could not be written.
  init(path: String) throws(ArchivesError) {
    self.path = path
    var labels: [Label] = []
    let held = ByteOutput.contents(of: path)
    if held == nil, FileManager.default.fileExists(atPath: path) {
      throw ArchivesError(
        .output, place: path, message: "cannot be read; name another file with --labels")
    }
    let bytes = held ?? []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      guard let label = try? JSONDecoder().decode(Label.self, from: Data(line)) else {
        throw ArchivesError(
          .resumeRefused, place: path,
          message: "line \(index + 1) is no label; name another file with --labels")
      }
      labels.append(label)
    }
    self.labels = Mutex(labels)
    // Told of before anything is judged; a file that was not there is none again.
    _ = try ByteOutput(path: path)
  }

  /// All labels, in the order in which they were given.
  var all: [Label] { labels.withLock { $0 } }

  /// The verdict of each finding that was judged, by its name.
  var verdicts: [String: String] {
    all.reduce(into: [:]) { verdicts, label in
      if let key = label.key { verdicts[key] = label.label }
    }
  }

  /// Sets or takes back the judgement of a finding, and writes the file.
  ///
  /// - Parameter label: nil takes it back.
  /// - Throws: `ArchivesError` where the file cannot be written; then nothing has changed.
  func set(_ label: Label?, for key: String) throws(ArchivesError) {
    // Under the lock: of two tabs that judge at once neither loses its line.
    let failure = labels.withLock { labels -> ArchivesError? in
      var changed = labels.filter { $0.key != key }
      if let label { changed.append(label) }
      do throws(ArchivesError) {
        try write(changed)
      } catch {
        return error
      }
      labels = changed
      return nil
    }
    if let failure { throw failure }
  }

  private func write(_ labels: [Label]) throws(ArchivesError) {
    var json = JSONWriter()
    for label in labels { Self.write(label, to: &json) }
    try ByteOutput.replace(path, with: json.bytes)
  }

  private static func write(_ label: Label, to json: inout JSONWriter) {
    json.object { json in
      for (key, text) in [
        ("id", label.id), ("text", label.text), ("label", label.label), ("key", label.key),
        ("pack", label.pack), ("rule", label.rule), ("note", label.note),
      ] {
        guard let text else { continue }
        json.field(key, text)
      }
    }
    json.newline()
  }

  /// Gold lines of one rule, or of all: a text once, and right where any of its findings is.
  ///
  /// - Parameters:
  ///   - pack: only labels of this pack.
  ///   - rule: only labels of this rule.
  func gold(pack: String?, rule: String?) -> [UInt8] {
    var order: [String] = []
    var texts: [String: Label] = [:]
    for label in all where label.key != nil {
      if pack != nil && label.pack != pack || rule != nil && label.rule != rule { continue }
      guard let known = texts[label.id] else {
        order.append(label.id)
        texts[label.id] = Label(id: label.id, text: label.text, label: label.label)
        continue
      }
      if known.label != "yes" { texts[label.id]?.label = label.label }
    }
    var json = JSONWriter()
    for id in order { if let label = texts[id] { Self.write(label, to: &json) } }
    return json.bytes
  }
}
