/// Files of a pack that are not where they are looked for, or are not read.
extension PackSource {
  /// The folders that a pack is made of, by their names.
  public enum Part: String, CaseIterable, Sendable {
    case rules
    case lib
    case lexicon
    case tests

    /// Of the files that are read there.
    var endings: [String] {
      switch self {
      case .rules, .lib: [".lua"]
      case .lexicon: [".tsv", ".txt"]
      case .tests: [".toml"]
      }
    }

    /// What is read from there.
    var contents: String {
      switch self {
      case .rules: "rules"
      case .lib: "modules"
      case .lexicon: "lexicons"
      case .tests: "cases"
      }
    }
  }

  /// A folder named nearly as a part of the pack, with such files as are read there: `test` for `tests`.
  public func misnamed(_ part: Part) -> String? {
    folder.names.first { name in
      Part(rawValue: name) == nil
        && Suggestion.nearest(to: name.lowercased(), in: [part.rawValue]) != nil
        && !folder.files(in: name, endings: part.endings).isEmpty
    }
  }

  /// What to do about such a folder; nil where there is none.
  func hint(forMisnamed part: Part) -> String? {
    misnamed(part).map {
      "\(part.contents) are read from \(part.rawValue)/, not from \($0)/: move them there"
    }
  }

  /// A file of lexicon/ that one would take for a lexicon by its name, and whose ending is none that is read.
  func unreadLexicon(_ name: String) -> String? {
    unreadLexicons.first { $0 == name || $0.hasPrefix(name + ".") }
  }

  /// What to do about the name of a lexicon that is nowhere. Packs that are needed may lend dozens: of these only one
  /// that is near is told of.
  func hint(forLexicon name: String, among known: [String]) -> String {
    if let file = unreadLexicon(name) {
      return
        "lexicon/\(file) is not read: lexicons are .txt with a term a line, or .tsv with columns parted by tabs"
    }
    let passedOver = passedOver().first {
      $0.name == "lexicon/\(name).txt" || $0.name == "lexicon/\(name).tsv"
    }
    if let (file, diagnostic) = passedOver {
      return "\(file) is not read: \(diagnostic.message); \(diagnostic.hint)"
    }
    if lexicons.isEmpty, let hint = hint(forMisnamed: .lexicon) { return hint }
    if let bare = name.split(separator: ".").last.map(String.init), bare != name,
      known.contains(bare)
    {
      return "lexicons are named without their pack: hilal.lexicon \"\(bare)\""
    }
    if let nearest = Suggestion.nearest(to: name, in: known) { return "did you mean `\(nearest)`?" }
    let own = lexicons.keys.sorted()
    return "lexicons are the .txt and .tsv of lexicon/, named without their ending; "
      + (own.isEmpty
        ? "the pack has none of its own" : "the pack's own are: \(own.joined(separator: ", "))")
  }
}
