import Articles
import Extraction
import LayerChecks

/// MB of text a second for each layer over many articles.
struct SpeedTable {
  private static let passes = 3
  private let articles: [Article]
  private let megabytes: Double

  init(_ articles: [Article]) {
    self.articles = articles
    megabytes =
      Double(articles.reduce(0) { $0 + $1.title.count + $1.content.count }) / 1e6
  }

  func printLayers() {
    print("\(articles.count) articles, \(megabytes.column().drop { $0 == " " }) MB of text")
    print("layer".padded(14), "MB/s alone", " MB/s share")
    var best = Shares()
    best.scan = .infinity
    for _ in 0..<Self.passes {
      var shares = Shares()
      for article in articles { shares.add(article) }
      if shares.all < best.all { best = shares }
    }
    print("scan".padded(14), (megabytes / best.scan).column(), (megabytes / best.scan).column())
    for (index, layer) in Layer.allCases.enumerated() {
      let share = megabytes / best.layers[index]
      print("\(layer)".padded(14), (megabytes / alone(layer)).column(), share.column())
    }
    print("all".padded(14), (megabytes / best.all).column())
  }

  /// All layers of every article; the MB/s.
  @inline(never)
  func allOnce() -> Double {
    let seconds = measure {
      for article in articles {
        let analysis = Analysis(article, knowledge: Inputs.knowledge)
        for layer in Layer.allCases { layer.ask(analysis) }
      }
    }
    return megabytes / seconds
  }

  /// Seconds of a layer with all that it needs.
  private func alone(_ layer: Layer) -> Double {
    (0..<Self.passes).map { _ in
      measure {
        for article in articles { layer.ask(Analysis(article, knowledge: Inputs.knowledge)) }
      }
    }.min() ?? 0
  }
}
