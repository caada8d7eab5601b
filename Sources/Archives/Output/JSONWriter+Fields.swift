/// Members of an object, name and value in one call.
extension JSONWriter {
  /// A text, or null for nil.
  public mutating func field(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  /// A text as UTF-8, which must be valid.
  public mutating func field(_ name: String, _ utf8: [UInt8]) {
    key(name)
    string(utf8)
  }

  /// A whole number, or null for nil.
  public mutating func field(_ name: String, _ number: Int?) {
    key(name)
    if let number { int(number) } else { null() }
  }

  /// A number as ``double(_:)`` writes it.
  public mutating func field(_ name: String, _ number: Double) {
    key(name)
    double(number)
  }

  /// True or false.
  public mutating func field(_ name: String, _ flag: Bool) {
    key(name)
    bool(flag)
  }

  /// An array of texts.
  public mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  /// An object whose members `body` writes.
  public mutating func field(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// An array with a value for each item.
  public mutating func field<S: Sequence>(
    _ name: String, _ items: S, _ body: (inout JSONWriter, S.Element) -> Void
  ) {
    key(name)
    array(items, body)
  }
}
