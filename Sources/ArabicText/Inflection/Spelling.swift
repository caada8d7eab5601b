/// Writes sounds as folded letters and finds the seats of hamzas.
///
/// The seat rules are those of the schools (the strongest of the vowels around it: i, u, a, none);
/// where newspapers differ among themselves each usual seat is an alternative.
enum Spelling {
  /// `آ` as a seat: an alif that swallows the long a after it.
  private static let madda: Sound = 0x622
  private static let onLine: Sound = 0x621
  private static let onWaw: Sound = 0x624
  private static let onYa: Sound = 0x626

  /// Writes `word` to the head of `letters` (codes of letters), with the `variant`-th seat of each hamza that has so
  /// many.
  ///
  /// - Parameter letters: at least as many as the word has sounds.
  /// - Returns: how many letters it has, and the number of variants, at least one.
  static func write(
    _ word: [Sound], variant: Int, into letters: inout [Sound]
  ) -> (count: Int, variants: Int) {
    let sounds = word.span
    var letters = letters.mutableSpan
    var count = 0
    var variants = 1
    var index = 0
    while index < sounds.count {
      let sound = sounds[index]
      defer { index += 1 }
      if sound.isVowel { continue }
      if index + 1 < sounds.count, sounds[index + 1] == sound { continue }
      guard sound == .hamza else {
        letters[count] = sound == .maqsura ? .ya : sound
        count += 1
        continue
      }
      let seats = seats(of: index, in: word)
      variants = max(variants, seats.count)
      let seat = seats[min(variant, seats.count - 1)]
      if seat == madda {
        letters[count] = .alif
        count += 1
        if index + 2 < sounds.count, sounds[index + 1] == .a, sounds[index + 2] == .alif {
          index += 2
        }
      } else if seat != 0 {
        letters[count] = seat
        count += 1
      }
    }
    return (count, variants)
  }

  /// The seats that the hamza at `index` is written on, the usual one first; 0 writes nothing.
  private static func seats(of index: Int, in word: [Sound]) -> [Sound] {
    var before = index - 1
    if before >= 0, word[before] == .hamza || word[before] == .anyVowel { before -= 1 }
    guard before >= 0 else { return [madda] }
    let previous = word[before]
    let next = index + 1 < word.count ? word[index + 1] : 0
    guard next != 0 else { return [finalSeat(after: previous)] }
    if before == 1, word[0] == .hamza, !next.isVowel { return secondHamza(after: previous) }
    let isLong = index + 2 < word.count && word[index + 2] == next.lengthened
    switch next {
    case .i: return previous == .a && isLong ? [onYa, .alif] : [onYa]
    case .u: return beforeU(after: previous, isLong: isLong)
    case .a:
      return isLong
        ? beforeLongA(after: previous)
        : beforeA(
          after: previous, isAfterLong: before > 0 && word[before - 1] == .i,
          isLast: index + 2 == word.count)
    default: return [closedSeat(after: previous)]
    }
  }

  /// `أأ` at the head of a word is `آ`, `أُؤ` is `أو` by the books and `أؤ` in print.
  private static func secondHamza(after vowel: Sound) -> [Sound] {
    switch vowel {
    case .u: [.waw, onWaw]
    case .i: [.ya]
    default: [0]
    }
  }

  private static func finalSeat(after previous: Sound) -> Sound {
    switch previous {
    case .a: .alif
    case .u: onWaw
    case .i: onYa
    default: onLine
    }
  }

  /// Before a consonant only the vowel before counts.
  private static func closedSeat(after previous: Sound) -> Sound {
    switch previous {
    case .i, .ya: onYa
    case .u: onWaw
    case .alif, .waw: onLine
    default: .alif
    }
  }

  private static func beforeU(after previous: Sound, isLong: Bool) -> [Sound] {
    switch previous {
    case .i, .ya: isLong ? [onYa, onWaw] : [onYa]
    case .a: isLong ? [onWaw, .alif, onLine] : [onWaw]
    case .u, .alif, .waw: isLong ? [onWaw, onLine] : [onWaw]
    default: isLong ? [onWaw, joins(previous) ? onYa : onLine] : [onWaw]
    }
  }

  private static func beforeA(
    after previous: Sound, isAfterLong: Bool, isLast: Bool
  ) -> [Sound] {
    switch previous {
    case .i: [onYa]
    case .u: [onWaw]
    case .a: [.alif]
    case .alif, .waw: [onLine]
    // هيئة and هيأة, but only جيئت.
    case .ya: isAfterLong ? [onYa] : [onYa, .alif]
    default: isLast ? [.alif, joins(previous) ? onYa : onLine] : [.alif]
    }
  }

  private static func beforeLongA(after previous: Sound) -> [Sound] {
    switch previous {
    case .i, .ya: [onYa]
    case .u: [onWaw]
    case .a: [madda, .alif]
    case .alif, .waw: [onLine]
    default: [madda, joins(previous) ? onYa : onLine]
    }
  }

  /// Whether the letter joins the one after it, so that a hamza can sit on a tooth.
  private static func joins(_ letter: Sound) -> Bool {
    switch letter {
    case .alif, .waw, 0x62F, 0x630, 0x631, 0x632: false
    default: true
    }
  }
}
