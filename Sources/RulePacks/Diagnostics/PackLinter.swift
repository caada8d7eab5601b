internal import Articles
internal import Patterns

/// Looks over loaded packs without data: what works but is probably not meant.
public struct PackLinter {
  private let book: RuleBook
  private let index: Int
  private var pack: RuleBook.Pack { book.packs[index] }
  private var source: PackSource { pack.source }
  private var rules: [Rule] {
    book.rules.filter { $0.pack == index }.sorted { $0.ordinal < $1.ordinal }
  }

  /// - Parameter pack: the pack's index in the book.
  public init(_ book: RuleBook, pack index: Int) {
    self.book = book
    self.index = index
  }

  /// All findings, by file and line.
  public func diagnostics() -> [Diagnostic] {
    let found =
      lexicons()
      + rules.flatMap { rule in
        captures(rule) + triggers(rule) + codes(rule) + fields(rule) + emptyTerms(rule)
      } + shadowed() + untested() + bytePatterns() + readme()
    return found.sorted {
      ($0.file, $0.line ?? 0, $0.code.rawValue) < ($1.file, $1.line ?? 0, $1.code.rawValue)
    }
  }

  // MARK: Lexicons

  /// Lexicons of the pack that no script names. Those that extraction reads by name are used.
  private func lexicons() -> [Diagnostic] {
    if source.rules.isEmpty { return [] }
    let scripts = source.rules + source.modules.values.sorted { $0.name < $1.name }
    return source.lexicons.keys.sorted().compactMap { name in
      let isNamed = scripts.contains {
        $0.text.contains("\"\(name)\"") || $0.text.contains("'\(name)'")
      }
      if isNamed || Listing.knowledgeLexicons.contains(name) { return nil }
      return Diagnostic(
        .unusedLexicon, file: "\(source.path)/lexicon/\(name)",
        message: "no rule uses the lexicon `\(name)`",
        hint: "remove it, or use it with hilal.lexicon \"\(name)\"")
    }
  }

  // MARK: Rules

  /// Captures that `check` never reads. `cue` is evidence by itself.
  private func captures(_ rule: Rule) -> [Diagnostic] {
    guard let match = rule.match, let script = script(of: rule) else { return [] }
    return match.captureNames.compactMap { name in
      let isRead = script.text.contains(".\(name)") || script.text.contains("[\"\(name)\"]")
      if isRead || name == "cue" { return nil }
      return script.source.diagnostic(
        .unusedCapture, atText: "as \"\(name)\"",
        "the capture `\(name)` of `\(rule.id)` is never read",
        hint:
          "it still stands in the finding's evidence; remove :as \"\(name)\" if that is not meant")
    }
  }

  private func triggers(_ rule: Rule) -> [Diagnostic] {
    let isPattern = rule.match != nil
    // A rule that is called once for each article costs little, and says so itself.
    guard rule.triggers == nil, isPattern || rule.unit != .article,
      let script = script(of: rule)
    else { return [] }
    return [
      script.source.diagnostic(
        .runsEverywhere, atText: "\"\(rule.id)\"",
        isPattern
          ? "no word can be required for the pattern of `\(rule.id)`: it is tried on every article"
          : "`\(rule.id)` has no pattern: it is called for every \(rule.unit.rawValue)",
        hint: isPattern
          ? "make a word, verb or lexicon a required part of it, in every alternative"
          : "give it a `match`, if some words must be there")
    ]
  }

  private func codes(_ rule: Rule) -> [Diagnostic] {
    guard let script = script(of: rule) else { return [] }
    return rule.codes.compactMap { scheme, code in
      guard let problem = EventCodes.problem(scheme: scheme, code: code) else { return nil }
      return script.source.diagnostic(
        .unknownCode, atText: "\"\(code)\"", problem.message, hint: problem.hint)
    }
  }

