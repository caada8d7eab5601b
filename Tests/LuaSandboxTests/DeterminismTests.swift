import LuaSandbox
import Testing

@Suite struct Determinism {
  /// Keeps tables, closures and objects as keys, removes some, collects garbage on the way.
  static let restless = """
    local bag, out = {}, {}
    for i = 1, 3000 do
      bag["k" .. i % 97] = i
      bag[i % 13 + 0.5] = { i }
      local key = i % 3 == 0 and {} or i % 3 == 1 and function() return i end or hilal.pattern(i)
      bag[key] = i
      if i % 5 == 0 then bag[next(bag)] = nil end
    end
    local n = 0
    for k, v in pairs(bag) do
      n = n + 1
      if n % 50 == 0 then out[#out + 1] = tostring(k) .. "=" .. tostring(v) end
    end
    for k in next, bag do n = n + 1 bag[k] = nil end
    out[#out + 1] = n .. " " .. tostring(next(bag)) .. " " .. math.random(1000000) .. tostring({})
    return table.concat(out, " ")
    """

  @Test func `hashes have a fixed seed on this system`() throws {
    #expect(try Bench().state.hasFixedHashes)
  }

  @Test func `results, steps and memory are the same in every state`() throws {
    var answers: Set<String> = []
    var states: [Bench] = []
    for round in 0..<6 {
      let bench = try Bench()
      // States that live side by side lie at different addresses.
      states.append(bench)
      bench.state.seed(7)
      var steps = LuaLimits.loadingSteps
      let value = try bench.state.load(
        Array(Self.restless.utf8).span, chunkName: "restless.lua", steps: &steps)
      answers.insert("\(value) \(steps) \(bench.state.peakMemory) \(bench.state.memoryInUse)")
      #expect(answers.count == 1, "round \(round)")
    }
  }

  @Test(arguments: [
    (
      "{ z = 1, a = 2, [3] = 3, [1] = 4, [2.5] = 5, [-1] = 6, [true] = 7, [false] = 8, aa = 9 }",
      "643529187"
    ),
    ("{ 9, 8, 7 }", "987"), ("{ [3] = 1, [2] = 2, [1] = 3 }", "321"), ("{}", ""),
    ("{ [hilal.pattern(2)] = 1, [hilal.sentence(5)] = 2, [hilal.pattern(1)] = 3, x = 4 }", "4231"),
    (
      "(function() local a, b, c = {}, print, function() end return { [c] = 1, [a] = 2, [b] = 3, [a] = 4 } end)()",
      "341"
    ),
  ])
  func `pairs and next keep the fixed order`(table: String, order: String) throws {
    let bench = try Bench()
    let walk = "local t, o = \(table), '' for _, v in pairs(t) do o = o .. v end return o"
    #expect(try bench.run(walk) == .string(order))
    let step = "local t, o = \(table), '' for _, v in next, t do o = o .. v end return o"
    #expect(try bench.run(step) == .string(order))
  }

  @Test func `fields may be cleared and changed on the way`() throws {
    let bench = try Bench()
    for iterator in ["pairs(t)", "next, t"] {
      let walk = """
        local t, o = { a = 1, b = 2, c = 3, d = 4 }, ""
        for k, v in \(iterator) do
          o = o .. k .. v
          t[k] = nil
          t.c = t.c and 9
          t.d = nil
        end
        return o .. tostring(next(t))
        """
      #expect(try bench.run(walk) == .string("a1b2c9nil"))
    }
    let added =
      "local t, o = { a = 1 }, '' for k in next, t do o = o .. k end t.b = 2 for k in next, t do o = o .. k end return o"
    #expect(try bench.run(added) == .string("aab"))
    let drained =
      "local t, n = { a = 1, b = 2, 3 }, 0 while next(t) do t[next(t)] = nil n = n + 1 end return n"
    #expect(try bench.run(drained) == .integer(3))
  }

  @Test func `random numbers follow the seed`() throws {
    let bench = try Bench()
    let draw =
      "local t = {} for i = 1, 5 do t[i] = math.random(1000) end return table.concat(t, ' ')"
    bench.state.seed(1)
    let first = try bench.run(draw)
    #expect(try bench.run(draw) != first)
    bench.state.seed(1)
    #expect(try bench.run(draw) == first)
    bench.state.seed(2)
    #expect(try bench.run(draw) != first)
    let inside = """
      for i = 1, 2000 do
        local a, b, c = math.random(), math.random(6), math.random(-3, 3)
        if a < 0 or a >= 1 or b < 1 or b > 6 or c < -3 or c > 3 then return false end
      end
      return math.random(5, 5) == 5 and math.type(math.random(0)) == "integer"
        and math.random(math.mininteger, math.maxinteger) ~= nil
      """
    #expect(try bench.run(inside) == .boolean(true))
    #expect(bench.failing("math.random(2, 1)").error?.message.contains("interval is empty") == true)
  }
}
