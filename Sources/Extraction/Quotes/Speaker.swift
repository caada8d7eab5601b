/// Somebody whose words an article gives.
struct Speaker: Sendable, Equatable {
  var phrase: NounPhrase
  /// As the verb that named the speaker agreed with him, her or them; nil where no verb did.
  var isFeminine: Bool?
  var isPlural = false
}

/// The speakers of a text in the order in which they were named, the last few of them.
struct SpeakerHistory: Sendable {
  /// The last few, with the token where they spoke or acted.
  private var recent: [(speaker: Speaker, at: Int)] = []
  private static let depth = 8
  /// So many tokens behind a speaker's last words a verb may still mean him.
  private static let reach = 350

  mutating func note(_ speaker: Speaker, at token: Int) {
    if recent.count == Self.depth { recent.removeFirst() }
    recent.append((speaker, token))
  }

  /// The one whom a verb without a subject of its own means: the last who agrees with it, not too far before it.
  func antecedent(of token: Int, isFeminine: Bool, isPlural: Bool) -> Speaker? {
    let near = recent.lazy.filter { token - $0.at <= Self.reach }.map(\.speaker)
    if isPlural, let many = near.last(where: { $0.isPlural }) { return many }
    return near.last { $0.isFeminine == nil || $0.isFeminine == isFeminine } ?? near.last
  }
}
