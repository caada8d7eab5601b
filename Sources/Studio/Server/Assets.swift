internal import CStudioAssets
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// The page's files, which are part of the program.
struct Assets: Sendable {
  /// A folder that is served instead, for those who write the page.
  var folder: String?

  /// The answer to a file's name; nil where there is no such file.
  func response(_ name: String) -> Response? {
    guard let type = Self.type(of: name), let bytes = bytes(of: name) else { return nil }
    return .bytes(bytes, type: type)
  }

  private func bytes(of name: String) -> [UInt8]? {
    if let folder {
      guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
      return (try? Data(contentsOf: URL(filePath: "\(folder)/\(name)"))).map(Array.init)
    }
    // SAFETY: the table and what it points to are constants of the program.
    for index in 0..<Int(studio_asset_count) {
      let asset = unsafe studio_asset(Int32(index))
      guard unsafe String(cString: asset.name) == name else { continue }
      return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
    }
    return nil
  }

  /// Whether a path can only be a file of the page: one name with an ending.
  static func isName(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.dropFirst().contains("/") && type(of: path) != nil
  }

  private static func type(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    default: nil
    }
  }
}
