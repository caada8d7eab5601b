internal import ArabicText
internal import Articles
internal import Extraction

/// Finds the units of an article that a rule is called for.
struct UnitFinder {
  let context: ArticleContext

  init(_ context: ArticleContext) { self.context = context }

  /// All units of a kind, in order. An article is one unit, but a pattern looks into both its fields.
  func all(_ kind: Rule.Unit, forPattern: Bool) -> [Int] {
    switch kind {
    case .article: forPattern ? TextField.allCases.map(article) : [article(.content)]
    case .sentence:
      TextField.allCases.flatMap { field in
        context.analysis.text(field).sentences.indices.map { context.sentence($0, of: field) }
      }
    case .paragraph: TextField.allCases.flatMap { paragraphs(of: $0) }
    case .quote: quotes()
    }
  }

  /// The units of a kind that hold one of the tokens, in order, each once.
  func units(_ kind: Rule.Unit, at places: [(field: TextField, token: Int)]) -> [Int] {
    var found: [Int] = []
    for (field, token) in places {
      let unit: Int?
      switch kind {
      case .article: unit = article(field)
      case .sentence:
        unit = context.analysis.text(field).sentence(ofToken: token).map {
          context.sentence($0, of: field)
        }
      case .paragraph: unit = paragraph(of: token, field)
      case .quote: unit = nil
      }
      if let unit, found.last != unit { found.append(unit) }
    }
    if kind == .quote {
      return quotes().filter { unit in
        let place = context.units[unit]
        return places.contains { $0.field == place.field && place.tokens.contains($0.token) }
      }
    }
    return found
  }

  private func article(_ field: TextField) -> Int {
    let text = context.analysis.text(field)
    let tokens = text.text.tokens.indices
    return context.unit(field, tokens, text.bytes(ofTokens: tokens))
  }

  private func quotes() -> [Int] {
    context.analysis.quotes.map { quote in
      let text = context.analysis.text(quote.span.field).text
      let first = text.tokenIndex(at: quote.span.bytes.start)
      let end = text.tokenIndex(at: quote.span.bytes.end - 1) + 1
      return context.unit(
        quote.span.field, first..<min(max(first, end), text.tokens.count), quote.span.bytes)
    }
  }

  private func paragraphs(of field: TextField) -> [Int] {
    let tokens = context.analysis.text(field).text.tokens
    var found: [Int] = []
    var start = 0
    for index in 0...tokens.count where index == tokens.count || tokens[index].kind == .newline {
      if start < index, let unit = paragraph(of: start, field) { found.append(unit) }
      start = index + 1
    }
    return found
  }

  private func paragraph(of token: Int, _ field: TextField) -> Int? {
    let text = context.analysis.text(field)
    let tokens = text.text.tokens
    guard tokens[token].kind != .newline else { return nil }
    var start = token
    while start > 0, tokens[start - 1].kind != .newline { start -= 1 }
    var end = token + 1
    while end < tokens.count, tokens[end].kind != .newline { end += 1 }
    return context.unit(field, start..<end, text.bytes(ofTokens: start..<end))
  }
}
