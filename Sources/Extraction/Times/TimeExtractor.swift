internal import Articles

/// Finds the times of an article.
struct TimeExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func times() -> [TimeExpression] { [] }
}
