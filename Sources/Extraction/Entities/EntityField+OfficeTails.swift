internal import ArabicText
internal import Articles

/// What may still belong to an office behind its firm words.
extension EntityField {
  /// Tokens between an office and its holder's name at most.
  private static let longestTail = 14
  /// Words in marks at most: «(الإنتربول)».
  private static let longestQuoted = 6

  /// Reads what stands behind the firm words, where a name or the end of an apposition shows that it is part of the office.
  func readTails(_ reader: inout PhraseReader, beforeName: Bool, limit: Int) {
    let firm = reader
    if readLooseTail(&reader) {
      while reader.end < limit, readPart(&reader) || readLooseTail(&reader) {}
      if beforeName {
        if !isHolder(at: reader.end) { reader = firm }
      } else if holderRun(at: reader.end, anchor: .strong) != nil
        || isWord(firm.end, .perhapsOfOffice) && !closesApposition(reader)
      {
        reader = firm
        while reader.end < limit, !isWord(reader.end, .perhapsOfOffice), readLooseTail(&reader) {}
        if holderRun(at: reader.end, anchor: .strong) != nil { reader = firm }
      }
    }
    guard reader.end == firm.end, !reader.isAddress || !reader.phrase.isTitle else { return }
    if beforeName ? !isHolder(at: reader.end) : reader.phrase.isTitle {
      readFarTail(&reader, beforeName: beforeName)
    }
  }

  /// Whether a name stands here, in marks («رئيس الوزراء "فلان"») or behind a comma, where it must be a known one.
  private func isHolder(at index: Int) -> Bool {
    if isComma(index) {
      return nameRun(at: index + 1, anchor: .none).map { $0.known > 0 } ?? false
    }
    if opensQuotation(index), let name = nameRun(at: index + 1, anchor: .strong) {
      return closes(name.tokens.upperBound, index) && (name.known > 0 || name.words > 1)
    }
    return holderRun(at: index, anchor: .strong) != nil
  }

  /// Whether an office behind a name ends with its last word read: «فلان، رئيس اللجنة في المجلس، …», «فلان رئيس اللجنة في
  /// المجلس إن».
  private func closesApposition(_ reader: PhraseReader) -> Bool {
    let before = reader.phrase.tokens.lowerBound - 1
    return opensClause(reader.end)
      || (isComma(reader.end) || mark(reader.end) == 0x29)
        && (isComma(before) || mark(before) == 0x28)
  }

  /// «المدير العام لفرع الهيئة», «المدير العام لإدارة التراخيص»: a noun in construct behind ل.
  private func readPart(behindLam index: Int, _ reader: inout PhraseReader) -> Bool {
    guard firstLetter(index) == 0x644, text.tokens[index].letters > 3, !isTaken(index),
      !peeled[index].isDisjoint(with: [.common, .head, .institution]),
      whole[index].isDisjoint(with: [.function, .governedDefinite]), isWord(index + 1)
    else { return false }
    if let known = mention(at: index + 1) {
      guard mentions[known].tokens.lowerBound == index + 1, mentions[known].kind != .person,
        mentions[known].bytes.start == text.tokens[index + 1].originalStart
      else { return false }
      reader.end = mentions[known].tokens.upperBound
      return true
    }
    guard whole[index + 1].contains(.definite) else { return false }
    reader.end = index + 2
    return true
  }

  /// «في بوروندي», «بمنطقة الرياض», «إلى اليمن».
  private func readLooseTail(_ reader: inout PhraseReader) -> Bool {
    let index = reader.end
    guard isWord(index), !reader.phrase.isTitle, reader.isClosed else { return false }
    if readPart(behindLam: index, &reader) { return true }
    var next = index
    if isWord(index, .perhapsOfOffice) {
      next += 1
    } else if !text.tokens[index].isArabic || firstLetter(index) != 0x628 {
      return false
    }
    if mention(at: next) == nil, let place = headMatch(at: next), head(place).kind == .place {
      next = place.tokens.upperBound
    }
    if let known = mention(at: next), mentions[known].tokens.lowerBound == next,
      mentions[known].kind != .person
    {
      reader.phrase.country = reader.phrase.country ?? mentions[known].country
      reader.end = mentions[known].tokens.upperBound
      return true
    }
    // «بالخارج»
    let isGoverned =
      next == index && whole[index].contains(.governedDefinite) && peeled[index].contains(.common)
    guard isGoverned || next > index && isWord(next) && whole[next].contains(.definite) else {
      return false
    }
    reader.end = next + 1
    return true
  }

