internal import Articles

/// What a case asks of its pack and no finding can give.
struct CaseMistake {
  /// The word of the case that is meant.
  var word: String
  var message: String
  var hint: String

  /// Words that a finding's span is to hold and that the case's article does not.
  private static func strays(in testCase: TestCase) -> [CaseMistake] {
    let article = testCase.article
    let texts = [article.title, article.content].map { String(decoding: $0, as: UTF8.self) }
    return testCase.expected.compactMap(\.span).filter { span in
      !texts.contains { $0.contains(span) }
    }.map { span in
      CaseMistake(
        word: span, message: "the span `\(span)` stands nowhere in its text",
        hint: "write the words as the text has them, vowel signs and all")
    }
  }

  /// Rules that the pack has not, fields that its rules do not declare (`{ tiem = false }` would hold of anything), findings
  /// that are expected where there are to be none, and spans that no finding can have.
  ///
  /// - Parameters:
  ///   - rules: all that the pack declares, those included that were left out.
  ///   - source: the pack.
  static func all(
    in testCase: TestCase, _ rules: [Rule], of source: PackSource?
  ) -> [CaseMistake] {
    let byName = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = testCase.expected.map(\.rule) + testCase.never
    let unknown = named.filter { byName[$0] == nil }.map {
      CaseMistake(
        word: $0, message: "the pack has no rule `\($0)`",
        hint: rules.isEmpty
          ? source?.hint(forMisnamed: .rules)
            ?? "the pack has no rules; they are the files of rules/, *.lua"
          : Suggestion.hint(for: $0, in: Array(byName.keys)))
    }
    let undeclared = testCase.expected.flatMap { expectation in
      let declared = byName[expectation.rule]?.fields
      return expectation.fields.map(\.name).filter { !(declared?.contains($0) ?? true) }.map {
        CaseMistake(
          word: $0, message: "`\(expectation.rule)` declares no field `\($0)`",
          hint: Suggestion.hint(for: $0, in: declared ?? []))
      }
    }
    // `none` does not mean extractors: what these make is no finding.
    let refused = testCase.expected.first { testCase.none && byName[$0.rule]?.reports == true }
      .map {
        CaseMistake(
          word: "none",
          message: "a finding of `\($0.rule)` is expected, and with `none` that there is none",
          hint: "keep one of them; for rules that must find nothing write never = [\"rule\"]")
      }
    return unknown + undeclared + (refused.map { [$0] } ?? []) + strays(in: testCase)
  }
}
