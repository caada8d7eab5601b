internal import Articles
internal import Extraction
internal import Patterns

/// Looks over loaded packs without data: what works but is probably not meant.
///
/// A line that says `allow: H103` in a comment, or the line before it, silences that code there.
public struct PackLinter {
  let book: RuleBook
  let index: Int
  var source: PackSource { book.packs[index].source }
  /// The pack's rules, in the order of their files.
  let rules: [Rule]
  /// Every Lua file of the pack, by its name within it.
  let scripts: [(script: PackSource.Script, outline: ScriptOutline)]
  /// The pack's cases, and what is wrong with the files that cannot be read.
  let caseFiles: (files: [CaseReader.File], mistakes: [Diagnostic])

  /// - Parameters:
  ///   - book: the book that holds the pack.
  ///   - index: the pack's index in the book.
  public init(_ book: RuleBook, pack index: Int) {
    self.book = book
    self.index = index
    rules = book.rules.filter { $0.pack == index }.sorted { $0.ordinal < $1.ordinal }
    let source = book.packs[index].source
    let files = source.rules + source.modules.values.sorted { $0.name < $1.name }
    scripts = files.map { ($0, ScriptOutline($0.text)) }
    caseFiles = CaseReader.files(of: source)
  }

  /// All findings, by file and line.
  public func diagnostics() -> [Diagnostic] {
    let ofRules = rules.flatMap { rule in
      [
        captures(rule), shadowingCaptures(rule), triggers(rule), codes(rule), fields(rule),
        impossible(rule),
      ].joined()
    }
    let ofPack = [
      lexicons(), unread(), unreadFiles(), termMarks(), strangeWords(), articles(),
      missingShaddas(),
      book.packs[index].unreturned,
      unknowing(), shadowed(), cases(), untested(), readme(), ruleless(),
    ]
    let found = ofRules + ofPack.joined() + ofScripts()
    return found.filter { !isAllowed($0) }.sorted {
      ($0.file, $0.line ?? 0, $0.column ?? 0, $0.code.rawValue)
        < ($1.file, $1.line ?? 0, $1.column ?? 0, $1.code.rawValue)
    }
  }

  /// What stands in scripts. A capture that is not there and a field of a text are told of as that, not as a field that
  /// nothing has as well.
  private func ofScripts() -> [Diagnostic] {
    let missing = missingCaptures() + textMembers()
    let names = names().filter { name in
      !missing.contains { ($0.file, $0.line, $0.column) == (name.file, name.line, name.column) }
    }
    let others = [
      bytePatterns(), joinedPatterns(), calls(), latePatterns(), results(), comparisons(),
      listMembers(), bareResults(), articleMembers(),
    ]
    return missing + names + others.joined()
  }

  /// Whether the line or the one before it says `allow:` with the code.
  private func isAllowed(_ diagnostic: Diagnostic) -> Bool {
    guard let line = diagnostic.line,
      let file = scripts.first(where: { $0.script.source.name == diagnostic.file })?.script.source
    else { return false }
    return [line - 1, line].contains { number in
      guard let text = file.line(number), let mark = text.firstRange(of: "allow:") else {
        return false
      }
      return text[mark.upperBound...].contains(diagnostic.code.rawValue)
    }
  }

  // MARK: Lexicons

  /// Lexicons that are there and cannot be read; of other files that has kept the pack from loading.
  private func unread() -> [Diagnostic] {
    source.passedOver().map { _, fault in
      Diagnostic(
        .unreadLexicon, file: fault.file, message: "the lexicon is not read: \(fault.message)",
        hint: fault.hint)
    }
  }

  /// Lexicons of the pack that no script names, and named ones without a term. Those that extraction
  /// reads by name are used.
  private func lexicons() -> [Diagnostic] {
    if source.rules.isEmpty { return [] }
    return source.lexicons.keys.sorted().compactMap { name in
      if Listing.knowledgeLexicons.contains(name) { return nil }
      let file = source.lexiconFile(name)
      let isNamed = scripts.contains { $0.outline.count(ofString: name) > 0 }
      if !isNamed {
        return Diagnostic(
          .unusedLexicon, file: file, message: "no rule uses the lexicon `\(name)`",
          hint: "remove it, or use it with hilal.lexicon \"\(name)\"")
      }
      guard source.lexicons[name]?.rows.isEmpty == true else { return nil }
      return Diagnostic(
        .neverMatches, file: file,
        message: "the lexicon `\(name)` has no terms: what is made of it never matches",
        hint: "write its terms into it, one a line, or remove it")
    }
  }

