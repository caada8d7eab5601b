internal import Archives
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
    for name in Set(packs.keys).union(now.packs.keys).sorted() where packs[name] != now.packs[name]
    {
      let what = packs[name] == nil ? "is new" : now.packs[name] == nil ? "is gone" : "has changed"
      changes.append("the pack file \(name) \(what)")
    }
    for name in Set(options.keys).union(now.options.keys).sorted()
    where options[name] != now.options[name] {
      changes.append(
        "--\(name) was \(options[name] ?? "not given") and is \(now.options[name] ?? "not given")")
    }
    return changes + inputChanges(to: now)
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
