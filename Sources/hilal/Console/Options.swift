import Archives
import ArgumentParser
import BatchRunner
import Foundation
import Glibc
import RulePacks

/// Which packs run.
struct PackOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .customLong("pack")],
    help: ArgumentHelp(
      "A pack, by its folder or its name; repeatable.", valueName: "pack"))
  var packs: [String] = []

  /// The folders of the packs that are named.
  var paths: [String] { packs.map(Self.locator.path(named:)) }

  /// Loads the packs and says what kept some from loading.
  ///
  /// - Parameters:
  ///   - old: a book of earlier states of the packs.
  ///   - wantsRules: a pack that is named and has no rules is warned of.
  ///   - wantsPacks: it is an error that no pack is found in the places.
  ///   - end: what is said where no rule is left.
  ///   - goesOn: the caller waits for packs that load, so that one that does not is no end.
  /// - Throws: the status to end with when no pack is found at all, under the names given or in the places.
  func load(
    tells: Bool = true, wantsRules: Bool = true, wantsPacks: Bool = true,
    end: String = "no rule is left to run; nothing was read or written", goesOn: Bool = false,
    reusing old: RuleBook? = nil
  ) throws -> RuleBook {
    _ = Self.tellMissingPlaces
    if packs.contains("") { throw UsageError("no pack is named: the argument is empty") }
    let locator = Self.locator
    let paths = packs.isEmpty ? locator.all() : self.paths
    if paths.isEmpty, wantsPacks {
      Console.shared.say(
        "error: no packs found in \(locator.places.joined(separator: ", ")); name one with -p, or the folder that holds them in HILAL_PLUGINS"
      )
      throw ExitStatus.packError
    }
    let book = RuleBook(PackSet(paths: paths, locator: locator), reusing: old)
    for line in book.printed { Console.shared.say(line) }
    if tells {
      let unreturned = book.packs.filter(\.reports).flatMap(\.unreturned)
      for diagnostic in book.diagnostics + unreturned { Console.shared.say("\(diagnostic)") }
      // Outputs of earlier runs stay as they are where there is nothing to put in their place.
      let hasRules = book.rules.contains { book.packs[$0.pack].reports }
      if !book.diagnostics.isEmpty, !hasRules, !goesOn {
        Console.shared.say("error: \(end)")
        throw ExitStatus.packError
      }
      if wantsRules { tellRuleless(book) }
    }
    return book
  }

  /// Nothing can be found by a pack that was named and has no rule. One that brings lexicons may be named beside others.
  private func tellRuleless(_ book: RuleBook) {
    if packs.isEmpty { return }
    let hasRules = book.rules.contains { book.packs[$0.pack].reports }
    for (index, pack) in book.packs.enumerated()
    where pack.reports && !book.rules.contains(where: { $0.pack == index }) {
      if hasRules, !pack.source.lexicons.isEmpty { continue }
      Console.shared.say(
        "warning: the pack \(pack.manifest.name) has no rules, so it finds nothing; "
          + "rules are the files \(pack.source.path)/rules/*.lua")
    }
  }

  /// Says once which folders of `$HILAL_PLUGINS` are none: packs would be missed there in silence.
  private static let tellMissingPlaces: Void = {
    for place in (Console.environment("HILAL_PLUGINS") ?? "").split(separator: ":") {
      if (try? FileManager.default.contentsOfDirectory(atPath: String(place))) != nil { continue }
      Console.shared.say("warning: HILAL_PLUGINS names \(place), where there is no folder")
    }
  }()

  /// Where packs are looked for, and those that they need.
  static var locator: PackLocator {
    PackLocator.standard(
      environment: ["HILAL_PLUGINS": Console.environment("HILAL_PLUGINS") ?? ""],
      executable: Bundle.main.executablePath ?? "hilal")
  }
}

/// How much a verb shows (`--limit`).
enum Limit {
  /// - Throws: a `ValidationError` for fewer than `least`.
  static func check(_ limit: Int, atLeast least: Int) throws {
    if limit < least { throw ValidationError("--limit must be at least \(least)") }
  }
}

