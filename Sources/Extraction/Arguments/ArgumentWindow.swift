internal import ArabicText
internal import Articles

/// The words around a cue within its sentence, and what each may be.
///
/// A sentence may be a whole book long, so that only `reach` tokens on either side are looked at.
struct ArgumentWindow {
  static let reach = 40

  let analysis: Analysis
  let field: FieldText
  let text: TokenizedText
  /// The tokens looked at.
  let tokens: Range<Int>
  /// Whether the window begins where its sentence begins.
  let beginsSentence: Bool
  private var traits: [WordTraits]
  /// The entity at each token; -1 for none.
  private var owners: [Int]

  /// The window around some bytes; nil where they are in no sentence.
  init?(_ analysis: Analysis, around span: Span) {
    let field = analysis.text(span.field)
    let cue = field.text.tokenIndex(at: span.bytes.start)
    guard cue < field.text.tokens.count, let index = field.sentence(ofToken: cue) else {
      return nil
    }
    self.init(analysis, field, sentence: field.sentences[index].tokens, cue: cue)
  }

  init(_ analysis: Analysis, _ field: FieldText, sentence: Range<Int>, cue: Int) {
    self.analysis = analysis
    self.field = field
    text = field.text
    let from = max(sentence.lowerBound, cue - Self.reach)
    tokens = from..<min(sentence.upperBound, max(from, cue) + Self.reach)
    beginsSentence = from == sentence.lowerBound
    traits = [WordTraits](repeating: [], count: tokens.count)
    owners = [Int](repeating: -1, count: tokens.count)
    readTerms()
    readEntities()
    readTimes()
  }

  /// What a token may be; nothing outside the window.
  subscript(_ token: Int) -> WordTraits {
    tokens.contains(token) ? traits[token - tokens.lowerBound] : []
  }

  /// The index of the entity at a token.
  func entityIndex(at token: Int) -> Int? {
    guard tokens.contains(token) else { return nil }
    let owner = owners[token - tokens.lowerBound]
    return owner < 0 ? nil : owner
  }

  func entity(at token: Int) -> Entity? { entityIndex(at: token).map { analysis.entities[$0] } }

  private mutating func readTerms() {
    for token in tokens where text.tokens[token].kind != .mark {
      var own = shape(of: token)
      if text.tokens[token].kind == .number { own.insert(.number) }
      var isWhole = false
      for match in field.terms(at: token) {
        let given = WordTraits.of(match, analysis.knowledge)
        if given.isEmpty { continue }
        let clitics = match.segmentation.clitics
        let isPeeled = !clitics.isDisjoint(with: [.ba, .kaf, .lam])
        // A word that is known as it stands is not cut: بيان is no ب + يان.
        if isPeeled, isWhole || !given.isDisjoint(with: .function) { continue }
        if clitics.isSubset(of: .conjunction) { isWhole = true }
        own.formUnion(given)
        if isPeeled { own.insert(.proclitic) }
        if clitics.contains(.conjunction) { own.insert(.coordinated) }
        for later in match.tokens.dropFirst() where tokens.contains(later) {
          traits[later - tokens.lowerBound].formUnion(given)
        }
      }
      if own.isEmpty, isCommonVerb(token) { own.insert(.commonVerb) }
      traits[token - tokens.lowerBound].formUnion(own)
    }
  }

  private func isCommonVerb(_ token: Int) -> Bool {
    let kinds = commonKinds(token, clitics: .conjunction)
    return !kinds.isEmpty && kinds.allSatisfy { $0 == .verb }
  }

  /// What a word is among the common words, as it stands but for some clitics.
  private func commonKinds(_ token: Int, clitics: Clitics) -> [WordClass] {
    field.terms(at: token).compactMap { match in
      Knowledge.lexicon(of: match.id) == .commonWords
        && match.segmentation.clitics.isSubset(of: clitics)
        ? analysis.knowledge.names.commonKinds[Knowledge.row(of: match.id)] : nil
    }
  }

  /// Whether a word stands in a lexicon.
  func stands(_ token: Int, in lexicon: Lexicon) -> Bool {
    field.terms(at: token).contains { Knowledge.lexicon(of: $0.id) == lexicon }
  }

