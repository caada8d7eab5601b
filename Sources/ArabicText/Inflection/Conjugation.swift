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

extension VerbShape {
  /// What stands before a stem.
  private enum Head {
    /// A prefix and its vowel.
    case prefix(Sound, vowel: Sound)
    /// An alif with this vowel, if the stem begins with two consonants.
    case alif(vowel: Sound)
  }

  /// Adds the perfect for a person.
  func addPerfect(
    _ stem: VerbStem, _ person: Person, isPassive: Bool, _ clitics: InflectedForm.Clitics,
    to forms: inout FormCollector
  ) {
    add(stem, person.perfectEnding, .alif(vowel: isPassive ? .u : .i), clitics, to: &forms)
  }

  /// Adds the imperfect for a person and a mood.
  func addImperfect(
    _ stem: VerbStem, _ person: Person, _ mood: Mood, isPassive: Bool,
    _ clitics: InflectedForm.Clitics, to forms: inout FormCollector
  ) {
    let vowel: Sound = isPassive ? .u : form.prefixVowel
    add(
      stem, person.imperfectEnding(mood), .prefix(person.prefix, vowel: vowel), clitics, to: &forms)
  }

  /// Adds the imperative for a person among `Person.commanded`, from the stem of the imperfect.
  func addImperative(
    _ stem: VerbStem, _ person: Person, _ clitics: InflectedForm.Clitics,
    to forms: inout FormCollector
  ) {
    let ending = person.imperfectEnding(.jussive)
    if form == .iv { return add(stem, ending, .prefix(.hamza, vowel: .a), clitics, to: &forms) }
    var stem = stem
    if hasShortImperative {
      stem.open.removeFirst()
      stem.closed = stem.open
      stem.bare = stem.open
    }
    let vowel: Sound = form == .i && imperfectVowel == .u ? .u : .i
    add(stem, ending, .alif(vowel: vowel), clitics, to: &forms)
  }

  /// Adds one cell of a verb's table: the word standing alone, a doubled verb's other one (the jussive is يردّ or
  /// يردد), and the word before an attached pronoun where it is another.
  private func add(
    _ stem: VerbStem, _ ending: VerbEnding, _ head: Head, _ clitics: InflectedForm.Clitics,
    to forms: inout FormCollector
  ) {
    let alone = clitics.union(.standsAlone)
    switch ending.joint {
    case .bare:
      let base = isDefective ? Self.shortened(stem.bare) : stem.bare
      forms.add(alone) { join(head, base, into: &$0) }
      if let other = stem.otherBare { forms.add(alone) { join(head, other, into: &$0) } }
    case .closed, .open:
      let isOpen = ending.joint == .open
      let base = isOpen ? stem.open : stem.closed
      forms.add(alone) { join(head, base, ending.sounds, isOpen: isOpen, into: &$0) }
      if let other = ending.beforePronoun {
        forms.add(clitics) { join(head, base, other, isOpen: isOpen, into: &$0) }
      } else if let hidden = ending.hidden {
        addBeforePronoun(head, base, hidden, clitics, to: &forms)
      }
    }
  }

  /// Adds a word whose final vowel an attached pronoun brings to light: رماه, يقرؤه.
  private func addBeforePronoun(
    _ head: Head, _ stem: [Sound], _ hidden: Sound, _ clitics: InflectedForm.Clitics,
    to forms: inout FormCollector
  ) {
    if isDefective {
      guard stem[stem.count - 2] == .a else { return }
      forms.add(clitics) { word in
        join(head, stem, into: &word)
        word[word.count - 1] = .alif
      }
    } else if last == .hamza {
      forms.add(clitics) { word in
        join(head, stem, into: &word)
        word.append(hidden)
      }
    }
  }

  /// Puts head, stem and ending together; a weak last radical gives way to the ending's vowel.
  private func join(
    _ head: Head, _ stem: [Sound], _ ending: [Sound]? = nil, isOpen: Bool = true,
    into word: inout [Sound]
  ) {
    switch head {
    case .prefix(let prefix, let vowel):
      word.append(prefix)
      word.append(vowel)
    case .alif(let vowel):
      if Self.needsAlif(stem) {
        word.append(.alif)
        word.append(vowel)
      }
    }
    word += stem
    if let ending {
      if isDefective {
        Self.joinWeak(&word, ending, isOpen: isOpen, endsInAlif: endsInAlif)
      } else {
        word += ending
      }
    }
    if radicals[0].isGlide { Self.assimilateGlides(&word) }
  }

  /// A stem that has lost its weak letter: yarmi, rāmi. A hamza after a long a then ends the word
  /// (جاء, مراء).
  static func shortened(_ stem: [Sound]) -> [Sound] {
    let endsInHamza =
      stem.count > 3 && stem[stem.count - 2] == .i
      && stem[stem.count - 3] == .hamza && stem[stem.count - 4] == .alif
    return Array(stem.dropLast(endsInHamza ? 2 : 1))
  }

  /// Joins a word that ends in a vowel and a weak radical to an ending: one that begins with a
  /// vowel or is none (`isOpen`), or one that begins with a consonant.
  static func joinWeak(
    _ word: inout [Sound], _ ending: [Sound], isOpen: Bool, endsInAlif: Bool
  ) {
    let end = word.count - 1
    let vowel = word[end - 1]
    if vowel != .a { word[end] = vowel.lengthened }
    guard isOpen else {
      word += ending
      return
    }
    guard let first = ending.first else {
      if vowel == .a {
        let isAlif = word[end] == .waw && endsInAlif || end > 1 && word[end - 2] == .ya
        word[end] = isAlif ? .alif : .ya
      }
      return
    }
    if first == .a {
      // رميا keeps the weak letter, رمت does not.
      let isDual = ending.count > 1 && !ending[1].isVowel && ending[1] != .ta
      if vowel == .a, !isDual { word.removeLast(2) }
      word += ending
    } else {
      word.removeLast(2)
      if vowel == .a { word.append(.a) }
      word += vowel == .a ? ending.dropFirst() : ending[...]
    }
  }
}
