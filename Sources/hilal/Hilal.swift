import ArgumentParser
import RulePacks

/// The command line.
@main
struct Hilal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hilal",
    abstract: "Runs rule packs written in Lua over archives of Arabic news.",
    discussion: """
      hilal run -p plugins/military-threats examples/news.zip

      Packs are folders with a pack.toml, named by path or, where they lie under ./plugins, \
      $HILAL_PLUGINS or <prefix>/share/hilal/plugins, by name; without -p all of these run, and those \
      of the clone that the program was built in where there are none. Findings go to standard output \
      as JSON Lines, everything else to standard error.
      """,
    version: """
      hilal \(version)\(commit.map { " (\($0))" } ?? "")
      script API \(PackManifest.hostVersion.major).\(PackManifest.hostVersion.minor)
      """,
    subcommands: [
      Run.self, Annotate.self, Show.self, Test.self, Eval.self, Review.self, List.self, New.self,
      Explain.self, Diff.self, Watch.self, Check.self, BenchVerb.self, Query.self,
      Serve.self,
    ])

  /// Runs the verb that the arguments name.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try refuseUnknownVerb(arguments)
      var command = try parseAsRoot(arguments)
      try RepeatedOptions.refuse(arguments)
      try command.run()
    } catch let error as UsageError {
      Console.shared.say("error: \(error.message)")
      exit(withError: ExitStatus.usage)
    } catch {
      guard let text = ParserText.error(error, arguments) else { exit(withError: error) }
      Console.shared.say(text)
      exit(withError: ExitCode(exitCode(for: error).rawValue))
    }
  }

  /// The parser names no verb that is near to a misspelt one.
  private static func refuseUnknownVerb(_ arguments: [String]) throws {
    let words = arguments.filter { $0 != "help" }
    guard let verb = words.first, !verb.hasPrefix("-") else { return }
    guard let command = subcommand(named: verb) else {
      let known = configuration.subcommands.compactMap { $0.configuration.commandName }
      let hint =
        verb == "version"
        ? "did you mean `hilal --version`?" : Suggestion.hint(for: verb, in: known)
      throw UsageError("there is no command `\(verb)`; \(hint)")
    }
    let parts = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let part = words.dropFirst().first, !part.hasPrefix("-"), !parts.isEmpty,
      !parts.contains(part)
    else { return }
    let hint =
      Suggestion.nearest(to: part, in: parts).map { "did you mean `\(verb) \($0)`?" }
      ?? "write " + parts.map { "`hilal \(verb) \($0) NAME`" }.joined(separator: " or ")
    throw UsageError("there is no command `\(verb) \(part)`; \(hint)")
  }

  /// The verb of that name.
  static func subcommand(named verb: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first { $0.configuration.commandName == verb }
  }

  /// The version of the program and of its libraries (see the page Embedding for what it promises). Packs name the
  /// version of the script API instead: `PackManifest.hostVersion`.
  static let version = "0.1.0"

  /// The commit that a release was made of; `packaging/release.sh` writes it into its copy of this
  /// line. A plain build has none.
  static let commit: String? = nil
}

/// Exit statuses of the command line: what each means says the table of `Archives.md`.
enum ExitStatus {
  static let failed = ExitCode(1)
  static let usage = ExitCode(64)
  static let badInput = ExitCode(65)
  static let noInput = ExitCode(66)
  static let packError = ExitCode(70)
  static let cannotWrite = ExitCode(74)
  static let interrupted = ExitCode(130)
  static let closedPipe = ExitCode(141)
}
