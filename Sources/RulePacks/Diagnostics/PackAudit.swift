internal import Patterns

/// What a pack reads and needs, what it may use, and what it is known by: for whoever is to run a pack that somebody
/// else wrote.
public struct PackAudit: Sendable {
  /// A rule or extractor.
  public struct RuleEntry: Sendable {
    /// Within the pack: `explicit`.
    public let id: String
    /// `sentence`, `article` …
    public let unit: String
    /// It runs on every article, for no word is required.
    public let runsEverywhere: Bool
    /// It has a function; otherwise its pattern decides alone.
    public let hasCheck: Bool
    /// The layer that its results make up; nil for a rule that makes none.
    public let provides: String?
  }

  /// A file that the pack is made of.
  public struct File: Sendable {
    /// The path within the pack's folder.
    public let name: String
    /// Of the whole file.
    public let bytes: Int
    /// SHA-256, 64 hexadecimal digits.
    public let hash: String
  }

  /// What the pack says of itself.
  public let manifest: PackManifest
  /// The folder as the user named it.
  public let path: String
  /// Sorted by name, as UTF-8 bytes.
  public let files: [File]
  /// SHA-256 over a line for each file, as `sha256sum` writes it, sorted by name.
  public let hash: String
  /// Files of the pack's folders that lead out of it or are no plain files: they are not read.
  public let passedOver: [String]
  /// Rules and extractors, in running order.
  public let rules: [RuleEntry]
  /// Layers that other packs provide and its rules need.
  public let layersNeeded: [String]
  /// `hilal.verb` …, as its scripts name them.
  public let functions: [String]
  /// Fields and methods of articles, sentences, matches and spans that its scripts name.
  public let members: [String]
  /// `string.format` …
  public let libraries: [String]
  /// Its lexicons that it alone and packs that need it use.
  public let lexicons: [String]
  /// Its lexicons that become part of what is known for all packs of a run.
  public let knowledge: [String]
  /// Steps of a rule on an article, before 4 for each byte of it are added.
  public let steps: Int
  /// MiB of a state.
  public let memory: Int

  /// - Parameters:
  ///   - book: the book that holds the pack.
  ///   - index: the pack's place in the book.
  public init(_ book: RuleBook, pack index: Int) {
    let pack = book.packs[index]
    let source = pack.source
    manifest = pack.manifest
    path = source.path
    files = source.contents().map {
      File(name: $0.name, bytes: $0.bytes.count, hash: SHA256.hexadecimal(of: $0.bytes))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    hash = SHA256.hexadecimal(of: files.map { "\($0.hash)  \($0.name)\n" }.joined().utf8)
    passedOver = source.passedOver().map(\.name)
    let own = book.rules.filter { $0.pack == index }
    rules = own.map {
      RuleEntry(
        id: $0.id, unit: $0.unit.rawValue, runsEverywhere: $0.runsEverywhere,
        hasCheck: $0.hasCheck, provides: $0.provides)
    }
    layersNeeded = Set(own.flatMap(\.needs)).sorted()
    var names = Names()
    for script in source.rules + source.modules.values { names.add(script.text) }
    functions = names.functions.sorted()
    members = names.members.sorted()
    libraries = names.libraries.sorted()
    lexicons = source.lexicons.keys.filter { !Listing.knowledgeLexicons.contains($0) }.sorted()
    knowledge = source.lexicons.keys.filter(Listing.knowledgeLexicons.contains).sorted()
    steps = min(manifest.limits.steps ?? RuleCall.baseSteps, RuleCall.baseSteps)
    memory = min(manifest.limits.memory ?? 16, 16)
  }

  /// The names of the API in scripts, read as words: whether they are reached does not matter.
  private struct Names {
    var functions: Set<String> = []
    var members: Set<String> = []
    var libraries: Set<String> = []

    private static let known = Set(
      ScriptAPI.objects.flatMap { $0.fields.map(\.name) + $0.methods.map(\.name) })

    mutating func add(_ text: String) {
      let tokens = LuaLexer.tokens(of: text)
      for (index, token) in tokens.enumerated() where token.kind == .name && index > 1 {
        guard tokens[index - 1].isMark(".") || tokens[index - 1].isMark(":") else { continue }
        let owner = tokens[index - 2].text
        if owner == "hilal" {
          functions.insert("hilal.\(token.text)")
        } else if ["string", "table", "math", "utf8"].contains(owner) {
          libraries.insert("\(owner).\(token.text)")
        } else if Self.known.contains(token.text) {
          members.insert(token.text)
        }
      }
    }
  }
}
