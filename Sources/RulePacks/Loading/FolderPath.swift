internal import FoundationEssentials

/// A path that is to be a folder.
package enum FolderPath {
  /// The file that keeps a path from being made a folder: the path itself, or what it is to lie in.
  package static func fileInTheWay(of path: String) -> String? {
    var there = path
    while !FileManager.default.fileExists(atPath: there), let slash = there.lastIndex(of: "/") {
      there = String(there[..<slash])
    }
    var isFolder = false
    let isThere = FileManager.default.fileExists(atPath: there, isDirectory: &isFolder)
    return isThere && !isFolder ? there : nil
  }
}
