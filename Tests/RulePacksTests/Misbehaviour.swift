import RulePacks

/// A rule script that does what it should not, with what becomes of it.
struct Misbehaviour: Sendable, CustomStringConvertible {
  enum End: Equatable {
    /// The rule fails on every article.
    case fails(RuleFailure.Kind)
    /// The pack does not load.
    case refused(Diagnostic.Code)
    /// It comes to nothing bad: the rule runs to its end.
    case harmless
  }

  let name: String
  let script: String
  let end: End
  /// What the message says, where it matters.
  let message: String

  var description: String { name }

  /// A script whose `check` has this body.
  private static func check(
    _ name: String, _ end: End, says message: String = "", before: String = "", _ body: String
  ) -> Misbehaviour {
    Misbehaviour(
      name: name, script: Packs.rule(id: "bad", check: body, before: before), end: end,
      message: message)
  }

  /// A script that misbehaves while its pack loads.
  private static func load(
    _ name: String, _ code: Diagnostic.Code, says message: String = "", _ text: String
  ) -> Misbehaviour {
    Misbehaviour(
      name: name, script: text + "\nreturn hilal.rule { id = \"bad\", check = function() end }",
      end: .refused(code), message: message)
  }

  static let all =
    loops + allocation + strings + recursion + metatables + globals + modules
    + output + errors + objects + loading

  private static let loops = [
    check(
      "endless while", .fails(.steps), says: "the steps of this call are used up",
      "while true do end"),
    check("endless goto", .fails(.steps), "::again:: goto again"),
    check("endless repeat", .fails(.steps), "repeat local x = 1 until false"),
    check(
      "loop in pcall", .fails(.steps), "while true do pcall(function() while true do end end) end"),
    check("loop of a float", .fails(.steps), "for i = 1, 2, 1e-300 do end"),
    check(
      "loop in __close", .fails(.error),
      "do local x <close> = setmetatable({}, { __close = function() while true do end end }) end"),
    check(
      "loop in a comparator", .fails(.steps),
      "local t = {} for i = 1, 100 do t[i] = i end table.sort(t, function() while true do end end)"),
    check(
      "loop in a gsub function", .fails(.steps),
      "('abc'):gsub('.', function() while true do end end)"),
    check("iterator without end", .fails(.steps), "for _ in function() return 1 end do end"),
    check(
      "coroutine", .fails(.error), says: "coroutine",
      "coroutine.wrap(function() while true do end end)()"),
    check(
      "xpcall handler", .fails(.error), says: "xpcall",
      "xpcall(error, function() while true do end end)"),
  ]

  private static let allocation = [
    check("table without end", .fails(.memory), "local t = {} while true do t[#t + 1] = {} end"),
    check("string doubled", .fails(.memory), "local s = 'xxxxxxxx' while true do s = s .. s end"),
    check("string of a gigabyte", .fails(.memory), "return { x = ('x'):rep(1e9) }"),
    check(
      "concat of much", .fails(.memory),
      "local t = {} for i = 1, 2000 do t[i] = ('x'):rep(1000) end return { x = table.concat(t) }"),
    check(
      "closures without end", .fails(.memory),
      "local t = {} while true do t[#t + 1] = function() return t end end"),
    check("unpack of much", .fails(.error), "return table.unpack({}, 1, 1e8)"),
    check(
      "memory in pcall", .fails(.memory),
      "while true do pcall(function() local s = 'xxxxxxxx' while true do s = s .. s end end) end"),
    check(
      "kept from article to article", .harmless, before: "local kept = {}",
      "for i = 1, 100 do kept[#kept + 1] = ('x'):rep(1000) .. i end"),
  ]

