public import ArabicText

/// A set of terms that count as one: the forms of a verb, the entries of a lexicon.
public struct TermSet: Sendable, Hashable {
  /// A word or phrase with the clitics that it may have in a text.
  public struct Term: Sendable, Hashable {
    /// Its words, folded.
    public let words: TermWords
    /// What may be attached to it.
    public var allowed: Clitics
    /// Of these at least one must be attached, unless empty.
    public var required: Clitics
    /// What a match of it is grammatically; subjects are looked for accordingly.
    public var form: WordForm

    public init(
      _ words: TermWords, allowed: Clitics, required: Clitics = [], form: WordForm = .other
    ) {
      self.words = words
      self.allowed = allowed
      self.required = required
      self.form = form
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.first) }
  }

  /// What an author calls it: `verb "هدّد"`, `lexicon "force"`.
  public let title: String
  /// Its terms, in groups that other sets may share.
  public let groups: [TermGroup]
  /// How many terms there are.
  public let termCount: Int
  /// Of the title, worked out once: equal sets have equal titles, and hashing long text is dear. With the key of the
  /// process, so that nobody can write thousands of words whose sets collide.
  private let hash: Int

  /// Sets with the same terms and different titles are different atoms.
  public init(title: String, groups: [TermGroup]) {
    self.title = title
    self.groups = groups
    termCount = groups.reduce(0) { $0 + $1.terms.count }
    hash = title.hashValue
  }

  /// Words or phrases in any spelling.
  public init(title: String, words: [String], allowed: Clitics) {
    self.init(title: title, groups: [TermGroup(words, allowed: allowed)])
  }

  /// Any of them will do.
  public var terms: some Sequence<Term> { groups.lazy.flatMap(\.terms) }

  public static func == (a: TermSet, b: TermSet) -> Bool {
    a.hash == b.hash && a.title == b.title && a.groups == b.groups
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
    hasher.combine(termCount)
  }
}

/// Terms that come together, such as the imperfects of a verb: made once for all sets of all packs that name them.
public final class TermGroup: Sendable, Equatable {
  /// In the order in which the first of several forms of a word counts.
  public let terms: [TermSet.Term]
  /// The citation form that they are inflected from.
  public let lemma: String?
  /// Bytes of all their texts.
  public let byteCount: Int
  /// Either the text of each term or, for each, its form of a verb or a noun. No enum of the two: it would mark its
  /// pointers, and the sanitizer that looks for leaks would not know them again.
  private let texts: [String]?
  private let forms: FormTable?

  /// Words or phrases in any spelling, which are folded and cut here. One with an article of its own is found behind ل as
  /// well, which takes the alif: «المقاومة», «للمقاومة».
  public init(_ texts: [String], allowed: Clitics) {
    let definite = allowed.contains(.lam) ? texts.filter { $0.utf8.withoutArticle != nil } : []
    terms =
      texts.map { TermSet.Term(TermWords($0), allowed: allowed) }
      + definite.compactMap(\.utf8.withoutArticle).map { bare in
        TermSet.Term(
          TermWords(String(Substring(bare))), allowed: [.conjunction, .lam, .article],
          required: .article)
      }
    lemma = nil
    byteCount = texts.reduce(0) { $0 + $1.utf8.count }
    self.texts = texts + definite
    forms = nil
  }

  /// Forms of a verb or a noun.
  public init(
    _ forms: FormTable, of lemma: String, _ term: (FormTable.Form, TermWords) -> TermSet.Term
  ) {
    terms = forms.forms.map { term($0, forms.words(of: $0)) }
    self.lemma = lemma
    byteCount = forms.forms.reduce(0) { $0 + forms.byteCount(of: $1) }
    texts = nil
    self.forms = forms
  }

  /// A term's text as it was given or inflected.
  public func text(of index: Int) -> String {
    if let forms { return forms.text(of: forms.forms[index]) }
    return texts?[index] ?? ""
  }

  public static func == (a: TermGroup, b: TermGroup) -> Bool {
    a === b || a.terms == b.terms && a.lemma == b.lemma && a.texts == b.texts && a.forms == b.forms
  }
}
