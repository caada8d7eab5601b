internal import ArabicText
internal import Articles

/// A verb of saying in the text.
struct Cue: Sendable {
  var token: Int
  /// The verb's letters without what is attached to it.
  var letters: Range<Int>
  var takes: ReportingLexicon.Complements
  var form: ReportingLexicon.Form
  var isAmbiguous: Bool
  var act: ReportingLexicon.Act
  var reports: Bool
  /// و or ف before it.
  var isCoordinated: Bool
  /// An object pronoun on it: أبلغه، نشرته.
  var hasPronoun: Bool
  /// Without a subject it may be passive: يذكر أن.
  var mayBeImpersonal: Bool
}

/// The reported speech of a field.
struct Said: Sendable {
  /// By their start.
  var quotes: [Quote] = []
  /// Every verb of saying whose speaker is known, in order, with or without a quote.
  var sayings: [(cue: Cue, speaker: Speaker)] = []
}

/// One field prepared for reading reported speech: the traits of its words, its verbs of saying,
/// complementisers and quotation marks.
final class SpeechField {
  let field: FieldText
  let text: TokenizedText
  /// The field's terms of all lexicons.
  let terms: TermTable
  let knowledge: Knowledge
  let traits: [TokenTraits]
  let complementisers: [Complementiser]
  /// By their tokens.
  let cues: [Cue]
  /// By their opening marks; over the whole field.
  let pairs: [QuotePairs.Pair]
  private let named: NamedTokens
  private let signing: SigningReader
  /// What is said in the field and by whom.
  private(set) lazy var said: Said = {
    var assembler = QuoteAssembler(self)
    assembler.run()
    return assembler.said
  }()

  init(_ analysis: Analysis, _ field: TextField) {
    self.field = analysis.text(field)
    text = self.field.text
    terms = self.field.termTable
    knowledge = analysis.knowledge
    let entities = analysis.entities.filter { $0.span.field == field }
    named = NamedTokens(entities, tokens: text.tokens.count)
    traits = Self.traits(of: self.field, entities)
    pairs = Self.pairs(text)
    complementisers = Self.complementisers(text, pairs, entities)
    signing = SigningReader(
      field: self.field, traits: traits, complementisers: complementisers, named: named)
    cues = Self.cues(self.field, traits, complementisers, entities, knowledge.reporting, signing)
  }

  /// Whether a token is a word with a role.
  func isWord(_ token: Int, _ role: WordRole) -> Bool { field.isWord(token, role) }

  /// Whether a token that is no verb of saying can be passed over: a word that opens nothing and,
  /// within a reported clause, closes nothing, for no mark stands before it.
  @inline(__always)
  func isPlain(_ token: Int, inClause: Bool) -> Bool {
    text.tokens[token].kind == .word && complementisers[token].isEmpty
      && !traits[token].contains(.attribution)
      && (!inClause || token > 0 && text.tokens[token - 1].kind == .word)
  }

  /// The phrases that attribute.
  private(set) lazy var attributed: [Attributed] = {
    var reader = AttributionReader(self)
    reader.run()
    return reader.attributed
  }()
  /// Negations, conditions and qualifying words.
  private(set) lazy var operators: [Operator] = Operator.all(in: self)

  /// The verb at or after a token, as an index of `cues`.
  func firstCue(from token: Int) -> Int { cues.firstIndex(sortedBy: \.token, from: token) }

  /// The verb of saying at a token.
  func cue(at token: Int) -> Cue? {
    let index = firstCue(from: token)
    return index < cues.count && cues[index].token == token ? cues[index] : nil
  }

  /// The field's entities, by their first token.
  var entities: [Entity] { named.entities }

  /// The first entity that ends after a token, as an index of `entities`.
  func firstEntity(from token: Int) -> Int {
    named.first(from: token)
  }

  /// The entity whose name a token belongs to.
  func entity(at token: Int) -> Entity? { named.entity(at: token) }

  /// Whether a token belongs to an entity's name.
  @inline(__always)
  func isNamed(_ token: Int) -> Bool { named.isNamed(token) }

  /// The body or place whose name a token belongs to.
  func thing(at token: Int) -> Entity? {
    named.entity(at: token).flatMap { $0.kind == .person ? nil : $0 }
  }

  /// The pair of marks that opens at a token.
  func pair(at open: Int) -> QuotePairs.Pair? {
    let index = pairs.firstIndex(sortedBy: \.open, from: open)
    return index < pairs.count && pairs[index].open == open ? pairs[index] : nil
  }

  /// The few last pairs of marks that open before a token.
  func pairs(before token: Int) -> ArraySlice<QuotePairs.Pair> {
    let end = pairs.firstIndex(sortedBy: \.open, from: token)
    return pairs[max(0, end - 8)..<end]
  }

