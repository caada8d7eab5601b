public import Articles

/// A layer of an article that packs provide: `threats`, `meetings`.
public struct ProvidedLayer: Sendable {
  /// As the rules' `provides` has it; packs may give the same name to different layers.
  public let name: String
  /// The fields that its rules declare, in alphabetical order; an item may lack some.
  public let fields: [String]
  /// What its rules have found on the article.
  public let items: [Finding]
}

/// A layer as one pack provides it: what packs see of each other is told apart by both names.
struct LayerID: Hashable, Sendable {
  var pack: String
  var name: String
}

extension PackManifest {
  /// What the pack means by the names of what packs lend each other: its own, then what the packs of `needs` have, the
  /// first that has it.
  ///
  /// - Parameter names: what a pack of this name has.
  func scope<Item>(_ names: (String) -> [String: Item]) -> [String: Item] {
    needs.reduce(names(name)) { scope, need in scope.merging(names(need)) { first, _ in first } }
  }
}
