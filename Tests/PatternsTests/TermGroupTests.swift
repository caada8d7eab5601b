import ArabicText
import Patterns
import Testing

@Suite struct `groups of terms` {
  private let imperfects = TermGroup(["يهدد", "تهدد", "يهددون"], allowed: .imperfect)
  private let nouns = TermGroup(["تهديد", "التهديد", "تهديد"], allowed: .nominal)

  private func vocabulary(_ groups: [[TermGroup]]) -> Vocabulary {
    let sets = groups.enumerated().map { TermSet(title: "\($0.offset)", groups: $0.element) }
    return Vocabulary(sets: sets, required: Set(sets))
  }

  private func found(_ vocabulary: Vocabulary, in text: String) -> [[UInt32]] {
    let text = TokenizedText(Array(text.utf8))
    return vocabulary.terms.matches(in: text).map { vocabulary.numbers(of: $0.id) }
      + vocabulary.triggers.matches(in: text).map { [Vocabulary.number(of: $0.id)] }
  }

  @Test func `are found the same whether sets share them or have their own`() {
    let shared = vocabulary([[imperfects, nouns], [nouns], [nouns, imperfects], [imperfects]])
    let copies = [
      { TermGroup(["يهدد", "تهدد", "يهددون"], allowed: .imperfect) },
      { TermGroup(["تهديد", "التهديد", "تهديد"], allowed: .nominal) },
    ]
    let own = vocabulary([
      [copies[0](), copies[1]()], [copies[1]()], [copies[1](), copies[0]()], [copies[0]()],
    ])
    let text = "وسيهددون بالتهديد ويهدد بتهديد"
    #expect(!found(shared, in: text).isEmpty)
    #expect(found(shared, in: text) == found(own, in: text))
    #expect(found(shared, in: "تهديد").first == [0, 1, 2])
  }

  @Test func `of many words are all found`() {
    let letters = Array("بتثجحخدذرز")
    let words = letters.flatMap { a in
      letters.flatMap { b in letters.flatMap { c in letters.map { String([a, b, c, $0]) } } }
    }
    let vocabulary = vocabulary(
      stride(from: 0, to: words.count, by: 500).map { start in
        [TermGroup(Array(words[start..<start + 500]), allowed: .conjunction)]
      })
    for word in stride(from: 0, to: words.count, by: 37) {
      let number = UInt32(word / 500)
      #expect(found(vocabulary, in: words[word]) == [[number], [number]])
    }
  }

  @Test func `are equal by their terms and their text`() {
    #expect(imperfects == TermGroup(["يهدد", "تهدد", "يهددون"], allowed: .imperfect))
    #expect(imperfects != TermGroup(["يهدد", "تهدد", "يهددون"], allowed: .nominal))
    #expect(imperfects != TermGroup(["يُهدد", "تهدد", "يهددون"], allowed: .imperfect))
    #expect(imperfects.terms == TermGroup(["يُهدد", "تهدد", "يهددون"], allowed: .imperfect).terms)
    #expect(imperfects.byteCount == 28)
  }
}
