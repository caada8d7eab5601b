import Articles
import Glibc

@testable import Archives

/// Small records and files of known content.
enum Sample {
  static let text = "قال الناطق إن القافلة وصلت إلى المخيم مساء الأحد."

  static func object(_ number: Int) -> String {
    #"{"id":"r\#(number)","title":"خبر \#(number)","content":"\#(text)"}"#
  }

  static func lines(_ count: Int, from start: Int = 0) -> String {
    (start..<start + count).map { object($0) + "\n" }.joined()
  }

  static func array(_ count: Int) -> String {
    "[\n" + (0..<count).map { " " + object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  static func pretty(_ number: Int) -> String {
    "{\n  \"id\": \"r\(number)\",\n  \"tags\": [\"أ\", {\"x\": 1}],\n  \"content\": \"\(text)\"\n}\n"
  }

  /// A zip of stored members.
  static func zip(_ members: [(String, [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in members {
      let sizes =
        little(crc32(data), 4) + little(UInt32(data.count), 4) + little(UInt32(data.count), 4)
      let names = little(UInt32(name.utf8.count), 2)
      let common = little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + sizes + names
      directory += little(0x0201_4b50, 4) + little(20, 2) + common + little(0, 2)
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(UInt32(bytes.count), 4) + Array(name.utf8)
      bytes += little(0x0403_4b50, 4) + common + little(0, 2) + Array(name.utf8) + data
    }
    let start = UInt32(bytes.count)
    let count = little(UInt32(members.count), 2)
    bytes += directory + little(0x0605_4b50, 4) + little(0, 4) + count + count
    return bytes + little(UInt32(directory.count), 4) + little(start, 4) + little(0, 2)
  }

  /// One gzip member, not compressed.
  static func gzip(_ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xffff)
      rest = rest.dropFirst(block.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += little(UInt32(block.count), 2) + little(~UInt32(block.count), 2) + block
    } while !rest.isEmpty
    return bytes + little(crc32(data), 4) + little(UInt32(data.count), 4)
  }

  /// A tar archive of regular files.
  static func tar(_ members: [(String, [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, data) in members {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
      }
      let octal = String(data.count, radix: 8)
      put(name, at: 0)
      put("0000644\0" + "0000000\0" + "0000000\0", at: 100)
      put(String(repeating: "0", count: 11 - octal.utf8.count) + octal, at: 124)
      put("00000000000", at: 136)
      put("        0", at: 148)
      put("ustar\u{0}00", at: 257)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\0 ", at: 148)
      bytes += header + data
      bytes += [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  static func utf16(_ text: String) -> [UInt8] {
    [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func crc32(_ data: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// A folder that is gone when the test is over.
final class Scratch {
  let path: String

  init() {
    var template = Array("/tmp/hilal-archives-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template)
    path = unsafe made.map { unsafe String(cString: $0) } ?? "/tmp"
  }

  deinit { remove(path) }

  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = path + "/" + name
    if let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) {
      unsafe mkdir(String(file.utf8[..<slash]) ?? path, 0o777)
    }
    let output = try ByteOutput(path: file)
    try output.write(bytes)
    try output.close()
    return file
  }

  func read(_ name: String) throws -> [UInt8] {
    let source = try DescriptorSource.open(InputPath(path + "/" + name))
    return try source.peeking(1 << 24).head
  }

  private func remove(_ path: String) {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      unsafe closedir(folder)
    }
    _ = unsafe Glibc.remove(path)
  }
}

/// Everything a reader gives.
struct Reading {
  var articles: [Article] = []
  var rejections: [Rejection] = []
  var places: [RecordPlace] = []
  var batchSizes: [Int] = []
  var nexts: [ReadPosition] = []

  var reasons: [String] { rejections.map(\.reason.rawValue) }
  var ids: [String] { articles.map(\.id) }

  init(
    _ inputs: [String], limits: ReadingLimits = ReadingLimits(), encoding: String? = nil,
    names: FieldNames = FieldNames(), from position: ReadPosition = ReadPosition()
  ) throws {
    let reader = try ArticleReader(
      inputs: inputs, limits: limits, encoding: encoding, from: position)
    var parser = try RecordParser(names: names, encoding: encoding)
    while let batch = reader.nextBatch() {
      batchSizes.append(batch.count)
      nexts.append(batch.next)
      for record in 0..<batch.count {
        places.append(batch.place(of: record))
        switch parser.parse(batch, record) {
        case .success(let article): articles.append(article)
        case .failure(let rejection): rejections.append(rejection)
        }
      }
    }
  }

  /// Reads one file of the given content.
  init(
    bytes: [UInt8], name: String = "a.json", limits: ReadingLimits = ReadingLimits(),
    encoding: String? = nil, names: FieldNames = FieldNames()
  ) throws {
    let scratch = Scratch()
    self = try Reading(
      [try scratch.write(bytes, name)], limits: limits, encoding: encoding, names: names)
    withExtendedLifetime(scratch) {}
  }
}

/// The same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