  func span(ofTokens tokens: Range<Int>) -> Span {
    Span(field.field, field.bytes(ofTokens: tokens))
  }

  /// The words that name a speaker, without و before them.
  func span(of speaker: Speaker) -> Span {
    let words = speaker.phrase.spoken
    var span = span(ofTokens: words)
    // «والد» has no و before it.
    let isWhole = field.terms(at: words.lowerBound).contains { $0.segmentation.from == 0 }
    if let entity = entity(at: words.lowerBound) {
      if entity.tokens.lowerBound == words.lowerBound {
        span.bytes.start = max(span.bytes.start, entity.span.bytes.start)
      }
    } else if traits[words.lowerBound].contains(.coordinated), !isWhole {
      span.bytes.start = text.originalOffset(ofLetter: 1, in: text.tokens[words.lowerBound])
    }
    return span
  }

  /// The verb's own letters.
  func span(of cue: Cue) -> Span {
    let token = text.tokens[cue.token]
    return Span(
      field.field,
      ByteRange(
        text.originalOffset(ofLetter: cue.letters.lowerBound, in: token),
        text.originalOffset(ofLetter: cue.letters.upperBound, in: token)))
  }

  /// إلى، على، عن، من: what a verb of saying may take before أن.
  func preposition(_ token: Int) -> ReportingLexicon.Complements? {
    Self.preposition(text, token)
  }

  private static func preposition(
    _ text: TokenizedText, _ token: Int
  ) -> ReportingLexicon.Complements? {
    let word = text.tokens[token]
    guard word.isArabic, word.letters >= 2, word.letters <= 3 else { return nil }
    switch (text.letter(0, of: word), text.letter(1, of: word), text.letter(2, of: word)) {
    case (Alphabet.alif, Alphabet.lam, Alphabet.ya): return .ila
    case (Alphabet.ain, Alphabet.lam, Alphabet.ya): return .ala
    case (Alphabet.ain, Alphabet.nun, 0): return .an
    case (Alphabet.mim, Alphabet.nun, 0): return .min
    default: return nil
    }
  }

  /// The full stop of «د.»: behind a letter by itself, inside a sentence.
  func isAbbreviationStop(_ token: Int) -> Bool {
    token > 0 && mark(token) == 0x2E && text.tokens[token - 1].letters == 1
      && text.tokens[token - 1].isArabic
  }

  /// A mark's scalar; 0 for other tokens.
  @inline(__always)
  func mark(_ token: Int) -> UInt32 {
    let scalar = text.tokens[token].scalar
    return scalar == 0x3A && isInClock(token) ? 0 : scalar
  }

  /// The colon of «11:59» says nothing.
  private func isInClock(_ colon: Int) -> Bool {
    colon > 0 && colon + 1 < text.tokens.count && text.tokens[colon - 1].kind == .number
      && text.tokens[colon + 1].kind == .number
      && text.tokens[colon].end == text.tokens[colon + 1].start
  }

  private static func pairs(_ text: TokenizedText) -> [QuotePairs.Pair] {
    var pairs: [QuotePairs.Pair] = []
    var start = 0
    while start < text.tokens.count {
      var end = start
      while end < text.tokens.count, text.tokens[end].kind != .newline { end += 1 }
      if end > start { pairs += QuotePairs(text, paragraph: start..<end).pairs }
      start = end + 1
    }
    return pairs
  }

  /// «بان كي مون»: what stands in a person's name opens no clause, «رجب» in one is no month; nor is the ك of «كالديرون»
  /// a preposition, where no lexicon knows what would stand behind it.
  private static func traits(of field: FieldText, _ entities: [Entity]) -> [TokenTraits] {
    var all = TokenTraits.all(of: field)
    for entity in entities where entity.kind == .person && entity.tokens.count > 1 {
      for token in entity.tokens {
        all[token].subtract([.conjunction, .preposition, .particle, .time, .timeUnit])
      }
    }
    for token in all.indices
    where all[token].isSuperset(of: [.article, .proclitic])
      && field.text.letter(0, of: field.text.tokens[token]) == Alphabet.kaf
      && field.terms(at: token).isEmpty
    {
      all[token].subtract([.article, .proclitic])
    }
    return all
  }

  /// Those of the text, but for the words of a name («بان كي مون») and the letters of one in marks: «سي إن إن».
  private static func complementisers(
    _ text: TokenizedText, _ pairs: [QuotePairs.Pair], _ entities: [Entity]
  ) -> [Complementiser] {
    var all = Complementiser.all(in: text)
    for entity in entities where entity.tokens.count > 1 {
      for token in entity.tokens { all[token] = [] }
    }
    for pair in pairs where pair.isClosed && pair.inside.count <= 4 {
      for token in pair.inside.dropFirst() { all[token] = [] }
    }
    return all
  }

