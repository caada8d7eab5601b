internal import ArabicText
internal import Articles

/// Walks a field's sentences and puts together cues, complementisers, quotation marks and speakers.
///
/// One pass over the tokens; every look ahead is bounded.
struct QuoteAssembler {
  /// A cue whose subject has been found.
  struct Saying {
    var cue: Cue
    var speaker: Speaker?
    var phraseEnd: Int
    /// Nothing said has been found for it yet.
    var isWaiting = true
    /// يذكر أن: nobody in particular says it.
    var isImpersonal = false
  }

  /// A reported clause that is still running.
  struct OpenClause {
    var start: Int
    var saying: Saying
  }

  let speech: SpeechField
  let speakers: SpeakerReader
  var history = SpeakerHistory()
  var current: Saying?
  /// Whom the sentence is about, before anybody in it speaks.
  var subject: Speaker?
  var open: OpenClause?
  /// What somebody says within it: «قال فلان إن الأطباء أكدوا أن …».
  var inner: OpenClause?
  var nextPair = 0
  /// Tokens before this one lie inside a quotation that has been read.
  var readTo = 0
  var said = Said()
  /// The end of the last direct quote and who said it, for quotes that go on in the next paragraph.
  var lastDirect: (end: Int, speaker: Speaker?)?

  /// The last answer of `endOfWords`.
  var wordsEnd: (limit: Int, end: Int)?

  static let farthest = 45
  /// An ambiguous verb must have its complement nearer.
  static let near = 16
  /// A word that is rather a noun must have it right beside.
  static let beside = 3

  init(_ speech: SpeechField) {
    self.speech = speech
    speakers = SpeakerReader(speech)
  }

  mutating func run() {
    for sentence in speech.field.sentences { read(sentence.tokens) }
    if speech.field.field == .title, said.quotes.isEmpty { headline() }
    said.quotes.sort { $0.span != $1.span ? $0.span < $1.span : $0.kind == .indirect }
  }

  mutating func read(_ sentence: Range<Int>) {
    if !endsWithColon(before: sentence.lowerBound) { current = nil }
    subject = speakers.plainSubject(of: sentence)
    if let subject { history.note(subject, at: sentence.lowerBound) }
    var cue = speech.firstCue(from: sentence.lowerBound)
    var at = max(sentence.lowerBound, readTo)
    while at < sentence.upperBound {
      while cue < speech.cues.count, speech.cues[cue].token < at { cue += 1 }
      if cue == speech.cues.count || speech.cues[cue].token > at,
        speech.isPlain(at, inClause: open != nil)
      {
        at += 1
        continue
      }
      if let pair = pair(at: at) ?? bracket(at: at, in: sentence) {
        let end = direct(pair, in: sentence)
        if end > at {
          at = end
          continue
        }
      } else if cue < speech.cues.count, speech.cues[cue].token == at {
        say(speech.cues[cue], in: sentence)
      } else if !speech.complementisers[at].isEmpty {
        complement(at, in: sentence)
      } else if speech.mark(at) == 0x3A {
        colon(at, in: sentence)
      } else if open != nil, isAside(at, sentence) {
        close(at: at)
      } else if current == nil, speech.traits[at].contains(.attribution),
        let source = speakers.source(at: at, in: sentence)
      {
        history.note(source, at: at)
      }
      at += 1
    }
    close(at: sentence.upperBound)
    if current == nil { subheading(sentence) }
  }

  /// «…، وهو الأمر الذي …»: the article's own remark behind what it reports.
  func isAside(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, isClauseMark(token - 1) else { return false }
    if isWithoutSaying(token, sentence) || isTrailingSource(token, sentence) || isRemark(token) {
      return true
    }
    guard speech.isWord(token, .aside) else { return false }
    let limit = min(token + 5, sentence.upperBound)
    return (token + 1..<max(token + 1, limit)).contains { isRelative($0) }
  }

  /// «…، يشار إلى أن …»: what the article points out itself; «كما أن» goes on with the report.
  private func isRemark(_ token: Int) -> Bool {
    guard speech.traits[token].contains(.discourse), speech.isImperfect(token) else { return false }
    return speech.terms[token].contains { match in
      Knowledge.lexicon(of: match.id) == .functionWords && match.tokens.count > 1
        && !speech.complementisers[match.tokens.upperBound - 1].isEmpty
    }
  }

  /// «…، بحسب وكالة كذا.»: who passed on what the whole sentence says.
  private func isTrailingSource(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard speech.traits[token].contains(.attribution),
      let end = speakers.endOfSource(at: token, in: sentence)
    else { return false }
    return end == sentence.upperBound || speech.text.tokens[end].isFinalMark
  }

  /// «…، دون أن يوضح …»: what the speaker left out.
  func isWithoutSaying(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let limit = min(token + 4, sentence.upperBound)
    guard speech.traits[token].contains(.preposition),
      let anna = (token + 1..<max(token + 1, limit)).first(where: {
        !speech.complementisers[$0].isEmpty
      }), (token..<anna).contains(where: { speech.isWord($0, .without) })
    else { return false }
    return speech.cue(at: anna + 1) != nil
  }

  /// بينما يقول …, فيما يرى …, كما أعلن …: another one speaks, or of another thing.
  func isContrast(_ token: Int) -> Bool { speech.isWord(token, .contrast) }

  /// إلا أن، غير أن، رغم أن
  func isConcessive(_ anna: Int, _ sentence: Range<Int>) -> Bool {
    anna > sentence.lowerBound && !speech.complementisers[anna].isEmpty
      && speech.isWord(anna - 1, .concessive)
  }

  /// عندما رد …: a clause of what is reported.
  func isSubordinate(_ token: Int) -> Bool { speech.isWord(token, .subordinator) }

  func endsWithColon(before start: Int) -> Bool {
    var at = start - 1
    while at >= 0, speech.text.tokens[at].kind == .newline { at -= 1 }
    return at >= 0 && speech.mark(at) == 0x3A
  }

  mutating func pair(at token: Int) -> QuotePairs.Pair? {
    while nextPair < speech.pairs.count, speech.pairs[nextPair].open < token { nextPair += 1 }
    guard nextPair < speech.pairs.count, speech.pairs[nextPair].open == token else { return nil }
    return speech.pairs[nextPair]
  }
}
