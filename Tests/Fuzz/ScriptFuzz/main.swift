import Foundation

// Makes rule packs by a grammar over everything that scripts are offered, runs each beside an honest pack, and checks
// that it costs nothing but its own findings. Built with sanitizers by Tests/Fuzz/ScriptFuzz/run.sh.
//
//     script-fuzz FOLDER [SECONDS [SEED]]
//
// The pack in work lies under FOLDER/made: after a crash or a hang it is what did it. A broken property ends with
// status 1 and the seed.

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first else {
  print("usage: script-fuzz FOLDER [SECONDS [SEED]]")
  exit(64)
}
let seconds = arguments.dropFirst().first.flatMap(Int.init) ?? 10
let seed = arguments.dropFirst(2).first.flatMap(UInt64.init) ?? 1
do {
  var fuzzer = try ScriptFuzzer(folder: folder)
  let isWell = try fuzzer.run(from: seed, for: .seconds(seconds))
  // Written at once: the leak check that follows may end the process.
  FileHandle.standardOutput.write(Data((fuzzer.report + "\n").utf8))
  exit(isWell ? 0 : 1)
} catch {
  print("error: \(error)")
  exit(66)
}
