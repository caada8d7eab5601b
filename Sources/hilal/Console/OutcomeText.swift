import Articles
import RulePacks

/// Why a rule fired or did not, as people read it.
enum OutcomeText {
  /// Letters of a part's title that are shown at most, and parts that were wanted.
  private static let shown = (letters: 60, parts: 5)

  static func lines(_ outcome: Explanation.Outcome) -> [String] {
    switch outcome {
    case .nothing: return []
    case .failed(let message): return ["failed: \(message)"]
    case .rejected(let words, let returned):
      return ["matched «\(words)», but check returned \(returned)"]
    case .fired(let words, let findings):
      return ["fired on «\(words)»"]
        + findings.flatMap { finding in finding.fields.map { "  \($0.name): \($0.text)" } }
    case .stopped(let matched, let wanted, let at):
      let parts = matched.map { "\(short($0.part)) on «\($0.words)»" }.joined(separator: ", then ")
      let more = wanted.count > shown.parts ? " or \(wanted.count - shown.parts) other parts" : ""
      let next = wanted.prefix(shown.parts).map(short).joined(separator: " or ") + more
      let rest = at.isEmpty ? "the sentence ends" : "there is «\(at)»"
      return ["stopped after \(parts)", "  wanted \(next); \(rest)"]
    }
  }

  private static func short(_ title: String) -> String {
    title.count > shown.letters ? title.prefix(shown.letters) + "…" : title
  }
}
