import ArabicText
import Testing

@Suite struct `Sentences` {
  private func split(_ string: String) -> [String] {
    let text = TokenizedText(string)
    return SentenceSplitter(abbreviations: ["د", "أ"]).sentences(of: text).map {
      text.string(from: $0.start, to: $0.end)
    }
  }

  @Test func `final marks and line breaks end a sentence`() {
    #expect(
      split("وصل الوفد. هل يعود؟ لا!\nثم سافر") == ["وصل الوفد.", "هل يعود؟", "لا!", "ثم سافر"])
  }

  @Test func `a closing mark stays with its sentence`() {
    #expect(split("قال: «انتهى الأمر».\nخرج") == ["قال: «انتهى الأمر».", "خرج"])
    #expect(split("استقر الوضع ككل\".\nخرج") == ["استقر الوضع ككل\".", "خرج"])
  }

  @Test func `numbers, initials and Latin names are not cut`() {
    #expect(split("بلغ 3.5 أمتار. انتهى") == ["بلغ 3.5 أمتار.", "انتهى"])
    #expect(split("قال د. سامر لوكالة أ.ف.ب في البلد.") == ["قال د. سامر لوكالة أ.ف.ب في البلد."])
    #expect(split("زر www.example.org الآن.") == ["زر www.example.org الآن."])
  }

  @Test func `every token but line breaks is in one sentence`() {
    let text = TokenizedText("أ. «ب؟ ج\n\n\"د! هـ (و.) ز... ح")
    let covered = SentenceSplitter().sentences(of: text).flatMap { Array($0.tokens) }
    #expect(covered == text.tokens.indices.filter { text.tokens[$0].kind != .newline })
  }
}
