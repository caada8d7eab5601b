internal import ArabicText
internal import Patterns
internal import Synchronization

/// Terms of the pattern algebra from words and their inflection.
enum InflectedTerms {
  /// Patterns and packs name the same words again and again.
  private static let verbs = InflectionCache<VerbTerms>()
  private static let nouns = InflectionCache<TermGroup>()

  /// The forms of some verbs.
  ///
  /// - Parameters:
  ///   - wanted: only these; all where nil.
  ///   - orFuture: imperfects with the attached س of the future too.
  /// - Throws: `InflectionError` for a citation that is none, `ArgumentError` for too many.
  static func verbs(
    _ citations: [String], forms wanted: Set<WordForm>?, orFuture: Bool = false
  ) throws -> TermSet {
    var groups: [TermGroup] = []
    var count = 0
    let asked = VerbTerms.parts(wanted, orFuture: orFuture)
    for citation in citations {
      let verb = try verbs.word([citation]) { () throws(InflectionError) in
        // Masdars of form I follow the citation in a lexicon: قصف=قصف|استهداف.
        let (citation, masdars) = parts(of: citation)
        return VerbTerms(try Verb(citation: citation, masdars: masdars ?? []))
      }
      for part in asked {
        let group = verb.terms(part) { forms, future in
          TermGroup(forms, of: lemma(citation)) { term($0, $1, future: future) }
        }
        groups.append(group)
        count += group.terms.count
      }
      try PatternArena.check(terms: count)
    }
    return TermSet(title: title("verb", citations, wanted, orFuture: orFuture), groups: groups)
  }

  /// The forms of some nouns.
  ///
  /// - Throws: `InflectionError` for a word that is none, `ArgumentError` for too many.
  static func nouns(_ singulars: [String], plurals: [String]) throws -> TermSet {
    var groups: [TermGroup] = []
    var count = 0
    for singular in singulars {
      let group = try nouns.word([singular] + plurals) { () throws(InflectionError) in
        // Plurals follow the singular in a lexicon: هجوم=هجمات|هجومات.
        let (word, own) = parts(of: singular)
        let noun = try Noun(singular: word, plural: own ?? plurals)
        return TermGroup(noun.table(), of: lemma(singular)) { term($0, $1, future: false) }
      }
      groups.append(group)
      count += group.terms.count
      try PatternArena.check(terms: count)
    }
    return TermSet(title: title("noun", singulars + plurals, nil), groups: groups)
  }

  /// Words or phrases as they stand.
  static func words(_ words: [String], title kind: String) -> TermSet {
    TermSet(title: title(kind, words, nil), words: words, allowed: .nominal)
  }

  private static func title(
    _ kind: String, _ words: [String], _ wanted: Set<WordForm>?, orFuture: Bool = false
  ) -> String {
    let names = wanted.map { $0.map(\.scriptName).sorted() + (orFuture ? ["future"] : []) }
    let forms = names.map { " " + $0.joined(separator: ",") } ?? ""
    return "\(kind) \(words.isEmpty ? "(no words)" : words.joined(separator: "، "))\(forms)"
  }

  /// A citation, and what stands behind its `=`, without spaces around; nil where it has none.
  static func parts(of citation: String) -> (word: String, others: [String]?) {
    // Cutting text by characters is slow, and most words have no `=`.
    if !citation.utf8.contains(0x3D) { return (citation, nil) }
    let parts = citation.split(separator: "=", maxSplits: 1)
    let others = parts.count > 1 ? parts[1].split(separator: "|").map(\.withoutMargins) : nil
    return ((parts.first ?? "").withoutMargins, others)
  }

  /// The citation without what it says of itself behind `=` or `:`.
  private static func lemma(_ citation: String) -> String {
    let word = String(citation.unicodeScalars.prefix { $0 != "=" && $0 != ":" })
    return word.utf8.count < citation.utf8.count ? word.withoutMargins : word
  }

