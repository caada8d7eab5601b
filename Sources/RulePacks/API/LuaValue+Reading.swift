internal import LuaSandbox

/// An error that a host function raises in the script.
struct ScriptError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

extension LuaValue {
  var isNil: Bool {
    if case .nil = self { true } else { false }
  }

  /// What kind of value it is, for messages.
  var kindName: String {
    switch self {
    case .nil: "nil"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string: "a string"
    case .table: "a table"
    case .object(let object):
      ObjectKind(rawValue: object.kind).map { $0 == .article ? "an article" : "a \($0)" }
        ?? "an object"
    case .function: "a function"
    }
  }
}

extension Double {
  /// As findings hold it: whole numbers without `.0`.
  var written: String { Int(exactly: self).map { String($0) } ?? description }
}

extension LuaTable {
  /// String keys, in order.
  var keys: [String] { entries.compactMap(\.key.string) }

  /// The value under a name; nil where there is none.
  func value(_ name: String) -> LuaValue { self[name] ?? .nil }

  /// The list's strings; nil when the table is no list of strings.
  var strings: [String]? {
    guard let list = wholeList else { return nil }
    let strings = list.compactMap(\.string)
    return strings.count == list.count ? strings : nil
  }

  /// The list, when the table is nothing but a list; an empty table is an empty one.
  var wholeList: [LuaValue]? { list.count == entries.count ? list : nil }
}

extension LuaWriter {
  /// A string, or nil.
  func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A string from its bytes.
  func string(_ bytes: ArraySlice<UInt8>) { string(bytes.span) }
  func string(_ bytes: [UInt8]) { string(bytes.span) }
}
