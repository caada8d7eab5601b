internal import ArabicText
public import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// Why a rule fired in a sentence, or where it stopped.
public struct Explanation: Sendable {
  /// What came of one match or, where there is none, of the unit.
  public enum Outcome: Sendable {
    /// The pattern matched these words and `check` made findings of it.
    case fired(words: String, readings: [Reading], forms: [Form], findings: [Finding])
    /// The pattern matched, and `check` returned nothing: nil or false, in a line of a script; behind it the line in which
    /// the function that it had called last returned nothing, and so on inwards.
    case rejected(
      words: String, readings: [Reading], forms: [Form], returned: String, at: [ReturnPlace])
    /// The pattern got so far: the parts that stood with their words, what was wanted next, and the
    /// words that stood there instead; what was wanted may stand further on than a gap allows.
    case stopped(
      matched: [(part: String, words: String)], wanted: [String], at: String, beyond: Beyond?)
    /// The pattern begins nowhere: parts of it that stand all the same, and what it begins with.
    case scattered(parts: [(part: String, words: String)], beginnings: [String])
    /// The rule failed.
    case failed(String)
    /// None of the pattern's parts stands in the sentence.
    case nothing
  }

  /// Words that a gap does not reach.
  public struct Beyond: Sendable, Equatable {
    /// As they stand in the text.
    public var words: String
    /// How many words lie between, and how many may at most.
    public var distance: Int
    /// 0 where there is no gap.
    public var allowed: Int
  }

  /// Where a function of a script returned.
  public struct ReturnPlace: Sendable, Equatable {
    /// Within the pack: rules/explicit.lua.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// That line and, where it says nothing but `return nil` or `end`, the one before, without their indentation.
    public var source: [String]
  }

  /// How words of a match are asserted: what `polarity`, `modality` and `source` say of them.
  public struct Reading: Sendable, Equatable {
    /// The capture's name; nil for the match as a whole.
    public var capture: String?
    /// The words of the capture or of the match, as they stand in the text.
    public var words: String
    /// Polarity, modality and source as a finding on these words would have them.
    public var attribution: Finding.Attribution
  }

  /// How a word of a match was read as a form of a verb.
  public struct Form: Sendable, Equatable {
    /// As written: قضية.
    public var words: String
    /// The citation form: قضى.
    public var lemma: String
    /// The form that was found, as written where its letters stand in the word: قضي.
    public var stem: String
    /// As scripts ask for it: `perfect`, `noun`.
    public var kind: String
    /// Whether a pronoun is written on to it.
    public var hasPronoun: Bool
  }

  /// The sentence or other unit, in code points of its field.
  public var sentence: TextSpan
  /// One for each match, in order; a single one where the pattern did not match.
  public var outcomes: [Outcome]

  /// Whether the rule failed on one of them.
  public var hasFailed: Bool {
    outcomes.contains { if case .failed = $0 { true } else { false } }
  }
  /// What the rule's script printed meanwhile, a line each.
  public var printed: [String]
}

extension Explanation {
  /// The outcome that comes nearest to a finding, and whose it is.
  public struct Nearest: Sendable {
    /// `pack/rule`
    public var rule: String
    /// Where it is, in code points of its field.
    public var sentence: TextSpan
    /// Never `fired` or `nothing`.
    public var outcome: Outcome
  }
}

extension Explanation {
  /// The pattern matched, whatever came of it, or the rule failed.
  public var isMatch: Bool {
    outcomes.contains {
      switch $0 {
      case .fired, .rejected, .failed: true
      case .stopped, .scattered, .nothing: false
      }
    }
  }

  /// How far a pattern got that did not match, in parts; 0 where it did not begin.
  public var partsReached: Int {
    if case .stopped(let matched, _, _, _) = outcomes.first { matched.count } else { 0 }
  }
}

