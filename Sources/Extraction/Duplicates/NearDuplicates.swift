public import ArabicText

/// Finds articles that repeat each other in a long stream, in bounded memory.
///
/// Each article is reduced to a MinHash signature of its word trigrams (one permutation in `bins` bins,
/// empty bins filled by rotation: Li, Owen and Zhang 2012; Shrivastava and Li 2014). Bands of the
/// signature are looked up in chained buckets (locality-sensitive hashing); of the articles found there
/// the first whose signature agrees in enough bins counts. Memory is about 210 bytes an article of the
/// window and its identifier. The answers depend on the order of the articles alone.
public struct NearDuplicates: Sendable {
  private static let bins = 48
  private static let bandRows = 4
  private static let bands = bins / bandRows
  /// Bins in which two signatures must agree: an estimated Jaccard similarity of 0.6.
  private static let agreement = 29
  /// Articles with fewer words are left alone.
  private static let fewestWords = 12
  /// Articles of a bucket that are compared.
  private static let longestChain = 64

  /// What articles are compared by; made of one article alone, so that workers can do it side by side.
  public struct Signature: Sendable {
    fileprivate let values: [UInt16]

    /// nil for a text of too few words, which is left alone.
    public init?(of text: TokenizedText) {
      guard let values = NearDuplicates.signature(of: text) else { return nil }
      self.values = values
    }
  }

  /// How many articles back a copy is found.
  public let window: Int
  /// Articles seen so far; an article's number modulo the window is its slot.
  private var count = 0
  /// `bins` values for each slot.
  private var signatures: [UInt16] = []
  /// The identifier of the first article of each slot's cluster.
  private var firsts: [String] = []
  /// For each band and bucket the number of the last article in it, plus 1; 0 for none.
  private var heads: [UInt32]
  /// For each slot and band the number of the article before it in its bucket, plus 1.
  private var previous: [UInt32] = []
  private let buckets: Int

  /// - Parameter window: at least 1.
  public init(window: Int = 100_000) {
    self.window = max(1, window)
    var buckets = 256
    while buckets < self.window { buckets *= 2 }
    self.buckets = buckets
    heads = [UInt32](repeating: 0, count: buckets * Self.bands)
  }

  /// Bytes held, without the identifiers.
  public var memory: Int {
    signatures.capacity * 2 + (heads.capacity + previous.capacity) * 4
      + firsts.capacity * MemoryLayout<String>.stride
  }

  /// Takes in an article and says which one it repeats.
  ///
  /// - Returns: The identifier of the first of the articles that it repeats; nil if it is new, too
  ///   short, or the others are further back than the window.
  public mutating func add(id: String, text: TokenizedText) -> String? {
    Signature(of: text).flatMap { add(id: id, signature: $0) }
  }

  /// Takes in an article by its signature.
  ///
  /// - Returns: The identifier of the first of the articles that it repeats, or nil.
  public mutating func add(id: String, signature: Signature) -> String? {
    let signature = signature.values
    let slot = count % window
    let first = find(signature)
    if slot == signatures.count / Self.bins {
      signatures.append(contentsOf: signature)
      firsts.append(first ?? id)
      previous.append(contentsOf: repeatElement(0, count: Self.bands))
    } else {
      signatures.replaceSubrange(slot * Self.bins..<(slot + 1) * Self.bins, with: signature)
      firsts[slot] = first ?? id
    }
    for band in 0..<Self.bands {
      let bucket = self.bucket(of: signature, band)
      previous[slot * Self.bands + band] = heads[bucket]
      heads[bucket] = UInt32(truncatingIfNeeded: count + 1)
    }
    count += 1
    return first
  }

  /// The first article of the cluster that a signature belongs to: that of the oldest match in the
  /// first band that has one.
  private func find(_ signature: [UInt16]) -> String? {
    for band in 0..<Self.bands {
      var number = Int(heads[bucket(of: signature, band)]) - 1
      var steps = 0
      while number >= 0, number > count - 1 - window, steps < Self.longestChain {
        let slot = number % window
        if agrees(signature, with: slot) { return firsts[slot] }
        number = Int(previous[slot * Self.bands + band]) - 1
        steps += 1
      }
    }
    return nil
  }

  private func agrees(_ signature: [UInt16], with slot: Int) -> Bool {
    var same = 0
    let base = slot * Self.bins
    for bin in 0..<Self.bins where signature[bin] == signatures[base + bin] { same += 1 }
    return same >= Self.agreement
  }

  private func bucket(of signature: [UInt16], _ band: Int) -> Int {
    var hash: UInt64 = 0
    for row in 0..<Self.bandRows {
      hash = TermHash.join(hash, UInt64(signature[band * Self.bandRows + row]))
    }
    hash = Self.mix(hash)
    return band * buckets + Int(truncatingIfNeeded: hash & UInt64(buckets - 1))
  }

  // MARK: Signatures

  /// The smallest hash of each bin over the text's word trigrams; nil for a short text.
  private static func signature(of text: TokenizedText) -> [UInt16]? {
    var smallest = [UInt32](repeating: .max, count: bins)
    var words = 0
    var before: (UInt64, UInt64) = (0, 0)
    for token in text.tokens where token.kind == .word || token.kind == .number {
      words += 1
      if words > 2 {
        let hash = mix(TermHash.join(TermHash.join(before.0, before.1), token.hash))
        let bin = Int(((hash >> 32) &* UInt64(bins)) >> 32)
        smallest[bin] = min(smallest[bin], UInt32(truncatingIfNeeded: hash))
      }
      before = (before.1, token.hash)
    }
    guard words >= fewestWords else { return nil }
    return (0..<bins).map { bin in
      var from = bin
      var turns: UInt32 = 0
      while smallest[from] == .max, turns < UInt32(bins) {
        from = (from + 1) % bins
        turns += 1
      }
      // The number of turns keeps borrowed values apart from the bin's own.
      let value = smallest[from] ^ (turns &* 0x9E37_79B9)
      return UInt16(truncatingIfNeeded: value >> 16 ^ value)
    }
  }

  private static func mix(_ hash: UInt64) -> UInt64 {
    var x = hash ^ (hash >> 33)
    x = x &* 0xFF51_AFD7_ED55_8CCD
    x ^= x >> 33
    x = x &* 0xC4CE_B9FE_1A85_EC53
    return x ^ (x >> 33)
  }
}
