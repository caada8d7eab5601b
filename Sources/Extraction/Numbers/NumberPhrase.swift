internal import ArabicText

/// A number as the text writes it, in digits, words or both.
struct NumberPhrase {
  var tokens: Range<Int>
  /// Bytes, without attached conjunction and preposition.
  var start: Int
  var end: Int
  var value: Double
  /// The digits it begins with.
  var numeral: Numeral?
  /// Words like ألف and مليون take part.
  var hasScale = false
  /// The largest of them, 1 without.
  var scale = 1.0
  /// A single short number word that may be another word: ست, سبع, عشر.
  var isBare = false
  /// What is attached to the first word.
  var clitics: Clitics = []

  var next: Int { tokens.upperBound }
  /// A scale word by itself: مليار.
  var isScaleAlone: Bool { tokens.count == 1 && scale > 1 && value == scale && clitics.isEmpty }
  /// The number, where it is whole and not large.
  var integer: Int? {
    value < 1e9 && value == value.rounded() ? Int(value) : nil
  }
  /// Four digits that may be a year.
  var isYearLike: Bool { plainInteger.map { (1900...2100).contains($0) } ?? false }
  /// Digits only, as years, days and hours are written.
  var plainInteger: Int? { hasScale || numeral?.isPlain != true ? nil : integer }
}

extension NumericField {
  /// The number that begins at a token: digits of any script with their marks, number words in
  /// every gender and case, compounds joined by و, scales (ألف، مليون) and fractions.
  ///
  /// Ordinals, definite number words (الثلاثة) and vague numbers (آلاف) are none.
  func number(at index: Int) -> NumberPhrase? {
    if isNumber(index) { return sum(from: index) }
    guard has([.cardinals, .fractions], at: index) else { return nil }
    return sum(from: index)
  }

  /// The token behind a number and a word or mark that joins it to another: إلى، أو، و before digits,
  /// a dash.
  func rangeJoint(behind phrase: NumberPhrase) -> Int? {
    let at = phrase.next
    if isMark(0x2D, 0x2013, at: at) { return at + 1 }
    guard isWord(at) else { return nil }
    let joins =
      has(KindSet(.until), at: at) || isWord(at, .or)
      || isWaw(at)
    return joins ? at + 1 : nil
  }

  /// و that stands alone, as before digits.
  func isWaw(_ at: Int) -> Bool {
    isWord(at) && tokens[at].letters == 1 && letter(0, of: at) == Alphabet.waw
  }

  /// Adds up groups with falling scales: ثلاثة ملايين | ومئتي ألف | وخمسة.
  private func sum(from index: Int) -> NumberPhrase? {
    guard let first = group(at: index, isFirst: true) else { return nil }
    var phrase = NumberPhrase(
      tokens: index..<first.end, start: start(index, first.clitics), end: 0, value: 0,
      numeral: first.numeral, isBare: first.isBare, clitics: first.clitics)
    var part = first
    var scale = Double.infinity
    var end = index
    while true {
      scaleUp(&part)
      guard part.scale < scale else { break }
      phrase.value += part.value
      scale = part.scale
      end = part.end
      phrase.hasScale = phrase.hasScale || scale > 1
      phrase.scale = max(phrase.scale, scale)
      guard scale > 1, let next = joined(at: end) else { break }
      part = next
    }
    if let more = fraction(behind: end, scale: scale) {
      phrase.value += more.value
      end = more.end
    }
    phrase.tokens = index..<end
    phrase.end = self.end(before: end)
    phrase.isBare = phrase.isBare && end == index + 1
    return phrase
  }

  /// A number below a thousand, or a scale word that stands for one or two of its kind.
  private struct Group {
    var value: Double
    var scale = 1.0
    var end: Int
    var numeral: Numeral?
    var isBare = false
    var clitics: Clitics = []
  }

  private func group(at index: Int, isFirst: Bool) -> Group? {
    if isNumber(index) { return digits(at: index) }
    let fits: (NumericHit) -> Bool = { hit in
      !hit.isDefinite && !hit.has(.plural)
        && (isFirst || hit.clitics == .conjunction) && !self.isFalseFriend(hit)
    }
    guard let hit = hit([.cardinals, .fractions], at: index, where: fits) else { return nil }
    var group = Group(value: hit.term.value, end: hit.next, clitics: hit.clitics)
    switch hit.term.kind {
    case .scale:
      group.scale = hit.has(.dual) ? hit.term.value / 2 : hit.term.value
    case .fraction:
      guard group.value < 1 else { return nil }
    case .hundred: addSmaller(&group, tens: true)
    case .unit:
      group.isBare = hit.has(.bare)
      addParts(hit, &group)
    default: break
    }
    return group
  }

  /// Behind a unit: the tens (خمسة وعشرون) or the name of a part (ثلاثة أرباع).
  private func addParts(_ unit: NumericHit, _ group: inout Group) {
    if let parts = hit(.fractions, at: group.end, where: { $0.has(.plural) && $0.clitics.isEmpty })
    {
      group.value *= parts.term.value
      group.end = parts.next
    } else if unit.term.value < 10,
      let ten = hit(KindSet(.ten), at: group.end, where: { $0.clitics == .conjunction })
    {
      group.value += ten.term.value
      group.end = ten.next
    }
  }

