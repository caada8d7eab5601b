internal import ArabicText
internal import Articles

/// A noun phrase that says or is said to.
struct NounPhrase: Sendable, Equatable {
  /// The whole phrase.
  var tokens: Range<Int>
  /// The person's name in it, without titles.
  var name: Range<Int>?
  /// What marks hold at its head: «لجنة كذا» التابعة لكذا.
  var marked: Range<Int>?

  /// What is given as speaker or source: the name, else the phrase.
  var spoken: Range<Int> { name ?? marked ?? tokens }
}

/// Reads the noun phrase that is the subject of a verb of saying or the object of an attribution
/// phrase, and finds the person's name in it: by the entities where these are known, else by titles,
/// given names and the article.
struct SubjectReader {
  let speech: SpeechField
  /// What the verb before the phrase takes: its prepositions end the phrase.
  var takes: ReportingLexicon.Complements = []
  /// The word whose proclitic belongs before the phrase.
  var proclitic: Int?
  static let longest = 28

  init(_ speech: SpeechField) { self.speech = speech }

  func traits(_ token: Int) -> TokenTraits { speech.traits[token] }

  /// The phrase that begins at `start` (adverbs of time and particles passed over), before `limit`.
  func phrase(at start: Int, limit: Int, after cue: Cue? = nil) -> NounPhrase? {
    phrase(at: start, limit: limit, taking: cue?.takes ?? [])
  }

  /// The same behind a verb that takes these.
  func phrase(
    at start: Int, limit: Int, taking takes: ReportingLexicon.Complements
  ) -> NounPhrase? {
    var reader = self
    reader.takes = takes
    return reader.read(at: start, limit: limit)
  }

  /// The phrase whose first word carries ل: وفقا لوزارة كذا.
  func phrase(behindLam start: Int, limit: Int) -> NounPhrase? {
    var reader = self
    reader.proclitic = start
    return reader.read(at: start, limit: limit)
  }

  func read(at start: Int, limit: Int) -> NounPhrase? {
    var first = start
    while first < limit, first < start + 5, isPassedOver(first) || isInTime(first, from: start) {
      first += 1
    }
    guard first < limit, canHead(first) else { return nil }
    let (end, core) = extent(from: first, limit: min(limit, first + Self.longest))
    guard end > first else { return nil }
    if let name = name(in: first..<end, core: core) ?? appositive(behind: first..<end, limit)
      ?? lateName(behind: first..<end, limit)
    {
      return NounPhrase(tokens: first..<max(core, name.upperBound), name: name)
    }
    let marked = shortPair(at: first).map { first + 1..<$0 }
    return NounPhrase(tokens: first..<core, name: nil, marked: marked)
  }

  /// Adverbs between verb and subject: قال أمس فلان، قال أيضا فلان.
  func isPassedOver(_ token: Int) -> Bool {
    let traits = traits(token)
    if isEntity(token) || isAbbreviated(token) || !speech.complementisers[token].isEmpty {
      return false
    }
    // «أكدت فيه الوزارة أن»
    if !takes.isEmpty, traits.contains(.pronoun), !traits.contains(.preposition),
      !isNameBeforeName(token)
    {
      return token + 1 < speech.traits.count && isEntity(token + 1)
    }
    return !traits.isDisjoint(with: [.time, .particle, .demonstrative])
      && traits.isDisjoint(with: [
        .preposition, .conjunction, .relative, .sameSource, .namelessSource, .organization, .office,
      ])
  }

  /// «أمس الأول»: goes on with an expression of time, though it is another word too.
  private func isInTime(_ token: Int, from start: Int) -> Bool {
    if isEntity(token) { return false }
    let next = token + 1
    // «يوم الخميس»
    if traits(token).contains(.timeUnit) || speech.terms.has(LexiconSet(.dayparts), at: token),
      next < speech.traits.count
    {
      return traits(next).contains(.time)
    }
    guard token > start, traits(token - 1).contains(.time) else { return false }
    return traits(token).contains(.time) || speech.terms.has(LexiconSet(.timeWords), at: token)
  }

  func isEntity(_ token: Int) -> Bool {
    speech.isNamed(token)
  }

