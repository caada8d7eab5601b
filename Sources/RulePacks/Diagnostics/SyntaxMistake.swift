/// What to do about a script that is not valid Lua, from what Lua says and from the words of the file.
struct SyntaxMistake {
  /// What Lua says.
  private let message: String
  private let tokens: [LuaToken]
  /// 1-based.
  private let line: Int

  init(_ message: String, _ file: SourceFile, line: Int) {
    self.message = message
    self.line = line
    tokens = LuaLexer.tokens(of: file.lines.joined(separator: "\n"))
  }

  /// The word near which Lua stopped: a mark that also begins a longer one (`=`, `==`) is told from it; of several on
  /// the line it is the first behind what opens the condition.
  var place: LuaToken? {
    let here = tokens.filter { $0.line == line }
    let openers: [String] =
      switch true {
      case isWanted("then"): ["if", "elseif"]
      case isWanted("do"): ["while", "for"]
      default: []
      }
    let begin = here.lastIndex { word in openers.contains(where: word.isName) } ?? here.startIndex
    return here[begin...].first { $0.text == near && $0.kind != .string }
  }

  /// What to do; nil where nothing more exact can be said than of all such mistakes.
  var hint: String? {
    if isAtEnd { return unclosed }
    if let block = unendedBlock {
      return "an `end` is missing before this `\(near ?? "")`: of \(block), or of a block within it"
    }
    if let bracket = unclosedBracket { return bracket }
    if near == "=", isCondition { return "equal is `==` in Lua; `=` sets a value" }
    let isBlock = isWanted("end") || isWanted("until")
    guard isBlock || isWanted("<eof>"), let near else { return nil }
    if ["end", "else", "elseif", "until", "}", ")", "]"].contains(near) {
      if isWanted("end"), closesSomething(near) {
        let name = opener.map { "of \($0)" } ?? "of the block that begins last"
        return "an `end` is missing before this `\(near)`: \(name), or of a block within it"
      }
      return
        "`\(near)` closes nothing here: it is one too many, or what it should close has ended before"
    }
    return "nothing may follow a `return` and its values: "
      + (isBlock
        ? "move this before it, or close the block with `end` first"
        : "move this before it; several rules are a list, return { hilal.rule { … }, hilal.rule { … } }")
  }

  private func isWanted(_ word: String) -> Bool {
    message.hasPrefix(word.hasPrefix("<") ? "\(word) expected" : "'\(word)' expected")
  }

  private var isAtEnd: Bool { message.hasSuffix(" near <eof>") }

  /// The word that Lua names last.
  private var near: String? {
    guard let start = message.ranges(of: " near '").last?.upperBound, message.last == "'" else {
      return nil
    }
    return String(message[start...].dropLast())
  }

  /// A single `=` where a value has been read and goes on: behind `if`, `while`, `until` or `return`, in brackets.
  private var isCondition: Bool {
    if isWanted("then") || isWanted("do") || isWanted(")") { return true }
    guard let place, let at = tokens.firstIndex(of: place) else { return false }
    let words = tokens[..<at].reversed().prefix { $0.line == line }
    return words.contains { $0.isName("return") || $0.isName("until") }
  }

  /// `function` of line 10, as Lua names what is open.
  private var opener: String? {
    guard let start = message.ranges(of: "(to close '").last?.upperBound,
      let middle = message.ranges(of: "' at line ").last, start < middle.lowerBound
    else { return nil }
    let number = message[middle.upperBound...].prefix { $0.isNumber }
    return "the `\(message[start..<middle.lowerBound])` of line \(number)"
  }

  /// Whether a bracket has one that opens for it: the file has no more of the one than of the other.
  private func closesSomething(_ bracket: String) -> Bool {
    guard let open = Self.closers.first(where: { $0.value == bracket })?.key else { return false }
    return tokens.count { $0.isMark(open) } >= tokens.count { $0.isMark(bracket) }
  }

  /// The block within which a bracket closes what was opened before it, where a statement may stand («unexpected symbol»).
  private var unendedBlock: String? {
    guard message.hasPrefix("unexpected symbol"), let near, ["}", ")", "]"].contains(near),
      closesSomething(near), let place, let at = tokens.firstIndex(of: place), at > 0
    else { return nil }
    let before = tokens[at - 1]
    let isComplete =
      before.kind == .mark
      ? ["}", ")", "]"].contains(before.text) : !["and", "or", "not", "in"].contains(before.text)
    guard isComplete, let open = Self.open(in: tokens[..<at]).last, open.kind == .name else {
      return nil
    }
    return "the `\(open.text)` of line \(open.line)"
  }

  /// The `(` that is open where Lua wants its `)`. A `=` behind a name that begins an argument is a table's, one within a
  /// condition is meant as `==`.
  private var unclosedBracket: String? {
    guard isWanted(")"), let near, let place, let at = tokens.firstIndex(of: place),
      let open = Self.open(in: tokens[..<at]).last, open.isMark("(")
    else { return nil }
    if near == "=", at < 2 || !tokens[at - 2].isMark(",") { return nil }
    return "the `(` of line \(open.line) is not closed: its `)` is missing before this `\(near)`"
  }

  /// What is still open where the file ends.
  private var unclosed: String? {
    guard let open = Self.open(in: tokens[...]).last else { return nil }
    let place = "the `\(open.text)` of line \(open.line)"
    if let close = Self.closers[open.text] {
      return "\(place) is not closed: its `\(close)` is missing"
    }
    let end = open.isName("repeat") ? "until" : "end"
    return "\(place), or a block within it, has no `\(end)`"
  }

  private static let closers = ["{": "}", "(": ")", "[": "]"]

  /// Brackets and blocks that are open behind some words, the outermost first.
  private static func open(in tokens: ArraySlice<LuaToken>) -> [LuaToken] {
    var open: [LuaToken] = []
    for token in tokens where token.kind == .mark || token.kind == .name {
      switch token.text {
      // `while` and `for` have a `do` of their own.
      case "{", "(", "[", "function", "if", "do", "repeat": open.append(token)
      case "}", ")", "]", "end", "until": _ = open.popLast()
      default: break
      }
    }
    return open
  }
}
