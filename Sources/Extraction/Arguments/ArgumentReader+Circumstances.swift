internal import ArabicText
public import Articles

extension ArgumentReader {
  /// The place nearest to the word: a named place behind a preposition of place, with the words of
  /// direction before it (شمال سوريا).
  public func place(near cue: Span) -> Mention? {
    guard let window = ArgumentWindow(analysis, around: cue) else { return nil }
    let reader = PlaceReader(window)
    let token = window.text.tokenIndex(at: cue.bytes.start)
    return reader.place(near: token).map { phrase in
      let entity = phrase.entity.map { analysis.entities[$0] }
      let isEntity = entity?.span.bytes == phrase.bytes
      return Mention(
        span: Span(cue.field, phrase.bytes), code: entity?.code,
        entity: isEntity ? phrase.entity : nil)
    }
  }

  /// The expression of time nearest to the word; of two as near, the one behind it.
  public func time(near cue: Span) -> TimeExpression? {
    guard let window = ArgumentWindow(analysis, around: cue) else { return nil }
    let token = window.text.tokenIndex(at: cue.bytes.start)
    var best: (distance: Int, time: TimeExpression)?
    let first = window.text.tokens[window.tokens.lowerBound].originalStart
    for time in analysis.times(from: Span(cue.field, ByteRange(first, 0))) {
      let at = window.text.tokenIndex(at: time.span.bytes.start)
      guard time.span.field == cue.field, at < window.tokens.upperBound else { break }
      if isAge(time, from: at, window) { continue }
      // Behind the cue is nearer than before it, and a mark between counts as some words.
      let marks = (min(at, token)..<max(at, token)).count { window.mark($0) != 0 }
      let distance = (at < token ? 2 * (token - at) : at - token) + 3 * marks
      if distance < best?.distance ?? Int.max { best = (distance, time) }
    }
    return best?.time
  }

  /// «26 من العمر», «من العمر 26 عاما»: when nothing happens.
  private func isAge(_ time: TimeExpression, from first: Int, _ window: ArgumentWindow) -> Bool {
    guard time.kind == .duration else { return false }
    let last = window.text.tokenIndex(at: time.span.bytes.end - 1)
    return window.field.isWord(last, .age) || first > 0 && window.field.isWord(first - 1, .age)
  }
}

extension Analysis {
  /// The expressions of time from a place on.
  fileprivate func times(from start: Span) -> ArraySlice<TimeExpression> {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle].span < start { low = middle + 1 } else { high = middle }
    }
    return times[low...]
  }
}

/// Finds the place of an event.
private struct PlaceReader {
  private let window: ArgumentWindow
  private let phrases: PartyPhraseReader
  private let shapes: WordShapes

  init(_ window: ArgumentWindow) {
    self.window = window
    phrases = PartyPhraseReader(window)
    shapes = WordShapes(window)
  }

  func place(near token: Int) -> PartyPhrase? {
    var best: (distance: Int, place: PartyPhrase)?
    for at in window.tokens where isPlacePreposition(at) {
      guard let place = place(behind: at) else { continue }
      let marks = (min(at, token)..<max(at, token)).count { window.mark($0) != 0 }
      let distance = (at < token ? 2 * (token - at) : at - token) + 3 * marks
      if distance < best?.distance ?? Int.max { best = (distance, place) }
    }
    return best?.place
  }

  private func place(behind preposition: Int) -> PartyPhrase? {
    guard let phrase = phrases.phrase(at: preposition + 1, limit: window.tokens.upperBound),
      let index = phrase.entity, isPlace(window.analysis.entities[index])
    else { return nil }
    return phrase
  }

  private func isPlace(_ entity: Entity) -> Bool {
    entity.kind == .geopolitical || entity.kind == .location || entity.kind == .facility
  }

  /// في، داخل، قرب: prepositions that place something.
  private func isPlacePreposition(_ token: Int) -> Bool {
    window[token].contains(.preposition)
      && window.field.isWord(token, .placing)
  }
}
