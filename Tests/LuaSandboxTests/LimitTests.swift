import LuaSandbox
import Testing

/// A script that must end by itself, and how.
struct Hostile: CustomTestStringConvertible, Sendable {
  let id: String
  let source: String
  let ends: Set<LuaError.Kind>
  var testDescription: String { id }

  init(_ id: String, _ ends: LuaError.Kind..., source: String) {
    self.id = id
    self.ends = Set(ends)
    self.source = source
  }
}

@Suite struct Limits {
  static let cases: [Hostile] = [
    // Loops.
    Hostile("endless loop", .steps, source: "while true do end"),
    Hostile("endless goto", .steps, source: "::a:: goto a"),
    Hostile("endless repeat", .steps, source: "repeat until false"),
    Hostile("long numeric loop", .steps, source: "for i = 1, math.maxinteger do end"),
    Hostile("float loop that stands still", .steps, source: "for i = 1, math.huge do end"),
    Hostile(
      "loop in pcall", .steps, source: "while true do pcall(function() while true do end end) end"),
    Hostile("pcall of pcall in a loop", .steps, source: "while true do pcall(pcall, pcall) end"),
    Hostile("catch and go on", .steps, source: "for i = 1, 1e9 do pcall(error, i) end"),
    Hostile("endless iterator", .steps, source: "for _ in function() return 1 end do end"),
    Hostile("endless host calls", .steps, source: "while true do hilal.deep.answer() end"),
    Hostile("endless print", .steps, source: "while true do print(('x'):rep(1000)) end"),
    // Allocation.
    Hostile("growing table", .memory, source: "local t = {} for i = 1, 1e9 do t[i] = {} end"),
    Hostile(
      "growing table of big strings", .memory, .steps,
      source: "local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end"),
    Hostile(
      "growing in pcall", .memory, .steps,
      source: "local t = {} while true do pcall(function() t[#t + 1] = { {}, {}, {} } end) end"),
    Hostile("string doubling", .memory, source: "local s = 'x' while true do s = s .. s end"),
    Hostile(
      "doubling in pcall", .memory,
      source: "local s = 'x' while true do pcall(function() s = s .. s end) end"),
    Hostile(
      "garbage of strings", .steps, source: "while true do local s = ('x'):rep(10000) .. 'y' end"),
    Hostile(
      "many closures", .memory,
      source: "local t = {} for i = 1, 1e9 do t[i] = function() return i end end"),
    Hostile("nested tables", .memory, .steps, source: "local t = {} while true do t = { t } end"),
    Hostile("big hash", .memory, source: "local t = {} for i = 1, 1e9 do t['k' .. i] = i end"),
    Hostile(
      "sparse keys", .memory, source: "local t = {} for i = 1, 1e9 do t[i * 1000003] = i end"),
    Hostile(
      "objects of the host", .memory, .steps,
      source: "local t = {} for i = 1, 1e9 do t[i] = hilal.sentence(i) end"),
    // String functions.
    Hostile("rep of a terabyte", .memory, source: "return ('a'):rep(1 << 40)"),
    Hostile("rep with overflow", .memory, source: "return ('ab'):rep(math.maxinteger)"),
    Hostile("rep with separator", .memory, source: "return (''):rep(1 << 40, ', ')"),
    Hostile("pattern bomb", .steps, source: "return ('a'):rep(200000):find(('.-'):rep(40) .. 'b')"),
    Hostile(
      "greedy pattern bomb", .steps, source: "return ('a'):rep(100):match(('a*'):rep(30) .. 'b')"),
    Hostile(
      "balance bomb", .steps, source: "local s = ('('):rep(500000) while true do s:find('%b()') end"
    ),
    Hostile(
      "class bomb", .steps, source: "return ('a'):rep(500000):gsub('[%d%d%d%d%d%d%d]-b', '')"),
    Hostile(
      "gsub that calls itself", .stack,
      source: "local function f(s) return (s:gsub('.', f)) end return f('abc')"),
    Hostile(
      "gsub with an endless callback", .steps,
      source: "('abc'):gsub('.', function() while true do end end)"),
    Hostile(
      "gsub that grows", .memory, source: "return ('x'):rep(1000):gsub('x', ('y'):rep(10000))"),
    Hostile(
      "endless gmatch", .steps,
      source: "local f = ('a'):rep(1000):gmatch('') while true do f() f = ('b'):gmatch('') end"),
    Hostile(
      "plain find over and over", .steps,
      source: "local s = ('a'):rep(900000) while true do s:find('b', 1, true) end"),
    Hostile(
      "upper over and over", .steps,
      source: "local s = ('a'):rep(900000) while true do s:upper() end"),
    Hostile("format over and over", .steps, source: "while true do ('%99.99f'):format(1e300) end"),
    Hostile("byte of all", .runtime, source: "return ('a'):rep(100000):byte(1, -1)"),
    Hostile("format of addresses", .runtime, source: "return ('%p'):format(print)"),
    Hostile(
      "tonumber over and over", .steps,
      source: "local s = ('1'):rep(900000) while true do tonumber(s, 10) end"),
    // Table functions.
    Hostile("unpack of nothing, often", .runtime, source: "return table.unpack({}, 1, 100000000)"),
    Hostile(
      "unpack at the edge", .runtime,
      source: "return table.unpack({}, math.mininteger, math.maxinteger)"),
    Hostile("move of everything", .steps, source: "table.move({}, 1, math.maxinteger - 1, 2)"),
    Hostile("move downwards", .steps, source: "table.move({}, -1, math.maxinteger - 2, 1)"),
    Hostile(
      "concat of everything", .runtime, source: "return table.concat({}, ',', 1, math.maxinteger)"),
    Hostile(
      "concat that grows", .memory,
      source:
        "local s, t = ('x'):rep(100000), {} for i = 1, 100 do t[i] = s end return table.concat(t)"),
    Hostile(
      "length by metamethod", .runtime,
      source:
        "return table.concat(setmetatable({}, { __len = function() return 1 << 50 end }), ',', 1, 2)"
    ),
    Hostile(
      "sort with an endless comparator", .steps,
      source: "table.sort({ 3, 2, 1 }, function() while true do end end)"),
    Hostile(
      "sort within sort", .stack,
      source: "local function f() table.sort({ 2, 1 }, f) return true end f()"),
    Hostile(
      "sort over and over", .steps,
      source:
        "local t = {} for i = 1, 10000 do t[i] = -i end while true do table.sort(t, function(a, b) return a < b end) end"
    ),
    Hostile(
      "insert in front", .steps, source: "local t = {} while true do table.insert(t, 1, 1) end"),
    Hostile(
      "remove in front", .steps,
      source:
        "local t = {} for i = 1, 20000 do t[i] = i end while true do table.remove(t, 1) t[#t + 1] = 1 end"
    ),
    Hostile(
      "pairs over and over", .steps,
      source: "local t = {} for i = 1, 5000 do t['k' .. i] = i end while true do pairs(t) end"),
    Hostile(
      "next over and over", .steps,
      source: "local t = {} for i = 1, 30000 do t[i] = i end while true do next(t) end"),
    // utf8.
    Hostile(
      "utf8.len over and over", .steps,
      source: "local s = ('ه'):rep(400000) while true do utf8.len(s) end"),
    Hostile(
      "utf8.codepoint of all", .runtime, source: "return utf8.codepoint(('x'):rep(10000), 1, -1)"),
    Hostile(
      "utf8.offset over and over", .steps,
      source: "local s = ('ه'):rep(400000) while true do utf8.offset(s, -1) end"),
    // Metamethods.
    Hostile(
      "__index that loops", .steps,
      source: "return setmetatable({}, { __index = function() while true do end end }).x"),
    Hostile(
      "__index that calls itself", .stack,
      source:
        "local t = setmetatable({}, { __index = function(t, k) return t[k .. 'x'] end }) return t.x"
    ),
    Hostile(
      "__index in a ring", .runtime,
      source:
        "local t = {} setmetatable(t, { __index = t }) local m = {} local u = setmetatable({}, m) m.__index = u return u.x"
    ),
    Hostile(
      "__eq that loops", .steps,
      source:
        "local m = { __eq = function() while true do end end } return setmetatable({}, m) == setmetatable({}, m)"
    ),
    Hostile(
      "__concat that calls itself", .stack,
      source:
        "local m = {} m.__concat = function(a, b) return a .. b end return setmetatable({}, m) .. 'x'"
    ),
    Hostile(
      "__pairs that loops", .steps,
      source:
        "for _ in pairs(setmetatable({}, { __pairs = function() while true do end end })) do end"),
    Hostile(
      "__tostring that loops", .steps,
      source: "return tostring(setmetatable({}, { __tostring = function() while true do end end }))"
    ),
    Hostile(
      "__tostring in format", .steps,
      source:
        "return ('%s'):format(setmetatable({}, { __tostring = function() while true do end end }))"),
    Hostile(
      "__close that loops", .steps,
      source:
        "local m = {} local t = setmetatable({}, m) m.__close = function() while true do end end local x <close> = t"
    ),
    Hostile(
      "__close that swallows", .steps,
      source:
        "local m = {} local t = setmetatable({}, m) m.__close = function() error('other') end pcall(function() local x <close> = t while true do end end)"
    ),
    Hostile(
      "__close that swallows memory", .memory, .steps,
      source:
        "local m = {} local t = setmetatable({}, m) m.__close = function() error('other') end local k = {} while true do pcall(function() local x <close> = t while true do k[#k + 1] = { {} } end end) end"
    ),
    Hostile(
      "__gc", .runtime,
      source: "for i = 1, 100 do setmetatable({}, { __gc = function() while true do end end }) end"),
    // Recursion.
    Hostile("deep recursion", .stack, source: "local function f() return 1 + f() end f()"),
    Hostile(
      "deep recursion in pcall", .stack,
      source: "local function f() return 1 + f() end while true do pcall(f) end"),
    Hostile("endless tail call", .steps, source: "local function f() return f() end f()"),
    Hostile(
      "growing arguments", .steps, .stack, .memory,
      source: "local function f(...) return f(1, ...) end f()"),
    Hostile(
      "pcall within pcall", .runtime,
      source: "local function f() pcall(f) end f() error('expected')"),
    Hostile(
      "pcall twice within pcall", .steps, source: "local function f() pcall(f) pcall(f) end f()"),
    Hostile(
      "deeply nested source", .syntax, source: "return " + String(repeating: "(", count: 5000)),
    Hostile(
      "deeply nested table", .syntax, source: "return " + String(repeating: "{", count: 5000)),
    // Error values, globals, libraries.
    Hostile("error of nil", .runtime, source: "error(nil)"),
    Hostile(
      "error object that loops", .runtime,
      source: "error(setmetatable({}, { __tostring = function() while true do end end }))"),
    Hostile(
      "error in an error", .runtime,
      source: "local m = {} m.__index = function() error(m) end error(setmetatable({}, m).x)"),
    Hostile("poisoned globals", .runtime, source: "for k in pairs(_G) do _G[k] = nil end"),
    Hostile("poisoned library", .runtime, source: "string.find = nil"),
    Hostile("poisoned strings", .runtime, source: "local m = getmetatable('') m.__index = print"),
    Hostile(
      "coroutines", .runtime,
      source: "while true do coroutine.wrap(function() while true do end end)() end"),
    Hostile("bytecode", .runtime, source: "return load(string.dump(function() end), 'x', 'b')"),
    Hostile("finding without end", .memory, source: "return { label = ('x'):rep(40000000) }"),
  ]

