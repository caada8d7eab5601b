import Archives
import ArgumentParser
import RulePacks

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists packs, rules, layers, triggers, the script API, or the codes of diagnostics.")

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case packs
    case rules
    case layers
    case triggers
    case api
    /// What `hilal check` and loading say of packs.
    case codes
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
    /// The definition file for editors; the API only.
    case lua
  }

  @OptionGroup var packs: PackOptions

  @Option(help: "How the list is written.")
  var format = Format.text

  @Argument(help: "What to list.")
  var subject: Subject

  func run() throws {
    if subject == .api { return try listAPI() }
    if subject == .codes {
      if format == .markdown { return print(Diagnostic.markdown) }
      return try show(Listing.codes)
    }
    // The core has layers of its own.
    let book = try packs.load(
      wantsRules: [.rules, .triggers].contains(subject), wantsPacks: subject != .layers,
      end: "no pack is left to list")
    var table: Listing.Table =
      switch subject {
      case .packs: Listing.packs(book)
      case .rules: Listing.rules(book)
      case .layers: Listing.layers(book)
      case .triggers, .api, .codes: Listing.triggers(book)
      }
    let lent = subject == .packs && packs.packs.isEmpty ? try lentPacks(besides: book) : []
    table.rows += lent
    try show(table)
    if format == .text, !lent.isEmpty, lent.count < table.rows.count {
      Console.shared.say(
        "note: a run without -p takes the first \(table.rows.count - lent.count); the others are named with -p"
      )
    }
    if !book.diagnostics.isEmpty { throw ExitStatus.packError }
  }

  /// Packs that can be named with `-p` and do not run by themselves.
  private func lentPacks(besides book: RuleBook) throws -> [[String]] {
    var options = PackOptions()
    options.packs = PackOptions.locator.lent()
    if options.packs.isEmpty { return [] }
    let known = Set(book.packs.map(\.manifest.name))
    let lent = Listing.packs(try options.load(tells: false, wantsRules: false)).rows
    return lent.filter { !known.contains($0[0]) }
  }

  private func show(_ table: Listing.Table) throws {
    switch format {
    case .text: print(Self.text([table.columns] + table.rows))
    case .markdown: print(Self.markdown(table.columns, table.rows))
    case .json: print(Self.json(table.columns, table.rows))
    case .lua: throw UsageError("--format lua is for `hilal list api`")
    }
  }

  private func listAPI() throws {
    switch format {
    case .lua: print(ScriptAPI.luaStub)
    case .markdown: print(ScriptAPI.markdown)
    case .text, .json:
      let rows = ScriptAPI.functions.map { [$0.name, $0.returns, $0.summary] }
      try show((["name", "returns", "summary"], rows))
    }
  }

  private static func text(_ rows: [[String]]) -> String {
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func markdown(_ columns: [String], _ rows: [[String]]) -> String {
    let lines = [columns, columns.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func json(_ columns: [String], _ rows: [[String]]) -> String {
    var json = JSONWriter()
    for row in rows {
      json.beginObject()
      for (column, cell) in zip(columns, row) {
        if Listing.counts.contains(column) {
          json.field(column, Int(cell))
        } else {
          json.field(column, cell)
        }
      }
      json.endObject()
      json.newline()
    }
    return String(decoding: json.bytes.dropLast(), as: UTF8.self)
  }
}
