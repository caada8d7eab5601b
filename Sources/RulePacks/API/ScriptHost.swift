internal import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// What the scripts of one pack see in one state: `hilal`, and the objects of the article in work.
///
/// While the pack loads for the first time, patterns are made and kept; when it loads again into a
/// fresh state, they are only numbered anew, for the same scripts make the same patterns in the same
/// order.
final class ScriptHost: LuaHost {
  enum Phase {
    /// The first load: patterns and declarations are collected.
    case declaring
    /// A later load: numbers are given out again.
    case repeating
    /// Rules run.
    case running
  }

  /// Methods are numbered from here, apart from the functions of `hilal`.
  static let methodBase: Int32 = 1000

  /// Bytes of the sandbox's memory that a declaration counts for.
  private static let bytesPerRule = 1024
  /// Rules and extractors of a pack at most: each has a budget of its own for every article.
  static let ruleLimit = 1000

  let source: PackSource
  /// The packs that this one needs: a mistake in a lexicon of theirs is told of there.
  private let lenders: [PackSource]
  private let maker: (ScriptHost) -> PatternMaker
  var phase: Phase
  private(set) var arena: PatternArena
  private var compiled = CompiledPatterns()
  /// Declarations in the order in which `hilal.rule` was called.
  private(set) var declarations: [RuleDeclaration] = []
  /// Calls made and numbers given out in this load.
  private var callCount = 0
  private var patternCount = 0
  private var ruleCount = 0
  /// The check functions of this state, by the rule's ordinal.
  private(set) var checks: [Int: LuaFunction] = [:]
  /// The last mistake in a call of `hilal`, for its diagnostic.
  private(set) var mistake: DeclarationError?
  var context: ArticleContext?
  /// What the scripts have printed.
  var printed = PrintedLines()

  init(
    _ source: PackSource, arena: PatternArena?, lexicon: @escaping (String) -> LexiconTable?,
    lexiconNames: [String], lenders: [PackSource] = []
  ) {
    self.source = source
    self.lenders = lenders
    self.arena = arena ?? PatternArena()
    phase = arena == nil ? .declaring : .repeating
    maker = { [lexicon, lexiconNames] host in
      PatternMaker(
        packName: host.source.manifest.name, lexicon: lexicon,
        lexiconHint: { [unowned host] in host.source.hint(forLexicon: $0, among: lexiconNames) },
        pattern: { [unowned host] in host.pattern($0) },
        entries: { [unowned host] in host.arena.lexicons[Int($0.id)] },
        made: { [unowned host] in host.arena.lexicon($0) },
        intern: { [unowned host] in host.arena.intern($0) })
    }
  }

  /// Where an entry of a lexicon stands that the pack's scripts know by its name.
  func place(of entry: LexiconEntry) -> (file: SourceFile, line: Int)? {
    ([source] + lenders).first { $0.lexicons[entry.lexicon] != nil }?.place(of: entry)
  }

  private func pattern(_ object: LuaObject) -> Pattern? {
    object.kind == ObjectKind.pattern.rawValue ? arena[Int(object.id)] : nil
  }

  // MARK: LuaHost

  func call(
    _ number: Int32, _ arguments: borrowing LuaArguments, into out: borrowing LuaWriter
  ) throws {
    if let object = arguments.object(0), let kind = ObjectKind(rawValue: object.kind),
      number >= Self.methodBase
    {
      return try method(kind, object, Int(number - Self.methodBase), arguments, out)
    }
    guard let builtin = Builtin(rawValue: Int(number)) else { return }
    guard phase != .running else {
      throw ScriptError(
        "\(builtin.declaration.name) is for loading: make patterns and rules outside of `check`")
    }
    let isDeclaration = builtin == .rule || builtin == .extractor
    // What a later load repeats is not made again, so its arguments are not looked at.
    let isLookedAt = isDeclaration || phase == .declaring
    let values = isLookedAt ? (0..<arguments.count).map { arguments[$0] } : []
    if isDeclaration {
      try declare(builtin, values, out)
    } else {
      try make(out) { maker throws(ArgumentError) in try maker.make(builtin, values) }
    }
  }

