internal import ArabicText
internal import Articles

/// Reads the quantity that begins at a token of one field.
struct QuantityReader {
  let numbers: NumericField
  let nouns: CountedNouns

  static let starters = KindSet.cardinals.union(KindSet(.fraction, .measure, .currency))

  /// A quantity before it becomes a span.
  struct Reading {
    var start: Int
    var next: Int
    var end: Int
    var value: Double
    /// The bytes of the unit; nil for `%` and where none stands.
    var unit: ByteRange?
    var isPercent = false
    var isApproximate = false
  }

  /// The counted noun, currency or measure behind a number.
  struct Unit {
    var bytes: ByteRange?
    var isPercent = false
    /// One past its last token.
    var next: Int
    var end: Int
  }

  /// Says no to most tokens: no quantity begins there, nor a number that is passed over.
  @inline(__always)
  func mayBegin(at index: Int) -> Bool {
    switch numbers.tokens[index].kind {
    case .word:
      !numbers.kinds[index].isDisjoint(with: Self.starters.union(KindSet(.ordinal)))
        || hasDualEnding(index)
    case .number, .mark: true
    case .newline: false
    }
  }

  func reading(at index: Int) -> Reading? {
    if numbers.isNumber(index) || numbers.has(Self.starters, at: index) {
      if let counted = counted(at: index) ?? definite(at: index) { return counted }
    }
    switch numbers.tokens[index].kind {
    case .word: return hasDualEnding(index) ? dual(at: index) : nil
    case .mark:
      return numbers.isMark(0x25, 0x66A, at: index) ? leadingPercent(at: index) : nil
    default: return nil
    }
  }

  /// Where to look on behind a token that begins no quantity: numbers that name (المادة 14) and
  /// ordinals (التاسعة عشرة) are passed over whole.
  func next(after index: Int) -> Int {
    if let ordinal = numbers.hit(KindSet(.ordinal), at: index), ordinal.tokens.count > 1 {
      return ordinal.next
    }
    guard numbers.isNumber(index), let phrase = numbers.number(at: index) else { return index + 1 }
    return phrase.next
  }

  // MARK: Numbers

  private func counted(at index: Int) -> Reading? {
    guard let phrase = numbers.number(at: index), !isName(phrase, at: index) else { return nil }
    if phrase.value == 1, phrase.numeral == nil { return one(phrase) }
    if phrase.value == 2, phrase.numeral == nil, isWeakTwo(phrase) { return nil }
    let unit = unit(behind: phrase)
    let range = unit == nil ? rangeEnd(phrase) : nil
    guard unit != nil || range != nil || standsAlone(phrase, at: index) else { return nil }
    if phrase.value < 1, !phrase.hasScale, phrase.numeral == nil {
      guard let unit, unit.isPercent || isMeasure(unit, phrase) else { return nil }
    }
    var reading = Reading(
      start: phrase.start, next: phrase.next, end: phrase.end, value: phrase.value)
    if let unit {
      reading.unit = unit.bytes
      reading.isPercent = unit.isPercent
      reading.next = unit.next
      reading.end = unit.end
    } else if let range {
      // «بين 100 و300 ألف ريال»: the first shares scale and unit of the second.
      let sharesScale = !phrase.hasScale && !isOf(phrase.next)
      if sharesScale, phrase.value < range.phrase.value { reading.value *= range.phrase.scale }
      reading.unit = range.unit.bytes
      reading.isPercent = range.unit.isPercent
    }
    // «(7) سنوات», «"970" حالة»: marks that close within it are its own.
    if unit != nil, closes(phrase.next, index - 1) || closes(index + 1, index - 1) {
      reading.start = numbers.tokens[index - 1].originalStart
    } else if isSign(index - 1), numbers.touches(index - 1, index), reading.unit == nil {
      reading.start = numbers.tokens[index - 1].originalStart
      reading.unit = ByteRange(reading.start, numbers.tokens[index - 1].originalEnd)
    }
    reading.isApproximate = isApproximate(index, reading.next)
    return reading
  }

  /// Whether a bracket or quotation mark before a number closes at a token.
  private func closes(_ closing: Int, _ opening: Int) -> Bool {
    numbers.isMark(0x28, at: opening) && numbers.isMark(0x29, at: closing)
      || isQuotationMark(opening) && isQuotationMark(closing)
  }

