/// Calls and functions, as far as they can be told without running the script.
extension ScriptOutline {
  /// A function as it is written.
  struct Function {
    var parameters: [String]
    /// The places of its tokens behind the parameters, the closing `end` left out.
    var body: Range<Int>
  }

  /// The arguments of a call, by the places of their tokens; nil where the name at `place` is not called.
  func arguments(ofCallAt place: Int) -> [Range<Int>]? {
    guard tokens.indices.contains(place + 1) else { return nil }
    let open = tokens[place + 1]
    if open.kind == .string { return [place + 1..<place + 2] }
    guard open.isMark("(") || open.isMark("{") else { return nil }
    var arguments: [Range<Int>] = []
    var (depth, start) = (0, open.isMark("(") ? place + 2 : place + 1)
    for at in place + 1..<tokens.count where tokens[at].kind == .mark {
      switch tokens[at].text {
      case "(", "{", "[": depth += 1
      case ")", "}", "]": depth -= 1
      case "," where depth == 1 && open.isMark("("):
        arguments.append(start..<at)
        start = at + 1
      default: continue
      }
      if depth > 0 { continue }
      let end = open.isMark("(") ? at : at + 1
      return start < end ? arguments + [start..<end] : arguments
    }
    return nil
  }

  /// One past the arguments of a call; nil where the name at `place` is not called.
  func end(ofCallAt place: Int) -> Int? {
    guard tokens.indices.contains(place + 1) else { return nil }
    if tokens[place + 1].kind == .string { return place + 2 }
    guard tokens[place + 1].isMark("(") || tokens[place + 1].isMark("{") else { return nil }
    var depth = 0
    for at in place + 1..<tokens.count where tokens[at].kind == .mark {
      if ["(", "{", "["].contains(tokens[at].text) { depth += 1 }
      if [")", "}", "]"].contains(tokens[at].text) { depth -= 1 }
      if depth == 0 { return at + 1 }
    }
    return nil
  }

  /// The function that a rule's `check` is: written there, or once in the file under the name that stands there.
  func check(ofRule id: String) -> Function? {
    guard let key = keyPlace("check", ofRule: id) else { return nil }
    let value = key + 2
    guard tokens.indices.contains(value + 1) else { return nil }
    if tokens[value].isName("function") { return function(at: value) }
    guard tokens[value].kind == .name,
      tokens[value + 1].isMark(",") || tokens[value + 1].isMark("}")
    else { return nil }
    let name = tokens[value].text
    let places = tokens.indices.filter { at in
      guard tokens[at].isName("function"), at > 0, at + 1 < tokens.count else { return false }
      return tokens[at + 1].isName(name)
        || at > 1 && tokens[at - 1].isMark("=") && tokens[at - 2].isName(name)
    }
    return places.count == 1 ? function(at: places[0]) : nil
  }

  /// The function whose keyword stands at a place.
  func function(at place: Int) -> Function? {
    guard let open = tokens[place...].firstIndex(where: { $0.isMark("(") }),
      let close = tokens[open...].firstIndex(where: { $0.isMark(")") })
    else { return nil }
    let parameters = tokens[open..<close].filter { $0.kind == .name }.map(\.text)
    var depth = 1
    for at in close + 1..<tokens.count where tokens[at].kind == .name {
      switch tokens[at].text {
      case "function", "if", "do", "repeat": depth += 1
      case "end", "until": depth -= 1
      default: continue
      }
      if depth == 0 { return Function(parameters: parameters, body: close + 1..<at) }
    }
    return nil
  }

  /// Where fields of a name are read within some places: `m.cue`. Nil where the name may stand for something else there.
  func fieldsRead(of name: String, within places: Range<Int>) -> [LuaToken]? {
    var read: [LuaToken] = []
    for at in places where tokens[at].isName(name) && at + 1 < tokens.count {
      let (previous, next) = (tokens[at - 1], tokens[at + 1])
      if previous.isMark(".") || previous.isMark(":") { continue }
      let isBound =
        previous.isName("local") || previous.isName("for") || next.isMark("=") || next.isName("in")
      if isBound || isParameter(at) { return nil }
      if next.isMark("."), at + 2 < tokens.count, tokens[at + 2].kind == .name {
        read.append(tokens[at + 2])
      }
    }
    return read
  }

  /// Whether a name stands in a list of parameters.
  private func isParameter(_ place: Int) -> Bool {
    guard let open = tokens[..<place].lastIndex(where: { $0.isMark("(") }), open > 0 else {
      return false
    }
    let isList = tokens[open + 1..<place].allSatisfy { $0.kind == .name || $0.isMark(",") }
    return isList
      && (tokens[open - 1].isName("function") || open > 1 && tokens[open - 2].isName("function"))
  }

  /// The places of a name and of the names and dots before it: `m.cue` in `m.cue:upper()`. Empty where it is no name.
  func chain(endingAt place: Int) -> Range<Int> {
    guard tokens.indices.contains(place), tokens[place].kind == .name else { return place..<place }
    var first = place
    while first > 1, tokens[first - 1].isMark("."), tokens[first - 2].kind == .name { first -= 2 }
    return first..<place + 1
  }

  /// The words that stand at some places.
  func texts(_ places: Range<Int>) -> [String] { tokens[places].map(\.text) }

  /// Whether a name stands behind a dot or colon.
  func isMember(at place: Int) -> Bool {
    place > 0 && (tokens[place - 1].isMark(".") || tokens[place - 1].isMark(":"))
  }

  /// The field that a local is set to, as in `local moves = sentence.moves`; nil where it is set to anything else, or
  /// once more.
  func source(ofLocal name: String) -> String? {
    let places = tokens.indices.filter { tokens[$0].isName(name) && !isMember(at: $0) }
    let set = places.filter { $0 + 1 < tokens.count && tokens[$0 + 1].isMark("=") }
    guard set.count == 1, set[0] > 0, tokens[set[0] - 1].isName("local"),
      !places.contains(where: isParameter),
      !places.contains(where: { $0 > 0 && tokens[$0 - 1].isName("for") })
    else { return nil }
    var last = set[0] + 2
    while last + 2 < tokens.count, tokens[last + 1].isMark("."), tokens[last + 2].kind == .name {
      last += 2
    }
    guard last > set[0] + 2, last + 1 < tokens.count, tokens[last + 1].kind == .name,
      tokens[last + 1].line > tokens[last].line
    else { return nil }
    return tokens[last].text
  }

  /// Whether a name stands for a library or a module: there it is no object that has methods.
  func isLibrary(_ name: String) -> Bool {
    if ScriptNames.libraries.contains(name) { return true }
    return tokens.indices.dropFirst(2).contains { at in
      tokens[at - 1].isMark("=") && tokens[at - 2].isName(name)
        && (tokens[at].isName("require") || ScriptNames.libraries.contains(tokens[at].text))
    }
  }
}
