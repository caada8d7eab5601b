/// Somebody whose words an article gives.
struct Speaker: Sendable, Equatable {
  var phrase: NounPhrase
  /// As the verb that named the speaker agreed with him, her or them; nil where no verb did.
  var isFeminine: Bool?
  var isPlural = false
}

/// The speakers of a text in the order in which they were named, the last few of them.
struct SpeakerHistory: Sendable {
  private var recent: [Speaker] = []
  private static let depth = 8

  var last: Speaker? { recent.last }

  mutating func note(_ speaker: Speaker) {
    if recent.count == Self.depth { recent.removeFirst() }
    recent.append(speaker)
  }

  /// The one whom a verb without a subject of its own means: the last who agrees with it.
  func antecedent(isFeminine: Bool, isPlural: Bool) -> Speaker? {
    if isPlural, let many = recent.last(where: { $0.isPlural }) { return many }
    return recent.last { $0.isFeminine == nil || $0.isFeminine == isFeminine } ?? recent.last
  }

  /// The last for whom `holds`.
  func last(where holds: (Speaker) -> Bool) -> Speaker? { recent.last(where: holds) }
}
