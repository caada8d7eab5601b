internal import ArabicText
internal import Articles

/// Numbers with the article: «الحلقات الثلاث», «العشرين طالبا», «المليوني ريال».
extension QuantityReader {
  /// The quantity whose number, or the noun before it, begins at a token.
  func definite(at index: Int) -> Reading? {
    guard numbers.isDefinite(index) else { return nil }
    return behindNoun(at: index) ?? beforeNoun(at: index) ?? partOfScale(at: index)
  }

  // MARK: Behind the noun

  /// «الدول الست», «القوى الدولية الست», «ركلات الترجيح السبع»: 3 to 10 as an adjective of a definite noun.
  private func behindNoun(at index: Int) -> Reading? {
    guard
      let hit = numbers.hit(
        KindSet(.unit), at: index,
        where: { $0.clitics == .article && $0.term.number > 2 && $0.tokens.count == 1 }),
      let noun = noun(before: index)
    else { return nil }
    var (value, next) = (hit.term.value, hit.next)
    // «الخمسة عشر», «الخمسة والعشرين»
    let ten =
      numbers.hit(
        KindSet(.unit), at: next, where: { $0.clitics.isEmpty && $0.term.number == 10 })
      ?? numbers.hit(
        KindSet(.ten), at: next, where: { $0.clitics.isSuperset(of: [.conjunction, .article]) })
    if let ten {
      value += ten.term.value
      next = ten.next
    }
    return Reading(
      start: noun.start, next: next, end: numbers.end(before: next), value: value,
      unit: ByteRange(noun.start, numbers.tokens[noun.token].originalEnd),
      isApproximate: isApproximate(noun.token, next))
  }

  /// The plural that a number behind it counts, over one adjective or what it is in construct with.
  private func noun(before index: Int) -> (token: Int, start: Int)? {
    guard numbers.isDefinite(index - 1), isFree(index - 1) else { return nil }
    let far = index - 2
    // «السنوات المالية الثلاث» is a time.
    if numbers.has(KindSet(.timeUnit), at: far) { return nil }
    if numbers.isWord(far), numbers.tokens[far].isArabic, isFree(far), isPlural(far) {
      return (far, start(far))
    }
    guard known(index - 1)?.form != .singular else { return nil }
    return (index - 1, start(index - 1))
  }

  private func known(_ token: Int) -> CountedNouns.Match? {
    nouns.match(numbers.tokens[token], in: numbers.field.text)
  }

  private func start(_ token: Int) -> Int {
    numbers.start(token, known(token)?.clitics ?? clitics(token))
  }

  /// Neither a number nor a word of time.
  private func isFree(_ token: Int) -> Bool {
    !numbers.has([.cardinals, KindSet(.ordinal, .timeUnit, .function)], at: token)
  }

  /// A known plural, one in ات, or a definite one with an adjective in ة behind it: القوى الدولية.
  private func isPlural(_ token: Int) -> Bool {
    if let known = known(token) { return known.form == .plural }
    if numbers.tokens[token].letters > 4, numbers.letter(-1, of: token) == Alphabet.ta,
      numbers.letter(-2, of: token) == Alphabet.alif
    {
      return true
    }
    return numbers.isDefinite(token) && numbers.letter(-1, of: token) != Alphabet.ha
      && numbers.letter(-1, of: token + 1) == Alphabet.ha
  }

  /// What stands before the article of a word that no lexicon knows.
  private func clitics(_ token: Int) -> Clitics {
    guard numbers.isDefinite(token), !numbers.hasArticle(token) else { return [] }
    switch numbers.letter(0, of: token) {
    case Alphabet.waw: return .conjunction
    case Alphabet.ba: return .ba
    default: return []
    }
  }

  // MARK: Before the noun

  /// «العشرين طالبا», «المليوني ريال»: tens before an accusative, a scale before a measure.
  private func beforeNoun(at index: Int) -> Reading? {
    guard
      let hit = numbers.hit(
        KindSet(.ten, .scale), at: index,
        where: { $0.isDefinite && $0.clitics.isDisjoint(with: .kaf) && !$0.has(.plural) })
    else { return nil }
    var end: Int
    if hit.term.kind == .scale {
      guard
        let unit = numbers.hit(
          KindSet(.measure, .currency), at: hit.next, where: { $0.clitics.isEmpty })
      else { return nil }
      end = unit.term.kind == .currency ? hit.next + 1 : unit.next
    } else {
      guard
        numbers.isWord(hit.next), let noun = known(hit.next), noun.form == .singular,
        noun.clitics.isEmpty,
        numbers.letter(-1, of: hit.next) == Alphabet.alif
          || numbers.letter(-1, of: hit.next) == Alphabet.ha
      else { return nil }
      end = hit.next + 1
    }
    let start = numbers.start(of: hit)
    return Reading(
      start: start, next: end, end: numbers.end(before: end), value: hit.term.value,
      unit: ByteRange(numbers.tokens[hit.next].originalStart, numbers.end(before: end)),
      isApproximate: isApproximate(index, end))
  }

  /// «النصف مليار دولار», «الربع مليون»: a half or quarter with the article before a scale word.
  private func partOfScale(at index: Int) -> Reading? {
    guard
      let part = numbers.hit(
        KindSet(.fraction), at: index,
        where: { $0.isDefinite && $0.isHalfOrQuarter && $0.clitics.isDisjoint(with: .kaf) }),
      var phrase = numbers.number(at: part.next), phrase.isScaleAlone
    else { return nil }
    phrase.value *= part.term.value
    let unit = unit(behind: phrase)
    let next = unit?.next ?? phrase.next
    return Reading(
      start: numbers.start(of: part), next: next, end: unit?.end ?? phrase.end, value: phrase.value,
      unit: unit?.bytes, isApproximate: isApproximate(index, next))
  }
}
