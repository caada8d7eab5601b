internal import Glibc

/// A path as the system has it, whose bytes need not be UTF-8.
struct InputPath: Hashable {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }
  init(_ path: String) { bytes = Array(path.utf8) }

  var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }
  /// For messages and outputs.
  var name: String { String(decoding: bytes, as: UTF8.self) }
  /// For the system's calls.
  var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  func appending(_ component: [UInt8]) -> InputPath {
    InputPath(
      bytes.last == UInt8(ascii: "/") ? bytes + component : bytes + [UInt8(ascii: "/")] + component)
  }

  /// What the system knows about it; nil with `errno` set.
  var status: stat? {
    var status = stat()
    // SAFETY: the path is NUL-terminated and both outlive the call.
    return unsafe fstatat(AT_FDCWD, terminated, &status, 0) == 0 ? status : nil
  }

  /// Bytes of a regular file.
  var regularSize: Int? {
    status.flatMap { $0.st_mode & S_IFMT == S_IFREG ? Int($0.st_size) : nil }
  }
}

/// The files among the inputs, in a fixed order: inputs as given, folders by the bytes of their
/// names, each before the next. Dot files and `__MACOSX` are passed over unless named.
struct InputWalk {
  enum Step {
    /// `isNamed` when it is an input itself, not found in a folder.
    case file(InputPath, isNamed: Bool)
    case unreadable(InputPath, ReadFailure)
  }

  private struct Folder {
    var path: InputPath
    /// Names still to be visited, the next one last.
    var names: [[UInt8]]
    var device: dev_t
    var inode: ino_t
  }

  private var inputs: ArraySlice<InputPath>
  private var folders: [Folder] = []
  private let filter: InputFilter

  /// Fails if an input does not exist.
  init(_ paths: [String], _ filter: InputFilter = InputFilter()) throws(ArchivesError) {
    self.filter = filter
    inputs = paths.map(InputPath.init)[...]
    for input in inputs where !input.isStandardInput && input.status == nil {
      let words = systemMessage(errno)
      throw ArchivesError(
        .noSuchInput, place: input.name,
        message: Self.advice(on: input.name, words))
    }
  }

  /// What to do about an input that is not there: it may be no path at all.
  private static func advice(on name: String, _ words: String) -> String {
    if name.contains("://") {
      return "this is an address; fetch it first, as in curl -LO ADDRESS, and name the file"
    }
    if name.utf8.contains(0x20), name.utf8.contains(where: { $0 >= 0x80 }), !name.contains("/") {
      return "\(words); check the path; a text is piped in as an article: "
        + #"echo '{"content": "TEXT"}' | hilal … -"#
    }
    return "\(words); check the path"
  }

  mutating func next() -> Step? {
    while true {
      let path: InputPath
      let isNamed: Bool
      if let folder = folders.last {
        guard let name = folders[folders.count - 1].names.popLast() else {
          folders.removeLast()
          continue
        }
        path = folder.path.appending(name)
        if filter.excludes(path.name) { continue }
        isNamed = false
      } else if let input = inputs.popFirst() {
        if input.isStandardInput { return .file(input, isNamed: true) }
        path = input
        isNamed = true
      } else {
        return nil
      }
      if let step = visit(path, isNamed: isNamed) { return step }
    }
  }

  /// A file gives a step, a folder is entered; pipes and devices are read only when named.
  private mutating func visit(_ path: InputPath, isNamed: Bool) -> Step? {
    guard let status = path.status else { return .unreadable(path, .system()) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file(path, isNamed: isNamed)
    case S_IFDIR: return enter(path, status)
    default: return isNamed ? .file(path, isNamed: true) : nil
    }
  }

  private mutating func enter(_ path: InputPath, _ status: stat) -> Step? {
    // A link back to a folder that is being walked would never end.
    guard !folders.contains(where: { $0.device == status.st_dev && $0.inode == status.st_ino })
    else { return nil }
    guard let directory = unsafe opendir(path.terminated) else {
      return .unreadable(path, .system())
    }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(directory) {
      // SAFETY: d_name is a NUL-terminated text within the entry, copied at once.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if !isPassedOver(name[...]) { names.append(name) }
    }
    names.sort { $1.lexicographicallyPrecedes($0) }
    folders.append(
      Folder(path: path, names: names, device: status.st_dev, inode: status.st_ino))
    return nil
  }
}

/// Whether a file or folder of this name is never read: dot files and what macOS puts into zips.
func isPassedOver(_ name: ArraySlice<UInt8>) -> Bool {
  name.first == UInt8(ascii: ".") || name.elementsEqual("__MACOSX".utf8)
}

/// Whether one of a member's folders or the member itself is passed over. `.` and `..` are no names.
func isPassedOver(member: String) -> Bool {
  Array(member.utf8).split(separator: UInt8(ascii: "/")).contains { part in
    let isDots = part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
    return !isDots && isPassedOver(part)
  }
}
