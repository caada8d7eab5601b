/// What a Lua file names, read from its words without running it: locals and globals, members and
/// keys, strings. It knows no scopes: a local of the file is one everywhere in it.
struct ScriptOutline {
  let tokens: [LuaToken]
  /// Locals, parameters and loop variables.
  private(set) var locals: Set<String> = []
  /// Names that are neither local nor member nor key, where they stand.
  private(set) var globals: [LuaToken] = []
  /// Those of them that are given a value: `x = 1`, `function x()`.
  private(set) var assignedGlobals: [LuaToken] = []
  /// `t.name`, `t:name`, `t["name"]`
  private(set) var members: Set<String> = []
  /// `t.name` where it stands, and whether it is `t:name`.
  private(set) var memberPlaces: [(token: LuaToken, isMethod: Bool)] = []
  /// The name that stands before each of these as a whole, `t`; nil where it is itself a member, or a call's result.
  private(set) var memberBases: [String?] = []
  /// `t.name = …` and `function t.name`: members that the script makes itself.
  private(set) var madeMembers: Set<String> = []
  /// `{ name = … }`
  private(set) var keys: Set<String> = []
  /// Something is looked up by a name that only the running script knows: `m[name]`.
  private(set) var looksUpByVariable = false

  private static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  init(_ text: String) {
    tokens = LuaLexer.tokens(of: text)
    findLocals()
    findNames()
  }

  /// Strings, where they stand.
  var strings: [LuaToken] { tokens.filter { $0.kind == .string } }

  /// How often a text stands as a string.
  func count(ofString text: String) -> Int {
    tokens.count { $0.kind == .string && $0.text == text }
  }

  /// The first string of that text which a call of a method or function is given:
  /// `:as "cue"`, `hilal.lexicon("force")`.
  func argument(_ text: String, of function: String) -> LuaToken? {
    tokens.indices.first { index in
      guard tokens[index].kind == .string, tokens[index].text == text else { return false }
      let before = index > 0 && tokens[index - 1].isMark("(") ? index - 2 : index - 1
      return before >= 0 && tokens[before].isName(function)
    }.map { tokens[$0] }
  }

  /// The `id` of a rule (or the layer that an extractor is named after), as its declaration has it.
  func id(ofRule id: String) -> LuaToken? {
    idPlace(id).map { tokens[$0] }
  }

  private func idPlace(_ id: String) -> Int? {
    let places = tokens.indices.filter {
      tokens[$0].kind == .string && tokens[$0].text == id && token($0 - 1)?.isMark("=") == true
    }
    return places.first { token($0 - 2)?.isName("id") == true }
      ?? places.first { token($0 - 2)?.isName("provides") == true }
  }

  /// A key of the declaration of a rule: the nearest behind its `id`, or before it.
  func key(_ name: String, ofRule id: String) -> LuaToken? {
    keyPlace(name, ofRule: id).map { tokens[$0] }
  }

  func keyPlace(_ name: String, ofRule id: String) -> Int? {
    let isKey = { (index: Int) in
      tokens[index].isName(name) && token(index + 1)?.isMark("=") == true
    }
    guard let place = idPlace(id) else { return nil }
    let isOther = { (index: Int) in
      tokens[index].isName("rule") || tokens[index].isName("extractor")
    }
    let behind = (place..<tokens.count).prefix { !isOther($0) }.first(where: isKey)
    let before = (0..<place).reversed().prefix { !isOther($0) }.first(where: isKey)
    return behind ?? before
  }

  // MARK: Reading

  private func token(_ index: Int) -> LuaToken? {
    tokens.indices.contains(index) ? tokens[index] : nil
  }

  private mutating func findLocals() {
    for (index, token) in tokens.enumerated() {
      if token.isName("local") || token.isName("for") {
        let isFunction = self.token(index + 1)?.isName("function") == true
        takeNames(from: index + (isFunction ? 2 : 1))
      } else if token.isName("function") {
        var open = index + 1
        while let next = self.token(open), !next.isMark("(") { open += 1 }
        takeNames(from: open + 1)
      }
    }
  }

  /// Takes a list of names: `a, b <const>, c`.
  private mutating func takeNames(from start: Int) {
    var index = start
    while let name = token(index), name.kind == .name, !Self.keywords.contains(name.text) {
      locals.insert(name.text)
      index += 1
      if token(index)?.isMark("<") == true { index += 3 }
      guard token(index)?.isMark(",") == true else { return }
      index += 1
    }
  }

  private mutating func findNames() {
    var brackets: [String] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .mark {
        switch token.text {
        case "{", "(": brackets.append(token.text)
        case "[":
          brackets.append(token.text)
          readIndex(index, inTable: brackets.dropLast().last == "{")
        case "}", ")", "]": _ = brackets.popLast()
        default: break
        }
      }
      guard token.kind == .name, !Self.keywords.contains(token.text) else { continue }
      let previous = self.token(index - 1)
      if previous?.isMark(".") == true || previous?.isMark(":") == true {
        members.insert(token.text)
        memberPlaces.append((token, previous?.isMark(":") == true))
        let isBase = self.token(index - 2)?.kind == .name && !isMember(at: index - 2)
        memberBases.append(isBase ? self.token(index - 2)?.text : nil)
        let isFunction = self.token(index - 3)?.isName("function") == true
        if isFunction || self.token(index + 1)?.isMark("=") == true {
          madeMembers.insert(token.text)
        }
      } else if brackets.last == "{", self.token(index + 1)?.isMark("=") == true,
        previous?.isMark("{") == true || previous?.isMark(",") == true
          || previous?.isMark(";") == true
      {
        keys.insert(token.text)
      } else if previous?.isMark("::") != true, previous?.isName("goto") != true,
        !locals.contains(token.text)
      {
        globals.append(token)
        if self.token(index + 1)?.isMark("=") == true || previous?.isName("function") == true {
          assignedGlobals.append(token)
        }
      }
    }
  }

  /// `t["name"]` or `t[name]`, or a key of a table: `["name"] = …`.
  private mutating func readIndex(_ index: Int, inTable: Bool) {
    guard let inner = token(index + 1) else { return }
    let isAlone = token(index + 2)?.isMark("]") == true
    if inner.kind == .string, isAlone {
      members.insert(inner.text)
    } else if inner.kind != .number || !isAlone {
      let previous = token(index - 1)
      let isIndex =
        previous.map { $0.kind == .name || $0.isMark(")") || $0.isMark("]") } ?? false
      if isIndex || inTable { looksUpByVariable = true }
    }
  }
}
