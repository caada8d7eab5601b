/// The sounds of a word under construction: letters by their code, short vowels and the hamza by
/// small numbers that no letter has. A long vowel is a short one and its letter (`u` `و`), a
/// doubled consonant is the letter twice with no vowel between.
typealias Sound = UInt16

extension Sound {
  static let a: Sound = 1
  static let i: Sound = 2
  static let u: Sound = 3
  /// The hamza as a consonant; its seat is found when the word is written.
  static let hamza: Sound = 4
  /// A short vowel nobody knows, of a noun given without vowel signs.
  static let anyVowel: Sound = 5

  static let alif: Sound = 0x627
  static let ta: Sound = 0x62A
  static let dal: Sound = 0x62F
  static let ra: Sound = 0x631
  static let sin: Sound = 0x633
  static let tah: Sound = 0x637
  static let kaf: Sound = 0x643
  static let lam: Sound = 0x644
  static let mim: Sound = 0x645
  static let nun: Sound = 0x646
  static let ha: Sound = 0x647
  static let waw: Sound = 0x648
  static let maqsura: Sound = 0x649
  static let ya: Sound = 0x64A

  var isVowel: Bool { self <= Self.u || self == Self.anyVowel }
  /// The letters `و` and `ي`, consonants or second halves of a long vowel.
  var isGlide: Bool { self == Self.waw || self == Self.ya }

  /// The letter that makes a short vowel long.
  var lengthened: Sound {
    switch self {
    case .i: .ya
    case .u: .waw
    default: .alif
    }
  }
}

/// Letters of a pattern or an ending, written in ASCII: `1 2 3 4` radicals, `a i u` short vowels,
/// `A w y` the letters of length, `H` hamza, `t n m s h` themselves, `T` the infix of form VIII; `_` keeps a
/// long vowel and a consonant of one letter apart (تعوون).
struct Pattern: ExpressibleByStringLiteral, Sendable {
  enum Piece: Sendable {
    case sound(Sound)
    case radical(Int)
    case infix
  }
  let pieces: [Piece]

  init(stringLiteral text: String) {
    pieces = text.unicodeScalars.map { scalar in
      switch scalar {
      case "1": .radical(0)
      case "2": .radical(1)
      case "3": .radical(2)
      case "4": .radical(3)
      case "T": .infix
      case "a": .sound(.a)
      case "i": .sound(.i)
      case "u": .sound(.u)
      case "A": .sound(.alif)
      case "w": .sound(.waw)
      case "y": .sound(.ya)
      case "H": .sound(.hamza)
      case "t": .sound(.ta)
      case "n": .sound(.nun)
      case "m": .sound(.mim)
      case "s": .sound(.sin)
      case "h": .sound(.ha)
      case "_": .sound(.anyVowel)
      default: preconditionFailure("a pattern holds a letter that has no meaning")
      }
    }
  }

  /// The sounds of a pattern without radicals.
  var sounds: [Sound] {
    pieces.compactMap { if case .sound(let sound) = $0 { sound } else { nil } }
  }
}
