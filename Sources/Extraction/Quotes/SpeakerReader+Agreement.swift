internal import ArabicText

/// Whom a verb or participle without a subject of its own means, where its gender or number is not that of the speaker
/// before it.
extension SpeakerReader {
  /// So many tokens back at most, that many verbs in one sentence do not all read the whole of it.
  private static let reach = 120

  /// Somebody in the sentence with whom the verb agrees; nil where the one before does, or nobody.
  func agreeing(with cue: Cue, _ known: Speaker?, in sentence: Range<Int>) -> Speaker? {
    let form = cue.form
    if form.isPlural {
      // «أوضح فلان أن السكان يشكون، معتبرين أن …»
      return known.map(areMany) ?? false ? nil : many(before: cue, in: sentence)
    }
    guard let known, form.isFeminine, isMan(known) else { return nil }
    return woman(before: cue, in: sentence)
  }

  /// A body, people, or names joined to each other.
  private func areMany(_ speaker: Speaker) -> Bool {
    if speaker.isPlural { return true }
    if let name = speaker.phrase.name {
      return speech.entity(at: name.lowerBound)?.tokens != name
    }
    let head = speaker.phrase.tokens.lowerBound
    return speech.thing(at: head) != nil || subjects.isSoundPlural(head)
      || subjects.endsInYaNun(head)
      || !speech.traits[head].isDisjoint(with: [
        .namelessPerson, .namelessSource, .quantifier, .media, .organization,
      ])
  }

  /// A person of whom nothing says that she is a woman.
  private func isMan(_ speaker: Speaker) -> Bool {
    let head = speaker.phrase.tokens.lowerBound
    return speaker.isFeminine != true && !endsInTaMarbuta(head) && speech.thing(at: head) == nil
      && (speaker.phrase.name != nil
        || !speech.traits[head].isDisjoint(with: [.office, .honorific, .namelessPerson]))
  }

  /// «الطالبة فلانة»: the last person before a verb with a title in ة.
  private func woman(before cue: Cue, in sentence: Range<Int>) -> Speaker? {
    var index = speech.firstEntity(from: cue.token) - 1
    let lower = max(sentence.lowerBound, cue.token - Self.reach)
    while index >= 0, speech.entities[index].tokens.lowerBound > lower {
      let (entity, title) = (speech.entities[index], speech.entities[index].tokens.lowerBound - 1)
      if entity.kind == .person, endsInTaMarbuta(title),
        !speech.traits[title].isDisjoint(with: [.office, .honorific, .namelessPerson])
      {
        return Speaker(
          phrase: NounPhrase(tokens: entity.tokens, name: entity.tokens), isFeminine: true)
      }
      index -= 1
    }
    return nil
  }

  /// «السكان والمزارعين»: the last plural of people before a participle, with those joined to it.
  private func many(before cue: Cue, in sentence: Range<Int>) -> Speaker? {
    let lower = max(sentence.lowerBound, cue.token - Self.reach)
    guard let last = (lower..<cue.token).last(where: isManyPeople) else { return nil }
    var first = last
    while first - 1 > lower, speech.traits[first].contains(.coordinated),
      isManyPeople(first - 1)
    {
      first -= 1
    }
    return Speaker(phrase: NounPhrase(tokens: first..<last + 1), isFeminine: nil, isPlural: true)
  }

  private func isManyPeople(_ token: Int) -> Bool {
    let traits = speech.traits[token]
    guard traits.contains(.article), traits.isDisjoint(with: [.proclitic, .place]),
      speech.thing(at: token) == nil
    else { return false }
    return subjects.isSoundPlural(token) || subjects.endsInYaNun(token)
      || !traits.isDisjoint(with: [.namelessPerson, .namelessSource]) && !endsInTaMarbuta(token)
        && traits.isDisjoint(with: .office)
  }
}
