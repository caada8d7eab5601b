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
      numbers: analysis.numbers(field.field), nouns: knowledge.countedNouns)
    let tokens = reader.numbers.tokens
    var found: [Quantity] = []
    var time = times.startIndex
    var index = 0
    // One past the last byte that belongs to a time or a quantity already.
    var taken = 0
    var last: QuantityReader.Reading?
    while index < tokens.count {
      if !reader.mayBegin(at: index) {
        index += 1
        continue
      }
      let token = tokens[index]
      while time < times.endIndex, times[time].span.bytes.end <= token.originalStart {
        taken = max(taken, times[time].span.bytes.end)
        time += 1
      }
      let limit = time < times.endIndex ? times[time].span.bytes.start : .max
      guard token.originalEnd <= limit, var reading = reader.reading(at: index),
        reading.start >= taken, reading.end <= limit
      else {
        index = reader.next(after: index)
        continue
      }
      // «بين 100 و300»: the second is as rough as the first.
      if let last, last.isApproximate, last.next >= index - 1 { reading.isApproximate = true }
      found.append(quantity(reading, field))
      taken = reading.end
      last = reading
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
