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
  private let words: ArgumentField
  /// Words that are taken for a verb.
  private var verb = 0..<0

  /// The window around some bytes; nil where they are in no sentence.
  init?(_ analysis: Analysis, around span: Span) {
    let field = analysis.text(span.field)
    let cue = field.text.tokenIndex(at: span.bytes.start)
    guard cue < field.text.tokens.count, let index = field.sentence(ofToken: cue) else {
      return nil
    }
    self.analysis = analysis
    self.field = field
    text = field.text
    words = analysis.argumentWords(span.field)
    words.read(sentence: index)
    let sentence = field.sentences[index].tokens
    let from = max(sentence.lowerBound, cue - Self.reach)
    tokens = from..<min(sentence.upperBound, max(from, cue) + Self.reach)
    beginsSentence = from == sentence.lowerBound
  }

  /// What a token may be; nothing outside the window.
  subscript(_ token: Int) -> WordTraits {
    guard tokens.contains(token) else { return [] }
    let own = words.traits[token]
    return verb.contains(token) ? own.intersection(.coordinated).union(.speech) : own
  }

  /// The index of the entity at a token.
  func entityIndex(at token: Int) -> Int? {
    guard tokens.contains(token), !verb.contains(token) else { return nil }
    return words.owners[token]
  }

  func entity(at token: Int) -> Entity? { entityIndex(at: token).map { analysis.entities[$0] } }

  /// Whether a word stands in a lexicon.
  func stands(_ token: Int, in lexicon: Lexicon) -> Bool {
    field.terms(at: token).contains { Knowledge.lexicon(of: $0.id) == lexicon }
  }

  /// A class noun of places or buildings: مدينة، محافظة، مطار.
  func isPlaceNoun(_ token: Int) -> Bool {
    field.terms(at: token).contains { match in
      guard Knowledge.lexicon(of: match.id) == .orgHeads else { return false }
      let kind = analysis.knowledge.names.heads[Knowledge.row(of: match.id)].kind
      return kind == .place || kind == .location || kind == .facility
    }
  }

  /// A class noun and a pronoun behind it: جيشه.
  func isClassNounWithPronoun(_ token: Int) -> Bool {
    field.terms(at: token).contains {
      Knowledge.lexicon(of: $0.id) == .orgHeads && $0.segmentation.clitics.contains(.pronoun)
    }
  }

  /// A common noun as it stands, and no adjective.
  func isCommonNoun(_ token: Int) -> Bool {
    words.isCommon(token, clitics: [], \.isEmpty)
  }

  /// «بعملية»: a common word behind ب or ل, which no common word has for its own first letter («بحرية»).
  func isCommonBehindPreposition(_ token: Int) -> Bool {
    words.isCommon(token, clitics: [.ba, .lam]) { _ in true }
      && !words.isCommon(token, clitics: []) { _ in true }
  }

  /// A common adjective as it stands or in the feminine, and nothing else.
  func isCommonAdjective(_ token: Int) -> Bool {
    words.isCommon(token, clitics: []) { $0 == .adjective }
  }

  /// A common noun with or without the article, and no adjective: الغاز، الشارع.
  func isNounOnly(_ token: Int) -> Bool {
    words.isCommon(token, clitics: [.article, .conjunction], \.isEmpty)
  }

  /// «عددا», «سفيرا»: a common noun or an office of some letters with the alif of the accusative.
  func isAccusativeOfNoun(_ token: Int) -> Bool {
    guard letters(token) > 3, endsInBareAlif(token) else { return false }
    if self[token].contains(.office) { return letters(token) > 4 }
    let stem = TermHash.withoutLast(UInt64(Alphabet.alif), of: text.tokens[token].hash)
    return analysis.knowledge.names.commonNouns.contains(stem)
  }

  /// «الأول», «الثلاثة»: a definite number that tells which or how many, not roughly («العشرات»).
  func isDefiniteNumber(_ token: Int) -> Bool {
    guard self[token].contains([.number, .article]),
      self[token].isDisjoint(with: [.time, .quantifier, .proclitic, .coordinated])
    else { return false }
    return !field.terms(at: token).contains {
      analysis.knowledge.numeric[$0.id]?.kind == .vague
    }
  }

  /// Whether a verb's form was cut out of a word that the lexicons know as it stands: زير in وزير.
  func isOtherWord(_ cue: Span, at token: Int) -> Bool {
    cue.bytes.start > text.tokens[token].originalStart
      && !self[token].isDisjoint(with: [.office, .honorific, .noun])
      && self[token].isDisjoint(with: [.coordinated, .proclitic])
  }

  /// Takes words for a verb, whatever their letters look like: التقى has no article.
  mutating func noteVerb(_ verb: Range<Int>) { self.verb = verb }

  /// A common word as it stands, but for و and a pronoun: بلاده، لقاءات.
  func isWholeNoun(_ token: Int) -> Bool {
    field.terms(at: token).contains {
      Knowledge.lexicon(of: $0.id) == .commonWords
        && $0.segmentation.clitics.isDisjoint(with: [.ba, .kaf, .lam])
    }
  }

  // MARK: Letters and marks

  /// The last letter as written is ة.
  func endsInTaMarbuta(_ token: Int) -> Bool { endsIn(0xD8, 0xA9, token) }

  /// The last letter as written is ى, which folds to ي.
  func endsInAlifMaqsura(_ token: Int) -> Bool { endsIn(0xD9, 0x89, token) }

  /// The last letter as written is ا, without a hamza.
  func endsInBareAlif(_ token: Int) -> Bool { endsIn(0xD8, 0xA7, token) }

  private func endsIn(_ first: UInt8, _ second: UInt8, _ token: Int) -> Bool {
    guard tokens.contains(token) else { return false }
    let end = text.tokens[token].originalEnd
    return end >= 2 && text.bytes[end - 2] == first && text.bytes[end - 1] == second
  }

  /// A folded letter of an Arabic word; 0 past its end.
  func letter(_ index: Int, of token: Int) -> UInt32 {
    tokens.contains(token) ? words.letter(index, of: token) : 0
  }

  /// A folded letter counted from the end of an Arabic word, 0 the last.
  func lastLetter(_ index: Int, of token: Int) -> UInt32 {
    letter(letters(token) - 1 - index, of: token)
  }

  /// The number of a token's folded letters; 0 outside the window.
  func letters(_ token: Int) -> Int {
    tokens.contains(token) ? Int(text.tokens[token].letters) : 0
  }

  /// Whether a token of the window is a word with a role.
  func isWord(_ token: Int, _ role: WordRole) -> Bool {
    tokens.contains(token) && field.isWord(token, role)
  }

  /// و before a noun: also before a و that belongs to the word (ووفدا).
  func isJoined(_ token: Int) -> Bool {
    guard letter(0, of: token) == Alphabet.waw, self[token].isDisjoint(with: .proclitic) else {
      return false
    }
    return self[token].contains(.coordinated) || letter(1, of: token) == Alphabet.waw
  }

  /// و before the letters of a common verb, where the lexicons know no such word with the و: «وجرح».
  func isJoinedVerb(_ token: Int) -> Bool {
    guard letter(0, of: token) == Alphabet.waw, letters(token) > 3 else { return false }
    let word = text.tokens[token]
    let stem = TermHash.withoutFirst(UInt64(Alphabet.waw), of: word.hash, letters: letters(token))
    return analysis.knowledge.grammar.commonVerbs.contains(stem) && !field.isKnownUncut(token)
  }

  /// The scalar of a mark; 0 for words and outside the window.
  func mark(_ token: Int) -> UInt32 {
    tokens.contains(token) && text.tokens[token].kind == .mark ? text.tokens[token].scalar : 0
  }

  func isComma(_ token: Int) -> Bool { mark(token) == 0x60C || mark(token) == 0x2C }

  /// Whether a pair of brackets opens at a token with no name between them, but a time or more about the
  /// words before: «(12 يناير)», «(في الشمال)».
  func isAside(_ open: Int) -> Bool {
    guard mark(open) == 0x28, let close = shortPair(at: open), !self[open + 1].contains(.entity)
    else { return false }
    return !self[open + 1].isDisjoint(
      with: WordTraits.function.union([.time, .proclitic]))
      || (open + 1..<close).contains { self[$0].contains(.time) }
  }

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
