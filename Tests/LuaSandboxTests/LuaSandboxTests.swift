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
    #expect(bench.state.hasFixedHashes)
  }
}
