public import Articles

/// A layer of an article that packs provide: `threats`, `meetings`.
public struct ProvidedLayer: Sendable {
  public let name: String
  /// The fields that its rules declare, in alphabetical order; an item may lack some.
  public let fields: [String]
  public let items: [Finding]
}
