internal import ArabicText
internal import Articles

/// Finds the phrases of an article that name a source.
///
/// «بحسب وزارة كذا», «وفقا لما ذكره فلان», «على حد قوله», and verbs of saying whose subject is a source
/// without a name of its own («قال مصدر مطلع», «ذكرت وسائل إعلام»).
struct AttributionExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  /// Title before content, then by start.
  func attributions() -> [Attribution] {
    TextField.allCases.flatMap { analysis.speech($0).attributed.map(\.attribution) }
  }
}

/// A phrase that attributes, and whether it keeps its distance (على حد زعمه).
struct Attributed: Sendable {
  var attribution: Attribution
  var isClaim: Bool
}

/// Walks a field once, along its attribution phrases and its verbs of saying.
struct AttributionReader {
  private let speech: SpeechField
  private let subjects: SubjectReader
  private let sources: SourceJudge
  private var register = SourceRegister()
  private(set) var attributed: [Attributed] = []

  /// A verb's subject begins so many tokens behind it, at most, over who is told or who passes it on: «كشف لصحيفة كذا
  /// مصدر», «نقلت وكالة كذا عن مصدر».
  private static let reach = 12

  init(_ speech: SpeechField) {
    self.speech = speech
    subjects = SubjectReader(speech)
    sources = SourceJudge(speech)
  }

  mutating func run() {
    let sayings = speech.said.sayings
    var saying = 0
    for sentence in speech.field.sentences {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        while saying < sayings.count, sayings[saying].cue.token <= token {
          note(sayings[saying].cue, sayings[saying].speaker, in: sentence.tokens)
          saying += 1
        }
        let end = isPhrase(at: token) ? read(token, in: sentence.tokens) : nil
        token = max(token + 1, end ?? 0)
      }
    }
  }

  /// A verb of saying makes its subject known, and is an attribution when that has no name.
  private mutating func note(_ cue: Cue, _ speaker: Speaker, in sentence: Range<Int>) {
    let phrase = speaker.phrase
    let source = resolved(phrase)
    register.note(source)
    let follows =
      phrase.tokens.lowerBound > cue.token && phrase.tokens.lowerBound <= cue.token + Self.reach
    guard follows, source.isAnonymous || sources.isSameSource(phrase) else { return }
    let start =
      isArrival(cue, phrase)
      ? speech.text.tokens[cue.token].originalStart : speech.span(of: cue).bytes.start
    let end = speech.span(ofTokens: phrase.tokens).bytes.end
    add(ByteRange(start, end), source)
  }

  /// «وردت تقارير»: reports come in, they do not answer; the و is the verb's own.
  private func isArrival(_ cue: Cue, _ phrase: NounPhrase) -> Bool {
    cue.isCoordinated && speech.isWord(cue.token, .comingIn)
      && speech.isWord(phrase.tokens.lowerBound, .whatComesIn)
  }

  private func isPhrase(at token: Int) -> Bool {
    speech.terms.has(LexiconSet(.attributionPhrases), at: token)
  }

  /// Reads the attribution phrase that begins at a token; returns one past it.
  private mutating func read(_ token: Int, in sentence: Range<Int>) -> Int? {
    for found in AttributionPhrase.all(at: token, in: sentence, speech) {
      let start = speech.text.originalOffset(ofLetter: found.letter, in: speech.text.tokens[token])
      if found.hasPronoun {
        guard let source = register.last else { continue }
        let end = speech.text.tokens[found.tokens.upperBound - 1].originalEnd
        add(ByteRange(start, end), source, isClaim: found.kind == .claiming)
        return found.tokens.upperBound
      }
      guard let phrase = found.source(in: sentence, subjects, speech),
        found.kind != .according || sources.isSource(phrase)
          || isSetOff(found.tokens.lowerBound, phrase, sentence)
      else { continue }
      let source = resolved(phrase)
      register.note(source)
      let end = speech.span(ofTokens: phrase.tokens).bytes.end
      add(ByteRange(start, end), source, isClaim: found.kind == .claiming)
      return phrase.tokens.upperBound
    }
    return nil
  }

  /// Set off by marks on both sides, what follows بحسب is a source even if no lexicon knows it.
  private func isSetOff(_ start: Int, _ phrase: NounPhrase, _ sentence: Range<Int>) -> Bool {
    guard phrase.tokens.count <= 4, speech.traits[phrase.tokens.lowerBound].contains(.article)
    else { return false }
    let opens = start == sentence.lowerBound || speech.text.tokens[start - 1].kind == .mark
    let end = phrase.tokens.upperBound
    let closes = end == sentence.upperBound || speech.text.tokens[end].kind == .mark
    return opens && closes && sources.couldSpeak(phrase)
  }

  private func resolved(_ phrase: NounPhrase) -> Source {
    let kind = sources.sameSource(phrase)
    if let kind, let earlier = register.resolve(kind) { return earlier }
    return sources.source(phrase)
  }

  private mutating func add(_ bytes: ByteRange, _ source: Source, isClaim: Bool = false) {
    if let last = attributed.last, last.attribution.span.bytes.overlaps(bytes) { return }
    let attribution = Attribution(
      span: Span(speech.field.field, bytes), source: source.span, isAnonymous: source.isAnonymous)
    attributed.append(Attributed(attribution: attribution, isClaim: isClaim))
  }
}

/// A phrase of the lexicon that attributes, where it stands in a text.
struct AttributionPhrase {
  var tokens: Range<Int>
  /// The phrase's first letter in its first token.
  var letter: Int
  var kind: ReportingLexicon.Phrase
  /// Ends in a pronoun that stands for the source: على حد قوله.
  var hasPronoun: Bool
  private var takesLam: Bool

  /// The phrases that begin at a token and name their source.
  static func all(
    at token: Int, in sentence: Range<Int>, _ speech: SpeechField
  ) -> [AttributionPhrase] {
    let reporting = speech.knowledge.reporting
    return speech.terms[token].compactMap { match in
      guard Knowledge.lexicon(of: match.id) == .attributionPhrases else { return nil }
      let row = Knowledge.row(of: match.id)
      let kind = reporting.phrases[row]
      guard kind != .weak, kind != .agency, match.tokens.upperBound <= sentence.upperBound else {
        return nil
      }
      return AttributionPhrase(
        tokens: match.tokens, letter: Int(match.segmentation.from), kind: kind,
        hasPronoun: reporting.phraseHasPronoun[row], takesLam: reporting.phraseTakesLam[row])
    }
  }

  /// The noun phrase behind it, over a verb of saying: بحسب ما قال فلان.
  func source(
    in sentence: Range<Int>, _ subjects: SubjectReader, _ speech: SpeechField
  ) -> NounPhrase? {
    var first = tokens.upperBound
    guard first < sentence.upperBound else { return nil }
    if takesLam { return subjects.phrase(behindLam: first, limit: sentence.upperBound) }
    if speech.cue(at: first) != nil { first += 1 }
    return subjects.phrase(at: first, limit: sentence.upperBound)
  }
}
