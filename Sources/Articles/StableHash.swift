/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923): the same on every machine and in every run, and
/// easily computed elsewhere. Used to name articles without an id and to tell cut records apart; not
/// a defence against somebody who wants two texts to collide.
public struct StableHash: Sendable, Hashable {
  /// The hash of the bytes so far.
  public var value: UInt64 { state }
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of no bytes: FNV's offset basis.
  @inlinable
  public init() {}

  /// The hash of one text.
  @inlinable
  public init(of bytes: some Sequence<UInt8>) {
    update(bytes)
  }

  /// The hash that ``hexadecimal`` stands for; nil when the text is no such number.
  public init?(hexadecimal text: some StringProtocol) {
    guard let value = UInt64(text, radix: 16) else { return nil }
    state = value
  }

  // Inlinable: without knowing the sequence's type each byte costs a dozen calls.
  /// Goes on with more bytes: a text in pieces has the hash of the whole.
  @inlinable
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    var hash = state
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    state = hash
  }

  /// Sixteen lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Article {
  /// The id that an article without one is given: the hash of its url; else of the title, a line feed and the content.
  public var stableID: String {
    if let url { return StableHash(of: url.utf8).hexadecimal }
    var hash = StableHash(of: title)
    hash.update(CollectionOfOne(0x0a))
    hash.update(content)
    return hash.hexadecimal
  }
}
