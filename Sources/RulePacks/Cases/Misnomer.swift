/// A name in a case that nothing of its pack bears.
struct Misnomer {
  /// The name as the case has it.
  var word: String
  var message: String
  var hint: String

  /// Rules that the pack has not, and fields that its rules do not declare: `{ tiem = false }` would hold of anything.
  ///
  /// - Parameter rules: all of the pack's.
  static func all(in testCase: TestCase, _ rules: [Rule]) -> [Misnomer] {
    let byName = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = testCase.expected.map(\.rule) + testCase.never
    let unknown = named.filter { byName[$0] == nil }.map {
      Misnomer(
        word: $0, message: "the pack has no rule `\($0)`",
        hint: rules.isEmpty
          ? "the pack has no rules; they are the files of rules/, *.lua"
          : Suggestion.hint(for: $0, in: Array(byName.keys)))
    }
    let undeclared = testCase.expected.flatMap { expectation in
      let declared = byName[expectation.rule]?.fields
      return expectation.fields.map(\.name).filter { !(declared?.contains($0) ?? true) }.map {
        Misnomer(
          word: $0, message: "`\(expectation.rule)` declares no field `\($0)`",
          hint: Suggestion.hint(for: $0, in: declared ?? []))
      }
    }
    return unknown + undeclared
  }
}