/// Arguments that name something and are empty, as variables of a shell are that were not set.
enum EmptyArgument {
  /// - Parameter what: what the options name.
  /// - Throws: a `ValidationError` for the first option that has an empty one.
  static func refuse(_ options: KeyValuePairs<String, String?>, _ what: String) throws {
    for (option, value) in options where value?.isEmpty == true {
      throw ValidationError("\(option) names no \(what): the argument is empty")
    }
  }
}

/// How a verb wants its packs to be named.
enum PackNaming {
  /// With `-p`.
  case option
  /// So many, before the inputs.
  case first(Int)

  /// What to do about a pack that stands among the inputs.
  func advice(_ pack: String) -> String {
    switch self {
    case .option: "say -p \(pack)"
    case .first(1): "the pack stands first"
    case .first(let count): "the \(count) packs stand first"
    }
  }
}

/// The one article that is asked for.
struct ArticleOption: ParsableArguments {
  @Option(
    name: .customLong("id"), help: ArgumentHelp("Only the article with this id.", valueName: "id"))
  var ids: [String] = []

  /// Nil where none was asked for.
  var id: String? { ids.first }

  func validate() throws {
    try EmptyArgument.refuse(["--id": ids.first], "article")
    if ids.count > 1 {
      throw ValidationError(
        "--id names one article, and \(ids.joined(separator: " and ")) were named; give it once")
    }
  }
}

