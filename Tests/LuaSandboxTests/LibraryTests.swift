import LuaSandbox
import Testing

@Suite struct Libraries {
  @Test(arguments: [
    "io.open", "io.popen", "os.execute", "os.getenv", "os.time", "debug.getregistry",
    "debug.sethook",
    "package.loaded", "coroutine.wrap", "string.dump", "string.pack", "string.unpack",
    "string.packsize",
    "load", "loadfile", "dofile", "loadstring", "xpcall", "collectgarbage",
  ])
  func `what is not available is named when it is read`(name: String) throws {
    let bench = try Bench()
    #expect(bench.failing("return \(name)").error?.message == "\(name) is not available to rules")
    let probe = "return (pcall(function() return \(name) end))"
    #expect(try bench.run(probe) == .boolean(false))
  }

  @Test func `the allowed names are there and no others`() throws {
    let names = try Bench().run(
      """
      local t = {}
      for k, v in pairs(_G) do
        if type(v) == "table" and k ~= "_G" and k ~= "hilal" then
          for f in pairs(v) do t[#t + 1] = k .. "." .. f end
        else t[#t + 1] = k end
      end
      return table.concat(t, " ")
      """)
    let expected = """
      _G _VERSION assert error getmetatable hilal ipairs math.abs math.acos math.asin math.atan math.ceil math.cos \
      math.deg math.exp math.floor math.fmod math.huge math.log math.max math.maxinteger math.min math.mininteger \
      math.modf math.pi math.rad math.random math.randomseed math.sin math.sqrt math.tan math.tointeger math.type \
      math.ult next pairs pcall print rawequal rawget rawlen rawset require select setmetatable string.byte \
      string.char string.find string.format string.gmatch string.gsub string.len string.lower string.match \
      string.rep string.reverse string.sub string.upper table.concat table.insert table.move table.pack \
      table.remove table.sort table.unpack tonumber tostring type utf8.char utf8.charpattern utf8.codepoint \
      utf8.codes utf8.len utf8.offset
      """
    #expect(names == .string(expected))
  }

  @Test(arguments: [
    ("x = 1", "global 'x': declare it local"), ("print = nil", "global 'print': declare it local"),
    ("_G.x = 1", "global 'x': declare it local"), ("rawset(_G, 'x', 1)", "the table is read-only"),
    ("for k in pairs(_G) do _G[k] = nil end", "declare it local"),
    ("string.find = print", "string.find is read-only"),
    ("hilal.echo = 1", "hilal.echo is read-only"),
    ("hilal.deep.x = 1", "hilal.deep.x is read-only"),
    ("table.insert(string, 1)", "the table is read-only"),
    ("table.move({1}, 1, 1, 1, string)", "the table is read-only"),
    ("table.sort(_G)", "the table is read-only"),
    ("table.remove(math)", "the table is read-only"),
    ("io.x = 1", "io.x is not available"),
    ("getmetatable('').__index = 1", "index a boolean value"),
    ("setmetatable(_G, {})", "cannot change a protected metatable"),
    ("setmetatable(string, {})", "cannot change a protected metatable"),
    ("setmetatable({}, { __gc = print })", "__gc is not available to rules"),
    ("setmetatable({}, { __close = print })", "__close is not available to rules"),
    ("setmetatable({}, { __mode = 'k' })", "__mode is not available to rules"),
    ("return ('%p'):format({})", "%p is not available to rules"),
    ("math.randomseed()", "number expected"),
  ])
  func `nothing shared can be changed`(source: String, message: String) throws {
    let error = try #require(try Bench().failing(source).error)
    #expect(error.message.contains(message))
    #expect(error.kind == .runtime)
  }