  private static func cues(
    _ field: FieldText, _ traits: [TokenTraits], _ complementisers: [Complementiser],
    _ entities: [Entity], _ reporting: ReportingLexicon, _ signing: SigningReader
  ) -> [Cue] {
    var cues: [Cue] = []
    var entity = 0
    let terms = field.termTable
    let verbs = LexiconSet(.speechVerbs)
    for index in field.text.tokens.indices where terms.has(verbs, at: index) {
      guard field.text.tokens[index].kind == .word,
        let best = cue(at: index, field, complementisers, reporting),
        isVerbal(best, traits) && !isVerbalNoun(best, field) || governs(best, field.text, traits),
        !signing.isSigning(index)
      else { continue }
      // "I …" matters only where it takes what follows from another verb.
      if best.form.isFirst {
        let isName = !traits[index].isDisjoint(with: [.personName, .possibleName])
        if isName || best.isAmbiguous || !opensReport(index, field.text, complementisers) {
          continue
        }
      }
      // «قال طالب إن»: what stands right behind a verb of saying is its subject.
      if let last = cues.last, last.token == index - 1, last.form.aspect != .participle,
        best.form.aspect == .perfect, !best.isCoordinated
      {
        continue
      }
      while entity < entities.count, entities[entity].tokens.upperBound <= index { entity += 1 }
      if entity < entities.count, entities[entity].tokens.contains(index) { continue }
      cues.append(best)
    }
    return cues
  }

  /// Whether توقع is "signs".
  func isSigning(_ token: Int) -> Bool { signing.isSigning(token) }

  /// What the verbs of saying that stand at a word make of it together.
  private static func cue(
    at index: Int, _ field: FieldText, _ complementisers: [Complementiser],
    _ reporting: ReportingLexicon
  ) -> Cue? {
    var best: Cue?
    var isAlsoFirst = false
    for match in field.termTable[index] where Knowledge.lexicon(of: match.id) == .speechVerbs {
      let row = Knowledge.row(of: match.id)
      let cut = match.segmentation
      guard var form = reporting.form(of: field.text.stemHash(of: match), row: row) else {
        continue
      }
      // «ومقره المدينة»: a noun that is somebody's, unless it says something, as a مؤكدة carelessly written does.
      if form.aspect == .participle, form.isFeminine || cut.clitics.contains(.pronoun),
        field.text.endsInHa(field.text.tokens[index]),
        !opensReport(index, field.text, complementisers)
      {
        continue
      }
      let verb = reporting.verbs[row]
      if verb.hasBareAlif, hasHamza(field.text, index, Int(cut.from)) { form.isFirst = true }
      // «ما لا يقل عن» is no form of قال, «تولى نقل الجرحى» none of نقل.
      if form.isJussive, !field.isShortened(index) {
        isAlsoFirst = isAlsoFirst || form.isFirst
        continue
      }
      // «هي أبرز تلك العوامل»: an elative, no perfect.
      if verb.isAmbiguous, form.aspect == .perfect, field.isWord(index - 1, .copula) { continue }
      // نشر and نبه, as "we" written so behind لم, say nothing by themselves: «تقرير نشر حديثا أن».
      if isAlsoFirst, !verb.takes.contains(.source) { continue }
      if verb.takes.contains(.source), verb.isAmbiguous, form.aspect == .perfect, !form.isFeminine,
        !form.isPlural, !namesSource(index, field.text, complementisers)
      {
        continue
      }
      guard var known = best else {
        best = Cue(
          token: index, letters: Int(cut.from)..<Int(cut.to), takes: verb.takes, form: form,
          isAmbiguous: verb.isAmbiguous, act: verb.act,
          reports: verb.reports, isCoordinated: cut.clitics.contains(.conjunction),
          hasPronoun: cut.clitics.contains(.pronoun) || cut.clitics.contains(.rarePronoun),
          mayBeImpersonal: verb.isImpersonal && form.isHe)
        continue
      }
      // The first reading has the fewest letters peeled off; other verbs of the same letters add
      // what they take.
      guard known.letters == Int(cut.from)..<Int(cut.to) else { continue }
      known.takes.formUnion(verb.takes)
      if verb.act == .deny { known.act = .deny }
      // «يدعون أنهم» claims, «يدعون إلى» asks.
      if (known.act == .claim) != (verb.act == .claim) {
        let other = known.act == .claim ? verb.act : known.act
        known.act = opensReport(index, field.text, complementisers) ? .claim : other
      }
      known.isAmbiguous = known.isAmbiguous && verb.isAmbiguous
      known.reports = known.reports || verb.reports
      known.mayBeImpersonal = known.mayBeImpersonal || verb.isImpersonal && known.form.isHe
      best = known
    }
    return best
  }

