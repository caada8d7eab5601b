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
    version: commit.map { "hilal \(version) (\($0))" } ?? "hilal \(version)",
    subcommands: [
      Run.self, Annotate.self, Show.self, Test.self, Eval.self, Review.self, List.self, New.self,
      Explain.self, Diff.self, Watch.self, Check.self, BenchVerb.self, Query.self,
      Serve.self,
    ])

  /// Runs the verb that the arguments name.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try refuseUnknownVerb(arguments.first { $0 != "help" })
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let error as UsageError {
      Console.shared.say("error: \(error.message)")
      exit(withError: ExitStatus.usage)
    } catch {
      exit(withError: error)
    }
  }

  /// The parser names no verb that is near to a misspelt one.
  private static func refuseUnknownVerb(_ verb: String?) throws {
    let known = configuration.subcommands.map {
      $0.configuration.commandName ?? "\($0)".lowercased()
    }
    guard let verb, !verb.hasPrefix("-"), !known.contains(verb) else { return }
    throw UsageError("there is no command `\(verb)`; \(Suggestion.hint(for: verb, in: known))")
  }

  /// The version of the program and of its libraries (see the page Embedding for what it promises).
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
