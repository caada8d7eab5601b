import LayerChecks
import RulePacks

/// Makes rule files: what scripts can say by the grammar of Lua, over every function, field and method that the API
/// declares and over Lua's own libraries, with odd arguments.
struct ScriptMaker {
  private var random: FixedRandom
  /// Locals in scope, by name.
  private var locals: [String] = []
  private var depth = 0
  /// How much is still written: a script has an end.
  private var room = 0

  init(seed: UInt64) { random = FixedRandom(seed: seed) }

  // MARK: Files

  /// Most files catch what fails while they load, so that something is left to run.
  private static let head = """
    local function try(f, other)
      local ok, value = pcall(f)
      if ok and value ~= nil then return value end
      return other
    end
    local rules = {}
    local function add(f)
      local ok, rule = pcall(f)
      if ok then rules[#rules + 1] = rule end
    end
    """

  /// A rule file of some patterns, rules and extractors.
  mutating func file() -> String {
    room = 400
    var lines = [Self.head]
    for index in 0..<number(1...5) {
      let value = pattern()
      lines.append(
        chance(12)
          ? "local p\(index) = \(value)"
          : "local p\(index) = try(function() return \(value) end, hilal.any())")
      locals.append("p\(index)")
    }
    for index in 0..<number(0...3) {
      let value = expression()
      lines.append(
        chance(12)
          ? "local v\(index) = \(value)"
          : "local v\(index) = try(function() return \(value) end, 1)")
      locals.append("v\(index)")
    }
    if chance(8) { lines.append(statement()) }
    for index in 0..<number(1...4) { lines.append("add(function() return \(rule(index)) end)") }
    lines += [
      "add(function() return hilal.rule { id = \"last\", match = hilal.word \"خبر\" } end)",
      "return rules",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func rule(_ index: Int) -> String {
    let outer = locals
    defer { locals = outer }
    locals += ["unit", "m"]
    room = 400
    let isExtractor = chance(6)
    var keys = ["id = \"r\(index)\"", "fields = { \"x\", \"y\" }"]
    if isExtractor { keys.append("provides = \"made\(index)\"") }
    if chance(8) { keys.append("needs = { \"made\(number(0...2))\" }") }
    if chance(3) { keys.append("on = \"\(pick(["article", "sentence", "paragraph", "quote"]))\"") }
    if chance(2) { keys.append("match = \(pick(patterns + [pattern()]))") }
    if chance(8) { keys.append("\(pick(ScriptAPI.ruleFields.map(\.name))) = \(expression())") }
    let body = block(number(1...6), indent: "      ")
    keys.append("check = function(unit, m)\n\(body)\n      return \(result())\n    end")
    return
      "hilal.\(isExtractor ? "extractor" : "rule") {\n    \(keys.joined(separator: ",\n    ")) }"
  }

  private mutating func result() -> String {
    switch number(0...7) {
    case 0: "nil"
    case 1: "true"
    case 2: expression()
    case 3: "{ span = \(object()), x = \(expression()) }"
    case 4: "{ { x = \(expression()) }, { y = \(expression()) } }"
    case 5: "{ label = \(expression()), score = \(literal()), codes = { a = \(expression()) } }"
    default: "{ x = \(expression()), y = \(expression()) }"
    }
  }

  // MARK: Patterns

  private var patterns: [String] { locals.filter { $0.hasPrefix("p") } + ["hilal.any()"] }

  private mutating func pattern() -> String {
    depth += 1
    defer { depth -= 1 }
    if depth > 5 { return pick(patterns) }
    switch number(0...9) {
    case 0: return "(\(pattern()) * \(pattern()))"
    case 1: return "(\(pattern()) + \(pattern()))"
    case 2: return "(\(pattern()))^\(pick(["0", "1", "2", "-1", "-3", "200", "1.5", "\"x\""]))"
    case 3: return "-(\(pattern()))"
    case 4: return "(\(pattern()) - \(pattern()))"
    case 5: return "(\(pattern())):as \"\(pick(["a", "b", "span", "text"]))\""
    case 6: return pick(patterns)
    default:
      let function = pick(
        ScriptAPI.functions.filter { !$0.name.hasSuffix("rule") && !$0.name.hasSuffix("extractor") }
      )
      return
        "\(function.name)(\(function.parameters.map { argument($0.type) }.joined(separator: ", ")))"
    }
  }

  /// An argument of a declared type, or sometimes of any other.
  private mutating func argument(_ type: String) -> String {
    if chance(8) { return expression() }
    switch type {
    case "integer": return pick(["0", "1", "3", "7", "200", "-1", "201"])
    case "hilal.Pattern": return pick(patterns)
    case "hilal.Span": return object()
    case "table<string,string>": return "{ kind = \"noun\" }"
    case "string": return pick(Self.names)
    case let type where type.contains("string[]"):
      return chance(2) ? pick(Self.words) : "{ \(pick(Self.words)), \(pick(Self.words)) }"
    default: return expression()
    }
  }

  // MARK: Statements

  private mutating func block(_ count: Int, indent: String) -> String {
    let outer = locals
    defer { locals = outer }
    return (0..<count).map { _ in indent + statement() }.joined(separator: "\n")
  }

  private mutating func statement() -> String {
    depth += 1
    defer { depth -= 1 }
    room -= 1
    if depth > 4 || room < 0 { return "local _ = \(literal())" }
    switch number(0...19) {
    case 0...4:
      let value = expression()
      let name = "l\(locals.count)"
      locals.append(name)
      return "local \(name) = \(value)"
    case 5: return "if \(expression()) then \(inner()) else \(inner()) end"
    case 6: return "for i = \(literal()), \(literal()) do \(inner()) if i == 9 then break end end"
    case 7: return "for i = 1, \(pick(["3", "50", "3000", "1e9"])) do \(inner()) end"
    case 8:
      return "for k, v in \(pick(["pairs", "ipairs", "next,"]))(\(expression())) do \(inner()) end"
    case 9:
      return "for w in string.gmatch(\(expression()), \(pick(Self.luaPatterns))) do \(inner()) end"
    case 10: return "while \(expression()) do \(inner()) end"
    case 11: return "pcall(function() \(inner()) end)"
    case 12: return "do local c <close> = \(expression()) \(inner()) end"
    case 13:
      return
        "(function(...) \(inner()) return select('#', ...), ... end)(\(expression()), \(expression()))"
    case 14:
      return
        "local function f(n, ...) \(inner()) return n and f(n - 1, n, ...) end pcall(f, \(literal()))"
    case 15: return "pcall(rawset, \(expression()), \(expression()), \(expression()))"
    case 16: return "pcall(function() (\(expression()))[\(expression())] = \(expression()) end)"
    case 17: return "print(\(expression()), \(expression()))"
    case 18: return "pcall(function() error(\(expression())) end)"
    default:
      return
        "\(pick(["global", "string", "hilal", "_ENV", "_G"])).\(pick(["x", "upper", "word"])) = \(literal())"
    }
  }

  private mutating func inner() -> String {
    let outer = locals
    defer { locals = outer }
    return statement()
  }

  // MARK: Expressions

  private mutating func expression() -> String {
    depth += 1
    defer { depth -= 1 }
    room -= 1
    if depth > 6 || room < 0 { return chance(2) ? literal() : pick(locals + ["1"]) }
    switch number(0...24) {
    case 0...3: return literal()
    case 4...6: return pick(locals + ["nil"])
    case 7...10: return read(object())
    case 11: return method()
    case 12...14: return call()
    case 15: return "(\(expression()) \(pick(Self.operators)) \(expression()))"
    case 16: return "(\(pick(["not ", "-", "#", "~"]))\(expression()))"
    case 17:
      return "{ \(expression()), \(expression()), x = \(expression()), [\(expression())] = 1 }"
    case 18: return table()
    case 19: return "(function(...) \(inner()) return \(expression()) end)(\(expression()))"
    case 20: return "select(2, pcall(function() return \(expression()) end))"
    case 21: return "(\(expression()))[\(expression())]"
    case 22:
      return
        "(\(literal())):rep(\(pick(["0", "3", "1000", "100000", "1e9", "1 << 60", "-1"])), \(literal()))"
    case 23:
      return
        "(\(expression())):\(pick(Self.stringMethods))(\(pick(Self.luaPatterns)), \(expression()))"
    default:
      return "pcall(\(pick(Self.functions)), \(expression()), \(expression()), \(expression()))"
    }
  }

  private mutating func call() -> String {
    let arguments = (0..<number(0...4)).map { _ in expression() }.joined(separator: ", ")
    return
      "select(\(pick(["1", "2", "-1", "'#'"])), pcall(\(pick(Self.functions + Self.forbidden)), \(arguments.isEmpty ? "nil" : arguments)))"
  }

  /// A table with a metatable of some events.
  private mutating func table() -> String {
    let events = (0..<number(1...3)).map { _ in
      let handler =
        chance(3)
        ? expression() : "function(a, b, c) \(inner()) return \(expression()) end"
      return "\(pick(Self.events)) = \(handler)"
    }.joined(separator: ", ")
    return "select(2, pcall(setmetatable, { \(expression()) }, { \(events) }))"
  }

  /// What mostly is an object of the host.
  private mutating func object() -> String {
    switch number(0...5) {
    case 0: "unit"
    case 1: "m"
    case 2: "unit.sentences[\(pick(["1", "2", "#unit.sentences"]))]"
    case 3:
      "unit.\(pick(["span", "entities[1]", "times[1]", "quotes[1]", "article", "attributions[1]"]))"
    case 4: "m.\(pick(["a", "b", "span"]))"
    default: pick(locals + ["unit"])
    }
  }

  private mutating func read(_ object: String) -> String {
    let fields = ScriptAPI.objects.flatMap(\.fields).map(\.name) + ["made0", "made1"]
    return "select(2, pcall(function() return \(object).\(pick(fields)) end))"
  }

  private mutating func method() -> String {
    let method = pick(ScriptAPI.objects.flatMap(\.methods))
    let arguments = method.parameters.map { argument($0.type) }.joined(separator: ", ")
    return "select(2, pcall(function() return \(object()):\(method.name)(\(arguments)) end))"
  }

  private mutating func literal() -> String { pick(Self.literals) }

  // MARK: Chance

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &random)]
  }
}