/// How inputs are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("field"),
    help: ArgumentHelp(
      "Another name of a field: content=story; repeatable.", valueName: "field=name"))
  var fields: [String] = []

  @Option(help: ArgumentHelp("Character set of inputs that name none.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Inputs are JSON Lines: each line is a record, whatever the first ones look like.")
  var lines = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Largest record, in MiB.", valueName: "MiB"))
  var maxRecord = 64

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Largest decompressed member, in MiB.", valueName: "MiB"))
  var maxMember = 4096

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Largest ratio of decompressed to compressed bytes.", valueName: "n"))
  var maxRatio = 200

  @Option(
    help: ArgumentHelp(
      "In folders and archives, only names like this: '*.json'; repeatable.", valueName: "glob"))
  var include: [String] = []

  @Option(
    help: ArgumentHelp(
      "In folders and archives, no names like this; repeatable.", valueName: "glob"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "More inputs, one a line; - reads them from standard input.", valueName: "file"))
  var filesFrom: String?

  func validate() throws {
    for (name, value) in [
      ("max-record", maxRecord), ("max-member", maxMember), ("max-ratio", maxRatio),
    ] where value < 1 {
      throw ValidationError("--\(name) must be at least 1")
    }
    try EmptyArgument.refuse(["--files-from": filesFrom], "file")
    try EmptyArgument.refuse(["--encoding": encoding], "character set")
    _ = try fieldNames()
  }

  /// - Throws: a `ValidationError` for a mapping that is none.
  private func fieldNames() throws -> FieldNames {
    var names = FieldNames()
    for mapping in fields {
      let parts = mapping.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = FieldNames.Field(rawValue: parts[0]) else {
        let known = FieldNames.Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--field \(mapping): write field=name, as in content=story; fields are \(known)")
      }
      names.add(parts[1], for: field)
    }
    return names
  }

  /// - Parameter jobs: worker threads; one a core where nil.
  func runnerOptions(jobs: Int? = nil) throws -> Runner.Options {
    var options = Runner.Options()
    options.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    options.encoding = encoding
    options.isLines = lines
    options.fieldNames = try fieldNames()
    options.filter = InputFilter(include: include, exclude: exclude)
    options.limits.record = maxRecord << 20
    options.limits.member = maxMember << 20
    options.limits.ratio = maxRatio
    return options
  }

  /// - Parameter isReadAgain: the verb reads its inputs more than once, which standard input cannot be.
  /// - Throws: a `ValidationError` when there is nothing to read.
  func requireInputs(_ named: [String], isReadAgain: Bool = false) throws {
    if named.isEmpty, filesFrom == nil {
      throw ValidationError(
        isReadAgain
          ? "name an input: a file or a folder"
          : "name an input: a file, a folder or - for standard input")
    }
    if named.contains("") { throw ValidationError("no input is named: the argument is empty") }
    if isReadAgain, named.contains("-") {
      throw ValidationError("standard input can be read only once: name files and folders")
    }
    if named.count(where: { $0 == "-" }) + (filesFrom == "-" ? 1 : 0) > 1 {
      throw ValidationError("standard input can be read only once: give - once")
    }
  }

  /// The inputs of the command line, then those of `--files-from`.
  ///
  /// - Parameter naming: how the verb wants its packs to be named.
  /// - Throws: the status to end with when one is a pack, or the list cannot be read.
  func inputs(_ named: [String], packs naming: PackNaming = .option) throws -> [String] {
    try Self.refusePacks(named, naming)
    guard let filesFrom else { return Self.tellingRepeated(named) }
    let list = filesFrom == "-" ? .standardInput : FileHandle(forReadingAtPath: filesFrom)
    guard let list, let bytes = try? list.readToEnd() ?? Data() else {
      Console.shared.say("error: \(filesFrom): cannot be read; check the path of --files-from")
      throw ExitStatus.noInput
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(
      String.init)
    return Self.tellingRepeated(named + lines.filter { !$0.allSatisfy(\.isWhitespace) })
  }

  /// The inputs as they are; of those that are named again the first is told of.
  private static func tellingRepeated(_ inputs: [String]) -> [String] {
    var known: Set<String> = []
    let repeated = inputs.first { input in
      let path = URL(fileURLWithPath: input).resolvingSymlinksInPath().path
      return input != "-" && !known.insert(path).inserted
    }
    if let repeated {
      Console.shared.say("warning: \(repeated) is named twice; its articles are read twice")
    }
    return inputs
  }

  /// A pack among the inputs, or a folder of packs, has slipped there: its scripts are no news.
  private static func refusePacks(_ inputs: [String], _ naming: PackNaming) throws {
    for input in inputs {
      let isThere = FileManager.default.fileExists(atPath: input)
      let path = isThere ? input : PackOptions.locator.path(named: input)
      if PackLocator.isPack(path) {
        throw UsageError(
          "\(input) is a pack, not articles; \(naming.advice(input)), and name the articles as input"
        )
      }
      try refuseFolder(input, naming)
    }
  }

  /// A folder of nothing but packs is refused; of one that holds other things as well the packs are told of.
  private static func refuseFolder(_ folder: String, _ naming: PackNaming) throws {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
    let packs = names.filter { PackLocator.isPack("\(folder)/\($0)") }
    guard let first = packs.first else { return }
    let pack = folder.hasSuffix("/") ? folder + first : "\(folder)/\(first)"
    if packs == names {
      throw UsageError(
        "\(folder) is a folder of packs, not articles; \(naming.advice(pack)), and name the articles as input"
      )
    }
    Console.shared.say(
      "warning: \(pack) is a pack, whose files are read as articles here; \(naming.advice(pack))")
  }

  /// Refuses to write over what is read, and anything into the folders of packs.
  ///
  /// - Parameter folder: one that takes files.
  func protect(
    _ inputs: [String], from outputs: [String?], folder: String? = nil
  ) throws(ArchivesError) {
    let outputs = outputs.compactMap(\.self)
    try InputFile.protect(
      inputs, filter: InputFilter(include: include, exclude: exclude), from: outputs)
    for output in outputs + [folder].compactMap(\.self) where output != "-" {
      guard let pack = PackLocator.pack(holding: output) else { continue }
      throw ArchivesError(
        .overwrites, place: output,
        message:
          "lies in the folder of the pack \(pack.split(separator: "/").last ?? "/"), where a run writes nothing; "
          + "name an output outside of \(pack)")
    }
  }
}

/// How many articles are worked on at a time.
struct JobOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("Worker threads.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }
}

/// What becomes of records that cannot be read, and how much is said, for verbs that take in whole archives.
struct AccountOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Records that could not be read, JSON Lines.", valueName: "file"))
  var quarantine: String?

  @Flag(help: "End with status 65 when a record could not be read.")
  var strict = false

  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  func validate() throws { try EmptyArgument.refuse(["--quarantine": quarantine], "file") }

  /// The writer of bad records, where one is asked for.
  func quarantineWriter() throws(ArchivesError) -> QuarantineWriter? {
    guard let quarantine else { return nil }
    return QuarantineWriter(try ByteOutput(path: quarantine))
  }
}
