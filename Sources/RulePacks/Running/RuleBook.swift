internal import Articles
public import Extraction
internal import LuaSandbox
internal import Patterns

/// The packs of a run, loaded and compiled: rules in running order, one vocabulary of all their
/// words, the knowledge of all their lexicons. Immutable and shared by all workers.
public final class RuleBook: Sendable {
  /// A pack that has loaded.
  public struct Pack: Sendable {
    /// The pack as it was read.
    public var source: PackSource { loaded.source }
    /// What the pack says of itself.
    public var manifest: PackManifest { source.manifest }
    /// Its rules report; a pack that is only needed lends lexicons, lib and layers.
    public var reports: Bool { loaded.reports }
    var arena: PatternArena { loaded.arena }
    /// Lexicons it can name: its own and those of packs that it needs.
    var lexicons: [String: LexiconTable] { loaded.lexicons }
    let loaded: LoadedPack

    /// Rules that its scripts made and no file returned, each where it is declared.
    public var unreturned: [Diagnostic] {
      loaded.unreturned.map { id, file, line in
        file.diagnostic(
          .unreturnedRule, line: line, "`\(id)` is made here and not returned: it never runs")
      }
    }
  }

  /// Packs that have loaded, in loading order: needed packs first. `Rule.pack` counts in it.
  public let packs: [Pack]
  /// In running order: providers of layers before the rules that need them.
  public let rules: [Rule]
  /// What the packs' lexicons know; needed only for articles that a rule looks into.
  public var knowledge: Knowledge { knowledgeOnce() }
  private let knowledgeOnce: Once<Knowledge>
  /// The lexicons that it is made of.
  private let knowledgeTables: [LexiconTable]
  /// What kept packs or rules from loading.
  public let diagnostics: [Diagnostic]
  /// What packs printed while they loaded: `pack: text`.
  public let printed: [String]
  /// A pack reads `article.duplicate_of`: its text names the field.
  public let readsCopies: Bool
  let vocabulary: Vocabulary
  /// Rules by the class of the vocabulary that triggers them.
  let triggered: [[Int]]
  /// What rules require beside their triggers.
  let conditions: RuleConditions
  /// Rules that an item of a layer is required for: they run where its providers have made one.
  let layered: [Int]
  /// Rules that nothing is required for: they run on every article.
  let untriggered: [Int]

  /// Loads the packs. Those that fail are left out and told of in `diagnostics`.
  ///
  /// - Parameters:
  ///   - set: the packs with those that they need.
  ///   - old: a book of earlier states of the packs: what has not changed is taken from it.
  public init(_ set: PackSet, reusing old: RuleBook? = nil) {
    let tables = set.members.flatMap { member in
      member.source.lexicons.sorted { $0.key < $1.key }.map(\.value).filter(Knowledge.reads)
    }
    knowledgeTables = tables
    if let old, old.knowledgeTables == tables {
      knowledgeOnce = old.knowledgeOnce
    } else {
      knowledgeOnce = Once { Knowledge(tables: tables) }
      knowledgeOnce.begin()
    }
    var diagnostics = set.diagnostics
    let loaded = Self.load(set, reusing: old, &diagnostics)
    let declared = loaded.enumerated().flatMap { index, pack in pack.rules(inPack: index) }
    let scopes = Self.layerScopes(declared, loaded.map(\.source.manifest))
    var rules = Self.ordered(declared, loaded.map(\.source), scopes, &diagnostics)
    var rarity = WordRarity(set.members.compactMap { $0.source.lexicons["word_frequencies"] })
    let required = rules.map { rule in
      (rule.match?.requirements { rarity.cost($0) } ?? []).prefix(1 + RuleConditions.most)
    }
    let vocabulary = Vocabulary(
      sets: loaded.flatMap(\.arena.termSets), required: Set(required.joined().joined()))
    triggered = Self.note(triggers: required.map(\.first), of: &rules, vocabulary, scopes)
    conditions = RuleConditions(required.map { $0.dropFirst() }, of: &rules, vocabulary)
    let untouched = rules.indices.filter { rules[$0].triggers == nil }
    untriggered = untouched.filter { rules[$0].runsEverywhere }
    layered = untouched.filter { !rules[$0].runsEverywhere }
    for index in rules.indices { rules[index].program?.resolve(in: vocabulary) }
    self.rules = rules
    self.vocabulary = vocabulary
    layerScopes = scopes
    layerFields = rules.reduce(into: [:]) { fields, rule in
      if let layer = rule.provides {
        let pack = loaded[rule.pack].source.manifest.name
        fields[LayerID(pack: pack, name: layer), default: []].formUnion(rule.fields)
      }
    }
    readsCopies = loaded.contains { $0.source.mentions(ArticleField.duplicateOf.rawValue) }
    packs = loaded.map { Pack(loaded: $0) }
    self.diagnostics = diagnostics
    printed = loaded.flatMap { pack in pack.printed.map { "\(pack.source.manifest.name): \($0)" } }
  }

