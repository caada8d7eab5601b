/// A verb cited by its imperfect (يهدد) where the perfect (هدّد) is wanted: read as a perfect it would be
/// a verb of four radicals that nobody knows.
enum ImperfectCitation {
  /// Perfects of three letters that begin with ي themselves.
  private static let perfectsInYa: Set<String> = [
    "يئس", "يبس", "يتم", "يسر", "يفع", "يقظ", "يقن", "يمن", "ينع",
  ]

  /// The perfects of which a citation is the imperfect of the third person; none where it is a perfect.
  static func perfects(of citation: String) -> [String] {
    // Thousands of verbs are read at the start, hardly one of them in ي.
    guard citation.unicodeScalars.first == ya else { return [] }
    let parts = citation.split(separator: ":", omittingEmptySubsequences: false)
    // A hint that names the form says that a perfect is meant.
    if parts.dropFirst().contains(where: { VerbForm(rawValue: String($0)) != nil }) { return [] }
    let letters = (parts.first ?? "").unicodeScalars.filter { !isSign($0) }
    guard letters.first == ya, letters.count > 2, letters.dropFirst().first != alif,
      !perfectsInYa.contains(text(letters))
    else { return [] }
    let wanted = text(letters).folded
    return candidates(Array(letters.dropFirst())).filter { candidate in
      guard let verb = try? Verb(citation: candidate) else { return false }
      return verb.forms().contains { $0.kind == .imperfect && $0.letters == wanted }
    }
  }

  /// What the perfect may be, by the letters behind ي, the likelier first: as they stand (يقتل), with a shadda on the
  /// second of three (يدمر), with the و of وصل, with the alif of the derived forms, each with its weak letter as the
  /// perfect has it.
  private static func candidates(_ rest: [Unicode.Scalar]) -> [String] {
    var stems = [rest]
    if rest.first == wawHamza { stems.append([alifHamza] + rest.dropFirst()) }
    if rest.count == 3 { stems.append([rest[0], rest[1], shadda, rest[2]]) }
    stems += [[waw] + rest, [alif] + rest, [alifHamza] + rest]
    var found: [String] = []
    for stem in stems where stem.first != ya {
      for form in [stem] + weak(stem) where !found.contains(text(form)) { found.append(text(form)) }
    }
    return found
  }

  /// يقول and قال, يدعو and دعا, يعطي and أعطى.
  private static func weak(_ stem: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var forms: [[Unicode.Scalar]] = []
    if stem.count > 2, [waw, ya].contains(stem[stem.count - 2]) {
      var hollow = stem
      hollow[stem.count - 2] = alif
      forms.append(hollow)
    }
    if let last = stem.last, [waw, ya, maqsura].contains(last) {
      forms.append(stem.dropLast() + [last == waw ? alif : last == ya ? maqsura : ya])
    }
    return forms
  }

  private static let alif: Unicode.Scalar = "\u{627}"
  private static let alifHamza: Unicode.Scalar = "\u{623}"
  private static let wawHamza: Unicode.Scalar = "\u{624}"
  private static let waw: Unicode.Scalar = "\u{648}"
  private static let maqsura: Unicode.Scalar = "\u{649}"
  private static let shadda: Unicode.Scalar = "\u{651}"
  private static let ya: Unicode.Scalar = "\u{64A}"

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x652).contains(scalar.value) || scalar.value == 0x640 || scalar.value == 0x670
  }

  private static func text(_ letters: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    return text
  }
}