  @Test(arguments: [
    ("('aabb'):find('b+')", "3 4"), ("('a.b'):find('.', 1, true)", "2 2"),
    ("('abc'):find('b', -2)", "2 2"),
    ("('abc'):find('', 10)", "nil"), ("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key value"),
    ("('x(a(b)c)y'):match('%b()')", "(a(b)c)"),
    ("('THE (quick) fox'):find('%f[%a]%a+%f[%A]')", "1 3"),
    ("('abab'):match('(ab)%1')", "ab"), ("('hello'):match('()ll()')", "3 5"),
    ("('a]b'):match('[]]')", "]"),
    ("('2015-07-21'):match('(%d+)-(%d+)-(%d+)')", "2015 07 21"),
    ("('aXb'):gsub('%u', '<%0>')", "a<X>b 1"),
    ("('abc'):gsub('%w', '%0%0', 2)", "aabbc 2"), ("('abc'):gsub('', '-')", "-a-b-c- 4"),
    ("('$x $y'):gsub('%$(%w+)', { x = 1 })", "1 $y 2"),
    ("('abc'):gsub('b', function() end)", "abc 1"),
    ("('abc'):rep(2, '-')", "abc-abc"), ("('abc'):rep(-1)", ""),
    ("('abc'):byte(1, -1)", "97 98 99"),
    ("('abc'):byte(0)", ""), ("string.char(104, 105)", "hi"), ("('aBé'):upper()", "ABé"),
    ("('abc'):reverse()", "cba"),
    ("('abc'):sub(-2)", "bc"), ("('%5.1f|%s|%q|%%'):format(2.25, {}, 'a')", "  2.2|table|\"a\"|%"),
    ("table.concat({ 1, 2, 3 }, ', ', 2)", "2, 3"),
    ("table.unpack({ 1, 2, nil, 4 }, 1, 4)", "1 2 nil 4"),
    ("table.pack(1, nil).n", "2"),
    ("table.concat(table.move({ 1, 2, 3 }, 1, 3, 2), ' ')", "1 1 2 3"),
    ("table.remove({ 1, 2, 3 }, 1)", "1"), ("select('#', table.unpack({}, 1, 3))", "3"),
    ("utf8.len('هلال')", "4"), ("utf8.codepoint('هلال', 1, -1)", "1607 1604 1575 1604"),
    ("utf8.char(1607, 1604)", "هل"), ("utf8.offset('هلال', 3)", "5"), ("tonumber('0x1F')", "31"),
    ("tonumber('zz', 36)", "1295"), ("tonumber('x')", "nil"), ("tostring(1e15)", "1e+15"),
    ("tostring({})", "table"),
    ("tostring(print)", "function"), ("math.type(2^53)", "float"), ("7 // 2, -7 % 3", "3 2"),
    ("next({})", "nil"), ("rawget(string, 'len') ~= nil", "true"), ("#{ 1, 2, 3 }", "3"),
    ("assert(1, 'x')", "1 x"), ("pcall(error, 'x')", "false x"), ("getmetatable('x')", "false"),
  ])
  func `library functions answer as Lua's do`(source: String, answer: String) throws {
    let value = try Bench().run(
      "local t = table.pack(\(source)) for i = 1, t.n do t[i] = tostring(t[i]) end return table.concat(t, ' ')"
    )
    #expect(value == .string(answer))
  }

  @Test func `sorting is stable and bears any comparator`() throws {
    let bench = try Bench()
    let sorted = "local t = { 5, 2, 9, 1, 7, 3 } table.sort(t) return table.concat(t, ' ')"
    #expect(try bench.run(sorted) == .string("1 2 3 5 7 9"))
    let stable = """
      local t = { "b1", "a1", "b2", "a2", "c1", "a3" }
      table.sort(t, function(x, y) return x:sub(1, 1) < y:sub(1, 1) end)
      return table.concat(t, " ")
      """
    #expect(try bench.run(stable) == .string("a1 a2 a3 b1 b2 c1"))
    let wild =
      "local t = {} for i = 1, 50 do t[i] = i end table.sort(t, function() return true end) return #t"
    #expect(try bench.run(wild) == .integer(50))
    #expect(
      bench.failing("table.sort({ 1, 'a' })").error?.message.contains("attempt to compare") == true)
  }

  @Test(arguments: ["[", "[a", "%", "(", "a)", "%b", "%bx", "%f", "(()", "%1", "[%", "()%1"])
  func `a malformed pattern is an error`(pattern: String) throws {
    #expect(try Bench().failing("return ('aaa'):match('\(pattern)')").error?.kind == .runtime)
  }
}
