internal import ArabicText

/// A word or phrase that changes how something is asserted.
struct Operator: Sendable {
  enum Kind: Sendable {
    case negation(GrammarLexicon.Negation.Kind)
    /// A negation of the future: لن.
    case negatedFuture
    case condition(isQuestion: Bool)
    case qualifier(GrammarLexicon.Modality)
    /// A verb of saying that denies, claims, asks, promises or threatens.
    case act(Cue)
  }

  var tokens: Range<Int>
  var kind: Kind

  private static let lexicons = LexiconSet([.negation, .conditionals, .modality])

  /// Every operator of a field in order. Of those that share a word the longest counts: «لا بد» is no
  /// «لا».
  static func all(in speech: SpeechField) -> [Operator] {
    var operators: [Operator] = []
    var claimed = 0
    var cue = 0
    for token in speech.text.tokens.indices where speech.text.tokens[token].kind == .word {
      while cue < speech.cues.count, speech.cues[cue].token < token { cue += 1 }
      if cue < speech.cues.count, speech.cues[cue].token == token,
        speech.cues[cue].act != .say, speech.cues[cue].act != .order
      {
        operators.append(Operator(tokens: token..<token + 1, kind: .act(speech.cues[cue])))
      }
      guard token >= claimed, speech.terms.has(lexicons, at: token) else { continue }
      for match in speech.field.terms(at: token) {
        guard let kind = kind(of: match, at: token, speech) else { continue }
        operators.append(Operator(tokens: match.tokens, kind: kind))
        // «إن لم» conditions and negates.
        let isCondition = if case .condition = kind { match.tokens.count > 1 } else { false }
        claimed = match.tokens.upperBound - (isCondition ? 1 : 0)
        break
      }
    }
    return operators
  }

  private static func kind(of match: TermMatch, at token: Int, _ speech: SpeechField) -> Kind? {
    let grammar = speech.knowledge.grammar
    let row = Knowledge.row(of: match.id)
    switch Knowledge.lexicon(of: match.id) {
    case .negation:
      let negation = grammar.negations[row]
      if negation.kind == .denial { return nil }
      if negation.isAmbiguous, !speech.negates(token) { return nil }
      let word = speech.text.tokens[token]
      let isLan =
        speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.nun
        && speech.text.letter(Int(word.letters) - 2, of: word) == Alphabet.lam
      return isLan && negation.kind == .verb ? .negatedFuture : .negation(negation.kind)
    case .conditionals:
      let condition = grammar.conditions[row]
      guard condition.isReal, !condition.isAmbiguous || speech.opensCondition(token) else {
        return nil
      }
      return .condition(isQuestion: condition.isQuestion)
    case .modality:
      let qualifier = grammar.qualifiers[row]
      if speech.isSigning(token) { return nil }
      if qualifier.isAmbiguous, !(qualifier.kind == .possible && speech.isImperfect(token + 1)) {
        return nil
      }
      return .qualifier(qualifier.kind)
    default: return nil
    }
  }
}

extension SpeechField {
  /// Whether a word has the letters of an imperfect verb: ي, ت or ن at its head and no noun that is
  /// known.
  func isImperfect(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    let word = text.tokens[token]
    guard word.isArabic, word.letters > 2, traits[token].isDisjoint(with: .nominal) else {
      return false
    }
    let first = text.letter(0, of: word)
    return first == Alphabet.ya || first == Alphabet.ta || first == Alphabet.nun
  }

  /// أن before an imperfect verb, behind a word that may take it: إمكانية أن تعود، استطاع … أن يعود.
  func opensVerb(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard token > 0, !complementisers[token].contains(.pronoun), isImperfect(token + 1) else {
      return false
    }
    // إن opens no such clause.
    let first = text.originalOffset(ofLetter: Int(word.letters) - 2, in: word)
    if first + 1 < text.bytes.count, text.bytes[first] == 0xD8, text.bytes[first + 1] == 0xA5 {
      return false
    }
    let next = text.tokens[token + 1]
    if text.letter(0, of: next) == Alphabet.ya { return true }
    return text.tokens[token - 1].isWord && traits[token - 1].isEmpty
  }

  /// س before an imperfect: سيصل، وستشارك، فسنرد; no noun that the lexicons know (سيارته), nor the perfect of a verb
  /// that begins with the letter (سيطرت).
  func isFuture(_ token: Int) -> Bool {
    let word = text.tokens[token]
    guard word.isArabic, word.letters > 3 else { return false }
    let first = text.letter(0, of: word)
    let start = first == Alphabet.waw || first == Alphabet.fa ? 1 : 0
    return text.hasFutureShape(token, from: start) && traits[token].isDisjoint(with: .nominal)
      && !isCommonWord(token)
      && !text.isPerfect(token, from: start, of: knowledge.grammar.commonVerbs)
  }

  /// A word of the list of common words as it stands, but for a conjunction and a pronoun.
  private func isCommonWord(_ token: Int) -> Bool {
    field.terms(at: token).contains {
      Knowledge.lexicon(of: $0.id) == .commonWords && $0.tokens.count == 1
        && $0.segmentation.clitics.isSubset(of: [.conjunction, .pronoun])
    }
  }

  /// ما negates at the head of a clause when a word that only negated clauses have follows; else it is
  /// "what".
  func negates(_ token: Int) -> Bool {
    guard token == 0 || text.tokens[token - 1].kind != .word else { return false }
    let limit = min(token + 16, text.tokens.count)
    return (token + 1..<limit).contains { isWord($0, .negativePolarity) }
  }

  /// إن is "if" at the head of a clause and before a verb; elsewhere it opens what is said.
  func opensCondition(_ token: Int) -> Bool {
    guard complementisers[token] == .present || complementisers[token] == [.present, .conjunction],
      token + 1 < text.tokens.count
    else { return false }
    let isHead = token == 0 || text.tokens[token - 1].kind != .word
    guard isHead else { return false }
    let next = text.tokens[token + 1]
    guard next.isArabic, next.letters > 2,
      traits[token + 1].isDisjoint(with: TokenTraits.nominal.union(.functionWord))
    else { return false }
    let last = text.letter(Int(next.letters) - 1, of: next)
    let before = text.letter(Int(next.letters) - 2, of: next)
    return last == Alphabet.alif && (before == Alphabet.waw || before == Alphabet.nun)
      || last == Alphabet.ta || hasApodosis(behind: token + 1)
  }

  /// «إن هاجم العدو المدينة فسنرد»: ف before a future or negated verb, which إنّ has not behind it.
  private func hasApodosis(behind verb: Int) -> Bool {
    for token in verb + 1..<max(verb + 1, min(verb + 20, text.tokens.count)) {
      if text.tokens[token].isFinalMark || !complementisers[token].isEmpty { return false }
      let word = text.tokens[token]
      guard word.isArabic, text.letter(0, of: word) == Alphabet.fa else { continue }
      if isFuture(token) { return true }
      let second = text.letter(1, of: word)
      if word.letters == 3, second == Alphabet.lam || second == Alphabet.alif,
        text.letter(2, of: word) == Alphabet.nun
      {
        return true  // فلن، فإن
      }
    }
    return false
  }
}