  func operate(
    _ op: LuaOperator, _ arguments: borrowing LuaArguments, into out: borrowing LuaWriter
  ) throws {
    if op == .text, let object = arguments.object(0), let context {
      return ScriptReader(context).shown(object, out)
    }
    let a = phase == .declaring ? arguments[0] : .nil
    let b = phase == .declaring ? arguments[1] : .nil
    try make(out) { maker throws(ArgumentError) in (try maker.operate(op, a, b), nil) }
  }

  func field(
    _ number: Int32, of object: LuaObject, into out: borrowing LuaWriter
  ) throws {
    guard let context else { return }
    let reader = ScriptReader(context)
    let id = Int(object.id)
    switch ObjectKind(rawValue: object.kind) {
    case .article:
      let field = ArticleField.allCases[Int(number)]
      if field == .duplicateOf, !context.knowsCopies {
        throw ScriptError(
          "copies were not looked for: no pack's text holds the name `duplicate_of`; write it out")
      }
      reader.field(field, out)
    case .sentence: reader.field(SentenceField.allCases[Int(number)], ofUnit: id, out)
    case .span: reader.field(SpanField.allCases[Int(number)], ofSpan: id, out)
    default: out.null()
    }
  }

  func index(_ arguments: borrowing LuaArguments, into out: borrowing LuaWriter) throws {
    guard let context, let object = arguments.object(0), let name = arguments[1].string else {
      return
    }
    let reader = ScriptReader(context)
    let kind = ObjectKind(rawValue: object.kind)
    let isKnown: Bool
    switch kind {
    case .match: return capture(name, of: context.matches[Int(object.id)], context, out)
    case .article: isKnown = reader.layer(name, askedBy: source.manifest.name, ofUnit: nil, out)
    case .sentence:
      isKnown = reader.layer(name, askedBy: source.manifest.name, ofUnit: Int(object.id), out)
    case .span: isKnown = reader.item(name, of: context.spans[Int(object.id)], out)
    default: isKnown = false
    }
    if isKnown { return }
    let known = kind?.members ?? []
    let hint =
      kind == .article && ObjectKind.sentence.members.contains(name)
      ? "its sentences have: for _, sentence in ipairs(article.sentences) do … end"
      : Suggestion.hint(for: name, in: known)
    throw ScriptError("\(LuaValue.object(object).kindName) has no field `\(name)`; \(hint)")
  }

  func print(_ line: Swift.Span<UInt8>) { printed.add(line) }

  func source(ofModule name: String) throws -> (source: [UInt8], chunkName: String)? {
    source.module(name).map { (Array($0.text.utf8), $0.name) }
  }

  private func method(
    _ kind: ObjectKind, _ object: LuaObject, _ number: Int, _ arguments: borrowing LuaArguments,
    _ out: borrowing LuaWriter
  ) throws {
    try kind.check(arguments, ofMethod: number)
    let first = arguments[1]
    switch kind {
    case .pattern:
      try make(out) { maker throws(ArgumentError) in
        (try maker.capture(.object(object), as: first), nil)
      }
    case .sentence: try sentenceMethod(Int(object.id), number, first, arguments[2], out)
    default: out.null()
    }
  }

  private func capture(
    _ name: String, of match: MatchObject, _ context: ArticleContext, _ out: borrowing LuaWriter
  ) {
    if let capture = match.captures.first(where: { $0.name == name }) {
      return out.object(kind: ObjectKind.span.rawValue, id: UInt64(capture.span))
    }
    switch name {
    case "span": out.object(kind: ObjectKind.span.rawValue, id: UInt64(match.span))
    case "text": ScriptReader(context).field(.text, ofSpan: match.span, out)
    default: out.null()
    }
  }

  // MARK: Loading

