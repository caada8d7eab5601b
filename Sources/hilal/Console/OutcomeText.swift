import Articles
import Foundation
import RulePacks

/// Why a rule fired or did not, as people read it.
enum OutcomeText {
  /// Letters of a part's title that are shown at most, and parts that were wanted.
  private static let shown = (letters: 60, parts: 5)

  static func lines(_ outcome: Explanation.Outcome) -> [String] {
    switch outcome {
    case .nothing: return []
    case .failed(let message): return ["failed: \(message)"]
    case .rejected(let words, let readings, let forms, let returned, let places):
      let at = places.first.map { " at \($0.file):\($0.line)" } ?? ""
      let inner = places.dropFirst().flatMap { place in
        ["  having got nothing from \(place.file):\(place.line)"] + place.source.map { "    \($0)" }
      }
      return ["matched «\(words)», but check returned \(returned)\(at)"]
        + (places.first?.source ?? []).map { "    \($0)" } + inner + readings.map(line)
        + forms.map(line)
    case .fired(let words, let readings, let forms, let findings):
      return ["fired on «\(words)»"] + readings.map(line) + forms.map(line)
        + findings.flatMap { finding in finding.fields.map { "  \($0.name): \($0.text)" } }
    case .scattered(let found, let beginnings):
      let more = found.count > shown.parts ? " and \(found.count - shown.parts) other parts" : ""
      let parts = found.prefix(shown.parts).map { "\(brief($0.part)) on «\($0.words)»" }
      return [
        "did not begin, though it has \(parts.joined(separator: ", "))\(more)",
        "  begins with \(list(beginnings))",
      ]
    case .stopped(let matched, let wanted, let at, let beyond):
      let parts = matched.map { "\(brief($0.part)) on «\($0.words)»" }.joined(separator: ", then ")
      let rest = at.isEmpty ? "the sentence ends" : "there is «\(at)»"
      return [
        parts.isEmpty ? "did not begin" : "stopped after \(parts)",
        "  wanted \(list(wanted)); \(rest)",
      ] + (beyond.map { [line($0)] } ?? [])
    }
  }

  /// `asserted, fact, according to فلان`, behind the words of a capture where it is not the match's.
  private static func line(_ reading: Explanation.Reading) -> String {
    let attribution = reading.attribution
    let source = attribution.source.map { ", according to \($0)" } ?? ""
    let name = reading.capture.map { "\($0) «\(reading.words)» " } ?? ""
    return "  \(name)is \(attribution.polarity), \(attribution.modality)\(source)"
  }

  /// `«عقدا» stands behind 7 words; the gap allows 6`
  private static func line(_ beyond: Explanation.Beyond) -> String {
    let allowed = beyond.allowed > 0 ? "the gap allows \(beyond.allowed)" : "there is no gap"
    return "  «\(beyond.words)» stands behind \(Text.plural(beyond.distance, "word")); \(allowed)"
  }

  /// `«قضية» is قضي with a pronoun, perfect of قضى`
  private static func line(_ form: Explanation.Form) -> String {
    let pronoun = form.hasPronoun ? " with a pronoun" : ""
    return "  «\(form.words)» is \(form.stem)\(pronoun), \(form.kind) of \(form.lemma)"
  }

  /// `a or b or 3 other parts`
  private static func list(_ titles: [String]) -> String {
    let more = titles.count > shown.parts ? " or \(titles.count - shown.parts) other parts" : ""
    return titles.prefix(shown.parts).map(short).joined(separator: " or ") + more
  }

  /// A part that has matched: its words stand beside it, and the same list need not be read at every sentence.
  private static func brief(_ title: String) -> String {
    let words = title.components(separatedBy: "، ")
    return short(words.count > 3 ? words.prefix(2).joined(separator: "، ") + "…" : title)
  }

  private static func short(_ title: String) -> String {
    title.count > shown.letters ? title.prefix(shown.letters) + "…" : title
  }
}
