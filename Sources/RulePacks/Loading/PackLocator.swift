internal import FoundationEssentials

/// Where packs are looked for.
public struct PackLocator: Sendable {
  /// Folders that hold packs, in order of preference.
  public let places: [String]
  /// Folders in which needed packs are looked for after those; packs there run by themselves only where the places hold
  /// none.
  public let lenders: [String]

  /// Folders as they are given; relative ones are taken from the working directory.
  public init(places: [String], lenders: [String] = []) {
    self.places = places
    self.lenders = lenders
  }

  /// `./plugins`, the folders of `$HILAL_PLUGINS`, `<prefix>/share/hilal/plugins`. A program that
  /// lies in the `.build` of its sources has the `plugins` beside that as lender.
  public static func standard(environment: [String: String], executable: String) -> PackLocator {
    var places = ["plugins"]
    places += (environment["HILAL_PLUGINS"] ?? "").split(separator: ":").map(String.init)
    let folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    places.append(folder.deletingLastPathComponent().path + "/share/hilal/plugins")
    let parts = folder.path.split(separator: "/")
    let lender = parts.lastIndex(of: ".build").map {
      "/" + (parts[..<$0] + ["plugins"]).joined(separator: "/")
    }
    return PackLocator(places: places, lenders: lender.map { [$0] } ?? [])
  }

  /// Whether a folder is a pack's.
  public static func isPack(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/pack.toml")
  }

  /// Whether a folder that nobody named as a pack is one all the same: beside the pack.toml it has what packs hold. A
  /// pack.toml alone may be another program's, or have strayed into a folder of everything.
  private static func looksLikePack(_ path: String) -> Bool {
    isPack(path)
      && ["rules", "lexicon"].contains { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
  }

  /// The folder of the pack that a file lies in, whatever path it is named by, or would lie in if it were there; nil
  /// where it is in none. Such a pack need not load, but has rules or lexicons.
  public static func pack(holding file: String) -> String? {
    var folder = PackFolder.resolvedAsFar(file)
    while !looksLikePack(folder) {
      guard folder.hasPrefix("/"), folder != "/", let slash = folder.lastIndex(of: "/") else {
        return nil
      }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return folder
  }

  /// The names of the packs in a folder, sorted.
  private static func names(in folder: String) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
      ?? []).filter { isPack(prefix + $0) }.sorted()
  }

  /// Paths of all packs in the places, or where these hold none in the lenders, the first of a name winning, sorted by
  /// name.
  public func all() -> [String] {
    let own = Self.packs(in: places)
    return own.isEmpty ? Self.packs(in: lenders) : own
  }

  /// Paths of the packs that run only where they are named, or where the places hold none.
  public func lent() -> [String] { Self.packs(in: lenders) }

  private static func packs(in folders: [String]) -> [String] {
    var found: [String: String] = [:]
    for folder in folders {
      for name in names(in: folder) where found[name] == nil {
        found[name] = folder + "/" + name
      }
    }
    return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
  }

  /// The path of a pack that another needs: beside that one, then in the places; nil where it is not.
  public func path(of name: String, neededBy pack: String) -> String? {
    let parent = URL(filePath: pack).deletingLastPathComponent().relativePath
    let candidates = [parent + "/" + name] + (places + lenders).map { $0 + "/" + name }
    return candidates.first(where: Self.isPack)
  }

  /// What to do where a needed pack is not found: the one that is near to its name, or where packs belong.
  func hint(forMissingNeed name: String, of pack: String) -> String {
    let parent = URL(filePath: pack).deletingLastPathComponent().relativePath
    let known = ([parent] + places + lenders).flatMap(Self.names)
    return Suggestion.nearest(to: name, in: known).map { "did you mean `\($0)`?" }
      ?? Diagnostic.Code.packNotFound.advice
  }

  /// The folder of a pack as a user names it: by its path, or by its name where it lies in one of the places. What is
  /// neither comes back as it is.
  public func path(named text: String) -> String {
    if Self.isPack(text) || text.contains("/") { return text }
    return (places + lenders).map { $0 + "/" + text }.first(where: Self.isPack) ?? text
  }

  /// The pack's folder and the rule in `PACK/RULE`, the pack named as in `path(named:)`; no rule in `PACK`.
  public func target(named text: String) -> (path: String, rule: String?) {
    let whole = path(named: text)
    // A shell completes a folder with a slash.
    let text = text.prefix(
      upTo: text.lastIndex { $0 != "/" }.map(text.index(after:)) ?? text.endIndex)
    guard !Self.isPack(whole), let slash = text.lastIndex(of: "/") else { return (whole, nil) }
    return (path(named: String(text[..<slash])), String(text[text.index(after: slash)...]))
  }

  /// A pack in a folder, or in a folder of that.
  private static func firstPack(in folder: String) -> String? {
    if let name = names(in: folder).first { return "\(folder)/\(name)" }
    let inner = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return inner.filter { !$0.hasPrefix(".") }.sorted().prefix(100).lazy.compactMap { part in
      names(in: "\(folder)/\(part)").first.map { "\(folder)/\(part)/\($0)" }
    }.first
  }

