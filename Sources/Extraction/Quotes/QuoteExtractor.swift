internal import Articles

/// Finds the quotes of an article.
struct QuoteExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func quotes() -> [Quote] { [] }
}
