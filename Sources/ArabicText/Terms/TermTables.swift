/// An entry as it is collected for a `TermIndex`.
struct TermEntry: Sendable {
  /// The caller's own number: a pattern class, a row of a lexicon.
  var id: UInt32
  /// Clitics that the entry may carry.
  var allowed: Clitics
  /// Clitics that it must carry, at least one of them unless empty.
  var required: Clitics = []
  /// Words of the entry, 1 for a single word.
  var words: UInt8 = 1
  /// The hash of the first word.
  var hash: UInt64
  /// For entries of several words: the joined hash of the words after the first.
  var tail: UInt64 = 0
  /// For entries of several words: `TermHash.join(0, hash)` of the second.
  var second: UInt64 = 0

  /// What it is found under.
  var key: UInt64 { words == 1 ? hash : Self.key(hash, words, tail) }

  /// What a phrase is found under: all its words joined.
  @inline(__always)
  static func key(_ hash: UInt64, _ words: UInt8, _ tail: UInt64) -> UInt64 {
    TermHash.join(TermHash.join(UInt64(words), hash), tail)
  }
}

/// What a look at an entry needs of it.
struct Posting: Sendable {
  let id: UInt32
  private let allowed: Clitics
  private let required: Clitics
  /// Whether the next posting belongs to another key.
  var isLast = false

  init(_ entry: TermEntry) {
    (id, allowed, required) = (entry.id, entry.allowed, entry.required)
  }

  /// One that stands for none.
  init() { (id, allowed, required) = (0, [], []) }

  /// Whether a word with these clitics peeled off may be this entry.
  @inline(__always)
  func admits(_ clitics: Clitics) -> Bool {
    clitics.isSubset(of: allowed) && (required.isEmpty || !required.isDisjoint(with: clitics))
  }
}

/// What is known under one key: a single word's or a whole phrase's postings, and how long the
/// phrases are that begin with the word.
struct Slot: Sendable {
  var key: UInt64 = 0
  /// The first posting; 0 where there is none.
  var first: UInt32 = 0
  /// The number of the set of lengths of the phrases that begin with the word.
  var lengths: UInt32 = 0

  @inline(__always)
  var isFree: Bool { first == 0 && lengths == 0 }

  /// Where to look for a key first.
  @inline(__always)
  static func place(of mixed: UInt64, _ spread: UInt64, in count: Int) -> Int {
    Int(truncatingIfNeeded: (mixed &* spread) >> 32) & (count - 1)
  }
}

/// How many words the phrases have that begin with one word: bit 0 stands for two.
struct PhraseLengths: Hashable, Sendable {
  private var bits: UInt64 = 0

  /// Whether it was not known before.
  mutating func insert(_ words: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(words - 2)
    defer { bits |= bit }
    return bits & bit == 0
  }

  /// Takes out and returns the greatest number of words.
  @inline(__always)
  mutating func popLongest() -> UInt8? {
    if bits == 0 { return nil }
    let bit = 63 - bits.leadingZeroBitCount
    bits &= ~(1 << UInt64(bit))
    return UInt8(truncatingIfNeeded: bit + 2)
  }
}

/// One bit for each class of hashes that are known: says no to most others.
struct HashFilter: Sendable {
  private var words: [UInt64]

  /// - Parameter room: so many hashes at most will be inserted.
  init(room: Int) {
    var bits = 4096
    while bits < room * 8 { bits *= 2 }
    words = [UInt64](repeating: 0, count: bits / 64)
  }

  mutating func insert(_ mixed: UInt64) {
    let bit = mixed & UInt64(words.count * 64 - 1)
    words[Int(bit >> 6)] |= 1 << (bit & 63)
  }

  func withBits(_ body: (Bits) -> Void) {
    // SAFETY: the pointer lives only within the closure, and `Bits` says that it borrows.
    unsafe words.withUnsafeBufferPointer { unsafe body(Bits(words: $0)) }
  }

  /// A filter open for reading.
  ///
  /// SAFETY: bits are masked by the number of words, a power of two.
  @safe struct Bits {
    let words: UnsafeBufferPointer<UInt64>

    /// 1 for a hash that may be known, 0 for others; without a branch, for nobody can guess which.
    @inline(__always)
    func passes(_ mixed: UInt64) -> Int {
      let bit = mixed & UInt64(truncatingIfNeeded: unsafe words.count * 64 - 1)
      return unsafe Int(
        truncatingIfNeeded: words[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1)
    }
  }
}
