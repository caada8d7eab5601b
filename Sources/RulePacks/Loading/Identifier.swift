/// Names of packs and rules: what becomes a part of a path, a key or a column.
enum Identifier {
  /// Bytes of a name at most.
  static let limit = 64

  /// Whether a text is made of small Latin letters, digits, hyphens and underscores.
  static func isValid(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= limit
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
  }
}
