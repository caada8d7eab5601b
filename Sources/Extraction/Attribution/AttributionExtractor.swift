internal import Articles

/// Finds the attributions of an article.
struct AttributionExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func attributions() -> [Attribution] { [] }
}
