import ArabicText
import Testing

@Suite struct `Terms` {
  private func matched(_ word: String, _ allowed: Clitics, in string: String) -> [String] {
    var builder = TermIndexBuilder()
    builder.add(word, id: 1, allowed: allowed)
    let text = TokenizedText(string)
    return builder.build().matches(in: text, tokens: text.tokens.indices).map { match in
      let first = text.tokens[match.tokens.lowerBound]
      let start = text.originalOffset(ofLetter: Int(match.segmentation.from), in: first)
      let end =
        match.tokens.count == 1
        ? text.originalOffset(ofLetter: Int(match.segmentation.to), in: first)
        : text.tokens[match.tokens.upperBound - 1].originalEnd
      return text.string(from: start, to: end)
    }
  }

  @Test(arguments: [
    ("هجوم", "وبالهجوم", "هجوم"), ("هجوم", "للهجوم", "هجوم"), ("هجوم", "هجومه", "هجوم"),
    ("هجوم", "فكهجومهم", "هجوم"), ("لجنة", "للجنة", "لجنة"), ("مدرسة", "بمدرستهما", "مدرست"),
    ("مستشفى", "مستشفاها", "مستشفا"), ("قوة", "القُوّةِ", "قُوّةِ"),
  ]) func `a noun is found under its clitics`(_ word: String, _ text: String, _ stem: String) {
    #expect(matched(word, .nominal, in: text).contains(stem))
  }

  @Test(arguments: [
    ("هجوم", "الهجومه"), ("هجوم", "سهجوم"), ("بلد", "لد"), ("هجوم", "مهجوم"), ("قتل", "قتلة"),
    ("قتل", "قتلةِ"), ("قتل", "قتل&#x629;"), ("قتل", "قتﻠﺔ"),
  ]) func `what no clitic explains is not found`(_ word: String, _ text: String) {
    #expect(matched(word, .nominal, in: text).isEmpty)
  }

  @Test func `a verb takes the future and no article`() {
    #expect(matched("يهدد", .imperfect, in: "وسيهددهم") == ["يهدد"])
    #expect(matched("يهدد", .imperfect, in: "اليهدد").isEmpty)
  }

  @Test func `a phrase reaches across quotes but not across a comma`() {
    #expect(matched("تنظيم داعش", .nominal, in: "وتنظيم «داعش»") == ["تنظيم «داعش"])
    #expect(matched("تنظيم داعش", .nominal, in: "تنظيم، داعش").isEmpty)
    #expect(matched("كانون الثاني", .name, in: "في كانون الثاني 2015") == ["كانون الثاني"])
  }

  @Test func `at one token the longest entry comes first`() {
    var builder = TermIndexBuilder()
    builder.add("حزب", id: 1, allowed: .nominal)
    builder.add("حزب الله", id: 2, allowed: .nominal)
    let text = TokenizedText("حزب الله")
    let found = builder.build().matches(in: text, tokens: text.tokens.indices)
    #expect(found.map(\.id) == [2, 1])
  }

  @Test func `every segmentation's hash is that of its letters`() {
    for word in ["وبالمدرسة", "فسيهددونهم", "للجنتهما", "والكتاب", "كبدها", "بيتنا", "وليهددكم"] {
      let text = TokenizedText(word)
      let letters = Array(word.folded.unicodeScalars)
      var count = 0
      text.forEachSegmentation(of: text.tokens[0]) { segmentation, hash in
        let stem = letters[Int(segmentation.from)..<Int(segmentation.to)]
        #expect(hash == stem.reduce(0) { TermHash.append($0, $1.value) })
        count += 1
        return false
      }
      #expect(count > 1)
    }
  }

  @Test(arguments: [
    (
      "قصف", ["قصف", "وقصف", "بالقصف", "فللقصف", "كقصفهما", "لقصفنا"], ["سقصف", "بقصفك", "القصفه"]
    ),
    ("مدينة", ["لمدينتهم", "والمدينه"], ["مدينهتهم"]), ("مستشفى", ["بمستشفاه", "مستشفي"], []),
    ("أبناء", ["وابنائها", "ابناؤه"], []), ("يقصف", ["وسيقصفها", "ليقصف"], []),
    ("قتلوا", ["فقتلوه"], []), ("لجنة", ["للجنه", "باللجنه"], ["لللجنه"]),
    ("الوزير", ["والوزير", "بالوزير", "وللوزير"], ["وزير", "لالوزير ه"]),
    ("يد", ["واليد", "بيدها", "ويد"], ["بيد", "سيد", "كيد"]), ("NATO", ["nato"], ["وnato"]),
  ])
  func `a word is spelt with all that is attached to it`(
    _ word: String, _ spelt: [String], _ others: [String]
  ) {
    let all = word.folded.withClitics()
    #expect(all.first == word.folded)
    #expect(Set(spelt).subtracting(all) == [])
    #expect(Set(others).intersection(all) == [])
    #expect(Set(all).count == all.count)
  }
}