  @Test(arguments: cases)
  func `a hostile script ends in a clear error`(hostile: Hostile) throws {
    let bench = try Bench()
    var end: (error: LuaError?, used: Int) = (nil, 0)
    let time = ContinuousClock().measure { end = bench.failing(hostile.source) }
    let error = try #require(end.error)
    let peak = bench.state.peakMemory
    #expect(hostile.ends.contains(error.kind), "\(error.report)")
    #expect(!error.message.isEmpty && !error.report.contains("0x"))
    #expect(time < .seconds(10))
    #expect(peak <= 16 << 20)
    // It does not take the state along, and ends at the same step every time.
    #expect(try bench.run("return 1 + 1") == .integer(2))
    let again = try Bench()
    let second = again.failing(hostile.source)
    #expect(second.used == end.used)
    #expect(second.error == error)
    #expect(again.state.peakMemory == peak)
  }

  @Test(arguments: [
    "local t = {} for i = 1, 1e9 do t[i] = {} end", "local t = {} while true do t = { t } end",
    "local t = {} for i = 1, 1e9 do t = { hilal.sentence(i), t } end",
    "local t = {} while true do pcall(function() t = { { t } } end) end",
    "local t = {} for i = 1, 1e9 do t = { ('x'):rep(i % 5000) .. i, t } end",
    """
    local m, t = {}, {}
    local guard = setmetatable({}, m)
    m.__close = function() error("other") end
    while true do pcall(function() local x <close> = guard t = { t, ("x"):rep(900) .. #t } end) end
    """,
  ])
  func `memory is bounded however many steps there are`(source: String) throws {
    let bench = try Bench()
    let end = bench.failing(source, steps: LuaLimits.loadingSteps)
    #expect(end.error?.kind == .memory)
    #expect(bench.state.peakMemory <= 16 << 20)
    #expect(bench.state.needsRebuild)
    #expect(try bench.run("return 1 + 1") == .integer(2))
  }

