internal import Articles

/// Finds the entities of an article.
struct EntityExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func entities() -> [Entity] { [] }
}
