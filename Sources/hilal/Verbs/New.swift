import ArgumentParser
import RulePacks

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a new pack to start from.",
    usage: "hilal new pack <name> [--into <path>]", subcommands: [NewPack.self])
}

struct NewPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Writes plugins/NAME: manifest, rule, lexicon, cases, README.")

  @Option(help: ArgumentHelp("The folder that holds packs.", valueName: "path"))
  var into = "plugins"

  @Argument(
    help: ArgumentHelp("The pack's name: small letters, digits, hyphens.", valueName: "name"))
  var name: String

  func validate() throws {
    try EmptyArgument.refuse(["--into": into], "folder")
  }

  func run() throws {
    do throws(PackScaffold.ScaffoldError) {
      let path = try PackScaffold.write(name: name, into: into, locator: PackOptions.locator)
      print("wrote \(path); next: hilal test \(path)")
      tellOfNeeds(path)
    } catch {
      guard error.isOfDisk else { throw UsageError(error.message) }
      Console.shared.say("error: \(error.message)")
      throw ExitStatus.cannotWrite
    }
  }

  /// Says which packs that the new one needs are not found, and how to give their place.
  private func tellOfNeeds(_ path: String) {
    for need in PackScaffold.needs
    where PackOptions.locator.path(of: need, neededBy: path) == nil {
      Console.shared.say(
        """
        note: the pack `\(need)`, which \(name) needs, is not found beside it, in ./plugins or in \
        $HILAL_PLUGINS
        say where it is before `hilal test`: export HILAL_PLUGINS=/path/to/hilal/plugins
        """)
    }
  }
}
