internal import Extraction
internal import Patterns

/// What is looked over in the text of scripts.
extension PackLinter {
  /// Names that nothing has: globals, methods and members that are misspelt.
  func names() -> [Diagnostic] {
    let outlines = scripts.map(\.outline)
    // What modules of needed packs give is there as well.
    let made = (outlines + source.lentScripts.map { ScriptOutline($0.text) }).reduce(
      into: Set<String>()
    ) { names, outline in
      names.formUnion(outline.keys)
      names.formUnion(outline.madeMembers)
    }
    var known = ScriptNames.members.union(made)
    for rule in book.rules {
      known.formUnion(rule.match?.captureNames ?? [])
      known.formUnion(rule.fields)
      if let layer = rule.provides { known.insert(layer) }
    }
    // Members that are looked up in a table whose keys are made of strings.
    for outline in outlines { known.formUnion(outline.strings.map(\.text)) }
    return scripts.flatMap { script, outline in
      globals(script, outline) + members(script, outline, known: known, made: made)
    }
  }

  /// Rules that read what extraction finds, in a pack for which it knows no words: what they read is guesswork.
  func unknowing() -> [Diagnostic] {
    if knowsWords(source.manifest.name) { return [] }
    for (script, outline) in scripts {
      let own = outline.keys.union(outline.madeMembers)
      let read = outline.memberPlaces.first { token, _ in
        ScriptNames.extracted.contains(token.text) && !own.contains(token.text)
      }
      guard let read else { continue }
      return [
        warning(
          .noKnowledge, script, at: read.token,
          "`\(read.token.text)` rests on lexicons, and no pack that this one needs has them",
          hint: Diagnostic.Code.noKnowledge.advice)
      ]
    }
    return []
  }

  /// Whether a pack or one that it needs has the words of a language, not just a few names more.
  private func knowsWords(_ name: String) -> Bool {
    var names = [name]
    var next = 0
    while next < names.count {
      let pack = book.packs.first { $0.source.manifest.name == names[next] }?.source
      if pack?.lexicons[Lexicon.functionWords.fileName] != nil { return true }
      names += (pack?.manifest.needs ?? []).filter { !names.contains($0) }
      next += 1
    }
    return false
  }

  private func globals(_ script: PackSource.Script, _ outline: ScriptOutline) -> [Diagnostic] {
    var told: Set<String> = []
    let assigned = Dictionary(outline.assignedGlobals.map { ($0.text, $0) }) { first, _ in first }
    return outline.globals.compactMap { token in
      guard !ScriptNames.globals.contains(token.text), told.insert(token.text).inserted else {
        return nil
      }
      if let place = assigned[token.text] {
        return warning(
          .unknownGlobal, script, at: place,
          "`\(token.text)` is set and is no local: setting a global fails",
          hint: "write `local` before its first use; what files share belongs into lib/")
      }
      if ScriptNames.refused.contains(token.text) {
        return warning(
          .unknownGlobal, script, at: token, "`\(token.text)` is not available to rules",
          hint: "rules compute and do nothing else; all they know is what they are called with")
      }
      let candidates = outline.locals.union(ScriptNames.globals).sorted()
      let near = Suggestion.nearest(to: token.text, in: candidates)
      return warning(
        .unknownGlobal, script, at: token, "`\(token.text)` is declared nowhere: it is nil",
        hint: near.map { "did you mean `\($0)`?" }
          ?? "declare it with local, or require the module that has it")
    }
  }

  private func members(
    _ script: PackSource.Script, _ outline: ScriptOutline, known: Set<String>, made: Set<String>
  ) -> [Diagnostic] {
    var told: Set<String> = []
    // Of what is declared nowhere that is said; its members are nothing's.
    let unknown = Set(outline.globals.map(\.text)).subtracting(ScriptNames.globals)
    let bases = outline.memberBases
    return outline.memberPlaces.enumerated().compactMap { place, member in
      let (token, isMethod) = member
      if let base = bases[place], unknown.contains(base) { return nil }
      let isKnown =
        isMethod
        ? ScriptNames.methods.contains(token.text) || made.contains(token.text)
        : known.contains(token.text)
      guard !isKnown, told.insert(token.text).inserted else { return nil }
      let candidates = isMethod ? ScriptNames.methods.union(made) : known
      let near = Suggestion.nearest(to: token.text, in: candidates.sorted())
      // A member may come from where this does not look; a method cannot.
      guard near != nil || isMethod else { return nil }
      return warning(
        .unknownMember, script, at: token,
        "nothing has \(isMethod ? "a method" : "a field") `\(token.text)`",
        hint: near.map { "did you mean `\($0)`?" }
          ?? "methods are listed by `hilal list api --format markdown`")
    }
  }

  /// Lua's own patterns see bytes: where one can stop within an Arabic letter, it cuts it in two.
  func bytePatterns() -> [Diagnostic] {
    scripts.flatMap { script, outline in
      outline.tokens.indices.compactMap { index in
        guard let pattern = pattern(ofCallAt: index, outline), Self.cutsLetters(pattern.text) else {
          return nil
        }
        return warning(
          .bytePattern, script, at: pattern,
          "Lua's patterns see bytes, and Arabic letters are two each: this one can cut a letter",
          hint: "use hilal.word, hilal.verb or sentence:has(pattern)")
      }
    }
  }

  /// The pattern that a call of `string.find` and its like is given as a string.
  private func pattern(ofCallAt index: Int, _ outline: ScriptOutline) -> LuaToken? {
    let tokens = outline.tokens
    guard tokens[index].kind == .name, index > 0,
      ["find", "match", "gmatch", "gsub"].contains(tokens[index].text),
      let arguments = outline.arguments(ofCallAt: index)
    else { return nil }
    // A method has the text in front, a function as its first argument.
    let number = tokens[index - 1].isMark(":") ? 0 : tokens[index - 1].isMark(".") ? 1 : nil
    guard let number, arguments.indices.contains(number) else { return nil }
    return tokens[arguments[number]].first.flatMap { $0.kind == .string ? $0 : nil }
  }

  /// Whether a pattern asks for half a letter: an Arabic letter in a set or before a quantifier, or
  /// beside an Arabic letter a single byte (`.`) or a class of bytes.
  private static func cutsLetters(_ pattern: String) -> Bool {
    let scalars = Array(pattern.unicodeScalars)
    guard scalars.contains(where: { $0.value > 0x7F }) else { return false }
    let quantifiers: Set<Unicode.Scalar> = ["*", "+", "-", "?"]
    var isSet = false
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isQuantified = next.map(quantifiers.contains) ?? false
      if scalar == "%" {
        if let next, "alpuwcg".unicodeScalars.contains(next) { return true }
        index += 1
      } else if isSet {
        if scalar == "]" { isSet = false }
        if scalar.value > 0x7F { return true }
      } else if scalar == "[" {
        isSet = true
      } else if scalar.value > 0x7F, isQuantified {
        return true
      } else if scalar == ".", !isQuantified {
        return true
      }
      index += 1
    }
    return false
  }
}
