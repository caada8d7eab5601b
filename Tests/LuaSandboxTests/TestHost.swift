import LuaSandbox

/// A host with a few kinds and functions, enough to try every door of the sandbox.
final class TestHost: LuaHost {
  enum Failure: Error, CustomStringConvertible {
    case refused(String)
    var description: String {
      switch self {
      case .refused(let why): why
      }
    }
  }

  static let kinds = [
    LuaKind(
      "sentence", staleMessage: "this sentence belongs to an earlier article",
      operators: [.length], fields: ["number": 1, "text": 2, "token": 3, "broken": 4],
      methods: ["subject_of": 10, "broken_method": 11]),
    LuaKind("pattern", isPermanent: true, operators: Set(LuaOperator.allCases)),
    LuaKind("article", isPermanent: true),
  ]
  static let functions: [String: Int32] = [
    "hilal.echo": 20, "hilal.pattern": 21, "hilal.sentence": 22, "hilal.fail": 23,
    "hilal.keep": 24, "hilal.deep.answer": 25, "hilal.costly": 26, "hilal.endless": 27,
    "hilal.article": 28, "hilal.reenter": 29,
  ]

  static let interface = LuaInterface(kinds: kinds, functions: functions)

  var printed: [String] = []
  var kept: [LuaValue] = []
  var modules: [String: String] = [:]
  var reenter: () -> Void = {}

  func field(_ number: Int32, of object: LuaObject, into result: borrowing LuaWriter) throws {
    switch number {
    case 1: result.integer(Int(object.id))
    case 2: result.string("text \(object.id)")
    case 3: result.object(kind: 0, id: object.id + 1)
    default: throw Failure.refused("the field is broken")
    }
  }

  func index(_ arguments: borrowing LuaArguments, into result: borrowing LuaWriter) throws {
    if let place = arguments.integer(1) { return result.integer(place * 2) }
    if arguments[1].string == "angry" { throw Failure.refused("no such layer") }
    _ = arguments.withBytes(1) { result.string($0) }
  }

  func call(
    _ number: Int32, _ arguments: borrowing LuaArguments, into result: borrowing LuaWriter
  ) throws {
    switch number {
    case 10: result.string("subject of \(arguments.count)")
    case 11, 23: throw Failure.refused("the host says no")
    case 20: for place in 0..<arguments.count { result.value(arguments[place]) }
    case 21: result.object(kind: 1, id: UInt64(arguments.integer(0) ?? 0))
    case 22: result.object(kind: 0, id: UInt64(arguments.integer(0) ?? 0))
    case 24: kept.append(arguments[0])
    case 25: result.integer(42)
    case 26: result.charge(steps: 1000, memory: 1 << 20)
    case 27: result.table(pairs: 3)
    case 28: result.object(kind: 2, id: 1)
    case 29: reenter()
    default: break
    }
  }

  func operate(
    _ op: LuaOperator, _ arguments: borrowing LuaArguments, into result: borrowing LuaWriter
  ) throws {
    switch op {
    case .length: result.integer(7)
    case .text: result.string("a pattern")
    case .negate: result.object(kind: 1, id: 1000)
    default:
      let left = arguments.object(0)?.id ?? UInt64(arguments.integer(0) ?? 0)
      let right = arguments.object(1)?.id ?? UInt64(arguments.integer(1) ?? 0)
      switch op {
      case .add: result.object(kind: 1, id: left + right)
      case .subtract: result.object(kind: 1, id: left - right)
      case .multiply: result.object(kind: 1, id: left * right)
      default: result.object(kind: 1, id: left << right)
      }
    }
  }

  func print(_ line: Span<UInt8>) {
    printed.append(String(decoding: line.indices.map { line[$0] }, as: UTF8.self))
  }

  func source(ofModule name: String) throws -> (source: [UInt8], chunkName: String)? {
    if name.contains("..") { throw Failure.refused("'\(name)' is outside the pack") }
    return modules[name].map { (Array($0.utf8), "lib/\(name).lua") }
  }
}

/// A state with its host, for tests.
struct Bench {
  let host = TestHost()
  let state: LuaState

  init(limits: LuaLimits = LuaLimits()) throws {
    state = try LuaState(
      host: host, interface: TestHost.interface, limits: limits)
  }

  /// Loads and runs a chunk.
  @discardableResult
  func run(_ source: String, steps: Int = LuaLimits.loadingSteps) throws -> LuaValue {
    var steps = steps
    return try state.load(Array(source.utf8).span, chunkName: "test.lua", steps: &steps)
  }

  /// Runs a chunk and answers the steps it took with the error it ended in.
  func failing(_ source: String, steps: Int = 1_000_000) -> (error: LuaError?, used: Int) {
    var left = steps
    do {
      _ = try state.load(Array(source.utf8).span, chunkName: "test.lua", steps: &left)
      return (nil, steps - left)
    } catch {
      return (error, steps - left)
    }
  }
}
