internal import ArabicText

/// Names of other languages, which stand in transcription.
extension EntityField {
  /// A given or family name of a language that is not written in Arabic letters, and no Arabic one too.
  func isForeignName(_ index: Int) -> Bool {
    guard index < count, !whole[index].isDisjoint(with: [.given, .surname]), !isConnector(index)
    else { return false }
    var isForeign = false
    for match in terms(at: index)
    where match.tokens.count == 1 && match.segmentation.clitics.isEmpty {
      let row = Knowledge.row(of: match.id)
      switch Knowledge.lexicon(of: match.id) {
      case .givenNames where !names.givenIsForeign[row]: return false
      case .surnames where !names.surnameIsForeign[row]: return false
      case .givenNames, .surnames: isForeign = true
      default: continue
      }
    }
    return isForeign
  }

  func mayBeForeignGiven(_ index: Int) -> Bool {
    whole[index].contains(.given)
      && terms(at: index).contains {
        Knowledge.lexicon(of: $0.id) == .givenNames && $0.segmentation.clitics.isEmpty
          && names.givenIsForeign[Knowledge.row(of: $0.id)]
      }
  }

  /// A given name of another language than Arabic; one that is another word too («أنطون») behind an office only.
  func isForeignGiven(_ index: Int, _ anchor: Anchor) -> Bool {
    guard index >= 0, whole[index].contains(.given), whole[index].isDisjoint(with: .ending) else {
      return false
    }
    return terms(at: index).contains { match in
      guard Knowledge.lexicon(of: match.id) == .givenNames, match.segmentation.from == 0 else {
        return false
      }
      let row = Knowledge.row(of: match.id)
      return names.givenIsTranscribed[row] && (anchor == .strong || !names.givenIsAmbiguous[row])
    }
  }

  /// «أنطون سيلوانوف», «كيم يونغ»: begins like an imperfect, but of no common verb.
  func isTranscribed(_ index: Int, _ anchor: Anchor) -> Bool {
    guard isWord(index), !isTaken(index), whole[index].contains(.imperfect),
      classes(index).isDisjoint(with: .ending), !isVerbToCome(index)
    else { return false }
    // A long vowel behind ي is in few verbs, ت in the derived ones: «يرتشف».
    let second = letter(1, of: index)
    if firstLetter(index) != Alphabet.ya || second == Alphabet.waw || second == Alphabet.alif {
      return true
    }
    return anchor == .strong && second != Alphabet.ta && letter(2, of: index) != Alphabet.ta
  }

  /// «كورتوا»: ends like the plural of a verb, but of no common one.
  func isTranscribedPlural(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    guard letters > 4, letter(letters - 1, of: index) == Alphabet.alif,
      letter(letters - 2, of: index) == Alphabet.waw, !isVerbToCome(index)
    else { return false }
    let stem = TermHash.withoutLast(
      UInt64(Alphabet.waw), of: TermHash.withoutLast(UInt64(Alphabet.alif), of: token.hash))
    return !verbs.contains(stem) && !verbs.contains(TermHash.append(stem, Alphabet.ya))
  }

  /// «جون لاكوتور المناصر», «لويز المولودة»: words with ال are no names of foreigners, but for what looks like an Arabic
  /// family name («مايكل الغازي»).
  func isDescribingForeigner(_ place: PartPlace) -> Bool {
    let index = place.index
    guard whole[index].contains(.definite), place.words <= index,
      isForeignName(index - place.words)
    else { return false }
    if whole[index].contains(.feminine) { return true }
    return place.words > 1 && (!whole[index].contains(.relation) || isDefiniteParticiple(index))
  }
}
