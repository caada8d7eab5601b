public import Extraction

/// The layers of an analysis, to be asked for in any order.
public enum Layer: CaseIterable, Sendable {
  case sentences
  case entities
  case times
  case quantities
  case quotes
  case attributions
  case duplicates

  /// Has the layer computed.
  public func ask(_ analysis: Analysis) {
    switch self {
    case .sentences: _ = analysis.content.sentences.count + analysis.title.sentences.count
    case .entities: _ = analysis.entities.count
    case .times: _ = analysis.times.count
    case .quantities: _ = analysis.quantities.count
    case .quotes: _ = analysis.quotes.count
    case .attributions: _ = analysis.attributions.count
    case .duplicates: _ = analysis.duplicates.count
    }
  }

  /// Whether the layer is the same in two analyses of one article.
  public func isSame(_ a: Analysis, _ b: Analysis) -> Bool {
    switch self {
    case .sentences:
      a.content.sentences == b.content.sentences && a.title.sentences == b.title.sentences
    case .entities: a.entities == b.entities
    case .times: a.times == b.times
    case .quantities: a.quantities == b.quantities
    case .quotes: a.quotes == b.quotes
    case .attributions: a.attributions == b.attributions
    case .duplicates: a.duplicates == b.duplicates
    }
  }
}
