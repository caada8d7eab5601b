import Archives
import ArgumentParser
import Articles
import BatchRunner
import Foundation
import RulePacks

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Findings that are new, lost or changed between two versions of a pack.",
    discussion: """
      With --json one object: {gained, lost, changed, same, moved, changes}, of which each is {"change":"gained", \
      "finding"}, the same with "lost", or {"change":"changed", "from", "to"}. A finding of more or fewer words than \
      before is gained and lost there, with "moved":true in both; as text it is one that has changed. \
      Status 1 when there is a difference, 0 when there is none. What a version of a pack finds in \
      the same bytes is kept under ~/.cache/hilal and not worked out again.
      """)

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var working: JobOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Show at most so many changes; 0 counts them only. (default: 100, all with --json)",
      valueName: "n"))
  var limit: Int?

  @Flag(help: "The changes as one JSON object.")
  var json = false

  @Flag(name: .customLong("no-cache"), help: "Work everything out anew and keep nothing.")
  var ignoresCache = false

  @Option(help: "When to colour.")
  var color = ColorChoice.auto

  @Argument(help: ArgumentHelp("The old version, by its folder or name.", valueName: "old pack"))
  var old: String

  @Argument(help: ArgumentHelp("The new version, by its folder or name.", valueName: "new pack"))
  var new: String

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String] = []

  func validate() throws {
    if let limit { try Limit.check(limit, atLeast: 0) }
    if inputs.isEmpty, reading.filesFrom == nil { try refuseOthers() }
    try reading.requireInputs(inputs, isReadAgain: true)
  }

  /// Where no input is left one of the packs may have been forgotten, or findings be taken for them.
  private func refuseOthers() throws {
    let others = [old, new].filter { !PackLocator.isPack(PackOptions.locator.path(named: $0)) }
    if others.isEmpty, isOne {
      throw ValidationError(
        "name an input: a file or a folder; and the pack \(old) is named twice: name its other version by its folder"
      )
    }
    if others.isEmpty { return }
    throw ValidationError(
      "two packs stand before the inputs, as in hilal diff OLD NEW INPUT; "
        + others.joined(separator: " and ") + (others.count == 1 ? " is no pack" : " are no packs"))
  }

  /// One pack was named twice: it has no differences from itself.
  private var isOne: Bool {
    let folders = [old, new].map { name in
      URL(fileURLWithPath: PackOptions.locator.path(named: name)).resolvingSymlinksInPath().path
    }
    return folders[0] == folders[1]
  }

  func run() throws {
    let inputs = try reading.inputs(inputs, packs: .first(2))
    if isOne {
      Console.shared.say(
        "warning: the pack \(old) is named twice, so nothing can differ; name its other version by its folder"
      )
    }
    let books = try [old, new].map { path in
      var options = PackOptions()
      options.packs = [path]
      return try options.load()
    }
    let options = try reading.runnerOptions(jobs: working.jobs)
    let (before, after): (CollectedFindings, CollectedFindings)
    do throws(ArchivesError) {
      before = try findings(books[0], in: inputs, options)
      after = try findings(books[1], in: inputs, options)
    } catch {
      throw error.exit()
    }
    let failures = before.failures + after.failures
    for line in FailureText.lines(failures) { Console.shared.say(line) }
    // Both versions have read the same.
    defer { UnreadText(unread: after.unread, read: after.read, isLines: reading.lines).say() }
    let changes = FindingChanges(from: before.findings, to: after.findings)
    if json {
      print(String(decoding: Self.json(changes, limit: limit ?? .max), as: UTF8.self))
    } else {
      let usesColor = Console.usesColor(color, terminal: Console.shared.outputIsTerminal)
      for line in ChangeText(usesColor: usesColor).lines(changes, limit: limit ?? 100) {
        print(line)
      }
    }
    if !failures.isEmpty || books.contains(where: { !$0.diagnostics.isEmpty }) {
      throw ExitStatus.packError
    }
    if !changes.isEmpty { throw ExitStatus.failed }
  }

  private static func json(_ changes: FindingChanges, limit: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      let counts = changes.counts
      json.field("gained", counts.gained)
      json.field("lost", counts.lost)
      json.field("changed", counts.changed)
      json.field("same", changes.same)
      json.field("moved", changes.moves.count)
      let moved = Set(changes.moves.keys).union(changes.moves.values)
      let places = changes.changes.indices.prefix(limit)
      json.field("changes", Array(places)) { json, place in
        let change = changes.changes[place]
        json.object { json in
          json.field("change", change.kind)
          if moved.contains(place) { json.field("moved", true) }
          for (name, finding) in change.findings {
            json.key(name)
            json.finding(finding)
          }
        }
      }
    }
    return json.bytes
  }

  /// What a version finds: kept from an earlier comparison, or worked out now.
  private func findings(
    _ book: RuleBook, in inputs: [String], _ options: Runner.Options
  ) throws(ArchivesError) -> CollectedFindings {
    let cache = FindingCache()
    let how =
      "\(reading.fields) \(reading.encoding ?? "") \(reading.maxRecord) "
      + "\(reading.maxMember) \(reading.maxRatio) \(reading.lines) "
      + "\(reading.include) \(reading.exclude)"
    let key = ignoresCache ? nil : cache.key(book, inputs: inputs, reading: how)
    if let key, let known = cache.findings(key) { return known }
    let made = try Runner(book, options).findings(inputs: inputs)
    // A run in which rules failed is told of every time.
    if let key, made.failures.isEmpty { cache.keep(made, key) }
    return made
  }
}