extension Explanation.Outcome {
  /// How near it comes to a finding; 0 when nothing of it is there.
  fileprivate var rank: Int {
    switch self {
    case .nothing, .fired: 0
    case .scattered: 1
    case .stopped(let matched, _, _, _): 1 + matched.count
    case .rejected: 1000
    case .failed: 1001
    }
  }
}

extension TokenizedText {
  /// Folded letters of the word at an offset as the text spells them; as they are where they do not stand in it.
  fileprivate func spelling(of letters: String, at start: Int) -> String {
    let index = tokenIndex(at: start)
    guard tokens.indices.contains(index) else { return letters }
    let (token, word) = (tokens[index], foldedText(tokens[index]))
    guard let range = word.firstRange(of: letters) else { return letters }
    let offset = { (at: String.Index) in
      original(ofFolded: Int(token.foldedStart) + word.utf8.distance(from: word.startIndex, to: at))
    }
    let end = range.upperBound == word.endIndex ? token.originalEnd : offset(range.upperBound)
    return string(from: offset(range.lowerBound), to: min(end, token.originalEnd))
  }
}

extension StringProtocol {
  /// Without the spaces at either end.
  var withoutMargins: String {
    let text = drop(while: \.isWhitespace)
    return String(
      text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.endIndex)])
  }
}

extension PackWorker {
  /// Explains a rule on every sentence (or other unit) of an article.
  ///
  /// - Parameters:
  ///   - article: the article.
  ///   - rule: the rule's index in the book.
  public func explain(_ article: Article, rule: Int) -> [Explanation] {
    let context = prepare(article, for: rule)
    let definition = book.rules[rule]
    var explanations: [Explanation] = []
    for unit in UnitFinder(context).all(
      definition.unit, forPattern: definition.match != nil)
    {
      let span = context.span(ofUnit: unit)
      var explanation = Explanation(
        sentence: context.analysis.textSpan(span), outcomes: [], printed: [])
      explanation.outcomes = outcomes(rule, unit, context)
      explanation.printed = takePrinted(rule).map(\.line)
      explanations.append(explanation)
    }
    return explanations
  }

  /// What comes nearest to a finding of some rules in an article: a match that `check` turned down
  /// or, where there is none, the pattern that got furthest. Nil where no part stands anywhere.
  public func nearest(_ article: Article, rules: [Int]) -> Explanation.Nearest? {
    var best: (near: Explanation.Nearest, rank: Int)?
    for rule in rules {
      for explanation in explain(article, rule: rule) {
        for outcome in explanation.outcomes where outcome.rank > best?.rank ?? 0 {
          let near = Explanation.Nearest(
            rule: book.name(ofRule: rule), sentence: explanation.sentence, outcome: outcome)
          best = (near, outcome.rank)
        }
      }
    }
    return best?.near
  }

  private func outcomes(
    _ rule: Int, _ unit: Int, _ context: ArticleContext
  ) -> [Explanation.Outcome] {
    var call = RuleCall(rule, book, context)
    var seen:
      [(
        match: PatternMatch?, value: LuaValue, findings: [RawFinding],
        places: [Explanation.ReturnPlace]
      )] = []
    call.observe = { [self] in seen.append(($0, $1, $2, places(ofReturnIn: rule))) }
    do throws(RuleFailure) {
      try runOne(&call, unit: unit)
    } catch {
      return [.failed(([error.message] + error.traceback).joined(separator: "\n  at "))]
    }
    if seen.isEmpty { return [stopped(rule, unit, context)] }
    var builder = FindingBuilder(context.analysis, book)
    return seen.map { item in
      let readings = readings(of: item.match, unit, context)
      let forms = forms(of: item.match, rule, unit, context)
      let words = readings.first?.words ?? ""
      let returned = item.value == .boolean(false) ? "false" : item.value.kindName
      return item.findings.isEmpty
        ? .rejected(
          words: words, readings: readings, forms: forms, returned: returned, at: item.places)
        : .fired(
          words: words, readings: readings, forms: forms,
          findings: item.findings.map { builder.finding($0) })
    }
  }

