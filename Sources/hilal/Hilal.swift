import ArgumentParser

/// The command line.
@main
struct Hilal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hilal", abstract: "Runs rule packs written in Lua over archives of Arabic news.",
    subcommands: [Annotate.self])
}
