internal import Articles
internal import Patterns

/// What is looked over in each rule.
extension PackLinter {
  /// Captures that `check` never reads, by name or by a variable. `cue` is evidence by itself, and a
  /// rule without `check` names its captures for the evidence alone.
  func captures(_ rule: Rule) -> [Diagnostic] {
    guard rule.hasCheck, let match = rule.match, let script = script(of: rule),
      let own = outline(of: script)
    else { return [] }
    let outlines = scripts.map(\.outline)
    return match.captureNames.compactMap { name in
      let isRead = outlines.contains { $0.members.contains(name) }
      // The name stands elsewhere as well, and something is looked up by a variable: `m[name]`.
      let mayBeRead = outlines.contains {
        $0.looksUpByVariable && ($0.count(ofString: name) > 1 || $0.keys.contains(name))
      }
      if name == "cue" || isRead || mayBeRead { return nil }
      return warning(
        .unusedCapture, script, at: own.argument(name, of: "as"),
        "the capture `\(name)` of `\(rule.id)` is never read",
        hint: "read `m.\(name)` in `check`, or remove :as \"\(name)\" if the evidence needs no name"
      )
    }
  }

  /// Captures whose names a match has for something of its own, which `check` then cannot read.
  func shadowingCaptures(_ rule: Rule) -> [Diagnostic] {
    guard rule.hasCheck, let match = rule.match, let script = script(of: rule) else { return [] }
    let own = ScriptAPI.objects.first { $0.name == "Match" }?.fields ?? []
    return own.filter { match.captureNames.contains($0.name) }.map { field in
      warning(
        .shadowingCapture, script, at: outline(of: script)?.argument(field.name, of: "as"),
        "the capture `\(field.name)` of `\(rule.id)` hides what `m.\(field.name)` is in every match",
        hint: "give it another name: without it, `m.span` is the whole match and `m.text` its words"
      )
    }
  }

  /// Rules that are tried on every unit of every article.
  func triggers(_ rule: Rule) -> [Diagnostic] {
    let isPattern = rule.match != nil
    // A rule that is called once for each article costs little, and says so itself.
    guard rule.runsEverywhere, isPattern || rule.unit != .article,
      let script = script(of: rule)
    else { return [] }
    return [
      warning(
        .runsEverywhere, script, at: outline(of: script)?.id(ofRule: rule.id),
        isPattern
          ? "no word can be required for the pattern of `\(rule.id)`: it is tried on every article"
          : "`\(rule.id)` has no pattern: it is called for every \(rule.unit.rawValue)",
        hint: isPattern
          ? "make a word, verb or lexicon a required part of it, in every alternative"
          : "give it a `match`, if some words must be there")
    ]
  }

  func codes(_ rule: Rule) -> [Diagnostic] {
    guard let script = script(of: rule) else { return [] }
    return rule.codes.compactMap { scheme, code in
      guard let problem = EventCodes.problem(scheme: scheme, code: code) else { return nil }
      return warning(
        .unknownCode, script, atString: code, problem.message, hint: problem.hint)
    }
  }

  /// Declared fields that no script of the pack names again.
  func fields(_ rule: Rule) -> [Diagnostic] {
    guard let script = script(of: rule) else { return [] }
    let outlines = scripts.map(\.outline)
    return rule.fields.compactMap { field in
      let isSet = outlines.contains {
        $0.keys.contains(field) || $0.madeMembers.contains(field)
          || $0.looksUpByVariable && $0.count(ofString: field) > 1
      }
      if isSet { return nil }
      let near = Suggestion.nearest(to: field, in: undeclaredKeys)
      // The key is told of where it stands.
      if let near, returnedKeys.contains(near) { return nil }
      return warning(
        .unusedField, script, atString: field, "the field `\(field)` of `\(rule.id)` is never set",
        hint: near.map { "`\($0)` is set and declared nowhere; did you mean `\(field)`?" }
          ?? "set it in the table that `check` returns, or take it out of `fields`")
    }
  }

  /// Keys that scripts set and that mean nothing to a rule: fields may be among them, misspelt.
  private var undeclaredKeys: [String] {
    let known = Set(RuleKey.names + CheckResult.reserved + rules.flatMap(\.fields))
    return scripts.reduce(into: Set<String>()) {
      $0.formUnion($1.outline.keys)
      $0.formUnion($1.outline.madeMembers)
    }.subtracting(known).sorted()
  }

  /// Parts of a pattern that nothing can match, and alternatives that are never reached.
  func impossible(_ rule: Rule) -> [Diagnostic] {
    guard let match = rule.match, let script = script(of: rule) else { return [] }
    let key = outline(of: script)?.key("match", ofRule: rule.id)
    return match.impossibilities.map { problem in
      warning(
        .neverMatches, script, at: key, "in the pattern of `\(rule.id)` \(problem.message)",
        hint: problem.hint)
    }
  }
}
