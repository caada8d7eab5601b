internal import ArabicText

/// How far what binds a word reaches.
extension Clause {
  /// Whether no clause ends between `start` and the target.
  ///
  /// - Parameters:
  ///   - overComplement: one إن or أن may stand between.
  ///   - overAsides: what stands between two commas may, and the target may be a noun behind و: the
  ///     second of two things asked for.
  func reaches(
    from start: Int, overComplement: Bool, overAsides: Bool = false
  ) -> Bool {
    guard start <= target, start >= sentence.lowerBound else { return false }
    let isNext = overAsides && isSurelyNoun(target)
    if start < target, !isNext, isCut || startsClause(target) { return false }
    var mayComplement = overComplement
    // A verb of the future is nobody's object.
    if start < target, speech.isFuture(target),
      !(overComplement && (start..<target).contains { !speech.complementisers[$0].isEmpty })
    {
      return false
    }
    var aside = start
    for token in start..<target where token >= aside {
      if speech.text.tokens[token].kind == .mark {
        if speech.text.tokens[token].isTransparent { continue }
        guard overAsides, let end = endOfAside(token) else { return false }
        aside = end
        continue
      }
      if !speech.complementisers[token].isEmpty {
        if !mayComplement { return false }
        mayComplement = false
        continue
      }
      if speech.traits[token].contains(.relative), speech.text.tokens[token].letters > 3 {
        return false
      }
      if isAdversative(token) || startsClause(token) { return false }
    }
    return true
  }

  /// One past the second of two commas with a few words between them, before the target: «، الأربعاء، ».
  private func endOfAside(_ comma: Int) -> Int? {
    guard isComma(comma) else { return nil }
    let limit = min(target, comma + 9)
    for token in comma + 1..<max(comma + 1, limit) where speech.text.tokens[token].kind == .mark {
      return isComma(token) ? token + 1 : nil
    }
    return nil
  }

  private func isComma(_ token: Int) -> Bool { [0x60C, 0x2C].contains(speech.mark(token)) }

  /// The article, إ at the head (إطلاق) or ة at the end behind a conjunction: no verb.
  private func isSurelyNoun(_ token: Int) -> Bool {
    if !speech.traits[token].isDisjoint(with: .nominal) { return true }
    let word = speech.text.tokens[token]
    guard word.isArabic, word.letters > 3 else { return false }
    let bytes = speech.text.bytes
    let second = speech.text.originalOffset(ofLetter: 1, in: word)
    let end = word.originalEnd
    return bytes[second] == 0xD8 && bytes[second + 1] == 0xA5
      || bytes[end - 2] == 0xD8 && bytes[end - 1] == 0xA9
  }

  /// و or ف with a verb behind it.
  private func startsClause(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    guard word.isArabic, word.letters > 3 else { return false }
    let first = speech.text.letter(0, of: word)
    guard first == Alphabet.waw || first == Alphabet.fa,
      speech.traits[token].isDisjoint(with: TokenTraits.nominal.union([.nationality, .time]))
    else { return false }
    if isCue(token) { return true }
    let second = speech.text.letter(1, of: word)
    if second == Alphabet.ya || second == Alphabet.sin && speech.isFuture(token) {
      return true
    }
    return speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.ta
      && word.letters > 4
  }
}
