/// What a word is grammatically, as far as its term tells; subjects are looked for accordingly.
public enum WordForm: UInt8, Sendable, Hashable, CaseIterable {
  case other
  case perfect
  case imperfect
  case imperative
  case participle
  case verbalNoun
}
