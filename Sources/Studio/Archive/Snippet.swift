internal import ArabicText
internal import Archives

/// The part of a text around the first word that was looked for, with all such words marked.
struct Snippet {
  /// Words before and behind the first hit.
  private static let reach = 14

  struct Part: Equatable {
    var text: String
    var isHit: Bool
  }

  private(set) var parts: [Part] = []

  /// - Parameter query: words as a search takes them. Without any the beginning of the text is taken.
  init(_ content: String, query: String?) {
    let words = (query ?? "").split(whereSeparator: \.isWhitespace)
      .compactMap { SearchWord(String($0)) }
    let prefixes = words.filter(\.isBeginning).flatMap(\.spellings)
    // A word with marks in it is several to the index.
    let wanted = Set(
      words.filter { !$0.isBeginning }.flatMap(\.spellings).flatMap { $0.split(separator: " ") }
        .map(String.init))
    let text = TokenizedText(content)
    let isHit = text.tokens.map { token in
      guard token.isWord else { return false }
      let folded = text.foldedText(token)
      return wanted.contains(folded) || prefixes.contains(where: folded.hasPrefix)
    }
    let first = isHit.firstIndex(of: true) ?? 0
    let start = max(0, first - Self.reach)
    let end = min(text.tokens.count, first + 2 * Self.reach)
    guard start < end else { return }
    if start > 0 { add("… ", false) }
    var place = text.tokens[start].originalStart
    for index in start..<end {
      let token = text.tokens[index]
      add(text.string(from: place, to: token.originalStart), false)
      add(text.string(from: token.originalStart, to: token.originalEnd), isHit[index])
      place = token.originalEnd
    }
    if end < text.tokens.count { add(" …", false) }
  }

  private mutating func add(_ text: String, _ isHit: Bool) {
    if text.isEmpty { return }
    if let last = parts.indices.last, parts[last].isHit == isHit {
      parts[last].text += text
    } else {
      parts.append(Part(text: text, isHit: isHit))
    }
  }

  func write(_ json: inout JSONWriter) {
    json.array(parts) { json, part in
      json.object { json in
        json.field("text", part.text)
        json.field("hit", part.isHit)
      }
    }
  }
}