  /// Reads on to a name that is one without an office: «أستاذ العلوم السياسية في الجامعة الأميركية في بيروت فلان», «رئيس لجنة
  /// التدقيق في "فيفا" فلان». Nothing is taken where another noun, a verb or a clause stands between.
  private func readFarTail(_ reader: inout PhraseReader, beforeName: Bool) {
    if reader.phrase.isTitle, reader.phrase.isAmbiguous { return }
    var tail = reader
    if tail.phrase.isTitle { tail.wantsComplement = !tail.isClosed }
    let limit = min(count, reader.end + Self.longestTail)
    while tail.end < limit {
      if !tail.wantsComplement, tail.end > reader.end,
        beforeName ? isFirmHolder(behind: tail) : closesApposition(tail)
      {
        tail.isClosed = true
        reader = tail
        return
      }
      guard readTailPart(&tail) else { return }
    }
  }

  /// «الأمين العام لـ«حزب النور»، فلان»: behind the body whose office it is a comma may stand.
  private func isFirmHolder(behind tail: PhraseReader) -> Bool {
    if isFirmHolder(at: tail.end) { return true }
    return isComma(tail.end) && isFirmHolder(at: tail.end + 1)
      && (isTaken(tail.end - 1) || text.tokens[tail.end - 1].isQuotationMark)
  }

  /// A name of several words, the first of them known.
  private func isFirmHolder(at index: Int) -> Bool {
    guard isWord(index),
      !whole[index].isDisjoint(with: [.given, .surname, .person, .nameWord]),
      let name = nameRun(at: index, anchor: .weak)
    else { return false }
    return name.known > 0 && name.words > 1
  }

  private func readTailPart(_ reader: inout PhraseReader) -> Bool {
    let index = reader.end
    if isOpening(index) { return readQuoted(&reader) }
    // «لـ«الجيش السوري الحر»»
    if text.tokens[index].letters == 1, firstLetter(index) == 0x644, isOpening(index + 1) {
      reader.end += 1
      return readQuoted(&reader)
    }
    guard isWord(index), text.tokens[index].isArabic else { return false }
    if isWord(index, .perhapsOfOffice) || isWord(index, .ofOffice) {
      guard !reader.wantsComplement else { return false }
      reader.end += 1
      reader.wantsComplement = true
      return true
    }
    if let known = mention(at: index) { return takeInTail(mentions[known], &reader) }
    let whole = whole[index]
    // Another's office ends it: «حكم الإعدام بحق الرئيس فلان».
    guard
      whole.isDisjoint(with: [.function, .speechVerb, .imperfect, .verb, .office, .honorific])
    else { return false }
    let letter = firstLetter(index)
    let isGoverned = letter == 0x644 || letter == 0x628
    if whole.contains(.definite) || whole.contains(.governedDefinite) && isGoverned {
      guard
        reader.wantsComplement || whole.contains(.governedDefinite) || isNationality(index)
          || isModifier(index) || whole.contains(.adjective)
          || whole.contains(.relation) && whole.isDisjoint(with: .names)
      else { return false }
      reader.wantsComplement = false
      reader.end += 1
      return true
    }
    // «والتعليم»
    if whole.contains(.conjoinedDefinite), !reader.wantsComplement,
      !peeled[index].isDisjoint(with: [.common, .institution]),
      peeled[index].isDisjoint(with: [.office, .honorific, .given])
    {
      reader.end += 1
      return true
    }
    // «قبيلة بني ظبيان»
    if reader.wantsComplement, nameWord(at: index) == .clan, isWord(index + 1),
      !isTaken(index + 1)
    {
      reader.wantsComplement = false
      reader.end += 2
      return true
    }
    // «شؤون الجماعات», «بتعليم تبوك»: a noun in construct.
    let noun = reader.wantsComplement ? whole : isGoverned ? peeled[index] : []
    guard !noun.isDisjoint(with: [.common, .head, .institution, .measure]),
      noun.isDisjoint(with: [.given, .adjective, .function])
    else { return false }
    reader.wantsComplement = true
    reader.end += 1
    return true
  }

  /// A name of a body or place in construct, behind a preposition, or with one written on to it.
  private func takeInTail(_ known: NameMention, _ reader: inout PhraseReader) -> Bool {
    let first = reader.end
    guard known.tokens.lowerBound == first, known.kind != .person else { return false }
    let letter = firstLetter(first)
    let isGoverned =
      (letter == 0x644 || letter == 0x628)
      && (known.bytes.start > text.tokens[first].originalStart
        || whole[first].contains(.governedDefinite))
    guard reader.wantsComplement || isGoverned else { return false }
    reader.phrase.country = reader.phrase.country ?? known.country
    if known.kind == .organization, reader.phrase.body == nil { reader.phrase.body = known.code }
    reader.wantsComplement = false
    reader.end = known.tokens.upperBound
    return true
  }

  /// «"فيفا"», «(الإنتربول)», «"بدجت السعودية"»
  private func readQuoted(_ reader: inout PhraseReader) -> Bool {
    let opening = reader.end
    guard let end = quotedEnd(opening, words: Self.longestQuoted),
      (opening + 1..<end - 1).allSatisfy({
        classes($0).isDisjoint(with: [.speechVerb, .person])
      })
    else { return false }
    reader.wantsComplement = false
    reader.end = end
    return true
  }
}
