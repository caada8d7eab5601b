internal import ArabicText
internal import Articles

/// The noun behind a number, and duals.
extension QuantityReader {
  /// The unit behind a number: percent, measure, currency or counted noun; «42 من عناصر» counts
  /// عناصر.
  func unit(behind phrase: NumberPhrase) -> Unit? {
    var at = phrase.next
    if at < numbers.tokens.count, phrase.tokens.lowerBound > 0, numbers.tokens[at].isTransparent,
      numbers.tokens[phrase.tokens.lowerBound - 1].isTransparent
    {
      at += 1
    }
    if numbers.isMark(0x25, 0x66A, at: at) {
      return Unit(isPercent: true, next: at + 1, end: numbers.end(before: at + 1))
    }
    if let percent = numbers.hit(KindSet(.percent), at: at) {
      return Unit(isPercent: true, next: percent.next, end: numbers.end(before: percent.next))
    }
    if isSign(at) { return unit(at..<at + 1) }
    if numbers.isMark(0x2F, at: at), numbers.has(KindSet(.measure), at: at + 1) { at += 1 }
    if let measure = measure(at: at) { return measure }
    if isOf(at), !numbers.has(KindSet(.function), at: at + 1), !numbers.isWord(at + 1, .total),
      isNoun(at + 1, phrase, afterOf: true)
    {
      return unit(at + 1..<at + 2)
    }
    guard isNoun(at, phrase, afterOf: false) else { return nil }
    return unit(at..<at + 1)
  }

  private func unit(_ tokens: Range<Int>) -> Unit {
    let bytes = ByteRange(
      numbers.tokens[tokens.lowerBound].originalStart, numbers.end(before: tokens.upperBound))
    return Unit(bytes: bytes, next: tokens.upperBound, end: bytes.end)
  }

  private func measure(at index: Int) -> Unit? {
    guard
      let hit = numbers.hit(
        KindSet(.measure, .currency), at: index, where: { $0.clitics.isEmpty })
    else { return nil }
    // A currency's adjective (جنيه إسترليني) is no part of the unit.
    return unit(index..<(hit.term.kind == .currency ? index + 1 : hit.next))
  }

  /// Whether a word can be the counted noun: without article, no function word, and nothing
  /// attached in front unless the noun is known.
  private func isNoun(_ index: Int, _ phrase: NumberPhrase, afterOf: Bool) -> Bool {
    guard numbers.isWord(index), numbers.tokens[index].isArabic, numbers.tokens[index].letters > 1
    else { return false }
    if let known = nouns.match(numbers.tokens[index], in: numbers.field.text) {
      let plain = known.clitics.isEmpty || afterOf && known.clitics == .article
      if plain, known.form == .singular || known.form == .plural || known.form == .unclearDual {
        return true
      }
    }
    if afterOf { return true }
    guard !numbers.has(KindSet(.function), at: index), !numbers.isDefinite(index),
      numbers.tokens[index].letters > 2, !numbers.has(KindSet(.deictic, .month), at: index)
    else { return false }
    if isVerb(index) || isTimeUnit(index) || numbers.isWord(index, .uncounted) { return false }
    let first = numbers.letter(0, of: index)
    if phrase.isYearLike, first == Alphabet.ba || first == Alphabet.lam { return false }
    let last = numbers.letter(-1, of: index)
    let isAccusative = last == Alphabet.alif && isCountedSingly(phrase)
    let isLong = numbers.tokens[index].letters > 4
    let isPlural = last == Alphabet.ta && numbers.letter(-2, of: index) == Alphabet.alif
    if isAccusative || isLong && (last == Alphabet.ha && phrase.value > 10 || isPlural) {
      return numbers.letter(0, of: index) != Alphabet.waw
    }
    // Long numbers beside an unknown word are numbers to dial.
    if let numeral = phrase.numeral, numeral.isPlain, numeral.digits > 5, !phrase.hasScale,
      last != Alphabet.alif
    {
      return false
    }
    return !isAttached(index)
  }

  private func isTimeUnit(_ index: Int) -> Bool {
    numbers.hit(KindSet(.timeUnit), at: index, where: { !$0.has(.ambiguous) }) != nil
  }

  /// Whether the last part of the number is 11 to 99, so that an accusative follows.
  private func isCountedSingly(_ phrase: NumberPhrase) -> Bool {
    guard let integer = phrase.integer else { return false }
    return (11...99).contains(integer % 100)
  }

  /// Whether an unknown word has a verb's ending or beginning: قتلوا، انخفضت، يعملون، سترتفع.
  private func isVerb(_ index: Int) -> Bool {
    let last = numbers.letter(-1, of: index)
    let before = numbers.letter(-2, of: index)
    let first = numbers.letter(0, of: index)
    if last == Alphabet.alif, before == Alphabet.waw { return true }
    if last == Alphabet.ta, before != Alphabet.alif { return true }
    if first == Alphabet.ya, last == Alphabet.nun, before == Alphabet.waw { return true }
    let second = numbers.letter(1, of: index)
    return first == 0x633 && numbers.tokens[index].letters > 4
      && (second == Alphabet.ta || second == Alphabet.ya)
  }

  /// Whether the word's first letter may be a conjunction or preposition.
  private func isAttached(_ index: Int) -> Bool {
    switch numbers.letter(0, of: index) {
    case Alphabet.waw, Alphabet.ba, Alphabet.lam, 0x641, 0x643: true
    default: false
    }
  }