  /// A name of one word as it stands: «أبها» is not «بها».
  func isWholeName(_ token: Int) -> Bool {
    guard let entity = speech.entity(at: token) else { return false }
    return entity.tokens == token..<token + 1
      && entity.span.bytes.start == speech.text.tokens[token].originalStart
      && entity.span.bytes.end == speech.text.tokens[token].originalEnd
  }

  /// «قال لوكالة كذا»: the name of a body or place behind ل or ب names no subject.
  private func isGoverned(_ token: Int) -> Bool {
    guard let thing = speech.thing(at: token), thing.tokens.lowerBound == token else {
      return false
    }
    let word = speech.text.tokens[token]
    let start = speech.text.originalOffset(ofLetter: 1, in: word)
    let first = speech.text.letter(0, of: word)
    return thing.span.bytes.start == start && (first == Alphabet.lam || first == Alphabet.ba)
  }

  func canHead(_ token: Int) -> Bool {
    let kind = speech.text.tokens[token].kind
    if kind == .mark {
      // Marks around nothing name nobody.
      return shortPair(at: token).map { $0 > token + 1 } ?? false
    }
    guard kind == .word else { return false }
    if !speech.complementisers[token].isEmpty { return false }
    if speech.cue(at: token) != nil, !isEntity(token) { return false }
    if isFiniteVerb(token) { return false }
    if isEntity(token) { return proclitic == token || !isGoverned(token) }
    if isNameBeforeName(token) { return true }
    // لـ«…»: a preposition by itself.
    if speech.text.tokens[token].letters == 1 { return isAbbreviated(token) }
    let traits = traits(token)
    if proclitic == token { return true }
    if traits.contains(.proclitic) { return false }
    if traits.contains(.preposition) { return false }
    if !traits.isDisjoint(with: [.sameSource, .namelessSource, .media, .office, .quantifier]) {
      return true
    }
    if seemsProclitic(token) || seemsAdverb(token) { return false }
    return traits.isDisjoint(with: TokenTraits.functionWord.union([.attribution]))
  }

  /// «د. فلان», «أ.د. فلان»
  func isAbbreviated(_ token: Int) -> Bool {
    token + 1 < speech.text.tokens.count && speech.isAbbreviationStop(token + 1)
  }

  /// علي and its kin are names where another name follows.
  func isNameBeforeName(_ token: Int) -> Bool {
    guard token + 1 < speech.traits.count, speech.complementisers[token].isEmpty,
      !traits(token).isDisjoint(with: [.personName, .possibleName]),
      // «المهندس فلان», though somebody is called المهندس.
      !(isTitle(token) && traits(token).contains(.article))
    else { return false }
    return traits(token + 1).contains(.personName) || isNisba(token + 1)
      || speech.field.terms(at: token + 1).contains {
        Knowledge.lexicon(of: $0.id) == .surnames && $0.tokens.count == 1
      } && traits(token + 1).isDisjoint(with: TokenTraits.functionWord)
  }

  /// An unknown word in ي, as family names are: أحمدي.
  func isNisba(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    return word.isArabic && word.letters > 3 && traits(token).isEmpty
      && speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.ya
  }

  /// An unknown word that begins with ل, or ب where the verb takes it, is taken as prepositional.
  func seemsProclitic(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    guard word.isArabic, word.letters > 3, traits(token).isDisjoint(with: .nominal) else {
      return false
    }
    let first = speech.text.letter(0, of: word)
    return first == Alphabet.lam || first == Alphabet.ba && takes.contains(.bi)
  }

  /// «أكدت تزامنا مع كذا»: an unknown word in ا before a preposition.
  private func seemsAdverb(_ token: Int) -> Bool {
    let word = speech.text.tokens[token]
    let next = token + 1
    return word.isArabic && word.letters > 3 && traits(token).isEmpty
      && speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.alif
      && next < speech.traits.count && speech.text.tokens[next].letters < 4
      && self.traits(next).contains(.preposition)
  }

