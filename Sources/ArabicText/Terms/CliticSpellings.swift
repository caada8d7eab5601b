extension String {
  /// The spellings of a folded word with what Arabic writing attaches to it, for an index of whole words: `قصف` gives
  /// `بالقصف` and `وقصفهم` among them. The word itself comes first; what is no Arabic word has no other.
  ///
  /// The clitics are those of ``Clitics`` but for the rare pronouns, which mostly are part of a word (`حربي`). Words of
  /// two letters take no single letter but و and ف: `يد` is not looked for in `بيد`, nor in `سيد`.
  ///
  /// - Parameter isBeginning: the word is but the beginning of one, so that nothing is known of its end.
  public func withClitics(isBeginning: Bool = false) -> [String] {
    guard unicodeScalars.count > 1,
      unicodeScalars.allSatisfy({ (0x621...0x64A).contains($0.value) })
    else { return [self] }
    let stems = isBeginning ? [self] : [self] + withPronouns
    let attached = stems.flatMap { stem in [stem] + stem.withLetters } + withArticle
    return (["", "و", "ف"].flatMap { conjunction in attached.map { conjunction + $0 } }).unique
  }

  /// Behind the prepositions of one letter, and behind the future's س where an imperfect may begin.
  private var withLetters: [String] {
    guard unicodeScalars.count > 2 else { return [] }
    let isImperfect = unicodeScalars.count > 3 && "يتنا".contains(first ?? " ")
    return ["ب", "ك", "ل"].map { $0 + self } + (isImperfect ? ["س" + self] : [])
  }

  /// With the article, and with what comes before it. One that stands there already loses its alif behind ل.
  private var withArticle: [String] {
    if hasPrefix("ال") { return [(hasPrefix("الل") ? "" : "ل") + dropFirst()] }
    return ["ال", "بال", "كال", hasPrefix("ل") ? "ل" : "لل"].map { $0 + self }
  }

  /// With a pronoun of the third person or نا. Before it ة is ت, ى alif, the hamza has a seat, and وا loses its alif.
  private var withPronouns: [String] {
    let bare = String(dropLast())
    let stems =
      switch last {
      case "ه": [self, bare + "ت"]
      case "ي": [self, bare + "ا"]
      case "ء": [self, bare + "ؤ", bare + "ئ"]
      case "ا" where hasSuffix("وا"): [self, bare]
      default: [self]
      }
    return stems.flatMap { stem in ["ه", "ها", "هم", "هما", "هن", "نا"].map { stem + $0 } }
  }
}

extension [String] {
  /// Each text where it stands first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
