import Foundation
import LayerChecks

// What the sandbox's limits cost, and how soon they stop a script.
//
//     sandbox-cost overhead [--rounds N] [--packs FOLDER] [INPUT…]
//     sandbox-cost limited|unlimited [INPUT…]      one pass, for callgrind
//     sandbox-cost stops                           a table in Markdown
//
// Without inputs the example archive is read.

var arguments = CommandLine.arguments.dropFirst()
let mode = arguments.popFirst() ?? ""
var inputs: [String] = []
var options: [String: String] = [:]
while let argument = arguments.popFirst() {
  if argument.hasPrefix("--") {
    options[argument] = arguments.popFirst()
  } else {
    inputs.append(argument)
  }
}
let rounds = options["--rounds"].flatMap(Int.init) ?? 5
let plugins = options["--packs"] ?? Inputs.repository + "/plugins"
do {
  switch mode {
  case "overhead", "limited", "unlimited":
    let archive = Inputs.repository + "/examples/news.zip"
    let overhead = Overhead(plugins: plugins, inputs: inputs.isEmpty ? [archive] : inputs)
    if mode == "overhead" {
      print(try overhead.report(rounds: rounds))
    } else {
      print("\(try overhead.pass(isUnwatched: mode == "unlimited").findings) findings")
    }
  case "stops": try StopTable().print()
  default:
    print("usage: sandbox-cost overhead|limited|unlimited|stops")
    exit(64)
  }
} catch {
  print("error: \(error)")
  exit(66)
}
