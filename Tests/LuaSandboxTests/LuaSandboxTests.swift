import LuaSandbox
import Testing

@Suite struct Values {
  @Test func `a chunk answers its first result`() throws {
    let bench = try Bench()
    #expect(try bench.run("return 1 + 1, 3") == .integer(2))
    #expect(try bench.run("return 'هلال'") == .string("هلال"))
    #expect(try bench.run("return nil") == .nil)
    #expect(try bench.run("local x = 1") == .nil)
    #expect(try bench.run("return 0.5") == .number(0.5))
    #expect(try bench.run("return false") == .boolean(false))
  }

  @Test func `values come back from the host as they went`() throws {
    let bench = try Bench()
    let source = """
      local function same(a, b)
        if type(a) ~= "table" then return a == b and math.type(a) == math.type(b) end
        for k, v in pairs(a) do if not same(v, b[k]) then return false end end
        for k in pairs(b) do if a[k] == nil then return false end end
        return true
      end
      local p = hilal.pattern(4)
      local values = { 1, -1, math.maxinteger, 0.25, 1e300, true, false, "", "نص", "a\\0b", p, print,
        {}, { 1, 2, 3 }, { a = { b = { c = "d" } } }, { [1.5] = 2, [true] = 1, x = p } }
      for i = 1, #values do
        if not same(values[i], hilal.echo(values[i])) then return i end
      end
      return select("#", hilal.echo(1, nil, 2, nil))
      """
    #expect(try bench.run(source) == .integer(4))
  }

  @Test func `tables come over in the fixed order`() throws {
    let bench = try Bench()
    let value = try bench.run("return { z = 1, 10, 20, [40] = 9, a = { b = true }, [0.5] = 'x' }")
    let table = try #require(value.table)
    #expect(
      table.entries.map(\.key)
        == [
          .integer(1), .integer(2), .integer(40), .number(0.5), .string("a"), .string("z"),
        ])
    #expect(table.list == [.integer(10), .integer(20)])
    #expect(table["a"]?.table?["b"] == .boolean(true))
    #expect(table["missing"] == nil)
  }

  @Test func `where a function returned nothing is told when asked for, and takes no steps`() throws
  {
    let bench = try Bench()
    let value = try bench.run(
      """
      local function never(x) return x > 9 end
      local function mid(x)
        local found = never(x)
        return found
      end
      return function(x)
        if x > 5 then return mid(x) end
        if mid(x) or x == 1 then return x end
        if never(x) or not never(10) then return x end
        return select(2, x)
      end
      """)
    let function = try #require(value.function)
    func call(_ number: Int) throws -> (left: Int, lines: [Int]) {
      var steps = 1000
      _ = try bench.state.call(function, steps: &steps) { $0.integer(number) }
      return (steps, bench.state.lastReturns.map(\.line))
    }
    // What a first call makes later ones find.
    _ = try call(2)
    let (unnoted, noLines) = try call(2)
    #expect(noLines.isEmpty)
    bench.state.noteReturns(true)
    let noted = try call(2)
    #expect(noted.left == unnoted)
    // The function that it called last gave a value.
    #expect(noted.lines == [10])
    #expect(try call(1).lines == [])
    // Handed on to mid, which stands in its place.
    #expect(try call(6).lines == [4, 1])
    #expect(try call(10).lines == [])
    bench.state.noteReturns(false)
    #expect(try call(6).lines == [])
  }

  @Test func `functions are kept and called with arguments`() throws {
    let bench = try Bench()
    let value = try bench.run("local n = 0 return function(s, x) n = n + x return s.number + n end")
    let function = try #require(value.function)
    var steps = 1000
    let first = try bench.state.call(function, steps: &steps) { arguments in
      arguments.object(kind: 0, id: 10)
      arguments.integer(5)
    }
    #expect(first == .integer(15))
    #expect(steps < 1000)
    let second = try bench.state.call(function, steps: &steps) { arguments in
      arguments.object(LuaObject(kind: 0, id: 20))
      arguments.integer(5)
    }
    #expect(second == .integer(30))
  }

  @Test func `every kind of value can be written`() throws {
    let bench = try Bench()
    let function = try #require(
      try bench.run(
        """
        return function(a, b, c, d, e, t, l)
          return tostring(a) .. tostring(b) .. c .. d .. e .. t.k .. #l .. l[2]
        end
        """
      ).function)
    var steps = 10_000
    let text = try bench.state.call(function, steps: &steps) { arguments in
      arguments.null()
      arguments.boolean(true)
      arguments.integer(3)
      arguments.number(0.5)
      arguments.string("س")
      arguments.table(pairs: 1)
      arguments.string("k")
      arguments.string("v")
      arguments.list(count: 2)
      arguments.null()
      arguments.string("two")
    }
    #expect(text == .string("niltrue30.5سv2two"))
  }

  @Test func `a module is loaded once and may require others`() throws {
    let bench = try Bench()
    bench.host.modules = [
      "a": "local b = require 'b' return { n = b.n + 1 }", "b": "return { n = 1 }",
      "loop": "return require 'loop'", "bad": "return (", "quiet": "local x = 1",
    ]
    #expect(try bench.run("return require('a').n") == .integer(2))
    #expect(try bench.run("return require('a') == require('a')") == .boolean(true))
    #expect(try bench.run("return require('quiet')") == .boolean(true))
    #expect(bench.failing("require 'loop'").error?.message.contains("requires itself") == true)
    let bad = bench.failing("require 'bad'").error
    #expect(bad?.kind == .syntax)
    #expect(bad?.chunk == "lib/bad.lua")
    #expect(bench.failing("require 'none'").error?.message == "there is no module 'none'")
    #expect(bench.failing("require '../x'").error?.message == "'../x' is outside the pack")
  }

  @Test func `print goes to the host without addresses`() throws {
    let bench = try Bench()
    try bench.run("print(1, nil, {}, print, hilal.pattern(1), 'x') print()")
    #expect(bench.host.printed == ["1\tnil\ttable\tfunction\ta pattern\tx", ""])
  }
}

