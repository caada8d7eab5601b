internal import ArabicText
internal import Articles

/// Where a noun phrase ends because something else begins.
extension PartyPhraseReader {
  /// «52 من أصل 58 طائرة»: where a number ends that is a share of another.
  func endOfShare(_ at: Int) -> Int? {
    guard window[at - 1].contains(.number), window.isWord(at, .of), window.isWord(at + 1, .total),
      window[at + 2].contains(.number)
    else { return nil }
    return at + 3
  }

  /// An indefinite accusative, or a noun whose adjective shows that it is one: the object behind its subject («طعن رجل
  /// شرطيا», «قصف طيران معاد مبنى سكنيا»). An adjective in the accusative belongs to the accusative before it.
  func isObject(_ at: Int) -> Bool {
    if forms.isAccusative(at) { return !forms.describesAccusative(at) }
    return forms.isNounOfPlace(at) && forms.describesAccusative(at + 1)
  }

  /// No genitive stands behind a word in tanwin, so that a short word there is its verb («ملثما دخل القاعة»), nor behind
  /// an adjective, so that a noun there is an object («طائرات حربية مواقع», «قناص سهلي طفلة»).
  func isClosed(_ reading: PhraseReading, before at: Int) -> Bool {
    let last = at - 1
    if window[at].contains(.article) { return isObjectOfIndefinite(at, behind: reading) }
    if forms.isAccusative(last) { return forms.isVerbBehindTanwin(at) }
    if endsInSureAdjective(reading), window.isCommonNoun(at) || isUnlike(at, reading) {
      return !isPlace(at + 1) || !window.isPlaceNoun(reading.head)
    }
    guard endsInFeminineAdjective(reading) else { return false }
    if window.isPlaceNoun(at), isPlace(at + 1) { return !window.isPlaceNoun(reading.head) }
    return window.isWholeNoun(at) && forms.gender(of: at) != .feminine
      && window.lastLetter(0, of: at) != Alphabet.ya && !isPlace(at + 1)
  }

  /// «قصفت طائرات حربية المدينة»: a definite noun is no genitive of an adjective of relation, but for what it is by
  /// («طائرة سهلية الصنع»).
  private func isObjectOfIndefinite(_ at: Int, behind reading: PhraseReading) -> Bool {
    // «وزراء مالية الدول»
    !reading.isDefinite && endsInSureAdjective(reading) && !window.isWord(at, .respect)
      && window[reading.head].isDisjoint(with: .office)
      && window.lastLetter(forms.isTaMarbuta(at - 1) ? 1 : 0, of: at - 1) == Alphabet.ya
  }

  /// Behind a noun a word that the lexicons know as an adjective or a nationality and as nothing else.
  private func endsInSureAdjective(_ reading: PhraseReading) -> Bool {
    let last = reading.end - 1
    guard reading.noun < last, window[last].isDisjoint(with: [.article, .noun, .office]) else {
      return false
    }
    return window[last].contains(.nationality) || window.isCommonAdjective(last)
  }

  /// A feminine behind an adjective in the masculine is no adjective of the same noun.
  private func isUnlike(_ at: Int, _ reading: PhraseReading) -> Bool {
    forms.isTaMarbuta(at) && !forms.isTaMarbuta(reading.end - 1)
      && window[at].isDisjoint(with: [.time, .quantifier, .number])
  }

  /// «اجتاحت عاصفة رملية سوريا»: nor a country or town, which is an object as well.
  func isClosed(_ reading: PhraseReading, beforePlace at: Int) -> Bool {
    isPlace(at) && reading.genitive == nil && !window.isPlaceNoun(reading.head)
      && endsInFeminineAdjective(reading)
      && window[at - 1].isDisjoint(with: [.article, .entity])
  }

  private func endsInFeminineAdjective(_ reading: PhraseReading) -> Bool {
    let last = reading.end - 1
    return reading.noun < last && forms.gender(of: reading.noun) == .feminine
      && forms.isTaMarbuta(last) && window[last].isDisjoint(with: .noun)
  }

  /// «عمليات أمنية غرب النهر»: where it is belongs to the phrase.
  private func isPlace(_ token: Int) -> Bool {
    guard let kind = window.entity(at: token)?.kind else { return false }
    return kind == .geopolitical || kind == .location
  }
}
