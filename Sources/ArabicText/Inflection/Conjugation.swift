/// The endings of verbs, and how they join their stems.
struct VerbEnding: Sendable {
  /// Which of a stem's shapes it wants.
  enum Joint: Sendable {
    case open
    case closed
    case bare
  }
  var joint: Joint
  var sounds: [Sound]
  /// A final short vowel, seen only in the seat of a hamza before a pronoun (يقرؤه).
  var hidden: Sound?
  /// What it becomes before an attached pronoun, if that is written otherwise.
  var beforePronoun: [Sound]?

  init(_ joint: Joint, _ pattern: Pattern, hidden: Sound? = nil, beforePronoun: Pattern? = nil) {
    self.joint = joint
    self.sounds = pattern.sounds
    self.hidden = hidden
    self.beforePronoun = beforePronoun?.sounds
  }
}

/// The fourteen persons of the schools, dual of the second person counted once.
enum Person: Int, CaseIterable {
  case he
  case she
  case theyTwo
  case theyTwoFeminine
  case they
  case theyFeminine
  case you
  case youFeminine
  case youTwo
  case youAll
  case youAllFeminine
  case i
  case we
}

/// The moods of the imperfect.
enum Mood: CaseIterable {
  case indicative
  case subjunctive
  case jussive
}

extension Person {
  private static let perfectEndings: [VerbEnding] = [
    VerbEnding(.open, "", hidden: .a), VerbEnding(.open, "at"), VerbEnding(.open, "aA"),
    VerbEnding(.open, "atA"), VerbEnding(.open, "uwA", beforePronoun: "uw"),
    VerbEnding(.closed, "n"), VerbEnding(.closed, "t"), VerbEnding(.closed, "t"),
    VerbEnding(.closed, "tmA"), VerbEnding(.closed, "tm", beforePronoun: "tmuw"),
    VerbEnding(.closed, "tn"), VerbEnding(.closed, "t"), VerbEnding(.closed, "nA"),
  ]
  var perfectEnding: VerbEnding { Self.perfectEndings[rawValue] }

  private static let none = [
    VerbEnding(.open, "", hidden: .u), VerbEnding(.open, "", hidden: .a), VerbEnding(.bare, ""),
  ]
  private static let dual = [VerbEnding(.open, "aAn"), VerbEnding(.open, "aA")]
  private static let plural = [
    VerbEnding(.open, "uwn"), VerbEnding(.open, "uwA", beforePronoun: "uw"),
  ]
  private static let feminine = [VerbEnding(.open, "iyn"), VerbEnding(.open, "iy")]
  private static let feminines = VerbEnding(.closed, "n")

  func imperfectEnding(_ mood: Mood) -> VerbEnding {
    let short = mood == .indicative ? 0 : 1
    switch self {
    case .he, .she, .you, .i, .we:
      return Self.none[mood == .indicative ? 0 : mood == .subjunctive ? 1 : 2]
    case .theyTwo, .theyTwoFeminine, .youTwo: return Self.dual[short]
    case .they, .youAll: return Self.plural[short]
    case .youFeminine: return Self.feminine[short]
    case .theyFeminine, .youAllFeminine: return Self.feminines
    }
  }

  /// The letter before the imperfect.
  var prefix: Sound {
    switch self {
    case .he, .theyTwo, .they, .theyFeminine: .ya
    case .i: .hamza
    case .we: .nun
    default: .ta
    }
  }

  /// The persons that can be told to do something.
  static let commanded: [Person] = [.you, .youFeminine, .youTwo, .youAll, .youAllFeminine]
}

/// One cell of a verb's table as sounds.
struct VerbCell {
  /// The word standing alone; a jussive of a doubled verb has two.
  var words: [[Sound]]
  /// The word before an attached pronoun where it is another.
  var beforePronoun: [Sound]?
}

extension VerbShape {
  /// The perfect for a person.
  func perfect(_ stem: VerbStem, _ person: Person, isPassive: Bool) -> VerbCell {
    cell(stem, person.perfectEnding) { sounds in
      Self.needsAlif(sounds) ? [.alif, isPassive ? .u : .i] + sounds : sounds
    }
  }

