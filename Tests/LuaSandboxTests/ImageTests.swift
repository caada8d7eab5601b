import LuaSandbox
import Testing

/// Keeping a state and going back to it.
@Suite struct `A kept state` {
  /// A function whose closure counts its calls and remembers what it is given.
  private static let counting = """
    local n, seen = 0, {}
    return function(what)
      n = n + 1
      seen[#seen + 1] = what
      return n .. " of " .. table.concat(seen, ",")
    end
    """

  private func call(
    _ bench: Bench, _ function: LuaFunction, _ text: String, steps: Int = 1_000_000
  ) throws -> (value: LuaValue, used: Int) {
    var left = steps
    let value = try bench.state.call(function, steps: &left) { $0.string(text) }
    return (value, steps - left)
  }

  private func function(_ bench: Bench, _ source: String) throws -> LuaFunction {
    try #require(try bench.run(source).function)
  }

  @Test func `closures forget what came after, and calls cost what they did`() throws {
    let bench = try Bench()
    let count = try function(bench, Self.counting)
    _ = try call(bench, count, "before")
    #expect(bench.state.keep())
    let memory = bench.state.memoryInUse
    var rounds: [[Int]] = []
    for _ in 0..<3 {
      var used: [Int] = []
      for (index, word) in ["a", "b", "c"].enumerated() {
        let (value, steps) = try call(bench, count, word)
        let seen = (["before"] + ["a", "b", "c"].prefix(index + 1)).joined(separator: ",")
        #expect(value == .string("\(index + 2) of \(seen)"))
        used.append(steps)
      }
      rounds.append(used)
      #expect(bench.state.goBack())
      #expect(bench.state.memoryInUse == memory)
    }
    #expect(rounds[1] == rounds[0])
    #expect(rounds[2] == rounds[0])
  }

  @Test func `comes back after memory ran out`() throws {
    let bench = try Bench()
    let source = """
      local kept = {}
      return function(what)
        kept[#kept + 1] = what
        if what == "all" then
          while true do kept[#kept + 1] = ("x"):rep(1000) .. #kept end
        end
        return #kept
      end
      """
    let fill = try function(bench, source)
    #expect(bench.state.keep())
    let first = try call(bench, fill, "one")
    #expect(bench.state.goBack())
    let error = #expect(throws: LuaError.self) {
      try call(bench, fill, "all", steps: 100_000_000)
    }
    #expect(error?.kind == .memory)
    #expect(bench.state.needsRebuild)
    #expect(bench.state.goBack())
    #expect(!bench.state.needsRebuild)
    let again = try call(bench, fill, "one")
    #expect(again.value == .integer(1))
    #expect(again.used == first.used)
  }

  @Test func `is the one that was kept last`() throws {
    let bench = try Bench()
    let count = try function(bench, Self.counting)
    #expect(!bench.state.goBack())
    #expect(bench.state.keep())
    _ = try call(bench, count, "a")
    #expect(bench.state.keep())
    _ = try call(bench, count, "b")
    #expect(bench.state.goBack())
    #expect(try call(bench, count, "c").value == .string("2 of a,c"))
  }

  @Test func `holds nothing that no script can reach`() throws {
    let bench = try Bench()
    let source = """
      local wide = ("x"):rep(100000)
      wide = nil
      return function(what) return what end
      """
    let echo = try function(bench, source)
    let before = bench.state.memoryInUse
    #expect(bench.state.keep())
    #expect(bench.state.memoryInUse < before - 100_000)
    #expect(try call(bench, echo, "a").value == .string("a"))
  }

  @Test func `has no functions that came later`() throws {
    let bench = try Bench()
    let count = try function(bench, Self.counting)
    #expect(bench.state.keep())
    let later = try function(bench, "return function(what) return 'later ' .. what end")
    #expect(try call(bench, later, "x").value == .string("later x"))
    #expect(bench.state.goBack())
    #expect(throws: LuaError.self) { try call(bench, later, "x") }
    #expect(try call(bench, count, "a").value == .string("1 of a"))
  }
}
