/// One written form of a verb or a noun: folded letters, and which clitics may stand around them.
///
/// The letters are folded as the matcher folds its text: no tashkeel and no tatweel, `أ إ آ` as
/// `ا`, `ى` as `ي`, `ة` as `ه`; `ء ؤ ئ` stay. A hamza whose seat varies in print comes as several
/// forms.
public struct InflectedForm: Hashable, Sendable {
  /// What a form is grammatically.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// The past tense: هدّد.
    case perfect
    /// In all moods, where it is written as the indicative or the subjunctive is.
    case imperfect
    /// An imperfect that is written so in the jussive alone (يقل, يرم, يردد), behind لم or a ل of command.
    case jussive
    /// The command: هدّد, with no person but the second.
    case imperative
    /// The one who does: مهدِّد.
    case activeParticiple
    /// The one to whom it is done: مهدَّد.
    case passiveParticiple
    /// The masdar: تهديد.
    case verbalNoun
    /// A form of a `Noun`.
    case noun

    /// Whether it is a noun or a participle, to which `ب ك ل` and mostly `ال` can be prefixed.
    public var isNominal: Bool {
      switch self {
      case .perfect, .imperfect, .jussive, .imperative: false
      case .activeParticiple, .passiveParticiple, .verbalNoun, .noun: true
      }
    }
  }

  /// What may stand around a form; `و` and `ف` may precede any.
  public struct Clitics: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It may end its word. Without it the form exists only before an attached pronoun.
    public static let standsAlone = Clitics(rawValue: 1)
    /// An object or possessive pronoun may be attached to it.
    public static let pronoun = Clitics(rawValue: 2)
    /// `س` may precede it.
    public static let future = Clitics(rawValue: 4)
    /// `ب`, `ك` and `ل` may precede it.
    public static let preposition = Clitics(rawValue: 8)
    /// `ال` may precede it (then no pronoun follows).
    public static let article = Clitics(rawValue: 16)
    /// `ل` of purpose or command may precede it.
    public static let purpose = Clitics(rawValue: 32)
  }

  /// The folded letters.
  public var letters: String
  /// Decides which clitics a word of the text may carry around it.
  public var kind: Kind
  /// All that may stand around it; a form without `standsAlone` needs a pronoun.
  public var clitics: Clitics

  /// `letters` must be folded already.
  public init(letters: String, kind: Kind, clitics: Clitics) {
    self.letters = letters
    self.kind = kind
    self.clitics = clitics
  }

  /// Whether it is a noun or a participle, to which `ب ك ل` and mostly `ال` can be prefixed.
  public var isNominal: Bool { kind.isNominal }
  /// `س` may precede it.
  public var takesFuture: Bool { clitics.contains(.future) }
  /// An object or possessive pronoun may be attached to it as it is written.
  public var takesObjectPronoun: Bool { clitics.contains(.pronoun) }
  /// `ال` may precede it.
  public var takesArticle: Bool { clitics.contains(.article) }
  /// Whether the letters are a word only with a pronoun attached (`هددو` of `هددوه`).
  public var onlyBeforePronoun: Bool { !clitics.contains(.standsAlone) }
}

/// Why a citation form could not be inflected.
public struct InflectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Hashable, Sendable {
    /// A character that is neither an Arabic letter nor a vowel sign.
    case unexpectedCharacter
    /// The letters fit no verb pattern, or not the one that the hint names.
    case noPattern
    /// An imperfect (يهدد), not the perfect.
    case imperfect
    /// The hint after the colon is unknown.
    case unknownHint
    /// Nothing to inflect.
    case empty
  }
  /// What is wrong, for programs; `advice` says it to people.
  public var code: Code
  /// The citation as given.
  public var citation: String
  /// What to do about it.
  public var advice: String

  public var description: String { "cannot inflect \"\(citation)\": \(advice)" }
}
