/// A pack's `pack.toml`.
public struct PackManifest: Sendable, Equatable {
  /// The version of the host that packs name in `hilal = ">=1.0"`.
  public static let hostVersion = (major: 1, minor: 0)

  /// Limits that a pack asks for; it can only ask for less than the host's.
  public struct Limits: Sendable, Equatable {
    /// Memory of a state in MiB, 1…16.
    public var memory: Int?
    /// Steps of a rule on an article, before the article's size is added.
    public var steps: Int?
  }

  /// Small Latin letters, digits and hyphens: `military-threats`.
  public var name: String
  /// Three numbers: `1.0.0`.
  public var version: String
  /// For people; the name where the manifest gives none.
  public var title: String
  /// As the manifest words it, not checked; empty where it gives none.
  public var license: String
  /// BCP 47 tags of the languages whose articles the rules read; empty for all.
  public var languages: [String]
  /// Packs whose lexicons, lib and layers this one uses.
  public var needs: [String]
  /// Nil in it where the pack asks for nothing less than the host's.
  public var limits: Limits

  private static let known = [
    "name", "version", "title", "license", "languages", "hilal", "needs", "limits",
  ]

  /// Reads a manifest.
  ///
  /// - Throws: a `Diagnostic` for the first thing that is missing, misspelt or of the wrong type.
  init(_ file: SourceFile, text: String) throws(Diagnostic) {
    let nodes = try TOMLNode.parse(file, text: text, code: .manifestSyntax)
    for key in nodes.keys.sorted() where !Self.known.contains(key) {
      throw file.diagnostic(
        .manifestField, atKey: key, "unknown field `\(key)` in the manifest",
        hint: Suggestion.hint(for: key, in: Self.known))
    }
    name = try Self.string("name", nodes, file)
    version = try Self.string("version", nodes, file)
    title = try Self.string("title", nodes, file, default: name)
    license = try Self.string("license", nodes, file, default: "")
    languages = try Self.strings("languages", nodes, file) ?? []
    for tag in languages where !Self.isLanguageTag(tag) {
      throw file.diagnostic(
        .manifestField, atKey: "languages",
        "`\(tag.prefix(Identifier.limit))` is no tag of a language",
        hint: "languages are named by their codes, as in languages = [\"ar\"] or [\"en-GB\"]")
    }
    needs = try Self.strings("needs", nodes, file) ?? []
    if needs.count > RuleDeclaration.listLimit {
      throw file.diagnostic(
        .manifestField, atKey: "needs", "more than \(RuleDeclaration.listLimit) packs needed")
    }
    for need in needs where !Identifier.isValid(need) {
      throw file.diagnostic(
        .manifestField, atKey: "needs", "`\(need.prefix(Identifier.limit))` is not a pack name",
        hint: "packs are needed by their names, not by paths: needs = [\"arabic\"]")
    }
    limits = try Self.limits(nodes, file)
    try checkName(file)
    try Self.checkHost(nodes, file)
  }

  private func checkName(_ file: SourceFile) throws(Diagnostic) {
    if !Identifier.isValid(name) {
      throw file.diagnostic(
        .manifestField, atKey: "name", "the name `\(name)` is not a pack name",
        hint: "use small Latin letters, digits and hyphens: \"military-threats\"")
    }
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count != 3 || !parts.allSatisfy({ Int($0) != nil }) {
      throw file.diagnostic(
        .manifestField, atKey: "version", "the version `\(version)` is not a semantic version",
        hint: "write three numbers: version = \"1.0.0\"")
    }
  }

  private static func checkHost(
    _ nodes: [String: TOMLNode], _ file: SourceFile
  ) throws(Diagnostic) {
    guard let wanted = try optionalString("hilal", nodes, file) else { return }
    let number = wanted.drop { $0 == ">" || $0 == "=" || $0 == " " }
    let parts = number.split(separator: ".").map { Int($0) }
    guard wanted.hasPrefix(">="), let major = parts.first ?? nil else {
      throw file.diagnostic(
        .manifestField, atKey: "hilal", "`\(wanted)` is not a version range",
        hint: "write hilal = \">=1.0\"")
    }
    let minor = parts.count > 1 ? parts[1] ?? 0 : 0
    if (major, minor) > (hostVersion.major, hostVersion.minor) {
      throw file.diagnostic(
        .hostVersion, atKey: "hilal",
        "the pack needs hilal \(wanted), this is \(hostVersion.major).\(hostVersion.minor)",
        hint: "install a newer hilal or an older version of the pack")
    }
  }

  /// Whether a tag begins as those of BCP 47 do, with a code of two or three letters.
  private static func isLanguageTag(_ tag: String) -> Bool {
    let code = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return (2...3).contains(code.count)
      && code.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
  }

  private static func limits(
    _ nodes: [String: TOMLNode], _ file: SourceFile
  ) throws(Diagnostic) -> Limits {
    var limits = Limits()
    guard let node = nodes["limits"] else { return limits }
    guard let table = node.table else {
      throw file.diagnostic(
        .manifestField, atKey: "limits", "`limits` is \(node.kind), not a table")
    }
    for (key, value) in table.sorted(by: { $0.key < $1.key }) {
      guard let number = value.int, number > 0 else {
        throw file.diagnostic(
          .manifestField, atKey: key, "the limit `\(key)` is \(value.kind), not a positive number")
      }
      switch key {
      case "memory": limits.memory = number
      case "steps": limits.steps = number
      default:
        throw file.diagnostic(
          .manifestField, atKey: key, "unknown limit `\(key)`",
          hint: Suggestion.hint(for: key, in: ["memory", "steps"]))
      }
    }
    return limits
  }

  private static func string(
    _ key: String, _ nodes: [String: TOMLNode], _ file: SourceFile, default fallback: String? = nil
  ) throws(Diagnostic) -> String {
    if let value = try optionalString(key, nodes, file) ?? fallback { return value }
    throw file.diagnostic(
      .manifestField, line: 1, "the manifest has no `\(key)`", hint: "add \(key) = \"…\"")
  }

  private static func optionalString(
    _ key: String, _ nodes: [String: TOMLNode], _ file: SourceFile
  ) throws(Diagnostic) -> String? {
    guard let node = nodes[key] else { return nil }
    if let value = node.string { return value }
    throw file.diagnostic(.manifestField, atKey: key, "`\(key)` is \(node.kind), not a string")
  }

  private static func strings(
    _ key: String, _ nodes: [String: TOMLNode], _ file: SourceFile
  ) throws(Diagnostic) -> [String]? {
    guard let node = nodes[key] else { return nil }
    if let value = node.strings { return value }
    throw file.diagnostic(
      .manifestField, atKey: key, "`\(key)` is \(node.kind), not a list of strings",
      hint: "write \(key) = [\"…\"]")
  }
}
