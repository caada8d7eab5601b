internal import ArabicText
internal import Articles

/// A noun phrase in a window.
struct PartyPhrase: Sendable, Equatable {
  /// The whole phrase, a name in apposition included.
  var tokens: Range<Int>
  /// What is given as the mention: the name, else the phrase without attached letters.
  var bytes: ByteRange
  /// The entity that the mention is, or that a common phrase ends in.
  var entity: Int?
  /// The mention is the entity itself.
  var isName: Bool
  var gender: Gender
  /// The code of a holder told by a nationality alone: «الروسي» of «الرئيسان الأمريكي والروسي».
  var code: String?

  enum Gender: Sendable {
    case masculine
    case feminine
    case unknown
  }
}

/// Reads noun phrases forward from a head: a name, an office with its holder, or a common noun with
/// its genitives and adjectives, up to a function word, a verb, a mark or a preposition.
struct PartyPhraseReader {
  private static let longest = 12

  let window: ArgumentWindow
  let forms: WordShapes

  init(_ window: ArgumentWindow) {
    self.window = window
    forms = WordShapes(window)
  }

  /// The phrase whose first word is at `start`, before `limit`.
  ///
  /// - Parameter isGoverned: its first word may carry a preposition (لحماس، بالمدينة).
  func phrase(at start: Int, limit: Int, isGoverned: Bool = false) -> PartyPhrase? {
    let limit = min(limit, window.tokens.upperBound, start + Self.longest)
    guard start < limit, canHead(start, isGoverned: isGoverned) else { return nil }
    if let clause = relativeClause(at: start, limit: limit) { return clause }
    var reading = PhraseReading(head: start, end: start + 1)
    if let index = window.entityIndex(at: start) {
      let entity = window.analysis.entities[index]
      reading.end = min(entity.tokens.upperBound, limit)
      return named(index, from: start, to: reading.end)
    }
    if let close = window.shortPair(at: start) {
      return close < limit ? quoted(from: start, to: close) : nil
    }
    if let index = holder(ofOfficeAt: start, limit: limit) {
      return named(index, from: start, to: window.analysis.entities[index].tokens.upperBound)
    }
    while reading.end < limit, step(&reading, limit) {}
    if let name = reading.name { return named(name, from: start, to: reading.end) }
    return common(reading)
  }

  /// A name in quotation marks, given without them.
  private func quoted(from open: Int, to close: Int) -> PartyPhrase {
    if let index = window.entityIndex(at: open + 1),
      window.analysis.entities[index].tokens == open + 1..<close
    {
      return named(index, from: open, to: close + 1)
    }
    var phrase = common(PhraseReading(head: open + 1, end: close))
    phrase.tokens = open..<close + 1
    return phrase
  }

  /// The person whose office, read by the entities layer, begins at a token and ends right before the
  /// name: «رئيس كوراندا جوزيف باندو».
  private func holder(ofOfficeAt start: Int, limit: Int) -> Int? {
    guard window[start].contains(.office) else { return nil }
    for token in start + 1..<max(start + 1, limit) {
      if window.mark(token) != 0 { return nil }
      guard let index = window.entityIndex(at: token), window.entity(at: token)?.kind == .person
      else { continue }
      guard let role = window.analysis.entities[index].role?.span, !role.bytes.isEmpty else {
        return nil
      }
      let first = window.text.tokenIndex(at: role.bytes.start)
      let last = window.text.tokenIndex(at: role.bytes.end - 1)
      return first == start && last + 1 == token ? index : nil
    }
    return nil
  }

  /// «كل من يهاجم القواعد», «من يعبر النهر»: somebody told by a clause, up to a mark or a preposition.
  private func relativeClause(at start: Int, limit: Int) -> PartyPhrase? {
    guard window[start].contains(.quantifier), window[start + 1].contains(.relative),
      forms.isVerb(start + 2), start + 2 < limit
    else { return nil }
    var end = start + 3
    while end < limit, window.mark(end) == 0, !window[end].contains(.proclitic),
      !forms.seemsGoverned(end), window[end].isDisjoint(with: [.linker, .auxiliary]),
      end == start + 3 || !forms.isVerb(end)
    {
      end += 1
    }
    return common(PhraseReading(head: start, end: end))
  }

  func canHead(_ token: Int, isGoverned: Bool = false) -> Bool {
    if window.mark(token) != 0 {
      return window.shortPair(at: token) != nil && !window.isAside(token)
    }
    guard window.tokens.contains(token) else { return false }
    let traits = window[token]
    if traits.contains(.proclitic), !isGoverned { return false }
    if traits.contains(.entity) { return true }
    if !traits.isDisjoint(with: [.time, .demonstrative]) { return false }
    if traits.contains(.quantifier) { return true }
    if !traits.isDisjoint(with: .function) { return false }
    if isGoverned { return true }
    return !forms.isVerb(token) && !forms.seemsGoverned(token)
  }