  private func isQuotationMark(_ index: Int) -> Bool {
    numbers.tokens.indices.contains(index) && numbers.tokens[index].isQuotationMark
  }

  private func isMeasure(_ unit: Unit, _ phrase: NumberPhrase) -> Bool {
    numbers.has(KindSet(.measure, .currency), at: phrase.next)
  }

  /// «واحد» behind a noun without article (خلية واحدة), or behind «بينها».
  private func one(_ phrase: NumberPhrase) -> Reading? {
    let index = phrase.tokens.lowerBound
    guard phrase.clitics.isEmpty, phrase.tokens.count == 1, isOne(index), numbers.isWord(index - 1),
      !numbers.isDefinite(index - 1), !isOf(phrase.next),
      !numbers.isWord(index - 1, .distributive)
    else { return nil }
    var reading = Reading(
      start: phrase.start, next: phrase.next, end: phrase.end, value: 1)
    if numbers.has(KindSet(.function), at: index - 1) {
      guard isCue(index - 1) else { return nil }
    } else {
      guard !numbers.has(KindSet(.timeUnit, .ordinal, .unit), at: index - 1) else { return nil }
      let noun = nouns.match(numbers.tokens[index - 1], in: numbers.field.text)
      let joined = noun == nil && numbers.letter(0, of: index - 1) == Alphabet.waw
      reading.start = numbers.start(index - 1, noun?.clitics ?? (joined ? .conjunction : []))
      reading.unit = ByteRange(reading.start, numbers.tokens[index - 1].originalEnd)
    }
    return reading
  }

  private func isOne(_ index: Int) -> Bool { numbers.isWord(index, .one) }

  /// «اثنين» alone is a weekday too; it counts before «من» or behind a word of loss.
  private func isWeakTwo(_ phrase: NumberPhrase) -> Bool {
    guard phrase.tokens.count == 1, !phrase.hasScale else { return false }
    return !isOf(phrase.next) && !isCue(phrase.tokens.lowerBound - 1)
      && !numbers.has(KindSet(.percent), at: phrase.next)
  }

  private func leadingPercent(at index: Int) -> Reading? {
    guard numbers.touches(index, index + 1), !numbers.isNumber(index - 1),
      let phrase = numbers.number(at: index + 1), phrase.numeral != nil, !phrase.hasScale
    else { return nil }
    return Reading(
      start: numbers.tokens[index].originalStart, next: phrase.next, end: phrase.end,
      value: phrase.value, isPercent: true, isApproximate: isApproximate(index, phrase.next))
  }

  // MARK: What is no quantity

  /// Numbers that name or order: المادة 14, رقم 5, F16, the result of a match, a bullet.
  private func isName(_ phrase: NumberPhrase, at index: Int) -> Bool {
    guard let numeral = phrase.numeral else {
      // «القطاعات الخمسة عشرة»
      if numbers.has(.cardinals, at: index - 1), numbers.isDefinite(index - 1) { return true }
      return isLabel(index - 1) && unit(behind: phrase) == nil
    }
    if numeral.startsWithZero, numeral.isPlain, numeral.digits > 1 { return true }
    if isHyphenated(index) || isLabel(index - 1) && !isMeasured(phrase) { return true }
    // «الـ«63»» orders; «نحو الـ 250 ألف» counts.
    let article = numbers.isMark(0xAB, 0x22, 0x201C, at: index - 1) ? index - 2 : index - 1
    if isArticle(article) {
      return approximator(before: article) == nil || unit(behind: phrase) == nil
    }
    if numbers.isWord(phrase.next), numbers.touches(phrase.next - 1, phrase.next),
      !numbers.tokens[phrase.next].isArabic, !numbers.has(KindSet(.measure), at: phrase.next)
    {
      return true
    }
    if isJoined(index - 1, index) || isJoined(phrase.next, phrase.next - 1) {
      return !isRange(phrase, at: index)
    }
    return numbers.beginsLine(index) && numbers.isMark(0x2E, 0x2D, 0x29, 0x2013, at: phrase.next)
  }

  /// Whether a scale or measure makes it a quantity even behind a label: عيار 40 ملليمتر.
  private func isMeasured(_ phrase: NumberPhrase) -> Bool {
    phrase.hasScale || numbers.has(KindSet(.measure, .currency, .percent), at: phrase.next)
      || numbers.isMark(0x25, 0x66A, at: phrase.next)
  }