  /// What to do where a file or folder within a pack was named instead of the pack, or a file that is of none.
  private static func hint(forPart path: String) -> String? {
    var isFolder: Bool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if isPack(String(folder)) { return "this lies in a pack: name the pack's folder, \(folder)" }
    }
    if isFolder { return nil }
    return "this is a file, and a pack is a folder with a pack.toml: name that, "
      + "or make one with `hilal new pack NAME`"
  }

  /// What to do where a folder is there that holds no pack: its own name is not in question.
  private static func hint(forFolder path: String) -> String? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
    if let other = names.sorted().first(where: { $0.lowercased() == "pack.toml" }) {
      return "the manifest is written in small letters: rename \(other) to pack.toml"
    }
    return Diagnostic.Code.manifestMissing.advice
  }

  /// Where a pack was looked for that was named by its name alone; nil for a path, and for what is there.
  func message(forMissing name: String) -> String? {
    if name.contains("/") || FileManager.default.fileExists(atPath: name) { return nil }
    return "no pack here, nor in \((places + lenders).joined(separator: ", "))"
  }

  /// What to do where no pack is at a path that was named as one.
  func hint(forMissing path: String) -> String {
    if let first = Self.firstPack(in: path) {
      return "this folder holds packs: name one of them, as in \(first)"
    }
    if let hint = Self.hint(forPart: path) { return hint }
    if let hint = Self.hint(forFolder: path) { return hint }
    let (pack, rule) = target(named: path)
    if let rule, Self.isPack(pack) {
      return
        "`\(rule)` is not a pack, but `\(pack)` is: name that; to run one rule: hilal run -p \(pack) --rule \(rule)"
    }
    if let name = path.split(separator: "/").last.map(String.init), name != path,
      Self.isPack(self.path(named: name))
    {
      return "did you mean `\(name)`? A pack that is found by its name is named without a folder"
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    let known = folder.map(Self.names) ?? ([""] + places + lenders).flatMap(Self.names)
    let name = folder.map { String(path.dropFirst($0.utf8.count + 1)) } ?? path
    if let nearest = Suggestion.nearest(to: name, in: known) {
      return "did you mean `\(folder.map { $0 + "/" } ?? "")\(nearest)`?"
    }
    return hint(forList: path) ?? Diagnostic.Code.manifestMissing.advice
  }

  /// What to do where packs were named in one word, or a rule by a dot.
  private func hint(forList path: String) -> String? {
    let names = path.split(separator: ",")
    if names.count > 1 {
      return "one pack each: " + names.map { "-p \($0)" }.joined(separator: " ")
    }
    let parts = path.split(separator: ".")
    if parts.count == 2, Self.isPack(self.path(named: String(parts[0]))) {
      return "if a rule is meant: it is named as \(parts[0])/\(parts[1])"
    }
    return nil
  }
}

/// The packs of a run with those that they need, in loading order: needed packs first.
public struct PackSet: Sendable {
  /// A pack with the part that it plays in the run.
  public struct Member: Sendable {
    /// The pack as it was read; not compiled yet.
    public let source: PackSource
    /// Named by the user (or found by the default search): its rules report.
    public let reports: Bool
  }

  /// In loading order, each pack once: what a pack needs stands before it.
  public private(set) var members: [Member] = []
  /// What kept packs from loading.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Reads the named packs and what they need. Packs that cannot be read are left out and told of in
  /// `diagnostics`; the others are there.
  ///
  /// - Parameters:
  ///   - paths: the folders of the packs that report.
  ///   - locator: where packs that they need are looked for.
  ///   - drafts: for packs by their paths, texts that stand for files which have not been saved, by their path within the
  ///     pack; nil hides a file. A pack all of drafts need not be on the disk.
  public init(
    paths: [String], locator: PackLocator, drafts: [String: [String: [UInt8]?]] = [:]
  ) {
    var names: [String: Int] = [:]
    for path in paths {
      do {
        let source = try PackSource(path: path, drafts: drafts[path] ?? [:])
        try add(source, reports: true, path: [], &names, locator)
      } catch {
        var diagnostic = error
        if error.code == .manifestMissing {
          diagnostic.hint = locator.hint(forMissing: path)
          if let message = locator.message(forMissing: path) { diagnostic.message = message }
        }
        diagnostics.append(diagnostic)
      }
    }
  }

  private mutating func add(
    _ source: PackSource, reports: Bool, path: [String], _ names: inout [String: Int],
    _ locator: PackLocator
  ) throws(Diagnostic) {
    let name = source.manifest.name
    if path.contains(name) {
      throw source.manifestFile.diagnostic(
        .needsCycle, atKey: "needs",
        "packs need each other in a circle: \((path + [name]).joined(separator: " → "))",
        hint: "move what both need into a third pack")
    }
    if let known = names[name] {
      if reports, members[known].source.folder.root != source.folder.root {
        throw source.manifestFile.diagnostic(
          .manifestField, atKey: "name",
          "`\(name)` is the name of \(members[known].source.path) as well, which was loaded; "
            + "\(source.path) was not",
          hint: "a copy of a pack keeps its name: give one of the two another `name` here, "
            + "or say which is wanted with -p")
      }
      if reports { members[known] = Member(source: members[known].source, reports: true) }
      return
    }
    for need in source.manifest.needs where names[need] == nil {
      guard let found = locator.path(of: need, neededBy: source.path) else {
        throw source.manifestFile.diagnostic(
          .packNotFound, atKey: "needs", "the needed pack `\(need)` is not found",
          hint: locator.hint(forMissingNeed: need, of: source.path))
      }
      try add(
        try PackSource(path: found), reports: false, path: path + [name], &names, locator)
    }
    var source = source
    for need in source.manifest.needs {
      if let lender = names[need] { source.borrow(from: members[lender].source) }
    }
    names[name] = members.count
    members.append(Member(source: source, reports: reports))
  }
}