  /// Whether عن stands behind a verb, before anything that is said.
  private static func namesSource(
    _ token: Int, _ text: TokenizedText, _ complementisers: [Complementiser]
  ) -> Bool {
    for next in token + 1..<max(token + 1, min(token + 12, complementisers.count)) {
      if text.tokens[next].isFinalMark || !complementisers[next].isEmpty { return false }
      if preposition(text, next) == .an { return true }
    }
    return false
  }

  /// Whether a letter is written أ.
  private static func hasHamza(_ text: TokenizedText, _ token: Int, _ letter: Int) -> Bool {
    let at = text.originalOffset(ofLetter: letter, in: text.tokens[token])
    return at + 1 < text.bytes.count && text.bytes[at] == 0xD8 && text.bytes[at + 1] == 0xA3
  }

  /// أقول بكل ثقة إن: a complementiser among the next few words.
  private static func opensReport(
    _ token: Int, _ text: TokenizedText, _ complementisers: [Complementiser]
  ) -> Bool {
    for next in token + 1..<max(token + 1, min(token + 5, complementisers.count)) {
      if !text.tokens[next].isWord { return false }
      if !complementisers[next].isEmpty { return true }
    }
    return false
  }

  /// عبر is "across", and a verb where عن follows at the head of a clause.
  private static func governs(_ cue: Cue, _ text: TokenizedText, _ traits: [TokenTraits]) -> Bool {
    guard traits[cue.token].contains(.preposition), cue.takes.contains(.an),
      cue.token == 0 || cue.isCoordinated || text.tokens[cue.token - 1].kind != .word
    else { return false }
    let limit = min(cue.token + 8, text.tokens.count)
    return (cue.token + 1..<max(cue.token + 1, limit)).contains {
      Self.preposition(text, $0) == .an
    }
  }

  /// «عدم كشف هويته», «كل ذكر لكذا»: behind a word that takes a noun the letters of a short perfect are one.
  private static func isVerbalNoun(_ cue: Cue, _ field: FieldText) -> Bool {
    cue.form.aspect == .perfect && !cue.form.isFeminine && !cue.form.isPlural
      && !cue.isCoordinated && !cue.hasPronoun && field.text.tokens[cue.token].letters == 3
      && field.isGoverned(cue.token)
  }

  /// Behind a preposition the letters are a noun (في رد، عن قصد).
  private static func isVerbal(_ cue: Cue, _ traits: [TokenTraits]) -> Bool {
    let own = traits[cue.token]
    if !own.isDisjoint(with: [.preposition, .conjunction]) {
      // بين is a preposition and بيّن a verb at the head of its clause; إلى is no آلى.
      let isHead = cue.token == 0 || cue.isCoordinated || traits[cue.token - 1].isHeadless
      let isBound = cue.token > 0 && traits[cue.token - 1].contains(.preposition)
      guard cue.isAmbiguous, cue.reports, isHead, !isBound || cue.isCoordinated else {
        return false
      }
    }
    // «بيننا»
    if cue.hasPronoun, own.contains(.pronoun) { return false }
    if !own.isDisjoint(with: [.time, .timeUnit]) { return false }
    if !own.isDisjoint(with: [.obligation, .withheldName]) { return false }
    if cue.form.aspect == .participle, !own.isDisjoint(with: [.speechNoun, .namelessSource]) {
      return false
    }
    // «مصدرين مطلعين»: what a source is, not what it does.
    if cue.form.aspect == .participle, own.contains(.sourceAdjective), cue.token > 0,
      !traits[cue.token - 1].isDisjoint(with: [.namelessSource, .namelessPerson, .sourceAdjective])
    {
      return false
    }
    guard cue.token > 0, !cue.isCoordinated else { return true }
    // طالب is a student too, where it does not head its clause.
    if cue.form.aspect == .perfect, !own.isDisjoint(with: [.office, .namelessPerson]),
      !traits[cue.token - 1].isHeadless
    {
      return false
    }
    let before = traits[cue.token - 1]
    // غير معلنة
    if cue.form.aspect == .participle, before.contains(.particle) { return false }
    return !before.contains(.preposition)
      || !before.isDisjoint(with: [.conjunction, .relative, .discourse])
  }
}

extension Array {
  /// The first element of a sorted array whose key is not below `key`; `count` if none.
  func firstIndex(sortedBy path: (Element) -> Int, from key: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if path(self[middle]) < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
