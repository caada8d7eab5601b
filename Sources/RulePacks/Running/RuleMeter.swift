internal import Articles
internal import Extraction

/// What the rules of a book and the layers have cost one worker.
public final class RuleMeter {
  /// What one rule has cost.
  public struct Cost: Sendable {
    /// Articles with one of the rule's words.
    public var articles = 0
    /// Sentences or other units that its pattern was tried on.
    public var units = 0
    /// Calls of `check`.
    public var calls = 0
    /// Findings, or items of the layer that it makes.
    public var findings = 0
    /// Layers that the rule is the first to ask for included.
    public var time = Duration.zero

    /// Nothing yet.
    public init() {}
  }

  /// By the rule's index in the book.
  public private(set) var rules: [Cost]
  /// Articles that some rule looks into.
  public private(set) var articles = 0
  /// How often a word of each class of triggers stood in a text, by the class's number in the book's vocabulary.
  public private(set) var triggers: [UInt32: Int] = [:]
  /// Folding, tokens and triggers, over all articles.
  public private(set) var scanning = Duration.zero
  /// Each layer over all articles that some rule looks into, in an order in which none pays for
  /// another that comes later.
  public private(set) var layers: [(name: String, time: Duration)] = Layer.allCases.map {
    ($0.rawValue, .zero)
  }

  private enum Layer: String, CaseIterable {
    case sentences
    case terms
    case entities
    case times
    case quantities
    case quotes
    case attributions
    case duplicates
  }

  /// All zero, with room for every rule of the book.
  public init(_ book: RuleBook) {
    rules = Array(repeating: Cost(), count: book.rules.count)
  }

  func add(_ call: RuleCall, _ time: Duration) {
    let rule = call.number
    rules[rule].articles += 1
    rules[rule].units += call.unitCount
    rules[rule].calls += call.callCount
    rules[rule].findings += call.findings.count
    rules[rule].time += time
  }

  func addTrigger(_ number: UInt32) { triggers[number, default: 0] += 1 }

  func addScan(_ time: Duration) { scanning += time }

  /// Computes every layer of an article of its own.
  func addLayers(of analysis: Analysis) {
    articles += 1
    for (index, layer) in Layer.allCases.enumerated() {
      layers[index].time += ContinuousClock().measure {
        switch layer {
        case .sentences: _ = (analysis.title.sentences, analysis.content.sentences)
        case .terms:
          analysis.title.findTerms()
          analysis.content.findTerms()
        case .entities: _ = analysis.entities
        case .times: _ = analysis.times
        case .quantities: _ = analysis.quantities
        case .quotes: _ = analysis.quotes
        case .attributions: _ = analysis.attributions
        case .duplicates: _ = analysis.duplicates
        }
      }
    }
  }
}
