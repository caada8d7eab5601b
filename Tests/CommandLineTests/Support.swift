import Foundation
import Testing

/// A temporary folder in which the built `hilal` runs.
final class Desk {
  let path: String

  /// What a run of the program came to.
  struct Outcome {
    var status: Int32
    var out: String
    var err: String

    var lines: [String] { out.split(separator: "\n").map(String.init) }
  }

  /// Packs by path (`p/rules/a.lua`); a pack without a manifest gets one.
  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.path + "/hilal-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
    let scripts = files.keys.map { $0.split(separator: "/") }.filter {
      $0.dropFirst().first == "rules"
    }
    for name in Set(scripts.map { $0[0] })
    where files["\(name)/pack.toml"] == nil {
      try write("\(name)/pack.toml", "name = \"\(name)\"\nversion = \"1.0.0\"\n")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) -> String {
    (try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// The object in a JSON file.
  func json(_ name: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(read(name).utf8)) as? [String: Any])
  }

  /// Runs `hilal` with arguments and, where given, standard input.
  func hilal(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.program, arguments, input, environment)
  }

  func hilal(_ arguments: [String]) throws -> Outcome { try run(Self.program, arguments, nil, [:]) }

  /// Runs a line of the shell in which `$HILAL` is the program, and `await FILE` waits, a minute at most, until there is
  /// something in a file.
  func shell(_ line: String) throws -> Outcome {
    let waiting =
      "await() { n=0; until [ -s \"$1\" ] || [ $n = 600 ]; do sleep 0.1; n=$((n + 1)); done; }\n"
    return try run("/bin/sh", ["-c", waiting + line], nil, ["HILAL": Self.program])
  }

  private func run(
    _ program: String, _ arguments: [String], _ input: String?, _ environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    var variables = ProcessInfo.processInfo.environment
    variables["HILAL_PLUGINS"] = nil
    process.environment = variables.merging(environment) { $1 }
    // Files, not pipes, so that nothing waits for a reader.
    let names = ["out", "err", "in"].map { "\(path)/.\($0)-\(UUID().uuidString)" }
    for name in names { try Data((input ?? "").utf8).write(to: URL(fileURLWithPath: name)) }
    for name in names.prefix(2) { try Data().write(to: URL(fileURLWithPath: name)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[0]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names[2]))
    try process.run()
    process.waitUntilExit()
    let texts = try names.prefix(2).map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    return Outcome(status: process.terminationStatus, out: texts[0], err: texts[1])
  }

  /// The repository's own packs.
  static let plugins = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../plugins").standardized.path

  /// The program that was built beside the tests.
  static let program: String = {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent().path ?? ""
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../.build/debug/hilal").standardized.path
    let candidates = [beside + "/hilal", repository]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? repository
  }()
}

/// A rule that reports a word.
func wordRule(_ word: String, id: String = "word") -> String {
  "return hilal.rule { id = \"\(id)\", title = \"كلمة\", match = hilal.word \"\(word)\":as \"cue\" }\n"
}

/// Lines of articles numbered from 0.
func articles(_ contents: String...) -> String {
  contents.enumerated().map { "{\"id\":\"n\($0.offset)\",\"content\":\"\($0.element)\"}\n" }
    .joined()
}

/// A desk with a pack `talks`, which finds لقاء, and two articles in `in.jsonl`.
func talksDesk(_ files: [String: String] = [:]) throws -> Desk {
  try Desk(
    [
      "plugins/talks/pack.toml": "name = \"talks\"\nversion = \"1.0.0\"\n",
      "plugins/talks/rules/a.lua": wordRule("لقاء"),
      "in.jsonl": articles("عقد لقاء.", "خبر."),
    ].merging(files) { $1 })
}