  /// Where the last call of a rule's script returned nothing, and where those that it had called last did.
  private func places(ofReturnIn rule: Int) -> [Explanation.ReturnPlace] {
    let pack = book.rules[rule].pack
    return lastReturns(ofPack: pack).prefix(Self.shownReturns).map { frame in
      let file = book.packs[pack].source.script(named: frame.chunk)?.source
      var source = [file?.line(frame.line)].compactMap { $0?.withoutMargins }
      if let line = source.first?.filter({ !",;})".contains($0) }).withoutMargins,
        Self.bareReturns.contains(line), let before = file?.line(frame.line - 1)
      {
        source.insert(before.withoutMargins, at: 0)
      }
      return Explanation.ReturnPlace(file: frame.chunk, line: frame.line, source: source)
    }
  }

  /// Further in one sees how words are compared, not what of them the rule wants.
  private static let shownReturns = 4

  /// Lines of which only the one before tells why they were come to.
  private static let bareReturns: Set = ["return nil", "return false", "return", "end"]

  /// How a match is asserted, and those of its captures that are asserted otherwise.
  private func readings(
    of match: PatternMatch?, _ unit: Int, _ context: ArticleContext
  ) -> [Explanation.Reading] {
    let field = context.units[unit].field
    let analysis = context.analysis
    let reading = { (name: String?, bytes: ByteRange) in
      let span = Span(field, bytes)
      return Explanation.Reading(
        capture: name, words: analysis.words(span), attribution: analysis.attribution(of: span))
    }
    let whole = reading(nil, match?.bytes ?? context.units[unit].bytes)
    let parts = (match?.captures ?? []).map { reading($0.name, $0.bytes) }
    return [whole] + parts.filter { $0.attribution != whole.attribution }
  }

  /// The forms of verbs that a match is made of.
  private func forms(
    of match: PatternMatch?, _ rule: Int, _ unit: Int, _ context: ArticleContext
  ) -> [Explanation.Form] {
    guard let match, let program = book.rules[rule].program else { return [] }
    let words = context.words(ofUnit: unit)
    let field = context.units[unit].field
    return words.readings(of: match, program).filter { $0.form != .other }.map { reading in
      let bytes = words.bytes(ofWords: reading.words)
      return Explanation.Form(
        words: context.analysis.words(Span(field, bytes)), lemma: reading.lemma,
        stem: context.analysis.text(field).text.spelling(of: reading.stem, at: bytes.start),
        kind: reading.form.scriptName,
        hasPronoun: !reading.clitics.isDisjoint(with: [.pronoun, .rarePronoun]))
    }
  }

  private func stopped(_ rule: Int, _ unit: Int, _ context: ArticleContext) -> Explanation.Outcome {
    guard let program = book.rules[rule].program else { return .nothing }
    let words = context.words(ofUnit: unit)
    var matcher = Matcher(program, in: words)
    let text = { (range: Range<Int>) in
      context.analysis.words(Span(context.units[unit].field, words.bytes(ofWords: range)))
    }
    guard let nearest = matcher.nearest() else {
      let (parts, beginnings) = matcher.scattered()
      return parts.isEmpty
        ? .nothing
        : .scattered(
          parts: parts.map { (part: $0.title, words: text($0.words)) }, beginnings: beginnings)
    }
    let matched = nearest.matched.map { (part: $0.title, words: text($0.words)) }
    let end = min(nearest.position + 4, words.count)
    let rest = nearest.position < end ? text(nearest.position..<end) : ""
    var beyond: Explanation.Beyond?
    if let words = nearest.beyond, let (distance, allowed) = nearest.distance {
      beyond = Explanation.Beyond(words: text(words), distance: distance, allowed: allowed)
    }
    return .stopped(matched: matched, wanted: nearest.wanted, at: rest, beyond: beyond)
  }
}
