internal import Glibc

/// Which files of a folder and which members of an archive are read (`--include`, `--exclude`).
///
/// A pattern is a glob: `*` any text, `?` a character, `[…]` one of some. With a `/` it stands for the
/// end of a path, else for a name alone. What is named as an input itself is always read.
public struct InputFilter: Sendable, Equatable {
  /// Only what matches one of these, or lies in an archive that does; everything when empty.
  public var include: [String]
  /// Nothing that matches one of these, nor what lies in such a folder or archive.
  public var exclude: [String]

  /// Without patterns everything is read.
  public init(include: [String] = [], exclude: [String] = []) {
    self.include = include
    self.exclude = exclude
  }

  func excludes(_ path: String) -> Bool { exclude.contains { matches($0, path) } }

  /// Whether something is read that lies under these paths, from the file inwards.
  func includes(_ paths: [String]) -> Bool {
    include.isEmpty || paths.contains { path in include.contains { matches($0, path) } }
  }
}

/// Whether a glob stands for the end of a path.
private func matches(_ pattern: String, _ path: String) -> Bool {
  let parts = path.split(separator: "/")
  guard pattern.contains("/") else { return parts.last.map { glob(pattern, String($0)) } ?? false }
  let wanted = pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern
  return parts.indices.contains { glob(wanted, parts[$0...].joined(separator: "/")) }
}

/// Whether a glob stands for a whole text.
public func glob(_ pattern: String, _ text: String) -> Bool {
  // SAFETY: both are NUL-terminated for the duration of the call.
  unsafe fnmatch(pattern, text, 0) == 0
}
