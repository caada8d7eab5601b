internal import ArabicText
public import Articles
internal import Extraction
internal import Patterns

/// What a rule's pattern makes of a text: its matches and, in sentences without one, how far it got.
public struct PatternTrial: Sendable {
  /// A match of the whole pattern.
  public struct Match: Sendable {
    /// All of the match, in code points of the content.
    public var span: TextSpan
    /// In the order in which the pattern names them.
    public var captures: [(name: String, span: TextSpan)]
  }

  /// The furthest that the pattern got in a sentence.
  public struct Stop: Sendable {
    /// The words that stood where another was wanted; empty at the sentence's end.
    public var span: TextSpan
    /// The parts that stood, in order, each with its words.
    public var matched: [(part: String, span: TextSpan)]
    /// Parts that were wanted here.
    public var wanted: [String]
  }

  /// A word as it was read.
  public struct Word: Sendable {
    /// The whole word with its clitics, in code points of the content.
    public var span: TextSpan
    /// The letters as the matcher compares them.
    public var folded: String
    /// What is attached to its stem, as the pattern's term or a lexicon's entry has it.
    public var prefix: String
    /// The word without what is attached; all of it where no term or entry is known.
    public var stem: String
    /// What is attached behind the stem, tashkeel included; often empty.
    public var suffix: String
    /// The parts of the pattern that it stands for by itself.
    public var terms: [String]
  }

  /// All words of the content, in order.
  public internal(set) var words: [Word] = []
  /// In the order of the text, not overlapping.
  public internal(set) var matches: [Match] = []
  /// At most one for each sentence without a match, in order.
  public internal(set) var stops: [Stop] = []
}

extension PackWorker {
  /// Words of one stop at most.
  private static let stopReach = 4

  /// Tries a rule's pattern on every sentence of an article's content; `check` is not called.
  ///
  /// The search is not charged against a budget: texts and patterns from elsewhere must be bounded before.
  ///
  /// - Parameters:
  ///   - rule: the rule's index in the book.
  ///   - article: the text that its pattern is tried on.
  public func trial(of rule: Int, on article: Article) -> PatternTrial {
    let context = prepare(article, for: rule)
    let text = context.analysis.content
    var trial = PatternTrial()
    guard let program = book.rules[rule].program else { return trial }
    trial.words = words(of: text, program)
    for unit in UnitFinder(context).all(.sentence, forPattern: true)
    where context.units[unit].field == .content {
      let words = context.words(ofUnit: unit)
      let span = { (range: Range<Int>) in text.textSpan(words.bytes(ofWords: range)) }
      var matcher = Matcher(program, in: words)
      let matches = matcher.all()
      trial.matches += matches.map { match in
        PatternTrial.Match(
          span: text.textSpan(match.bytes),
          captures: match.captures.map { ($0.name, text.textSpan($0.bytes)) })
      }
      guard matches.isEmpty else { continue }
      var search = Matcher(program, in: words)
      guard let nearest = search.nearest() else { continue }
      let end = min(nearest.position + Self.stopReach, words.count)
      let unitEnd = context.units[unit].bytes.end
      trial.stops.append(
        PatternTrial.Stop(
          span: nearest.position < end
            ? span(nearest.position..<end) : text.textSpan(ByteRange(unitEnd, unitEnd)),
          matched: nearest.matched.map { ($0.title, span($0.words)) }, wanted: nearest.wanted))
    }
    return trial
  }

  /// The words of a text, each cut as the pattern's term or, failing that, a lexicon's entry has it.
  private func words(of text: FieldText, _ program: Program) -> [PatternTrial.Word] {
    var cuts: [Int: Segmentation] = [:]
    var terms: [Int: [String]] = [:]
    let vocabulary = book.vocabulary
    var titles: [UInt32: String] = [:]
    for case .terms(let set) in program.atoms {
      if let number = vocabulary.number(of: set) { titles[number] = set.title }
    }
    vocabulary.terms.forEachMatch(in: text.text, tokens: text.text.tokens.indices) { match in
      let parts = vocabulary.numbers(of: match.id).compactMap { titles[$0] }
      guard match.tokens.count == 1, !parts.isEmpty else { return }
      cuts[match.tokens.lowerBound] = match.segmentation
      terms[match.tokens.lowerBound, default: []] += parts
    }
    return text.text.tokens.indices.filter { text.text.tokens[$0].isWord }.map { index in
      let token = text.text.tokens[index]
      let known = text.terms(at: index).first { $0.tokens.count == 1 }?.segmentation
      let cut = cuts[index] ?? known
      let from = text.text.originalOffset(ofLetter: cut.map { Int($0.from) } ?? 0, in: token)
      let to =
        cut.map { text.text.originalOffset(ofLetter: Int($0.to), in: token) } ?? token.originalEnd
      return PatternTrial.Word(
        span: text.textSpan(ByteRange(token.originalStart, token.originalEnd)),
        folded: text.text.foldedText(token),
        prefix: text.text.string(from: token.originalStart, to: from),
        stem: text.text.string(from: from, to: max(from, to)),
        suffix: text.text.string(from: max(from, to), to: token.originalEnd),
        terms: terms[index] ?? [])
    }
  }
}
