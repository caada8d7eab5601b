/// What scripts do with patterns that Lua does not tell of.
extension PackLinter {
  /// Patterns that Lua's `and` and `or` join: a pattern is never false, so that one of the two is all that is left.
  func joinedPatterns() -> [Diagnostic] {
    scripts.flatMap { script, outline -> [Diagnostic] in
      let made = outline.patternLocals
      return outline.tokens.indices.compactMap { at -> Diagnostic? in
        let word = outline.tokens[at]
        guard word.isName("and") || word.isName("or"),
          outline.isPattern(before: at, made),
          word.isName("and") || !outline.isChoice(at)
        else { return nil }
        let left = word.isName("and") ? "second" : "first"
        return warning(
          .joinedPatterns, script, at: word,
          "`\(word.text)` behind a pattern leaves the \(left) of the two alone, since no pattern is false",
          hint: Diagnostic.Code.joinedPatterns.advice)
      }
    }
  }
}

extension ScriptOutline {
  /// The functions of `hilal` that give a pattern.
  private static let makers = Set(
    Builtin.allCases.filter { $0.declaration.returns == "hilal.Pattern" }.map { "\($0)" })

  /// Locals that are set to what begins with a pattern: `local a = hilal.word "…"`.
  fileprivate var patternLocals: Set<String> {
    Set(
      tokens.indices.dropFirst(2).compactMap { at -> String? in
        guard isMaker(at), tokens[at - 1].isMark("="), at > 2, tokens[at - 3].isName("local") else {
          return nil
        }
        return tokens[at - 2].text
      })
  }

  /// Whether `hilal.word` or its like begins at a place.
  private func isMaker(_ place: Int) -> Bool {
    tokens[place].isName("hilal") && !isMember(at: place) && place + 2 < tokens.count
      && tokens[place + 1].isMark(".") && Self.makers.contains(tokens[place + 2].text)
  }

  /// Whether a pattern ends right before a place: one that is made there, or a local that holds one.
  fileprivate func isPattern(before place: Int, _ made: Set<String>) -> Bool {
    guard place > 0 else { return false }
    let last = tokens[place - 1]
    if last.kind == .name { return made.contains(last.text) && !isMember(at: place - 1) }
    // No further back than a statement is long.
    return (max(0, place - 60)..<place).contains { isMaker($0) && end(ofPatternAt: $0) == place }
  }

  /// One past a pattern that is made at a place, with what it is called with: `hilal.verb { … }:as "cue"`.
  private func end(ofPatternAt place: Int) -> Int? {
    guard var end = end(ofCallAt: place + 2) else { return nil }
    while end + 1 < tokens.count, tokens[end].isMark(":"), tokens[end + 1].kind == .name,
      let next = self.end(ofCallAt: end + 1)
    {
      end = next
    }
    return end
  }

  /// Whether an `or` is that of `condition and a or b`, which chooses.
  fileprivate func isChoice(_ place: Int) -> Bool {
    var depth = 0
    for at in (0..<place).reversed() {
      let token = tokens[at]
      if token.isMark(")") || token.isMark("}") || token.isMark("]") { depth += 1 }
      if token.isMark("(") || token.isMark("{") || token.isMark("[") { depth -= 1 }
      if depth < 0 { return false }
      if depth > 0 { continue }
      if token.isName("and") { return true }
      if token.isMark("=") || token.isMark(",") || token.isName("return") { return false }
    }
    return false
  }
}
