/// A stem in the shapes it takes before endings.
struct VerbStem {
  /// Before an ending that begins with a vowel: قال, ردّ.
  var open: [Sound]
  /// Before a consonant: قل, ردد.
  var closed: [Sound]
  /// With no ending, as in the jussive: قل, ردّ; a defective verb's weak letter is still on it.
  var bare: [Sound]
  /// A doubled verb's other stem with no ending: ردد.
  var otherBare: [Sound]?
}

extension VerbShape {
  /// Which stem of a verb.
  enum Tense {
    case perfect
    case perfectPassive
    case imperfect
    case imperfectPassive
  }

  /// The stem of a tense, weak letters worked out, without prefixes.
  func stem(_ tense: Tense) -> VerbStem { worked(full(tense)) }

  /// The stem as a sound verb would have it, less the radicals that fall out altogether.
  func full(_ tense: Tense) -> [Sound] {
    let patterns = form.patterns
    var sounds: [Sound]
    switch tense {
    case .perfect: sounds = fill(patterns.perfect, middleVowel: perfectVowel)
    case .perfectPassive: sounds = fill(patterns.perfectPassive, middleVowel: .i)
    case .imperfect: sounds = fill(patterns.imperfect, middleVowel: imperfectVowel)
    case .imperfectPassive: sounds = fill(patterns.imperfectPassive, middleVowel: .a)
    }
    if tense == .imperfect, dropsFirst { sounds.removeFirst() }
    if isDefective, tense == .imperfectPassive || (tense == .imperfect && imperfectVowel == .a) {
      sounds[sounds.count - 1] = .ya
    }
    if isToSee, form == .iv || tense == .imperfect || tense == .imperfectPassive,
      let middle = sounds.lastIndex(of: .hamza)
    {
      sounds.remove(at: middle)
    }
    return sounds
  }

  /// Works out weak and doubled radicals.
  func worked(_ full: [Sound]) -> VerbStem {
    if isDoubled {
      let contracted = Self.contracted(full)
      return VerbStem(open: contracted, closed: full, bare: contracted, otherBare: full)
    }
    if isHollow { return hollowStem(full) }
    return VerbStem(open: full, closed: full, bare: full)
  }

  /// Puts the radicals into a pattern. `middleVowel` replaces the vowel before the last radical
  /// in form I.
  func fill(_ pattern: Pattern, middleVowel: Sound? = nil) -> [Sound] {
    var sounds: [Sound] = []
    sounds.reserveCapacity(16)
    for piece in pattern.pieces {
      switch piece {
      case .sound(let sound): sounds.append(sound)
      case .radical(let index): sounds.append(radicals[index])
      case .infix: sounds.append(infix)
      }
    }
    if form == .i, let middleVowel, sounds.count > 2 { sounds[sounds.count - 2] = middleVowel }
    Self.assimilateGlides(&sounds)
    return sounds
  }

  /// `iw` and `uy` before a consonant become long vowels: إيعاد, يوقن.
  static func assimilateGlides(_ sounds: inout [Sound]) {
    guard sounds.count > 2 else { return }
    for index in 1..<sounds.count - 1
    where sounds[index].isGlide && !sounds[index + 1].isVowel && sounds[index + 1] != sounds[index]
    {
      if sounds[index - 1] == .i { sounds[index] = .ya }
      if sounds[index - 1] == .u { sounds[index] = .waw }
    }
  }

  /// Brings two equal last radicals together: radada to radd, yardud to yarudd.
  static func contracted(_ sounds: [Sound]) -> [Sound] {
    let count = sounds.count
    guard count > 3, sounds[count - 1] == sounds[count - 3], sounds[count - 2] <= Sound.u else {
      return sounds
    }
    let before = sounds[count - 4]
    let opens = before.isVowel || before == .alif
    var result = Array(sounds.dropLast(3))
    if !opens { result.append(sounds[count - 2]) }
    result.append(sounds[count - 1])
    result.append(sounds[count - 1])
    return result
  }

  /// Turns the weak second radical and the vowels around it into a long vowel, short where the
  /// syllable is closed: qawam to qām and qum, yaqwul to yaqūl and yaqul.
  private func hollowStem(_ full: [Sound]) -> VerbStem {
    let count = full.count
    let before = full[count - 4]
    var vowel = full[count - 2]
    var head = Array(full.dropLast(3))
    if before == .a {
      head.removeLast()
      vowel = .a
    } else if before == .u || before == .i {
      head.removeLast()
    }
    let open = head + [vowel, vowel.lengthened, last]
    let isActivePerfect = form == .i && before == .a
    let short: Sound =
      isActivePerfect ? (imperfectVowel == .u ? .u : .i) : vowel
    let closed = head + [short, last]
    return VerbStem(open: open, closed: closed, bare: closed)
  }

  /// Whether a word beginning with these sounds needs an alif before it.
  static func needsAlif(_ sounds: [Sound]) -> Bool {
    sounds.count > 1 && !sounds[0].isVowel && !sounds[1].isVowel
  }
}
