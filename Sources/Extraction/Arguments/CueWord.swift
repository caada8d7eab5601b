internal import ArabicText
internal import Articles

/// The word whose arguments are looked for, and what its letters say of its subject.
struct CueWord: Sendable {
  let form: WordForm
  /// Its first token.
  let token: Int
  /// One past its last token.
  let end: Int
  private(set) var isPlural = false
  private(set) var isDual = false
  private(set) var isFirstPerson = false
  /// ا at the end of a participle: it stands as an adverb.
  private(set) var isAdverbial = false
  private(set) var isPassive = false
  /// An object as a pronoun at the end: تتوعده.
  private(set) var hasObject = false
  private(set) var gender = PartyPhrase.Gender.unknown

  init(_ window: ArgumentWindow, _ span: Span, _ form: WordForm) {
    // Its subject stands where that of any imperfect does.
    self.form = form == .jussive ? .imperfect : form
    token = window.text.tokenIndex(at: span.bytes.start)
    end = max(token + 1, window.text.tokenIndex(at: max(span.bytes.start, span.bytes.end - 1)) + 1)
    let word = window.text.tokens[token]
    guard word.isArabic else { return }
    var first = 0
    while first + 2 < Int(word.letters),
      window.text.originalOffset(ofLetter: first, in: word) < span.bytes.start
    {
      first += 1
    }
    readEnding(window, first)
    switch self.form {
    case .imperfect: readImperfect(window, first)
    case .perfect: readPerfect(window, first)
    default: readNominal(window)
    }
  }

  var isVerb: Bool { form == .perfect || form == .imperfect || form == .imperative }

  private mutating func readEnding(_ window: ArgumentWindow, _ first: Int) {
    let last = window.lastLetter(0, of: token)
    let before = window.lastLetter(1, of: token)
    let letters = window.letters(token)
    hasObject =
      letters > 4
      && (last == Alphabet.ha && !WordShapes(window).isTaMarbuta(token)
        || last == Alphabet.alif && before == Alphabet.ha
        || last == Alphabet.mim && before == Alphabet.ha)
      // استهدفهما; short ones are the dual of their own stem: اتهما، ساهما.
      || last == Alphabet.alif && before == Alphabet.mim
        && window.lastLetter(2, of: token) == Alphabet.ha && letters - first > 5
  }

  private mutating func readImperfect(_ window: ArgumentWindow, _ start: Int) {
    var first = start
    if window.letter(first, of: token) == Alphabet.sin
      || window.letter(first, of: token) == Alphabet.lam
    {
      first += 1
    }
    switch window.letter(first, of: token) {
    case Alphabet.ya: gender = .masculine
    case Alphabet.ta: gender = .feminine
    default: isFirstPerson = true
    }
    let last = window.lastLetter(0, of: token)
    let before = window.lastLetter(1, of: token)
    // The letters belong to the stem of short words: يدان، يصان.
    isDual =
      last == Alphabet.nun && before == Alphabet.alif && window.text.tokens[token].letters > 4
    isPlural =
      last == Alphabet.nun && before == Alphabet.waw
      || last == Alphabet.alif && before == Alphabet.waw
  }

  private mutating func readPerfect(_ window: ArgumentWindow, _ first: Int) {
    let last = window.lastLetter(0, of: token)
    let before = window.lastLetter(1, of: token)
    isPlural = last == Alphabet.alif && before == Alphabet.waw
    isFirstPerson = last == Alphabet.alif && before == Alphabet.nun
    isDual = isPerfectDual(window, first)
    let isFeminine = last == Alphabet.ta || isDual && before == Alphabet.ta
    gender = isFeminine ? .feminine : isPlural || isFirstPerson ? .unknown : .masculine
    // A written ُ on the first letter is the passive's.
    let start = window.text.originalOffset(ofLetter: first, in: window.text.tokens[token])
    let bytes = window.text.bytes
    isPassive = start + 3 < bytes.count && bytes[start + 2] == 0xD9 && bytes[start + 3] == 0x8F
  }

  /// وقّعا، وقّعتا; neither a short weak verb (دعا) nor one that is cited so (أحيا) or ends in a hamza (أنشأ).
  private func isPerfectDual(_ window: ArgumentWindow, _ first: Int) -> Bool {
    guard !isPlural, !isFirstPerson, !hasObject, window.endsInBareAlif(token) else { return false }
    let letters = window.letters(token) - first
    if window.lastLetter(1, of: token) == Alphabet.ta { return letters > 4 }
    return letters > 3
      && !window.text.isPerfect(
        token, from: first, of: window.analysis.knowledge.grammar.commonVerbs)
  }

  private mutating func readNominal(_ window: ArgumentWindow) {
    let last = window.lastLetter(0, of: token)
    gender = WordShapes(window).isTaMarbuta(token) ? .feminine : .unknown
    guard form == .participle else { return }
    isPlural = WordShapes(window).isSoundPlural(token)
    isAdverbial =
      last == Alphabet.alif
      || gender == .feminine && window.isComma(token - 1)
      || isPlural && window.lastLetter(1, of: token) == Alphabet.ya
        && window[token].isDisjoint(with: .article)
    if isAdverbial, gender == .unknown { gender = .masculine }
  }

  /// A verb that agrees with several has told of them before: behind it stands no subject.
  var mayPrecedeSubject: Bool { !isPlural && !isDual }

  /// Whether a phrase can be its subject by what its letters say.
  func admits(_ phrase: PartyPhrase) -> Bool {
    switch (gender, phrase.gender) {
    case (.masculine, .feminine), (.feminine, .masculine): isPlural
    default: true
    }
  }
}
