public import ArabicText
public import Articles

extension ArgumentReader {
  /// The place nearest to the word: a named place behind a preposition of place, with the words of
  /// direction before it (شمال سوريا); where there is none, the named place that is the object of the verb
  /// (ضربت العاصفة الرياض).
  public func place(near cue: Span, form: WordForm = .other) -> Mention? {
    guard let window = ArgumentWindow(analysis, around: cue) else { return nil }
    let reader = PlaceReader(window)
    let token = window.text.tokenIndex(at: cue.bytes.start)
    let place = reader.place(near: token) ?? objectPlace(of: cue, form, window, reader)
    return place.map { phrase in
      let entity = phrase.entity.map { analysis.entities[$0] }
      let isEntity = entity?.span.bytes == phrase.bytes
      return Mention(
        span: Span(cue.field, phrase.bytes), code: entity?.code,
        entity: isEntity ? phrase.entity : nil)
    }
  }

  /// «غمرت المياه مدينة درنة»: the place that is a verb's object. A country is one only where no party acts: «انتقد
  /// الوزير سوريا» happens nowhere in Syria.
  private func objectPlace(
    of cue: Span, _ form: WordForm, _ window: ArgumentWindow, _ reader: PlaceReader
  ) -> PartyPhrase? {
    var window = window
    let word = CueWord(window, cue, form)
    guard word.isVerb, !window.isOtherWord(cue, at: word.token) else { return nil }
    window.noteVerb(word.token..<word.end)
    guard let object = TargetReader(window, cue: word).directObject(),
      let index = object.entity, case let place = analysis.entities[index], reader.isPlace(place)
    else { return nil }
    if place.code == nil { return object }
    guard let subject = EventSubjectReader(window, cue: word).subject(), !subject.isName,
      window[subject.tokens.lowerBound].isDisjoint(with: [.office, .nationality])
    else { return nil }
    return object
  }

  /// The expression of time nearest to the word; of two as near, the one behind it. Ages, newspapers named
  /// by a day («اليوم») and how long something has gone on (حتى الآن) are passed over.
  ///
  /// - Parameter kinds: only these; any where nil. A DURATION says mostly how long something takes, not when
  ///   it happens.
  public func time(near cue: Span, of kinds: Set<TimeExpression.Kind>? = nil) -> TimeExpression? {
    guard let window = ArgumentWindow(analysis, around: cue) else { return nil }
    let token = window.text.tokenIndex(at: cue.bytes.start)
    var best: (distance: Int, time: TimeExpression)?
    let first = window.text.tokens[window.tokens.lowerBound].originalStart
    for time in analysis.times(from: Span(cue.field, ByteRange(first, 0))) {
      let at = window.text.tokenIndex(at: time.span.bytes.start)
      guard time.span.field == cue.field, at < window.tokens.upperBound else { break }
      if let kinds, !kinds.contains(time.kind) { continue }
      if isAge(time, from: at, window) || datesNothing(time, from: at, window) { continue }
      // Behind the cue is nearer than before it, and a mark between counts as some words.
      let marks = (min(at, token)..<max(at, token)).count { window.mark($0) != 0 }
      let distance = (at < token ? 2 * (token - at) : at - token) + 3 * marks
      if distance < best?.distance ?? Int.max { best = (distance, time) }
    }
    return best?.time
  }

  /// «لـ(اليوم)», «صحيفة "الغد"»: a medium by its name; «حتى الآن».
  private func datesNothing(
    _ time: TimeExpression, from first: Int, _ window: ArgumentWindow
  ) -> Bool {
    if time.value == "PRESENT_REF", window.isWord(first - 1, .upTo) { return true }
    if let entity = window.entity(at: first), entity.span.bytes != time.span.bytes { return true }
    guard let close = window.shortPair(at: first - 1),
      window.text.tokens[close - 1].originalEnd == time.span.bytes.end
    else { return false }
    let isLam = window.letters(first - 2) == 1 && window.letter(0, of: first - 2) == Alphabet.lam
    return isLam || window[first - 2].contains(.noun)
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
    var latest: PartyPhrase?
    for at in window.tokens {
      if at < token, window.isWord(at, .where), let place = place(before: at, latest) {
        // All that the clause of حيث tells.
        if token - at < best?.distance ?? Int.max { best = (token - at, place) }
        continue
      }
      guard let place = isPlacePreposition(at) ? place(behind: at) : placeWithin(at) else {
        continue
      }
      latest = place
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

  /// «وصل إلى الرياض، حيث التقى», «زار الخرطوم حيث التقى»: the named place right before حيث.
  ///
  /// - Parameter latest: the place behind the latest preposition, which may end there.
  private func place(before word: Int, _ latest: PartyPhrase?) -> PartyPhrase? {
    let last = window.isComma(word - 1) ? word - 2 : word - 1
    if let latest, latest.tokens.upperBound == last + 1 { return latest }
    guard let entity = window.entity(at: last), isPlace(entity),
      entity.tokens.upperBound == last + 1
    else { return nil }
    let name = entity.tokens.lowerBound
    // «إقليم كشمير»
    let start = window.isPlaceNoun(name - 1) ? name - 1 : name
    // «قرب الحدود مع سوريا»
    if window[start - 1].contains(.preposition), !isPlacePreposition(start - 1),
      !window.isWord(start - 1, .to), !window.isWord(start - 1, .of)
    {
      return nil
    }
    return phrases.phrase(at: start, limit: word, isGoverned: true)
  }

  /// بالموصل، بمدينة عدن: ب written before a name, or before a class noun of places. Before a country and
  /// other words it is said as often of what is done to it (الاعتراف بإسرائيل، بقصف المدينة).
  private func placeWithin(_ token: Int) -> PartyPhrase? {
    guard window[token].contains(.proclitic), isBa(token),
      let phrase = phrases.phrase(at: token, limit: window.tokens.upperBound, isGoverned: true),
      let index = phrase.entity, case let place = window.analysis.entities[index], isPlace(place)
    else { return nil }
    if phrase.isName { return place.code == nil ? phrase : nil }
    return window.isPlaceNoun(token) ? phrase : nil
  }

  /// Begins with ب, a conjunction before it passed over.
  private func isBa(_ token: Int) -> Bool {
    let skip = window[token].contains(.coordinated) ? 1 : 0
    return window.letter(skip, of: token) == Alphabet.ba
  }

  func isPlace(_ entity: Entity) -> Bool {
    entity.kind == .geopolitical || entity.kind == .location || entity.kind == .facility
  }

  /// في، داخل، قرب: prepositions that place something.
  private func isPlacePreposition(_ token: Int) -> Bool {
    window[token].contains(.preposition)
      && window.field.isWord(token, .placing)
  }
}
