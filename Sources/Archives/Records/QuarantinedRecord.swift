internal import Articles
internal import FoundationEssentials

/// A line of a quarantine file (``QuarantineWriter``), read back after a repair.
struct QuarantinedRecord {
  /// What stood there: the place is that of the first run, the raw record perhaps repaired.
  let rejection: Rejection

  private static let names = ["{", "\"schema\"", ":", "\"hilal.quarantine/1\""].map {
    Array($0.utf8)
  }

  /// Whether a record may be such a line, by its first bytes: tools that edit JSON keep keys in order
  /// and may put spaces between them.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // SAFETY: `at` is compared with the count before each read.
    var at = 0
    for name in names {
      while at < bytes.count, unsafe isSpace(bytes[at]) { at += 1 }
      for byte in name {
        guard at < bytes.count, unsafe bytes[at] == byte else { return false }
        at += 1
      }
    }
    return true
  }

  private struct Line: Decodable {
    var file: String
    var member: String?
    var offset: Int?
    var line: Int?
    var reason: String?
    var message: String?
    var bytes: Int?
    var hash: String?
    var raw: String?
    var rawBase64: String?

    enum CodingKeys: String, CodingKey {
      case file, member, offset, line, reason, message, bytes, hash, raw
      case rawBase64 = "raw_base64"
    }
  }

  /// `nil` when it is no line of a quarantine after all.
  init?(_ json: [UInt8]) {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(json)),
      let raw = line.raw.map({ Array($0.utf8) }) ?? line.rawBase64.flatMap(bytes(ofBase64:))
    else { return nil }
    // Of a record that was cut the rest is not here; of one that was repaired all is.
    let isCut = line.bytes ?? 0 > Rejection.keptBytes
    let hash = line.hash.flatMap { StableHash(hexadecimal: $0.suffix(16)) }
    rejection = Rejection(
      place: RecordPlace(
        file: line.file, member: line.member, offset: line.offset ?? 0, line: line.line ?? 1),
      reason: line.reason.map(RejectionReason.init) ?? .unreadable,
      message: line.message ?? "",
      raw: raw,
      byteCount: isCut ? max(raw.count + 1, line.bytes ?? 0) : raw.count,
      hash: isCut ? hash ?? StableHash(of: raw) : StableHash(of: raw))
  }

  private var trimmed: ArraySlice<UInt8> { rejection.raw.drop(while: isSpace) }

  var isJSON: Bool { [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(trimmed.first) }
  var isResponse: Bool { trimmed.starts(with: "WARC/".utf8) }
  var isPage: Bool {
    let head = String(decoding: trimmed.prefix(512), as: UTF8.self).lowercased()
    return trimmed.first == UInt8(ascii: "<")
      && (head.contains("<html") || head.contains("<!doctype html"))
  }
}