  // MARK: Steps

  /// A phrase as far as it has been read.
  struct PhraseReading {
    let head: Int
    var end: Int
    /// A name within the phrase stands for it: an office holder's.
    var name: Int?
    /// A body or place that ends a chain of genitives.
    var genitive: Int?
    var isDefinite = false
    var indefinites = 0
    /// The last word that is no adjective.
    var noun: Int

    init(head: Int, end: Int) {
      self.head = head
      self.end = end
      noun = head
    }
  }

  /// Takes the next word or name into the phrase; false where the phrase ends.
  private func step(_ reading: inout PhraseReading, _ limit: Int) -> Bool {
    let at = reading.end
    let last = at - 1
    if window[last].contains(.article), !forms.isNamePreposition(last) { reading.isDefinite = true }
    if window.mark(at) != 0 { return stepOverMark(&reading, limit) }
    let traits = window[at]
    if traits.contains(.entity) {
      return !isClosed(reading, beforePlace: at) && stepOverName(&reading, limit)
    }
    if let end = endOfShare(at) {
      reading.end = end
      return true
    }
    if isLinked(at, to: reading) {
      reading.isDefinite = traits.contains(.article)
      reading.noun = at
      reading.end += 1
      return true
    }
    if let end = endOfSecondPortfolio(at, of: reading.head), end <= limit {
      reading.isDefinite = true
      reading.end = end
      return true
    }
    // «تنظيم الليل»: in marks of its own a word of time is part of the name.
    if traits.isSuperset(of: [.time, .article]), window.shortPair(at: reading.head - 1) == at + 1 {
      reading.end += 1
      return true
    }
    if !traits.isDisjoint(with: WordTraits.function.union([.time, .proclitic, .coordinated])) {
      return false
    }
    if beginsAnother(at, behind: reading) { return false }
    if window.sharesOffice(reading.head, at: at) {
      reading.end += 1
      return true
    }
    if reading.genitive != nil {
      guard traits.contains(.article), forms.agrees(at, with: reading.noun) else { return false }
      reading.end += 1
      return true
    }
    if isClosed(reading, before: at) { return false }
    if traits.contains(.article) {
      return stepOverDefinite(&reading)
    }
    if reading.isDefinite || reading.indefinites > 3 || forms.isVerb(at) || forms.seemsGoverned(at)
    {
      return false
    }
    if forms.isSoundPlural(last), !forms.agreesIndefinitely(at, with: last) { return false }
    // What is counted stands in the accusative: 30 مسلحا.
    if !window[last].contains(.number), isObject(at) { return false }
    reading.indefinites += 1
    if !forms.isAdjective(at) { reading.noun = at }
    reading.end += 1
    return true
  }

  /// A number behind a noun, a clause that describes a counted noun or one behind كل, anything but an
  /// adjective behind a noun with a pronoun: what belongs to the phrase no more.
  private func beginsAnother(_ at: Int, behind reading: PhraseReading) -> Bool {
    let last = at - 1
    let head = window[reading.head]
    if window[at].contains(.number), window[last].isDisjoint(with: [.number, .quantifier]) {
      // «المتهم الأول», «الجنود الثلاثة»
      return !(reading.isDefinite && window.isDefiniteNumber(at))
    }
    if endsInPronoun(last) || forms.endsInHis(last) {
      return !window[at].contains(.article) || !forms.isAdjective(at)
    }
    guard last > reading.head, window[at].isDisjoint(with: WordTraits.nominal) else { return false }
    if head.contains(.number), forms.hasPronoun(at) { return true }
    return head.contains(.quantifier) && forms.isTaMarbuta(last) && window.letters(at) == 4
      && window.letter(0, of: at) == Alphabet.ta && window[at + 1].contains(.article)
  }

  /// قواتها: no genitive follows.
  private func endsInPronoun(_ token: Int) -> Bool {
    forms.hasPronoun(token) && window[token].isDisjoint(with: [.entity, .article])
  }

  /// A definite word: an adjective of a definite noun, or the genitive of an indefinite one.
  private func stepOverDefinite(_ reading: inout PhraseReading) -> Bool {
    let at = reading.end
    if reading.isDefinite {
      let isOfNoun = forms.agrees(at, with: reading.noun) || window.isDefiniteNumber(at)
      guard forms.agrees(at, with: reading.head) else {
        reading.end += isOfNoun ? 1 : 0
        return isOfNoun
      }
      // «قوات الأمن السهلية»: behind an adjective of the head stands none of its genitive.
      let isOfHead =
        forms.gender(of: reading.head) == .feminine && forms.gender(of: reading.noun) == .unknown
      if !isOfNoun || isOfHead { reading.noun = reading.head }
    } else {
      // ون، ين and digits take no genitive.
      if forms.isSoundPlural(at - 1) || window.text.tokens[at - 1].kind == .number { return false }
      reading.noun = at
    }
    reading.end += 1
    return true
  }