  /// One past the phrase with all that belongs to it, and one past its core before prepositions.
  func extent(from first: Int, limit: Int) -> (end: Int, core: Int) {
    let keepsPrepositions = isIndefinite(first)
    var core: Int?
    var at = first
    var cue = speech.firstCue(from: first + 1)
    while at < limit {
      let token = speech.text.tokens[at]
      if token.kind == .newline { break }
      if token.kind == .mark {
        // «الأستاذ / فلان»
        if speech.isAbbreviationStop(at) || at > first && speech.mark(at) == 0x2F && isTitle(at - 1)
        {
          at += 1
          continue
        }
        guard let close = shortPair(at: at), close < limit,
          at == first || namesThing(at - 1) || isTitle(at - 1) || isInOffice(at, close, first)
            || keepsPrepositions && opensWhere(at, behind: first)
        else { break }
        at = close + 1
        continue
      }
      let traits = at > first && isWholeName(at) ? [] : traits(at)
      while cue < speech.cues.count, speech.cues[cue].token < at { cue += 1 }
      if cue < speech.cues.count, speech.cues[cue].token == at, at > first,
        stops(speech.cues[cue], keepsPrepositions)
      {
        break
      }
      if at > first {
        if let next = endOfNaming(at, limit) {
          at = next
          continue
        }
        if endsExtent(at, traits) || isExample(at) || isFiniteVerb(at) && isDefinite(first) {
          break
        }
        if core == nil, !keepsPrepositions, isTie(at) { core = at }
        if keepsPrepositions, isToldOf(at, by: first) { break }
        if isObject(at, behind: first) {
          if core == nil { core = at }
          if !isTitle(first) { break }
        }
        if isPreposition(at) {
          if endsPhrase(at, limit) { break }
          if core == nil, !keepsPrepositions, !belongs(at, to: first), !isIssued(at - 1) {
            core = at
          }
        }
      }
      at += 1
    }
    // «قال مسؤولون في "كذا وكذا …»: what would stand behind the preposition does not.
    while keepsPrepositions, at - 1 > first, traits(at - 1).contains(.preposition),
      !isEntity(at - 1)
    { at -= 1 }
    return (at, min(core ?? at, at))
  }

  /// Whether a word behind the first of a phrase, with these traits, cannot belong to it.
  private func endsExtent(_ at: Int, _ traits: TokenTraits) -> Bool {
    let token = speech.text.tokens[at]
    // «توعد قائد «لواء الساحل» خصومه قائلا»: behind a name in marks somebody's somebody is the object.
    if speech.text.tokens[at - 1].isQuotationMark, endsInPronoun(at), !isEntity(at) {
      return true
    }
    if !speech.complementisers[at].isEmpty
      || token.letters == 1 && token.isArabic && !isAbbreviated(at)
    {
      return true
    }
    // «عن مصدر قوله», «متحدث باسم كذا دون أن يذكر …»
    if traits.contains(.withheldName) || speech.isWord(at, .saying) || speech.isWord(at, .without) {
      return true
    }
    // «جامعة كذا مرحبةً»
    if speech.text.hasTanwin(token), !isEntity(at) { return true }
    // «نفى الوزير هذا الخبر»
    if traits.contains(.demonstrative), at + 1 < speech.traits.count,
      self.traits(at + 1).contains(.article),
      isEntity(at - 1) || self.traits(at - 1).contains(.article)
        || endsInPronoun(at - 1)
    {
      return true
    }
    if traits.contains(.pronoun), !traits.contains(.preposition), !speech.isWord(at, .reflexive),
      !isEntity(at), !isNameBeforeName(at)
    {
      return true
    }
    if !traits.isDisjoint(with: [
      .relative, .conjunction, .auxiliary, .discourse, .particle, .attribution,
    ]), traits.isDisjoint(with: [.sameSource, .quantifier, .preposition]) {
      return true
    }
    // «البابا الشهر الماضي», «رئيسة «جمعية كذا» يوم الثلاثاء»
    if traits.contains(.timeUnit), !namesThing(at - 1), at + 1 < speech.traits.count,
      traits.contains(.article) && speech.terms.has(LexiconSet(.timeWords), at: at + 1)
        || self.traits(at + 1).contains(.time)
    {
      return true
    }
    // «صحيفة اليوم», and «صحيفة كذا اليوم».
    return traits.contains(.time)
      && (!traits.contains(.article) || traits.isDisjoint(with: .organization)
        || !namesThing(at - 1))
  }

