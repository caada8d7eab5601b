/// The operators scripts may use on objects of a kind that asks for them.
public enum LuaOperator: Int32, Sendable, CaseIterable {
  /// `a + b`
  case add
  /// `a - b`
  case subtract
  /// `a * b`
  case multiply
  /// `a ^ b`
  case power
  /// `-a`
  case negate
  /// `#a`
  case length
  /// `tostring(object)`; kinds that do not ask for it show their name.
  case text
}

/// A kind of object: its name, its life and what scripts find in it.
///
/// Objects are a kind's number and an id of the host's choosing. They are read-only, equal when kind and id are, and
/// come without addresses.
public struct LuaKind: Sendable {
  /// The kind's name in messages ("a sentence is read-only").
  public var name: String
  /// Valid in every call; otherwise only in the call that made the object.
  public var isPermanent: Bool
  /// The message for an object that is used after its call.
  public var staleMessage: String
  /// The operators that are handed to ``LuaHost/operate(_:_:into:)``.
  public var operators: Set<LuaOperator>
  /// Names of fields and the numbers ``LuaHost/field(_:of:into:)`` gets.
  public var fields: [String: Int32]
  /// Names of methods and the numbers ``LuaHost/call(_:_:into:)`` gets; the object is the first argument.
  public var methods: [String: Int32]

  /// Declares a kind.
  public init(
    _ name: String, isPermanent: Bool = false, staleMessage: String? = nil,
    operators: Set<LuaOperator> = [], fields: [String: Int32] = [:], methods: [String: Int32] = [:]
  ) {
    self.name = name
    self.isPermanent = isPermanent
    self.staleMessage = staleMessage ?? "this \(name) belongs to an earlier call"
    self.operators = operators
    self.fields = fields
    self.methods = methods
  }
}

/// What the host offers to scripts: made once, shared by all states.
public struct LuaInterface: Sendable {
  /// The kinds of objects; a kind's number is its place in this list (at most 64).
  public let kinds: [LuaKind]
  /// Functions by their dotted names, in order.
  let functions: [(name: String, number: Int32)]
  /// The members of each kind, in order.
  let members: [[(name: String, number: Int32, isMethod: Bool)]]

  /// An interface.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of objects.
  ///   - functions: dotted names of global functions ("hilal.verb") and the numbers ``LuaHost/call(_:_:into:)`` gets.
  public init(kinds: [LuaKind] = [], functions: [String: Int32] = [:]) {
    self.kinds = kinds
    // Declared in a fixed order, so that a state's memory is the same in every run.
    self.functions = functions.map { (name: $0.key, number: $0.value) }.sorted { $0.name < $1.name }
    members = kinds.map { kind in
      let fields = kind.fields.map { (name: $0.key, number: $0.value, isMethod: false) }
      let methods = kind.methods.map { (name: $0.key, number: $0.value, isMethod: true) }
      return (fields + methods).sorted { $0.name < $1.name }
    }
  }
}

/// What a state asks of its host. The state keeps the host; a host that keeps the state makes a cycle.
///
/// Whatever a function here throws becomes a Lua error with the error's description at the script's line, which
/// the script may catch with `pcall`. None of them may call the state that asks.
public protocol LuaHost: AnyObject {
  /// Reads a declared field. Writing nothing answers nil.
  func field(_ number: Int32, of object: LuaObject, into result: borrowing LuaWriter) throws
  /// Reads a field that was not declared: the arguments are the object and a string or an integer.
  func index(_ arguments: borrowing LuaArguments, into result: borrowing LuaWriter) throws
  /// Calls a declared function or method. Every value written is a result.
  func call(
    _ number: Int32, _ arguments: borrowing LuaArguments, into result: borrowing LuaWriter) throws
  /// Applies an operator to its operands, one of which is an object of a kind that asks for it.
  func operate(
    _ op: LuaOperator, _ arguments: borrowing LuaArguments, into result: borrowing LuaWriter) throws
  /// Takes a printed line, without line end.
  func print(_ line: Span<UInt8>)
  /// The source of a module that a script requires, with the name of its chunk; nil when there is none.
  func source(ofModule name: String) throws -> (source: [UInt8], chunkName: String)?
}

/// What a host need not say.
extension LuaHost {
  /// Answers nil.
  public func field(_: Int32, of _: LuaObject, into _: borrowing LuaWriter) throws {}
  /// Answers nil.
  public func index(_: borrowing LuaArguments, into _: borrowing LuaWriter) throws {}
  /// Writes no result.
  public func call(_: Int32, _: borrowing LuaArguments, into _: borrowing LuaWriter) throws {}
  /// Writes no result.
  public func operate(
    _: LuaOperator, _: borrowing LuaArguments, into _: borrowing LuaWriter
  ) throws {}
  /// Drops the line.
  public func print(_: Span<UInt8>) {}
  /// Has no modules.
  public func source(ofModule _: String) throws -> (source: [UInt8], chunkName: String)? { nil }
}
