internal import Articles

/// Finds the duplicates of an article.
struct DuplicateExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func duplicates() -> [Duplicate] { [] }
}
