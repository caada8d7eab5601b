internal import Articles
internal import Patterns

/// What is looked over in the functions that decide, held against the rules that they decide for.
extension PackLinter {
  /// Tables that `check` returns as they are written there, and whose reading fails.
  func results() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      checks(of: script, outline).flatMap { function, rules in
        outline.tables(returnedBy: function).joined().compactMap { key, value in
          undeclared(key, rules, script)
            ?? Self.problem(of: key.text, outline.tokens[value]).map { message, hint in
              warning(
                .wrongResult, script, at: outline.tokens[value.lowerBound],
                "\(message): what `check` returns here fails", hint: hint)
            }
        }
      }
    }
  }

  /// What `check` returns where a table or `true` belongs: a capture, a string, a number.
  func bareResults() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      checks(of: script, outline).flatMap { function, rules in
        outline.values(returnedBy: function).compactMap { places -> Diagnostic? in
          let first = outline.tokens[places.lowerBound]
          let isBare =
            places.count == 1 || isSpan(outline.tokens[places], of: function, rules, outline)
          guard isBare else { return nil }
          let text = places.count == 1 ? "this" : "`\(outline.tokens[places].map(\.text).joined())`"
          let field = rules.lazy.compactMap(\.fields.first).first ?? "span"
          let value = places.count == 1 ? "…" : text.filter { $0 != "`" }
          return warning(
            .wrongResult, script, at: first,
            "\(text) is no finding: what `check` returns here fails",
            hint: "return true, or a table that names it: return { \(field) = \(value) }")
        }
      }
    }
  }

  /// Whether `m.name` is a capture of the match that `check` is called with, or its text or place.
  private func isSpan(
    _ value: ArraySlice<LuaToken>, of function: ScriptOutline.Function, _ rules: [Rule],
    _ outline: ScriptOutline
  ) -> Bool {
    guard let base = value.first, let name = value.last, function.parameters.count > 1,
      base.text == function.parameters[1],
      outline.fieldsRead(of: base.text, within: function.body) != nil
    else { return false }
    let captures = rules.flatMap { $0.match?.captureNames ?? [] }
    return (captures + ["text", "span"]).contains(name.text)
  }

  /// The keys of such tables.
  var returnedKeys: Set<String> {
    scripts.reduce(into: []) { keys, script in
      for (function, _) in checks(of: script.script, script.outline) {
        keys.formUnion(script.outline.tables(returnedBy: function).joined().map(\.key.text))
      }
    }
  }

  /// A key that is no field of one of the rules.
  private func undeclared(
    _ key: LuaToken, _ rules: [Rule], _ script: PackSource.Script
  ) -> Diagnostic? {
    if CheckResult.reserved.contains(key.text) { return nil }
    guard let rule = rules.first(where: { !$0.fields.contains(key.text) }) else { return nil }
    let near = Suggestion.nearest(to: key.text, in: rule.fields + CheckResult.reserved)
    return warning(
      .wrongResult, script, at: key,
      "`\(rule.id)` declares no field `\(key.text)`: what `check` returns here fails",
      hint: near.map { "did you mean `\($0)`?" }
        ?? "declare it in the rule's `fields`, or take it out of the table")
  }

  /// What is wrong with a value that stands there as such; nil where it is right or only the run can tell.
  private static func problem(
    of key: String, _ value: ArraySlice<LuaToken>
  ) -> (message: String, hint: String)? {
    guard let kind = literalKind(value) else { return nil }
    let text = value.map(\.text).joined()
    switch key {
    case "score":
      if kind == .number, Double(text).map((0...1).contains) ?? true { return nil }
      return ("a score is a number from 0 to 1", "write it as a part of one: score = 0.7")
    case "severity":
      let known = Finding.Severity.allCases.map(\.rawValue)
      if kind == .string, known.contains(text) { return nil }
      return ("there is no severity `\(text)`", Suggestion.hint(for: text, in: known))
    case "label":
      return kind == .string ? nil : ("a label is a string", "write it in quotes")
    case "codes":
      return ("codes are a table", "write each with its scheme: codes = { cameo = \"138\" }")
    case "span":
      return (
        "a span is a place in the article", "give a capture, an entity or the like: span = m.cue"
      )
    default: return nil
    }
  }

  /// A string, a number with its sign, or `true` and `false`, which are names; nil for anything else.
  private static func literalKind(_ value: ArraySlice<LuaToken>) -> LuaToken.Kind? {
    guard let last = value.last else { return nil }
    let isSigned = value.count == 2 && value.first?.isMark("-") == true && last.kind == .number
    guard value.count == 1 || isSigned else { return nil }
    if last.kind == .name { return last.text == "true" || last.text == "false" ? .name : nil }
    return last.kind == .mark ? nil : last.kind
  }

  /// Patterns that are made where `check` runs: they are made while the pack loads, or not at all.
  func latePatterns() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      checks(of: script, outline).flatMap { function, _ in
        function.body.dropFirst(2).compactMap { place in
          let name = outline.tokens[place]
          guard outline.tokens[place - 1].isMark("."), outline.tokens[place - 2].isName("hilal"),
            !outline.isMember(at: place - 2),
            Builtin.allCases.contains(where: { "\($0)" == name.text }),
            outline.arguments(ofCallAt: place) != nil
          else { return nil }
          return warning(
            .wrongCall, script, at: name,
            "`hilal.\(name.text)` works only while the pack loads: in `check` the call fails",
            hint: "make it before the rule: local words = hilal.\(name.text)(…)")
        }
      }
    }
  }

  /// The functions that rules name as their `check`, each with all its rules.
  func checks(
    of script: PackSource.Script, _ outline: ScriptOutline
  ) -> [(function: ScriptOutline.Function, rules: [Rule])] {
    var found: [(function: ScriptOutline.Function, rules: [Rule])] = []
    for rule in rules where rule.file == script.name && rule.hasCheck {
      guard let function = outline.check(ofRule: rule.id) else { continue }
      if let known = found.firstIndex(where: { $0.function.body == function.body }) {
        found[known].rules.append(rule)
      } else {
        found.append((function, [rule]))
      }
    }
    return found
  }
}