  private func make(
    _ out: borrowing LuaWriter,
    _ body: (PatternMaker) throws(ArgumentError) -> (pattern: Pattern, entries: LexiconEntries?)
  ) throws {
    guard phase != .running else {
      throw ScriptError("patterns are made while the pack loads, outside of `check`")
    }
    try repeatably {
      let made: (pattern: Pattern, entries: LexiconEntries?)
      let measure: Pattern.Measure
      do throws(ArgumentError) {
        made = try body(maker(self))
        measure = made.pattern.measure
        if measure.parts > Pattern.limits.parts || measure.depth > Pattern.limits.depth {
          throw ArgumentError(
            message: "a pattern of more than \(Pattern.limits.parts) parts or "
              + "\(Pattern.limits.depth) levels",
            hint: "put many words into one hilal.word or a lexicon")
        }
        if measure.captures > Pattern.limits.captures,
          made.pattern.captureNames.count > Pattern.limits.captures
        {
          throw ArgumentError(
            message: "a pattern of more than \(Pattern.limits.captures) names of captures",
            hint: "name what `check` reads and nothing else")
        }
      } catch {
        mistake = DeclarationError(
          code: error.code, key: nil, message: error.message, hint: error.hint, entry: error.entry)
        throw ScriptError(error.message)
      }
      if let entries = made.entries {
        arena.addLexicon(made.pattern, entries, measure)
      } else {
        arena.add(made.pattern, measure)
      }
    }
    let cost = arena.cost(of: patternCount)
    out.charge(steps: cost / 16, memory: cost)
    out.object(kind: ObjectKind.pattern.rawValue, id: UInt64(patternCount))
    patternCount += 1
  }

  private func declare(
    _ builtin: Builtin, _ arguments: [LuaValue], _ out: borrowing LuaWriter
  ) throws {
    let table = arguments.first?.table
    try repeatably {
      do throws(DeclarationError) {
        let function = builtin.declaration
        if let refusal = function.refusal(ofArguments: arguments.count) {
          throw DeclarationError(
            code: .ruleField, message: refusal,
            hint: "several rules are a list, return { hilal.rule { … }, hilal.rule { … } }")
        }
        guard let table else {
          throw DeclarationError(
            code: .ruleField, message: "\(builtin.declaration.name) takes a table",
            hint: "write \(builtin.declaration.name) { id = \"explicit\", … }")
        }
        guard declarations.count < Self.ruleLimit else {
          throw DeclarationError(
            code: .ruleField, message: "a pack declares at most \(Self.ruleLimit) rules",
            hint: "split it")
        }
        declarations.append(
          try RuleDeclaration(table, isExtractor: builtin == .extractor) { self.pattern($0) })
      } catch {
        mistake = error
        throw ScriptError(error.message)
      }
    }
    out.charge(memory: Self.bytesPerRule)
    if let check = table?.value("check").function { checks[ruleCount] = check }
    out.object(kind: ObjectKind.rule.rawValue, id: UInt64(ruleCount))
    ruleCount += 1
  }

  /// Does the work of a call in the first load and keeps what it came to; later loads only repeat
  /// the outcome.
  private func repeatably(_ work: () throws -> Void) throws {
    defer { callCount += 1 }
    if phase == .declaring {
      do {
        try work()
        arena.note(outcome: nil)
      } catch {
        arena.note(outcome: "\(error)")
        throw error
      }
      return
    }
    guard arena.outcomes.indices.contains(callCount) else {
      throw ScriptError("the pack loads differently from its first load")
    }
    if let message = arena.outcomes[callCount] { throw ScriptError(message) }
  }

  // MARK: Running

