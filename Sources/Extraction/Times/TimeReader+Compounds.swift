internal import ArabicText
internal import Articles

/// Lengths in two units («سنة وستة أشهر», «ساعتين و20 دقيقة»), and two lengths in one.
extension TimeReader {
  /// Units that are told together, each with the most of the next smaller one that stands behind it.
  private static let parts: [(suffix: String, isOfDay: Bool, next: String, most: Int)] = [
    ("Y", false, "M", 11), ("M", false, "D", 30), ("D", false, "H", 23), ("H", true, "M", 59),
    ("M", true, "S", 59),
  ]

  /// A length with one in the next smaller unit that و joins to it, as one.
  func withLess(_ reading: TimeReading) -> TimeReading {
    guard reading.kind == .duration,
      let unit = Self.parts.first(where: {
        amount(of: reading.value, $0.suffix, isOfDay: $0.isOfDay) != nil
      }),
      let less = less(at: reading.next), less.kind == .duration,
      let amount = amount(of: less.value, unit.next, isOfDay: unit.isOfDay || unit.next == "H"),
      amount <= unit.most
    else { return reading }
    let separator = unit.next == "H" ? "T" : ""
    return make(
      reading.start, less.next, .duration, reading.value + separator + "\(amount)" + unit.next)
  }

  /// Whether a length in a smaller unit is joined to a unit of time that stands alone.
  func isJoinedByLess(_ hit: NumericHit) -> Bool {
    let one = TimeReading(
      next: hit.next, start: 0, end: 0, kind: .duration,
      value: unit(of: hit).duration("1"))
    return withLess(one).next > hit.next
  }

  /// «وستة أشهر», «وشهرين»
  private func less(at index: Int) -> TimeReading? {
    if numbers.isWaw(index) { return amount(at: index + 1) }
    let isJoined =
      numbers.number(at: index)?.clitics.contains(.conjunction)
      ?? (numbers.hit(
        KindSet(.timeUnit), at: index, where: { $0.clitics == .conjunction && $0.has(.dual) })
        != nil)
    return isJoined ? amount(at: index) ?? duration(at: index) : nil
  }

  /// The whole number in a value of one unit: 6 of P6M.
  private func amount(of value: String, _ suffix: String, isOfDay: Bool) -> Int? {
    let prefix = isOfDay ? "PT" : "P"
    guard value.hasPrefix(prefix), value.hasSuffix(suffix) else { return nil }
    return Int(value.dropFirst(prefix.count).dropLast(suffix.count))
  }

  // MARK: Ranges

  /// The first of two lengths that share a unit: the 4 of «4 إلى 6 أسابيع».
  func firstOfLengths(_ phrase: NumberPhrase, at index: Int) -> TimeReading? {
    guard let at = numbers.rangeJoint(behind: phrase) ?? endOfRange(from: index, phrase),
      let second = numbers.number(at: at), let hit = unit(behind: second, at: at)
    else { return nil }
    return make(phrase.start, phrase.next, .duration, length(unit(of: hit), phrase.value))
  }

  /// «بين ثلاث وخمس سنوات»
  private func endOfRange(from index: Int, _ phrase: NumberPhrase) -> Int? {
    numbers.has(KindSet(.between), at: index - 1)
      && numbers.number(at: phrase.next)?.clitics.contains(.conjunction) == true
      ? phrase.next : nil
  }
}
