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

  /// The ة that makes a feminine of a masculine, which is no clitic: only where an entry says so.
  @inlinable public static var feminine: Clitics { Clitics(rawValue: 512) }

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

/// One way to cut clitics off a word: what they are and the place of what remains.
public struct Segmentation: Sendable, Equatable {
  /// What was cut off.
  public var clitics: Clitics
  /// The stem's first letter, counted in folded letters from the token's start.
  public var from: UInt8
  /// One past the stem's last letter.
  public var to: UInt8

  /// `from..<to` counts folded letters of the token, not bytes.
  @inlinable public init(clitics: Clitics, from: UInt8, to: UInt8) {
    self.clitics = clitics
    self.from = from
    self.to = to
  }
}

extension TokenizedText {
  /// Calls `body` for every way to peel clitics off a word of the text, with the hash of what remains, the whole word
  /// first, until it returns true. At least two letters remain. Costs a few multiplications a candidate.
  public func forEachSegmentation(
    of word: Token, _ body: (_ segmentation: Segmentation, _ stem: UInt64) -> Bool
  ) {
    // SAFETY: the pointer lives only within the closure.
    unsafe folded.withUnsafeBufferPointer { folded in
      unsafe word.forEachSegmentation(in: folded, body)
    }
  }

  /// The hash of what remains of a match's first word without its clitics.
  public func stemHash(of match: TermMatch) -> UInt64 {
    let token = tokens[match.tokens.lowerBound]
    let (from, to) = (Int(match.segmentation.from), Int(match.segmentation.to))
    if from == 0, to == Int(token.letters) { return token.hash }
    // SAFETY: the pointer lives only within the closure; only Arabic words are cut, and within their letters.
    return unsafe folded.withUnsafeBufferPointer { folded in
      (from..<to).reduce(0) { unsafe TermHash.append($0, token.letter($1, folded)) }
    }
  }
}

extension Token {
  /// The same, for one who has the folded text of the token open.
  func forEachSegmentation(
    in folded: UnsafeBufferPointer<UInt8>, _ body: (Segmentation, UInt64) -> Bool
  ) {
    if body(Segmentation(clitics: [], from: 0, to: letters), hash) { return }
    guard isArabic, letters > 2, letters < 255 else { return }
    unsafe forEachPeeled(in: folded, body)
  }

  func forEachPeeled(
    in folded: UnsafeBufferPointer<UInt8>, _ body: (Segmentation, UInt64) -> Bool
  ) {
    let count = Int(letters)
    let mayBegin = unsafe Alphabet.begins(letter(0, folded))
    let mayEnd = unsafe Alphabet.ends(letter(count - 1, folded))
    if !mayBegin && !mayEnd { return }
    var stems = StemList()
    if mayBegin { unsafe peelPrefixes(folded, count, &stems) }
    var suffixes = SuffixList()
    if mayEnd { unsafe peelSuffixes(folded, count, &suffixes) }
    // The whole word with its suffixes first.
    var stem = Stem(hash: hash, clitics: [], from: 0)
    var next = 0
    while true {
      let left = count - Int(stem.from)
      if next > 0, left >= 2 {
        let segmentation = Segmentation(clitics: stem.clitics, from: stem.from, to: letters)
        if body(segmentation, stem.hash) { return }
      }
      // A word with the article takes no pronoun.
      if !stem.clitics.contains(.article) {
        for s in 0..<suffixes.count {
          let suffix = suffixes[s]
          if left - suffix.letters < 2 { continue }
          let segmentation = Segmentation(
            clitics: stem.clitics.union(suffix.clitics), from: stem.from,
            to: UInt8(count - suffix.letters))
          if body(segmentation, (stem.hash &- suffix.hash) &* suffix.inverse) { return }
        }
      }
      if next == stems.count { return }
      stem = stems[next]
      next += 1
    }
  }

  /// The folded letter at `index` of an Arabic word, below its number of letters.
  @inline(__always)
  func letter(_ index: Int, _ folded: UnsafeBufferPointer<UInt8>) -> UInt32 {
    // SAFETY: callers keep `index` below `letters`, and an Arabic token spans two bytes a letter
    // within the folded text.
    let at = Int(foldedStart) + 2 * index
    return unsafe UInt32(folded[at] & 0x1F) << 6 | UInt32(folded[at + 1] & 0x3F)
  }

  /// Notes what remains behind each prefix, the shortest first and those behind a conjunction last.
  @inline(__always)
  private func peelPrefixes(
    _ folded: UnsafeBufferPointer<UInt8>, _ count: Int, _ list: inout StemList
  ) {
    let whole = Stem(hash: hash, clitics: [], from: 0)
    let weight = TermHash.power(count - 1)
    unsafe peelInner(whole, weight, folded, count, &list)
    let first = unsafe letter(0, folded)
    if first == Alphabet.waw || first == Alphabet.fa {
      let behind = whole.removing(.conjunction, first, weight)
      list.append(behind)
      unsafe peelInner(behind, weight &* TermHash.inverse, folded, count, &list)
    }
  }