  // MARK: Duals

  /// A noun whose ending says two: «جنديين», «حالتي غرق», «مواطنين اثنين». The word at `index` has such
  /// an ending.
  func dual(at index: Int) -> Reading? {
    // A dual behind a dual is its adjective: رجلان سعوديان.
    if numbers.isWord(index - 1), hasDualEnding(index - 1) { return nil }
    let token = numbers.tokens[index]
    let two = numbers.hit(
      KindSet(.unit), at: index + 1,
      where: { $0.term.number == 2 && $0.clitics.isEmpty })
    let next = two?.next ?? index + 1
    if let hit = numbers.hit(
      KindSet(.measure, .currency), at: index,
      where: { $0.has(.dual) && !$0.isDefinite && !$0.has(.ambiguous) && $0.tokens.count == 1 })
    {
      return reading(index, hit.clitics, next)
    }
    if let noun = nouns.match(token, in: numbers.field.text) {
      // حركة طالبان
      guard !noun.clitics.contains(.article), !isName(index) else { return nil }
      switch noun.form {
      case .dual: break
      case .unclearDual where two != nil: break
      default: return nil
      }
      guard !introducesList(next), !isDefiniteGenitive(index, next) else { return nil }
      return reading(index, noun.clitics, next)
    }
    guard isFeminineDual(index), !introducesList(next) else { return nil }
    return reading(index, [], next)
  }

  private func reading(_ index: Int, _ clitics: Clitics, _ next: Int) -> Reading {
    let start = numbers.start(index, clitics)
    return Reading(
      start: start, next: next, end: numbers.end(before: next), value: 2,
      unit: ByteRange(start, numbers.tokens[index].originalEnd))
  }

  /// ان، ين, or before a genitive تا، تي.
  func hasDualEnding(_ index: Int) -> Bool {
    let token = numbers.tokens[index]
    guard token.letters > 3, token.letters < 255, token.isArabic else { return false }
    let last = numbers.field.text.letter(Int(token.letters) - 1, of: token)
    let before = numbers.field.text.letter(Int(token.letters) - 2, of: token)
    switch last {
    case Alphabet.nun: return before == Alphabet.alif || before == Alphabet.ya
    case Alphabet.alif, Alphabet.ya: return before == Alphabet.ta
    default: return false
    }
  }

  /// «دولتي الإمارات والسعودية» is definite.
  private func isDefiniteGenitive(_ index: Int, _ next: Int) -> Bool {
    numbers.letter(-1, of: index) != Alphabet.nun
      && (numbers.isDefinite(next) || !numbers.isWord(next) || isName(next)
        || numbers.has(KindSet(.function), at: next) || isImperfect(next)
        || isAttached(next) && !isKnown(next))
  }

  /// Whether a name of a lexicon begins with the word.
  private func isName(_ index: Int) -> Bool {
    guard numbers.isWord(index) else { return false }
    return numbers.field.terms(at: index).contains { match in
      switch Knowledge.lexicon(of: match.id) {
      case .countries, .capitals, .places, .organizations, .prominentPeople: true
      default: false
      }
    }
  }

  func isKnown(_ index: Int) -> Bool {
    nouns.match(numbers.tokens[index], in: numbers.field.text)?.clitics.isEmpty == true
  }

  /// «أسرتي تتفهم» is "my family": what follows begins like a verb.
  private func isImperfect(_ index: Int) -> Bool {
    let first = numbers.letter(0, of: index)
    return first == Alphabet.ta || first == Alphabet.ya
  }

  private func introducesList(_ index: Int) -> Bool {
    numbers.isMark(0x3A, at: index)
      || numbers.isWord(index, .enumerating)
      || (1...3).contains { back in
        (0..<back).allSatisfy { numbers.isMark(0x60C, 0x2E, 0x2D, at: index + $0) }
          && numbers.isWord(index + back, .enumerating)
      }
      || isNamed(index) || opensParts(index)
  }

  /// «مرحلتان؛ المرحلة الأولى …»: behind a mark the first of them.
  private func opensParts(_ index: Int) -> Bool {
    numbers.isMark(0x61B, 0x60C, 0x2D, 0x2E, at: index) && numbers.isDefinite(index + 1)
      && numbers.hit(KindSet(.ordinal), at: index + 2, where: { $0.term.number == 1 }) != nil
  }

  /// Both are named at once: «شخصان سائق ومرافق».
  private func isNamed(_ index: Int) -> Bool {
    guard numbers.isWord(index), numbers.isWord(index + 1), !numbers.isDefinite(index),
      numbers.letter(-1, of: index - 1) == Alphabet.nun,
      numbers.letter(0, of: index + 1) == Alphabet.waw, !isAttached(index),
      numbers.kinds[index].isEmpty
    else { return false }
    let last = numbers.letter(-1, of: index)
    return last != Alphabet.alif && last != Alphabet.nun && last != Alphabet.ya
  }

  /// An unknown word in يتين or يتان, the dual of a feminine in ية.
  private func isFeminineDual(_ index: Int) -> Bool {
    let token = numbers.tokens[index]
    guard token.letters > 6, token.letters < 14, numbers.letter(-1, of: index) == Alphabet.nun,
      numbers.letter(-3, of: index) == Alphabet.ta, numbers.letter(-4, of: index) == Alphabet.ya,
      !numbers.isDefinite(index), !isAttached(index)
    else { return false }
    return numbers.field.terms(at: index).isEmpty
  }
}