  private static let strings = [
    check("rep of nothing", .harmless, "local s = (''):rep(1 << 60)"),
    check("backtracking", .fails(.steps), "(('a'):rep(40)):find(('a-'):rep(20) .. 'b')"),
    check("backtracking in gsub", .fails(.steps), "(('a'):rep(3000)):gsub('.-.-.-b', '')"),
    check("balance in a long text", .fails(.steps), "(('('):rep(30000)):find('%b()')"),
    check(
      "plain find, quadratic", .fails(.steps),
      "local s = ('a'):rep(200000) for i = 1, 1e9 do s:find(('a'):rep(9000) .. 'b', 1, true) end"),
    check("wide format", .fails(.error), "string.format('%99999d', 1)"),
    check(
      "upper again and again", .fails(.steps),
      "local s = ('a'):rep(500000) while true do s:upper() end"),
    check(
      "utf8 again and again", .fails(.steps),
      "local s = ('ع'):rep(250000) while true do utf8.len(s) end"),
    check("dump", .fails(.error), "string.dump(function() end)"),
  ]

  private static let recursion = [
    check("recursion", .fails(.error), "local function f() return 1 + f() end f()"),
    check("tail recursion", .fails(.steps), "local function f() return f() end f()"),
    check(
      "recursion through pcall", .fails(.error), says: "stack overflow",
      "local function f() pcall(f) f() end f()"),
    check(
      "recursion through tostring", .fails(.error),
      "local t t = setmetatable({}, { __tostring = function() return tostring(t) end }) tostring(t)"
    ),
    check("nested load", .fails(.error), says: "load", "load('return 1')()"),
  ]

  private static let metatables = [
    check(
      "finalizer", .fails(.error), "setmetatable({}, { __gc = function() while true do end end })"),
    check("metatable of strings", .fails(.error), "getmetatable('').__index = function() end"),
    check(
      "length of a lie", .harmless,
      "table.insert(setmetatable({}, { __len = function() return 1 << 60 end }), 1, 1)"),
    check("metatable of an object", .fails(.error), "setmetatable(unit, {})"),
    check(
      "index without end", .fails(.error),
      "local t = {} setmetatable(t, { __index = t }) return { x = t.y.z }"),
  ]

  private static let globals = [
    check("new global", .fails(.error), says: "total", "total = 1"),
    check("global function", .fails(.error), says: "helper", "function helper() end"),
    check("overwritten library", .fails(.error), "string.upper = nil"),
    check("overwritten global", .fails(.error), "print = nil"),
    check("rawset of globals", .fails(.error), "rawset(_G, 'x', 1)"),
    check("new environment", .fails(.error), "setmetatable(_ENV, { __index = error })"),
    check("changed hilal", .fails(.error), "hilal.word = function() end"),
    check("library's metatable", .fails(.error), "setmetatable(string, {})"),
  ]

  private static let modules = [
    check("open a file", .fails(.error), says: "io.open", "io.open('/etc/passwd')"),
    check("end the process", .fails(.error), says: "os.exit", "os.exit(0)"),
    check("run a program", .fails(.error), says: "os.execute", "os.execute('true')"),
    check("debug library", .fails(.error), says: "debug", "debug.sethook()"),
    check("dofile", .fails(.error), says: "dofile", "dofile('/etc/passwd')"),
    check(
      "require another pack's lib", .fails(.error), says: "there is no module",
      "require('../../honest/lib/words')"),
    check(
      "require of a path", .fails(.error), says: "there is no module", "require('/etc/passwd')"),
    check("require of a number", .fails(.error), "require({})"),
    check("patterns in check", .fails(.error), says: "is for loading", "hilal.word('خبر')"),
    check(
      "operators in check", .fails(.error), says: "patterns are made while the pack loads",
      before: "local word = hilal.word 'خبر'", "return (word * word) and true"),
    check("collect garbage", .fails(.error), "collectgarbage('collect')"),
  ]

