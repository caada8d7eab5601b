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

  /// Locals that are set to what begins with a pattern: `local a = hilal.word "…"`, `local b = a * "…"`.
  fileprivate var patternLocals: Set<String> {
    var made: Set<String> = []
    for at in tokens.indices.dropFirst(3)
    where tokens[at - 1].isMark("=") && tokens[at - 3].isName("local") {
      var first = at
      while first + 1 < tokens.count, tokens[first].isMark("(") || tokens[first].isMark("-") {
        first += 1
      }
      if isMaker(first) || isPattern(before: first + 1, made) && goesOn(at: first + 1) {
        made.insert(tokens[at - 2].text)
      }
    }
    return made
  }

  /// Whether an operator of patterns or `:as` stands at a place.
  private func goesOn(at place: Int) -> Bool {
    guard place + 1 < tokens.count else { return false }
    return ["*", "+", "-", "^"].contains { tokens[place].isMark($0) }
      || tokens[place].isMark(":") && tokens[place + 1].isName("as")
  }

  /// Whether `hilal.word` or its like begins at a place.
  private func isMaker(_ place: Int) -> Bool {
    tokens[place].isName("hilal") && !isMember(at: place) && place + 2 < tokens.count
      && tokens[place + 1].isMark(".") && Self.makers.contains(tokens[place + 2].text)
  }

  /// Whether a pattern ends right before a place: one that is made there, a local that holds one, what `:as` or an
  /// operator of patterns gives.
  fileprivate func isPattern(before place: Int, _ made: Set<String>) -> Bool {
    guard place > 0 else { return false }
    let last = place - 1
    let token = tokens[last]
    let operation = last > 0 ? tokens[last - 1] : token
    switch token.kind {
    case .name: return made.contains(token.text) && !isMember(at: last)
    case .number: return operation.isMark("^") && isPattern(before: last - 1, made)
    case .string:
      if operation.isMark("*") || operation.isMark("+") {
        return isPattern(before: last - 1, made)
      }
      return isPattern(calledAt: last, made)
    case .mark:
      guard let open = opening(of: last) else { return false }
      let isGrouped = token.isMark(")") && (open == 0 || !endsOperand(tokens[open - 1]))
      return isGrouped ? isPattern(before: last, made) : isPattern(calledAt: open, made)
    }
  }

  /// Whether a call whose arguments begin at a place gives a pattern: of a maker, or of `as` on a pattern.
  private func isPattern(calledAt place: Int, _ made: Set<String>) -> Bool {
    guard place > 2 else { return false }
    if isMaker(place - 3) { return true }
    return tokens[place - 1].isName("as") && tokens[place - 2].isMark(":")
      && isPattern(before: place - 2, made)
  }

  /// Whether what is called or grouped ends with a token: a name that is no word of the language, or a closing mark.
  private func endsOperand(_ token: LuaToken) -> Bool {
    token.kind == .name && !["and", "or", "not", "return", "in"].contains(token.text)
      || token.kind == .string || token.isMark(")") || token.isMark("]") || token.isMark("}")
  }

  /// Where the bracket opens that closes at a place.
  private func opening(of place: Int) -> Int? {
    guard [")", "}"].contains(tokens[place].text) else { return nil }
    var depth = 0
    for at in (0...place).reversed() where tokens[at].kind == .mark {
      if [")", "}", "]"].contains(tokens[at].text) { depth += 1 }
      if ["(", "{", "["].contains(tokens[at].text) { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
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
