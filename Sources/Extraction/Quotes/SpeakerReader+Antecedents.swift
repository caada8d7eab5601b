internal import ArabicText

/// Whom a verb without a subject of its own may mean.
extension SpeakerReader {
  /// The subject of a sentence that opens with a verb of another kind, if it is a person or a body:
  /// whom a verb of saying behind it may mean.
  func plainSubject(of sentence: Range<Int>) -> Speaker? {
    var verb = sentence.lowerBound
    var sawAuxiliary = false
    while verb < sentence.upperBound,
      speech.text.tokens[verb].kind == .mark
        || speech.traits[verb].contains(.discourse)
        || !speech.traits[verb].isDisjoint(with: [
          .conjunction, .particle, .auxiliary, .time, .timeUnit,
        ]) && !speech.traits[verb].contains(.preposition)
    {
      if speech.traits[verb].contains(.auxiliary) { sawAuxiliary = true }
      verb += 1
    }
    // «وكان الوزير قد حسم الأمر».
    if sawAuxiliary, verb < sentence.upperBound, isSource(verb) {
      return subjects.phrase(at: verb, limit: sentence.upperBound).map {
        Speaker(phrase: $0, isFeminine: nil)
      }
    }
    if let named = headName(at: verb, in: sentence) { return named }
    guard verb + 1 < sentence.upperBound, speech.text.tokens[verb].kind == .word,
      speech.traits[verb].isDisjoint(with: .nominal),
      // «عبر فلان عن كذا»: a verb with the letters of a preposition, which holds no bare name of a person.
      speech.traits[verb].isDisjoint(with: .preposition)
        || speech.text.tokens[verb].letters > 2 && speech.entity(at: verb + 1)?.kind == .person,
      speech.thing(at: verb) == nil, !hasCue(verb..<verb + 1)
    else { return nil }
    var start = verb + 1
    while start < min(verb + 4, sentence.upperBound),
      speech.complementisers[start].isEmpty,
      !speech.traits[start].isDisjoint(with: [.particle, .auxiliary]) || isVerbal(start)
    {
      start += 1
    }
    guard start < sentence.upperBound, !isThing(start),
      let phrase = subjects.phrase(at: start, limit: sentence.upperBound, taking: [.object, .bi]),
      phrase.name != nil || isSource(phrase.tokens.lowerBound)
    else { return nil }
    let isFeminine = isFeminine(verb)
    // «وشكر سفارة كذا»: a noun of another gender is the object.
    if phrase.name == nil, isFeminine == false, endsInTaMarbuta(phrase.tokens.lowerBound),
      speech.traits[phrase.tokens.lowerBound].isDisjoint(with: [.office, .namelessPerson])
    {
      return nil
    }
    return Speaker(phrase: phrase, isFeminine: isFeminine)
  }

  /// «الشاب فلان اعتاد كذا»: a title and name at the head of a sentence, which goes on behind them.
  private func headName(at head: Int, in sentence: Range<Int>) -> Speaker? {
    guard head < sentence.upperBound, speech.text.tokens[head].kind == .word,
      !hasCue(head..<head + 1),
      speech.entity(at: head)?.kind == .person
        || !speech.traits[head].isDisjoint(with: [.office, .honorific, .namelessPerson]),
      let phrase = subjects.phrase(at: head, limit: sentence.upperBound), let name = phrase.name,
      phrase.tokens.lowerBound == head, name.upperBound < sentence.upperBound,
      speech.text.tokens[name.upperBound].kind == .word
    else { return nil }
    return Speaker(phrase: phrase, isFeminine: nil)
  }

  /// The first person with a name in the sentence before a verb, not held by a preposition: whom a verb
  /// without a subject means where the sentence opens otherwise.
  func person(before cue: Cue, in sentence: Range<Int>) -> Speaker? {
    let first = speech.firstEntity(from: sentence.lowerBound)
    var index = first
    while index < min(first + 12, speech.entities.count),
      speech.entities[index].tokens.upperBound <= cue.token
    {
      let name = speech.entities[index].tokens
      if speech.entities[index].kind == .person, name.lowerBound > sentence.lowerBound,
        isFreeName(name.lowerBound, sentence)
      {
        return Speaker(phrase: NounPhrase(tokens: name, name: name), isFeminine: nil)
      }
      index += 1
    }
    return nil
  }

