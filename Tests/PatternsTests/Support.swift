import ArabicText
import Articles
import Extraction
import Patterns

/// A pattern's matches in a sentence, as the words they cover.
struct Bench {
  let analysis: Analysis

  init(_ text: String) {
    analysis = Analysis(Article(id: "t", content: Array(text.utf8)), knowledge: Knowledge())
  }

  func matches(_ pattern: Pattern) throws -> [PatternMatch] {
    let field = analysis.content
    let program = try Program(pattern)
    let sets = program.atoms.compactMap { atom -> TermSet? in
      if case .terms(let set) = atom { set } else { nil }
    }
    let words = SentenceWords(
      analysis, field, tokens: field.text.tokens.indices,
      vocabulary: Vocabulary(sets: sets, required: []), layers: nil)
    var matcher = Matcher(program, in: words)
    return matcher.all()
  }

  func texts(_ pattern: Pattern) throws -> [String] {
    try matches(pattern).map { words($0.bytes) }
  }

  func words(_ bytes: ByteRange) -> String {
    analysis.content.text.string(from: bytes.start, to: bytes.end)
  }
}

func word(_ words: String...) -> Pattern {
  .atom(
    .terms(
      TermSet(title: words.joined(separator: "|"), words: words, allowed: .nominal)))
}
