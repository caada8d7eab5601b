/// A polynomial hash over folded letters, modulo 2⁶⁴ with an odd base.
///
/// Because the base can be inverted, the hash of a word without its first or last letters follows
/// from the word's own hash and those letters alone. Peeling a clitic costs two multiplications,
/// whatever the length of the word.
public enum TermHash {
  /// An arbitrary odd constant with well spread bits.
  @inline(__always) static var base: UInt64 { 0x9E37_79B9_7F4A_7C55 }

  /// The inverse of `base` modulo 2⁶⁴.
  @inline(__always) static var inverse: UInt64 { 0x568C_770A_7CF6_A0FD }

  /// baseᵏ by repeated squaring: cheaper than a table in memory for words of the usual length.
  @inline(__always)
  static func power(_ k: Int) -> UInt64 { power(of: base, k) }

  /// base⁻ᵏ
  @inline(__always)
  static func inverse(_ k: Int) -> UInt64 { power(of: inverse, k) }

  @inline(__always)
  private static func power(of factor: UInt64, _ k: Int) -> UInt64 {
    var result: UInt64 = 1
    var factor = factor
    var k = k
    while k > 0 {
      if k & 1 == 1 { result = result &* factor }
      factor = factor &* factor
      k >>= 1
    }
    return result
  }

  /// Appends one folded letter to a hash.
  @inline(__always)
  public static func append(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    hash &* base &+ UInt64(letter)
  }

  /// The hash of a word without its first letter, from the word's own.
  ///
  /// - Parameter letters: how many the word has, at least one.
  public static func withoutFirst(_ letter: UInt64, of hash: UInt64, letters: Int) -> UInt64 {
    hash &- letter &* power(letters - 1)
  }

  /// The hash of a word without its last letter, from the word's own.
  public static func withoutLast(_ letter: UInt64, of hash: UInt64) -> UInt64 {
    (hash &- letter) &* inverse
  }

  /// The hash of a word with letters before it, from both hashes.
  ///
  /// - Parameter letters: how many the word has.
  public static func behind(_ prefix: UInt64, _ hash: UInt64, letters: Int) -> UInt64 {
    prefix &* power(letters) &+ hash
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
