public import ArabicText
internal import Extraction

/// How a word of a match was read as a form of a verb or a noun: قضية as قضي of قضى with a pronoun.
public struct TermReading: Sendable, Equatable {
  /// Word positions in the unit.
  public var words: Range<Int>
  /// The citation form.
  public var lemma: String
  /// The form without what is written on to it.
  public var stem: String
  public var form: WordForm
  /// What is written on to it.
  public var clitics: Clitics
}

extension SentenceWords {
  /// The readings of the words that a match took for forms of verbs and nouns, in the order of the text;
  /// of a word that several forms share the first.
  public func readings(of match: PatternMatch, _ program: Program) -> [TermReading] {
    var found: [TermReading] = []
    let atoms = Set(
      match.instructions.compactMap { instruction -> Int? in
        if case .atom(let atom) = program.instructions[instruction] { atom } else { nil }
      })
    for atom in atoms {
      guard case .terms(let set) = program.atoms[atom], let number = vocabulary.number(of: set)
      else { continue }
      forEachTerm(ofClass: number) { index, words in
        guard match.words.contains(words.lowerBound), words.upperBound <= match.words.upperBound,
          let reading = reading(index, words, set), !found.contains(reading)
        else { return }
        found.append(reading)
      }
    }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private func reading(_ index: Int, _ words: Range<Int>, _ set: TermSet) -> TermReading? {
    let match = terms.matches[index]
    let stem = field.text.stemHash(of: match)
    let form = form(ofTerm: index)
    for group in set.groups {
      guard let lemma = group.lemma,
        let term = group.terms.firstIndex(where: {
          $0.form == form && $0.words.first == stem
        })
      else { continue }
      return TermReading(
        words: words, lemma: lemma, stem: group.text(of: term), form: form,
        clitics: match.segmentation.clitics)
    }
    return nil
  }
}