  /// Declared fields that the script never mentions again.
  private func fields(_ rule: Rule) -> [Diagnostic] {
    guard let script = script(of: rule) else { return [] }
    return rule.fields.compactMap { field in
      let uses = script.text.ranges(of: field).count
      if uses > 1 { return nil }
      return script.source.diagnostic(
        .unusedField, atText: "\"\(field)\"", "the field `\(field)` of `\(rule.id)` is never set",
        hint: "set it in the table that `check` returns, or take it out of `fields`")
    }
  }

  /// Term sets without terms: that part can never match.
  private func emptyTerms(_ rule: Rule) -> [Diagnostic] {
    guard let match = rule.match, let script = script(of: rule) else { return [] }
    return match.termSets.filter(\.terms.isEmpty).map { set in
      script.source.diagnostic(
        .neverMatches, atText: "match",
        "\(set.title) in `\(rule.id)` has no terms: it never matches",
        hint: "fill the lexicon, or loosen its `where`")
    }
  }

  /// Rules with the same pattern as an earlier one of the pack.
  private func shadowed() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (position, rule) in rules.enumerated() {
      guard let match = rule.match, let script = script(of: rule) else { continue }
      let twin = rules[..<position].first {
        $0.match == match && $0.unit == rule.unit && $0.provides == rule.provides
      }
      if let twin {
        found.append(
          script.source.diagnostic(
            .shadowedRule, atText: "\"\(rule.id)\"",
            "`\(rule.id)` looks for the same as `\(twin.id)`", hint: "make one rule of the two"))
      }
    }
    return found
  }

  // MARK: The pack

  private func untested() -> [Diagnostic] {
    if rules.isEmpty { return [] }
    let cases = (try? CaseReader.cases(of: source)) ?? []
    let tested = Set(cases.flatMap { $0.expected.map(\.rule) })
    return rules.filter { $0.reports && !tested.contains($0.id) }.compactMap { rule in
      script(of: rule)?.source.diagnostic(
        .untestedRule, atText: "\"\(rule.id)\"", "no case expects anything of `\(rule.id)`",
        hint: "add a [[case]] with [[case.expect]] rule = \"\(rule.id)\" to tests/*.toml")
    }
  }

  /// Lua's own patterns see bytes: on Arabic they cut letters in two.
  private func bytePatterns() -> [Diagnostic] {
    let functions = [
      ":find", ":match", ":gmatch", ":gsub", "string.find", "string.match", "string.gsub",
    ]
    var found: [Diagnostic] = []
    for script in source.rules + source.modules.values.sorted(by: { $0.name < $1.name }) {
      for (number, line) in script.source.lines.enumerated() {
        let code = line.split(separator: "--", maxSplits: 1).first ?? ""
        let isArabic = code.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
        guard isArabic, let function = functions.first(where: { code.contains($0) }) else {
          continue
        }
        let column = code.firstRange(of: function).map {
          code[..<$0.lowerBound].unicodeScalars.count + 1
        }
        found.append(
          script.source.diagnostic(
            .bytePattern, line: number + 1, column: column, width: function.count,
            "Lua's patterns see bytes, and Arabic letters are two each",
            hint: "use hilal.word, hilal.verb or sentence:has(pattern)"))
      }
    }
    return found
  }

  private func readme() -> [Diagnostic] {
    if source.folder.exists("README.md") { return [] }
    return [
      Diagnostic(
        .noReadme, file: source.path, message: "the pack has no README.md",
        hint: "say what it flags, with an example, and how well it does")
    ]
  }

  private func script(of rule: Rule) -> PackSource.Script? {
    source.rules.first { $0.name == rule.file }
  }
}

extension SourceFile {
  /// A diagnostic at the first place where a text stands.
  func diagnostic(
    _ code: Diagnostic.Code, atText text: String, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    for (number, line) in lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      return diagnostic(
        code, line: number + 1, column: line[..<range.lowerBound].unicodeScalars.count + 1,
        width: text.unicodeScalars.count, message, hint: hint)
    }
    return diagnostic(code, line: nil, message, hint: hint)
  }
}
