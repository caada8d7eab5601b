/// The letters that Arabic writing attaches to a word: what a segmentation has peeled off, and what
/// a lexicon entry allows or requires.
public struct Clitics: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// و ف before anything.
  @inlinable public static var conjunction: Clitics { Clitics(rawValue: 1) }
  /// ب before nominals.
  @inlinable public static var ba: Clitics { Clitics(rawValue: 2) }
  /// ك before nominals.
  @inlinable public static var kaf: Clitics { Clitics(rawValue: 4) }
  /// ل before nominals and subjunctives.
  @inlinable public static var lam: Clitics { Clitics(rawValue: 8) }
  /// س of the future before imperfects.
  @inlinable public static var future: Clitics { Clitics(rawValue: 16) }
  /// The article ال (and its merged form after ل).
  @inlinable public static var article: Clitics { Clitics(rawValue: 32) }
  /// An attached pronoun of the third person or نا: ه ها هما هم هن نا.
  @inlinable public static var pronoun: Clitics { Clitics(rawValue: 64) }
  /// An attached pronoun that news rarely uses and that often is part of the word: ي ني ك كما كم كن.
  @inlinable public static var rarePronoun: Clitics { Clitics(rawValue: 128) }
  /// The hamza of a question, أ.
  @inlinable public static var question: Clitics { Clitics(rawValue: 256) }

  /// What a noun may carry.
  @inlinable public static var nominal: Clitics {
    [.conjunction, .ba, .kaf, .lam, .article, .pronoun]
  }
  /// What a name may carry: never an article or a pronoun of its own.
  @inlinable public static var name: Clitics { [.conjunction, .ba, .kaf, .lam] }
  /// What a perfect or imperative may carry.
  @inlinable public static var perfect: Clitics { [.conjunction, .pronoun, .rarePronoun] }
  /// What an imperfect may carry.
  @inlinable public static var imperfect: Clitics {
    [.conjunction, .lam, .future, .pronoun, .rarePronoun]
  }
  /// Particles: only a conjunction.
  @inlinable public static var particle: Clitics { [.conjunction] }
}

/// One way to cut clitics off a word: the hash and the place of what remains.
public struct Segmentation: Sendable, Equatable {
  /// What was cut off.
  public var clitics: Clitics
  /// The stem's first letter, counted in folded letters from the token's start.
  public var from: UInt8
  /// One past the stem's last letter.
  public var to: UInt8
  /// The hash of the stem.
  public var hash: UInt64

  @inlinable public init(clitics: Clitics, from: UInt8, to: UInt8, hash: UInt64) {
    self.clitics = clitics
    self.from = from
    self.to = to
    self.hash = hash
  }
}

extension Token {
  /// Calls `body` for every way to peel clitics off the word, the whole word first, until it
  /// returns true. At least two letters remain. Costs a few multiplications a candidate.

  public func forEachSegmentation(
    in folded: UnsafeBufferPointer<UInt8>, _ body: (Segmentation) -> Bool
  ) {
    if body(Segmentation(clitics: [], from: 0, to: letters, hash: hash)) { return }
    guard isArabic, letters > 2, letters < 255 else { return }
    unsafe forEachPeeled(in: folded, body)
  }

  func forEachPeeled(in folded: UnsafeBufferPointer<UInt8>, _ body: (Segmentation) -> Bool) {
    let count = Int(letters)
    let first = unsafe letter(0, folded)
    let last = unsafe letter(count - 1, folded)
    let mayEnd = Alphabet.ends(last)
    if !Alphabet.begins(first) && !mayEnd { return }
    var prefixes = PrefixList()
    unsafe peelPrefixes(folded, count, &prefixes)
    var suffixes = SuffixList()
    if mayEnd { unsafe peelSuffixes(folded, count, &suffixes) }
    let power = TermHash.power(count)
    for p in 0..<prefixes.count {
      let prefix = prefixes[p]
      // hash(stem) = hash(word) − hash(prefix)·baseˡ for the l letters behind the prefix.
      let tail = hash &- prefix.hash &* power &* prefix.inverse
      if p > 0, count - prefix.letters >= 2,
        body(
          Segmentation(
            clitics: prefix.clitics, from: UInt8(prefix.letters), to: letters, hash: tail))
      {
        return
      }
      // A word with the article takes no pronoun.
      if prefix.clitics.contains(.article) { continue }
      for s in 0..<suffixes.count {
        let suffix = suffixes[s]
        if count - prefix.letters - suffix.letters < 2 { continue }
        let stem = (tail &- suffix.hash) &* suffix.inverse
        let segmentation = Segmentation(
          clitics: prefix.clitics.union(suffix.clitics), from: UInt8(prefix.letters),
          to: UInt8(count - suffix.letters), hash: stem)
        if body(segmentation) { return }
      }
    }
  }

  /// The folded letter at `index`.
  @inline(__always)
  private func letter(_ index: Int, _ folded: UnsafeBufferPointer<UInt8>) -> UInt32 {
    // SAFETY: callers keep `index` below `letters`, and an Arabic token spans two bytes a letter
    // within the folded text.
    let at = Int(foldedStart) + 2 * index
    return unsafe UInt32(folded[at] & 0x1F) << 6 | UInt32(folded[at + 1] & 0x3F)
  }

  private func peelPrefixes(
    _ folded: UnsafeBufferPointer<UInt8>, _ count: Int, _ list: inout PrefixList
  ) {
    list.append(Peeled(clitics: [], letters: 0, hash: 0))
    let first = unsafe letter(0, folded)
    unsafe peelInner(Peeled(clitics: [], letters: 0, hash: 0), folded, count, &list)
    if first == Alphabet.waw || first == Alphabet.fa {
      let conjunction = Peeled(clitics: [], letters: 0, hash: 0).adding(.conjunction, first)
      list.append(conjunction)
      unsafe peelInner(conjunction, folded, count, &list)
    }
  }

