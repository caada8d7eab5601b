import Articles
import Foundation
import LayerChecks

// How fast the layers are, on one core, in CPU time.
//
//     layer-speed [--layers | --growth | --once] [INPUT…]      the example archive without inputs
//
// First each layer over all articles: by itself with all that it needs, and its share when all are
// asked for. Then one article of 1, 2, 4 and 8 MB of several shapes through all layers.
//
// With `--once` all layers of all articles a single time and nothing more, for programs that count
// instructions: callgrind with `--toggle-collect='*allOnce*'`.

do {
  let flags: Set = ["--layers", "--growth", "--once"]
  let arguments = CommandLine.arguments.dropFirst()
  let inputs = arguments.filter { !flags.contains($0) }
  let articles = try inputs.isEmpty ? Inputs.examples() : Inputs.articles(in: inputs)
  if arguments.contains("--once") {
    _ = Inputs.knowledge
    print(SpeedTable(articles).allOnce())
    exit(0)
  }
  if !arguments.contains("--growth") { SpeedTable(articles).printLayers() }
  if !arguments.contains("--layers") { GrowthTable(articles).print() }
} catch {
  print("error: \(error)")
  exit(66)
}