  /// باسم، للقوات: what links an office to the body it belongs to.
  private func isLinked(_ at: Int, to reading: PhraseReading) -> Bool {
    let traits = window[at]
    guard traits.contains(.proclitic) || forms.isNamePreposition(at) else { return false }
    if forms.isNamePreposition(at) { return true }
    return window[reading.head].contains(.office) && traits.contains(.article)
      && window.letter(0, of: at) == Alphabet.lam
      && (at == reading.head + 1 || window[at - 1].contains(.article))
  }

  private func stepOverMark(_ reading: inout PhraseReading, _ limit: Int) -> Bool {
    let at = reading.end
    if window.mark(at) == 0x28, let close = window.shortPair(at: at), close + 1 < limit,
      window[reading.head].contains(.office)
    {
      reading.end = close + 1
      return false
    }
    if window.mark(at) != 0x28, let close = window.shortPair(at: at), close < limit,
      reading.genitive == nil, !isNextParty(at + 1, behind: reading)
    {
      reading.end = close + 1
      reading.isDefinite = true
      return true
    }
    // The holder between commas: رئيس الوزراء، فلان، …
    if window.isComma(at), window[reading.head].contains(.office) {
      var next = at + 1
      while next < limit, next < at + 3,
        window[next].contains(.office) || window[next].contains(.honorific)
      {
        next += 1
      }
      if next < limit, let index = window.entityIndex(at: next),
        window.analysis.entities[index].kind == .person,
        window[next].isDisjoint(with: [.proclitic, .coordinated])
      {
        reading.name = index
        reading.end = min(window.analysis.entities[index].tokens.upperBound, limit)
      }
    }
    return false
  }

  /// A body of its own behind a phrase that an adjective closes: «أمهلت القيادة العسكرية «كتيبة النمر»».
  private func isNextParty(_ token: Int, behind reading: PhraseReading) -> Bool {
    reading.isDefinite && reading.noun < reading.end - 1 && window.entityIndex(at: token) != nil
  }

  private func stepOverName(_ reading: inout PhraseReading, _ limit: Int) -> Bool {
    let at = reading.end
    guard let index = window.entityIndex(at: at) else { return false }
    let entity = window.analysis.entities[index]
    let traits = window[at]
    // زعيم حزب كذا فلان
    if reading.genitive != nil, entity.kind != .person || !window[reading.head].contains(.office) {
      return false
    }
    if traits.contains(.coordinated) || endsInPronoun(at - 1) { return false }
    let end = min(entity.tokens.upperBound, limit)
    if entity.kind == .person, !traits.contains(.proclitic) {
      let isTitled =
        (!window[reading.head].isDisjoint(with: [.office, .honorific]) || entity.role != nil)
        && !forms.isSoundPlural(reading.head)
      if isTitled {
        reading.name = index
      } else if reading.isDefinite {
        return false
      } else {
        reading.genitive = index
      }
      reading.end = end
      return !isTitled
    }
    if traits.contains(.proclitic) {
      guard window[reading.head].contains(.office), window.letter(0, of: at) == Alphabet.lam else {
        return false
      }
    } else if reading.isDefinite, !forms.isNamePreposition(at - 1), window.mark(at - 1) == 0,
      !isNamed(reading.head, by: entity)
    {
      return false
    }
    reading.genitive = index
    reading.isDefinite = true
    reading.noun = at
    reading.end = end
    return true
  }

  /// «العاصمة الخرطوم», «المدينة القديمة فاس»: a place in apposition to its definite class noun.
  private func isNamed(_ head: Int, by entity: Entity) -> Bool {
    (entity.kind == .geopolitical || entity.kind == .location)
      && window[head].contains(.article) && window.isPlaceNoun(head)
  }

  // MARK: Results

  private func named(_ index: Int, from start: Int, to end: Int) -> PartyPhrase {
    let entity = window.analysis.entities[index]
    return PartyPhrase(
      tokens: start..<max(end, start + 1), bytes: entity.span.bytes, entity: index, isName: true,
      gender: forms.gender(of: entity, firstWord: entity.tokens.lowerBound))
  }

  private func common(_ reading: PhraseReading) -> PartyPhrase {
    let text = window.text
    return PartyPhrase(
      tokens: reading.head..<reading.end,
      bytes: ByteRange(
        forms.bareStart(of: reading.head), text.tokens[reading.end - 1].originalEnd),
      entity: reading.genitive, isName: false, gender: forms.gender(of: reading.head))
  }
}