  /// A common noun as it stands, and no adjective.
  func isCommonNoun(_ token: Int) -> Bool {
    let kinds = commonKinds(token, clitics: [])
    return !kinds.isEmpty && kinds.allSatisfy(\.isEmpty)
  }

  /// Whether a verb's form was cut out of a word that the lexicons know as it stands: زير in وزير.
  func isOtherWord(_ cue: Span, at token: Int) -> Bool {
    cue.bytes.start > text.tokens[token].originalStart
      && !self[token].isDisjoint(with: [.office, .honorific, .noun])
      && self[token].isDisjoint(with: [.coordinated, .proclitic])
  }

  /// Takes words for a verb, whatever their letters look like: التقى has no article.
  mutating func noteVerb(_ verb: Range<Int>) {
    for token in verb where tokens.contains(token) {
      let at = token - tokens.lowerBound
      traits[at] = traits[at].intersection(.coordinated).union(.speech)
      owners[at] = -1
    }
  }

  /// A common word as it stands, but for و and a pronoun: بلاده، لقاءات.
  func isWholeNoun(_ token: Int) -> Bool {
    field.terms(at: token).contains {
      Knowledge.lexicon(of: $0.id) == .commonWords
        && $0.segmentation.clitics.isDisjoint(with: [.ba, .kaf, .lam])
    }
  }

  /// The article, and what stands before it.
  private func shape(of token: Int) -> WordTraits {
    guard text.tokens[token].isArabic, text.tokens[token].letters > 3 else { return [] }
    switch (letter(0, of: token), letter(1, of: token), letter(2, of: token)) {
    case (Alphabet.alif, Alphabet.lam, _): return .article
    case (Alphabet.waw, Alphabet.alif, Alphabet.lam), (Alphabet.fa, Alphabet.alif, Alphabet.lam):
      return [.article, .coordinated]
    case (Alphabet.ba, Alphabet.alif, Alphabet.lam), (Alphabet.kaf, Alphabet.alif, Alphabet.lam),
      (Alphabet.lam, Alphabet.lam, _):
      return [.article, .proclitic]
    case (Alphabet.waw, Alphabet.ba, Alphabet.alif) where letter(3, of: token) == Alphabet.lam:
      return [.article, .proclitic, .coordinated]
    case (Alphabet.waw, Alphabet.lam, Alphabet.lam): return [.article, .proclitic, .coordinated]
    default: return []
    }
  }

  private mutating func readEntities() {
    let entities = analysis.entities
    var index = analysis.firstEntity(in: field.field, from: tokens.lowerBound)
    while index < entities.count, entities[index].span.field == field.field {
      let entity = entities[index]
      if entity.tokens.lowerBound >= tokens.upperBound { break }
      if entity.kind == .person, !isCredible(entity) {
        index += 1
        continue
      }
      for token in entity.tokens where tokens.contains(token) {
        owners[token - tokens.lowerBound] = index
        traits[token - tokens.lowerBound].insert(.entity)
      }
      if let first = entity.tokens.first, tokens.contains(first) { noteClitics(of: entity, first) }
      index += 1
    }
  }

  /// A person of unknown name behind an office may be a verbal noun or the object: «رئيس الوزراء
  /// بإطلاق النار», «قائد الفرقة المحاصرين».
  private func isCredible(_ entity: Entity) -> Bool {
    guard let token = entity.tokens.first, entity.code == nil, text.tokens[token].isArabic else {
      return true
    }
    let isKnown = field.terms(at: token).contains { match in
      let lexicon = Knowledge.lexicon(of: match.id)
      return [.givenNames, .surnames, .prominentPeople].contains(lexicon)
        && match.segmentation.clitics.isSubset(of: .conjunction)
    }
    if isKnown { return true }
    let first = letter(0, of: token)
    if first == Alphabet.ba || first == Alphabet.waw { return entity.tokens.count > 2 }
    if first == Alphabet.lam, letter(1, of: token) == Alphabet.alif { return false }
    let last = lastLetter(0, of: token)
    let isPlural =
      last == Alphabet.nun && [Alphabet.ya, Alphabet.waw].contains(lastLetter(1, of: token))
    return
      !(isPlural && first == Alphabet.alif && letter(1, of: token) == Alphabet.lam
      && entity.tokens.count == 1)
  }

