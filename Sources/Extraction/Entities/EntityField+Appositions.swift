internal import ArabicText
internal import Articles

/// Offices and professions behind names.
extension EntityField {
  /// «سامر الزغبي السفير المصري لدى الجزائر»: an office behind the name, unless it opens the next
  /// one's. A woman's is not that of a man with a `title`: «هنأ الملك فلان رئيسة الوزراء».
  func readNameTail(
    _ run: NameRun, _ index: Int, titled title: OfficePhrase? = nil
  ) -> Int {
    var next = index
    if isComma(next) || mark(next) == 0x61B || mark(next) == 0x28 || mark(next) == 0x2D
      || mark(next) == 0x2013
    {
      next += 1
    }
    guard var phrase = officePhrase(at: next, beforeName: false),
      isApposition(phrase, next > index),
      !(phrase.isFeminine && next == index && title.map { isMasculine($0) } == true),
      nameRun(at: phrase.tokens.upperBound, anchor: .strong) == nil
    else { return index }
    while phrase.tokens.upperBound < count, isConjoinedOffice(phrase.tokens.upperBound),
      let more = officePhrase(at: phrase.tokens.upperBound, beforeName: false), !more.isTitle,
      !opensName(more.tokens.upperBound)
    {
      phrase.tokens = phrase.tokens.lowerBound..<more.tokens.upperBound
    }
    phrase.holder = run.tokens.lowerBound
    setRole(phrase, of: run.tokens.lowerBound)
    offices.append(phrase)
    return phrase.tokens.upperBound
  }

  /// A form of address that would end in ة for a woman: «الملك», not «د.».
  private func isMasculine(_ title: OfficePhrase) -> Bool {
    whole[title.tokens.upperBound - 1].contains(.definite)
      && title.tokens.allSatisfy { !whole[$0].contains(.feminine) }
  }

  /// Whether another person's name follows an office, which is then theirs.
  private func opensName(_ index: Int) -> Bool {
    guard let run = nameRun(at: index, anchor: .strong) else { return false }
    return run.known > 0 || run.words > 1
  }

  /// Whether an office phrase behind a name may speak of its bearer.
  private func isApposition(_ phrase: OfficePhrase, _ behindMark: Bool) -> Bool {
    let first = phrase.tokens.lowerBound
    // «فلان، أستاذ الاقتصاد بالجامعة، …»: a profession of several words, which ends like an apposition.
    let isProfession =
      phrase.isTitle && phrase.tokens.count > 1 && !isAddress(first)
      && (opensClause(phrase.tokens.upperBound)
        || behindMark
          && (isComma(phrase.tokens.upperBound) || mark(phrase.tokens.upperBound) == 0x29))
    guard !phrase.isTitle || isProfession, !phrase.namesSeveral, !phrase.isOpen else {
      return false
    }
    guard phrase.start == text.tokens[first].originalStart else { return false }
    return !behindMark || phrase.tokens.count > 1
  }

  /// A form of address or rank: «الدكتور», «العقيد».
  private func isAddress(_ index: Int) -> Bool {
    officeMatch(at: index).flatMap { office($0) }?.isAddress ?? true
  }
}
