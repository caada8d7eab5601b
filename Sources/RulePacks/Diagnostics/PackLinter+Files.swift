/// What is looked over in the files of a pack.
extension PackLinter {
  /// Files of the pack's folders that are passed over by their ending, and folders in them with such as would be read.
  func unreadFiles() -> [Diagnostic] {
    PackSource.Part.allCases.flatMap { part -> [Diagnostic] in
      let folder = part.rawValue
      return source.folder.files(in: folder, endings: [""]).compactMap { name in
        let inner = source.folder.files(in: "\(folder)/\(name)", endings: part.endings)
        guard
          let hint = inner.first.map({ "move \($0) into \(folder)/ itself" })
            ?? part.hint(forUnread: name)
        else { return nil }
        return Diagnostic(
          .unreadFile, file: "\(source.path)/\(folder)/\(name)",
          message: "\(inner.isEmpty ? "the file" : "what lies in the folder") is not read",
          hint: hint)
      }
    }
  }
}

extension PackSource.Part {
  /// What to do about a file whose ending is none that is read; nil of what may lie there: notes, and the snapshots of
  /// cases.
  fileprivate func hint(forUnread name: String) -> String? {
    let others = [".md"] + (self == .tests ? [".snapshot"] : [])
    guard name.contains("."), !(endings + others).contains(where: name.hasSuffix) else {
      return nil
    }
    return "\(contents) are read from \(endings.joined(separator: " and ")): "
      + "give it such an ending, or move it out of \(rawValue)/"
  }
}