@Suite struct Objects {
  @Test func `fields, methods and undeclared names reach the host`() throws {
    let bench = try Bench()
    #expect(try bench.run("return hilal.sentence(7).number") == .integer(7))
    #expect(try bench.run("return hilal.sentence(7).text") == .string("text 7"))
    #expect(try bench.run("return hilal.sentence(7).token.number") == .integer(8))
    #expect(try bench.run("return hilal.sentence(7).layer") == .string("layer"))
    #expect(try bench.run("return hilal.sentence(7)[21]") == .integer(42))
    #expect(
      try bench.run("local s = hilal.sentence(7) return s:subject_of(s, 1)")
        == .string("subject of 3"))
    #expect(
      try bench.run("local s = hilal.sentence(7) return s.subject_of == s.subject_of")
        == .boolean(true))
    #expect(try bench.run("return hilal.deep.answer()") == .integer(42))
  }

  @Test(arguments: [
    ("hilal.pattern(2) * 3", 6), ("2 * hilal.pattern(3)", 6),
    ("hilal.pattern(2) + hilal.pattern(3)", 5),
    ("hilal.pattern(5) - 1", 4), ("hilal.pattern(1) ^ 4", 16), ("-hilal.pattern(1)", 1000),
  ])
  func `operators reach the host`(source: String, id: UInt64) throws {
    #expect(try Bench().run("return \(source)") == .object(LuaObject(kind: 1, id: id)))
  }

  @Test func `objects are equal by kind and id and show their name`() throws {
    let bench = try Bench()
    #expect(try bench.run("return hilal.pattern(2) == hilal.pattern(2)") == .boolean(true))
    #expect(try bench.run("return hilal.pattern(2) == hilal.pattern(3)") == .boolean(false))
    #expect(try bench.run("return hilal.pattern(2) == hilal.sentence(2)") == .boolean(false))
    #expect(try bench.run("return tostring(hilal.sentence(1))") == .string("sentence"))
    #expect(try bench.run("return #hilal.sentence(1)") == .integer(7))
    #expect(
      bench.failing("return hilal.sentence(1) + 1").error?.message.contains("a sentence value")
        == true)
    #expect(bench.failing("return getmetatable(hilal.sentence(1)).x").error != nil)
  }

  @Test(arguments: [
    "return kept.number", "return kept.layer", "return kept[1]", "return kept:subject_of()",
    "return #kept",
    "return hilal.echo(kept)", "return { kept }", "return kept",
  ])
  func `an object is stale after its call`(use: String) throws {
    let bench = try Bench()
    let value = try bench.run(
      "local kept return function(s) if not kept then kept = s return true end \(use) end")
    let function = try #require(value.function)
    var steps = 10_000
    #expect(
      try bench.state.call(function, steps: &steps) { $0.object(kind: 0, id: 1) } == .boolean(true))
    let error = #expect(throws: LuaError.self) {
      try bench.state.call(function, steps: &steps) { $0.object(kind: 0, id: 2) }
    }
    #expect(error?.message == "this sentence belongs to an earlier article")
  }

  @Test func `a permanent object stays`() throws {
    let bench = try Bench()
    let function = try #require(
      try bench.run("local p = hilal.pattern(3) return function() return p end").function)
    var steps = 1000
    #expect(try bench.state.call(function, steps: &steps) == .object(LuaObject(kind: 1, id: 3)))
  }

  @Test func `an object cannot be written to`() throws {
    let bench = try Bench()
    #expect(
      bench.failing("hilal.sentence(1).text = 'x'").error?.message == "a sentence is read-only")
    #expect(
      bench.failing("hilal.article(1).text = 'x'").error?.message == "an article is read-only")
  }
}
