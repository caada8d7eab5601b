internal import Articles

/// Reads how a span is asserted (polarity, modality) and who says it.
struct AssertionReader {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func assertion(of span: Span) -> Assertion { Assertion() }
}