  /// The packs of a set that can be loaded, side by side; what has not changed is taken from an earlier book.
  private static func load(
    _ set: PackSet, reusing old: RuleBook?, _ diagnostics: inout [Diagnostic]
  ) -> [LoadedPack] {
    let loadOne: @Sendable (PackSet.Member) -> Result<LoadedPack, Diagnostic> = { member in
      Result { () throws(Diagnostic) in
        let lexicons = lexicons(of: member.source, in: set)
        let known = old?.packs.first { $0.loaded.isStill(member, lexicons: lexicons) }
        guard var pack = known?.loaded else {
          return try LoadedPack(
            member, lexicons: lexicons, lenders: needs(of: member.source, in: set))
        }
        pack.reports = member.reports
        return pack
      }
    }
    let results = set.members.concurrentMap(cost: \.source.scriptBytes, loadOne)
    var loaded: [LoadedPack] = []
    for result in results {
      switch result {
      case .success(let pack): loaded.append(pack)
      case .failure(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    return loaded
  }

  /// Notes in each rule the classes of terms or the layers that it is called for; by class the rules that it triggers.
  ///
  /// - Parameter required: by rule the terms of which one stands in every match; nil where there are none such.
  private static func note(
    triggers required: [[TermSet]?], of rules: inout [Rule], _ vocabulary: Vocabulary,
    _ scopes: [String: [String: LayerID]]
  ) -> [[Int]] {
    var triggered = [[Int]](repeating: [], count: vocabulary.sets.count)
    for index in rules.indices {
      guard let sets = required[index] else {
        rules[index].layers = layers(requiredBy: rules[index], scopes)
        continue
      }
      let classes = sets.compactMap { vocabulary.number(of: $0) }
      rules[index].triggers = classes
      for number in classes { triggered[Int(number)].append(index) }
    }
    return triggered
  }

  /// Whether layers find the same with both books' lexicons, because the one took them from the other.
  func hasKnowledge(of other: RuleBook) -> Bool { knowledgeOnce === other.knowledgeOnce }

  /// The rules of a pack as its scripts declare them, those included that were left out for want of a layer.
  func declared(inPack index: Int) -> [Rule] { packs[index].loaded.rules(inPack: index) }

  /// `pack/rule`
  public func name(ofRule index: Int) -> String {
    "\(packs[rules[index].pack].manifest.name)/\(rules[index].id)"
  }

  /// What a class of triggers is called, and the rules whose sentences it brings.
  public func trigger(_ number: UInt32) -> (title: String, rules: [String]) {
    (vocabulary.sets[Int(number)].title, triggered[Int(number)].map(name(ofRule:)))
  }

  /// Whether a rule's results are findings of the run.
  public func reports(rule index: Int) -> Bool {
    rules[index].reports && packs[rules[index].pack].reports
  }

  /// Whether what a rule made is a finding of the run, not an item of a layer only.
  func reports(_ finding: Finding) -> Bool {
    rules.indices.contains {
      rules[$0].id == finding.rule && packs[rules[$0].pack].manifest.name == finding.pack
        && reports(rule: $0)
    }
  }

  /// Declared fields of all reporting rules, each once, in order: the columns of a CSV.
  public var fieldNames: [String] {
    var names: [String] = []
    for index in rules.indices where reports(rule: index) {
      for name in rules[index].fields where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Layers that packs provide.
  public var layerNames: [String] { Set(layerFields.keys.map(\.name)).sorted() }
  /// Fields that the rules of each layer declare.
  let layerFields: [LayerID: Set<String>]
  /// The layers that each pack knows, by its name and theirs.
  let layerScopes: [String: [String: LayerID]]

  /// The packs that a pack needs, in its order.
  private static func needs(of source: PackSource, in set: PackSet) -> [PackSource] {
    source.manifest.needs.compactMap { name in
      set.members.first { $0.source.manifest.name == name }?.source
    }
  }

  /// A pack's own lexicons and those of the packs that it needs.
  private static func lexicons(of source: PackSource, in set: PackSet) -> [String: LexiconTable] {
    source.manifest.scope { name in
      set.members.first { $0.source.manifest.name == name }?.source.lexicons ?? [:]
    }
  }

  /// The layers of which a rule's pattern requires an item; none where one is not known.
  private static func layers(
    requiredBy rule: Rule, _ scopes: [String: [String: LayerID]]
  ) -> [LayerID] {
    var layers: [LayerID] = []
    for case .layer(let name, let pack) in rule.match?.requiredLayers ?? [] {
      guard let layer = scopes[pack]?[name], rule.needs.contains(name) else { return [] }
      layers.append(layer)
    }
    return layers
  }

  private static func layerScopes(
    _ rules: [Rule], _ manifests: [PackManifest]
  ) -> [String: [String: LayerID]] {
    var provided: [String: [String: LayerID]] = [:]
    for rule in rules {
      guard let layer = rule.provides else { continue }
      let pack = manifests[rule.pack].name
      provided[pack, default: [:]][layer] = LayerID(pack: pack, name: layer)
    }
    return manifests.reduce(into: [:]) { scopes, manifest in
      scopes[manifest.name] = manifest.scope { provided[$0] ?? [:] }
    }
  }

  /// Sorts rules so that providers come before those that need their layer; the order is otherwise
  /// kept. Rules whose layer nobody provides, or that need each other, are left out and told of.
  private static func ordered(
    _ rules: [Rule], _ sources: [PackSource], _ scopes: [String: [String: LayerID]],
    _ diagnostics: inout [Diagnostic]
  ) -> [Rule] {
    let scope = { (rule: Rule) in scopes[sources[rule.pack].manifest.name] ?? [:] }
    let provided = { (rules: [Rule]) in
      Set(rules.compactMap { rule in rule.provides.flatMap { scope(rule)[$0] } })
    }
    var ready: [Rule] = []
    var waiting = rules
    var remaining = provided(rules)
    while !waiting.isEmpty {
      let (now, later) = waiting.reduce(into: ([Rule](), [Rule]())) { parts, rule in
        let known = scope(rule)
        let isFree = rule.needs.allSatisfy { known[$0].map { !remaining.contains($0) } ?? false }
        if isFree { parts.0.append(rule) } else { parts.1.append(rule) }
      }
      if now.isEmpty { break }
      ready += now
      waiting = later
      remaining = provided(later)
    }
    for rule in waiting {
      let known = scope(rule)
      let missing = rule.needs.first { known[$0] == nil }
      let source = sources[rule.pack].rules.first { $0.name == rule.file }?.source
      let file = source ?? sources[rule.pack].manifestFile
      let place = missing.flatMap { file.place(of: [$0], from: 1, reach: file.lines.count) }
      let message =
        missing.map {
          "no layer `\($0)`, which `\(rule.id)` needs, in this pack or those that it needs"
        }
        ?? "the layers of `\(rule.id)` need each other in a circle"
      let hint = missing.map { layer in
        Listing.coreLayers.contains(layer)
          ? "`\(layer)` is always there: take it out of `needs`"
          : Suggestion.nearest(to: layer, in: known.keys.sorted()).map { "did you mean `\($0)`?" }
            ?? "name the pack that provides it in the manifest's needs"
      }
      let code = missing == nil ? Diagnostic.Code.needsCycle : .ruleField
      let atKey = file.diagnostic(
        code, atKey: "needs", after: (rule.line ?? 1) - 1, message, hint: hint)
      diagnostics.append(
        place.map {
          file.diagnostic(
            code, line: $0.line, column: $0.column, width: $0.width, message, hint: hint)
        } ?? atKey)
    }
    return ready
  }
}
