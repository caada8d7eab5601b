import Archives
import Foundation
import RulePacks

/// A gold file that grows line by line: what was there before stays as it is.
final class GoldFile {
  /// The labels of the texts in the file, by id.
  private(set) var labels: [String: String] = [:]

  private let path: String
  /// Nil until the first judgement, where there was none.
  private var file: FileHandle?
  /// What was added since it was opened: where each line begins, and whose it is.
  private var added: [(offset: UInt64, id: String)] = []

  /// Opens the file; one that is not there begins with the first judgement.
  ///
  /// - Throws: `output` when it cannot be written, `resumeRefused` when it holds something else.
  init(path: String) throws(ArchivesError) {
    self.path = path
    let failure = { (message: String) in
      ArchivesError(.output, place: path, message: message)
    }
    guard FileManager.default.fileExists(atPath: path) else {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      if FileManager.default.isWritableFile(atPath: folder) { return }
      throw failure("cannot be written; check the folder of --output")
    }
    guard let file = FileHandle(forUpdatingAtPath: path),
      let bytes = try? file.readToEnd() ?? Data()
    else { throw failure("cannot be read and written") }
    self.file = file
    do throws(EvaluationError) {
      for example in try Evaluation.examples(Array(bytes)) { labels[example.id] = example.label }
    } catch {
      throw ArchivesError(
        .resumeRefused, place: path, message: "is no gold file: \(error.message); name another")
    }
    if let last = bytes.last, last != UInt8(ascii: "\n") { try write(Data("\n".utf8)) }
  }

  /// Adds a line.
  func add(id: String, text: String, label: String) throws(ArchivesError) {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", id)
    json.field("text", text)
    json.field("label", label)
    json.endObject()
    json.newline()
    let offset = (try? file?.offset()) ?? 0
    try write(Data(json.bytes))
    added.append((offset, id))
    labels[id] = label
  }

  /// Takes the last added line back; the id that it had, nil where nothing was added.
  func undo() throws(ArchivesError) -> String? {
    guard let last = added.popLast() else { return nil }
    do {
      try file?.truncate(atOffset: last.offset)
    } catch {
      throw failure
    }
    labels[last.id] = nil
    return last.id
  }

  private func write(_ bytes: Data) throws(ArchivesError) {
    if file == nil, FileManager.default.createFile(atPath: path, contents: nil) {
      file = FileHandle(forUpdatingAtPath: path)
    }
    guard let file else { throw failure }
    do {
      try file.write(contentsOf: bytes)
    } catch {
      throw failure
    }
  }

  private var failure: ArchivesError {
    ArchivesError(.output, place: path, message: "cannot be written; what is in it is whole")
  }
}
