internal import Articles

/// Finds the quotes of an article.
///
/// Direct quotes stand in quotation marks and belong to a verb of saying; indirect ones follow a verb
/// with its complementiser or a colon and run to the next cue or the sentence's end.
struct QuoteExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  /// Title before content, then by start.
  func quotes() -> [Quote] {
    TextField.allCases.flatMap { analysis.speech($0).said.quotes }
  }
}