  /// Peels preposition, future and article off what remains.
  ///
  /// - Parameter weight: the power of the base that the first letter is multiplied by.
  @inline(__always)
  private func peelInner(
    _ word: Stem, _ weight: UInt64, _ folded: UnsafeBufferPointer<UInt8>, _ count: Int,
    _ list: inout StemList
  ) {
    let at = Int(word.from)
    guard count - at > 2 else { return }
    let first = unsafe letter(at, folded)
    guard Alphabet.begins(first) else { return }
    let second = unsafe letter(at + 1, folded)
    let (next, last) = (
      weight &* TermHash.inverse, weight &* TermHash.inverse &* TermHash.inverse
    )
    switch first {
    case Alphabet.alif:
      if second == Alphabet.lam {
        list.append(word.removing(.article, first, weight).removing([], second, next))
      }
    case Alphabet.sin:
      list.append(word.removing(.future, first, weight))
    case Alphabet.ba, Alphabet.kaf, Alphabet.lam:
      let clitic: Clitics = first == Alphabet.ba ? .ba : first == Alphabet.kaf ? .kaf : .lam
      let behind = word.removing(clitic, first, weight)
      list.append(behind)
      if first == Alphabet.lam, second == Alphabet.lam {
        list.append(behind.removing(.article, second, next))
      } else if second == Alphabet.alif, count - at > 3,
        unsafe letter(at + 2, folded) == Alphabet.lam
      {
        list.append(
          behind.removing(.article, second, next).removing([], Alphabet.lam, last))
      }
    default: break
    }
  }

  @inline(__always)
  private func peelSuffixes(
    _ folded: UnsafeBufferPointer<UInt8>, _ count: Int, _ list: inout SuffixList
  ) {
    let last = unsafe letter(count - 1, folded)
    let before = unsafe letter(count - 2, folded)
    let third = unsafe letter(count - 3, folded)
    switch last {
    case Alphabet.ha:
      // «قتلة» are killers, not «he killed him».
      list.append(Suffix(endsInTaMarbuta ? .feminine : .pronoun, last))
    case Alphabet.alif:
      if before == Alphabet.ha || before == Alphabet.nun {
        list.append(Suffix(.pronoun, before, last))
      } else if before == Alphabet.mim, third == Alphabet.ha || third == Alphabet.kaf {
        list.append(
          Suffix(third == Alphabet.ha ? .pronoun : .rarePronoun, third, before, last))
      }
    case Alphabet.mim, Alphabet.nun:
      if before == Alphabet.ha { list.append(Suffix(.pronoun, before, last)) }
      if before == Alphabet.kaf { list.append(Suffix(.rarePronoun, before, last)) }
    case Alphabet.kaf:
      list.append(Suffix(.rarePronoun, last))
    case Alphabet.ya:
      list.append(Suffix(.rarePronoun, last))
      if before == Alphabet.nun { list.append(Suffix(.rarePronoun, before, last)) }
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

  /// One bit for each letter from U+0620 on. Computed, for a stored one would be asked each time whether it is there yet.
  @inline(__always)
  private static var beginnings: UInt64 {
    bit(alif) | bit(ba) | bit(sin) | bit(fa) | bit(kaf) | bit(lam) | bit(waw)
  }
  @inline(__always)
  private static var endings: UInt64 {
    bit(alif) | bit(kaf) | bit(mim) | bit(nun) | bit(ha) | bit(ya)
  }

  @inline(__always)
  private static func isIn(_ set: UInt64, _ letter: UInt32) -> Bool {
    letter >= 0x620 && letter < 0x660 && set & bit(letter) != 0
  }

  @inline(__always)
  private static func bit(_ letter: UInt32) -> UInt64 { 1 << UInt64(letter - 0x620) }
}

/// What remains of a word behind a prefix.
private struct Stem {
  var hash: UInt64
  var clitics: Clitics
  /// Letters that were cut off.
  var from: UInt8

  /// Without its first letter, which counts so much in the hash.
  @inline(__always)
  func removing(_ clitic: Clitics, _ letter: UInt32, _ weight: UInt64) -> Stem {
    Stem(
      hash: hash &- UInt64(letter) &* weight, clitics: clitics.union(clitic), from: from + 1)
  }
}

/// Letters to cut off the end of a word, with their hash.
private struct Suffix {
  var clitics: Clitics
  var letters = 0
  var hash: UInt64 = 0
  /// base⁻ˡ for its l letters.
  var inverse: UInt64 = 1

  @inline(__always)
  init(_ clitics: Clitics, _ letter: UInt32) {
    self.clitics = clitics
    append(letter)
  }

  @inline(__always)
  init(_ clitics: Clitics, _ a: UInt32, _ b: UInt32) {
    self.init(clitics, a)
    append(b)
  }

  @inline(__always)
  init(_ clitics: Clitics, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
    self.init(clitics, a, b)
    append(c)
  }

  @inline(__always)
  private mutating func append(_ letter: UInt32) {
    letters += 1
    hash = TermHash.append(hash, letter)
    inverse = inverse &* TermHash.inverse
  }
}

/// The few stems or suffixes of one word, kept off the heap.
private struct ShortList<let capacity: Int, Element> {
  private var storage: InlineArray<capacity, Element>
  private(set) var count = 0

  init(filledWith element: Element) { storage = InlineArray(repeating: element) }

  @inline(__always)
  mutating func append(_ element: Element) {
    guard count < capacity else { return }
    storage[count] = element
    count += 1
  }

  @inline(__always)
  subscript(_ index: Int) -> Element { storage[index] }
}

private typealias StemList = ShortList<8, Stem>
private typealias SuffixList = ShortList<2, Suffix>

extension StemList {
  @inline(__always)
  init() { self.init(filledWith: Stem(hash: 0, clitics: [], from: 0)) }
}

extension SuffixList {
  @inline(__always)
  init() { self.init(filledWith: Suffix([], 0)) }
}
