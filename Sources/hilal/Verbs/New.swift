import ArgumentParser
import RulePacks

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a new pack to start from.", subcommands: [NewPack.self])
}

struct NewPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Writes plugins/NAME: manifest, rule, lexicon, cases, README.")

  @Option(help: ArgumentHelp("The folder that holds packs.", valueName: "path"))
  var into = "plugins"

  @Argument(
    help: ArgumentHelp("The pack's name: small letters, digits, hyphens.", valueName: "name"))
  var name: String

  func run() throws {
    do throws(PackScaffold.ScaffoldError) {
      let path = try PackScaffold.write(name: name, into: into)
      print("wrote \(path); next: hilal test \(path)")
    } catch {
      throw ValidationError(error.message)
    }
  }
}
