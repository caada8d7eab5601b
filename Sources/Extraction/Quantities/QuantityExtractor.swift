internal import Articles

/// Finds the quantities of an article.
struct QuantityExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func quantities() -> [Quantity] { [] }
}
