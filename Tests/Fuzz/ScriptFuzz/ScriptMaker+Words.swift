/// What the grammar ends in.
extension ScriptMaker {
  static let functions = [
    "assert", "error", "getmetatable", "ipairs", "next", "pairs", "pcall", "print", "rawequal",
    "rawget", "rawlen",
    "rawset", "require", "select", "setmetatable", "tonumber", "tostring", "type", "math.abs",
    "math.ceil",
    "math.floor", "math.fmod", "math.log", "math.max", "math.min", "math.modf", "math.random",
    "math.randomseed",
    "math.sqrt", "math.tointeger", "math.type", "math.ult", "string.byte", "string.char",
    "string.find",
    "string.format", "string.gmatch", "string.gsub", "string.len", "string.lower", "string.match",
    "string.rep",
    "string.reverse", "string.sub", "string.upper", "table.concat", "table.insert", "table.move",
    "table.pack",
    "table.remove", "table.sort", "table.unpack", "utf8.char", "utf8.codepoint", "utf8.codes",
    "utf8.len",
    "utf8.offset",
  ]
  static let forbidden = [
    "load", "xpcall", "collectgarbage", "os.exit", "io.open", "debug.sethook", "coroutine.wrap",
    "string.dump",
    "string.pack", "package.loadlib", "dofile", "hilal.word", "hilal.rule",
  ]
  static let stringMethods = [
    "find", "match", "gsub", "gmatch", "rep", "format", "sub", "byte", "upper", "reverse",
  ]
  static let luaPatterns = [
    "\"a\"", "\".-\"", "\"(.-)(.-)b\"", "\"%b()\"", "\"%f[%w]\"", "\"[^%s]+\"", "\"()\"",
    "\"(%1)\"", "\"%\"", "\"[a\"",
    "\"^.*$\"", "\"a-a-a-a-b\"", "\"%s%d%x%q%p\"", "(\"a?\"):rep(200)", "\"\"", "\"%99d\"",
    "\"\\0\"", "(\"(\"):rep(40)",
  ]
  static let operators = [
    "+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", "<=", ">", "and", "or", "&", "|",
    "~", "<<", ">>",
  ]
  static let events = [
    "__index", "__newindex", "__call", "__eq", "__lt", "__le", "__concat", "__len", "__tostring",
    "__name", "__pairs",
    "__add", "__unm", "__close", "__gc", "__mode", "__metatable",
  ]
  static let literals = [
    "nil", "true", "false", "0", "1", "-1", "2", "16", "4000", "1e9", "0.5", "-0.0", "0/0", "1/0",
    "-1/0",
    "math.maxinteger", "math.mininteger", "\"\"", "\"x\"", "\"خبر\"", "\"\\xff\\0\"", "\"10\"",
    "\"0x7f\"", "\"nan\"",
    "(\"x\"):rep(5000)", "(\"ع\"):rep(20000)", "(\"9\"):rep(100000)", "{}", "{ 1, 2, 3 }", "print",
    "_G", "string",
    "hilal", "unit", "\"\\27[2J\"", "string.rep", "function() end", "{ {}, {} }",
    "(\"%d\"):rep(30)",
  ]
  static let words = [
    "\"خبر\"", "\"هدّد\"", "\"لقاء\"", "\"قصف=قصف|استهداف\"", "\"هجوم=هجمات\"", "\"\"", "\"x\"",
    "\"عقد لقاء\"",
    "(\"ع\"):rep(2000)", "\"\\xff\"", "\"=\"", "\"؟\"",
  ]
  static let names = [
    "\"PER\"", "\"GPE\"", "\"DATE\"", "\"direct\"", "\"perfect\"", "\"made0\"", "\"terms\"",
    "\"kind\"", "\"\"",
    "\"../x\"", "(\"n\"):rep(3000)", "nil",
  ]
}
