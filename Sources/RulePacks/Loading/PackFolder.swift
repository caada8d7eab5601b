internal import FoundationEssentials
internal import Glibc

/// A pack's folder on disk. Nothing outside it is ever read: names are checked and symbolic links
/// that lead out are refused.
package struct PackFolder: Sendable {
  /// The folder as the user named it.
  package let path: String
  /// The folder with links resolved.
  let root: String?
  /// Texts that stand for files which an editor has not saved, by their path within the pack; nil hides a file.
  private let drafts: [String: [UInt8]?]

  package init(path: String, drafts: [String: [UInt8]?] = [:]) {
    self.path = path
    self.drafts = drafts
    root = PackFolder.resolved(path)
  }

  /// A file's bytes, by its path within the pack.
  ///
  /// - Throws: a `Diagnostic` when there is no such file or it lies outside.
  package func bytes(_ name: String, code: Diagnostic.Code) throws(Diagnostic) -> [UInt8] {
    let full = path + "/" + name
    if case .some(.some(let draft)) = drafts[name] { return draft }
    guard exists(name) else {
      throw Diagnostic(
        code, file: full, message: "there is no such file", hint: "check its name")
    }
    guard isInside(full) else {
      throw Diagnostic(
        code, file: full, message: "the file leads out of the pack",
        hint: "copy what the pack needs into its folder; links out of it are not followed")
    }
    guard let size = PackFolder.sizeOfPlainFile(full) else {
      throw Diagnostic(
        code, file: full, message: "this is no plain file",
        hint: "packs hold files and folders; pipes and devices are not read")
    }
    let limit = PackFolder.limit(of: name)
    if size > limit {
      throw Diagnostic(
        code, file: full, message: "the file is over \(limit >> 20) MiB",
        hint: "split it; words belong into lexicons, and lexicons may be split by their columns")
    }
    guard let bytes = PackFolder.read(full, size: size) else {
      throw Diagnostic(
        code, file: full, message: "the file cannot be read",
        hint: "check that it exists and may be read")
    }
    return bytes
  }

  /// A file's bytes, so many as it had when it was looked at, or fewer where it has become shorter; nil where it cannot
  /// be read.
  private static func read(_ path: String, size: Int) -> [UInt8]? {
    // SAFETY: the path is a C string for the length of the call.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
    defer { close(file) }
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        // SAFETY: at most the rest of the buffer is written; `count` bytes are.
        let got = unsafe Glibc.read(file, start + count, size - count)
        if got < 0, errno == EINTR { continue }
        isRead = got >= 0
        if got <= 0 { break }
        count += got
      }
    }
    return isRead ? bytes : nil
  }

  /// Bytes of one file of a pack at most; files are read whole.
  private static func limit(of name: String) -> Int {
    name.hasPrefix("lexicon/") ? 64 << 20 : name.hasPrefix("tests/") ? 16 << 20 : 1 << 20
  }

  /// The size of a plain file; nil for a folder, pipe or device, which could be read without end.
  private static func sizeOfPlainFile(_ path: String) -> Int? {
    var status = stat()
    // SAFETY: stat fills the struct; the path is a C string for the length of the call.
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// A text file, without the byte-order mark that some editors put before it.
  ///
  /// - Throws: a `Diagnostic` when it cannot be read or is not UTF-8.
  func text(_ name: String, code: Diagnostic.Code) throws(Diagnostic) -> (SourceFile, String) {
    let bytes = try bytes(name, code: code)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let written = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: written, as: UTF8.self) else {
      throw Diagnostic(
        code, file: path + "/" + name, message: "the file is not UTF-8", hint: "save it as UTF-8")
    }
    return (SourceFile(name: path + "/" + name, text: text), text)
  }

  /// Names of the plain files with one of the endings in a subfolder, sorted bytewise; dot files
  /// are passed over.
  package func files(in folder: String, endings: [String]) -> [String] {
    var names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []
    if !drafts.isEmpty {
      let written = drafts.filter { $0.value != nil && $0.key.hasPrefix(folder + "/") }.keys
        .map { String($0.dropFirst(folder.count + 1)) }
      names = Array(Set(names + written)).filter { exists("\(folder)/\($0)") }
    }
    return names.filter { name in
      !name.hasPrefix(".") && endings.contains { name.hasSuffix($0) }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Names of what lies in the folder itself, sorted.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  package func exists(_ name: String) -> Bool {
    if let draft = drafts[name] { return draft != nil }
    return FileManager.default.fileExists(atPath: path + "/" + name)
  }

  /// Whether a file is there whose links lead out of the pack.
  package func leadsOut(_ name: String) -> Bool { exists(name) && !isInside(path + "/" + name) }

  /// Whether a path, its links resolved, lies in the pack's folder.
  private func isInside(_ full: String) -> Bool {
    guard let root, let real = PackFolder.resolved(full) else { return false }
    return real.hasPrefix(root + "/")
  }

  /// Whether a path leads to the pack's folder or into it, be it to where nothing is yet.
  func holds(_ full: String) -> Bool {
    guard let root else { return false }
    let real = PackFolder.resolvedAsFar(full)
    return real == root || real.hasPrefix(root + "/")
  }

  /// Where a path leads, with every link resolved: of one that is not there, the folder that is there and will hold it.
  static func resolvedAsFar(_ full: String) -> String {
    var path = full
    while true {
      if let real = resolved(path) { return real }
      guard path != ".", path != "/" else { return path }
      let slash = path.lastIndex(of: "/")
      path = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }
  }

  /// The path with every link resolved; nil when it does not exist.
  private static func resolved(_ path: String) -> String? {
    // SAFETY: realpath allocates the string; it is copied and freed here.
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