  /// Somebody's noun, not أنهم or منهم.
  func isOwned(_ index: Int) -> Bool {
    endsInPronoun(index) && speech.complementisers[index].isEmpty
      && !traits(index).contains(.pronoun)
  }

  /// خصومه، قواتها، رجالهم
  func endsInPronoun(_ index: Int) -> Bool {
    guard index < speech.text.tokens.count else { return false }
    let token = speech.text.tokens[index]
    let count = Int(token.letters)
    guard token.isArabic, count > 3 else { return false }
    let last = speech.text.letter(count - 1, of: token)
    return speech.text.endsInHa(token)
      || (last == Alphabet.alif || last == Alphabet.mim)
        && speech.text.letter(count - 2, of: token) == Alphabet.ha
  }

  /// A bare word behind a definite one is no part of its phrase but the object, unless it is a name;
  /// so is a body or place right behind another (دعت باكستان مجلس الأمن).
  func isObject(_ token: Int, behind first: Int) -> Bool {
    guard speech.text.tokens[token].kind == .word else { return false }
    let traits = traits(token)
    let isBehindThing = speech.thing(at: token - 1).map { $0.tokens.upperBound == token } ?? false
    if takes.contains(.object), disagrees(token) || isOblique(token, behind: first) { return true }
    // «أبرز المسرح العديد من …», «يضم الملعب كافة …»
    if traits.contains(.quantifier), traits.isDisjoint(with: [.coordinated, .proclitic]),
      self.traits(token - 1).contains(.article)
    {
      return true
    }
    // «يرى البعض وجود …»: a common noun, whatever name the letters behind its first may be.
    if traits.contains(.coordinated), !traits.contains(.article), isCommonNoun(token),
      isBehindThing || self.traits(token - 1).contains(.article)
    {
      return true
    }
    if let thing = speech.thing(at: token) {
      return isBehindThing && thing.tokens.lowerBound == token && !isTitle(first)
        && traits.isDisjoint(with: [.coordinated, .proclitic])
    }
    if isBehindThing, isNounBehindThing(token) { return true }
    return (isBehindThing || self.traits(token - 1).contains(.article))
      && traits.isDisjoint(with: [
        .article, .personName, .preposition, .proclitic, .coordinated, .honorific, .office,
        .quantifier, .sameSource, .pronoun,
      ])
      && !(traits.contains(.possibleName) && isTitle(first))
      // «والد الشهيد فلان»
      && self.traits(token - 1).isDisjoint(with: .honorific)
      && !isEntity(token) && !isBound(token)
  }

  /// «أعلنت إريتريا التعبئة العامة»: a definite noun that is no adjective behind the name of a body or place.
  private func isNounBehindThing(_ token: Int) -> Bool {
    traits(token).contains(.article)
      && traits(token).isDisjoint(with: [
        .proclitic, .coordinated, .nationality, .sourceAdjective, .office, .honorific, .personName,
        .possibleName, .sameSource, .time, .timeUnit,
      ])
      && isCommonNoun(token, allowing: .article) && !isCommonAdjective(token)
  }

  /// «يتهم المعارضون الحكومة»: a definite word of another gender is no adjective of the one before it.
  func disagrees(_ token: Int) -> Bool {
    guard traits(token).contains(.article), traits(token - 1).contains(.article),
      traits(token).isDisjoint(with: [.proclitic, .coordinated]), !isEntity(token - 1)
    else { return false }
    return isSoundPlural(token - 1) && !isSoundPlural(token)
      && traits(token).isDisjoint(with: .nationality) && !isCommonAdjective(token)
  }

  /// «توعّد المحافظ المضاربين»: what ends in ين right behind the head of a subject is no adjective of it.
  private func isOblique(_ token: Int, behind first: Int) -> Bool {
    token == first + 1 && endsInYaNun(token) && traits(first).contains(.article)
      && traits(token).isDisjoint(with: [.proclitic, .coordinated])
  }
}
