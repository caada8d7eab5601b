internal import ArabicText
internal import Articles

/// What each word of a field may be, for finding the arguments of events: read a sentence at a time, when a word of
/// it is first asked about, and kept for all its events.
final class ArgumentField {
  private unowned let analysis: Analysis
  private let field: FieldText
  private let text: TokenizedText
  /// By token; nothing in sentences that nobody has asked about.
  private(set) var traits: [WordTraits]
  /// The entity at a token, where there is one.
  private(set) var owners: [Int: Int] = [:]
  /// The sentences that have been read.
  private var isRead: [Bool]

  init(_ analysis: Analysis, _ field: FieldText) {
    self.analysis = analysis
    self.field = field
    text = field.text
    traits = [WordTraits](repeating: [], count: text.tokens.count)
    isRead = [Bool](repeating: false, count: field.sentences.count)
  }

  /// Reads a sentence, if nobody has yet.
  func read(sentence: Int) {
    if isRead[sentence] { return }
    isRead[sentence] = true
    let tokens = field.sentences[sentence].tokens
    readTerms(tokens)
    readEntities(tokens)
    readTimes(tokens)
  }

  private func readTerms(_ tokens: Range<Int>) {
    let facts = analysis.knowledge.facts
    for token in tokens where text.tokens[token].kind != .mark {
      var own = shape(of: token)
      if text.tokens[token].kind == .number { own.insert(.number) }
      var isWhole = false
      for match in field.terms(at: token) {
        let given = facts[match.id].arguments
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
          traits[later].formUnion(given)
        }
      }
      if own.isEmpty, isCommon(token, clitics: .conjunction, { $0 == .verb }) {
        own.insert(.commonVerb)
      }
      if own.isEmpty, isImperfect(token) { own.insert(.imperfect) }
      traits[token].formUnion(own)
    }
  }

  /// Whether a word is among the common words, as it stands but for some clitics, and all that it may be there is
  /// meant.
  func isCommon(_ token: Int, clitics: Clitics, _ isMeant: (WordClass) -> Bool) -> Bool {
    let kinds = analysis.knowledge.names.commonKinds
    var isKnown = false
    for match in field.terms(at: token)
    where Knowledge.lexicon(of: match.id) == .commonWords
      && match.segmentation.clitics.isSubset(of: clitics)
    {
      if !isMeant(kinds[Knowledge.row(of: match.id)]) { return false }
      isKnown = true
    }
    return isKnown
  }

  /// ألقى، التقى: the letters of the article that belong to a verb, by the hamza or because the word is a
  /// common verb and nothing else.
  private func isVerbInAl(_ token: Int) -> Bool {
    let start = text.tokens[token].originalStart
    guard letter(0, of: token) == Alphabet.alif, letter(1, of: token) == Alphabet.lam else {
      return false
    }
    let isHamza =
      text.bytes[start] == 0xD8 && start + 1 < text.bytes.count
      && [0xA2, 0xA3, 0xA5].contains(text.bytes[start + 1])
    return isHamza || isCommon(token, clitics: .conjunction) { $0 == .verb }
  }

  /// An imperfect in ت; of words that are common nouns as well (تعاون) that is not sure.
  private func isImperfect(_ token: Int) -> Bool {
    !isCommonNoun(token) && text.isImperfect(token, of: analysis.knowledge.grammar.commonVerbs)
  }

  /// A word that is a common noun, adjective or adverb among others.
  private func isCommonNoun(_ token: Int) -> Bool {
    let kinds = analysis.knowledge.names.commonKinds
    return field.terms(at: token).contains { match in
      Knowledge.lexicon(of: match.id) == .commonWords
        && match.segmentation.clitics.isSubset(of: .conjunction)
        && kinds[Knowledge.row(of: match.id)] != .verb
    }
  }

  /// The article, and what stands before it.
  private func shape(of token: Int) -> WordTraits {
    guard text.tokens[token].isArabic, text.tokens[token].letters > 3, !isVerbInAl(token) else {
      return []
    }
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

  // MARK: Entities and times

  private func readEntities(_ tokens: Range<Int>) {
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
        owners[token] = index
        traits[token].insert(.entity)
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
  private func noteClitics(of entity: Entity, _ token: Int) {
    // Of a name the words are no function words.
    traits[token].subtract(.function)
    guard text.tokens[token].isArabic else { return }
    let before = entity.span.bytes.start - text.tokens[token].originalStart
    if before <= 0 {
      if letter(0, of: token) != Alphabet.lam || letter(1, of: token) != Alphabet.lam {
        traits[token].subtract([.coordinated, .proclitic])
      }
      return
    }
    let first = letter(0, of: token)
    let isCoordinated = first == Alphabet.waw || first == Alphabet.fa
    if isCoordinated { traits[token].insert(.coordinated) }
    if !isCoordinated || before > 2 { traits[token].insert(.proclitic) }
  }

  private func readTimes(_ tokens: Range<Int>) {
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
        traits[token].insert(.time)
        token += 1
      }
      low += 1
    }
  }

  // MARK: Letters

  /// A folded letter of an Arabic word; 0 past its end.
  func letter(_ index: Int, of token: Int) -> UInt32 {
    let word = text.tokens[token]
    let at = Int(word.foldedStart) + 2 * index
    guard index >= 0, word.isArabic, at + 1 < Int(word.foldedEnd) else { return 0 }
    return UInt32(text.folded[at] & 0x1F) << 6 | UInt32(text.folded[at + 1] & 0x3F)
  }

  private func lastLetter(_ index: Int, of token: Int) -> UInt32 {
    letter(Int(text.tokens[token].letters) - 1 - index, of: token)
  }
}

extension Analysis {
  /// The index of the first entity of a field that ends behind a token.
  func firstEntity(in field: TextField, from token: Int) -> Int {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      let place = entities[middle].span.field
      if place < field || place == field && entities[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