  private func isLabel(_ index: Int) -> Bool {
    guard numbers.isWord(index) else { return false }
    return nouns.match(numbers.tokens[index], in: numbers.field.text)?.form == .label
  }

  /// «اف-16», «سو-25».
  private func isHyphenated(_ index: Int) -> Bool {
    numbers.isMark(0x2D, 0x2013, at: index - 1) && numbers.touches(index - 1, index)
      && numbers.isWord(index - 2) && numbers.touches(index - 2, index - 1)
  }

  func isArticle(_ index: Int) -> Bool {
    numbers.isWord(index) && numbers.tokens[index].letters == 2
      && numbers.letter(0, of: index) == Alphabet.alif
      && numbers.letter(1, of: index) == Alphabet.lam
  }

  /// Whether a mark that joins numbers stands between the token and another number.
  private func isJoined(_ mark: Int, _ number: Int) -> Bool {
    guard numbers.isMark(0x2D, 0x2F, 0x3A, 0x2B, 0x2A, 0xD7, 0x2013, 0x5F, at: mark) else {
      return false
    }
    let other = mark + (mark - number).signum()
    return numbers.isNumber(other)
  }

  /// «20-30 شخصا»: two numbers in rising order with a unit behind.
  private func isRange(_ phrase: NumberPhrase, at index: Int) -> Bool {
    let dash: (Int) -> Bool = { numbers.isMark(0x2D, 0x2013, at: $0) }
    if dash(index - 1), let low = numbers.numeral(index - 2) {
      return low.value < phrase.value && unit(behind: phrase) != nil
    }
    guard dash(phrase.next), let high = numbers.number(at: phrase.next + 1) else { return false }
    return high.value > phrase.value && unit(behind: high) != nil
  }

  // MARK: Numbers without a noun

  /// A number counts by itself behind words like مقتل, behind نحو, before منهم, or when it is
  /// written in words that are nothing else.
  private func standsAlone(_ phrase: NumberPhrase, at index: Int) -> Bool {
    if isSign(index - 1), numbers.touches(index - 1, index) { return true }
    if isPronounOf(phrase.next) { return true }
    if let numeral = phrase.numeral, !phrase.hasScale {
      if numeral.isPlain, numeral.digits > 6 { return false }
      if touchesWord(index) { return false }
      if nouns.risesTo(index, in: numbers) { return true }
      if phrase.isYearLike { return false }
      return isCue(index - 1) || isBracket(index - 1) && isCue(index - 2)
        || approximator(before: index) != nil
    }
    if phrase.hasScale, phrase.numeral == nil, phrase.tokens.count == 1 {
      return approximator(before: index) != nil || isCue(index - 1)
        || numbers.letter(0, of: index) == Alphabet.waw
    }
    return !phrase.isBare && phrase.value >= 1
  }

  private func isBracket(_ index: Int) -> Bool { numbers.isMark(0x28, at: index) }

  /// The further number that shares its unit: «من 3 إلى 5 أشخاص», «3 أو 4 أيام», «3000 - 3750 دولارا»; «7 من أصل 9 سفن».
  private func rangeEnd(_ phrase: NumberPhrase) -> (phrase: NumberPhrase, unit: Unit)? {
    if isOf(phrase.next), numbers.isWord(phrase.next + 1, .total) {
      guard let all = numbers.number(at: phrase.next + 2), all.value >= phrase.value,
        let unit = unit(behind: all)
      else { return nil }
      return (all, unit)
    }
    guard phrase.numeral != nil, let at = numbers.rangeJoint(behind: phrase),
      let next = numbers.number(at: at), next.numeral != nil, let unit = unit(behind: next)
    else { return nil }
    return (next, unit)
  }

  private func touchesWord(_ index: Int) -> Bool {
    numbers.isWord(index - 1) && numbers.touches(index - 1, index)
      && numbers.tokens[index - 1].letters > 1
  }

  func isCue(_ index: Int) -> Bool { nouns.isCue(index, in: numbers) }

  private func isPronounOf(_ index: Int) -> Bool { numbers.isWord(index, .ofThem) }

  // MARK: Small tests

  func isOf(_ index: Int) -> Bool { numbers.isOf(index) }

  /// A currency sign.
  func isSign(_ index: Int) -> Bool {
    guard index >= 0, index < numbers.tokens.count, numbers.tokens[index].kind == .mark else {
      return false
    }
    switch numbers.tokens[index].scalar {
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: return true
    default: return false
    }
  }
}