  private static let output = [
    check("print without end", .fails(.steps), "while true do print(('x'):rep(1000)) end"),
    check("print of much", .harmless, "for i = 1, 100 do print(('x'):rep(5000)) end"),
    check("print of odd things", .harmless, "print(nil, {}, print, unit, 0/0, '\\0\\xff')"),
    check(
      "ten thousand findings", .fails(.bound), says: "1000 findings",
      "local t = {} for i = 1, 10000 do t[i] = { x = i } end return t"),
    check(
      "giant fields", .fails(.bound), says: "the field x is over 8192 bytes",
      "return { x = ('x'):rep(1000000) }"),
    check(
      "one giant text in every finding", .fails(.steps),
      "local s = ('x'):rep(1000000) local t = {} for i = 1, 1000 do t[i] = { x = s } end return t"),
    check(
      "giant codes", .fails(.result), says: "codes",
      "return { codes = { cameo = ('1'):rep(1000000) } }"),
    check(
      "many codes", .fails(.result), says: "codes",
      "local c = {} for i = 1, 5000 do c['c' .. i] = 'x' end return { codes = c }"),
    check(
      "a list without end", .fails(.error),
      "local t = {} t.x = { t } return { x = t }"),
    check("a table that holds itself", .fails(.error), "local t = {} t[1] = t return t"),
    check("bytes that are no UTF-8", .harmless, "return { x = '\\xff\\xfe', label = '\\xd9' }"),
    check("control characters", .harmless, "return { x = '\\0\\1\\n\\r\\t\"\\\\' }"),
  ]

  private static let errors = [
    check("error of nil", .fails(.error), "error(nil)"),
    check("error of a table", .fails(.error), "error({ code = 7 })"),
    check("error of an object", .fails(.error), "error(unit)"),
    check("error of a function", .fails(.error), "error(print)"),
    check("error of a long text", .fails(.error), "error(('x'):rep(500000))"),
    check("error of bytes", .fails(.error), "error('\\xff\\0')"),
    check("error with a lying place", .fails(.error), "error('rules/z.lua:1: not I', 0)"),
    check(
      "error with a tostring", .fails(.error),
      "error(setmetatable({}, { __tostring = function() while true do end end }))"),
  ]

  private static let objects = [
    check("write to the article", .fails(.error), says: "read-only", "unit.title = 'x'"),
    check("write to a sentence", .fails(.error), says: "read-only", "unit.sentences[1].text = 'x'"),
    check(
      "unknown field", .fails(.error), says: "did you mean `title`?", "return { x = unit.titel }"),
    check("wrong argument", .fails(.error), says: "takes a span", "unit.sentences[1]:before(7)"),
    check(
      "kept object", .harmless, before: "local kept",
      "local old = kept kept = unit return pcall(function() return old.id end) and nil"),
    check("article in a loop", .fails(.steps), "while true do local s = unit.content end"),
    check("sentences in a loop", .fails(.steps), "while true do local s = unit.sentences end"),
    check(
      "captures in a loop", .fails(.steps), before: "local word = hilal.word 'خبر'",
      "while true do local m = unit.sentences[1]:find(word) end"),
  ]

  private static let loading = [
    load(
      "a deep pattern", .pattern, says: "levels",
      "local p = hilal.word 'خبر' for i = 1, 1e6 do p = -p end"),
    load(
      "a pattern deep by turns", .pattern, says: "levels",
      "local w = hilal.word 'خبر' local p = w for i = 1, 1e6 do p = (p + w) * w end"),
    load(
      "a pattern repeated without end", .pattern, says: "levels",
      "local p = hilal.word 'خبر' while true do p = p^1 end"),
    load(
      "verbs without end", .scriptLimit, says: "", "while true do hilal.verb 'هدّد' end"),
    load("loop at load", .scriptLimit, says: "steps", "while true do end"),
    load(
      "memory at load", .scriptLimit, says: "memory",
      "local t = {} for i = 1, 1e7 do t[i] = ('x'):rep(100) .. i end"),
    load("patterns without end", .scriptLimit, "while true do hilal.word 'خبر' end"),
    load(
      "a giant pattern", .pattern,
      "local p = hilal.word 'خبر' for i = 1, 40 do p = p * p end"),
    load(
      "a word of a megabyte", .pattern, says: "a word of more than 1024 bytes",
      "for i = 1, 1000 do hilal.word(('ع'):rep(250000) .. i) end"),
    load(
      "rules without end", .ruleField, says: "at most 1000 rules",
      "local i = 0 while true do i = i + 1 hilal.rule { id = 'r' .. i, check = print } end"),
  ]
}
