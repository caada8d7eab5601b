import Articles
import Extraction
import Foundation
import LayerChecks
import RulePacks

// Damages articles and makes texts for some time, and checks what holds of all layers and that every
// pack runs on them. A crash or a broken property ends with status 1 and the article's seed.
//
//     HILAL_FUZZ_SECONDS=600 layer-fuzz [--seed N] [INPUT…]
//
// Without inputs the example archive is damaged.

var seed: UInt64 = 1
var inputs: [String] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  if argument == "--seed" {
    seed = arguments.popFirst().flatMap(UInt64.init) ?? seed
  } else {
    inputs.append(argument)
  }
}
let environment = ProcessInfo.processInfo.environment
let seconds = environment["HILAL_FUZZ_SECONDS"].flatMap(Int.init) ?? 10
do {
  let articles = try inputs.isEmpty ? Inputs.examples() : Inputs.articles(in: inputs)
  var fuzzer = Fuzzer(articles: articles)
  let isWell = fuzzer.run(from: seed, for: .seconds(seconds))
  print(fuzzer.report)
  exit(isWell ? 0 : 1)
} catch {
  print("error: \(error)")
  exit(66)
}
