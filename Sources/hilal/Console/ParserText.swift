import ArgumentParser
import RulePacks

/// What the parser of arguments says of a wrong command line, in the manner of the rest of the program.
enum ParserText {
  private static let mark = "Error: "
  private static let unknownOption = "Unknown option '"

  /// The text for standard error; nil for what is no mistake (help, the version) and for bare statuses.
  static func error(_ error: any Error, _ arguments: [String]) -> String? {
    let text = Hilal.fullMessage(for: error)
    guard !Hilal.exitCode(for: error).isSuccess, text.hasPrefix(mark) else { return nil }
    let said = String(text.dropFirst(mark.count))
    guard said.hasPrefix(unknownOption) else { return "error: " + said }
    let option = String(said.dropFirst(unknownOption.count).prefix { $0 != "'" })
    let usage = said.firstIndex(of: "\n").map { String(said[$0...]) } ?? ""
    return "error: " + unknown(option, verb: arguments.first ?? "") + usage
  }

  /// The parser proposes options that have hardly a letter in common with what was written.
  private static func unknown(_ option: String, verb: String) -> String {
    // The hyphens are no letters in common.
    let name = String(option.drop { $0 == "-" })
    let near = Suggestion.nearest(to: name, in: options(of: verb).map { String($0.dropFirst(2)) })
    return "there is no option `\(option)`" + (near.map { "; did you mean `--\($0)`?" } ?? "")
  }

  /// The long options of a verb, as its help names them.
  private static func options(of verb: String) -> [String] {
    guard let command = Hilal.subcommand(named: verb) else { return [] }
    var options: [String] = []
    for line in Hilal.helpMessage(for: command).split(separator: "\n") {
      let words = line.split { " ,/".contains($0) }
      guard words.first?.hasPrefix("-") == true else { continue }
      options += words.filter { $0.hasPrefix("--") }.map { String($0) }
    }
    return options
  }
}
