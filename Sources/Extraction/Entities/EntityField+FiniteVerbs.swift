internal import ArabicText

/// Verbs behind a name, told by their letters and the citation forms that lexicons have.
extension EntityField {
  /// Whether an unknown word is a finite verb of a known one: «وصلت», «ستعمل», «لينضم», «ويلعب».
  ///
  /// Names of other languages begin and end like verbs («فيلد», «ليفيت», «نايت»); forms that only some of their
  /// letters give away are left out.
  func isFiniteVerb(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let letters = Int(token.letters)
    guard letters > 2 else { return false }
    let isConjoined = firstLetter(index) == Alphabet.waw || firstLetter(index) == Alphabet.fa
    if isPerfect(token, from: 0) || isConjoined && isPerfect(token, from: 1) { return true }
    var start = 0
    if isConjoined || firstLetter(index) == Alphabet.lam && letters > 3 { start = 1 }
    let isFuture = letters > start + 4 && letter(start, of: index) == Alphabet.sin
    if isFuture { start += 1 }
    switch letter(start, of: index) {
    case Alphabet.ya: return isImperfect(token, behind: start + 1, isBare: start == 0)
    case Alphabet.ta: return isImperfect(token, behind: start + 1, isBare: !isFuture)
    case Alphabet.nun:
      // «نصار», «نخلة»: ن begins many names.
      return letters > start + 3 && letter(start + 1, of: index) != Alphabet.alif
        && (start > 0 || has(verb: token, in: start + 1..<letters))
        && isImperfect(token, behind: start + 1, isBare: false)
    default: return false
    }
  }

  /// «وصلت»: ت behind a citation form, whose weak last letter is left out.
  private func isPerfect(_ token: Token, from start: Int) -> Bool {
    let end = Int(token.letters) - 1
    guard end - start > 1, lastLetter(of: token) == Alphabet.ta else { return false }
    switch text.letter(end - 1, of: token) {
    case Alphabet.alif, Alphabet.ya: return false
    default:
      return has(verb: token, in: start..<end)
        || names.verbCitations.contains(
          TermHash.append(hash(of: token, in: start..<end), Alphabet.ya))
    }
  }

  /// Whether the letters behind a prefix of the imperfect are those of a citation form, its alif or و left out, or
  /// its middle alif written ي or و.
  ///
  /// - Parameter isBare: whether nothing that names may begin with stands before the prefix.
  private func isImperfect(_ token: Token, behind start: Int, isBare: Bool) -> Bool {
    let end = Int(token.letters)
    let rest = end - start
    guard rest > 1 else { return false }
    if rest == 2 {
      // «تصل», «يحس»
      return isBare
        && (has(verb: token, in: start..<end)
          || has(verb: token, in: start..<end, behind: Alphabet.waw))
    }
    let middle = text.letter(end - 2, of: token)
    if !(rest == 3 && middle == Alphabet.alif),
      has(verb: token, in: start..<end) || has(verb: token, in: start..<end, behind: Alphabet.alif)
    {
      return true
    }
    guard middle == Alphabet.ya || middle == Alphabet.waw, isBare || rest > 4 else { return false }
    var hollow = rest > 3 ? UInt64(Alphabet.alif) : 0
    for letter in start..<end {
      hollow = TermHash.append(
        hollow, letter == end - 2 ? Alphabet.alif : text.letter(letter, of: token))
    }
    return names.verbCitations.contains(hollow)
  }

  private func has(verb token: Token, in letters: Range<Int>, behind first: UInt32 = 0) -> Bool {
    names.verbCitations.contains(hash(of: token, in: letters, behind: first))
  }

  private func hash(of token: Token, in letters: Range<Int>, behind first: UInt32 = 0) -> UInt64 {
    var hash = UInt64(first)
    for letter in letters { hash = TermHash.append(hash, text.letter(letter, of: token)) }
    return hash
  }
}
