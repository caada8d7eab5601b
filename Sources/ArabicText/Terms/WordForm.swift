/// What a word is grammatically, as far as its term tells; subjects are looked for accordingly.
public enum WordForm: UInt8, Sendable, Hashable, CaseIterable {
  /// A noun, an adjective, a particle, or unknown.
  case other
  /// A verb of the past.
  case perfect
  /// A verb in any mood but the imperative, `jussive` left out.
  case imperfect
  /// An imperfect that is written so in the jussive alone: يقل behind لم.
  case jussive
  /// A command.
  case imperative
  /// Active or passive.
  case participle
  /// A masdar, which governs as its verb does.
  case verbalNoun
}
