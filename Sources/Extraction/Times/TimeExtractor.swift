internal import ArabicText
internal import Articles

/// Finds the times of an article: TIMEX3 expressions with values resolved against its date.
struct TimeExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func times() -> [TimeExpression] {
    let date = analysis.article.day.flatMap { CivilDate(prefix: $0) }
    return times(in: analysis.title, date) + times(in: analysis.content, date)
  }

  private func times(in field: FieldText, _ date: CivilDate?) -> [TimeExpression] {
    let knowledge = analysis.knowledge
    let numbers = analysis.numbers(field.field)
    let reader = TimeReader(
      numbers: numbers, nouns: knowledge.countedNouns, hijri: knowledge.hijri,
      context: TimeContext(reference: date))
    var found: [TimeExpression] = []
    var index = 0
    while index < numbers.tokens.count {
      guard TimeReader.mayBegin(at: index, in: numbers), let reading = reader.reading(at: index)
      else {
        index += 1
        continue
      }
      found.append(
        TimeExpression(
          span: Span(field.field, ByteRange(reading.start, reading.end)), kind: reading.kind,
          value: reading.value, gregorian: reading.gregorian))
      reader.context.note(reading)
      index = max(reading.next, index + 1)
    }
    return found
  }
}
