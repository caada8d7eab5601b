/// An object of the host as scripts hold it: the number of its kind and its id.
public struct LuaObject: Hashable, Sendable {
  /// The place of the kind in the list given to the state.
  public var kind: UInt32
  /// The host's own number for it.
  public var id: UInt64

  /// An object of a kind.
  public init(kind: UInt32, id: UInt64) {
    self.kind = kind
    self.id = id
  }
}

/// A Lua function that the state holds. One received while loading lives as long as the state; one received in a
/// call can only be handed back within that call.
public struct LuaFunction: Hashable, Sendable {
  let state: UInt32
  let reference: Int32
  /// The one call it is valid in, or 0.
  let generation: UInt32
}

/// A value handed over by a script.
public enum LuaValue: Hashable, Sendable {
  /// Also what is not there.
  case `nil`
  /// True or false.
  case boolean(Bool)
  /// A number of Lua's integer subtype.
  case integer(Int64)
  /// A number of Lua's float subtype; may be infinite or no number.
  case number(Double)
  /// Bytes that are not UTF-8 are replaced by U+FFFD.
  case string(String)
  /// Its pairs as they were when it was handed over.
  case table(LuaTable)
  /// An object that the host has made.
  case object(LuaObject)
  /// A function of the script, to be called through its state.
  case function(LuaFunction)

  /// The string, when it is one.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }
  /// The integer, also from a number without a fraction.
  public var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }
  /// The number, also from an integer.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
  /// The table, when it is one.
  public var table: LuaTable? {
    guard case .table(let value) = self else { return nil }
    return value
  }
  /// The object, when it is one.
  public var object: LuaObject? {
    guard case .object(let value) = self else { return nil }
    return value
  }
  /// The function, when it is one.
  public var function: LuaFunction? {
    guard case .function(let value) = self else { return nil }
    return value
  }
}

/// A table handed over by a script: its pairs in the fixed order of `pairs`.
public struct LuaTable: Hashable, Sendable {
  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// Never nil, a table or a function.
    public var key: LuaValue
    /// Never nil.
    public var value: LuaValue
  }

  /// Integer keys first, ascending; then numbers, strings by their bytes, booleans.
  public var entries: [Entry]

  /// The value under a name, or nil. Linear in the number of entries.
  public subscript(name: String) -> LuaValue? {
    entries.first { $0.key == .string(name) }?.value
  }

  /// The values under 1, 2, 3 … up to the first gap.
  public var list: [LuaValue] {
    var values: [LuaValue] = []
    for entry in entries {
      guard case .integer(let place) = entry.key, place <= values.count + 1 else { break }
      if place == values.count + 1 { values.append(entry.value) }
    }
    return values
  }
}