  /// Peels preposition, future and article behind what has been peeled already.
  private func peelInner(
    _ base: Peeled, _ folded: UnsafeBufferPointer<UInt8>, _ count: Int, _ list: inout PrefixList
  ) {
    let at = base.letters
    guard count - at > 2 else { return }
    let first = unsafe letter(at, folded)
    let second = unsafe letter(at + 1, folded)
    switch first {
    case Alphabet.alif:
      if second == Alphabet.lam {
        list.append(base.adding(.article, first, second))
      }
    case Alphabet.sin:
      list.append(base.adding(.future, first))
    case Alphabet.ba, Alphabet.kaf, Alphabet.lam:
      let clitic: Clitics = first == Alphabet.ba ? .ba : first == Alphabet.kaf ? .kaf : .lam
      let preposition = base.adding(clitic, first)
      list.append(preposition)
      if first == Alphabet.lam, second == Alphabet.lam {
        list.append(preposition.adding(.article, second))
      } else if second == Alphabet.alif, count - at > 3,
        unsafe letter(at + 2, folded) == Alphabet.lam
      {
        list.append(preposition.adding(.article, second, Alphabet.lam))
      }
    default: break
    }
  }

  private func peelSuffixes(
    _ folded: UnsafeBufferPointer<UInt8>, _ count: Int, _ list: inout SuffixList
  ) {
    let last = unsafe letter(count - 1, folded)
    let before = unsafe letter(count - 2, folded)
    let third = unsafe letter(count - 3, folded)
    switch last {
    case Alphabet.ha:
      list.append(Peeled.suffix(.pronoun, last))
    case Alphabet.alif:
      if before == Alphabet.ha || before == Alphabet.nun {
        list.append(Peeled.suffix(.pronoun, before, last))
      } else if before == Alphabet.mim, third == Alphabet.ha || third == Alphabet.kaf {
        list.append(
          Peeled.suffix(third == Alphabet.ha ? .pronoun : .rarePronoun, third, before, last))
      }
    case Alphabet.mim, Alphabet.nun:
      if before == Alphabet.ha { list.append(Peeled.suffix(.pronoun, before, last)) }
      if before == Alphabet.kaf { list.append(Peeled.suffix(.rarePronoun, before, last)) }
    case Alphabet.kaf:
      list.append(Peeled.suffix(.rarePronoun, last))
    case Alphabet.ya:
      list.append(Peeled.suffix(.rarePronoun, last))
      if before == Alphabet.nun { list.append(Peeled.suffix(.rarePronoun, before, last)) }
    default: break
    }
  }
}

extension Alphabet {
  /// Whether a clitic may begin with the letter.
  @inline(__always)
  static func begins(_ letter: UInt32) -> Bool { isIn(beginnings, letter) }

  /// Whether a clitic may end with the letter.
  @inline(__always)
  static func ends(_ letter: UInt32) -> Bool { isIn(endings, letter) }

  /// One bit for each letter from U+0620 on.
  private static let beginnings: UInt64 = set([Self.alif, ba, sin, fa, kaf, lam, waw])
  private static let endings: UInt64 = set([alif, kaf, mim, nun, ha, ya])

  @inline(__always)
  private static func isIn(_ set: UInt64, _ letter: UInt32) -> Bool {
    letter >= 0x620 && letter < 0x660 && set & 1 << UInt64(letter - 0x620) != 0
  }

  private static func set(_ letters: [UInt32]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 - 0x620) }
  }
}

/// Letters cut off one end of a word, with their hash.
private struct Peeled {
  var clitics: Clitics
  var letters: Int
  var hash: UInt64
  /// base⁻ˡ for its l letters.
  var inverse: UInt64 = 1

  @inline(__always)
  func adding(_ clitic: Clitics, _ a: UInt32) -> Peeled {
    Peeled(
      clitics: clitics.union(clitic), letters: letters + 1, hash: TermHash.append(hash, a),
      inverse: inverse &* TermHash.inverse)
  }

  @inline(__always)
  func adding(_ clitic: Clitics, _ a: UInt32, _ b: UInt32) -> Peeled {
    Peeled(
      clitics: clitics.union(clitic), letters: letters + 2,
      hash: TermHash.append(TermHash.append(hash, a), b),
      inverse: inverse &* TermHash.inverse &* TermHash.inverse)
  }

  @inline(__always)
  static func suffix(_ clitic: Clitics, _ a: UInt32) -> Peeled {
    Peeled(clitics: [], letters: 0, hash: 0).adding(clitic, a)
  }

  @inline(__always)
  static func suffix(_ clitic: Clitics, _ a: UInt32, _ b: UInt32) -> Peeled {
    Peeled(clitics: [], letters: 0, hash: 0).adding(clitic, a, b)
  }

  @inline(__always)
  static func suffix(_ clitic: Clitics, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> Peeled {
    Peeled(clitics: [], letters: 0, hash: 0).adding(clitic, a, b).adding([], c)
  }
}

/// The few prefixes or suffixes of one word, kept off the heap.
private struct PeeledList<let capacity: Int> {
  private var storage = InlineArray<capacity, Peeled>(
    repeating: Peeled(clitics: [], letters: 0, hash: 0))
  private(set) var count = 0

  mutating func append(_ peeled: Peeled) {
    guard count < capacity else { return }
    storage[count] = peeled
    count += 1
  }

  subscript(_ index: Int) -> Peeled { storage[index] }
}
private typealias PrefixList = PeeledList<8>
private typealias SuffixList = PeeledList<3>
