internal import ArabicText

/// What the words behind a class noun tell of its body besides where its name ends.
struct BodyWords {
  /// The ISO code of its country.
  var country: String?
  /// The nationality at the name's end, where the name stands without it as well.
  var nationality: Range<Int>?
  /// A name of its own, whose words say nothing of what the body is.
  var properName: Range<Int>?
}

/// Nationalities behind the proper names of bodies.
extension EntityField {
  /// One past the nationality that belongs to a class noun and ends its body's name: «شركة سيمنس الألمانية»; the index
  /// itself where there is none.
  func endWithNationality(
    _ index: Int, of noun: TermMatch, _ words: inout BodyWords
  ) -> Int {
    guard let nationality = ownNationality(at: index, of: noun) else { return index }
    words.nationality = nationality
    words.country = words.country ?? country(at: index)
    return nationality.upperBound
  }

  /// The nationality behind a listed name that its class noun opens: «وكالة رويترز البريطانية».
  func ownNationality(behind name: Range<Int>) -> Range<Int>? {
    guard let noun = headMatch(at: name.lowerBound), noun.tokens.upperBound < name.upperBound,
      !isDefiniteHead(noun), head(noun).kind == .organization
    else { return nil }
    return ownNationality(at: name.upperBound, of: noun)
  }

  /// The words of a nationality that agrees with the class noun. A club's stands outside its name: «نادي ليفربول»
  /// الإنجليزي.
  private func ownNationality(at index: Int, of noun: TermMatch) -> Range<Int>? {
    let first = noun.tokens.lowerBound
    guard isBodyAdjective(index), !isTaken(index), !has(.club, at: first),
      let match = longest(at: index, where: { $1 == .nationalities }),
      names.nationalities[Knowledge.row(of: match.id)].isNation, !isRatherAdjective(index),
      whole[index].contains(.feminine) == isFeminineNoun(first)
    else { return nil }
    return match.tokens
  }

  /// The country that a nationality is of.
  func country(at index: Int) -> String? {
    guard let nationality = nationality(at: index), nationality.isCountry, !isRatherAdjective(index)
    else {
      return nil
    }
    return nationality.code
  }

  /// «شركة السوق المالية»: rather a common adjective than the nationality of the same letters.
  private func isRatherAdjective(_ index: Int) -> Bool {
    guard let nationality = nationality(at: index) else { return false }
    return nationality.isAmbiguous && nationality.isCountry && has(.adjective, at: index)
  }

  /// Nouns in ة and ات, and those that the lexicon says are feminine without: «كتائب», «دار».
  private func isFeminineNoun(_ index: Int) -> Bool {
    whole[index].contains(.feminine) || lastLetter(of: text.tokens[index]) == Alphabet.ta
      || has(.feminine, at: index)
  }
}