  /// «فلان في تغريدته»: the name right before a noun of saying that has its pronoun, over a preposition.
  func name(holding noun: Int) -> Speaker? {
    guard noun > 1, speech.traits[noun - 1].contains(.preposition),
      let name = speech.entity(at: noun - 2), name.kind == .person
    else { return nil }
    return Speaker(
      phrase: NounPhrase(tokens: name.tokens, name: name.tokens), isFeminine: nil)
  }

  /// Neither a preposition nor a noun in construct holds the name or the titles before it.
  func isFreeName(_ name: Int, _ sentence: Range<Int>) -> Bool {
    var start = name
    while start > sentence.lowerBound, name - start < 8,
      !speech.traits[start - 1].isDisjoint(with: [.office, .honorific, .nationality])
        || speech.thing(at: start - 1) != nil
    {
      start -= 1
    }
    guard start > sentence.lowerBound else { return true }
    let before = start - 1
    if !speech.complementisers[before].isEmpty { return true }
    return speech.traits[start].isDisjoint(with: .proclitic)
      && speech.traits[before].isDisjoint(with: [
        .preposition, .proclitic, .possibleName, .personName,
      ])
      && (start < name || !speech.traits[before].contains(.coordinated))
  }

  /// The person, body or source whom all of some words name.
  func speaker(in words: Range<Int>) -> Speaker? {
    guard let phrase = subjects.phrase(at: words.lowerBound, limit: words.upperBound),
      phrase.tokens.upperBound == words.upperBound, phrase.tokens.lowerBound == words.lowerBound,
      phrase.name != nil || canBeSpeaker(phrase.tokens.lowerBound),
      // شاهد by itself is "watch", محللون nothing else.
      phrase.tokens.count > 1 || !speech.traits[words.lowerBound].contains(.namelessPerson)
        || subjects.isSoundPlural(words.lowerBound)
    else { return nil }
    return Speaker(phrase: phrase, isFeminine: nil)
  }

  /// The person or body (no medium that only passes it on) whom an attribution phrase at a token names: على لسان فلان، بحسب الوزارة.
  func source(at token: Int, in sentence: Range<Int>) -> Speaker? {
    for found in AttributionPhrase.all(at: token, in: sentence, speech) where !found.hasPronoun {
      guard let phrase = found.source(in: sentence, subjects, speech),
        phrase.name != nil || isSource(phrase.tokens.lowerBound),
        speech.traits[phrase.tokens.lowerBound].isDisjoint(with: [.media, .medium])
      else { continue }
      return Speaker(phrase: phrase, isFeminine: nil)
    }
    return nil
  }

  /// One past the source that an attribution phrase at a token names, whoever it is.
  func endOfSource(at token: Int, in sentence: Range<Int>) -> Int? {
    AttributionPhrase.all(at: token, in: sentence, speech).lazy.compactMap { found in
      found.hasPronoun
        ? found.tokens.upperBound
        : found.source(in: sentence, subjects, speech)?.tokens.upperBound
    }.first
  }

  func endsInTaMarbuta(_ token: Int) -> Bool {
    let end = speech.text.tokens[token].originalEnd
    let bytes = speech.text.bytes
    return end >= 2 && end <= bytes.count && bytes[end - 2] == 0xD8 && bytes[end - 1] == 0xA9
  }

  /// What the letters of a verb before its subject say of it; nil where they may be of the stem.
  func isFeminine(_ verb: Int) -> Bool? {
    let word = speech.text.tokens[verb]
    guard word.isArabic, word.letters > 2 else { return nil }
    if speech.text.letter(Int(word.letters) - 1, of: word) == Alphabet.ta { return true }
    let at = [Alphabet.waw, Alphabet.fa].contains(speech.text.letter(0, of: word)) ? 1 : 0
    return speech.text.letter(at, of: word) == Alphabet.ta ? nil : false
  }

  func isVerbal(_ token: Int) -> Bool { hasCue(token..<token + 1) }
}
