internal import ArabicText
internal import Articles

/// Finds the quantities of an article: counted and measured things, percentages and money.
struct QuantityExtractor {
  private let analysis: Analysis

  init(_ analysis: Analysis) { self.analysis = analysis }

  func quantities() -> [Quantity] {
    let times = analysis.times
    let split = times.firstIndex { $0.span.field == .content } ?? times.endIndex
    return quantities(in: analysis.title, times[..<split])
      + quantities(in: analysis.content, times[split...])
  }

  /// What is a time is no quantity: `times` are those of the field, in order.
  private func quantities(in field: FieldText, _ times: ArraySlice<TimeExpression>) -> [Quantity] {
    let knowledge = analysis.knowledge
    let reader = QuantityReader(
      numbers: NumericField(field, knowledge.numeric), nouns: knowledge.countedNouns)
    let tokens = reader.numbers.tokens
    var found: [Quantity] = []
    var time = times.startIndex
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      while time < times.endIndex, times[time].span.bytes.end <= token.originalStart { time += 1 }
      let next = time < times.endIndex ? times[time].span.bytes : ByteRange(.max, .max)
      guard token.originalEnd <= next.start, let reading = reader.reading(at: index),
        reading.end <= next.start
      else {
        index = reader.next(after: index)
        continue
      }
      found.append(quantity(reading, field))
      index = max(reading.next, index + 1)
    }
    return found
  }

  private func quantity(_ reading: QuantityReader.Reading, _ field: FieldText) -> Quantity {
    let unit = reading.unit.map { field.text.string(from: $0.start, to: $0.end) } ?? ""
    return Quantity(
      span: Span(field.field, ByteRange(reading.start, reading.end)), value: reading.value,
      unit: reading.isPercent ? "%" : unit, isApproximate: reading.isApproximate)
  }
}
