internal import ArabicText
internal import Articles

/// What a search has found, told from the path that led to it.
extension Matcher {
  /// The match of some words.
  func result(_ words: Range<Int>) -> PatternMatch {
    var begins = [Int](repeating: -1, count: program.captureNames.count)
    var found = [Range<Int>?](repeating: nil, count: program.captureNames.count)
    var taken: [Int] = []
    for step in memory.path {
      switch step {
      case .begin(let capture, let position): begins[capture] = position
      case .end(let capture, let position):
        if begins[capture] >= 0 { found[capture] = begins[capture]..<position }
      case .atom(_, let instruction): taken.append(instruction)
      }
    }
    var captures: [PatternMatch.Capture] = []
    for index in found.indices {
      guard let range = found[index], !range.isEmpty else { continue }
      captures.append(
        PatternMatch.Capture(
          name: program.captureNames[index], words: range, bytes: bytes(of: range),
          form: span { $0.start == range.lowerBound }?.form ?? .other, atom: atom(of: range)))
    }
    return PatternMatch(
      words: words, bytes: bytes(of: words), captures: captures, instructions: taken)
  }

  /// The atom that took just these words.
  private func atom(of range: Range<Int>) -> Atom? {
    for case .atom(let span, let instruction) in memory.path where memory.atoms[span].words == range
    {
      if case .atom(let atom) = program.instructions[instruction] { return program.atoms[atom] }
    }
    return nil
  }

  /// The bytes of matched words: those of the atoms at either end, where there are.
  private func bytes(of range: Range<Int>) -> ByteRange {
    let whole = sentence.bytes(ofWords: range)
    if range.isEmpty { return whole }
    return ByteRange(
      span { $0.start == range.lowerBound }?.bytes.start ?? whole.start,
      span { $0.end == range.upperBound }?.bytes.end ?? whole.end)
  }

  /// The last atom on the path that `isMeant` is true of.
  private func span(_ isMeant: (AtomSpans.Stretch) -> Bool) -> AtomSpan? {
    for case .atom(let span, _) in memory.path.reversed() where isMeant(memory.atoms[span]) {
      return memory.atoms.span(span, in: sentence)
    }
    return nil
  }
}
