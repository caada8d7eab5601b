extension VerbShape {
  /// The active participle: كاتب, قائل, مهدد.
  var activeParticiple: Nominal {
    guard form == .i else {
      var sounds = full(.imperfect)
      sounds[sounds.count - 2] = .i
      return participle(of: worked(sounds))
    }
    var sounds = fill(.activeOne)
    if isHollow {
      sounds[sounds.count - 3] = .hamza
      // جاء: of two hamzas the second turns weak.
      if last == .hamza {
        sounds[sounds.count - 1] = .ya
        return Nominal(stem: sounds, isDefective: true)
      }
    }
    if isDoubled { sounds = Self.contracted(sounds) }
    if isDefective { sounds[sounds.count - 1] = .ya }
    return Nominal(stem: sounds, isDefective: isDefective)
  }

  /// The passive participle: مكتوب, مقول, مهدد.
  var passiveParticiple: Nominal {
    guard form == .i else { return participle(of: stem(.imperfectPassive)) }
    if isHollow {
      return Nominal(stem: fill(imperfectVowel == .i ? .passiveHollowYa : .passiveHollowWaw))
    }
    if isDefective {
      return Nominal(stem: fill(last == .waw ? .passiveOne : .passiveDefectiveYa))
    }
    return Nominal(stem: fill(.passiveOne))
  }

  private func participle(of stem: VerbStem) -> Nominal {
    var sounds: [Sound] = [.mim, .u] + stem.open
    Self.assimilateGlides(&sounds)
    return Nominal(stem: sounds, isDefective: isDefective)
  }

  /// The verbal noun where a rule gives it: the forms above I. فعال of form III is not given, it
  /// is too often another word (كاتب would give كتاب, طالب طلاب).
  var verbalNoun: Nominal? {
    if isToSee, form == .iv {
      return Nominal(stem: [.hamza, .i, .ra, .a, .alif, .hamza], hasTa: true)
    }
    let patterns = form.patterns
    var pattern = patterns.noun
    if isHollow, let hollow = patterns.hollowNoun { pattern = hollow }
    if isDefective || (form == .ii && last == .hamza), let defective = patterns.defectiveNoun {
      pattern = defective
    }
    guard let pattern else { return nil }
    var noun = Nominal(stem: fill(pattern), hasTa: pattern.endsInTa)
    if noun.hasTa { noun.stem.removeLast(2) }
    let end = noun.stem.count - 1
    // A weak last radical is a hamza after a long a: إعطاء.
    if isDefective {
      if noun.stem[end - 1] == .alif { noun.stem[end] = .hamza } else { noun.isDefective = true }
    }
    if isDoubled { noun.stem = Self.contracted(noun.stem) }
    if Self.needsAlif(noun.stem) { noun.stem = [.alif, .i] + noun.stem }
    Self.assimilateGlides(&noun.stem)
    return noun
  }
}

extension Pattern {
  /// Participles of form I, active and passive, with those of its hollow and defective verbs.
  fileprivate static let activeOne: Pattern = "1aA2i3"
  fileprivate static let passiveOne: Pattern = "ma12uw3"
  fileprivate static let passiveHollowYa: Pattern = "ma1iy3"
  fileprivate static let passiveHollowWaw: Pattern = "ma1uw3"
  fileprivate static let passiveDefectiveYa: Pattern = "ma12iy3"

  /// It ends in `ة`.
  fileprivate var endsInTa: Bool {
    if case .sound(.ha) = pieces.last { true } else { false }
  }
}