  /// The letters before a name: و and ف coordinate it, others govern it.
  private mutating func noteClitics(of entity: Entity, _ token: Int) {
    let place = token - tokens.lowerBound
    // Of a name the words are no function words.
    traits[place].subtract(.function)
    guard text.tokens[token].isArabic else { return }
    let before = entity.span.bytes.start - text.tokens[token].originalStart
    if before <= 0 {
      if letter(0, of: token) != Alphabet.lam || letter(1, of: token) != Alphabet.lam {
        traits[place].subtract([.coordinated, .proclitic])
      }
      return
    }
    let first = letter(0, of: token)
    let isCoordinated = first == Alphabet.waw || first == Alphabet.fa
    if isCoordinated { traits[place].insert(.coordinated) }
    if !isCoordinated || before > 2 { traits[place].insert(.proclitic) }
  }

  private mutating func readTimes() {
    let times = analysis.times
    var low = 0
    var high = times.count
    let from = Span(field.field, ByteRange(text.tokens[tokens.lowerBound].originalStart, 0))
    while low < high {
      let middle = (low + high) / 2
      if times[middle].span < from { low = middle + 1 } else { high = middle }
    }
    while low < times.count, times[low].span.field == field.field {
      var token = text.tokenIndex(at: times[low].span.bytes.start)
      if token >= tokens.upperBound { break }
      while tokens.contains(token), text.tokens[token].originalStart < times[low].span.bytes.end {
        traits[token - tokens.lowerBound].insert(.time)
        token += 1
      }
      low += 1
    }
  }

  // MARK: Letters and marks

  /// A folded letter of an Arabic word; 0 past its end.
  func letter(_ index: Int, of token: Int) -> UInt32 {
    guard tokens.contains(token) else { return 0 }
    let word = text.tokens[token]
    let at = Int(word.foldedStart) + 2 * index
    guard index >= 0, word.isArabic, at + 1 < Int(word.foldedEnd) else { return 0 }
    return UInt32(text.folded[at] & 0x1F) << 6 | UInt32(text.folded[at + 1] & 0x3F)
  }

  /// A folded letter counted from the end of an Arabic word, 0 the last.
  func lastLetter(_ index: Int, of token: Int) -> UInt32 {
    letter(letters(token) - 1 - index, of: token)
  }

  /// The number of a token's folded letters; 0 outside the window.
  func letters(_ token: Int) -> Int {
    tokens.contains(token) ? Int(text.tokens[token].letters) : 0
  }

  /// The hash of a token's folded letters; 0 outside the window.
  func hash(_ token: Int) -> UInt64 { tokens.contains(token) ? text.tokens[token].hash : 0 }

  /// The scalar of a mark; 0 for words and outside the window.
  func mark(_ token: Int) -> UInt32 {
    tokens.contains(token) && text.tokens[token].kind == .mark ? text.tokens[token].scalar : 0
  }

  func isComma(_ token: Int) -> Bool { mark(token) == 0x60C || mark(token) == 0x2C }

  /// The closing token of a short name in quotation marks or brackets that opens at a token.
  func shortPair(at open: Int) -> Int? {
    let closing: [UInt32]
    switch mark(open) {
    case 0xAB: closing = [0xBB]
    case 0x22, 0x201C, 0x201D: closing = [0x22, 0x201C, 0x201D]
    case 0x28: closing = [0x29]
    default: return nil
    }
    for token in (open + 1)..<max(open + 1, min(open + 7, tokens.upperBound)) {
      if closing.contains(mark(token)) { return token > open + 1 ? token : nil }
    }
    return nil
  }
}

extension Analysis {
  /// The index of the first entity of a field that ends behind a token.
  func firstEntity(in field: TextField, from token: Int) -> Int {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      let entity = entities[middle]
      if entity.span.field < field
        || entity.span.field == field && entity.tokens.upperBound <= token
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
