public import Articles
internal import Extraction
internal import LuaSandbox
internal import Patterns

/// Why a rule fired in a sentence, or where it stopped.
public struct Explanation: Sendable {
  public enum Outcome: Sendable {
    /// The pattern matched these words and `check` made findings of it.
    case fired(words: String, findings: [Finding])
    /// The pattern matched, and `check` returned nothing.
    case rejected(words: String, returned: String)
    /// The pattern got so far: the parts that stood with their words, what was wanted next, and the
    /// words that stood there instead.
    case stopped(matched: [(part: String, words: String)], wanted: [String], at: String)
    /// The rule failed.
    case failed(String)
    /// None of the pattern's parts stands in the sentence.
    case nothing
  }

  public var sentence: TextSpan
  public var outcomes: [Outcome]
}

extension PackWorker {
  /// Explains a rule on every sentence (or other unit) of an article.
  ///
  /// - Parameter rule: the rule's index in the book.
  public func explain(_ article: Article, rule: Int) -> [Explanation] {
    let context = prepare(article, for: rule)
    let definition = book.rules[rule]
    var explanations: [Explanation] = []
    for unit in UnitFinder(context).all(
      definition.unit, forPattern: definition.match != nil)
    {
      let span = context.span(ofUnit: unit)
      var explanation = Explanation(
        sentence: context.analysis.textSpan(span), outcomes: [])
      explanation.outcomes = outcomes(rule, unit, context)
      explanations.append(explanation)
    }
    return explanations
  }

  private func outcomes(
    _ rule: Int, _ unit: Int, _ context: ArticleContext
  ) -> [Explanation.Outcome] {
    var call = RuleCall(rule, book, context)
    var seen: [(words: String, value: LuaValue)] = []
    let field = context.units[unit].field
    call.observe = { match, value in
      let bytes = match?.bytes ?? context.units[unit].bytes
      seen.append((context.analysis.words(Span(field, bytes)), value))
    }
    do throws(RuleFailure) {
      try runOne(&call, unit: unit)
    } catch {
      return [.failed(error.message)]
    }
    if seen.isEmpty { return [stopped(rule, unit, context)] }
    var builder = FindingBuilder(context.analysis, book)
    let findings = call.findings.map { builder.finding($0) }
    return seen.map { item in
      item.value.isTrue
        ? .fired(words: item.words, findings: findings)
        : .rejected(words: item.words, returned: item.value.kindName)
    }
  }

  private func stopped(_ rule: Int, _ unit: Int, _ context: ArticleContext) -> Explanation.Outcome {
    guard let program = book.rules[rule].program else { return .nothing }
    let words = context.words(ofUnit: unit)
    var matcher = Matcher(program, in: words)
    guard let nearest = matcher.nearest() else { return .nothing }
    let text = { (range: Range<Int>) in
      context.analysis.words(Span(context.units[unit].field, words.bytes(ofWords: range)))
    }
    let matched = nearest.matched.map { (part: $0.title, words: text($0.words)) }
    let end = min(nearest.position + 4, words.words.count)
    let rest = nearest.position < end ? text(nearest.position..<end) : ""
    return .stopped(matched: matched, wanted: nearest.wanted, at: rest)
  }
}
