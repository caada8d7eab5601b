/// An office or title as the text gives it, with or without the name of its holder.
struct OfficePhrase {
  /// Title words, the office, what it governs and its adjectives.
  var tokens: Range<Int>
  /// UTF-8 offset of the first letter, behind clitics.
  var start: Int
  /// The words of the office proper, without titles before it and without what follows.
  var head: Range<Int>
  /// The office of one holder, where the head names several: «وزير الخارجية» for «وزيرا الخارجية».
  var singular: String?
  /// The nationality adjective.
  var nationality: Int?
  /// The adjective among its words where no lexicon has it.
  var unlisted: Int?
  /// The nationality's adjectives for a man and a woman, without the article.
  var isFeminine = false
  /// The adjective is a dual or plural, shared by several offices.
  var isShared = false
  /// ISO code of the country it belongs to.
  var country: String?
  /// CAMEO role of the holder; empty where it follows the body.
  var suffix = ""
  /// The actor code of the body governed.
  var body: String?
  /// Nothing but forms of address, ranks and professions.
  var isTitle = true
  /// Wants more than an unknown word behind it to be believed.
  var isAmbiguous = true
  /// An indefinite title, or an office that has not got the body it governs.
  var isOpen = false
  /// The first token of the holder's name.
  var holder: Int?

  var namesSeveral: Bool { singular != nil }

  var code: String? {
    if let country { return suffix.isEmpty ? body ?? country + "GOV" : country + suffix }
    return body
  }
}

/// A name behind «نظيره»: who it is the counterpart of is known when all are read.
struct Counterpart {
  /// The name's first token.
  var holder: Int
  /// The counterpart noun's token.
  var token: Int
  /// The nationality adjective's token.
  var nationality: Int?
}
