import Archives
import ArgumentParser
import Articles
import BatchRunner
import Foundation
import RulePacks

struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Runs a pack again whenever it is saved, and shows findings gained and lost.",
    discussion: "Ends with Ctrl-C.")

  @OptionGroup var packs: PackOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var working: JobOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show at most so many changes; 0 counts them only.", valueName: "n"))
  var limit = 20

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("End after so many runs, for scripts.", valueName: "n"))
  var runs: Int?

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    if packs.packs.isEmpty { throw ValidationError("name the packs to watch with -p") }
    try Limit.check(limit, atLeast: 0)
    if let runs, runs < 1 { throw ValidationError("--runs must be at least 1") }
    try reading.requireInputs(inputs, isReadAgain: true)
  }

  /// What is known from one run to the next.
  private struct State {
    /// The packs as they last ran.
    var book: RuleBook?
    /// The folders that are watched.
    var folders: [String]
    /// The input that was not there.
    var missing: String?

    /// Whether the input has come for which a run waits.
    var hasCome: Bool { missing.map(FileManager.default.fileExists(atPath:)) ?? false }
  }

  func run() throws {
    let options = try reading.runnerOptions(jobs: working.jobs)
    let inputs = try reading.inputs(inputs)
    let repeated = RepeatedRun(options)
    var state = State(folders: packs.paths)
    var previous: CollectedFindings?
    // Nothing yet, so that the first run comes at once and tells of a pack that is not there.
    var stamp: [String: Date]?
    var left = runs ?? Int.max
    while left > 0 {
      let now = Self.stamp(of: state.folders)
      if now == stamp, !state.hasCome {
        Thread.sleep(forTimeInterval: 0.1)
        continue
      }
      left -= 1
      if let found = try findings(repeated, inputs, &state) {
        if let previous { show(previous.findings, found) }
        // Told again only where the inputs have changed.
        if found.unread != previous?.unread {
          UnreadText(unread: found.unread, read: found.read, isLines: reading.lines).say()
        }
        previous = found
      }
      // Needed packs are known now; a file saved during the run is newer than what is noted here.
      stamp = now.merging(Self.stamp(of: state.folders)) { before, _ in before }
    }
  }

  /// The findings of one run; nil when the packs do not load or an input has gone, which is told. The folders to watch
  /// become those of the packs and of all that they need.
  private func findings(
    _ repeated: RepeatedRun, _ inputs: [String], _ state: inout State
  ) throws -> CollectedFindings? {
    let start = ContinuousClock.now
    state.missing = nil
    let book = try packs.load(goesOn: state.book != nil, reusing: state.book)
    if !book.diagnostics.isEmpty {
      Console.shared.say("waiting for the next save")
      return nil
    }
    do throws(ArchivesError) {
      guard let found = try repeated.findings(of: book, inputs: inputs) else { return nil }
      state.book = book
      for line in FailureText.lines(found.failures) { Console.shared.say(line) }
      let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000
      state.folders = packs.paths + book.packs.filter { !$0.reports }.map(\.source.path)
      let count = Text.plural(found.findings.count, "finding")
      Console.shared.say("\(count) in \(Text.decimal(seconds)) s")
      return found
    } catch {
      let status = error.exit()
      // An input that is being saved may be gone for a moment; one that has never been there is a slip.
      if state.book == nil || error.kind != .noSuchInput { throw status }
      state.missing = error.place
      Console.shared.say("waiting for \(error.place) or the next save")
      return nil
    }
  }

  private func show(_ previous: [Finding], _ found: CollectedFindings) {
    let usesColor = Console.usesColor(color, terminal: Console.shared.outputIsTerminal)
    let changes = FindingChanges(from: previous, to: found.findings)
    let text = ChangeText(usesColor: usesColor)
    for line in text.lines(changes, limit: limit, failures: found.failures) { print(line) }
    fflush(nil)
  }

  /// When each file of the packs was last changed.
  private static func stamp(of packs: [String]) -> [String: Date] {
    var stamp: [String: Date] = [:]
    for pack in packs {
      guard let walk = FileManager.default.enumerator(atPath: pack) else { continue }
      while let file = walk.nextObject() as? String {
        let path = pack + "/" + file
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        stamp[path] = attributes?[.modificationDate] as? Date
      }
    }
    return stamp
  }
}
