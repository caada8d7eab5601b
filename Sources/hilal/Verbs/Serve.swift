import Archives
import ArgumentParser
import BatchRunner
import Dispatch
import Foundation
import RulePacks
import Studio

struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Opens a local page: read an archive, write rules, judge findings.",
    discussion: """
      Serves this machine alone, at an address that holds a secret token. Findings change when a \
      pack is saved, on the page or by any editor. Judgements are kept as a gold file that \
      `hilal eval` reads. Ends with Ctrl-C.
      """)

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var working: JobOptions
  @OptionGroup var selecting: SelectionOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The port; 0 takes one that is free.", valueName: "n"))
  var port = 0

  @Option(help: ArgumentHelp("Where judgements are kept.", valueName: "gold.jsonl"))
  var labels = "hilal-labels.jsonl"

  @Flag(help: "Do not open the page in a browser.")
  var noOpen = false

  @Option(help: ArgumentHelp("Serve the page's files from a folder.", visibility: .hidden))
  var assets: String?

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    try reading.requireInputs(inputs, isReadAgain: true)
    try EmptyArgument.refuse(["--labels": labels], "file")
    if !(0...65_535).contains(port) { throw ValidationError("--port must be between 0 and 65535") }
  }

  func run() throws {
    let inputs = try reading.inputs(inputs)
    // Told here what could not be told any more when the page is open.
    let book = try packs.load()
    let paths = packs.packs.isEmpty ? PackOptions.locator.all() : packs.paths
    if book.packs.isEmpty { throw ExitStatus.packError }
    var choosing = try reading.runnerOptions(jobs: working.jobs)
    choosing.selection = selecting.selection()
    var options = StudioOptions(
      packs: paths, locator: PackOptions.locator, inputs: inputs, reading: choosing,
      version: Hilal.version)
    options.articlesRead = { [selecting] in SelectionText(selecting: selecting, $0).say() }
    options.book = book
    options.port = port
    options.labels = labels
    options.assets = assets
    let studio: Studio
    do {
      _ = try ArticleReader.totalBytes(of: inputs, filter: options.reading.filter)
      studio = try Studio(options)
    } catch let error as ArchivesError {
      throw error.exit()
    } catch {
      Console.shared.say("error: the temporary database cannot be made: \(error)")
      throw ExitStatus.cannotWrite
    }
    try serve(studio)
  }

  /// Serves until the studio is ended by a signal.
  private func serve(_ studio: Studio) throws {
    let opens = !noOpen
    let result = Outcome()
    let done = DispatchSemaphore(value: 0)
    Task {
      do {
        try await studio.run { address in
          Console.shared.say(address)
          Console.shared.say(
            opens
              ? "opened in the browser, where there is one; Ctrl-C ends it"
              : "open it in a browser of this machine; Ctrl-C ends it")
          if opens { Self.open(address) }
        }
      } catch {
        result.message = "\(error)"
      }
      done.signal()
    }
    done.wait()
    guard let message = result.message else { return }
    Console.shared.say("error: 127.0.0.1:\(port): \(message); choose another with --port")
    throw ExitStatus.cannotWrite
  }

  /// What the server ended with.
  ///
  /// SAFETY: written before the semaphore is raised and read behind it.
  private final class Outcome: @unchecked Sendable {
    var message: String?
  }

  /// Opens the address with the desktop's program for that, where there is one.
  private static func open(_ address: String) {
    for path in ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open"]
    where FileManager.default.isExecutableFile(atPath: path) {
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = [address]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      return (try? process.run()) ?? ()
    }
  }
}
