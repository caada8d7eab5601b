internal import CLuaGuard

/// Writes values for Lua: the arguments of a call, or the answer of a callback. It cannot be kept.
@safe public struct LuaWriter: ~Copyable {
  // SAFETY: the list belongs to the state and outlives the borrow in which the writer is used.
  private let out: OpaquePointer

  init(_ out: OpaquePointer) { unsafe self.out = unsafe out }

  /// Writes nil.
  public func null() { unsafe lg_out_nil(out) }
  /// Writes a boolean.
  public func boolean(_ value: Bool) { unsafe lg_out_boolean(out, value) }
  /// Writes an integer.
  public func integer(_ value: Int64) { unsafe lg_out_integer(out, value) }
  /// Writes an integer.
  public func integer(_ value: Int) { unsafe lg_out_integer(out, Int64(value)) }
  /// Writes a number.
  public func number(_ value: Double) { unsafe lg_out_number(out, value) }
  /// Writes an object.
  public func object(_ value: LuaObject) { unsafe lg_out_object(out, value.kind, value.id) }
  /// Writes an object.
  public func object(kind: UInt32, id: UInt64) { unsafe lg_out_object(out, kind, id) }
  /// Writes a function of the same state.
  public func function(_ value: LuaFunction) {
    unsafe lg_out_function(out, value.reference, value.generation)
  }

  /// Writes a string from its bytes, which are copied.
  public func string(_ bytes: Span<UInt8>) {
    // SAFETY: C copies the bytes before it returns.
    unsafe bytes.withUnsafeBytes { unsafe write($0) }
  }

  /// Writes a string.
  public func string(_ text: String) {
    var text = text
    // SAFETY: C copies the bytes before it returns.
    text.withUTF8 { unsafe write(UnsafeRawBufferPointer($0)) }
  }

  /// Begins a table: as many keys and values must follow, each written in full.
  public func table(pairs: Int) { unsafe lg_out_table(out, UInt32(clamping: pairs)) }
  /// Begins a list: as many values must follow, which become 1, 2, 3 …
  public func list(count: Int) { unsafe lg_out_list(out, UInt32(clamping: count)) }

  /// Writes a value as it was handed over.
  public func value(_ value: LuaValue) {
    switch value {
    case .nil: null()
    case .boolean(let value): boolean(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .object(let value): object(value)
    case .function(let value): function(value)
    case .table(let value):
      table(pairs: value.entries.count)
      for entry in value.entries {
        self.value(entry.key)
        self.value(entry.value)
      }
    }
  }

  /// Charges the script for work of the host: steps now, and bytes of memory for the life of the state.
  public func charge(steps: Int = 0, memory: Int = 0) {
    unsafe lg_out_charge(out, Int64(steps), max(0, memory))
  }

  /// Makes the answer an error.
  func fail(_ message: String) {
    var message = message
    // SAFETY: C copies the bytes before it returns.
    message.withUTF8 { bytes in
      unsafe UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) {
        unsafe lg_out_error(out, $0.baseAddress, $0.count)
      }
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) {
    unsafe bytes.withMemoryRebound(to: CChar.self) {
      unsafe lg_out_string(out, $0.baseAddress, $0.count)
    }
  }
}