  /// The imperfect for a person and a mood.
  func imperfect(
    _ stem: VerbStem, _ person: Person, _ mood: Mood, isPassive: Bool
  ) -> VerbCell {
    let vowel: Sound = isPassive ? .u : form.patterns.prefixVowel
    return cell(stem, person.imperfectEnding(mood)) { [person.prefix, vowel] + $0 }
  }

  /// The imperative for a person among `Person.commanded`.
  func imperative(_ stem: VerbStem, _ person: Person) -> VerbCell {
    let head: [Sound] =
      form == .iv ? [.hamza, .a] : [.alif, form == .i && imperfectVowel == .u ? .u : .i]
    return cell(stem, person.imperfectEnding(.jussive)) { sounds in
      if form != .iv, hasShortImperative { return Array(sounds.dropFirst()) }
      return form == .iv || Self.needsAlif(sounds) ? head + sounds : sounds
    }
  }

  private func cell(
    _ stem: VerbStem, _ ending: VerbEnding, prefixed: ([Sound]) -> [Sound]
  ) -> VerbCell {
    func finish(_ sounds: [Sound]) -> [Sound] {
      var word = prefixed(sounds)
      Self.assimilateGlides(&word)
      return word
    }
    switch ending.joint {
    case .bare: return VerbCell(words: stem.bare.map { finish(join($0, ending)) })
    case .closed, .open:
      let base = ending.joint == .open ? stem.open : stem.closed
      var cell = VerbCell(words: [finish(join(base, ending))])
      if let other = ending.beforePronoun {
        var before = ending
        before.sounds = other
        cell.beforePronoun = finish(join(base, before))
      } else if let hidden = ending.hidden {
        if isDefective {
          cell.beforePronoun = base[base.count - 2] == .a ? finish(base.dropLast() + [.alif]) : nil
        } else if last == .hamza {
          cell.beforePronoun = finish(base + [hidden])
        }
      }
      return cell
    }
  }

  /// Joins a stem and an ending; the weak last radical gives way to vowels.
  private func join(_ stem: [Sound], _ ending: VerbEnding) -> [Sound] {
    guard isDefective else { return stem + ending.sounds }
    switch ending.joint {
    case .bare: return Self.shortened(stem)
    case .closed: return Self.settled(stem) + ending.sounds
    case .open: return Self.joinWeak(stem, ending.sounds, endsInAlif: endsInAlif)
    }
  }

  /// A stem that has lost its weak letter: yarmi, rāmi. A hamza after a long a then ends the word
  /// (جاء, مراء).
  static func shortened(_ stem: [Sound]) -> [Sound] {
    let endsInHamza =
      stem.count > 3 && stem[stem.count - 2] == .i
      && stem[stem.count - 3] == .hamza && stem[stem.count - 4] == .alif
    return Array(stem.dropLast(endsInHamza ? 2 : 1))
  }

  /// A stem whose last radical is the glide of its vowel: ramay, baqiy, duʿiy, yadʿuw.
  static func settled(_ stem: [Sound]) -> [Sound] {
    var stem = stem
    let vowel = stem[stem.count - 2]
    if vowel == .i { stem[stem.count - 1] = .ya }
    if vowel == .u { stem[stem.count - 1] = .waw }
    return stem
  }

  /// Joins a stem that ends in a vowel and a weak radical to an ending in a vowel, or to nothing.
  static func joinWeak(_ stem: [Sound], _ ending: [Sound], endsInAlif: Bool) -> [Sound] {
    let full = settled(stem)
    let body = Array(stem.dropLast(2))
    let vowel = full[full.count - 2]
    guard let first = ending.first else {
      guard vowel == .a else { return full }
      let isAlif = full.last == .waw && endsInAlif || body.last == .ya
      return body + [.a, isAlif ? .alif : .ya]
    }
    if first == .a {
      let isDual = ending.count > 1 && ending[1].isVowel == false && ending[1] != .ta
      return isDual || vowel != .a ? full + ending : body + ending
    }
    return vowel == .a ? body + [.a] + ending.dropFirst() : body + ending
  }
}
