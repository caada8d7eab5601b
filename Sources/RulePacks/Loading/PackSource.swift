public import Extraction

/// A pack as it lies on disk: everything that running it needs, read once.
public struct PackSource: Sendable {
  /// A Lua file: its name within the pack and its text.
  struct Script: Sendable, Equatable {
    /// `rules/explicit.lua`
    var name: String
    var text: String
    var source: SourceFile

    static func == (a: Script, b: Script) -> Bool { a.name == b.name && a.text == b.text }
  }

  /// What its `pack.toml` says, checked.
  public let manifest: PackManifest
  /// The folder as the user named it.
  public let path: String
  let folder: PackFolder
  let manifestFile: SourceFile
  let rules: [Script]
  /// `lib/*.lua` by module name.
  let modules: [String: Script]
  /// What the packs that this one needs lend of their `lib`: by `pack.module`, and by `module` where
  /// no pack named before has it.
  private var lent: [String: Script] = [:]
  /// The same, in no order, each perhaps twice.
  var lentScripts: some Collection<Script> { lent.values }
  /// `lexicon/*` by name without ending.
  public let lexicons: [String: LexiconTable]
  /// Files of `lexicon/` with other endings than lexicons have.
  let unreadLexicons: [String]

  /// Bytes of its own scripts: how dear it is to load.
  var scriptBytes: Int {
    rules.reduce(0) { $0 + $1.text.utf8.count }
      + modules.values.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The path of a lexicon's file as the user would name it.
  func lexiconFile(_ name: String) -> String {
    let ending = folder.exists("lexicon/\(name).tsv") ? "tsv" : "txt"
    return "\(path)/lexicon/\(name).\(ending)"
  }

  /// Whether a file lies in the pack's folder, whatever path it is named by, or would if it were there.
  public func holds(_ file: String) -> Bool { folder.holds(file) }

  /// Where an entry of one of the pack's own lexicons stands.
  func place(of entry: LexiconEntry) -> (file: SourceFile, line: Int)? {
    guard let table = lexicons[entry.lexicon],
      let row = table.rows.indices.first(where: {
        table.bytes($0, 0).elementsEqual(entry.text.utf8)
      })
    else { return nil }
    let name = lexiconFile(entry.lexicon)
    let file = String(name.dropFirst(path.count + 1))
    guard let bytes = try? folder.bytes(file, code: .fileUnreadable) else { return nil }
    return (
      SourceFile(name: name, text: String(decoding: bytes, as: UTF8.self)), table.lines[row]
    )
  }

  /// Reads the pack in a folder.
  ///
  /// - Throws: a `Diagnostic` for the first mistake.
  public init(path: String) throws(Diagnostic) { try self.init(path: path, drafts: [:]) }

  /// - Parameter drafts: texts that stand for files which have not been saved, by their path within the pack; nil hides
  ///   a file.
  init(path given: String, drafts: [String: [UInt8]?]) throws(Diagnostic) {
    path = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    folder = PackFolder(path: path, drafts: drafts)
    guard folder.exists("pack.toml") else {
      throw Diagnostic(
        .manifestMissing, file: path, message: "no pack here: there is no pack.toml",
        hint: "name a pack's folder, or make one with `hilal new pack NAME`")
    }
    let (file, text) = try folder.text("pack.toml", code: .manifestSyntax)
    manifestFile = file
    manifest = try PackManifest(file, text: text)
    rules = try PackSource.scripts(folder, "rules")
    var modules: [String: Script] = [:]
    for script in try PackSource.scripts(folder, "lib") {
      modules[String(script.name.dropFirst(4).dropLast(4))] = script
    }
    self.modules = modules
    lexicons = try PackSource.lexicons(folder)
    unreadLexicons = folder.files(in: "lexicon", endings: [""]).filter {
      !$0.hasSuffix(".tsv") && !$0.hasSuffix(".txt")
    }
  }

  /// Bytes of all scripts of a pack at most, of all its lexicons, and lines of these.
  private static let limits = (scripts: 4 << 20, lexicons: 64 << 20, lines: 2_000_000)

  private static func tooLarge(_ folder: PackFolder, _ part: String, _ limit: String) -> Diagnostic
  {
    Diagnostic(
      .fileUnreadable, file: "\(folder.path)/\(part)",
      message: "its files have more than \(limit) together",
      hint: "split the pack")
  }

  /// Lets the pack's scripts require the modules of one that it needs. A module that it lends requires
  /// others as the borrowing pack would.
  mutating func borrow(from need: PackSource) {
    for (name, script) in need.modules {
      let whole = "\(need.manifest.name).\(name)"
      var script = script
      script.name = "\(need.manifest.name)/\(script.name)"
      lent[whole] = script
      if lent[name] == nil { lent[name] = script }
    }
  }

  /// Whether another state of the pack has the same manifest and the same modules.
  func hasSameSetting(as other: PackSource) -> Bool {
    manifest == other.manifest && modules == other.modules && lent == other.lent
  }

  /// The script whose chunk has a name: one of the pack's own or one lent to it.
  func script(named name: String) -> Script? {
    rules.first { $0.name == name } ?? modules.values.first { $0.name == name }
      ?? lent.values.first { $0.name == name }
  }

  /// What `require` finds: the pack's own module before a lent one.
  func module(_ name: String) -> Script? { modules[name] ?? lent[name] }

  /// The names that `require` knows.
  var moduleNames: [String] { (Array(modules.keys) + lent.keys).sorted() }

  /// The module that error messages call `chunk`.
  func module(ofChunk chunk: String) -> Script? {
    modules.values.first { $0.name == chunk } ?? lent.values.first { $0.name == chunk }
  }

  /// The bytes of the files that make up the pack as it runs: its manifest, rules, lib and lexicons,
  /// by name.
  public func contents() -> [(name: String, bytes: [UInt8])] {
    (["pack.toml"] + runningFiles).compactMap { name in
      (try? folder.bytes(name, code: .fileUnreadable)).map { (name: name, bytes: $0) }
    }
  }

  /// Files that would be of the pack and are not read, each with what is said of it: they lead out of it, or are no
  /// plain files.
  func passedOver() -> [(name: String, diagnostic: Diagnostic)] {
    runningFiles.compactMap { name in
      do throws(Diagnostic) {
        _ = try folder.bytes(name, code: .fileUnreadable)
        return nil
      } catch {
        return (name, error)
      }
    }
  }

  /// The paths of rules, modules and lexicons, whether they can be read or not.
  private var runningFiles: [String] {
    [Part.rules, .lib, .lexicon].flatMap { part in
      folder.files(in: part.rawValue, endings: part.endings).map { "\(part.rawValue)/\($0)" }
    }
  }

  /// Whether one of the pack's scripts holds a name.
  func mentions(_ name: String) -> Bool {
    let wanted = Array(name.utf8)
    return (rules + modules.values).contains { Self.holds($0.text, wanted) }
  }

  private static func holds(_ text: String, _ wanted: [UInt8]) -> Bool {
    var text = text
    // SAFETY: the bytes are only read, and only here.
    return text.withUTF8 { bytes in
      bytes.indices.contains { at in
        unsafe bytes[at] == wanted[0] && bytes[at...].starts(with: wanted)
      }
    }
  }

  private static func scripts(
    _ folder: PackFolder, _ name: String
  ) throws(Diagnostic) -> [Script] {
    var scripts: [Script] = []
    var bytes = 0
    for file in folder.files(in: name, endings: [".lua"]) {
      let (source, text) = try folder.text("\(name)/\(file)", code: .fileUnreadable)
      bytes += text.utf8.count
      if bytes > limits.scripts { throw tooLarge(folder, name, "\(limits.scripts >> 20) MiB") }
      scripts.append(Script(name: "\(name)/\(file)", text: text, source: source))
    }
    return scripts
  }

  private static func lexicons(
    _ folder: PackFolder
  ) throws(Diagnostic) -> [String: LexiconTable] {
    var files: [(name: String, bytes: [UInt8])] = []
    var size = 0
    var lines = 0
    var counted = 0
    var excess: Diagnostic?
    for file in folder.files(in: "lexicon", endings: [".tsv", ".txt"]) {
      // A link that leads out of the pack is no lexicon of the pack.
      guard let bytes = try? folder.bytes("lexicon/\(file)", code: .fileUnreadable) else {
        continue
      }
      size += bytes.count
      if size > limits.lexicons {
        excess = tooLarge(folder, "lexicon", "\(limits.lexicons >> 20) MiB")
        break
      }
      files.append((file, bytes))
      // So few bytes hold no more lines.
      if size <= limits.lines { continue }
      for file in files[counted...] { lines += file.bytes.count { $0 == 0x0A || $0 == 0x09 } }
      counted = files.count
      if lines > limits.lines {
        excess = tooLarge(folder, "lexicon", "\(limits.lines) lines and cells")
        files.removeLast()
        break
      }
    }
    var tables: [String: LexiconTable] = [:]
    let results = files.concurrentMap { file in
      Result { () throws(Diagnostic) in try lexicon(folder, file.name, file.bytes) }
    }
    for (file, result) in zip(files, results) {
      let table = try result.get()
      if tables.updateValue(table, forKey: table.name) != nil {
        throw Diagnostic(
          .lexiconTwice, file: "\(folder.path)/lexicon/\(file.name)",
          message:
            "the lexicon `\(table.name)` is there twice: \(table.name).tsv and \(table.name).txt")
      }
    }
    if let excess { throw excess }
    return tables
  }

  private static func lexicon(
    _ folder: PackFolder, _ file: String, _ bytes: [UInt8]
  ) throws(Diagnostic) -> LexiconTable {
    let fault = { (line: Int, message: String, hint: String) in
      SourceFile(
        name: "\(folder.path)/lexicon/\(file)", text: String(decoding: bytes, as: UTF8.self)
      ).diagnostic(.lexiconSyntax, line: line, message, hint: hint)
    }
    let name = String(file.dropLast(4))
    let table: LexiconTable
    do {
      table =
        file.hasSuffix(".tsv")
        ? try LexiconTable(name: name, tsv: bytes) : try LexiconTable(name: name, list: bytes)
    } catch {
      throw fault(
        error.line, error.message,
        error.message.contains("UTF-8")
          ? "save it as UTF-8"
          : "columns are parted by tabs, empty ones too; `#` begins a comment")
    }
    if let (row, entry) = halfEntry(in: table) {
      throw fault(
        table.lines[row],
        "`\(entry)` has nothing \(entry.hasPrefix("=") ? "before" : "behind") its `=`",
        "write the word, `=` and what goes with it, parted by |; or the word alone")
    }
    if let (row, entry) = chainedEntry(in: table) {
      throw fault(
        table.lines[row], "`\(entry.prefix(Identifier.limit))` has more than one `=`",
        "what goes with the word is parted by |: \(chained(entry))")
    }
    if let verb = Knowledge.fault(in: table) {
      throw fault(verb.line, verb.message, "cite verbs as \"he did\": قال, أعلن, اعترف")
    }
    return table
  }

  /// The first entry with two `=`: سيل=سيول=سيلات.
  private static func chainedEntry(in table: LexiconTable) -> (row: Int, entry: String)? {
    let row = table.rows.indices.first { row in
      table.bytes(row, 0).count { $0 == UInt8(ascii: "=") } > 1
    }
    return row.map { ($0, String(decoding: table.bytes($0, 0), as: UTF8.self)) }
  }

  /// The entry as it was meant: its parts behind the first `=` parted by |.
  private static func chained(_ entry: String) -> String {
    let parts = entry.prefix(Identifier.limit).split(separator: "=")
    return (parts.first ?? "") + "=" + parts.dropFirst().joined(separator: "|")
  }

  /// The first entry that has a `=` and not both of what stands around it.
  private static func halfEntry(in table: LexiconTable) -> (row: Int, entry: String)? {
    let mark = UInt8(ascii: "=")
    let row = table.rows.indices.first {
      let entry = table.bytes($0, 0)
      return entry.first == mark || entry.last == mark
    }
    return row.map { ($0, String(decoding: table.bytes($0, 0), as: UTF8.self)) }
  }
}
