/// The header of a WARC record or an HTTP response: a first line, then `Name: value` lines up to an
/// empty one.
struct HeaderLines {
  let firstLine: String
  /// Where what follows the header begins, in bytes.
  let end: Int
  private var values: [String: String] = [:]

  /// `nil` when the header does not end within the bytes.
  init?(_ bytes: some RandomAccessCollection<UInt8>) {
    var lines: [String] = []
    var line: [UInt8] = []
    var count = 0
    var isComplete = false
    for byte in bytes {
      count += 1
      guard byte == 0x0a else {
        line.append(byte)
        continue
      }
      if line.last == 0x0d { line.removeLast() }
      if line.isEmpty {
        isComplete = true
        break
      }
      lines.append(String(decoding: line, as: UTF8.self))
      line.removeAll(keepingCapacity: true)
    }
    guard isComplete, let first = lines.first else { return nil }
    firstLine = first
    end = count
    for line in lines.dropFirst() {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = line[..<colon].lowercased()
      let value = String(decoding: collapsed(line[colon...].utf8.dropFirst()), as: UTF8.self)
      if values[name] == nil { values[name] = value }
    }
  }

  /// A value by its name, in any case.
  subscript(_ name: String) -> String? { values[name.lowercased()] }
}
