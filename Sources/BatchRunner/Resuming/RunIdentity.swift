internal import Archives
internal import Articles
internal import RulePacks

/// What a run must have in common with the one that it resumes.
struct RunIdentity: Codable, Equatable {
  struct Input: Codable, Equatable {
    var path: String
    var size: Int?
    var changed: Int?
  }

  /// The program's version.
  var hilal: String
  /// The hash of each file of the packs, by pack and name.
  var packs: [String: String]
  /// The options that the output depends on, by name.
  var options: [String: String]
  var inputs: [Input]

  init(_ book: RuleBook, _ options: [String: String], _ files: [InputFile], version: String) {
    hilal = version
    packs = [:]
    for pack in book.packs {
      for (name, bytes) in pack.source.contents() {
        packs["\(pack.manifest.name)/\(name)"] = StableHash(of: bytes).hexadecimal
      }
    }
    self.options = options
    inputs = files.map { Input(path: $0.path, size: $0.size, changed: $0.changed) }
  }

  /// What is different now, in words; empty when nothing is.
  func changes(to now: RunIdentity) -> [String] {
    var changes: [String] = []
    if hilal != now.hilal { changes.append("hilal was \(hilal) and is \(now.hilal)") }
    changes += packChanges(to: now)
    return changes + optionChanges(to: now) + inputChanges(to: now)
  }

  /// What is kept of the file of `seen` beside its name: how many of its bytes the run began with. No option.
  static let seenBytes = "seen-bytes"

  private func optionChanges(to now: RunIdentity) -> [String] {
    let differing = Set(options.keys).union(now.options.keys).sorted().filter {
      options[$0] != now.options[$0]
    }
    return differing.compactMap { name in
      if name == Self.seenBytes {
        // Of another file, or none, the option itself is told of.
        return differing.contains("seen")
          ? nil : "the file of --seen, \(options["seen"] ?? ""), is shorter than it was"
      }
      return
        "--\(name) was \(options[name] ?? "not given") and is \(now.options[name] ?? "not given")"
    }
  }

  /// Files that are named at most.
  private static let named = 3

  /// Packs that came or went as a whole are named themselves, of others the files.
  private func packChanges(to now: RunIdentity) -> [String] {
    let pack = { (file: String) in String(file.prefix { $0 != "/" }) }
    let (old, new) = (Set(packs.keys.map(pack)), Set(now.packs.keys.map(pack)))
    let gone = old.subtracting(new).sorted().map { "the pack \($0) took part and does not now" }
    let added = new.subtracting(old).sorted().map { "the pack \($0) takes part now" }
    let files = Set(packs.keys).union(now.packs.keys).sorted().filter {
      packs[$0] != now.packs[$0] && old.contains(pack($0)) && new.contains(pack($0))
    }.map { name in
      let what = packs[name] == nil ? "is new" : now.packs[name] == nil ? "is gone" : "has changed"
      return "the pack file \(name) \(what)"
    }
    return Self.cut(gone + added, "packs") + Self.cut(files, "files of packs")
  }

  private static func cut(_ changes: [String], _ what: String) -> [String] {
    let more = changes.count - named
    return changes.prefix(named) + (more > 0 ? ["and \(more) more \(what) differ"] : [])
  }

  private func inputChanges(to now: RunIdentity) -> [String] {
    if inputs.map(\.path) != now.inputs.map(\.path) {
      let (old, new) = (inputs.map(\.path), now.inputs.map(\.path))
      let gone = old.filter { !new.contains($0) }.map { "the input \($0) is gone" }
      let added = new.filter { !old.contains($0) }.map { "the input \($0) is new" }
      let all = gone + added
      return all.isEmpty ? ["the inputs come in another order"] : Array(all.prefix(5))
    }
    return zip(inputs, now.inputs).filter { $0 != $1 }.prefix(5).map { old, new in
      old.size == new.size
        ? "the input \(old.path) was written to since"
        : "the input \(old.path) had \(old.size ?? 0) bytes and has \(new.size ?? 0)"
    }
  }
}