  // MARK: Rules

  /// Rules that an earlier one of the pack makes needless: the same pattern, or one whose every
  /// alternative is an alternative of a rule that reports whatever it matches.
  private func shadowed() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (position, rule) in rules.enumerated() {
      guard let match = rule.match, let script = script(of: rule) else { continue }
      let alternatives = match.withoutCaptures.alternatives
      let others = rules[..<position] + rules[(position + 1)...].filter { !$0.hasCheck }
      let other = others.first { other in
        guard let wider = other.match, other.unit == rule.unit, other.provides == rule.provides
        else { return false }
        if wider == match { return rules[..<position].contains { $0.id == other.id } }
        return !other.hasCheck
          && Set(alternatives).isStrictSubset(of: wider.withoutCaptures.alternatives)
      }
      guard let other else { continue }
      found.append(
        warning(
          .shadowedRule, script, at: outline(of: script)?.id(ofRule: rule.id),
          other.match == match
            ? "`\(rule.id)` looks for the same as `\(other.id)`"
            : "all that `\(rule.id)` looks for, `\(other.id)` finds as well",
          hint: "make one rule of the two, or look for less in one of them"))
    }
    return found
  }

  /// Rules that no case expects anything of; nothing is known of it while a file of cases cannot be read.
  private func untested() -> [Diagnostic] {
    if rules.isEmpty || !caseFiles.mistakes.isEmpty { return [] }
    let cases = caseFiles.files.flatMap(\.cases)
    let tested = Set(cases.flatMap { $0.expected.map(\.rule) })
    return rules.filter { $0.reports && !tested.contains($0.id) }.compactMap { rule in
      guard let script = script(of: rule) else { return nil }
      return warning(
        .untestedRule, script, at: outline(of: script)?.id(ofRule: rule.id),
        "no case expects anything of `\(rule.id)`",
        hint: (cases.isEmpty ? source.hint(forMisnamed: .tests) : nil)
          ?? "add a [[case]] with [[case.expect]] rule = \"\(rule.id)\" to tests/*.toml")
    }
  }

  private func readme() -> [Diagnostic] {
    if source.folder.exists("README.md") { return [] }
    return [
      Diagnostic(
        .noReadme, file: source.path, message: "the pack has no README.md",
        hint: "say what it flags, with an example, and how well it does")
    ]
  }

  /// A pack without rules is meant only where it lends lexicons or modules, and has no folder that waits for rules.
  private func ruleless() -> [Diagnostic] {
    let lends = !source.lexicons.isEmpty || !source.modules.isEmpty
    let hint = source.hint(forMisnamed: .rules)
    guard source.rules.isEmpty, !lends || hint != nil || source.folder.exists("rules") else {
      return []
    }
    return [
      Diagnostic(
        .noRules, file: source.path,
        message: "the pack has no rules: there is no file \(source.path)/rules/*.lua", hint: hint)
    ]
  }

  // MARK: Places

  func script(of rule: Rule) -> PackSource.Script? {
    source.rules.first { $0.name == rule.file }
  }

  func outline(of script: PackSource.Script) -> ScriptOutline? {
    scripts.first { $0.script.name == script.name }?.outline
  }

  /// A warning where a word stands.
  func warning(
    _ code: Diagnostic.Code, _ script: PackSource.Script, at token: LuaToken?, _ message: String,
    hint: String
  ) -> Diagnostic {
    script.source.diagnostic(
      code, line: token?.line, column: token?.column, width: token?.width ?? 1, message, hint: hint)
  }

  /// A warning where a text first stands as a string.
  func warning(
    _ code: Diagnostic.Code, _ script: PackSource.Script, atString text: String, _ message: String,
    hint: String
  ) -> Diagnostic {
    let token = outline(of: script)?.strings.first { $0.text == text }
    return warning(code, script, at: token, message, hint: hint)
  }
}
