internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// A pack whose scripts have run once: its patterns and its rules as they were declared.
struct LoadedPack {
  let source: PackSource
  var reports: Bool
  let lexicons: [String: LexiconTable]
  private(set) var arena = PatternArena()
  /// The state that its scripts ran in, for the first worker that wants one.
  let firstState = FirstState()
  /// What its scripts printed while they loaded.
  private(set) var printed: [String] = []
  /// A declaration that its file returned, with its number in the order of calls and its place.
  private struct Declared {
    var declaration: RuleDeclaration
    var ordinal: Int
    var file: String
    var line: Int?
    var program: Program?
  }
  private var declared: [Declared] = []
  private var identifiers: Set<String> = []
  /// Rules that its scripts made and no file returned: they never run.
  private(set) var unreturned: [(id: String, file: SourceFile, line: Int?)] = []
  /// Of the programs of all its rules.
  private var instructions = 0
  private static let instructionLimit = 200_000

  /// Runs the pack's rule files in a state of their own.
  ///
  /// - Throws: a `Diagnostic` for the first mistake: the pack is then not used.
  init(
    _ member: PackSet.Member, lexicons: [String: LexiconTable], lenders: [PackSource]
  ) throws(Diagnostic) {
    source = member.source
    reports = member.reports
    self.lexicons = lexicons
    if source.rules.isEmpty { return }
    let host = ScriptHost(
      source, arena: nil, lexicon: { lexicons[$0] }, lexiconNames: lexicons.keys.sorted(),
      lenders: lenders)
    let state: PackState
    do throws(LuaError) {
      state = try PackState(host)
    } catch {
      throw Diagnostic(.scriptLimit, file: source.path, message: error.message)
    }
    var steps = PackState.loadSteps
    var made: [(ordinal: Int, file: SourceFile)] = []
    for script in source.rules {
      let before = host.declarations.count
      let value: LuaValue
      do throws(LuaError) {
        value = try state.load(script, steps: &steps)
      } catch {
        throw ScriptDiagnostic.diagnostic(error, script, host)
      }
      try take(value, from: script, declarations: host.declarations)
      made += (before..<host.declarations.count).map { ($0, script.source) }
    }
    noteUnreturned(made, host.declarations)
    printed = host.printed.take()
    arena = host.arena
    firstState.put(state)
  }

  /// Whether loading a member would come to the same.
  func isStill(_ member: PackSet.Member, lexicons: [String: LexiconTable]) -> Bool {
    source.path == member.source.path && source.rules == member.source.rules
      && source.hasSameSetting(as: member.source) && self.lexicons == lexicons
  }

  /// Keeps the rules that a file returned: one, or a list.
  private mutating func take(
    _ value: LuaValue, from script: PackSource.Script, declarations: [RuleDeclaration]
  ) throws(Diagnostic) {
    let values: [LuaValue]
    switch value {
    case .object: values = [value]
    case .table(let table): values = table.list
    default: values = []
    }
    let ordinals = values.compactMap { value -> Int? in
      guard case .object(let object) = value, object.kind == ObjectKind.rule.rawValue,
        declarations.indices.contains(Int(object.id))
      else { return nil }
      return Int(object.id)
    }
    guard !ordinals.isEmpty, ordinals.count == values.count else {
      let line = script.source.lines.lastIndex { $0.hasPrefix("return") }
      let isList = !values.isEmpty
      throw script.source.diagnostic(
        .scriptResult, line: line.map { $0 + 1 } ?? max(1, script.source.lines.count - 1),
        isList
          ? "the file returns a list in which not everything is a rule"
          : "the file returns \(value.kindName), not a rule or a list of rules",
        hint: isList
          ? "make its items with hilal.rule or hilal.extractor"
          : "end it with `return hilal.rule { … }`")
    }
    let lines = script.source.linesOfIDs
    for ordinal in ordinals {
      let declaration = declarations[ordinal]
      if !identifiers.insert(declaration.id).inserted {
        let line = lines[declaration.id]?.last
        throw script.source.diagnostic(
          .ruleIdentifier, atKey: "id", after: (line ?? 1) - 1,
          "the pack has two rules named `\(declaration.id)`",
          hint: "rename one of them")
      }
      var program: Program?
      if let match = declaration.match {
        do throws(Program.TooLarge) {
          program = try Program(match)
        } catch {
          throw script.source.diagnostic(
            .pattern, atKey: "match", "\(error.description) (rule `\(declaration.id)`)")
        }
        instructions += program?.size ?? 0
        if instructions > Self.instructionLimit {
          throw script.source.diagnostic(
            .pattern, atKey: "match",
            "the patterns of the pack's rules compile to more than \(Self.instructionLimit) instructions",
            hint: "make repetitions and gaps smaller, or split the pack")
        }
      }
      declared.append(
        Declared(
          declaration: declaration, ordinal: ordinal, file: script.name,
          line: lines[declaration.id]?.first, program: program))
    }
  }

  /// Keeps the names of rules that were made and not returned, with the file that was running and the line there.
  private mutating func noteUnreturned(
    _ made: [(ordinal: Int, file: SourceFile)], _ declarations: [RuleDeclaration]
  ) {
    let returned = Set(declared.map(\.ordinal))
    unreturned = made.filter { !returned.contains($0.ordinal) }.map { ordinal, file in
      let id = declarations[ordinal].id
      return (id, file, file.linesOfIDs[id]?.last)
    }
  }

  /// The rules, for a book in which the pack has this number.
  func rules(inPack index: Int) -> [Rule] {
    declared.map { item in
      let declaration = item.declaration
      let layers = declaration.match?.layers ?? []
      return Rule(
        pack: index, id: declaration.id, title: declaration.title, severity: declaration.severity,
        codes: declaration.codes, unit: declaration.unit, fields: declaration.fields,
        needs: declaration.needs + layers.filter { !declaration.needs.contains($0) },
        provides: declaration.provides, reports: !declaration.isExtractor,
        match: declaration.match, hasCheck: declaration.check != nil, file: item.file,
        line: item.line, ordinal: item.ordinal,
        program: item.program, triggers: nil)
    }
  }
}

extension Pattern {
  /// Provided layers that the pattern mentions.
  fileprivate var layers: [String] {
    switch self {
    case .atom(.layer(let name, _)): [name]
    case .atom, .gap: []
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.layers)
    case .repetition(let part, _, _), .not(let part), .capture(_, let part): part.layers
    }
  }
}

extension SourceFile {
  /// The first and the last line on which each text stands as `= "text"`: the id of a rule, or the layer that an
  /// extractor is named after.
  var linesOfIDs: [String: (first: Int, last: Int)] {
    var found: [String: (first: Int, last: Int)] = [:]
    for (index, line) in lines.enumerated() {
      for part in line.utf8.split(separator: 0x3D, omittingEmptySubsequences: false).dropFirst() {
        let quoted = part.drop { $0 == 0x20 }
        guard quoted.first == 0x22, let end = quoted.dropFirst().firstIndex(of: 0x22) else {
          continue
        }
        let id = String(decoding: quoted.dropFirst()[..<end], as: UTF8.self)
        if id.utf8.count > Identifier.limit { continue }
        found[id] = (found[id]?.first ?? index + 1, index + 1)
      }
    }
    return found
  }
}
