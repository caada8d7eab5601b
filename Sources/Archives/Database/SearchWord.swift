internal import ArabicText

/// A word that is looked for: `قصف` with and without clitics, `=قصف` as it stands there, `قصف*` the beginning of words.
package struct SearchWord {
  /// Folded as the index is; words that marks part in it have single spaces between them.
  package let folded: String
  /// It ends in `*`.
  package let isBeginning: Bool
  /// It begins with `=`.
  private let isExact: Bool

  /// Nil where no letter or digit is left of the word when it is folded.
  package init?(_ word: String) {
    isBeginning = word.hasSuffix("*")
    isExact = word.hasPrefix("=")
    let text = TokenizedText(String(word.dropFirst(isExact ? 1 : 0).dropLast(isBeginning ? 1 : 0)))
    folded = text.tokens.filter { $0.kind == .word || $0.kind == .number }
      .map(text.foldedText).joined(separator: " ")
    if folded.isEmpty { return nil }
  }

  /// All spellings that are found, the word's own first.
  package var spellings: [String] {
    isExact ? [folded] : folded.withClitics(isBeginning: isBeginning)
  }

  /// The word as a term of FTS5.
  func term(withClitics: Bool) -> String {
    let terms = (withClitics ? spellings : [folded]).map { spelling in
      "\"\(spelling.replacing("\"", with: "\"\""))\"" + (isBeginning ? "*" : "")
    }
    return terms.count == 1 ? terms[0] : "(\(terms.joined(separator: " OR ")))"
  }
}
