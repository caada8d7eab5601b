internal import ArabicText

/// The entities of a field, by the tokens of their names.
struct NamedTokens {
  /// By their first token.
  let entities: [Entity]
  /// By token the index in `entities` of the one whose name it belongs to; -1 for none.
  private let owners: [Int32]

  init(_ entities: [Entity], tokens: Int) {
    self.entities = entities
    var owners = [Int32](repeating: -1, count: tokens)
    for index in entities.indices {
      for token in entities[index].tokens where owners[token] < 0 { owners[token] = Int32(index) }
    }
    self.owners = owners
  }

  /// Whether a token belongs to an entity's name.
  @inline(__always)
  func isNamed(_ token: Int) -> Bool { owners.indices.contains(token) && owners[token] >= 0 }

  /// The entity whose name a token belongs to.
  func entity(at token: Int) -> Entity? {
    isNamed(token) ? entities[Int(owners[token])] : nil
  }

  /// The first entity that ends after a token, as an index of `entities`.
  func first(from token: Int) -> Int {
    entities.firstIndex(sortedBy: \.tokens.upperBound, from: token + 1)
  }
}
