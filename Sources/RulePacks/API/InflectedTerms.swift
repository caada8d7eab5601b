internal import ArabicText
internal import Patterns
internal import Synchronization

/// Terms of the pattern algebra from words and their inflection.
enum InflectedTerms {
  /// Patterns and packs name the same verbs again and again.
  private static let conjugations = TermCache()

  /// The forms of some verbs.
  ///
  /// - Parameters:
  ///   - wanted: only these; all where nil.
  ///   - orFuture: imperfects with the attached س of the future too.
  /// - Throws: `InflectionError` for a citation that is none, `ArgumentError` for too many.
  static func verbs(
    _ citations: [String], forms wanted: Set<WordForm>?, orFuture: Bool = false
  ) throws -> TermSet {
    var terms: [TermSet.Term] = []
    let isWanted = WordForm.allCases.map { wanted?.contains($0) ?? true }
    for citation in citations {
      // Masdars of form I follow the citation in a lexicon: قصف=قصف|استهداف.
      let parts = citation.split(separator: "=", maxSplits: 1)
      let masdars = parts.count > 1 ? parts[1].split(separator: "|").map(String.init) : []
      let forms = try conjugations.terms(of: citation) { () throws(InflectionError) in
        let verb = try Verb(citation: String(parts.first ?? ""), masdars: masdars)
        let lemma = lemma(citation)
        return verb.forms().map { term($0, of: lemma) }
      }
      terms += forms.lazy.filter { isWanted[Int($0.form.rawValue)] }
      if orFuture, !isWanted[Int(WordForm.imperfect.rawValue)] {
        terms += forms.lazy.filter { $0.form == .imperfect && $0.allowed.contains(.future) }.map {
          var term = $0
          term.required = [.future]
          return term
        }
      }
      try PatternArena.check(terms: terms.count)
    }
    return TermSet(title: title("verb", citations, wanted, orFuture: orFuture), terms: terms)
  }

  /// The forms of some nouns.
  ///
  /// - Throws: `InflectionError` for a word that is none, `ArgumentError` for too many.
  static func nouns(_ singulars: [String], plurals: [String]) throws -> TermSet {
    var terms: [TermSet.Term] = []
    for singular in singulars {
      // Plurals follow the singular in a lexicon: هجوم=هجمات|هجومات.
      let parts = singular.split(separator: "=", maxSplits: 1)
      let own = parts.count > 1 ? parts[1].split(separator: "|").map(String.init) : plurals
      let lemma = lemma(singular)
      terms += try Noun(singular: String(parts.first ?? ""), plural: own).forms().map {
        term($0, of: lemma)
      }
      try PatternArena.check(terms: terms.count)
    }
    return TermSet(title: title("noun", singulars + plurals, nil), terms: terms)
  }

  /// Words or phrases as they stand.
  static func words(_ words: [String], title kind: String) -> TermSet {
    TermSet(
      title: title(kind, words, nil), terms: words.map { TermSet.Term($0, allowed: .nominal) })
  }

  private static func title(
    _ kind: String, _ words: [String], _ wanted: Set<WordForm>?, orFuture: Bool = false
  ) -> String {
    let names = wanted.map { $0.map { "\($0)" }.sorted() + (orFuture ? ["future"] : []) }
    let forms = names.map { " " + $0.joined(separator: ",") } ?? ""
    return "\(kind) \(words.isEmpty ? "(no words)" : words.joined(separator: "، "))\(forms)"
  }

  /// The citation without what it says of itself behind `=` or `:`.
  private static func lemma(_ citation: String) -> String {
    String(citation.prefix { $0 != "=" && $0 != ":" })
  }

  private static func term(_ form: InflectedForm, of lemma: String) -> TermSet.Term {
    var allowed: Clitics = [.conjunction]
    if form.clitics.contains(.pronoun) { allowed.formUnion([.pronoun, .rarePronoun]) }
    if form.clitics.contains(.future) { allowed.insert(.future) }
    if form.clitics.contains(.purpose) { allowed.insert(.lam) }
    if form.clitics.contains(.preposition) { allowed.formUnion([.ba, .kaf, .lam]) }
    if form.clitics.contains(.article) { allowed.insert(.article) }
    if form.isNominal { allowed.remove(.rarePronoun) }
    let required: Clitics = form.onlyBeforePronoun ? [.pronoun, .rarePronoun] : []
    return TermSet.Term(
      form.letters, allowed: allowed, required: required, form: wordForm(form.kind),
      lemma: lemma)
  }

  private static func wordForm(_ kind: InflectedForm.Kind) -> WordForm {
    switch kind {
    case .perfect: .perfect
    case .imperfect: .imperfect
    case .imperative: .imperative
    case .activeParticiple, .passiveParticiple: .participle
    case .verbalNoun: .verbalNoun
    case .noun: .other
    }
  }
}

/// The forms of citations that have been asked for, shared by the packs that load beside each other.
private final class TermCache: Sendable {
  private let known = Mutex<[[UInt8]: [TermSet.Term]]>([:])

  /// - Throws: what `make` throws.
  func terms(
    of citation: String, _ make: () throws(InflectionError) -> [TermSet.Term]
  ) throws(InflectionError) -> [TermSet.Term] {
    let key = Array(citation.utf8)
    if let terms = known.withLock({ $0[key] }) { return terms }
    let terms = try make()
    known.withLock { $0[key] = terms }
    return terms
  }
}
