internal import ArabicText
internal import Articles

extension SubjectReader {
  /// The name of the person whom the phrase is about.
  func name(in range: Range<Int>, core: Int) -> Range<Int>? {
    // Behind a preposition a name belongs to the phrase only in apposition to its office, and «البيان الصادر عن مكتب فلان» is
    // none of his.
    if traits(range.lowerBound).contains(.article), isSoundPlural(range.lowerBound) { return nil }
    if range.contains(where: isIssued) { return nil }
    let isOffice = isTitle(range.lowerBound) || traits(range.lowerBound).contains(.namelessPerson)
    let range = isOffice ? range : range.lowerBound..<min(core, range.upperBound)
    var at = speech.firstEntity(from: range.lowerBound)
    var sawEntity = false
    while at < speech.entities.count, speech.entities[at].tokens.lowerBound < range.upperBound {
      let entity = speech.entities[at]
      sawEntity =
        sawEntity || entity.kind == .person || entity.tokens.lowerBound <= range.lowerBound
      if entity.kind == .person, !isSpokenFor(entity.tokens.lowerBound, range) {
        return withCompany(fromTitle(entity.tokens, range))
      }
      at += 1
    }
    return sawEntity ? nil : guessedName(in: range)
  }

  /// A name with those that و joins to it: «قال فلان وفلان إن».
  private func withCompany(_ name: Range<Int>) -> Range<Int> {
    var end = name.upperBound
    while let next = speech.entity(at: end), next.kind == .person, next.tokens.lowerBound == end,
      speech.text.letter(0, of: speech.text.tokens[end]) == Alphabet.waw,
      next.span.bytes.start > speech.text.tokens[end].originalStart
    {
      end = next.tokens.upperBound
    }
    return name.lowerBound..<end
  }

  /// The name from the title on: the entities may miss a foreign name's first word.
  func fromTitle(_ name: Range<Int>, _ range: Range<Int>) -> Range<Int> {
    var start = name.lowerBound
    if start == range.lowerBound + 1, isNameBeforeName(range.lowerBound) {
      return range.lowerBound..<name.upperBound
    }
    while start > range.lowerBound, continuesName(start - 1), !isEntity(start - 1),
      traits(start - 1).isDisjoint(with: TokenTraits.nominal.subtracting(.personName))
    {
      start -= 1
    }
    guard start > range.lowerBound, isTitle(start - 1), traits(start - 1).contains(.article) else {
      return name
    }
    return start..<name.upperBound
  }

  /// «رئيس البلدية، فلان الفلاني، …»: a name set off behind its office.
  func appositive(behind phrase: Range<Int>, _ limit: Int) -> Range<Int>? {
    let start = phrase.upperBound + 1
    guard isTitle(phrase.lowerBound), start < limit, speech.mark(phrase.upperBound) == 0x60C,
      speech.text.tokens[start].kind == .word
    else { return nil }
    // «مدير كذا، رئيس كذا فلان الفلاني»
    if isTitle(start) {
      let (end, core) = extent(from: start, limit: min(limit, start + Self.longest))
      return end > start ? name(in: start..<end, core: core) : nil
    }
    if let entity = speech.entity(at: start), entity.tokens.lowerBound == start {
      return entity.kind == .person ? entity.tokens : nil
    }
    if let name = lastName(from: start, limit) { return name }
    guard continuesName(start), !isBound(start) else { return nil }
    var end = start + 1
    while end < limit, end < start + 5, continuesName(end), speech.complementisers[end].isEmpty {
      end += 1
    }
    // «مسؤول في المدينة، جنوب البلاد،»
    if start + 1 < limit, traits(start + 1).contains(.article),
      traits(start).isDisjoint(with: [.personName, .possibleName])
    {
      return nil
    }
    let isSetOff = end == limit || speech.mark(end) == 0x60C || !speech.complementisers[end].isEmpty
    return isSetOff && end - start > 1 ? start..<end : nil
  }

