internal import ArabicText
internal import Articles
internal import Extraction

/// Which packs' rules an article is for, by the languages that their manifests name.
///
/// An article that says its language (`lang`) is for packs of that language, unless most of its
/// words are in another script: templates of web pages often say `en` above Arabic. Any other article
/// is for packs that read a script of which it has a word, so that English sentences in an Arabic
/// article are read by English rules.
struct ArticleLanguage {
  /// Languages written in Arabic letters, ISO 639; all others are taken not to be.
  private static let arabicScript: Set<String> = [
    "ar", "arz", "ary", "apc", "fa", "ur", "ps", "ckb", "ug", "sd", "ks", "pnb",
  ]

  /// The primary subtag of `lang` where the article's words bear it out.
  private let stated: String?
  private let hasArabic: Bool
  private let hasOther: Bool

  init(_ analysis: Analysis) {
    var arabic = 0
    var other = 0
    for text in [analysis.title.text, analysis.content.text] {
      for token in text.tokens where token.kind == .word {
        if token.isArabic { arabic += 1 } else { other += 1 }
      }
    }
    hasArabic = arabic > 0
    hasOther = other > 0
    stated = analysis.article.lang.map(Self.primary).flatMap { language in
      let words = Self.arabicScript.contains(language) ? arabic : other
      return words * 2 >= arabic + other ? language : nil
    }
  }

  /// Whether a pack of these languages, BCP 47 tags, reads the article; a pack that names none reads
  /// all, and an article without words has none.
  func isRead(in languages: [String]) -> Bool {
    if languages.isEmpty || !hasArabic && !hasOther { return true }
    return languages.contains { tag in
      let language = Self.primary(tag)
      if let stated { return language == stated }
      return Self.arabicScript.contains(language) ? hasArabic : hasOther
    }
  }

  /// The language of a tag without region and script: `en` of `en-GB`.
  private static func primary(_ tag: String) -> String {
    String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }
}