  @Test func `only want of memory asks for a fresh state`() throws {
    let bench = try Bench()
    _ = bench.failing("while true do end")
    _ = bench.failing("local function f() return 1 + f() end f()")
    #expect(!bench.state.needsRebuild)
    _ = bench.failing("return ('x'):rep(1 << 30)")
    #expect(bench.state.needsRebuild)
  }

  @Test func `the deadline is the last net`() throws {
    var limits = LuaLimits()
    limits.seconds = 0.02
    let bench = try Bench(limits: limits)
    let end = bench.failing(
      "while true do pcall(function() while true do end end) end", steps: 1 << 50)
    #expect(end.error?.kind == .time)
  }

  @Test func `calls share the steps their caller keeps`() throws {
    let bench = try Bench()
    let function = try #require(
      try bench.run("return function(n) for i = 1, n do local x = i * 2 end return n end").function)
    func used(_ count: Int) throws -> Int {
      var steps = 1_000_000
      _ = try bench.state.call(function, steps: &steps) { $0.integer(count) }
      return 1_000_000 - steps
    }
    let small = try used(10)
    #expect(small >= 50)
    #expect(try used(10) == small)
    #expect(try used(10_000) > 100 * small)
    var steps = 5000
    var calls = 0
    #expect(throws: LuaError.self) {
      while true {
        _ = try bench.state.call(function, steps: &steps) { $0.integer(10) }
        calls += 1
      }
    }
    #expect(calls == 5000 / small)
    #expect(steps == 0)
  }

  @Test func `where the steps ran out is told`() throws {
    let error = try #require(
      try Bench().failing("local function spin()\nwhile true do end\nend\nspin()").error)
    #expect(error.kind == .steps)
    #expect(error.description == "test.lua:2: the steps of this call are used up")
    #expect(error.traceback.map(\.line) == [2, 4])
    let memory = try #require(
      try Bench().failing("local s = 'x'\nwhile true do\ns = s .. s\nend").error)
    #expect(memory.description == "test.lua:3: the memory of the state is used up")
  }
}
