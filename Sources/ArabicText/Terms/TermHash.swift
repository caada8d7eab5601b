/// A polynomial hash over folded letters, modulo 2⁶⁴ with an odd base.
///
/// Because the base can be inverted, the hash of a word without its first or last letters follows
/// from the word's own hash and those letters alone. Peeling a clitic costs two multiplications,
/// whatever the length of the word.
public enum TermHash {
  /// An arbitrary odd constant with well spread bits.
  @inline(__always) static var base: UInt64 { 0x9E37_79B9_7F4A_7C55 }

  /// The inverse of `base` modulo 2⁶⁴, by Newton's iteration.
  static let inverse: UInt64 = {
    var x: UInt64 = base
    for _ in 0..<6 { x = x &* (2 &- base &* x) }
    return x
  }()

  /// `powers[k]` = baseᵏ and `inverses[k]` = base⁻ᵏ, for k < 256.
  static let powers: [UInt64] = series(base)
  static let inverses: [UInt64] = series(inverse)

  private static func series(_ factor: UInt64) -> [UInt64] {
    var values: [UInt64] = [1]
    for k in 1..<256 { values.append(values[k - 1] &* factor) }
    return values
  }

  /// Appends one folded letter to a hash.
  @inline(__always)
  public static func append(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    hash &* base &+ UInt64(letter)
  }

  /// The hash of a word without its first letter, from the word's own.
  ///
  /// - Parameter letters: how many the word has, 1 to 256.
  public static func withoutFirst(_ letter: UInt64, of hash: UInt64, letters: Int) -> UInt64 {
    hash &- letter &* powers[letters - 1]
  }

  /// The hash of a word given in its folded letters.
  public static func hash(_ folded: String) -> UInt64 {
    folded.unicodeScalars.reduce(0) { append($0, $1.value) }
  }

  /// Joins the hashes of the words of a phrase.
  @inline(__always)
  public static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    (phrase ^ (phrase >> 29)) &* 0xBF58_476D_1CE4_E5B9 &+ word
  }

  /// Spreads a hash over table slots.
  @inlinable
  public static func mix(_ hash: UInt64) -> UInt64 {
    var x = hash ^ (hash >> 32)
    x = x &* 0xD6E8_FEB8_6659_FD93
    return x ^ (x >> 32)
  }
}
