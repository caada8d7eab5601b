import Archives
import ArgumentParser
import RulePacks

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks packs over without data: mistakes, and what is probably not meant.",
    discussion: """
      Status 70 when a pack does not load or its cases cannot be read, 1 when there are warnings \
      under --strict, else 0. Every finding has a stable code.
      """)

  @Flag(help: "Warnings count as failures.")
  var strict = false

  @Flag(help: "Findings as JSON Lines.")
  var json = false

  @Flag(
    help: "What each pack reads and needs, what it may use, and its hash, instead of its mistakes.")
  var audit = false

  @Argument(help: ArgumentHelp("Packs, by their folders or names.", valueName: "pack"))
  var paths: [String] = []

  func run() throws {
    var options = PackOptions()
    options.packs = paths
    let book = try options.load(tells: false)
    if audit { return try show(book) }
    var found = book.diagnostics
    for index in book.packs.indices where book.packs[index].reports {
      found += PackLinter(book, pack: index).diagnostics()
    }
    for diagnostic in found {
      print(json ? Self.json(diagnostic) : Text.printable("\(diagnostic)\n"))
    }
    let warnings = found.count { $0.code.isWarning }
    if !json {
      let packs = Text.plural(book.packs.count { $0.reports }, "pack")
      print(
        "\(packs) checked: \(Text.plural(found.count - warnings, "error")), "
          + Text.plural(warnings, "warning"))
    }
    if warnings < found.count { throw ExitStatus.packError }
    if strict, warnings > 0 { throw ExitStatus.failed }
  }

  /// The audit of the named packs.
  private func show(_ book: RuleBook) throws {
    for index in book.packs.indices where book.packs[index].reports {
      let text = AuditText(PackAudit(book, pack: index))
      print(json ? text.json : Text.printable(text.lines.joined(separator: "\n")))
    }
    for diagnostic in book.diagnostics { Console.shared.say("\(diagnostic)") }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  private static func json(_ diagnostic: Diagnostic) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.field("code", diagnostic.code.rawValue)
    json.field("level", diagnostic.code.isWarning ? "warning" : "error")
    json.field("file", diagnostic.file)
    json.field("line", diagnostic.line)
    json.field("column", diagnostic.column)
    json.field("message", diagnostic.message)
    json.field("hint", diagnostic.hint)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
