import ArgumentParser
import RulePacks

/// What the parser of arguments says of a wrong command line, in the manner of the rest of the program.
enum ParserText {
  private static let mark = "Error: "
  private static let unknownOption = "Unknown option '"
  private static let wrongValue = "The value '"
  private static let unexpected = "Unexpected argument '"

  /// The text for standard error; nil for what is no mistake (help, the version) and for bare statuses.
  static func error(_ error: any Error, _ arguments: [String]) -> String? {
    let text = Hilal.fullMessage(for: error)
    guard !Hilal.exitCode(for: error).isSuccess, text.hasPrefix(mark) else { return nil }
    let said = String(text.dropFirst(mark.count))
    let verb = arguments.first ?? ""
    // The parser may miss an argument first, which was given with `-p`.
    if let text = namedPack(arguments, verb: verb) {
      return "error: " + text
        + (said.firstRange(of: "\nUsage").map { said[$0.lowerBound...] } ?? "")
    }
    if said.hasPrefix(wrongValue) { return "error: " + proposed(said) }
    if said.hasPrefix(unexpected) { return "error: " + strayPack(said, verb: verb) }
    guard said.hasPrefix(unknownOption) else { return "error: " + said }
    let option = String(said.dropFirst(unknownOption.count).prefix { $0 != "'" })
    let usage = said.firstIndex(of: "\n").map { String(said[$0...]) } ?? ""
    return "error: " + unknown(option, verb: verb) + usage
  }

  /// How many of a verb's arguments are packs, as its help names them.
  private static func packCount(_ verb: String) -> Int {
    guard let command = Hilal.subcommand(named: verb) else { return 0 }
    return Hilal.helpMessage(for: command).split(separator: "\n").count { line in
      line.hasPrefix("  <") && line.prefix { $0 != ">" }.contains("pack")
    }
  }

  /// What is said where a pack is named with `-p`, and the verb takes packs as its arguments.
  private static func namedPack(_ arguments: [String], verb: String) -> String? {
    let packs = packCount(verb)
    guard packs > 0, !options(of: verb).contains("--pack"),
      let option = arguments.first(where: { $0 == "-p" || $0 == "--pack" })
    else { return nil }
    let places = String(repeating: " PACK", count: packs)
    return "there is no option `\(option)`; packs stand behind the verb: hilal \(verb)\(places)"
  }

  /// The parser proposes options that have hardly a letter in common with what was written.
  private static func unknown(_ option: String, verb: String) -> String {
    // The hyphens are no letters in common.
    let name = String(option.drop { $0 == "-" })
    let near = Suggestion.nearest(to: name, in: options(of: verb).map { String($0.dropFirst(2)) })
    let hint =
      near.map { "; did you mean `--\($0)`?" } ?? owner(of: option).map { "; \($0) has it" }
    return "there is no option `\(option)`" + (hint ?? "")
  }

  /// The first verb that has an option.
  private static func owner(of option: String) -> String? {
    let verbs = Hilal.configuration.subcommands.compactMap { $0.configuration.commandName }
    return verbs.first { options(of: $0).contains(option) }.map { "`hilal \($0)`" }
  }

  /// The parser names the values that there are, in a line or a list, and none that is near.
  private static func proposed(_ said: String) -> String {
    guard let start = said.firstRange(of: "Please provide one of ") else { return said }
    let value = said.dropFirst(wrongValue.count).prefix { $0 != "'" }
    let rest = said[start.upperBound...]
    let listed = rest.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map {
      String($0.dropFirst(4))
    }
    let quoted = rest.prefix { $0 != "\n" }.split(separator: "'").map(String.init)
    guard let near = Suggestion.nearest(to: String(value), in: listed + quoted) else { return said }
    return said[..<start.lowerBound] + "Did you mean `\(near)`? " + said[start.lowerBound...]
  }

  /// Packs that follow a verb as they follow `test`, where it wants them with `-p`.
  private static func strayPack(_ said: String, verb: String) -> String {
    let end = said.firstIndex(of: "\n") ?? said.endIndex
    let argument = String(said.dropFirst(unexpected.count).prefix { $0 != "'" })
    guard options(of: verb).contains("--pack"),
      PackLocator.isPack(PackOptions.locator.path(named: argument))
    else { return said }
    return said[..<end] + "; a pack is named with -p: -p \(argument)" + said[end...]
  }

  /// The long options of a verb, as its help names them.
  private static func options(of verb: String) -> [String] {
    guard let command = Hilal.subcommand(named: verb) else { return ["--version", "--help"] }
    var options: [String] = []
    for line in Hilal.helpMessage(for: command).split(separator: "\n") {
      let words = line.split { " ,/".contains($0) }
      guard words.first?.hasPrefix("-") == true else { continue }
      options += words.filter { $0.hasPrefix("--") }.map { String($0) }
    }
    return options
  }
}
