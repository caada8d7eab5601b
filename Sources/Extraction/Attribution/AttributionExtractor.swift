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
        token = max(token + 1, read(token, in: sentence.tokens) ?? 0)
      }
    }
  }

  /// A verb of saying makes its subject known, and is an attribution when that has no name.
  private mutating func note(_ cue: Cue, _ speaker: Speaker, in sentence: Range<Int>) {
    let phrase = speaker.phrase
    let source = resolved(phrase)
    register.note(source)
    let follows =
      phrase.tokens.lowerBound > cue.token && phrase.tokens.lowerBound <= cue.token + 3
    guard follows, source.isAnonymous || sources.isSameSource(phrase) else { return }
    let start = speech.span(of: cue).bytes.start
    let end = speech.span(ofTokens: phrase.tokens).bytes.end
    add(ByteRange(start, end), source)
  }

  /// Reads the attribution phrase that begins at a token; returns one past it.
  private mutating func read(_ token: Int, in sentence: Range<Int>) -> Int? {
    let reporting = speech.knowledge.reporting
    for match in speech.field.terms(at: token)
    where Knowledge.lexicon(of: match.id) == .attributionPhrases {
      let row = Knowledge.row(of: match.id)
      let kind = reporting.phrases[row]
      guard kind != .weak, kind != .agency, match.tokens.upperBound <= sentence.upperBound else {
        continue
      }
      let start = speech.text.originalOffset(
        ofLetter: Int(match.segmentation.from), in: speech.text.tokens[token])
      if reporting.phraseHasPronoun[row] {
        guard let source = register.last else { continue }
        let end = speech.text.tokens[match.tokens.upperBound - 1].originalEnd
        add(ByteRange(start, end), source, isClaim: kind == .claiming)
        return match.tokens.upperBound
      }
      guard
        let phrase = source(
          after: match.tokens.upperBound, takesLam: reporting.phraseTakesLam[row], in: sentence),
        kind != .according || sources.isSource(phrase)
          || isSetOff(match.tokens.lowerBound, phrase, sentence)
      else { continue }
      let source = resolved(phrase)
      register.note(source)
      let end = speech.span(ofTokens: phrase.tokens).bytes.end
      add(ByteRange(start, end), source, isClaim: kind == .claiming)
      return phrase.tokens.upperBound
    }
    return nil
  }

  /// The noun phrase behind an attribution phrase, over a verb of saying: بحسب ما قال فلان.
  private func source(after start: Int, takesLam: Bool, in sentence: Range<Int>) -> NounPhrase? {
    var first = start
    guard first < sentence.upperBound else { return nil }
    if takesLam {
      return subjects.phrase(behindLam: first, limit: sentence.upperBound)
    }
    let cue = speech.firstCue(from: first)
    if cue < speech.cues.count, speech.cues[cue].token == first { first += 1 }
    return subjects.phrase(at: first, limit: sentence.upperBound)
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