  /// Behind a hundred: what is smaller, joined by و.
  private func addSmaller(_ group: inout Group, tens: Bool) {
    guard
      let hit = hit(
        KindSet(.unit, .teen, .ten), at: group.end,
        where: { $0.clitics == .conjunction })
    else { return }
    group.value += hit.term.value
    group.end = hit.next
    if hit.term.kind == .unit, hit.term.value < 10,
      let ten = self.hit(KindSet(.ten), at: group.end, where: { $0.clitics == .conjunction })
    {
      group.value += ten.term.value
      group.end = ten.next
    }
  }

  /// Multiplies by the scale words that follow.
  private func scaleUp(_ group: inout Group) {
    // «12» ألف
    if part(inMarks: group.end), has(KindSet(.scale), at: group.end + 1) { group.end += 1 }
    if group.numeral?.decimal != nil,
      has(KindSet(.scale, .percent), at: group.end) || isMark(0x25, 0x66A, at: group.end),
      let decimal = group.numeral?.decimal
    {
      group.value = decimal
    }
    while let scale = hit(
      KindSet(.scale), at: group.end,
      where: { !$0.has(.dual) && $0.clitics.isEmpty })
    {
      group.value *= scale.term.value
      group.scale *= scale.term.value
      group.end = scale.next
    }
  }

  /// Whether a number in digits before `index` stands between marks of citation.
  private func part(inMarks index: Int) -> Bool {
    guard index >= 2, index < tokens.count, isNumber(index - 1) else { return false }
    return tokens[index].isTransparent && tokens[index - 2].isTransparent
  }

  /// The next group, joined by و.
  private func joined(at index: Int) -> Group? {
    if isWord(index), tokens[index].letters == 1, letter(0, of: index) == Alphabet.waw,
      touches(index, index + 1)
    {
      return digits(at: index + 1)
    }
    guard has(.cardinals, at: index) else { return nil }
    return group(at: index, isFirst: false).flatMap { $0.value < 1 ? nil : $0 }
  }

  /// «ونصف» and «ونصف المليون» behind a number.
  private func fraction(behind index: Int, scale: Double) -> (value: Double, end: Int)? {
    guard
      let part = hit(
        .fractions, at: index,
        where: { $0.clitics == .conjunction && $0.isHalfOrQuarter && !$0.has(.plural) })
    else { return nil }
    var end = part.next
    if let again = hit(KindSet(.scale), at: end, where: { $0.term.value == scale }) {
      end = again.next
    }
    return (part.term.value * scale, end)
  }

  // MARK: Digits

  private func digits(at index: Int) -> Group? {
    guard let numeral = numeral(index) else { return nil }
    var group = Group(value: numeral.value, end: index + 1, numeral: numeral)
    if let decimal = agencyDecimal(at: index, numeral) ?? turnedDecimal(at: index, numeral)
      ?? commaNumber(at: index, numeral)
    {
      group.value = decimal
      group.end = index + 3
      group.numeral?.hasMarks = true
    }
    return group
  }

  /// The press agencies' decimal letter: 5ر1 is one and a half, the fraction written first.
  private func agencyDecimal(at index: Int, _ fraction: Numeral) -> Double? {
    guard isWord(index + 1), tokens[index + 1].letters == 1,
      letter(0, of: index + 1) == Alphabet.ra, touches(index, index + 1),
      touches(index + 1, index + 2), let whole = numeral(index + 2), whole.isPlain,
      fraction.isPlain, fraction.digits < 4
    else { return nil }
    return whole.value + fraction.value / power(fraction.digits)
  }

  /// A mark of direction behind the point parts the digits into two runs, of which the right-hand one is read last: what is
  /// written 50, point, mark, 49 is seen as 49.50.
  private func turnedDecimal(at index: Int, _ fraction: Numeral) -> Double? {
    guard isMark(0x2E, 0x66B, at: index + 1), touches(index, index + 1), isNumber(index + 2),
      fraction.isPlain, fraction.digits < 7, let whole = numeral(index + 2), whole.isPlain,
      isDirection(between: index + 1, index + 2)
    else { return nil }
    return whole.value + fraction.value / power(fraction.digits)
  }

  /// Whether a right-to-left mark stands between two tokens, and nothing else.
  private func isDirection(between first: Int, _ second: Int) -> Bool {
    field.text.bytes[tokens[first].originalEnd..<tokens[second].originalStart]
      .elementsEqual([0xE2, 0x80, 0x8F])
  }

  /// Digits around an Arabic comma: thousands before three digits, else a decimal before a scale
  /// word or percent sign.
  private func commaNumber(at index: Int, _ whole: Numeral) -> Double? {
    guard isMark(0x60C, at: index + 1), touches(index, index + 1), touches(index + 1, index + 2),
      whole.isPlain, whole.digits < 4, let rest = numeral(index + 2), rest.isPlain
    else { return nil }
    if rest.digits == 3 { return whole.value * 1000 + rest.value }
    guard rest.digits < 3,
      has(KindSet(.scale, .percent), at: index + 3) || isMark(0x25, 0x66A, at: index + 3)
    else { return nil }
    return whole.value + rest.value / power(rest.digits)
  }

  private func power(_ digits: Int) -> Double { (0..<digits).reduce(1) { ten, _ in ten * 10 } }

  /// Words that only look like a number under a clitic: لست is "I am not", كمية a quantity.
  private func isFalseFriend(_ hit: NumericHit) -> Bool {
    hit.clitics.contains(.kaf)
      || hit.has(.bare) && hit.tokens.count == 1 && hit.clitics.contains(.lam)
        && tokens[hit.tokens.lowerBound].letters < 4
  }
}

extension KindSet {
  static let cardinals = KindSet(.unit, .teen, .ten, .hundred, .scale)
  static let fractions = KindSet(.fraction)
}