  /// «قال مدير كذا للدراسات والبحوث المهندس فلان إن», «قال المرشح لرئاسة كذا فلان إن»: a name behind more words of the
  /// office, which nothing but what is about it parts from it.
  func lateName(behind phrase: Range<Int>, _ limit: Int) -> Range<Int>? {
    guard !takes.isEmpty, isTitle(phrase.lowerBound), !isSoundPlural(phrase.lowerBound) else {
      return nil
    }
    let end = min(limit, phrase.lowerBound + Self.longest)
    var at = phrase.upperBound
    while at < end {
      let word = speech.text.tokens[at]
      if word.kind == .mark, speech.isAbbreviationStop(at) {
        at += 1
        continue
      }
      guard word.isWord, speech.complementisers[at].isEmpty, speech.cue(at: at) == nil,
        !isFiniteVerb(at)
      else { return nil }
      if let entity = speech.entity(at: at) {
        if entity.kind == .person {
          return opensName(at, behind: phrase.lowerBound) ? entity.tokens : nil
        }
        at = entity.tokens.upperBound
        continue
      }
      // «خلال لقائه في المدينة الوزير فلانا»: another's name.
      if endsInPronoun(at) || traits(at).contains(.relative)
        || traits(at).contains(.preposition) && !isLinking(at)
        || speech.preposition(at).map({ $0 != .min }) ?? false
      {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether the name at a token, with the titles before it, begins anew behind what stands there.
  private func opensName(_ name: Int, behind first: Int) -> Bool {
    var start = name
    while start > first + 1, isTitle(start - 1), traits(start - 1).contains(.article) { start -= 1 }
    let before = start - 1
    guard traits(start).isDisjoint(with: [.proclitic, .coordinated]),
      !traits(before).contains(.preposition)
    else { return false }
    let word = speech.text.tokens[before]
    return !traits(before).isDisjoint(with: [.article, .time])
      || speech.thing(at: before)?.tokens.upperBound == start
      || traits(before).isEmpty
        && speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.alif
  }

  /// «رئيس كذا، الباحث في كذا فلان الفلاني، …»: the name that ends what stands between commas.
  func lastName(from start: Int, _ limit: Int) -> Range<Int>? {
    var end = start
    while end < limit, end - start < Self.longest, speech.text.tokens[end].isWord,
      speech.complementisers[end].isEmpty
    {
      if let cue = speech.cue(at: end), !cue.isAmbiguous { return nil }
      end += 1
    }
    guard end - start > 1, let entity = speech.entity(at: end - 1), entity.kind == .person,
      entity.tokens.upperBound == end
    else { return nil }
    return entity.tokens
  }

  /// Somebody's spokesman is not the one he speaks for: متحدث باسم الرئيس فلان. Nor is what a
  /// preposition holds the subject.
  func isSpokenFor(_ token: Int, _ range: Range<Int>) -> Bool {
    if token > range.lowerBound, traits(token - 1).contains(.preposition),
      !isNameBeforeName(token - 1)
    {
      return true
    }
    if isNamesake(token, range) { return true }
    // Behind a verb that takes it, ب is a preposition: تعهد الرئيس بكذا.
    let word = speech.text.tokens[token]
    let isOwnLetter = speech.entity(at: token)?.span.bytes.start == word.originalStart
    if takes.contains(.bi), !traits(token).contains(.personName), !isOwnLetter,
      speech.text.letter(0, of: word) == Alphabet.ba
    {
      return true
    }
    return isIndefinite(range.lowerBound)
      && traits(range.lowerBound).contains(.namelessSource)
  }

  /// «مدير جامعة الملك فلان», «رئيس نادي فلان»: the name is that of a thing.
  func isNamesake(_ token: Int, _ range: Range<Int>) -> Bool {
    var start = token
    // «مدير شؤون المعلمين الدكتور فلان»: a plural is no title of one.
    while start > range.lowerBound + 1, isTitle(start - 1), !endsInYaNun(start - 1) { start -= 1 }
    let before = start - 1
    guard before >= range.lowerBound, before < token, speech.text.tokens[before].isWord,
      !isTitle(before), !isEntity(before),
      traits(before).isDisjoint(with: [
        .article, .place, .nationality, .personName, .possibleName, .time, .sourceAdjective,
        .preposition, .coordinated,
      ])
    else { return false }
    return start < token && traits(start).contains(.article)
      || !traits(before).isDisjoint(with: [.organization, .titledThing]) && !namesBody(before)
  }

  /// «عضو المكتب السياسي لحماس فلان»: the name of a body is whole, and no name stands behind it in construct.
  private func namesBody(_ token: Int) -> Bool {
    speech.field.terms(at: token).contains { Knowledge.lexicon(of: $0.id) == .organizations }
  }

  /// Where the entities know nobody: what follows a title, a given name, or stands bare behind a definite phrase.
  func guessedName(in range: Range<Int>) -> Range<Int>? {
    let head = traits(range.lowerBound)
    if head.contains(.namelessSource) { return nil }
    // فلان الفلاني رئيس كذا: a name before its office.
    if !head.isDisjoint(with: [.personName, .possibleName]), !isEntity(range.lowerBound),
      let title = range.dropFirst(2).first(where: { isTitle($0) }), title - range.lowerBound <= 5,
      (range.lowerBound..<title).allSatisfy({ continuesName($0) })
    {
      return range.lowerBound..<title
    }
    for token in range where startsName(token, range) {
      var end = token + 1
      while end < range.upperBound, continuesName(end) { end += 1 }
      return token..<end
    }
    return nil
  }

  func startsName(_ token: Int, _ range: Range<Int>) -> Bool {
    let traits = traits(token)
    guard speech.text.tokens[token].kind == .word, !isTitle(token), !isEntity(token) else {
      return false
    }
    if traits.contains(.personName) { return true }
    guard token > range.lowerBound, !isBound(token), speech.text.tokens[token].letters > 2,
      !isCommonNoun(token) || traits.contains(.possibleName),
      traits.isDisjoint(
        with: TokenTraits.functionWord.union([
          .proclitic, .coordinated, .quantifier, .time, .timeUnit, .place, .organization,
          .nationality,
          .speechNoun, .namelessPerson, .sameSource, .sourceAdjective,
        ]))
    else { return false }
    // «د. الفلاني»
    if traits.contains(.article), token - 2 >= range.lowerBound,
      speech.isAbbreviationStop(token - 1)
    {
      return true
    }
    let before = self.traits(token - 1)
    if traits.contains(.article) {
      // الوزير الجبير: a definite word behind a title that is no adjective of it.
      return before.contains(.honorific)
    }
    if before.contains(.honorific) || before.contains(.place) { return true }
    if before.isSuperset(of: [.article, .office]),
      traits.contains(.possibleName) || endsClause(token + 1) || opensOccasion(token + 1)
    {
      return true
    }
    // Behind one definite word, or without an office, a bare one may as well be the object.
    return before.contains(.article) && token > range.lowerBound + 1
      && (range.lowerBound..<token).contains { isTitle($0) } && !isSomeOf(range, before: token)
  }

  /// A word of the list of common words as it stands, or but for what is allowed, no adjective or verb: of «نفى الوزير مقتل
  /// 12 شخصا» the object.
  func isCommonNoun(_ token: Int, allowing clitics: Clitics = []) -> Bool {
    let kinds = speech.knowledge.names.commonKinds
    return speech.field.terms(at: token).contains { match in
      Knowledge.lexicon(of: match.id) == .commonWords
        && match.segmentation.clitics.isSubset(of: clitics)
        && kinds[Knowledge.row(of: match.id)].isEmpty
    }
  }

  /// One that is an adjective of the list.
  func isCommonAdjective(_ token: Int) -> Bool {
    let kinds = speech.knowledge.names.commonKinds
    return speech.field.terms(at: token).contains { match in
      Knowledge.lexicon(of: match.id) == .commonWords
        && kinds[Knowledge.row(of: match.id)] == .adjective
    }
  }

  /// «هاجم نواب من المعارضة سياسات البنك»: who is one of many has no name, and what stands behind him is the object.
  private func isSomeOf(_ range: Range<Int>, before token: Int) -> Bool {
    guard isIndefinite(range.lowerBound),
      let link = (range.lowerBound + 1..<token).first(where: { speech.isWord($0, .of) })
    else { return false }
    return (range.lowerBound..<link).allSatisfy { !traits($0).contains(.article) && !isEntity($0) }
  }

  /// Whether what the verb takes begins at a token.
  func endsClause(_ token: Int) -> Bool {
    guard token < speech.text.tokens.count, speech.text.tokens[token].isWord else { return true }
    return !speech.complementisers[token].isEmpty
      || speech.preposition(token).map { takes.contains($0) } ?? false
  }

  /// «في تصريح», «خلال مؤتمر صحفي»
  private func opensOccasion(_ token: Int) -> Bool {
    token + 1 < speech.traits.count && traits(token).contains(.preposition)
      && traits(token + 1).contains(.speechNoun)
  }

  func continuesName(_ token: Int) -> Bool {
    let traits = traits(token)
    guard speech.text.tokens[token].kind == .word, !isTitle(token) else { return false }
    return traits.isDisjoint(
      with: TokenTraits.functionWord.union([.proclitic, .coordinated, .time, .nationality]))
  }

  func isTitle(_ token: Int) -> Bool {
    !traits(token).isDisjoint(with: [.office, .honorific])
  }
}