  private func sentenceMethod(
    _ unit: Int, _ number: Int, _ argument: LuaValue, _ option: LuaValue,
    _ out: borrowing LuaWriter
  ) throws {
    guard let context else { return }
    let reader = ScriptReader(context)
    let method = SentenceMethod.allCases[number]
    if method == .has || method == .find {
      return try search(unit, method, argument, context, out)
    }
    guard let span = span(argument, context) else {
      throw ScriptError(
        "sentence:\(method.rawValue) takes a span, such as a capture of the match, not "
          + argument.kindName
          + (argument.string == nil ? "" : "; give the span itself, without `.text`"))
    }
    switch method {
    case .subjectOf: reader.subject(of: span, out)
    case .targetOf: reader.target(of: span, out)
    case .placeNear: reader.place(near: span, out)
    case .timeNear: reader.time(near: span, of: try timeKinds(option), out)
    case .before: reader.words(ofUnit: unit, .before, span, out)
    case .after: reader.words(ofUnit: unit, .behind, span, out)
    case .within: reader.words(ofUnit: unit, .within, span, out)
    case .partiesFrom: reader.parties(from: span, out)
    case .has, .find: out.null()
    }
  }

  /// The types of times that a script asks for: one or a list; nil where it names none.
  private func timeKinds(_ value: LuaValue) throws -> Set<TimeExpression.Kind>? {
    let names: [String]?
    switch value {
    case .nil: return nil
    case .string(let name): names = [name]
    case .table(let list): names = list.strings
    default: names = nil
    }
    guard let names, !names.isEmpty else {
      throw ScriptError(
        "sentence:time_near takes a type of time or a list of them, such as { \"DATE\", \"TIME\" }, "
          + "not \(value.kindName)")
    }
    return Set(
      try names.map { name in
        guard let kind = TimeExpression.Kind(rawValue: name) else {
          let hint = Suggestion.hint(for: name, in: TimeExpression.Kind.allCases.map(\.rawValue))
          throw ScriptError("sentence:time_near knows no type of time `\(name)`; \(hint)")
        }
        return kind
      })
  }

  private func span(_ value: LuaValue, _ context: ArticleContext) -> SpanObject? {
    value.object.flatMap { context.span(of: $0) }
  }

  /// Instructions of a program that is compiled in no time.
  private static let smallProgram = 1000
  /// States that one search may have at most: words times instructions.
  private static let searchLimit = 4 << 20

  /// A pattern's program, compiled when it is first looked for; nil where there is no such pattern or it
  /// grows too large.
  private func program(_ number: Int, _ vocabulary: Vocabulary) -> Program? {
    if let known = compiled[number] { return known }
    guard let made = arena.program(number, in: vocabulary) else { return nil }
    compiled.keep(made, for: number)
    return made
  }

  /// `sentence:has(pattern)` and `sentence:find(pattern)`.
  private func search(
    _ unit: Int, _ method: SentenceMethod, _ value: LuaValue, _ context: ArticleContext,
    _ out: borrowing LuaWriter
  ) throws {
    guard let object = value.object, object.kind == ObjectKind.pattern.rawValue,
      let program = program(Int(object.id), context.vocabulary)
    else {
      throw ScriptError(
        "sentence:\(method.rawValue) takes a pattern made while the pack loads, not "
          + value.kindName
          + (value.string == nil ? "" : "; before the rule: local words = hilal.word \"…\""))
    }
    let words = context.words(ofUnit: unit)
    // Whether it was compiled just now hangs on what the worker did before: each search pays its share.
    let share = 20 + program.size / 16 + max(0, program.size - Self.smallProgram)
    if method == .has, let isThere = Matcher.matches(program, in: words) {
      out.charge(steps: share)
      return out.boolean(isThere)
    }
    guard words.count * program.size < Self.searchLimit else {
      throw ScriptError("the pattern is too large to be looked for in so many words")
    }
    var matcher = Matcher(program, in: words, taking: &context.searchMemory)
    defer { matcher.giveBack(to: &context.searchMemory) }
    let match = matcher.next(from: 0)
    out.charge(steps: share + matcher.cost / 4)
    if method == .has { return out.boolean(match != nil) }
    guard let match else { return out.null() }
    out.object(
      kind: ObjectKind.match.rawValue, id: UInt64(context.add(match, in: context.units[unit])))
  }
}
