internal import Synchronization

/// What follows from a verb's citation alone: its readings, and its forms as far as they have been asked for. Packs and
/// lexicons name the same verbs again and again.
final class ConjugatedVerb: Sendable {
  /// Verbs that are kept at most, many times those of all packs: what reads thousands of words must not fill the memory.
  private static let limit = 8192
  private static let known = Mutex<[[UInt8]: ConjugatedVerb]>([:])

  let shapes: [VerbShape]
  private let tables = Mutex<[InflectedForm.Kind: FormTable]>([:])

  private init(_ shapes: [VerbShape]) { self.shapes = shapes }

  /// The verb of a citation.
  ///
  /// - Throws: what `Verb` throws.
  static func of(_ citation: String) throws(InflectionError) -> ConjugatedVerb {
    let key = Array(citation.utf8)
    if let verb = known.withLock({ $0[key] }) { return verb }
    let perfects = ImperfectCitation.perfects(of: citation)
    if !perfects.isEmpty {
      throw InflectionError(
        code: .imperfect, citation: citation,
        advice: "this is an imperfect; give the perfect: \(perfects.joined(separator: " or "))")
    }
    let verb = ConjugatedVerb(try VerbShape.shapes(of: citation))
    return known.withLock { known in
      // Of two threads that read it the first one's is shared.
      if let other = known[key] { return other }
      if known.count >= limit { known.removeAll() }
      known[key] = verb
      return verb
    }
  }

  /// The forms of a kind; of verbal nouns those that follow by rule.
  func table(of kind: InflectedForm.Kind) -> FormTable {
    tables.withLock { tables in
      if let table = tables[kind] { return table }
      var forms = FormCollector(kind: kind)
      add(kind, to: &forms)
      let table = kind == .jussive ? withoutImperfects(forms.table) : forms.table
      tables[kind] = table
      return table
    }
  }

  /// Jussives less those that another mood of any reading is written as: ردّ has يردّ in all moods.
  private func withoutImperfects(_ jussives: FormTable) -> FormTable {
    if jussives.forms.isEmpty { return jussives }
    var imperfects = FormCollector(kind: .imperfect)
    add(.imperfect, to: &imperfects)
    let known = Set(imperfects.table.forms.map { imperfects.table.letters(of: $0) })
    return jussives.filter { !known.contains(jussives.letters(of: $0)) }
  }

  /// Adds the forms of a kind.
  func add(_ kind: InflectedForm.Kind, to forms: inout FormCollector) {
    for shape in shapes {
      switch kind {
      case .perfect: shape.addPerfect(to: &forms)
      case .imperfect: shape.addImperfect(to: &forms)
      case .jussive: shape.addJussive(to: &forms)
      case .imperative: shape.addImperative(to: &forms)
      case .activeParticiple: shape.activeParticiple.addAll(to: &forms)
      case .passiveParticiple: shape.passiveParticiple.addAll(to: &forms)
      case .verbalNoun: shape.verbalNoun?.addAsMasdar(to: &forms)
      case .noun: break
      }
    }
  }
}
