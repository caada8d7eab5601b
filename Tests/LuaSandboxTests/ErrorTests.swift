import LuaSandbox
import Testing

@Suite struct Errors {
  @Test func `a syntax error names chunk and line`() throws {
    let error = try #require(try Bench().failing("local a = 1\nthis is not lua").error)
    #expect(error.kind == .syntax)
    #expect(error.chunk == "test.lua")
    #expect(error.line == 2)
    #expect(error.message == "syntax error near 'is'")
    #expect(error.description == "test.lua:2: syntax error near 'is'")
  }

  @Test func `the traceback shows script frames from the inside`() throws {
    let source = """
      local function inner(x)
        return x.missing.field
      end
      local function outer()
        local y = inner({})
        return y
      end
      outer()
      """
    let error = try #require(try Bench().failing(source).error)
    #expect(error.kind == .runtime)
    #expect(error.message == "attempt to index a nil value (field 'missing')")
    #expect(error.line == 2)
    #expect(error.traceback.map(\.line) == [2, 5, 8])
    #expect(error.traceback.map(\.function) == ["inner", "outer", "main chunk"])
    #expect(error.report.hasSuffix("\n  test.lua:8: in main chunk"))
  }

  @Test func `level two of error names the caller's line`() throws {
    let error = try #require(
      try Bench().failing("local function f()\nerror('mine', 2)\nend\nlocal x = f()\nreturn x")
        .error)
    #expect(error.line == 4)
    #expect(error.message == "mine")
  }

  @Test(arguments: [
    ("nil", "nil"), ("{}", "table"), ("print", "function"), ("true", "boolean"), ("42", "number"),
    ("hilal.sentence(1)", "sentence"),
    ("setmetatable({}, { __tostring = function() while true do end end })", "table"),
  ])
  func `an error value that is no string is only named`(value: String, name: String) throws {
    let error = try #require(try Bench().failing("error(\(value))").error)
    #expect(error.kind == .runtime)
    #expect(error.message == "error object is a \(name) value")
  }

  @Test func `an error of the host is told and can be caught`() throws {
    let bench = try Bench()
    let error = try #require(bench.failing("local x = 1\nhilal.fail()").error)
    #expect(error.kind == .host)
    #expect(error.description == "test.lua:2: the host says no")
    #expect(try bench.run("return (pcall(hilal.fail))") == .boolean(false))
    #expect(
      bench.failing("return hilal.sentence(1).broken").error?.message == "the field is broken")
    #expect(bench.failing("return hilal.sentence(1).angry").error?.message == "no such layer")
    #expect(bench.failing("local s = hilal.sentence(1) s:broken_method()").error?.kind == .host)
  }

  @Test func `a script's words are not taken for the guard's`() throws {
    let bench = try Bench()
    #expect(bench.failing("error('not enough memory')").error?.kind == .runtime)
    #expect(
      try bench.run("return select(2, pcall(error, 'not enough memory'))")
        == .string("not enough memory"))
    #expect(!bench.state.needsRebuild)
  }
}

/// Each function of the guard that can fail, made to fail.
@Suite struct Doors {
  @Test func `opening fails without room for the libraries`() {
    var limits = LuaLimits()
    limits.memory = 4096
    #expect(throws: LuaError.self) { try Bench(limits: limits) }
  }

  @Test func `declaring fails for too many kinds and for names declared twice`() {
    let host = TestHost()
    func open(_ kinds: [LuaKind], _ functions: [String: Int32] = [:]) throws {
      _ = try LuaState(host: host, interface: LuaInterface(kinds: kinds, functions: functions))
    }
    #expect(throws: LuaError.self) { try open((0...64).map { LuaKind("k\($0)") }) }
    #expect(throws: LuaError.self) { try open([], ["print": 1]) }
    #expect(throws: LuaError.self) { try open([], ["string.find": 1]) }
    #expect(throws: LuaError.self) { try open([], ["a.b": 1, "a.b.c": 2]) }
  }

  @Test func `loading refuses bytecode`() throws {
    let error = try #require(try Bench().failing("\u{1b}Lua").error)
    #expect(error.kind == .syntax)
    #expect(error.message.contains("attempt to load a binary chunk"))
  }

  @Test func `calling refuses functions of other states and of earlier calls`() throws {
    let bench = try Bench()
    let other = try #require(try Bench().run("return function() end").function)
    var steps = 1000
    #expect(throws: LuaError.self) { try bench.state.call(other, steps: &steps) }
    let maker = try #require(try bench.run("return function() return function() end end").function)
    let made = try #require(try bench.state.call(maker, steps: &steps).function)
    #expect(throws: LuaError.self) { try bench.state.call(made, steps: &steps) }
    let keeper = try #require(try bench.run("return function(f) return f == nil end").function)
    let error = #expect(throws: LuaError.self) {
      try bench.state.call(keeper, steps: &steps) { $0.function(made) }
    }
    #expect(error?.message.contains("function of another call") == true)
  }

  @Test func `the state cannot be called from within a call`() throws {
    let bench = try Bench()
    let function = try #require(
      try bench.run("return function() hilal.reenter() return 1 end").function)
    let empty: [UInt8] = []
    var errors: [LuaError] = []
    bench.host.reenter = { [state = bench.state] in
      var steps = 1000
      do throws(LuaError) {
        _ = try state.load(empty.span, chunkName: "x", steps: &steps)
      } catch { errors.append(error) }
      do throws(LuaError) {
        _ = try state.call(function, steps: &steps) { $0.integer(1) }
      } catch { errors.append(error) }
    }
    var steps = 1000
    #expect(try bench.state.call(function, steps: &steps) == .integer(1))
    #expect(errors.map(\.kind) == [.host, .host])
    bench.host.reenter = {}
  }

  @Test func `a call without steps does not begin`() throws {
    let bench = try Bench()
    let function = try #require(try bench.run("return function() return 1 end").function)
    var steps = 0
    let error = #expect(throws: LuaError.self) { try bench.state.call(function, steps: &steps) }
    #expect(error?.kind == .steps)
  }

  @Test func `an answer that breaks off or is too much is an error`() throws {
    let bench = try Bench()
    #expect(bench.failing("hilal.endless()").error?.message == "the host's answer breaks off")
    #expect(bench.failing("for i = 1, 100 do hilal.costly() end").error?.kind == .memory)
    #expect(try Bench().failing("hilal.costly()", steps: 800).error?.kind == .steps)
  }

  @Test(arguments: [
    ("local t = {} t[1] = t return t", "nested more than 16 deep"),
    ("local t = {} for i = 1, 40000 do t[i] = i end return { t, t }", "more than 65536 values"),
    ("return { [{}] = 1 }", "a key that is a table"),
    ("return { [hilal.pattern(1)] = 1 }", "a key that is a userdata"),
    ("hilal.echo({ [print] = 1 })", "a key that is a function"),
  ])
  func `what cannot be handed over is refused`(source: String, message: String) throws {
    let error = try #require(try Bench().failing(source).error)
    #expect(error.message.contains(message))
  }
}