  private static func term(
    _ form: FormTable.Form, _ words: TermWords, future: Bool
  ) -> TermSet.Term {
    let isNominal = form.kind.isNominal
    var allowed: Clitics = [.conjunction]
    if form.clitics.contains(.pronoun) { allowed.formUnion([.pronoun, .rarePronoun]) }
    if form.clitics.contains(.future) { allowed.insert(.future) }
    if form.clitics.contains(.purpose) { allowed.insert(.lam) }
    if form.clitics.contains(.preposition) { allowed.formUnion([.ba, .kaf, .lam]) }
    if form.clitics.contains(.article) { allowed.insert(.article) }
    if isNominal { allowed.remove(.rarePronoun) }
    var required: Clitics =
      form.clitics.contains(.standsAlone) ? [] : [.pronoun, .rarePronoun]
    if future { required = [.future] }
    return TermSet.Term(
      words, allowed: allowed, required: required, form: wordForm(form.kind))
  }

  private static func wordForm(_ kind: InflectedForm.Kind) -> WordForm {
    switch kind {
    case .perfect: .perfect
    case .imperfect: .imperfect
    case .jussive: .jussive
    case .imperative: .imperative
    case .activeParticiple, .passiveParticiple: .participle
    case .verbalNoun: .verbalNoun
    case .noun: .other
    }
  }
}

/// A verb with the terms of its forms, as far as they have been asked for: most patterns want few of them.
private final class VerbTerms: Sendable {
  /// Forms that are asked for together.
  enum Part: Hashable {
    case kind(InflectedForm.Kind)
    /// Imperfects that must have the س of the future.
    case future
  }

  private let verb: Verb
  private let known = Mutex<[Part: TermGroup]>([:])

  init(_ verb: Verb) { self.verb = verb }

  /// The parts that a pattern wants, in the order of the forms.
  static func parts(_ wanted: Set<WordForm>?, orFuture: Bool) -> [Part] {
    let named: [(InflectedForm.Kind, WordForm)] = [
      (.perfect, .perfect), (.imperfect, .imperfect), (.jussive, .imperfect),
      (.imperative, .imperative),
      (.activeParticiple, .participle), (.passiveParticiple, .participle),
      (.verbalNoun, .verbalNoun),
    ]
    let parts = named.filter { wanted?.contains($0.1) ?? true }.map { Part.kind($0.0) }
    return orFuture && !parts.contains(.kind(.imperfect)) ? parts + [.future] : parts
  }

  /// The terms of a part, which `make` makes of its forms where nobody has asked before.
  func terms(_ part: Part, _ make: (FormTable, Bool) -> TermGroup) -> TermGroup {
    known.withLock { known in
      if let group = known[part] { return group }
      let group: TermGroup
      switch part {
      case .kind(let kind): group = make(verb.table(of: kind), false)
      case .future:
        group = make(verb.table(of: .imperfect).filter { $0.clitics.contains(.future) }, true)
      }
      known[part] = group
      return group
    }
  }
}

/// The words that have been asked for, shared by the packs that load beside each other.
private final class InflectionCache<Word: Sendable>: Sendable {
  private let known = Mutex<[[[UInt8]]: Word]>([:])

  /// - Parameter citation: all that the forms follow from.
  /// - Throws: what `make` throws.
  func word(
    _ citation: [String], _ make: () throws(InflectionError) -> Word
  ) throws(InflectionError) -> Word {
    let key = citation.map { Array($0.utf8) }
    if let word = known.withLock({ $0[key] }) { return word }
    let word = try make()
    // Of two threads that made it the first one's is shared.
    return known.withLock { known in
      if let other = known[key] { return other }
      known[key] = word
      return word
    }
  }
}

extension WordForm {
  /// What the second argument of `hilal.verb` calls the form; the jussive is an imperfect there.
  var scriptName: String {
    switch self {
    case .verbalNoun: "noun"
    case .jussive: "imperfect (jussive)"
    default: "\(self)"
    }
  }
}
