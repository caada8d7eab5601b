import Foundation

/// The keys of an object within a line of JSON, in the order in which they stand there.
enum JSONKeys {
  /// - Parameters:
  ///   - name: the key of the object, among those of the line's own object.
  ///   - line: valid JSON. Keys are given as they are written, escapes and all.
  static func names(ofObject name: String, in line: Data) -> [String] {
    let wanted = Data(name.utf8)
    var names: [String] = []
    var depth = 0
    var isWithin = false
    var text: Range<Data.Index>?
    var at = line.startIndex
    while at < line.endIndex {
      switch line[at] {
      case UInt8(ascii: "\""):
        let end = endOfString(at + 1, line)
        text = at + 1..<end
        at = end
      case UInt8(ascii: ":"):
        guard let key = text.map({ line[$0] }) else { break }
        if depth == 1 { isWithin = key == wanted }
        if depth == 2, isWithin { names.append(String(decoding: key, as: UTF8.self)) }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      at += 1
    }
    return names
  }

  /// The place of the quote that closes a string.
  private static func endOfString(_ start: Data.Index, _ line: Data) -> Data.Index {
    var at = start
    while at < line.endIndex, line[at] != UInt8(ascii: "\"") {
      at += line[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(at, line.endIndex)
  }
}
