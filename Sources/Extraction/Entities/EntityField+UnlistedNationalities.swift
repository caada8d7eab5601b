internal import ArabicText

/// Nationalities and origins that no lexicon has, told by their letters and by what stands around them.
extension EntityField {
  /// «الرئيس السهلاني ناصر الوادعي»: an adjective in ي between an office and a full name. Before a given name alone
  /// («الشيخ الغزالي محمد») it is rather the family's.
  ///
  /// - Parameter isOffice: an office stands before it, not only a title or rank.
  func isUnlistedNationality(_ index: Int, behindOffice isOffice: Bool) -> Bool {
    guard isUnknown(index), whole[index].contains(.relation), whole[index].isDisjoint(with: .names),
      !whole[index].isDisjoint(with: [.definite, .conjoinedDefinite])
    else { return false }
    var next = index + 1
    // «الرئيس السهلاني السابق …»
    while next < min(count, index + 4), whole[next].contains(.definite), isModifier(next) {
      next += 1
    }
    if isOffice, let rank = rank(at: next) { next = rank.tokens.upperBound }
    guard isWord(next), !whole[next].contains(.definite),
      let name = nameRun(at: next, anchor: .strong), name.words > 1
    else { return false }
    return opensWithGivenName(next) || isOffice && isForeignName(name)
  }

  /// «وزير الدفاع السهلاني اللواء …»
  private func rank(at index: Int) -> TermMatch? {
    guard index < count, whole[index].contains(.definite), let match = officeMatch(at: index)
    else { return nil }
    return office(match)?.isAddress == false ? nil : match
  }

  private func opensWithGivenName(_ index: Int) -> Bool {
    whole[index].contains(.given) || has(.theophoric, at: index) && has(.divine, at: index + 1)
  }

  /// «أندري فالكوف»: words that no lexicon has and that are shaped like no adjective.
  private func isForeignName(_ name: NameRun) -> Bool {
    name.tokens.allSatisfy {
      isPlainUnknown($0) && !isParticiple($0) && !whole[$0].contains(.feminine)
    }
  }
}
