extension ScriptAPI {
  /// The definition file for lua-language-server (LuaCATS), which completes and checks rules.
  public static var luaStub: String {
    var lines = [
      "---@meta", "-- Made by `hilal list api --format lua`; do not edit.", "", "---@class hilal",
      "hilal = {}", "", "---@class hilal.RuleDeclaration",
    ]
    lines += ruleFields.map { "---@field \(optionalName($0)) \(type($0)) \($0.summary)" }
    lines += ["", "---@class hilal.Rule", ""]
    for object in objects {
      lines += wrapped(object.summary)
      lines.append("---@class hilal.\(object.name)")
      lines += object.fields.map { "---@field \($0.name) \($0.type) \($0.summary)" }
      if object.name == "Pattern" { lines += operators }
      if object.name == "Match" { lines.append("---@field [string] hilal.Span") }
      lines += ["local \(object.name) = {}", ""]
      for method in object.methods { lines += definition(method, "\(object.name):\(method.name)") }
    }
    lines += [
      "-- A lexicon is a pattern; hilal.verb and hilal.noun also take it for its entries.",
      "---@class hilal.Lexicon: hilal.Pattern", "",
    ]
    for function in functions { lines += definition(function, function.name) }
    return lines.joined(separator: "\n")
  }

  private static let operators = [
    "---@operator mul(hilal.Pattern|string): hilal.Pattern",
    "---@operator add(hilal.Pattern|string): hilal.Pattern",
    "---@operator sub(hilal.Pattern|string): hilal.Pattern",
    "---@operator pow(integer): hilal.Pattern", "---@operator unm: hilal.Pattern",
  ]

  private static func definition(_ function: HostFunction, _ name: String) -> [String] {
    var lines = wrapped(function.summary)
    for parameter in function.parameters {
      // LuaCATS gives the last of several no name of its own.
      let name = parameter.isRepeatable ? "..." : parameter.name
      let mark = parameter.isOptional && !parameter.isRepeatable ? "?" : ""
      lines.append("---@param \(name)\(mark) \(parameter.type) \(parameter.summary)")
    }
    lines.append("---@return \(function.returns)")
    let names = function.parameters.map { $0.isRepeatable ? "..." : $0.name }
      .joined(separator: ", ")
    // `as` is no reserved word in Lua; every name here can be written as a definition.
    return lines + ["function \(name)(\(names)) end", ""]
  }

  private static func optionalName(_ field: HostField) -> String {
    field.type.hasSuffix("?") ? field.name + "?" : field.name
  }

  private static func type(_ field: HostField) -> String {
    field.type.hasSuffix("?") ? String(field.type.dropLast()) : field.type
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "---"
    for word in text.split(separator: " ") {
      if line.count + word.count > 96 {
        lines.append(line)
        line = "---"
      }
      line += " " + word
    }
    return lines + [line]
  }

  /// The reference page.
  public static var markdown: String {
    let version = "\(PackManifest.hostVersion.major).\(PackManifest.hostVersion.minor)"
    var lines = [
      "# Script reference", "",
      "What a rule's Lua sees: the script API \(version), for which a manifest asks by `hilal = \">=\(version)\"`. Made by "
        + "`hilal list api --format markdown`; do not edit.", "",
      "## A rule's declaration", "", "| key | type | meaning |", "| --- | --- | --- |",
    ]
    lines += ruleFields.map { "| `\($0.name)` | `\(escaped($0.type))` | \($0.summary) |" }
    lines += ["", "## Functions", ""]
    for function in functions { lines += section(function, function.name) }
    for object in objects {
      lines += ["## \(object.name)", "", object.summary, ""]
      if !object.fields.isEmpty {
        lines += ["| field | type | meaning |", "| --- | --- | --- |"]
        lines += object.fields.map { "| `\($0.name)` | `\(escaped($0.type))` | \($0.summary) |" }
        lines.append("")
      }
      for method in object.methods {
        lines += section(method, "\(object.name.lowercased()):\(method.name)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func section(_ function: HostFunction, _ name: String) -> [String] {
    var lines = ["### \(name)\(function.arguments)", "", function.summary, ""]
    for parameter in function.parameters {
      lines.append("- `\(parameter.name)` (`\(parameter.type)`): \(parameter.summary)")
    }
    if !function.parameters.isEmpty { lines.append("") }
    return lines + ["Returns `\(function.returns)`. Since \(function.since).", ""]
  }

  private static func escaped(_ type: String) -> String {
    type.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
