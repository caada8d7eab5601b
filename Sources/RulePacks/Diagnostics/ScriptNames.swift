/// The names that scripts may use without making them.
enum ScriptNames {
  /// Globals of the sandbox.
  static let globals: Set<String> = [
    "hilal", "string", "table", "math", "utf8", "ipairs", "next", "pairs", "pcall", "print",
    "rawget", "rawset", "require", "setmetatable", "tostring", "assert", "error", "getmetatable",
    "rawequal", "rawlen", "select", "type", "tonumber", "_VERSION",
  ]

  /// Tables of functions, which are called with a dot.
  static let libraries: Set<String> = ["hilal", "string", "table", "math", "utf8"]

  /// Globals of Lua that the sandbox refuses when a script names them.
  static let refused: Set<String> = [
    "io", "os", "debug", "package", "coroutine", "load", "loadfile", "dofile", "loadstring",
    "xpcall", "collectgarbage", "warn",
  ]

  /// Methods of strings.
  static let stringMethods: Set<String> = [
    "byte", "char", "dump", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep",
    "reverse", "sub", "upper", "pack", "unpack", "packsize",
  ]

  /// How many arguments functions of strings take at least, the text included, where one is not enough.
  static let leastArguments = ["find": 2, "match": 2, "gmatch": 2, "gsub": 3, "rep": 2, "sub": 2]

  /// Functions of the other libraries.
  private static let libraryFunctions: Set<String> = [
    "concat", "insert", "move", "remove", "sort", "abs", "acos", "asin", "atan", "ceil", "cos",
    "deg", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf",
    "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan", "tointeger", "ult", "charpattern",
    "codepoint", "codes", "offset",
  ]

  /// Functions, methods and fields that rest on the lexicons of a language.
  static let extracted: Set<String> = [
    "entities", "times", "quantities", "quotes", "attributions", "polarity", "modality",
    "subject_of", "target_of", "place_near", "time_near", "parties_from",
    "entity", "role", "time", "quantity", "quote",
  ]

  /// Methods of the objects that scripts are given.
  static let methods = stringMethods.union(ObjectKind.allCases.flatMap(\.methods))

  /// Members of the objects and libraries that scripts are given.
  static let members =
    methods.union(libraryFunctions)
    .union(ObjectKind.allCases.flatMap(\.fields))
    .union(Builtin.allCases.map { "\($0)" })
}
