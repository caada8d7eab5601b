public import Articles

/// Where a record was found.
public struct RecordPlace: Sendable, Hashable {
  /// The input's path as it was given or walked to; `-` for standard input.
  public var file: String
  /// The path inside the archive, with `/` between nested archives; nil for a bare file.
  public var member: String?
  /// Bytes before the record in the decompressed text (UTF-8 once a byte-order mark has named
  /// another character set).
  public var offset: Int
  /// The line of the record's first byte, from 1.
  public var line: Int

  /// `offset` in bytes from 0, `line` from 1.
  public init(file: String, member: String? = nil, offset: Int, line: Int) {
    self.file = file
    self.member = member
    self.offset = offset
    self.line = line
  }
}

/// What is wrong with a record, as a stable code. New codes may come; the old ones stay.
public struct RejectionReason: RawRepresentable, Sendable, Hashable {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Not valid JSON.
  public static let notJSON = RejectionReason(rawValue: "not-json")
  /// JSON, but not an object.
  public static let notAnObject = RejectionReason(rawValue: "not-an-object")
  /// No content field under any name, or null.
  public static let missingContent = RejectionReason(rawValue: "missing-content")
  /// A field is not a string.
  public static let wrongType = RejectionReason(rawValue: "wrong-type")
  /// Not UTF-8, and no character set is named.
  public static let badUTF8 = RejectionReason(rawValue: "bad-utf8")
  /// An escape for half of a surrogate pair.
  public static let loneSurrogate = RejectionReason(rawValue: "lone-surrogate")
  /// Nested beyond what the parser follows.
  public static let tooDeep = RejectionReason(rawValue: "too-deep")
  /// Longer than the limit for one record.
  public static let tooLarge = RejectionReason(rawValue: "too-large")
  /// The input ends within the record.
  public static let truncated = RejectionReason(rawValue: "truncated")
  /// The input could not be read on: damage, a wrong checksum, a password, no permission.
  public static let unreadable = RejectionReason(rawValue: "unreadable")
  /// Neither JSON nor text.
  public static let binary = RejectionReason(rawValue: "binary")
  /// A member that expands beyond the limits.
  public static let bomb = RejectionReason(rawValue: "bomb")
  /// An archive in an archive in an archive.
  public static let nestedTooDeep = RejectionReason(rawValue: "nested-too-deep")
  /// A format that this version does not read.
  public static let unsupportedFormat = RejectionReason(rawValue: "unsupported-format")
  /// A response that a crawler has kept and that is no page: an image, a redirection, an error. It
  /// counts as skipped and is not put into quarantine.
  public static let notAPage = RejectionReason(rawValue: "not-a-page")
  /// The bytes are not of the character set that was named for them.
  public static let unknownCharset = RejectionReason(rawValue: "unknown-charset")
}

/// A record that is no article: where it stood, what is wrong, and its bytes, for the quarantine.
public struct Rejection: Error, Sendable, Equatable {
  /// Bytes of a record that are kept; of longer ones the hash of the whole tells them apart.
  public static let keptBytes = 64 << 10

  /// Where the record began.
  public var place: RecordPlace
  /// Decides whether it goes into quarantine or is skipped.
  public var reason: RejectionReason
  /// What is wrong, in words.
  public var message: String
  /// The record as it was read, at most ``keptBytes``.
  public var raw: [UInt8]
  /// Bytes of the whole record.
  public var byteCount: Int
  /// ``StableHash`` of the whole record.
  public var hash: StableHash

  /// `byteCount` and `hash` are those of the whole record, of which `raw` may be the beginning
  /// only.
  public init(
    place: RecordPlace, reason: RejectionReason, message: String, raw: [UInt8], byteCount: Int,
    hash: StableHash
  ) {
    self.place = place
    self.reason = reason
    self.message = message
    self.raw = raw
    self.byteCount = byteCount
    self.hash = hash
  }

  /// Where it stood and what is wrong, on one line: `week.zip/a.jsonl:3: not valid JSON`. An input of which nothing was
  /// read has no line.
  public var summary: String {
    let path = [place.file, place.member].compactMap(\.self).joined(separator: "/")
    return "\(path)\(byteCount == 0 ? "" : ":\(place.line)"): \(message)"
  }

  /// Nothing is wrong with the record; it is only no article.
  public var isSkip: Bool { reason == .notAPage }

  /// More than the record is lost: what stood behind it, or a whole input, could not be read.
  public var isLoss: Bool { [.unreadable, .truncated, .bomb].contains(reason) }

  public static func == (a: Rejection, b: Rejection) -> Bool {
    a.place == b.place && a.reason == b.reason && a.message == b.message && a.raw == b.raw
      && a.byteCount == b.byteCount && a.hash == b.hash
  }
}
