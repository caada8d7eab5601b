import Articles
import Foundation
import LayerChecks

// How fast the layers are, on one core, in CPU time.
//
//     layer-speed [INPUT…]      the example archive without inputs
//
// First each layer over all articles: by itself with all that it needs, and its share when all are
// asked for. Then one article of 1, 2, 4 and 8 MB of several shapes through all layers.

do {
  let inputs = Array(CommandLine.arguments.dropFirst())
  let articles = try inputs.isEmpty ? Inputs.examples() : Inputs.articles(in: inputs)
  SpeedTable(articles).printLayers()
  GrowthTable(articles).print()
} catch {
  print("error: \(error)")
  exit(66)
}
