extension VerbShape {
  /// What a verb's hints say.
  private struct Hints {
    var form: VerbForm?
    var vowel: Sound?

    init(_ citation: Citation, of text: String) throws(InflectionError) {
      for hint in citation.hints {
        switch hint {
        case "a": vowel = .a
        case "i": vowel = .i
        case "u": vowel = .u
        default:
          guard let named = VerbForm(rawValue: hint) else {
            throw InflectionError(
              code: .unknownHint, citation: text,
              advice: "the hint \"\(hint)\" is none of a, i, u, I … X, QI, QII, QIV")
          }
          form = named
        }
      }
    }
  }

  /// The shapes a citation can have: one, or several where its spelling leaves more open.
  static func shapes(of text: String) throws(InflectionError) -> [VerbShape] {
    let citation = try Citation(text)
    let hints = try Hints(citation, of: text)
    let letters = citation.letters
    if letters.map(\.sound) == [.hamza, .ra, .maqsura], hints.form != .i {
      return [VerbShape(form: .iv, radicals: [.ra, .hamza, .ya], isDefective: true)]
    }
    let forms = hints.form.map { [$0] } ?? VerbForm.candidates(for: letters)
    let shapes = forms.flatMap { Self.shapes(letters, as: $0, vowel: hints.vowel) }
    guard !shapes.isEmpty else {
      throw InflectionError(
        code: .noPattern, citation: text,
        advice: "give the third person masculine singular perfect, with shadda, or name its form "
          + "after a colon (هدد:II)")
    }
    return shapes
  }

  private static func shapes(
    _ letters: [Citation.Letter], as form: VerbForm, vowel: Sound?
  ) -> [VerbShape] {
    guard let (core, infix, isMerged) = core(of: letters, in: form) else { return [] }
    var shape = VerbShape(form: form, radicals: core.map(\.sound), infix: infix)
    shape.isMerged = isMerged
    let wanted = form.isQuadriliteral ? 4 : 3
    if shape.radicals.count == wanted - 1 {
      shape.radicals.append(shape.last)
      shape.isDoubled = true
    }
    guard shape.radicals.count == wanted else { return [] }
    if form == .ix || form == .quadriliteralIntensive { shape.isDoubled = true }
    let final = shape.last
    let isFinalYa = final == .ya && form == .i && core[1].vowel != .a && !shape.isDoubled
    let isFinalWaw = final == .waw && form == .i && !shape.isDoubled
    if final == .alif || final == .maqsura || isFinalYa || isFinalWaw {
      shape.isDefective = true
      shape.endsInAlif = final == .alif && !shape.radicals[wanted - 2].isGlide
      let isWaw = shape.endsInAlif && form == .i || isFinalWaw
      shape.radicals[wanted - 1] = isWaw ? .waw : .ya
    }
    guard !shape.radicals.contains(.maqsura) else { return [] }
    if form == .i { return shape.withVowels(core, final: final, hint: vowel) }
    if shape.radicals[1] == .alif {
      guard form.contractsHollow else { return [] }
      shape.isHollow = true
      shape.radicals[1] = form == .iv || form == .x ? .waw : .ya
    }
    return shape.radicals.contains(.alif) ? [] : [shape]
  }

  /// Form I: finds the vowels, and with them the weak radical.
  private func withVowels(
    _ core: [Citation.Letter], final: Sound, hint: Sound?
  ) -> [VerbShape] {
    var shape = self
    if shape.radicals[1] == .alif {
      guard shape.radicals[0] != .alif else { return [] }
      shape.isHollow = true
      return (hint.map { [$0] } ?? [.u, .i]).map { vowel in
        var hollow = shape
        hollow.imperfectVowel = vowel
        hollow.radicals[1] = vowel == .i ? .ya : .waw
        return hollow
      }
    }
    if shape.radicals[0] == .alif { shape.radicals[0] = .hamza }
    guard !shape.radicals.contains(.alif) else { return [] }
    shape.perfectVowel = shape.isDefective ? .a : core[1].vowel ?? .a
    if shape.last == .hamza, !shape.isDoubled, let seat = core[2].seat { shape.perfectVowel = seat }
    if shape.isDefective, final == .ya { shape.perfectVowel = .i }
    if shape.isDefective, final == .waw { shape.perfectVowel = .u }
    shape.imperfectVowel = hint ?? shape.likelyImperfectVowel
    shape.dropsFirst = shape.radicals[0] == .waw && !shape.isDoubled && shape.losesWaw(hint)
    return [shape]
  }

  private var likelyImperfectVowel: Sound {
    if isDefective {
      if last == .waw { return .u }
      return perfectVowel == .i ? .a : .i
    }
    switch perfectVowel {
    case .i: return .a
    case .u: return .u
    default: return last == .hamza || radicals[1] == .hamza ? .a : .u
    }
  }

  /// يعد, يضع but يوجل, يوجه; يسع and يطأ are the two that go their own way. The passive has the
  /// `و` in any case.
  private func losesWaw(_ hint: Sound?) -> Bool {
    switch hint {
    case .u: false
    case .a:
      perfectVowel != .i || radicals[1...] == [.sin, 0x639] || radicals[1...] == [.tah, .hamza]
    case .i: true
    default: perfectVowel != .u
    }
  }

  /// The letters of a citation without those that its form adds.
  private static func core(
    of letters: [Citation.Letter], in form: VerbForm
  ) -> (letters: [Citation.Letter], infix: Sound, isMerged: Bool)? {
    func without(_ indices: [Int]) -> (letters: [Citation.Letter], infix: Sound, isMerged: Bool)? {
      guard letters.count > (indices.max() ?? 0) else { return nil }
      let kept = letters.indices.filter { !indices.contains($0) }.map { letters[$0] }
      return (kept, .ta, false)
    }
    switch form {
    case .i, .ii, .quadriliteral: return without([])
    case .iii: return letters.count > 1 && letters[1].sound == .alif ? without([1]) : nil
    case .iv:
      guard letters.count > 2 else { return nil }
      return letters[0].written == 0x622 ? without([1]) : without([0])
    case .v, .quadriliteralReflexive: return without([0])
    case .vi: return letters.count > 2 && letters[2].sound == .alif ? without([0, 2]) : nil
    case .vii: return without([0, 1])
    case .viii:
      guard letters.count > 3 else { return nil }
      if letters[1].hasShadda || !letters[1].takesInfix(letters[2].sound) {
        return (Array(letters.dropFirst()), letters[1].sound, true)
      }
      return ([letters[1]] + letters.dropFirst(3), letters[2].sound, false)
    case .ix, .quadriliteralIntensive: return without([0])
    case .x: return without([0, 1, 2])
    }
  }
}

extension Citation.Letter {
  /// The vowel that a final hamza's seat shows.
  fileprivate var seat: Sound? {
    switch written {
    case 0x623: .a
    case 0x624: .u
    case 0x626: .i
    default: nil
    }
  }

  /// Whether `letter` can be the infix of form VIII after this first radical.
  func takesInfix(_ letter: Sound) -> Bool {
    switch sound {
    case 0x635, 0x636, 0x637, 0x638: letter == .tah
    case 0x62F, 0x630, 0x632: letter == .dal
    case .alif, .maqsura, .ta: false
    default: letter == .ta
    }
  }
}
